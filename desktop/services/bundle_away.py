"""Items of a 一件事 that an answer sends elsewhere: told at once, each with its own paper, while the others go on.

The town refuses what it would decide itself, in writing and with a case of its own (行政许可法 32 (1), (2), 38). What
another authority decides it may not refuse: the applicant is told where to go, on the one paper of the whole.
"""

from datetime import date

from desktop.domain import events as ev
from desktop.domain import papers
from desktop.domain.authority import may_accept
from desktop.domain.bundle_parts import BundledItem, Part
from desktop.domain.case import Case
from desktop.domain.catalogue import OtherAuthority, ServiceItem
from desktop.domain.competence import Effect
from desktop.domain.people import Hall
from desktop.ports import UnitOfWork
from desktop.services import numbering

REFUSED, NOT_REQUIRED, TOLD = "不予受理", "不受理", "另行申请"


def sent_away(
    uow: UnitOfWork, item: BundledItem, facts: dict[str, str], *, hall: Hall, today: date
) -> tuple[ev.SentAway, ...]:
    """The items that do not go on, in order; those that the town refuses have the id and number of their case."""
    return tuple(_sent(uow, part, effect, hall=hall, today=today) for part, effect in item.sent_away(facts))


def away_lines(parent: Case) -> tuple[papers.BundledCase, ...]:
    """What the papers of the whole say of the items that do not go on; none in most bundles."""
    return tuple(
        papers.BundledCase(
            item_name=one.item_name,
            authority=one.authority,
            case_number=one.case_number,
            sent_away=_word(one),
            reason=one.reason,
        )
        for one in parent.sent_away
    )


def away_notes(item: ServiceItem, facts: dict[str, str]) -> tuple[str, ...]:
    """The same for somebody who only asks: item, reason, and where to go; none of an item that is no bundle."""
    away = item.sent_away(facts) if isinstance(item, BundledItem) else ()
    where = {e: f"，请向{e.authority}申请" if isinstance(e, OtherAuthority) else "" for _, e in away}
    return tuple(f"{part.item.name}：{effect.reason}{where[effect]}" for part, effect in away)


def _sent(uow: UnitOfWork, part: Part, effect: Effect, *, hall: Hall, today: date) -> ev.SentAway:
    is_refused = may_accept(part.item)
    return ev.SentAway(
        item_code=part.item.code,
        item_name=part.item.name,
        reason=effect.reason,
        authority=effect.authority if isinstance(effect, OtherAuthority) else "",
        case_id=uow.new_id() if is_refused else "",
        case_number=numbering.next_case_number(uow, hall, today) if is_refused else "",
    )


def _word(one: ev.SentAway) -> str:
    if not one.authority:
        return NOT_REQUIRED
    return REFUSED if one.case_id else TOLD
