"""What may be done with an application at the counter: each function returns the events, or raises a DomainError.

The same rules feed the screen (outcome.offers) and stand guard here: what the screen does not offer, this refuses.
"""

from dataclasses import dataclass
from datetime import date

from desktop.domain import events as ev
from desktop.domain.authority import may_accept
from desktop.domain.calendar import ONE_DAY, WorkCalendar
from desktop.domain.case import Case, CaseState
from desktop.domain.catalogue import (
    ItemStatus,
    MaterialRequirement,
    NotRequiredHere,
    OtherAuthority,
    ServiceItem,
)
from desktop.domain.checklist import Check, Checklist, MaterialState, requirements_of
from desktop.domain.credit import Bar
from desktop.domain.deadline import TimeLimit, due_date, notice_due
from desktop.domain.errors import InvalidInput, MaterialsMissing, NotAllowed, NotInCatalogue
from desktop.domain.outcome import Offer, Outcome, effect_of, offers
from desktop.domain.people import Agent, Applicant
from desktop.domain.regime import Incomplete, rules_for


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a decision depends on beside the case: the item as published, the day, the work calendar."""

    item: ServiceItem
    catalogue_version: str
    today: date
    calendar: WorkCalendar
    correction_days: int = 0
    """Calendar days that this hall's published rule gives for corrections; 0: it has none (the law sets none)."""
    correction_basis: str = ""
    """Where that rule was published."""
    bar: Bar | None = None
    """The applicant may neither pledge nor defer."""


