"""Pledges on the screen, by real keys: barred beside the field and in the conclusion, withdrawn, verified."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.domain.case import CaseState
from desktop.domain.case_pledge import PledgeState
from desktop.domain.checklist import MaterialState
from desktop.domain.outcome import Outcome
from tests.builders import COMPLETE
from tests.ui.case_fixtures import behind, hall, press, until, visit
from tests.ui.intake_fixtures import AtCounter, at, clock, published, sample
from tests.ui.test_case_actions import choose, open_actions, state
from tests.ui.test_intake_page import look
from ui.pages.intake.step import Step
from ui.pages.todo_page import TodoPage

__all__ = ["at", "behind", "clock", "hall", "look", "published", "sample", "visit"]

Key = Qt.Key
LISTED = "450000197804150019"  # on the sample's list, see resources/catalogue/README.md
PLEDGED = {**COMPLETE, "m3": MaterialState.PLEDGED}


def test_m10_the_field_says_why_nothing_may_be_pledged_and_the_key_does_nothing(at: AtCounter) -> None:
    at.choose("L1").keys(LISTED).settle()

    assert at.page.applicant_step.person_panel.bar.text() == (
        "申请人有失信记录（严重失信主体名单（示例）），信用修复前不适用告知承诺和容缺受理"
    )

    at.keys(Key.Key_Return, "王示例", Key.Key_Return, "13900000000", Key.Key_Return, "示例村1号")
    at.keys(Key.Key_Return, Key.Key_Return).settle()
    at.keys(Key.Key_1).settle()
    assert at.step() is Step.MATERIALS
    at.keys(Key.Key_1, Key.Key_1, Key.Key_5)  # the third may be pledged, but not by this applicant
    assert at.page.presenter.material_rows()[2].state is MaterialState.UNCHECKED


def test_m11_the_conclusion_says_why_nothing_may_be_deferred(at: AtCounter) -> None:
    at.choose("L1").person(number=LISTED)
    at.keys(Key.Key_1).settle()
    at.all_complete().keys(Key.Key_Return).settle()

    shown = at.page.presenter.conclusion()

    assert shown is not None
    reasons = {offer.outcome.value: offer.why_not for offer in shown.others}
    assert reasons["accept_deferred"][0].key == "why.barred"


def test_m10_a_pledge_is_verified_by_keys_and_a_false_one_prints_its_notice(qtbot, hall, visit):
    taken = hall.take_in(states=PLEDGED)
    page = open_actions(qtbot, visit, taken.case_id)

    press(qtbot, page, choose(page, "核查承诺"))
    press(qtbot, page, Key.Key_Space)
    tab = page.actions_flow.tab
    finding = tab.findChild(QComboBox, "finding")
    finding.setFocus()
    press(qtbot, page, Key.Key_Down)
    tab.findChild(QLineEdit, "facts").setFocus()
    qtbot.keyClicks(page.focusWidget(), "not true")
    for _ in range(2):
        press(qtbot, page, Key.Key_Return)

    until(qtbot, lambda: state(hall, taken.case_id).state is CaseState.RETURNED)
    case = state(hall, taken.case_id)
    assert case.papers[-1].title == "告知承诺核查处理通知书"
    assert case.credit is not None


def test_m10_a_pledge_is_withdrawn_by_keys(qtbot, hall, visit):
    taken = hall.take_in(states=PLEDGED)
    page = open_actions(qtbot, visit, taken.case_id)

    press(qtbot, page, choose(page, "撤回承诺"))
    press(qtbot, page, Key.Key_Space)
    for _ in range(2):  # the reason may stay empty
        press(qtbot, page, Key.Key_Return)

    until(qtbot, lambda: state(hall, taken.case_id).pledges[0].state is PledgeState.WITHDRAWN)
    assert [owed.name for owed in state(hall, taken.case_id).owed] == ["困难证明"]
    assert state(hall, taken.case_id).papers[-1].title == "撤回告知承诺确认书"


def test_m10_a_pledge_to_verify_stands_in_the_list_and_enter_opens_where_it_is_done(qtbot, hall, visit, clock):
    taken = hall.take_in(states=PLEDGED)
    clock.moment = datetime(2026, 12, 31, 1, 0, tzinfo=UTC)
    page = visit(TodoPage)
    until(qtbot, lambda: page.view is not None)

    line = next(line for line in page.view.lines if line.kind_word == "核查承诺")

    assert line.why == "承诺要在这天前核查：困难证明"
    went = []
    page.goto = lambda name, argument="": went.append((name, argument))
    page._open(line)
    assert went == [("case", f"{taken.case_id}#actions")]


def test_m11_a_supplement_that_is_late_lets_the_case_be_returned_on_its_page(qtbot, hall, visit, clock):
    taken = hall.take_in(Outcome.ACCEPT_DEFERRED, states={**COMPLETE, "m4": MaterialState.DEFERRED})

    clock.moment = datetime(2026, 12, 10, 1, 0, tzinfo=UTC)
    page = open_actions(qtbot, visit, taken.case_id)

    press(qtbot, page, choose(page, "退件"))
    qtbot.keyClicks(page.focusWidget(), "late")
    press(qtbot, page, Key.Key_Return)

    until(qtbot, lambda: state(hall, taken.case_id).state is CaseState.RETURNED)
