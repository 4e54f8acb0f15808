"""The citizen's turn by real keys: data in large print, five levels or none, no way back but the clerk's password."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.domain import events as ev
from desktop.domain.case import Case
from desktop.domain.course_way import Ruling
from desktop.domain.outcome import Outcome
from desktop.domain.rating import RatingLevel
from desktop.domain.rating_rules import Served
from desktop.ports import Taken
from desktop.services import course
from desktop.services.ratings import CitizenTurn, begin_turn
from desktop.services.service_settings import ServiceSettings, set_service_settings
from tests.builders import PERSON_ID
from tests.ui.case_fixtures import MORNING, Hall, clock, hall, press, published, until  # noqa: F401 - fixtures
from tests.ui.conftest import LEAD_PASSWORD, activate, settle
from ui.citizen import citizen_presenter
from ui.citizen.citizen_presenter import Said, Shown
from ui.citizen.citizen_turn import CitizenTurnGuard
from ui.citizen.citizen_view import CitizenView
from ui.pages.delivery_page import DeliveryPage
from ui.pages.intake.done_panel import DonePanel
from ui.pages.page import Goto
from ui.theme import LIGHT
from ui.window import MainWindow

ENTER, F8, ESC = Qt.Key.Key_Return, Qt.Key.Key_F8, Qt.Key.Key_Escape


def case_of(hall: Hall, case_id: str) -> Case:  # noqa: F811
    with hall.counter.store.read() as reader:
        found = reader.case(case_id)
    assert found is not None
    return found


@pytest.fixture
def at_case(qtbot: Any, window: MainWindow, hall: Hall) -> Callable[..., str]:  # noqa: F811
    """Takes a case in and shows its page."""

    def show(**typed: Any) -> str:
        taken = hall.take_in(Outcome.ACCEPT, **typed)
        window.goto(Goto("case", taken.case_id))
        settle(qtbot, hall)
        return taken.case_id

    return show


def turn(qtbot: Any, window: MainWindow, hall: Hall) -> CitizenView:  # noqa: F811
    """F8 on the page; the view that came."""
    press(qtbot, window, F8)
    until(qtbot, lambda: window.turn is not None and window.turn.view is not None)
    settle(qtbot, hall)
    assert window.turn is not None
    assert window.turn.view is not None
    return window.turn.view


def keys(qtbot: Any, view: CitizenView, *pressed: Any) -> None:
    for key in pressed:
        qtbot.keyClick(view, key)


def unlock(qtbot: Any, window: MainWindow, hall: Hall, password: str = LEAD_PASSWORD) -> None:  # noqa: F811
    form = window.guard.overlay.form
    form.password.setText(password)
    qtbot.keyClick(form.password, ENTER)
    settle(qtbot, hall)


def test_m22_the_citizen_checks_chooses_and_the_rating_is_nobody_else_s(qtbot, window, hall, at_case):  # noqa: F811
    case_id = at_case()
    view = turn(qtbot, window, hall)
    assert view.stack.currentWidget() is view.confirm
    assert window.central.isHidden()

    keys(qtbot, view, ENTER, Qt.Key.Key_4, Qt.Key.Key_B, ENTER)
    settle(qtbot, hall)

    (rated,) = case_of(hall, case_id).ratings
    assert (rated.level, rated.options) == (RatingLevel.DISSATISFIED, ("208",))
    assert (rated.channel, rated.stage) == (ev.RatingChannel.SCREEN, ev.RatingStage.ACCEPTANCE)
    assert view.stack.currentWidget() is view.end
    assert "已记录" in view.end.said.text()


def test_m22_the_window_comes_back_by_the_password_alone(qtbot, window, hall, at_case):  # noqa: F811
    at_case()
    page = window.page
    view = turn(qtbot, window, hall)
    keys(qtbot, view, Qt.Key.Key_F2, Qt.Key.Key_F5, F8, Qt.Key.Key_Tab)
    assert window.page is page
    keys(qtbot, view, Qt.Key.Key_0)

    keys(qtbot, view, Qt.Key.Key_F2, Qt.Key.Key_Space)  # any key ends, and none is heard behind it

    assert not window.turn.is_running
    assert window.guard.is_locked
    unlock(qtbot, window, hall, "not-the-password")
    assert window.guard.is_locked
    unlock(qtbot, window, hall)
    assert not window.guard.is_locked
    assert window.page is page
    assert window.central.isVisible()
    assert "核对" in window.status.notice.accessibleName()  # the citizen had said that something is wrong


def test_m22_a_screen_that_nobody_touches_goes_back_to_the_lock(qtbot, window, hall, at_case):  # noqa: F811
    with hall.counter.store.write(hall.session) as uow:
        set_service_settings(uow, hall.session, ServiceSettings(turn_seconds=45))
    case_id = at_case()
    turn(qtbot, window, hall)
    assert window.turn.patience.interval() == 45_000

    window.turn.patience.timeout.emit()  # as after the seconds, without waiting for them

    assert not window.turn.is_running
    assert window.guard.is_locked
    assert case_of(hall, case_id).ratings == ()


def test_m22_when_the_turn_is_over_its_view_can_rate_no_more(qtbot, window, hall, at_case):  # noqa: F811
    case_id = at_case()
    view = turn(qtbot, window, hall)
    keys(qtbot, view, ENTER, Qt.Key.Key_1)
    window.turn.end()

    view.rate.submit.click()
    settle(qtbot, hall)

    assert case_of(hall, case_id).ratings == ()


def test_a_second_screen_shows_the_view_and_the_clerk_s_window_is_locked_all_the_same(
    qtbot,
    window,
    hall,  # noqa: F811
    at_case,
):
    case_id = at_case()
    guard = CitizenTurnGuard(window, hall.context, other_screen=QGuiApplication.primaryScreen)

    guard.begin(case_id)
    settle(qtbot, hall)

    view: object = guard.view
    assert isinstance(view, QWidget)
    assert view.isWindow()
    assert window.guard.is_locked
    unlock(qtbot, window, hall)
    assert guard.view is None
    assert not guard.is_running


# The view alone


SHOWN = Shown(
    turn=CitizenTurn("c1", ev.RatingStage.ACCEPTANCE, Served("lead", "02")),
    rows=(("申请人", "王𬭳"),),
    stage_word="受理",
    why_not="",
    has_agent=False,
    is_large=False,
    seconds=60,
)


@pytest.fixture
def alone(qtbot: Any) -> tuple[CitizenView, list[Said]]:
    """The view without a window behind it, and what it was told."""
    said: list[Said] = []
    view = CitizenView(LIGHT, "zh")
    qtbot.addWidget(view)
    view.rated.connect(said.append)
    view.begin(SHOWN)
    return view, said


def test_m22_without_a_choice_enter_rates_nothing(qtbot, alone):
    view, said = alone

    keys(qtbot, view, ENTER, ENTER, ENTER)

    assert said == []
    assert view.stack.currentWidget() is view.rate
    assert not view.rate.submit.isEnabled()


@pytest.mark.parametrize(("key", "level"), tuple(zip("12345", RatingLevel, strict=True)))
def test_m22_the_keys_1_to_5_are_the_levels_from_the_best_to_the_worst(qtbot, alone, key, level):
    view, said = alone

    qtbot.keyClick(view, ENTER)
    qtbot.keyClick(view, key)
    qtbot.keyClick(view, ENTER)

    assert [one.level for one in said] == [level]


def test_m22_another_level_has_other_reasons_and_forgets_the_first_ones(qtbot, alone):
    view, said = alone

    keys(qtbot, view, ENTER, Qt.Key.Key_1, Qt.Key.Key_A, Qt.Key.Key_5, Qt.Key.Key_C, Qt.Key.Key_H, ENTER, ENTER)

    assert [(one.level, one.options) for one in said] == [(RatingLevel.VERY_DISSATISFIED, ("110", "115"))]


@pytest.mark.parametrize("key", [Qt.Key.Key_0, ESC])
def test_m22_not_to_rate_is_one_key_and_counts_as_nothing(qtbot, alone, key):
    view, said = alone

    keys(qtbot, view, ENTER, Qt.Key.Key_1, key)

    assert said == []
    assert view.stack.currentWidget() is view.end


def test_m22_everything_can_be_touched(qtbot, alone):
    view, said = alone
    view.show()

    view.confirm.confirmed.click()
    qtbot.mouseClick(view.rate.tiles[RatingLevel.SATISFIED], Qt.MouseButton.LeftButton)
    view.rate.options[0].click()
    view.rate.submit.click()

    assert said == [Said(RatingLevel.SATISFIED, ("406",), ev.Rater.APPLICANT)]


def test_m22_what_cannot_be_rated_now_is_only_confirmed(qtbot, alone):
    view, _said = alone
    view.begin(replace(SHOWN, why_not="办结后才能评价"))

    keys(qtbot, view, ENTER)

    assert view.stack.currentWidget() is view.end
    assert view.end.said.text() == "办结后才能评价"


def test_an_agent_rates_as_the_agent_and_only_where_there_is_one(qtbot, alone):
    view, said = alone

    keys(qtbot, view, Qt.Key.Key_D)
    assert view.stack.currentWidget() is view.confirm
    view.begin(replace(SHOWN, has_agent=True))
    keys(qtbot, view, Qt.Key.Key_D, Qt.Key.Key_3, ENTER)

    assert [one.rater for one in said] == [ev.Rater.AGENT]


def test_elders_get_larger_print_by_themselves_and_anybody_by_a_key(qtbot, alone):
    view, _said = alone
    view.begin(replace(SHOWN, is_large=True))
    assert view.is_large

    keys(qtbot, view, Qt.Key.Key_Plus)

    assert not view.is_large


def test_every_touch_is_told_so_that_the_screen_waits_for_a_slow_hand(qtbot, alone):
    view, _said = alone

    with qtbot.waitSignals([view.touched] * 2):
        keys(qtbot, view, Qt.Key.Key_X)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("number", "is_large"), [("450000196611020018", True), ("450000196611030014", False), ("123", False)]
)
def test_sixty_is_an_elder_to_the_day(hall, number, is_large):  # noqa: F811
    """老年人权益保障法 2: sixty years of age; the day is 2026-11-02."""
    taken = hall.take_in()
    case = case_of(hall, taken.case_id)
    person = msgspec.structs.replace(
        case.applicant, id_number=number, id_kind="citizen_id" if number != "123" else "passport"
    )

    assert citizen_presenter.is_elder(msgspec.structs.replace(case, applicant=person), MORNING.date()) == is_large


def test_m22_the_data_to_confirm_are_all_there(hall):  # noqa: F811
    taken = hall.take_in(name="王𬭳")
    with hall.counter.store.read() as reader:
        turned = begin_turn(reader, hall.session, taken.case_id)
        shown = citizen_presenter.load(reader, turned, today=MORNING.date(), language="zh")

    assert shown is not None
    rows = dict(shown.rows)
    assert (rows["申请人"], rows["证件号码"], rows["办件编号"]) == ("王𬭳", PERSON_ID, taken.case_number)
    assert rows["已交材料"] == "5份：申请表、居民身份证、困难证明、照片、其他佐证"
    assert (shown.stage_word, shown.seconds) == ("受理", 120)


def test_f8_after_the_conclusion_asks_for_the_turn_and_never_without_a_case(qtbot):
    panel = DonePanel(language="zh")
    qtbot.addWidget(panel)
    panel.show()
    activate(qtbot, panel)
    panel.show_taken(Taken(case_id="", case_number="", papers=("示例告字1号",)), Outcome.INFORM)
    assert not panel.turn_key.isEnabled()
    panel.show_taken(Taken(case_id="c1", case_number="1", papers=()), Outcome.ACCEPT)

    with qtbot.waitSignal(panel.turn_wanted):
        qtbot.keyClick(panel, F8)


def test_m22_alt_d_and_f8_turn_the_window_to_the_citizen_whose_result_is_handed_out(
    qtbot: Any,
    window: MainWindow,
    hall: Hall,  # noqa: F811
):
    taken = hall.take_in(Outcome.ACCEPT)
    ruling = Ruling(is_granted=True, examiners=("甲", "乙"), certificate="林木采伐许可证")
    with hall.counter.store.write(hall.session) as uow:
        course.decide_case(uow, hall.session, taken.case_id, ruling, today=hall.clock.today())
    press(qtbot, window, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    until(qtbot, lambda: isinstance(window.page, DeliveryPage) and window.page.current() is not None)

    view = turn(qtbot, window, hall)
    assert window.guard.is_locked
    keys(qtbot, view, ENTER, Qt.Key.Key_2, ENTER)
    settle(qtbot, hall)

    (rated,) = case_of(hall, taken.case_id).ratings
    assert (rated.stage, rated.level) == (ev.RatingStage.COMPLETION, RatingLevel.SATISFIED)
    keys(qtbot, view, Qt.Key.Key_Space)
    unlock(qtbot, window, hall)
    assert isinstance(window.page, DeliveryPage)
