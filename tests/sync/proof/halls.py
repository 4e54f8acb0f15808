"""A city and the windows of a hall, each with its real store, over lines that fail by a script. Nobody waits."""

import asyncio
import contextlib
import hashlib
import random
from collections.abc import Awaitable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import msgspec
import sqlalchemy as sa

from desktop.city import schema
from desktop.city.collect import collect_once
from desktop.city.enrolling import new_enrolment
from desktop.city.folder import City, CityConfig
from desktop.city.joining import approve, take_joins
from desktop.city.scan_pages import KEPT
from desktop.domain import events as ev
from desktop.ports_sync import LineState
from desktop.store.line import Line
from desktop.store.outbox import Outbox
from desktop.store.store import Store
from desktop.sync.carrier import Carrier
from desktop.sync.enrolment import Enrolment
from desktop.sync.joining import ENROLMENT
from desktop.sync.layout import hall_of
from desktop.sync.problems import LineProblem
from desktop.sync.pump import Pump
from desktop.sync.store_config import StoreConfig
from tests.store import samples
from tests.store.samples import KEY, SetClock
from tests.sync.faulty_carrier import Fault, FaultyCarrier
from tests.sync.memory_carrier import MemoryCarrier
from tests.sync.proof.at_the_city import lines_of, without_arrival

T = TypeVar("T")

HALL = "450000100"
ROUNDS = 12
"""Cycles of everybody, the line whole, in which everything must have come to rest."""


class QuickTiming:
    """Time that passes when somebody would wait for it."""

    def __init__(self) -> None:
        self.passed_s = 0.0

    def now_s(self) -> float:
        return self.passed_s

    async def sleep(self, seconds: float) -> None:
        self.passed_s += seconds
        await asyncio.sleep(0)

    async def within(self, work: Awaitable[T], _seconds: float) -> T:
        return await work


@dataclass
class HallWindow:
    """A window at work: its store, its pump, and the line that the pump has."""

    store: Store
    outbox: Outbox
    pump: Pump
    line: FaultyCarrier
    clock: SetClock
    pages: dict[str, bytes]
    cases: list[str] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return self.store.origin

    def take_in(self, serial: int) -> str:
        """A case of two lines; its id."""
        with self.store.write(samples.CLERK) as unit:
            case_id = unit.new_id()
            unit.record([samples.received(serial), samples.accepted()], case_id=case_id)
        self.cases.append(case_id)
        return case_id

    def scan(self, case_id: str, page: bytes) -> None:
        """A page for a material of the case."""
        digest = hashlib.sha256(page).hexdigest()
        self.pages[digest] = page
        manifest = ev.ScanAdded(sha256=digest, material_code="M1", place=1, media="image/webp", size_bytes=len(page))
        with self.store.write(samples.CLERK) as unit:
            unit.record([manifest], case_id=case_id)

    def sync(self, script: Sequence[Fault] = ()) -> None:
        """One cycle, as if a person had asked for it."""
        self.line.follow(script)
        self.pump.signals.force()
        asyncio.run(self.pump.cycle())

    def lines(self) -> list[Line]:
        with self.store.read() as reader:
            return list(reader.ledger.of_origin(self.origin))


@dataclass
class World:
    """Everybody, and the store between them."""

    city: City
    clock: SetClock
    files: dict[str, bytes]
    windows: list[HallWindow] = field(default_factory=list)
    serial: int = 0

    def act(self, window: HallWindow, *, page: bytes = b"") -> None:
        """A clerk takes a case in, with a page if one is given."""
        self.serial += 1
        case_id = window.take_in(self.serial)
        if page:
            window.scan(case_id, page)

    def collect(self, script: Sequence[Fault] = ()) -> None:
        """One poll of the city; what its line does to it is its own affair, the next poll goes on."""
        line = FaultyCarrier(MemoryCarrier(self.files), script)

        async def poll() -> None:
            with contextlib.suppress(LineProblem):
                await collect_once(self.city, carrier=line)
            await line.settle()

        asyncio.run(poll())

    def pass_time(self, minutes: int) -> None:
        """For everybody."""
        self.clock.moment += timedelta(minutes=minutes)

    def come_to_rest(self) -> None:
        """The line is whole from now on, and everybody looks as often as it takes."""
        for _ in range(ROUNDS):
            self.pass_time(20)
            for window in self.windows:
                window.sync()
            self.collect()
            if all(self.is_at_rest(window) for window in self.windows):
                return

    def is_at_rest(self, window: HallWindow) -> bool:
        """Whether the city has said that it has everything of this window."""
        backlog = window.outbox.backlog()
        return (backlog.entries, backlog.scans) == (0, 0) and window.pump.standing.state is LineState.ONLINE

    def page_at_city(self, digest: str, hall: str) -> bytes:
        """The page as the city keeps it."""
        return (self.city.folder / "scans" / hall / digest[:2] / digest).read_bytes()


