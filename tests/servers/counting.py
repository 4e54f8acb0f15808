"""A relay on this machine that counts the bytes of the connections through it, above TCP."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from tests.servers.ports import HOST


@dataclass
class Count:
    """What has gone over so far, `up` to the server; while it is cut, connections that are open go silent for ever."""

    port: int
    up: int = 0
    down: int = 0
    is_cut: bool = False
    cut_bytes: int = 0

    def add(self, direction: str, size: int) -> None:
        setattr(self, direction, getattr(self, direction) + size)

    def restart(self) -> None:
        self.up = self.down = 0


@contextlib.asynccontextmanager
async def counting(port: int) -> AsyncIterator[Count]:
    """A relay to that port."""
    tasks: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        server_reader, server_writer = await asyncio.open_connection(HOST, port)
        await asyncio.gather(
            _pass_on(reader, server_writer, count, "up"), _pass_on(server_reader, writer, count, "down")
        )

    listener = await asyncio.start_server(serve, HOST, 0)
    count = Count(listener.sockets[0].getsockname()[1])
    try:
        yield count
    finally:
        listener.close()
        await asyncio.gather(*tasks)
        await listener.wait_closed()


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, count: Count, direction: str) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65_536):
            if count.is_cut:
                count.cut_bytes += len(data)
                continue
            count.add(direction, len(data))
            writer.write(data)
            await writer.drain()
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
