"""What goes over an HTTP connection, whichever version it speaks: one request, one reply."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

MAX_HEADERS_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Request:
    """A request. Header names in lower case; `path` is encoded already."""

    method: str
    path: str
    scheme: str
    authority: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = field(default=b"", repr=False)


@dataclass(slots=True)
class Reply:
    """A reply; header names in lower case, the last of equal names counts."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytearray = field(default_factory=bytearray, repr=False)

    @property
    def length(self) -> int:
        """Bytes that the server announced, 0 if it did not say."""
        text = self.headers.get("content-length", "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


class BodyTooLong(Exception):
    """The body of `reply` is longer than asked for; the rest was not read."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.status)
        self.reply = reply


class ConnectionBroken(OSError):
    """The connection ended, or the other side does not speak HTTP, before the reply was whole."""


OnHeaders = Callable[[Reply], None]
"""Told when the reply's headers are there and its body is not."""


class HttpConnection(Protocol):
    """A connection to one server."""

    @property
    def is_usable(self) -> bool:
        """False once it is known that nothing more can be asked."""

    @property
    def is_shared(self) -> bool:
        """True if many may ask at the same time."""

    @property
    def heard_at_s(self) -> float:
        """Moment of time.monotonic() when anything last came from the other side."""

    async def ask(self, request: Request, *, limit_bytes: int, on_headers: OnHeaders) -> Reply:
        """The whole reply. Raises BodyTooLong, ConnectionBroken and other OSErrors. May be cancelled."""

    def nudge(self) -> None:
        """Send something that wants an acknowledgement, if the protocol has such a thing."""

    async def close(self) -> None:
        """End it."""
