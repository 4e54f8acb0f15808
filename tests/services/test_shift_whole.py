"""The end-of-day sheet adds up whatever the day was like: a bundle, a slip put right, a conclusion taken back."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from desktop.bootstrap import Counter
from desktop.clock import FixedClock
from desktop.domain.catalogue import Catalogue
from desktop.domain.checklist import MaterialState as S
from desktop.domain.events import CaseNotRequired
from desktop.domain.events_pledge import Consequence, FalsePledgeFound
from desktop.domain.papers_course import Tally
from desktop.domain.statistics import Measure, Period, Span
from desktop.services import amendments, print_jobs, statistics, taking_up
from desktop.services.amendments import Amendment
from desktop.services.shift import tallies_of
from tests.builders import COMPLETE, MONDAY, SESSION
from tests.bundle_builders import bundled_catalogue
from tests.fakes.outside import WINDOW_THREE, Outside
from tests.services import test_bundles, test_intake


def tallies(counter: Counter, clock: FixedClock) -> tuple[Tally, ...]:
    with counter.store.read() as reader:
        return tallies_of(reader, clock.today(), window="02")


def parts(tally: Tally) -> dict[str, int]:
    return {part.name: part.number for part in tally.parts}


def amend_name(counter: Counter, case_id: str) -> str:
    with counter.store.write(SESSION) as uow:
        amendment = Amendment("applicant.name", "王示范", "身份证上是范字")
        return amendments.amend(uow, SESSION, case_id, amendment, today=MONDAY).papers[0]


def print_out(counter: Counter, number: str) -> None:
    with counter.store.write(SESSION) as uow:
        print_jobs.confirmed(uow, number, print_jobs.queue(uow, number, device="file:x"))


def test_m8_the_cases_of_a_bundle_are_counted_and_what_holds_them_together_is_not(
    open_counter: Callable[[Catalogue], Counter], clock: FixedClock
):
    counter = open_counter(bundled_catalogue())
    test_bundles.take(counter, test_bundles.form())

    today = tallies(counter, clock)
    assert [tally.difference for tally in today] == [0] * len(today)
    assert today[0].whole.number == 3
    clock.moment += timedelta(days=1)
    morrow = tallies(counter, clock)
    assert (morrow[2].whole.number, morrow[2].difference) == (3, 0)


def test_m20_a_paper_issued_anew_adds_up(counter: Counter, clock: FixedClock):
    printed = test_intake.take(counter, test_intake.form(case_id="a")).papers[0]
    print_out(counter, printed)
    test_intake.take(counter, test_intake.form(case_id="b"))  # amended before its paper was printed
    for case_id in ("a", "b"):
        amend_name(counter, case_id)

    _, issued, *_rest = tallies(counter, clock)

    assert issued.whole.number == 4
    assert parts(issued) == {"已出纸": 1, "未出纸": 2, "作废未打印": 1}
    assert issued.difference == 0


@pytest.mark.parametrize("outcome", ["accept", "request_correction"])
def test_m20_a_conclusion_taken_back_adds_up_on_its_day_and_on_the_next(
    counter: Counter, clock: FixedClock, outcome: str
):
    states = COMPLETE if outcome == "accept" else {**COMPLETE, "m3": S.MISSING}
    test_intake.take(counter, test_intake.form(states, case_id="a", outcome=outcome))
    with counter.store.write(SESSION) as uow:
        amendments.undo(uow, SESSION, "a", today=MONDAY)

    for _ in range(2):
        assert [tally.difference for tally in tallies(counter, clock)] == [0] * 6
        clock.moment += timedelta(days=1)


def test_m23_of_two_windows_at_odds_only_the_word_that_holds_is_counted(counter: Counter, clock: FixedClock):
    test_intake.take(counter, test_intake.form({**COMPLETE, "m3": S.MISSING}, outcome="request_correction"))
    case_id, other = test_intake.FORM.case_id, Outside(WINDOW_THREE, "zhao")
    other.arrive(counter, CaseNotRequired(reason="零星林木", told_on=MONDAY), case_id=case_id, at=clock.moment)
    with counter.store.write(SESSION) as uow:
        taking_up.keep_side(uow, case_id, keep=counter.store.origin, reason="申请人在02号窗口")

    clock.moment += timedelta(days=1)
    assert tallies(counter, clock)[2].whole.number == 1  # still open, and handed over
    assert [tally.difference for tally in tallies(counter, clock)] == [0] * 6
    with counter.store.read() as reader:
        found = statistics.read(reader, Period.around(MONDAY, Span.MONTH), today=MONDAY)
    assert found.total.figures[Measure.NOT_REQUIRED].number == 0
    assert found.total.figures[Measure.CORRECTIONS].number == 1


def test_m10_a_case_that_a_false_pledge_has_ended_is_returned_and_open_no_more(counter: Counter, clock: FixedClock):
    for case_id, consequence in (("a", Consequence.TERMINATE), ("b", Consequence.REPORT)):
        test_intake.take(counter, test_intake.form({**COMPLETE, "m3": S.PLEDGED}, case_id=case_id))
        found = FalsePledgeFound(
            found_on=MONDAY, codes=("m3",), names=("困难证明",), facts="与登记信息不符", consequence=consequence
        )
        with counter.store.write(SESSION) as uow:
            uow.record([found], case_id=case_id)

    assert [tally.difference for tally in tallies(counter, clock)] == [0] * 6
    with counter.store.read() as reader:
        month = statistics.read(reader, Period.around(MONDAY, Span.MONTH), today=MONDAY)
    assert month.total.figures[Measure.RETURNED].case_ids == ("a",)
    clock.moment += timedelta(days=1)
    assert (tallies(counter, clock)[2].whole.number, tallies(counter, clock)[2].difference) == (1, 0)
