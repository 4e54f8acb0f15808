"""A case after intake on its page: what is lawful now, done by real keys, with its paper and in the ledger."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from desktop.domain.case import CaseState
from desktop.domain.catalogue import Role
from desktop.domain.checklist import MaterialState
from desktop.domain.course_rules import Action
from desktop.domain.course_way import Forwarding
from desktop.domain.outcome import Outcome
from desktop.services import course
from tests.builders import COMPLETE, catalogue, item
from tests.ui.case_fixtures import behind, clock, hall, press, published, until, visit
from ui.pages.case_action_presenter import ActionLine
from ui.pages.case_actions import ActionsPanel
from ui.pages.case_page import CasePage
from ui.pages.case_question import Question

__all__ = ["behind", "clock", "hall", "published", "visit"]

Alt = Qt.KeyboardModifier.AltModifier
MISSING = {**COMPLETE, "m3": MaterialState.MISSING}


def open_actions(qtbot, visit, case_id):
    page = visit(CasePage, f"{case_id}#actions")
    until(qtbot, lambda: page.loaded is not None and page.tabs.currentWidget() is page.actions_flow.tab)
    until(qtbot, lambda: page.actions_flow.tab.hasFocus())
    return page


def state(hall, case_id):
    with hall.counter.store.read() as reader:
        return reader.case(case_id)


def choose(page, text):
    """The digit of an action by its words, as a clerk reads it."""
    line = next(line for line in page.actions_flow.tab._lines if line.text == text)
    return Qt.Key(Qt.Key.Key_0 + line.digit)


def test_m5_corrections_are_marked_with_the_space_bar_and_accepted_with_enter(qtbot, hall, visit, clock):
    taken = hall.take_in(Outcome.REQUEST_CORRECTION, states=MISSING)
    clock.moment = datetime(2026, 11, 12, 1, 0, tzinfo=UTC)
    page = open_actions(qtbot, visit, taken.case_id)

    press(qtbot, page, choose(page, "收取补正材料"))
    box = page.focusWidget()
    assert isinstance(box, QCheckBox)
    assert box.text() == "困难证明"
    press(qtbot, page, Qt.Key.Key_Space)
    press(qtbot, page, Qt.Key.Key_Return)

    until(qtbot, lambda: state(hall, taken.case_id).state is CaseState.ACCEPTED)
    assert state(hall, taken.case_id).papers[-1].title == "补正材料收件凭证"


def test_nothing_marked_is_said_and_nothing_is_recorded(qtbot, hall, visit):
    taken = hall.take_in(Outcome.REQUEST_CORRECTION, states=MISSING)
    page = open_actions(qtbot, visit, taken.case_id)

    press(qtbot, page, choose(page, "收取补正材料"))
    press(qtbot, page, Qt.Key.Key_Return)

    until(qtbot, lambda: page.saying.text() == "请勾选今天交来的材料。")
    assert state(hall, taken.case_id).state is CaseState.CORRECTING


def test_a_fault_stands_beside_its_question_and_the_keyboard_goes_there(qtbot, hall, visit):
    taken = hall.take_in(Outcome.ACCEPT)
    page = open_actions(qtbot, visit, taken.case_id)

    press(qtbot, page, choose(page, "延长办理期限"))
    entry = page.findChild(QLineEdit, "reason")
    until(qtbot, lambda: entry.hasFocus())
    for _ in range(2):
        press(qtbot, page, Qt.Key.Key_Return)

    field = page.actions_flow.tab._fields["reason"]
    until(qtbot, lambda: field.error == "请写明理由，文书上要告知申请人。")
    assert entry.hasFocus()
    assert not state(hall, taken.case_id).extended_by


def test_m6_a_decision_goes_from_the_keyboard_to_the_signed_receipt(qtbot, hall, visit):
    taken = hall.take_in(Outcome.ACCEPT)
    page = open_actions(qtbot, visit, taken.case_id)

    press(qtbot, page, choose(page, "作出决定"))
    assert isinstance(page.focusWidget(), QComboBox)
    for _ in range(6):
        press(qtbot, page, Qt.Key.Key_Return)
    until(qtbot, lambda: state(hall, taken.case_id).state is CaseState.DECIDED)

    until(qtbot, lambda: any(line.text == "送达申请人" and line.digit for line in page.actions_flow.tab._lines))
    until(qtbot, lambda: page.focusWidget() is page.actions_flow.tab)  # behind the paper: the next digit chooses
    press(qtbot, page, choose(page, "送达申请人"))
    for _ in range(5):
        press(qtbot, page, Qt.Key.Key_Return)
    until(qtbot, lambda: state(hall, taken.case_id).state is CaseState.DELIVERED)

    kinds = [paper.kind for paper in state(hall, taken.case_id).papers]
    assert kinds[-2:] == ["grant_decision", "delivery_receipt"]
    until(qtbot, lambda: not page.tabs.isTabVisible(5))
    until(qtbot, lambda: page.focusWidget() is page.sheet_view)  # not on the rail, where Enter leaves the case


def test_esc_closes_the_form_before_it_leaves_the_page(qtbot, hall, visit):
    taken = hall.take_in(Outcome.ACCEPT)
    page = open_actions(qtbot, visit, taken.case_id)
    press(qtbot, page, choose(page, "申请人撤回"))
    assert page.actions_flow.tab.chosen is not None

    press(qtbot, page, Qt.Key.Key_Escape)

    assert page.actions_flow.tab.chosen is None
    assert page.actions_flow.tab.hasFocus()


@pytest.mark.parametrize("published", [catalogue(item(role=Role.FIRST_REVIEW, authority="示例县民政局"))])
def test_m16_a_case_goes_up_and_the_page_says_who_has_it(qtbot, hall, visit, published):
    taken = hall.take_in(Outcome.RECEIVE)
    page = open_actions(qtbot, visit, taken.case_id)

    press(qtbot, page, choose(page, "转报上级"))
    opinion = page.findChild(QLineEdit, "opinion")
    until(qtbot, lambda: opinion.hasFocus())
    opinion.setText("符合条件")
    for _ in range(3):
        press(qtbot, page, Qt.Key.Key_Return)

    until(qtbot, lambda: state(hall, taken.case_id).state is CaseState.FORWARDED)
    until(qtbot, lambda: page.loaded.view.head.holder == "示例县民政局（已转报）")


@pytest.mark.parametrize("published", [catalogue(item(role=Role.FIRST_REVIEW, authority="示例县民政局"))])
def test_a_hand_is_signed_once_by_enter_and_the_next_hand_begins_with_an_empty_form(qtbot, hall, visit, published):
    taken = hall.take_in(Outcome.RECEIVE)
    with hall.counter.store.write(hall.session) as uow:
        how = Forwarding(to_unit="示例县民政局", opinion="符合条件")
        course.forward(uow, hall.session, taken.case_id, how, today=hall.clock.today())
    page = open_actions(qtbot, visit, taken.case_id)

    press(qtbot, page, choose(page, "交接签收"))
    page.findChild(QLineEdit, "person").setText("示例甲")
    for _ in range(3):  # once more than the form asks for
        press(qtbot, page, Qt.Key.Key_Return)

    until(qtbot, lambda: page.actions_flow.tab.chosen is None)
    until(qtbot, lambda: page.actions_flow.tab.hasFocus())
    assert [hand.person for hand in state(hall, page.case_id).hands] == ["示例甲"]


def test_what_is_typed_stays_when_the_case_changes_behind_it(qtbot, hall, visit):
    page = open_actions(qtbot, visit, hall.take_in(Outcome.ACCEPT).case_id)
    press(qtbot, page, choose(page, "延长办理期限"))
    page.findChild(QLineEdit, "reason").setText("需要现场核查")
    panel = page.actions_flow.tab

    panel.show_lines(panel._lines[1:])

    assert page.findChild(QLineEdit, "reason") is not None
    assert panel._fields["reason"].editor.text() == "需要现场核查"
    assert panel._fields["reason"].editor.hasFocus()


def test_a_long_choice_pushes_nothing_out_of_view_and_a_fault_scrolls_to_its_question(qtbot, dressed):
    panel = ActionsPanel()
    qtbot.addWidget(panel)
    panel.resize(520, 200)
    panel.show()
    long = Question("which", "哪一处", choices=(("address", "申请人住址：" + "示例镇示例村" * 20),), is_long=True)
    others = tuple(Question(f"q{place}", "更正为") for place in range(8))
    panel.show_lines([ActionLine(Action.DECIDE, 1, "更正", "", questions=(long, *others))])
    qtbot.keyClick(panel, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: panel.area.verticalScrollBar().maximum() > 0)

    panel.set_error("q7", "请填写。")

    field = panel._fields["q7"]
    assert panel.area.horizontalScrollBar().maximum() == 0
    qtbot.waitUntil(lambda: field.visibleRegion().contains(field.rect().bottomLeft()))
