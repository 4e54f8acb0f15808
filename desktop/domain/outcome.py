"""The outcomes that the law allows at the counter, and why the others are not (行政许可法 32 and the special regimes).

Pure data in, offers out: the conclusion step shows them, `case.decide` enforces the same ones.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from desktop.domain.authority import may_accept
from desktop.domain.bundle_parts import BundledItem
from desktop.domain.catalogue import Handling, NotRequiredHere, OtherAuthority, Role, ServiceItem
from desktop.domain.checklist import Checklist, MaterialState
from desktop.domain.competence import Effect, effect_of_questions
from desktop.domain.credit import Bar
from desktop.domain.regime import Incomplete, rules_for


class Outcome(Enum):
    """What the counter may conclude."""

    ACCEPT = "accept"  # 受理
    ACCEPT_DEFERRED = "accept_deferred"  # 容缺受理
    CORRECT_ON_SPOT = "correct_on_spot"  # 当场更正后受理 (收件, where this window only collects)
    REQUEST_CORRECTION = "request_correction"  # 一次性告知, 补正
    RECEIVE = "receive"  # 收件, acceptance not decided here or not yet
    REFUSE = "refuse"  # 不予受理
    NOT_REQUIRED = "not_required"  # 不受理
    INFORM = "inform"  # 一次性告知 without a case


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an outcome is not lawful: a key of desktop.messages and the fields of its sentence."""

    key: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """One outcome. Lawful when nothing speaks against it."""

    outcome: Outcome
    why_not: tuple[Reason, ...]
    paper: str  # tag of the paper that it prints
    needs_repeat_reason: bool = False  # a second notice on the same case

    @property
    def is_lawful(self) -> bool:
        """Nothing speaks against it."""
        return not self.why_not


def effect_of(item: ServiceItem, facts: dict[str, str]) -> Effect | None:
    """What the answers say about competence for the item; for a bundle only what holds of all of it."""
    return item.effect(facts) if isinstance(item, BundledItem) else effect_of_questions(item.questions, facts)


def open_questions(item: ServiceItem, facts: dict[str, str]) -> tuple[str, ...]:
    """Keys of the questions that still need an answer, in order."""
    asked = [q for q in item.questions if q.is_asked(facts)]
    return tuple(q.key for q in asked if facts.get(q.key) not in {o.key for o in q.options})


def offers(
    item: ServiceItem,
    facts: dict[str, str],
    checklist: Checklist,
    *,
    notices_given: int = 0,
    bar: Bar | None = None,
) -> tuple[Offer, ...]:
    """Every outcome with what speaks against it, in the order in which the screen shows them.

    Args:
        facts: answers of the situation step with applicant, agent and channel.
        notices_given: correction notices already on this case; a further one needs a reason (行政许可法 72 (4)).
        bar: the applicant's credit allows neither pledge nor deferral (国办发〔2020〕42号).
    """
    common = _common(item, facts)
    checks = {
        Outcome.ACCEPT: _against_accepting(item, checklist),
        Outcome.ACCEPT_DEFERRED: _against_deferring(item, checklist),
        Outcome.CORRECT_ON_SPOT: _against_correcting_on_spot(checklist),
        Outcome.REQUEST_CORRECTION: _against_notice(checklist),
        Outcome.RECEIVE: _against_receiving(item, checklist),
    }
    result = [
        Offer(
            outcome,
            (*common, *_barred(outcome, checklist, bar), *against),
            _paper(outcome, item),
            needs_repeat_reason=outcome is Outcome.REQUEST_CORRECTION and notices_given > 0,
        )
        for outcome, against in checks.items()
    ]
    result += [Offer(outcome, _against_effect(item, facts, outcome), _paper(outcome, item)) for outcome in _BY_EFFECT]
    return tuple(result)


def barred(bar: Bar) -> Reason:
    """Why neither pledge nor deferral is open to the applicant."""
    if bar.until is None:
        return Reason("why.barred", {"basis": bar.basis})
    return Reason("why.barred_until", {"basis": bar.basis, "until": bar.until})


def _barred(outcome: Outcome, checklist: Checklist, bar: Bar | None) -> tuple[Reason, ...]:
    """A bar forbids deferral as such, and whatever stands on a pledge or deferral marked before it showed."""
    stands_on_it = checklist.codes(MaterialState.PLEDGED, MaterialState.DEFERRED)
    if bar is None or not (stands_on_it or outcome is Outcome.ACCEPT_DEFERRED):
        return ()
    return (barred(bar),)


_BY_EFFECT = (Outcome.REFUSE, Outcome.NOT_REQUIRED, Outcome.INFORM)


