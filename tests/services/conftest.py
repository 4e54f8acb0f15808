"""A real encrypted window with a small catalogue, open for a clerk."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.clock import FixedClock
from desktop.domain.catalogue import Catalogue
from desktop.store.key_slots import Cost
from tests.builders import HALL, LEAD, catalogue, item

CHEAP = Cost(time=1, memory_kib=64, lanes=1)
MORNING = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)  # Monday, 9 o'clock in the hall


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture
def open_counter(tmp_path: Path, clock: FixedClock) -> Iterator[Callable[[Catalogue], Counter]]:
    """Opens a window with the catalogue given; closed again at the end of the test."""
    opened: list[Counter] = []

    def make(published: Catalogue) -> Counter:
        counter, _ = bootstrap.create_profile(
            tmp_path / f"window{len(opened)}",
            hall=HALL,
            lead=LEAD,
            password="demo-2026",
            clock=clock,
            catalogue=published,
            cost=CHEAP,
        )
        opened.append(counter)
        return counter

    yield make
    for counter in opened:
        counter.close()


@pytest.fixture
def counter(open_counter: Callable[[Catalogue], Counter]) -> Counter:
    return open_counter(catalogue(item()))
