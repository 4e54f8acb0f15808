"""To do: one list by date, each line with its why, its person and one key; an answer is settled with a note."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from desktop.domain import events as ev
from desktop.domain.checklist import MaterialState
from desktop.domain.outcome import Outcome
from desktop.domain.people import Session
from desktop.services import city_answers, taking_up
from tests.builders import COMPLETE
from tests.fakes.outside import CITY, WINDOW_THREE, Outside
from tests.ui.case_fixtures import MORNING, Hall, behind, clock, hall, press, published, until, visit  # noqa: F401
from tests.ui.conftest import activate, settle
from ui.pages.page import Goto
from ui.pages.todo_page import TodoPage
from ui.pages.todo_presenter import TodoKind, load, urgent_count

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
NOT_REQUIRED = ev.CaseNotRequired(reason="零星林木", told_on=MORNING.date())


@pytest.fixture
def city() -> Outside:
    return Outside(CITY)


@pytest.fixture
def shown(qtbot: Any, hall: Hall, visit: Any, dressed: Any) -> Callable[[], TodoPage]:  # noqa: F811
    """Shows the page with everything read."""

    def show() -> TodoPage:
        page = visit(TodoPage)
        settle(qtbot, hall)
        activate(qtbot, page.window())
        assert isinstance(page, TodoPage)
        return page

    return show


def refuse(hall: Hall, city: Outside, case_id: str) -> None:  # noqa: F811
    """The city does not take the first line of the case."""
    with hall.counter.store.read() as reader:
        line = reader.lines_of(case_id)[0]
    event = ev.CityRefusedEntry(
        entry_origin=line.origin, entry_seq=line.seq, reason="与人口库不一致", field="id_number"
    )
    city.arrive(hall.counter, event, case_id=case_id, at=MORNING + timedelta(minutes=5))


def kinds(page: TodoPage) -> list[TodoKind]:
    return [line.kind for line in page.model.rows()]


def test_an_empty_list_says_that_nothing_is_to_be_done(shown):
    page = shown()

    assert page.stack.currentIndex() == 1
    assert not page.export_button.isEnabled()


def test_m19_one_list_by_date_whoever_asks(hall, city, shown):  # noqa: F811
    late = hall.take_in()  # accepted on Monday the 2nd, five working days: the 9th
    refused = hall.take_in()
    city.arrive(
        hall.counter,
        ev.CityAskedCorrection(office="县林业局", text="图不清楚", supply_by=date(2026, 11, 5)),
        case_id=refused.case_id,
        at=MORNING,
    )
    refuse(hall, city, late.case_id)
    city.arrive(hall.counter, ev.CityMessage(office="市局", text="新目录"), at=MORNING)

    page = shown()

    days = [line.day for line in page.model.rows()]
    assert days == sorted(days)
    assert kinds(page)[:3] == [TodoKind.REFUSED, TodoKind.MESSAGE, TodoKind.ASKED]
    assert page.model.rows()[0].why == "市里没有收下证件号码：与人口库不一致"
    assert page.model.rows()[0].person == "示例负责人"


def test_m19_what_is_owed_stands_with_its_lamp_and_its_material(hall, shown):  # noqa: F811
    hall.take_in(Outcome.ACCEPT_DEFERRED, states={**COMPLETE, "m4": MaterialState.DEFERRED})
    hall.take_in(Outcome.RECEIVE, states={**COMPLETE, "m1": MaterialState.MISSING})

    page = shown()

    by_kind = {line.kind: line for line in page.model.rows()}
    assert by_kind[TodoKind.DEFERRAL].why == "容缺材料待补：照片"
    assert by_kind[TodoKind.NOTICE].tone in ("green", "yellow")
    assert by_kind[TodoKind.DECISION].lamp.startswith("● ")


def test_m19_enter_opens_the_case_where_it_is_done(qtbot, hall, city, shown):  # noqa: F811
    taken = hall.take_in()
    refuse(hall, city, taken.case_id)
    page = shown()
    asked: list[Goto] = []
    page.navigate.connect(asked.append)
    assert page.table.hasFocus()

    press(qtbot, page, ENTER)

    assert asked == [Goto("case", f"{taken.case_id}#city")]


def test_3_asks_for_a_note_and_enter_settles_the_answer(qtbot, hall, city, shown):  # noqa: F811
    city.arrive(hall.counter, ev.CityMessage(office="市局", text="新目录"), at=MORNING)
    page = shown()

    press(qtbot, page, Qt.Key.Key_3)
    assert page.detail.strip.note.hasFocus()
    qtbot.keyClicks(page.detail.strip.note, "yi yue")
    press(qtbot, page, ENTER)
    until(qtbot, lambda: page.stack.currentIndex() == 1)

    with hall.counter.store.read() as reader:
        (answer,) = reader.city_answers()
    assert answer.is_settled


def test_esc_leaves_the_answer_as_it_was(qtbot, hall, city, shown):  # noqa: F811
    city.arrive(hall.counter, ev.CityMessage(office="市局", text="新目录"), at=MORNING)
    page = shown()

    press(qtbot, page, Qt.Key.Key_3)
    press(qtbot, page, ESC)

    assert not page.detail.strip.isVisible()
    assert page.table.hasFocus()
    assert kinds(page) == [TodoKind.MESSAGE]


def test_without_a_note_nothing_is_settled(qtbot, hall, city, shown):  # noqa: F811
    city.arrive(hall.counter, ev.CityMessage(office="市局", text="新目录"), at=MORNING)
    page = shown()
    press(qtbot, page, Qt.Key.Key_3)

    press(qtbot, page, Qt.Key.Key_Backspace)
    press(qtbot, page, ENTER)

    assert page.detail.strip.fault.text() == "此项必填。"
    with hall.counter.store.read() as reader:
        assert not reader.city_answers()[0].is_settled


def test_1_corrects_and_leads_to_the_case(qtbot, hall, city, shown):  # noqa: F811
    taken = hall.take_in()
    refuse(hall, city, taken.case_id)
    page = shown()
    asked: list[Goto] = []
    page.navigate.connect(asked.append)

    press(qtbot, page, Qt.Key.Key_1)
    press(qtbot, page, ENTER)
    settle(qtbot, hall)

    assert asked == [Goto("case", f"{taken.case_id}#materials")]


def test_a_message_can_not_be_corrected(qtbot, hall, city, shown):  # noqa: F811
    city.arrive(hall.counter, ev.CityMessage(office="市局", text="新目录"), at=MORNING)
    page = shown()

    press(qtbot, page, Qt.Key.Key_1)

    assert not page.detail.strip.isVisible()


def test_what_a_clerk_gives_to_the_lead_leaves_their_list_and_stays_in_the_leads(hall, city, other_clerk):  # noqa: F811
    taken = hall.take_in()
    refuse(hall, city, taken.case_id)
    clerk = Session(clerk=other_clerk, window="02")
    with hall.counter.store.write(clerk) as uow:
        (answer,) = uow.city_answers()
        city_answers.hand_to_lead(uow, answer, "请主管处理")

    def seen(session: Session) -> list[TodoKind]:
        view = load(hall.counter.store, today=hall.clock.today(), session=session, language="zh", only_mine=False)
        return [line.kind for line in view.lines if line.answer is not None]

    assert seen(clerk) == []
    assert seen(hall.session) == [TodoKind.REFUSED]


def test_the_lead_narrows_the_list_and_a_clerk_sees_no_others(qtbot, hall, city, other_clerk, shown):  # noqa: F811
    hall.take_in()
    clerk = Session(clerk=other_clerk, window="02")
    view = load(hall.counter.store, today=hall.clock.today(), session=clerk, language="zh", only_mine=False)
    assert view.lines == ()

    page = shown()
    assert len(page.model.rows()) == 1
    press(qtbot, page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    until(qtbot, lambda: page._only_mine)
    settle(qtbot, hall)
    assert len(page.model.rows()) == 1  # it is the lead's own


def test_two_windows_on_one_case_are_a_line_until_somebody_has_read_both(hall):  # noqa: F811
    taken = hall.take_in(Outcome.RECEIVE, states={**COMPLETE, "m1": MaterialState.MISSING})
    Outside(WINDOW_THREE, "zhao").arrive(hall.counter, NOT_REQUIRED, case_id=taken.case_id, at=MORNING)

    def conflicts() -> list[str]:
        view = load(hall.counter.store, today=hall.clock.today(), session=hall.session, language="zh", only_mine=False)
        return [line.why for line in view.lines if line.kind is TodoKind.CONFLICT]

    assert conflicts() == ["02、03号窗口互不知情都办过这件，请核对两边的经过"]
    with hall.counter.store.write(hall.session) as uow:
        taking_up.settle_conflict(uow, taken.case_id)
        taking_up.settle_conflict(uow, taken.case_id)

    assert conflicts() == []
    with hall.counter.store.read() as reader:
        assert sum(isinstance(line.event, ev.CaseTakenUp) for line in reader.lines_of(taken.case_id)) == 1


def test_the_number_of_the_navigation_counts_what_is_for_now(hall, city):  # noqa: F811
    hall.take_in()
    city.arrive(hall.counter, ev.CityMessage(office="市局", text="新目录"), at=MORNING)

    assert urgent_count(hall.counter.store, today=hall.clock.today(), session=hall.session) == 1
    assert (
        urgent_count(hall.counter.store, today=date(2026, 11, 10), session=hall.session) == 2
    )  # overdue since the 9th


def test_the_list_is_saved_as_a_spreadsheet_of_text(qtbot, hall, city, shown, tmp_path: Path):  # noqa: F811
    hall.take_in(name="王示例")
    page = shown()
    target = tmp_path / "list.xlsx"

    page._write(str(target))
    settle(qtbot, hall)

    rows = list(load_workbook(target).worksheets[0].iter_rows(values_only=True))
    assert rows[0][:4] == ("日期", "灯", "类别", "事由")
    assert rows[1][0] == "2026-11-09"
    assert rows[1][6] == "王示例"


def test_two_hundred_lines_are_read_and_the_bar_moves_by_keyboard(qtbot, hall, city, shown):  # noqa: F811
    events = [ev.CityMessage(office="市局", text=f"消息{number}") for number in range(210)]
    city.arrive(hall.counter, *events, at=MORNING)
    page = shown()

    press(qtbot, page, Qt.Key.Key_End)
    press(qtbot, page, Qt.Key.Key_Down)

    assert len(page.model.rows()) == 210
    assert page.counts.text() == "现在要办 210 项，未到期 0 项"
