"""The random check on the screen: the lead draws by keys, the list prints, anybody sees that it repeats (M10)."""

import pytest
from PySide6.QtCore import Qt

from desktop.domain import draw_record, pledge_draw
from desktop.domain.checklist import MaterialState
from desktop.domain.people import Clerk, Session
from desktop.services import hall as hall_service
from desktop.services import pledge_draws
from tests.builders import COMPLETE, catalogue, item
from tests.ui.case_fixtures import behind, clock, hall, press, until, visit
from ui.dialogs import print_file
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


def test_m10_who_is_no_lead_is_told_so_and_cannot_draw(qtbot, hall, visit, other_clerk):
    hall.context.session = Session(clerk=other_clerk, window="02")

    page = open_page(qtbot, visit)

    assert page.only_lead.isVisible()
    assert not page.draw_key.isEnabled()


def test_m10_ctrl_e_saves_the_record_with_which_anybody_repeats_the_draw(qtbot, hall, visit, tmp_path, monkeypatch):
    hall.take_in(states=PLEDGED)
    with hall.counter.store.write(hall.session) as uow:
        hall_service.set_clerk(uow, Clerk(clerk_id="second", name="示例二"))
        draw = pledge_draws.draw_pledges(
            uow,
            hall.session,
            pledge_draws.Wanted(hall.clock.today(), hall.clock.today(), 100),
            seed="7c" * 32,
            today=hall.clock.today(),
        )
    page = open_page(qtbot, visit)
    target = tmp_path / "draw.json"
    monkeypatch.setattr(print_file, "ask", lambda _dialog, answer: answer(str(target)))

    press(qtbot, page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, target.exists)

    event = draw_record.decode(target.read_bytes())
    assert event.number == draw.case_number
    assert pledge_draw.compare(event) == ()
    assert "王示例" not in target.read_text(encoding="utf-8")


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
