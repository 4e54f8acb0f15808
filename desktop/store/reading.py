"""What the screens ask: the CaseReader of desktop.ports over one connection."""

import json
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import msgspec

from desktop.domain import events as ev
from desktop.domain.case import Case, IssuedPaper
from desktop.domain.catalogue import Catalogue
from desktop.domain.papers import Paper
from desktop.domain.papers import decode as decode_paper
from desktop.domain.people import Clerk, Hall
from desktop.ports import CaseRow, CatalogueVersion, DayCounts, Draft, Filters, LedgerLine, PersonOnFile
from desktop.store import search
from desktop.store.answer_reading import AnswerReader
from desktop.store.case_list import CASE_ROWS, case_row
from desktop.store.going_first import NEXT_DUE
from desktop.store.installation import Installation, window_of
from desktop.store.ledger import LedgerReader
from desktop.store.open_case_reading import OpenCaseReading
from desktop.store.pledge_reading import PledgeReading
from desktop.store.practice_reading import PracticeReading
from desktop.store.scan_rows import ScanReading
from desktop.store.service_reading import ServiceReading
from desktop.store.sqlcipher import Database
from desktop.store.statistics_reading import StatisticsReading
from desktop.store.tokens import code_key
from desktop.store.undone import IN_FORCE_BY_STATE, UNDONE_BY_KIND

NO_FILTERS = Filters()
HALL_TIME = timezone(timedelta(hours=8))

_DRAFT = "SELECT id, clerk, window, body, field, updated_at FROM drafts"


CatalogueCache = dict[tuple[str, str], Catalogue]
"""Decoded catalogues by version and SHA-256; they never change, and decoding one costs more than a whole intake."""


