"""The city's answers about cases and entries, by command or from a list: checked first, then all of them or none."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from desktop.city import answer_lines, schema
from desktop.city.answer_lines import Answer as Answer
from desktop.city.folder import City
from desktop.domain.errors import InvalidInput
from desktop.domain.events import CityRefusedEntry
from desktop.sync import layout


@dataclass(frozen=True, slots=True)
class Addressed:
    """An answer on its way: to a case, to the origin of an entry, or to a whole hall."""

    answer: Answer
    hall: str
    case_id: str | None = None


def about_case(conn: Connection, number: str, answer: Answer) -> Addressed:
    """The answer to the case of this number.

    Raises:
        InvalidInput: `answer_case`: no such case has arrived.
    """
    row = conn.execute(sa.select(schema.cases).filter_by(case_number=number.strip())).first()
    if row is None:
        raise InvalidInput("answer_case", field="case", number=number)
    return Addressed(answer, row.hall, row.case_id)


def about_entry(conn: Connection, refusal: CityRefusedEntry) -> Addressed:
    """The refusal of an entry, to the hall that it came from.

    Raises:
        InvalidInput: `answer_entry`: no such line has arrived.
    """
    key = {"origin": refusal.entry_origin, "seq": refusal.entry_seq}
    row = conn.execute(sa.select(schema.lines.c.case_id).filter_by(**key)).first()
    if row is None:
        raise InvalidInput("answer_entry", field="entry", **key)
    return Addressed(refusal, layout.hall_of(refusal.entry_origin), row.case_id)


def give(conn: Connection, city: City, addressed: Iterable[Addressed], *, clerk: str) -> int:
    """Put the answers on record, in their order; how many. They are out after the next publication."""
    by_hall: dict[str, list[tuple[Answer, str | None]]] = defaultdict(list)
    for one in addressed:
        by_hall[one.hall].append((one.answer, one.case_id))
    for hall in sorted(by_hall):  # in one order, so that two who answer at once do not wait for each other
        answer_lines.append(conn, hall, by_hall[hall], at=city.now_ms(), clerk=clerk)
    return sum(len(answers) for answers in by_hall.values())
