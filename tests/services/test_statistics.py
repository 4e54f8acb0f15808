"""Statistics over a real store: a made-up month counted beside, and each figure with the cases behind it."""

import tempfile
from collections import Counter as Counting
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.clock import FixedClock
from desktop.domain import events as ev
from desktop.domain.catalogue import Handling, ItemKind, Role
from desktop.domain.checklist import MaterialState as S
from desktop.domain.course_way import Ruling
from desktop.domain.deadline import Suspension
from desktop.domain.people import Clerk, Session
from desktop.domain.rating import RatingLevel
from desktop.domain.regime import Incomplete, Regime
from desktop.domain.statistics import By, Measure, Period, Span
from desktop.services import amendments, course, print_jobs, statistics
from desktop.services.amendments import Amendment
from desktop.services.statistics import Statistics
from tests.builders import APPLICANT, COMPLETE, HALL, LEAD, MONDAY, SESSION, item
from tests.fakes.outside import CITY, WINDOW_THREE, Outside
from tests.services.conftest import CHEAP, MORNING
from tests.services.test_intake import form, take

NOVEMBER = Period.around(MONDAY, Span.MONTH)
WANG = Session(clerk=Clerk(clerk_id="wang", name="示例经办人"), window="02")
M = Measure

# What may become of a case: the steps after receipt, each with what it must be counted as.
LIVES: dict[str, list[tuple[str, tuple[Measure, ...]]]] = {
    "waits": [],
    "refused": [("refuse", (M.REFUSED,))],
    "needs none": [("not_required", (M.NOT_REQUIRED,))],
    "refused with notice": [("notice_refuses", (M.CORRECTIONS, M.REFUSED))],
    "handed back": [("notice_returns", (M.CORRECTIONS, M.RETURNED))],
    "never corrected": [("notice", (M.CORRECTIONS,)), ("return", (M.RETURNED,))],
    "corrected, open": [
        ("notice", (M.CORRECTIONS,)),
        ("supply", (M.SECOND_VISITS,)),
        ("second_notice", (M.CORRECTIONS, M.SECOND_NOTICES)),
        ("supply", (M.SECOND_VISITS,)),
        ("accept", (M.ACCEPTED,)),
    ],
    "withdrawn": [("accept", (M.ACCEPTED,)), ("withdraw", (M.WITHDRAWN,))],
    "decided": [("accept", (M.ACCEPTED,)), ("grant", (M.DECIDED,)), ("deliver", (M.DELIVERED,))],
    "denied": [("accept", (M.ACCEPTED,)), ("deny", (M.DECIDED,))],
    "forwarded": [
        ("accept", (M.ACCEPTED,)),
        ("forward", (M.FORWARDED,)),
        ("city", (M.DECIDED,)),
        ("result", ()),
        ("deliver", (M.DELIVERED,)),
    ],
    "collected": [("forward", (M.FORWARDED,)), ("result", (M.DECIDED,)), ("deliver", (M.DELIVERED,))],
}
CASES = st.lists(
    st.tuples(
        st.sampled_from(sorted(LIVES)),
        st.integers(0, 27),  # day of receipt
        st.lists(st.integers(0, 12), min_size=6, max_size=6),  # days between the steps
        st.sampled_from([Regime.LICENCE, Regime.MARKET_ENTITY]),
        st.sampled_from(["lead", "wang", "03"]),
        st.integers(0, 2),  # materials saved
    ),
    max_size=12,
)


def snapshot(regime: Regime) -> ev.ItemSnapshot:
    return ev.ItemSnapshot(
        code=regime.value,
        name=f"示例 {regime.value}",
        group="示例",
        kind=ItemKind.LICENCE,
        regime=regime,
        role=Role.OWN,
        authority="示例局",
        handling=Handling.COMMITTED,
    )


def received(number: int, day: date, regime: Regime, window: str) -> ev.CaseReceived:
    return ev.CaseReceived(
        case_number=f"450000101-{window}-000000-20261102-{number:04}-0",
        catalogue_version="2026.10.01",
        item=snapshot(regime),
        applicant=APPLICANT,
        received_on=day,
        window=window,
    )


def checked(saved: int) -> ev.MaterialsChecked:
    states = [S.SHARED] * saved + [S.COMPLETE]
    return ev.MaterialsChecked(
        rows=tuple(ev.MaterialRow(code=f"m{n}", name=f"材料{n}", state=s) for n, s in enumerate(states))
    )


