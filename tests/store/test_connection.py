"""The encrypted file: durable settings, and what is told when it cannot be opened."""

import os
from pathlib import Path

import pytest

from desktop.problems import DatabaseDamaged, EnvironmentProblem, FileMissing, FileRefused, ProfileExists, WrongKey
from desktop.store.connection import create_database, database_problems, open_database
from desktop.store.sqlcipher import dbapi
from tests.store.samples import KEY

OTHER_KEY = bytes(32)
PAGE = 4096


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    db = create_database(path, KEY)
    db.execute("CREATE TABLE kept (a TEXT) STRICT")
    with db.atomic():
        for _ in range(500):
            db.execute("INSERT INTO kept VALUES (:a)", {"a": "示例" * 50})
    db.close()
    return path


def overwrite(path: Path, start: int, length: int) -> None:
    with path.open("rb+") as stream:
        stream.seek(start)
        stream.write(os.urandom(length))


def test_connection_is_set_up_for_a_power_cut(file: Path):
    db = open_database(file, KEY)

    settings = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout", "cache_size")
    values = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in settings]

    assert values == ["wal", 2, 1, 1, 5000, -65536]
    db.close()


def test_nothing_of_the_content_stands_in_the_file(file: Path):
    assert "示例".encode() not in file.read_bytes()
    assert b"SQLite format" not in file.read_bytes()


def test_wrong_key_is_told_from_damage(file: Path):
    with pytest.raises(WrongKey):
        open_database(file, OTHER_KEY)


def test_wrong_key_says_nothing_on_stderr(file: Path, capfd: pytest.CaptureFixture[str]):
    with pytest.raises(WrongKey):
        open_database(file, OTHER_KEY)

    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(("start", "length"), [(0, PAGE), (0, 16 + 64), (20, 200)])
def test_damaged_first_sector_is_told_from_a_wrong_key(file: Path, start: int, length: int):
    overwrite(file, start, length)

    with pytest.raises(DatabaseDamaged):
        open_database(file, KEY)


def test_damage_further_on_is_a_problem_when_it_is_met(file: Path):
    overwrite(file, 5 * PAGE, 3 * PAGE)
    db = open_database(file, KEY)

    with pytest.raises(DatabaseDamaged), database_problems(file):
        db.execute("SELECT sum(length(a)) FROM kept").fetchone()
    db.close()


def test_missing_file_is_not_made(tmp_path: Path):
    with pytest.raises(FileMissing):
        open_database(tmp_path / "none.db", KEY)

    assert list(tmp_path.iterdir()) == []


def test_existing_file_is_not_made_anew(file: Path):
    with pytest.raises(ProfileExists):
        create_database(file, KEY)


def test_reading_connection_refuses_to_write(file: Path):
    db = open_database(file, KEY, readonly=True)

    with pytest.raises(FileRefused), database_problems(file):
        db.execute("DELETE FROM kept")
    assert db.execute("SELECT count(*) FROM kept").fetchone() == (500,)
    db.close()


def test_faults_of_our_own_sql_stay_what_they_are(file: Path):
    db = open_database(file, KEY)

    with pytest.raises(dbapi.OperationalError), database_problems(file):
        db.execute("SELECT no_such_column FROM kept")
    db.close()


def test_problem_names_its_sentence_and_its_fields():
    class OddThing(EnvironmentProblem):
        pass

    assert OddThing(path="a").key == "odd_thing"
    assert str(OddThing(path="a")) == "odd_thing {'path': 'a'}"
    assert str(OddThing()) == "odd_thing"
