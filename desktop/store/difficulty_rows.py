"""Difficulties as rows, each folded anew from the ledger whenever a line is about it: there are few."""

import msgspec

from desktop.domain import events as ev
from desktop.domain.difficulty import Difficulty, DifficultyEvent, DifficultyState, fold, names
from desktop.store.known_events import event_of
from desktop.store.ledger import LedgerReader
from desktop.store.line import Line
from desktop.store.sqlcipher import Database

KINDS = ("DifficultyReported", "DifficultyEscalated", "DifficultyAnswered", "DifficultyClosed")

_WRITE = """
INSERT OR REPLACE INTO difficulties (number, reported_at, clerk, window, item_code, reported_on, state, is_open,
    with_whom, due_on, body)
VALUES (:number, :reported_at, :clerk, :window, :item_code, :reported_on, :state, :is_open, :with_whom, :due_on, :body)
"""


def write_difficulties(db: Database, line: Line, event: DifficultyEvent | ev.CityMessage) -> None:
    """Bring the row of each difficulty that the line is about up to date."""
    if isinstance(event, ev.CityMessage):
        known = [str(row[0]) for row in db.execute("SELECT number FROM difficulties")]
        numbers = [number for number in known if names(event, number)]
    else:
        numbers = [event.number]
    for number in numbers:
        _write(db, number, until=line.arrival)


def _write(db: Database, number: str, *, until: int) -> None:
    """Folds what has arrived so far: in a rebuild the ledger holds later lines too."""
    lines = _lines(db, number, until)
    found = fold(event for _line, event in lines)
    if found is None:
        return  # its beginning has not arrived: it is folded when that comes
    reported = next(line for line, event in lines if isinstance(event, ev.DifficultyReported))
    db.execute(_WRITE, _values(found, reported))


def _lines(db: Database, number: str, until: int) -> list[tuple[Line, DifficultyEvent | ev.CityMessage]]:
    reader = LedgerReader(db)
    found: list[tuple[Line, DifficultyEvent | ev.CityMessage]] = []
    for kind in (*KINDS, "CityMessage"):
        for line in reader.of_kind(kind):
            event = event_of(line) if line.arrival <= until else None
            if isinstance(event, ev.CityMessage):
                is_about = names(event, number)
            else:
                is_about = isinstance(event, DifficultyEvent) and event.number == number
            if is_about and isinstance(event, DifficultyEvent | ev.CityMessage):
                found.append((line, event))
    return sorted(found, key=lambda one: (one[0].at, one[0].origin, one[0].seq))


def _values(found: Difficulty, reported: Line) -> dict[str, object]:
    return {
        "number": found.number,
        "reported_at": reported.at,
        "clerk": reported.clerk,
        "window": found.window,
        "item_code": found.item_code,
        "reported_on": found.reported_on.isoformat(),
        "state": found.state.value,
        "is_open": int(found.state is not DifficultyState.CLOSED),
        "with_whom": found.with_whom.value,
        "due_on": found.due_on.isoformat() if found.due_on else None,
        "body": msgspec.json.encode(found, order="deterministic"),
    }
