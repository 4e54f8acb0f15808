"""A server that says whatever a test wants to be said: raw bytes over a socket of this machine."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from tests.servers.ports import HOST

Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Odd:
    """A running server and the first lines of what it was asked."""

    url: str
    asked: list[str] = field(default_factory=list)


def reply(status: str, headers: Sequence[str] = (), body: bytes = b"") -> bytes:
    """An HTTP/1.1 reply."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


@contextlib.asynccontextmanager
async def odd(*replies: bytes, tls: ssl.SSLContext | None = None) -> AsyncIterator[Odd]:
    """Answers each request with the next of the replies, the last one for ever; no replies: says nothing at all.

    An empty reply cuts the connection.
    """
    left = list(replies)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                server.asked.append(head.split("\r\n", 1)[0])
                await reader.readexactly(_length(head))
                if not left:
                    await reader.read()
                    break
                said = left.pop(0) if len(left) > 1 else left[0]
                if not said:
                    break
                writer.write(said)
                await writer.drain()
        writer.close()

    listener = await asyncio.start_server(serve, HOST, 0, ssl=tls)
    scheme = "https" if tls else "http"
    server = Odd(f"{scheme}://{HOST}:{listener.sockets[0].getsockname()[1]}/")
    try:
        yield server
    finally:
        listener.close()
        await listener.wait_closed()


def _length(head: str) -> int:
    for line in head.lower().split("\r\n"):
        if line.startswith("content-length:"):
            return int(line.partition(":")[2])
    return 0
