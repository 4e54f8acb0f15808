"""A case under the clerk's hands after intake: read, recorded, its paper issued. The use cases stand beside this."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain import events as ev
from desktop.domain import papers
from desktop.domain.case import Case, evolve
from desktop.domain.decide import Circumstances
from desktop.domain.errors import Conflict
from desktop.domain.people import Hall, Session
from desktop.ports import CaseReader, Changes, Taken, UnitOfWork
from desktop.services import elsewhere, paper_contents
from desktop.services.intake import circumstances
from desktop.services.papers import issue


@dataclass(frozen=True, slots=True)
class At:
    """A case as it stands, its item as published, who acts."""

    uow: UnitOfWork
    session: Session
    case: Case
    now: Circumstances
    hall: Hall

    def head(self, number: str) -> papers.Head:
        """The head of a paper of this case."""
        return paper_contents.head(
            self.now.item,
            self.hall,
            self.session,
            number=number,
            today=self.now.today,
            case=self.case,
            is_sample=paper_contents.is_sample(self.uow.catalogue(self.now.catalogue_version)),
        )


def case_at(uow: UnitOfWork, session: Session, case_id: str, today: date) -> At:
    """The case of this moment. Raises Conflict: there is none. NotInCatalogue, CalendarMissing."""
    case, hall = uow.case(case_id), uow.hall()
    if case is None or hall is None:
        raise Conflict(case_id=case_id)
    return At(uow, session, case, circumstances_of(uow, case, today), hall)


def circumstances_of(reader: CaseReader, case: Case, today: date) -> Circumstances:
    """The item in the version that the case is pinned to, the day, the calendar."""
    now = circumstances(reader, item_code=case.item.code, version=case.catalogue_version, today=today)
    return elsewhere.of_case(now, case)


def recorded(at: At, events: Sequence[ev.Event]) -> At:
    """The events on record; the same view of the case after them."""
    at.uow.record(events, case_id=at.case.case_id)
    case = at.case
    for event in events:
        case = evolve(case, case.case_id, event) or case
    return At(at.uow, at.session, case, at.now, at.hall)


def issued(at: At, kind: type[papers.Paper], content: Callable[[papers.Head], papers.Paper]) -> Taken:
    """The paper with its number, in the same transaction."""
    number = issue(at.uow, kind, lambda number: content(at.head(number)), today=at.now.today, case_id=at.case.case_id)
    return taken(at.case, number)


def taken(case: Case, *numbers: str) -> Taken:
    """What the screen is told: the case has changed, these papers are to be printed."""
    changes = Changes(cases=frozenset({case.case_id}), papers=frozenset(numbers))
    return Taken(case_id=case.case_id, case_number=case.case_number, papers=numbers, changes=changes)
