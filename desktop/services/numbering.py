"""Numbers of cases and papers, each taken from a series of this origin inside the transaction that uses it."""

from datetime import date

from desktop.domain.errors import Conflict
from desktop.domain.numbers import CaseNumber, is_practice_origin, paper_number, tag_of
from desktop.domain.people import Hall
from desktop.ports import UnitOfWork

_CASES = "case"


def is_practice(uow: UnitOfWork) -> bool:
    """Whether this store holds made-up cases."""
    return is_practice_origin(uow.origin)


def next_case_number(uow: UnitOfWork, hall: Hall, today: date) -> str:
    """The next case number of this window. The serial only counts up, so a clock set back cannot repeat one."""
    return CaseNumber(
        division=hall.division,
        window=hall.window,
        tag=tag_of(uow.origin),
        day=today,
        serial=uow.next_serial(_CASES),
        practice=is_practice(uow),
    ).text


def next_paper_number(uow: UnitOfWork, mark: str, today: date) -> str:
    """The next number of a kind of paper, such as 阳圩受字〔2026〕02-K7QXM4-0001号; counted anew each year."""
    hall = uow.hall()
    if hall is None:
        raise Conflict(what="hall")
    serial = uow.next_serial(f"paper-{mark}-{today.year}")
    return paper_number(
        hall.short_name,
        mark,
        year=today.year,
        window=hall.window,
        tag=tag_of(uow.origin),
        serial=serial,
        practice=is_practice(uow),
    )
