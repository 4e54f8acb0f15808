"""Files that are no workbook, damaged ones, and ones that mean harm."""

import io
import re
import zipfile

import pytest

from desktop.catalogue_files import container
from desktop.catalogue_files.excel_read import read_excel
from desktop.catalogue_files.json_file import write_json
from desktop.catalogue_files.reader import read_catalogue
from tests.catalogue_files.conftest import faults_of

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one part replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for other in old.namelist():
            if other != name:
                new.writestr(other, old.read(other))
        new.writestr(name, content)
    return buffer.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


@pytest.fixture
def reasons(tmp_path):
    """Reasons for which a file with these bytes is refused."""

    def refused(data: bytes, name: str = "目录.xlsx") -> list[str]:
        path = tmp_path / name
        path.write_bytes(data)
        return [fault.reason for fault in faults_of(lambda _: read_catalogue(path), data)]

    return refused


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "file_empty"),
        (b" \n", "file_empty"),
        (OLE + b"\0" * 2000, "file_is_xls"),
        (OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "file_encrypted"),
        ("实施编码,事项名称\n".encode("gbk"), "file_not_catalogue"),
        (b"%PDF-1.7", "file_not_catalogue"),
        (b"\xef\xbb\xbf<html><table><tr></tr></table></html>", "file_is_html"),
        (b"PK\x03\x04 and nothing more", "file_damaged"),
        (zipped({"readme.txt": "no workbook"}), "file_not_catalogue"),
        (zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<workbook"}), "file_damaged"),
        (zipped({"[Content_Types].xml": "<!DOCTYPE x []>" + TYPES, "xl/workbook.xml": "<a/>"}), "file_has_doctype"),
    ],
)
def test_what_is_no_workbook_is_refused_by_its_name(reasons, data, reason):
    assert reasons(data) == [reason]


def test_the_name_of_the_file_does_not_matter(tmp_path, small, small_bytes):
    (tmp_path / "a.json").write_bytes(small_bytes)
    (tmp_path / "b.xlsx").write_bytes(write_json(small))

    assert read_catalogue(tmp_path / "a.json").catalogue == read_catalogue(tmp_path / "b.xlsx").catalogue == small


def test_a_missing_file_is_told(tmp_path):
    assert [f.reason for f in faults_of(lambda _: read_catalogue(tmp_path / "none.xlsx"), b"")] == ["file_missing"]


def test_a_folder_is_no_file(tmp_path):
    assert [f.reason for f in faults_of(lambda _: read_catalogue(tmp_path), b"")] == ["file_missing"]


def test_a_file_of_200_megabytes_is_not_even_read(tmp_path):
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        file.truncate(200 * container.MB)  # sparse

    (fault,) = faults_of(lambda _: read_catalogue(path), b"")

    assert fault.sentence() == "文件有200 MB，超过20 MB，不像是目录文件。"


def test_a_zip_that_unpacks_to_more_than_the_limit_is_not_opened(reasons, monkeypatch):
    monkeypatch.setattr(container, "MOST_UNPACKED_MB", 1)
    bomb = zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": b" " * (2 * container.MB)})

    assert len(bomb) < 10_000
    assert reasons(bomb) == ["file_unpacks_too_large"]


def test_a_directory_that_lies_about_a_size_does_not_make_it_larger(reasons, small_bytes):
    name = "xl/worksheets/sheet1.xml"
    size = len(part(small_bytes, name)).to_bytes(4, "little")
    lying = small_bytes.replace(size, (10).to_bytes(4, "little"))

    assert lying != small_bytes
    assert reasons(lying) == ["file_damaged"]


def test_a_merged_range_over_the_whole_sheet_is_not_opened(reasons, small_bytes):
    name = "xl/worksheets/sheet1.xml"
    merged = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    broken = part(small_bytes, name).replace(b"</worksheet>", merged)

    assert reasons(with_part(small_bytes, name, broken)) == ["file_unpacks_too_large"]


def test_an_encrypted_zip_is_told(reasons, small_bytes):
    marked = bytearray(small_bytes)
    position = marked.find(b"PK\x01\x02")
    marked[position + 8] |= 1

    assert reasons(bytes(marked)) == ["file_encrypted"]


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.99])
def test_a_file_that_was_cut_off_is_damaged(reasons, small_bytes, keep):
    assert reasons(small_bytes[: int(len(small_bytes) * keep)]) == ["file_damaged"]


def test_a_sheet_of_nonsense_is_damaged(reasons, small_bytes):
    assert reasons(with_part(small_bytes, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData>")) == ["file_damaged"]


def test_texts_kept_apart_from_the_cells_are_read(small_bytes, small):
    """Excel and WPS keep texts in a list of their own; openpyxl writes them into the cells."""
    name, texts = "xl/worksheets/sheet2.xml", []

    def listed(match: re.Match[bytes]) -> bytes:
        texts.append(match.group(1))
        return b't="s"><v>%d</v>' % (len(texts) - 1)

    sheet = re.sub(rb't="inlineStr"><is>(.*?)</is>', listed, part(small_bytes, name), flags=re.S)
    strings = b'<sst xmlns="%s">%s</sst>' % (MAIN, b"".join(b"<si>%s</si>" % text for text in texts))
    types = part(small_bytes, "[Content_Types].xml").replace(b"</Types>", STRINGS_TYPE + b"</Types>")
    changed = with_part(with_part(small_bytes, name, sheet), "[Content_Types].xml", types)

    assert len(texts) > 30
    assert read_excel(with_part(changed, "xl/sharedStrings.xml", strings))[0] == small
