"""The weak link as a relay in this process, for whoever is not root: the same rates, delays and cuts, but no loss.

It sits between two sockets of one machine and holds back what passes. The kernel's own TCP sees a perfect line, so
figures from here are better than any real line gives; they are marked so.
"""

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.bench_sync.weaklink import Both, Counters, Link

Pieces = asyncio.Queue[tuple[float, bytes]]

PIECE = 1348
HEADERS = 52
AHEAD_S = 1.0


@dataclass(slots=True)
class _Way:
    bps: int
    counters: Counters = field(default_factory=Counters)
    busy_until: float = 0.0

    def arrival(self, size_bytes: int, now: float, delay_s: float) -> float:
        """When a piece that is sent now has arrived."""
        self.counters.packets += 1
        self.counters.size_bytes += size_bytes + HEADERS
        self.busy_until = max(now, self.busy_until) + (size_bytes + HEADERS) * 8 / self.bps
        return self.busy_until + delay_s


class Relay:
    """Relays to ports of this machine. Its loop runs in a thread of its own; the methods are for the other threads."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._up, self._down = _Way(link.up_bps), _Way(link.down_bps)
        self._loop = asyncio.new_event_loop()
        self._start = self._loop.time()
        self._thread = threading.Thread(target=self._loop.run_forever, name="loopback line")
        self._thread.start()
        self._ports: dict[int, int] = {}
        self._open: set[asyncio.Task[None]] = set()
        self._servers: list[asyncio.Server] = []

    def reach(self, port: int) -> int:
        """The port at which a server on `port` is to be reached through the line."""
        if port not in self._ports:
            self._ports[port] = asyncio.run_coroutine_threadsafe(self._listen(port), self._loop).result(10)
        return self._ports[port]

    def restart(self) -> Both:
        """Counters at zero, the schedule of cuts at its beginning."""
        self._up.counters, self._down.counters = Counters(), Counters()
        self._start = self._loop.time()
        return self.counters()

    def counters(self) -> Both:
        """What passed since; headers are reckoned, acknowledgements are not."""
        return Both(self._up.counters, self._down.counters)

    def close(self) -> None:
        """Cuts everything."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _end(self) -> None:
        for server in self._servers:
            server.close()
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _listen(self, port: int) -> int:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task
            self._open.add(task)
            try:
                await self._carry(reader, writer, port)
            except* (OSError, asyncio.CancelledError):
                pass  # refused, cut, or the end: asyncio's streams log a task that was cancelled as a fault
            finally:
                writer.transport.abort()
                self._open.discard(task)

        server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=PIECE)
        self._servers.append(server)
        chosen: int = server.sockets[0].getsockname()[1]
        return chosen

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int) -> None:
        """One connection, from the moment that its first packet gets through to the next cut."""
        while (dial := self._dial()) is None:
            await asyncio.sleep(0.1)
        await asyncio.sleep(2 * self._link.delay_s)  # the handshake
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            async with asyncio.TaskGroup() as ways:
                ways.create_task(self._pass(reader, far_writer, self._up, dial, ways))
                ways.create_task(self._pass(far_reader, writer, self._down, dial, ways))
        finally:
            far_writer.transport.abort()

    async def _pass(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        way: _Way,
        dial: int,
        ways: asyncio.TaskGroup,
    ) -> None:
        """What is read leaves again when its time has come; an empty piece is the end."""
        pieces: Pieces = asyncio.Queue()
        ways.create_task(self._deliver(pieces, writer, dial))
        piece = b"begin"
        while piece:
            piece = await reader.read(PIECE)
            now = self._loop.time()
            pieces.put_nowait((way.arrival(len(piece), now, self._link.delay_s), piece))
            await asyncio.sleep(max(0.0, way.busy_until - now - AHEAD_S))

    async def _deliver(self, pieces: Pieces, writer: asyncio.StreamWriter, dial: int) -> None:
        while True:
            arrival, piece = await pieces.get()
            await asyncio.sleep(max(0.0, arrival - self._loop.time()))
            if self._dial() != dial:
                raise ConnectionResetError("the line was cut")
            if not piece:
                writer.write_eof()
                return
            writer.write(piece)
            await writer.drain()

    def _dial(self) -> int | None:
        return self._link.dial(self._loop.time() - self._start)


@contextlib.contextmanager
def relay(link: Link) -> Iterator[Relay]:
    """A relay, closed at the end."""
    made = Relay(link)
    try:
        yield made
    finally:
        made.close()
