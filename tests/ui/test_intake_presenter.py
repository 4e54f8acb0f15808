"""The intake as a state machine: no window, no store, no Qt."""

import sys
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.calendar import WorkCalendar
from desktop.domain.catalogue import Audience, Catalogue, Handling, ItemStatus, Referral, Role
from desktop.domain.checklist import MaterialState
from desktop.domain.deadline import LimitUnit, TimeLimit
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.outcome import Outcome
from desktop.domain.regime import Regime
from desktop.pinyin import initials
from desktop.ports import CaseRow, Draft, PersonOnFile, Taken
from desktop.services.intake_form import ORGANISATION, PERSON, encode
from tests.builders import CALENDAR, MONDAY, OTHER_ID, PERSON_ID, catalogue, item
from ui.pages.intake.applicant_presenter import cleaned, fields_of
from ui.pages.intake.desk import Desk
from ui.pages.intake.intake_presenter import IntakePresenter
from ui.pages.intake.item_presenter import Invalidity, ItemIndex
from ui.pages.intake.state import place_of, place_text
from ui.pages.intake.step import Step


def desk(published: Catalogue | None = None, *, most_used: tuple[str, ...] = (), **changes: Any) -> Desk:
    published = published or catalogue(item())
    index = ItemIndex(published, today=MONDAY, most_used=most_used, initials=initials)
    fields: dict[str, Any] = {"today": MONDAY, "calendar": CALENDAR, "catalogue": published, "most_used": most_used}
    return Desk(**{**fields, **changes}, index=index)


def presenter(*items: Any, **changes: Any) -> IntakePresenter:
    return IntakePresenter(desk(catalogue(*items) if items else None, **changes), new_id=lambda: "case-1")


def with_person(made: IntakePresenter, code: str = "L1") -> IntakePresenter:
    assert made.choose(code)
    made.type_text("id_number", PERSON_ID)
    made.type_text("name", "王示例")
    made.go(Step.APPLICANT)
    return made


def at_materials(*items: Any) -> IntakePresenter:
    made = with_person(presenter(*items))
    made.next()
    if made.state.step is Step.SITUATION:
        made.answer(1)
        made.next()
    return made


def test_the_presenters_import_no_qt() -> None:
    """The modules that decide may be tested where there is no screen at all."""
    import subprocess

    code = "import sys, ui.pages.intake.intake_presenter; sys.exit(any(m.startswith('PySide6') for m in sys.modules))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# --- the item ------------------------------------------------------------------------------------------------------


ITEMS = (
    item(code="A1", name="临时救助审核确认", aliases=("困难补助",)),
    item(code="A2", name="林木采伐许可", aliases=("砍树",)),
    item(code="A3", name="居住证申领"),
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("临时", "A1"),
        ("采伐", "A2"),
        ("lsjz", "A1"),
        ("ＬＳＪＺ", "A1"),
        ("ks", "A2"),
        ("困难", "A1"),
        ("a3", "A3"),
    ],
)
def test_an_item_is_found_by_name_alias_initials_and_code(typed: str, first: str | None) -> None:
    found = presenter(*ITEMS).find(typed).choices

    assert (found[0].code if found else None) == first


def test_the_name_that_people_use_is_shown_where_it_was_typed() -> None:
    choice = presenter(*ITEMS).find("砍树").choices[0]

    assert (choice.code, choice.alias) == ("A2", "砍树")


def test_most_used_items_come_first_while_nothing_is_typed() -> None:
    made = presenter(*ITEMS, most_used=("A3", "A2"))

    assert [choice.code for choice in made.find("").choices] == ["A3", "A2", "A1"]


def test_m1_steps_days_fee_and_visits_are_known_before_anything_is_chosen() -> None:
    facts = presenter(item(fee="每证5元", visits=2)).item_facts("L1")

    assert facts is not None
    assert (facts.statutory.count, facts.committed.count) == (20, 5)  # type: ignore[union-attr]
    assert (facts.fee, facts.visits, facts.material_count) == ("每证5元", 2, 6)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"status": ItemStatus.SUSPENDED}, Invalidity("suspended")),
        ({"status": ItemStatus.CANCELLED}, Invalidity("cancelled")),
        ({"valid_from": date(2026, 11, 3)}, Invalidity("early", date(2026, 11, 3))),
        ({"valid_to": date(2026, 11, 1)}, Invalidity("late", date(2026, 11, 1))),
    ],
)
def test_m2_an_item_that_is_not_valid_today_cannot_be_chosen(changes: dict[str, Any], why: Invalidity) -> None:
    made = presenter(item(**changes))

    assert made.find("").choices[0].invalidity == why
    assert not made.choose("L1")
    assert made.item is None


