"""The list of cases by real keys over a real encrypted store."""

from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.domain.checklist import MaterialState
from desktop.domain.outcome import Outcome
from desktop.ports import Changes
from tests.builders import COMPLETE, OTHER_ID, catalogue, item
from tests.ui.case_fixtures import behind, clock, hall, press, until, visit
from ui.dialogs import print_file
from ui.pages import cases_presenter
from ui.pages.cases_page import CasesPage

__all__ = ["behind", "clock", "hall", "visit"]

Alt, Control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MISSING = {**COMPLETE, "m1": MaterialState.MISSING}


@pytest.fixture
def published():
    return catalogue(item(), item(code="L2", name="临时救助（示例）", questions=()))


@pytest.fixture
def three(hall):
    """A known person, one with another number and phone, and one with a rare character who has to correct."""
    hall.take_in()
    hall.take_in(name="欧阳示范", id_number=OTHER_ID, phone="13911112222", item_code="L2", answers={})
    hall.take_in(Outcome.REQUEST_CORRECTION, name="王𬭳", states=MISSING)
    return hall


def names(page):
    return [line.row.applicant_name for line in page.model.rows()]


def shows(qtbot, page, expected):
    until(qtbot, lambda: not page.search.is_busy and names(page) == expected)


def test_the_newest_case_is_on_top_and_under_the_bar(qtbot, three, visit):
    page = visit(CasesPage)

    shows(qtbot, page, ["王𬭳", "欧阳示范", "王示例"])
    assert page.current().row.applicant_name == "王𬭳"
    assert page.entry.hasFocus()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("示范", ["欧阳示范"]),
        ("010012", ["欧阳示范"]),  # four digits might also end a case number: its check character is drawn anew
        ("2222", ["欧阳示范"]),
        ("oysf", ["欧阳示范"]),
        ("王", ["王𬭳", "王示例"]),
        ("𬭳", ["王𬭳"]),
        ("临时救助", ["欧阳示范"]),
        ("450000101", ["王𬭳", "欧阳示范", "王示例"]),
        ("欧阳 临时", ["欧阳示范"]),
        ("没有这个人", []),
    ],
)
def test_a_case_is_found_by_any_part(qtbot, three, visit, typed, found):
    page = visit(CasesPage)

    page.entry.setText(typed)  # as an input method commits it

    shows(qtbot, page, found)


def test_a_case_is_found_by_its_whole_number(qtbot, three, visit):
    page = visit(CasesPage)
    shows(qtbot, page, ["王𬭳", "欧阳示范", "王示例"])
    number = page.model.rows()[1].row.case_number

    qtbot.keyClicks(page.entry, number)

    shows(qtbot, page, ["欧阳示范"])


@pytest.mark.parametrize(
    "garbage", ['"', "'", '" OR 1=1 --', "*", "NEAR(", "name:", "^", "(", "\\", "%_", "- - -", "\t\x00", "AND", "🙂"]
)
def test_garbage_and_quotes_find_nothing_and_raise_nothing(qtbot, three, visit, garbage):
    page = visit(CasesPage)
    problems: list[Any] = []
    page.search.failed.connect(problems.append)

    page.entry.setText(garbage)
    until(qtbot, lambda: not page.search.is_busy)

    assert problems == []


def test_typing_fast_asks_only_what_was_typed_last(qtbot, three, visit):
    page = visit(CasesPage)
    until(qtbot, lambda: not page.search.is_busy)
    before = page.search.asked

    qtbot.keyClicks(page.entry, "13911112222")  # no event loop between the keys

    shows(qtbot, page, ["欧阳示范"])
    assert page.search.asked - before <= 11
    assert page.question.text == "13911112222"


def test_an_answer_to_an_older_question_is_dropped(qtbot, three, visit):
    page = visit(CasesPage)
    until(qtbot, lambda: not page.search.is_busy)
    answers: list[Any] = []
    page.search.answered.connect(answers.append)

    page.entry.setText("王")
    page.entry.setText("王示")
    page.entry.setText("示范")
    shows(qtbot, page, ["欧阳示范"])

    assert [answer.question.text for answer in answers] == ["示范"]


def test_enter_opens_and_arrows_move_without_leaving_the_search(qtbot, three, visit):
    page = visit(CasesPage)
    shows(qtbot, page, ["王𬭳", "欧阳示范", "王示例"])
    asked: list[Any] = []
    page.navigate.connect(asked.append)

    press(qtbot, page, Qt.Key.Key_Down)
    press(qtbot, page, Qt.Key.Key_Return)

    assert page.entry.hasFocus()
    assert [(target.page, target.argument) for target in asked] == [("case", page.model.rows()[1].row.case_id)]


def test_enter_that_is_faster_than_the_search_opens_what_it_finds(qtbot, three, visit):
    page = visit(CasesPage)
    shows(qtbot, page, ["王𬭳", "欧阳示范", "王示例"])
    wanted = page.model.rows()[1].row.case_id

    with qtbot.waitSignal(page.navigate) as opened:
        page.entry.setText("欧阳")
        assert page.search.is_busy
        press(qtbot, page, Qt.Key.Key_Return)

    assert opened.args[0].argument == wanted


