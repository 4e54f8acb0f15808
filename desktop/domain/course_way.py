"""The way of a case up to the authority that decides, the decision, and the result's way to the citizen.

Articles are of 行政许可法 where no other law is named.
"""

from dataclasses import dataclass
from datetime import date

from desktop.domain import events as ev
from desktop.domain.case import Case
from desktop.domain.catalogue import Role
from desktop.domain.course_guard import require, words
from desktop.domain.course_rules import Action
from desktop.domain.decide import Circumstances
from desktop.domain.errors import InvalidInput, NotAllowed

DELIVERY_DAYS = 10  # Art 44: within ten (working) days of the decision
POST = "邮寄"
SUBSTITUTE = "代收"


@dataclass(frozen=True, slots=True)
class Forwarding:
    """How the package goes up. `opinion` is the first examination's, needed where the town examines (Art 35)."""

    to_unit: str
    opinion: str = ""
    route: str = ""
    tracking_number: str = ""
    package: str = ""


def forward(case: Case, how: Forwarding, now: Circumstances) -> tuple[ev.Event, ...]:
    """转报 to the authority that decides.

    Raises:
        NotAllowed: decided here, or materials are missing. InvalidInput: `opinion_missing`, `to_unit_missing`,
            `tracking_number_missing` for the post.
    """
    require(case, Action.FORWARD, now)
    if now.item.role is Role.FIRST_REVIEW:
        words(how.opinion, "opinion")
    if "邮" in how.route:
        words(how.tracking_number, "tracking_number")
    return (
        ev.CaseForwarded(
            forwarded_on=now.today,
            to_unit=words(how.to_unit, "to_unit"),
            opinion=how.opinion.strip(),
            route=how.route.strip(),
            tracking_number=how.tracking_number.strip(),
            package=how.package,
        ),
    )


def receive_hand(case: Case, now: Circumstances, *, unit: str, person: str = "") -> tuple[ev.Event, ...]:
    """The next hand has signed for the package."""
    require(case, Action.HAND, now)
    return (ev.HandReceived(received_on=now.today, unit=words(unit, "unit"), person=person.strip()),)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision of the town. `facts` and `reasons` are required where it denies (Art 38)."""

    is_granted: bool
    examiners: tuple[str, ...]
    facts: str = ""
    reasons: str = ""
    scope: str = ""
    certificate: str = ""
    heard: str = ""
    valid_until: date | None = None
    checked_substance: bool = False


def decide_case(case: Case, ruling: Ruling, now: Circumstances) -> tuple[ev.Event, ...]:
    """决定 of an item that the town decides (Art 34, 38, 44).

    Raises:
        NotAllowed: not accepted, decided above, a procedure is open, or owed materials are still missing (容缺).
        InvalidInput: `examiners_missing`, `examiners_two` where the substance was checked, `reasons_missing`.
    """
    require(case, Action.DECIDE, now)
    examiners = tuple(dict.fromkeys(name.strip() for name in ruling.examiners if name.strip()))
    if not examiners:
        raise InvalidInput("examiners_missing", field="examiners")
    if ruling.checked_substance and len(examiners) < 2:
        raise InvalidInput("examiners_two", field="examiners")
    if not ruling.is_granted:
        words(ruling.reasons, "reasons")
    if ruling.is_granted and case.owed:
        raise NotAllowed(reason="why.still_owed", names=[owed.name for owed in case.owed])
    return (
        ev.CaseDecided(
            decided_on=now.today,
            is_granted=ruling.is_granted,
            facts=ruling.facts.strip(),
            reasons=ruling.reasons.strip(),
            examiners=examiners,
            scope=ruling.scope.strip(),
            certificate=ruling.certificate.strip(),
            heard=ruling.heard.strip(),
            deliver_by=now.calendar.add_workdays(now.today, DELIVERY_DAYS),
            valid_until=ruling.valid_until,
        ),
    )


def result_arrived(
    case: Case, now: Circumstances, *, name: str, number: str = "", from_unit: str = ""
) -> tuple[ev.Event, ...]:
    """The result of the authority above is here."""
    require(case, Action.RESULT, now)
    return (
        ev.ResultArrived(
            arrived_on=now.today, name=words(name, "name"), number=number.strip(), from_unit=from_unit.strip()
        ),
    )


@dataclass(frozen=True, slots=True)
class Delivery:
    """Handing the result out. A 代收人 needs a reason (送达回证, handbook 1.6); the post a number."""

    method: str
    recipient: str
    is_agent: bool = False
    tracking_number: str = ""
    substitute: str = ""
    substitute_reason: str = ""
    remark: str = ""


def deliver(case: Case, how: Delivery, now: Circumstances) -> tuple[ev.Event, ...]:
    """送达: the result is handed out and signed for.

    Raises:
        NotAllowed: nothing has been decided, the result is not here, or owed materials hold it back (容缺).
        InvalidInput: `method_missing`, `recipient_missing`, `tracking_number_missing`, `substitute_reason_missing`.
    """
    require(case, Action.DELIVER, now)
    if how.method == POST:
        words(how.tracking_number, "tracking_number")
    if how.method == SUBSTITUTE or how.substitute.strip():
        words(how.substitute, "substitute")
        words(how.substitute_reason, "substitute_reason")
    if how.is_agent:
        _require_power_to_collect(case, now.today)
    return (
        ev.CaseDelivered(
            delivered_on=now.today,
            method=words(how.method, "method"),
            recipient=words(how.recipient, "recipient"),
            is_agent=how.is_agent,
            tracking_number=how.tracking_number.strip(),
            substitute=how.substitute.strip(),
            substitute_reason=how.substitute_reason.strip(),
            remark=how.remark.strip(),
        ),
    )


def _require_power_to_collect(case: Case, today: date) -> None:
    """The agent of the case may collect only if the paper says so (领取), and only while it is valid."""
    agent = case.agent
    if agent is None or (agent.powers and "领取" not in agent.powers):
        raise NotAllowed(reason="why.agent_may_not_collect")
    if agent.valid_to is not None and today > agent.valid_to:
        raise NotAllowed(reason="why.agent_expired", day=agent.valid_to)