def test_m2_what_is_not_in_the_catalogue_names_the_authority_to_ask() -> None:
    passport = Referral(matter="护照申领", authority="示例县公安局", keywords=("护照",), phone="0776-0000003")
    made = IntakePresenter(desk(catalogue(item(), referrals=(passport,))), new_id=lambda: "x")

    for typed in ("护照", "hz", "我要办护照"):
        found = made.find(typed)
        assert found.choices == ()
        assert [referral.authority for referral in found.referrals] == ["示例县公安局"]
    assert not made.choose("护照申领")


def test_another_item_keeps_the_checks_of_the_first_for_the_way_back() -> None:
    made = with_person(presenter(item(), item(code="L2", name="另一项")))
    made.answer(1)
    made.mark("m1", MaterialState.COMPLETE)

    made.choose("L2")
    assert not made.form.checks
    made.choose("L1")

    assert made.form.checks["m1"].state is MaterialState.COMPLETE
    assert made.form.answers == {"place": "1"}


# --- the applicant -------------------------------------------------------------------------------------------------


def test_a_number_is_checked_while_it_is_typed() -> None:
    made = presenter()
    made.choose("L1")

    made.type_text("id_number", PERSON_ID[:12])
    half = made.number_check("id_number")
    made.type_text("id_number", PERSON_ID[:17] + "1")
    wrong = made.number_check("id_number")
    made.type_text("id_number", PERSON_ID)
    right = made.number_check("id_number")

    assert (half.count, half.wanted, half.error) == (12, 18, None)
    assert wrong.error is not None
    assert wrong.error.reason == "id_check_digit"
    assert right.is_complete
    assert (right.birth_on, right.age, right.sex.zh) == (date(1985, 3, 7), 41, "女")  # type: ignore[union-attr]


def test_a_birth_date_that_cannot_be_is_told_before_the_number_is_whole() -> None:
    made = presenter()

    made.type_text("id_number", "4500001985130700")

    error = made.number_check("id_number").error
    assert error is not None
    assert error.reason == "id_birth_date"


def test_full_width_digits_and_a_small_x_are_accepted() -> None:
    made = presenter()
    made.type_text("id_number", "４５００００" + PERSON_ID[6:])

    assert made.number_check("id_number").number == PERSON_ID


def test_a_scanned_credit_code_makes_the_applicant_an_organisation() -> None:
    made = presenter(item(audience=Audience.ANY))
    made.choose("L1")
    code = _credit_code()

    made.type_text("id_number", code)

    assert made.form.applicant_kind == ORGANISATION
    assert made.number_check("id_number").is_complete
    assert "legal_representative" in fields_of(made.form)


def test_an_item_for_persons_takes_no_organisation() -> None:
    made = presenter()
    made.choose("L1")

    assert not made.set_applicant_kind(ORGANISATION)
    assert made.form.applicant_kind == PERSON


@pytest.mark.parametrize("name", ["买买提·艾力", "王𬭳", "欧阳示例"])
def test_rare_characters_and_the_middle_dot_are_kept(name: str) -> None:
    made = presenter()

    made.type_text("name", name)

    assert made.form.name == name
    assert not [error for error in made.person_errors() if error.field == "name"]


@given(st.text())
def test_only_control_characters_are_taken_out_of_what_is_typed(text: str) -> None:
    kept = cleaned(text)

    assert "\x00" not in kept
    assert "\r" not in kept
    assert cleaned(kept) == kept
    assert [char for char in text if char.isprintable()] == [char for char in kept if char.isprintable()]


def test_a_step_can_be_left_only_without_faults_and_nothing_typed_is_lost() -> None:
    made = presenter()
    made.choose("L1")
    made.go(Step.APPLICANT)
    made.type_text("id_number", "450000")
    made.type_text("name", "王示例")

    assert not made.next()
    assert made.state.step is Step.APPLICANT
    assert (made.form.id_number, made.form.name) == ("450000", "王示例")


