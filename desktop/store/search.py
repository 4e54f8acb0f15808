"""Search on every key stroke: from what was typed to the newest cases that match.

All kinds of query go through one full-text table whose row number is the case's `no`, so newest first costs nothing.
Only numbers of more than four digits that are still being typed look into the B-trees of the case, id and phone
numbers, because a long prefix that nearly every number shares (the county's six digits) is the one thing the text
table is slow at.
"""

import re
from dataclasses import dataclass

from desktop.ports import Bundles, Filters
from desktop.store.sqlcipher import Database
from desktop.store.tokens import characters, code_key, facet, phrase

# The prefix index of the table serves this many digits.
_SHORT = 4
# A prefix that so many numbers share says nothing yet; more are not looked at while the clerk goes on typing.
_RANGE_LIMIT = 200
# A mobile number; whatever is longer in digits alone is a number as well.
_WHOLE_NUMBER = 11
COUNTED_AT_MOST = 1000

_WORD = re.compile(r"[0-9A-Za-z-]+|[^\s0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, taken apart. `match` is text of the table's query language, empty for everything;
    `number` is a number or code that may go on, to be looked up in the B-trees as well.
    """

    match: str
    number: str = ""


def parse_query(text: str) -> Query:
    """Take apart what was typed: Chinese is part of a name or item, digits are of a number, letters are pinyin
    initials.

    Several words must all match. No character that was typed is ever part of the query language.
    """
    words = [word for word in _WORD.findall(_joined(text)) if _says_something(word)]
    parts = [_part(word) for word in words]
    single = code_key(words[0]) if len(words) == 1 else ""
    number = single if len(single) > _SHORT and any(c.isdigit() for c in single) else ""
    return Query(" AND ".join(f"({part})" for part in parts), number)


def _says_something(word: str) -> bool:
    """One digit begins nearly every number: it narrows nothing, and would be slow to look up."""
    code = code_key(word)
    return len(code) > 1 or not code.isdigit() if code else bool(characters(word))


def _joined(text: str) -> str:
    """A phone or id number that was typed or pasted in groups is one number."""
    digits = re.sub(r"[\s-]", "", text)
    return digits if len(digits) >= _WHOLE_NUMBER and re.fullmatch(r"\d+[Xx]?", digits) else text


def facets_match(filters: Filters) -> str:
    """The filters in the table's query language; empty if there are none."""
    groups = [
        sorted(facet("s", state) for state in filters.states),
        sorted(facet("w", window) for window in filters.windows),
        sorted(facet("i", code) for code in filters.item_codes),
        sorted(facet("y", year) for year in filters.years),
        [] if filters.is_open is None else [facet("o", int(filters.is_open))],
    ]
    return " AND ".join("(" + " OR ".join(f"facets:{phrase([t])}" for t in group) + ")" for group in groups if group)


def search(db: Database, text: str, filters: Filters, *, limit: int, before_no: int | None) -> list[int]:
    """Row numbers (`no`) of the matching cases, newest first, at most `limit`, all below `before_no` where given."""
    sql, values = _numbers_sql(parse_query(text), filters)
    values |= {"limit": limit, "before": before_no if before_no is not None else 2**62}
    return [int(row[0]) for row in db.execute(sql, values)]


def count(db: Database, text: str, filters: Filters) -> int:
    """How many cases match, counted up to 1000: a list says 1000+ from there on."""
    sql, values = _numbers_sql(parse_query(text), filters)
    values |= {"limit": COUNTED_AT_MOST, "before": 2**62}
    return int(db.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0])  # noqa: S608 (our own text)


_NEWEST = "SELECT no FROM cases WHERE no < :before {bundles} ORDER BY no DESC LIMIT :limit"

_BY_TEXT = """
SELECT rowid AS no FROM case_search WHERE case_search MATCH :match AND rowid < :before {bundles}
ORDER BY rowid DESC LIMIT :limit
"""

_BY_NUMBER_TOO = f"""
SELECT no FROM (
    SELECT no FROM ({_BY_TEXT.format(bundles="{by_text}")})
    UNION SELECT no FROM (SELECT no FROM cases WHERE number_key >= :low AND number_key < :high LIMIT {_RANGE_LIMIT})
    UNION SELECT no FROM (SELECT no FROM cases WHERE id_number >= :low AND id_number < :high LIMIT {_RANGE_LIMIT})
    UNION SELECT no FROM (SELECT no FROM cases WHERE phone >= :low AND phone < :high LIMIT {_RANGE_LIMIT})
) AS matching WHERE no < :before {{facets}} {{bundles}} ORDER BY no DESC LIMIT :limit
"""  # noqa: S608 (our own text)

# One line for a 一件事: a row is left out where it is an item of a whole that is found as well.
_ITEM_OF_FOUND = """AND NOT EXISTS (
    SELECT 1 FROM bundle_items b JOIN cases w ON w.case_id = b.whole_id WHERE b.case_no = {row} AND {found}
)"""
_IS_WHOLE = "AND NOT EXISTS (SELECT 1 FROM cases w WHERE w.no = {row} AND w.role = 'bundle')"

_BY_MATCH = "w.no IN (SELECT rowid FROM case_search WHERE case_search MATCH {match} AND rowid = w.no)"
_BY_NUMBER = """(w.number_key >= :low AND w.number_key < :high) OR (w.id_number >= :low AND w.id_number < :high)
    OR (w.phone >= :low AND w.phone < :high)"""

_AND_FACETS = "AND no IN (SELECT rowid FROM case_search WHERE case_search MATCH :facets AND rowid = no)"


def _numbers_sql(query: Query, filters: Filters) -> tuple[str, dict[str, object]]:
    facets = facets_match(filters)
    match = " AND ".join(part for part in (query.match, facets) if part)
    if not match:
        return _NEWEST.format(bundles=_bundles(filters, "cases.no", "1")), {}
    by_match = _BY_MATCH.format(match=":match")
    by_text = _bundles(filters, "case_search.rowid", by_match)
    if not query.number:
        return _BY_TEXT.format(bundles=by_text), {"match": match}
    values: dict[str, object] = {"match": match, "low": query.number, "high": query.number + "\x7f", "facets": facets}
    by_number = f"({_BY_NUMBER}) AND {_BY_MATCH.format(match=':facets')}" if facets else _BY_NUMBER
    bundles = _bundles(filters, "matching.no", f"({by_match} OR {by_number})")
    return _BY_NUMBER_TOO.format(facets=_AND_FACETS if facets else "", by_text=by_text, bundles=bundles), values


def _bundles(filters: Filters, row: str, found: str) -> str:
    """The condition on a row by how bundles are listed; `found` says of the whole `w` that the search finds it too."""
    if filters.bundles is Bundles.AS_ONE:
        return _ITEM_OF_FOUND.format(row=row, found=found)
    return _IS_WHOLE.format(row=row) if filters.bundles is Bundles.BY_ITEM else ""


def _part(word: str) -> str:
    code = code_key(word)
    if not code:
        tokens = phrase(characters(word))
        return f"{{name item_name}} : {tokens}"
    if any(c.isdigit() for c in code):
        is_short = len(code) <= _SHORT
        return f"tails : {phrase([code])} OR {{case_no id_no phone}} : {phrase([code], is_prefix=is_short)}"
    letters = code.lower()
    is_prefix = len(letters) > 1
    return f"initials : {phrase([letters], is_prefix=is_prefix)} OR {{name item_name}} : {phrase(list(letters))}"
