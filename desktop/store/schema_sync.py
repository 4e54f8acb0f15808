"""The tables of the second step: what waits for the city, what it has said, scanned pages. See desktop.store.schema."""

SYNC = """
CREATE TABLE segments (
    origin TEXT NOT NULL,
    first_seq INTEGER NOT NULL CHECK (first_seq > 0),
    last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq),
    name TEXT NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    made_at INTEGER NOT NULL,
    is_carried INTEGER NOT NULL DEFAULT 0 CHECK (is_carried IN (0, 1)),
    stored_at INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    next_try_at INTEGER,
    problem TEXT NOT NULL DEFAULT '',
    problem_fields BLOB NOT NULL DEFAULT x'7B7D',
    PRIMARY KEY (origin, first_seq)
) STRICT;
CREATE TABLE acknowledged (
    origin TEXT PRIMARY KEY,
    seq INTEGER NOT NULL CHECK (seq >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE city_files (
    name TEXT PRIMARY KEY,
    tag TEXT NOT NULL,
    body BLOB NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;
CREATE TABLE scans (
    sha256 TEXT PRIMARY KEY,
    media TEXT NOT NULL,
    size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
    width_px INTEGER NOT NULL,
    height_px INTEGER NOT NULL,
    dpi INTEGER NOT NULL,
    has_original INTEGER NOT NULL CHECK (has_original IN (0, 1)),
    original TEXT NOT NULL DEFAULT '',
    original_page INTEGER NOT NULL DEFAULT 0,
    turned INTEGER NOT NULL DEFAULT 0,
    kept_at INTEGER NOT NULL
) STRICT;
CREATE INDEX scans_by_original ON scans (original) WHERE has_original = 1;
CREATE TABLE draft_scans (
    case_id TEXT NOT NULL,
    material_code TEXT NOT NULL,
    place INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (case_id, material_code, place)
) STRICT;
CREATE TABLE scan_sending (
    origin TEXT NOT NULL,
    seq INTEGER NOT NULL,
    case_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    size_bytes INTEGER NOT NULL,
    sent_bytes INTEGER NOT NULL DEFAULT 0 CHECK (sent_bytes BETWEEN 0 AND size_bytes),
    stored_at INTEGER,
    acknowledged_at INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    next_try_at INTEGER,
    problem TEXT NOT NULL DEFAULT '',
    problem_fields BLOB NOT NULL DEFAULT x'7B7D',
    PRIMARY KEY (origin, seq)
) STRICT;
CREATE INDEX scan_sending_waiting ON scan_sending (origin, seq) WHERE acknowledged_at IS NULL;
CREATE TABLE sent_bytes (
    day TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT;

ALTER TABLE people ADD COLUMN name_by TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN phone_by TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN address_by TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN legal_representative_by TEXT NOT NULL DEFAULT '';

CREATE TABLE city_answers (
    origin TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    case_id TEXT,
    at INTEGER NOT NULL,
    office TEXT NOT NULL,
    text TEXT NOT NULL,
    field TEXT NOT NULL,
    due_on TEXT,
    entry_origin TEXT NOT NULL,
    entry_seq INTEGER NOT NULL,
    is_settled INTEGER NOT NULL CHECK (is_settled IN (0, 1)),
    is_for_lead INTEGER NOT NULL CHECK (is_for_lead IN (0, 1)),
    PRIMARY KEY (origin, seq)
) STRICT;
CREATE INDEX city_answers_by_case ON city_answers (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX city_answers_open ON city_answers (at) WHERE is_settled = 0;

CREATE TABLE case_conflicts (
    case_id TEXT PRIMARY KEY,
    first_at INTEGER NOT NULL,
    windows TEXT NOT NULL
) STRICT;
"""
