"""Many windows at once, without a store each: lines of made-up cases under keys of their own, sealed for real."""

import asyncio
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.city import origin_book, schema
from desktop.city.enrolling import new_enrolment
from desktop.city.folder import City
from desktop.city.origin_book import OriginState
from desktop.domain import events as ev
from desktop.store.line import GENESIS, Line, hash_of, new_uuid7
from desktop.sync import layout
from desktop.sync.carrier import Carrier
from desktop.sync.segment import name_of, seal_segment
from desktop.sync.signed import Sign, new_signing_key, signer
from tests.store import samples

START_MS = int(samples.NOON.timestamp() * 1000)


@dataclass
class ManyWindow:
    """An approved origin and where its chain stands."""

    origin: str
    sign: Sign = field(repr=False)
    recipients: tuple[str, str]
    lines: list[Line] = field(default_factory=list, repr=False)

    def write(self, cases: int, **fields: Any) -> list[Line]:
        """So many cases of two lines each."""
        made = []
        for _ in range(cases):
            serial = len(self.lines) // 2 + 1
            case_id = new_uuid7(START_MS)
            number = f"{self.origin}-{serial:05}"
            for event in (samples.received(serial, case_number=number, **fields), samples.accepted()):
                made.append(self._line(event, case_id))
                self.lines.append(made[-1])
        return made

    def _line(self, event: ev.Event, case_id: str) -> Line:
        last = self.lines[-1] if self.lines else None
        bare = Line(
            arrival=0,
            origin=self.origin,
            seq=len(self.lines) + 1,
            id=new_uuid7(START_MS),
            kind=ev.kind_of(event),
            case_id=case_id,
            at=START_MS,
            clerk="zhangsan",
            body=ev.encode(event),
            prev=last.hash if last else GENESIS,
            hash=b"",
        )
        return replace(bare, hash=hash_of(bare))


def approved(city: City, count: int, *, hall: str = "450000100") -> list[ManyWindow]:
    """So many windows of a hall, their keys known to the city."""
    enrolment = new_enrolment(city, hall, "01", hall_name="示例镇便民服务中心")
    made = []
    with city.database.write() as conn:
        for number in range(count):
            private, public = new_signing_key()
            window = f"{number + 1:03}"
            origin = f"{hall}-{window}-{secrets.token_hex(4)}"
            row = {"origin": origin, "hall": hall, "window": window, "public_key": public.hex()}
            conn.execute(schema.origins.insert().values(**row, state=OriginState.APPROVED.value, approved_at=START_MS))
            made.append(ManyWindow(origin, signer(private), enrolment.recipients))
        assert len(origin_book.origins_of(conn, hall)) >= count
    return made


def put_segments(carrier: Carrier, windows: list[ManyWindow], *, segments: int, cases: int, **fields: Any) -> int:
    """Each window puts so many segments of so many cases of these `fields`, with a pointer; how many lines."""
    return asyncio.run(_put(carrier, windows, segments, cases, fields))


async def _put(carrier: Carrier, windows: list[ManyWindow], segments: int, cases: int, fields: dict[str, Any]) -> int:
    count = 0
    for _ in range(segments):
        for window in windows:
            lines = window.write(cases, **fields)
            count += len(lines)
            await carrier.put_new(name_of(lines), seal_segment(lines, sign=window.sign, recipients=window.recipients))
            await carrier.put_new(layout.pointer(window.origin, START_MS), b"")
    return count


def expected(windows: list[ManyWindow]) -> Iterator[tuple[str, int, bytes]]:
    """Origin, number and hash of every line, sorted."""
    for window in sorted(windows, key=lambda each: each.origin):
        for line in window.lines:
            yield window.origin, line.seq, line.hash
