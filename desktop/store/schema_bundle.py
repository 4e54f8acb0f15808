"""A table of the second step: which cases are items of a 一件事, so that a list shows it as one. See store.schema."""

BUNDLE = """
CREATE TABLE bundle_items (
    case_no INTEGER PRIMARY KEY,
    whole_id TEXT NOT NULL
) STRICT;
"""
