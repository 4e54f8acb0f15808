"""The collector is killed while it collects, again and again: what it acknowledged is there, and nothing is twice."""

import contextlib
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.city.folder import City, CityConfig
from desktop.sync.store_config import StoreConfig
from tests.city.window import Window, enrolled
from tests.servers import postgres
from tests.store.samples import SetClock
from tests.sync.proof.at_the_city import (
    check_nothing_acknowledged_is_missing,
    head_in,
    lines_of,
    rows,
    without_arrival,
)
from tests.sync.proof.nursery import Message, Nursery

HALL = "450000100"
WINDOWS = ("01", "02", "03")
PUT_EACH_TIME = 2
CHILD = "tests.sync.proof.collector_child"


class Place:
    """A city with its store and three windows that keep putting."""

    def __init__(self, folder: Path, address: str) -> None:
        self.store, self.folder = folder / "store", folder / "city"
        config = StoreConfig(kind="folder", options={"root": str(self.store)})
        self.city = City.create(
            self.folder, CityConfig(name="示例市", store=config, database=address), clock=SetClock()
        )
        self.windows: list[Window] = [enrolled(self.city, folder, window=window) for window in WINDOWS]
        self.put_to = dict.fromkeys(WINDOWS, 0)

    def put(self) -> None:
        for window, name in zip(self.windows, WINDOWS, strict=True):
            for _ in range(PUT_EACH_TIME):
                window.take_in()
                first = self.put_to[name] + 1
                window.put(first)
                self.put_to[name] = window.lines(first)[-1].seq

    def close(self) -> None:
        for window in self.windows:
            window.store.close()
        self.city.close()


@contextlib.contextmanager
def place(folder: Path, address: str = "") -> Iterator[Place]:
    made = Place(folder, address)
    try:
        yield made
    finally:
        made.close()


def begins(message: Message) -> bool:
    return bool(message["what"] == "begin")


def kill_again_and_again(at: Place, address: str, *, kills: int, seed: int) -> int:
    """How many kills met a collector at work."""
    chance, cut_off = random.Random(seed), 0
    with Nursery(CHILD) as nursery:
        for _ in range(2):  # the first one makes tables
            at.put()
            begin = time.monotonic()
            nursery.run(str(at.folder), address)
            usual_s = time.monotonic() - begin
        for _ in range(kills):
            at.put()
            delay_s = chance.uniform(0, usual_s)
            _, was_alive = nursery.run_and_kill(str(at.folder), address, at=begins, delay_s=delay_s)
            cut_off += was_alive
            check_nothing_acknowledged_is_missing(at.store, at.city, HALL)
        nursery.run(str(at.folder), address)
        again = nursery.run(str(at.folder), address)
        assert again[-1]["lines"] == 0, "something was left over, or taken twice"
    return cut_off


def check_all_is_there(at: Place) -> None:
    head = head_in(at.store, at.city, HALL)
    assert head
    for window in at.windows:
        sent = without_arrival(window.lines())
        assert lines_of(at.city, window.origin) == sent
        assert head.acked[window.origin].seq == len(sent)
    assert rows(at.city, "faults") == 0


def test_a_collector_that_is_killed_loses_nothing_and_takes_nothing_twice(tmp_path: Path):
    with place(tmp_path) as at:
        cut_off = kill_again_and_again(at, "", kills=10, seed=1)

        check_all_is_there(at)
        assert cut_off >= 3, "too few kills met a collector at work to prove anything"


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(11, 15))
def test_a_collector_that_is_killed_on_postgresql_loses_nothing(tmp_path: Path, seed: int):
    if postgres.programs() is None:
        pytest.skip("no PostgreSQL on this machine")
    with postgres.running(is_durable=True) as address, place(tmp_path, address) as at:
        cut_off = kill_again_and_again(at, address, kills=60, seed=seed)

        check_all_is_there(at)
        assert cut_off >= 20
