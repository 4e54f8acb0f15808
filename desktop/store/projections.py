"""What the ledger amounts to: cases, materials, people, papers, tasks, search. One fold for live use and for rebuild.

A projector is told of lines in the order in which they arrived. Lines about one case are folded in the order
(at, origin, seq); where one arrives late, from another window or the city, the case is folded anew from the ledger.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import msgspec

from desktop.domain import events as ev
from desktop.domain.case import Case, evolve
from desktop.domain.case_hands import set_aside
from desktop.domain.difficulty import DifficultyEvent
from desktop.store.answer_rows import CityEvent, settle_answer, write_answer
from desktop.store.case_rows import write_case
from desktop.store.conflict_rows import write_conflict
from desktop.store.difficulty_rows import write_difficulties
from desktop.store.known_events import event_of
from desktop.store.ledger import LedgerReader
from desktop.store.line import Line
from desktop.store.paper_rows import Withdrawing, issue_paper, move_sheet, withdraw_papers
from desktop.store.people_rows import remember_amended, remember_people
from desktop.store.schema import PROJECTION_TABLES
from desktop.store.sqlcipher import Database

_FLUSH_EVERY = 5000

Progress = Callable[[int, int], None]
"""Told how many lines are done, and of how many."""


class Projector(Protocol):
    """Keeps tables up to date with the ledger. After `flush` the tables hold all that was applied."""

    def apply(self, line: Line) -> None:
        """Take one line in; lines come in the order of their arrival, each once."""

    def flush(self) -> None:
        """Write what is still in memory."""


@dataclass(slots=True)
class _Folded:
    """A case with its row number, the clerk who took it in, and the line that was folded last."""

    no: int
    case: Case | None
    clerk: str
    last: tuple[int, str, int]


def _turns(folded: _Folded, key: tuple[int, str, int]) -> bool:
    """Whether a line changes more than the end of what is folded: it belongs before the last, or was set aside."""
    if key < folded.last:
        return True
    return folded.case is not None and any((line.origin, line.seq) == key[1:] for line in folded.case.set_aside)


class CaseProjector:
    """Folds lines into the tables of schema.PROJECTION_TABLES, inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._cases: dict[str, _Folded] = {}
        self._touched: set[str] = set()
        self._highest_no: int | None = None

    def apply(self, line: Line) -> None:
        """Take one line in. What a newer program wrote and this one cannot read stays in the ledger alone."""
        event = event_of(line)
        if event is None:
            return
        if line.case_id is not None:
            self._apply_to_case(line, line.case_id, event)
        self._apply_to_papers(line, event)
        if isinstance(event, ev.CaseReceived):
            remember_people(self._db, line, event)
            self._remember_amendments(line)
        elif isinstance(event, ev.CaseAmended):
            self._remember_amendment(line, event)
        elif isinstance(event, CityEvent):
            write_answer(self._db, line, event)
        elif isinstance(event, ev.CityAnswerSettled):
            settle_answer(self._db, event)
        if isinstance(event, DifficultyEvent | ev.CityMessage):
            write_difficulties(self._db, line, event)

    def flush(self) -> None:
        """Write the cases that were touched since the last time, oldest first."""
        for folded in sorted((self._cases[case_id] for case_id in self._touched), key=lambda folded: folded.no):
            if folded.case is not None:
                write_case(self._db, folded.no, folded.case, clerk=folded.clerk, last=folded.last)
                write_conflict(self._db, folded.case.case_id)
        self._touched.clear()
        self._cases.clear()

    def _apply_to_case(self, line: Line, case_id: str, event: ev.Event) -> None:
        folded = self._cases.get(case_id) or self._stored(case_id)
        key = (line.at, line.origin, line.seq)
        if isinstance(event, ev.CaseReceived | ev.ConflictSettled) or (folded and _turns(folded, key)):
            folded = self._folded_anew(line, case_id, folded)
        elif folded is None:
            return  # about a case whose beginning has not arrived: it is folded in when that comes
        else:
            folded.case, folded.last = evolve(folded.case, case_id, event), key
        self._cases[case_id] = folded
        self._touched.add(case_id)

    def _folded_anew(self, line: Line, case_id: str, known: _Folded | None) -> _Folded:
        folded = _Folded(known.no if known else self._next_no(), None, line.clerk, (line.at, line.origin, line.seq))
        # In a rebuild the ledger holds later arrivals too; they are applied when their turn comes.
        arrived = [one for one in LedgerReader(self._db).of_case(case_id) if one.arrival <= line.arrival]
        told = [(one, event) for one in arrived if (event := event_of(one)) is not None]
        aside = set_aside(((one.origin, one.seq), event) for one, event in told)
        for earlier, event in told:
            if (earlier.origin, earlier.seq) in aside:
                continue
            if isinstance(event, ev.CaseReceived):
                folded.clerk = earlier.clerk
            elif folded.case is None:
                continue
            folded.case = evolve(folded.case, case_id, event)
            folded.last = (earlier.at, earlier.origin, earlier.seq)
        return folded

    def _remember_amendments(self, received: Line) -> None:
        """Amendments that came before the receipt of their case, from another window."""
        for line in LedgerReader(self._db).of_case(received.case_id or ""):
            event = event_of(line) if line.kind == "CaseAmended" and line.arrival < received.arrival else None
            if isinstance(event, ev.CaseAmended):
                self._remember_amendment(line, event)

    def _remember_amendment(self, line: Line, event: ev.CaseAmended) -> None:
        folded = self._cases.get(line.case_id or "")
        if folded is not None and folded.case is not None:
            remember_amended(self._db, line, event, folded.case.applicant)

    def _stored(self, case_id: str) -> _Folded | None:
        sql = "SELECT no, body, clerk, last_at, last_origin, last_seq FROM cases WHERE case_id = :case_id"
        row = self._db.execute(sql, {"case_id": case_id}).fetchone()
        return (
            _Folded(row[0], msgspec.json.decode(row[1], type=Case), row[2], (row[3], row[4], row[5])) if row else None
        )

    def _next_no(self) -> int:
        if self._highest_no is None:
            self._highest_no = int(self._db.execute("SELECT coalesce(max(no), 0) FROM cases").fetchone()[0])
        self._highest_no += 1
        return self._highest_no

    def _apply_to_papers(self, line: Line, event: ev.Event) -> None:
        if isinstance(event, ev.PaperIssued):
            issue_paper(self._db, line, event)
        elif isinstance(event, ev.PrintQueued | ev.PrintSent | ev.PrintFailed | ev.PrintConfirmed):
            move_sheet(self._db, line, event)
        elif isinstance(event, Withdrawing):
            withdraw_papers(self._db, line, event)


