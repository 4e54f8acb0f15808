"""M23, M26 of bundles: a notice and a trip count once, where the citizen stood; everything else by item."""

from collections.abc import Callable
from datetime import date

import pytest

from desktop.bootstrap import Counter
from desktop.domain.bundle import cart_code
from desktop.domain.catalogue import Catalogue
from desktop.domain.checklist import MaterialState as S
from desktop.domain.events import CorrectionRequested, SuppliedMaterial
from desktop.domain.papers_report import SupervisionReport
from desktop.domain.regime import Incomplete
from desktop.domain.statistics import By, Measure, Period, Span
from desktop.services import amendments, course, statistics
from desktop.services.amendments import Amendment
from desktop.services.statistics import Statistics
from desktop.services.supervision import supervision_report
from tests.builders import MONDAY, SESSION, catalogue
from tests.bundle_builders import bundled_catalogue, with_forest
from tests.services.test_bundles import ALL_IN, PARENT, case, children, form, late, supply, take
from tests.services.test_bundles_away import ANSWERS, STATES

M = Measure


@pytest.fixture
def counter(open_counter: Callable[[Catalogue], Counter]) -> Counter:
    return open_counter(bundled_catalogue())


def read(counter: Counter, today: date = MONDAY) -> Statistics:
    with counter.store.read() as reader:
        return statistics.read(reader, Period.around(today, Span.MONTH), today=today)


def numbers(found: Statistics, *measures: Measure) -> tuple[int, ...]:
    return tuple(found.total.figures[measure].number for measure in measures)


def test_m23_a_notice_on_the_whole_is_one_correction_and_the_citizen_comes_back_once(counter):
    take(counter, form({**ALL_IN, "lease": S.MISSING}, outcome="request_correction"))

    assert numbers(read(counter), M.CORRECTIONS, M.SECOND_VISITS, M.RECEIVED) == (1, 0, 0)
    supply(counter, ("lease", "租赁合同"), today=MONDAY)

    found = read(counter)
    assert numbers(found, M.CORRECTIONS, M.SECOND_VISITS, M.SECOND_NOTICES, M.RECEIVED) == (1, 1, 0, 3)
    assert found.total.figures[M.CORRECTIONS].case_ids == (PARENT,)
    assert [line.name for line in found.lines(By.ITEM) if line.figures[M.CORRECTIONS].number] == [
        "返乡创业一件事（示例）"
    ]


def test_m26_a_second_notice_on_the_whole_stands_in_the_report_once(counter):
    taken = take(counter, form({**ALL_IN, "lease": S.MISSING}, outcome="request_correction"))
    again = CorrectionRequested(
        requested_on=MONDAY,
        rows=case(counter).rows[:1],
        notice_no=2,
        consequence=Incomplete.CORRECT,
        repeat_reason="附件未出示",
    )
    with counter.store.write(SESSION) as uow:
        uow.record([again], case_id=PARENT)
    with counter.store.write(SESSION) as uow:
        report = supervision_report(uow, SESSION, month=MONDAY, today=MONDAY)
    with counter.store.read() as reader:
        paper = reader.paper(report.papers[0])
    assert isinstance(paper, SupervisionReport)
    assert paper.total.second_notices == 1
    assert [point.case_number for point in paper.points] == [taken.case_number]


def test_m23_a_late_paper_that_serves_several_items_is_one_trip(open_counter):
    counter = open_counter(catalogue(late("P1", 3), late("P2", 5)))
    states = {"photo": S.DEFERRED, "1-m2": S.COMPLETE, "2-m2": S.COMPLETE}
    take(counter, form(states, item_code=cart_code(["P1", "P2"]), answers={}, outcome="accept_deferred"))
    first, _second = children(counter)

    photo = SuppliedMaterial(code="m1", name="照片", state=S.COMPLETE)
    with counter.store.write(SESSION) as uow:
        course.supply_deferred(uow, SESSION, first.case_id, [photo], today=MONDAY)

    assert children(counter)[1].owed == ()
    assert numbers(read(counter), M.SECOND_VISITS) == (1,)
    assert read(counter).total.figures[M.SECOND_VISITS].case_ids == (first.case_id,)


def test_m26_one_slip_in_all_cases_of_a_bundle_is_one_amendment(counter):
    take(counter, form())
    shop = children(counter)[0]

    with counter.store.write(SESSION) as uow:
        amendment = Amendment("applicant.phone", "13900000009", "号码少写一位")
        amendments.amend(uow, SESSION, shop.case_id, amendment, today=MONDAY)

    assert {one.applicant.phone for one in (case(counter), *children(counter))} == {"13900000009"}
    assert numbers(read(counter), M.AMENDMENTS) == (1,)


def test_m20_the_refusal_of_an_item_that_does_not_go_on_is_put_right_with_the_others(open_counter):
    counter = open_counter(with_forest())
    taken = take(counter, form(STATES, answers=ANSWERS))

    with counter.store.write(SESSION) as uow:
        amendment = Amendment("applicant.name", "王示范", "名字写错")
        amendments.amend(uow, SESSION, PARENT, amendment, today=MONDAY)

    (sent,) = case(counter).sent_away
    refused = case(counter, sent.case_id)
    assert refused.applicant.name == "王示范"
    assert [paper.is_in_force for paper in refused.papers] == [False, True]
    assert refused.papers[0].number == taken.papers[0]
    assert numbers(read(counter), M.AMENDMENTS, M.REFUSED) == (1, 1)
