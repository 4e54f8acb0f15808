"""The city on the case page: is it there, what did it say, what was done about it; and two windows side by side."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain import events as ev
from desktop.domain.case import CaseState
from desktop.domain.checklist import MaterialState
from desktop.domain.outcome import Outcome
from desktop.domain.people import Session
from tests.builders import COMPLETE
from tests.fakes.outside import CITY, WINDOW_THREE, Outside
from tests.ui.case_fixtures import MORNING, Hall, behind, clock, hall, press, published, until, visit  # noqa: F401
from tests.ui.conftest import activate, settle
from ui.pages.case_page import TABS, CasePage

ALT = Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return
LATER = MORNING + timedelta(minutes=5)


@pytest.fixture
def shown(qtbot: Any, hall: Hall, visit: Any, dressed: Any) -> Callable[[str], CasePage]:  # noqa: F811
    """Shows a case, everything read."""

    def show(argument: str) -> CasePage:
        page = visit(CasePage, argument)
        settle(qtbot, hall)
        activate(qtbot, page.window())
        assert isinstance(page, CasePage)
        return page

    return show


def test_a_case_waits_for_the_city_until_its_signed_receipt(hall, shown):  # noqa: F811
    taken = hall.take_in()

    page = shown(taken.case_id)

    assert page.case_head.at_city.text() == "● 待市里签收"
    assert page.case_head.at_city.property("tone") == "yellow"


def test_what_the_city_said_stands_in_the_order_of_time(hall, shown):  # noqa: F811
    taken = hall.take_in()
    city = Outside(CITY)
    city.arrive(hall.counter, ev.CityReceived(office="县林业局", project_no="LY1"), case_id=taken.case_id, at=LATER)
    asked = ev.CityAskedCorrection(office="县林业局", text="图不清楚", supply_by=date(2026, 11, 5))
    city.arrive(hall.counter, asked, case_id=taken.case_id, at=LATER + timedelta(minutes=1))

    page = shown(f"{taken.case_id}#city")

    assert page.tabs.currentIndex() == TABS.index("city")
    rows = page.city.tab.model.rows()
    assert [row.kind_word for row in rows] == ["已收到", "要补正"]
    assert rows[1].office == "县林业局"
    assert rows[1].due.endswith("11-05")
    assert page.tabs.tabText(TABS.index("city")) == "5 市里（1）"


def test_an_answer_is_settled_on_the_case_by_its_key(qtbot, hall, shown):  # noqa: F811
    taken = hall.take_in()
    message = ev.CityMessage(office="县林业局", text="已派员勘查")
    Outside(CITY).arrive(hall.counter, message, case_id=taken.case_id, at=LATER)
    page = shown(f"{taken.case_id}#city")
    assert page.city.tab.table.hasFocus()

    press(qtbot, page, Qt.Key.Key_3)
    press(qtbot, page, ENTER)

    until(qtbot, lambda: page.city.tab.model.rows()[0].answer.is_settled)
    assert page.city.tab.model.rows()[0].state == "已处理"
    settle(qtbot, hall)


def test_a_conflict_names_both_windows_shows_both_and_ends_when_both_were_read(qtbot, hall, shown):  # noqa: F811
    taken = hall.take_in(Outcome.RECEIVE, states={**COMPLETE, "m1": MaterialState.MISSING})
    event = ev.CaseNotRequired(reason="零星林木", told_on=MORNING.date())
    Outside(WINDOW_THREE, "zhao").arrive(hall.counter, event, case_id=taken.case_id, at=LATER)
    page = shown(f"{taken.case_id}#city")

    assert "02、03号窗口" in page.case_head.conflict.text()
    sides = page.city.tab.conflict.sides
    assert [side.window for side in sides] == ["02号窗口", "03号窗口"]
    assert "零星林木" in sides[1].entries[-1]
    assert page.timeline.steps[-1].window == "03"

    press(qtbot, page, Qt.Key.Key_R, ALT)

    until(qtbot, lambda: not page.case_head.conflict.isVisible())
    assert not page.city.tab.conflict.isVisible()
    settle(qtbot, hall)


def test_m16_a_person_says_which_window_holds_and_why(qtbot, hall, shown):  # noqa: F811
    taken = hall.take_in(Outcome.RECEIVE, states={**COMPLETE, "m1": MaterialState.MISSING})
    event = ev.CaseNotRequired(reason="零星林木", told_on=MORNING.date())
    Outside(WINDOW_THREE, "zhao").arrive(hall.counter, event, case_id=taken.case_id, at=LATER)
    page = shown(f"{taken.case_id}#city")
    assert page.loaded.view.head.state is CaseState.NOT_REQUIRED

    press(qtbot, page, Qt.Key.Key_K, ALT)
    until(qtbot, page.city.tab.conflict.form.isVisible)
    press(qtbot, page, ENTER)  # the first side, window 02
    press(qtbot, page, ENTER)
    field = page.city.tab.conflict.form._fields["reason"]
    until(qtbot, lambda: field.error == "请写明原因，会记入办理记录。")
    qtbot.keyClicks(page.focusWidget(), "ben ren zai 02")
    press(qtbot, page, ENTER)

    until(qtbot, lambda: page.loaded.view.head.state is CaseState.RECEIVED)
    until(qtbot, lambda: not page.city.tab.conflict.isVisible())
    chain = page.timeline.steps
    assert [(step.title, step.is_now) for step in chain[-2:]] == [("核验材料", True), ("不受理（不作数）", False)]
    assert (chain[-1].days_held, chain[-1].held.who) == (None, "")
    assert any(entry.text == "不受理：零星林木（不作数）" for entry in page.loaded.view.entries)
    settle(qtbot, hall)


def test_a_colleagues_case_is_taken_over_with_a_reason_and_the_key_goes(qtbot, hall, other_clerk, shown):  # noqa: F811
    taken = hall.take_in()
    hall.context.session = Session(clerk=other_clerk, window="02")
    page = shown(taken.case_id)
    assert page.hands.panel.isVisible()

    press(qtbot, page, Qt.Key.Key_T, ALT)
    until(qtbot, page.hands.form.isVisible)
    qtbot.keyClicks(page.focusWidget(), "bing jia")
    press(qtbot, page, ENTER)

    until(qtbot, lambda: not page.hands.panel.isVisible())
    settle(qtbot, hall)
    with hall.counter.store.read() as reader:
        assert [task.clerk for task in reader.owed_tasks()] == [other_clerk.clerk_id]


def test_without_an_answer_the_tab_says_so(qtbot, hall, shown):  # noqa: F811
    page = shown(hall.take_in().case_id)

    press(qtbot, page, Qt.Key.Key_5, ALT)

    assert page.tabs.currentIndex() == TABS.index("city")
    assert page.city.tab.stack.currentIndex() == 1
