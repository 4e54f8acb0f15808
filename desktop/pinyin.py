"""Pinyin initials for search. Importing the dictionary costs 150 ms and 60 MB, so it is done at the first call, in a
worker, and never at start.
"""

from functools import lru_cache


@lru_cache(maxsize=4096)
def initials(text: str) -> str:
    """First letters of the usual reading, small: 临时救助 → lsjz. What is no Chinese character stays, letters small."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).lower()