def step(name: str, day: date) -> ev.Event:
    row = (ev.MaterialRow(code="m9", name="材料", state=S.MISSING),)
    came = (ev.SuppliedMaterial(code="m9", name="材料", state=S.COMPLETE),)

    def notice(consequence: Incomplete, number: int = 1) -> ev.Event:
        return ev.CorrectionRequested(requested_on=day, rows=row, notice_no=number, consequence=consequence)

    made: dict[str, ev.Event] = {
        "refuse": ev.CaseRefused(refused_on=day, reason="他局事项", competent_authority="示例局"),
        "not_required": ev.CaseNotRequired(told_on=day, reason="不需要"),
        "notice": notice(Incomplete.CORRECT),
        "second_notice": notice(Incomplete.CORRECT, 2),
        "notice_refuses": notice(Incomplete.REFUSE_ON_SPOT),
        "notice_returns": notice(Incomplete.RETURN),
        "supply": ev.CorrectionSupplied(supplied_on=day, supplied=came),
        "return": ev.CaseReturned(returned_on=day, reason="逾期"),
        "accept": ev.CaseAccepted(accepted_on=day, committed_due_on=day + timedelta(7)),
        "withdraw": ev.CaseWithdrawn(withdrawn_on=day),
        "grant": ev.CaseDecided(decided_on=day, is_granted=True),
        "deny": ev.CaseDecided(decided_on=day, is_granted=False),
        "deliver": ev.CaseDelivered(delivered_on=day, method="窗口自取", recipient="王示例"),
        "forward": ev.CaseForwarded(forwarded_on=day, to_unit="示例县"),
        "city": ev.CityDecided(office="示例局", is_granted=True, decided_on=day),
        "result": ev.ResultArrived(arrived_on=day, name="示例证"),
    }
    return made[name]


class Month:
    """A counter over which a month passes; `expected` is counted beside it, by the book of LIVES."""

    def __init__(self, folder: Path) -> None:
        self.clock = FixedClock(MORNING - timedelta(1))
        self.counter, _ = bootstrap.create_profile(
            folder, hall=HALL, lead=LEAD, password="demo-2026", clock=self.clock, cost=CHEAP
        )
        self.third = Outside(WINDOW_THREE, "zhao")
        self.city = Outside(CITY)
        self.expected: Counting[Measure] = Counting()

    def live(self, plan: list[Any]) -> None:
        """Every step of every case in the order of time, as a hall sees them."""
        todo: list[tuple[date, int, int, str, str, tuple[ev.Event, ...], Counting[Measure]]] = []
        for number, (life, begins, gaps, regime, who, saved) in enumerate(plan, start=1):
            day = NOVEMBER.begins_on + timedelta(begins)
            window = "03" if who == "03" else "02"
            case_id = f"case{number}"
            first = (received(number, day, regime, window), checked(saved))
            todo.append((day, number, 0, who, case_id, first, Counting({M.RECEIVED: 1, M.SAVED: saved})))
            for place, (name, measures) in enumerate(LIVES[life], start=1):
                day += timedelta(gaps[place - 1])
                counts = Counting(measures)
                if M.DECIDED in measures and name != "deny" and regime is Regime.MARKET_ENTITY:
                    counts[M.ENTITIES] += 1
                writer = "city" if name == "city" else who
                todo.append((day, number, place, writer, case_id, (step(name, day),), counts))
        for day, _number, _place, who, case_id, events, counts in sorted(todo, key=lambda entry: entry[:3]):
            self._write(day, who, case_id, events)
            if day <= NOVEMBER.ends_on:
                self.expected.update(counts)

    def _write(self, day: date, who: str, case_id: str, events: tuple[ev.Event, ...]) -> None:
        self.clock.moment = datetime.combine(day, time(2), UTC)
        if who in ("03", "city"):
            origin = self.third if who == "03" else self.city
            origin.arrive(self.counter, *events, case_id=case_id, at=self.clock.moment)
            return
        with self.counter.store.write(WANG if who == "wang" else SESSION) as uow:
            uow.record(events, case_id=case_id)


def read(counter: Counter, period: Period = NOVEMBER, today: date = NOVEMBER.ends_on) -> Statistics:
    with counter.store.read() as reader:
        return statistics.read(reader, period, today=today)


