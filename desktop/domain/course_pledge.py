"""Pledges after they were signed: withdrawal, verification, what a false one leads to (国办发〔2020〕42号)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain import events as ev
from desktop.domain import events_pledge as ep
from desktop.domain.authority import may_accept
from desktop.domain.calendar import ONE_DAY
from desktop.domain.case import Case, CaseState
from desktop.domain.case_pledge import Pledge, PledgeState
from desktop.domain.catalogue import ServiceItem
from desktop.domain.course_guard import require, words
from desktop.domain.course_rules import Action
from desktop.domain.deadline import due_date
from desktop.domain.decide import Circumstances
from desktop.domain.errors import CalendarMissing, InvalidInput, NotAllowed

VERIFY_DAYS = 60  # calendar days; until the catalogue or the hall says otherwise
SUPPLY_WORKDAYS = 5
_SITE_NEEDS = 2  # 行政许可法 34: two officers check the substance


def take_pledges(
    rows: Sequence[ev.MaterialRow], now: Circumstances, *, days: int = VERIFY_DAYS
) -> tuple[ev.Event, ...]:
    """The pledges of these materials, each with its day to be verified; nothing for none.

    Args:
        days: calendar days where the catalogue gives a material no limit of its own.
    """
    if not rows:
        return ()
    pledges = tuple(ep.TakenPledge(code=r.code, name=r.name, verify_by=_verify_by(r.code, now, days)) for r in rows)
    return (ep.PledgesTaken(taken_on=now.today, pledges=pledges),)


def _verify_by(code: str, now: Circumstances, days: int) -> date:
    limit = next((r.verification for r in now.item.materials if r.code == code), None)
    if limit is not None:
        try:
            return due_date(now.today, limit=limit, calendar=now.calendar)
        except CalendarMissing:
            days = limit.count  # earlier than promised; a pledge is not refused because next year has no calendar yet
    day = now.today + days * ONE_DAY
    try:
        return now.calendar.next_workday_on_or_after(day)
    except CalendarMissing:
        return day


def open_pledges(case: Case) -> tuple[Pledge, ...]:
    """Pledges that somebody still has to look at."""
    return tuple(pledge for pledge in case.pledges if pledge.is_open)


def withdraw_pledges(
    case: Case, codes: Sequence[str], now: Circumstances, *, reason: str = ""
) -> tuple[ep.PledgeWithdrawn]:
    """The applicant takes pledges back before the decision: the materials are missing again.

    Raises:
        NotAllowed: none stands, or it is decided. InvalidInput: `pledge_none`: none of them was named.
    """
    require(case, Action.WITHDRAW_PLEDGE, now)
    standing = tuple(pledge for pledge in case.pledges if pledge.state is PledgeState.OPEN)
    chosen = _chosen(standing, codes)
    owes = case.state in (CaseState.ACCEPTED, CaseState.FORWARDED)
    return (
        ep.PledgeWithdrawn(
            withdrawn_on=now.today,
            codes=tuple(pledge.code for pledge in chosen),
            names=tuple(pledge.name for pledge in chosen),
            reason=reason.strip(),
            supply_by=_supply_by(case, now) if owes else None,
        ),
    )


def _supply_by(case: Case, now: Circumstances) -> date:
    """Five working days, never beyond the promise while that has not passed."""
    usual = now.calendar.add_workdays(now.today, SUPPLY_WORKDAYS)
    due = case.committed_due_on or case.statutory_due_on
    return min(usual, due) if due is not None and due >= now.today else usual


@dataclass(frozen=True, slots=True)
class Finding:
    """What the verification of some pledges found. What follows a false one stands in the last three."""

    codes: tuple[str, ...]
    is_true: bool
    how: ep.Verification
    verified_by: tuple[str, ...]
    facts: str = ""
    consequence: ep.Consequence | None = None
    rectify_by: date | None = None


def consequences(case: Case, item: ServiceItem) -> tuple[ep.Consequence, ...]:
    """What this window may lawfully do about a false pledge of this case now; at least one."""
    if not may_accept(item):
        return (ep.Consequence.REPORT,)  # the authority that decides ends, corrects and revokes
    if case.state in (CaseState.RECEIVED, CaseState.CORRECTING):
        return (ep.Consequence.TERMINATE,)
    if case.state is CaseState.ACCEPTED:
        return (ep.Consequence.TERMINATE, ep.Consequence.RECTIFY)
    granted = case.decision is not None and case.decision.is_granted
    if granted:
        return (ep.Consequence.RECTIFY, ep.Consequence.REVOKE, ep.Consequence.REPORT)
    return (ep.Consequence.REPORT,)


def verify(case: Case, finding: Finding, now: Circumstances) -> tuple[ev.Event, ...]:
    """核查: true, or false with its consequence and a line on the local credit record.

    Raises:
        NotAllowed: no pledge is open, or `why.consequence`: the state does not allow it.
        InvalidInput: `pledge_none`, `examiners_missing`, `examiners_two` (on site), `facts_missing`, `rectify_by`.
    """
    require(case, Action.VERIFY_PLEDGE, now)
    chosen = _chosen(open_pledges(case), finding.codes)
    who = tuple(dict.fromkeys(name.strip() for name in finding.verified_by if name.strip()))
    if not who:
        raise InvalidInput("examiners_missing", field="examiners")
    if finding.how is ep.Verification.ON_SITE and len(who) < _SITE_NEEDS:
        raise InvalidInput("examiners_two", field="examiners")
    verified = ep.PledgeVerified(
        verified_on=now.today,
        codes=tuple(pledge.code for pledge in chosen),
        names=tuple(pledge.name for pledge in chosen),
        is_true=finding.is_true,
        how=finding.how,
        verified_by=who,
        note=finding.facts.strip() if finding.is_true else "",
    )
    return (verified,) if finding.is_true else (verified, *_false(case, verified, finding, now))


def _false(case: Case, verified: ep.PledgeVerified, finding: Finding, now: Circumstances) -> tuple[ev.Event, ...]:
    facts = words(finding.facts, "facts")
    consequence = finding.consequence
    if consequence is None or consequence not in consequences(case, now.item):
        raise NotAllowed(reason="why.consequence")
    rectify_by = finding.rectify_by if consequence is ep.Consequence.RECTIFY else None
    if consequence is ep.Consequence.RECTIFY and (rectify_by is None or rectify_by <= now.today):
        raise InvalidInput("rectify_by", field="rectify_by")
    found = ep.FalsePledgeFound(
        found_on=now.today,
        codes=verified.codes,
        names=verified.names,
        facts=facts,
        consequence=consequence,
        rectify_by=rectify_by,
    )
    return (found,) if _is_on_record(case) else (found, _noted(case, verified, now))


def _is_on_record(case: Case) -> bool:
    return case.credit is not None and case.credit_repaired is None


def _noted(case: Case, verified: ep.PledgeVerified, now: Circumstances) -> ep.CreditNoted:
    return ep.CreditNoted(
        noted_on=now.today,
        id_kind=case.applicant.id_kind,
        id_number=case.applicant.id_number,
        basis=f"办件{case.case_number}经核查承诺不实（{'、'.join(verified.names)}）",
    )


def repair_credit(case: Case, now: Circumstances, *, reason: str) -> tuple[ev.Event, ...]:
    """信用修复: what was put right, and that the bar ends. Raises NotAllowed, InvalidInput `reason_missing`."""
    require(case, Action.REPAIR_CREDIT, now)
    return (ep.CreditRepaired(repaired_on=now.today, reason=words(reason, "reason")),)


def _chosen(among: Sequence[Pledge], codes: Sequence[str]) -> tuple[Pledge, ...]:
    chosen = tuple(pledge for pledge in among if pledge.code in codes)
    if not chosen:
        raise InvalidInput("pledge_none", field="materials")
    return chosen
