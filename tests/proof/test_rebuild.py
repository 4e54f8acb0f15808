"""The tables are nothing but the ledger told again: random mornings, live and rebuilt, are the same byte for byte.

The mornings go through the services, as the screens do: forms right and wrong, conclusions later, papers printed,
jammed and printed again, the hall moved to another window, the clock set back, the program closed in between.
"""

import contextlib
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.clock import FixedClock
from desktop.domain.checklist import Check, MaterialState
from desktop.domain.course_pledge import Finding
from desktop.domain.difficulty import Report
from desktop.domain.errors import DomainError
from desktop.domain.events_pledge import Consequence, Verification
from desktop.domain.outcome import Outcome
from desktop.domain.people import Clerk, Session
from desktop.domain.rating import RatingLevel
from desktop.ports import UnitOfWork
from desktop.services import amendments, difficulties, drafts, hall, intake, print_jobs, ratings
from desktop.services.amendments import Amendment
from desktop.services.course_pledge import verify_pledges
from desktop.services.intake_form import IntakeForm
from tests.builders import HALL, LEAD, catalogue, item
from tests.proof import counter_work, profiles

FIELDS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["王示例", "王𬭳", "单雄信", "欧阳示例", "ANN EXAMPLE", "张<3", ""]),
        "id_number": st.integers(0, 5).map(counter_work.person_id) | st.sampled_from(["450000", "X"]),
        "phone": st.sampled_from(["", "13900000000", "0776-2800000", "12"]),
        "address": st.sampled_from(["", "示例路1号", "远" * 121]),
        "answers": st.sampled_from([{"place": "1"}, {"place": "2"}, {"place": "3"}, {}]),
        "outcome": st.sampled_from([outcome.value for outcome in Outcome] + [""]),
        "has_agent": st.booleans(),
        "agent_name": st.just("李示例"),
        "agent_id_number": st.integers(0, 9).map(counter_work.person_id),
    }
)
STATES = st.dictionaries(
    st.sampled_from(["m1", "m2", "m3", "m4", "m5", "m6"]), st.sampled_from(list(MaterialState)), max_size=6
)
# Forms that chance makes are mostly refused; so that a morning gets anywhere, sound ones stand beside them.
ACTS = st.one_of(
    st.tuples(st.just("take_in"), st.integers(0, 6), FIELDS, STATES),
    st.tuples(st.just("take_in_sound"), st.integers(0, 6), st.sampled_from(counter_work.OUTCOMES)),
    st.tuples(st.just("conclude"), st.integers(0, 6), st.sampled_from(list(Outcome)), STATES),
    st.tuples(st.just("amend"), st.integers(0, 6), st.sampled_from(["", "13900000001", "12"])),
    st.tuples(st.just("undo"), st.integers(0, 6)),
    st.tuples(st.just("ask"), st.sampled_from(["1", "2", "3"])),
    st.tuples(st.just("print"), st.integers(0, 9), st.sampled_from(["queue", "sent", "failed", "confirmed"])),
    st.tuples(st.just("rate"), st.integers(0, 6), st.sampled_from(RatingLevel)),
    st.tuples(st.just("trouble"), st.sampled_from(["", "示例难事"])),
    st.tuples(st.just("draft"), st.integers(0, 6), FIELDS),
    st.tuples(st.just("move"), st.sampled_from(["02", "03"])),
    st.tuples(st.just("clerk"), st.sampled_from(["aa", "bb"]), st.booleans()),
    st.tuples(st.just("set_clock"), st.integers(-90, 90)),
    st.tuples(st.just("reopen")),
)


