"""更正 and 撤销结论 (M20): a slip of the pen put right with its papers, a conclusion taken back before it is printed.

Both add entries. What was written stays in the ledger, and what was printed stays in the list of papers, marked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.clock import HALL_ZONE
from desktop.domain import amendment, undoing
from desktop.domain import events as ev
from desktop.domain.amendment import Entry
from desktop.domain.case import Case, evolve
from desktop.domain.case_amend import value_of
from desktop.domain.catalogue import ServiceItem
from desktop.domain.course_guard import words
from desktop.domain.errors import Conflict, NotAllowed
from desktop.domain.papers import Paper
from desktop.domain.people import ClerkRole, Session
from desktop.domain.undoing import Told
from desktop.ports import CaseReader, Changes, LedgerLine, Taken, UnitOfWork
from desktop.ports_sync import AnswerKind, CityAnswer
from desktop.services import city_answers
from desktop.services.amended_papers import amended, is_carried
from desktop.services.papers import issue


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is to be put right, as typed. `field` as in desktop.domain.amendment."""

    field: str
    value: str
    reason: str


def amend(uow: UnitOfWork, session: Session, case_id: str, what: Amendment, *, today: date) -> Taken:
    """The entry, a new paper for each one that carried the old value, and the answer to the city where it asked.

    Of a 一件事 the parent and the case of every item are put right together. `papers` of the result are the new ones.

    Raises:
        NotAllowed, InvalidInput: see desktop.domain.amendment.amend; nothing was recorded.
        Conflict: there is no such case.
    """
    numbers: list[str] = []
    changed: set[str] = set()
    asked = _case(uow, case_id)
    for case in _family(uow, asked):
        if case.case_id != case_id and not _has_slip(uow, case, asked, what.field):
            continue
        numbers += _amend_one(uow, session, case, what, today=today)
        changed.add(case.case_id)
    return Taken(
        case_id=case_id,
        case_number=asked.case_number,
        papers=tuple(numbers),
        changes=Changes(cases=frozenset(changed), papers=frozenset(numbers), city=True),
    )


def _amend_one(uow: UnitOfWork, session: Session, case: Case, what: Amendment, *, today: date) -> list[str]:
    lines = uow.lines_of(case.case_id)
    event = amendment.amend(
        case,
        what.field,
        what.value,
        reason=what.reason,
        entry=_entry(lines, what.field),
        item=_item(uow, case),
        today=today,
    )
    uow.record([event], case_id=case.case_id)
    after = evolve(case, case.case_id, event)
    assert after is not None  # it was there before
    numbers = _reissued(uow, session, case, after, event, today=today)
    _answer_city(uow, case.case_id, event)
    return numbers


def undo(uow: UnitOfWork, session: Session, case_id: str, *, today: date) -> Taken:
    """撤销结论: the case stands as before its last conclusion; the papers of that are void.

    Raises:
        NotAllowed: see desktop.domain.undoing.undo.
        Conflict: there is no such case.
    """
    case = _case(uow, case_id)
    event = undoing.undo(case, _told(uow.lines_of(case_id)), clerk=session.clerk.clerk_id, today=today)
    uow.record([event], case_id=case_id)
    changes = Changes(cases=frozenset({case_id}), papers=frozenset(event.papers))
    return Taken(case_id=case_id, case_number=case.case_number, papers=(), changes=changes)


def why_not_undo(reader: CaseReader, session: Session, case: Case, *, today: date) -> str | None:
    """The key of what speaks against taking the last conclusion back; None: nothing does."""
    lines = _told(reader.lines_of(case.case_id))
    return undoing.why_not(case, lines, clerk=session.clerk.clerk_id, today=today)


