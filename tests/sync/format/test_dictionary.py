"""One case alone is small on the line: the program brings a dictionary of what cases look like."""

import hashlib

import pytest
import zstandard

from desktop import bootstrap, paths
from desktop.clock import FixedClock
from desktop.demo import hall as demo
from desktop.services import intake, print_jobs
from desktop.store.key_slots import Cost
from desktop.sync import dictionary, packing, segment_lines
from desktop.sync.faults import TooNew
from desktop.sync.segment import seal_segment
from desktop.sync.signed import signer
from resources.sync import sample_answers
from resources.sync.settled import Order
from tests.builders import HALL, LEAD, MONDAY, SESSION, catalogue, item
from tests.services.test_intake import form
from tests.sync.golden import samples

ONE_CASE_BYTES = 1600
"""What is left of 2.5 KB when a cold connection has said hello and the store's request has its header."""


@pytest.fixture
def one_case(tmp_path):
    """The lines of a case, accepted and its paper printed, of a hall and an item that the dictionary has never seen."""
    counter, _ = bootstrap.create_profile(
        tmp_path / "window",
        hall=HALL,
        lead=LEAD,
        password="demo-2026",
        clock=FixedClock(demo.OPENING),
        catalogue=catalogue(item()),
        cost=Cost(time=1, memory_kib=64, lanes=1),
    )
    with counter.store.write(SESSION) as uow:
        before = uow.ledger.tip(uow.origin)
        assert before is not None
        for number in intake.take_in(uow, SESSION, form(), today=MONDAY).papers:
            sheet = print_jobs.queue(uow, number, device="HP LaserJet 1020")
            print_jobs.sent(uow, number, sheet, pdf_sha256=hashlib.sha256(number.encode()).hexdigest())
            print_jobs.confirmed(uow, number, sheet)
        lines = list(uow.ledger.of_origin(uow.origin, from_seq=before.seq + 1))
    counter.close()
    return lines


def test_one_case_sealed_to_city_and_hall_is_small(one_case):
    sealed = seal_segment(one_case, sign=signer(samples.WINDOW_KEY), recipients=samples.RECIPIENTS, schema=2)

    assert len(one_case) == 7
    assert len(sealed) <= ONE_CASE_BYTES


def test_the_dictionary_halves_one_case(one_case):
    plain = segment_lines.encode(one_case)

    assert len(packing.pack(plain, dictionary_number=dictionary.CURRENT)) < len(packing.pack(plain)) / 1.8


@pytest.mark.parametrize("number", range(1, dictionary.CURRENT + 1))
def test_every_dictionary_that_was_released_is_shipped_under_its_own_id(number):
    raw = paths.resource("sync", f"events-{number}.dict").read_bytes()

    assert dictionary.dictionary(number).dict_id() == dictionary.ZSTD_ID + number
    assert zstandard.ZstdCompressionDict(raw).dict_id() == dictionary.ZSTD_ID + number
    assert 32 * 1024 <= len(raw) <= 64 * 1024


@pytest.mark.parametrize("number", [0, -1, dictionary.CURRENT + 1])
def test_an_unknown_dictionary_is_told(number):
    with pytest.raises(TooNew) as fault:
        dictionary.dictionary(number, name="x")

    assert fault.value.fields == {"name": "x", "what": "dictionary", "found": number, "known": dictionary.CURRENT}


def test_nobody_s_data_are_in_the_dictionary():
    raw = paths.resource("sync", f"events-{dictionary.CURRENT}.dict").read_bytes().decode("utf-8", "replace")

    # Made-up citizens only: their numbers lie in an area that was never given out, their phones begin 1390000.
    numbers = {part[:6] for part in raw.split('"id_number":"')[1:]}
    phones = {part[:7] for part in raw.split('"phone":"')[1:]}
    assert numbers <= {"450000"}
    assert phones <= {"1390000"}


def test_what_is_random_in_the_samples_depends_on_its_place_alone():
    text = '{"id":"019e4c2b-7c00-7%saa-9%sbb-%sccccccccccc","sha256":"%s","number":"收〔2026〕02-%sABCDE-1号"}'
    texts = [text % (run, run, run, run * 64, run) for run in ("1", "2")]

    first, second = (Order().text(text) for text in texts)

    assert first == second
    assert first[:22] == texts[0][:22]


def test_the_samples_of_answers_are_the_same_each_time():
    assert list(sample_answers.answers()) == list(sample_answers.answers())