class Reader(
    AnswerReader,
    OpenCaseReading,
    PledgeReading,
    PracticeReading,
    ScanReading,
    ServiceReading,
    StatisticsReading,
):
    """Reads what the ledger has been folded into. Used by one thread at a time."""

    def __init__(self, db: Database, installation: Installation, catalogues: CatalogueCache | None = None) -> None:
        self._db = db
        self._catalogues: CatalogueCache = {} if catalogues is None else catalogues
        self._installation = installation
        self.ledger = LedgerReader(db)

    # Cases

    def case(self, case_id: str) -> Case | None:
        """The case as it stands, or None."""
        return self._folded("SELECT body FROM cases WHERE case_id = :key", case_id)

    def case_by_number(self, number: str) -> Case | None:
        """The case of this number, typed with or without its hyphens, or None."""
        return self._folded("SELECT body FROM cases WHERE number_key = :key", code_key(number))

    def search(
        self, text: str, filters: Filters = NO_FILTERS, *, limit: int = 50, before_no: int | None = None
    ) -> list[CaseRow]:
        """Newest first, at most `limit`, older than `before_no` where given. Empty text: everything."""
        numbers = search.search(self._db, text, filters, limit=limit, before_no=before_no)
        return self._rows(f"{CASE_ROWS} WHERE no IN ({_list(numbers)}) ORDER BY no DESC")

    def count(self, text: str, filters: Filters = NO_FILTERS) -> int:
        """How many cases match; from 1000 on it is 1000."""
        return search.count(self._db, text, filters)

    def open_cases(self, *, limit: int = 200) -> list[CaseRow]:
        """Open cases, the nearest due date first, those without one last."""
        dated = self._rows(
            f"{CASE_ROWS} {NEXT_DUE}",
            limit=limit,
        )
        left = limit - len(dated)
        return dated + self._rows(
            f"{CASE_ROWS} WHERE is_open = 1 AND due_on IS NULL ORDER BY no LIMIT :limit", limit=left
        )

    def person(self, id_number: str) -> PersonOnFile | None:
        """Who has this number, with the newest data, or None."""
        row = self._db.execute(
            "SELECT name, id_kind, id_number, phone, address FROM people WHERE id_number = :id_number "
            "ORDER BY last_at DESC LIMIT 1",
            {"id_number": id_number},
        ).fetchone()
        if row is None:
            return None
        cases = self._rows(f"{CASE_ROWS} WHERE id_number = :number AND is_open = 1 ORDER BY no DESC", number=id_number)
        name, id_kind, number, phone, address = row
        return PersonOnFile(name, id_kind, number, phone, address, tuple(cases))

    def lines_of(self, case_id: str) -> list[LedgerLine]:
        """The case's ledger lines, oldest first."""
        return [
            LedgerLine(line.origin, line.seq, _moment(line.at), line.clerk, ev.decode(line.body))
            for line in self.ledger.of_case(case_id)
        ]

    # Papers

    def paper(self, number: str) -> Paper | None:
        """Content of an issued paper, or None."""
        row = self._one("SELECT content FROM papers WHERE number = :key", number)
        return decode_paper(row[0]) if row else None

    def issued_paper(self, number: str) -> IssuedPaper | None:
        """A paper and its sheets, or None."""
        row = self._one("SELECT issued FROM papers WHERE number = :key", number)
        return msgspec.json.decode(row[0], type=IssuedPaper) if row else None

    def papers_waiting(self) -> list[IssuedPaper]:
        """Papers of this PC's windows that nobody has confirmed on paper, or with a reprint under way, oldest first."""
        rows = self._db.execute(
            "SELECT issued FROM papers WHERE is_waiting = 1 AND CAST(content AS TEXT) ->> '$.head.window' IN "
            "(SELECT value FROM json_each(:windows)) ORDER BY at, number",
            {"windows": json.dumps([window_of(origin) for origin in self._own_origins()])},
        )
        return [msgspec.json.decode(row[0], type=IssuedPaper) for row in rows]

    def paper_code(self, number: str) -> str:
        """The text of the paper's QR; empty if there is no such paper."""
        row = self._one("SELECT code FROM papers WHERE number = :key", number)
        return str(row[0]) if row else ""

    def case_of_paper(self, number: str) -> str | None:
        """case_id of the case that the paper belongs to; None for a paper without one."""
        row = self._one("SELECT case_id FROM papers WHERE number = :key", number)
        return str(row[0]) if row and row[0] is not None else None

    # The day

    def day_counts(self, day: date, *, window: str | None = None) -> DayCounts:
        """What a day in the hall has brought, of one window or of all."""
        start = _ms(datetime.combine(day, time(), HALL_TIME))
        end = _ms(datetime.combine(day + timedelta(days=1), time(), HALL_TIME))
        values = {"start": start, "end": end}
        lines = self._by_origin(
            "SELECT origin, kind, count(*) FROM ledger WHERE at >= :start AND at < :end GROUP BY origin, kind",
            values,
            window,
        )
        undone = self._by_origin(UNDONE_BY_KIND, values, window)
        waiting = self._by_origin(
            "SELECT origin, 'waiting', count(*) FROM prints WHERE state <> 'confirmed' GROUP BY origin", {}, window
        )
        reprints = self._by_origin(
            "SELECT origin, 'reprints', count(*) FROM prints "
            "WHERE queued_at >= :start AND queued_at < :end AND sheet_no > 0 GROUP BY origin",
            values,
            window,
        )
        return DayCounts(
            received=lines("CaseReceived"),
            accepted=lines("CaseAccepted") - undone("CaseAccepted"),
            corrections=lines("CorrectionRequested") - undone("CorrectionRequested"),
            refused=lines("CaseRefused") - undone("CaseRefused"),
            not_required=lines("CaseNotRequired") - undone("CaseNotRequired"),
            informed=lines("InformedOnce"),
            papers_issued=lines("PaperIssued"),
            sheets_confirmed=lines("PrintConfirmed"),
            sheets_waiting=waiting("waiting"),
            reprints=reprints("reprints"),
        )

    def received_by_state(self, day: date, *, window: str) -> dict[str, int]:
        """How many of the cases received on the day at the window stand in which state now."""
        rows = self._db.execute(
            "SELECT state, count(*) FROM cases WHERE received_on = :day AND window = :window "
            "AND role <> 'bundle' GROUP BY state",
            {"day": day.isoformat(), "window": window},
        )
        return {str(state): int(count) for state, count in rows}

    def papers_by_state(self, day: date, *, window: str) -> tuple[int, int]:
        """Papers issued on the day at the window: out on paper, and waiting to be confirmed."""
        row = self._db.execute(
            IN_FORCE_BY_STATE,
            {"day": day.isoformat(), "window": window},
        ).fetchone()
        return int(row[0]), int(row[1])

    def item_use(self, *, limit: int = 20) -> list[str]:
        """Item codes, the most used of this window first."""
        rows = self._db.execute(
            "SELECT item_code FROM item_use WHERE window = :window "
            "ORDER BY uses DESC, last_at DESC, item_code LIMIT :limit",
            {"window": self._installation.window, "limit": limit},
        )
        return [str(row[0]) for row in rows]

    def drafts(self, clerk_id: str | None = None) -> list[Draft]:
        """Drafts, the newest first; None: of all clerks."""
        where = "" if clerk_id is None else " WHERE clerk = :clerk"
        rows = self._db.execute(f"{_DRAFT}{where} ORDER BY updated_at DESC, id", {"clerk": clerk_id})
        return [
            Draft(draft_id, clerk, window, body, field, _moment(updated_at))
            for draft_id, clerk, window, body, field, updated_at in rows
        ]

    # The hall

    def hall(self) -> Hall | None:
        """The hall and window as this PC last set them up; None before that."""
        own = self._own_origins()
        lines = [line for line in self.ledger.of_kind("HallSetUp") if line.origin in own]
        event = ev.decode(lines[-1].body) if lines else None
        return event.hall if isinstance(event, ev.HallSetUp) else None

    def clerks(self) -> list[Clerk]:
        """Every clerk of this PC as last set, by login name. Another window may have others of the same name."""
        own = self._own_origins()
        decoded = (ev.decode(line.body) for line in self.ledger.of_kind("ClerkSet") if line.origin in own)
        newest = {event.clerk.clerk_id: event.clerk for event in decoded if isinstance(event, ev.ClerkSet)}
        return [newest[clerk_id] for clerk_id in sorted(newest)]

    def catalogue(self, version: str) -> Catalogue | None:
        """The catalogue of this version, or None."""
        return self._catalogue("SELECT version, sha256 FROM catalogues WHERE version = :key", version)

    def catalogue_in_force(self, day: date) -> Catalogue | None:
        """The newest version in force on the day."""
        sql = (
            "SELECT version, sha256 FROM catalogues WHERE in_force_on <= :key "
            "ORDER BY in_force_on DESC, version DESC LIMIT 1"
        )
        return self._catalogue(sql, day.isoformat())

    def newest_catalogue(self) -> CatalogueVersion | None:
        """The newest version, in force or not yet; None before the first was adopted."""
        return next(iter(self.catalogue_versions()), None)

    def catalogue_versions(self) -> list[CatalogueVersion]:
        """Every version kept here, newest first."""
        rows = self._db.execute(
            "SELECT version, sha256, in_force_on, json_array_length(CAST(content AS TEXT), '$.items') "
            "FROM catalogues ORDER BY version DESC"
        )
        return [
            CatalogueVersion(version, sha256, date.fromisoformat(day), int(items or 0))
            for version, sha256, day, items in rows
        ]

    def calendar_entries(self) -> list[ev.Event]:
        """CalendarYearEntered and RegionalDaySet, oldest first."""
        lines = [*self.ledger.of_kind("CalendarYearEntered"), *self.ledger.of_kind("RegionalDaySet")]
        return [ev.decode(line.body) for line in sorted(lines, key=lambda line: (line.at, line.origin, line.seq))]

    def public_keys(self) -> list[tuple[str, bytes]]:
        """Origins of this PC and the Ed25519 public key of each, 32 bytes."""
        rows = self._db.execute("SELECT origin, public FROM signing_keys ORDER BY rowid")
        return [(str(origin), bytes(public)) for origin, public in rows]

    def setting(self, key: str, default: str = "") -> str:
        """A setting of this PC."""
        row = self._one("SELECT value FROM settings WHERE name = :key", key)
        return str(row[0]) if row else default

    def _own_origins(self) -> set[str]:
        return {str(row[0]) for row in self._db.execute("SELECT origin FROM own_origins")}

    def _one(self, sql: str, key: str) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._db.execute(sql, {"key": key}).fetchone()
        return row

    def _folded(self, sql: str, key: str) -> Case | None:
        row = self._one(sql, key)
        return msgspec.json.decode(row[0], type=Case) if row else None

    def _catalogue(self, sql: str, key: str) -> Catalogue | None:
        place = self._one(sql, key)
        if place is None:
            return None
        known = self._catalogues.get(place)
        if known is None:
            row = self._one("SELECT content FROM catalogues WHERE version = :key", place[0])
            known = msgspec.json.decode(row[0] if row else b"", type=Catalogue)
            self._catalogues[place] = known
        return known

    def _rows(self, sql: str, **values: object) -> list[CaseRow]:
        return [case_row(row) for row in self._db.execute(sql, values)]

    def _by_origin(self, sql: str, values: dict[str, int], window: str | None) -> Callable[[str], int]:
        rows = self._db.execute(sql, values).fetchall()
        return lambda kind: sum(
            count for origin, of_kind, count in rows if of_kind == kind and window in (None, window_of(origin))
        )


def _list(numbers: Iterable[int]) -> str:
    return ", ".join(str(int(number)) for number in numbers)


def _moment(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, UTC)


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
