"""The one thing that sync asks of a store: put a file that is not there, get, look, list. Everything else is ours.

A carrier moves bytes and says what went wrong; it never retries, never decides, and never hides a cut: the pump asks
before it sends again. All methods may be cancelled at any moment and leave no half file under a name.
"""

from dataclasses import dataclass, field
from typing import Protocol

LARGEST_FILE_BYTES = 8 * 1024 * 1024
"""No file of the layout is larger: what is longer is refused unread (bombs, foreign files)."""


@dataclass(frozen=True, slots=True)
class Stat:
    """A file as the store describes it. `tag` changes whenever the content does; empty where the store has none."""

    size_bytes: int
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file's bytes and its tag at that moment."""

    body: bytes = field(repr=False)
    tag: str = ""


class Carrier(Protocol):
    """A store. Names are relative paths with `/`, made by desktop.sync.layout, ASCII only.

    Every method raises a LineProblem (desktop.sync.problems) and nothing else for what the line or the store did.
    A carrier belongs to the event loop that it was first used in. `is_shared`: what is asked at once goes over one
    connection, so that it costs no handshakes; a store of HTTP/1.1 needs one for each.
    """

    @property
    def is_shared(self) -> bool: ...

    def expect_folder_of(self, name: str) -> None:
        """Others lie where this file will, as far as is known: no turn of the line need be spent on making sure."""

    async def put_new(self, name: str, body: bytes) -> bool:
        """Store the file whole; True: it is there now. False: a file of that name was there, nothing was written."""

    async def replace(self, name: str, body: bytes) -> None:
        """Store the file whole, in place of an older one. Only the city's end may: HEAD.json and the like."""

    async def get(self, name: str, *, limit_bytes: int = LARGEST_FILE_BYTES) -> Fetched:
        """The file. Raises NotThere; TooLarge beyond `limit_bytes`, without reading on."""

    async def get_if_changed(self, name: str, tag: str) -> Fetched | None:
        """As get; None if its tag is still `tag` (one short round trip). An empty tag always fetches."""

    async def stat(self, name: str) -> Stat | None:
        """None: there is no such file."""

    async def list(self, prefix: str, *, after: str = "") -> list[str]:
        """Full names of the files below `prefix`, which ends in `/`, sorted; only those that sort behind `after`.

        A folder that is not there is empty.
        """

    async def close(self) -> None:
        """Let connections go. Nothing may be asked afterwards."""
