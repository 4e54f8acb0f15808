"""The city's head and list of keys as they are believed here: signed by the city, for this hall, never going back.

Both are kept in the store, so that what the city said last holds while there is no line.
"""

import logging

from desktop.ports_outbox import CityFile, OutboxStore
from desktop.sync import layout
from desktop.sync.burst import Burst
from desktop.sync.city_head import CityHead, KeyList, WindowKey
from desktop.sync.enrolment import Enrolment
from desktop.sync.faults import FileFault, Misplaced
from desktop.sync.problems import LoginPageInTheWay
from desktop.sync.signed import Doc, read_document

log = logging.getLogger(__name__)

_KEYS = "keys"


def known_head(store: OutboxStore, enrolment: Enrolment) -> CityHead | None:
    """The head that was believed last; None: none yet, or of another city."""
    return _kept(store, layout.head(enrolment.hall), CityHead, enrolment)


def known_keys(store: OutboxStore, enrolment: Enrolment) -> dict[str, WindowKey]:
    """Keys of the hall's windows by origin, as the city last listed them."""
    kept = _kept(store, _KEYS, KeyList, enrolment)
    return {key.origin: key for key in kept.keys} if kept else {}


async def look(burst: Burst) -> CityHead | None:
    """Ask the store for the city's head; the newest that is believed, None if the city has never said anything.

    Raises:
        NotThere: the city has not put one. LoginPageInTheWay: what came is nothing of ours: only the city's signature
            counts, never that somebody answered. FileFault: it is ours and not right.
    """
    name = layout.head(burst.enrolment.hall)
    kept = burst.store.city_file(name)
    known = known_head(burst.store, burst.enrolment)
    fetched = await burst.reach.get_if_changed(name, kept.tag if kept and known else "")
    if fetched is None:
        return known
    head = _read_head(fetched.body, name, burst.enrolment)
    if known is not None and head.at_ms < known.at_ms:
        log.info("an older head was played back and moves nothing")
        return known
    burst.store.keep_city_file(name, CityFile(fetched.body, fetched.tag, burst.now_ms()))
    burst.has_news = burst.has_news or head != known
    return head


async def update_keys(burst: Burst, head: CityHead) -> None:
    """Fetch the newest list of keys if the head names one that is not here. Raises FileFault, NotThere."""
    kept = _kept(burst.store, _KEYS, KeyList, burst.enrolment)
    if head.keys <= (kept.number if kept else 0):
        return
    name = layout.keys(burst.enrolment.hall, head.keys)
    body = (await burst.reach.get(name)).body
    found = read_document(body, KeyList, public_key=_city_key(burst.enrolment), name=name)
    if found.hall != burst.enrolment.hall or found.number != head.keys:
        raise Misplaced(name=name, found=f"{found.hall} {found.number}", expected=f"{head.hall} {head.keys}")
    burst.store.keep_city_file(_KEYS, CityFile(body, "", burst.now_ms()))
    burst.has_news = True


def _read_head(body: bytes, name: str, enrolment: Enrolment) -> CityHead:
    try:
        head = read_document(body, CityHead, public_key=_city_key(enrolment), name=name)
    except FileFault as fault:
        if body.lstrip()[:1] == b"<":
            raise LoginPageInTheWay from fault
        raise
    if head.hall != enrolment.hall:
        raise Misplaced(name=name, found=head.hall, expected=enrolment.hall)
    return head


def _kept(store: OutboxStore, name: str, kind: type[Doc], enrolment: Enrolment) -> Doc | None:
    file = store.city_file(name)
    if file is None:
        return None
    try:
        return read_document(file.body, kind, public_key=_city_key(enrolment), name=name)
    except FileFault:  # of the city that this window belonged to before
        return None


def _city_key(enrolment: Enrolment) -> bytes:
    return bytes.fromhex(enrolment.city_key)
