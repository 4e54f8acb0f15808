"""M23: behind every figure stands a list that is as long as it says; spreadsheet and printed report say the same."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.clock import HALL_ZONE, FixedClock
from desktop.demo import hall as demo
from desktop.demo import people
from desktop.domain import events as ev
from desktop.domain.case import Case
from desktop.domain.checklist import MaterialState
from desktop.domain.course_way import Delivery, Ruling
from desktop.domain.difficulty import Report
from desktop.domain.outcome import Outcome
from desktop.domain.papers_report import SupervisionLine, SupervisionReport
from desktop.domain.people import Session
from desktop.domain.rating import RatingLevel
from desktop.domain.regime import Incomplete
from desktop.domain.statistics import By, Measure, Period, Span
from desktop.ports import CaseReader
from desktop.services import amendments, course, difficulties, intake, print_jobs, ratings, statistics
from desktop.services.amendments import Amendment
from desktop.services.calendar import work_calendar
from desktop.services.statistics import Statistics
from desktop.services.supervision import supervision_report
from printing.render import render
from tests.printing.paper_reading import text_of
from ui.pages import statistics_presenter as presenter
from ui.pages.spreadsheet import Sheet, write_book
from ui.pages.statistics_behind_presenter import behind
from ui.pages.statistics_presenter import COLUMNS, Part

M = Measure
SESSION = Session(clerk=demo.CLERK, window="02")
TODAY = date(2026, 11, 30)
COUNTS_SEVERAL = {M.SAVED}  # materials: a line of the list is a case, with how many of them


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    """The demonstration hall at the end of a month in which everything that is counted has happened."""
    profile = tmp_path_factory.mktemp("demo") / "window"
    demo.make(profile)
    clock = FixedClock(datetime(2026, 11, 9, 9, tzinfo=HALL_ZONE))
    counter, _session = bootstrap.open_profile(
        profile, clerk_id=demo.LEAD.clerk_id, password=demo.PASSWORD, clock=clock
    )
    Month(counter, clock).live()
    yield counter
    counter.close()


class Month:
    """What the clerks of the demonstration hall do with their cases, the whole month."""

    def __init__(self, counter: Counter, clock: FixedClock) -> None:
        self.counter, self.clock = counter, clock

    def live(self) -> None:
        self.one_thing_after_the_other()
        self.clock.moment += timedelta(days=7)
        self.some_are_late()

    def one_thing_after_the_other(self) -> None:
        done = self.take(people.LU, "林木采伐许可证核发", Outcome.ACCEPT)
        saved = self.take(people.NONG, "生育登记", Outcome.ACCEPT, dict.fromkeys((1, 2), MaterialState.SHARED))
        owing = self.take(people.MO, "临时救助审核确认", Outcome.REQUEST_CORRECTION, {0: MaterialState.MISSING})
        with self.counter.store.write(SESSION) as uow:
            course.decide_case(uow, SESSION, done, Ruling(is_granted=True, examiners=("甲", "乙")), today=self.today)
            course.deliver(uow, SESSION, done, Delivery(method="窗口自取", recipient="示例"), today=self.today)
            amendment = Amendment("applicant.phone", "13900000009", "号码少写一位")
            amendments.amend(uow, SESSION, saved, amendment, today=self.today)
            number = difficulties.report(uow, SESSION, Report(stuck="示例难事", name="示例"), today=self.today).papers[
                0
            ]
            for of in (number, self.case(uow, done).papers[0].number):
                first = print_jobs.queue(uow, of, device="示例打印机")
                print_jobs.confirmed(uow, of, first)
                print_jobs.queue(uow, of, device="示例打印机", reason="污损")
            again = ev.CorrectionRequested(
                requested_on=self.today,
                rows=self.case(uow, owing).rows[:1],
                notice_no=2,
                consequence=self.consequence(uow, owing),
                repeat_reason="示例",
            )
            uow.record([again], case_id=owing)
            row = again.rows[0]
            came = [ev.SuppliedMaterial(code=row.code, name=row.name, state=MaterialState.COMPLETE)]
            course.supply_correction(uow, SESSION, owing, came, today=self.today)
        self.rate(done, RatingLevel.VERY_DISSATISFIED)
        self.rate(done, RatingLevel.SATISFIED)

    def some_are_late(self) -> None:
        with self.counter.store.read() as reader:
            open_cases = [row.case_id for row in reader.open_cases() if row.state == "accepted"]
        with self.counter.store.write(SESSION) as uow:
            course.withdraw(uow, SESSION, open_cases[0], reason="示例", today=self.today)
        self.clock.moment = datetime(2026, 11, 30, 15, tzinfo=HALL_ZONE)

    @property
    def today(self) -> date:
        return self.clock.today()

    def case(self, reader: CaseReader, case_id: str) -> Case:
        found = reader.case(case_id)
        assert found is not None
        return found

    def consequence(self, reader: CaseReader, case_id: str) -> Incomplete:
        events = [line.event for line in reader.lines_of(case_id)]
        return next(event.consequence for event in events if isinstance(event, ev.CorrectionRequested))

    def take(
        self, person: people.Person, item: str, outcome: Outcome, states: dict[int, MaterialState] | None = None
    ) -> str:
        with self.counter.store.write(SESSION) as uow:
            catalogue = uow.catalogue_in_force(self.today)
            assert catalogue is not None
            past = demo.Past(person, item, 0, states or {}, outcome)
            form = demo.form_of(uow.new_id(), demo.find(catalogue, item), past)
            return intake.take_in(uow, SESSION, form, today=self.today).case_id

    def rate(self, case_id: str, level: RatingLevel) -> None:
        with self.counter.store.read() as reader:
            turn = ratings.begin_turn(reader, SESSION, case_id)
        with self.counter.store.write(None) as uow:
            ratings.rate_on_screen(uow, turn, level, today=self.today)


def read(counter: Counter, period: Period) -> Statistics:
    with counter.store.read() as reader:
        return statistics.read(reader, period, today=TODAY)


PERIODS = [Period.around(TODAY, Span.MONTH), Period.around(date(2026, 11, 9), Span.DAY)]


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.span.value)
@pytest.mark.parametrize("by", By)
def test_m23_the_list_behind_every_figure_is_as_long_as_it_says(busy: Counter, period: Period, by: By):
    found = read(busy, period)

    with busy.store.read() as reader:
        calendar = work_calendar(reader, TODAY)
        for part in Part:
            for row in presenter.rows(found, part, by, total="合计", language="zh"):
                for cell in row.cells:
                    lines = behind(reader, cell.acts, today=TODAY, calendar=calendar, language="zh")
                    if not isinstance(cell.column, Measure):
                        continue
                    assert sum(line.number for line in lines) == cell.number, (row.name, cell.column)
                    if cell.column not in COUNTS_SEVERAL:
                        assert len(lines) == cell.number, (row.name, cell.column)
                    assert all(line.code and line.key for line in lines)


def test_m23_the_month_has_something_of_nearly_every_figure(busy: Counter):
    figures = read(busy, PERIODS[0]).total.figures

    empty = {measure for measure in Measure if not figures[measure].number}
    assert empty <= {M.REFUSED, M.NOT_REQUIRED, M.RETURNED, M.FORWARDED, M.EXTENDED, M.ENTITIES, M.LATE, M.NO_LIMIT}
    assert (figures[M.DIFFICULTIES].number, figures[M.REPRINTS].number, figures[M.SECOND_NOTICES].number) == (1, 2, 1)


def test_m23_the_spreadsheet_has_the_numbers_of_the_page(busy: Counter, tmp_path: Path):
    found = read(busy, PERIODS[0])
    shown = {part: presenter.rows(found, part, By.ITEM, total="合计", language="zh") for part in Part}

    sheets = [
        Sheet(part.name, ["", *(str(column) for column in COLUMNS[part])], presenter.sheet_rows(rows), [10])
        for part, rows in shown.items()
    ]
    write_book(tmp_path / "book.xlsx", sheets)

    book = load_workbook(tmp_path / "book.xlsx")
    for part, rows in shown.items():
        written = list(book[part.name].iter_rows(min_row=2, values_only=True))
        assert [tuple(row[1:]) for row in written] == [tuple(cell.number for cell in row.cells) for row in rows]
        assert [row[0] for row in written] == [row.name for row in rows]


def test_m26_the_printed_report_has_the_numbers_of_the_page(busy: Counter):
    found = read(busy, PERIODS[0])

    with busy.store.write(SESSION) as uow:
        number = supervision_report(uow, SESSION, month=TODAY, today=TODAY).papers[0]
        paper = uow.paper(number)
    assert isinstance(paper, SupervisionReport)

    lines = {"合计": found.total} | {line.name: line for line in found.lines(By.CLERK)}
    for line in (paper.total, *paper.clerks):
        figures = lines[line.name].figures
        assert _numbers(line) == tuple(figures[measure].number for measure in _REPORTED)
    printed = text_of(render(paper)).replace("\n", " ")
    assert all(str(number) in printed for line in (paper.total, *paper.clerks) for number in _numbers(line))
    assert paper.tallies[0].whole.number == found.total.figures[M.RECEIVED].number
    assert [(day.day, day.received) for day in paper.days if day.received] == [
        (int(line.key[-2:]), line.figures[M.RECEIVED].number)
        for line in found.lines(By.TIME)
        if line.figures[M.RECEIVED].number
    ]


_REPORTED = (M.RECEIVED, M.DECIDED, M.OVERDUE, M.SECOND_NOTICES, M.BAD_RATINGS, M.REPRINTS, M.AMENDMENTS)


def _numbers(line: SupervisionLine) -> tuple[int, ...]:
    return (
        line.received,
        line.decided,
        line.overdue,
        line.second_notices,
        line.bad_ratings,
        line.reprints,
        line.amendments or 0,
    )
