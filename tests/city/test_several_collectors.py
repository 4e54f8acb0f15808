"""Several collectors at once, and collectors that are killed anywhere: every line once, nothing missing."""

import os
import random
import signal
import time
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from desktop.city import schema
from desktop.city.claims import claimed, open_claims
from desktop.city.folder import City
from desktop.domain.events import CityRefusedEntry
from desktop.sync.carriers.folder import FolderCarrier
from tests.city.collector import Collectors, collectors
from tests.city.many_windows import ManyWindow, approved, expected, put_segments
from tests.city.reading import answers, head_of, poll

KILLS = 10  # on each database


def stored(city: City) -> list[tuple[str, int, bytes]]:
    table = schema.lines
    asked = sa.select(table.c.origin, table.c.seq, table.c.hash).where(table.c.origin.not_like("%-city-%"))
    with city.database.read() as conn:
        return sorted((row.origin, row.seq, row.hash) for row in conn.execute(asked))


@pytest.fixture(scope="module")
def children() -> Iterator[Collectors]:
    with collectors() as made:
        yield made


def refusals(city: City) -> list[str]:
    return sorted(answer.entry_origin for answer in answers(city) if isinstance(answer, CityRefusedEntry))


def test_two_collectors_at_once_store_every_line_once(city: City, carrier: FolderCarrier, children: Collectors):
    windows = approved(city, 8)
    put_segments(carrier, windows, segments=2, cases=2)
    put_segments(carrier, windows, segments=1, cases=1, catalogue_version="")  # each of these is refused

    for _ in range(2):
        children.start(city.folder, polls=1)
    statuses = [children.wait() for _ in range(2)]

    assert statuses == [0, 0]
    assert stored(city) == list(expected(windows))
    assert refusals(city) == sorted(window.origin for window in windows)
    assert {origin: acked.seq for origin, acked in head_of(city, carrier).acked.items()} == {
        window.origin: len(window.lines) for window in windows
    }


def killed_at_random(city: City, carrier: FolderCarrier, children: Collectors, *, kills: int) -> list[ManyWindow]:
    """Collectors work while more comes in; each is killed somewhere in its work. The windows, all of it put."""
    chance = random.Random(20261123)
    windows = approved(city, 6)
    put_segments(carrier, windows, segments=2, cases=1, catalogue_version="")
    for _ in range(kills):
        put_segments(carrier, chance.sample(windows, 2), segments=1, cases=1)
        pid = children.start(city.folder)
        time.sleep(chance.uniform(0, 0.15))  # the kill has to fall anywhere: that is the test
        os.kill(pid, signal.SIGKILL)
        assert children.wait() == signal.SIGKILL
    return windows


def is_whole(city: City, carrier: FolderCarrier, windows: list[ManyWindow]) -> None:
    """Every line once, every refusal once, all of it acknowledged."""
    assert stored(city) == list(expected(windows))
    assert refusals(city) == sorted(window.origin for window in windows for _ in range(2))
    acked = head_of(city, carrier).acked
    assert {origin: (a.seq, a.hash) for origin, a in acked.items()} == {
        window.origin: (len(window.lines), window.lines[-1].hash.hex()) for window in windows
    }


def test_killed_at_random_the_next_collector_finds_everything_once(
    city: City, carrier: FolderCarrier, children: Collectors
):
    windows = killed_at_random(city, carrier, children, kills=KILLS)
    poll(city)

    is_whole(city, carrier, windows)


@pytest.mark.torture
def test_killed_a_hundred_times(city: City, carrier: FolderCarrier, children: Collectors):
    windows = killed_at_random(city, carrier, children, kills=100)
    poll(city)

    is_whole(city, carrier, windows)


def test_what_one_collector_has_in_hand_another_leaves_alone(city: City):
    first, second = open_claims(city.database), open_claims(city.database)
    try:
        with claimed(first, "450000100-02-aaaaaaaa") as is_mine:
            assert is_mine
            assert not first.take("450000100-02-aaaaaaaa")
            assert not second.take("450000100-02-aaaaaaaa")
        assert second.take("450000100-02-aaaaaaaa")
    finally:
        first.close()
        second.close()
