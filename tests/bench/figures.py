"""How figures are taken and told: rounds of everything that is compared, one after the other, and the median of each.

Times of one run on one machine say little; their ratio to something named, measured in the same rounds, says enough.
"""

import math
import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

LIBRARIES = ("PySide6-Essentials", "sqlcipher3", "sqlite-utils", "reportlab", "msgspec", "typst")


@dataclass(slots=True)
class Table:
    """A heading, what its first column is, and the rows as text. `note` says what was measured and against what."""

    title: str
    columns: tuple[str, ...]
    note: str
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, *cells: object) -> None:
        """One more row; a float is shown with three digits that count."""
        self.rows.append(tuple(shown(cell) for cell in cells))

    def markdown(self) -> str:
        """The table as people and README read it."""
        lines = [f"## {self.title}", "", self.note, "", _row(self.columns), _row(["---"] * len(self.columns))]
        return "\n".join([*lines, *(_row(row) for row in self.rows)]) + "\n"


def shown(cell: object) -> str:
    """1234.5 → 1230, 12.345 → 12.3, 0.0123 → 0.012."""
    if not isinstance(cell, float):
        return str(cell)
    digits = max(0, 2 - math.floor(math.log10(abs(cell)))) if cell else 0
    return f"{cell:.{min(digits, 3)}f}"


def interleaved(ways: Mapping[str, Callable[[], object]], *, rounds: int) -> dict[str, list[float]]:
    """Seconds of each way in each round; a round runs every way once, in turn, so that they share the weather."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            taken[name].append(time.perf_counter() - start)
    return taken


def median_ms(seconds: Sequence[float]) -> float:
    """Median in milliseconds."""
    return statistics.median(seconds) * 1000


def p99_ms(seconds: Sequence[float]) -> float:
    """The 99th percentile in milliseconds; with less than a hundred values, the largest."""
    return sorted(seconds)[math.ceil(len(seconds) * 0.99) - 1] * 1000


def write(
    tables: Sequence[Table],
    path: Path,
    *,
    libraries: Sequence[str] = LIBRARIES,
    note: str = "Ratios are to trust, times are of this run. Medians of interleaved rounds.",
) -> None:
    """The tables with the date, the versions and what the machine is; no names of machines or people."""
    versions = " · ".join(f"{name} {metadata.version(name)}" for name in libraries)
    head = (
        f"# Figures of {datetime.now(UTC).date().isoformat()}\n\n"
        f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} cores. {versions}.\n"
        f"{note}\n"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([head, *(table.markdown() for table in tables)]), encoding="utf-8")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
