"""How far a clerk is with the exercises; begun again, only what is done from then on counts."""

from desktop.domain.exercise import Done, Exercise, solved
from desktop.domain.people import Session
from desktop.ports import CaseReader, UnitOfWork

_BEGUN = "practice.begun"


def done(reader: CaseReader, clerk_id: str) -> frozenset[Exercise]:
    """The exercises that the clerk has done."""
    text = reader.setting(f"{_BEGUN}.{clerk_id}", "0")
    lines = []
    for line in reader.lines_of_clerk(clerk_id, after=int(text)):
        case = reader.case(line.case_id) if line.case_id else None
        who = case.applicant if case else None
        lines.append(Done(line.event, who.phone if who else "", who.name if who else ""))
    return solved(lines)


def begin_again(uow: UnitOfWork, session: Session) -> None:
    """All ten are open again; what was taken in stays."""
    lines = uow.lines_of_clerk(session.clerk.clerk_id)
    last = lines[-1].arrival if lines else 0
    uow.set_setting(f"{_BEGUN}.{session.clerk.clerk_id}", str(last))
