"""Cases on the green channel or of a pilot item go before others of the same day (M24)."""

_BODY = "CAST({case}.body AS TEXT)"

GOES_FIRST = f"""({_BODY} ->> '$.green' IS NOT NULL OR {_BODY} ->> '$.item.is_green' IS NOT NULL
    OR {_BODY} ->> '$.item.is_pilot' IS NOT NULL)"""
"""1 for such a case; fill `case` with its name in the query. Ask it of few rows: it reads into the case."""

NEXT_DUE = f"""WHERE no IN (
    SELECT no FROM cases WHERE is_open = 1 AND due_on IS NOT NULL ORDER BY due_on, no LIMIT :limit
) ORDER BY due_on, {GOES_FIRST.format(case="cases")} DESC, no"""  # noqa: S608 (our own text)
"""Behind a SELECT of cases: at most `limit` open ones that are due, the nearest first."""
