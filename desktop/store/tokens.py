"""Text as the search table holds it: one token per character, so that any part of a name is a phrase.

What a clerk types reaches the query language only through `phrase`, which builds it from these tokens.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from itertools import islice, product
from typing import Any

from desktop.domain.names import match_key

# Two names in one row stand apart, so that no phrase reaches from one into the other.
APART = "u0"

MOST_READINGS = 16
_NOT_IN_CODE = re.compile(r"[^0-9A-Z]+")
_TAILS_OF_NUMBER = (4, 6)
_TAILS_OF_PHONE = (4, 8)


def characters(text: str) -> list[str]:
    """The tokens of a name or title, in order. Punctuation and blanks are left out.

    The tokenizer knows Unicode 6.1 and would take newer characters for punctuation: 𬭳 is one of them, and stands in
    real names. So every character outside the basic Chinese block goes in by its number.
    """
    return [_token(character) for character in match_key(text) if _is_kept(character)]


def phrase(tokens: Iterable[str], *, is_prefix: bool = False) -> str:
    """A phrase of the search table's query language; `is_prefix` lets the last token go on."""
    return '"' + " ".join(tokens) + '"' + ("*" if is_prefix else "")


def spaced(*names: str) -> str:
    """Names as one text of the search table."""
    return f" {APART} ".join(" ".join(characters(name)) for name in names if name)


def code_key(code: str) -> str:
    """A number or code without what people leave out or add: letters and digits alone, upper case."""
    return _NOT_IN_CODE.sub("", unicodedata.normalize("NFKC", code).upper())


def tails(*, numbers: Iterable[str], phones: Iterable[str], case_number: str) -> str:
    """Ends by which people are looked up: 4 and 6 of an id number, 4 and 8 of a phone, 4 and 6 of a case number."""
    ends = {code_key(number)[-size:] for number in (*numbers, case_number) for size in _TAILS_OF_NUMBER}
    ends |= {code_key(phone)[-size:] for phone in phones for size in _TAILS_OF_PHONE}
    return " ".join(sorted(end for end in ends if end))


def facet(kind: str, value: object) -> str:
    """One token for a filter; values may hold anything."""
    return kind + "".join(c if c.isascii() and c.isalnum() else f"u{ord(c):x}" for c in str(value))


def initials(*names: str) -> str:
    """Pinyin initials of each name, every reading of each character: 单雄信 is dxx, cxx and sxx, among others.

    The dictionary takes 150 ms and 60 MB when first asked: only writing needs it.
    """
    found: dict[str, None] = {}
    for name in names:
        letters = [_letters(character) for character in name if _is_kept(character)]
        # Backwards, so that the readings of the surname come first: it is the surname that is read otherwise in names.
        readings = product(*(choices for choices in reversed(letters) if choices))
        found |= dict.fromkeys("".join(reversed(reading)) for reading in islice(readings, MOST_READINGS))
    # The first letter by itself is found at once; as a prefix it would have to be merged from a tenth of all words.
    found |= dict.fromkeys(reading[:1] for reading in found)
    return " ".join(reading for reading in found if reading)


@lru_cache(maxsize=20_000)
def _letters(character: str) -> tuple[str, ...]:
    if character.isascii():
        return (character.lower(),)
    pinyin: Any = import_module("pypinyin")
    readings = pinyin.pinyin(
        character,
        style=pinyin.Style.FIRST_LETTER,
        heteronym=True,
        errors="ignore",
    )
    return tuple(dict.fromkeys(letter for choices in readings for letter in choices if letter))


def _token(character: str) -> str:
    if "\u4e00" <= character <= "\u9fa5" or (character.isascii() and character.isalnum()):
        return character.lower()
    return f"u{ord(character):x}"


def _is_kept(character: str) -> bool:
    # Co: a character of the private-use area may be a rare name character in an old encoding.
    return unicodedata.category(character)[0] in "LN" or unicodedata.category(character) in ("Co", "Cn")
