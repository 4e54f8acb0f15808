"""Taking a case in, from the form to the commit, against writing the very same rows with nothing around them."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop.bootstrap import Counter
from desktop.catalogue_files.sample import load_sample
from desktop.ports import Taken
from desktop.services import intake
from desktop.store import schema
from desktop.store.connection import create_database
from tests.bench.figures import Table, interleaved, median_ms, p99_ms
from tests.builders import MONDAY, SESSION, catalogue, item
from tests.proof import counter_work, profiles

pytestmark = pytest.mark.bench

ROUNDS = 150
BY_CASE_ID = ("ledger", "cases", "papers")
BY_CASE_NO = ("case_materials", "tasks")
SEARCH_COLUMNS = "rowid, case_no, item_name, name, initials, id_no, phone, tails, facets"

Rows = list[tuple[str, tuple[Any, ...]]]


def take_in(counter: Counter, place: int) -> Taken:
    with counter.store.write(SESSION) as uow:
        return intake.take_in(uow, SESSION, counter_work.form(0, place), today=MONDAY)


def rows_of(counter: Counter, places: Iterable[int]) -> list[Rows]:
    """What taking each of these cases in has left in the tables, as statement and values."""
    found = []
    with profiles.beside(counter) as db:
        for place in places:
            key = counter_work.case_id(0, place)
            no, number = db.execute("SELECT no, id_number FROM cases WHERE case_id = ?", [key]).fetchone()
            wanted = [(table, "case_id", key) for table in BY_CASE_ID] + [
                (table, "case_no", no) for table in BY_CASE_NO
            ]
            wanted += [("people", "id_number", number)]
            rows: Rows = []
            for table, column, value in wanted:
                rows += [
                    (f"INSERT OR REPLACE INTO {table} VALUES ({','.join('?' * len(row))})", row)
                    for row in db.execute(f"SELECT * FROM {table} WHERE {column} = ?", [value])
                ]
            found.append([*rows, *_small_rows(no)])
    return found


def _small_rows(no: int) -> Rows:
    """The search row, as long as a real one, and the two counters."""
    search = (no, "45000010102000000202611020001X", "林 木 采 伐 许 可 示 例", "王 示 例 甲", "wslj")
    tails = ("450000195001010012", "13900000000", "0012 010012 0000 00000000 001X 20001X", "o1 saccepted w02 iL1 y2026")
    return [
        (f"INSERT INTO case_search ({SEARCH_COLUMNS}) VALUES ({','.join('?' * 9)})", (*search, *tails)),
        ("INSERT OR REPLACE INTO counters VALUES ('bench', 'case', ?)", (no,)),
        ("INSERT OR REPLACE INTO counters VALUES ('bench', 'paper', ?)", (no,)),
        ("INSERT OR REPLACE INTO item_use VALUES ('02', 'L1', ?, 0)", (no,)),
    ]


def make_tables(connection: Any, *, has_contentless_delete: bool) -> None:
    """The tables and indexes of the program on this connection; an older SQLite has no contentless_delete."""
    tables = "\n".join(sql for _name, sql in schema.STEPS)
    connection.executescript(tables if has_contentless_delete else tables.replace("contentless_delete=1, ", ""))


def bare_sqlite(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("PRAGMA synchronous = full")
    make_tables(connection, has_contentless_delete=sqlite3.sqlite_version_info >= (3, 43))
    return connection


def write_rows(connection: Any, rows: Sequence[tuple[str, tuple[Any, ...]]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement, values in rows:
        connection.execute(statement, values)
    connection.execute("COMMIT")


def test_intake_commit(tmp_path: Path, report: Callable[[Table], None]):
    model = profiles.set_up(tmp_path / "model", counter_work.CATALOGUE)
    for place in range(ROUNDS):
        take_in(model, place)
    rows = rows_of(model, range(ROUNDS))
    counter = profiles.set_up(tmp_path / "window", catalogue(item(), *load_sample().items))
    plain = bare_sqlite(tmp_path / "plain.db")
    keyed_db = create_database(tmp_path / "keyed.db", bytes(range(32)))
    make_tables(keyed_db.conn, has_contentless_delete=True)
    todo = {name: iter(range(ROUNDS)) for name in ("client", "plain", "keyed")}

    taken = interleaved(
        {
            "take_in, whole: rules, numbers, events, hash chain, projections, signed paper": lambda: take_in(
                counter, next(todo["client"])
            ),
            "the same rows, bare SQLCipher": lambda: write_rows(keyed_db.conn, rows[next(todo["keyed"])]),
            "the same rows, bare SQLite, not encrypted": lambda: write_rows(plain, rows[next(todo["plain"])]),
        },
        rounds=ROUNDS,
    )

    with counter.store.read() as reader:
        assert len(reader.search("", limit=ROUNDS + 1)) == ROUNDS
    for connection in (plain, keyed_db.conn):
        assert connection.execute("SELECT count(*) FROM cases").fetchone()[0] == ROUNDS
        assert connection.execute("SELECT count(*) FROM ledger").fetchone()[0] == sum(
            statement.startswith("INSERT OR REPLACE INTO ledger") for case in rows for statement, _ in case
        )
    table = Table(
        "Intake: from the form to the commit",
        ("way", "ms", "p99 ms", "ratio"),
        f"{ROUNDS} cases, {sum(map(len, rows)) / ROUNDS:.0f} rows each, WAL, synchronous=FULL, one transaction a case; "
        "a catalogue of 55 items.",
    )
    base = median_ms(taken["the same rows, bare SQLite, not encrypted"])
    for name, seconds in taken.items():
        table.add(name, median_ms(seconds), p99_ms(seconds), median_ms(seconds) / base)
    report(table)
    plain.close()
    keyed_db.close()
    counter.close()
    model.close()
