"""A real encrypted window on disk for the proofs: set up, opened again, looked at from beside."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.clock import FixedClock
from desktop.domain.catalogue import Catalogue
from desktop.store.connection import open_database
from desktop.store.key_slots import Cost
from desktop.store.schema import PROJECTION_TABLES
from desktop.store.sqlcipher import Database
from tests.builders import HALL, LEAD

PASSWORD = "demo-2026"
CHEAP = Cost(time=1, memory_kib=64, lanes=1)
MORNING = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)  # Monday, 9 o'clock in the hall

Dump = dict[str, list[tuple[object, ...]]]


def clock() -> FixedClock:
    return FixedClock(MORNING)


def set_up(profile: Path, published: Catalogue) -> Counter:
    """A new window whose lead clerk is `lead`."""
    counter, _code = bootstrap.create_profile(
        profile, hall=HALL, lead=LEAD, password=PASSWORD, clock=clock(), catalogue=published, cost=CHEAP
    )
    return counter


@contextlib.contextmanager
def opened(profile: Path) -> Iterator[Counter]:
    """The window as the next start of the program finds it."""
    counter, _session = bootstrap.open_profile(profile, LEAD.clerk_id, PASSWORD, clock=clock())
    try:
        yield counter
    finally:
        counter.close()


@contextlib.contextmanager
def beside(counter: Counter) -> Iterator[Database]:
    """A second keyed connection to the same file."""
    key = counter.keys.unlock(LEAD.clerk_id, PASSWORD, now_ms=round(MORNING.timestamp() * 1000))
    db = open_database(counter.store.path, key)
    try:
        yield db
    finally:
        db.close()


def projections(counter: Counter) -> Dump:
    """Every projection, all columns of all rows; of the search table each token and where it stands."""
    with beside(counter) as db:
        tables = [name for name in PROJECTION_TABLES if name != "case_search"]
        dump = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
        db.execute("CREATE VIRTUAL TABLE temp.tokens USING fts5vocab(main, case_search, instance)")
        dump["case_search"] = db.execute("SELECT * FROM temp.tokens").fetchall()
    return {name: sorted(rows, key=repr) for name, rows in dump.items()}


def lines(counter: Counter) -> int:
    """How many lines the ledger has."""
    with counter.store.read() as reader:
        return reader.ledger.count()


def tip(counter: Counter) -> tuple[int, bytes]:
    """Number of lines and hash of the last one: equal if nothing was put on record in between."""
    with counter.store.read() as reader:
        last = reader.ledger.tip(counter.store.origin)
        return reader.ledger.count(), last.hash if last else b""
