"""M12 中介事一站办 at intake by real keys: Alt+I, a choice that waits in the draft, its slip with the case."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt

from desktop.domain.events import IntermediaryChosen
from desktop.domain.intermediary import HowChosen
from desktop.domain.papers_guidance import IntermediarySlip
from tests.services.test_guidance import REGISTER
from tests.ui.case_fixtures import behind, hall, until
from tests.ui.intake_fixtures import AtCounter, at, clock, look, sample
from tests.ui.test_policies_intake import activate
from ui.pages.intermediary_dialog import IntermediaryDialog

__all__ = ["at", "behind", "clock", "hall", "look", "sample"]

ALT, Key = Qt.KeyboardModifier.AltModifier, Qt.Key


@pytest.fixture
def published(sample):
    items = tuple(
        msgspec.structs.replace(one, intermediary_services=("测绘", "检测")) if one.code == "L1" else one
        for one in sample.items
    )
    return msgspec.structs.replace(sample, items=items, intermediaries=REGISTER)


def press_alt_i(at: AtCounter) -> None:
    activate(at, at.page.window())
    at.qtbot.keyClick(at.page.window().focusWidget() or at.page, Key.Key_I, ALT)
    at.settle()


def open_register(at: AtCounter) -> IntermediaryDialog:
    press_alt_i(at)
    dialog = at.page.intermediaries.dialog
    assert dialog is not None
    until(at.qtbot, dialog.isVisible)
    activate(at, dialog)
    return dialog


def press(at: AtCounter, dialog: IntermediaryDialog, *keys: Any) -> None:
    for key in keys:
        at.qtbot.keyClick(dialog.focusWidget() or dialog, key)
    at.settle()


def recorded(at: AtCounter, case_id: str) -> list[IntermediaryChosen]:
    with at.hall.counter.store.read() as reader:
        return [line.event for line in reader.lines_of(case_id) if isinstance(line.event, IntermediaryChosen)]


def card(at: AtCounter) -> str:
    shown = at.page.intermediaries.card
    return shown.text() if shown.isVisible() else ""


def test_m12_an_item_that_may_need_services_says_so_with_the_key(at):
    at.choose("C1")
    assert card(at) == ""

    at.page.new_form()
    at.settle().choose("L1")

    assert card(at).endswith("Alt+I")
    assert card(at).startswith("2 ")


def test_m12_a_lot_drawn_while_typing_is_in_the_draft_and_goes_to_the_case_with_its_slip(at):
    at.choose("L1")
    dialog = open_register(at)
    press(at, dialog, Key.Key_L)

    (event,) = at.form.intermediaries
    assert event.how is HowChosen.LOT
    assert event.chosen is not None
    assert event.chosen.name in dialog.recorded.text()
    assert at.drafted().intermediaries == (event,)  # before anything else is typed
    press(at, dialog, Key.Key_L)
    assert "A lot was drawn" in dialog.fault.text() or "已经抽取过" in dialog.fault.text()
    assert at.form.intermediaries == (event,)
    press(at, dialog, Key.Key_Escape)
    assert "1" in card(at)

    at.person()
    at.keys(Key.Key_1).settle()
    at.all_complete().keys(Key.Key_Return).settle()
    at.keys(Key.Key_Return).settle()
    until(at.qtbot, lambda: at.page.presenter.state.taken is not None)
    taken = at.page.presenter.state.taken

    assert recorded(at, taken.case_id) == [event]
    with at.hall.counter.store.read() as reader:
        slips = [sheet for sheet in map(reader.paper, taken.papers) if isinstance(sheet, IntermediarySlip)]
    assert [slip.chosen.name for slip in slips] == [event.chosen.name]


def test_m12_the_applicant_chooses_one_by_enter_and_changes_to_nobody(at):
    dialog = open_register(at.choose("L1"))
    press(at, dialog, Key.Key_Down, Key.Key_Return)
    assert [one.chosen.code for one in at.form.intermediaries] == [REGISTER[1].code]

    press(at, dialog, Key.Key_N, Key.Key_Escape)

    assert [one.how for one in at.form.intermediaries] == [HowChosen.NONE]
    assert at.drafted().intermediaries == at.form.intermediaries


def test_m12_without_an_item_or_a_service_a_line_says_so_and_nothing_opens(at):
    press_alt_i(at)
    assert at.page.intermediaries.dialog is None

    at.choose("C1")
    press_alt_i(at)

    assert at.page.intermediaries.dialog is None


def test_m12_the_key_is_in_the_help_of_the_page(at):
    assert "<b>Alt+I</b>" in at.page.help_text()
