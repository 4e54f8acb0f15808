"""What the city says, as lines of its own origin for a hall: numbered and chained like any window's."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.engine import Connection

from desktop.city import lines, origin_book
from desktop.domain import events as ev
from desktop.store.line import Line, hash_of, new_uuid7

CITY_CLERK = "city"

Answer = ev.CityReceived | ev.CityRefusedEntry | ev.CityDecided | ev.CityAskedCorrection | ev.CityMessage | ev.Rated


def append(
    conn: Connection, hall: str, answers: Sequence[tuple[Answer, str | None]], *, at: int, clerk: str = CITY_CLERK
) -> list[Line]:
    """Put answers, each with its case (None: to the whole hall), on record under the next numbers of the city.

    They leave with the next head of this hall. `at` is UTC milliseconds; an answer is never earlier than what it
    answers, nor than the city's last line, so that it folds behind them whatever the clocks say.

    Raises:
        InvalidInput: `city_hall`.
    """
    if not answers:
        return []
    origin = str(origin_book.hall_row(conn, hall, lock=True).city_origin)  # two collectors may answer at once
    seq, prev, last_at = lines.tip(conn, origin)
    latest = {
        case_id: lines.last_about(conn, case_id) + 1 for case_id in {case_id for _, case_id in answers if case_id}
    }
    written = []
    for event, case_id in answers:
        moment = max(at, last_at, latest.get(case_id or "", 0))
        line = _line(event, case_id, origin=origin, seq=seq + 1, prev=prev, at=moment, clerk=clerk)
        written.append(line)
        seq, prev, last_at = line.seq, line.hash, line.at
    lines.insert_lines(conn, written, received_at=at)
    return written


def _line(
    event: Answer, case_id: str | None, *, origin: str, seq: int, prev: bytes, at: int, clerk: str
) -> Line:  # fmt: skip
    bare = Line(
        arrival=0,
        origin=origin,
        seq=seq,
        id=new_uuid7(at),
        kind=ev.kind_of(event),
        case_id=case_id,
        at=at,
        clerk=clerk,
        body=ev.encode(event),
        prev=prev,
        hash=b"",
    )
    return replace(bare, hash=hash_of(bare))
