"""HTTP/1.1 over one stream, one request at a time, for stores that speak nothing newer."""

import asyncio
import time
from contextlib import nullcontext, suppress

import h11

from desktop.sync.carriers.exchange import (
    MAX_HEADERS_BYTES,
    BodyTooLong,
    ConnectionBroken,
    OnHeaders,
    Reply,
    Request,
)
from desktop.sync.carriers.stream import Stream


class Http1Connection:
    """See HttpConnection. Whoever gives up in the middle leaves it unusable.

    `turn` is held while a body is handed over: of several connections to one store, one sends at a time.
    """

    is_shared = False

    def __init__(self, stream: Stream, *, turn: asyncio.Lock) -> None:
        self._stream = stream
        self._turn = turn
        self.heard_at_s = time.monotonic()
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=MAX_HEADERS_BYTES)

    @property
    def is_usable(self) -> bool:
        """See HttpConnection."""
        return self._h11.states == {h11.CLIENT: h11.IDLE, h11.SERVER: h11.IDLE} and not self._stream.is_cut

    async def ask(self, request: Request, *, limit_bytes: int, on_headers: OnHeaders) -> Reply:
        """See HttpConnection."""
        try:
            await self._send(request)
            reply = await self._receive(limit_bytes, on_headers)
        except h11.RemoteProtocolError as error:
            raise ConnectionBroken(f"no HTTP: {error}") from error
        if self._h11.our_state is h11.DONE and self._h11.their_state is h11.DONE:
            self._h11.start_next_cycle()
        return reply

    def nudge(self) -> None:
        """Nothing: HTTP/1.1 cannot speak before its reply."""

    async def close(self) -> None:
        """See HttpConnection."""
        self._stream.close()

    async def _send(self, request: Request) -> None:
        head = h11.Request(method=request.method, target=request.path, headers=_headers_of(request))
        parts = [self._h11.send(head)]
        if request.body:
            parts.append(self._h11.send(h11.Data(data=request.body)))
        parts.append(self._h11.send(h11.EndOfMessage()))
        # A server that refuses early (403, 507) ends the connection; its reply may be there to read.
        with suppress(BrokenPipeError, ConnectionResetError):
            async with self._turn if request.body else nullcontext():
                await self._stream.write(b"".join(part for part in parts if part))

    async def _receive(self, limit_bytes: int, on_headers: OnHeaders) -> Reply:
        reply = Reply()
        while True:
            event = self._h11.next_event()
            if event is h11.NEED_DATA:
                data = await self._stream.read()
                if not data and not reply.status:
                    raise ConnectionBroken("connection ended by the store")
                self._h11.receive_data(data)
                self.heard_at_s = time.monotonic()
            elif isinstance(event, h11.Response):
                reply.status = event.status_code
                reply.headers = {name.decode("ascii"): value.decode("latin-1") for name, value in event.headers}
                on_headers(reply)
            elif isinstance(event, h11.Data):
                reply.body += event.data
                if len(reply.body) > limit_bytes:
                    raise BodyTooLong(reply)
            elif isinstance(event, h11.EndOfMessage):
                return reply
            elif isinstance(event, h11.ConnectionClosed):
                raise ConnectionBroken("connection ended by the store")


def _headers_of(request: Request) -> list[tuple[str, str]]:
    length = [("content-length", str(len(request.body)))] if request.method in ("PUT", "POST") or request.body else []
    return [("host", request.authority), *request.headers, *length]
