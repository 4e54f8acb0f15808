"""M7, M19: the five days watch by themselves; what a passed day allows is done from the list with one key."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.domain.case import CaseState
from desktop.domain.catalogue import Role
from desktop.domain.checklist import MaterialState
from desktop.domain.outcome import Outcome
from desktop.services.correction_rule import CorrectionRule, set_correction_rule
from tests.builders import COMPLETE, catalogue, item
from tests.ui.case_fixtures import behind, clock, hall, press, published, until, visit  # noqa: F401
from tests.ui.conftest import activate, settle
from ui.pages.settings_correction import CorrectionSection
from ui.pages.todo_acts import Act
from ui.pages.todo_page import TodoPage

ENTER = Qt.Key.Key_Return
UNCHECKED = {**COMPLETE, "m3": MaterialState.UNCHECKED}
MISSING = {**COMPLETE, "m3": MaterialState.MISSING}
RULE = CorrectionRule(14, "本厅2026年9月1日公告第3号")


@pytest.fixture
def shown(qtbot: Any, hall: Any, visit: Any, dressed: Any) -> Callable[[], TodoPage]:  # noqa: F811
    def show() -> TodoPage:
        page = visit(TodoPage)
        settle(qtbot, hall)
        activate(qtbot, page.window())
        assert isinstance(page, TodoPage)
        return page

    return show


def give_days(hall: Any, rule: CorrectionRule = RULE) -> None:  # noqa: F811
    with hall.counter.store.write(hall.session) as uow:
        set_correction_rule(uow, hall.session, rule)


def case(hall: Any, case_id: str) -> Any:  # noqa: F811
    with hall.counter.store.read() as reader:
        return reader.case(case_id)


def test_m7_a_case_that_nobody_answered_is_seen_before_its_day_and_has_no_key_yet(qtbot, hall, clock, shown):  # noqa: F811
    hall.take_in(Outcome.RECEIVE, states=UNCHECKED)  # Monday the 2nd: the fifth working day is the 9th
    clock.moment = datetime(2026, 11, 6, 1, 0, tzinfo=UTC)
    page = shown()

    (line,) = page.model.rows()
    assert (line.tone, line.act) == ("yellow", None)
    assert line.lamp == "● 临期 11-09"
    press(qtbot, page, Qt.Key.Key_4)
    assert not page.detail.form.isVisible()


def test_m7_after_the_fifth_day_4_and_enter_accept_as_of_the_day_of_receipt(qtbot, hall, clock, shown):  # noqa: F811
    taken = hall.take_in(Outcome.RECEIVE, states=UNCHECKED)
    clock.moment = datetime(2026, 11, 10, 1, 0, tzinfo=UTC)
    page = shown()
    (line,) = page.model.rows()
    assert (line.tone, line.act) == ("red", Act.DEEM)

    press(qtbot, page, Qt.Key.Key_4)
    press(qtbot, page, ENTER)
    until(qtbot, lambda: case(hall, taken.case_id).state is CaseState.ACCEPTED)
    settle(qtbot, hall)

    assert case(hall, taken.case_id).accepted_on == date(2026, 11, 2)
    assert case(hall, taken.case_id).papers[-1].kind == "acceptance_notice"


@pytest.mark.parametrize("published", [catalogue(item(role=Role.COLLECTS, authority="示例县人力资源和社会保障局"))])
def test_what_is_collected_for_another_authority_is_never_deemed_accepted_here(hall, clock, shown):  # noqa: F811
    hall.take_in(Outcome.RECEIVE)
    clock.moment = datetime(2026, 11, 10, 1, 0, tzinfo=UTC)

    assert [line.act for line in shown().model.rows()] in ([], [None])


def test_m5_an_overdue_correction_is_returned_with_4_a_reason_and_enter(qtbot, hall, clock, shown):  # noqa: F811
    give_days(hall)
    taken = hall.take_in(Outcome.REQUEST_CORRECTION, states=MISSING)
    clock.moment = datetime(2026, 11, 17, 1, 0, tzinfo=UTC)  # the notice gave 14 days, until the 16th
    page = shown()
    assert [line.act for line in page.model.rows()] == [Act.RETURN]

    press(qtbot, page, Qt.Key.Key_4)
    reason = page.findChild(QLineEdit, "reason")
    until(qtbot, lambda: reason.hasFocus())
    press(qtbot, page, ENTER)
    until(qtbot, lambda: case(hall, taken.case_id).state is CaseState.RETURNED)
    settle(qtbot, hall)

    assert case(hall, taken.case_id).end_reason == "逾期未补正申请材料"
    assert case(hall, taken.case_id).papers[-1].kind == "return_notice"
    assert page.stack.currentIndex() == 1


def test_without_a_reason_it_is_not_returned_and_esc_leaves_it(qtbot, hall, clock, shown):  # noqa: F811
    give_days(hall)
    taken = hall.take_in(Outcome.REQUEST_CORRECTION, states=MISSING)
    clock.moment = datetime(2026, 11, 17, 1, 0, tzinfo=UTC)
    page = shown()
    press(qtbot, page, Qt.Key.Key_4)
    page.findChild(QLineEdit, "reason").clear()

    press(qtbot, page, ENTER)
    field = page.detail.form._fields["reason"]
    until(qtbot, lambda: field.error == "请写明理由，文书上要告知申请人。")
    press(qtbot, page, Qt.Key.Key_Escape)

    assert page.table.hasFocus()
    assert case(hall, taken.case_id).state is CaseState.CORRECTING


def test_the_notice_prints_where_the_days_were_published(hall):  # noqa: F811
    give_days(hall)
    taken = hall.take_in(Outcome.REQUEST_CORRECTION, states=MISSING)

    with hall.counter.store.read() as reader:
        notice = reader.paper(taken.papers[-1])
    assert (notice.supply_by, notice.supply_basis) == (date(2026, 11, 16), RULE.published)


def test_the_lead_sets_the_days_by_keyboard_and_a_limit_wants_its_publication(qtbot, hall, behind, dressed):  # noqa: F811
    section = CorrectionSection(hall.context)
    section.setParent(behind)
    section.show()
    section.opened()
    settle(qtbot, hall)
    activate(qtbot, behind)
    section.setFocus()
    section.entry("days").selectAll()

    qtbot.keyClicks(section.entry("days"), "10")
    press(qtbot, section, ENTER)
    press(qtbot, section, ENTER)
    until(qtbot, lambda: section.fields["published"].error.startswith("法律没有规定补正期限"))
    qtbot.keyClicks(section.entry("published"), "2026-3")
    press(qtbot, section, ENTER)
    settle(qtbot, hall)

    with hall.counter.store.read() as reader:
        assert (reader.setting("correction.days"), reader.setting("correction.published")) == ("10", "2026-3")
