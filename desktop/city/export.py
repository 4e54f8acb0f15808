"""The exchange tables into a SQLite file, a PostgreSQL or a folder of CSV files."""

import csv
from collections.abc import Sequence
from pathlib import Path

import msgspec
import sqlalchemy as sa

from desktop.city import lines, schema
from desktop.city.database import Database, put_rows
from desktop.city.exchange import Exchange, exchange
from desktop.city.exchange_rows import Source
from desktop.city.exchange_tables import COLUMNS, REQUIRED
from desktop.city.folder import City
from desktop.domain import events as ev
from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import DomainError, InvalidInput
from desktop.store.files import file_problems
from desktop.sync.layout import hall_of

_AT_ONCE = 500


class ExportTargetExists(DomainError):
    """There is something at `path` already; it is not written over."""


def read_exchange(city: City) -> Exchange:
    """Every case that the city has, as rows."""
    now = city.clock.now()
    with city.database.read() as conn:
        source = Source(
            name=city.config.name,
            batch=f"{now:%Y%m%d%H%M%S}",
            now=now,
            catalogues=_catalogues(conn),
            authority_codes=city.config.authority_codes,
            codes=city.config.codes,
            clerks=_clerks(conn),
        )
        return exchange(lines.by_case(conn), source)


def export(made: Exchange, target: str) -> None:
    """Write the rows.

    Args:
        target: `postgresql://…`, where all that an earlier export said of these cases is replaced; a name that ends in
            .db or .sqlite for a new SQLite file; any other name for a new folder of CSV files.

    Raises:
        ExportTargetExists, FileRefused, DiskFull, CityDatabaseRefuses.
    """
    if "://" in target:
        _to_database(made, target)
        return
    path = Path(target)
    if path.exists():
        raise ExportTargetExists(path=str(path))
    if path.suffix in (".db", ".sqlite"):
        _to_database(made, f"sqlite:///{path.absolute()}")
    else:
        _to_folder(made, path)


def _catalogues(conn: sa.Connection) -> dict[str, Catalogue]:
    found = {}
    for version, content in conn.execute(sa.select(schema.catalogues.c.version, schema.catalogues.c.content)):
        try:
            found[version] = msgspec.json.decode(content, type=Catalogue)
        except (msgspec.DecodeError, InvalidInput):  # an older program's; the codes of the case will do
            continue
    return found


def _clerks(conn: sa.Connection) -> dict[tuple[str, str], str]:
    """The newest name of each clerk, by hall and login name."""
    names = {}
    for origin, body in lines.of_kind(conn, ev.ClerkSet.__name__):
        try:
            event = ev.decode(body)
        except msgspec.DecodeError:  # was refused, and answered, when it came in
            continue
        if isinstance(event, ev.ClerkSet):
            names[hall_of(origin), event.clerk.clerk_id] = event.clerk.name
    return names


def _to_folder(made: Exchange, folder: Path) -> None:
    with file_problems(folder):
        folder.mkdir(mode=0o700, parents=True)
        for table, rows in made.rows.items():
            # With the mark by which Excel knows UTF-8.
            with (folder / f"{table}.csv").open("x", encoding="utf-8-sig", newline="") as file:
                writer = csv.DictWriter(file, COLUMNS[table])
                writer.writeheader()
                writer.writerows(rows)


def _to_database(made: Exchange, address: str) -> None:
    metadata = sa.MetaData()
    tables = {name: _table(name, metadata) for name in COLUMNS}
    cases = sorted({row["project_no"] for rows in made.rows.values() for row in rows})
    database = Database(address)
    try:
        with database.write() as conn:
            metadata.create_all(conn)
            for name, rows in made.rows.items():
                _drop(conn, tables[name], cases)
                fresh = [column for column in COLUMNS[name] if column != "row_guid"]
                for start in range(0, len(rows), _AT_ONCE):
                    put_rows(conn, tables[name], rows[start : start + _AT_ONCE], fresh=fresh)
    finally:
        database.close()


def _drop(conn: sa.Connection, table: sa.Table, cases: Sequence[str]) -> None:
    """What an earlier export said of these cases: a step that was set aside since must not stay behind."""
    for start in range(0, len(cases), _AT_ONCE):
        conn.execute(sa.delete(table).where(table.c.project_no.in_(cases[start : start + _AT_ONCE])))


def _table(name: str, metadata: sa.MetaData) -> sa.Table:
    columns = (
        sa.Column(column, sa.Text, primary_key=column == "row_guid", nullable=column not in REQUIRED[name])
        for column in COLUMNS[name]
    )
    return sa.Table(name, metadata, *columns)
