"""The tables, as append-only steps of SQL. A released step is never edited: a change is a new step.

With each step go a new file in tests/store/databases and a higher SCHEMA_VERSION. A step speaks the SQL of its time and
imports nothing of the program of today. Every table is STRICT, and comes from here alone.
"""

from desktop.store.schema_bundle import BUNDLE
from desktop.store.schema_pledge import PLEDGE
from desktop.store.schema_service import SERVICE
from desktop.store.schema_sync import SYNC

SCHEMA_VERSION = 2

# Raised when the projector computes something new from old lines: the tables are then rebuilt at the next start.
PROJECTION_VERSION = 3

LEDGER = """
CREATE TABLE ledger (
    arrival INTEGER PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin <> ''),
    seq INTEGER NOT NULL CHECK (seq > 0),
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind <> ''),
    case_id TEXT CHECK (case_id <> ''),
    at INTEGER NOT NULL,
    clerk TEXT NOT NULL,
    body BLOB NOT NULL,
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (origin, seq)
) STRICT;
CREATE INDEX ledger_by_case ON ledger (case_id, at, origin, seq) WHERE case_id IS NOT NULL;
CREATE INDEX ledger_by_kind ON ledger (kind, at, origin, seq);
CREATE INDEX ledger_by_time ON ledger (at, origin, seq);
CREATE TRIGGER ledger_is_not_changed BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_is_not_deleted BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE ledger_checkpoint (
    origin TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
"""

KEPT_BESIDE_THE_LEDGER = """
CREATE TABLE installation (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    origin TEXT NOT NULL,
    hall TEXT NOT NULL,
    window TEXT NOT NULL,
    token TEXT NOT NULL
) STRICT;
CREATE TABLE own_origins (
    origin TEXT PRIMARY KEY
) STRICT;
CREATE TABLE signing_keys (
    origin TEXT PRIMARY KEY,
    private BLOB NOT NULL CHECK (length(private) = 32),
    public BLOB NOT NULL CHECK (length(public) = 32)
) STRICT;
CREATE TABLE counters (
    origin TEXT NOT NULL,
    series TEXT NOT NULL,
    value INTEGER NOT NULL CHECK (value > 0),
    PRIMARY KEY (origin, series)
) STRICT;
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    clerk TEXT NOT NULL,
    window TEXT NOT NULL,
    body BLOB NOT NULL,
    field TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX drafts_by_clerk ON drafts (clerk, updated_at);
CREATE TABLE catalogues (
    version TEXT PRIMARY KEY,
    in_force_on TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL,
    file BLOB NOT NULL
) STRICT;
"""

PROJECTIONS = """
CREATE TABLE cases (
    no INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL UNIQUE,
    case_number TEXT NOT NULL UNIQUE,
    number_key TEXT NOT NULL,
    item_code TEXT NOT NULL,
    item_name TEXT NOT NULL,
    applicant_name TEXT NOT NULL,
    applicant_kind TEXT NOT NULL,
    id_kind TEXT NOT NULL,
    id_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    state TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    window TEXT NOT NULL,
    clerk TEXT NOT NULL,
    received_on TEXT NOT NULL,
    accepted_on TEXT,
    due_on TEXT,
    ended_on TEXT,
    yellow_days INTEGER NOT NULL,
    role TEXT NOT NULL,
    year INTEGER NOT NULL,
    catalogue_version TEXT NOT NULL,
    is_practice INTEGER NOT NULL CHECK (is_practice IN (0, 1)),
    last_at INTEGER NOT NULL,
    last_origin TEXT NOT NULL,
    last_seq INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX cases_by_number_key ON cases (number_key);
CREATE INDEX cases_by_id_number ON cases (id_number);
CREATE INDEX cases_by_phone ON cases (phone);
CREATE INDEX cases_by_day ON cases (received_on, no);
CREATE INDEX cases_open_by_due ON cases (due_on, no) WHERE is_open = 1;

CREATE TABLE case_materials (
    case_no INTEGER NOT NULL,
    place INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    due_on TEXT,
    PRIMARY KEY (case_no, place)
) STRICT;

CREATE TABLE people (
    id_kind TEXT NOT NULL,
    id_number TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    legal_representative TEXT NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (id_kind, id_number)
) STRICT;
CREATE INDEX people_by_name ON people (name_key);

CREATE TABLE tasks (
    case_no INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    due_on TEXT NOT NULL,
    clerk TEXT NOT NULL,
    window TEXT NOT NULL,
    PRIMARY KEY (case_no, kind, subject)
) STRICT;
CREATE INDEX tasks_by_due ON tasks (due_on, case_no);

CREATE TABLE papers (
    number TEXT PRIMARY KEY,
    case_id TEXT,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    code TEXT NOT NULL,
    template INTEGER NOT NULL,
    at INTEGER NOT NULL,
    clerk TEXT NOT NULL,
    is_waiting INTEGER NOT NULL CHECK (is_waiting IN (0, 1)),
    issued BLOB NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE INDEX papers_by_case ON papers (case_id);
CREATE INDEX papers_waiting ON papers (at) WHERE is_waiting = 1;

CREATE TABLE prints (
    number TEXT NOT NULL,
    sheet_no INTEGER NOT NULL,
    state TEXT NOT NULL,
    device TEXT NOT NULL,
    reason TEXT NOT NULL,
    problem TEXT NOT NULL,
    pdf_sha256 TEXT NOT NULL,
    queued_at INTEGER NOT NULL,
    origin TEXT NOT NULL,
    clerk TEXT NOT NULL,
    PRIMARY KEY (number, sheet_no)
) STRICT;
CREATE INDEX prints_by_time ON prints (queued_at);
CREATE INDEX prints_unconfirmed ON prints (origin) WHERE state <> 'confirmed';

CREATE TABLE item_use (
    window TEXT NOT NULL,
    item_code TEXT NOT NULL,
    uses INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (window, item_code)
) STRICT;

CREATE VIRTUAL TABLE case_search USING fts5 (
    case_no, item_name, name, initials, id_no, phone, tails, facets,
    content='', contentless_delete=1, tokenize='unicode61', prefix='2 3 4'
);
"""

STEPS: tuple[tuple[str, str], ...] = (
    ("0001_one_case_from_the_door_to_the_paper", LEDGER + KEPT_BESIDE_THE_LEDGER + PROJECTIONS),
    ("0002_the_way_to_the_city", SYNC + SERVICE + PLEDGE + BUNDLE),
)

# What `rebuild` computes again from the ledger, in the order in which the tables are emptied.
PROJECTION_TABLES = (
    "cases",
    "case_materials",
    "people",
    "tasks",
    "papers",
    "prints",
    "item_use",
    "case_search",
    "city_answers",
    "case_conflicts",
    "ratings",
    "pledges",
    "credit_records",
    "difficulties",
    "bundle_items",
)
