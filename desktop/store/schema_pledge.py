"""Tables of the second step: pledges with their day to be verified, and the local credit record. See store.schema."""

PLEDGE = """
CREATE TABLE pledges (
    case_no INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    taken_on TEXT NOT NULL,
    verify_by TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (case_no, code)
) STRICT;
CREATE INDEX pledges_by_day ON pledges (taken_on, case_no);

CREATE TABLE credit_records (
    case_no INTEGER PRIMARY KEY,
    id_kind TEXT NOT NULL,
    id_number TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    until TEXT,
    basis TEXT NOT NULL,
    repaired_on TEXT
) STRICT;
CREATE INDEX credit_records_by_number ON credit_records (id_number, id_kind);
"""
