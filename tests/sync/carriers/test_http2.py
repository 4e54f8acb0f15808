"""What HTTP/2 hands to the line and in which order: packets are dear there, and small things must not wait for long."""

import asyncio
from typing import cast

from desktop.sync.carriers.exchange import Request
from desktop.sync.carriers.http2 import Http2Connection
from desktop.sync.carriers.stream import Stream

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS = 0, 1
TURNS = 50
LONG = bytes(60_000)


class SlowStream:
    """Takes what is written when it is let, and never hears anything."""

    def __init__(self) -> None:
        self.writes: list[bytes] = []
        self.room = asyncio.Semaphore(0)

    async def read(self) -> bytes:
        await asyncio.Event().wait()
        return b""

    async def write(self, data: bytes) -> None:
        await self.room.acquire()
        self.writes.append(data)

    def close(self) -> None:
        pass


def frames(raw: bytes) -> list[tuple[int, int, int]]:
    """Kind, stream and length of each frame, in order (RFC 9113, 4.1)."""
    rest, found = raw.removeprefix(PREFACE), []
    while rest:
        length, kind, stream = int.from_bytes(rest[:3]), rest[3], int.from_bytes(rest[5:9])
        found.append((kind, stream, length))
        rest = rest[9 + length :]
    return found


async def turns() -> None:
    for _ in range(TURNS):
        await asyncio.sleep(0)


def ask(connection: Http2Connection, method: str, body: bytes = b"") -> asyncio.Task[object]:
    request = Request(method, "/x", "https", "store.example", (), body)
    return asyncio.create_task(connection.ask(request, limit_bytes=100, on_headers=lambda _reply: None))


async def given_up(connection: Http2Connection, *asked: asyncio.Task[object]) -> None:
    for task in asked:
        task.cancel()
    await asyncio.gather(*asked, return_exceptions=True)
    await connection.close()


def test_greeting_and_all_that_is_asked_at_one_moment_are_one_packet():
    async def run() -> list[bytes]:
        stream = SlowStream()
        connection = Http2Connection(cast("Stream", stream))
        for _ in range(9):
            stream.room.release()
        asked = []
        for method, body in (("GET", b""), ("PUT", b"segment"), ("PUT", b"")):
            asked.append(ask(connection, method, body))
            await asyncio.sleep(0)  # each gets the connection a turn after the one before
        await turns()
        writes = stream.writes[:]
        await given_up(connection, *asked)
        return writes

    (packet,) = asyncio.run(run())

    assert packet.startswith(PREFACE)
    assert [stream for kind, stream, _ in frames(packet) if kind == HEADERS] == [1, 3, 5]
    assert (DATA, 3, len(b"segment")) in frames(packet)


def test_a_small_request_comes_behind_one_frame_of_a_long_body_not_behind_all_of_it():
    async def run() -> list[tuple[int, int, int]]:
        stream = SlowStream()
        connection = Http2Connection(cast("Stream", stream))
        long = ask(connection, "PUT", LONG)
        await turns()
        stream.room.release()
        await turns()
        small = ask(connection, "HEAD")
        for _ in range(30):
            stream.room.release()
            await turns()
        sent = frames(b"".join(stream.writes))
        await given_up(connection, long, small)
        return sent

    sent = asyncio.run(run())

    place = sent.index(next(frame for frame in sent if frame[0] == HEADERS and frame[1] == 3))
    before = sum(length for kind, _, length in sent[:place] if kind == DATA)
    after = sum(length for kind, _, length in sent[place:] if kind == DATA)
    assert before <= 3 * 8_192
    assert before + after == len(LONG)