def test_ctrl_c_copies_the_number_of_the_case(qtbot, three, visit):
    page = visit(CasesPage)
    shows(qtbot, page, ["王𬭳", "欧阳示范", "王示例"])

    press(qtbot, page, Qt.Key.Key_C, Control)

    assert QGuiApplication.clipboard().text() == page.model.rows()[0].row.case_number


def test_filters_are_chosen_by_keys_and_stand_on_the_buttons(qtbot, three, visit):
    page = visit(CasesPage)
    until(qtbot, lambda: page.filters.has_choices)

    press(qtbot, page, Qt.Key.Key_1, Alt)
    press(qtbot, page, Qt.Key.Key_Down)
    press(qtbot, page, Qt.Key.Key_Return)

    shows(qtbot, page, ["王𬭳"])
    assert "待补正" in next(iter(page.filters.facets.values())).text()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.entry.hasFocus()
    press(qtbot, page, Qt.Key.Key_0, Alt)
    shows(qtbot, page, ["王𬭳", "欧阳示范", "王示例"])


def test_filters_of_item_window_year_and_open_ones_narrow_together(qtbot, three, visit):
    page = visit(CasesPage)
    until(qtbot, lambda: page.filters.has_choices)

    press(qtbot, page, Qt.Key.Key_3, Alt)
    qtbot.keyClicks(page.filters.panel.list.entry, "lsjz")
    press(qtbot, page, Qt.Key.Key_Return)
    shows(qtbot, page, ["欧阳示范"])
    press(qtbot, page, Qt.Key.Key_4, Alt)
    press(qtbot, page, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_5, Alt)
    until(qtbot, lambda: page.question.filters.is_open is True)  # a button is pressed for a moment before it acts
    shows(qtbot, page, ["欧阳示范"])
    press(qtbot, page, Qt.Key.Key_2, Alt)
    qtbot.keyClicks(page.filters.panel.list.entry, "07")
    press(qtbot, page, Qt.Key.Key_Return)

    shows(qtbot, page, [])
    filters = page.question.filters
    assert (filters.windows, filters.years, filters.is_open) == (frozenset({"07"}), frozenset({2026}), True)
    assert page.empty.text()


def test_older_cases_come_when_the_bar_reaches_the_end(qtbot, hall, visit, monkeypatch):
    monkeypatch.setattr("ui.pages.cases_search.PAGE", 3)
    for _ in range(7):
        hall.take_in()
    page = visit(CasesPage)
    until(qtbot, lambda: page.model.rowCount() >= 3)

    for _ in range(8):
        page.table.scrollToBottom()
        press(qtbot, page, Qt.Key.Key_Down)
        until(qtbot, lambda: not page.search.is_busy)

    until(qtbot, lambda: page.model.rowCount() == 7)
    numbers = [line.row.no for line in page.model.rows()]
    assert numbers == sorted(numbers, reverse=True)
    assert cases_presenter.PAGE == 60


def test_an_empty_counter_says_how_to_begin(qtbot, hall, visit):
    page = visit(CasesPage)

    until(qtbot, lambda: page.stack.currentIndex() == 1)

    assert "F2" in page.empty.text()
    press(qtbot, page, Qt.Key.Key_Return)  # nothing to open, nothing happens


def test_the_argument_of_a_visit_is_searched(qtbot, three, visit):
    page = visit(CasesPage, "示范")

    shows(qtbot, page, ["欧阳示范"])


def test_a_change_is_shown_and_the_bar_stays_on_its_case(qtbot, three, visit):
    page = visit(CasesPage)
    shows(qtbot, page, ["王𬭳", "欧阳示范", "王示例"])
    press(qtbot, page, Qt.Key.Key_Down)

    three.take_in(name="李示例")
    page.changed(Changes(cases=frozenset({"x"})))

    shows(qtbot, page, ["李示例", "王𬭳", "欧阳示范", "王示例"])
    assert page.current().row.applicant_name == "欧阳示范"


def test_the_list_is_saved_as_a_spreadsheet_of_text(qtbot, three, visit, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.pages.cases_search.PAGE", 2)
    target = tmp_path / "cases.xlsx"
    monkeypatch.setattr(print_file, "ask", lambda dialog, answer: answer(str(target)))
    page = visit(CasesPage)
    until(qtbot, lambda: not page.search.is_busy)
    said: list[Any] = []
    page.notice.connect(said.append)

    press(qtbot, page, Qt.Key.Key_E, Control)
    until(qtbot, lambda: any(notice.tone == "good" for notice in said))

    rows = list(openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True))
    assert [row[2] for row in rows[1:]] == ["王𬭳", "欧阳示范", "王示例"]
    assert rows[1][3] == "4500…0028"  # masked as on the screen
    assert all(isinstance(value, str) or value is None for row in rows for value in row)


def test_a_folder_that_cannot_be_written_is_said(qtbot, three, visit, tmp_path, monkeypatch):
    monkeypatch.setattr(print_file, "ask", lambda dialog, answer: answer(str(tmp_path / "none" / "cases.xlsx")))
    page = visit(CasesPage)
    said: list[Any] = []
    page.notice.connect(said.append)

    press(qtbot, page, Qt.Key.Key_E, Control)

    until(qtbot, lambda: any(notice.tone == "bad" for notice in said))
