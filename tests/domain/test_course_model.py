"""No sequence of actions reaches what the law does not know: the decider against a model of the law, by chance.

The model knows nothing of the decider: it keeps the facts of a case in plain words and says what must hold.
"""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop.domain import course_clock, course_end, course_materials, course_way
from desktop.domain import events as ev
from desktop.domain.case import Case, CaseState, evolve
from desktop.domain.catalogue import Handling, Role
from desktop.domain.checklist import MaterialState as S
from desktop.domain.course_rules import Action, actions
from desktop.domain.decide import Circumstances, conclude, receive
from desktop.domain.errors import DomainError
from desktop.domain.outcome import Outcome
from desktop.domain.regime import Regime
from tests.builders import CALENDAR, COMPLETE, MONDAY, application, circumstances, item

STATES = st.sampled_from([COMPLETE, {**COMPLETE, "m3": S.MISSING}, {**COMPLETE, "m4": S.DEFERRED}])
ITEMS = st.builds(
    lambda role, regime, handling: item(role=role, regime=regime, handling=handling),
    st.sampled_from([Role.OWN, Role.DELEGATED, Role.FIRST_REVIEW, Role.COLLECTS]),
    st.sampled_from([Regime.LICENCE, Regime.SERVICE, Regime.RESIDENCE_PERMIT, Regime.SOCIAL_RELIEF]),
    st.sampled_from([Handling.COMMITTED, Handling.IMMEDIATE]),
)
WORDS = st.sampled_from(["", "示例"])
ENDED = {CaseState.REFUSED, CaseState.NOT_REQUIRED, CaseState.RETURNED, CaseState.DELIVERED, CaseState.WITHDRAWN}


