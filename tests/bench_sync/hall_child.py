"""A window at work: `python -m tests.bench_sync.hall_child PROFILE`; every command is answered by its seconds.

look            one cycle: what the city says, then everything that waits
hang_up         the connection is let go, as by a store that has waited long; its TLS session is remembered
begin_anew      the same, and nothing is remembered, as by the next start of the program
case SERIAL     a case is taken in, and one cycle
pages N BYTES   so many pages of random bytes are scanned, for one case each (not sent yet)
send            the pump runs by itself until nothing is left that is not in the store
"""

import asyncio
import hashlib
import random
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.clock import SystemClock
from desktop.domain.events import ScanAdded
from desktop.domain.people import Session
from desktop.ports_sync import LineState
from desktop.store.outbox import Outbox
from desktop.sync.burst import QUIET
from desktop.sync.carrier import Carrier
from desktop.sync.carriers import open_carrier
from desktop.sync.pump import Pump
from desktop.sync.store_config import StoreConfig
from desktop.sync.timing import LoopTiming
from tests.bench_sync.offices import take_in_one
from tests.builders import HALL, LEAD
from tests.proof.profiles import PASSWORD

_LOOK_EVERY_S = 0.05


class NotingCarrier:
    """The real carrier; notes when the store has last said that it has an entry or a page."""

    def __init__(self, real: Carrier) -> None:
        self._real = real
        self.stored_s = 0.0

    async def put_new(self, name: str, body: bytes) -> bool:
        is_new = await self._real.put_new(name, body)
        if body:
            self.stored_s = time.monotonic()
        return is_new

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


class Window:
    """The open counter and its pump."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._pages: dict[str, bytes] = {}
        self._carrier: NotingCarrier | None = None
        self._outbox = Outbox(counter.store, adopt=lambda *_: None, page=lambda sha256: self._pages.get(sha256))
        self._outbox.set_setting(QUIET, "0")  # entries are sent at once, as by the button
        self._pump = Pump(
            self._outbox,
            open_carrier=self._open,
            clock=SystemClock(),
            timing=LoopTiming(),
            chance=random.Random(1),
        )

    def _open(self, config: StoreConfig) -> Carrier:
        self._carrier = NotingCarrier(open_carrier(config))
        return self._carrier

    def stored_after_s(self, begin: float) -> float:
        """How long after `begin` the store had the last entry or page; 0: none since."""
        stored = self._carrier.stored_s if self._carrier else 0.0
        return stored - begin if stored > begin else 0.0

    async def look(self) -> None:
        await self._pump.cycle()
        standing = self._pump.standing
        if standing.state is not LineState.ONLINE or standing.troubles:
            print(standing, file=sys.stderr)

    async def hang_up(self) -> None:
        assert self._carrier
        await self._carrier.close()

    async def begin_anew(self) -> None:
        await self._pump.close()

    async def case(self, serial: str) -> None:
        take_in_one(self._counter, int(serial))
        await self.look()

    async def pages(self, count: str, size_bytes: str) -> None:
        chance = random.Random(5)
        for place in range(int(count)):
            page = chance.randbytes(int(size_bytes))
            digest = hashlib.sha256(page).hexdigest()
            self._pages[digest] = page
            scan = ScanAdded(sha256=digest, material_code="m1", place=1, media="image/webp", size_bytes=len(page))
            with self._counter.store.write(Session(clerk=LEAD, window=HALL.window)) as unit:
                unit.record([scan], case_id=f"0192f0c0-0000-7000-8000-{900_000 + place:012}")

    async def send(self) -> None:
        running = asyncio.ensure_future(self._pump.run())
        try:
            while self._outbox.backlog().bytes_left:
                await asyncio.sleep(_LOOK_EVERY_S)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def serve(window: Window) -> None:
    """Commands until there are no more."""
    print("ready", flush=True)
    while line := (await asyncio.to_thread(sys.stdin.readline)).split():
        work: Callable[..., Awaitable[None]] = getattr(window, line[0])
        begin = time.monotonic()
        await work(*line[1:])
        print(time.monotonic() - begin, window.stored_after_s(begin), flush=True)
    await window.begin_anew()


def main() -> None:
    """See the module."""
    counter, _session = bootstrap.open_profile(Path(sys.argv[1]), LEAD.clerk_id, PASSWORD, clock=SystemClock())
    try:
        asyncio.run(serve(Window(counter)))
    finally:
        counter.close()


if __name__ == "__main__":
    main()
