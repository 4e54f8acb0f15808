"""Tables of the second step: what citizens said of the service, what could not be done. See desktop.store.schema."""

SERVICE = """
CREATE TABLE ratings (
    case_no INTEGER NOT NULL,
    stage TEXT NOT NULL,
    level TEXT NOT NULL,
    channel TEXT NOT NULL,
    rater TEXT NOT NULL,
    rated_on TEXT NOT NULL,
    options TEXT NOT NULL,
    served_by TEXT NOT NULL,
    window TEXT NOT NULL,
    follow_up_by TEXT,
    settled_on TEXT,
    verdict TEXT NOT NULL,
    PRIMARY KEY (case_no, stage)
) STRICT;
CREATE INDEX ratings_by_day ON ratings (rated_on, case_no);

CREATE TABLE difficulties (
    number TEXT PRIMARY KEY,
    reported_at INTEGER NOT NULL,
    clerk TEXT NOT NULL,
    window TEXT NOT NULL,
    item_code TEXT NOT NULL,
    reported_on TEXT NOT NULL,
    state TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    with_whom TEXT NOT NULL,
    due_on TEXT,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX difficulties_by_day ON difficulties (reported_on);
CREATE INDEX difficulties_open ON difficulties (due_on) WHERE is_open = 1;
"""