@settings(max_examples=7, suppress_health_check=[HealthCheck.too_slow])
@given(CASES)
def test_m23_any_made_up_month_is_counted_as_by_the_book_and_adds_up(plan: list[Any]):
    with tempfile.TemporaryDirectory() as folder:
        month = Month(Path(folder) / "window")
        month.live(plan)

        found = read(month.counter)
        december = read(month.counter, NOVEMBER.after, date(2027, 3, 31))
        month.counter.close()

    total = found.total.figures
    for measure in set(Measure) - {M.ON_TIME, M.LATE, M.NO_LIMIT, M.OVERDUE, M.REPRINTS, M.EXTENDED}:
        assert total[measure].number == month.expected[measure], measure
    assert total[M.ON_TIME].number + total[M.LATE].number + total[M.NO_LIMIT].number == total[M.DECIDED].number
    assert found.reconciled().difference == 0
    assert total[M.OVERDUE].number >= total[M.LATE].number
    for by in By:
        for measure in Measure:
            assert sum(line.figures[measure].number for line in found.lines(by)) == total[measure].number
        assert sum(line.times.count for line in found.lines(by)) == found.total.times.count
    assert not set(december.total.figures[M.RECEIVED].case_ids) & set(total[M.RECEIVED].case_ids)


@pytest.fixture
def days(counter: Counter, clock: FixedClock):
    """Goes on to another day, ten o'clock in the hall."""

    def go_on(day: date) -> date:
        clock.moment = datetime.combine(day, time(2), UTC)
        return day

    return go_on


def do(counter: Counter, act: Any, *args: Any, today: date, case_id: str, **kwargs: Any):
    with counter.store.write(SESSION) as uow:
        return act(uow, SESSION, case_id, *args, today=today, **kwargs)


def test_m23_the_days_of_a_case_by_hand(counter: Counter, days: Any):
    # Accepted Monday the 2nd, 5 days promised (the 9th), 20 by law (the 30th). An expert review stops the clock from
    # Wednesday 4 to Tuesday 10; decided Thursday the 12th: 3 | 11 12 = 3 days, in time (the promise moved to the 16th).
    take(counter, form(case_id="a"))
    do(counter, course.begin_procedure, case_id="a", procedure="专家评审", days=4, today=days(date(2026, 11, 4)))
    do(counter, course.end_procedure, case_id="a", today=days(date(2026, 11, 10)))
    ruling = Ruling(is_granted=True, examiners=("甲", "乙"), certificate="示例1号")
    do(counter, course.decide_case, ruling, case_id="a", today=days(date(2026, 11, 12)))

    found = read(counter)

    assert found.settled[0].suspensions == (Suspension(date(2026, 11, 4), date(2026, 11, 10)),)
    line = found.total
    assert (line.times.real_median, line.times.promised_median, line.times.legal_median) == (3, 5, 20)
    assert (line.figures[M.ON_TIME].case_ids, line.figures[M.LATE].case_ids) == (("a",), ())


def test_an_open_case_past_its_day_is_overdue_and_what_the_applicant_owes_is_not(counter: Counter):
    take(counter, form(case_id="a"))  # promised for Monday the 9th
    take(counter, form({**COMPLETE, "m3": S.MISSING}, case_id="b", outcome="request_correction"))

    assert read(counter, today=date(2026, 11, 9)).total.figures[M.OVERDUE].case_ids == ()
    assert read(counter, today=date(2026, 11, 10)).total.figures[M.OVERDUE].case_ids == ("a",)
    october = Period.around(date(2026, 10, 1), Span.MONTH)
    assert read(counter, october, date(2026, 11, 10)).total.figures[M.OVERDUE].number == 0


def test_m26_a_reprint_counts_for_the_clerk_who_made_it(counter: Counter):
    number = take(counter, form(case_id="a")).papers[0]
    with counter.store.write(SESSION) as uow:
        print_jobs.confirmed(uow, number, print_jobs.queue(uow, number, device="file:x"))
    with counter.store.write(WANG) as uow:
        print_jobs.queue(uow, number, device="file:x", reason="污损")

    rows = {line.key: line.figures[M.REPRINTS] for line in read(counter).lines(By.CLERK)}

    assert (rows["02 wang"].number, rows["02 wang"].case_ids) == (1, ("a",))
    assert rows["02 lead"].number == 0


def test_m4_materials_that_need_not_be_brought_are_counted(counter: Counter):
    take(counter, form({**COMPLETE, "m2": S.SHARED, "m3": S.PLEDGED}, case_id="a"))
    take(counter, form(case_id="b"))

    saved = read(counter).total.figures[M.SAVED]

    assert (saved.number, saved.case_ids) == (2, ("a",))


