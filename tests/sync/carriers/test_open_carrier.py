"""From what an enrolment says of the store to its carrier."""

import pytest

from desktop.messages import text
from desktop.sync.carriers import open_carrier
from desktop.sync.carriers.folder import FolderCarrier, StickCarrier
from desktop.sync.carriers.object_store import ObjectStoreCarrier
from desktop.sync.carriers.s3 import S3Carrier
from desktop.sync.carriers.webdav import WebDavCarrier
from desktop.sync.problems import StoreConfigFaulty
from desktop.sync.store_config import StoreConfig

S3 = {"endpoint": "https://s3.example/", "bucket": "b", "access_key": "a", "secret_key": "k"}
COMPLETE = {
    "folder": {"root": "/srv/store"},
    "stick": {"root": "/media/stick"},
    "webdav": {"url": "https://store.example/halls", "user": "A", "password": "p"},
    "s3": S3,
    "oss": S3,
    "obs": S3,
    "cos": S3,
}
CARRIERS = {"folder": FolderCarrier, "stick": StickCarrier, "webdav": WebDavCarrier, "s3": S3Carrier}


@pytest.mark.parametrize("kind", COMPLETE)
def test_each_kind_opens_without_touching_anything(kind):
    assert type(open_carrier(StoreConfig(kind, COMPLETE[kind]))) is CARRIERS.get(kind, ObjectStoreCarrier)


@pytest.mark.parametrize(("kind", "option"), [(kind, option) for kind in COMPLETE for option in COMPLETE[kind]])
def test_a_missing_option_is_named(kind, option):
    options = {name: value for name, value in COMPLETE[kind].items() if name != option}

    with pytest.raises(StoreConfigFaulty) as caught:
        open_carrier(StoreConfig(kind, options))

    assert caught.value.fields == {"kind": kind, "option": option}
    assert option in text(caught.value)


@pytest.mark.parametrize(("kind", "options"), [("ftp", {}), ("webdav", COMPLETE["webdav"] | {"url": "ftp://x/"})])
def test_what_nobody_knows_is_refused(kind, options):
    with pytest.raises(StoreConfigFaulty):
        open_carrier(StoreConfig(kind, options))


def test_a_configuration_does_not_show_its_passwords():
    assert "not-a-secret" not in repr(StoreConfig("webdav", {"password": "not-a-secret"}))
