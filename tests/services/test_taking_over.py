"""A colleague's case or draft is taken over with a reason; of two windows at odds a person says which holds."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain import events as ev
from desktop.domain.case import CaseState
from desktop.domain.checklist import MaterialState as S
from desktop.domain.errors import Conflict, InvalidInput, NotAllowed
from desktop.domain.people import Clerk, Session
from desktop.services import drafts, taking_over, taking_up
from desktop.services.intake_form import IntakeForm
from desktop.store.projections import rebuild
from tests.builders import COMPLETE, SESSION
from tests.fakes.outside import WINDOW_THREE, Outside
from tests.services.test_intake import FORM, case, form, take

CASE = FORM.case_id
MISSING = {**COMPLETE, "m3": S.MISSING}
WANG = Session(clerk=Clerk(clerk_id="wang", name="示例经办人"), window="03")
NOON = datetime(2026, 11, 2, 4, 0, tzinfo=UTC)
NOT_REQUIRED = ev.CaseNotRequired(reason="零星林木", told_on=NOON.date())


def tasks(counter):
    with counter.store.read() as reader:
        return [(task.clerk, task.window) for task in reader.owed_tasks()]


def test_what_is_owed_goes_with_the_case_to_whoever_takes_it_over(counter):
    take(counter, form())
    assert tasks(counter) == [("lead", "02")]

    with counter.store.write(WANG) as uow:
        taking_over.take_over(uow, WANG, CASE, reason=" 病假 ")

    assert tasks(counter) == [("wang", "03")]
    with counter.store.read() as reader:
        event = reader.lines_of(CASE)[-1].event
    assert event == ev.CaseTakenOver(clerk="wang", window="03", before="lead", reason="病假")


def test_without_a_reason_or_twice_nothing_is_taken_over(counter):
    take(counter, form())

    with counter.store.write(WANG) as uow, pytest.raises(InvalidInput, match="record_reason_missing"):
        taking_over.take_over(uow, WANG, CASE, reason="  ")
    with counter.store.write(SESSION) as uow, pytest.raises(NotAllowed):
        taking_over.take_over(uow, SESSION, CASE, reason="我的")

    assert tasks(counter) == [("lead", "02")]


def keep_draft(counter, session):
    with counter.store.write(session) as uow:
        drafts.save(uow, session, IntakeForm(case_id="d1", name="王示例"), field="phone", at=NOON)


def test_a_draft_needs_consent_or_the_lead_and_keeps_every_letter(counter):
    keep_draft(counter, SESSION)
    with counter.store.read() as reader:
        (before,) = reader.drafts()

    with counter.store.write(WANG) as uow, pytest.raises(NotAllowed):
        taking_over.take_over_draft(uow, WANG, "d1", reason="换班")
    with counter.store.write(WANG) as uow:
        taking_over.take_over_draft(uow, WANG, "d1", reason="换班", has_consent=True)

    with counter.store.read() as reader:
        (after,) = reader.drafts()
    assert (after.clerk_id, after.body, after.field) == ("wang", before.body, before.field)
    with counter.store.write(SESSION) as uow:
        taking_over.take_over_draft(uow, SESSION, "d1", reason="病假")
    with counter.store.read() as reader:
        assert reader.drafts()[0].clerk_id == "lead"


@pytest.fixture
def at_odds(counter):
    """Window 02 asked for corrections; window 03, knowing nothing of it, told the citizen that none is needed."""
    take(counter, form(MISSING, outcome="request_correction"))
    Outside(WINDOW_THREE, "zhao").arrive(counter, NOT_REQUIRED, case_id=CASE, at=NOON)
    return counter


def test_both_sides_fold_until_somebody_has_said_which_holds(at_odds):
    assert case(at_odds).state is CaseState.NOT_REQUIRED  # the later line
    with at_odds.store.read() as reader:
        assert taking_up.sides(reader, CASE) == (at_odds.store.origin, WINDOW_THREE)


def test_the_side_that_holds_is_folded_and_the_other_stays_in_the_ledger(at_odds):
    with at_odds.store.read() as reader:
        before = len(reader.lines_of(CASE))
    with at_odds.store.write(SESSION) as uow:
        taking_up.keep_side(uow, CASE, keep=at_odds.store.origin, reason="申请人在02号窗口")

    settled = case(at_odds)
    assert (settled.state, settled.ended_on, settled.end_reason) == (CaseState.CORRECTING, None, "")
    with at_odds.store.read() as reader:
        assert reader.conflicts(CASE) == []
        assert len(reader.lines_of(CASE)) == before + 2  # read, and settled


def test_the_other_way_round_that_the_application_was_received_still_stands(at_odds):
    with at_odds.store.write(SESSION) as uow:
        taking_up.keep_side(uow, CASE, keep=WINDOW_THREE, reason="确实不需要办理")

    settled = case(at_odds)
    assert (settled.state, settled.end_reason, settled.notices_given) == (CaseState.NOT_REQUIRED, "零星林木", 0)
    assert settled.case_number.startswith("450000101-02-")


def test_a_settled_case_is_the_same_after_a_rebuild(at_odds):
    with at_odds.store.write(SESSION) as uow:
        taking_up.keep_side(uow, CASE, keep=at_odds.store.origin, reason="申请人在02号窗口")
    before = case(at_odds)

    with at_odds.store.write(SESSION) as uow:
        rebuild(uow._db)

    assert case(at_odds) == before


def test_a_line_that_was_set_aside_and_arrives_after_the_settlement_does_not_hold(counter, clock):
    take(counter, form(MISSING, outcome="request_correction"))
    third = Outside(WINDOW_THREE, "zhao")
    late = third.lines([NOT_REQUIRED], case_id=CASE, at=NOON + timedelta(hours=3))
    settled = ev.ConflictSettled(
        keep=counter.store.origin, aside=(ev.AsideLine(origin=WINDOW_THREE, seq=1),), reason="以02为准"
    )
    Outside("450000101-04-44444444", "qian").arrive(counter, settled, case_id=CASE, at=NOON)

    with counter.store.write(None) as uow:
        uow.admit(late)

    assert case(counter).state is CaseState.CORRECTING


def test_a_side_that_is_none_an_empty_reason_and_no_conflict_are_refused(at_odds):
    with at_odds.store.write(SESSION) as uow:
        with pytest.raises(InvalidInput, match="side_missing"):
            taking_up.keep_side(uow, CASE, keep="450000101-09-99999999", reason="x")
        with pytest.raises(InvalidInput, match="record_reason_missing"):
            taking_up.keep_side(uow, CASE, keep=WINDOW_THREE, reason=" ")
        taking_up.settle_conflict(uow, CASE)
        with pytest.raises(Conflict):
            taking_up.keep_side(uow, CASE, keep=WINDOW_THREE, reason="晚了")
