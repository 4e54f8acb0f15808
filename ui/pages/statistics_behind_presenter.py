"""What is behind a figure: a line for each thing counted, a case, a difficulty, a paper of no case. Without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain.calendar import WorkCalendar
from desktop.domain.papers import title
from desktop.domain.statistics import Act, Measure
from desktop.messages import word
from desktop.ports import CaseReader
from ui.pages import difficulty_presenter
from ui.pages.cases_presenter import CaseLine, lines


class Target(Enum):
    """Where a line leads."""

    CASE = "case"
    DIFFICULTY = "difficulties"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class BehindLine:
    """One thing that was counted: `number` of it, on `day`. `key` is what its target is asked for."""

    target: Target
    key: str
    code: str
    name: str
    person: str
    state_word: str
    is_open: bool
    lamp: str
    tone: str  # of the lamp
    window: str
    day: date
    number: int


def behind(
    reader: CaseReader, acts: Sequence[Act], *, today: date, calendar: WorkCalendar, language: str
) -> tuple[BehindLine, ...]:
    """A line for each act, in their order; those of one case stand as often as they were counted."""
    rows = reader.case_rows(tuple(dict.fromkeys(act.case_id for act in acts if act.case_id)))
    cases = {line.row.case_id: line for line in lines(rows, today=today, calendar=calendar, language=language)}
    found = []
    for act in acts:
        if act.case_id in cases:
            found.append(_of_case(act, cases[act.case_id]))
        elif act.measure is Measure.DIFFICULTIES:
            found.append(_of_difficulty(reader, act, today=today, calendar=calendar, language=language))
        else:
            found.append(_of_paper(reader, act))
    return tuple(found)


def values(line: BehindLine) -> tuple[str, ...]:
    """The line for a spreadsheet."""
    day, number = line.day.isoformat(), str(line.number)
    return (line.code, line.name, line.person, line.state_word, line.lamp.removeprefix("● "), line.window, day, number)


def _of_case(act: Act, case: CaseLine) -> BehindLine:
    row, due = case.row, case.due
    day = due.due_on.isoformat() if due.due_on else ""
    return BehindLine(
        target=Target.CASE,
        key=row.case_id,
        code=row.case_number,
        name=row.item_name,
        person=row.applicant_name,
        state_word=case.state_word,
        is_open=case.is_open,
        lamp=f"● {due.word} {day}" if due.lamp else day,
        tone=due.lamp.value if due.lamp else "",
        window=act.window,
        day=act.day,
        number=act.number,
    )


def _of_difficulty(reader: CaseReader, act: Act, *, today: date, calendar: WorkCalendar, language: str) -> BehindLine:
    found = reader.difficulty(act.subject)
    lamp, tone = ("", "")
    if found is not None:
        lamp, tone = difficulty_presenter.lamp(found, today=today, calendar=calendar, language=language)
    return BehindLine(
        target=Target.DIFFICULTY,
        key=act.subject,
        code=act.subject,
        name=(found.item_name or found.stuck) if found else "",
        person=found.name if found else "",
        state_word=word(found.state, language) if found else "",
        is_open=found is not None and found.closed_on is None,
        lamp=lamp,
        tone=tone,
        window=act.window,
        day=act.day,
        number=act.number,
    )


def _of_paper(reader: CaseReader, act: Act) -> BehindLine:
    """A paper that belongs to no case: a report, a sheet for somebody who asked."""
    paper = reader.paper(act.subject)
    return BehindLine(
        target=Target.PAPER,
        key=act.subject,
        code=act.subject,
        name=title(paper) if paper is not None else "",
        person="",
        state_word="",
        is_open=False,
        lamp="",
        tone="",
        window=act.window,
        day=act.day,
        number=act.number,
    )
