"""The cases of a 一件事 as the page of any of them lists them: the whole first, then its items. Without Qt."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import Case
from desktop.domain.errors import Conflict
from desktop.ports import CaseReader
from ui.pages.cases_presenter import CaseLine, lines


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """A case of the bundle. `authority` is empty for the whole."""

    line: CaseLine
    authority: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Family:
    """The whole and its items, in the order of the paper. `done` items of `count` have ended."""

    lines: tuple[FamilyLine, ...] = ()
    done: int = 0
    count: int = 0
    name: str = ""
    case_number: str = ""


def has_family(case: Case) -> bool:
    """Whether the case is a bundle whose cases are open, or one of them."""
    return bool(case.children or case.sent_away) or case.bundle is not None


def family(reader: CaseReader, case: Case, *, today: date, calendar: WorkCalendar, language: str) -> Family:
    """The bundle that the case is, or belongs to. An item that another window has not sent yet is left out."""
    parent = reader.case(case.bundle.case_id) if case.bundle else case
    if parent is None:
        raise Conflict(case_id=case.case_id)
    authorities = {child.case_id: child.authority for child in parent.children}
    authorities |= {one.case_id: one.authority for one in parent.sent_away if one.case_id}
    rows = reader.case_rows([parent.case_id, *authorities])
    shown = lines(rows, today=today, calendar=calendar, language=language)
    items = [line for line in shown if line.row.case_id != parent.case_id]
    return Family(
        lines=tuple(
            FamilyLine(line, authorities.get(line.row.case_id, ""), line.row.case_id == parent.case_id)
            for line in shown
        ),
        done=sum(not line.is_open for line in items),
        count=len(authorities),
        name=parent.item.name,
        case_number=parent.case_number,
    )