@dataclass(frozen=True, slots=True)
class Application:
    """What intake has gathered: checked parts only."""

    case_number: str
    applicant: Applicant
    agent: Agent | None
    facts: dict[str, str]
    checklist: Checklist
    window: str
    delivery: str = ""
    is_practice: bool = False
    elsewhere: ev.HandledElsewhere | None = None
    on_behalf: ev.TakenElsewhere | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates that an acceptance today would set. None where neither law nor catalogue sets a limit."""

    statutory_due_on: date | None
    committed_due_on: date | None
    notice_due_on: date | None

    @property
    def due_on(self) -> date | None:
        """The promise where there is one, else the law."""
        return self.committed_due_on or self.statutory_due_on


def dates(now: Circumstances) -> Dates:
    """Due dates of an acceptance today, and the last day for the notice (行政许可法 32, 42, 82).

    Raises:
        CalendarMissing: a date falls into a year that the work calendar does not know.
    """
    rules = rules_for(now.item.regime)
    return Dates(
        statutory_due_on=_due(now.item.statutory_limit or rules.fallback_limit, now),
        committed_due_on=_due(now.item.promised_limit, now),
        notice_due_on=notice_due(now.today, calendar=now.calendar, days=rules.notice_days)
        if rules.notice_days
        else None,
    )


def _due(limit: TimeLimit | None, now: Circumstances) -> date | None:
    return due_date(now.today, limit=limit, calendar=now.calendar) if limit else None


def receive(application: Application, now: Circumstances) -> tuple[ev.Event, ...]:
    """收件: the application is in.

    Raises:
        NotInCatalogue: the item is not in use or not valid today (目录之外无审批).
        InvalidInput: the checklist is not the one of these facts.
        CalendarMissing: the notice's last day cannot be told.
    """
    require_valid(now.item, now.today)
    if application.checklist.requirements != requirements_of(now.item, application.facts):
        raise InvalidInput("checklist_of_other_facts", field="materials")
    rules = rules_for(now.item.regime)
    due = notice_due(now.today, calendar=now.calendar, days=rules.notice_days) if rules.notice_days else None
    return (
        ev.CaseReceived(
            case_number=application.case_number,
            catalogue_version=now.catalogue_version,
            item=snapshot(now.item),
            applicant=application.applicant,
            agent=application.agent,
            facts=application.facts,
            received_on=now.today,
            window=application.window,
            notice_due_on=due,
            delivery=application.delivery,
            is_practice=application.is_practice,
            elsewhere=application.elsewhere,
            on_behalf=application.on_behalf,
        ),
        ev.MaterialsChecked(rows=rows_of(application.checklist)),
    )


def recheck(case: Case, checklist: Checklist) -> tuple[ev.Event, ...]:
    """Materials of a received case checked again before it is concluded. Empty if nothing changed.

    Raises:
        NotAllowed: the case is not waiting for a conclusion any more.
    """
    _require_state(case, CaseState.RECEIVED)
    rows = rows_of(checklist)
    return () if rows == case.rows else (ev.MaterialsChecked(rows=rows),)


def conclude(case: Case, outcome: Outcome, now: Circumstances, *, repeat_reason: str = "") -> tuple[ev.Event, ...]:
    """The outcome of a received case.

    Args:
        repeat_reason: why a second notice is given on the same case (行政许可法 72 (4)); empty for the first.

    Raises:
        NotAllowed: the law or the catalogue does not allow the outcome; its `reason` says why.
        MaterialsMissing: acceptance asked for while materials are missing.
    """
    _require_state(case, CaseState.RECEIVED)
    checklist = checklist_of(case, now.item)
    offer = _lawful_offer(case, outcome, checklist, now)
    if offer.needs_repeat_reason and not repeat_reason.strip():
        raise InvalidInput("repeat_reason_missing", field="repeat_reason")
    if outcome is Outcome.RECEIVE:
        return ()
    if outcome is Outcome.REQUEST_CORRECTION:
        return (_correction(case, checklist, now, repeat_reason.strip()),)
    if outcome in (Outcome.REFUSE, Outcome.NOT_REQUIRED):
        return (_ended(case, now),)
    corrected = _corrected(case, outcome)
    return (*corrected, _accepted(case, now)) if may_accept(now.item) else corrected


def _lawful_offer(case: Case, outcome: Outcome, checklist: Checklist, now: Circumstances) -> Offer:
    for offer in offers(now.item, case.facts, checklist, notices_given=case.notices_given, bar=now.bar):
        if offer.outcome is outcome:
            if offer.is_lawful:
                return offer
            if outcome is Outcome.ACCEPT and offer.why_not[0].key in ("why.missing", "why.faulty"):
                raise MaterialsMissing(missing=list(checklist.missing))
            raise NotAllowed(reason=offer.why_not[0].key, **offer.why_not[0].fields)
    raise NotAllowed(reason="why.no_case")


def _require_state(case: Case, state: CaseState) -> None:
    if case.state is not state:
        raise NotAllowed(reason="why.state", state=case.state.value)


def _corrected(case: Case, outcome: Outcome) -> tuple[ev.Event, ...]:
    faulty = tuple(row for row in case.rows if row.state is MaterialState.FAULTY)
    return (ev.CorrectedOnSpot(rows=faulty),) if outcome is Outcome.CORRECT_ON_SPOT and faulty else ()


def _accepted(case: Case, now: Circumstances) -> ev.Event:
    set_dates = dates(now)
    return ev.CaseAccepted(
        accepted_on=now.today,
        statutory_due_on=set_dates.statutory_due_on,
        committed_due_on=set_dates.committed_due_on,
        owed=owed(case, now),
    )


def owed(case: Case, now: Circumstances) -> tuple[ev.OwedMaterial, ...]:
    """Deferred materials with the day by which each is due: its own limit, never later than the promise."""
    last = dates(now).due_on
    result = []
    for row in case.rows:
        if row.state is not MaterialState.DEFERRED:
            continue
        requirement = next(r for r in now.item.materials if r.code == row.code)
        own = _due(requirement.deferral, now)
        days = [day for day in (own, last) if day is not None]
        if not days:
            raise NotAllowed(reason="why.no_limit", code=row.code)
        result.append(ev.OwedMaterial(code=row.code, name=row.name, due_on=min(days)))
    return tuple(result)


def _correction(case: Case, checklist: Checklist, now: Circumstances, repeat_reason: str) -> ev.Event:
    wanted = set(checklist.to_correct)
    days = now.correction_days
    return ev.CorrectionRequested(
        requested_on=now.today,
        rows=tuple(row for row in case.rows if row.code in wanted),
        notice_no=case.notices_given + 1,
        consequence=rules_for(now.item.regime).incomplete if may_accept(now.item) else Incomplete.CORRECT,
        repeat_reason=repeat_reason,
        supply_by=now.calendar.next_workday_on_or_after(now.today + days * ONE_DAY) if days else None,
    )


def _ended(case: Case, now: Circumstances) -> ev.Event:
    effect = effect_of(now.item, case.facts)
    if isinstance(effect, OtherAuthority):
        return ev.CaseRefused(refused_on=now.today, reason=effect.reason, competent_authority=effect.authority)
    if isinstance(effect, NotRequiredHere):
        return ev.CaseNotRequired(told_on=now.today, reason=effect.reason, basis=effect.basis)
    raise NotAllowed(reason="why.within_powers")


def require_valid(item: ServiceItem, today: date) -> None:
    """Raises NotInCatalogue unless the item is in use and valid on this day."""
    early = item.valid_from is not None and today < item.valid_from
    late = item.valid_to is not None and today > item.valid_to
    if item.status is not ItemStatus.IN_USE or early or late:
        raise NotInCatalogue(code=item.code)


def snapshot(item: ServiceItem) -> ev.ItemSnapshot:
    """The part of an item that a case carries with it."""
    return ev.ItemSnapshot(
        code=item.code,
        name=item.name,
        group=item.group,
        kind=item.kind,
        regime=item.regime,
        role=item.role,
        authority=item.authority,
        handling=item.handling,
        yellow_days=item.yellow_days,
        is_pilot=item.is_pilot,
        is_green=item.is_green,
    )


def checklist_of(case: Case, item: ServiceItem) -> Checklist:
    """The checklist of a case from its rows and the item of its own catalogue version."""
    checks = {
        row.code: Check(
            code=row.code,
            state=row.state,
            reason=row.reason,
            pages=row.pages,
            grade=row.grade,
            is_original_compared=row.is_original_compared,
        )
        for row in case.rows
    }
    return Checklist(requirements=requirements_of(item, case.facts), checks=checks)


def rows_of(checklist: Checklist) -> tuple[ev.MaterialRow, ...]:
    """The rows of a checklist as they go into the ledger, in the order of the catalogue."""
    return tuple(_row(requirement, checklist.check_of(requirement.code)) for requirement in checklist.requirements)


def _row(requirement: MaterialRequirement, check: Check) -> ev.MaterialRow:
    return ev.MaterialRow(
        code=requirement.code,
        name=requirement.name,
        standard=requirement.standard,
        asked=asked(requirement),
        state=check.state,
        reason=check.reason,
        is_required=requirement.is_required,
        pages=check.pages,
        grade=check.grade,
        is_original_compared=check.is_original_compared,
    )


def asked(requirement: MaterialRequirement) -> str:
    """How many of what: 原件1份、复印件1份（核验原件）."""
    parts = []
    if requirement.originals:
        parts.append(f"原件{requirement.originals}份")
    if requirement.copies:
        parts.append(f"复印件{requirement.copies}份")
    if requirement.is_original_compared:
        parts.append("核验原件" if not parts else "（核验原件）")
    text = "、".join(part for part in parts if not part.startswith("（"))
    return text + "".join(part for part in parts if part.startswith("（"))
