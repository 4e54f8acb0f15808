"""A case after intake, over a real encrypted store: what is recorded, which paper comes out, and what it says."""

from datetime import date

import pytest

from desktop.domain import papers
from desktop.domain.case import CaseState
from desktop.domain.catalogue import Role
from desktop.domain.checklist import MaterialState as S
from desktop.domain.course_rules import Action
from desktop.domain.course_way import Delivery, Forwarding, Ruling
from desktop.domain.errors import NotAllowed
from desktop.domain.events import SuppliedMaterial
from desktop.domain.papers_course import (
    DeliveryReceipt,
    ExtensionNotice,
    GrantDecision,
    HandoverSheet,
    ReturnNotice,
    SpecialProcedureNotice,
    SupplementReceipt,
    unlike_notice,
)
from desktop.services import course
from tests.builders import COMPLETE, SESSION, catalogue, item
from tests.services.test_intake import FORM, case, form, paper, take

CASE = FORM.case_id
MISSING = {**COMPLETE, "m1": S.MISSING, "m3": S.MISSING}


def do(counter, act, *args, today, **kwargs):
    with counter.store.write(SESSION) as uow:
        return act(uow, SESSION, CASE, *args, today=today, **kwargs)


def supplied(*codes):
    return [SuppliedMaterial(code=code, name=code, state=S.COMPLETE) for code in codes]


def only_paper(counter, taken):
    (number,) = taken.papers
    return paper(counter, number)


def test_m5_corrections_get_a_receipt_each_and_the_last_one_accepts(counter):
    notice = paper(counter, take(counter, form(MISSING, outcome="request_correction")).papers[-1])

    first = only_paper(counter, do(counter, course.supply_correction, supplied("m1"), today=date(2026, 11, 5)))
    last = only_paper(counter, do(counter, course.supply_correction, supplied("m3"), today=date(2026, 11, 12)))

    assert isinstance(first, SupplementReceipt)
    assert isinstance(last, SupplementReceipt)
    assert ([m.name for m in first.supplied], [m.name for m in first.outstanding]) == (["申请表"], ["困难证明"])
    assert first.accepted_on is None
    assert first.correction_number == notice.head.number
    assert (last.accepted_on, last.due_on) == (date(2026, 11, 12), date(2026, 11, 19))
    assert last.outstanding == ()
    assert unlike_notice(last, notice.to_correct) == ()
    assert unlike_notice(first, notice.to_correct) == ()


def test_m5_a_correction_that_never_came_is_returned_with_its_notice(counter):
    with counter.store.write(SESSION) as uow:
        uow.set_setting("correction.days", "14")
    notice = paper(counter, take(counter, form(MISSING, outcome="request_correction")).papers[-1])
    assert notice.supply_by == date(2026, 11, 16)

    made = only_paper(counter, do(counter, course.return_case, reason="逾期未补正", today=date(2026, 11, 17)))

    assert isinstance(made, ReturnNotice)
    assert (made.reason, made.supply_by) == ("逾期未补正", date(2026, 11, 16))
    assert case(counter).state is CaseState.RETURNED


def test_m7_a_special_procedure_is_told_in_writing_and_its_days_are_given_back(counter):
    take(counter, form())

    told = only_paper(
        counter,
        do(counter, course.begin_procedure, procedure="专家评审", days=4, today=date(2026, 11, 4)),
    )
    do(counter, course.end_procedure, result="通过", today=date(2026, 11, 10))

    assert isinstance(told, SpecialProcedureNotice)
    assert (told.time_needed, told.ends_on) == ("4个工作日", date(2026, 11, 10))
    assert told.new_due_on == date(2026, 11, 16)
    assert case(counter).due_on == date(2026, 11, 16)


def test_m7_an_extension_is_told_with_both_days(counter):
    take(counter, form())

    made = only_paper(
        counter,
        do(counter, course.extend, workdays=10, reason="道路中断", approved_by="镇长", today=date(2026, 11, 6)),
    )

    assert isinstance(made, ExtensionNotice)
    assert (made.old_due_on, made.new_due_on) == (date(2026, 11, 9), date(2026, 11, 23))


def test_m6_a_decision_is_printed_and_the_result_signed_for(counter):
    take(counter, form())
    ruling = Ruling(is_granted=True, examiners=("甲", "乙"), certificate="林木采伐许可证 示例1号")

    decided = only_paper(counter, do(counter, course.decide_case, ruling, today=date(2026, 11, 5)))
    receipt = only_paper(
        counter,
        do(counter, course.deliver, Delivery(method="窗口自取", recipient="王示例"), today=date(2026, 11, 6)),
    )

    assert isinstance(decided, GrantDecision)
    assert (decided.matter, decided.examiners) == ("行政许可", ("甲", "乙"))
    assert isinstance(receipt, DeliveryReceipt)
    assert receipt.delivered[0].name == "林木采伐许可证 示例1号"
    assert case(counter).state is CaseState.DELIVERED


def test_m16_the_package_lists_the_opinion_and_every_material(open_counter):
    above = item(role=Role.FIRST_REVIEW, authority="示例县民政局")
    counter = open_counter(catalogue(above))
    take(counter, form(outcome="receive"))

    how = Forwarding(to_unit="示例县民政局", opinion="符合条件", route="专人送达")
    sheet = only_paper(counter, do(counter, course.forward, how, today=date(2026, 11, 3)))

    assert isinstance(sheet, HandoverSheet)
    (handed,) = sheet.cases
    assert handed.opinion == "符合条件"
    assert [m.name for m in handed.materials] == ["申请表", "居民身份证", "困难证明", "照片", "其他佐证"]
    do(counter, course.receive_hand, unit="示例县民政局", person="示例收件人", today=date(2026, 11, 4))
    do(counter, course.result_arrived, name="低保证", today=date(2026, 11, 20))
    do(counter, course.deliver, Delivery(method="窗口自取", recipient="王示例"), today=date(2026, 11, 20))
    assert case(counter).state is CaseState.DELIVERED


def test_m7_a_case_that_nobody_answered_gets_an_acceptance_dated_the_day_of_receipt(counter):
    take(counter, form({**COMPLETE, "m3": S.UNCHECKED}, outcome="receive"))

    made = only_paper(counter, do(counter, course.deem_accepted, today=date(2026, 11, 10)))

    assert isinstance(made, papers.AcceptanceNotice)
    assert made.accepted_on == date(2026, 11, 2)


def test_what_is_refused_leaves_no_line_and_no_number(counter):
    take(counter, form())
    with counter.store.read() as reader:
        before = len(reader.lines_of(CASE))

    with pytest.raises(NotAllowed):
        do(counter, course.deliver, Delivery(method="窗口自取", recipient="王示例"), today=date(2026, 11, 3))

    with counter.store.read() as reader:
        assert len(reader.lines_of(CASE)) == before
        lawful = {o.action for o in course.offered(reader, reader.case(CASE), today=date(2026, 11, 3)) if not o.why_not}
    assert lawful == {Action.SUSPEND, Action.EXTEND, Action.DECIDE, Action.WITHDRAW}
