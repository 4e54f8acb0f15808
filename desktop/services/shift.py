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
from desktop.ports_statistics import ShiftCounts
from desktop.services.papers import issue
from desktop.services.statistics import state_counts

OPEN_CASES_LISTED = 30
_OF_THE_HALL = 50_000  # more than any hall has open at once
_NEXT_STEPS = {
    CaseState.RECEIVED: "受理或告知",
    CaseState.CORRECTING: "等待补正",
    CaseState.ACCEPTED: "审查决定",
    CaseState.FORWARDED: "等待上级",
    CaseState.DECIDED: "送达",
}


def shift_sheet(uow: UnitOfWork, session: Session, *, day: date) -> Taken:
    """Issues the sheet of this window for the day as it stands; it belongs to no case."""
    hall = uow.hall()
    if hall is None:
        raise Conflict(what="hall")
    catalogue = uow.catalogue_in_force(day)
    tallies, still_open = tallies_of(uow, day, window=session.window), open_cases_of(uow, window=session.window)

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
        return ShiftSheet(
            head=head,
            worked_on=day,
            giver=session.clerk.name,
            tallies=tallies,
            open_cases=still_open[:OPEN_CASES_LISTED],
            remark=_unlisted(len(still_open)),
        )

    number = issue(uow, ShiftSheet, content, today=day, case_id=None)
    return Taken(case_id="", case_number="", papers=(number,), changes=Changes(papers=frozenset({number})))


def tallies_of(reader: CaseReader, day: date, *, window: str) -> tuple[Tally, ...]:
    """Received = where these cases stand; open before + received = ended + open now; papers issued = out + waiting;
    sheets that came out = first prints + reprints; lines written = at the city + on the way.
    """
    counts = reader.day_counts(day, window=window)
    shift = reader.shift_counts(day, window=window)
    out, waiting = reader.papers_by_state(day, window=window)
    return (
        Tally(
            whole=Count(name="今日收件", number=counts.received),
            parts=state_counts(reader.received_by_state(day, window=window)),
        ),
        Tally(
            whole=Count(name="今日出具文书", number=counts.papers_issued),
            parts=_papers(out, waiting, shift.dropped_papers),
            unit="份",
        ),
        _open_cases(shift),
        Tally(
            whole=Count(name="今日确认出纸", number=shift.confirmed),
            parts=(Count(name="首次打印", number=shift.first_sheets), Count(name="补打", number=shift.reprints)),
            unit="张",
        ),
        Tally(
            whole=Count(name="今日登记", number=shift.written),
            parts=(
                Count(name="市里已收到", number=shift.acknowledged),
                Count(name="待发或待回执", number=shift.written - shift.acknowledged),
            ),
            unit="条",
        ),
        Tally(whole=Count(name="只来咨询、已一次性告知", number=counts.informed), unit="人次"),
    )


def _papers(out: int, waiting: int, dropped: int) -> tuple[Count, ...]:
    """What became of the papers of the day; a number that was used stays used, also of a paper that nobody printed."""
    parts = (Count(name="已出纸", number=out), Count(name="未出纸", number=waiting))
    return (*parts, Count(name="作废未打印", number=dropped)) if dropped else parts


def _open_cases(shift: ShiftCounts) -> Tally:
    """What was open in the morning and what came in either ended today or is handed over."""
    ended = dict(shift.ended)
    closed = [state for state in CaseState if state.value in ended]
    return Tally(
        whole=Count(name=f"接班未结{shift.open_before}与今日收件", number=shift.open_before + shift.received),
        parts=(
            *(Count(name=f"今日{word(state)}", number=ended[state.value]) for state in closed),
            Count(name="移交未结", number=shift.open_now),
        ),
    )


def open_cases_of(reader: CaseReader, *, window: str) -> tuple[OpenCase, ...]:
    """Open cases of the window that the next clerk takes over, the nearest date first."""
    rows = [row for row in reader.open_cases(limit=_OF_THE_HALL) if row.window == window]
    return tuple(
        OpenCase(
            case_number=row.case_number,
            item_name=row.item_name,
            applicant=row.applicant_name,
            next_step=_NEXT_STEPS.get(CaseState(row.state), word(CaseState(row.state))),
            due_on=row.due_on,
        )
        for row in rows
    )


def _unlisted(count: int) -> str:
    """What the sheet says of open cases that it has no room for."""
    if count <= OPEN_CASES_LISTED:
        return ""
    return f"移交未结{count}件，上面列出期限最近的{OPEN_CASES_LISTED}件，其余在“办件”里按“只看未办结”查看"
