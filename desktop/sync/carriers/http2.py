"""HTTP/2 over one stream: many requests at once, each of which can be given up without harm to the others.

h2 speaks the protocol; here are only its two tasks, one that reads and one that writes, and the requests that wait for
them. A reply that comes before the body is sent whole (403, 507) ends the sending.
"""

import asyncio
import time
from contextlib import suppress

import h2.config
import h2.connection
import h2.errors
import h2.events
import h2.exceptions
import h2.settings

from desktop.sync.carriers.exchange import (
    MAX_HEADERS_BYTES,
    BodyTooLong,
    ConnectionBroken,
    OnHeaders,
    Reply,
    Request,
)
from desktop.sync.carriers.stream import Stream

_STREAM_WINDOW_BYTES = 1 << 20
_CONNECTION_WINDOW_BYTES = 1 << 24
_FRAME_BYTES = 8_192  # a second of the weak line: so long do small things wait for a large one
_PING = b"yichuang"
_OTHERS_MOMENT = 4
"""Turns of the loop in which what others ask at the same moment comes along in one packet."""


class _Answer:
    """What one request waits for."""

    def __init__(self, limit_bytes: int, on_headers: OnHeaders) -> None:
        self.reply = Reply()
        self.limit_bytes = limit_bytes
        self.on_headers = on_headers
        self.failure: Exception | None = None
        self.is_whole = False
        self.changed = asyncio.Event()

    @property
    def is_over(self) -> bool:
        return self.is_whole or self.failure is not None

    def fail(self, failure: Exception) -> None:
        if not self.is_over:
            self.failure = failure
        self.changed.set()