def test_m15_what_is_on_file_fills_only_empty_fields() -> None:
    made = with_person(presenter())
    made.person_found(PERSON_ID, PersonOnFile("王示例", "citizen_id", PERSON_ID, "13900000000", "示例村1号"))
    made.type_text("phone", "13800000000")

    known = made.known_person()
    assert known is not None
    assert known.fills == ("address",)
    made.take_over_person()

    assert (made.form.phone, made.form.address) == ("13800000000", "示例村1号")


def test_an_open_case_of_the_same_item_is_a_warning() -> None:
    made = with_person(presenter())
    row = CaseRow(
        1, "c1", "no-1", "L1", "林木采伐", "王示例", "4500…0028", "", "received", "02", "lead", MONDAY, None, 2
    )
    made.person_found(PERSON_ID, PersonOnFile("王示例", "citizen_id", PERSON_ID, "", "", (row,)))

    known = made.known_person()

    assert known is not None
    assert known.has_same_item_open


def test_a_person_looked_up_for_another_number_is_not_shown() -> None:
    made = with_person(presenter())
    made.person_found(PERSON_ID, PersonOnFile("王示例", "citizen_id", PERSON_ID, "", ""))

    made.type_text("id_number", OTHER_ID)

    assert made.known_person() is None


# --- the situation -------------------------------------------------------------------------------------------------


def test_a_number_key_answers_and_the_materials_follow() -> None:
    made = with_person(presenter())
    made.next()

    before = made.situation()
    assert before is not None
    assert [choice.digit for choice in before.choices] == [1, 2, 3]
    assert not made.answer(7)
    assert made.answer(1)

    after = made.situation()
    assert after is not None
    assert after.is_done
    assert [material.name for material in after.materials][:2] == ["申请表", "居民身份证"]
    assert made.take_back_answer()
    assert not made.take_back_answer()


@pytest.mark.parametrize(("digit", "outcome"), [(2, Outcome.NOT_REQUIRED), (3, Outcome.REFUSE)])
def test_m6_an_answer_that_decides_the_matter_leads_to_the_conclusion(digit: int, outcome: Outcome) -> None:
    made = with_person(presenter())
    made.next()
    made.answer(digit)

    assert made.next()

    assert made.state.step is Step.CONCLUSION
    shown = made.conclusion()
    assert shown is not None
    assert [offer.outcome for offer in shown.lawful] == [outcome]


def test_an_item_without_questions_goes_straight_to_the_materials() -> None:
    made = with_person(presenter(item(questions=())))

    made.next()
    forth = made.state.step
    made.back()

    assert (forth, made.state.step) == (Step.MATERIALS, Step.APPLICANT)


# --- the materials -------------------------------------------------------------------------------------------------


def test_m4_saved_materials_are_counted() -> None:
    made = at_materials()

    made.mark("m2", MaterialState.SHARED)
    made.mark("m3", MaterialState.PLEDGED)

    counts = made.summary().counts
    assert counts is not None
    assert (counts.saved, counts.shared, counts.pledged) == (2, 1, 1)


@pytest.mark.parametrize(
    ("code", "state", "reason"),
    [
        ("m1", MaterialState.DEFERRED, "state_deferred"),
        ("m1", MaterialState.PLEDGED, "state_pledged"),
        ("m1", MaterialState.SHARED, "state_shared"),
        ("m1", MaterialState.NOT_APPLICABLE, "state_not_applicable"),
    ],
)
def test_m2_a_state_that_the_catalogue_does_not_allow_is_refused_with_its_reason(
    code: str, state: MaterialState, reason: str
) -> None:
    made = at_materials()
    before = made.form

    with pytest.raises(NotAllowed) as refused:
        made.mark(code, state)

    assert refused.value.fields["reason"] == reason
    assert made.form == before


def test_the_cursor_goes_to_the_next_row_that_nobody_has_looked_at() -> None:
    made = at_materials()

    assert made.mark("m1", MaterialState.COMPLETE) == "m2"
    assert made.mark("m3", MaterialState.MISSING) == "m4"
    assert made.mark("m5", MaterialState.COMPLETE) == "m2"


def test_a_reason_that_is_half_typed_is_kept_and_the_row_is_not_judged_yet() -> None:
    made = at_materials()

    made.type_reason("m1", "缺第二")

    detail = made.material_detail("m1")
    assert detail is not None
    assert (detail.reason, detail.state) == ("缺第二", MaterialState.UNCHECKED)