def rebuild(db: Database, progress: Progress | None = None) -> None:
    """Compute every projection again from the ledger, inside the caller's transaction.

    The tables are dropped and made anew; readers go on seeing the old ones until the commit, which swaps all of them at
    once. If it is broken off, nothing has happened.
    """
    _make_anew(db)
    reader = LedgerReader(db)
    total, projector = reader.count(), CaseProjector(db)
    done = 0
    while True:
        # In portions, because the projector writes while it goes and an open cursor would keep the log growing.
        lines = reader.portion(after=done, limit=_FLUSH_EVERY)
        for line in lines:
            projector.apply(line)
        projector.flush()
        if not lines:
            return
        done = lines[-1].arrival
        if progress:
            progress(min(done, total), total)


def _make_anew(db: Database) -> None:
    names = ", ".join(f"'{table}'" for table in PROJECTION_TABLES)
    # Tables before their indexes: sqlite_master lists them in the order in which they were made.
    rows = db.execute(
        f"SELECT sql FROM sqlite_master WHERE tbl_name IN ({names}) AND sql IS NOT NULL ORDER BY rowid"  # noqa: S608
    ).fetchall()
    for table in PROJECTION_TABLES:
        db.execute(f"DROP TABLE {table}")
    for (sql,) in rows:
        db.execute(sql)
