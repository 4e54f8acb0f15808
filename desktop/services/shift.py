"""交班单: what the shift has brought, in numbers that must add up; what does not is said on the sheet.

Totals are counted in the ledger, their parts in the tables that are computed from it: if the two disagree, something is
wrong with the tables, and the next clerk reads so before signing.
"""

from datetime import date

from desktop.domain import papers
from desktop.domain.case import CaseState
from desktop.domain.errors import Conflict
from desktop.domain.papers_course import Count, OpenCase, ShiftSheet, Tally
from desktop.domain.people import Session
from desktop.messages import word
from desktop.ports import CaseReader, Changes, Taken, UnitOfWork
from desktop.services.papers import issue

OPEN_CASES_LISTED = 30


def shift_sheet(uow: UnitOfWork, session: Session, *, day: date) -> Taken:
    """Issues the sheet of this window for the day as it stands; it belongs to no case."""
    hall = uow.hall()
    if hall is None:
        raise Conflict(what="hall")
    catalogue = uow.catalogue_in_force(day)
    tallies, open_cases = tallies_of(uow, day, window=session.window), open_cases_of(uow, window=session.window)

    def content(number: str) -> papers.Paper:
        head = papers.Head(
            number=number,
            authority=hall.name,
            hall=hall.name,
            window=session.window,
            clerk=session.clerk.name,
            issued_on=day,
            service_phone=hall.service_phone,
            complaint_phone=hall.complaint_phone,
            is_sample=catalogue is not None and catalogue.is_sample,
        )
        return ShiftSheet(head=head, worked_on=day, giver=session.clerk.name, tallies=tallies, open_cases=open_cases)

    number = issue(uow, ShiftSheet, content, today=day, case_id=None)
    return Taken(case_id="", case_number="", papers=(number,), changes=Changes(papers=frozenset({number})))


def tallies_of(reader: CaseReader, day: date, *, window: str) -> tuple[Tally, ...]:
    """Received = its outcomes; papers issued = out + waiting; and the counts that have no parts."""
    counts = reader.day_counts(day, window=window)
    states = reader.received_by_state(day, window=window)
    out, waiting = reader.papers_by_state(day, window=window)
    return (
        Tally(
            whole=Count(name="今日收件", number=counts.received),
            parts=tuple(Count(name=word(state), number=states.get(state.value, 0)) for state in CaseState),
        ),
        Tally(
            whole=Count(name="今日出具文书", number=counts.papers_issued),
            parts=(Count(name="已出纸", number=out), Count(name="未出纸", number=waiting)),
            unit="份",
        ),
        Tally(whole=Count(name="补打", number=counts.reprints), unit="次"),
        Tally(whole=Count(name="只来咨询、已一次性告知", number=counts.informed), unit="人次"),
    )


def open_cases_of(reader: CaseReader, *, window: str) -> tuple[OpenCase, ...]:
    """Open cases of the window that the next clerk takes over, the nearest date first."""
    rows = [row for row in reader.open_cases() if row.window == window][:OPEN_CASES_LISTED]
    return tuple(
        OpenCase(
            case_number=row.case_number,
            item_name=row.item_name,
            applicant=row.applicant_name,
            next_step=word(CaseState(row.state)),
            due_on=row.due_on,
        )
        for row in rows
    )
