"""Scanned pages of a material: added, removed, turned, in a draft as long as there is no case, in the case after that.

The files are on the disk before any of these functions is called (desktop.capture sees to it).
"""

from collections.abc import Collection, Sequence

from desktop.domain.case import Case, CaseScan
from desktop.domain.errors import Conflict, InvalidInput
from desktop.domain.events import ScanAdded, ScanRemoved
from desktop.domain.free_text import clean_text
from desktop.ports import Changes, UnitOfWork
from desktop.ports_scans import DraftScan, KeptScan, NewPage

MOST_NAME = 80


def add(
    uow: UnitOfWork, case_id: str, material_code: str, pages: Sequence[NewPage], *, name: str = "", original: str = ""
) -> int:
    """Pages come after those that the material has; how many did. A page that it has already is not added again.

    A case that was taken in while the pages were being shrunk gets them as one that is open.

    Args:
        original: SHA-256 of the file that they came from; empty if it is not kept.
    """
    for page in pages:
        uow.note_scan(_kept(page, original))
    shown = clean_text(name)[:MOST_NAME]
    case = uow.case(case_id)
    if case is None:
        return _add_to_draft(uow, case_id, material_code, pages, shown)
    here = [scan for scan in case.scans if scan.material_code == material_code]
    new = _new_among(pages, {scan.sha256 for scan in here})
    place = max((scan.place for scan in here), default=0)
    uow.record(
        [_added(_kept(page, original), material_code, place + n, shown) for n, page in enumerate(new, start=1)],
        case_id=case_id,
    )
    return len(new)


def remove_from_draft(uow: UnitOfWork, case_id: str, scan: DraftScan) -> None:
    """The page leaves the draft; `put_back` undoes it."""
    uow.take_draft_scan(case_id, scan.material_code, scan.sha256)


def put_back(uow: UnitOfWork, case_id: str, scan: DraftScan) -> bool:
    """A page that was removed stands at its place again, or behind all others if that is taken.

    False: its file has been swept meanwhile, or the case was taken in without it.
    """
    if uow.kept_scan(scan.sha256) is None or uow.case(case_id) is not None:
        return False
    here = [other for other in uow.draft_scans(case_id) if other.material_code == scan.material_code]
    if any(other.sha256 == scan.sha256 for other in here):
        return True
    is_free = all(other.place != scan.place for other in here)
    place = scan.place if is_free else max(other.place for other in here) + 1
    uow.put_draft_scan(case_id, DraftScan(scan.material_code, place, scan.name, scan.scan))
    return True


def replace(
    uow: UnitOfWork, case_id: str, material_code: str, sha256: str, page: NewPage, *, reason: str, original: str = ""
) -> None:
    """Another page, such as the same one turned, takes the place of a page.

    Args:
        reason: for the record of a case.

    Raises:
        Conflict: the page is not there any more.
    """
    case = uow.case(case_id)
    uow.note_scan(_kept(page, original))
    if case is not None:
        before = _scan_of(case, material_code, sha256)
        removed = ScanRemoved(sha256=sha256, material_code=material_code, reason=reason)
        added = _added(_kept(page, original), material_code, before.place, before.name)
        uow.record([removed, added], case_id=case_id)
        return
    found = [s for s in uow.draft_scans(case_id) if (s.material_code, s.sha256) == (material_code, sha256)]
    if not found:
        raise Conflict(case_id=case_id)
    uow.put_draft_scan(case_id, DraftScan(material_code, found[0].place, found[0].name, _kept(page, original)))


def remove_from_case(uow: UnitOfWork, case_id: str, material_code: str, sha256: str, *, reason: str) -> Changes:
    """The page is no page of the case from now on; the entry says why, and the file stays where it is.

    Raises:
        InvalidInput: `scan_missing_reason`. Conflict: the page is not there any more.
    """
    because = clean_text(reason)
    if not because:
        raise InvalidInput("scan_missing_reason", field="reason")
    case = uow.case(case_id)
    if case is None:
        raise Conflict(case_id=case_id)
    _scan_of(case, material_code, sha256)
    uow.record([ScanRemoved(sha256=sha256, material_code=material_code, reason=because)], case_id=case_id)
    return Changes(cases=frozenset({case_id}))


def file_draft(uow: UnitOfWork, case_id: str, material_codes: Collection[str]) -> None:
    """At 收件: the draft's pages go on record, those of materials that the case asks for and no others (M2)."""
    events = [
        _added(scan.scan, scan.material_code, scan.place, scan.name)
        for scan in uow.draft_scans(case_id)
        if scan.material_code in material_codes
    ]
    if events:
        uow.record(events, case_id=case_id)
    uow.clear_draft_scans(case_id)


def _add_to_draft(uow: UnitOfWork, case_id: str, material_code: str, pages: Sequence[NewPage], name: str) -> int:
    here = [scan for scan in uow.draft_scans(case_id) if scan.material_code == material_code]
    new = _new_among(pages, {scan.sha256 for scan in here})
    place = max((scan.place for scan in here), default=0)
    for number, page in enumerate(new, start=1):
        uow.put_draft_scan(case_id, DraftScan(material_code, place + number, name, _kept(page, "")))
    return len(new)


def _new_among(pages: Sequence[NewPage], known: Collection[str]) -> list[NewPage]:
    by_hash = {page.sha256: page for page in pages if page.sha256 not in known}
    return list(by_hash.values())


def _scan_of(case: Case, material_code: str, sha256: str) -> CaseScan:
    found = next((s for s in case.scans if (s.material_code, s.sha256) == (material_code, sha256)), None)
    if found is None:
        raise Conflict(case_id=case.case_id)
    return found


def _kept(page: NewPage, original: str) -> KeptScan:
    return KeptScan(
        sha256=page.sha256,
        media=page.media,
        size_bytes=page.size_bytes,
        width_px=page.width_px,
        height_px=page.height_px,
        dpi=page.dpi,
        original=original,
        original_page=page.number if original else 0,
        turned=page.turned if original else 0,
    )


def _added(scan: KeptScan, material_code: str, place: int, name: str) -> ScanAdded:
    return ScanAdded(
        sha256=scan.sha256,
        material_code=material_code,
        place=place,
        media=scan.media,
        size_bytes=scan.size_bytes,
        name=name,
        width_px=scan.width_px,
        height_px=scan.height_px,
        dpi=scan.dpi,
    )
