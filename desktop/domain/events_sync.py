"""Scans of a case, and what windows write so that their histories can be put together."""

from desktop.domain.event_base import EventBase


class ScanAdded(EventBase, frozen=True, kw_only=True, tag="ScanAdded"):
    """A page was scanned for a material: the manifest of what follows in chunks.

    `sha256` is the hex digest of the shrunk page that is sent, `size_bytes` its length. `place` orders the pages of a
    material, from 1. `dpi` 0: not known.
    """

    sha256: str
    material_code: str
    place: int
    media: str  # image/webp, image/png, image/jpeg
    size_bytes: int
    name: str = ""  # of the file that it came from; empty for a paste or a camera
    width_px: int = 0
    height_px: int = 0
    dpi: int = 0


class ScanRemoved(EventBase, frozen=True, kw_only=True, tag="ScanRemoved"):
    """A page was put under the wrong material or case; the page itself stays where it is."""

    sha256: str
    material_code: str
    reason: str = ""


class CaseTakenUp(EventBase, frozen=True, kw_only=True, tag="CaseTakenUp"):
    """A window goes on with a case in which others have written: `seen` is the last line of each that it knew.

    Lines of two windows on one case neither of which had seen the other's are a conflict, and a person settles it.
    """

    seen: dict[str, int]


class CityAnswerSettled(EventBase, frozen=True, kw_only=True, tag="CityAnswerSettled"):
    """Somebody dealt with an answer of the city (a refused entry, a message): which one, and what was done.

    `is_for_lead`: it was given to the lead of the hall and is open until the lead settles it.
    """

    answer_origin: str
    answer_seq: int
    note: str = ""
    is_for_lead: bool = False


class OriginSucceeded(EventBase, frozen=True, kw_only=True, tag="OriginSucceeded"):
    """This installation goes on as a new origin after `predecessor` (restored, copied or moved), which it introduces.

    `signature` is the predecessor's Ed25519 signature (hex) over the new origin's name and public key, empty if its
    key is not here; `known_seq` is the predecessor's last line in this store.
    """

    predecessor: str
    known_seq: int
    public_key: str
    signature: str = ""


class WindowEnrolled(EventBase, frozen=True, kw_only=True, tag="WindowEnrolled"):
    """The window was given its way to the city: which store, whose keys. Secrets are no part of the ledger."""

    city: str
    store_kind: str
    city_key: str
