"""The store as the pump sees it (desktop.ports_outbox.OutboxStore): each method one short transaction."""

from collections.abc import Callable, Mapping, Sequence

from desktop.domain.catalogue import Catalogue
from desktop.domain.events import WindowEnrolled
from desktop.ports import UnitOfWork
from desktop.ports_outbox import Agreement, Backlog, CityFile, FrozenSegment, ScanJob, Unsealed
from desktop.ports_sync import Trouble
from desktop.problems import ScanMissing
from desktop.store.city_rows import CityRows
from desktop.store.going_on import predecessor_of, signature_of_predecessor
from desktop.store.installation import signing_key
from desktop.store.line import Line
from desktop.store.scan_outbox import ScanRows
from desktop.store.segment_rows import SegmentRows
from desktop.store.store import Store

_ADMITTED_AT_ONCE = 250

Adopt = Callable[[UnitOfWork, Catalogue, bytes], object]
"""Puts a catalogue in force inside a unit of work; raises InvalidInput."""


class Outbox:
    """See the module. `page` gives a scanned page by its SHA-256; None: it is not here."""

    def __init__(self, store: Store, *, adopt: Adopt, page: Callable[[str], bytes | None]) -> None:
        self._store = store
        self._adopt = adopt
        self._page = page

    # who writes

    @property
    def origin(self) -> str:
        """The origin that this store writes as now."""
        return self._store.origin

    @property
    def hall(self) -> str:
        """The hall in that origin's name."""
        return self._store.installation.hall

    @property
    def window(self) -> str:
        """The window in that origin's name."""
        return self._store.installation.window

    def own_origins(self) -> list[str]:
        """See OutboxStore."""
        with self._store.read() as reader:
            rows = reader._db.execute("SELECT origin FROM own_origins ORDER BY rowid").fetchall()
        return sorted((str(row[0]) for row in rows), key=lambda origin: origin == self.origin)

    def predecessor(self) -> tuple[str, bytes] | None:
        """See OutboxStore."""
        with self._store.read() as reader:
            before = predecessor_of(reader._db, self.origin)
            if before is None:
                return None
            key = signing_key(reader._db, self.origin).public_key().public_bytes_raw()
            signature = signature_of_predecessor(reader._db, before[0], origin=self.origin, public_key=key)
            return before[0], signature

    def public_key(self, origin: str) -> bytes | None:
        """See OutboxStore."""
        with self._store.read() as reader:
            return dict(reader.public_keys()).get(origin)

    def sign(self, origin: str, message: bytes) -> bytes:
        """Ed25519 by the key of an own origin."""
        with self._store.read() as reader:
            return signing_key(reader._db, origin).sign(message)

    def succeeded(self) -> str:
        """See OutboxStore."""
        return self._store.installation.predecessor or ""

    def succeed(self) -> str:
        """See OutboxStore."""
        return self._store.succeed()

    def setting(self, name: str, default: str = "") -> str:
        """A setting of this PC."""
        with self._store.read() as reader:
            return reader.setting(name, default)

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting of this PC."""
        with self._store.write(None) as unit:
            unit.set_setting(name, value)

    def enrolled(self, *, city: str, store_kind: str, city_key: str, settings: Mapping[str, str]) -> None:
        """See OutboxStore."""
        with self._store.write(None) as unit:
            for name, value in settings.items():
                unit.set_setting(name, value)
            unit.record([WindowEnrolled(city=city, store_kind=store_kind, city_key=city_key)])

    # segments

    def unsealed(self, origin: str) -> Unsealed | None:
        """See OutboxStore."""
        with self._store.read() as reader:
            return SegmentRows(reader._db).unsealed(origin)

    def lines(self, origin: str, *, first: int, limit: int) -> list[Line]:
        """Lines of an origin by number, from `first` on."""
        with self._store.read() as reader:
            return reader.ledger.numbered(origin, first=first, limit=limit)

    def tip(self, origin: str) -> Line | None:
        """The last line of an origin."""
        with self._store.read() as reader:
            return reader.ledger.tip(origin)

    def line(self, origin: str, seq: int) -> Line | None:
        """One line."""
        with self._store.read() as reader:
            return reader.ledger.line(origin, seq)

    def tips(self) -> dict[str, int]:
        """By origin, the number of its last line here."""
        with self._store.read() as reader:
            found = (reader.ledger.tip(origin) for origin in reader.ledger.origins())
            return {tip.origin: tip.seq for tip in found if tip}

    def freeze(self, lines: Sequence[Line], name: str, sealed: bytes, *, at_ms: int, tries: int = 0) -> FrozenSegment:
        """See OutboxStore."""
        origin, first, last = lines[0].origin, lines[0].seq, lines[-1].seq
        with self._store.write(None) as unit:
            rows = SegmentRows(unit._db)
            rows.keep(origin, first, last, name=name, sealed=sealed, at=at_ms, tries=tries)
            return rows.of(origin, first)

    def thaw(self, segment: FrozenSegment) -> None:
        """See OutboxStore."""
        with self._store.write(None) as unit:
            SegmentRows(unit._db).drop_from(segment.origin, segment.first)

    def pending(self, origin: str) -> list[FrozenSegment]:
        """See OutboxStore."""
        with self._store.read() as reader:
            return SegmentRows(reader._db).pending(origin)

    def unshared(self, origin: str) -> list[FrozenSegment]:
        """See OutboxStore."""
        with self._store.read() as reader:
            return SegmentRows(reader._db).unshared(origin)

    def unanswered(self) -> list[FrozenSegment]:
        """See OutboxStore."""
        with self._store.read() as reader:
            return SegmentRows(reader._db).unanswered()

    def frozen(self) -> list[FrozenSegment]:
        """See OutboxStore."""
        with self._store.read() as reader:
            return SegmentRows(reader._db).all()

    def sealed(self, segment: FrozenSegment) -> bytes:
        """The bytes that are sent, the same at every attempt."""
        with self._store.read() as reader:
            return SegmentRows(reader._db).sealed(segment)

    def segment_carried(self, segment: FrozenSegment) -> None:
        """The file went out on a stick."""
        with self._store.write(None) as unit:
            SegmentRows(unit._db).set_carried(segment)

    def segment_stored(self, segment: FrozenSegment, *, at_ms: int) -> None:
        """The store has it; the city does not yet."""
        with self._store.write(None) as unit:
            SegmentRows(unit._db).set_stored(segment, at_ms)

    def segment_lost(self, segment: FrozenSegment) -> None:
        """See OutboxStore."""
        with self._store.write(None) as unit:
            SegmentRows(unit._db).set_stored(segment, None)

    def segment_found(self, origin: str, *, first: int, last: int, name: str, sealed: bytes, at_ms: int) -> None:
        """See OutboxStore."""
        with self._store.write(None) as unit:
            rows = SegmentRows(unit._db)
            rows.drop_overlapping(origin, first, last)
            rows.keep(origin, first, last, name=name, sealed=sealed, at=at_ms, stored_at=at_ms)

    def segment_failed(self, segment: FrozenSegment, trouble: Trouble, *, next_try_at_ms: int | None) -> None:
        """One more try, and why it failed."""
        with self._store.write(None) as unit:
            SegmentRows(unit._db).set_failed(segment, trouble, next_try_at_ms)

    # scans

    def scan_jobs(self) -> list[ScanJob]:
        """See OutboxStore."""
        with self._store.read() as reader:
            return ScanRows(reader._db).jobs()

    def scans_unanswered(self) -> list[ScanJob]:
        """See OutboxStore."""
        with self._store.read() as reader:
            return ScanRows(reader._db).unanswered()

    def scan_progress(self, job: ScanJob, *, sent_bytes: int, stored_at_ms: int | None) -> None:
        """How far the store has the page; `stored_at_ms` once it has all."""
        with self._store.write(None) as unit:
            ScanRows(unit._db).set_progress(job, sent_bytes, stored_at_ms)

    def scan_failed(self, job: ScanJob, trouble: Trouble, *, next_try_at_ms: int | None) -> None:
        """One more try, and why it failed."""
        with self._store.write(None) as unit:
            ScanRows(unit._db).set_failed(job, trouble, next_try_at_ms)

    def scans_acknowledged(self, jobs: Sequence[ScanJob], *, at_ms: int) -> None:
        """The city has these pages."""
        with self._store.write(None) as unit:
            ScanRows(unit._db).set_acknowledged(jobs, at_ms)
        for job in jobs:
            self._store.drop_original(job.sha256)

    def page(self, sha256: str) -> bytes:
        """See OutboxStore."""
        content = self._page(sha256)
        if content is None:
            raise ScanMissing(sha256=sha256[:8])
        return content

    # the city

    def acknowledge(self, origin: str, seq: int, digest: bytes, *, at_ms: int) -> Agreement:
        """See OutboxStore."""
        with self._store.write(None) as unit:
            return CityRows(unit._db).acknowledge(origin, seq, digest, at=at_ms)

    def acknowledged(self) -> dict[str, int]:
        """By origin, the last line that the city has."""
        with self._store.read() as reader:
            return CityRows(reader._db).acknowledged()

    def last_receipt_ms(self) -> int | None:
        """When the city last acknowledged something of this PC."""
        with self._store.read() as reader:
            return CityRows(reader._db).last_receipt()

    def admit(self, lines: Sequence[Line]) -> int:
        """See OutboxStore. In portions, so that a clerk at work never waits for a thousand lines of others."""
        new = 0
        for start in range(0, len(lines), _ADMITTED_AT_ONCE):
            with self._store.write(None) as unit:
                new += unit.admit(lines[start : start + _ADMITTED_AT_ONCE])
        return new

    def city_file(self, name: str) -> CityFile | None:
        """A small file of the city as it was last believed."""
        with self._store.read() as reader:
            return CityRows(reader._db).file(name)

    def keep_city_file(self, name: str, file: CityFile) -> None:
        """Keep it in place of the one before."""
        with self._store.write(None) as unit:
            CityRows(unit._db).keep_file(name, file)

    def has_catalogue(self, version: str) -> bool:
        """Whether this version is kept here."""
        with self._store.read() as reader:
            return any(known.version == version for known in reader.catalogue_versions())

    def adopt(self, catalogue: Catalogue, body: bytes) -> None:
        """See OutboxStore."""
        with self._store.write(None) as unit:
            self._adopt(unit, catalogue, body)

    def backlog(self) -> Backlog:
        """What waits for the city, counted now."""
        with self._store.read() as reader:
            return CityRows(reader._db).backlog()

    def case_number(self, case_id: str) -> str:
        """The number of a case; empty if there is none."""
        with self._store.read() as reader:
            case = reader.case(case_id)
            return case.case_number if case else ""

    def sent_bytes(self, day: str) -> int:
        """What was sent on a day of the hall, YYYY-MM-DD."""
        with self._store.read() as reader:
            return CityRows(reader._db).sent_bytes(day)

    def add_sent_bytes(self, day: str, count: int) -> None:
        """Count what was sent."""
        with self._store.write(None) as unit:
            CityRows(unit._db).add_sent_bytes(day, count)
