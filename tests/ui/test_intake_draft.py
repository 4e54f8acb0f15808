"""Nothing typed is lost: drafts are saved by themselves and come back to the same step, field and cursor."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from desktop.domain.catalogue import MaterialRequirement
from desktop.domain.checklist import MaterialState
from desktop.domain.outcome import Outcome
from desktop.domain.people import Clerk, Session
from desktop.services import drafts
from desktop.services.catalogue import adopt
from desktop.services.intake_form import IntakeForm
from tests.builders import MATERIALS, PERSON_ID, catalogue, item
from tests.ui.case_fixtures import behind, hall, until
from tests.ui.intake_fixtures import ENTER, AtCounter, at, clock, look, open_intake, published, sample
from ui.pages.intake.draft_keeper import SAVE_AFTER_MS, DraftKeeper
from ui.pages.intake.step import Step

__all__ = ["at", "behind", "clock", "hall", "look", "published", "sample"]

Key = Qt.Key
NEW_PAPER = MaterialRequirement(code="m9", name="四邻意见", originals=1)


def test_what_is_typed_is_saved_without_leaving_the_field(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER, "王")

    until(at.qtbot, lambda: not at.page.has_unsaved())

    assert at.drafted().name == "王"
    assert "09:41:07" in at.page.frame.saved_text.text()


def test_the_promise_of_half_a_second_leaves_room_for_the_disk() -> None:
    assert SAVE_AFTER_MS <= 400


def test_leaving_a_field_saves_at_once(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER, "王示例", ENTER)

    assert not at.page.has_unsaved()
    assert at.drafted().name == "王示例"


def test_further_keys_do_not_put_the_saving_off(qtbot: Any) -> None:
    saves: list[int] = []

    def save(_done: Any, _failed: Any) -> bool:
        saves.append(1)
        return True

    keeper = DraftKeeper(save)

    keeper.touch()
    while not saves:
        keeper.touch()
        qtbot.wait(20)

    assert saves == [1]


def test_a_save_that_fails_is_tried_again_with_the_next_key(qtbot: Any) -> None:
    failures: list[Any] = []

    def save(_done: Any, failed: Any) -> bool:
        failures.append(failed)
        return True

    keeper = DraftKeeper(save)
    keeper.failed.connect(lambda error: None)
    keeper.touch()
    keeper.flush()

    failures[0](OSError("no space"))

    assert keeper.is_dirty
    keeper.flush()
    assert len(failures) == 2


def test_a_draft_comes_back_to_the_same_step_field_and_cursor(at: AtCounter, behind: Any) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER, "王示例", Key.Key_Left)
    at.page.presenter.at("name", at.edit("name").cursorPosition())
    at.keys("二")
    until(at.qtbot, lambda: not at.page.has_unsaved())
    (draft,) = at.drafts()
    at.page.hide()

    again = AtCounter(at.qtbot, at.hall, open_intake(at.qtbot, at.hall, behind, draft.draft_id))

    assert again.step() is Step.APPLICANT
    assert again.focus == "name"
    assert again.edit("name").text() == "王示二例"
    assert again.edit("name").cursorPosition() == 3
    assert again.form.case_id == draft.draft_id


def test_a_half_typed_reason_comes_back_with_its_row(at: AtCounter, behind: Any) -> None:
    at.at_materials().keys(Key.Key_1, Key.Key_3, "照片不")
    until(at.qtbot, lambda: not at.page.has_unsaved())
    (draft,) = at.drafts()

    again = AtCounter(at.qtbot, at.hall, open_intake(at.qtbot, at.hall, behind, draft.draft_id))

    assert again.step() is Step.MATERIALS
    assert again.focus == "reason"
    assert again.page.material_step.code == "m2"
    assert again.page.material_step.strip.reason.text() == "照片不"
    assert again.page.presenter.material_rows()[1].state is MaterialState.UNCHECKED


def test_an_own_unfinished_draft_is_offered_and_taken_up_by_one_key(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER, "王示例", ENTER).settle()
    kept = at.form.case_id

    at.page.opened("")  # F2 while the page is in view
    at.settle()
    assert at.step() is Step.ITEM
    assert at.form.case_id != kept
    assert at.page.item_step.draft_band.isVisible()

    at.keys(Key.Key_G, modifier=Qt.KeyboardModifier.ControlModifier)
    until(at.qtbot, lambda: at.form.case_id == kept)
    assert at.form.name == "王示例"


def test_the_lead_goes_on_with_the_draft_of_a_colleague(at: AtCounter) -> None:
    colleague = Session(clerk=Clerk(clerk_id="other", name="示例经办人"), window="02")
    form = IntakeForm(case_id="0190f000-0000-7000-8000-000000000001", item_code="L1", name="李示例", step=2)
    with at.hall.counter.store.write(colleague) as uow:
        drafts.save(uow, colleague, form, field="name:1", at=at.hall.clock.now())

    at.page.opened(form.case_id)
    at.settle()

    assert at.form.name == "李示例"
    assert at.focus == "name"


def test_a_draft_that_is_gone_is_said_and_the_form_in_view_stays(at: AtCounter) -> None:
    said: list[Any] = []
    at.page.notice.connect(said.append)
    at.choose("L1").keys(PERSON_ID)

    at.page.opened("no-such-draft")
    at.settle()

    assert len(said) == 1
    assert at.form.id_number == PERSON_ID


def test_f2_from_another_page_comes_back_to_the_form_that_was_left(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER, "王示例")
    at.page.hide()
    assert not at.page.has_unsaved()

    at.page.show()
    at.page.opened("")
    at.settle()

    assert at.step() is Step.APPLICANT
    assert at.form.name == "王示例"


def test_a_draft_is_thrown_away_only_when_the_clerk_says_so(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER).settle()
    at.page.opened("")
    at.settle()
    assert len(at.drafts()) == 1

    at.page.item_step.draft_band.drop[0].click()
    assert len(at.drafts()) == 1
    at.page.item_step.draft_band.drop[0].click()

    assert at.drafts() == []
    assert not at.page.item_step.draft_band.isVisible()


def test_an_empty_form_leaves_no_draft(at: AtCounter) -> None:
    at.keys("abc")
    at.page.save_now()

    assert at.drafts() == []


def test_a_concluded_case_leaves_no_draft(at: AtCounter) -> None:
    at.at_materials().all_complete().keys(ENTER).conclude(Key.Key_1).close_paper()

    assert at.form.outcome == Outcome.ACCEPT.value
    assert at.drafts() == []


def test_the_window_can_have_everything_saved_at_once(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID)
    assert at.page.has_unsaved()

    at.page.save_now()

    assert at.drafted().id_number == PERSON_ID


def test_m2_a_draft_of_an_older_catalogue_says_what_the_new_one_changes(at: AtCounter) -> None:
    at.choose("L1").keys(PERSON_ID, ENTER, "王示例", ENTER).settle()
    kept = at.form.case_id
    newer = catalogue(item(materials=(*MATERIALS[:4], NEW_PAPER)), version="2026.11.02", in_force_on=date(2026, 11, 2))
    with at.hall.counter.store.write(at.hall.session) as uow:
        adopt(uow, newer, b"newer")
    at.page.opened("")
    at.settle()
    said: list[str] = []
    at.page.notice.connect(lambda notice: said.append(notice.text))

    at.keys(Key.Key_G, modifier=Qt.KeyboardModifier.ControlModifier)

    until(at.qtbot, lambda: at.form.case_id == kept)
    assert at.form.catalogue_version == "2026.11.02"
    assert at.form.name == "王示例"
    until(at.qtbot, lambda: bool(said))
    assert "增加材料四邻意见" in said[0]
    assert "不再需要其他佐证" in said[0]
