"""The sheet of public keys: what may stand on it and which key holds on which day."""

import base64
import json
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from desktop.domain import key_sheet
from desktop.domain.errors import InvalidInput
from desktop.domain.key_sheet import KeySheet, PublicKey
from desktop.domain.paper_code import key_id

RAW = bytes(range(32))
LINE: dict[str, Any] = {
    "origin": "K7QX",
    "hall": "示例镇便民服务中心",
    "window": "02",
    "public_key": base64.b64encode(RAW).decode(),
}
KEY = PublicKey(**LINE, valid_from=date(2026, 1, 1))


def sheet(*lines, **changes):
    return json.dumps({"format": 1, "keys": list(lines), **changes}).encode()


def test_a_sheet_is_read_back_as_it_was_written():
    assert key_sheet.decode(key_sheet.encode(KeySheet(keys=(KEY,)))) == KeySheet(keys=(KEY,))


def test_dates_and_names_may_be_left_out():
    (key,) = key_sheet.decode(sheet({"origin": "K7QX", "public_key": LINE["public_key"]})).keys

    assert key.is_valid_on(date(1990, 1, 1))


def test_a_paper_finds_its_key_by_eight_bytes():
    keys = KeySheet(keys=(KEY,))

    assert keys.find(key_id(RAW)) == KEY
    assert keys.find(bytes(8)) is None


@pytest.mark.parametrize(
    ("day", "is_valid"),
    [(date(2025, 12, 31), False), (date(2026, 1, 1), True), (date(2026, 6, 30), True), (date(2026, 7, 1), False)],
)
def test_a_key_holds_from_its_first_day_to_the_eve_of_its_revocation(day, is_valid):
    key = PublicKey(**LINE, valid_from=date(2026, 1, 1), revoked_on=date(2026, 7, 1))

    assert key.is_valid_on(day) is is_valid


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"format": 1}',
        sheet(LINE)[:-3],
        sheet({**LINE, "public_key": "AAAA"}),
        sheet({**LINE, "public_key": "***"}),
        sheet({**LINE, "public_key": "字"}),
        sheet({**LINE, "valid_from": "1.1.2026"}),
    ],
)
def test_what_is_no_sheet_is_refused_whole(data):
    with pytest.raises(InvalidInput) as refusal:
        key_sheet.decode(data)

    assert refusal.value.reason == "key_sheet"


def test_a_sheet_of_a_later_format_says_so():
    with pytest.raises(InvalidInput) as refusal:
        key_sheet.decode(sheet(format=2))

    assert refusal.value.reason == "key_sheet_newer"


def test_of_two_sheets_the_earlier_revocation_holds():
    revoked = PublicKey(**LINE, revoked_on=date(2026, 7, 1))

    for order in ((KEY, revoked), (revoked, KEY)):
        assert key_sheet.merged(KeySheet(keys=(key,)) for key in order).keys == (revoked,)


OTHER = PublicKey(origin="M4WW", public_key=base64.b64encode(bytes(32)).decode())


def test_a_revoked_origin_signs_nothing_from_that_day_on():
    (key, other) = key_sheet.revoked(KeySheet(keys=(KEY, OTHER)), "K7QX", on=date(2026, 7, 1)).keys

    assert key.is_valid_on(date(2026, 6, 30))
    assert not key.is_valid_on(date(2026, 7, 1))
    assert other == OTHER


def test_an_earlier_revocation_is_not_put_off():
    first = key_sheet.revoked(KeySheet(keys=(KEY,)), "K7QX", on=date(2026, 7, 1))

    assert key_sheet.revoked(first, "K7QX", on=date(2026, 9, 1)) == first
    (key,) = key_sheet.revoked(first, "K7QX", on=date(2026, 3, 1)).keys
    assert key.revoked_on == date(2026, 3, 1)


def test_an_origin_that_is_not_on_the_sheet_cannot_be_revoked():
    with pytest.raises(InvalidInput) as refusal:
        key_sheet.revoked(KeySheet(keys=(KEY,)), "K7Q", on=date(2026, 7, 1))

    assert refusal.value.reason == "key_sheet_origin"


def test_a_renewed_sheet_keeps_revocations_and_the_keys_of_other_windows():
    old = key_sheet.revoked(KeySheet(keys=(replace(KEY, valid_from=None), OTHER)), "K7QX", on=date(2026, 7, 1))

    renewed = key_sheet.renewed(old, KeySheet(keys=(KEY,)))

    assert renewed.keys == (replace(KEY, revoked_on=date(2026, 7, 1)), OTHER)
