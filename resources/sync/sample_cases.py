"""A ledger of made-up cases, one or more of every item of the sample catalogue, taken in as a counter takes them in.

Everything comes from the services; what is random in their lines (ids, keys, signatures, the tag of the origin) is then
put in order by `settled`, so that two runs give the same lines.
"""

import hashlib
import itertools
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.catalogue_files.sample import load_sample
from desktop.clock import FixedClock
from desktop.demo import hall as demo
from desktop.demo import people
from desktop.demo.people import Person
from desktop.domain.catalogue import ServiceItem
from desktop.domain.checklist import Check, MaterialState, allowed_states
from desktop.domain.outcome import Outcome, offers
from desktop.domain.people import Session
from desktop.services import intake, intake_form, print_jobs
from desktop.services.intake_form import IntakeForm
from desktop.store.key_slots import Cost
from desktop.store.line import Line

_CHEAP = Cost(time=1, memory_kib=8 * 1024, lanes=1)
_SESSION = Session(clerk=demo.CLERK, window="02")
_OUTCOMES = (Outcome.ACCEPT, Outcome.RECEIVE, Outcome.REQUEST_CORRECTION, Outcome.ACCEPT_DEFERRED)
_BETWEEN = timedelta(minutes=7)


def lines() -> list[Line]:
    """The ledger of the sample hall after each item was taken in with each outcome that is lawful for it."""
    catalogue = load_sample()
    clock = FixedClock(demo.OPENING)
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
            persons = itertools.cycle(people.ALL)
            for item in catalogue.items:
                for outcome in _OUTCOMES:
                    _take_in(counter, clock, item, next(persons), outcome)
            with counter.store.write(_SESSION) as uow:
                return list(uow.ledger.of_origin(counter.store.origin))
        finally:
            counter.close()


def settled(raw: Iterable[Line]) -> Iterator[Line]:
    """The lines with everything random in them replaced by something of the same form that depends on its place."""
    order = _Order()
    for line in raw:
        yield replace(
            line,
            id=order.text(line.id),
            case_id=order.text(line.case_id) if line.case_id else None,
            body=order.text(line.body.decode()).encode(),
        )


_LETTERS = {"code": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", "tag": "0123456789ABCDEFGHJKMNPQRSTVWXYZ"}


class _Order:
    """Gives each random part its successor, the same one wherever it comes up again."""

    _FORMS = re.compile(
        r"(?P<code>(?<=\"YC1:)[0-9A-Z $%*+./:-]{60,})"
        r"|(?P<hash>\b[0-9a-f]{64}\b)"
        r"|(?P<id>\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b)"
        r"|(?P<tag>(?<=02-)[0-9A-Z]{6}(?=-\d)|(?<=-\d{8}-\d{4}-)[0-9A-Z]\b)"
    )

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def text(self, text: str) -> str:
        return self._FORMS.sub(self._settle, text)

    def _settle(self, found: re.Match[str]) -> str:
        form, part = str(found.lastgroup), found[0]
        if part not in self._known:
            letters = _LETTERS.get(form, "0123456789abcdef")
            self._known[part] = _like(part, letters, seed=len(self._known), keep=15 if form == "id" else 0)
        return self._known[part]


def _like(part: str, letters: str, *, seed: int, keep: int) -> str:
    """As long as `part`, with its dashes and its first `keep` characters, which are time and version of an id."""
    digest = hashlib.shake_256(str(seed).encode()).digest(len(part))
    drawn = (letters[byte % len(letters)] for byte in digest)
    return part[:keep] + "".join(
        old if old == "-" and letters.isalnum() else new
        for old, new in zip(part[keep:], itertools.islice(drawn, keep, None), strict=False)
    )


def _take_in(counter: Counter, clock: FixedClock, item: ServiceItem, person: Person, outcome: Outcome) -> None:
    clock.moment += _BETWEEN
    with counter.store.write(_SESSION) as uow:
        form = _form(uow.new_id(), item, person, outcome)
        if form is None:
            return
        taken = intake.take_in(uow, _SESSION, form, today=clock.today())
        for number in taken.papers:
            sheet = print_jobs.queue(uow, number, device="示例打印机")
            print_jobs.sent(uow, number, sheet, pdf_sha256=hashlib.sha256(number.encode()).hexdigest())
            print_jobs.confirmed(uow, number, sheet)


def _form(case_id: str, item: ServiceItem, person: Person, outcome: Outcome) -> IntakeForm | None:
    """The form as typed; None if the outcome is not lawful for the item."""
    bare = IntakeForm(
        case_id=case_id,
        item_code=item.code,
        name=person.name,
        id_number=person.id_number,
        phone=person.phone,
        address=person.address,
        outcome=outcome.value,
        delivery="自取",
    )
    known = {key: value for key, value in intake_form.facts(bare).items() if key in ("applicant", "agent", "channel")}
    try:
        answers = demo.first_answers(item, known)
    except ValueError:
        return None
    answered = msgspec.structs.replace(bare, answers=answers)
    form = msgspec.structs.replace(answered, checks=dict(_checks(answered, item, outcome)))
    facts, checklist = intake_form.facts(form), intake_form.checklist(form, item)
    lawful = (offer.outcome for offer in offers(item, facts, checklist) if offer.is_lawful)
    return form if outcome in lawful else None


def _checks(form: IntakeForm, item: ServiceItem, outcome: Outcome) -> Iterator[tuple[str, Check]]:
    """Every material complete, or shared where it may be; the first that may be so is missing or deferred."""
    wanted = {Outcome.REQUEST_CORRECTION: MaterialState.MISSING, Outcome.ACCEPT_DEFERRED: MaterialState.DEFERRED}
    spare = wanted.get(outcome)
    for requirement in intake_form.checklist(form, item).requirements:
        allowed = allowed_states(requirement)
        state = MaterialState.SHARED if MaterialState.SHARED in allowed else MaterialState.COMPLETE
        if spare in allowed and requirement.is_required:
            state, spare = spare, None
        yield requirement.code, Check(code=requirement.code, state=state, pages=1)
