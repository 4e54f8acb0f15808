"""M12: intermediaries chosen before the case is taken in: kept with the draft, a lot drawn once and never lost."""

from datetime import UTC, datetime

import msgspec
import pytest

from desktop.domain.errors import NotAllowed
from desktop.domain.events import IntermediaryChosen
from desktop.domain.intermediary import HowChosen, is_repeatable
from desktop.domain.papers_guidance import IntermediarySlip
from desktop.services import drafts, intake, intermediary_draft
from desktop.services.intake_form import IntakeForm
from desktop.services.intermediaries import Wanted
from tests.builders import COMPLETE, MONDAY, SESSION
from tests.services.test_guidance import PUBLISHED, REGISTER
from tests.services.test_intake import FORM, form, paper

NOON = datetime(2026, 11, 2, 4, 0, tzinfo=UTC)
LOT, NONE = Wanted(HowChosen.LOT), Wanted(HowChosen.NONE)


@pytest.fixture
def counter(open_counter):
    return open_counter(PUBLISHED)


def choose(counter, typed, wanted, service="测绘"):
    with counter.store.write(SESSION) as uow:
        return intermediary_draft.choose(
            uow, SESSION, typed, service, wanted, field="", at=NOON, today=MONDAY, seed=lambda: "7c" * 32
        )


def on_record(counter):
    """Choices in the ledger, each with its case."""
    with counter.store.read() as reader:
        lines = reader.ledger.of_kind("IntermediaryChosen")
        return [(line.case_id, msgspec.json.decode(line.body, type=IntermediaryChosen)) for line in lines]


def take(counter, typed):
    with counter.store.write(SESSION) as uow:
        return intake.take_in(uow, SESSION, typed, today=MONDAY)


def drafted(counter):
    with counter.store.read() as reader:
        (draft,) = reader.drafts()
    return msgspec.json.decode(draft.body, type=IntakeForm)


def test_m12_a_lot_is_in_the_draft_before_anybody_sees_it_and_not_yet_in_the_ledger(counter):
    made = choose(counter, form(COMPLETE, outcome="accept"), LOT)

    (event,) = made.intermediaries
    assert drafted(counter) == made
    assert is_repeatable(event.seed, event.candidates, event.chosen)
    assert len(event.candidates) == 3
    assert on_record(counter) == []


def test_m12_the_case_that_is_taken_in_has_the_choice_and_its_slip(counter):
    made = choose(counter, form(COMPLETE, outcome="accept"), LOT)

    taken = take(counter, made)

    assert on_record(counter) == [(FORM.case_id, made.intermediaries[0])]
    (slip,) = [sheet for sheet in (paper(counter, n) for n in taken.papers) if isinstance(sheet, IntermediarySlip)]
    assert slip.chosen.name == made.intermediaries[0].chosen.name
    assert (slip.seed, slip.head.case_number) == ("7c" * 32, taken.case_number)
    assert slip.applicant is not None


def test_m12_a_second_lot_is_refused_and_a_free_choice_after_it_keeps_it_on_record(counter):
    made = choose(counter, form(COMPLETE, outcome="accept"), LOT)

    with pytest.raises(NotAllowed) as refused:
        choose(counter, made, LOT)
    assert refused.value.fields["reason"] == "why.lot_drawn"
    free = choose(counter, made, Wanted(HowChosen.FREE, REGISTER[1].code))
    take(counter, free)

    assert [(event.how, case_id) for case_id, event in on_record(counter)] == [
        (HowChosen.LOT, FORM.case_id),
        (HowChosen.FREE, FORM.case_id),
    ]


def test_m12_a_free_choice_is_changed_as_often_as_the_applicant_likes(counter):
    typed = form(COMPLETE, outcome="accept")
    for wanted in (Wanted(HowChosen.FREE, REGISTER[0].code), Wanted(HowChosen.FREE, REGISTER[1].code), NONE):
        typed = choose(counter, typed, wanted)

    taken = take(counter, typed)

    assert [event.how for _, event in on_record(counter)] == [HowChosen.NONE]
    assert not any(isinstance(paper(counter, number), IntermediarySlip) for number in taken.papers)


def test_m12_a_draft_that_is_thrown_away_leaves_its_lot_in_the_ledger(counter):
    made = choose(counter, form(COMPLETE), LOT)

    with counter.store.write(SESSION) as uow:
        drafts.drop(uow, made.case_id)

    assert on_record(counter) == [(None, made.intermediaries[0])]
    with counter.store.read() as reader:
        assert reader.drafts() == []


def test_m12_a_draft_with_a_free_choice_leaves_nothing(counter):
    made = choose(counter, form(COMPLETE), Wanted(HowChosen.FREE, REGISTER[0].code))

    with counter.store.write(SESSION) as uow:
        drafts.drop(uow, made.case_id)

    assert on_record(counter) == []


def test_m12_a_lot_for_an_item_that_was_given_up_is_kept_without_the_case(counter):
    made = choose(counter, form(COMPLETE, outcome="accept"), LOT)
    other = made.intermediaries[0]
    elsewhere = msgspec.structs.replace(other, service="环评")  # of an item that was in view before

    take(counter, msgspec.structs.replace(made, intermediaries=(elsewhere,)))

    assert on_record(counter) == [(None, elsewhere)]


def test_m12_taking_in_twice_records_the_choice_once(counter):
    made = choose(counter, form(COMPLETE, outcome="accept"), LOT)

    take(counter, made)
    take(counter, made)

    assert len(on_record(counter)) == 1


def test_a_draft_of_an_older_program_has_chosen_nobody():
    assert msgspec.json.decode(b'{"case_id":"1"}', type=IntakeForm).intermediaries == ()
