"""双随机抽查: the lead draws pledges and officers; everything that is needed to repeat it goes into the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain import papers, pledge_draw
from desktop.domain.case_pledge import PledgeState
from desktop.domain.errors import Conflict, InvalidInput, NotAllowed
from desktop.domain.events_pledge import PledgesDrawn
from desktop.domain.papers_check import PledgeDrawSheet
from desktop.domain.people import ClerkRole, Hall, Session
from desktop.ports import CaseReader, Changes, Taken, UnitOfWork
from desktop.services import paper_contents
from desktop.services.check_contents import keyed, pledge_draw_sheet
from desktop.services.papers import issue


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to draw from: pledges given on these days, both included, and the share of them in percent."""

    begins_on: date
    ends_on: date
    share_percent: int


def population(reader: CaseReader, begins_on: date, ends_on: date) -> tuple[str, ...]:
    """Keys of the pledges of these days that wait to be verified, sorted."""
    rows = reader.pledges(begins_on, ends_on)
    return tuple(sorted(pledge_draw.key_of(r.case_number, r.code) for r in rows if r.state is PledgeState.OPEN))


def officers(reader: CaseReader) -> tuple[str, ...]:
    """Login names of those who may verify: every active clerk of the hall, sorted."""
    return tuple(sorted(clerk.clerk_id for clerk in reader.clerks() if clerk.is_active))


def draw_pledges(uow: UnitOfWork, session: Session, wanted: Wanted, *, seed: str, today: date) -> Taken:
    """Draws, records the draw and issues its list; `case_number` of what comes back is the number of the list.

    Args:
        seed: 64 hexadecimal digits from a good source of chance, made after the population stood.

    Raises:
        NotAllowed: not the lead, nothing to draw from, fewer than two officers. InvalidInput: `share`, `draw_days`.
    """
    if session.clerk.role is not ClerkRole.LEAD:
        raise NotAllowed(reason="why.lead_draws")
    if wanted.ends_on < wanted.begins_on:
        raise InvalidInput("draw_days", field="ends_on")
    keys, who = population(uow, wanted.begins_on, wanted.ends_on), officers(uow)
    pledge_draw.require_draw(keys, who, wanted.share_percent)
    made: list[PledgesDrawn] = []

    def content(number: str) -> papers.Paper:
        made.append(_drawn(number, wanted, keys, who, seed=seed, today=today))
        return _sheet(uow, session, made[0], today)

    number = issue(uow, PledgeDrawSheet, content, today=today, case_id=None)
    uow.record(made)
    return Taken(case_id="", case_number=number, papers=(number,), changes=Changes(papers=frozenset({number})))


def _drawn(
    number: str, wanted: Wanted, keys: Sequence[str], who: Sequence[str], *, seed: str, today: date
) -> PledgesDrawn:
    size = pledge_draw.size_of(len(keys), wanted.share_percent)
    each = pledge_draw.OFFICERS_EACH
    return PledgesDrawn(
        number=number,
        drawn_on=today,
        begins_on=wanted.begins_on,
        ends_on=wanted.ends_on,
        share_percent=wanted.share_percent,
        seed=seed,
        population=tuple(keys),
        population_sha256=pledge_draw.population_hash(keys),
        officers=tuple(who),
        officers_each=each,
        size=size,
        drawn=pledge_draw.drawn(seed, keys, who, size=size, officers_each=each),
    )


def _sheet(reader: CaseReader, session: Session, event: PledgesDrawn, today: date) -> PledgeDrawSheet:
    hall = reader.hall()
    if hall is None:
        raise Conflict(what="hall")
    catalogue = reader.catalogue_in_force(today)
    head = _head(hall, session, event.number, today, is_sample=paper_contents.is_sample(catalogue))
    rows = keyed(reader.pledges(event.begins_on, event.ends_on))
    return pledge_draw_sheet(event, head, rows, {clerk.clerk_id: clerk.name for clerk in reader.clerks()})


def _head(hall: Hall, session: Session, number: str, today: date, *, is_sample: bool) -> papers.Head:
    return papers.Head(
        number=number,
        authority=hall.name,
        hall=hall.name,
        window=session.window,
        clerk=session.clerk.name,
        issued_on=today,
        service_phone=hall.service_phone,
        complaint_phone=hall.complaint_phone,
        is_sample=is_sample,
    )
