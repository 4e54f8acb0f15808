"""The lines on which sync is measured: the weak link at IP level for root, an emulation on the loopback for others.

A line has two ends. `hall` and `city` are what a command must begin with to run there.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import msgspec

from tests.bench_sync.loopback import Relay, relay
from tests.bench_sync.weaklink import CITY_IP, LAN, Both, Counters, Link

ROOT = Path(__file__).parents[2]


def can_have_namespaces() -> bool:
    """Whether the weak link can be made at IP level here."""
    return os.geteuid() == 0 and shutil.which("ip") is not None and Path("/dev/net/tun").exists()


class Line(Protocol):
    """A line that is up. `city_address` is where a server of the city listens, `is_real`: at IP level."""

    @property
    def link(self) -> Link: ...
    @property
    def is_real(self) -> bool: ...
    @property
    def city_address(self) -> str: ...
    @property
    def hall(self) -> tuple[str, ...]: ...
    @property
    def city(self) -> tuple[str, ...]: ...
    def reach(self, port: int) -> tuple[str, int]:
        """Where the hall finds what listens on `port` of the city."""

    def restart(self) -> None:
        """Counters at zero; a line that is cut by a schedule begins it anew."""

    def counters(self) -> Both:
        """What went over the line since the last restart, headers and retransmissions included."""


@dataclass(slots=True)
class RealLine:
    """Two namespaces and the wire between them."""

    link: Link
    is_real: bool
    city_address: str
    hall: tuple[str, ...]
    city: tuple[str, ...]
    _wire: subprocess.Popen[str] = field(repr=False)

    def reach(self, port: int) -> tuple[str, int]:
        """Where the hall finds what listens on `port` of the city."""
        return self.city_address, port

    def restart(self) -> None:
        """Counters at zero; a line that is cut by a schedule begins it anew."""
        self._ask("restart")

    def counters(self) -> Both:
        """What went over the line since the last restart, headers and retransmissions included."""
        return self._ask("counters")

    def _ask(self, command: str) -> Both:
        assert self._wire.stdin
        assert self._wire.stdout
        self._wire.stdin.write(command + "\n")
        self._wire.stdin.flush()
        return msgspec.json.decode(self._wire.stdout.readline(), type=Both)


@contextlib.contextmanager
def real_line(link: Link, *, trace: Path | None = None) -> Iterator[RealLine]:
    """The link between two namespaces; needs root. `trace` gets a line for each packet."""
    name = f"yc{os.getpid()}"
    command = [sys.executable, "-m", "tests.bench_sync.weaklink", name, msgspec.json.encode(link).decode()]
    command += [str(trace)] if trace else []
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as wire:
        assert wire.stdin
        assert wire.stdout
        try:
            assert wire.stdout.readline() == "ready\n"
            enter = ("ip", "netns", "exec")
            yield RealLine(link, True, CITY_IP, (*enter, f"{name}-hall"), (*enter, f"{name}-city"), wire)
        finally:
            wire.stdin.close()
            wire.wait(10)


@dataclass(frozen=True, slots=True)
class EmulatedLine:
    """A relay on the loopback; both ends are this machine."""

    link: Link
    _relay: Relay = field(repr=False)
    is_real: bool = False
    city_address: str = "127.0.0.1"
    hall: tuple[str, ...] = ()
    city: tuple[str, ...] = ()

    def reach(self, port: int) -> tuple[str, int]:
        """Where the hall finds what listens on `port` of the city."""
        return self.city_address, self._relay.reach(port)

    def restart(self) -> None:
        """Counters at zero; a line that is cut by a schedule begins it anew."""
        self._relay.restart()

    def counters(self) -> Both:
        """What went over the line since the last restart; headers are reckoned."""
        return self._relay.counters()


@dataclass(frozen=True, slots=True)
class NoLine:
    """City and hall on one machine with nothing between: as fast as it goes."""

    link: Link = LAN
    is_real: bool = False
    city_address: str = "127.0.0.1"
    hall: tuple[str, ...] = ()
    city: tuple[str, ...] = ()

    def reach(self, port: int) -> tuple[str, int]:
        """The server itself."""
        return self.city_address, port

    def restart(self) -> None:
        """Nothing is counted."""

    def counters(self) -> Both:
        """Nothing was."""
        return Both(Counters(), Counters())


@contextlib.contextmanager
def line_for(link: Link, *, trace: Path | None = None) -> Iterator[Line]:
    """The link as well as it can be had here."""
    if can_have_namespaces():
        with real_line(link, trace=trace) as real:
            yield real
    else:
        with relay(link) as emulated:
            yield EmulatedLine(link, emulated)


def floor_s(link: Link, payload_bytes: int) -> float:
    """The physical limit of bringing so many bytes up: their time on the wire and one round trip."""
    return payload_bytes * 8 / link.up_bps + 2 * link.delay_s


def floor_down_s(link: Link, payload_bytes: int) -> float:
    """The same for what comes down."""
    return payload_bytes * 8 / link.down_bps + 2 * link.delay_s


def floor_with_cuts_s(link: Link, payload_bytes: int) -> float:
    """The same on a line that is cut by a schedule: only the time of connection counts."""
    working_s = floor_s(link, payload_bytes)
    return working_s + (working_s // link.up_s) * link.down_s if link.up_s else working_s
