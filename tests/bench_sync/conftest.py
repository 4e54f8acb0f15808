"""The tables of a run: each is printed when its test is done, all of them go to out/bench_sync.md at the end."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bench.figures import Table, write
from tests.bench_sync.lines import can_have_namespaces

OUT = Path(__file__).parents[2] / "out" / "bench_sync.md"
LIBRARIES = ("opendal", "h2", "zstandard", "pyrage", "SQLAlchemy", "sqlcipher3")
EMULATED = (
    "EMULATED on the loopback, without loss: better than any real line. Run as root for the weak link at IP level."
)
REAL = "The weak link is made at IP level: two network namespaces, the kernel's own TCP on both ends."


@pytest.fixture(scope="session")
def tables() -> Iterator[list[Table]]:
    kept: list[Table] = []
    yield kept
    if kept:
        write(kept, OUT, libraries=LIBRARIES, note=REAL if can_have_namespaces() else EMULATED)


@pytest.fixture
def report(tables: list[Table]) -> Callable[[Table], None]:
    """Prints a table with the load of the machine, and keeps it."""

    def tell(table: Table) -> None:
        if not can_have_namespaces():
            table.note += f" {EMULATED}"
        table.note += f" Load of the machine {os.getloadavg()[0]:.1f}."
        print(f"\n{table.markdown()}")
        tables.append(table)

    return tell


@pytest.fixture(scope="session")
def is_full(request: pytest.FixtureRequest) -> bool:
    """Whether the long ones are asked for."""
    return bool(request.config.getoption("--full"))