def test_faulty_without_a_reason_is_refused() -> None:
    made = at_materials()

    with pytest.raises(InvalidInput):
        made.mark("m1", MaterialState.FAULTY, " ")


def test_an_original_that_was_compared_gives_grade_b_and_pages_are_never_negative() -> None:
    made = at_materials()

    made.toggle_original("m2")
    made.turn_pages("m2", -1)
    made.turn_pages("m2", 3)

    row = made.material_rows()[1]
    assert row.grade is not None
    assert (row.grade.value, row.pages, row.is_original_compared) == ("B", 3, True)


# --- the conclusion ------------------------------------------------------------------------------------------------


def complete(made: IntakePresenter) -> IntakePresenter:
    for row in made.material_rows():
        made.mark(row.code, MaterialState.COMPLETE)
    made.next()
    return made


def test_m7_the_promised_day_is_the_fifth_working_day_after_acceptance() -> None:
    """行政许可法 82, 民法典 201: from Monday 2 November, day one is Tuesday; the fifth is Monday 9 November."""
    shown = complete(at_materials()).conclusion()

    assert shown is not None
    assert shown.lawful[0].outcome is Outcome.ACCEPT
    assert shown.lawful[0].due_on == date(2026, 11, 9)
    assert shown.lawful[0].paper == "受理通知书"


def test_m24_the_screen_promises_the_faster_limit_that_the_paper_will_print() -> None:
    two = TimeLimit(2, LimitUnit.WORKING_DAYS)
    made = complete(at_materials(item(is_green=True, fast_limit=two)))

    shown, summary = made.conclusion(), made.summary()

    assert shown is not None
    assert summary.item is not None
    assert summary.due is not None
    assert shown.lawful[0].due_on == date(2026, 11, 4)
    assert (summary.item.limit, summary.due.limit, summary.due.decide_on) == (two, two, date(2026, 11, 4))


def test_m10_m11_the_conclusion_says_which_pledges_come_before_the_notice() -> None:
    made = at_materials()
    states = {"m3": MaterialState.PLEDGED, "m4": MaterialState.DEFERRED}
    for row in made.material_rows():
        made.mark(row.code, states.get(row.code, MaterialState.COMPLETE))
    made.next()

    shown = made.conclusion()

    assert shown is not None
    papers = {offer.outcome: offer.paper for offer in shown.lawful}
    assert papers[Outcome.ACCEPT_DEFERRED] == "告知承诺书、容缺受理承诺书、受理通知书"
    assert papers[Outcome.RECEIVE] == "告知承诺书、申请材料接收凭证"


def test_m7_a_year_without_a_calendar_is_named_and_no_day_is_guessed() -> None:
    made = IntakePresenter(desk(calendar=WorkCalendar(national=())), new_id=lambda: "x")
    with_person(made).next()
    made.answer(1)
    made.next()

    shown = complete(made).conclusion()

    assert shown is not None
    assert shown.missing_year == 2026
    assert shown.lawful[0].due_on is None


def test_m3_where_the_window_only_collects_it_never_accepts() -> None:
    made = complete(at_materials(item(role=Role.COLLECTS, authority="示例县人社局", handling=Handling.IMMEDIATE)))

    shown = made.conclusion()

    assert shown is not None
    assert [offer.outcome for offer in shown.lawful] == [Outcome.RECEIVE]
    assert shown.lawful[0].paper == "申请材料接收凭证"


def test_m5_unchecked_rows_forbid_the_notice() -> None:
    made = at_materials()
    made.mark("m1", MaterialState.MISSING)
    made.go(Step.CONCLUSION)

    shown = made.conclusion()

    assert shown is not None
    assert Outcome.REQUEST_CORRECTION not in [offer.outcome for offer in shown.lawful]
    refused = next(offer for offer in shown.others if offer.outcome is Outcome.REQUEST_CORRECTION)
    assert refused.why_not[0].key == "why.unchecked"


def test_m6_real_estate_is_refused_on_the_spot_in_writing_when_something_is_missing() -> None:
    """不动产登记暂行条例 17: written refusal with the one-time notice, at once."""
    made = at_materials(item(regime=Regime.REAL_ESTATE))
    for row in made.material_rows():
        made.mark(row.code, MaterialState.COMPLETE)
    made.mark("m1", MaterialState.MISSING)

    shown = made.conclusion()

    assert shown is not None
    notice = next(offer for offer in shown.lawful if offer.outcome is Outcome.REQUEST_CORRECTION)
    assert notice.paper == "不予受理告知书（一次性告知）"