class Morning:
    """A window at work."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self.clock = FixedClock(profiles.MORNING)
        self.session = Session(clerk=LEAD, window=HALL.window)
        self.papers: list[str] = []
        self.counter, _code = bootstrap.create_profile(
            profile,
            hall=HALL,
            lead=LEAD,
            password=profiles.PASSWORD,
            clock=self.clock,
            catalogue=catalogue(item()),
            cost=profiles.CHEAP,
        )

    def act(self, name: str, *details: object) -> None:
        """One thing that the clerk does; what the rules refuse leaves nothing behind, here as at the counter."""
        with contextlib.suppress(DomainError):
            getattr(self, name)(*details)

    def _write(self, work: Callable[[UnitOfWork], object]) -> object:
        with self.counter.store.write(self.session) as uow:
            return work(uow)

    def take_in(self, place: int, fields: dict[str, object], states: dict[str, MaterialState]) -> None:
        form = IntakeForm(case_id=counter_work.case_id(1, place), item_code="L1", checks=_checks(states))
        self._take(msgspec.structs.replace(form, **fields))

    def take_in_sound(self, place: int, outcome: str) -> None:
        form = counter_work.form(counter_work.OUTCOMES.index(outcome), 0)
        self._take(msgspec.structs.replace(form, case_id=counter_work.case_id(1, place)))

    def _take(self, form: IntakeForm) -> None:
        today = self.clock.today()
        with self.counter.store.write(self.session) as uow:
            self.papers += intake.take_in(uow, self.session, form, today=today).papers

    def conclude(self, place: int, outcome: Outcome, states: dict[str, MaterialState]) -> None:
        case_id, today = counter_work.case_id(1, place), self.clock.today()
        with self.counter.store.write(self.session) as uow:
            taken = intake.conclude_received(uow, self.session, case_id, _checks(states), outcome, today=today)
            self.papers += taken.papers

    def amend(self, place: int, phone: str) -> None:
        what, today = Amendment("applicant.phone", phone, "号码写错"), self.clock.today()
        case_id = counter_work.case_id(1, place)
        self._write(lambda uow: amendments.amend(uow, self.session, case_id, what, today=today))

    def undo(self, place: int) -> None:
        case_id, today = counter_work.case_id(1, place), self.clock.today()
        self._write(lambda uow: amendments.undo(uow, self.session, case_id, today=today))

    def ask(self, answer: str) -> None:
        today = self.clock.today()
        with self.counter.store.write(self.session) as uow:
            sheet = intake.inform_once(uow, self.session, item_code="L1", answers={"place": answer}, today=today)
            self.papers += sheet.papers

    def print(self, place: int, step: str) -> None:
        if not self.papers:
            return
        number = self.papers[place % len(self.papers)]
        steps: dict[str, Callable[[UnitOfWork], object]] = {
            "queue": lambda uow: print_jobs.queue(uow, number, device="示例打印机", reason="卡纸" if place % 2 else ""),
            "sent": lambda uow: print_jobs.sent(uow, number, 0, pdf_sha256="ab" * 32),
            "failed": lambda uow: print_jobs.failed(uow, number, place % 2, problem="disk_full"),
            "confirmed": lambda uow: print_jobs.confirmed(uow, number, 0),
        }
        self._write(steps[step])

    def rate(self, place: int, level: RatingLevel) -> None:
        with self.counter.store.read() as reader:
            turn = ratings.begin_turn(reader, self.session, counter_work.case_id(1, place))
        with self.counter.store.write(None) as uow:
            ratings.rate_on_screen(uow, turn, level, today=self.clock.today())

    def pledge_falsely(self, place: int) -> None:
        form = counter_work.form(counter_work.OUTCOMES.index("accept"), 0)
        checks = {**form.checks, "m3": Check(code="m3", state=MaterialState.PLEDGED)}
        self._take(msgspec.structs.replace(form, case_id=counter_work.case_id(1, place), checks=checks))
        finding = Finding(
            codes=("m3",),
            is_true=False,
            how=Verification.SHARING,
            verified_by=("示例甲",),
            facts="示例不实",
            consequence=Consequence.TERMINATE,
        )
        case_id, today = counter_work.case_id(1, place), self.clock.today()
        self._write(lambda uow: verify_pledges(uow, self.session, case_id, finding, today=today))

    def trouble(self, stuck: str) -> None:
        today = self.clock.today()
        self._write(lambda uow: difficulties.report(uow, self.session, Report(stuck=stuck), today=today))

    def draft(self, place: int, fields: dict[str, object]) -> None:
        form = msgspec.structs.replace(IntakeForm(case_id=counter_work.case_id(1, place)), **fields)
        self._write(lambda uow: drafts.save(uow, self.session, form, field="name", at=self.clock.now()))

    def move(self, window: str) -> None:
        moved = msgspec.structs.replace(HALL, window=window)
        bootstrap.change_hall(self.counter, self.session, moved)
        self.session = Session(clerk=self.session.clerk, window=window)

    def clerk(self, clerk_id: str, is_active: bool) -> None:
        clerk = Clerk(clerk_id=clerk_id, name="示例经办人", is_active=is_active)
        self._write(lambda uow: hall.set_clerk(uow, clerk))
        self.session = Session(clerk=clerk, window=self.session.window)

    def set_clock(self, minutes: int) -> None:
        self.clock.moment += timedelta(minutes=minutes)

    def reopen(self) -> None:
        self.counter.close()
        self.counter = self._open()

    def _open(self) -> Counter:
        counter, _session = bootstrap.open_profile(self.profile, LEAD.clerk_id, profiles.PASSWORD, clock=self.clock)
        return counter


def _checks(states: dict[str, MaterialState]) -> dict[str, Check]:
    return {c: Check(code=c, state=s, reason="缺页" if s is MaterialState.FAULTY else "") for c, s in states.items()}


@given(st.lists(ACTS, min_size=4, max_size=16))
def test_a_rebuild_computes_what_the_morning_has_left_behind(acts: list[tuple[object, ...]]):
    with tempfile.TemporaryDirectory() as folder:
        morning = Morning(Path(folder) / "window")
        for name, *details in acts:
            morning.act(str(name), *details)
        live = profiles.projections(morning.counter)

        morning.counter.store.rebuild()

        assert profiles.projections(morning.counter) == live
        assert morning.counter.store.verify() is None
        morning.reopen()
        assert profiles.projections(morning.counter) == live
        morning.counter.store.rebuild()
        assert profiles.projections(morning.counter) == live
        morning.counter.close()


def test_a_morning_with_everything_in_it_is_rebuilt_the_same(tmp_path: Path):
    morning = Morning(tmp_path / "window")
    for place, outcome in enumerate(counter_work.OUTCOMES):
        morning.take_in_sound(place, outcome)
    morning.ask("1")
    morning.conclude(2, Outcome.ACCEPT, dict.fromkeys(("m1", "m2", "m3", "m4", "m5"), MaterialState.COMPLETE))
    for step in ("queue", "sent", "failed", "queue", "confirmed"):
        morning.print(1, step)
    morning.rate(0, RatingLevel.DISSATISFIED)
    morning.trouble("示例难事")
    morning.amend(1, "13900000001")
    morning.undo(4)
    morning.move("03")
    morning.take_in_sound(6, "accept")
    morning.pledge_falsely(7)
    live = profiles.projections(morning.counter)

    morning.counter.store.rebuild()

    rebuilt = profiles.projections(morning.counter)
    morning.counter.close()
    assert rebuilt == live
    empty = {name for name, rows in live.items() if not rows}
    elsewhere = {"city_answers", "case_conflicts", "bundle_items"}  # shown by the tests of each
    assert empty == elsewhere, "a projection stayed empty, so nothing was shown of it"
