"""Choosing an intermediary: freely, by a lot that the applicant wants, or not at all. Never forced, always on record.

The seed of a lot is made here, after the register has been read: whoever asks for the lot cannot know it before.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from desktop.domain.case import Case
from desktop.domain.catalogue import Catalogue, ServiceItem
from desktop.domain.errors import Conflict, InvalidInput, NotAllowed, NotInCatalogue
from desktop.domain.events import IntermediaryChosen
from desktop.domain.intermediary import Candidate, HowChosen, Intermediary, candidate, draw_one, on_register
from desktop.domain.lot import SEED_BYTES
from desktop.domain.papers_guidance import CandidateLine, IntermediarySlip
from desktop.domain.people import Hall, Session
from desktop.ports import CaseReader, Changes, Taken, UnitOfWork
from desktop.services import paper_contents
from desktop.services.papers import issue

HOW_WORDS = {HowChosen.FREE: "自主选择", HowChosen.LOT: "随机抽取（申请人自愿）"}


@dataclass(frozen=True, slots=True)
class Need:
    """A service that an item may need; `case_id` None: for somebody who only asks."""

    item_code: str
    service: str
    case_id: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the applicant wants it; `code` is the credit code of a free choice."""

    how: HowChosen
    code: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What was recorded, and what the action made; without a paper where nobody was chosen."""

    event: IntermediaryChosen
    taken: Taken


@dataclass(frozen=True, slots=True)
class _At:
    """Everything one choice looks at."""

    need: Need
    catalogue: Catalogue
    item: ServiceItem
    register: tuple[Intermediary, ...]
    today: date
    case: Case | None


def new_seed() -> str:
    """A seed that nobody can foresee, as desktop.domain.lot writes it."""
    return secrets.token_hex(SEED_BYTES)


def register(reader: CaseReader, service: str, *, today: date) -> tuple[Intermediary, ...]:
    """Those who offer the service today, by the catalogue in force; a register lives on while a case is open."""
    catalogue = reader.catalogue_in_force(today)
    return on_register(catalogue.intermediaries, service, day=today) if catalogue else ()


def choose(uow: UnitOfWork, session: Session, need: Need, *, code: str, today: date) -> Made:
    """The applicant names one of the register; the slip says so.

    Raises:
        InvalidInput: `intermediary`: nobody of this credit code offers the service today.
        NotInCatalogue, NotAllowed, Conflict: no such item, the item names no such service, no such case.
    """
    return keep(uow, session, need, weighed(uow, need, Wanted(HowChosen.FREE, code), today=today), today=today)


def draw_lot(uow: UnitOfWork, session: Session, need: Need, *, today: date, seed: Callable[[], str] = new_seed) -> Made:
    """A lot among all who offer the service today. Errors as `choose`, and NotAllowed where nobody offers it."""
    event = weighed(uow, need, Wanted(HowChosen.LOT), today=today, seed=seed)
    return keep(uow, session, need, event, today=today)


def take_none(uow: UnitOfWork, need: Need, *, today: date) -> Made:
    """The applicant takes nobody from the register: has one, or needs none; nothing follows. Errors as `choose`."""
    event = weighed(uow, need, Wanted(HowChosen.NONE), today=today)
    uow.record([event], case_id=need.case_id)
    return Made(event, _taken(_at(uow, need, today), ()))


def weighed(
    uow: UnitOfWork, need: Need, wanted: Wanted, *, today: date, seed: Callable[[], str] = new_seed
) -> IntermediaryChosen:
    """The choice as it will be recorded, with the register of today; a lot is drawn. Nothing is written yet.

    Raises:
        As `choose` and `draw_lot`.
    """
    at = _at(uow, need, today)
    if wanted.how is HowChosen.NONE:
        return _event(at, HowChosen.NONE, None)
    population = tuple(candidate(one) for one in at.register)
    if wanted.how is HowChosen.FREE:
        chosen = next((one for one in population if one.code == wanted.code), None)
        if chosen is None:
            raise InvalidInput("intermediary", field="intermediary")
        return _event(at, HowChosen.FREE, chosen)
    if not population:
        raise NotAllowed(reason="why.register_empty", service=need.service)
    drawn_with = seed()
    return msgspec.structs.replace(_event(at, HowChosen.LOT, draw_one(drawn_with, population)), seed=drawn_with)


def keep(uow: UnitOfWork, session: Session, need: Need, event: IntermediaryChosen, *, today: date) -> Made:
    """Puts the choice on record and issues its slip; without a slip where nobody was chosen. Errors as `choose`."""
    at = _at(uow, need, today)
    uow.record([event], case_id=need.case_id)
    if event.chosen is None:
        return Made(event, _taken(at, ()))
    hall = uow.hall()
    if hall is None:
        raise Conflict(what="hall")
    then = uow.catalogue(event.catalogue_version) or at.catalogue
    register = tuple(one for one in then.intermediaries if one.service == event.service)
    number = issue(
        uow,
        IntermediarySlip,
        lambda number: _slip(at, event, register, hall, session, number),
        today=today,
        case_id=need.case_id,
    )
    return Made(event, _taken(at, (number,)))


def _at(uow: UnitOfWork, need: Need, today: date) -> _At:
    catalogue = uow.catalogue_in_force(today)
    case = uow.case(need.case_id) if need.case_id else None
    if need.case_id and case is None:
        raise Conflict(case_id=need.case_id)
    frozen = uow.catalogue(case.catalogue_version) if case else catalogue
    item = frozen.item(need.item_code) if frozen else None
    if catalogue is None or item is None:
        raise NotInCatalogue(code=need.item_code)
    if need.service not in item.intermediary_services:
        raise NotAllowed(reason="why.service_not_named", service=need.service)
    found = on_register(catalogue.intermediaries, need.service, day=today)
    return _At(need, catalogue, item, found, today, case)


def _event(at: _At, how: HowChosen, chosen: Candidate | None) -> IntermediaryChosen:
    return IntermediaryChosen(
        service=at.need.service,
        how=how,
        candidates=tuple(candidate(one) for one in at.register),
        chosen=chosen,
        catalogue_version=at.catalogue.version,
        item_code=at.item.code,
        item_name=at.item.name,
    )


def _slip(
    at: _At, event: IntermediaryChosen, register: Sequence[Intermediary], hall: Hall, session: Session, number: str
) -> IntermediarySlip:
    head = paper_contents.head(
        at.item,
        hall,
        session,
        number=number,
        today=at.today,
        case=at.case,
        is_sample=paper_contents.is_sample(at.catalogue),
    )
    by_code = {one.code: _line(one) for one in register}
    lines = {one.code: by_code.get(one.code, CandidateLine(name=one.name, code=one.code)) for one in event.candidates}
    chosen = event.chosen.code if event.chosen else ""
    return IntermediarySlip(
        head=msgspec.structs.replace(head, authority=hall.name),  # nothing is decided here
        applicant=paper_contents.party(at.case.applicant) if at.case else None,
        service=event.service,
        how=HOW_WORDS[event.how],
        candidates=tuple(lines.values()),
        chosen=lines[chosen],
        seed=event.seed,
        register_version=event.catalogue_version,
    )


def _line(one: Intermediary) -> CandidateLine:
    contact = " ".join(part for part in (one.address, one.phone) if part)
    return CandidateLine(name=one.name, code=one.code, contact=contact, fee_note=one.fee_note)


def _taken(at: _At, numbers: tuple[str, ...]) -> Taken:
    changes = Changes(papers=frozenset(numbers))
    if at.case is None:
        return Taken(case_id="", case_number="", papers=numbers, changes=changes)
    changes = replace(changes, cases=frozenset({at.case.case_id}))
    return Taken(case_id=at.case.case_id, case_number=at.case.case_number, papers=numbers, changes=changes)
