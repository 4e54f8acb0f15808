"""Schemas: every released file opens and becomes what a fresh one is; a newer one is refused."""

import re
import shutil
from pathlib import Path

import pytest

from desktop.problems import SchemaTooNew
from desktop.store.backup import DATABASE
from desktop.store.connection import create_database, open_database
from desktop.store.migrations import migrate, schema_version
from desktop.store.schema import PROJECTION_TABLES, SCHEMA_VERSION, STEPS
from desktop.store.sqlcipher import Database
from desktop.store.store import Store
from tests.store.samples import KEY, SetClock

RELEASED = sorted((Path(__file__).parent / "databases").glob("schema_*.db"))


def schema_of(db: Database) -> dict[str, str]:
    rows = db.execute("SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {str(name): re.sub(r"\s+", " ", str(sql)) for name, sql in rows}


@pytest.fixture
def fresh(tmp_path: Path):
    db = create_database(tmp_path / "fresh.db", KEY)
    migrate(db)
    yield db
    db.close()


def test_each_released_schema_has_its_file():
    assert [path.stem for path in RELEASED] == [f"schema_{number:04}" for number in range(1, SCHEMA_VERSION + 1)]
    assert len(STEPS) == SCHEMA_VERSION


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_released_file_becomes_what_a_fresh_one_is(released: Path, profile: Path, fresh: Database):
    shutil.copy(released, profile / DATABASE)

    with Store.open(profile, KEY, clock=SetClock()) as store, store.read() as reader:
        assert store.verify() is None
        assert [row.applicant_name for row in reader.search("王𬭳")] == ["王𬭳"]
        db = open_database(profile / DATABASE, KEY)
        assert schema_of(db) == schema_of(fresh)
        assert schema_version(db) == SCHEMA_VERSION
        db.close()


def test_every_table_of_ours_is_strict(fresh: Database):
    tables = {name: sql for name, sql in schema_of(fresh).items() if name.startswith("table ")}
    ours = {n for n in tables if not re.match(r"table (_sqlite_migrations|sqlite_|case_search)", n)}

    assert ours
    assert all(tables[name].endswith("STRICT") for name in ours)


def test_projection_tables_are_all_there(fresh: Database):
    assert {f"table {name}" for name in PROJECTION_TABLES} <= set(schema_of(fresh))


def test_migrating_twice_changes_nothing(fresh: Database):
    before = schema_of(fresh)

    migrate(fresh)

    assert schema_of(fresh) == before


@pytest.mark.parametrize(
    "newer",
    [
        f"PRAGMA user_version = {SCHEMA_VERSION + 1}",
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('yichuang', '0999_later', '')",
    ],
)
def test_schema_newer_than_the_program_is_refused_and_untouched(tmp_path: Path, fresh: Database, newer: str):
    fresh.execute(newer)
    before = schema_of(fresh)

    with pytest.raises(SchemaTooNew) as refused:
        migrate(fresh)

    assert refused.value.fields == {"found": SCHEMA_VERSION + 1, "known": SCHEMA_VERSION}
    assert schema_of(fresh) == before


def test_step_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    broken = (("0001_broken", "CREATE TABLE half (a TEXT) STRICT; CREATE TABLE half (a TEXT) STRICT;"),)
    monkeypatch.setattr("desktop.store.migrations.STEPS", broken)
    db = create_database(tmp_path / "a.db", KEY)

    with pytest.raises(Exception, match="already exists"):
        migrate(db)

    assert "half" not in db.table_names()
    db.close()
