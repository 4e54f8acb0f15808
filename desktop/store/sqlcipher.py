"""sqlite_utils bound to SQLCipher: every other module imports it from here.

sqlite_utils takes a module called pysqlite3 before the sqlite3 of the standard library, and catches exceptions by that
module's names. Bound to the wrong one it still opens our connections, but `db.query("INSERT … RETURNING")` raises,
leaves a transaction open, and every later insert joins it and is gone at close: acknowledged data lost (sqlite-utils
4.2.1).
"""

import sys

import sqlcipher3
from sqlcipher3 import dbapi2 as dbapi

if "sqlite_utils" in sys.modules and "pysqlite3" not in sys.modules:
    raise ImportError("sqlite_utils was imported before desktop.store.sqlcipher: writes would be lost")
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi

import sqlite_utils  # noqa: E402 (the two lines above must come first)
import sqlite_utils.db  # noqa: E402
import sqlite_utils.migrations  # noqa: E402

if getattr(sqlite_utils.db, "sqlite3", None) is not sqlcipher3:
    raise ImportError("sqlite_utils is not bound to SQLCipher: writes would be lost")

Database = sqlite_utils.Database
Migrations = sqlite_utils.migrations.Migrations

__all__ = ["Database", "Migrations", "dbapi"]
