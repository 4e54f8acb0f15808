"""One action, one transaction: what it puts on record and all that follows from it, or nothing."""

from collections.abc import Sequence

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.domain import events as ev
from desktop.domain.catalogue import Catalogue
from desktop.domain.numbers import is_practice_origin
from desktop.domain.people import Session
from desktop.ports import Clock, Draft
from desktop.store.admission import LinesForked, LinesUnsound, admit
from desktop.store.going_on import introduction, taking_up
from desktop.store.installation import Installation, signing_key
from desktop.store.ledger import Ledger
from desktop.store.line import Line, NewLine, new_uuid7
from desktop.store.projections import CaseProjector
from desktop.store.reading import CatalogueCache, Reader
from desktop.store.scan_outbox import queue_scans
from desktop.store.scan_rows import ScanWriting
from desktop.store.sqlcipher import Database, dbapi

_NEXT = """
INSERT INTO counters (origin, series, value) VALUES (:origin, :series, 1)
ON CONFLICT (origin, series) DO UPDATE SET value = value + 1
"""

_DRAFT = """
INSERT INTO drafts (id, clerk, window, body, field, updated_at)
VALUES (:id, :clerk, :window, :body, :field, :updated_at)
ON CONFLICT (id) DO UPDATE SET clerk = excluded.clerk, window = excluded.window, body = excluded.body,
    field = excluded.field, updated_at = excluded.updated_at
"""

_CATALOGUE = """
INSERT INTO catalogues (version, in_force_on, sha256, content, file)
VALUES (:version, :in_force_on, :sha256, :content, :file)
ON CONFLICT (version) DO UPDATE SET in_force_on = excluded.in_force_on, sha256 = excluded.sha256,
    content = excluded.content, file = excluded.file
"""

_SETTING = """
INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""


class WritingUnit(ScanWriting, Reader):
    """The UnitOfWork of desktop.ports. It reads its own writes; the store commits it or rolls it back."""

    def __init__(
        self,
        db: Database,
        installation: Installation,
        catalogues: CatalogueCache | None = None,
        *,
        session: Session | None,
        clock: Clock,
    ) -> None:
        super().__init__(db, installation, catalogues)
        self.origin = installation.origin
        self.ledger: Ledger = Ledger(db, installation.origin)
        self._clerk = session.clerk.clerk_id if session else ""
        self._clock = clock
        self._projector = CaseProjector(db)

    def record(self, events: Sequence[ev.Event], *, case_id: str | None = None) -> None:
        """Append to the ledger and bring the projections up to date.

        Before them stands what they need: that this origin goes on from another, what of other windows' lines on the
        case it has seen.
        """
        new = [*introduction(self._db, self.origin), *taking_up(self._db, self.origin, case_id, events)]
        new += [NewLine(ev.kind_of(event), case_id, ev.encode(event)) for event in events]
        lines = self.ledger.append(new, clerk=self._clerk, at=self._now_ms())
        queue_scans(self._db, lines)
        self._project(lines)

    def admit(self, lines: Sequence[Line]) -> int:
        """Take in lines of other origins, see desktop.store.admission; how many of them were new.

        Raises:
            LinesForked, LinesMissing, LinesUnsound; LinesForked too for lines of the origin that this store writes as,
            which nobody else may write.
        """
        for line in lines:
            if is_practice_origin(line.origin) or is_practice_origin(self.origin):
                raise LinesUnsound(origin=line.origin, seq=line.seq)  # made-up cases stay where they were made
            if line.origin == self.origin and self.ledger.line(line.origin, line.seq) is None:
                raise LinesForked(origin=line.origin, seq=line.seq)
        admitted = admit(self._db, lines)
        queue_scans(self._db, admitted)
        try:
            self._project(admitted)
        except dbapi.IntegrityError as error:  # a case or paper number that another line bears already
            raise LinesUnsound(origin=lines[0].origin, seq=lines[0].seq) from error
        return len(admitted)

    def next_serial(self, series: str) -> int:
        """The next number of a series of this origin: 1, 2, 3 … never the same twice, whatever the clock says."""
        place = {"origin": self.origin, "series": series}
        self._db.execute(_NEXT, place)
        sql = "SELECT value FROM counters WHERE origin = :origin AND series = :series"
        return int(self._db.execute(sql, place).fetchone()[0])

    def new_id(self) -> str:
        """A UUIDv7."""
        return new_uuid7(self._now_ms())

    def sign(self, data: bytes) -> bytes:
        """Ed25519 signature of the window, 64 bytes."""
        return self._signing_key.sign(data)

    @property
    def public_key(self) -> bytes:
        """Ed25519 public key of the window, 32 bytes."""
        return self._signing_key.public_key().public_bytes_raw()

    def save_draft(self, draft: Draft) -> None:
        """Keep what is being typed; the draft of the same id is replaced."""
        self._db.execute(
            _DRAFT,
            {
                "id": draft.draft_id,
                "clerk": draft.clerk_id,
                "window": draft.window,
                "body": draft.body,
                "field": draft.field,
                "updated_at": round(draft.updated_at.timestamp() * 1000),
            },
        )

    def delete_draft(self, draft_id: str) -> None:
        """Drop a draft; nothing happens if it is gone already."""
        self._db.execute("DELETE FROM drafts WHERE id = :id", {"id": draft_id})
        self.clear_draft_scans(draft_id)

    def keep_catalogue(self, catalogue: Catalogue, sha256: str, body: bytes) -> None:
        """Keep a catalogue version with the file that it came from; the same version is replaced."""
        self._db.execute(
            _CATALOGUE,
            {
                "version": catalogue.version,
                "in_force_on": catalogue.in_force_on.isoformat(),
                "sha256": sha256,
                "content": msgspec.json.encode(catalogue),
                "file": body,
            },
        )

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of this PC."""
        self._db.execute(_SETTING, {"name": key, "value": value})

    def _project(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self._projector.apply(line)
        self._projector.flush()

    @property
    def _signing_key(self) -> Ed25519PrivateKey:
        return signing_key(self._db, self.origin)

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)