def test_an_item_that_only_advises_asks_for_no_name() -> None:
    made = presenter(item(role=Role.ADVISES, authority="示例县公安局", questions=()))
    made.choose("L1")

    made.next()

    assert made.state.step is Step.CONCLUSION
    shown = made.conclusion()
    assert shown is not None
    assert [offer.outcome for offer in shown.lawful] == [Outcome.INFORM]


def test_an_outcome_that_is_lawful_no_more_is_chosen_no_more() -> None:
    made = complete(at_materials())
    made.choose_outcome(Outcome.ACCEPT)
    made.mark("m1", MaterialState.MISSING)

    assert made.ready_to_conclude() is None

    assert made.form.outcome == Outcome.REQUEST_CORRECTION.value


def test_a_second_enter_does_not_conclude_again() -> None:
    made = complete(at_materials())

    assert made.concluding()
    assert not made.concluding()
    made.concluded(Taken("case-1", "n", ()))
    assert not made.concluding()


def test_m5_a_second_notice_on_the_same_case_asks_for_its_reason() -> None:
    """行政许可法 72 (4): telling everything at once is the law; a further notice is on record with its reason."""
    made = at_materials()
    for row in made.material_rows():
        made.mark(row.code, MaterialState.COMPLETE)
    made.mark("m1", MaterialState.MISSING)
    made.state = replace(made.state, notices_given=1)
    made.choose_outcome(Outcome.REQUEST_CORRECTION)

    fault = made.ready_to_conclude()
    made.type_text("repeat_reason", "首次告知时附件未出示")

    assert fault is not None
    assert fault.reason == "repeat_reason_missing"
    assert made.ready_to_conclude() is None


# --- drafts --------------------------------------------------------------------------------------------------------


def test_a_draft_comes_back_to_the_same_step_field_and_cursor() -> None:
    made = with_person(presenter())
    made.at("name", 2)
    draft = Draft("case-1", "lead", "02", encode(made.form), made.field_name, None)  # type: ignore[arg-type]

    made.begin()
    made.restore(draft)

    assert (made.state.step, made.state.field, made.state.cursor) == (Step.APPLICANT, "name", 2)
    assert made.form.name == "王示例"


def test_a_draft_of_an_item_that_is_gone_keeps_the_person_and_asks_for_the_item() -> None:
    made = with_person(presenter(item(code="OLD")), "OLD")
    draft = Draft("case-1", "lead", "02", encode(made.form), "name:0", None)  # type: ignore[arg-type]

    later = presenter()
    later.restore(draft)

    assert later.state.step is Step.ITEM
    assert later.form.name == "王示例"


def test_a_draft_is_taken_in_under_the_catalogue_of_the_day() -> None:
    made = with_person(presenter())
    newer = desk(catalogue(item(), version="2026.11.01"))

    made.set_desk(newer)

    assert made.form.catalogue_version == "2026.11.01"


@given(st.sampled_from(["name", "agent_name", "reason.m1"]), st.integers(0, 500))
def test_the_place_of_the_cursor_survives_its_text(field: str, cursor: int) -> None:
    assert place_of(place_text(field, cursor)) == (field, cursor)


def test_an_empty_form_is_not_worth_a_draft() -> None:
    made = presenter()

    assert not made.is_worth_keeping
    made.choose("L1")
    assert made.is_worth_keeping


def _credit_code() -> str:
    from stdnum.cn import uscc

    first = "91450000MA5K00000"
    return first + str(uscc.calc_check_digit(first))


def test_the_steps_say_what_is_done_and_what_is_shut() -> None:
    made = with_person(presenter())

    looks = {mark.step: mark.look for mark in made.steps()}

    assert looks == {
        Step.ITEM: "done",
        Step.APPLICANT: "now",
        Step.SITUATION: "open",
        Step.MATERIALS: "shut",
        Step.CONCLUSION: "shut",
    }


def test_the_form_is_never_changed_in_place() -> None:
    made = with_person(presenter())
    before = msgspec.json.encode(made.form)
    form = made.form

    made.type_text("name", "别人")
    made.answer(1)

    assert msgspec.json.encode(form) == before
