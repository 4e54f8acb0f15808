"""督查通报 (M26): the month by window and clerk as a paper with number and code, and the cases to be answered for."""

from collections.abc import Mapping
from datetime import date

from desktop.domain import papers
from desktop.domain.errors import Conflict
from desktop.domain.papers_report import (
    DayFigures,
    DaysTaken,
    SupervisionLine,
    SupervisionPoint,
    SupervisionReport,
)
from desktop.domain.people import Hall, Session
from desktop.domain.statistics import Act, By, Measure, Period, Span, clerk_key
from desktop.messages import word
from desktop.ports import CaseReader, Changes, Taken, UnitOfWork
from desktop.services import statistics
from desktop.services.papers import issue
from desktop.services.statistics import NO_LINE, Line, Statistics

POINTS_LISTED = 60
MATTERS = (Measure.OVERDUE, Measure.BAD_RATINGS, Measure.SECOND_NOTICES)
"""What somebody has to answer for, in the order of the list."""


def supervision_report(uow: UnitOfWork, session: Session, *, month: date, today: date) -> Taken:
    """Issues the report of the month in which the day lies; it belongs to no case.

    A month that is not over is reported as far as it is.

    Raises:
        Conflict: no hall is set up.
    """
    hall = uow.hall()
    if hall is None:
        raise Conflict(what="hall")
    catalogue = uow.catalogue_in_force(today)
    found = statistics.read(uow, Period.around(month, Span.MONTH), today=today)
    points = _points(uow, found)

    def content(number: str) -> papers.Paper:
        is_sample = catalogue is not None and catalogue.is_sample
        return _report(found, points, _head(hall, session, number=number, today=today, is_sample=is_sample))

    number = issue(uow, SupervisionReport, content, today=today, case_id=None)
    return Taken(case_id="", case_number="", papers=(number,), changes=Changes(papers=frozenset({number})))


def _head(hall: Hall, session: Session, *, number: str, today: date, is_sample: bool) -> papers.Head:
    return papers.Head(
        number=number,
        authority=hall.name,
        hall=hall.name,
        window=session.window,
        clerk=session.clerk.name,
        issued_on=today,
        service_phone=hall.service_phone,
        complaint_phone=hall.complaint_phone,
        is_sample=is_sample,
    )


def _report(found: Statistics, points: tuple[SupervisionPoint, ...], head: papers.Head) -> SupervisionReport:
    period = found.period
    return SupervisionReport(
        head=head,
        period=f"{period.begins_on.year}年{period.begins_on.month}月",
        begins_on=period.begins_on,
        ends_on=period.ends_on,
        counted_on=min(found.read_on, period.ends_on),
        total=_line(found.total, "合计"),
        windows=tuple(_line(line, f"{line.name}号窗口") for line in found.lines(By.WINDOW)),
        clerks=tuple(_line(line, line.name) for line in found.lines(By.CLERK)),
        days_taken=_days_taken(found.total),
        tallies=(found.reconciled(),),
        days=_days(found),
        points=points[:POINTS_LISTED],
        points_left_out=max(len(points) - POINTS_LISTED, 0),
    )


def _line(line: Line, name: str) -> SupervisionLine:
    numbers = {measure: figure.number for measure, figure in line.figures.items()}
    return SupervisionLine(
        name=name,
        received=numbers[Measure.RECEIVED],
        decided=numbers[Measure.DECIDED],
        overdue=numbers[Measure.OVERDUE],
        second_notices=numbers[Measure.SECOND_NOTICES],
        bad_ratings=numbers[Measure.BAD_RATINGS],
        reprints=numbers[Measure.REPRINTS],
        amendments=numbers[Measure.AMENDMENTS],
    )


def _days_taken(total: Line) -> DaysTaken:
    times = total.times
    return DaysTaken(
        decided=total.figures[Measure.DECIDED].number,
        on_time=total.figures[Measure.ON_TIME].number,
        late=total.figures[Measure.LATE].number,
        real_median=times.real_median,
        real_p90=times.real_p90,
        promised_median=times.promised_median,
        legal_median=times.legal_median,
    )


def _days(found: Statistics) -> tuple[DayFigures, ...]:
    """Every day of the month up to the day of counting, also those on which nobody came."""
    by_day = {line.key: line.figures for line in found.lines(By.TIME)}
    shown = []
    for bucket in found.period.buckets(until=found.read_on):
        figures = by_day.get(bucket, NO_LINE.figures)
        numbers = (figures[Measure.RECEIVED].number, figures[Measure.DECIDED].number)
        shown.append(DayFigures(day=date.fromisoformat(bucket).day, received=numbers[0], decided=numbers[1]))
    return tuple(shown)


def _points(reader: CaseReader, found: Statistics) -> tuple[SupervisionPoint, ...]:
    """A line for each case and matter, matters in their order, cases as they came."""
    acts = {(act.measure, act.case_id): act for act in reversed(found.acts) if act.measure in MATTERS and act.case_id}
    wanted = sorted(acts.values(), key=lambda act: (MATTERS.index(act.measure), act.day, act.case_id))
    rows = {row.case_id: row for row in reader.case_rows(tuple({act.case_id for act in wanted}))}
    return tuple(
        SupervisionPoint(
            matter=word(act.measure),
            case_number=rows[act.case_id].case_number,
            item_name=rows[act.case_id].item_name,
            who=_who(found.clerk_names, act),
            due_on=found.overdue_since.get(act.case_id) if act.measure is Measure.OVERDUE else None,
        )
        for act in wanted
        if act.case_id in rows
    )


def _who(names: Mapping[str, str], act: Act) -> str:
    return names.get(clerk_key(act.window, act.clerk), act.clerk)
