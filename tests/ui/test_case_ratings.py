"""The tab of ratings: a paper form is printed and copied by keys, a bad one is followed up, and no key rates."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain import events as ev
from desktop.domain.case import Case
from desktop.domain.rating import RatingLevel
from desktop.services import forms, ratings
from tests.ui.case_fixtures import MORNING, Hall, behind, clock, hall, press, published, until, visit  # noqa: F401
from tests.ui.conftest import activate, settle
from ui.pages import case_ratings_presenter
from ui.pages.case_page import TABS, CasePage
from ui.pages.case_scans_presenter import materials
from ui.pages.page import Goto
from ui.pages.todo_page import TodoPage
from ui.pages.todo_presenter import TodoKind

ENTER, ALT = Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier
TODAY = MORNING.date()


def case_of(hall: Hall, case_id: str) -> Case:  # noqa: F811
    with hall.counter.store.read() as reader:
        found = reader.case(case_id)
    assert found is not None
    return found


def rate(hall: Hall, case_id: str, level: RatingLevel) -> None:  # noqa: F811
    with hall.counter.store.read() as reader:
        turn = ratings.begin_turn(reader, hall.session, case_id)
    with hall.counter.store.write(None) as uow:
        ratings.rate_on_screen(uow, turn, level, today=TODAY)


def show(qtbot: Any, hall: Hall, visit: Any, case_id: str) -> CasePage:  # noqa: F811
    page: CasePage = visit(CasePage, case_id)
    settle(qtbot, hall)
    activate(qtbot, page.window())
    press(qtbot, page, Qt.Key.Key_8, ALT)
    assert TABS[page.tabs.currentIndex()] == "ratings"
    return page


def answer(page: CasePage, **texts: str) -> None:
    panel = page.ratings.tab.actions_panel
    for key, text in texts.items():
        editor: Any = panel._fields[key].editor
        if hasattr(editor, "findData"):
            editor.setCurrentIndex(editor.findData(text))
        else:
            editor.setText(text)


def test_m22_a_paper_form_is_copied_by_keys_and_marked_so(qtbot, hall, visit, dressed):  # noqa: F811
    taken = hall.take_in()
    with hall.counter.store.write(hall.session) as uow:
        (number,) = forms.rating_sheet(uow, hall.session, taken.case_id, today=TODAY).papers
    page = show(qtbot, hall, visit, taken.case_id)

    press(qtbot, page, Qt.Key.Key_1)
    page.ratings.tab.actions_panel.go.click()
    settle(qtbot, hall)
    assert case_of(hall, taken.case_id).ratings == ()  # no level is filled in by itself
    answer(page, level=RatingLevel.DISSATISFIED.value, options="207、208", text="等了很久")
    page.ratings.tab.actions_panel.go.click()
    until(qtbot, lambda: bool(case_of(hall, taken.case_id).ratings))
    settle(qtbot, hall)

    (rated,) = case_of(hall, taken.case_id).ratings
    assert (rated.channel, rated.paper_number) == (ev.RatingChannel.PAPER, number)
    (view,) = case_ratings_presenter.views(case_of(hall, taken.case_id), "zh")
    assert view.head == "受理：不满意 · 纸质转录 · 2026-11-02"
    assert view.said == f"没有提供材料样本；没有提供材料清单；等了很久；{number}"
    assert (view.follow_up, view.tone) == ("差评，2026-11-09前核实回访", "red")


def test_m22_enter_pressed_again_prints_no_second_rating_form_and_the_digits_choose_again(
    qtbot,
    hall,  # noqa: F811
    visit,  # noqa: F811
    dressed,
    monkeypatch,
):
    taken = hall.take_in()
    page = show(qtbot, hall, visit, taken.case_id)
    monkeypatch.setattr(page.context.printer, "open_papers", lambda numbers: None)
    panel = page.ratings.tab.actions_panel

    press(qtbot, page, Qt.Key.Key_2)
    for _ in range(3):
        press(qtbot, page, ENTER)
    settle(qtbot, hall)

    until(qtbot, lambda: panel.chosen is None)
    press(qtbot, page, ENTER)
    settle(qtbot, hall)
    assert [paper.kind for paper in case_of(hall, taken.case_id).papers].count("rating_sheet") == 1
    press(qtbot, page, Qt.Key.Key_1)
    assert panel.chosen is not None


def test_m22_a_bad_rating_is_followed_up_by_keys(qtbot, hall, visit, dressed):  # noqa: F811
    taken = hall.take_in()
    rate(hall, taken.case_id, RatingLevel.VERY_DISSATISFIED)
    page = show(qtbot, hall, visit, taken.case_id)

    press(qtbot, page, Qt.Key.Key_1)
    answer(page, contact="电话", verdict="true", found="没有给清单", measures="补印清单", is_settled="yes")
    page.ratings.tab.actions_panel.go.click()
    until(qtbot, lambda: bool(case_of(hall, taken.case_id).follow_ups))
    settle(qtbot, hall)

    (view,) = case_ratings_presenter.views(case_of(hall, taken.case_id), "zh")
    assert (view.follow_up, view.tone) == ("2026-11-02已回访办结：属实，没有给清单", "")


@pytest.mark.parametrize("level", [None, RatingLevel.SATISFIED, RatingLevel.DISSATISFIED])
def test_m22_nothing_on_the_tab_gives_a_rating(hall, level):  # noqa: F811
    """Copying a form, printing one, following up: nothing else is ever offered."""
    taken = hall.take_in()
    if level is not None:
        rate(hall, taken.case_id, level)

    offered = {line.action for line in case_ratings_presenter.lines(case_of(hall, taken.case_id), "zh")}

    assert offered <= set(case_ratings_presenter.RatingAction)
    assert {action.name for action in case_ratings_presenter.RatingAction} == {
        "COPY",
        "PRINT",
        "FOLLOW_ACCEPTANCE",
        "FOLLOW_COMPLETION",
    }


def test_m22_without_a_rating_the_tab_says_that_none_is_no_praise(qtbot, hall, visit, dressed):  # noqa: F811
    taken = hall.take_in()

    assert case_ratings_presenter.views(case_of(hall, taken.case_id), "zh") == ()
    assert case_ratings_presenter.nothing("zh") == "还没有评价。没有评价就是没有，不算好评。"


def test_the_rating_form_has_its_place_among_the_scanned_pages(hall):  # noqa: F811
    taken = hall.take_in()
    assert ratings.SHEET_CODE not in [one.code for one in materials(case_of(hall, taken.case_id), (), "zh")]
    with hall.counter.store.write(hall.session) as uow:
        forms.rating_sheet(uow, hall.session, taken.case_id, today=TODAY)

    assert ("rating_sheet", "评价表") in [(m.code, m.name) for m in materials(case_of(hall, taken.case_id), (), "zh")]


def test_m22_a_bad_rating_stands_in_to_do_with_its_day_and_enter_opens_it(qtbot, hall, visit, dressed):  # noqa: F811
    taken = hall.take_in()
    rate(hall, taken.case_id, RatingLevel.DISSATISFIED)
    page = visit(TodoPage)
    settle(qtbot, hall)
    activate(qtbot, page.window())
    asked: list[Goto] = []
    page.navigate.connect(asked.append)
    place = next(n for n, line in enumerate(page.model.rows()) if line.kind is TodoKind.RATING)
    line = page.model.rows()[place]

    page.table.selectRow(place)
    page.table.setFocus()
    press(qtbot, page, ENTER)

    assert (line.why, line.day.isoformat(), line.person) == ("差评要核实回访：受理", "2026-11-09", "示例负责人")
    assert asked == [Goto("case", f"{taken.case_id}#ratings")]
