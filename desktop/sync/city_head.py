"""What the city says to a hall in one small file that is looked at again and again, and whose keys it has approved.

Both are signed documents (desktop.sync.signed). `city-<hall>/HEAD.json` is the one file that is ever replaced: a client
believes a newer `at_ms` only, so that an old one that is played back moves nothing.
"""

from datetime import date

import msgspec

from desktop.sync.signed import Document

LONGEST_LIST_OF_MISSING = 500


class Acked(msgspec.Struct, frozen=True, array_like=True):
    """The city has every line of an origin up to `seq` for good; `hash` is the hash of that line, 64 hex digits."""

    seq: int
    hash: str


class PublishedCatalogue(msgspec.Struct, frozen=True, kw_only=True):
    """The catalogue that the hall should work by: number of its snapshot, and the SHA-256 (hex) of that file."""

    number: int
    version: str
    sha256: str
    in_force_on: date


class CityHead(Document, frozen=True, kw_only=True, tag="head"):
    """The state of a hall at the city, as HEAD.json.

    Attributes:
        city_origin: who writes the answers to this hall, `<hall>-city-<8 hex digits>`.
        at_ms: when it was made, UTC milliseconds; grows with each.
        answers: last line of `city_origin` that is in the store; 0: none yet.
        keys: number of the newest list of keys; 0: none yet.
        acked: by origin.
        scans_missing: by origin, ascending: ScanAdded lines up to the acknowledged one whose page is not whole at the
            city yet; at most LONGEST_LIST_OF_MISSING of them.
        scans_complete_to: by origin, where that list was cut: it holds up to this line, and says nothing of later ones.
    """

    hall: str
    city_origin: str
    at_ms: int
    catalogue: PublishedCatalogue | None = None
    answers: int = 0
    keys: int = 0
    acked: dict[str, Acked] = msgspec.field(default_factory=dict)
    scans_missing: dict[str, tuple[int, ...]] = msgspec.field(default_factory=dict)
    scans_complete_to: dict[str, int] = msgspec.field(default_factory=dict)

    def has_line(self, origin: str, seq: int) -> bool:
        """Whether the city has this line for good."""
        return origin in self.acked and seq <= self.acked[origin].seq

    def has_scan(self, origin: str, seq: int) -> bool:
        """Whether the city has the page, whole, that the ScanAdded line `seq` names."""
        if not self.has_line(origin, seq) or seq in self.scans_missing.get(origin, ()):
            return False
        return seq <= self.scans_complete_to.get(origin, seq)


class WindowKey(msgspec.Struct, frozen=True, kw_only=True):
    """A window's key as the city knows it. `revoked_at_ms` None: in force.

    `predecessor` is the origin that this one goes on from, empty for a new window.
    """

    origin: str
    public_key: str  # 32 bytes as hex
    window: str
    approved_at_ms: int
    revoked_at_ms: int | None = None
    predecessor: str = ""


class KeyList(Document, frozen=True, kw_only=True, tag="keys"):
    """Every key of a hall that was ever approved, as `keys/<number>.json`; a later number replaces the earlier."""

    hall: str
    number: int
    keys: tuple[WindowKey, ...] = ()
