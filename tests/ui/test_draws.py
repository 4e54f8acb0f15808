"""The random check on the screen: the lead draws by keys, the list prints, anybody sees that it repeats (M10)."""

import pytest
from PySide6.QtCore import Qt

from desktop.domain.checklist import MaterialState
from desktop.domain.people import Clerk
from desktop.services import hall as hall_service
from tests.builders import COMPLETE, catalogue, item
from tests.ui.case_fixtures import behind, clock, hall, press, until, visit
from ui.pages.draw_page import DrawPage

__all__ = ["behind", "clock", "hall", "visit"]

PLEDGED = {**COMPLETE, "m3": MaterialState.PLEDGED}


@pytest.fixture
def published():
    return catalogue(item())


def open_page(qtbot, visit):
    page = visit(DrawPage)
    until(qtbot, lambda: page.view is not None)
    return page


def test_m10_the_lead_draws_by_keys_and_the_list_is_issued(qtbot, hall, visit):
    taken = hall.take_in(states=PLEDGED)
    with hall.counter.store.write(hall.session) as uow:
        hall_service.set_clerk(uow, Clerk(clerk_id="second", name="示例二"))
    page = open_page(qtbot, visit)
    page.first_focus()
    assert page.edits["share"].hasFocus()

    qtbot.keyClicks(page.edits["share"], "100")
    press(qtbot, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    until(qtbot, lambda: bool(page.view.rows))
    (row,) = page.view.rows
    assert (row.case_id, row.material, row.state) == (taken.case_id, "困难证明", "待核查")
    assert page.view.differences == ()
    assert page.view.seed in page.proof.text()
    with hall.counter.store.read() as reader:
        assert reader.issued_paper(page.view.number).title == "告知承诺抽查名单（双随机）"


def test_m10_nothing_to_draw_from_is_said(qtbot, hall, visit):
    page = open_page(qtbot, visit)

    press(qtbot, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    until(qtbot, lambda: page.saying.text() == "这段时间没有待核查的承诺")


@pytest.mark.parametrize(("field", "typed"), [("share", "101"), ("share", "x"), ("ends_on", "2026-13-01")])
def test_m10_what_is_typed_wrong_stands_beside_its_field(qtbot, hall, visit, field, typed):
    page = open_page(qtbot, visit)
    page.edits[field].setText(typed)

    page.edits["begins_on"].setFocus()
    press(qtbot, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    until(qtbot, lambda: bool(page.fields[field].error))
