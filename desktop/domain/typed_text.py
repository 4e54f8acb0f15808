"""What a clerk types or pastes into a code field, brought to plain ASCII.

Input methods leave full-width digits and letters, long dashes and wide blanks; copies from web pages and PDF carry
invisible characters. Codes are compared and checked after this, never before. Names are not codes: see names.py.
"""

import re
import unicodedata

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE63, 0x30FC), "-")
_UPPER = {code: code - 32 for code in range(ord("a"), ord("z") + 1)}  # str.upper also makes ASCII of ı and ſ
_INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}


def plain_code(text: str) -> str:
    """The text in upper-case ASCII where it has such a form, without blanks and invisible characters.

    Long dashes become "-"; everything else that is not ASCII stays, so that the caller's rule refuses it. Superscripts
    and circled digits are left alone on purpose: they are not digits that anybody meant.
    """
    visible = (char for char in text.translate(_FULL_WIDTH) if unicodedata.category(char) not in _INVISIBLE)
    return "".join(visible).translate(_DASHES).translate(_UPPER)


def undashed_code(text: str) -> str:
    """plain_code without any "-": for codes whose groups have fixed lengths."""
    return plain_code(text).replace("-", "")


def is_digits(text: str) -> bool:
    """True if the text is one or more of the ASCII digits 0-9; str.isdigit also takes ² and ٣."""
    return re.fullmatch(r"[0-9]+", text) is not None
