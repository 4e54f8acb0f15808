"""A server that says whatever a test wants to be said: raw bytes over a socket of this machine."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

from tests.servers.ports import HOST


@dataclass
class Odd:
    """A running server and the first lines of what it was asked."""

    url: str
    asked: list[str] = field(default_factory=list)


class Cut(bytes):
    """Is said, and then the connection ends."""


def reply(status: str, headers: Sequence[str] = (), body: bytes = b"") -> bytes:
    """An HTTP/1.1 reply."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


@contextlib.asynccontextmanager
async def odd(*replies: bytes, tls: ssl.SSLContext | None = None) -> AsyncIterator[Odd]:
    """Answers each request with the next of the replies, the last one for ever; no replies: says nothing at all."""
    left = list(replies)
    serving: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        serving.add(task)
        with contextlib.suppress(asyncio.IncompleteReadError, OSError):
            await _converse(reader, writer, left, server.asked)
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()

    listener = await asyncio.start_server(serve, HOST, 0, ssl=tls)
    scheme = "https" if tls else "http"
    server = Odd(f"{scheme}://{HOST}:{listener.sockets[0].getsockname()[1]}/")
    try:
        yield server
    finally:
        listener.close()
        await asyncio.gather(*serving)
        await listener.wait_closed()


async def _converse(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, left: list[bytes], asked: list[str]
) -> None:
    while True:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        asked.append(head.split("\r\n", 1)[0])
        await reader.readexactly(_length(head))
        if not left:
            await reader.read()
            return
        said = left.pop(0) if len(left) > 1 else left[0]
        writer.write(said)
        await writer.drain()
        if isinstance(said, Cut):
            return


def _length(head: str) -> int:
    for line in head.lower().split("\r\n"):
        if line.startswith("content-length:"):
            return int(line.partition(":")[2])
    return 0
