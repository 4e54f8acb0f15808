"""Made-up cases of every item of the sample catalogue, taken in as a counter takes them in.

Everything comes from the services; what is random in their lines (ids, keys, signatures, the tag of the origin) is then
put in order, so that two runs give the same lines.
"""

import hashlib
import itertools
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.catalogue_files.sample import load_sample
from desktop.clock import FixedClock
from desktop.demo import hall as demo
from desktop.demo import people
from desktop.demo.people import Person
from desktop.domain.catalogue import Catalogue, Role, ServiceItem
from desktop.domain.checklist import Check, MaterialState, allowed_states
from desktop.domain.outcome import Outcome, offers
from desktop.domain.people import Session
from desktop.ports import UnitOfWork
from desktop.services import forms, intake, intake_form, print_jobs
from desktop.services.intake_form import IntakeForm
from desktop.store.key_slots import Cost
from desktop.store.line import Line
from resources.sync.settled import Order

_CHEAP = Cost(time=1, memory_kib=8 * 1024, lanes=1)
_SESSION = Session(clerk=demo.CLERK, window="02")
_OPENING = datetime(2026, 8, 31, 0, 30, tzinfo=UTC)
"""A Monday; the longest limits end before the year does, whose next the work calendar may not know yet."""
_BETWEEN = timedelta(minutes=7)
_ONE_IN = 4
"""How many cases come to one with an agent, or with forms that were printed before."""


@dataclass(frozen=True, slots=True)
class Course:
    """How a case may end, and the state that its first materials that allow it are in; None: all are complete."""

    outcome: Outcome
    state: MaterialState | None = None


_COURSES = (
    Course(Outcome.ACCEPT),
    Course(Outcome.RECEIVE),
    Course(Outcome.REQUEST_CORRECTION, MaterialState.MISSING),
    Course(Outcome.ACCEPT_DEFERRED, MaterialState.DEFERRED),
    Course(Outcome.ACCEPT, MaterialState.PLEDGED),
    Course(Outcome.RECEIVE, MaterialState.PLEDGED),
)


def cases() -> Iterator[list[Line]]:
    """The lines of each case: every item in every course that is lawful for it, in two halls with different powers."""
    sample = msgspec.structs.replace(load_sample(), in_force_on=_OPENING.date())
    own = tuple(msgspec.structs.replace(item, role=Role.OWN) for item in sample.items)
    order = Order()
    for catalogue in (sample, msgspec.structs.replace(sample, items=own)):
        for lines in _of_a_hall(catalogue):
            yield [_settled(line, order) for line in lines]


def _settled(line: Line, order: Order) -> Line:
    return replace(
        line,
        id=order.text(line.id),
        case_id=order.text(line.case_id) if line.case_id else None,
        body=order.text(line.body.decode()).encode(),
    )


def _of_a_hall(catalogue: Catalogue) -> Iterator[list[Line]]:
    clock = FixedClock(_OPENING)
    with tempfile.TemporaryDirectory() as folder:
        counter, _ = bootstrap.create_profile(
            Path(folder) / "hall",
            hall=demo.hall(),
            lead=demo.LEAD,
            password=demo.PASSWORD,
            clock=clock,
            catalogue=catalogue,
            is_demo=True,
            cost=_CHEAP,
        )
        try:
            yield from _every_course(counter, clock, catalogue)
        finally:
            counter.close()


def _every_course(counter: Counter, clock: FixedClock, catalogue: Catalogue) -> Iterator[list[Line]]:
    persons = itertools.cycle(people.ALL)
    for count, (item, course) in enumerate(itertools.product(catalogue.items, _COURSES)):
        clock.moment += _BETWEEN
        with counter.store.write(_SESSION) as uow:
            before = uow.ledger.tip(uow.origin)
            form = _form(uow.new_id(), item, next(persons), course, has_agent=count % _ONE_IN == 0)
            if form is not None:
                _take_in(uow, form, clock, has_forms=count % _ONE_IN == 1)
                yield list(uow.ledger.of_origin(uow.origin, from_seq=before.seq + 1 if before else 1))


def _take_in(uow: UnitOfWork, form: IntakeForm, clock: FixedClock, *, has_forms: bool) -> None:
    today = clock.today()
    papers: Sequence[str] = ()
    if has_forms:
        papers = forms.truth_pledge(uow, _SESSION, form, today=today).papers
    if form.has_agent:
        papers = (*papers, *forms.power_of_attorney(uow, _SESSION, form, today=today).papers)
    taken = intake.take_in(uow, _SESSION, form, today=today)
    for number in (*papers, *taken.papers):
        sheet = print_jobs.queue(uow, number, device="示例打印机")
        print_jobs.sent(uow, number, sheet, pdf_sha256=hashlib.sha256(number.encode()).hexdigest())
        print_jobs.confirmed(uow, number, sheet)


def _form(case_id: str, item: ServiceItem, person: Person, course: Course, *, has_agent: bool) -> IntakeForm | None:
    """The form as typed; None if the course is not lawful for the item."""
    bare = IntakeForm(
        case_id=case_id,
        item_code=item.code,
        name=person.name,
        id_number=person.id_number,
        phone=person.phone,
        address=person.address,
        outcome=course.outcome.value,
        delivery="自取",
    )
    if has_agent:
        agent = people.HUANG if person is not people.HUANG else people.WANG
        bare = msgspec.structs.replace(
            bare, has_agent=True, agent_name=agent.name, agent_id_number=agent.id_number, agent_phone=agent.phone
        )
    known = {key: value for key, value in intake_form.facts(bare).items() if key in ("applicant", "agent", "channel")}
    try:
        answers = demo.first_answers(item, known)
    except ValueError:  # no plain way through its questions
        return None
    answered = msgspec.structs.replace(bare, answers=answers)
    form = msgspec.structs.replace(answered, checks=dict(_checks(answered, item, course)))
    return form if course.outcome in _lawful(form, item) else None


def _lawful(form: IntakeForm, item: ServiceItem) -> set[Outcome]:
    checklist = intake_form.checklist(form, item)
    return {offer.outcome for offer in offers(item, intake_form.facts(form), checklist) if offer.is_lawful}


def _checks(form: IntakeForm, item: ServiceItem, course: Course) -> Iterator[tuple[str, Check]]:
    """Every material complete, or shared where it may be; the first that may be so is as the course wants it."""
    wanted = course.state
    for requirement in intake_form.checklist(form, item).requirements:
        allowed = allowed_states(requirement)
        state = MaterialState.SHARED if MaterialState.SHARED in allowed else MaterialState.COMPLETE
        if wanted in allowed and requirement.is_required:
            state, wanted = wanted, None
        yield requirement.code, Check(code=requirement.code, state=state, pages=1)
