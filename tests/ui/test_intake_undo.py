"""Right after the conclusion one key takes it back, as long as its paper is not printed: by real keys."""

from PySide6.QtCore import Qt

from desktop.domain.case import CaseState
from tests.ui.case_fixtures import behind, hall, until
from tests.ui.intake_fixtures import CONTROL, ENTER, AtCounter, at, clock, look, published, sample
from ui.pages.intake.step import Step
from ui.pages.page import Goto

__all__ = ["at", "behind", "clock", "hall", "look", "published", "sample"]

Key = Qt.Key


def test_m20_ctrl_z_after_the_conclusion_takes_it_back_and_leads_to_the_case(at: AtCounter) -> None:
    wanted: list[Goto] = []
    at.page.navigate.connect(wanted.append)
    at.at_materials().all_complete().keys(ENTER).conclude(Key.Key_1).close_paper()
    case = at.case()
    assert case.state is CaseState.ACCEPTED

    at.qtbot.keyClick(at.page.done_panel, Key.Key_Z, CONTROL)
    until(at.qtbot, lambda: bool(wanted))
    at.settle()

    assert wanted == [Goto("case", f"{case.case_id}#conclude")]
    with at.hall.counter.store.read() as reader:
        after = reader.case(case.case_id)
    assert after is not None
    assert after.state is CaseState.RECEIVED
    assert [paper.is_void for paper in after.papers] == [True]
    assert at.step() is Step.ITEM
