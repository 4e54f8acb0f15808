"""Cases in the form of the exchange tables, folded from the ledger lines of all windows and of the city.

What the tables may not be without is checked here; a case that lacks it is named with the column, and left out whole.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import msgspec

from desktop.city import exchange_rows
from desktop.city.exchange_rows import History, Source
from desktop.city.exchange_tables import COLUMNS, REQUIRED, Record
from desktop.clock import HALL_ZONE
from desktop.domain import events as ev
from desktop.domain.case import Case, evolve
from desktop.domain.case_hands import set_aside
from desktop.domain.errors import DomainError
from desktop.store.line import Line

_ROWS = uuid.UUID("6f3e9a2e-8b0f-5d0e-9a52-3c1c5d5d7a11")


@dataclass(frozen=True, slots=True)
class Lacking:
    """A case that cannot be exported: the table and column that would be empty. Numbers only, no person."""

    case_number: str
    table: str
    column: str


@dataclass(slots=True)
class Exchange:
    """Rows by table in the order of the cases, what lacks something, and how many are not accepted yet.

    `uncoded`: column, value and how often, for what no code is known.
    """

    rows: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in COLUMNS})
    lacking: list[Lacking] = field(default_factory=list)
    not_accepted: int = 0
    uncoded: tuple[tuple[str, str, int], ...] = ()


def exchange(lines: Iterator[Line], source: Source) -> Exchange:
    """Every case of the lines, which come case by case, each in the order (at, origin, seq). Practice is left out."""
    made = Exchange()
    for case_id, of_case in groupby(lines, key=lambda line: line.case_id or ""):
        history = folded(case_id, list(of_case))
        if history is None or history.case.is_practice or history.case.parts:  # of a 一件事 its items are the cases
            continue
        rows = {
            "up_pro_process": exchange_rows.process(history, source),
            "up_pro_material": exchange_rows.material(history, source),
            "up_pro_special_procedure": exchange_rows.special_procedure(history),
            "up_pro_result": exchange_rows.result(history, source),
        }
        if history.case.accepted_on is None:
            made.not_accepted += 1
        else:
            rows["up_pro_accept"] = [exchange_rows.accept(history, source)]
        _add(made, history.case, rows, source)
    made.uncoded = tuple((column, value, times) for (column, value), times in sorted(source.uncoded.items()))
    return made


def _readable(lines: Sequence[Line]) -> list[tuple[Line, ev.Event]]:
    """Lines that this program can read; the others were refused, and answered, when they came in."""
    told = []
    for line in lines:
        try:
            told.append((line, ev.decode(line.body)))
        except msgspec.DecodeError:
            continue
    return told


def folded(case_id: str, lines: Sequence[Line]) -> History | None:
    """The case as its lines make it; None if nothing ever says that it was received."""
    case: Case | None = None
    steps = []
    told = _readable(lines)
    aside = set_aside(((line.origin, line.seq), event) for line, event in told)
    for line, event in told:
        if (line.origin, line.seq) in aside:
            continue
        try:
            case = evolve(case, case_id, event)
        except (DomainError, ValueError):  # was refused, and answered, when it came in
            continue
        steps.append((line, event))
    return None if case is None else History(case, tuple(steps))


def _add(made: Exchange, case: Case, rows: dict[str, list[Record]], source: Source) -> None:
    common = {
        "project_no": case.case_number,
        "cd_operation": "I",
        "cd_time": source.now.astimezone(HALL_ZONE).strftime("%Y-%m-%d %H:%M:%S"),
        "cd_batch": source.batch,
        "data_source": source.name,
    }
    whole = [
        (table, dict.fromkeys(COLUMNS[table], "") | record | common | {"row_guid": _guid(case, table, place)})
        for table, records in rows.items()
        for place, record in enumerate(records)
    ]
    empty = [
        Lacking(case.case_number, table, column)
        for table, record in whole
        for column in COLUMNS[table]
        if column in REQUIRED[table] and not record[column].strip()
    ]
    made.lacking += dict.fromkeys(empty)
    if not empty:
        for table, record in whole:
            made.rows[table].append({column: _plain(text) for column, text in record.items()})


def _guid(case: Case, table: str, place: int) -> str:
    """The same at every export, so that a second one replaces the first and doubles nothing."""
    return case.case_id if table == "up_pro_accept" else str(uuid.uuid5(_ROWS, f"{case.case_id} {table} {place}"))


def _plain(text: str) -> str:
    """Without characters that a database of others may refuse."""
    return "".join(character for character in text if character in "\n\t" or character.isprintable())
