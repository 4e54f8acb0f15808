"""A case that another place decides: sent there, followed there, until the result is on its way back."""

from dataclasses import dataclass
from datetime import date

from desktop.domain import events as ev
from desktop.domain import events_elsewhere as ew
from desktop.domain.calendar import ONE_DAY
from desktop.domain.case import Case
from desktop.domain.course_guard import require, words
from desktop.domain.course_rules import Action
from desktop.domain.decide import Circumstances
from desktop.domain.errors import CalendarMissing, InvalidInput, NotAllowed
from desktop.domain.rating_rules import working_day

NETWORK, POST = "网络", "邮寄"
ASK_AFTER_WORKDAYS = 5
_ORDER = tuple(ew.Stage)


@dataclass(frozen=True, slots=True)
class News:
    """What is known of the case at the other place."""

    stage: ew.Stage
    is_granted: bool = True
    note: str = ""
    tracking_number: str = ""


def send(case: Case, now: Circumstances, *, route: str, tracking_number: str = "") -> tuple[ev.Event, ...]:
    """转出 to the place that decides.

    Raises:
        NotAllowed: it is decided here, or is on its way already. InvalidInput: `route_missing`, `route_unlawful`: the
            catalogue knows no such route; `tracking_number_missing` by post.
    """
    require(case, Action.SEND_ELSEWHERE, now)
    assert case.elsewhere is not None
    by = words(route, "route")
    if case.elsewhere.routes and by not in case.elsewhere.routes:
        raise InvalidInput("route_unlawful", field="route")
    number = words(tracking_number, "tracking_number") if by == POST else tracking_number.strip()
    return (
        ew.SentElsewhere(
            sent_on=now.today,
            authority=case.elsewhere.authority,
            route=by,
            tracking_number=number,
            ask_by=ask_by(now),
        ),
    )


def stages_ahead(case: Case) -> tuple[ew.Stage, ...]:
    """What may be noted next: everything after what is known; somebody may hear of the decision first."""
    known = [_ORDER.index(state.stage) for state in case.elsewhere_states]
    return _ORDER[max(known) + 1 :] if known else _ORDER


def note_state(case: Case, news: News, now: Circumstances) -> tuple[ev.Event, ...]:
    """What the other place has told.

    Raises:
        NotAllowed: it was never sent, or `why.stage_passed`. InvalidInput: `reasons_missing` where it denies.
    """
    require(case, Action.NOTE_ELSEWHERE, now)
    if news.stage not in stages_ahead(case):
        raise NotAllowed(reason="why.stage_passed")
    note = news.note.strip()
    is_denied = news.stage is ew.Stage.DECIDED and not news.is_granted
    if is_denied:
        note = words(news.note, "note")
    return (
        ew.ElsewhereState(
            noted_on=now.today,
            stage=news.stage,
            is_granted=not is_denied,
            note=note,
            tracking_number=news.tracking_number.strip(),
            ask_by=ask_by(now),
        ),
    )


def ask_by(now: Circumstances) -> date:
    """The day to ask the other place, if it has not told by then."""
    day = working_day(now.today, workdays=ASK_AFTER_WORKDAYS, calendar=now.calendar)
    return day or now.today + 7 * ONE_DAY  # next year's calendar is not here yet


def send_by(now: Circumstances) -> date:
    """The next working day: what was taken in for another place does not lie here."""
    try:
        return now.calendar.add_workdays(now.today, 1)
    except CalendarMissing:
        return now.today + ONE_DAY
