"""When a service may be rated, by whom and how often, and what a bad rating asks for (handbook 4).

GB/T 39734-2020: one rating for each thing done (一事一评), voluntary and true; no default is ever counted as praise.
"""

from dataclasses import dataclass
from datetime import date

from desktop.domain import events as ev
from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import Case
from desktop.domain.catalogue import Handling
from desktop.domain.errors import CalendarMissing, InvalidInput, NotAllowed
from desktop.domain.free_text import clean_text
from desktop.domain.rating import BAD_LEVELS, OPTIONS, RatingLevel
from desktop.domain.rating_family import Family, come_together, has_result

TEXT_AT_MOST = 200
FOLLOW_UP_WORKDAYS = 5  # no national number is known; a setting of the hall says otherwise


@dataclass(frozen=True, slots=True)
class Given:
    """What the citizen said."""

    stage: ev.RatingStage
    level: RatingLevel
    rater: ev.Rater = ev.Rater.APPLICANT
    options: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Served:
    """Whose service it was: login name and window."""

    clerk: str
    window: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What was found when a bad rating was looked into, as typed. `is_settled`: nothing remains to be done."""

    contact: str
    found: str
    verdict: ev.Verdict
    measures: str = ""
    is_settled: bool = True


def stages(handling: Handling) -> tuple[ev.RatingStage, ...]:
    """What of a service can be rated: an 即办件 once, an 承诺件 at acceptance and at completion."""
    if handling is Handling.IMMEDIATE:
        return (ev.RatingStage.COMPLETION,)
    return (ev.RatingStage.ACCEPTANCE, ev.RatingStage.COMPLETION)


def open_stages(case: Case, family: Family | None = None) -> tuple[ev.RatingStage, ...]:
    """What can be rated now, the latest first: it has been reached, and nobody has rated it."""
    found = [stage for stage in stages(case.item.handling) if why_not(case, stage, family) is None]
    return tuple(reversed(found))


def why_not(case: Case, stage: ev.RatingStage, family: Family | None = None) -> str | None:
    """What speaks against rating the stage now, as a key of desktop.messages; None: nothing does.

    Args:
        family: of a case of a 一件事; None where not all of its items are known here: they are then rated one by one.
    """
    if stage not in stages(case.item.handling):
        return "why.immediate_rated_once"
    if any(rated.stage is stage for rated in case.ratings):
        return "why.already_rated"
    if stage is ev.RatingStage.ACCEPTANCE:
        return "why.rated_with_whole" if case.bundle is not None else None
    return _why_not_done(case, family)


def _why_not_done(case: Case, family: Family | None) -> str | None:
    """Against rating the completion: of a whole only where its results come together, of an item only where not."""
    is_one = family is not None and come_together(family)
    if case.children:
        is_done = family is not None and all(map(has_result, family.items))
        return None if is_one else "why.rated_by_item" if is_done else "why.not_finished"
    if not has_result(case):
        return "why.not_finished"
    is_of_it = family is not None and case.case_id in {one.case_id for one in family.items}
    return "why.rated_with_whole" if is_one and is_of_it else None


def is_bad(level: RatingLevel) -> bool:
    """差评: 不满意 and 非常不满意."""
    return level in BAD_LEVELS


def follow_up_day(level: RatingLevel, today: date, *, workdays: int, calendar: WorkCalendar) -> date | None:
    """By when a bad rating has to be looked into; None for any other, and where the calendar does not reach so far.

    The citizen's word must not be lost for want of a calendar.
    """
    return working_day(today, workdays=workdays, calendar=calendar) if is_bad(level) else None


def working_day(today: date, *, workdays: int, calendar: WorkCalendar) -> date | None:
    """That many working days later; None where the calendar does not reach so far."""
    try:
        return calendar.add_workdays(today, workdays)
    except CalendarMissing:
        return None


def rate(
    case: Case,
    given: Given,
    *,
    channel: ev.RatingChannel,
    served: Served,
    today: date,
    follow_up_by: date | None,
    scan_sha256: str = "",
    paper_number: str = "",
    family: Family | None = None,
) -> tuple[ev.Event, ...]:
    """评价.

    Raises:
        NotAllowed: the stage has been rated, or has not been reached.
        InvalidInput: an option of another level, an agent where there is none, too long a text; a paper form without
            its number or scan (`rating_proof_missing`).
    """
    reason = why_not(case, given.stage, family)
    if reason is not None:
        raise NotAllowed(reason=reason)
    if not set(given.options) <= set(OPTIONS[given.level]):
        raise InvalidInput("rating_option", field="options")
    if given.rater is ev.Rater.AGENT and case.agent is None:
        raise InvalidInput("rating_no_agent", field="rater")
    if channel is ev.RatingChannel.PAPER and not (scan_sha256 or paper_number):
        raise InvalidInput("rating_proof_missing", field="paper_number")
    return (
        ev.Rated(
            stage=given.stage,
            level=given.level,
            channel=channel,
            rater=given.rater,
            rated_on=today,
            options=tuple(code for code in OPTIONS[given.level] if code in given.options),
            text=_text(given.text, "text"),
            scan_sha256=scan_sha256,
            paper_number=paper_number,
            served_by=served.clerk,
            window=served.window,
            follow_up_by=follow_up_by if is_bad(given.level) else None,
        ),
    )


def open_bad_rating(case: Case, stage: ev.RatingStage) -> ev.Rated | None:
    """The bad rating of the stage that nobody has settled, or None."""
    rated = next((rated for rated in case.ratings if rated.stage is stage), None)
    if rated is None or not is_bad(rated.level):
        return None
    return None if any(up.stage is stage and up.settled_on for up in case.follow_ups) else rated


def follow_up(
    case: Case, stage: ev.RatingStage, how: FollowUp, *, today: date, again_by: date | None
) -> tuple[ev.Event, ...]:
    """核实回访. A complaint that is true needs its measure before it can be settled.

    Raises:
        NotAllowed: no bad rating of this stage is open. InvalidInput: an empty or too long text.
    """
    if open_bad_rating(case, stage) is None:
        raise NotAllowed(reason="why.no_bad_rating")
    is_true = how.verdict in (ev.Verdict.TRUE, ev.Verdict.PARTLY)
    measures = _text(how.measures, "measures")
    if how.is_settled and is_true and not measures:
        raise InvalidInput("measures_missing", field="measures")
    return (
        ev.RatingFollowedUp(
            stage=stage,
            followed_on=today,
            contact=_required(how.contact, "contact"),
            found=_required(how.found, "found"),
            verdict=how.verdict,
            measures=measures,
            settled_on=today if how.is_settled else None,
            again_by=None if how.is_settled else again_by,
        ),
    )


def _required(text: str, field: str) -> str:
    clean = _text(text, field)
    if not clean:
        raise InvalidInput("empty", field=field)
    return clean


def _text(text: str, field: str) -> str:
    clean = clean_text(text)
    if len(clean) > TEXT_AT_MOST:
        raise InvalidInput("name_too_long", field=field, most=TEXT_AT_MOST)
    return clean
