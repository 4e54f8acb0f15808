"""一件事一次办: what was taken in as one is opened as a case for each item, in the same transaction.

The parent has the number that the citizen holds and the one paper; each case has its own facts, materials and clock.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from desktop.domain import decide, papers
from desktop.domain import events as ev
from desktop.domain.authority import may_accept
from desktop.domain.bundle import saving
from desktop.domain.bundle_parts import BundledItem, Part
from desktop.domain.case import Case, CaseState
from desktop.domain.checklist import Check, Checklist, MaterialState, mark_all, requirements_of
from desktop.domain.decide import Application, Circumstances
from desktop.domain.errors import Conflict, InvalidInput
from desktop.domain.events import Event
from desktop.domain.outcome import Outcome
from desktop.domain.people import Hall, Session
from desktop.ports import UnitOfWork
from desktop.services import numbering
from desktop.services.bundle_away import away_lines, sent_away
from desktop.services.paper_contents import limit_text


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle whose cases are open. `whole` is the parent as one application, for the papers of all of it."""

    whole: Case
    children: tuple[Case, ...]
    lines: tuple[papers.BundledCase, ...]


def as_received(uow: UnitOfWork, events: Sequence[Event], now: Circumstances, *, hall: Hall) -> tuple[Event, ...]:
    """The events of 收件, told as those of a bundle where the item is one.

    Raises:
        InvalidInput: `bundle_nothing_taken`: the answers leave none of its items.
    """
    item = now.item
    if not isinstance(item, BundledItem):
        return tuple(events)
    received = next(event for event in events if isinstance(event, ev.CaseReceived))
    parts = tuple(part.item.code for part, _ in item.taken(received.facts))
    away = sent_away(uow, item, received.facts, hall=hall, today=now.today) if parts else ()
    # Where none goes on the whole is refused, and its one paper says it of every item.
    parts = parts or tuple(part.item.code for part, _ in item.sent_away(received.facts))
    if not parts:
        raise InvalidInput("bundle_nothing_taken", field="answers")
    fields = {name: getattr(received, name) for name in received.__struct_fields__}
    told = ev.BundleReceived(**fields, parts=parts, sent_away=away)
    return tuple(told if event is received else event for event in events)


def without_acceptance(events: Sequence[Event]) -> tuple[Event, ...]:
    """What happens to the parent itself: its items are accepted one by one, each with its own dates."""
    return tuple(event for event in events if not isinstance(event, ev.CaseAccepted))


def is_ready(case: Case) -> bool:
    """Whether the parent of a bundle has everything and its cases are still to be opened."""
    return bool(case.parts) and not case.children and case.state is CaseState.RECEIVED


def open_cases(uow: UnitOfWork, session: Session, parent: Case, now: Circumstances, *, hall: Hall) -> Opened:
    """A case for each item that the parent's facts take: accepted where the town may accept, received otherwise.

    Raises:
        NotAllowed, CalendarMissing: an item may not be taken in today; nothing of the bundle is kept.
    """
    item = now.item
    if not isinstance(item, BundledItem):
        raise Conflict(case_id=parent.case_id)
    made = []
    for part, own in item.taken(parent.facts):
        number = numbering.next_case_number(uow, hall, now.today)
        application = application_of(session, parent, item, part, own, number=number)
        made.append((part, _opened(uow, application, parent, part, now)))
    spared = saving(item, parent.facts)
    event = ev.BundleOpened(
        opened_on=now.today,
        children=tuple(_reference(case) for _, case in made),
        materials_saved=spared.materials,
        visits_saved=spared.visits,
    )
    uow.record([event], case_id=parent.case_id)
    whole = _whole(parent, item, made, now)
    lines = (*(_line(part, case) for part, case in made), *away_lines(parent))
    return Opened(whole, tuple(case for _, case in made), lines)


def application_of(
    session: Session, parent: Case, item: BundledItem, part: Part, own: dict[str, str], *, number: str
) -> Application:
    """One item of the parent as an application of its own; `own` are the item's facts, `number` its case number."""
    return Application(
        case_number=number,
        applicant=parent.applicant,
        agent=parent.agent,
        facts=own,
        checklist=_checklist(parent, item, part, own),
        window=session.window,
        delivery=parent.delivery if parent.delivery in part.item.result_delivery else "",
        is_practice=parent.is_practice,
    )


def _checklist(parent: Case, item: BundledItem, part: Part, own: dict[str, str]) -> Checklist:
    """The item's own materials with what was found of the paper that serves for all."""
    rows = {row.code: row for row in parent.rows}
    bare = Checklist(requirements=requirements_of(part.item, own))
    found = ((wanted.code, rows.get(item.code_of(part, wanted))) for wanted in bare.requirements)
    return mark_all(bare, [_check(code, row) for code, row in found if row is not None])


