"""The tables of a run: each is printed when its test is done, all of them go to out/bench.md at the end."""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.store.store import Store
from tests.bench.figures import Table, write
from tests.bench.many_cases import Made, fill

OUT = Path(__file__).parents[2] / "out" / "bench.md"


@pytest.fixture(scope="session")
def tables() -> Iterator[list[Table]]:
    kept: list[Table] = []
    yield kept
    write(kept, OUT)


@pytest.fixture
def report(tables: list[Table]) -> Callable[[Table], None]:
    """Prints a table and keeps it."""

    def tell(table: Table) -> None:
        print(f"\n{table.markdown()}")
        tables.append(table)

    return tell


@pytest.fixture(scope="session")
def size(request: pytest.FixtureRequest) -> int:
    """How many cases the store holds."""
    return 1_000_000 if request.config.getoption("--full") else 100_000


@dataclass(frozen=True, slots=True)
class Filled:
    """An open store, and what is in it, oldest first."""

    store: Store
    made: list[Made]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, size: int) -> Iterator[Filled]:
    """The store in which is searched."""
    start = time.perf_counter()
    store, made = fill(tmp_path_factory.mktemp("many") / "window", size)
    print(f"\n{size} cases made, {size / (time.perf_counter() - start):.0f} a second")
    gc.collect()
    gc.freeze()  # else what the test knows of its cases is gone through again and again while it measures
    yield Filled(store, made)
    gc.unfreeze()
    store.close()
