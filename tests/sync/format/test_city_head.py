"""The city's word to a hall: small, and clear about what the city has."""

import hashlib
from datetime import date

from desktop.sync.city_head import LONGEST_LIST_OF_MISSING, Acked, CityHead, KeyList, PublishedCatalogue, WindowKey
from desktop.sync.signed import sign_document, signer
from tests.sync.golden.samples import AT_MS, CITY_KEY, CITY_ORIGIN

LARGEST_BYTES = 700
ORIGINS = [f"450000101-0{window}-{hashlib.sha256(bytes([window])).hexdigest()[:8]}" for window in range(1, 6)]


def digest(*parts):
    return hashlib.sha256(bytes(parts)).hexdigest()


def head(**changes):
    fields = {
        "hall": "450000101",
        "city_origin": CITY_ORIGIN,
        "at_ms": AT_MS + 123,
        "catalogue": PublishedCatalogue(
            number=12, version="2026.11.01", sha256=digest(0), in_force_on=date(2026, 11, 1)
        ),
        "answers": 1234,
        "keys": 7,
        "acked": {origin: Acked(1000 + 331 * place, digest(place)) for place, origin in enumerate(ORIGINS, start=1)},
    }
    return CityHead(**{**fields, **changes})


def test_the_head_of_a_hall_of_five_windows_is_small():
    waiting = {ORIGINS[0]: (1290, 1295, 1300), ORIGINS[3]: (12,)}

    assert len(sign_document(head(scans_missing=waiting), signer(CITY_KEY))) <= LARGEST_BYTES


def test_the_list_of_keys_of_a_hall_of_five_windows_is_small():
    keys = tuple(
        WindowKey(
            origin=origin,
            public_key=digest(place, 1),
            window=f"{place:02d}",
            approved_at_ms=AT_MS + 91_234_567 * place,
        )
        for place, origin in enumerate(ORIGINS, start=1)
    )

    assert len(sign_document(KeyList(hall="450000101", number=7, keys=keys), signer(CITY_KEY))) <= LARGEST_BYTES


def test_a_line_is_at_the_city_up_to_the_acknowledged_one():
    state = head(acked={ORIGINS[0]: Acked(5, digest(1))})

    assert [state.has_line(ORIGINS[0], seq) for seq in (1, 5, 6)] == [True, True, False]
    assert not state.has_line(ORIGINS[1], 1)


def test_a_page_is_at_the_city_when_its_line_is_and_it_is_not_missing():
    state = head(acked={ORIGINS[0]: Acked(5, digest(1))}, scans_missing={ORIGINS[0]: (3,)})

    assert [seq for seq in range(1, 8) if state.has_scan(ORIGINS[0], seq)] == [1, 2, 4, 5]
    assert not state.has_scan(ORIGINS[1], 1)


def test_where_the_list_of_missing_pages_was_cut_nothing_is_promised_behind_it():
    missing = tuple(range(1, 2 * LONGEST_LIST_OF_MISSING, 2))
    state = head(
        acked={ORIGINS[0]: Acked(5000, digest(1))},
        scans_missing={ORIGINS[0]: missing},
        scans_complete_to={ORIGINS[0]: missing[-1]},
    )

    assert state.has_scan(ORIGINS[0], 2)
    assert not state.has_scan(ORIGINS[0], missing[-1])
    assert not state.has_scan(ORIGINS[0], missing[-1] + 1)
