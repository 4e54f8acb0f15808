"""Whoever writes outside this PC: the city or another window, whose lines arrive as sync would bring them."""

from collections.abc import Sequence
from datetime import datetime

from desktop.bootstrap import Counter
from desktop.domain import events as ev
from desktop.store.line import GENESIS, Line, hash_of, new_uuid7

CITY = "450000101-city-c17bc17b"
WINDOW_THREE = "450000101-03-33333333"


class Outside:
    """An origin with its own numbered, hash-chained lines."""

    def __init__(self, origin: str, clerk: str = "") -> None:
        self.origin = origin
        self.clerk = clerk
        self.seq = 0
        self._tip = GENESIS

    def lines(self, events: Sequence[ev.Event], *, case_id: str | None, at: datetime) -> list[Line]:
        """The next lines of this origin, all of one moment."""
        made = []
        for event in events:
            made.append(self._line(event, case_id, round(at.timestamp() * 1000)))
        return made

    def arrive(self, counter: Counter, *events: ev.Event, case_id: str | None = None, at: datetime) -> list[Line]:
        """The next lines of this origin come in at the counter."""
        lines = self.lines(events, case_id=case_id, at=at)
        with counter.store.write(None) as uow:
            uow.admit(lines)
        return lines

    def _line(self, event: ev.Event, case_id: str | None, at_ms: int) -> Line:
        self.seq += 1
        line = Line(
            arrival=0,
            origin=self.origin,
            seq=self.seq,
            id=new_uuid7(at_ms),
            kind=ev.kind_of(event),
            case_id=case_id,
            at=at_ms,
            clerk=self.clerk,
            body=ev.encode(event),
            prev=self._tip,
            hash=b"",
        )
        fields = {name: getattr(line, name) for name in line.__dataclass_fields__}
        whole = Line(**{**fields, "hash": hash_of(line)})
        self._tip = whole.hash
        return whole
