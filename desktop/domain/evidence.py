"""Evidence that this hall has on file from earlier cases of the same person (国务院令716 第7条, 行政许可法 35).

Offered again is a standard material of which pages are kept, that a clerk compared with the original or an authority
issued, and that is not too old. Its grade stays what it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.case import Case
from desktop.domain.catalogue import ServiceItem
from desktop.domain.checklist import Grade, MaterialState

VALID_DAYS = 365  # nothing in the catalogue says how long a kind of paper proves anything; a year at most
REUSABLE = frozenset({Grade.ISSUED, Grade.COMPARED})


@dataclass(frozen=True, slots=True)
class Evidence:
    """A material on file, under its standard code (标准材料)."""

    standard: str
    code: str
    name: str
    case_id: str
    case_number: str
    grade: Grade
    given_on: date


def on_file(cases: Iterable[Case], *, today: date) -> tuple[Evidence, ...]:
    """The newest evidence of each standard material in the cases of one person."""
    newest: dict[str, Evidence] = {}
    for case in sorted(cases, key=lambda case: case.received_on):
        if case.received_on < today - timedelta(days=VALID_DAYS):
            continue
        scanned = {scan.material_code for scan in case.scans}
        for row in case.rows:
            is_sound = row.state is MaterialState.COMPLETE and row.code in scanned
            if row.standard and is_sound and row.grade in REUSABLE and row.grade is not None:
                newest[row.standard] = Evidence(
                    row.standard, row.code, row.name, case.case_id, case.case_number, row.grade, case.received_on
                )
    return tuple(newest.values())


def for_material(item: ServiceItem, code: str, evidence: Iterable[Evidence]) -> Evidence | None:
    """What is on file for a material of the item that may be satisfied without bringing it; None: nothing."""
    wanted = next((m for m in item.materials if m.code == code), None)
    if wanted is None or not wanted.standard or not wanted.is_shareable:
        return None
    return next((one for one in evidence if one.standard == wanted.standard), None)