class Http2Connection:
    """See HttpConnection."""

    is_shared = True

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        config = h2.config.H2Configuration(client_side=True, header_encoding="utf-8")
        self._h2 = h2.connection.H2Connection(config)
        self._h2.local_settings = h2.settings.Settings(
            client=True,
            initial_values={
                h2.settings.SettingCodes.ENABLE_PUSH: 0,
                h2.settings.SettingCodes.INITIAL_WINDOW_SIZE: _STREAM_WINDOW_BYTES,
                h2.settings.SettingCodes.MAX_HEADER_LIST_SIZE: MAX_HEADERS_BYTES,
            },
        )
        self._h2.initiate_connection()
        self._h2.increment_flow_control_window(_CONNECTION_WINDOW_BYTES)
        self._answers: dict[int, _Answer] = {}
        self._is_ended = False
        self.heard_at_s = time.monotonic()
        # One body after the other: two that share a slow line would both be whole at the same late moment, and the line
        # idle for a round trip before the next two; and a cut would spoil both.
        self._turn = asyncio.Lock()
        self._is_unsent = asyncio.Event()  # set by the first request, so that greeting and request are one packet
        self._has_greeted = asyncio.Event()  # to read sends what TLS still has to send: that waits for the request too
        self._tasks = (asyncio.create_task(self._write()), asyncio.create_task(self._read()))

    @property
    def is_usable(self) -> bool:
        """See HttpConnection."""
        return not self._is_ended

    async def ask(self, request: Request, *, limit_bytes: int, on_headers: OnHeaders) -> Reply:
        """See HttpConnection."""
        if self._is_ended:
            raise ConnectionBroken("connection ended")
        number = self._h2.get_next_available_stream_id()
        answer = self._answers[number] = _Answer(limit_bytes, on_headers)
        try:
            self._h2.send_headers(number, _headers_of(request), end_stream=not request.body)
            if not request.body:  # else head and body go out together
                self._is_unsent.set()
            if request.body:
                async with self._turn:
                    await self._send_body(number, request.body, answer=answer)
            while not answer.is_over:
                await _change_of(answer)
        finally:
            del self._answers[number]
            self._give_up(number)
        if answer.failure is not None:
            raise answer.failure
        return answer.reply

    def nudge(self) -> None:
        """See HttpConnection."""
        if not self._is_ended:
            self._h2.ping(_PING)
            self._is_unsent.set()

    async def close(self) -> None:
        """See HttpConnection."""
        self._end(ConnectionBroken("closed"))
        for task in self._tasks:
            task.cancel()
        try:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        finally:  # whoever closes may be given up on by those whom this has just told
            self._stream.close()

    async def _send_body(self, number: int, body: bytes, *, answer: _Answer) -> None:
        start = 0
        while start < len(body) and not answer.is_over:
            room = min(self._h2.local_flow_control_window(number), self._h2.max_outbound_frame_size, _FRAME_BYTES)
            if room <= 0 or (start and self._is_unsent.is_set()):  # wait for the window, or the writer to catch up
                await _change_of(answer)
                continue
            end = start + room
            self._h2.send_data(number, body[start:end], end_stream=end >= len(body))
            self._is_unsent.set()
            start = end

    def _give_up(self, number: int) -> None:
        """Tell the server to forget a stream that is not at its end."""
        with suppress(h2.exceptions.ProtocolError):  # it is at its end
            self._h2.reset_stream(number, h2.errors.ErrorCodes.CANCEL)
        self._is_unsent.set()

    async def _write(self) -> None:
        try:
            while True:
                await self._is_unsent.wait()
                for _ in range(_OTHERS_MOMENT):
                    await asyncio.sleep(0)
                while data := self._h2.data_to_send():
                    await self._stream.write(data)
                self._has_greeted.set()
                self._is_unsent.clear()
                for answer in self._answers.values():
                    answer.changed.set()
        except OSError as error:
            self._end(error)

    async def _read(self) -> None:
        await self._has_greeted.wait()
        try:
            while data := await self._stream.read():
                self.heard_at_s = time.monotonic()
                for event in self._h2.receive_data(data):
                    self._take(event)
                self._is_unsent.set()
            self._end(ConnectionBroken("connection ended by the store"))
        except OSError as error:
            self._end(error)
        except h2.exceptions.ProtocolError as error:
            self._end(ConnectionBroken(f"no HTTP/2: {error}"))

    def _end(self, failure: Exception) -> None:
        self._is_ended = True
        for answer in self._answers.values():
            answer.fail(failure)

    def _take(self, event: h2.events.Event) -> None:
        match event:
            case h2.events.ConnectionTerminated():
                self._no_more_streams(event.last_stream_id or 0)
            case h2.events.WindowUpdated() | h2.events.RemoteSettingsChanged():
                for answer in self._answers.values():
                    answer.changed.set()
            case h2.events.DataReceived():
                self._h2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
                self._take_of_stream(event.stream_id, event)
            case h2.events.ResponseReceived() | h2.events.StreamEnded() | h2.events.StreamReset():
                self._take_of_stream(event.stream_id, event)

    def _take_of_stream(self, number: int, event: h2.events.Event) -> None:
        answer = self._answers.get(number)
        if answer is None:
            return
        match event:
            case h2.events.ResponseReceived():
                headers = {str(name): str(value) for name, value in event.headers}
                answer.reply.status = int(headers.pop(":status"))
                answer.reply.headers = headers
                answer.on_headers(answer.reply)
            case h2.events.DataReceived():
                answer.reply.body += event.data
                if len(answer.reply.body) > answer.limit_bytes:
                    answer.fail(BodyTooLong(answer.reply))
            case h2.events.StreamEnded():
                answer.is_whole = not answer.failure
            case h2.events.StreamReset():
                answer.fail(ConnectionBroken(f"stream reset: {event.error_code}"))
        answer.changed.set()

    def _no_more_streams(self, last: int) -> None:
        """The server ends the connection: it answers what it has begun with, the rest has to be asked anew."""
        self._is_ended = True
        for number, answer in self._answers.items():
            if number > last:
                answer.fail(ConnectionBroken("connection ended by the store"))


async def _change_of(answer: _Answer) -> None:
    answer.changed.clear()
    await answer.changed.wait()


def _headers_of(request: Request) -> list[tuple[str, str]]:
    pseudo = [
        (":method", request.method),
        (":scheme", request.scheme),
        (":authority", request.authority),
        (":path", request.path),
    ]
    length = [("content-length", str(len(request.body)))] if request.method in ("PUT", "POST") or request.body else []
    return [*pseudo, *request.headers, *length]
