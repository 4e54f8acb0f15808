"""How quickly the ledger is checked and the tables are computed from it, against only fetching its lines."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.figures import Table, interleaved, median_ms
from tests.bench.many_cases import fill

pytestmark = pytest.mark.bench

CASES = 5000
ROUNDS = 3


def test_verify_and_rebuild(tmp_path: Path, report: Callable[[Table], None]):
    store, _made = fill(tmp_path / "window", CASES)
    with store.read() as reader:
        lines = reader.ledger.count()

    def fetch() -> None:
        with store.read() as reader:
            assert sum(1 for _ in reader.ledger.of_origin(store.origin)) == lines

    def verify() -> None:
        assert store.verify() is None

    taken = interleaved(
        {"fetching the lines": fetch, "verify": verify, "rebuild of every table": store.rebuild}, rounds=ROUNDS
    )

    with store.read() as reader:
        assert reader.count("") == 1000
        assert len(reader.search("", limit=CASES + 1)) == CASES
    table = Table(
        f"Ledger of {lines} lines",
        ("work", "lines a second", "ratio"),
        f"{CASES} cases of four lines, encrypted; {ROUNDS} rounds.",
    )
    base = median_ms(taken["fetching the lines"])
    for name, seconds in taken.items():
        table.add(name, round(lines / median_ms(seconds) * 1000), median_ms(seconds) / base)
    report(table)
    store.close()
