"""A hundred windows at once over a real Apache into a real PostgreSQL: nothing is lost, and how long it takes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.figures import Table
from tests.servers import postgres
from tests.servers.apache import apache_is_missing
from tests.sync.proof.halls import check_everything_is_at_the_city
from tests.sync.proof.many_windows import crowd

pytestmark = pytest.mark.bench

WINDOWS, ROUNDS, CASES = 100, 3, 4


def test_a_hundred_windows(tmp_path: Path, report: Callable[[Table], None]):
    lacking = apache_is_missing() or ("" if postgres.programs() else "no PostgreSQL on this machine")
    if lacking:
        pytest.skip(lacking)
    with postgres.running() as address, crowd(tmp_path, WINDOWS, address=address) as at:
        at.work(rounds=ROUNDS, cases=CASES)
        at.finish()

        check_everything_is_at_the_city(at.world)
        entries = sum(len(window.lines()) for window in at.world.windows)
        table = Table(
            f"{WINDOWS} windows at once",
            ("entries", "pages", "seconds", "entries a second"),
            f"Apache over TLS, PostgreSQL, two collectors; {ROUNDS} rounds of {CASES} cases, in the end each has "
            "its city's word for every entry and page. All in one process.",
        )
        table.add(entries, at.pages, at.seconds, entries / at.seconds)

    report(table)
