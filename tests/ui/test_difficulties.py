"""办不成事 by real keys: written down from anywhere, in To do until the person was told, nothing typed is lost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain import events as ev
from desktop.domain.difficulty import DifficultyState, Report
from desktop.ports_service import DifficultyRow
from desktop.services import difficulties
from tests.fakes.outside import CITY, Outside
from tests.ui.case_fixtures import MORNING, Hall, behind, clock, hall, press, published, until, visit  # noqa: F401
from tests.ui.conftest import activate, settle
from ui.page_register import PAGES
from ui.pages.difficulty_page import DifficultyPage
from ui.pages.page import Goto
from ui.pages.todo_page import TodoPage
from ui.pages.todo_presenter import TodoKind, load, urgent_count

ENTER = Qt.Key.Key_Return
TODAY = MORNING.date()


def reported(hall: Hall) -> list[DifficultyRow]:  # noqa: F811
    with hall.counter.store.read() as reader:
        return reader.difficulties()


def report(hall: Hall, stuck: str = "户口迁不进来") -> str:  # noqa: F811
    with hall.counter.store.write(hall.session) as uow:
        return difficulties.report(uow, hall.session, Report(stuck=stuck), today=TODAY).case_number


@pytest.fixture
def shown(qtbot: Any, hall: Hall, visit: Any, dressed: Any) -> Callable[..., Any]:  # noqa: F811
    """Shows a page with everything read."""

    def show(made: Any = DifficultyPage, argument: str = "") -> Any:
        page = visit(made, argument)
        settle(qtbot, hall)
        activate(qtbot, page.window())
        return page

    return show


def test_m13_one_key_from_anywhere_opens_it():
    (entry,) = [entry for entry in PAGES if entry.name == "difficulties"]

    assert entry.key == "Ctrl+D"
    assert [other.name for other in PAGES if other.key == entry.key] == ["difficulties"]
    assert not entry.yields_key


def test_m13_it_is_written_down_by_the_keyboard_alone_and_the_slip_comes_out(qtbot, hall, shown, monkeypatch):  # noqa: F811
    page = shown()
    opened: list[tuple[str, ...]] = []
    monkeypatch.setattr(hall.context.printer, "open_papers", opened.append)

    for text in ("qian bu jin lai", "hu kou", "8 yue", "", "13900000000"):
        qtbot.keyClicks(page.window().focusWidget(), text)
        press(qtbot, page, ENTER)
    until(qtbot, lambda: bool(reported(hall)))
    settle(qtbot, hall)

    (row,) = reported(hall)
    found = row.difficulty
    assert (found.stuck, found.item_name, found.since, found.name) == ("qian bu jin lai", "hu kou", "8 yue", "")
    assert opened == [(found.number,)]
    assert page.form.report() == Report(stuck="")
    assert page.model.rows()[0].number == found.number
    assert page.focusWidget() is page.actions_panel  # the next digit answers it or hands it up

    press(qtbot, page, Qt.Key.Key_1)
    assert page.actions_panel.area.verticalScrollBar().maximum() == 0  # both questions and the key are in view


def test_m13_what_is_refused_stays_and_stands_beside_its_field(qtbot, hall, shown):  # noqa: F811
    page = shown()
    page.form.phone.setText("12")
    page.form.stuck.setPlainText("qian bu jin lai")

    page.form.record.click()
    settle(qtbot, hall)

    assert page.form.fields["phone"].error
    assert page.form.stuck.toPlainText() == "qian bu jin lai"
    assert reported(hall) == []


def test_what_was_being_typed_is_there_again(qtbot, hall, shown):  # noqa: F811
    first = shown()
    qtbot.keyClicks(first.form.stuck, "qian bu")
    assert first.has_unsaved()
    first.save_now()
    settle(qtbot, hall)
    first.hide()

    assert shown().form.stuck.toPlainText() == "qian bu"


def test_m13_it_is_handed_up_answered_and_closed_by_keys(qtbot, hall, shown):  # noqa: F811
    number = report(hall)
    page = shown(argument=number)
    assert page.actions_panel.hasFocus()

    press(qtbot, page, Qt.Key.Key_3)  # 1 the answer, 2 to the lead, 3 to the city
    qtbot.keyClicks(page.window().focusWidget(), "wen guo")
    press(qtbot, page, ENTER)
    until(qtbot, lambda: reported(hall)[0].difficulty.with_whom is ev.Hand.CITY)
    settle(qtbot, hall)
    Outside(CITY).arrive(
        hall.counter, ev.CityMessage(office="市公安局", text="可以迁", about=number), at=MORNING + timedelta(hours=1)
    )
    page.opened(number)
    settle(qtbot, hall)
    assert "市公安局：可以迁" in page.story.text()
    press(qtbot, page, Qt.Key.Key_1)  # now the first is to close it
    for _ in range(3):
        press(qtbot, page, ENTER)
    until(qtbot, lambda: reported(hall)[0].difficulty.state is DifficultyState.CLOSED)
    settle(qtbot, hall)

    assert reported(hall)[0].difficulty.told == "电话"


def todo(hall: Hall) -> Any:  # noqa: F811
    return load(hall.counter.store, today=TODAY, session=hall.session, language="zh", only_mine=False)


def test_m13_it_stands_in_to_do_until_the_person_was_told(hall):  # noqa: F811
    number = report(hall)
    (line,) = todo(hall).lines
    assert (line.kind, line.why, line.case_number) == (TodoKind.DIFFICULTY, "户口迁不进来（窗口答复）", number)
    assert (line.day.isoformat(), line.tone) == ("2026-11-09", "green")

    with hall.counter.store.write(hall.session) as uow:
        difficulties.answer(uow, number, by="镇派出所", text="可以迁", today=TODAY)
    (line,) = todo(hall).lines
    assert (line.why, line.tone) == ("已有答复，要告知当事人：可以迁", "yellow")
    assert urgent_count(hall.counter.store, today=TODAY, session=hall.session) == 1

    with hall.counter.store.write(hall.session) as uow:
        difficulties.close(uow, number, told="电话", is_solved=True, today=TODAY)
    assert todo(hall).lines == ()


def test_m13_what_is_handed_to_the_lead_is_the_lead_s(hall, other_clerk):  # noqa: F811
    number = report(hall)
    with hall.counter.store.write(hall.session) as uow:
        difficulties.escalate(uow, number, ev.Hand.LEAD, today=TODAY)

    (line,) = todo(hall).lines

    assert line.is_for_lead
    assert line.person == "窗口负责人"


def test_m13_enter_in_to_do_opens_it(qtbot, hall, shown):  # noqa: F811
    number = report(hall)
    page = shown(TodoPage)
    asked: list[Goto] = []
    page.navigate.connect(asked.append)

    press(qtbot, page, ENTER)

    assert asked == [Goto("difficulties", number)]


def test_m13_the_city_s_answer_and_the_difficulty_are_one_line_in_to_do(hall):  # noqa: F811
    number = report(hall)
    with hall.counter.store.write(hall.session) as uow:
        difficulties.escalate(uow, number, ev.Hand.CITY, today=TODAY)
    at = hall.clock.moment
    Outside(CITY).arrive(hall.counter, ev.CityMessage(office="市公安局", text="凭房产证可以迁", about=number), at=at)

    (line,) = todo(hall).lines
    assert (line.why, line.difficulty) == ("已有答复，要告知当事人：凭房产证可以迁", number)
    assert urgent_count(hall.counter.store, today=TODAY, session=hall.session) == 1

    with hall.counter.store.write(hall.session) as uow:
        difficulties.close(uow, number, told="电话", is_solved=True, today=TODAY)
    assert todo(hall).lines == ()
    with hall.counter.store.read() as reader:
        assert reader.city_answers(only_open=True) == []