def add_window(world: World, folder: Path, window: str, *, asks: bool = True) -> HallWindow:
    """One more window of the hall, approved unless it is only to have asked."""
    profile = folder / f"window-{window}-{len(world.windows)}"
    profile.mkdir(parents=True)
    store = Store.create(profile, KEY, hall=HALL, window=window, clock=world.clock)
    enrolment = new_enrolment(world.city, HALL, window, hall_name="示例镇便民服务中心")
    made = window_on(store, world, enrolment)
    world.windows.append(made)
    if asks:
        made.sync()
        asyncio.run(take_joins(world.city, MemoryCarrier(world.files), HALL))
        approve(world.city, made.origin)
        world.collect()
        made.sync()
    return made


def window_on(
    store: Store, world: World, enrolment: Enrolment | None = None, *, real: Carrier | None = None
) -> HallWindow:
    """A window on a store that is open; enrolled now if an enrolment is given. `real`: its way to the store."""
    pages: dict[str, bytes] = {}
    outbox = Outbox(store, adopt=_no_catalogue, page=lambda sha256: pages.get(sha256))
    if enrolment is not None:
        kept = {ENROLMENT: msgspec.json.encode(enrolment).decode()}
        outbox.enrolled(city="示例市", store_kind="folder", city_key=enrolment.city_key, settings=kept)
    line = FaultyCarrier(real or MemoryCarrier(world.files))
    pump = Pump(
        outbox,
        open_carrier=lambda _config: line,
        clock=world.clock,
        timing=QuickTiming(),
        chance=random.Random(7),
    )
    return HallWindow(store, outbox, pump, line, world.clock, pages)


@contextlib.contextmanager
def world(folder: Path, windows: Sequence[str] = ("01",), *, address: str = "") -> Iterator[World]:
    """A city and approved windows."""
    clock = SetClock()
    config = CityConfig(
        name="示例市",
        store=StoreConfig(kind="folder", options={"root": str(folder / "unused")}),
        database=address,
    )
    with City.create(folder / "city", config, clock=clock) as city:
        made = World(city, clock, {})
        try:
            for window in windows:
                add_window(made, folder, window)
            yield made
        finally:
            for each in made.windows:
                each.store.close()


def check_everything_is_at_the_city(world: World) -> None:
    """Every line of every window once, every page byte for byte, and each window knows it."""
    for window in world.windows:
        sent = without_arrival(window.lines())
        assert lines_of(world.city, window.origin) == sent
        assert window.outbox.acknowledged()[window.origin] == len(sent)
        assert world.is_at_rest(window), window.pump.standing
        for digest, page in window.pages.items():
            assert world.page_at_city(digest, hall_of(window.origin)) == page
    with world.city.database.read() as conn:
        states = conn.execute(sa.select(schema.scans.c.state)).scalars().all()
        of_windows = schema.lines.c.origin.not_like("%-city-%")
        total = conn.execute(sa.select(sa.func.count()).select_from(schema.lines).where(of_windows)).scalar()
    assert set(states) <= {KEPT}
    assert len(states) == sum(len(window.pages) for window in world.windows)
    assert total == sum(len(window.lines()) for window in world.windows)


def check_windows_agree(world: World) -> None:
    """Every window of a hall has every line of the others, and folds them into the same cases."""
    for hall in {hall_of(window.origin) for window in world.windows}:
        windows = [window for window in world.windows if hall_of(window.origin) == hall]
        views = [cases_of(window) for window in windows]
        ledgers = [ledger_of(window) for window in windows]
        assert all(view == views[0] for view in views)
        assert all(ledger == ledgers[0] for ledger in ledgers)


def ledger_of(window: HallWindow) -> list[tuple[str, int, bytes]]:
    """Every line that the window has, whoever wrote it."""
    with window.store.read() as reader:
        rows = reader._db.execute("SELECT origin, seq, hash FROM ledger ORDER BY origin, seq").fetchall()
    return [tuple(row) for row in rows]


def cases_of(window: HallWindow) -> list[tuple[object, ...]]:
    """The cases as the window shows them, but for the local number."""
    with window.store.read() as reader:
        rows = reader._db.execute("SELECT case_id, case_number, state, body FROM cases ORDER BY case_id").fetchall()
    return [tuple(row) for row in rows]


def _no_catalogue(*_arguments: object) -> None:
    raise AssertionError("no catalogue is published here")
