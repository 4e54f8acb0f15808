"""Many windows at once over a real Apache, five to a hall, and collectors into whatever database the city has."""

import asyncio
import contextlib
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.city.collect import collect_once
from desktop.city.enrolling import new_enrolment
from desktop.city.folder import City
from desktop.city.joining import approve, take_joins
from desktop.store.store import Store
from desktop.sync.carrier import Carrier
from desktop.sync.carriers import open_carrier
from desktop.sync.problems import LineProblem
from desktop.sync.store_config import StoreConfig
from tests.servers.apache import Apache, apache
from tests.store.samples import KEY
from tests.sync.proof.halls import HALL, HallWindow, World, window_on, world

MOST_LAST_ROUNDS = 6
IN_A_HALL = 5
ASKED_IN = 2
"""Cycles: of many that make one folder at the same moment Apache may turn one away, which then asks again."""

AT_ONCE = 25
"""Cycles under way: the Apache of the tests has room for some fifty guests."""


@dataclass
class Crowd:
    """The city, its Apache and the windows, in one event loop. Times are seconds of what was measured."""

    runner: asyncio.Runner
    world: World
    server: Apache
    collectors: Sequence[City]
    seconds: float = 0.0
    pages: int = 0
    _chance: random.Random = field(default_factory=lambda: random.Random(3))

    def carrier(self, user: str = "city") -> Carrier:
        return open_carrier(StoreConfig(kind="webdav", options=self.server.options(user)))

    def work(self, *, rounds: int, cases: int) -> None:
        """In each round every window takes cases in, one with a page, and syncs while the city collects."""
        for _ in range(rounds):
            for window in self.world.windows:
                for place in range(cases):
                    has_page = place == 0
                    self.pages += has_page
                    self.world.act(window, page=self._chance.randbytes(30_000) if has_page else b"")
            begin = time.perf_counter()
            self.runner.run(self._everybody())
            self.seconds += time.perf_counter() - begin
            self.world.pass_time(1)

    def finish(self) -> None:
        """Until every window knows that the city has everything."""
        begin = time.perf_counter()
        for _ in range(MOST_LAST_ROUNDS):
            self.runner.run(self._everybody())
            self.world.pass_time(20)
            if all(self.world.is_at_rest(window) for window in self.world.windows):
                break
        self.seconds += time.perf_counter() - begin

    def enrol(self, folder: Path, count: int) -> None:
        """So many windows, asked and approved."""
        for place in range(count):
            hall, number = halls(count)[place // IN_A_HALL], f"{place % IN_A_HALL + 1:02}"
            profile = folder / f"window-{hall}-{number}"
            profile.mkdir()
            store = Store.create(profile, KEY, hall=hall, window=number, clock=self.world.clock)
            enrolment = new_enrolment(self.world.city, hall, number, hall_name="示例镇便民服务中心")
            made = window_on(store, self.world, enrolment, real=self.carrier(hall))
            self.world.windows.append(made)
        for _ in range(ASKED_IN):
            self.runner.run(self._cycles())
        self.runner.run(self._let_in())

    async def hang_up(self) -> None:
        """Every window lets its connections go."""
        for window in self.world.windows:
            await window.pump.close()

    async def _let_in(self) -> None:
        carrier = self.carrier()
        try:
            for hall in halls(len(self.world.windows)):
                await take_joins(self.world.city, carrier, hall)
            for window in self.world.windows:
                approve(self.world.city, window.origin)
            await collect_once(self.world.city, carrier=carrier)
        finally:
            await carrier.close()

    async def _everybody(self) -> None:
        await asyncio.gather(self._cycles(), *(self._collect(city) for city in self.collectors))

    async def _collect(self, city: City) -> None:
        """One poll; an Apache with more guests than it has room for may end it, and the next goes on."""
        carrier = self.carrier()
        try:
            with contextlib.suppress(LineProblem):
                await collect_once(city, carrier=carrier)
        finally:
            await carrier.close()

    async def _cycles(self) -> None:
        room = asyncio.Semaphore(AT_ONCE)
        await asyncio.gather(*(self._cycle(window, room) for window in self.world.windows))

    async def _cycle(self, window: HallWindow, room: asyncio.Semaphore) -> None:
        async with room:
            window.pump.signals.force()
            await window.pump.cycle()


def halls(windows: int) -> list[str]:
    """The halls of so many windows."""
    return [str(int(HALL) + place) for place in range(-(-windows // IN_A_HALL))]


@contextlib.contextmanager
def crowd(folder: Path, count: int, *, address: str, collectors: int = 2) -> Iterator[Crowd]:
    """So many approved windows, and collectors on the database at `address`."""
    with (
        apache(*halls(count)) as server,
        world(folder, (), address=address) as at,
        asyncio.Runner() as runner,
        contextlib.ExitStack() as stack,
    ):
        cities = [at.city]
        cities += [stack.enter_context(City.open(at.city.folder, clock=at.clock)) for _ in range(collectors - 1)]
        made = Crowd(runner, at, server, cities)
        try:
            made.enrol(folder, count)
            yield made
        finally:
            runner.run(made.hang_up())
