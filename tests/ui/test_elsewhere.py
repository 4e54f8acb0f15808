"""A case for another place on the screen, by real keys from the question where to the result's way back (M9)."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from desktop.domain import elsewhere
from desktop.domain.case import CaseState
from desktop.domain.catalogue_elsewhere import ElsewhereWay, JointStep, Mode, Reach, Side
from desktop.domain.joint import Settled
from desktop.domain.outcome import Outcome
from desktop.services.course_elsewhere import send_elsewhere, settle_joint_step
from tests.builders import catalogue, item
from tests.ui.case_fixtures import behind, hall, press, until, visit
from tests.ui.intake_fixtures import ENTER, AtCounter, at, clock, look, published, sample
from tests.ui.test_case_actions import choose, open_actions, state
from ui.pages.case_entry_presenter import Words
from ui.pages.case_holder import holder
from ui.pages.intake.step import Step

__all__ = ["at", "behind", "clock", "hall", "look", "published", "sample", "visit"]

Key = Qt.Key
PLACE = "441900 广东省（示例）东莞市"


def at_question(at: AtCounter, code: str) -> AtCounter:
    """Step 3 of the item, where it is asked who decides."""
    at.choose(code).person()
    assert at.step() is Step.SITUATION
    assert at.page.situation_step.question.text() == "1. 这件事由哪里办理？"
    return at


def answer_rest(at: AtCounter) -> None:
    while at.step() is Step.SITUATION and (view := at.page.presenter.situation()) is not None and view.asked:
        at.keys(Key.Key_1).settle()


def test_m9_another_place_is_typed_after_its_answer_and_the_receipt_names_it(at: AtCounter) -> None:
    at_question(at, "社会保障卡申领")
    at.keys(Key.Key_3)  # 跨省通办
    answer_rest(at)
    assert at.focus == "place_name"

    at.keys(ENTER)
    assert "请填写办理地" in at.page.situation_step.place_panel.fields["place_name"].error
    at.keys("441900 ", "广东省（示例）东莞市", ENTER).settle()
    assert at.step() is Step.MATERIALS
    assert "形式审查" in "".join(point for row in at.page.presenter.material_rows() for point in detail(at, row.code))

    at.all_complete().keys(ENTER).settle()
    view = at.page.presenter.conclusion()
    assert view is not None
    assert view.lawful[0].paper == "异地办理收件凭证"  # what is promised is what comes out
    at.conclude().close_paper()
    case = at.case()
    assert case.papers[-1].title == "异地办理收件凭证"
    assert case.elsewhere is not None
    assert case.elsewhere.authority == "广东省（示例）东莞市社会保险经办机构"
    assert case.state is CaseState.RECEIVED


def detail(at: AtCounter, code: str) -> tuple[str, ...]:
    found = at.page.presenter.material_detail(code)
    return found.points if found else ()


def test_m9_decided_here_nothing_more_is_asked(at: AtCounter) -> None:
    at_question(at, "社会保障卡申领").keys(Key.Key_1)
    answer_rest(at)

    assert at.settle().step() is Step.MATERIALS
    assert not at.page.situation_step.place_panel.isVisible()


def test_m9_who_only_asked_gives_a_name_once_it_is_taken_in_for_another_place(at: AtCounter) -> None:
    at.choose("工业产品生产许可证核发（咨询）")
    assert at.step() is Step.SITUATION  # for advice nobody gives a name

    at.keys(Key.Key_3).settle()
    at.keys("441900 ", "广东省（示例）东莞市", ENTER).settle()

    assert at.step() is Step.APPLICANT


WAY = ElsewhereWay(mode=Mode.COLLECTED, reach=Reach.NATION, authority="公安派出所", routes=("邮寄", "网络"))


class TestOnTheCasePage:
    """With a small catalogue, as the other tests of the case page."""

    @pytest.fixture
    def published(self) -> Any:
        return catalogue(item(elsewhere=(WAY,)))

    def taken(self, hall: Any) -> str:
        answers = {"place": "1", "办理地": "collected.nation"}
        return str(hall.take_in(Outcome.RECEIVE, answers=answers, place_name=PLACE).case_id)

    def test_m9_it_is_sent_by_post_by_keys(self, qtbot: Any, hall: Any, visit: Any) -> None:
        case_id = self.taken(hall)
        page = open_actions(qtbot, visit, case_id)

        press(qtbot, page, choose(page, "转出到办理地"))
        press(qtbot, page, Key.Key_Return)
        qtbot.keyClicks(page.focusWidget(), "EMS1")
        press(qtbot, page, Key.Key_Return)

        until(qtbot, lambda: state(hall, case_id).state is CaseState.FORWARDED)
        assert state(hall, case_id).sent.tracking_number == "EMS1"
        assert state(hall, case_id).papers[-1].title == "转办交接单"

    def test_m9_the_decision_there_is_noted_by_keys(self, qtbot: Any, hall: Any, visit: Any) -> None:
        case_id = self.taken(hall)
        with hall.counter.store.write(hall.session) as uow:
            send_elsewhere(uow, hall.session, case_id, route="网络", today=hall.clock.today())
        page = open_actions(qtbot, visit, case_id)

        press(qtbot, page, choose(page, "登记办理地进度"))
        for _ in range(2):
            press(qtbot, page, Key.Key_Down)  # to 已办结
        for _ in range(4):
            press(qtbot, page, Key.Key_Return)

        until(qtbot, lambda: state(hall, case_id).state is CaseState.DECIDED)


STEPS = (
    JointStep(name="受理", side=Side.HERE),
    JointStep(name="出具迁移证明", side=Side.THERE),
    JointStep(name="落户送达", side=Side.HERE),
)
TOGETHER = ElsewhereWay(mode=Mode.JOINT, reach=Reach.NATION, authority="公安派出所", routes=("网络",), steps=STEPS)


class TestTogether:
    """多地联办 on the case page: who has it, what is open, each step by keys until it can be decided."""

    @pytest.fixture
    def published(self) -> Any:
        return catalogue(item(elsewhere=(TOGETHER,)))

    def taken(self, hall: Any) -> str:
        answers = {"place": "1", "办理地": elsewhere.key_of(TOGETHER)}
        return str(hall.take_in(Outcome.ACCEPT, answers=answers, place_name=PLACE).case_id)

    def test_m9_the_step_of_the_other_place_is_noted_by_keys_with_who_did_it(
        self, qtbot: Any, hall: Any, visit: Any
    ) -> None:
        case_id = self.taken(hall)
        with hall.counter.store.write(hall.session) as uow:
            send_elsewhere(uow, hall.session, case_id, route="网络", today=hall.clock.today())
        page = open_actions(qtbot, visit, case_id)

        press(qtbot, page, choose(page, "登记办理地进度"))
        shown = page.actions_flow.tab.findChild(QComboBox, "joint_step")
        assert [shown.itemText(row) for row in range(shown.count())] == [
            "2 出具迁移证明（广东省（示例）东莞市）",
            "3 落户送达（本地）",
        ]
        for _ in range(2):
            press(qtbot, page, Key.Key_Return)
        qtbot.keyClicks(page.focusWidget(), "pai chu suo")
        for _ in range(2):
            press(qtbot, page, Key.Key_Return)

        until(qtbot, lambda: len(state(hall, case_id).joint_settled) == 2)
        settled = state(hall, case_id).joint_settled[-1]
        assert (settled.number, settled.side, settled.by, settled.is_done) == (2, Side.THERE, "pai chu suo", True)

    def test_m9_the_case_says_which_place_has_it_and_in_which_step(self, qtbot: Any, hall: Any) -> None:
        case_id = self.taken(hall)
        here = state(hall, case_id).item.authority
        assert holder(state(hall, case_id), Words("zh", {})) == f"{here}（联办第1步：受理）"

        with hall.counter.store.write(hall.session) as uow:
            send_elsewhere(uow, hall.session, case_id, route="网络", today=hall.clock.today())

        there = "广东省（示例）东莞市公安派出所（联办第2步：出具迁移证明）"
        assert holder(state(hall, case_id), Words("zh", {})) == there
        with hall.counter.store.write(hall.session) as uow:
            done = Settled(2, by="示例派出所")
            settle_joint_step(uow, hall.session, case_id, done, today=hall.clock.today())
        assert holder(state(hall, case_id), Words("zh", {})) == f"{here}（联办第3步：落户送达）"

    def test_m9_a_step_of_the_other_place_without_who_did_it_is_refused_beside_the_field(
        self, qtbot: Any, hall: Any, visit: Any
    ) -> None:
        case_id = self.taken(hall)
        with hall.counter.store.write(hall.session) as uow:
            send_elsewhere(uow, hall.session, case_id, route="网络", today=hall.clock.today())
        page = open_actions(qtbot, visit, case_id)

        press(qtbot, page, choose(page, "登记办理地进度"))
        for _ in range(4):
            press(qtbot, page, Key.Key_Return)

        until(qtbot, lambda: "办理单位或者人员" in said(page))
        assert [event.number for event in state(hall, case_id).joint_settled] == [1]  # done with sending it

    def test_m9_the_decision_says_what_the_other_place_still_has_to_do(self, qtbot: Any, hall: Any, visit: Any) -> None:
        page = open_actions(qtbot, visit, self.taken(hall))

        reasons = " ".join(widget.text() for widget in page.actions_flow.tab.findChildren(QLabel))

        assert "联办地的步骤还没有办完（出具迁移证明）" in reasons


def said(page: Any) -> str:
    return " ".join(widget.text() for widget in page.actions_flow.tab.findChildren(QLabel) if widget.isVisible())
