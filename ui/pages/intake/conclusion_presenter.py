"""Step 5, the conclusion: what is lawful, which paper it prints and which date it sets; why the others are not.

Qt-free. The domain's `offers` decides, `desktop.domain.decide` stands guard again when the case is taken in.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.authority import may_accept
from desktop.domain.bundle_parts import BundledItem
from desktop.domain.catalogue import NotRequiredHere, ServiceItem
from desktop.domain.checklist import Checklist, MaterialState
from desktop.domain.decide import Circumstances, Dates, dates
from desktop.domain.elsewhere import WHERE, way_of
from desktop.domain.errors import CalendarMissing
from desktop.domain.outcome import Offer, Outcome, Reason, offers
from desktop.domain.papers import TITLES, MaterialsReceipt, NotRequiredNotice, RefusalNotice
from desktop.domain.papers_elsewhere import ElsewhereReceipt
from desktop.domain.papers_pledge import DeferralPledge, NoticeAndPledge
from desktop.domain.regime import Incomplete, rules_for
from desktop.services.intake_form import IntakeForm, checklist, facts

_NOTHING_TAKEN_IN = frozenset({"why.only_advises", "why.unanswered", "why.not_required", "why.other_authority"})
_TAKEN_IN = frozenset({Outcome.RECEIVE, Outcome.CORRECT_ON_SPOT})
_STANDS = frozenset({Outcome.ACCEPT, Outcome.ACCEPT_DEFERRED, Outcome.CORRECT_ON_SPOT, Outcome.RECEIVE})
_TITLE_BY_TAG = {str(kind.__struct_config__.tag): title for kind, title in TITLES.items()}


@dataclass(frozen=True, slots=True)
class OfferView:
    """One outcome. `due_kind` says what `due_on` is: decide, notice, today, or empty where no date is set here.

    `paper` names all that it prints, in the order in which they are signed and handed over.
    `handed_to` is the authority that decides, where this window only takes in.
    """

    outcome: Outcome
    digit: int
    paper: str
    due_kind: str
    due_on: date | None
    handed_to: str
    consequence: Incomplete | None
    needs_repeat_reason: bool
    why_not: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ConclusionView:
    """Lawful outcomes with their number keys; the others with what speaks against each."""

    lawful: tuple[OfferView, ...]
    others: tuple[OfferView, ...]
    missing_year: int | None
    deliveries: tuple[str, ...]

    def by_digit(self, digit: int) -> OfferView | None:
        """The lawful outcome of this number key, or None."""
        return next((offer for offer in self.lawful if offer.digit == digit), None)

    def by_outcome(self, outcome: str) -> OfferView | None:
        """The lawful outcome of this value, or None: what is not lawful any more is not chosen any more."""
        return next((offer for offer in self.lawful if offer.outcome.value == outcome), None)


def set_dates(now: Circumstances) -> tuple[Dates | None, int | None]:
    """The dates of an acceptance today, or the year that the work calendar lacks: no date is ever guessed."""
    try:
        return dates(now), None
    except CalendarMissing as error:
        return None, int(error.fields["year"])


def view(now: Circumstances, form: IntakeForm, *, notices_given: int = 0) -> ConclusionView:
    """The step as it stands."""
    item = now.item
    checked = checklist(form, item)
    all_offers = offers(item, facts(form), checked, notices_given=notices_given, bar=now.bar)
    promised, missing_year = set_dates(now)
    away = _away_titles(item, facts(form))
    seen = partial(_view, is_sent_away=way_of(item, form.answers.get(WHERE, "")) is not None)
    lawful = [offer for offer in all_offers if offer.is_lawful]
    others = [offer for offer in all_offers if not offer.is_lawful]
    return ConclusionView(
        lawful=tuple(seen(offer, digit, now, promised, checked, away) for digit, offer in enumerate(lawful, start=1)),
        others=tuple(seen(offer, 0, now, promised, checked, away) for offer in others),
        missing_year=missing_year,
        deliveries=item.result_delivery,
    )


def _view(
    offer: Offer,
    digit: int,
    now: Circumstances,
    promised: Dates | None,
    checked: Checklist,
    away: tuple[str, ...],
    *,
    is_sent_away: bool,
) -> OfferView:
    kind, day = _date_of(offer.outcome, now, promised)
    consequence = rules_for(now.item.regime).incomplete if may_accept(now.item) else Incomplete.CORRECT
    refusals = away if offer.outcome in _STANDS or offer.outcome is Outcome.REQUEST_CORRECTION else ()
    pledges = _pledge_titles(offer.outcome, consequence, checked)
    return OfferView(
        outcome=offer.outcome,
        digit=digit,
        paper="、".join((*refusals, *pledges, _paper_title(offer, consequence, is_sent_away=is_sent_away))),
        due_kind=kind,
        due_on=day,
        handed_to=now.item.authority if offer.outcome in _TAKEN_IN and not may_accept(now.item) else "",
        consequence=_notable(offer.outcome, consequence),
        needs_repeat_reason=offer.needs_repeat_reason,
        why_not=offer.why_not,
    )


def _away_titles(item: ServiceItem, known: dict[str, str]) -> tuple[str, ...]:
    """The notice of each item of a bundle that the town refuses at once, see desktop.services.bundle_refusals."""
    away = item.sent_away(known) if isinstance(item, BundledItem) else ()
    return tuple(
        f"{TITLES[NotRequiredNotice if isinstance(effect, NotRequiredHere) else RefusalNotice]}（{part.item.name}）"
        for part, effect in away
        if may_accept(part.item)
    )


def _notable(outcome: Outcome, consequence: Incomplete) -> Incomplete | None:
    """What follows from the notice where that is not plainly that the case waits for what is missing."""
    is_notice = outcome is Outcome.REQUEST_CORRECTION
    return consequence if is_notice and consequence is not Incomplete.CORRECT else None


def _paper_title(offer: Offer, consequence: Incomplete, *, is_sent_away: bool) -> str:
    if offer.outcome is Outcome.REQUEST_CORRECTION and consequence is Incomplete.REFUSE_ON_SPOT:
        return "不予受理告知书（一次性告知）"
    title = _TITLE_BY_TAG[offer.paper]
    return TITLES[ElsewhereReceipt] if is_sent_away and title == TITLES[MaterialsReceipt] else title


def _pledge_titles(outcome: Outcome, consequence: Incomplete, checked: Checklist) -> tuple[str, ...]:
    """The pledges that come out before the notice, see desktop.services.pledges."""
    stands = outcome in _STANDS or (outcome is Outcome.REQUEST_CORRECTION and consequence is Incomplete.CORRECT)
    pledged = stands and checked.codes(MaterialState.PLEDGED)
    titles = (TITLES[NoticeAndPledge],) if pledged else ()
    return (*titles, TITLES[DeferralPledge]) if outcome is Outcome.ACCEPT_DEFERRED and checked.deferred else titles


def _date_of(outcome: Outcome, now: Circumstances, promised: Dates | None) -> tuple[str, date | None]:
    if outcome in (Outcome.REFUSE, Outcome.NOT_REQUIRED, Outcome.INFORM, Outcome.REQUEST_CORRECTION):
        return "today", now.today
    if promised is None or not may_accept(now.item):
        return "", None  # who decides counts the days
    accepts = outcome is not Outcome.RECEIVE
    day = promised.due_on if accepts else promised.notice_due_on
    return ("decide" if accepts else "notice", day) if day else ("", None)


def preferred(shown: ConclusionView, chosen: str) -> OfferView | None:
    """The outcome under the cursor: the one chosen before if it is still lawful, else the first.

    «Corrected on the spot» is never first by itself: it says that somebody has mended the paper, so it is chosen.
    """
    by_itself = [offer for offer in shown.lawful if offer.outcome is not Outcome.CORRECT_ON_SPOT]
    return shown.by_outcome(chosen) or next(iter(by_itself or shown.lawful), None)


def telling(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons worth saying: where nothing may be taken in at all, what else is missing does not matter."""
    return reasons[:1] if reasons and reasons[0].key in _NOTHING_TAKEN_IN else reasons


def shortened(reason: Reason, *, names: int) -> Reason:
    """The reason with the first few names only: forty of them would push everything else out of view."""
    listed = reason.fields.get("names")
    if not isinstance(listed, list) or len(listed) <= names:
        return reason
    return Reason(reason.key, {**reason.fields, "names": [*listed[:names], "…"]})