def _paper(outcome: Outcome, item: ServiceItem) -> str:
    accepted = "acceptance_notice" if may_accept(item) else "materials_receipt"
    return {
        Outcome.ACCEPT: "acceptance_notice",
        Outcome.ACCEPT_DEFERRED: "acceptance_notice",
        Outcome.CORRECT_ON_SPOT: accepted,
        Outcome.REQUEST_CORRECTION: "correction_notice",
        Outcome.RECEIVE: "materials_receipt",
        Outcome.REFUSE: "refusal_notice",
        Outcome.NOT_REQUIRED: "not_required_notice",
        Outcome.INFORM: "inform_once_sheet",
    }[outcome]


def _common(item: ServiceItem, facts: dict[str, str]) -> tuple[Reason, ...]:
    """What speaks against taking anything in."""
    if item.role is Role.ADVISES:
        return (Reason("why.only_advises", {"authority": item.authority}),)
    effect = effect_of(item, facts)
    if isinstance(effect, NotRequiredHere):
        return (Reason("why.not_required", {"because": effect.reason}),)
    if isinstance(effect, OtherAuthority):
        return (Reason("why.other_authority", {"authority": effect.authority}),)
    unanswered = open_questions(item, facts)
    return (Reason("why.unanswered", {"count": len(unanswered)}),) if unanswered else ()


def _incomplete(checklist: Checklist) -> tuple[Reason, ...]:
    reasons = []
    names = {r.code: r.name for r in checklist.requirements}
    required = {r.code for r in checklist.requirements if r.is_required}
    missing = [c for c in checklist.codes(MaterialState.MISSING) if c in required]
    faulty = checklist.codes(MaterialState.FAULTY)
    if checklist.unchecked:
        reasons.append(Reason("why.unchecked", {"count": len(checklist.unchecked)}))
    if missing:
        reasons.append(Reason("why.missing", {"count": len(missing), "names": [names[c] for c in missing]}))
    if faulty:
        reasons.append(Reason("why.faulty", {"count": len(faulty), "names": [names[c] for c in faulty]}))
    return tuple(reasons)


def _against_accepting(item: ServiceItem, checklist: Checklist) -> tuple[Reason, ...]:
    against = _incomplete(checklist)
    if not may_accept(item):
        against = (Reason("why.role_cannot_accept", {"authority": item.authority}), *against)
    if checklist.deferred:
        against = (*against, Reason("why.owed", {"count": len(checklist.deferred)}))
    return against


def _against_deferring(item: ServiceItem, checklist: Checklist) -> tuple[Reason, ...]:
    against = []
    if not may_accept(item):
        against.append(Reason("why.role_cannot_accept", {"authority": item.authority}))
    if item.handling is Handling.IMMEDIATE:
        against.append(Reason("why.immediate_item"))
    if not checklist.deferred:
        against.append(_nothing_deferred(checklist))
    return (*against, *_incomplete(checklist))


def _nothing_deferred(checklist: Checklist) -> Reason:
    names = {r.code: r.name for r in checklist.requirements if not r.is_deferrable}
    fixed = [names[code] for code in checklist.codes(MaterialState.MISSING) if code in names]
    if fixed:
        return Reason("why.not_deferrable", {"names": fixed})
    return Reason("why.nothing_deferred")


def _against_correcting_on_spot(checklist: Checklist) -> tuple[Reason, ...]:
    if not checklist.codes(MaterialState.FAULTY):
        return (Reason("why.nothing_faulty"),)
    return tuple(reason for reason in _incomplete(checklist) if reason.key != "why.faulty")


def _against_notice(checklist: Checklist) -> tuple[Reason, ...]:
    """Unchecked rows forbid it: the one notice must name everything (行政许可法 32 (4), 72 (4))."""
    if checklist.unchecked:
        return (Reason("why.unchecked", {"count": len(checklist.unchecked)}),)
    return () if checklist.to_correct else (Reason("why.nothing_to_correct"),)


def _against_receiving(item: ServiceItem, checklist: Checklist) -> tuple[Reason, ...]:
    rules = rules_for(item.regime)
    if item.role is Role.COLLECTS or rules.incomplete is Incomplete.RETURN:
        return _incomplete(checklist)
    if rules.notice_days == 0:
        return (Reason("why.no_waiting", {"law": rules.law, "article": rules.notice_article}),)
    return ()


def _against_effect(item: ServiceItem, facts: dict[str, str], outcome: Outcome) -> tuple[Reason, ...]:
    effect = effect_of(item, facts)
    if outcome is Outcome.INFORM:
        is_for = item.role is Role.ADVISES or (effect is not None and not may_accept(item))
        return () if is_for else (Reason("why.inform_only_for_questions"),)
    if not may_accept(item):
        return (Reason("why.role_cannot_refuse", {"authority": item.authority}),)
    if outcome is Outcome.REFUSE:
        return () if isinstance(effect, OtherAuthority) else (Reason("why.within_powers"),)
    return () if isinstance(effect, NotRequiredHere) else (Reason("why.is_required"),)
