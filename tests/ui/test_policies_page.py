"""政策: all policies in force, found by typing, tried by hand, printed, noted; by real keys."""

from datetime import date
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt

from desktop.catalogue_files.sample import load_sample
from desktop.domain.papers_guidance import PolicyLeaflet
from tests.ui.case_fixtures import behind, clock, hall, press, until, visit
from tests.ui.test_policies_intake import number_born
from ui.pages.policies_page import PoliciesPage, Shown
from ui.pages.policy_presenter import PolicyDesk

__all__ = ["behind", "clock", "hall", "visit"]

SAMPLE = load_sample()
OLD = number_born(date(1940, 1, 1))


@pytest.fixture
def published():
    return msgspec.structs.replace(SAMPLE, division="450000")


@pytest.fixture
def page(qtbot, visit, behind):
    made = visit(PoliciesPage)
    behind.windowHandle().requestActivate()  # shortcuts are heard in an active window only
    until(qtbot, behind.isActiveWindow)
    until(qtbot, lambda: made.shown is not None)
    return made


def listed(page):
    return [page.panel.list.item(row).text() for row in range(page.panel.list.count())]


def test_m21_every_policy_in_force_is_there_and_found_by_name_office_and_initials(page):
    assert listed(page) == [policy.name for policy in SAMPLE.policies]

    for typed, found in (
        ("高龄", ["高龄津贴（示例）"]),
        ("gljt", ["高龄津贴（示例）"]),
        ("税务局", ["个体工商户税费减免（示例）"]),
    ):
        page.search.setText(typed)
        assert listed(page) == found
    page.search.setText("没有这样的政策")
    assert listed(page) == []
    assert page.panel.nothing.isVisibleTo(page)


def test_m21_tried_by_hand_for_a_person_and_for_an_organisation(qtbot, page):
    page.number.setText(OLD)
    assert listed(page)[0] == "fits　高龄津贴（示例）"
    assert "does not fit　创业担保贷款贴息（示例）" in listed(page)
    page.panel.list.setCurrentRow(listed(page).index("does not fit　创业担保贷款贴息（示例）"))
    assert page.panel.detail.shown("why") == "不符合“未到法定退休年龄（示例按59周岁以下）”"

    page.number.setText("92450000DEM2000057")
    assert listed(page)[0] == "fits　农机购置与应用补贴（示例）"
    assert "fits　个体工商户税费减免（示例）" in listed(page)
    assert "does not fit　高龄津贴（示例）" in listed(page)


def test_m21_with_nothing_known_the_questions_lead_to_the_answer(qtbot, page):
    page.search.setText("残疾人两项")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.panel.list.hasFocus()
    assert page.panel.question.text.text() == "是个人还是单位？"

    press(qtbot, page.panel.list, Qt.Key.Key_1)
    assert page.panel.question.text.text() == "持有残疾人证吗？"
    press(qtbot, page.panel.list, Qt.Key.Key_1)

    assert listed(page) == ["fits　残疾人两项补贴（示例）"]
    assert page.told == {"applicant": "person", "disabled": "yes"}
    press(qtbot, page.panel.list, Qt.Key.Key_Backspace)
    assert page.told == {"applicant": "person"}
    qtbot.keyClick(page.panel.list, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    until(qtbot, lambda: page.told == {})
    assert page.search.text() == ""


def test_m21_the_leaflet_is_printed_for_somebody_who_only_asks_and_what_was_told_is_noted(qtbot, hall, behind, page):
    page.number.setText(OLD)
    page.name.setText("王示例")

    qtbot.keyClick(page.search, Qt.Key.Key_F9)
    until(qtbot, lambda: hall.context.printer.dialog is not None)
    dialog = hall.context.printer.dialog
    until(qtbot, lambda: dialog.view.page_count > 0)
    with hall.counter.store.read() as reader:
        leaflet = reader.paper(dialog.flow.view.number)
    dialog.reject()

    assert isinstance(leaflet, PolicyLeaflet)
    assert (leaflet.told_to, leaflet.policies[0].standing) == ("王示例", "适合")
    assert leaflet.head.case_number == ""

    said: list[Any] = []
    page.notice.connect(said.append)
    until(qtbot, lambda: hall.context.printer.dialog is None)
    behind.windowHandle().requestActivate()
    until(qtbot, behind.isActiveWindow)
    qtbot.keyClick(page.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: bool(said))
    assert "policies" in said[0].text


def test_a_catalogue_without_policies_says_so(qtbot, page):
    page._have(Shown(PolicyDesk(), "2026.11.01"))

    assert listed(page) == []
    assert "no policies" in page.panel.nothing.text()
    assert not page.print_button.isEnabled()
