"""Builds the sample hall: profile, clerks, sample catalogue, a city in a folder, and the cases of last week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.catalogue_files.sample import load_sample
from desktop.clock import HALL_ZONE, FixedClock
from desktop.demo import people
from desktop.demo.people import Person
from desktop.domain.catalogue import Catalogue, ServiceItem
from desktop.domain.checklist import Check, MaterialState, allowed_states
from desktop.domain.outcome import Outcome, effect_of, offers, open_questions
from desktop.domain.people import Clerk, ClerkRole, Hall, Session
from desktop.ports import Taken, UnitOfWork
from desktop.services import intake, intake_form, print_jobs
from desktop.services.intake_form import IntakeForm
from desktop.store.key_slots import Cost

PASSWORD = "yichuang-demo"  # noqa: S105 - of the sample hall, and shown on its login page
LEAD = Clerk(clerk_id="lan", name="蓝示例", role=ClerkRole.LEAD)
CLERK = Clerk(clerk_id="zhang", name="张示例")
DAY = date(2026, 11, 9)
"""A Monday whose due dates all fall into years that the work calendar knows."""
OPENING = datetime(2026, 11, 9, 8, 30, tzinfo=HALL_ZONE).astimezone(UTC)

_CHEAP = Cost(time=1, memory_kib=8 * 1024, lanes=1)


@dataclass(frozen=True, slots=True)
class Past:
    """A case of last week: who, which item, how many days before the demonstration, which state of the materials."""

    person: Person
    item: str
    days_ago: int
    states: dict[int, MaterialState]
    outcome: Outcome


_LAST_WEEK = (
    Past(people.LU, "林木采伐许可证核发", 7, {}, Outcome.ACCEPT),
    Past(people.NONG, "生育登记", 6, {}, Outcome.ACCEPT),
    Past(people.HUANG, "高龄津贴申领", 6, {}, Outcome.RECEIVE),
    Past(people.MO, "临时救助审核确认", 5, {0: MaterialState.MISSING}, Outcome.REQUEST_CORRECTION),
    Past(people.OUYANG, "设施农业用地备案", 5, {}, Outcome.ACCEPT),
    Past(people.TAN, "社会保障卡申领", 4, {}, Outcome.RECEIVE),
    Past(people.QIN, "农村村民宅基地审批", 3, {}, Outcome.ACCEPT),
)


def hall(name: str = "阳圩镇") -> Hall:
    """The sample hall; `name` is the township's."""
    return Hall(
        name=f"右江区{name}便民服务中心（示例）",
        division="451002103",
        window="02",
        authority=f"右江区{name}（示例）人民政府",
        short_name=name.rstrip("镇乡街道")[:8] or "示例",
        address=f"右江区{name}示例路1号",
        hours="工作日 8:30–12:00，14:30–17:30",
        service_phone="0776-0000002",
        complaint_phone="0776-0000012",
        review_authority="右江区人民政府",
        court="右江区人民法院",
    )


def make(profile: Path, *, name: str = "阳圩镇") -> str:
    """Sets the sample hall up in an empty folder; it stays encrypted like any other. Returns the recovery code.

    Raises:
        ProfileExists: there is a profile; a demonstration never overwrites one.
    """
    # The city brings its database: practice, which takes only people from here, and so every start, would pay for it.
    from desktop.demo import city

    catalogue = load_sample()
    clock = FixedClock(OPENING - timedelta(days=8))

    def fill(counter: Counter) -> None:
        session = Session(clerk=LEAD, window="02")
        bootstrap.add_clerk(counter, session, CLERK, PASSWORD)
        for past in _LAST_WEEK:
            _take_in(counter, clock, catalogue, past)
        where = hall(name)
        file = city.found(profile, catalogue, hall=where.division, window=where.window, clock=clock)
        if counter.sync is not None:
            counter.sync.enrol(file.path, file.code)

    counter, code = bootstrap.create_profile(
        profile,
        hall=hall(name),
        lead=LEAD,
        password=PASSWORD,
        clock=clock,
        catalogue=catalogue,
        is_demo=True,
        cost=_CHEAP,
        fill=fill,
    )
    counter.close()
    return code


def find(catalogue: Catalogue, name: str) -> ServiceItem:
    """The item whose name begins so; there is exactly one."""
    (found,) = (item for item in catalogue.items if item.name.startswith(name))
    return found


def first_answers(item: ServiceItem, known: dict[str, str]) -> dict[str, str]:
    """The first answer to each question that leads to no refusal."""
    answers = dict(known)
    while open_keys := open_questions(item, answers):
        question = next(q for q in item.questions if q.key == open_keys[0])
        plain = (o.key for o in question.options if not (o.not_required or o.other_authority))
        answers[question.key] = next(plain)
    if effect_of(item, answers) is not None:
        raise ValueError(f"{item.name}: no plain way through its questions")
    return {key: value for key, value in answers.items() if key not in known}


def _take_in(counter: Counter, clock: FixedClock, catalogue: Catalogue, past: Past) -> None:
    clock.moment = OPENING - timedelta(days=past.days_ago) + timedelta(hours=past.days_ago % 3)
    session = Session(clerk=CLERK, window="02")
    with counter.store.write(session) as uow:
        form = form_of(uow.new_id(), find(catalogue, past.item), past)
        taken = intake.take_in(uow, session, form, today=clock.today())
        _printed(uow, taken)


def _printed(uow: UnitOfWork, taken: Taken) -> None:
    for number in taken.papers:
        sheet = print_jobs.queue(uow, number, device="示例打印机")
        print_jobs.sent(uow, number, sheet, pdf_sha256="")
        print_jobs.confirmed(uow, number, sheet)


def form_of(case_id: str, item: ServiceItem, past: Past) -> IntakeForm:
    """The form of a made-up visit, as a clerk would have filled it in. Raises ValueError: its outcome is not lawful."""
    bare = IntakeForm(
        case_id=case_id,
        item_code=item.code,
        name=past.person.name,
        id_number=past.person.id_number,
        phone=past.person.phone,
        address=past.person.address,
        outcome=past.outcome.value,
        delivery="自取",
    )
    known = {key: value for key, value in intake_form.facts(bare).items() if key in ("applicant", "agent", "channel")}
    answered = msgspec.structs.replace(bare, answers=first_answers(item, known))
    checks = dict(_checks(answered, item, past))
    form = msgspec.structs.replace(answered, checks=checks)
    lawful = [
        o.outcome for o in offers(item, intake_form.facts(form), intake_form.checklist(form, item)) if o.is_lawful
    ]
    if past.outcome not in lawful:
        raise ValueError(f"{item.name}: {past.outcome} is not among {lawful}")
    return form


def _checks(form: IntakeForm, item: ServiceItem, past: Past) -> Iterator[tuple[str, Check]]:
    for place, requirement in enumerate(intake_form.checklist(form, item).requirements):
        allowed = allowed_states(requirement)
        usual = MaterialState.SHARED if MaterialState.SHARED in allowed else MaterialState.COMPLETE
        state = past.states.get(place, usual)
        yield requirement.code, Check(code=requirement.code, state=state, pages=1)
