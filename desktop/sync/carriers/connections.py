"""The connections to one HTTP store: one that many share with HTTP/2, as many as are asked at once with HTTP/1.1.

Kept between requests, with the addresses that the name server gave and the TLS session, because over the weak link each
of them costs a round trip or a kilobyte to get again.
"""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

from desktop.sync.carriers.exchange import HttpConnection
from desktop.sync.carriers.http1 import Http1Connection
from desktop.sync.carriers.http2 import Http2Connection
from desktop.sync.carriers.stream import Address, Stream, Tls, addresses_of, connect

_ADDRESSES_KEPT_S = 600.0
_SILENCE_S = 3.0
_LOOK_EVERY_S = 0.25
# Without any acknowledgement: four round trips of the weak link, more than a lost last packet takes to be made good.
_STALL_S = 2.5
_TRY_S = 1.8
_SHORT_TRIES = 2
_ATTEMPT_KEPT_S = 10.0
_QUIET_S = 2.0
"""Without a word while a reply is waited for, until the other side is asked for a sign of life."""
_PROTOCOLS = ["h2", "http/1.1"]


class Connections:
    """Opens, shares, keeps and closes them. `ca_file` names the certificate to trust, empty: those of the system."""

    def __init__(self, url: str, *, ca_file: str = "") -> None:
        parts = urlsplit(url)
        self._is_tls = parts.scheme == "https"
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if self._is_tls else 80)
        self._ca_file = ca_file
        self._context: ssl.SSLContext | None = None
        self._addresses: list[Address] = []
        self._addresses_at_s = 0.0
        self._newest: Stream | None = None
        self._session: ssl.SSLSession | None = None
        self._shared: HttpConnection | None = None
        self._free: list[HttpConnection] = []
        self._opening = asyncio.Lock()
        self._turn = asyncio.Lock()
        self._busy = 0
        self._watcher: asyncio.Task[None] | None = None
        self._attempt: asyncio.Task[Stream] | None = None
        self._attempt_at_s = 0.0
        self.opened = 0
        self.resumed = 0

    @asynccontextmanager
    async def borrowed(self) -> AsyncIterator[HttpConnection]:
        """A connection to ask one thing; not used again if it was given up on in silence."""
        connection = await self._take()
        began_s = time.monotonic()
        self._watch()
        try:
            yield connection
        except asyncio.CancelledError:  # a time-out comes as one too
            if time.monotonic() - max(began_s, connection.heard_at_s) > _SILENCE_S:
                await self._drop(connection)
            raise
        finally:
            self._unwatch()
            await self._give_back(connection)

    async def probe(self) -> HttpConnection:
        """A connection to a server whose certificate nobody looks at: never send it anything of worth. Close it."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return Http1Connection(
            await connect(await self._known_addresses(), tls=Tls(context, self._host)), turn=self._turn
        )

    async def close(self) -> None:
        """Close all."""
        await self._give_up_attempt()
        for connection in (*self._free, *((self._shared,) if self._shared else ())):
            await connection.close()
        self._free.clear()
        self._shared = None

    def _watch(self) -> None:
        self._busy += 1
        if self._watcher is None:
            self._watcher = asyncio.create_task(self._watch_over())

    def _unwatch(self) -> None:
        self._busy -= 1
        if not self._busy and self._watcher is not None:
            self._watcher.cancel()
            self._watcher = None

    async def _watch_over(self) -> None:
        """While something is asked: if nothing is acknowledged any more, see whether a new connection fares better.

        After a cut the system sends again ever more seldom, and learns late that the old connection is dead; a new one
        is tried at short intervals meanwhile. It takes the old one's place only if that is silent still.
        """
        stalled_since_s: float | None = None
        nudged_s = time.monotonic()
        while True:
            await asyncio.sleep(_LOOK_EVERY_S)
            shared, stream, now_s = self._shared, self._newest, time.monotonic()
            if shared is None or stream is None or not stream.unacknowledged_s:
                stalled_since_s = None
                if shared is not None and now_s - max(shared.heard_at_s, nudged_s) > _QUIET_S:
                    # The request has arrived and its reply may be lost with the line: only what is sent tells.
                    shared.nudge()
                    nudged_s = now_s
                continue
            stalled_since_s = stalled_since_s or now_s
            if min(stream.unacknowledged_s, now_s - stalled_since_s) > _STALL_S:
                await self._try_to_replace(shared, stream)

    async def _try_to_replace(self, shared: HttpConnection, stream: Stream) -> None:
        if self._attempt is None:
            self._attempt = asyncio.create_task(self._attempted())
            self._attempt_at_s = time.monotonic()
        attempt = self._attempt
        try:
            fresh = await asyncio.shield(attempt)
        except OSError:  # no better
            if self._attempt is attempt:
                self._attempt = None
            return
        if self._attempt is not attempt:  # a request that found the old one dead has taken it
            return
        self._attempt = None
        if self._shared is not shared or fresh.protocol != "h2" or stream.unacknowledged_s < _STALL_S:
            fresh.close()
            return
        self._adopt(fresh)
        await shared.close()

    async def _attempted(self) -> Stream:
        return await connect(await self._known_addresses(), tls=self._tls(), patience_s=_TRY_S)

    async def _give_up_attempt(self) -> None:
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            attempt.cancel()
            with suppress(OSError, asyncio.CancelledError):
                (await attempt).close()

    async def _take(self) -> HttpConnection:
        async with self._opening:
            if self._shared is not None:
                if self._shared.is_usable:
                    return self._shared
                await self._drop(self._shared)
            while self._free:
                connection = self._free.pop()
                if connection.is_usable:
                    return connection
                await connection.close()
            return await self._open()

    async def _open(self) -> HttpConnection:
        if time.monotonic() - self._attempt_at_s > _ATTEMPT_KEPT_S:
            await self._give_up_attempt()
        attempt, self._attempt = self._attempt, None
        if attempt is not None:  # begun beside the old connection: half the way is done
            with suppress(OSError):
                return self._adopt(await attempt)
        try:
            return self._adopt(await self._connected())
        except OSError:
            self._addresses_at_s = 0.0  # it may have moved
            raise

    async def _connected(self) -> Stream:
        """A first packet that is lost is sent again after 1, 2, 4 seconds: short tries meet the end of a cut sooner."""
        for _ in range(_SHORT_TRIES):
            with suppress(TimeoutError):
                return await connect(await self._known_addresses(), tls=self._tls(), patience_s=_TRY_S)
        return await connect(await self._known_addresses(), tls=self._tls())

    def _adopt(self, stream: Stream) -> HttpConnection:
        self._newest = stream
        self.opened += 1
        self.resumed += stream.is_resumed
        if stream.protocol != "h2":
            return Http1Connection(stream, turn=self._turn)
        self._shared = Http2Connection(stream)
        return self._shared

    def _tls(self) -> Tls | None:
        return Tls(self._trust(), self._host, self._last_session()) if self._is_tls else None

    async def _known_addresses(self) -> list[Address]:
        now_s = time.monotonic()
        if not self._addresses or now_s - self._addresses_at_s > _ADDRESSES_KEPT_S or not self._addresses_at_s:
            self._addresses = await addresses_of(self._host, self._port)
            self._addresses_at_s = now_s
        return self._addresses

    def _trust(self) -> ssl.SSLContext:
        if self._context is None:
            self._context = ssl.create_default_context(cafile=self._ca_file or None)
            self._context.set_alpn_protocols(_PROTOCOLS)
        return self._context

    def _last_session(self) -> ssl.SSLSession | None:
        if self._newest is not None:
            self._session = self._newest.session or self._session
        return self._session

    async def _give_back(self, connection: HttpConnection) -> None:
        if connection is self._shared:
            return
        if connection.is_usable and not connection.is_shared:
            self._free.append(connection)
        else:
            await connection.close()

    async def _drop(self, connection: HttpConnection) -> None:
        if connection is self._shared:
            self._shared = None
        await connection.close()
