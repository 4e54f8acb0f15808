"""Brings a database to the schema of this program, and refuses one that a newer program wrote."""

from collections.abc import Callable
from functools import cache
from sqlite3 import complete_statement

from desktop.problems import SchemaTooNew
from desktop.store.schema import SCHEMA_VERSION, STEPS
from desktop.store.sqlcipher import Database, Migrations

_SET = "yichuang"


def migrate(db: Database) -> None:
    """Apply what is missing, each step in a transaction of its own; nothing if the schema is that of today.

    Raises:
        SchemaTooNew: a newer program wrote here; nothing is touched.
    """
    migrations = _migrations()
    check_not_newer(db)
    migrations.apply(db)
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def check_not_newer(db: Database) -> None:
    """Refuse a schema that this program does not know.

    Raises:
        SchemaTooNew: with the version found and the one known.
    """
    known = {name for name, _sql in STEPS}
    found = schema_version(db)
    unknown = [step.name for step in _migrations().applied(db) if step.name not in known]
    if found > SCHEMA_VERSION or unknown:
        raise SchemaTooNew(found=max(found, SCHEMA_VERSION + len(unknown)), known=SCHEMA_VERSION)


def schema_version(db: Database) -> int:
    """The version of the schema in this file; 0 for an empty one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _migrations() -> Migrations:
    migrations = Migrations(_SET)
    for name, sql in STEPS:
        migrations(name=name)(_step(sql))
    return migrations


def _step(sql: str) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        for statement in _statements(sql):
            db.execute(statement)

    return run


@cache
def _statements(sql: str) -> tuple[str, ...]:
    """The statements of a script; a trigger holds semicolons of its own."""
    statements, begun = [], ""
    for part in sql.split(";"):
        begun += part + ";"
        if complete_statement(begun):
            statements.append(begun)
            begun = ""
    if begun.strip(" \n;"):
        raise ValueError(f"no end: {begun.strip()[:60]}")
    return tuple(statements)
