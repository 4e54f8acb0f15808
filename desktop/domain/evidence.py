"""Evidence that this hall has on file from earlier cases of the same person (国务院令716 第7条, 行政许可法 35).

Offered again is a standard material of which pages are kept, that a clerk compared with the original or an authority
issued, and that is still valid: as long as the catalogue says of the material, or as the hall has set. Its grade
stays what it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.case import Case
from desktop.domain.catalogue import MaterialRequirement, ServiceItem
from desktop.domain.checklist import Grade, MaterialState

VALID_DAYS = 365  # where neither the catalogue says how long a kind of paper proves anything nor the hall has set it
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
    usual_through: date = date.max  # the last day where the catalogue gives the material no validity of its own


def on_file(cases: Iterable[Case], *, valid_days: int = VALID_DAYS) -> tuple[Evidence, ...]:
    """The newest evidence of each standard material in the cases of one person, whatever its age.

    Args:
        valid_days: how long it may be used where the catalogue is silent.
    """
    newest: dict[str, Evidence] = {}
    for case in sorted(cases, key=lambda case: case.received_on):
        through = case.received_on + timedelta(days=valid_days)
        scanned = {scan.material_code for scan in case.scans}
        for row in case.rows:
            is_sound = row.state is MaterialState.COMPLETE and row.code in scanned
            if row.standard and is_sound and row.grade in REUSABLE and row.grade is not None:
                newest[row.standard] = Evidence(
                    row.standard,
                    row.code,
                    row.name,
                    case.case_id,
                    case.case_number,
                    row.grade,
                    case.received_on,
                    through,
                )
    return tuple(newest.values())


def valid_through(requirement: MaterialRequirement, evidence: Evidence) -> date:
    """The last day on which it may be used for this material."""
    validity = requirement.validity
    return validity.through(evidence.given_on) if validity is not None else evidence.usual_through


def found_for(item: ServiceItem, code: str, evidence: Iterable[Evidence]) -> tuple[Evidence, date] | None:
    """What is on file for a material that need not be brought, and its last valid day, which may be over."""
    wanted = next((m for m in item.materials if m.code == code), None)
    if wanted is None or not wanted.standard or not wanted.is_shareable:
        return None
    found = next((one for one in evidence if one.standard == wanted.standard), None)
    return (found, valid_through(wanted, found)) if found is not None else None


def for_material(item: ServiceItem, code: str, evidence: Iterable[Evidence], *, today: date) -> Evidence | None:
    """What is on file and valid for a material that may be satisfied without bringing it; None: nothing."""
    found = found_for(item, code, evidence)
    return found[0] if found is not None and today <= found[1] else None
