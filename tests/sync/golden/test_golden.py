"""Files that an earlier program wrote are read by this one: the bytes in this folder never change with the code."""

import msgspec
import pytest

from desktop.sync.chunk import open_chunk
from desktop.sync.city_head import CityHead, KeyList
from desktop.sync.enrolment import is_successor, open_enrolment, open_join
from desktop.sync.seal import unseal
from desktop.sync.segment import open_segment
from desktop.sync.signed import read_document
from desktop.sync.snapshot import unpack_catalogue
from tests import builders
from tests.sync.golden import samples

WINDOW_SEGMENT = f"ev-450000101/seg/{samples.ORIGIN}/202611/000000000001.seg"
ANSWERS = "city-450000101/ans/202611/000000000001.seg"
CITY_PUBLIC = samples.public(samples.CITY_KEY)


def golden(name: str) -> bytes:
    return (samples.FOLDER / name).read_bytes()


@pytest.mark.parametrize("identity", [samples.CITY_IDENTITY, samples.HALL_IDENTITY])
def test_city_and_hall_read_a_segment_of_a_window(identity):
    head, lines = open_segment(
        golden("window.seg"), name=WINDOW_SEGMENT, identities=[identity], key_of=samples.PUBLIC_KEYS.get
    )

    assert list(lines) == samples.window_lines()
    assert (head.v, head.kind, head.origin, head.first, head.last) == (1, "ev", samples.ORIGIN, 1, 2)
    assert (head.prev, head.tip, head.schema, head.dictionary) == (bytes(32), lines[-1].hash, 2, 1)


def test_the_head_of_a_segment_is_one_line_of_json_to_be_read_by_any_program():
    plain = unseal(golden("window.seg"), [samples.CITY_IDENTITY])

    fields = " ".join(msgspec.json.decode(plain.split(b"\n")[0]))

    assert fields == "v kind origin first last prev tip schema dictionary size_bytes sha256"


def test_the_hall_reads_a_segment_of_answers():
    head, lines = open_segment(
        golden("answers.seg"), name=ANSWERS, identities=[samples.HALL_IDENTITY], key_of=samples.PUBLIC_KEYS.get
    )

    assert list(lines) == samples.city_lines()
    assert head.kind == "ans"


def test_a_chunk_is_the_bytes_of_the_page():
    assert open_chunk(golden("chunk"), identities=[samples.HALL_IDENTITY]) == samples.PAGE


def test_the_head_of_the_city_is_read():
    assert read_document(golden("HEAD.json"), CityHead, public_key=CITY_PUBLIC) == samples.head()


def test_the_list_of_keys_is_read():
    assert read_document(golden("keys.json"), KeyList, public_key=CITY_PUBLIC) == samples.keys()


def test_a_request_to_join_is_read_and_its_predecessor_vouches_for_it():
    request = open_join(golden("join.json"), identities=[samples.CITY_IDENTITY])

    assert request == samples.join()
    assert is_successor(request, predecessor_key=samples.public(samples.OLD_KEY))


def test_an_enrolment_is_opened_with_its_code():
    assert open_enrolment(golden("window.enrol"), samples.CODE) == samples.enrolment()


def test_a_published_catalogue_is_read():
    number, catalogue, body = unpack_catalogue(golden("snapshot.zst"), public_key=CITY_PUBLIC)

    assert (number, catalogue) == (3, builders.catalogue())
    assert body == msgspec.json.encode(builders.catalogue())
