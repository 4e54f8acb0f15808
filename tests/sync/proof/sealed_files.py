"""One sound file of every kind that lies in a store, made-up, with how its reader opens it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import msgspec

from desktop.domain.events import CityMessage, ScanAdded
from desktop.store.line import GENESIS, Line, hash_of
from desktop.sync import layout
from desktop.sync.chunk import address_of, open_chunk, seal_chunk
from desktop.sync.city_head import Acked, CityHead, KeyList, PublishedCatalogue, WindowKey
from desktop.sync.enrolment import JoinRequest, open_join, seal_join
from desktop.sync.package_list import listed, read_list, write_list
from desktop.sync.seal import new_identity
from desktop.sync.segment import name_of, open_segment, seal_segment
from desktop.sync.signed import new_signing_key, read_document, sign_document, signer
from desktop.sync.snapshot import pack_catalogue, unpack_catalogue
from tests.builders import catalogue

HALL = "450000101"
WINDOW = f"{HALL}-01-0a0b0c0d"
CITY = f"{HALL}-city-0e0f0a0b"
AT_MS = 1_793_581_200_000  # 2026-11-02 09:00 in the hall
SECRET = bytes(range(32))


@dataclass(frozen=True, slots=True)
class Parties:
    """The keys of a hall's window and of the city."""

    window_private: bytes
    window_public: bytes
    city_private: bytes
    city_public: bytes
    city_identity: str
    city_recipient: str
    hall_identity: str
    hall_recipient: str

    @property
    def recipients(self) -> tuple[str, str]:
        return self.city_recipient, self.hall_recipient

    def key_of(self, origin: str) -> bytes | None:
        return {WINDOW: self.window_public, CITY: self.city_public}.get(origin)


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file under its name, and its reader: gives what is in it, or raises a FileFault."""

    name: str
    body: bytes
    read: Callable[[bytes, str], object]


@cache
def parties() -> Parties:
    """The same in the whole run."""
    return Parties(*new_signing_key(), *new_signing_key(), *new_identity(), *new_identity())


def lines(count: int, *, origin: str = WINDOW, prev: bytes = GENESIS, first: int = 1) -> list[Line]:
    """Chained lines: pages scanned at a window, or words of the city."""
    made: list[Line] = []
    for seq in range(first, first + count):
        event = (
            CityMessage(office="示例县行政审批局", text=f"第 {seq} 条示例消息")
            if origin == CITY
            else ScanAdded(sha256=f"{seq:064x}", material_code="m1", place=seq, media="image/webp", size_bytes=70_000)
        )
        bare = Line(
            arrival=0,
            origin=origin,
            seq=seq,
            id=f"0192f0c0-0000-7000-8000-{seq:012}",
            kind=type(event).__name__,
            case_id="0192f0c0-0000-7000-8000-00000000000a",
            at=AT_MS + seq,
            clerk="lead",
            body=msgspec.json.encode(event),
            prev=prev,
            hash=b"",
        )
        made.append(replace(bare, hash=hash_of(bare)))
        prev = made[-1].hash
    return made


def every_kind() -> dict[str, SealedFile]:
    """By the kind's word."""
    who = parties()
    of_city, of_window = signer(who.city_private), signer(who.window_private)
    segment, answers = lines(5), lines(5, origin=CITY)
    page = bytes(range(256)) * 40
    join = JoinRequest(origin=WINDOW, window="01", public_key=who.window_public.hex(), enrolment_id="示例", at_ms=AT_MS)
    head = CityHead(
        hall=HALL,
        city_origin=CITY,
        at_ms=AT_MS,
        answers=5,
        keys=1,
        acked={WINDOW: Acked(5, segment[-1].hash.hex())},
        catalogue=PublishedCatalogue(number=1, version="1", sha256="ab" * 32, in_force_on=date(2026, 11, 2)),
    )
    keys = KeyList(
        hall=HALL,
        number=1,
        keys=(WindowKey(origin=WINDOW, public_key=who.window_public.hex(), window="01", approved_at_ms=AT_MS),),
    )
    listing = [listed(name_of(segment), b"x")]
    return {
        "segment": SealedFile(
            name_of(segment), seal_segment(segment, sign=of_window, recipients=who.recipients), read_segment
        ),
        "answers": SealedFile(
            name_of(answers), seal_segment(answers, sign=of_city, recipients=[who.hall_recipient]), read_segment
        ),
        "chunk": SealedFile(
            layout.chunk(WINDOW, AT_MS, address_of("ab" * 32, hall_secret=SECRET), 0),
            seal_chunk(page, recipients=who.recipients),
            lambda body, name: open_chunk(body, identities=[who.city_identity], name=name),
        ),
        "head": SealedFile(
            layout.head(HALL),
            sign_document(head, of_city),
            lambda body, name: read_document(body, CityHead, public_key=who.city_public, name=name),
        ),
        "keys": SealedFile(
            layout.keys(HALL, 1),
            sign_document(keys, of_city),
            lambda body, name: read_document(body, KeyList, public_key=who.city_public, name=name),
        ),
        "join": SealedFile(
            layout.join(WINDOW),
            seal_join(join, sign=of_window, recipients=who.recipients),
            lambda body, name: open_join(body, identities=[who.city_identity], name=name),
        ),
        "snapshot": SealedFile(
            layout.snapshot(1),
            pack_catalogue(catalogue(), number=1, sign=of_city),
            lambda body, name: unpack_catalogue(body, public_key=who.city_public, name=name),
        ),
        "list": SealedFile(
            layout.package_list(WINDOW, AT_MS),
            write_list(WINDOW, listing, at_ms=AT_MS, sign=of_window),
            lambda body, name: read_list(body, name=name, key_of=who.key_of),
        ),
    }


def read_segment(body: bytes, name: str) -> object:
    """As city or hall."""
    who = parties()
    return open_segment(body, name=name, identities=[who.hall_identity], key_of=who.key_of)