def grant_green_channel(uow: UnitOfWork, session: Session, case_id: str, *, reason: str, today: date) -> Changes:
    """绿色通道 for one case (M24). Asked twice, the first reason stays.

    Raises:
        NotAllowed: by another than the lead, or the case has ended.
        InvalidInput: `reason_missing`.
    """
    case = _case(uow, case_id)
    if session.clerk.role is not ClerkRole.LEAD:
        raise NotAllowed(reason="why.green_lead_only")
    if not case.is_open:
        raise NotAllowed(reason="why.ended")
    if case.green is None:
        granted = ev.GreenChannelGranted(granted_on=today, reason=words(reason, "reason"))
        uow.record([granted], case_id=case_id)
    return Changes(cases=frozenset({case_id}))


def _family(reader: CaseReader, case: Case) -> tuple[Case, ...]:
    """The case, and all that belong to the same 一件事."""
    parent = reader.case(case.bundle.case_id) if case.bundle else case
    going_on = [child.case_id for child in parent.children] if parent else []
    refused = [one.case_id for one in parent.sent_away if one.case_id] if parent else []
    others = [reader.case(case_id) for case_id in (*going_on, *refused)]
    known = {one.case_id: one for one in (case, parent, *others) if one is not None}
    return tuple(known.values())


def _has_slip(reader: CaseReader, case: Case, asked: Case, field: str) -> bool:
    """Whether another case of the same matter was written with the same slip."""
    is_there = field in amendment.fields(case, _item(reader, case))
    return is_there and value_of(case, field) == value_of(asked, field)


def _entry(lines: Sequence[LedgerLine], field: str) -> Entry:
    """The line that wrote the field last: an earlier amendment, else the receipt."""
    for line in reversed(lines):
        is_amended = isinstance(line.event, ev.CaseAmended) and line.event.field == field
        if is_amended or isinstance(line.event, ev.CaseReceived):
            return Entry(line.origin, line.seq)
    raise Conflict(what="case")


def _reissued(
    uow: UnitOfWork, session: Session, before: Case, after: Case, event: ev.CaseAmended, *, today: date
) -> list[str]:
    """New numbers; each old paper is marked as replaced by its own."""
    numbers, item = [], _item(uow, before)
    for issued in before.papers:
        old = uow.paper(issued.number)
        if old is None or not issued.is_in_force or not is_carried(old, before, after, event, item):
            continue
        content = partial(amended, old, before, after, event, item=item, session=session, today=today)
        number = issue(uow, type(old), _numbered(content), today=today, case_id=before.case_id)
        replaced = ev.PaperReplaced(number=issued.number, by=number, reason=event.reason)
        uow.record([replaced], case_id=before.case_id)
        numbers.append(number)
    return numbers


def _numbered(content: Callable[..., Paper]) -> Callable[[str], Paper]:
    return lambda number: content(number=number)


def _answer_city(uow: UnitOfWork, case_id: str, event: ev.CaseAmended) -> None:
    """What the city refused for this field has been answered by the entry."""
    for answer in uow.city_answers(case_id, only_open=True):
        if answer.kind is AnswerKind.REFUSED and _concerns(answer, event):
            city_answers.settle(uow, answer, f"已更正：{event.reason}"[: city_answers.NOTE_AT_MOST])


def _concerns(answer: CityAnswer, event: ev.CaseAmended) -> bool:
    """The city names the field as a whole path, or by its last part alone."""
    return bool(answer.field) and (answer.field == event.field or event.field.endswith(f".{answer.field}"))


def _told(lines: Sequence[LedgerLine]) -> list[Told]:
    return [Told(line.origin, line.seq, line.clerk, line.at.astimezone(HALL_ZONE).date(), line.event) for line in lines]


def _item(reader: CaseReader, case: Case) -> ServiceItem | None:
    catalogue = reader.catalogue(case.catalogue_version)
    return catalogue.item(case.item.code) if catalogue else None


def _case(reader: CaseReader, case_id: str) -> Case:
    case = reader.case(case_id)
    if case is None:
        raise Conflict(case_id=case_id)
    return case
