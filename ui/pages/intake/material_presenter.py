"""Step 4, the checklist: one key for each state, and where the cursor goes next (M4, M5). Qt-free."""

from dataclasses import dataclass
from datetime import date

import msgspec

from desktop.domain.catalogue import MaterialRequirement, ServiceItem, Source
from desktop.domain.checklist import SATISFIED, Check, Grade, MaterialState, allowed_states
from desktop.domain.decide import asked
from desktop.domain.evidence import Evidence
from desktop.services.intake_form import IntakeForm, checklist, with_check

STATE_KEYS = {
    1: MaterialState.COMPLETE,
    2: MaterialState.MISSING,
    3: MaterialState.FAULTY,
    4: MaterialState.DEFERRED,
    5: MaterialState.PLEDGED,
    6: MaterialState.SHARED,
    0: MaterialState.NOT_APPLICABLE,
}
DEFECTS_BY_KEY = 9
MOST_PAGES = 999
_GRADES = (Grade.ISSUED, Grade.COMPARED, Grade.UPLOADED, Grade.VOUCHED)


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """A line of the checklist as shown."""

    code: str
    name: str
    asked: str
    source: Source
    state: MaterialState
    note: str
    pages: int
    grade: Grade | None
    is_required: bool
    is_original_compared: bool
    has_original_to_compare: bool
    scans: int = 0


