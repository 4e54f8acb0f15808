"""A real city on a real SQLite and a real PostgreSQL, with a folder as its store."""

import contextlib
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from desktop.city.folder import City, CityConfig
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.store_config import StoreConfig
from tests.city.window import Window, asking, enrolled
from tests.servers import postgres
from tests.store.samples import SetClock

HALL = "450000100"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL of this run."""
    if postgres.programs() is None:
        pytest.skip("no PostgreSQL on this machine")
    with postgres.running() as address:
        yield address


@pytest.fixture
def new_postgres(postgres_server: str) -> Callable[[], str]:
    """Makes empty places of their own in one database: a schema is made in a tenth of a database's time."""

    def make() -> str:
        name = f"city_{secrets.token_hex(4)}"
        with psycopg.connect(postgres_server, autocommit=True) as conn:
            conn.execute(f"CREATE SCHEMA {name}")
        return f"{postgres_server}?options=-csearch_path%3D{name}"

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'elsewhere.db'}"
    made: str = request.getfixturevalue("new_postgres")()
    return made


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store_root(tmp_path: Path) -> Path:
    """The folder that is the store."""
    return tmp_path / "store"


def make_city(folder: Path, store_root: Path, address: str, clock: SetClock) -> City:
    config = CityConfig(
        name="示例市大数据局",
        store=StoreConfig(kind="folder", options={"root": str(store_root)}),
        database=address,
    )
    return City.create(folder, config, clock=clock)


@pytest.fixture
def city(tmp_path: Path, store_root: Path, address: str, clock: SetClock) -> Iterator[City]:
    with make_city(tmp_path / "city", store_root, address, clock) as made:
        yield made


@pytest.fixture
def sqlite_city(tmp_path: Path, store_root: Path, clock: SetClock) -> Iterator[City]:
    """For what does not depend on the kind of database."""
    with make_city(tmp_path / "city", store_root, "", clock) as made:
        yield made


@pytest.fixture
def carrier(city: City, store_root: Path) -> FolderCarrier:
    return FolderCarrier(store_root)


@pytest.fixture
def new_window(tmp_path: Path) -> Iterator[Callable[..., Window]]:
    """Makes windows, approved unless `asks` is false; their stores are closed with the test."""
    with contextlib.ExitStack() as stack:

        def make(city: City, window: str = "02", *, hall: str = HALL, asks: bool = True) -> Window:
            made = (
                enrolled(city, tmp_path, window=window, hall=hall)
                if asks
                else asking(city, tmp_path, window=window, hall=hall)
            )
            stack.callback(made.store.close)
            return made

        yield make


@pytest.fixture
def window(city: City, new_window: Callable[..., Window]) -> Window:
    """An approved window."""
    return new_window(city)
