"""A store as many windows leave it, without the windows: real lines, sealed and signed as they are, put in place."""

import random
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from desktop.city import keys, origin_book
from desktop.city.folder import City
from desktop.city.joining import approve, take_joins
from desktop.domain import events as ev
from desktop.domain.numbers import tag_of
from desktop.store.line import GENESIS, Line, NewLine, hash_of, new_uuid7
from desktop.sync import layout
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.enrolment import JoinRequest, seal_join
from desktop.sync.segment import name_of, seal_segment
from desktop.sync.signed import new_signing_key, signer
from tests.bench.many_cases import events_of, people

HALL = 450000101
IN_A_HALL = 5
AT_MS = 1_793_581_200_000


@dataclass(frozen=True, slots=True)
class Plan:
    """How much there is. A case is four lines."""

    windows: int
    segments: int
    cases_in_segment: int

    @property
    def all_segments(self) -> int:
        return self.windows * self.segments

    @property
    def all_lines(self) -> int:
        return self.all_segments * self.cases_in_segment * 4


async def furnish(city: City, store: Path, plan: Plan) -> None:
    """Enrol the windows by their requests, approve them, and put their segments into the store."""
    halls = sorted({hall_of(place) for place in range(plan.windows)})
    with city.database.write() as conn:
        for hall in halls:
            origin_book.add_hall(conn, hall, "示例镇便民服务中心")
    recipients = {hall: (city.keys.recipient, keys.make_hall_keys(city.folder, hall).recipient) for hall in halls}
    carrier = FolderCarrier(store)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        for origin, body in workers.map(partial(_window, store, recipients, plan), range(plan.windows)):
            await carrier.put_new(layout.join(origin), body)
    for hall in halls:
        await take_joins(city, carrier, hall)
    with city.database.read() as conn:
        asked = [row.origin for row in origin_book.origins_of(conn)]
    for origin in asked:
        approve(city, origin)
    assert len(asked) == plan.windows


def chained(news: Sequence[NewLine], origin: str) -> Iterator[Line]:
    """The lines as the ledger of this origin would hold them, a second apart."""
    prev = GENESIS
    for seq, new in enumerate(news, 1):
        at = AT_MS + seq * 1000
        bare = Line(0, origin, seq, new_uuid7(at), new.kind, new.case_id, at, "lead", new.body, prev, b"")
        prev = hash_of(bare)
        yield Line(0, origin, seq, bare.id, new.kind, new.case_id, at, "lead", new.body, bare.prev, prev)


def lines_of_cases(count: int, origin: str, *, seed: int) -> list[Line]:
    """The ledger of a window that has taken `count` cases."""
    news = [
        NewLine(type(event).__name__, f"0192f0c0-0000-7000-8000-{seed:06}{case.no:06}", ev.encode(event))
        for case in people(count, tag_of(origin), random.Random(seed))
        for event in events_of(case)
    ]
    return list(chained(news, origin))


def hall_of(place: int) -> str:
    """The hall of the n-th window."""
    return str(HALL + place // IN_A_HALL)


def _window(
    store: Path, recipients_of: Mapping[str, tuple[str, str]], plan: Plan, place: int
) -> tuple[str, bytes]:  # fmt: skip
    """Puts the segments of one window into the store; its origin and its sealed request to join."""
    origin = f"{hall_of(place)}-{place:02}-{place:08x}"
    recipients = recipients_of[hall_of(place)]
    private, public = new_signing_key()
    sign = signer(private)
    lines = lines_of_cases(plan.segments * plan.cases_in_segment, origin, seed=place + 1)
    each = plan.cases_in_segment * 4
    for start in range(0, len(lines), each):
        part = lines[start : start + each]
        path = store / name_of(part)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(seal_segment(part, sign=sign, recipients=recipients))
    request = JoinRequest(
        origin=origin, window=f"{place:02}", public_key=public.hex(), enrolment_id=f"e{place}", at_ms=AT_MS
    )
    return origin, seal_join(request, sign=sign, recipients=recipients)
