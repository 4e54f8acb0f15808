"""The shim: without it acknowledged rows are gone at close."""

import subprocess
import sys
from pathlib import Path

import pytest

RETURNING = """
import sys
from pathlib import Path
from desktop.store.connection import create_database, open_database
path, key = Path(sys.argv[1]), bytes(32)
db = create_database(path, key)
db.execute("CREATE TABLE rows_kept (a INTEGER) STRICT")
list(db.query("INSERT INTO rows_kept VALUES (1) RETURNING a"))
db.execute("INSERT INTO rows_kept VALUES (2)")
db.close()
print(open_database(path, key).execute("SELECT count(*) FROM rows_kept").fetchone()[0])
"""

TOO_EARLY = "import sqlite_utils, desktop.store.sqlcipher"


def run(code: str, *args: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False
    )


def test_rows_of_insert_returning_are_kept_in_a_fresh_process(tmp_path: Path):
    result = run(RETURNING, str(tmp_path / "a.db"))

    assert (result.stdout.strip(), result.stderr) == ("2", "")


def test_importing_sqlite_utils_first_is_refused():
    assert "writes would be lost" in run(TOO_EARLY).stderr


def test_sqlite_utils_speaks_through_sqlcipher():
    import sqlcipher3
    import sqlite_utils.db

    from desktop.store import sqlcipher

    assert vars(sqlite_utils.db)["sqlite3"] is sqlcipher3
    with pytest.raises(sqlcipher.dbapi.OperationalError):
        sqlcipher.Database(memory=True).execute("nonsense")
