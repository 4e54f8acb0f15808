"""The checklist: what is asked for, which states are allowed, what is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.catalogue import MaterialRequirement, Option, Question
from desktop.domain.checklist import (
    Check,
    Checklist,
    MaterialState,
    allowed_states,
    mark,
    possible_materials,
    requirements_of,
)
from desktop.domain.errors import InvalidInput, NotAllowed, NotInCatalogue
from tests.builders import COMPLETE, EXTRA, FACTS, FORM, ID_CARD, PHOTO, PLACE, PROOF, checklist, item

S = MaterialState


def test_materials_follow_the_situation_in_the_order_of_the_catalogue():
    alone = requirements_of(item(), FACTS)
    with_agent = requirements_of(item(), {**FACTS, "agent": "yes"})

    assert [r.code for r in alone] == ["m1", "m2", "m3", "m4", "m5"]
    assert [r.code for r in with_agent] == ["m1", "m2", "m3", "m4", "m5", "m6"]


def test_open_answers_leave_no_material_out():
    asked = {"applicant": "person", "channel": "counter"}

    assert [r.code for r in possible_materials(item(), asked)] == ["m6"]
    assert possible_materials(item(), {**asked, "agent": "no"}) == ()
    assert possible_materials(item(), {**asked, "agent": "yes"}) == ()


def test_a_question_that_cannot_be_asked_any_more_brings_no_material():
    size = Question(key="size", text="多大？", options=(Option(key="a", text="大"),), when={"place": ("1",)})
    plan = MaterialRequirement(code="m9", name="设计图", when={"size": ("a",)})
    of = item(questions=(PLACE, size), materials=(plan,))

    assert possible_materials(of, {}) == (plan,)
    assert possible_materials(of, {"place": "1"}) == (plan,)
    assert possible_materials(of, {"place": "2"}) == ()


@pytest.mark.parametrize(
    ("requirement", "states"),
    [
        (FORM, {S.COMPLETE, S.MISSING, S.FAULTY}),
        (ID_CARD, {S.COMPLETE, S.MISSING, S.FAULTY, S.SHARED}),
        (PROOF, {S.COMPLETE, S.MISSING, S.FAULTY, S.PLEDGED}),
        (PHOTO, {S.COMPLETE, S.MISSING, S.FAULTY, S.DEFERRED}),
        (EXTRA, {S.COMPLETE, S.MISSING, S.FAULTY, S.NOT_APPLICABLE}),
    ],
)
def test_only_the_states_that_the_catalogue_allows_can_be_chosen(requirement, states):
    assert set(allowed_states(requirement)) == states


def test_the_discredited_may_neither_defer_nor_pledge():
    """国办发〔2020〕42号."""
    assert S.PLEDGED not in allowed_states(PROOF, is_barred=True)
    assert S.DEFERRED not in allowed_states(PHOTO, is_barred=True)


def test_the_discredited_are_told_that_it_is_they_and_not_the_catalogue():
    with pytest.raises(NotAllowed) as refusal:
        mark(checklist({}), Check(code=PHOTO.code, state=S.DEFERRED), is_barred=True)

    assert refusal.value.fields["reason"] == "state_barred"


def test_a_state_that_the_catalogue_does_not_allow_is_refused_and_nothing_changes():
    before = checklist({"m1": S.COMPLETE})

    with pytest.raises(NotAllowed) as refusal:
        mark(before, Check(code="m1", state=S.DEFERRED))

    assert refusal.value.fields["reason"] == "state_deferred"
    assert before.check_of("m1").state is S.COMPLETE


def test_nothing_outside_the_catalogue_can_be_asked_for():
    with pytest.raises(NotInCatalogue):
        mark(checklist({}), Check(code="m99", state=S.MISSING))


def test_a_faulty_material_needs_its_reason():
    with pytest.raises(InvalidInput) as refusal:
        mark(checklist({}), Check(code="m1", state=S.FAULTY, reason="  "))

    assert refusal.value.field == "material.m1"


def test_missing_names_all_that_is_missing_faulty_or_unchecked():
    partly = checklist({"m1": S.COMPLETE, "m2": S.FAULTY, "m3": S.MISSING})

    assert partly.missing == ("m2", "m3", "m4", "m5")
    assert partly.unchecked == ("m4", "m5")
    assert partly.to_correct == ("m2", "m3")


def test_an_optional_material_may_be_missing():
    assert checklist({**COMPLETE, "m5": S.MISSING}).is_complete


def test_a_deferred_material_is_owed_and_keeps_the_application_from_being_complete():
    owed = checklist({**COMPLETE, "m4": S.DEFERRED})

    assert owed.deferred == ("m4",)
    assert not owed.is_complete
    assert owed.missing == ()


def test_m4_shared_and_pledged_materials_count_as_saved():
    saved = checklist({**COMPLETE, "m2": S.SHARED, "m3": S.PLEDGED})

    assert saved.saved == ("m2", "m3")
    assert saved.is_complete


def test_checks_of_another_answer_are_kept_and_do_not_count():
    with_agent = checklist({**COMPLETE, "m6": S.FAULTY}, agent="yes")
    without = Checklist(requirements=requirements_of(item(), FACTS), checks=with_agent.checks)

    assert without.is_complete
    assert without.checks["m6"].state is S.FAULTY


@given(st.lists(st.tuples(st.sampled_from(["m1", "m2", "m3", "m4", "m5"]), st.sampled_from(list(S))), max_size=30))
def test_a_checklist_is_complete_exactly_when_nothing_is_missing_or_owed(marks):
    result = checklist({})
    for code, state in marks:
        try:
            result = mark(result, Check(code=code, state=state, reason="缺页"))
        except NotAllowed:
            continue

    fulfilled = {S.COMPLETE, S.SHARED, S.PLEDGED, S.NOT_APPLICABLE}
    expected = all(
        result.check_of(r.code).state in fulfilled | ({S.MISSING} if not r.is_required else set())
        for r in result.requirements
    )
    assert result.is_complete is expected
