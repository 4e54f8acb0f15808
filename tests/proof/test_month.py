"""A month of a hall, made through the services: four windows, seeded; every evening and the month reconcile to zero.

The short month stands in the suite; two thousand cases are under `make torture`.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import msgspec
import pytest

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.clock import FixedClock
from desktop.domain import events as ev
from desktop.domain.catalogue import Role
from desktop.domain.checklist import Check
from desktop.domain.checklist import MaterialState as S
from desktop.domain.course_rules import Action
from desktop.domain.course_way import Delivery, Forwarding, Ruling
from desktop.domain.people import Session
from desktop.domain.statistics import Period, Span
from desktop.ports import Taken, UnitOfWork
from desktop.services import course, intake, print_jobs, statistics
from desktop.services.intake_form import IntakeForm
from desktop.services.shift import tallies_of
from tests.builders import CALENDAR, COMPLETE, HALL, LEAD, catalogue, item
from tests.proof import counter_work, profiles

WINDOWS = ("01", "02", "03", "04")
DAYS = [day for n in range(1, 31) if CALENDAR.is_workday(day := date(2026, 11, n))]
PUBLISHED = catalogue(
    item(), item(code="L2", name="临时救助（示例）", role=Role.FIRST_REVIEW, authority="示例县民政局")
)
MISSING = {**COMPLETE, "m3": S.MISSING}


class Window:
    """One window with its own ledger; `rest` are its cases that are not at their end."""

    def __init__(self, profile: Path, name: str, chance: Random) -> None:
        self.name, self.chance = name, chance
        self.clock = FixedClock(datetime(2026, 11, 2, 1, tzinfo=UTC))
        self.session = Session(clerk=LEAD, window=name)
        self.counter, _code = bootstrap.create_profile(
            profile,
            hall=msgspec.structs.replace(HALL, window=name),
            lead=LEAD,
            password=profiles.PASSWORD,
            clock=self.clock,
            catalogue=PUBLISHED,
            cost=profiles.CHEAP,
        )
        self.taken = 0
        self.rest: list[str] = []

    def serve(self, day: date) -> None:
        """One citizen more; what is printed comes out, or waits, or is printed twice."""
        self.taken += 1
        code, (outcome, states) = self.chance.choice(
            [("L1", ("accept", COMPLETE)), ("L1", ("request_correction", MISSING)), ("L2", ("receive", COMPLETE))]
        )
        form = IntakeForm(
            case_id=f"{self.name}000000-0000-7000-8000-{self.taken:012}",
            item_code=code,
            name="王示例",
            id_number=counter_work.person_id(self.taken % 900),
            phone="13900000000",
            answers={"place": "1"},
            checks={code: Check(code=code, state=state) for code, state in states.items()},
            outcome=outcome,
        )
        self._do(lambda uow: intake.take_in(uow, self.session, form, today=day))
        self.rest.append(form.case_id)

    def go_on(self, day: date) -> None:
        """Something lawful is done with a case that waits, if anything is."""
        case_id = self.chance.choice(self.rest)
        with self.counter.store.read() as reader:
            case = reader.case(case_id)
            assert case is not None
            lawful = [one.action for one in course.offered(reader, case, today=day) if one.why_not is None]
        acts = [(action, act) for action, act in self._acts(case_id, day).items() if action in lawful]
        if not acts:
            return
        action, act = self.chance.choice(acts)
        self._do(act)
        if action in (Action.WITHDRAW, Action.DELIVER):
            self.rest.remove(case_id)

    def _acts(self, case_id: str, day: date) -> dict[Action, Callable[[UnitOfWork], Taken]]:
        session = self.session
        supplied = [ev.SuppliedMaterial(code="m3", name="困难证明", state=S.COMPLETE)]
        ruling = Ruling(is_granted=self.chance.random() < 0.9, examiners=("甲", "乙"), reasons="示例理由")
        by_hand = Delivery(method="窗口自取", recipient="王示例")
        upwards = Forwarding(to_unit="示例县民政局", opinion="符合")
        return {
            Action.SUPPLY: lambda uow: course.supply_correction(uow, session, case_id, supplied, today=day),
            Action.DECIDE: lambda uow: course.decide_case(uow, session, case_id, ruling, today=day),
            Action.FORWARD: lambda uow: course.forward(uow, session, case_id, upwards, today=day),
            Action.RESULT: lambda uow: course.result_arrived(uow, session, case_id, name="结果", today=day),
            Action.DELIVER: lambda uow: course.deliver(uow, session, case_id, by_hand, today=day),
            Action.WITHDRAW: lambda uow: course.withdraw(uow, session, case_id, today=day),
        }

    def _do(self, act: Callable[[UnitOfWork], Taken]) -> None:
        with self.counter.store.write(self.session) as uow:
            taken = act(uow)
            for number in taken.papers:
                sheet = print_jobs.queue(uow, number, device="示例")
                if self.chance.random() < 0.9:
                    print_jobs.confirmed(uow, number, sheet)

    def evening(self, day: date) -> list[int]:
        """The differences of the end-of-day sheet."""
        with self.counter.store.read() as reader:
            return [tally.difference for tally in tallies_of(reader, day, window=self.name)]


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[list[Window]]:
    made = [Window(tmp_path / name, name, Random(place)) for place, name in enumerate(WINDOWS)]
    yield made
    for window in made:
        window.counter.close()


def live(windows: list[Window], *, cases: int) -> None:
    """The month; each window serves its share of each day, and goes on with what waits."""
    for place, day in enumerate(DAYS):
        for window in windows:
            window.clock.moment = datetime(day.year, day.month, day.day, 1, tzinfo=UTC)
            due = cases * (place + 1) // (len(DAYS) * len(windows))
            while window.taken < due:
                window.clock.moment += timedelta(minutes=3)
                window.serve(day)
                window.go_on(day)
            assert window.evening(day) == [0] * len(window.evening(day)), (window.name, day)


def month_of(counter: Counter) -> tuple[int, int]:
    """Cases received in the month, and what its parts do not add up to."""
    with counter.store.read() as reader:
        month = Period.around(date(2026, 11, 1), Span.MONTH)
        tally = statistics.read(reader, month, today=date(2026, 11, 30)).reconciled()
    return tally.whole.number, tally.difference


@pytest.mark.parametrize("cases", [120, pytest.param(2000, marks=pytest.mark.torture)])
def test_m26_a_month_of_four_windows_reconciles_to_nothing(windows: list[Window], cases: int):
    live(windows, cases=cases)

    for window in windows:
        assert month_of(window.counter) == (window.taken, 0)
        assert window.counter.store.verify() is None
    together = windows[0].counter
    for other in windows[1:]:
        with other.counter.store.read() as reader:
            lines = [replace(line, arrival=0) for line in reader.ledger.of_origin(other.counter.store.origin)]
        with together.store.write(None) as uow:
            uow.admit(lines)
    assert month_of(together) == (cases, 0)
    assert together.store.verify() is None
