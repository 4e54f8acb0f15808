"""Scanned pages as rows: what is kept here, what stands in a draft, and how far the pages of a case have come."""

from collections import defaultdict
from typing import Any

import msgspec

from desktop.domain.case import Case
from desktop.ports_scans import DraftScan, FiledScan, KeptScan, ScanWhere
from desktop.store.sqlcipher import Database

_KEPT = """
SELECT sha256, media, size_bytes, width_px, height_px, dpi, iif(has_original, original, ''), original_page,
    turned FROM scans
"""

_DRAFT = """
SELECT d.material_code, d.place, d.name,
    s.sha256, s.media, s.size_bytes, s.width_px, s.height_px, s.dpi, iif(s.has_original, s.original, ''),
    s.original_page, s.turned
FROM draft_scans d JOIN scans s ON s.sha256 = d.sha256 WHERE d.case_id = :case_id ORDER BY d.material_code, d.place
"""

_NOTE = """
INSERT INTO scans
    (sha256, media, size_bytes, width_px, height_px, dpi, has_original, original, original_page, turned, kept_at)
VALUES (:sha256, :media, :size_bytes, :width_px, :height_px, :dpi, :has_original, :original, :original_page, :turned,
    :kept_at)
ON CONFLICT (sha256) DO UPDATE SET has_original = excluded.has_original, original = excluded.original,
    original_page = excluded.original_page, turned = excluded.turned
WHERE scans.has_original = 0 AND excluded.has_original = 1
"""

_PUT = """
INSERT INTO draft_scans (case_id, material_code, place, sha256, name)
VALUES (:case_id, :material_code, :place, :sha256, :name)
ON CONFLICT (case_id, material_code, place) DO UPDATE SET sha256 = excluded.sha256, name = excluded.name
"""

_UNNAMED = """
SELECT sha256, original FROM scans s
WHERE NOT EXISTS (SELECT 1 FROM draft_scans d WHERE d.sha256 = s.sha256)
    AND NOT EXISTS (SELECT 1 FROM scan_sending w WHERE w.sha256 = s.sha256)
"""

_NAMED_IN_LEDGER = """
SELECT DISTINCT CAST(body AS TEXT) ->> '$.sha256' FROM ledger WHERE kind = 'ScanAdded'
"""


class ScanReading:
    """The ScanReader of desktop.ports_scans; part of the store's reader."""

    _db: Database

    def draft_scans(self, case_id: str) -> tuple[DraftScan, ...]:
        """Pages of a draft by material and place."""
        rows = self._db.execute(_DRAFT, {"case_id": case_id})
        return tuple(DraftScan(code, place, name, KeptScan(*kept)) for code, place, name, *kept in rows)

    def filed_scans(self, case_id: str) -> tuple[FiledScan, ...]:
        """Pages of a case by material and place; empty if there is no such case."""
        values = {"case_id": case_id}
        row = self._db.execute("SELECT body FROM cases WHERE case_id = :case_id", values).fetchone()
        if row is None:
            return ()
        sql = "SELECT sha256, sent_bytes, stored_at, acknowledged_at FROM scan_sending WHERE case_id = :case_id"
        sent: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for sha256, *state in self._db.execute(sql, values):
            sent[sha256].append(tuple(state))
        scans = msgspec.json.decode(row[0], type=Case).scans
        return tuple(
            FiledScan(scan, *_where(sent[scan.sha256]), self.kept_scan(scan.sha256) is not None) for scan in scans
        )

    def kept_scan(self, sha256: str) -> KeptScan | None:
        """What is known of a page whose file is kept here, or None."""
        row = self._db.execute(f"{_KEPT} WHERE sha256 = :sha256", {"sha256": sha256}).fetchone()
        return KeptScan(*row) if row else None


class ScanWriting(ScanReading):
    """The ScanWriter of desktop.ports_scans; part of the store's unit of work."""

    def note_scan(self, scan: KeptScan) -> None:
        """A page is kept; noting it again changes nothing but a lacking original."""
        values = {name: getattr(scan, name) for name in scan.__dataclass_fields__}
        self._db.execute(_NOTE, {**values, "has_original": int(bool(scan.original)), "kept_at": self._now_ms()})

    def put_draft_scan(self, case_id: str, scan: DraftScan) -> None:
        """The page stands at its place of the draft; what stood there gives way to it."""
        self._db.execute(
            _PUT,
            {
                "case_id": case_id,
                "material_code": scan.material_code,
                "place": scan.place,
                "sha256": scan.sha256,
                "name": scan.name,
            },
        )

    def take_draft_scan(self, case_id: str, material_code: str, sha256: str) -> None:
        """The page no longer stands there; its file stays until a sweep."""
        sql = "DELETE FROM draft_scans WHERE case_id = :case_id AND material_code = :code AND sha256 = :sha256"
        self._db.execute(sql, {"case_id": case_id, "code": material_code, "sha256": sha256})

    def clear_draft_scans(self, case_id: str) -> None:
        """No page stands in this draft any more."""
        self._db.execute("DELETE FROM draft_scans WHERE case_id = :case_id", {"case_id": case_id})

    def _now_ms(self) -> int:
        raise NotImplementedError


def _where(states: list[tuple[Any, ...]]) -> tuple[ScanWhere, int]:
    if not states:
        return ScanWhere.ELSEWHERE, 0
    if any(acknowledged is not None for _, _, acknowledged in states):
        return ScanWhere.AT_CITY, max(sent for sent, _, _ in states)
    is_stored = any(stored is not None for _, stored, _ in states)
    return ScanWhere.STORED if is_stored else ScanWhere.WAITING, max(sent for sent, _, _ in states)


def unnamed_scans(db: Database) -> dict[str, str]:
    """Pages noted here that no draft and no case names, with their originals."""
    unnamed = dict(db.execute(_UNNAMED).fetchall())
    if unnamed:
        for (named,) in db.execute(_NAMED_IN_LEDGER):
            unnamed.pop(named, None)
    return unnamed


def forget_scans(db: Database, hashes: set[str]) -> None:
    """Their rows are gone."""
    for sha256 in sorted(hashes):
        db.execute("DELETE FROM scans WHERE sha256 = :sha256", {"sha256": sha256})


def known_scans(db: Database) -> tuple[frozenset[str], frozenset[str]]:
    """Pages noted here, and originals that a page still has."""
    pages = frozenset(str(row[0]) for row in db.execute("SELECT sha256 FROM scans"))
    originals = db.execute("SELECT DISTINCT original FROM scans WHERE has_original = 1")
    return pages, frozenset(str(row[0]) for row in originals)


def part_with_original(db: Database, sha256: str) -> str:
    """The page has no original any more; gives the original's hash if no other page has it either, else nothing."""
    row = db.execute(
        "SELECT original FROM scans WHERE sha256 = :sha256 AND has_original = 1", {"sha256": sha256}
    ).fetchone()
    if row is None:
        return ""
    db.execute("UPDATE scans SET has_original = 0 WHERE sha256 = :sha256", {"sha256": sha256})
    others = db.execute(
        "SELECT 1 FROM scans WHERE original = :original AND has_original = 1 LIMIT 1", {"original": row[0]}
    ).fetchone()
    return "" if others else str(row[0])
