"""Whether a file may be opened as a workbook at all: what it really is, how large it gets, and what it hides.

The file comes from a mail or a stick. Everything is decided before openpyxl sees it, because openpyxl unpacks all of
it and makes an object for each cell of a merged range.
"""

import io
import re
import zipfile
import zlib
from pathlib import Path

from openpyxl.utils import range_boundaries

from desktop.catalogue_files.faults import refuse_file

MB = 1024 * 1024
MOST_FILE_MB = 20
MOST_UNPACKED_MB = 100
MOST_PARTS = 2_000
MOST_MERGED_CELLS = 200_000

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([^\"]{1,40})\"")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


def file_bytes(path: Path) -> bytes:
    """The whole file. Raises CatalogueInvalid if it is missing, empty or larger than any catalogue."""
    try:
        size = path.stat().st_size
        if size > MOST_FILE_MB * MB:
            raise refuse_file("file_too_large", size_mb=size // MB, most_mb=MOST_FILE_MB)
        data = path.read_bytes()
    except OSError:
        raise refuse_file("file_missing") from None
    if not data.strip():
        raise refuse_file("file_empty")
    return data


def is_workbook(data: bytes) -> bool:
    """True for a zip, False for what may be JSON. Raises CatalogueInvalid for everything else, by its name."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(b"PK"):
        return True
    if data.startswith(_OLE):
        raise refuse_file("file_encrypted" if _ENCRYPTED_STREAM in data else "file_is_xls")
    if start[:1] in (b"{", b"["):
        return False
    if start[:200].lower().startswith((b"<html", b"<!doctype html", b"<table", b"<meta")):
        raise refuse_file("file_is_html")
    raise refuse_file("file_not_catalogue")


def check_container(data: bytes) -> None:
    """Raises CatalogueInvalid unless the zip is a workbook that can be opened without harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive)
    except _DAMAGE as error:
        raise refuse_file("file_damaged", detail=type(error).__name__) from None


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise refuse_file("file_encrypted")
    # zipfile never yields more than the size that the directory declares, so a lie there cannot make it larger.
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED_MB * MB:
        raise refuse_file("file_unpacks_too_large", most_mb=MOST_UNPACKED_MB)
    names = {part.filename.lower() for part in parts}
    if "[content_types].xml" not in names or not any(name.endswith("workbook.xml") for name in names):
        raise refuse_file("file_not_catalogue")
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")):
            _check_xml(archive.read(part))


def _check_xml(xml: bytes) -> None:
    if b"<!DOCTYPE" in xml[:4096] or b"<!\0D" in xml[:4096]:
        raise refuse_file("file_has_doctype")
    cells = 0
    for reference in _MERGED.findall(xml):
        left, top, right, bottom = (bound or 1 for bound in range_boundaries(reference.decode("ascii", "replace")))
        cells += (right - left + 1) * (bottom - top + 1)
    if cells > MOST_MERGED_CELLS:
        raise refuse_file("file_unpacks_too_large", most_mb=MOST_UNPACKED_MB)
