"""The tables of a run: each is printed when its test is done, all of them go to out/bench.md at the end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bench.figures import Table, write

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
