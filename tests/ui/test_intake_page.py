"""The intake page worked from start to paper: keys, fields, steps, what is known of a person."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from stdnum.cn import uscc

from desktop.domain.case import CaseState, SheetState
from desktop.domain.outcome import Outcome
from desktop.ports import Changes
from printing.devices import Printer, PrinterState
from tests.builders import OTHER_ID, PERSON_ID
from tests.ui.case_fixtures import Hall, behind, hall, until
from tests.ui.intake_fixtures import CONTROL, ENTER, ESC, AtCounter, at, clock, look, published, sample
from ui.dialogs.print_presenter import Stage
from ui.pages.intake.intake_page import IntakePage
from ui.pages.intake.step import Step

__all__ = ["at", "behind", "clock", "hall", "look", "published", "sample"]

Key = Qt.Key
CREDIT_CODE = "91450000MA5K00000" + str(uscc.calc_check_digit("91450000MA5K00000"))


def test_a_citizen_is_served_by_the_keyboard_alone_from_the_item_to_the_next_citizen(at: AtCounter) -> None:
    at.hall.tray.known = [Printer("laser", PrinterState.READY, is_default=True)]
    first = at.form.case_id
    at.keys("cfsl", ENTER)  # 采伐示例, as people call it
    at.settle()
    assert at.step() is Step.APPLICANT
    at.keys(PERSON_ID, ENTER, "王示例", ENTER, "13900000000", ENTER, "示例村1号", ENTER, ENTER).settle()
    assert at.step() is Step.SITUATION
    at.keys(Key.Key_1).settle()
    assert at.step() is Step.MATERIALS
    at.keys(Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_1, ENTER).settle()
    assert at.step() is Step.CONCLUSION
    at.conclude()

    printer = at.hall.context.printer
    until(at.qtbot, lambda: printer.dialog is not None and printer.dialog.flow.view.stage is Stage.READY)
    dialog = printer.dialog
    assert dialog is not None
    at.qtbot.keyClick(dialog, Key.Key_F9)
    until(at.qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)
    at.qtbot.keyClick(dialog, ENTER)
    until(at.qtbot, lambda: printer.dialog is None)

    case = at.settle().case()
    assert case.state is CaseState.ACCEPTED
    assert case.papers[-1].sheets[-1].state is SheetState.CONFIRMED
    assert len(at.hall.tray.sent) == 1
    at.qtbot.keyClick(at.page.done_panel, ENTER)
    at.settle()
    assert at.step() is Step.ITEM
    assert at.form.case_id != first
    assert not at.form.name
    assert at.drafts() == []


def test_a_wrong_number_says_so_beside_the_field_and_keeps_what_was_typed(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID[:-1] + "1")

    field = at.page.applicant_step.fields["id_number"]
    assert field.error
    at.keys(ENTER)

    assert at.focus == "id_number"
    assert at.edit("id_number").text() == PERSON_ID[:-1] + "1"
    assert at.step() is Step.APPLICANT


def test_the_step_cannot_be_left_with_a_fault_and_the_first_one_gets_the_keyboard(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER, "王示例")

    at.keys(Key.Key_3, modifier=CONTROL)
    assert at.step() is Step.SITUATION  # name and number are enough
    at.keys(ESC)
    at.edit("name").clear()
    at.page.presenter.type_text("name", "")
    at.page.applicant_step.finish()

    assert at.step() is Step.APPLICANT
    assert at.focus == "name"
    assert at.page.applicant_step.fields["name"].error


def test_a_number_fills_birth_date_sex_and_age(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID)

    text = at.page.applicant_step.person_panel.facts.text()

    assert "1985-03-07" in text
    assert "女" in text
    assert "41" in text


def test_a_reader_that_types_fast_and_presses_enter_goes_to_the_next_field(at: AtCounter) -> None:
    at.choose("L1").keys(f"{PERSON_ID}\r")

    assert at.form.id_number == PERSON_ID
    assert at.focus == "name"


def test_a_scanned_credit_code_turns_the_form_to_an_organisation(at: AtCounter) -> None:
    catalogue = at.page.presenter.state.desk.catalogue
    assert catalogue is not None
    code = next(item.code for item in catalogue.items if item.audience.value == "any")
    at.choose(code).keys(f"{CREDIT_CODE}\r")

    assert at.form.applicant_kind == "organisation"
    assert at.form.id_number == CREDIT_CODE
    assert at.page.applicant_step.fields["legal_representative"].isVisible()
    assert at.focus == "legal_representative"


def test_an_agent_is_taken_with_powers_and_the_mandate_is_asked_for(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER, "王示例", ENTER, ENTER, ENTER, Key.Key_Space, ENTER)
    at.keys(ENTER, OTHER_ID, ENTER, "李示例", ENTER, ENTER, "儿子", ENTER, "2026-12-31", ENTER, ENTER).settle()
    at.keys(Key.Key_1).settle()

    assert at.step() is Step.MATERIALS
    assert "授权委托书" in [row.name for row in at.page.presenter.material_rows()]
    at.all_complete().keys(ENTER).conclude().close_paper()
    agent = at.case().agent
    assert agent is not None
    assert (agent.name, agent.relation, agent.powers) == ("李示例", "儿子", ("提交", "补正", "领取"))


@pytest.mark.parametrize("name", ["买买提·艾力", "王𬭳"])
def test_a_rare_name_reaches_the_case_unchanged(at: AtCounter, name: str) -> None:
    at.choose("L1").person(name=name).keys(Key.Key_1)

    at.all_complete().keys(ENTER).conclude().close_paper()

    assert at.case().applicant.name == name


def test_a_control_character_in_a_name_is_taken_out(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER)

    edit = at.edit("name")
    edit.insert("王")
    edit.textEdited.emit("王\x07示例")

    assert at.form.name == "王示例"
    assert edit.text() == "王示例"


def test_a_known_person_is_offered_and_the_same_item_still_open_is_a_warning(at: AtCounter) -> None:
    at.hall.take_in(Outcome.RECEIVE, address="示例村9号")
    at.choose("L1").keys(PERSON_ID).settle()
    panel = at.page.applicant_step.person_panel

    assert panel.known.isVisible()
    assert panel.warning.isVisible()
    assert "同一事项" in panel.warning_text.text() or "same item" in panel.warning_text.text()

    at.keys(Key.Key_R, modifier=Qt.KeyboardModifier.ControlModifier)
    until(at.qtbot, lambda: bool(at.form.name))  # Qt shows the button pressed for a moment first

    assert (at.form.name, at.form.phone, at.form.address) == ("王示例", "13900000000", "示例村9号")


def test_an_open_case_of_the_person_can_be_looked_at_and_the_form_waits(at: AtCounter) -> None:
    taken = at.hall.take_in(Outcome.RECEIVE)
    went: list[Any] = []
    at.page.navigate.connect(went.append)
    at.choose("L1").keys(PERSON_ID).settle()

    at.page.applicant_step.person_panel.case_buttons[0].click()

    assert [(goto.page, goto.argument) for goto in went] == [("case", taken.case_id)]
    assert at.form.id_number == PERSON_ID


def test_esc_goes_one_step_back_and_keeps_everything(at: AtCounter) -> None:
    at.at_materials().keys(Key.Key_1).keys(ESC)
    assert at.step() is Step.SITUATION
    at.keys(ESC, ESC)
    assert at.step() is Step.APPLICANT
    at.keys(ESC)

    assert at.step() is Step.ITEM
    assert at.form.name == "王示例"
    assert at.form.checks["m1"].state.value == "complete"


def test_backspace_takes_an_answer_back_and_the_materials_follow(at: AtCounter) -> None:
    at.choose("L1").person().keys(Key.Key_2)
    assert at.page.situation_step.effect.isVisible()

    at.keys(Key.Key_Backspace)

    assert at.form.answers == {}
    assert not at.page.situation_step.effect.isVisible()


def test_steps_are_reached_by_ctrl_and_number_and_by_the_mouse_when_open(at: AtCounter) -> None:
    at.at_materials()

    at.keys(Key.Key_5, modifier=CONTROL)
    assert at.step() is Step.CONCLUSION
    at.page.bar.button(Step.APPLICANT).click()
    assert at.step() is Step.APPLICANT
    assert at.page.bar.button(Step.MATERIALS).isEnabled()


def test_a_common_defect_is_one_key_and_another_is_typed(at: AtCounter) -> None:
    at.at_materials().keys(Key.Key_3)
    assert at.focus == "reason"

    at.keys(Key.Key_1)

    assert at.form.checks["m1"].reason == "漏填项目"
    assert at.focus == "materials"
    at.keys(Key.Key_3, "2")  # no common defect of that row: it is typed
    assert at.form.checks["m2"].reason == "2"
    at.keys(ESC)
    assert at.focus == "materials"
    assert at.page.presenter.material_rows()[1].state.value == "unchecked"


def test_space_ticks_the_original_and_plus_counts_pages(at: AtCounter) -> None:
    at.at_materials().keys(Key.Key_Down, Key.Key_Space, Key.Key_Plus, Key.Key_Plus, Key.Key_Minus)

    check = at.form.checks["m2"]

    assert (check.is_original_compared, check.pages) == (True, 1)
    assert check.grade is not None
    assert check.grade.value == "B"


def test_forty_materials_keep_the_current_row_in_view(at: AtCounter) -> None:
    at.at_materials("BIG")
    table = at.page.material_step.table

    for n in range(1, 40):
        at.keys(Key.Key_1)
        assert at.page.material_step.code == f"b{n + 1:02}"
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    at.keys(Key.Key_3)

    at.qtbot.wait(1)
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    assert table.model().rowCount() == 40


def test_enter_pressed_twice_takes_in_once(at: AtCounter) -> None:
    at.at_materials().all_complete().keys(ENTER)

    at.keys(ENTER, ENTER).settle()
    until(at.qtbot, lambda: at.page.presenter.state.taken is not None)
    at.close_paper()

    with at.hall.counter.store.read() as reader:
        assert len(reader.search("")) == 1


def test_an_item_chosen_in_the_catalogue_begins_a_form_of_its_own(at: AtCounter, behind: QWidget) -> None:
    at.choose("L1").keys(PERSON_ID)

    at.page.opened("item:C1")
    at.settle()

    assert at.step() is Step.APPLICANT
    assert at.form.item_code == "C1"
    assert at.form.id_number == ""
    assert len(at.drafts()) == 1


def test_the_case_number_is_copied_by_one_key(at: AtCounter) -> None:
    at.at_materials().all_complete().keys(ENTER).conclude().close_paper()

    at.qtbot.keyClick(at.page.done_panel, Key.Key_C)

    assert QGuiApplication.clipboard().text() == at.case().case_number


def test_the_result_is_handed_out_as_chosen(at: AtCounter) -> None:
    at.at_materials().all_complete().keys(ENTER, Key.Key_D)

    at.conclude().close_paper()

    assert at.case().delivery == "邮寄"


def test_a_conclusion_after_midnight_shows_the_dates_again_first(at: AtCounter) -> None:
    said: list[Any] = []
    at.page.notice.connect(said.append)
    at.at_materials().all_complete().keys(ENTER)
    at.hall.clock.moment += timedelta(days=1)

    at.keys(ENTER).settle()

    assert at.page.presenter.state.taken is None
    assert at.page.presenter.state.desk.today == at.hall.clock.today()
    assert len(said) == 1
    at.conclude().close_paper()
    assert at.case().received_on == at.hall.clock.today()


def test_nothing_leads_away_while_the_store_takes_the_case_in(at: AtCounter) -> None:
    at.at_materials().all_complete().keys(ENTER, ENTER)
    at.page.new_form()
    at.page.go_back()
    at.page.go_to(Step.APPLICANT)
    at.settle()
    until(at.qtbot, lambda: at.page.presenter.state.taken is not None)
    at.close_paper()

    assert at.case().state is CaseState.ACCEPTED


def test_a_load_that_comes_late_takes_the_keyboard_from_nobody(at: AtCounter, behind: QWidget) -> None:
    search = QLineEdit(behind)
    search.setObjectName("search")
    search.show()
    search.setFocus()

    at.page.changed(Changes(catalogue=True))
    at.settle()

    assert at.focus == "search"


def test_while_the_catalogue_is_being_read_nothing_is_said_to_be_missing(qtbot: Any, hall: Hall, look: None) -> None:
    page = IntakePage(hall.context)
    qtbot.addWidget(page)
    page.show()

    assert not page.item_step.told.isVisible()
    page.opened("")
    until(qtbot, lambda: hall.context.tasks.pending == 0)
    assert not page.item_step.told.isVisible()
    assert page.item_step.model.rowCount() > 50
