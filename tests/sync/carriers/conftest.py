"""The stores that the carriers are tried on: real servers, one of each for all tests; each test has its own names."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from desktop.sync.carrier import Carrier
from desktop.sync.carriers import open_carrier
from desktop.sync.carriers.object_store import ObjectStoreCarrier
from desktop.sync.carriers.s3 import S3Carrier
from desktop.sync.store_config import StoreConfig
from tests.servers.apache import Apache, apache, apache_is_missing
from tests.servers.swift import Swift, swift, swift_is_missing

T = TypeVar("T")
HALLS = ("A", "B")
_NUMBERS = itertools.count(1)


@dataclass(frozen=True)
class Shop:
    """A store: how a hall and how the city enter it; `top` is a prefix of this test's own."""

    kind: str
    as_hall: Callable[[], Carrier]
    as_city: Callable[[], Carrier]
    top: str

    def ask(self, work: Callable[[Carrier], Awaitable[T]]) -> T:
        """What the work gives, done as the hall."""
        return used(self.as_hall, work)


def used(opened: Callable[[], Carrier], work: Callable[[Carrier], Awaitable[T]]) -> T:
    """What the work gives with a carrier that is opened for it and closed afterwards."""

    async def run() -> T:
        carrier = opened()
        try:
            return await work(carrier)
        finally:
            await carrier.close()

    return asyncio.run(run())


@pytest.fixture(scope="session")
def running_apache() -> Iterator[Apache]:
    missing = apache_is_missing()
    if missing:
        pytest.skip(missing)
    with apache(*HALLS) as server:
        yield server


@pytest.fixture(scope="session")
def running_swift() -> Iterator[Swift]:
    missing = swift_is_missing()
    if missing:
        pytest.skip(missing)
    with swift() as server:
        asyncio.run(make_bucket(server))
        yield server


async def make_bucket(server: Swift) -> None:
    carrier = open_carrier(StoreConfig("s3", server.options("yichuang")))
    assert isinstance(carrier, S3Carrier)
    reply = await carrier._ask("PUT", "")
    await carrier.close()
    assert reply.status == 200


@pytest.fixture(params=["folder", "stick", "webdav", "s3", "opendal"])
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Shop:
    """Each kind of store in turn."""
    top = f"ev-A/seg/t{next(_NUMBERS)}/"
    kind = request.param
    if kind in ("folder", "stick"):
        config = StoreConfig(kind, {"root": str(tmp_path)})
        return Shop(kind, lambda: open_carrier(config), lambda: open_carrier(config), top)
    if kind == "webdav":
        return webdav_shop(request.getfixturevalue("running_apache"), top)
    options = request.getfixturevalue("running_swift").options("yichuang")
    if kind == "s3":
        config = StoreConfig("s3", options)
        return Shop(kind, lambda: open_carrier(config), lambda: open_carrier(config), top)
    return Shop(kind, lambda: opendal_on(options), lambda: opendal_on(options), top)


def webdav_shop(server: Apache, top: str) -> Shop:
    def enter(user: str) -> Carrier:
        return open_carrier(StoreConfig("webdav", server.options(user)))

    return Shop("webdav", lambda: enter("A"), lambda: enter("city"), top)


def opendal_on(options: dict[str, str]) -> Carrier:
    """The carrier of OSS, OBS and COS, tried on the S3 store that can run here."""
    return ObjectStoreCarrier(
        "s3",
        options={
            "endpoint": options["endpoint"].rstrip("/"),
            "bucket": options["bucket"],
            "region": "us-east-1",
            "access_key_id": options["access_key"],
            "secret_access_key": options["secret_key"],
        },
    )