@dataclass(frozen=True, slots=True)
class MaterialDetail:
    """What helps to judge one material: its points, what is often wrong, and the states that it may be given."""

    code: str
    name: str
    points: tuple[str, ...]
    defects: tuple[str, ...]
    allowed: frozenset[MaterialState]
    state: MaterialState
    reason: str
    hints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the check has come; `saved` papers need not be brought (减材料)."""

    total: int = 0
    checked: int = 0
    satisfied: int = 0
    complete: int = 0
    shared: int = 0
    pledged: int = 0
    deferred: int = 0
    missing: int = 0
    faulty: int = 0
    unchecked: int = 0
    not_applicable: int = 0

    @property
    def saved(self) -> int:
        """Shared and pledged together (M4)."""
        return self.shared + self.pledged


def rows(item: ServiceItem, form: IntakeForm) -> tuple[MaterialRow, ...]:
    """The materials of this situation in the order of the catalogue."""
    listed = checklist(form, item)
    return tuple(_row(requirement, listed.check_of(requirement.code)) for requirement in listed.requirements)


def _row(requirement: MaterialRequirement, check: Check) -> MaterialRow:
    return MaterialRow(
        code=requirement.code,
        name=requirement.name,
        asked=asked(requirement),
        source=requirement.source,
        state=check.state,
        note=check.reason,
        pages=check.pages,
        grade=check.grade,
        is_required=requirement.is_required,
        is_original_compared=check.is_original_compared,
        has_original_to_compare=requirement.is_original_compared,
    )


def detail(
    item: ServiceItem,
    form: IntakeForm,
    code: str,
    *,
    is_barred: bool = False,
    on_file: tuple[Evidence, date] | None = None,
    today: date = date.min,
) -> MaterialDetail | None:
    """What the strip under the list shows of one material; None if the situation does not ask for it.

    Args:
        on_file: what an earlier case of the same person has of it, and the last day on which it is valid: until then,
            with consent, it need not be brought again.
    """
    listed = checklist(form, item)
    requirement = next((r for r in listed.requirements if r.code == code), None)
    if requirement is None:
        return None
    hints = (
        _on_file(on_file, today),
        requirement.copy_requirement,
        requirement.seal_requirement,
        requirement.source_note,
    )
    return MaterialDetail(
        code=code,
        name=requirement.name,
        points=requirement.acceptance_points,
        defects=requirement.common_defects[:DEFECTS_BY_KEY],
        allowed=frozenset(allowed_states(requirement, is_barred=is_barred)),
        state=listed.check_of(code).state,
        reason=listed.check_of(code).reason,
        hints=tuple(hint for hint in hints if hint),
    )


def _on_file(found: tuple[Evidence, date] | None, today: date) -> str:
    if found is None:
        return ""
    evidence, through = found
    of = f"{evidence.given_on.isoformat()}，{evidence.case_number}，{evidence.grade.value}级"
    if today > through:
        return f"本厅已有的（{of}）已过有效期（至{through.isoformat()}），请重新提交"
    until = "" if through == date.max else f"，有效至{through.isoformat()}"
    return f"本厅已有（{of}{until}）：经申请人同意按6使用，不必再交"


def counts(item: ServiceItem, form: IntakeForm) -> Counts:
    """Materials by state."""
    states = [row.state for row in rows(item, form)]
    return Counts(
        total=len(states),
        checked=sum(state is not MaterialState.UNCHECKED for state in states),
        satisfied=sum(state in SATISFIED for state in states),
        complete=states.count(MaterialState.COMPLETE),
        shared=states.count(MaterialState.SHARED),
        pledged=states.count(MaterialState.PLEDGED),
        deferred=states.count(MaterialState.DEFERRED),
        missing=states.count(MaterialState.MISSING),
        faulty=states.count(MaterialState.FAULTY),
        unchecked=states.count(MaterialState.UNCHECKED),
        not_applicable=states.count(MaterialState.NOT_APPLICABLE),
    )


def marked(
    item: ServiceItem,
    form: IntakeForm,
    code: str,
    state: MaterialState,
    reason: str = "",
    *,
    is_barred: bool = False,
    shared: Grade = Grade.ISSUED,
) -> IntakeForm:
    """The form with one material set to a state. A copy that was compared, or comes by sharing, gets its grade.

    Args:
        shared: the grade of what is shared: A from the issuing authority, its own where it is on file here.

    Raises:
        NotAllowed: the catalogue does not allow the state; its reason says why.
        InvalidInput: faulty without saying what is wrong.
    """
    before = checklist(form, item).check_of(code)
    grade = shared if state is MaterialState.SHARED else before.grade
    check = msgspec.structs.replace(before, code=code, state=state, reason=reason.strip(), grade=grade)
    return with_check(form, item, check, is_barred=is_barred)


def with_reason_typed(item: ServiceItem, form: IntakeForm, code: str, reason: str) -> IntakeForm:
    """The form with a reason that is still being typed: kept in the draft, the state left as it is."""
    before = checklist(form, item).check_of(code)
    if before.state is MaterialState.FAULTY and not reason.strip():
        before = msgspec.structs.replace(before, state=MaterialState.UNCHECKED)
    return with_check(form, item, msgspec.structs.replace(before, reason=reason))


def with_original_toggled(item: ServiceItem, form: IntakeForm, code: str) -> IntakeForm:
    """The form with the tick «original compared» turned over; the copy is of grade B while it stands."""
    before = checklist(form, item).check_of(code)
    is_compared = not before.is_original_compared
    grade = Grade.COMPARED if is_compared else (None if before.grade is Grade.COMPARED else before.grade)
    return with_check(form, item, msgspec.structs.replace(before, is_original_compared=is_compared, grade=grade))


def with_pages(item: ServiceItem, form: IntakeForm, code: str, step: int) -> IntakeForm:
    """The form with `step` pages more or fewer, never below none."""
    before = checklist(form, item).check_of(code)
    pages = min(MOST_PAGES, max(0, before.pages + step))
    return with_check(form, item, msgspec.structs.replace(before, pages=pages))


def with_next_grade(item: ServiceItem, form: IntakeForm, code: str) -> IntakeForm:
    """The form with the next grade of trust, A to D, then none again."""
    before = checklist(form, item).check_of(code)
    ring: tuple[Grade | None, ...] = (*_GRADES, None)
    grade = ring[(ring.index(before.grade) + 1) % len(ring)]
    return with_check(form, item, msgspec.structs.replace(before, grade=grade))


def next_code(item: ServiceItem, form: IntakeForm, code: str) -> str:
    """Where the cursor goes after a key: the next unchecked row below, else the first unchecked, else the next row."""
    codes = [row.code for row in rows(item, form)]
    unchecked = set(checklist(form, item).unchecked)
    if code not in codes:
        return next((c for c in codes if c in unchecked), codes[0] if codes else "")
    here = codes.index(code)
    wrapped = codes[here + 1 :] + codes[:here]
    waiting = next((c for c in wrapped if c in unchecked), None)
    return waiting or codes[min(here + 1, len(codes) - 1)]
