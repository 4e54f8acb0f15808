"""Pilot and green-channel items have their own limit and go first; the lead lets a single case go first (M24)."""

from datetime import date

import msgspec
import pytest

from desktop.catalogue_files.sample import load_sample
from desktop.domain import events as ev
from desktop.domain.catalogue_rules import faults
from desktop.domain.deadline import LimitUnit, TimeLimit
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.people import Clerk, Session
from desktop.services import amendments, course, intake
from tests.builders import MONDAY, SESSION, catalogue, item
from tests.services.test_intake import FORM, case, form, paper, take

TWO_DAYS = TimeLimit(2, LimitUnit.WORKING_DAYS)
OTHER = "0192f0c0-0000-7000-8000-000000000002"


def grant(counter, case_id, reason="急病待办", session=SESSION):
    with counter.store.write(session) as uow:
        return amendments.grant_green_channel(uow, session, case_id, reason=reason, today=MONDAY)


def order(counter):
    with counter.store.read() as reader:
        return [row.case_id for row in reader.open_cases()], [task.case_id for task in reader.owed_tasks()]


@pytest.mark.parametrize("flag", ["is_pilot", "is_green"])
def test_m24_such_an_item_is_promised_by_its_own_limit_and_its_paper_says_so(open_counter, flag):
    counter = open_counter(catalogue(item(fast_limit=TWO_DAYS, **{flag: True})))

    notice = paper(counter, take(counter, form()).papers[0])

    assert case(counter).committed_due_on == date(2026, 11, 4)  # Monday, two working days
    assert (notice.committed_limit, notice.due_on) == ("2个工作日", date(2026, 11, 4))
    assert getattr(case(counter).item, flag)
    assert case(counter).goes_first


def test_m24_after_a_stop_the_clock_goes_on_with_the_faster_limit(open_counter):
    counter = open_counter(catalogue(item(fast_limit=TWO_DAYS, is_green=True)))
    take(counter, form())
    with counter.store.write(SESSION) as uow:
        course.begin_procedure(uow, SESSION, FORM.case_id, procedure="专家评审", days=1, today=date(2026, 11, 3))
    with counter.store.write(SESSION) as uow:
        course.end_procedure(uow, SESSION, FORM.case_id, today=date(2026, 11, 3))

    assert case(counter).committed_due_on <= date(2026, 11, 5)  # not the usual five days


def test_m24_who_only_asks_is_told_the_faster_limit(open_counter):
    counter = open_counter(catalogue(item(fast_limit=TWO_DAYS, is_pilot=True)))

    with counter.store.write(SESSION) as uow:
        told = intake.inform_once(uow, SESSION, item_code="L1", answers={"place": "1"}, today=MONDAY)

    assert paper(counter, told.papers[0]).committed_limit == "2个工作日"


def test_m24_an_item_without_the_flag_keeps_its_usual_limit(counter):
    take(counter, form())

    assert case(counter).committed_due_on == date(2026, 11, 9)
    assert not case(counter).goes_first


def test_m24_a_case_on_the_green_channel_goes_first_among_those_of_the_same_day(counter):
    take(counter, form())
    take(counter, msgspec.structs.replace(form(), case_id=OTHER))
    assert order(counter) == ([FORM.case_id, OTHER], [FORM.case_id, OTHER])

    grant(counter, OTHER)

    assert order(counter) == ([OTHER, FORM.case_id], [OTHER, FORM.case_id])
    with counter.store.read() as reader:
        granted = [line.event for line in reader.lines_of(OTHER) if isinstance(line.event, ev.GreenChannelGranted)]
    assert [event.reason for event in granted] == ["急病待办"]


def test_m24_the_green_channel_is_granted_by_the_lead_alone_and_with_a_reason(counter):
    take(counter, form())
    clerk = Session(clerk=Clerk(clerk_id="wang", name="示例经办人"), window="02")

    with pytest.raises(NotAllowed) as refused:
        grant(counter, FORM.case_id, session=clerk)
    with pytest.raises(InvalidInput) as empty:
        grant(counter, FORM.case_id, reason=" ")

    assert refused.value.fields["reason"] == "why.green_lead_only"
    assert empty.value.reason == "reason_missing"
    assert case(counter).green is None


def test_m24_a_faster_limit_is_not_longer_and_belongs_to_a_flagged_item():
    longer = TimeLimit(30, LimitUnit.WORKING_DAYS)

    slow = {fault.reason for fault in faults(catalogue(item(is_green=True, fast_limit=longer)))}
    unflagged = {fault.reason for fault in faults(catalogue(item(fast_limit=TWO_DAYS)))}

    assert "fast_longer" in slow
    assert "fast_without_flag" in unflagged


def test_m24_the_sample_catalogue_has_an_item_of_each_kind():
    items = load_sample().items

    assert any(one.is_green and one.fast_limit for one in items)
    assert any(one.is_pilot for one in items)
