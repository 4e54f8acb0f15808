"""A weak link at IP level: two network namespaces, a TUN device in each, and this process as the wire between them.

    python -m tests.bench_sync.weaklink NAME '{"up_bps": 64000, …}'      (root, iproute2, /dev/net/tun)

What is sent on either side is read as packets, delayed, lost, queued and cut by the figures of a Link, so that the
kernel's own TCP on both ends meets real delay and real loss. A second process, because the wire must not wait for what
it carries. It says `ready` on standard output; each line on standard input is a command that gets one line back:
`counters` and `restart` (counters at zero, the schedule of cuts at its beginning). It ends, and takes the namespaces
away, when standard input is closed.
"""

import contextlib
import ctypes
import fcntl
import heapq
import itertools
import os
import random
import select
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import msgspec

HALL_IP, CITY_IP = "10.77.0.2", "10.77.0.1"
SYN, RST, TCP = 0x02, 0x04, 6
_CLONE_NEWNET = 0x40000000
_TUNSETIFF = 0x400454CA
_IFF_TUN_NO_PI = 0x1001
_PACKETS_AT_ONCE = 64


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A line from a hall to the city. Rates are of IP packets, headers included; `delay_s` is one way.

    `up_s` of connection, then `down_s` of none, over and over; 0: never cut. As with a modem that dials again, what was
    open before a cut is dead after it: the hall is told by a reset, the city hears nothing.
    """

    up_bps: int
    down_bps: int
    delay_s: float
    loss: float = 0.0
    queue_s: float = 4.0
    mtu: int = 1400
    up_s: float = 0.0
    down_s: float = 0.0
    seed: int = 7

    def dial(self, age_s: float) -> int | None:
        """Which connection of the modem this is, from 0; None while there is none."""
        if not self.up_s:
            return 0
        number, since_s = divmod(age_s, self.up_s + self.down_s)
        return int(number) if since_s < self.up_s else None


WEAK = Link(up_bps=64_000, down_bps=256_000, delay_s=0.3, loss=0.03)
FLAP = msgspec.structs.replace(WEAK, up_s=20.0, down_s=5.0)
LAN = Link(up_bps=100_000_000, down_bps=100_000_000, delay_s=0.0002)


class Counters(msgspec.Struct):
    """Packets and bytes that were given to one direction of the wire (retransmissions too), and what became of them."""

    packets: int = 0
    size_bytes: int = 0
    lost: int = 0
    overflowed: int = 0
    cut: int = 0


class Both(msgspec.Struct):
    """Both directions, as seen from the hall."""

    up: Counters
    down: Counters


@dataclass(slots=True)
class Direction:
    """One way through the wire: packets that come in at one device leave by the other."""

    way_in: int
    way_out: int
    bps: int
    counters: Counters
    busy_until: float = 0.0

    def reset(self) -> None:
        self.counters = Counters()


class Wire:
    """Carries packets between two devices until it is told to end."""

    def __init__(self, link: Link, hall: int, city: int, *, trace: TextIO | None = None) -> None:
        self._link = link
        self.up = Direction(hall, city, link.up_bps, Counters())
        self.down = Direction(city, hall, link.down_bps, Counters())
        self._chance = random.Random(link.seed)
        self._on_the_way: list[tuple[float, int, int, bytes]] = []
        self._order = itertools.count()
        self._dialled: dict[tuple[int, int], int] = {}
        self._trace = trace
        self._start = time.monotonic()

    def restart(self) -> None:
        """Counters at zero, the schedule of cuts at its beginning."""
        self.up.reset()
        self.down.reset()
        self._dialled.clear()
        self._start = time.monotonic()

    def run(self, commands: int) -> None:
        """Serves until `commands`, a file descriptor, is closed at its other end."""
        while True:
            readable, _, _ = select.select([self.up.way_in, self.down.way_in, commands], [], [], self._deliver())
            for direction in (self.up, self.down):
                if direction.way_in in readable:
                    self._take(direction)
            if commands in readable:
                asked = os.read(commands, 4096).decode().split()
                if not asked:
                    return
                for command in asked:
                    self._answer(command)

    def _answer(self, command: str) -> None:
        if command == "restart":
            self.restart()
        print(msgspec.json.encode(Both(self.up.counters, self.down.counters)).decode(), flush=True)

    def _deliver(self) -> float:
        """Sends on what has arrived; seconds until the next packet does."""
        now = time.monotonic()
        while self._on_the_way and self._on_the_way[0][0] <= now:
            _, _, way_out, packet = heapq.heappop(self._on_the_way)
            with contextlib.suppress(OSError):  # the device is full or going down: a packet lost like any other
                os.write(way_out, packet)
        return max(0.0, self._on_the_way[0][0] - now) if self._on_the_way else 1.0

    def _take(self, direction: Direction) -> None:
        for _ in range(_PACKETS_AT_ONCE):
            try:
                packet = os.read(direction.way_in, 65536)
            except BlockingIOError:
                return
            if packet[0] >> 4 == 4:
                self._carry(direction, packet, time.monotonic())

    def _carry(self, direction: Direction, packet: bytes, now: float) -> None:
        counters = direction.counters
        counters.packets += 1
        counters.size_bytes += len(packet)
        fate = self._fate(direction, packet, now)
        if fate:
            setattr(counters, fate, getattr(counters, fate) + 1)
        self._note(direction, packet, now, fate)

    def _fate(self, direction: Direction, packet: bytes, now: float) -> str:
        """Puts the packet on its way, or says what became of it."""
        if self._is_cut(direction, packet, now):
            return "cut"
        begin = max(now, direction.busy_until)
        if begin - now > self._link.queue_s:
            return "overflowed"
        direction.busy_until = begin + len(packet) * 8 / direction.bps
        if self._chance.random() < self._link.loss:
            return "lost"
        arrival = direction.busy_until + self._link.delay_s
        heapq.heappush(self._on_the_way, (arrival, next(self._order), direction.way_out, packet))
        return ""

    def _is_cut(self, direction: Direction, packet: bytes, now: float) -> bool:
        dial = self._link.dial(now - self._start)
        if dial is None:
            return True
        if not self._link.up_s or packet[9] != TCP:
            return False
        from_hall = direction is self.up
        ports, flags = _ports(packet), _flags(packet)
        flow = ports if from_hall else (ports[1], ports[0])
        if from_hall and flags & SYN:
            self._dialled[flow] = dial
        if self._dialled.get(flow, dial) == dial:
            return False
        if from_hall and not flags & RST:
            with contextlib.suppress(OSError):
                os.write(self.up.way_in, reset_of(packet))
        return True

    def _note(self, direction: Direction, packet: bytes, now: float, fate: str) -> None:
        if self._trace is None:
            return
        way = ">" if direction is self.up else "<"
        detail = f"{_ports(packet)} {_flags(packet):#04x} {_payload(packet)}" if packet[9] == TCP else f"ip {packet[9]}"
        self._trace.write(f"{now - self._start:9.3f} {way} {len(packet):5} {detail} {fate}\n")
        self._trace.flush()


def _header(packet: bytes) -> int:
    return (packet[0] & 15) * 4


def _ports(packet: bytes) -> tuple[int, int]:
    source, target = struct.unpack_from("!HH", packet, _header(packet))
    return source, target


def _flags(packet: bytes) -> int:
    return packet[_header(packet) + 13]


def _payload(packet: bytes) -> int:
    """Bytes of the packet that are no headers."""
    begin = _header(packet)
    return len(packet) - begin - (packet[begin + 12] >> 4) * 4


def checksum(data: bytes) -> int:
    """The Internet checksum (RFC 1071)."""
    padded = data + b"\0" * (len(data) % 2)
    total: int = sum(struct.unpack(f"!{len(padded) // 2}H", padded))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def reset_of(packet: bytes) -> bytes:
    """The reset with which a TCP packet is answered when nobody knows its connection (RFC 9293 3.10.7.1)."""
    source, target = packet[16:20], packet[12:16]
    sport, dport = _ports(packet)
    acknowledged: int = struct.unpack_from("!I", packet, _header(packet) + 8)[0]
    bare = struct.pack("!HHIIBBHHH", dport, sport, acknowledged, 0, 0x50, RST, 0, 0, 0)
    pseudo = source + target + struct.pack("!BBH", 0, TCP, len(bare))
    segment = bare[:16] + struct.pack("!H", checksum(pseudo + bare)) + bare[18:]
    ip = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(segment), 0, 0, 64, TCP, 0, source, target)
    return ip[:10] + struct.pack("!H", checksum(ip)) + ip[12:] + segment


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)


def _tun(namespace: str, address: str, peer: str, mtu: int) -> int:
    """A device in the namespace, and the descriptor of its other end here."""
    libc = ctypes.CDLL("libc.so.6", use_errno=True)
    home = os.open("/proc/self/ns/net", os.O_RDONLY)
    there = os.open(f"/var/run/netns/{namespace}", os.O_RDONLY)
    try:
        if libc.setns(there, _CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), "setns")
        device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(device, _TUNSETIFF, struct.pack("16sH22x", b"line", _IFF_TUN_NO_PI))
    finally:
        libc.setns(home, _CLONE_NEWNET)
        os.close(there)
        os.close(home)
    _ip("-n", namespace, "addr", "add", address, "peer", peer, "dev", "line")
    _ip("-n", namespace, "link", "set", "line", "mtu", str(mtu), "up")
    return device


@contextlib.contextmanager
def namespaces(name: str) -> Iterator[tuple[str, str]]:
    """Two network namespaces, of the hall and of the city, gone at the end."""
    made = (f"{name}-hall", f"{name}-city")
    try:
        for each in made:
            _ip("netns", "add", each)
            _ip("-n", each, "link", "set", "lo", "up")
        yield made
    finally:
        for each in made:
            subprocess.run(["ip", "netns", "del", each], check=False, capture_output=True)


def main() -> None:
    """See the module."""
    name, spec, *trace = sys.argv[1:]
    link = msgspec.json.decode(spec, type=Link)
    os.nice(-15)  # a busy machine must not make the line slower than its figures
    with namespaces(name) as (hall, city), contextlib.ExitStack() as stack:
        ends = _tun(hall, HALL_IP, CITY_IP, link.mtu), _tun(city, CITY_IP, HALL_IP, link.mtu)
        kept = stack.enter_context(Path(trace[0]).open("w", encoding="ascii")) if trace else None
        print("ready", flush=True)
        Wire(link, *ends, trace=kept).run(sys.stdin.fileno())


if __name__ == "__main__":
    main()
