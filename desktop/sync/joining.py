"""A window becomes known to the city: the enrolment that it keeps, and its request to be approved."""

import msgspec

from desktop.domain.errors import InvalidInput
from desktop.ports_outbox import OutboxStore
from desktop.sync import city_word, layout
from desktop.sync.burst import Burst
from desktop.sync.enrolment import Enrolment, JoinRequest, open_enrolment, seal_join

ENROLMENT = "sync.enrolment"
"""Setting: the way to the city, with its secrets; it stands in the encrypted store alone. Empty: none."""

_ASKED = "sync.asked"


def kept_enrolment(store: OutboxStore) -> Enrolment | None:
    """The way to the city; None: nobody has told, or this PC stands in another hall since."""
    text = store.setting(ENROLMENT)
    enrolment = msgspec.json.decode(text, type=Enrolment) if text else None
    return enrolment if enrolment is not None and enrolment.hall == store.hall else None


def take_enrolment(store: OutboxStore, raw: bytes, code: str, *, name: str) -> Enrolment:
    """Open the city's file and keep what is in it. Takes about a second.

    Raises:
        InvalidInput: `enrolment_code`; `enrolment_hall`: it is for another hall or window. FileFault: ask for another.
    """
    enrolment = open_enrolment(raw, code, name=name)
    if (enrolment.hall, enrolment.window) != (store.hall, store.window):
        raise InvalidInput("enrolment_hall", field="file", hall=enrolment.hall, window=enrolment.window)
    store.enrolled(
        city=enrolment.city,
        store_kind=enrolment.store.kind,
        city_key=enrolment.city_key,
        settings={ENROLMENT: msgspec.json.encode(enrolment).decode(), _ASKED: ""},
    )
    return enrolment


def is_approved(store: OutboxStore, enrolment: Enrolment) -> bool:
    """Whether the city's list has the key of the origin that this PC writes as, and it is in force."""
    key = city_word.known_keys(store, enrolment).get(store.origin)
    return key is not None and key.revoked_at_ms is None


def is_revoked(store: OutboxStore, enrolment: Enrolment) -> bool:
    """Whether the city has taken that key back."""
    key = city_word.known_keys(store, enrolment).get(store.origin)
    return key is not None and key.revoked_at_ms is not None


def join_request(store: OutboxStore, enrolment: Enrolment, *, at_ms: int) -> bytes:
    """The sealed request of the origin that this PC writes as, with its predecessor's word for it."""
    origin = store.origin
    before, signature = store.predecessor() or ("", b"")
    request = JoinRequest(
        origin=origin,
        window=store.window,
        public_key=(store.public_key(origin) or b"").hex(),
        enrolment_id=enrolment.enrolment_id,
        at_ms=at_ms,
        predecessor=before,
        predecessor_signature=signature.hex(),
    )
    return seal_join(request, sign=lambda message: store.sign(origin, message), recipients=enrolment.recipients)


async def ask_to_join(burst: Burst) -> None:
    """Put the request once for each origin and enrolment. What lies there already is an earlier try."""
    store, enrolment = burst.store, burst.enrolment
    asked = f"{store.origin} {enrolment.enrolment_id}"
    if store.setting(_ASKED) == asked or is_approved(store, enrolment):
        return
    sealed = join_request(store, enrolment, at_ms=burst.now_ms())
    await burst.reach.put(layout.join(store.origin), sealed, is_asked_first=False)
    store.set_setting(_ASKED, asked)
