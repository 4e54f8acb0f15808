"""Forms, pledges and the rating sheet at intake, by real keys, and several papers one after the other."""

import pytest
from PySide6.QtCore import Qt

from desktop.domain.papers import AcceptanceNotice, Paper
from desktop.domain.papers_pledge import DeferralPledge, NoticeAndPledge, PowerOfAttorney, RatingSheet, TruthPledge
from printing.devices import Printer, PrinterState
from tests.builders import PERSON_ID
from tests.ui.case_fixtures import behind, hall, until
from tests.ui.intake_fixtures import ENTER, ESC, AtCounter, at, clock, look, published, sample
from ui.dialogs.print_presenter import Stage
from ui.pages.intake.step import Step

__all__ = ["at", "behind", "clock", "hall", "look", "published", "sample"]

Key = Qt.Key


def shown(at: AtCounter) -> Paper:
    """The content of the paper on the desk, once its page is there."""
    desk = at.hall.context.printer
    until(at.qtbot, lambda: desk.dialog is not None and desk.dialog.view.page_count > 0)
    assert desk.dialog is not None
    with at.hall.counter.store.read() as reader:
        paper = reader.paper(desk.dialog.flow.view.number)
    assert paper is not None
    return paper


def print_it(at: AtCounter) -> None:
    """F9, Enter: the paper is out, and the next one is on the desk or the page behind it."""
    dialog = at.hall.context.printer.dialog
    assert dialog is not None
    until(at.qtbot, lambda: dialog.flow.view.stage is Stage.READY)
    at.qtbot.keyClick(dialog, Key.Key_F9)
    until(at.qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)
    at.qtbot.keyClick(dialog, ENTER)
    until(at.qtbot, lambda: at.hall.context.printer.dialog is not dialog)


def test_ctrl_t_prints_the_authority_with_what_was_typed_and_the_keyboard_comes_back(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER, "王示例")
    field = at.focus

    at.keys(Key.Key_T, modifier=Qt.KeyboardModifier.ControlModifier)

    paper = shown(at)
    assert isinstance(paper, PowerOfAttorney)
    assert (paper.principal.name, paper.principal.id_number) == ("王示例", PERSON_ID)
    assert paper.head.case_number == ""
    at.close_paper()
    assert at.focus == field
    assert at.step() is Step.APPLICANT
    assert at.form.name == "王示例"


def test_f12_prints_the_truth_pledge_from_the_applicant_and_from_the_conclusion(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER, "王示例", Key.Key_F12)
    assert isinstance(shown(at), TruthPledge)
    at.close_paper()

    at.keys(ENTER, "13900000000", ENTER, ENTER, ENTER).settle()
    at.keys(Key.Key_1).settle().all_complete().keys(ENTER).settle()
    assert at.step() is Step.CONCLUSION
    window = at.page.window()
    window.activateWindow()  # what a window manager does when a dialog is closed
    until(at.qtbot, window.isActiveWindow)
    at.keys(Key.Key_F12)

    assert isinstance(shown(at), TruthPledge)
    at.close_paper()
    assert at.step() is Step.CONCLUSION


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Key.Key_T, Qt.KeyboardModifier.ControlModifier), (Key.Key_F12, Qt.KeyboardModifier.NoModifier)],
)
def test_no_form_without_an_item(at: AtCounter, key: Key, modifier: Qt.KeyboardModifier) -> None:
    assert at.step() is Step.ITEM

    at.keys(key, modifier=modifier).settle()

    assert at.hall.context.printer.dialog is None


def test_m10_m11_pledges_are_shown_before_the_notice_and_each_is_printed(at: AtCounter) -> None:
    at.hall.tray.known = [Printer("laser", PrinterState.READY, is_default=True)]
    at.at_materials().keys(Key.Key_1, Key.Key_1, Key.Key_5, Key.Key_4, Key.Key_1, ENTER).settle()
    assert at.step() is Step.CONCLUSION
    at.conclude()

    kinds = []
    for _ in range(3):
        kinds.append(type(shown(at)))
        print_it(at)

    assert kinds == [NoticeAndPledge, DeferralPledge, AcceptanceNotice]
    assert at.hall.context.printer.dialog is None
    assert len(at.hall.tray.sent) == 3
    assert at.focus == "done"


def test_m22_r_prints_the_rating_sheet_of_the_case_and_enter_still_calls_the_next(at: AtCounter) -> None:
    at.at_materials().all_complete().keys(ENTER).conclude(Key.Key_1).close_paper()
    number = at.case().case_number

    at.qtbot.keyClick(at.page.done_panel, Key.Key_R)

    paper = shown(at)
    assert isinstance(paper, RatingSheet)
    assert paper.head.case_number == number
    at.close_paper()
    assert at.focus == "done"
    at.keys(ENTER).settle()
    assert at.step() is Step.ITEM


def test_advice_without_a_case_has_no_rating_sheet(at: AtCounter) -> None:
    at.choose("A9").conclude().close_paper()

    at.qtbot.keyClick(at.page.done_panel, Key.Key_R)
    at.settle()

    assert at.hall.context.printer.dialog is None
    assert not at.page.done_panel.rating_key.isEnabled()
    at.keys(ESC)
