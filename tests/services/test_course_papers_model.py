"""No sequence of a clerk's actions prints what the law does not know at that moment, loses an event, or half of one.

The services over one real encrypted window, by chance. What each paper needs is written down here once more, from the
law and not from the program: a paper in force needs the state of the case that it speaks of.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from desktop.bootstrap import Counter
from desktop.clock import FixedClock
from desktop.domain import events as ev
from desktop.domain.case import Case, CaseState, evolve
from desktop.domain.catalogue import Catalogue, Role
from desktop.domain.checklist import Check
from desktop.domain.checklist import MaterialState as S
from desktop.domain.course_rules import Action
from desktop.domain.course_way import Delivery, Forwarding, Ruling
from desktop.domain.errors import DomainError
from desktop.domain.outcome import Outcome
from desktop.services import amendments, course, intake, print_jobs
from desktop.services.amendments import Amendment
from desktop.services.intake_form import IntakeForm
from tests.builders import COMPLETE, PERSON_ID, SESSION, catalogue, item

MONDAY = date(2026, 11, 2)
LAST_DAY = date(2026, 12, 15)  # the calendar of 2027 is not out
ITEMS = {
    "L1": Role.OWN,
    "L2": Role.DELEGATED,
    "L3": Role.FIRST_REVIEW,
    "L4": Role.COLLECTS,
}
ABOVE = "示例县林业局"
STATES = st.sampled_from([COMPLETE, {**COMPLETE, "m3": S.MISSING}, {**COMPLETE, "m4": S.DEFERRED}])
OTHERS = st.none() | st.sampled_from(Outcome)
WORDS = st.sampled_from(["", "示例"])
CODES = st.sets(st.sampled_from(["m3", "m4", "above-1"]), min_size=1)
serials = count(1)
# Each step is a transaction of the encrypted store; `make torture` takes the time for more.
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "torture"
LENGTH = settings(max_examples=600 if IS_LONG else 50, stateful_step_count=30, deadline=None)


def published() -> Catalogue:
    """An item of each role."""
    return catalogue(
        *(
            item(
                code=code,
                name=f"{code}（示例）",
                role=role,
                **({} if role is Role.OWN else {"authority": "示例县林业局"}),
            )
            for code, role in ITEMS.items()
        )
    )


def of_competent(case: Case) -> bool:
    """行政许可法 24: only the authority, or whom it has charged, accepts and decides."""
    return ITEMS[case.item.code] in (Role.OWN, Role.DELEGATED)


def has(case: Case, *states: CaseState) -> bool:
    return case.state in states


def missing(case: Case) -> list[str]:
    return [row.code for row in case.rows if row.state is S.MISSING]


# What must hold for a paper at the moment when it is issued.
NEEDS: dict[str, Callable[[Case], bool]] = {
    "materials_receipt": lambda case: has(case, CaseState.RECEIVED),
    "acceptance_notice": lambda case: of_competent(case) and case.accepted_on is not None,
    "deferral_pledge": lambda case: bool(case.owed),
    "truth_pledge": lambda case: case.is_open,
    "correction_notice": lambda case: (
        has(case, CaseState.CORRECTING) and any(row.state is S.MISSING for row in case.rows)
    ),
    "refusal_notice": lambda case: has(case, CaseState.REFUSED),
    "not_required_notice": lambda case: has(case, CaseState.NOT_REQUIRED),
    "supplement_receipt": lambda case: case.notices_given > 0 or case.forwarded is not None,
    "return_notice": lambda case: has(case, CaseState.RETURNED) and bool(case.end_reason),
    "extension_notice": lambda case: has(case, CaseState.ACCEPTED) and case.extended_by > 0,
    "special_procedure_notice": lambda case: has(case, CaseState.ACCEPTED) and case.procedure is not None,
    "grant_decision": lambda case: of_competent(case) and case.decision is not None and case.decision.is_granted,
    "denial_decision": lambda case: of_competent(case) and case.decision is not None and not case.decision.is_granted,
    "handover_sheet": lambda case: has(case, CaseState.FORWARDED),
    "delivery_receipt": lambda case: has(case, CaseState.DELIVERED),
}


class CounterLife(RuleBasedStateMachine):
    """One case at a real counter. `counter` and `clock` are those of the test."""

    counter: Counter
    clock: FixedClock

    def __init__(self) -> None:
        super().__init__()
        self.case_id = f"0192f0c0-0000-7000-8000-{next(serials):012}"
        self.today = MONDAY
        self.seen: list[str] = []
        self.lines = 0

    @initialize(
        code=st.sampled_from(sorted(ITEMS)), states=STATES, other=st.none() | st.sampled_from(Outcome), days=WORDS
    )
    def take_in(self, code, states, other, days):
        self.clock.moment = datetime(2026, 11, 2, 1, tzinfo=UTC)
        form = IntakeForm(
            case_id=self.case_id,
            item_code=code,
            name="王示例",
            id_number=PERSON_ID,
            phone="13900000000",
            answers={"place": "1"},
            checks={material: Check(code=material, state=state) for material, state in states.items()},
            outcome=(other or _usual(code, states)).value,
        )
        self._do(lambda uow: uow.set_setting("correction.days", "10" if days else ""))
        self._do(lambda uow: intake.take_in(uow, SESSION, form, today=self.today))

    @rule(days=st.integers(1, 8))
    def time_passes(self, days):
        self.today = min(self.today + timedelta(days=days), LAST_DAY)
        self.clock.moment = datetime(self.today.year, self.today.month, self.today.day, 1, tzinfo=UTC)

    @rule(choice=st.integers(0, 20))
    def go_on(self, choice):
        """What a clerk does with care: by blind chance few cases come to their end."""
        case = self._case()
        if case is None:
            return
        with self.counter.store.read() as reader:
            offered = [one.action for one in course.offered(reader, case, today=self.today) if one.why_not is None]
        lawful = [act for action, act in self._careful(case).items() if action in offered]
        if lawful:
            lawful[choice % len(lawful)]()

    def _careful(self, case: Case) -> dict[Action, Callable[[], None]]:
        wanted = missing(case) or ["above-1"]
        owed = [one.code for one in case.owed]
        ruling = Ruling(is_granted=len(case.papers) % 2 == 0, examiners=("示例甲", "示例乙"), reasons="示例理由")
        return {
            Action.SUPPLY: lambda: self._act(course.supply_correction, _materials(wanted)),
            Action.SUPPLY_DEFERRED: lambda: self._act(course.supply_deferred, _materials(owed)),
            Action.DECIDE: lambda: self._act(course.decide_case, ruling),
            Action.FORWARD: lambda: self._act(course.forward, Forwarding(to_unit=ABOVE, opinion="符合")),
            Action.RESULT: lambda: self._act(course.result_arrived, name="结果"),
            Action.DELIVER: lambda: self._act(course.deliver, Delivery(method="窗口自取", recipient="王示例")),
            Action.EXTEND: lambda: self._act(course.extend, workdays=5, reason="示例", approved_by="示例镇长"),
            Action.RESUME: lambda: self._act(course.end_procedure),
        }

    @rule(states=STATES, outcome=st.sampled_from(Outcome), again=WORDS)
    def conclude(self, states, outcome, again):
        checks = {material: Check(code=material, state=state) for material, state in states.items()}
        self._act(intake.conclude_received, checks, outcome, repeat_reason=again)

    @rule(codes=CODES)
    def supply(self, codes):
        self._act(course.supply_correction, _materials(codes))

    @rule(codes=CODES)
    def supply_deferred(self, codes):
        self._act(course.supply_deferred, _materials(codes))

    @rule()
    def deem(self):
        self._act(course.deem_accepted)

    @rule(reason=WORDS)
    def hand_back(self, reason):
        self._act(course.return_case, reason=reason)

    @rule()
    def withdraw(self):
        self._act(course.withdraw)

    @rule(days=st.integers(0, 8), name=WORDS)
    def suspend(self, days, name):
        self._act(course.begin_procedure, procedure=name, days=days)

    @rule()
    def resume(self):
        self._act(course.end_procedure)

    @rule(days=st.integers(0, 16), reason=WORDS)
    def extend(self, days, reason):
        self._act(course.extend, workdays=days, reason=reason, approved_by="示例镇长")

    @rule(opinion=WORDS)
    def forward(self, opinion):
        self._act(course.forward, Forwarding(to_unit=ABOVE, opinion=opinion))

    @rule(granted=st.booleans(), reasons=WORDS)
    def decide(self, granted, reasons):
        self._act(course.decide_case, Ruling(is_granted=granted, examiners=("示例甲", "示例乙"), reasons=reasons))

    @rule(name=WORDS)
    def result(self, name):
        self._act(course.result_arrived, name=name)

    @rule(recipient=WORDS)
    def deliver(self, recipient):
        self._act(course.deliver, Delivery(method="窗口自取", recipient=recipient))

    @rule()
    def undo(self):
        self._act(amendments.undo)

    @rule(name=st.sampled_from(["王示例", "王示列", ""]), reason=WORDS)
    def amend(self, name, reason):
        self._act(amendments.amend, Amendment("name", name, reason))

    @rule(again=WORDS)
    def print_the_newest(self, again):
        case = self._case()
        if case is not None and case.papers:
            number = case.papers[-1].number
            self._do(
                lambda uow: print_jobs.confirmed(
                    uow, number, print_jobs.queue(uow, number, device="示例", reason=again)
                )
            )

    @invariant()
    def the_ledger_alone_gives_the_case_and_loses_nothing(self):
        with self.counter.store.read() as reader:
            lines, kept = reader.lines_of(self.case_id), reader.case(self.case_id)
        again: Case | None = None
        for line in lines:
            again = evolve(again, self.case_id, line.event)
        assert again == kept
        assert len(lines) >= self.lines
        self.lines = len(lines)

    def _act(self, act, *args, **kwargs):
        self._do(lambda uow: act(uow, SESSION, self.case_id, *args, today=self.today, **kwargs))

    def _do(self, act):
        """The act, whole or not at all; each paper that came of it is one that the law knows now."""
        before = self._case()
        try:
            with self.counter.store.write(SESSION) as uow:
                act(uow)
        except DomainError:
            assert self._case() == before
            return
        case = self._case()
        if case is None:
            return
        self._check_papers(before, case)

    def _check_papers(self, before: Case | None, case: Case) -> None:
        old = {paper.number for paper in before.papers} if before else set()
        for paper in case.papers:
            if paper.number in old:
                continue
            is_amended = any(other.replaced_by == paper.number for other in case.papers)
            if not is_amended:
                assert NEEDS[paper.kind](case), (paper.kind, case.state)
            assert before is None or before.is_open or is_amended, f"{paper.kind} after the end"
            assert paper.number not in self.seen
            self.seen.append(paper.number)
        accepted = [paper for paper in case.papers if paper.kind == "acceptance_notice" and paper.is_in_force]
        assert len(accepted) <= 1

    def _case(self) -> Case | None:
        with self.counter.store.read() as reader:
            return reader.case(self.case_id)


def _usual(code, states):
    if S.MISSING in states.values():
        return Outcome.REQUEST_CORRECTION
    return Outcome.ACCEPT if ITEMS[code] in (Role.OWN, Role.DELEGATED) else Outcome.RECEIVE


def _printed(uow, number, reason):
    print_jobs.confirmed(uow, number, print_jobs.queue(uow, number, device="示例", reason=reason))


def _materials(codes):
    return [ev.SuppliedMaterial(code=code, name=code, state=S.COMPLETE) for code in sorted(codes)]


@pytest.fixture
def machine(open_counter: Callable[[Catalogue], Counter], clock: FixedClock) -> Iterator[type[CounterLife]]:
    made = open_counter(published())
    yield type("CounterLifeHere", (CounterLife,), {"counter": made, "clock": clock})
    assert made.store.verify() is None


def test_m6_no_sequence_of_actions_prints_an_unlawful_paper_or_loses_an_event(machine):
    run_state_machine_as_test(machine, settings=settings(LENGTH, suppress_health_check=list(HealthCheck)))
