"""The files of scanned pages in the profile: encrypted, whole or not there, named by the hash of what is in them.

`scans/<two digits>/<hash>` are pages as they are sent, `scans/originals/<hash>` the files they came from, kept until
the city has acknowledged the page. Layout of a file: 8 bytes of mark, 12 of nonce, AES-256-GCM of the content, bound to
its kind and name, so that no file can stand for another.
"""

import contextlib
import hashlib
import os
import secrets
import threading
from collections.abc import Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.problems import ScanDamaged, ScanMissing
from desktop.store.files import file_problems, sync_folder, write_whole

FOLDER = "scans"
ORIGINALS = "originals"
SHOWN_DIGITS = 12  # of a hash, in what a person is told

_MARK = b"YCSCAN1\0"
_NONCE = 12
_HEX = frozenset("0123456789abcdef")


class ScanFiles:
    """The ScanFiles of desktop.ports_scans, over a folder and the database key."""

    def __init__(self, profile: Path, key: bytes) -> None:
        self.folder = profile / FOLDER
        self._cipher = AESGCM(HKDF(SHA256(), 32, salt=None, info=b"yichuang scans 1").derive(bytes(key)))
        self._keeping = threading.RLock()

    @contextlib.contextmanager
    def keeping(self) -> Iterator[None]:
        """Held from before a file is kept until the row that names it is committed: no sweep comes between."""
        with self._keeping:
            yield

    def keep(self, sha256: str, content: bytes) -> None:
        """The page is on the disk when this returns. Raises DiskFull, FileRefused: nothing of it is there."""
        self._write(self._page(sha256), "page", sha256, content)

    def keep_original(self, sha256: str, content: bytes) -> None:
        """As keep, for the file that a page came from."""
        self._write(self._original(sha256), ORIGINALS, sha256, content)

    def read(self, sha256: str) -> bytes:
        """The page. Raises ScanMissing, ScanDamaged, FileRefused."""
        content = self._read(self._page(sha256), "page", sha256)
        if content is None:
            raise ScanMissing(sha256=sha256[:SHOWN_DIGITS])
        return content

    def find(self, sha256: str) -> bytes | None:
        """The page, or None if its file is not here. Raises ScanDamaged, FileRefused."""
        return self._read(self._page(sha256), "page", sha256)

    def read_original(self, sha256: str) -> bytes | None:
        """The file that pages came from; None: dropped since, or never kept. Raises ScanDamaged, FileRefused."""
        return self._read(self._original(sha256), ORIGINALS, sha256)

    def has(self, sha256: str) -> bool:
        """Whether there is a file of this page."""
        return self._page(sha256).is_file()

    def drop(self, sha256: str) -> None:
        """Delete the file of a page that nothing names any more."""
        _unlink(self._page(sha256))

    def drop_original(self, sha256: str) -> None:
        """Delete the file that pages came from; nothing happens if it is gone."""
        _unlink(self._original(sha256))

    def names(self) -> frozenset[str]:
        """Hashes of all pages whose files are here."""
        with file_problems(self.folder):
            return frozenset(path.name for path in self._files("??") if _is_hash(path.name))

    def original_names(self) -> frozenset[str]:
        """Hashes of all originals whose files are here."""
        with file_problems(self.folder):
            return frozenset(path.name for path in self._files(ORIGINALS) if _is_hash(path.name))

    def check(self, path: Path) -> None:
        """Read one of the files here to its end. Raises ScanDamaged, FileRefused."""
        self._read(path, ORIGINALS if path.parent.name == ORIGINALS else "page", path.name)

    def drop_leavings(self) -> None:
        """Delete what writes that were cut off left behind. Only while nothing is being kept."""
        for pattern in ("??", ORIGINALS):
            for path in self._files(pattern):
                if path.name.endswith(".new"):
                    _unlink(path)

    def _files(self, pattern: str) -> list[Path]:
        return [path for folder in self.folder.glob(pattern) if folder.is_dir() for path in folder.iterdir()]

    def _page(self, sha256: str) -> Path:
        return self.folder / _checked(sha256)[:2] / sha256

    def _original(self, sha256: str) -> Path:
        return self.folder / ORIGINALS / _checked(sha256)

    def _write(self, path: Path, kind: str, sha256: str, content: bytes) -> None:
        if path.is_file() and self._is_sound(path, kind, sha256):
            return
        nonce = secrets.token_bytes(_NONCE)
        sealed = _MARK + nonce + self._cipher.encrypt(nonce, content, _bound_to(kind, sha256))
        _make_folder(path.parent)
        write_whole(path, sealed)

    def _is_sound(self, path: Path, kind: str, sha256: str) -> bool:
        try:
            return self._read(path, kind, sha256) is not None
        except ScanDamaged:
            return False  # written anew from what is at hand

    def _read(self, path: Path, kind: str, sha256: str) -> bytes | None:
        with file_problems(path):
            try:
                sealed = path.read_bytes()
            except FileNotFoundError:
                return None
        start = len(_MARK) + _NONCE
        try:
            content = self._cipher.decrypt(sealed[len(_MARK) : start], sealed[start:], _bound_to(kind, sha256))
        except (InvalidTag, ValueError) as error:
            raise ScanDamaged(sha256=sha256[:SHOWN_DIGITS]) from error
        if not sealed.startswith(_MARK) or hashlib.sha256(content).hexdigest() != sha256:
            raise ScanDamaged(sha256=sha256[:SHOWN_DIGITS])
        return content


def _make_folder(folder: Path) -> None:
    """With its name on the disk: a file in a folder that a cut of the power takes away is lost with it."""
    if folder.is_dir():
        return
    with file_problems(folder):
        for new in (folder.parent, folder):
            new.mkdir(mode=0o700, exist_ok=True)
            sync_folder(new.parent)


def _unlink(path: Path) -> None:
    with file_problems(path):
        path.unlink(missing_ok=True)


def _checked(sha256: str) -> str:
    if not _is_hash(sha256):
        raise ValueError(f"not a SHA-256: {sha256[:80]!r}")
    return sha256


def _is_hash(name: str) -> bool:
    return len(name) == 64 and set(name) <= _HEX


def _bound_to(kind: str, sha256: str) -> bytes:
    return os.fsencode(f"{kind}/{sha256}")
