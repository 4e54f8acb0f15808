"""The tables of the city's database, the same on SQLite and PostgreSQL. Moments are UTC milliseconds, keys hex.

halls            a hall, the origin under which the city answers it, and what was last published to it
enrolments       files given out to windows; `origin` is who came back with one
origins          who writes: its key and state, and how far its ledger is here (`last_seq`, `tip`: its last hash)
lines            every ledger line, of windows and of the city, all columns; never changed, never deleted
cases            the number of each case, to find it by
segments         every file that was opened: `state` taken, again (nothing new in it), fork, refused
pointers         the inbox as it was seen: which window put something, and when that was first noticed
scans            each ScanAdded line: missing, kept, wrong
faults           what a person should see, once each; settled when it is over
answer_segments  sealed answers, from before they are stored
answer_sheets    spreadsheets that were answered from, so that none is taken twice
catalogues       what was published
about            one row: the layout of these tables
"""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, Table, Text

SCHEMA_VERSION = 1

metadata = MetaData()

about = Table("about", metadata, Column("schema_version", Integer, primary_key=True))

halls = Table(
    "halls",
    metadata,
    Column("hall", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("city_origin", Text, nullable=False),
    Column("polled_at", BigInteger, nullable=False, default=0),
    Column("head_said", Text, nullable=False, default=""),
    Column("head_at", BigInteger, nullable=False, default=0),
)

enrolments = Table(
    "enrolments",
    metadata,
    Column("enrolment_id", Text, primary_key=True),
    Column("hall", Text, nullable=False),
    Column("window", Text, nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    Column("origin", Text, nullable=False, default=""),
)

origins = Table(
    "origins",
    metadata,
    Column("origin", Text, primary_key=True),
    Column("hall", Text, nullable=False, index=True),
    Column("window", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("public_key", Text, nullable=False, default=""),
    Column("enrolment_id", Text, nullable=False, default=""),
    Column("predecessor", Text, nullable=False, default=""),
    Column("asked_at", BigInteger, nullable=False, default=0),
    Column("approved_at", BigInteger),
    Column("approved_by", Text, nullable=False, default=""),
    Column("revoked_at", BigInteger),
    Column("last_seq", BigInteger, nullable=False, default=0),
    Column("tip", LargeBinary, nullable=False, default=bytes(32)),
    Column("tip_at", BigInteger, nullable=False, default=0),
    Column("last_name", Text, nullable=False, default=""),
    Column("looked_at", BigInteger, nullable=False, default=0),
    Column("seen_at", BigInteger),
)

lines = Table(
    "lines",
    metadata,
    Column("origin", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("case_id", Text),
    Column("at", BigInteger, nullable=False),
    Column("clerk", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("prev", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("received_at", BigInteger, nullable=False),
)
Index("lines_by_case", lines.c.case_id, lines.c.at, lines.c.origin, lines.c.seq)

cases = Table(
    "cases",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("case_number", Text, nullable=False, index=True),
    Column("hall", Text, nullable=False),
)

segments = Table(
    "segments",
    metadata,
    Column("name", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("origin", Text, nullable=False, index=True),
    Column("first_seq", BigInteger, nullable=False),
    Column("last_seq", BigInteger, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("came_by", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("opened_at", BigInteger, nullable=False),
)

pointers = Table(
    "pointers",
    metadata,
    Column("name", Text, primary_key=True),
    Column("hall", Text, nullable=False, index=True),
    Column("origin", Text, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
)

scans = Table(
    "scans",
    metadata,
    Column("origin", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("case_id", Text),
    Column("sha256", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("address", Text, nullable=False),
    Column("added_at", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("kept_at", BigInteger),
)
Index("scans_not_kept", scans.c.origin, scans.c.seq, sqlite_where=scans.c.state != "kept",
      postgresql_where=scans.c.state != "kept")  # fmt: skip

faults = Table(
    "faults",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("origin", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("hall", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("noted_at", BigInteger, nullable=False),
    Column("settled_at", BigInteger),
)

outgoing = Table(
    "outgoing",
    metadata,
    Column("name", Text, primary_key=True),
    Column("hall", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("said", Text, nullable=False, default=""),
    Column("body", LargeBinary, nullable=False),
    Column("is_stored", Boolean, nullable=False),
)

answer_sheets = Table(
    "answer_sheets",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("answers", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
)

catalogues = Table(
    "catalogues",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("version", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("in_force_on", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
