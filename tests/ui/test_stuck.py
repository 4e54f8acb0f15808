"""M18: with whom every open case lies, in one click: step, department, post, person, days; opened and saved."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from desktop.domain.catalogue import Role, Step
from desktop.domain.checklist import MaterialState
from desktop.domain.course_way import Forwarding
from desktop.domain.deadline import LimitUnit, TimeLimit
from desktop.domain.outcome import Outcome
from desktop.services import course
from tests.builders import COMPLETE, OTHER_ID, catalogue, item
from tests.ui.case_fixtures import behind, clock, hall, press, published, until, visit  # noqa: F401
from tests.ui.conftest import activate, settle
from ui.pages.case_page import CasePage
from ui.pages.page import Goto
from ui.pages.stuck_page import StuckPage

ENTER = Qt.Key.Key_Return
CENTRE, TOWN, COUNTY = "示例镇便民服务中心（示例）", "示例镇人民政府（示例）", "示例县民政局"
HERE = item(
    steps=(
        Step(name="受理", department=CENTRE, post="综合窗口"),
        Step(name="审查", department=TOWN, post="农业岗", limit=TimeLimit(3, LimitUnit.WORKING_DAYS)),
        Step(name="送达", department=CENTRE, post="综合窗口"),
    )
)
ABOVE = item(
    code="L2",
    name="最低生活保障（示例）",
    role=Role.FIRST_REVIEW,
    authority=COUNTY,
    steps=(
        Step(name="收件与初审", department=CENTRE, post="综合窗口"),
        Step(name="转报", department=CENTRE, post="综合窗口"),
        Step(name="审核决定", department=COUNTY, post="救助股"),
        Step(name="送达", department=CENTRE, post="综合窗口"),
    ),
)


@pytest.fixture  # type: ignore[no-redef]
def published() -> Any:  # noqa: F811
    return catalogue(HERE, ABOVE)


@pytest.fixture
def shown(qtbot: Any, hall: Any, visit: Any, dressed: Any) -> Callable[[], StuckPage]:  # noqa: F811
    def show() -> StuckPage:
        page = visit(StuckPage)
        settle(qtbot, hall)
        activate(qtbot, page.window())
        assert isinstance(page, StuckPage)
        return page

    return show


@pytest.fixture
def three(hall: Any, clock: Any) -> dict[str, str]:  # noqa: F811
    """On Monday the 2nd one accepted, one to correct, one gone up on the 3rd and signed for above; it is the 12th."""
    accepted = hall.take_in(Outcome.ACCEPT).case_id
    missing = {**COMPLETE, "m3": MaterialState.MISSING}
    correcting = hall.take_in(Outcome.REQUEST_CORRECTION, name="李示例", id_number=OTHER_ID, states=missing).case_id
    up = hall.take_in(Outcome.RECEIVE, item_code="L2").case_id
    with hall.counter.store.write(hall.session) as uow:
        how = Forwarding(to_unit=COUNTY, opinion="符合", route="专人送达")
        course.forward(uow, hall.session, up, how, today=date(2026, 11, 3))
        course.receive_hand(uow, hall.session, up, unit=COUNTY, person="示例收件人", today=date(2026, 11, 5))
    clock.moment = datetime(2026, 11, 12, 1, 0, tzinfo=UTC)
    return {"accepted": accepted, "correcting": correcting, "up": up}


def test_an_empty_counter_says_so(hall, shown):  # noqa: F811
    page = shown()

    assert page.about.text() == "没有在办的办件。"
    assert not page.export_button.isEnabled()


def test_m18_each_open_case_shows_step_department_post_person_and_days(three, shown):
    page = shown()

    lines = {line.case.case_id: line for line in page.model.rows()}
    held = {
        name: (line.step, line.department, line.post, line.person, line.days)
        for name, line in ((name, lines[case_id]) for name, case_id in three.items())
    }
    assert held == {
        "accepted": ("审查", TOWN, "农业岗", "示例负责人", 8),  # from the 2nd: 3-6 and 9-12 November
        "correcting": ("补正材料", "申请人", "", "李示例", 8),
        "up": ("审核决定", COUNTY, "救助股", "示例收件人", 5),  # from the 5th: 6 and 9-12 November
    }
    assert lines[three["accepted"]].lamp == "● 超期 环节11-05前"
    assert [line.days for line in page.model.rows()] == [8, 8, 5]


def test_m18_the_keys_go_from_the_department_to_its_cases_and_open_one(qtbot, three, shown):
    page = shown()
    asked: list[Goto] = []
    page.navigate.connect(asked.append)
    names = [group.department for group in page.groups.rows()]
    assert sorted(names[1:]) == sorted([TOWN, "申请人", COUNTY])
    assert page.group_table.hasFocus()

    for _ in range(names.index(COUNTY)):
        press(qtbot, page, Qt.Key.Key_Down)
    assert [line.case.case_id for line in page.model.rows()] == [three["up"]]
    assert "救助股　示例收件人" in page.about.text()  # the columns of post and person go first where it is narrow
    press(qtbot, page, ENTER)
    press(qtbot, page, ENTER)

    assert asked == [Goto("case", three["up"])]


def test_m18_the_chain_of_a_case_says_after_each_step_with_which_post_it_lay(qtbot, hall, three, visit, dressed):  # noqa: F811
    page = visit(CasePage, three["up"])
    until(qtbot, lambda: page.loaded is not None)

    held = {step.title: step.held.who for step in page.timeline.steps}
    assert held["收件"] == f"{CENTRE} · 综合窗口"
    assert held["转报"] == f"{COUNTY} · 救助股"
    assert page.timeline.steps[-1].held.who == f"{COUNTY} · 救助股"


def test_m18_the_step_of_now_has_the_lamp_of_its_own_limit(qtbot, hall, three, visit, dressed):  # noqa: F811
    page = visit(CasePage, three["accepted"])
    until(qtbot, lambda: page.loaded is not None)

    now = page.timeline.steps[-1].held
    assert (now.who, now.limit, now.lamp, now.tone) == (f"{TOWN} · 农业岗", "限3个工作日", "● 超期 11-05前", "red")


def test_the_list_is_saved_as_a_spreadsheet(qtbot, hall, three, shown, tmp_path: Path):  # noqa: F811
    page = shown()
    target = tmp_path / "list.xlsx"

    page.write(str(target))
    settle(qtbot, hall)

    rows = list(load_workbook(target).worksheets[0].iter_rows(values_only=True))
    assert rows[0][:6] == ("停留工作日", "灯", "环节", "部门", "岗位", "责任人")
    assert len(rows) == 4
    assert (COUNTY, "救助股", "示例收件人") in [row[3:6] for row in rows]
