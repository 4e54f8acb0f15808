"""What Today shows: read at once on a worker, without Qt."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

import msgspec

from desktop.clock import HALL_ZONE
from desktop.domain.bundle import item_of
from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import IssuedPaper
from desktop.domain.deadline import Lamp, lamp
from desktop.domain.errors import CalendarMissing
from desktop.ports import CaseReader, CaseRow, DayCounts, Draft, Store
from desktop.ports_sync import AnswerKind
from desktop.services import hall, intake_form
from desktop.services.calendar import work_calendar

OPEN_AT_MOST = 200
HINT_FROM_MONTH = 11  # the notice for the next year usually comes in November


class Hint(Enum):
    """What the lead should do before it stops somebody."""

    NO_CATALOGUE = "no_catalogue"  # nothing can be taken in without one
    NO_RECOVERY_SHEET = "no_recovery_sheet"  # it broke off while the code was shown: lost passwords would lose the data
    NEXT_YEAR = "next_year"  # due dates will soon run into a year without a calendar


@dataclass(frozen=True, slots=True)
class OpenRow:
    """An open case. `days` are working days until it is due, negative when overdue; None: no date or no calendar."""

    case: CaseRow
    lamp: Lamp | None
    days: int | None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """Something typed and not yet taken in. `saved_at` is the hall's time.

    `applicant` is empty for a colleague's draft, unless the lead looks.
    """

    draft_id: str
    item_name: str
    applicant: str
    clerk_id: str
    clerk_name: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class TodayView:
    """The page: counts of today, open cases nearest due first, drafts newest first, papers to confirm oldest first."""

    counts: DayCounts
    open_rows: tuple[OpenRow, ...] = ()
    drafts: tuple[DraftRow, ...] = ()
    colleagues: tuple[DraftRow, ...] = ()  # drafts of others on this PC, which may be taken over
    papers: tuple[IssuedPaper, ...] = ()
    hints: tuple[Hint, ...] = ()
    has_cases: bool = False
    refused: int = 0  # entries that the city did not take and nobody has settled
    conflicts: int = 0  # cases of two windows that nobody has settled
    clock_behind: date | None = None
    """Day of the newest case if the PC believes in an earlier one: every paper would bear a wrong date."""


def load(store: Store, *, today: date, window: str, clerk_id: str, sees_all_drafts: bool) -> TodayView:
    """Everything Today shows, of one moment."""
    with store.read() as reader:
        calendar = work_calendar(reader, today)
        rows = reader.open_cases(limit=OPEN_AT_MOST)
        newest = next(iter(reader.search("", limit=1)), None)
        drafts = _drafts(reader, today)
        others = tuple(draft for draft in drafts if draft.clerk_id != clerk_id)
        return TodayView(
            counts=reader.day_counts(today, window=window),
            open_rows=tuple(open_row(row, today=today, calendar=calendar) for row in rows),
            drafts=drafts if sees_all_drafts else tuple(draft for draft in drafts if draft not in others),
            colleagues=others if sees_all_drafts else tuple(replace(draft, applicant="") for draft in others),
            papers=tuple(reader.papers_waiting()),
            hints=_hints(reader, today, calendar),
            has_cases=newest is not None,
            refused=sum(answer.kind is AnswerKind.REFUSED for answer in reader.city_answers(only_open=True)),
            conflicts=len(reader.conflicts()),
            clock_behind=newest.received_on if newest and newest.received_on > today else None,
        )


def open_row(case: CaseRow, *, today: date, calendar: WorkCalendar) -> OpenRow:
    """The case with its lamp; without a calendar for the year there is no lamp, because days are not guessed."""
    try:
        colour = lamp(today, case.due_on, calendar=calendar, yellow_days=case.yellow_days)
        days = calendar.workdays_between(today, case.due_on) if case.due_on else None
    except CalendarMissing:
        return OpenRow(case, None, None)
    return OpenRow(case, colour if case.due_on else None, days)


def _drafts(reader: CaseReader, today: date) -> tuple[DraftRow, ...]:
    catalogue = reader.catalogue_in_force(today)
    names = {clerk.clerk_id: clerk.name for clerk in reader.clerks()}
    made = []
    for draft in reader.drafts():
        form = _form(draft)
        item = item_of(catalogue, form.item_code) if form and form.item_code else None
        made.append(
            DraftRow(
                draft_id=draft.draft_id,
                item_name=item.name if item else "",
                applicant=form.name if form else "",
                clerk_id=draft.clerk_id,
                clerk_name=names.get(draft.clerk_id, draft.clerk_id),
                saved_at=draft.updated_at.astimezone(HALL_ZONE),
            )
        )
    return tuple(made)


def _form(draft: Draft) -> intake_form.IntakeForm | None:
    """The form; None for one that this program cannot read: it is listed all the same, so that nobody misses it."""
    try:
        return intake_form.decode(draft.body)
    except msgspec.DecodeError:
        return None


def _hints(reader: CaseReader, today: date, calendar: WorkCalendar) -> tuple[Hint, ...]:
    hints = []
    if reader.catalogue_in_force(today) is None:
        hints.append(Hint.NO_CATALOGUE)
    if hall.recovery_sheet_is_missing(reader):
        hints.append(Hint.NO_RECOVERY_SHEET)
    if today.month >= HINT_FROM_MONTH and today.year + 1 not in calendar.years:
        hints.append(Hint.NEXT_YEAR)
    return tuple(hints)
