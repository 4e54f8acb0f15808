"""Conclusions that were taken back, for whoever counts entries of the ledger: what was undone did not happen."""

NOT_UNDONE = """NOT EXISTS (SELECT 1 FROM ledger u WHERE u.case_id = {line}.case_id AND +u.kind = 'ConclusionUndone'
    AND CAST(u.body AS TEXT) ->> '$.entry_origin' = {line}.origin
    AND CAST(u.body AS TEXT) ->> '$.entry_seq' = {line}.seq)"""
"""A condition on a line of the ledger; fill `line` with its name in the query. The + sends it to the few lines of the
case instead of all that were ever taken back."""

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
