"""What may be set as the office's seal, who may set it, and when it holds."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from msgspec.structs import replace

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.clock import FixedClock
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.people import ClerkRole
from desktop.services import seal
from desktop.store.key_slots import Cost
from tests.builders import HALL, LEAD, SESSION
from tests.seal_samples import (
    HOLDER,
    ISSUER,
    NOON,
    PASSWORD,
    certificate,
    packed,
    picture,
    rsa_key,
    signing_file,
    usage,
)

CLERK_SESSION = replace(SESSION, clerk=replace(LEAD, clerk_id="other", role=ClerkRole.CLERK))


@pytest.fixture
def counter(tmp_path: Path):
    made, _ = bootstrap.create_profile(
        tmp_path / "window",
        hall=HALL,
        lead=LEAD,
        password="demo-2026",
        clock=FixedClock(NOON),
        cost=Cost(time=1, memory_kib=64, lanes=1),
    )
    yield made
    made.close()


def set_both(counter: Counter) -> None:
    with counter.store.write(SESSION) as uow:
        seal.set_image(uow, SESSION, picture())
        seal.set_certificate(uow, SESSION, signing_file(), PASSWORD, at=NOON)


def state(counter: Counter, *, at=NOON) -> seal.SealState:
    with counter.store.read() as reader:
        return seal.state(reader, at=at)


def in_force(counter: Counter, *, at=NOON):
    with counter.store.read() as reader:
        return seal.in_force(reader, at=at)


# the picture


def refused_picture(data: bytes) -> str:
    with pytest.raises(InvalidInput) as refusal:
        seal.check_image(data)
    return refusal.value.reason


def test_a_png_with_a_transparent_ground_is_taken():
    seal.check_image(picture(300, 300))


def test_what_is_no_png_is_refused():
    assert refused_picture(b"") == "seal_image_format"
    assert refused_picture(b"\xff\xd8\xff\xe0" + bytes(100)) == "seal_image_format"
    assert refused_picture(b"GIF89a" + bytes(100)) == "seal_image_format"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9])
def test_a_png_that_was_cut_is_refused(share):
    whole = picture()

    assert refused_picture(whole[: int(len(whole) * share)]) == "seal_image_format"


@pytest.mark.parametrize("size", [(299, 400), (400, 299), (4097, 400), (30, 30)])
def test_a_picture_too_small_to_be_printed_or_too_large_to_be_held_is_refused(size):
    assert refused_picture(picture(*size)) == "seal_image_pixels"


def test_a_picture_of_more_than_two_megabytes_is_refused():
    assert refused_picture(picture() + bytes(2 * 1024 * 1024)) == "seal_image_size"


def test_a_picture_that_would_hide_name_and_date_is_refused():
    assert refused_picture(picture(ground=(255, 255, 255, 255))) == "seal_image_opaque"
    assert refused_picture(picture(mode="L")) == "seal_image_opaque"


# the certificate


def refused_certificate(data: bytes, password: str = PASSWORD, *, at=NOON) -> InvalidInput:
    with pytest.raises(InvalidInput) as refusal:
        seal.read_certificate(data, password, at=at)
    return refusal.value


def test_a_certificate_says_whose_it_is_and_until_when():
    read = seal.read_certificate(signing_file(), PASSWORD, at=NOON)

    assert (read.holder, read.issuer, read.serial) == (HOLDER, ISSUER, "2026")
    assert (read.valid_from, read.valid_to) == (date(2026, 10, 24), date(2027, 10, 24))


def test_a_wrong_password_is_told_and_not_repeated():
    refusal = refused_certificate(signing_file(), "falsch")

    assert refusal.reason == "seal_password"
    assert "falsch" not in f"{refusal} {refusal.fields}"


def test_a_file_that_is_no_pkcs12_is_refused():
    assert refused_certificate(b"").reason == "seal_certificate_form"
    assert refused_certificate(b"-----BEGIN CERTIFICATE-----").reason == "seal_certificate_form"
    assert refused_certificate(b"\x30\x82" + bytes(200)).reason == "seal_password"


def test_a_certificate_without_its_key_is_refused():
    alone = pkcs12.serialize_key_and_certificates(b"seal", None, certificate(rsa_key()), None, NoEncryption())

    assert refused_certificate(alone, "").reason == "seal_no_key"


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [(-400, -1, "seal_expired"), (1, 300, "seal_not_yet")],
)
def test_a_certificate_that_does_not_hold_today_is_refused_with_the_day(first, last, reason):
    key = ec.generate_private_key(ec.SECP256R1())
    made = certificate(key, first=NOON + timedelta(days=first), last=NOON + timedelta(days=last))

    refusal = refused_certificate(packed(key, made))

    assert refusal.reason == reason
    assert isinstance(refusal.fields["day"], date)


def test_a_weak_key_or_a_certificate_for_something_else_is_refused():
    weak = ec.generate_private_key(ec.SECP192R1())
    other = ec.generate_private_key(ec.SECP256R1())

    assert refused_certificate(packed(weak, certificate(weak))).reason == "seal_key_kind"
    assert (
        refused_certificate(packed(other, certificate(other, purpose=usage(key_encipherment=True)))).reason
        == "seal_usage"
    )


# the store


def test_with_both_papers_are_sealed(counter):
    set_both(counter)

    kept = in_force(counter)

    assert kept is not None
    assert (kept.image, kept.pkcs12, kept.password) == (picture(), signing_file(), PASSWORD)
    assert state(counter).is_in_force


def test_a_picture_alone_is_no_electronic_seal(counter):
    with counter.store.write(SESSION) as uow:
        seal.set_image(uow, SESSION, picture())

    assert in_force(counter) is None
    assert state(counter).image == picture()


def test_from_the_day_on_which_it_expires_papers_take_the_wet_seal_again(counter):
    set_both(counter)
    later = NOON + timedelta(days=336)

    found = state(counter, at=later)

    assert in_force(counter, at=later) is None
    assert found.fault is not None
    assert found.fault.reason == "seal_expired"
    assert found.certificate is not None


def test_only_the_lead_sets_and_removes_it(counter):
    set_both(counter)
    for forbidden in (
        lambda uow: seal.set_image(uow, CLERK_SESSION, picture()),
        lambda uow: seal.set_certificate(uow, CLERK_SESSION, signing_file(), PASSWORD, at=NOON),
        lambda uow: seal.remove(uow, CLERK_SESSION),
    ):
        with pytest.raises(NotAllowed), counter.store.write(CLERK_SESSION) as uow:
            forbidden(uow)

    assert in_force(counter) is not None


def test_what_is_refused_leaves_the_seal_as_it_was(counter):
    set_both(counter)

    with pytest.raises(InvalidInput), counter.store.write(SESSION) as uow:
        seal.set_certificate(uow, SESSION, signing_file(), "wrong", at=NOON)

    assert in_force(counter) is not None


def test_who_set_or_removed_the_seal_is_on_record_without_key_or_picture(counter):
    set_both(counter)
    with counter.store.write(SESSION) as uow:
        seal.remove(uow, SESSION)

    with counter.store.read() as reader:
        lines = [*reader.ledger.of_kind("SealSet"), *reader.ledger.of_kind("SealRemoved")]
    assert [line.clerk for line in lines] == [SESSION.clerk.clerk_id] * 3
    assert all(len(line.body) < 400 for line in lines)


def test_a_removed_seal_is_forgotten(counter):
    set_both(counter)
    with counter.store.write(SESSION) as uow:
        seal.remove(uow, SESSION)

    assert state(counter) == seal.SealState()


def test_neither_password_nor_key_stands_in_the_clear_beside_the_encrypted_store(counter, tmp_path):
    set_both(counter)
    secrets = re.compile(b"|".join(map(re.escape, (PASSWORD.encode(), signing_file()[:60], b"seal.password"))))

    files = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert files
    assert [path.name for path in files if secrets.search(path.read_bytes())] == []
