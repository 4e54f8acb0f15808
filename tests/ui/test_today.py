"""Today: what is due first stands first, drafts go on with Enter, the counts are those of the day."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.domain import papers
from desktop.domain.deadline import Lamp
from desktop.domain.outcome import Outcome
from desktop.services import drafts
from desktop.services.intake_form import IntakeForm
from tests.builders import CALENDAR
from tests.ui.case_fixtures import Hall, clock, hall, published, until  # noqa: F401 - fixtures
from tests.ui.conftest import settle
from ui.pages.page import Goto
from ui.pages.today_page import TodayPage
from ui.pages.today_presenter import Hint, open_row

ENTER = Qt.Key.Key_Return


def save_draft(hall: Hall, draft_id: str = "d1", name: str = "李示例") -> None:  # noqa: F811
    with hall.counter.store.write(hall.session) as uow:
        form = IntakeForm(case_id=draft_id, item_code="L1", name=name)
        drafts.save(uow, hall.session, form, field="phone", at=hall.clock.now())


@pytest.fixture
def today(qtbot: Any, window: Any, hall: Hall) -> Any:  # noqa: F811
    """Opens Today again, everything read."""

    def show() -> TodayPage:
        window.goto(Goto("today"))
        settle(qtbot, hall)
        page = window.page
        assert isinstance(page, TodayPage)
        return page

    return show


def rows(card):
    return [button for button in card.findChildren(QPushButton) if not button.isHidden()]


def test_an_empty_day_teaches_how_to_begin(today):
    page = today()

    assert page.cases.stack.currentIndex() == 0
    assert "F2" in page.cases.empty_title.text()
    assert page.new_intake.hasFocus()


def test_what_was_taken_in_is_counted_and_listed(hall, today):  # noqa: F811
    hall.take_in()

    page = today()

    assert page._figures["received"].text() == "1"
    assert page._figures["accepted"].text() == "1"
    assert page.cases.model.rowCount() == 1
    assert page.cases.model.index(0, 2).data() == "王示例"
    assert len(rows(page.papers)) == 1


def test_the_lamp_counts_working_days_and_has_a_word(hall, today):  # noqa: F811
    hall.take_in()
    page = today()

    cell = page.cases.model.index(0, 0)

    assert cell.data().startswith("● 剩")
    assert cell.data(page.cases.model.TONE_ROLE) == "green"


@pytest.mark.parametrize(
    ("days_later", "lamp", "word"),
    [(0, Lamp.GREEN, "剩"), (200, Lamp.RED, "超期")],
)
def test_a_day_that_passed_is_red(hall, today, days_later, lamp, word):  # noqa: F811
    hall.take_in()
    with hall.counter.store.read() as reader:
        (case,) = reader.open_cases()
    day = hall.clock.today() + timedelta(days=days_later)

    # The calendar of the year after is not known: no lamp is guessed.
    row = open_row(case, today=day if day.year == 2026 else case.due_on + timedelta(days=1), calendar=CALENDAR)

    assert row.lamp is lamp
    assert word in today().cases._due_text(row)


def test_without_a_calendar_there_is_a_date_and_no_lamp(hall, today):  # noqa: F811
    hall.take_in()
    with hall.counter.store.read() as reader:
        (case,) = reader.open_cases()
    far = case.due_on.replace(year=2031)

    row = open_row(_due(case, far), today=hall.clock.today(), calendar=CALENDAR)

    assert row.lamp is None
    assert today().cases._due_text(row) == far.isoformat()


def _due(case, day):
    from dataclasses import replace

    return replace(case, due_on=day)


def test_enter_goes_on_with_the_draft(qtbot, window, hall, today):  # noqa: F811
    save_draft(hall)
    page = today()
    asked: list[Goto] = []
    page.navigate.connect(asked.append)
    (draft,) = rows(page.drafts)
    assert draft.hasFocus()
    assert "李示例" in draft.text()

    qtbot.keyClick(draft, ENTER)
    settle(qtbot, hall)

    assert asked == [Goto("intake", "d1")]


def test_the_lead_sees_the_drafts_of_colleagues_and_a_clerk_only_their_own(qtbot, window, hall, other_clerk, today):  # noqa: F811
    save_draft(hall)
    assert len(rows(today().drafts)) == 1

    window.begin_session(type(hall.session)(clerk=other_clerk, window="02"))
    settle(qtbot, hall)

    assert rows(window.page.drafts) == []


def test_of_a_colleagues_draft_the_time_stands_on_a_line_of_its_own_and_is_not_cut(hall, other_clerk, today):  # noqa: F811
    form = IntakeForm(case_id="d1", item_code="L1", name="")
    colleague = type(hall.session)(clerk=other_clerk, window="02")
    with hall.counter.store.write(colleague) as uow:
        drafts.save(uow, colleague, form, field="phone", at=hall.clock.now())

    (draft,) = rows(today().drafts)

    assert draft.text().count("\n") == 2
    assert all(draft.fontMetrics().horizontalAdvance(line) <= draft.width() for line in draft.text().splitlines())


def test_no_more_than_three_stand_on_the_page_and_the_number_is_told(hall, today):  # noqa: F811
    for number in range(5):
        save_draft(hall, f"d{number}")

    page = today()

    assert len(rows(page.drafts)) == 3
    assert page.drafts.count.text() == "共5份"


def test_enter_on_a_case_opens_it(qtbot, window, hall, today):  # noqa: F811
    taken = hall.take_in(Outcome.ACCEPT)
    page = today()
    asked: list[Goto] = []
    page.navigate.connect(asked.append)

    page.cases.table.setFocus()
    qtbot.keyClick(page.cases.table, ENTER)
    settle(qtbot, hall)

    assert asked == [Goto("case", taken.case_id)]


def test_in_november_the_calendar_of_next_year_is_asked_for(hall, window, today):  # noqa: F811
    page = today()

    (button,) = [b for b in page.findChildren(QPushButton) if b.objectName() == f"hint_{Hint.NEXT_YEAR.value}"]
    button.click()

    assert window._now == "settings"
    assert window.page.stack.currentWidget() is window.page.section("calendar")


def test_a_clock_that_was_set_back_is_told_before_a_paper_bears_a_wrong_date(hall, today):  # noqa: F811
    hall.take_in()
    assert today().findChild(QLabel, "clockBehind") is None

    hall.clock.moment -= timedelta(days=365)
    page = today()

    line = page.findChild(QLabel, "clockBehind")
    assert line is not None
    assert "2026-11-02" in line.text() or "2026年11月2日" in line.text()


def test_an_action_elsewhere_is_seen_at_once(qtbot, window, hall, today):  # noqa: F811
    page = today()
    taken = hall.take_in()

    window.spread(taken.changes)
    settle(qtbot, hall)

    assert page._figures["received"].text() == "1"


def test_f2_on_today_begins_an_intake(qtbot, window, hall, today):  # noqa: F811
    today()

    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    until(qtbot, lambda: window._now == "intake")
    settle(qtbot, hall)


def test_f9_issues_the_end_of_day_sheet_and_lays_it_on_the_desk(qtbot, window, hall, today):  # noqa: F811
    hall.take_in()
    today()

    qtbot.keyClick(window, Qt.Key.Key_F9)

    until(qtbot, lambda: window.context.printer.dialog is not None)
    number = window.context.printer.dialog.flow.view.number
    with hall.counter.store.read() as reader:
        sheet = reader.paper(number)
    assert papers.title(sheet) == "交班单"
    assert sheet.tallies[0].difference == 0
    until(qtbot, lambda: window.context.printer.dialog.view.page_count > 0)
