"""Where each file lies in a store, and back from the name to what it must be.

    ev-<hall>/seg/<origin>/<YYYYMM>/<first_seq:012d>.seg      put if absent: a second, different file is a FORK
    ev-<hall>/blob/<origin>/<YYYYMMDD>/<address>/<offset:08d>  a chunk of a scan
    ev-<hall>/inbox/<YYYYMMDD>/<HHMM>/<origin>                 empty; after each burst, so that a poll is O(new)
    ev-<hall>/join/<origin>.json                               a window asks to be approved
    ev-<hall>/list/<origin>/<YYYYMMDDHHMMSS>.json              signed list of hashes, on a USB stick
    city-<hall>/HEAD.json                                      the one file that is replaced, signed by the city
    city-<hall>/keys/<n:06d>.json                              public keys of the hall's windows, signed by the city
    city-<hall>/ans/<YYYYMM>/<first_seq:012d>.seg              answers: lines of the city's origin for this hall
    catalogue/snap/<n:012d>.zst                                a catalogue as published, signed by the city

Times in names are UTC. `hall` is the division code of the township; an origin begins with it.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

_SEGMENT = re.compile(
    r"(?:ev-(?P<hall>[0-9A-Za-z_]{1,20})/seg/(?P<origin>[0-9A-Za-z_]{1,20}-[0-9A-Za-z_]{1,20}-[0-9a-f]{8})"
    r"|city-(?P<city>[0-9A-Za-z_]{1,20})/ans)/(?P<month>\d{6})/(?P<first>\d{12})\.seg"
)
_CHUNK = re.compile(
    r"ev-(?P<hall>[0-9A-Za-z_]{1,20})/blob/(?P<origin>[0-9A-Za-z_]{1,20}-[0-9A-Za-z_]{1,20}-[0-9a-f]{8})"
    r"/(?P<day>\d{8})/(?P<address>[0-9a-f]{64})/(?P<offset>\d{8})"
)


@dataclass(frozen=True, slots=True)
class SegmentName:
    """What the name of a segment says. `origin` is empty for answers of the city, whose name is in their head."""

    hall: str
    origin: str
    month: str
    first_seq: int


@dataclass(frozen=True, slots=True)
class ChunkName:
    """What the name of a chunk says."""

    hall: str
    origin: str
    day: str
    address: str
    offset: int


def hall_of(origin: str) -> str:
    """The hall in the name of an origin, `<hall>-<window>-<tag>`."""
    return origin.split("-")[0]


def segment(origin: str, first_seq: int, first_at_ms: int) -> str:
    """Name of a window's segment by its first line."""
    return f"{segments_of(origin)}{_utc(first_at_ms):%Y%m}/{first_seq:012d}.seg"


def segments_of(origin: str) -> str:
    """Prefix of all segments of an origin."""
    return f"ev-{hall_of(origin)}/seg/{origin}/"


def answer(hall: str, first_seq: int, first_at_ms: int) -> str:
    """Name of a segment of the city's answers by its first line."""
    return f"{answers_of(hall)}{_utc(first_at_ms):%Y%m}/{first_seq:012d}.seg"


def answers_of(hall: str) -> str:
    """Prefix of all answers to a hall."""
    return f"city-{hall}/ans/"


def chunk(origin: str, added_at_ms: int, address: str, offset: int) -> str:
    """Name of the chunk of a scan that begins at `offset`; `added_at_ms` is the moment of its ScanAdded line."""
    return f"{chunks_of(origin, added_at_ms, address)}{offset:08d}"


def chunks_of(origin: str, added_at_ms: int, address: str) -> str:
    """Prefix of the chunks of a scan."""
    return f"ev-{hall_of(origin)}/blob/{origin}/{_utc(added_at_ms):%Y%m%d}/{address}/"


def pointer(origin: str, at_ms: int) -> str:
    """Name of the empty file that tells the collector that this origin has put something."""
    return f"{inbox_of(hall_of(origin))}{_utc(at_ms):%Y%m%d/%H%M}/{origin}"


def inbox_of(hall: str) -> str:
    """Prefix of the pointers of a hall."""
    return f"ev-{hall}/inbox/"


def join(origin: str) -> str:
    """Name of the request of a new window, or of a new origin of an old one."""
    return f"{joins_of(hall_of(origin))}{origin}.json"


def joins_of(hall: str) -> str:
    """Prefix of the requests of a hall."""
    return f"ev-{hall}/join/"


def package_list(origin: str, at_ms: int) -> str:
    """Name of the signed list on a USB stick."""
    return f"{package_lists_of(hall_of(origin))}{origin}/{_utc(at_ms):%Y%m%d%H%M%S}.json"


def package_lists_of(hall: str) -> str:
    """Prefix of the signed lists of a hall."""
    return f"ev-{hall}/list/"


def head(hall: str) -> str:
    """Name of the city's head for a hall."""
    return f"city-{hall}/HEAD.json"


def keys(hall: str, number: int) -> str:
    """Name of the n-th list of the hall's public keys."""
    return f"city-{hall}/keys/{number:06d}.json"


def snapshot(number: int) -> str:
    """Name of the n-th published catalogue."""
    return f"catalogue/snap/{number:012d}.zst"


def parse_segment(name: str) -> SegmentName | None:
    """What the name of a segment says; None if it is no such name."""
    found = _SEGMENT.fullmatch(name)
    if found is None:
        return None
    hall, origin = found["hall"] or found["city"], found["origin"] or ""
    if origin and hall_of(origin) != hall:
        return None
    return SegmentName(hall, origin, found["month"], int(found["first"]))


def parse_chunk(name: str) -> ChunkName | None:
    """What the name of a chunk says; None if it is no such name."""
    found = _CHUNK.fullmatch(name)
    if found is None or hall_of(found["origin"]) != found["hall"]:
        return None
    return ChunkName(found["hall"], found["origin"], found["day"], found["address"], int(found["offset"]))


def _utc(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, UTC)