def test_every_row_has_a_name_that_a_person_reads(counter: Counter):
    take(counter, form(case_id="a"))

    found = read(counter, today=MONDAY)

    assert [line.name for line in found.lines(By.ITEM)] == [item().name]
    assert [line.name for line in found.lines(By.CLERK)] == ["示例负责人（02）"]
    assert [line.name for line in found.lines(By.WINDOW)] == ["02"]
    assert [line.name for line in found.lines(By.TIME)] == ["2026-11-02"]


def test_the_cases_behind_a_figure_come_in_its_order(counter: Counter):
    for case_id in ("a", "b", "c"):
        take(counter, form(case_id=case_id))

    with counter.store.read() as reader:
        rows = reader.case_rows(("c", "gone", "a"))

    assert [row.case_id for row in rows] == ["c", "a"]


def test_nothing_happened_is_no_fault(counter: Counter):
    found = read(counter, Period.around(date(2020, 1, 1), Span.YEAR), date(2026, 11, 2))

    assert found.lines(By.ITEM) == ()
    assert found.total.times.real_median is None
    assert found.reconciled().difference == 0


def rated(level: RatingLevel, stage: ev.RatingStage = ev.RatingStage.COMPLETION) -> ev.Rated:
    return ev.Rated(
        stage=stage,
        level=level,
        channel=ev.RatingChannel.SCREEN,
        rater=ev.Rater.APPLICANT,
        rated_on=MONDAY,
        served_by="wang",
        window="02",
    )


def test_m22_ratings_count_for_who_was_rated_once_a_stage_and_a_slip_is_no_bad_one(counter: Counter):
    for case_id in ("a", "b", "c"):
        take(counter, form(case_id=case_id))
    bad = RatingLevel.VERY_DISSATISFIED
    slip = ev.RatingFollowedUp(
        stage=ev.RatingStage.COMPLETION,
        followed_on=MONDAY,
        contact="电话",
        found="本想点满意",
        verdict=ev.Verdict.MISRATED,
        settled_on=MONDAY,
    )
    with counter.store.write(SESSION) as uow:
        uow.record([rated(RatingLevel.SATISFIED, ev.RatingStage.ACCEPTANCE), rated(bad)], case_id="a")
        uow.record([rated(RatingLevel.SATISFIED), rated(bad)], case_id="b")  # the first of a stage counts
        uow.record([rated(bad), slip], case_id="c")

    rows = {line.key: line.figures for line in read(counter).lines(By.CLERK)}

    assert (rows["02 wang"][M.RATINGS].number, rows["02 wang"][M.RATINGS].case_ids) == (4, ("a", "b", "c"))
    assert (rows["02 wang"][M.BAD_RATINGS].number, rows["02 wang"][M.BAD_RATINGS].case_ids) == (1, ("a",))
    assert rows["02 lead"][M.RATINGS].number == 0


def test_m13_difficulties_count_at_the_window_that_wrote_them_down(counter: Counter):
    reported = ev.DifficultyReported(
        number="示例难1号", reported_on=MONDAY, stuck="缺证明", item_name="示例", window="02"
    )
    with counter.store.write(WANG) as uow:
        uow.record([reported])

    found = read(counter)

    assert found.total.figures[M.DIFFICULTIES].number == 1
    assert {line.key: line.figures[M.DIFFICULTIES].number for line in found.lines(By.CLERK)} == {"02 wang": 1}


def test_m26_an_amendment_counts_for_the_clerk_who_wrote_it_and_what_was_undone_never_happened(counter: Counter):
    for case_id in ("a", "b"):
        take(counter, form(case_id=case_id))
    with counter.store.write(WANG) as uow:
        amendment = Amendment("applicant.phone", "13900000001", "号码少写一位")
        amendments.amend(uow, WANG, "a", amendment, today=MONDAY)
    with counter.store.write(SESSION) as uow:
        amendments.undo(uow, SESSION, "b", today=MONDAY)

    found = read(counter, today=MONDAY)

    rows = {line.key: line.figures[M.AMENDMENTS] for line in found.lines(By.CLERK)}
    assert (rows["02 wang"].number, rows["02 wang"].case_ids, rows["02 lead"].number) == (1, ("a",), 0)
    assert found.total.figures[M.ACCEPTED].case_ids == ("a",)
    assert found.reconciled().difference == 0
