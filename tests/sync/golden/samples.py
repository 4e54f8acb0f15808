"""What the golden files hold, and the keys that they are made with: of nobody, and in the open.

    python -m tests.sync.golden.samples

makes the files anew. That is right only together with a new version of the format: programs out there read these.
"""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.domain import events as ev
from desktop.store.line import GENESIS, Line
from desktop.sync import segment_lines
from desktop.sync.chunk import seal_chunk
from desktop.sync.city_head import Acked, CityHead, KeyList, PublishedCatalogue, WindowKey
from desktop.sync.enrolment import Enrolment, JoinRequest, seal_enrolment, seal_join, succession
from desktop.sync.segment import seal_segment
from desktop.sync.signed import sign_document, signer
from desktop.sync.snapshot import pack_catalogue
from desktop.sync.store_config import StoreConfig
from tests import builders

FOLDER = Path(__file__).parent

CITY_IDENTITY = "AGE-SECRET-KEY-1SN4XA5E32WC9MUHXMAVPNDH0XPE9K34ADG90F4845FWVFMWHHVXSGZ0AZ8"
CITY_RECIPIENT = "age1sey7cpjhtt2v2vxs2k5yc6apa53z67z8z8wpphyp6aksd0nzpagqnfprd0"
HALL_IDENTITY = "AGE-SECRET-KEY-1F0M4WF5MEKX6AKFNXQQ3HW6XG3P0XVSVK6EMZL9NV3VK2NR7DM0SU87ATE"
HALL_RECIPIENT = "age1q709a5ttyc2vsdusdfc9d3epe6k8reje0egd8s3npp3a4y4lyeqqrw3yve"
OTHER_IDENTITY = "AGE-SECRET-KEY-1LX65TMKGYKG55WJHDP0XA3KPJCTAWNDH68R4C0CQ7HGSTPSFRD6Q89T6VS"
RECIPIENTS = (CITY_RECIPIENT, HALL_RECIPIENT)

WINDOW_KEY, CITY_KEY, OLD_KEY, OTHER_KEY = (bytes([place]) * 32 for place in (1, 2, 3, 4))

ORIGIN = "450000101-02-1a2b3c4d"
OLD_ORIGIN = "450000101-02-00000001"
CITY_ORIGIN = "450000101-city-5e6f7a8b"
CODE = "1234-5678-9012"
CASE = "019e4c2b-7c00-7000-8000-00000000000a"
AT_MS = 1_793_583_000_000  # 2026-11-02 01:30 UTC

PAGE = hashlib.sha256(b"a page").digest() * 64  # 2 KB that do not compress, like a page


def public(private_key: bytes) -> bytes:
    """The public half, 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


PUBLIC_KEYS = {ORIGIN: public(WINDOW_KEY), CITY_ORIGIN: public(CITY_KEY)}


def chain(events: Sequence[ev.Event], *, origin: str = ORIGIN, first: int = 1, prev: bytes = GENESIS) -> list[Line]:
    """Ledger lines of these events, a second apart, about one case."""
    bare = [
        Line(
            arrival=0,
            origin=origin,
            seq=first + place,
            id=f"019e4c2b-7c00-7000-8000-{first + place:012d}",
            kind=ev.kind_of(event),
            case_id=CASE,
            at=AT_MS + 1000 * place,
            clerk="zhang",
            body=ev.encode(event),
            prev=b"",
            hash=b"",
        )
        for place, event in enumerate(events)
    ]
    return list(segment_lines.chained(bare, prev))


def window_lines() -> list[Line]:
    """Two lines of a window: a page was scanned, and taken away again."""
    return chain(
        [
            ev.ScanAdded(
                sha256=hashlib.sha256(PAGE).hexdigest(),
                material_code="m1",
                place=1,
                media="image/webp",
                size_bytes=len(PAGE),
                name="申请表.jpg",
            ),
            ev.ScanRemoved(sha256=hashlib.sha256(PAGE).hexdigest(), material_code="m1", reason="放错了材料"),
        ]
    )


def city_lines() -> list[Line]:
    """Two answers of the city."""
    return chain(
        [
            ev.CityReceived(office="示例县林业局（示例）", project_no="4500002026000001"),
            ev.CityDecided(office="示例县林业局（示例）", is_granted=True, decided_on=date(2026, 11, 5)),
        ],
        origin=CITY_ORIGIN,
    )


def head() -> CityHead:
    """The city's word to a hall of two windows."""
    return CityHead(
        hall="450000101",
        city_origin=CITY_ORIGIN,
        at_ms=AT_MS,
        catalogue=PublishedCatalogue(number=3, version="2026.10.01", sha256="ab" * 32, in_force_on=date(2026, 10, 1)),
        answers=2,
        keys=1,
        acked={ORIGIN: Acked(2, window_lines()[-1].hash.hex())},
        scans_missing={ORIGIN: (1,)},
    )


def keys() -> KeyList:
    """Two keys, one of them revoked."""
    return KeyList(
        hall="450000101",
        number=1,
        keys=(
            WindowKey(
                origin=OLD_ORIGIN,
                public_key=public(OLD_KEY).hex(),
                window="02",
                approved_at_ms=AT_MS - 5000,
                revoked_at_ms=AT_MS,
            ),
            WindowKey(
                origin=ORIGIN,
                public_key=public(WINDOW_KEY).hex(),
                window="02",
                approved_at_ms=AT_MS,
                predecessor=OLD_ORIGIN,
            ),
        ),
    )


def enrolment() -> Enrolment:
    """What window 02 of the sample hall needs."""
    return Enrolment(
        city="示例市",
        city_key=public(CITY_KEY).hex(),
        city_recipient=CITY_RECIPIENT,
        hall="450000101",
        hall_name="示例镇便民服务中心（示例）",
        window="02",
        hall_secret_key=HALL_IDENTITY,
        hall_recipient=HALL_RECIPIENT,
        hall_secret="5c" * 32,
        store=StoreConfig("webdav", {"url": "https://store.example/halls", "user": "h450000101", "password": "x"}),
        enrolment_id="e-0001",
        issued_at_ms=AT_MS,
    )


def join() -> JoinRequest:
    """The window that goes on from its restored self."""
    return JoinRequest(
        origin=ORIGIN,
        window="02",
        public_key=public(WINDOW_KEY).hex(),
        enrolment_id="e-0001",
        at_ms=AT_MS,
        predecessor=OLD_ORIGIN,
        predecessor_signature=signer(OLD_KEY)(succession(ORIGIN, public(WINDOW_KEY))).hex(),
    )


def files() -> dict[str, bytes]:
    """Each golden file by its name, made by the program of today."""
    window, city = signer(WINDOW_KEY), signer(CITY_KEY)
    return {
        "window.seg": seal_segment(window_lines(), sign=window, recipients=RECIPIENTS, schema=2),
        "answers.seg": seal_segment(city_lines(), sign=city, recipients=[HALL_RECIPIENT], schema=2),
        "chunk": seal_chunk(PAGE, recipients=RECIPIENTS),
        "HEAD.json": sign_document(head(), city),
        "keys.json": sign_document(keys(), city),
        "join.json": seal_join(join(), sign=window, recipients=RECIPIENTS),
        "window.enrol": seal_enrolment(enrolment(), code=CODE, sign=city),
        "snapshot.zst": pack_catalogue(builders.catalogue(), number=3, sign=city),
    }


def main() -> None:
    """Writes them."""
    for name, body in files().items():
        (FOLDER / name).write_bytes(body)


if __name__ == "__main__":
    main()
