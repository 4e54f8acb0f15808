"""A store in memory that keeps the contract of desktop.sync.carrier, and remembers what each name held before."""

import hashlib

from desktop.sync.carrier import LARGEST_FILE_BYTES, Fetched, Stat
from desktop.sync.problems import NotThere, TooLarge


class MemoryCarrier:
    """`files` may be looked into and spoiled by tests. Several carriers may share one dict: one store, many windows."""

    is_shared = True

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        self.files: dict[str, bytes] = {} if files is None else files
        self.is_closed = False

    def expect_folder_of(self, name: str) -> None:
        pass

    async def put_new(self, name: str, body: bytes) -> bool:
        if name in self.files:
            return False
        self.files[name] = bytes(body)
        return True

    async def replace(self, name: str, body: bytes) -> None:
        self.files[name] = bytes(body)

    async def get(self, name: str, *, limit_bytes: int = LARGEST_FILE_BYTES) -> Fetched:
        body = self.files.get(name)
        if body is None:
            raise NotThere(name=name)
        if len(body) > limit_bytes:
            raise TooLarge(name=name)
        return Fetched(body, tag_of(body))

    async def get_if_changed(self, name: str, tag: str) -> Fetched | None:
        fetched = await self.get(name)
        return None if tag and fetched.tag == tag else fetched

    async def stat(self, name: str) -> Stat | None:
        body = self.files.get(name)
        return None if body is None else Stat(len(body), tag_of(body))

    async def list(self, prefix: str, *, after: str = "") -> list[str]:
        return sorted(name for name in self.files if name.startswith(prefix) and name > after)

    async def close(self) -> None:
        self.is_closed = True


def tag_of(body: bytes) -> str:
    """Changes whenever the content does."""
    return hashlib.sha256(body).hexdigest()[:16]
