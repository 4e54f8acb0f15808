"""A catalogue travels as it was published."""

import msgspec
import pytest

from desktop.catalogue_files.sample import load_sample
from desktop.sync import faults
from desktop.sync.faults import FileFault
from desktop.sync.signed import sign_document, signer
from desktop.sync.snapshot import Snapshot, pack_catalogue, unpack_catalogue
from tests.sync.golden import samples
from tests.sync.golden.samples import CITY_KEY, OTHER_KEY

PUBLIC = samples.public(CITY_KEY)


def test_the_sample_catalogue_travels_whole_and_small():
    catalogue = load_sample()

    raw = pack_catalogue(catalogue, number=12, sign=signer(CITY_KEY))
    number, found, body = unpack_catalogue(raw, public_key=PUBLIC)

    assert (number, found) == (12, catalogue)
    assert body == msgspec.json.encode(catalogue)
    assert len(raw) < len(body) / 8


def test_a_catalogue_that_the_city_has_not_signed_is_refused():
    raw = pack_catalogue(load_sample(), number=12, sign=signer(OTHER_KEY))

    with pytest.raises(faults.SignatureWrong):
        unpack_catalogue(raw, public_key=PUBLIC, name="x")


@pytest.mark.parametrize("content", [b"{}", b"[]", b'{"version":1}'])
def test_what_is_no_catalogue_is_damaged(content):
    raw = sign_document(Snapshot(number=1, catalogue=msgspec.Raw(content)), signer(CITY_KEY))

    with pytest.raises(FileFault) as caught:
        unpack_catalogue(raw, public_key=PUBLIC, name="x")

    assert caught.value.fields == {"name": "x", "reason": "catalogue"}
