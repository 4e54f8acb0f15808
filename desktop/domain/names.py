"""Name 姓名: how names are cleaned, what may stand in them, and the form in which two of them are compared.

What was typed is kept for display and print, rare characters and all; only `match_key` changes characters. Lengths are
counted in characters: those of plane 2 are one character, though two UTF-16 units and four bytes of GB 18030.
"""

import re
import unicodedata
from dataclasses import dataclass

from desktop.domain.errors import InvalidInput
from desktop.domain.free_text import clean_text
from desktop.domain.private_use import with_standard_characters

LONGEST_NAME = 60
LONGEST_ORGANISATION_NAME = 100
NAME_DOT = "·"  # U+00B7, the dot of GB/T 15834 between the parts of a minority or foreign name

_HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8ff\uf900-\ufaff\U00020000-\U0003ffff"
# Middle dots of other keyboards and code pages: bullet, katakana, full-width stop, hyphenation point, operators, Greek.
_DOTS = "·.\u2022\u30fb\uff0e\u2027\u2219\u22c5\uff65\u0387"
# The ASCII full stop counts as a dot between Han characters only: "J. Smith" keeps its own.
_DOT_IN_HAN = re.compile(f"(?<=[{_HAN}]) ?[{re.escape(_DOTS)}] ?(?=[{_HAN}])")
_DROPPED_IN_KEY = re.compile(f"[ '’{re.escape(_DOTS)}\ufe00-\ufe0f\U000e0100-\U000e01ef-]")
_PERSON_SIGNS = frozenset(" ·.'’-")
_ORGANISATION_SIGNS = frozenset(" ·.'’-、，,（）()《》“”\"&/+－—№#：:")


def clean_name(text: str) -> str:
    """The name without what cannot be seen, and with one form for blanks and for the dot between parts.

    Control, bidi and zero-width characters and half surrogates go; line breaks, tabs and wide blanks become one blank;
    outer blanks go; • ・ ． and their like between Han characters become "·". No other character is changed.
    """
    return _DOT_IN_HAN.sub(NAME_DOT, clean_text(text))


def match_key(name: str) -> str:
    """The form in which names are searched and compared; never shown, never printed.

    One person's name comes in several codings: U+E863 from an old system is U+4DAE, a copy from a PDF may hold a Kangxi
    radical, a passport has full-width or small letters. All of these give the same key: private-use characters of
    GB 18030 become their standard ones, compatibility forms are folded (NFKC), case is folded, and blanks, dots,
    hyphens, apostrophes and variation selectors are dropped. Traditional and simplified forms stay different: they may
    be different people.
    """
    folded = unicodedata.normalize("NFKC", with_standard_characters(clean_name(name))).casefold()
    return unicodedata.normalize("NFKC", _DROPPED_IN_KEY.sub("", folded))


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name 姓名, cleaned, otherwise as typed."""

    text: str

    @classmethod
    def parse(cls, text: str) -> "Name":
        """The name as typed, pasted or read from a card.

        Letters of any script, rare and private-use characters, the dot, blank, hyphen, apostrophe and full stop may
        stand in it. Digits, markup and emoji may not, and neither may □, ? or �, which other systems put for a
        character they lost: the clerk has to look at the card.

        Raises:
            InvalidInput: field name; name_empty, name_too_long (over 60 characters), name_characters with `characters`,
                the offending ones in order.
        """
        return cls(_checked(text, signs=_PERSON_SIGNS, digits=False, longest=LONGEST_NAME, field="name"))

    @property
    def key(self) -> str:
        """match_key of this name."""
        return match_key(self.text)


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """Name of an organisation 单位名称; digits, brackets and common marks may stand in it."""

    text: str

    @classmethod
    def parse(cls, text: str) -> "OrganisationName":
        """The name as typed or pasted.

        Raises:
            InvalidInput: field organisation; name_empty, name_too_long (over 100 characters), name_characters.
        """
        longest = LONGEST_ORGANISATION_NAME
        return cls(_checked(text, signs=_ORGANISATION_SIGNS, digits=True, longest=longest, field="organisation"))

    @property
    def key(self) -> str:
        """match_key of this name."""
        return match_key(self.text)


def _checked(text: str, *, signs: frozenset[str], digits: bool, longest: int, field: str) -> str:
    name = clean_name(text)
    wrong = [char for char in name if not (_is_letter(char) or char in signs or (digits and char.isdecimal()))]
    if wrong:
        raise InvalidInput("name_characters", field=field, characters="".join(dict.fromkeys(wrong)))
    if not any(_is_letter(char) for char in name):
        raise InvalidInput("name_empty", field=field)
    if len(name) > longest:
        raise InvalidInput("name_too_long", field=field, length=len(name), most=longest)
    return name


def _is_letter(char: str) -> bool:
    # 〇 is a number letter, Kangxi radicals and ideographic descriptions are symbols, and Python's tables do not know
    # the newest extensions of planes 2 and 3: all of them stand in real names.
    if re.match(f"[{_HAN}\u2ff0-\u2fff]", char):
        return True
    return unicodedata.category(char)[0] in "LM" and char not in "\u115f\u1160\u3164\uffa0"  # these are blank letters
