"""The summary beside the steps: what this application is by now, always in view. Qt-free."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.authority import may_accept
from desktop.domain.catalogue import Handling, Role, ServiceItem
from desktop.domain.credit import Bar
from desktop.domain.deadline import TimeLimit
from desktop.domain.identity import Sex, masked
from desktop.domain.outcome import Offer, Outcome, Reason, offers
from desktop.domain.regime import rules_for
from desktop.domain.typed_text import undashed_code
from desktop.services.intake_form import IntakeForm, checklist, facts
from ui.pages.intake.applicant_presenter import check_number
from ui.pages.intake.conclusion_presenter import set_dates, shortened
from ui.pages.intake.desk import Desk
from ui.pages.intake.material_presenter import Counts, counts
from ui.pages.intake.step import Step, path

NAMES_SHOWN = 1


@dataclass(frozen=True, slots=True)
class ItemLine:
    """The item and its promise."""

    name: str
    role: Role
    authority: str
    handling: Handling
    limit: TimeLimit | None
    is_free: bool
    fee: str
    visits: int


@dataclass(frozen=True, slots=True)
class PeopleLine:
    """Who applies and who acts for them; numbers masked, because the screen may be seen from the queue."""

    name: str
    id_masked: str
    sex: Sex | None
    age: int | None
    agent_name: str
    has_agent: bool


@dataclass(frozen=True, slots=True)
class DueLine:
    """What today would set: the day of the decision, the last day for the notice, or the year that is missing."""

    decide_on: date | None = None
    decided_by: str = ""  # the authority that counts the limit, where this window does not accept
    limit: TimeLimit | None = None
    notice_on: date | None = None
    notice_days: int = 0
    missing_year: int | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """The four parts of the summary; a part is None until something is known of it."""

    item: ItemLine | None = None
    people: PeopleLine | None = None
    counts: Counts | None = None
    lawful: tuple[Outcome, ...] = ()
    why_not: tuple[tuple[Outcome, Reason], ...] = ()
    due: DueLine | None = None


def summary(desk: Desk, form: IntakeForm, *, notices_given: int = 0, bar: Bar | None = None) -> Summary:
    """The summary of the form as it stands."""
    item = desk.item_for(form)
    people = _people(form, desk.today)
    if item is None:
        return Summary(people=people)
    all_offers = offers(item, facts(form), checklist(form, item), notices_given=notices_given, bar=bar)
    checks = Step.MATERIALS in path(item, form)  # where nothing is checked, nothing is promised either
    return Summary(
        item=_item(item),
        people=people,
        counts=counts(item, form) if checks else None,
        lawful=tuple(offer.outcome for offer in all_offers if offer.is_lawful),
        why_not=_why_not(item, all_offers),
        due=_due(desk, item) if checks else None,
    )


def _why_not(item: ServiceItem, all_offers: tuple[Offer, ...]) -> tuple[tuple[Outcome, Reason], ...]:
    """Why the two outcomes that citizens ask for are closed; the rest stands in step 5. One reason is said once."""
    asked = (Outcome.ACCEPT, Outcome.ACCEPT_DEFERRED) if may_accept(item) else (Outcome.RECEIVE,)
    said: dict[str, tuple[Outcome, Reason]] = {}
    for offer in all_offers:
        if offer.outcome in asked and offer.why_not:
            said.setdefault(offer.why_not[0].key, (offer.outcome, shortened(offer.why_not[0], names=NAMES_SHOWN)))
    return tuple(said.values())


def _item(item: ServiceItem) -> ItemLine:
    return ItemLine(
        name=item.name,
        role=item.role,
        authority=item.authority,
        handling=item.handling,
        limit=item.promised_limit or item.statutory_limit,
        is_free=not item.fee,
        fee=item.fee,
        visits=item.visits,
    )


def _people(form: IntakeForm, today: date) -> PeopleLine | None:
    if not (form.name.strip() or form.id_number.strip()):
        return None
    number = check_number(form, "id_number", today=today)
    return PeopleLine(
        name=form.name.strip(),
        id_masked=masked(undashed_code(form.id_number)) if form.id_number.strip() else "",
        sex=number.sex,
        age=number.age,
        agent_name=form.agent_name.strip(),
        has_agent=form.has_agent,
    )


def _due(desk: Desk, item: ServiceItem) -> DueLine:
    promised, missing_year = set_dates(desk.circumstances(item))
    if promised is None:
        return DueLine(missing_year=missing_year)
    accepts = may_accept(item)
    fallback = rules_for(item.regime).fallback_limit if accepts else None
    limit = item.promised_limit or item.statutory_limit or fallback
    return DueLine(
        decide_on=promised.due_on if accepts else None,
        decided_by="" if accepts else item.authority,
        limit=limit if item.handling is Handling.COMMITTED else None,
        notice_on=promised.notice_due_on if accepts else None,
        notice_days=rules_for(item.regime).notice_days,
    )
