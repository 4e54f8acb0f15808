"""A window is killed while it takes cases in and syncs, again and again: what it acknowledged is at the city, once."""

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from desktop.city.collect import collect_once
from desktop.city.enrolling import new_enrolment
from desktop.city.folder import City, CityConfig
from desktop.city.joining import approve, take_joins
from desktop.store.outbox import Outbox
from desktop.store.store import Store
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.joining import ENROLMENT
from desktop.sync.store_config import StoreConfig
from tests.store.samples import KEY, SetClock
from tests.sync.proof.at_the_city import check_nothing_acknowledged_is_missing, lines_of, rows, without_arrival
from tests.sync.proof.client_child import ACTS, PAGE_EVERY, SYNC_EVERY, cycle, pump_of
from tests.sync.proof.nursery import Message, Nursery

HALL = "450000100"
CHILD = "tests.sync.proof.client_child"
TIMES = {"open": 1, "case": ACTS, "page": ACTS // PAGE_EVERY, "sync": ACTS // SYNC_EVERY}
LONGEST_DELAY_S = 0.04


class Place:
    """A city, its store in a folder, and one window, whose process lives elsewhere."""

    def __init__(self, folder: Path, city: City) -> None:
        self.root, self.profile, self.city = folder / "store", folder / "window", city
        self.profile.mkdir()
        (self.profile / "pages").mkdir()
        enrolment = new_enrolment(city, HALL, "02", hall_name="示例镇便民服务中心")
        kept = {ENROLMENT: msgspec.json.encode(enrolment).decode()}
        with Store.create(self.profile, KEY, hall=HALL, window="02", clock=SetClock()) as store:
            self.origin = store.origin
            outbox = Outbox(store, adopt=lambda *_: None, page=lambda _: None)
            outbox.enrolled(city="示例市", store_kind="folder", city_key=enrolment.city_key, settings=kept)
            self.sync(store)
            asyncio.run(take_joins(city, FolderCarrier(self.root), HALL))
            approve(city, self.origin)

    @contextlib.contextmanager
    def opened(self) -> Iterator[Store]:
        """The window as its next start finds it."""
        with Store.open(self.profile, KEY, clock=SetClock()) as store:
            assert store.origin == self.origin, "a killed window is still itself"
            yield store

    def sync(self, store: Store) -> None:
        pump = pump_of(store, self.profile, self.root)
        pump.signals.force()
        asyncio.run(cycle(pump))

    def collect(self) -> None:
        asyncio.run(collect_once(self.city))


@contextlib.contextmanager
def place(folder: Path) -> Iterator[Place]:
    config = CityConfig(name="示例市", store=StoreConfig(kind="folder", options={"root": str(folder / "store")}))
    with City.create(folder / "city", config, clock=SetClock()) as city:
        yield Place(folder, city)


def last_done(heard: list[Message]) -> int:
    """The number of the last line that was said to be written."""
    return max((message.get("line", 0) for message in heard if message["what"] == "done"), default=0)


def somewhere(chance: random.Random) -> Callable[[Message], bool]:
    """A moment that chance picks: when one of the acts begins, half the time a sync."""
    act = chance.choice(("open", "case", "page", "sync", "sync", "sync"))
    left = chance.randint(0, TIMES[act] - 1)

    def is_it(message: Message) -> bool:
        nonlocal left
        left -= int(message["what"] == "begin" and message["act"] == act)
        return left < 0

    return is_it


def kill_again_and_again(at: Place, *, kills: int, seed: int) -> Counter[str]:
    """How many kills fell into which act; empty: between two."""
    chance, fell_into = random.Random(seed), Counter[str]()
    with Nursery(CHILD) as nursery:
        for run in range(1, kills + 1):
            arguments = (str(at.profile), str(at.root), run)
            delay_s = chance.uniform(0, LONGEST_DELAY_S)
            heard, was_alive = nursery.run_and_kill(*arguments, at=somewhere(chance), delay_s=delay_s)
            is_under_way = was_alive and heard[-1]["what"] == "begin"
            fell_into[heard[-1]["act"] if is_under_way else ""] += 1
            check_the_window(at, last_done(heard))
            if run % 5 == 0:
                at.collect()
                check_nothing_acknowledged_is_missing(at.root, at.city, HALL)
    return fell_into


def check_the_window(at: Place, written_to: int) -> None:
    """What it said is in its ledger, and the ledger is sound."""
    with at.opened() as store:
        with store.read() as reader:
            tip = reader.ledger.tip(at.origin)
        assert tip
        assert tip.seq >= written_to
        assert store.verify() is None


def check_all_is_at_the_city(at: Place) -> None:
    """The window starts once more, and everything goes, once."""
    with at.opened() as store:
        for _ in range(2):
            at.sync(store)
            at.collect()
        at.sync(store)
        with store.read() as reader:
            sent = without_arrival(list(reader.ledger.of_origin(at.origin)))
        outbox = Outbox(store, adopt=lambda *_: None, page=lambda _: None)
        assert outbox.acknowledged()[at.origin] == len(sent)
        assert outbox.backlog().scans == 0
    assert lines_of(at.city, at.origin) == sent
    pages = [line for line in sent if line.kind == "ScanAdded"]
    assert rows(at.city, "scans") == len(pages)
    for page in (at.profile / "pages").iterdir():
        kept = at.city.folder / "scans" / HALL / page.name[:2] / page.name
        if kept.exists():  # a page whose line was cut off stays where it is
            assert kept.read_bytes() == page.read_bytes()


def test_a_window_that_is_killed_brings_what_it_acknowledged_to_the_city_once(tmp_path: Path):
    with place(tmp_path) as at:
        fell_into = kill_again_and_again(at, kills=20, seed=2)

        check_all_is_at_the_city(at)
        assert fell_into["sync"] >= 4, f"too few kills fell into a sync to prove anything: {fell_into}"
        assert rows(at.city, "faults") == 0


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(21, 26))
def test_a_window_that_is_killed_sixty_times(tmp_path: Path, seed: int):
    with place(tmp_path) as at:
        fell_into = kill_again_and_again(at, kills=60, seed=seed)

        check_all_is_at_the_city(at)
        assert fell_into["sync"] >= 12
