"""Entries that do not hold, for whoever counts entries of the ledger: what was undone or set aside did not happen."""

HOLDS = """({line}.origin, {line}.seq) NOT IN (
    SELECT CAST(u.body AS TEXT) ->> '$.entry_origin', CAST(u.body AS TEXT) ->> '$.entry_seq'
    FROM ledger u WHERE u.kind = 'ConclusionUndone'
    UNION ALL SELECT s.value ->> '$.origin', s.value ->> '$.seq'
    FROM ledger u CROSS JOIN cases k ON k.case_id = u.case_id
        CROSS JOIN json_each(CAST(k.body AS TEXT), '$.set_aside') s WHERE u.kind = 'ConflictSettled')"""
"""A condition on a line of the ledger: neither taken back nor set aside by whoever settled a conflict of two windows.

Fill `line` with its name in the query. The list is short, hangs on no line, and so is read once for the whole query.
"""

UNDONE_BY_KIND = """
SELECT CAST(body AS TEXT) ->> '$.entry_origin', CAST(body AS TEXT) ->> '$.concluded', count(*) FROM ledger
WHERE kind = 'ConclusionUndone' AND at >= :start AND at < :end GROUP BY 1, 2
"""
"""How many of each kind were taken back in a day: always on the very day on which they were written."""

IN_FORCE_BY_STATE = """
SELECT coalesce(sum(1 - is_waiting), 0), coalesce(sum(is_waiting), 0) FROM papers
WHERE issued_on = :day AND CAST(content AS TEXT) ->> '$.head.window' = :window
    AND CAST(issued AS TEXT) ->> '$.is_void' IS NULL AND NOT (CAST(issued AS TEXT) ->> '$.replaced_by' IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM prints s WHERE s.number = papers.number AND s.state = 'confirmed'))
"""
"""Papers of a day: out, and waiting. What nobody printed and nobody will, void or replaced before, is neither."""
