"""One TCP connection, with TLS where asked: as few round trips as there are, and a dead line noticed early.

Our own and not asyncio's transport, because that cannot resume a TLS session: a cold connection over the weak link
then costs the certificates anew, 1 to 3 KB each time. One reader and one writer at a time; a cancelled write leaves
the connection useless, so writes belong to whoever owns the connection.
"""

import asyncio
import socket
import ssl
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass

CONNECT_S = 10.0
"""Longest wait for one address to answer."""
_READ_BYTES = 65_536
# Milliseconds without any acknowledgement of what was sent, then the system gives the connection up. Three cuts of
# five seconds in a row pass it; the system's own patience is a quarter of an hour.
_UNACKNOWLEDGED_MS = 15_000
_KEEPALIVE = (("TCP_KEEPIDLE", 20), ("TCP_KEEPINTVL", 4), ("TCP_KEEPCNT", 3), ("TCP_USER_TIMEOUT", _UNACKNOWLEDGED_MS))

# Bytes that wait in the system beyond what is on the line: what is asked meanwhile comes behind no more than these.
_UNSENT_BYTES = 10_240
_UNSENT: int | None = getattr(socket, "TCP_NOTSENT_LOWAT", None)
_QUICK_ACK: int | None = getattr(socket, "TCP_QUICKACK", None)

# struct tcp_info of Linux: tcpi_unacked, tcpi_last_ack_recv (milliseconds ago).
_TCP_INFO: int | None = getattr(socket, "TCP_INFO", None) if sys.platform == "linux" else None
_INFO, _INFO_BYTES, _INFO_OFFSETS = struct.Struct("=I"), 60, (24, 56)

Address = tuple[socket.AddressFamily, tuple[str, int] | tuple[str, int, int, int]]


@dataclass(frozen=True, slots=True)
class Tls:
    """How to speak TLS: whom to trust, which name to expect, which session to go on with (None: a new one)."""

    context: ssl.SSLContext
    server_name: str
    session: ssl.SSLSession | None = None


class Stream:
    """A connected stream of bytes. Raises OSError (ssl.SSLError is one) for what the line did."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._loop = asyncio.get_running_loop()
        self._received = ssl.MemoryBIO()
        self._to_send = ssl.MemoryBIO()
        self._tls: ssl.SSLObject | None = None
        self._sending = asyncio.Lock()

    @property
    def protocol(self) -> str:
        """What both sides agreed to speak over TLS (`h2`, `http/1.1`); empty if they did not."""
        return (self._tls and self._tls.selected_alpn_protocol()) or ""

    @property
    def session(self) -> ssl.SSLSession | None:
        """The TLS session to go on with in a next connection, once the server has given a ticket for it."""
        session = self._tls.session if self._tls else None
        return session if session is not None and session.has_ticket else None

    @property
    def is_resumed(self) -> bool:
        """True if the TLS session went on from an earlier connection."""
        return bool(self._tls and self._tls.session_reused)

    @property
    def is_cut(self) -> bool:
        """True if the other side is known to have ended it; what has arrived unread does not count."""
        try:
            return self._socket.recv(1, socket.MSG_PEEK) == b""
        except (BlockingIOError, InterruptedError):
            return False
        except OSError:
            return True

    @property
    def unacknowledged_s(self) -> float:
        """Seconds since the last acknowledgement if sent bytes wait for one; 0 if none do, or nobody can say."""
        if _TCP_INFO is None:
            return 0.0
        try:
            told = self._socket.getsockopt(socket.IPPROTO_TCP, _TCP_INFO, _INFO_BYTES)
        except OSError:
            return 0.0
        if len(told) < _INFO_BYTES:
            return 0.0
        waiting, last_heard_ms = (_INFO.unpack_from(told, offset)[0] for offset in _INFO_OFFSETS)
        return float(last_heard_ms) / 1000 if waiting else 0.0

    async def start_tls(self, tls: Tls) -> None:
        """Agree on TLS."""
        self._tls = tls.context.wrap_bio(
            self._received, self._to_send, server_hostname=tls.server_name, session=tls.session
        )
        while True:
            try:
                self._tls.do_handshake()
            except ssl.SSLWantReadError:
                await self._flush()
                await self._receive()
            except ssl.SSLError:
                with suppress(OSError):
                    await self._flush()  # tells the other side why
                raise
            else:
                # The last message of the handshake waits for the request, and goes out in one packet with it.
                return

    async def read(self) -> bytes:
        """The next bytes; empty if the other side has ended the connection."""
        if self._tls is None:
            return await self._loop.sock_recv(self._socket, _READ_BYTES)
        while True:
            try:
                return self._tls.read(_READ_BYTES)
            except ssl.SSLWantReadError:
                await self._flush()
                await self._receive()
            except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
                return b""

    async def write(self, data: bytes) -> None:
        """Hand all of it to the system."""
        if self._tls is None:
            await self._loop.sock_sendall(self._socket, data)
            return
        self._tls.write(data)
        await self._flush()

    def close(self) -> None:
        """End it, without waiting for anybody."""
        self._socket.close()

    async def _flush(self) -> None:
        async with self._sending:
            data = self._to_send.read()
            if data:
                await self._loop.sock_sendall(self._socket, data)

    async def _receive(self) -> None:
        data = await self._loop.sock_recv(self._socket, _READ_BYTES)
        if data:
            self._received.write(data)
        else:
            self._received.write_eof()


async def addresses_of(host: str, port: int) -> list[Address]:
    """Where the host can be reached, best first. Raises socket.gaierror."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(family, address) for family, _, _, _, address in found]  # type: ignore[misc]


async def connect(addresses: list[Address], *, tls: Tls | None, patience_s: float = CONNECT_S) -> Stream:
    """A stream to the first address that answers within `patience_s`, and agrees on TLS within twice that time.

    Raises OSError of the last one; TimeoutError is one.
    """
    for position, (family, address) in enumerate(addresses):
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            stream = await _connected(sock, address, tls=tls, patience_s=patience_s)
        except BaseException as error:
            sock.close()
            is_last = position == len(addresses) - 1
            if is_last or not isinstance(error, OSError) or isinstance(error, ssl.SSLError):
                raise
        else:
            return stream
    raise OSError("no address")


async def _connected(
    sock: socket.socket, address: tuple[str | int, ...], *, tls: Tls | None, patience_s: float
) -> Stream:
    sock.setblocking(False)
    _set_options(sock)
    async with asyncio.timeout(patience_s):
        await asyncio.get_running_loop().sock_connect(sock, address)
    stream = Stream(sock)
    if tls is not None:
        async with asyncio.timeout(2 * patience_s):
            await stream.start_tls(tls)
    return stream


def _set_options(sock: socket.socket) -> None:
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if _QUICK_ACK is not None:  # acknowledgements travel with what is sent next, not each in a packet of its own
        sock.setsockopt(socket.IPPROTO_TCP, _QUICK_ACK, 0)
    if _UNSENT is not None:
        sock.setsockopt(socket.IPPROTO_TCP, _UNSENT, _UNSENT_BYTES)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _KEEPALIVE:
        option = getattr(socket, name, None)  # Linux knows all of them, others some
        if option is not None:
            with suppress(OSError):
                sock.setsockopt(socket.IPPROTO_TCP, option, value)