def _check(code: str, row: ev.MaterialRow) -> Check:
    return Check(
        code=code,
        state=row.state,
        reason=row.reason,
        pages=row.pages,
        grade=row.grade,
        is_original_compared=row.is_original_compared,
    )


def _opened(uow: UnitOfWork, application: Application, parent: Case, part: Part, now: Circumstances) -> Case:
    outcome = Outcome.RECEIVE
    if may_accept(part.item):
        outcome = Outcome.ACCEPT_DEFERRED if application.checklist.deferred else Outcome.ACCEPT
    case = concluded(uow, application, parent, replace(now, item=part.item), outcome, case_id=uow.new_id())
    _share_scans(uow, parent, part, case, now)
    return _case(uow, case.case_id)


def concluded(
    uow: UnitOfWork, application: Application, parent: Case, now: Circumstances, outcome: Outcome, *, case_id: str
) -> Case:
    """A case of one item of the parent, taken in and concluded; `now` is about that item."""
    bundle = ev.BundleRef(
        code=parent.item.code, name=parent.item.name, case_id=parent.case_id, case_number=parent.case_number
    )
    received, *others = decide.receive(application, now)
    uow.record([msgspec.structs.replace(received, bundle=bundle), *others], case_id=case_id)
    uow.record(decide.conclude(_case(uow, case_id), outcome, now), case_id=case_id)
    return _case(uow, case_id)


def _share_scans(uow: UnitOfWork, parent: Case, part: Part, case: Case, now: Circumstances) -> None:
    """The pages of a paper are pages of every case that it serves; the files are kept once."""
    assert isinstance(now.item, BundledItem)
    mine = {now.item.code_of(part, wanted): wanted.code for wanted in requirements_of(part.item, case.facts)}
    pages = [scan for scan in parent.scans if scan.material_code in mine]
    uow.record(
        [ev.ScanAdded(**{**msgspec.structs.asdict(scan), "material_code": mine[scan.material_code]}) for scan in pages],
        case_id=case.case_id,
    )


def _reference(case: Case) -> ev.OpenedCase:
    return ev.OpenedCase(
        case_id=case.case_id,
        case_number=case.case_number,
        item_code=case.item.code,
        item_name=case.item.name,
        authority=case.item.authority,
        is_accepted=case.state is CaseState.ACCEPTED,
        due_on=case.due_on if case.state is CaseState.ACCEPTED else None,
    )


def _line(part: Part, case: Case) -> papers.BundledCase:
    is_accepted = case.state is CaseState.ACCEPTED
    return papers.BundledCase(
        item_name=case.item.name,
        authority=case.item.authority,
        case_number=case.case_number,
        is_accepted=is_accepted,
        due_on=case.due_on if is_accepted else None,
        limit=limit_text(part.item.promised_limit or part.item.statutory_limit),
    )


def _whole(parent: Case, item: BundledItem, made: Sequence[tuple[Part, Case]], now: Circumstances) -> Case:
    """The parent as if it were one application: done when the last of its items is, owing what any of them is owed."""
    cases = [case for _, case in made]
    is_accepted = all(case.state is CaseState.ACCEPTED for case in cases)
    return msgspec.structs.replace(
        parent,
        state=CaseState.ACCEPTED if is_accepted else CaseState.RECEIVED,
        accepted_on=now.today if is_accepted else None,
        statutory_due_on=_last(case.statutory_due_on for case in cases) if is_accepted else None,
        committed_due_on=_last(case.committed_due_on for case in cases) if is_accepted else None,
        owed=_owed(parent, item, made),
    )


def _last(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _owed(parent: Case, item: BundledItem, made: Sequence[tuple[Part, Case]]) -> tuple[ev.OwedMaterial, ...]:
    """Each owed paper once, by the first day on which any of the items needs it."""
    days: dict[str, date] = {}
    for part, case in made:
        wanted = {requirement.code: requirement for requirement in part.item.materials}
        for owed in case.owed:
            code = item.code_of(part, wanted[owed.code])
            days[code] = min(days.get(code, owed.due_on), owed.due_on)
    rows = (row for row in parent.rows if row.code in days and row.state is MaterialState.DEFERRED)
    return tuple(ev.OwedMaterial(code=row.code, name=row.name, due_on=days[row.code]) for row in rows)


def _case(uow: UnitOfWork, case_id: str) -> Case:
    case = uow.case(case_id)
    if case is None:
        raise Conflict(case_id=case_id)
    return case
