"""How many segments a second the city takes in: SQLite and PostgreSQL, one collector and four."""

import asyncio
import contextlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.city import schema
from desktop.city.folder import City, CityConfig
from desktop.sync.store_config import StoreConfig
from tests.bench.figures import Table
from tests.bench_sync.collector_child import lines_in
from tests.bench_sync.many_windows import Plan, furnish
from tests.servers import postgres

pytestmark = pytest.mark.bench

ROOT = Path(__file__).parents[2]
PLAN = Plan(windows=40, segments=50, cases_in_segment=2)
FULL = Plan(windows=100, segments=100, cases_in_segment=2)


@contextlib.contextmanager
def databases(folder: Path) -> Iterator[dict[str, str]]:
    """Addresses of empty databases, by name of the system."""
    sqlite = f"sqlite:///{folder / 'collected.db'}"
    if postgres.programs() is None:
        print("\nNo PostgreSQL on this machine: SQLite alone is measured.")
        yield {"SQLite": sqlite}
    else:
        with postgres.running(is_durable=True) as address:
            yield {"SQLite": sqlite, "PostgreSQL": address}


def seconds_of(city: Path, address: str, *, processes: int, lines: int) -> float:
    """Of so many collectors, from the moment when all are ready."""
    command = [sys.executable, "-m", "tests.bench_sync.collector_child", str(city), address, str(lines)]
    with contextlib.ExitStack() as stack:
        children = [
            stack.enter_context(
                subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for _ in range(processes)
        ]
        for child in children:
            assert child.stdout
            assert child.stdout.readline() == "ready\n"
        begin = time.perf_counter()
        for child in children:
            child.communicate("go\n")
        assert [child.returncode for child in children] == [0] * processes
        return time.perf_counter() - begin


def emptied(folder: Path, address: str) -> City:
    """The city on a database that knows the windows and none of their lines."""
    with City.open(folder) as known, known.database.read() as conn:
        rows = {table: conn.execute(sa.select(table)).mappings().all() for table in (schema.halls, schema.origins)}
    city = City.open(folder, into=address)
    with city.database.write() as conn:
        for table in reversed(schema.metadata.sorted_tables):
            if table is not schema.about:
                conn.execute(table.delete())
        for table, found in rows.items():
            conn.execute(table.insert(), [dict(row) for row in found])
    return city


def test_segments_a_second(tmp_path: Path, is_full: bool, report: Callable[[Table], None]):
    plan = FULL if is_full else PLAN
    store, folder = tmp_path / "store", tmp_path / "city"
    config = CityConfig(name="示例市", store=StoreConfig(kind="folder", options={"root": str(store)}))
    with City.create(folder, config) as city:
        asyncio.run(furnish(city, store, plan))
    table = Table(
        "Collector",
        ("database", "processes", "segments a second", "lines a second"),
        f"{plan.all_segments} segments of {plan.windows} windows, five to a hall, {plan.all_lines} lines, from a "
        "folder; opened, checked, stored, acknowledged. Both databases wait for the disk.",
    )

    with databases(tmp_path) as addresses:
        for name, address in addresses.items():
            for processes in (1, 4):
                with emptied(folder, address) as city:
                    taken_s = seconds_of(folder, address, processes=processes, lines=plan.all_lines)
                    assert lines_in(city) == plan.all_lines
                table.add(name, processes, plan.all_segments / taken_s, plan.all_lines / taken_s)

    report(table)