class Life(RuleBasedStateMachine):
    """One case from receipt on, by actions of chance on days of chance."""

    case: Case
    now: Circumstances
    history: list[ev.Event]

    @initialize(of=ITEMS, states=STATES, days=st.sampled_from([0, 10]))
    def take_in(self, of, states, days):
        self.now = replace(circumstances(of), correction_days=days)
        self.history = []
        self._do(lambda: receive(application(states, of), self.now))

    @rule(days=st.integers(1, 8))
    def time_passes(self, days):
        today = min(self.now.today + timedelta(days=days), date(2026, 12, 15))
        self.now = replace(self.now, today=today)

    @rule(outcome=st.sampled_from([o for o in Outcome if o is not Outcome.INFORM]), again=WORDS)
    def conclude(self, outcome, again):
        self._do(lambda: conclude(self.case, outcome, self.now, repeat_reason=again))

    @rule(codes=st.sets(st.sampled_from(["m1", "m3", "m4", "above-1"]), max_size=3))
    def supply(self, codes):
        self._do(lambda: course_materials.supply_correction(self.case, _materials(codes), self.now))

    @rule(codes=st.sets(st.sampled_from(["m4", "m3"]), max_size=2))
    def supply_deferred(self, codes):
        self._do(lambda: course_materials.supply_deferred(self.case, _materials(codes), self.now))

    @rule()
    def deem(self):
        self._do(lambda: course_clock.deem_accepted(self.case, self.now))

    @rule(days=st.integers(0, 8), name=WORDS)
    def suspend(self, days, name):
        self._do(lambda: course_clock.begin_procedure(self.case, self.now, procedure=name, days=days))

    @rule()
    def resume(self):
        self._do(lambda: course_clock.end_procedure(self.case, self.now))

    @rule(days=st.integers(0, 16), reason=WORDS, joint=st.booleans())
    def extend(self, days, reason, joint):
        self._do(
            lambda: course_clock.extend(
                self.case, self.now, workdays=days, reason=reason, approved_by="镇长", is_joint=joint
            )
        )

    @rule(opinion=WORDS)
    def forward(self, opinion):
        how = course_way.Forwarding(to_unit="示例县", opinion=opinion)
        self._do(lambda: course_way.forward(self.case, how, self.now))

    @rule(granted=st.booleans(), reasons=WORDS)
    def decide(self, granted, reasons):
        ruling = course_way.Ruling(is_granted=granted, examiners=("甲", "乙"), reasons=reasons)
        self._do(lambda: course_way.decide_case(self.case, ruling, self.now))

    @rule(granted=st.booleans())
    def city_decides(self, granted):
        if self.case.state is CaseState.FORWARDED:
            self._fold((ev.CityDecided(office="示例县", is_granted=granted, decided_on=self.now.today),))

    @rule()
    def city_asks(self):
        if self.case.state is CaseState.FORWARDED:
            self._fold((ev.CityAskedCorrection(office="示例县", text="补", materials=("补充材料",)),))

    @rule(name=WORDS)
    def result(self, name):
        self._do(lambda: course_way.result_arrived(self.case, self.now, name=name))

    @rule(recipient=WORDS)
    def deliver(self, recipient):
        how = course_way.Delivery(method="窗口自取", recipient=recipient)
        self._do(lambda: course_way.deliver(self.case, how, self.now))

    @rule(reason=WORDS)
    def hand_back(self, reason):
        self._do(lambda: course_end.return_case(self.case, self.now, reason=reason))

    @rule()
    def withdraw(self):
        self._do(lambda: course_end.withdraw(self.case, self.now))

    @invariant()
    def what_is_offered_is_what_may_be_done(self):
        lawful = {offered.action for offered in actions(self.case, self.now) if offered.why_not is None}
        if self.case.state in ENDED:
            assert lawful == set()
        if Action.DECIDE in lawful:
            assert self.now.item.role in (Role.OWN, Role.DELEGATED)

    @invariant()
    def only_the_competent_accept(self):
        """行政许可法 24: 受理 by the authority or its delegate only."""
        if any(isinstance(event, ev.CaseAccepted | ev.CaseDeemedAccepted) for event in self.history):
            assert self.now.item.role in (Role.OWN, Role.DELEGATED)

    @invariant()
    def nothing_is_decided_here_that_was_not_accepted(self):
        kinds = [type(event) for event in self.history]
        if ev.CaseDecided in kinds:
            before = kinds[: kinds.index(ev.CaseDecided)]
            assert ev.CaseAccepted in before or ev.CaseDeemedAccepted in before

    @invariant()
    def a_granted_result_never_leaves_while_materials_are_owed(self):
        """容缺受理: the licence is released after the supplement."""
        if self.case.state is CaseState.DELIVERED and self.case.decision and self.case.decision.is_granted:
            assert not self.case.owed

    @invariant()
    def every_denial_has_its_reasons(self):
        """行政许可法 38."""
        assert all(e.is_granted or e.reasons for e in self.history if isinstance(e, ev.CaseDecided))

    @invariant()
    def the_limit_is_extended_once_and_by_no_more_than_the_law_says(self):
        """行政许可法 42; 居住证暂行条例 9 allows fifteen days."""
        extensions = [e for e in self.history if isinstance(e, ev.LimitExtended)]
        assert len(extensions) <= 1
        assert all(1 <= e.workdays <= 15 for e in extensions)

    @invariant()
    def a_second_notice_has_its_reason(self):
        """行政许可法 72 (4)."""
        notices = [e for e in self.history if isinstance(e, ev.CorrectionRequested)]
        assert all(notice.repeat_reason for notice in notices[1:])

    @invariant()
    def the_due_date_never_lies_before_acceptance(self):
        if self.case.accepted_on and self.case.statutory_due_on:
            assert self.case.statutory_due_on > self.case.accepted_on

    @invariant()
    def nothing_follows_the_end(self):
        assert self.case.is_open == (self.case.state not in ENDED)

    @invariant()
    def the_history_alone_gives_the_case(self):
        again = None
        for event in self.history:
            again = evolve(again, "c1", event)
        assert again == self.case

    def _do(self, act):
        try:
            events = act()
        except DomainError:
            return
        self._fold(events)

    def _fold(self, events):
        case = self.__dict__.get("case")
        was_open = case is None or case.is_open
        for event in events:
            assert was_open, f"{ev.kind_of(event)} after the end"
            case = evolve(case, "c1", event)
            self.history.append(event)
        assert case is not None
        self.case = case


def _materials(codes):
    return [ev.SuppliedMaterial(code=code, name=code, state=S.COMPLETE) for code in sorted(codes)]


Life.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestLifeOfACase = Life.TestCase

assert CALENDAR.is_workday(MONDAY)
