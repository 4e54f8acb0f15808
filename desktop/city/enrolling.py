"""A window is told where the city is: one file, and a code for the telephone."""

import uuid
from dataclasses import dataclass
from pathlib import Path

from desktop.city import origin_book, schema
from desktop.city.folder import City
from desktop.city.keys import HallKeys, make_hall_keys
from desktop.domain.errors import InvalidInput
from desktop.store.files import write_whole
from desktop.sync.carriers import open_carrier
from desktop.sync.enrolment import Enrolment, new_code, seal_enrolment
from desktop.sync.store_config import StoreConfig

CREDENTIALS = frozenset(
    {
        *("user", "password"),
        *("access_key", "secret_key", "access_key_id", "access_key_secret", "secret_access_key", "secret_id"),
    }
)
"""Options with which the city itself enters the store: they never go to a window, which has its own."""


@dataclass(frozen=True, slots=True)
class EnrolmentFile:
    """A file for one window, and the code that opens it, which goes another way."""

    path: Path
    code: str
    enrolment_id: str


def enrol(
    city: City, hall: str, window: str, *, hall_name: str, folder: Path, options: dict[str, str] | None = None
) -> EnrolmentFile:  # fmt: skip
    """Write the file for a window into `folder`; see `new_enrolment`. Sealing takes about a second.

    Raises:
        InvalidInput: `city_hall_code`, `city_window`. DiskFull, FileRefused, CityDatabaseRefuses.
    """
    enrolment, code = new_enrolment(city, hall, window, hall_name=hall_name, options=options), new_code()
    path = folder / f"{hall}-{window}.yichuang"
    write_whole(path, seal_enrolment(enrolment, code=code, sign=city.keys.sign))
    return EnrolmentFile(path, code, enrolment.enrolment_id)


def new_enrolment(
    city: City, hall: str, window: str, *, hall_name: str, options: dict[str, str] | None = None
) -> Enrolment:
    """What a window is told. The first window of a hall makes the hall and its secrets.

    Args:
        options: of the store, as this window is to use it: its own user and password, or another address.

    Raises:
        InvalidInput: `city_hall_code`, `city_window`. StoreConfigFaulty: the store wants an option for this window.
    """
    origin_book.check_hall(hall)
    if not (window.isascii() and window.isalnum() and len(window) <= 20) or window == "city":
        raise InvalidInput("city_window", field="window")
    keys = make_hall_keys(city.folder, hall)
    enrolment = Enrolment(
        city=city.config.name,
        city_key=city.keys.public_key.hex(),
        city_recipient=city.keys.recipient,
        hall=hall,
        hall_name=hall_name,
        window=window,
        hall_secret_key=keys.identity,
        hall_recipient=keys.recipient,
        hall_secret=keys.secret,
        store=_store_for_window(city.config.store, hall, keys, options or {}),
        enrolment_id=uuid.uuid4().hex,
        issued_at_ms=city.now_ms(),
    )
    with city.database.write() as conn:
        origin_book.add_hall(conn, hall, hall_name)
        row = {"enrolment_id": enrolment.enrolment_id, "hall": hall, "window": window}
        conn.execute(schema.enrolments.insert().values(**row, issued_at=enrolment.issued_at_ms, origin=""))
    return enrolment


def _store_for_window(store: StoreConfig, hall: str, keys: HallKeys, options: dict[str, str]) -> StoreConfig:
    shared = {name: value for name, value in store.options.items() if name not in CREDENTIALS}
    own = {"user": hall, "password": keys.store_password} if store.kind == "webdav" else {}
    config = StoreConfig(kind=store.kind, options=shared | own | options)
    open_carrier(config)
    return config
