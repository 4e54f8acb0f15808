"""Statistics by keyboard: sheets, periods, rows; every figure opens its cases, Esc goes back to it."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from desktop.domain.checklist import MaterialState as S
from desktop.domain.course_way import Ruling
from desktop.domain.difficulty import Report
from desktop.domain.outcome import Outcome
from desktop.domain.papers_course import Count, Tally
from desktop.domain.papers_report import SupervisionReport
from desktop.domain.statistics import By, Measure, Period, Span
from desktop.messages import word
from desktop.services import course, difficulties, print_jobs, statistics
from tests.builders import COMPLETE, MONDAY
from tests.ui.case_fixtures import Hall, behind, clock, hall, press, published, until, visit  # noqa: F401
from tests.ui.conftest import activate, settle
from ui import appearance
from ui.dialogs import print_file
from ui.pages import statistics_presenter as presenter
from ui.pages.page import Goto
from ui.pages.statistics_chart import DPI, picture
from ui.pages.statistics_page import StatisticsPage
from ui.pages.statistics_presenter import COLUMNS, Part
from ui.theme import DARK, LIGHT

ENTER, ESC, DOWN, RIGHT = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Right
ALT = Qt.KeyboardModifier.AltModifier
M = Measure


@pytest.fixture
def page(qtbot: Any, hall: Hall, visit: Any, dressed: Any) -> Callable[[], StatisticsPage]:  # noqa: F811
    """Shows the page with everything read and drawn."""

    def show() -> StatisticsPage:
        made = visit(StatisticsPage)
        activate(qtbot, made.window())
        until(qtbot, lambda: made.found is not None)
        drawn(qtbot, hall, made)
        assert isinstance(made, StatisticsPage)
        return made

    return show


def drawn(qtbot: Any, hall: Hall, page: StatisticsPage) -> None:  # noqa: F811
    settle(qtbot, hall)
    until(qtbot, lambda: bool(page.picture.text()) or not page.picture.pixmap().isNull())


def november(hall: Hall) -> None:  # noqa: F811
    """Two accepted, one of them decided; one to be corrected."""
    hall.take_in(states={**COMPLETE, "m2": S.SHARED})
    accepted = hall.take_in()
    hall.take_in(Outcome.REQUEST_CORRECTION, states={**COMPLETE, "m3": S.MISSING})
    hall.clock.moment += timedelta(days=2)
    with hall.counter.store.write(hall.session) as uow:
        ruling = Ruling(is_granted=True, examiners=("甲", "乙"))
        course.decide_case(uow, hall.session, accepted.case_id, ruling, today=hall.clock.today())


def figure(page: StatisticsPage, row: int, column: Measure | presenter.Days) -> str:
    place = COLUMNS[page.part].index(column) + 1
    return str(page.table.figures.index(row, place).data())


def test_m23_the_total_stands_above_its_rows_and_says_how_it_adds_up(hall, page):  # noqa: F811
    november(hall)

    shown = page()

    assert [figure(shown, row, M.RECEIVED) for row in range(2)] == ["3", "3"]
    assert (figure(shown, 0, M.ACCEPTED), figure(shown, 0, M.DECIDED)) == ("2", "1")
    assert shown.sum_line.text() == "收件 3 = 待补正 1 + 已受理 1 + 已作决定 1"
    assert shown.table.hasFocus()


def test_m23_enter_on_a_figure_lists_its_cases_and_esc_goes_back_to_it(qtbot, hall, page):  # noqa: F811
    november(hall)
    shown = page()
    asked: list[Goto] = []
    shown.navigate.connect(asked.append)

    press(qtbot, shown, RIGHT)  # from received to accepted
    press(qtbot, shown, ENTER)
    settle(qtbot, hall)
    assert shown.behind.card.title.text() == "2026年11月 · 合计 · 受理"
    assert shown.behind.model.rowCount() == 2
    press(qtbot, shown, ENTER)
    assert asked == [Goto("case", "01234567-89ab-7def-8123-000000000001")]

    press(qtbot, shown, ESC)
    assert shown.stack.currentIndex() == 0
    assert shown.table.hasFocus()
    assert shown.table.currentIndex().column() == 2


def test_a_figure_of_nothing_opens_nothing(qtbot, hall, page):  # noqa: F811
    shown = page()

    press(qtbot, shown, ENTER)

    assert shown.stack.currentIndex() == 0


def test_2_shows_days_and_3_what_was_spared(qtbot, hall, page):  # noqa: F811
    november(hall)
    shown = page()

    press(qtbot, shown, Qt.Key.Key_2)
    assert figure(shown, 0, M.ON_TIME) == "1"
    days = [figure(shown, 0, days) for days in presenter.Days]
    assert days == ["2", "2", "5", "20"]  # Monday to Wednesday; five promised, twenty by law

    press(qtbot, shown, Qt.Key.Key_3)
    assert (figure(shown, 0, M.SAVED), figure(shown, 0, M.CORRECTIONS)) == ("1", "1")
    assert shown.choice.parts[Part.SERVICE].isChecked()


def test_by_time_every_day_up_to_today_has_a_row(qtbot, hall, page):  # noqa: F811
    november(hall)  # ends on Wednesday the 4th
    shown = page()

    press(qtbot, shown, Qt.Key.Key_7, ALT)
    until(qtbot, lambda: shown.by is By.TIME)

    names = [shown.table.figures.index(row, 0).data() for row in range(shown.table.figures.rowCount())]
    assert names == ["合计", "2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"]
    assert [figure(shown, row, M.RECEIVED) for row in range(5)] == ["3", "0", "3", "0", "0"]


def test_page_up_shows_the_month_before_and_page_down_comes_back_but_not_into_the_future(qtbot, hall, page):  # noqa: F811
    november(hall)
    shown = page()

    press(qtbot, shown, Qt.Key.Key_PageUp)
    settle(qtbot, hall)
    assert shown.choice.period.text() == "2026年10月"
    assert figure(shown, 0, M.RECEIVED) == "0"
    for _ in range(2):
        press(qtbot, shown, Qt.Key.Key_PageDown)
        settle(qtbot, hall)
    assert shown.choice.period.text() == "2026年11月"
    assert not shown.choice.on.isEnabled()


def test_day_and_year_are_those_of_the_month_in_view(qtbot, hall, page):  # noqa: F811
    november(hall)
    shown = page()

    press(qtbot, shown, Qt.Key.Key_1, ALT)
    until(qtbot, lambda: shown.period.span is Span.DAY)
    settle(qtbot, hall)
    assert (shown.choice.period.text(), figure(shown, 0, M.DECIDED)) == ("2026年11月4日", "1")
    press(qtbot, shown, Qt.Key.Key_3, ALT)
    until(qtbot, lambda: shown.period.span is Span.YEAR)
    settle(qtbot, hall)
    assert (shown.choice.period.text(), figure(shown, 0, M.RECEIVED)) == ("2026年", "3")


def test_what_is_taken_in_while_the_page_is_open_is_counted(qtbot, hall, page):  # noqa: F811
    shown = page()

    taken = hall.take_in()
    shown.changed(taken.changes)
    settle(qtbot, hall)

    assert figure(shown, 0, M.RECEIVED) == "1"


def test_the_book_has_every_sheet_with_numbers_that_can_be_added_up(qtbot, hall, page, tmp_path, monkeypatch):  # noqa: F811
    november(hall)
    shown = page()
    path = tmp_path / "book.xlsx"
    monkeypatch.setattr(print_file, "ask", lambda _dialog, answer: answer(str(path)))

    press(qtbot, shown, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, path.exists)

    book = load_workbook(path)
    assert book.sheetnames == ["办件", "时限", "服务"]
    rows = list(book["办件"].iter_rows(values_only=True))
    assert rows[0][:3] == ("事项", "收件", "受理")
    assert rows[1][:3] == ("合计", 3, 2)
    assert rows[2][0] == "林木采伐许可（示例）"


def test_a_book_that_cannot_be_written_is_said(qtbot, hall, page, tmp_path, monkeypatch):  # noqa: F811
    shown = page()
    said: list[Any] = []
    shown.notice.connect(said.append)
    monkeypatch.setattr(print_file, "ask", lambda _dialog, answer: answer(str(Path(tmp_path) / "none" / "book.xlsx")))

    shown.export.click()
    settle(qtbot, hall)

    assert said[-1].tone == "bad"


def test_what_does_not_add_up_is_said_as_unequal():
    tally = Tally(whole=Count(name="收件", number=3), parts=(Count(name="已受理", number=2),))

    assert presenter.reconciliation(tally) == "收件 3 ≠ 已受理 2"


def test_every_measure_is_shown_somewhere_and_has_its_words():
    shown = {column for columns in COLUMNS.values() for column in columns}

    assert set(Measure) <= shown
    for language in ("zh", "en"):
        assert all(word(member, language) for member in (*Measure, *By, *Span))
        assert all(presenter.heading(column, language) for column in shown)


def test_the_chart_of_days_leaves_out_what_was_not_decided(hall):  # noqa: F811
    november(hall)
    with hall.counter.store.read() as reader:
        found = statistics.read(reader, Period.around(MONDAY, Span.MONTH), today=date(2026, 11, 4))

    by_clerk = presenter.chart(found, Part.TIME, By.CLERK, "zh")
    by_time = presenter.chart(found, Part.CASES, By.TIME, "zh")

    assert by_clerk.series == (("实际天数", (2,)), ("承诺天数", (5,)), ("法定天数", (20,)))
    assert by_time.categories == ("1", "2", "3", "4")
    assert by_time.series[0] == ("收件", (0, 3, 0, 0))


def test_m26_f9_issues_the_report_of_the_month_and_lays_it_on_the_printing_desk(qtbot, hall, page, monkeypatch):  # noqa: F811
    november(hall)
    shown = page()
    opened: list[Any] = []
    monkeypatch.setattr(hall.context.printer, "open_papers", opened.append)

    press(qtbot, shown, Qt.Key.Key_F9)
    until(qtbot, lambda: bool(opened))

    with hall.counter.store.read() as reader:
        report = reader.paper(opened[0][0])
    assert isinstance(report, SupervisionReport)
    assert (report.period, report.total.received) == ("2026年11月", 3)


def test_the_cases_behind_a_figure_are_saved_as_a_spreadsheet_too(qtbot, hall, page, tmp_path, monkeypatch):  # noqa: F811
    november(hall)
    shown = page()
    path = tmp_path / "cases.xlsx"
    monkeypatch.setattr(print_file, "ask", lambda _dialog, answer: answer(str(path)))
    press(qtbot, shown, ENTER)
    until(qtbot, lambda: shown.behind.model.rowCount() == 3)

    press(qtbot, shown, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, path.exists)

    rows = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
    assert (rows[0][0], len(rows)) == ("编号", 4)


def test_the_navigation_fits_a_screen_of_768_with_the_largest_text(window, dressed, hall):  # noqa: F811
    hall.context.settings_store.changed.connect(lambda: appearance.apply(dressed, hall.context.settings))

    hall.context.settings_store.change(percent=150)

    assert window.rail.minimumSizeHint().height() <= 768
    hall.context.settings_store.change(percent=100)


def test_m23_enter_on_the_difficulties_lists_them_and_opens_one(qtbot, hall, page):  # noqa: F811
    with hall.counter.store.write(hall.session) as uow:
        stuck = Report(stuck="户口迁不进来", name="王示例")
        number = difficulties.report(uow, hall.session, stuck, today=hall.clock.today()).papers[0]
    shown = page()
    asked: list[Goto] = []
    shown.navigate.connect(asked.append)
    press(qtbot, shown, Qt.Key.Key_3)
    for _ in range(COLUMNS[Part.SERVICE].index(M.DIFFICULTIES)):
        press(qtbot, shown, RIGHT)

    press(qtbot, shown, ENTER)
    until(qtbot, lambda: shown.behind.model.rowCount() == 1)
    assert [line.code for line in shown.behind.found] == [number]
    press(qtbot, shown, ENTER)
    assert asked == [Goto("difficulties", number)]


def test_m26_enter_on_a_reprint_of_no_case_shows_the_paper(qtbot, hall, page, monkeypatch):  # noqa: F811
    with hall.counter.store.write(hall.session) as uow:
        slip = difficulties.report(uow, hall.session, Report(stuck="难事"), today=hall.clock.today()).papers[0]
        print_jobs.confirmed(uow, slip, print_jobs.queue(uow, slip, device="file:x"))
        print_jobs.queue(uow, slip, device="file:x", reason="污损")
    shown = page()
    opened: list[Any] = []
    monkeypatch.setattr(hall.context.printer, "open_papers", opened.append)
    press(qtbot, shown, Qt.Key.Key_3)
    for _ in range(COLUMNS[Part.SERVICE].index(M.REPRINTS)):
        press(qtbot, shown, RIGHT)

    press(qtbot, shown, ENTER)
    until(qtbot, lambda: shown.behind.model.rowCount() == 1)
    press(qtbot, shown, ENTER)

    assert opened == [(slip,)]


def test_m23_of_a_month_that_is_over_the_page_says_how_its_cases_stood_then(qtbot, hall, page):  # noqa: F811
    november(hall)
    hall.clock.moment += timedelta(days=30)
    shown = page()

    press(qtbot, shown, Qt.Key.Key_PageUp)
    settle(qtbot, hall)

    assert shown.sum_line.text().startswith("收件 3 = 待补正 1 + 已受理 1 + 已作决定 1")
    assert "2026-11-30" in shown.sum_line.text()


def test_in_the_dark_look_the_drawing_is_light_on_the_surface_of_the_page(qtbot, hall, page, dressed):  # noqa: F811
    november(hall)
    shown = page()
    paper = shown.picture.pixmap().toImage()

    hall.context.settings_store.change(theme="dark")
    appearance.apply(dressed, hall.context.settings)
    until(qtbot, lambda: shown.picture.pixmap().toImage() != paper)

    dark = shown.picture.pixmap().toImage()
    assert paper.pixelColor(1, 1).name().upper() == LIGHT.surface
    assert dark.pixelColor(1, 1).name().upper() == DARK.surface
    assert max(dark.pixelColor(x, y).lightness() for x in range(dark.width()) for y in range(40)) > 200  # its letters


def test_where_there_is_nothing_to_draw_the_chart_says_so(qtbot, hall, page):  # noqa: F811
    hall.take_in()
    shown = page()

    press(qtbot, shown, Qt.Key.Key_2)  # days: nothing has been decided

    assert shown.picture.pixmap().isNull()
    assert shown.picture.text() == "这一期没有可画的数字。"


def test_the_days_fit_the_screen_beside_the_navigation_at_125_percent(qtbot, hall, page, dressed):  # noqa: F811
    november(hall)
    shown = page()
    hall.context.settings_store.change(percent=125)
    appearance.apply(dressed, hall.context.settings)
    shown.resize(1366 - 118, 640)

    press(qtbot, shown, Qt.Key.Key_2)

    assert shown.table.horizontalScrollBar().maximum() == 0


def test_the_letters_of_the_chart_grow_with_the_text_and_it_keeps_to_its_room():
    chart = presenter.Chart("办理天数", ("甲",), (("实际天数", (2,)),), is_upright=False)
    room = QSize(1000, 220)

    usual, large = picture(chart, room=room), picture(chart, room=room, dpi=DPI * 1.5)

    assert _ink_px(large) > 1.3 * _ink_px(usual)
    assert all(abs(image.width() - room.width()) <= 2 and image.height() <= room.height() for image in (usual, large))


def _ink_px(image: QImage) -> int:
    """Height of the first line of letters, in pixels."""
    rows = [any(image.pixelColor(x, y).lightness() < 100 for x in range(200)) for y in range(image.height())]
    first = rows.index(True)
    return rows.index(False, first) - first
