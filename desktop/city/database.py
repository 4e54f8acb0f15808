"""The city's database: opens SQLite or PostgreSQL by its address; the one place where their errors become problems."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Engine

from desktop.city import schema
from desktop.city.problems import CityDatabaseRefuses, CityDatabaseUnknown
from desktop.problems import SchemaTooNew

_DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
_BUSY_S = 60.0
_WRITING = "city_writes"
_MAKING = 0x79696368  # the advisory lock under which tables are made


class Database:
    """One database, for one process; may be used from any thread. Nothing is opened before it is needed."""

    def __init__(self, address: str) -> None:
        self.engine = _engine(address)
        self.is_postgresql = self.engine.dialect.name == "postgresql"

    @property
    def path(self) -> Path | None:
        """The file of SQLite; None on PostgreSQL."""
        return None if self.is_postgresql else Path(str(self.engine.url.database))

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A view of one moment."""
        with database_problems(), self.engine.connect() as conn, conn.begin():
            yield conn

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or nothing. On SQLite it waits for other writers from its begin on."""
        with database_problems(), self.engine.connect() as conn:
            conn = conn.execution_options(**{_WRITING: True})
            with conn.begin():
                yield conn

    def prepare(self) -> None:
        """Make the tables if they are not there.

        Raises:
            SchemaTooNew: a newer program made them. CityDatabaseRefuses.
        """
        with self.write() as conn:
            if self.is_postgresql:  # two programs that make the same table at once would hurt each other
                conn.execute(sa.select(sa.func.pg_advisory_xact_lock(_MAKING)))
            schema.metadata.create_all(conn)
            found = conn.execute(sa.select(schema.about.c.schema_version)).scalar()
            if found is None:
                conn.execute(schema.about.insert().values(schema_version=schema.SCHEMA_VERSION))
            elif found > schema.SCHEMA_VERSION:
                raise SchemaTooNew(found=found, known=schema.SCHEMA_VERSION)

    def close(self) -> None:
        """Let every connection go. It may be used again."""
        self.engine.dispose()


def insert_new(conn: Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert the rows whose primary key is not there."""
    if rows:
        conn.execute(_insert(conn, table), rows)


def is_new(conn: Connection, table: sa.Table, row: dict[str, Any]) -> bool:
    """Insert the row; False: there is one of its primary key, which stays as it is."""
    # Without the option SQLAlchemy does not ask psycopg how many rows an INSERT made.
    done = conn.execute(_insert(conn, table), row, execution_options={"preserve_rowcount": True})
    return done.rowcount > 0


def put_rows(conn: Connection, table: sa.Table, rows: Sequence[dict[str, Any]], *, fresh: Sequence[str]) -> None:
    """Insert the rows; where one of its primary key is there, its columns `fresh` are renewed."""
    if not rows:
        return
    dialect = postgresql if conn.dialect.name == "postgresql" else sqlite
    bare = dialect.insert(table)
    renewed = {name: bare.excluded[name] for name in fresh}
    conn.execute(bare.on_conflict_do_update(index_elements=[*table.primary_key.columns], set_=renewed), rows)


def _insert(conn: Connection, table: sa.Table) -> sa.Insert:
    keys = [*table.primary_key.columns]
    if conn.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing(index_elements=keys)
    return sqlite.insert(table).on_conflict_do_nothing(index_elements=keys)


@contextmanager
def database_problems() -> Iterator[None]:
    """Turn what the database's driver raises for its surroundings into problems with words."""
    try:
        yield
    except (exc.OperationalError, exc.InternalError, exc.InterfaceError) as error:
        reason = str(error.orig).splitlines()[0] if error.orig is not None else type(error).__name__
        raise CityDatabaseRefuses(reason=reason) from error


def _engine(address: str) -> Engine:
    with suppress(exc.ArgumentError):
        url = sa.make_url(address)
        driver = _DRIVERS.get(url.drivername.partition("+")[0])
        if driver is not None:
            url = url.set(drivername=driver)
            return _sqlite(url) if driver.startswith("sqlite") else sa.create_engine(url)
    raise CityDatabaseUnknown(kind=address.partition("://")[0][:20])


def _sqlite(url: sa.URL) -> Engine:
    engine = sa.create_engine(url, connect_args={"timeout": _BUSY_S, "check_same_thread": False})

    @sa.event.listens_for(engine, "connect")
    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
        for pragma in ("journal_mode = WAL", "synchronous = FULL", f"busy_timeout = {int(_BUSY_S * 1000)}"):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begun(conn: Connection) -> None:
        # A transaction that reads first and writes then fails at once if another wrote between: it begins IMMEDIATE.
        conn.exec_driver_sql("BEGIN IMMEDIATE" if conn.get_execution_options().get(_WRITING) else "BEGIN")

    return engine
