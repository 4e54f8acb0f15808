"""A window as the city sees it: a real store, whose real lines are sealed and put into a carrier by hand."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.city.enrolling import new_enrolment
from desktop.city.folder import City
from desktop.city.joining import approve, take_joins
from desktop.domain import events as ev
from desktop.store.line import Line, hash_of
from desktop.store.store import Store
from desktop.sync import layout
from desktop.sync.carrier import Carrier
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.chunk import address_of, seal_chunk
from desktop.sync.enrolment import Enrolment, JoinRequest, seal_join, succession
from desktop.sync.segment import name_of, seal_segment
from tests.store import samples
from tests.store.samples import KEY, SetClock


@dataclass
class Window:
    """One window of a hall. Lines are made by the store; what is put is up to the test."""

    store: Store
    enrolment: Enrolment
    carrier: FolderCarrier
    clock: SetClock
    serial: int = field(default=0)

    @property
    def origin(self) -> str:
        return self.store.origin

    def sign(self, message: bytes) -> bytes:
        with self.store.write(samples.CLERK) as unit:
            return unit.sign(message)

    @property
    def public_key(self) -> bytes:
        with self.store.write(samples.CLERK) as unit:
            return unit.public_key

    def take_in(self, count: int = 1, **fields: Any) -> list[str]:
        """So many cases of two lines each; their ids."""
        made = []
        for _ in range(count):
            self.serial += 1
            with self.store.write(samples.CLERK) as unit:
                made.append(unit.new_id())
                unit.record([samples.received(self.serial, **fields), samples.accepted()], case_id=made[-1])
        return made

    def record(self, *events: ev.Event, case_id: str | None = None) -> None:
        with self.store.write(samples.CLERK) as unit:
            unit.record(list(events), case_id=case_id)

    def lines(self, first: int = 1, last: int | None = None) -> list[Line]:
        with self.store.read() as reader:
            found = list(reader.ledger.of_origin(self.origin, from_seq=first))
        return found if last is None else found[: last - first + 1]

    def seal(self, lines: Sequence[Line]) -> bytes:
        return seal_segment(lines, sign=self.sign, recipients=self.enrolment.recipients)

    def put(self, first: int = 1, last: int | None = None, *, carrier: Carrier | None = None) -> str:
        """Seal the lines as one segment and put it, with its pointer; the segment's name."""
        return self.put_lines(self.lines(first, last), carrier=carrier)

    def put_lines(self, lines: Sequence[Line], *, carrier: Carrier | None = None) -> str:
        return self.put_bytes(name_of(lines), self.seal(lines), carrier=carrier)

    def put_bytes(self, name: str, body: bytes, *, carrier: Carrier | None = None) -> str:
        async def work(to: Carrier) -> None:
            assert await to.put_new(name, body)
            await to.put_new(layout.pointer(self.origin, int(self.clock.now().timestamp() * 1000)), b"")

        asyncio.run(work(carrier or self.carrier))
        return name

    def ask_to_join(self, *, after: "Window | None" = None) -> None:
        """Put the request; `after` vouches for it."""
        message = succession(self.origin, self.public_key)
        request = JoinRequest(
            origin=self.origin,
            window=self.enrolment.window,
            public_key=self.public_key.hex(),
            enrolment_id=self.enrolment.enrolment_id,
            at_ms=int(self.clock.now().timestamp() * 1000),
            predecessor=after.origin if after else "",
            predecessor_signature=after.sign(message).hex() if after else "",
        )
        sealed = seal_join(request, sign=self.sign, recipients=self.enrolment.recipients)
        assert asyncio.run(self.carrier.put_new(layout.join(self.origin), sealed))

    def add_scan(self, page: bytes, case_id: str) -> int:
        """Put the manifest on record; the number of its line."""
        self.record(manifest(page), case_id=case_id)
        return self.lines()[-1].seq

    def put_chunks(self, page: bytes, seq: int, *ranges: tuple[int, int], carrier: Carrier | None = None) -> list[str]:
        """Put these ranges of the page of line `seq` as chunks; their names."""
        (line,) = self.lines(seq, seq)
        address = address_of(hashlib.sha256(page).hexdigest(), hall_secret=bytes.fromhex(self.enrolment.hall_secret))

        async def work(to: Carrier) -> list[str]:
            names = []
            for start, end in ranges:
                names.append(layout.chunk(self.origin, line.at, address, start))
                await to.put_new(names[-1], seal_chunk(page[start:end], recipients=self.enrolment.recipients))
            return names

        return asyncio.run(work(carrier or self.carrier))


def manifest(page: bytes) -> ev.ScanAdded:
    """A page as it is announced."""
    digest = hashlib.sha256(page).hexdigest()
    return ev.ScanAdded(sha256=digest, material_code="M1", place=1, media="image/webp", size_bytes=len(page))


def chained(lines: Sequence[Line], prev: bytes) -> list[Line]:
    """The lines with a chain that begins with `prev`: for histories that no sound store writes."""
    made = []
    for line in lines:
        bare = replace(line, prev=prev)
        made.append(replace(bare, hash=hash_of(bare)))
        prev = made[-1].hash
    return made


def asking(city: City, folder: Path, *, window: str, hall: str = "450000100") -> Window:
    """A window that has its file and has not asked yet."""
    profile = folder / f"profile-{hall}-{window}-{len(list(folder.glob('profile-*')))}"
    profile.mkdir(parents=True)
    clock = SetClock()
    store = Store.create(profile, KEY, hall=hall, window=window, clock=clock)
    enrolment = new_enrolment(city, hall, window, hall_name="示例镇便民服务中心")
    return Window(store, enrolment, FolderCarrier(Path(enrolment.store.options["root"])), clock)


def enrolled(city: City, folder: Path, *, window: str, hall: str = "450000100") -> Window:
    """A window that the city has approved."""
    made = asking(city, folder, window=window, hall=hall)
    made.ask_to_join()
    asyncio.run(take_joins(city, made.carrier, hall))
    approve(city, made.origin)
    return made
