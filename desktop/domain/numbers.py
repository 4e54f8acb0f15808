"""CaseNumber 办件编号 and DocumentNumber 文号: numbers that two offline PCs can never share.

A number is fixed when it is printed and never changed, so it must be unique without asking anybody. It is, because it
names the installation that made it: every installation, reinstalled PC and restored backup is a new *origin* with a
random id, and the tag in the number is drawn from that id. Within an origin the serial only ever counts up: it is the
one behind the highest in that origin's ledger and does not look at the day, so a clock set back repeats none.

What the numbers look like is our own choice; no national rule for 办件编号 binds the client, and the city's number is
kept beside it.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from stdnum.iso7064 import mod_37_2

from desktop.domain.errors import InvalidInput
from desktop.domain.typed_text import plain_code

# 31 characters as in GB 32100-2015: no I O S V Z, which are read as 1 0 5 U 2.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
TAG_LENGTH = 6
PRACTICE_MARK = "练"
PRACTICE_ORIGIN = "LX"
"""Stands before the hall in the name of an origin of practice: no hall's code has a letter, so none is taken for it."""

_MISREAD = str.maketrans("IOSVZ", "105U2")
# A practice number is checked as if this stood before it, so it does not become a real one when its mark is cut off.
_PRACTICE_LETTER = "X"
_TOWNSHIP = "(?!00)[0-9]{6}(?!000)[0-9]{3}"
_FORM = re.compile(
    rf"(?P<mark>[练X]?)(?P<division>{_TOWNSHIP})(?P<window>[0-9]{{2}})"
    rf"(?P<tag>[{ALPHABET}]{{{TAG_LENGTH}}})(?P<day>[0-9]{{8}})(?P<serial>[0-9]{{4,9}})(?P<check>[{ALPHABET}])"
)


def tag_of(origin: str) -> str:
    """The six characters that stand for an installation in its numbers, drawn from its random origin id.

    31^6 is 887 503 681. Two numbers can only meet if window, day and serial are the same too, so only installations
    that were set up with the same window of the same office count. Ten of them in the life of a window (reinstalled,
    restored, set up twice by mistake) make 45 pairs: 1 in 19 700 000 that any two share a tag. For all of Guangxi
    (1 284 townships with five such windows each) it is 1 in 3 000, and even then both would have to use the same serial
    on the same day.

    Raises:
        ValueError: the origin is empty.
    """
    if not origin:
        raise ValueError("an origin has an id")
    left = int.from_bytes(hashlib.sha256(f"tag:{origin}".encode()).digest())
    tag = ""
    for _ in range(TAG_LENGTH):
        left, place = divmod(left, len(ALPHABET))
        tag += ALPHABET[place]
    return tag


def is_practice_origin(origin: str) -> bool:
    """Whether an origin writes made-up cases: nothing of it ever comes into a real ledger."""
    return origin.startswith(PRACTICE_ORIGIN)


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """CaseNumber 办件编号: `451002103-02-K7QXM4-20261123-0001-W`.

    Division (9 digits) - window (2) - tag of the installation - day of receipt - serial (4 digits or more) - check
    character. The check finds every wrong character and every two swapped neighbours.
    """

    division: str
    window: str
    tag: str
    day: date
    serial: int
    practice: bool = False

    def __post_init__(self) -> None:
        township = re.fullmatch(_TOWNSHIP, self.division)
        if not (township and _is_place(self.window, self.tag) and 1 <= self.serial <= 999_999_999):
            raise InvalidInput("case_number_form", field="case_number")

    @classmethod
    def parse(cls, text: str) -> "CaseNumber":
        """The number as typed, read aloud, scanned or pasted.

        Case, blanks, dashes and full-width characters do not matter, and I O S V Z are read as what they were mistaken
        for. A practice number comes back as one (`practice`); it never reads as a real number.

        Raises:
            InvalidInput: field case_number; case_number_form (it is not built like one), case_number_check (a character
                is wrong or two are swapped).
        """
        found = _FORM.fullmatch(plain_code(text).replace("-", "").translate(_MISREAD))
        if found is None or (len(found["serial"]) > 4 and found["serial"].startswith("0")):
            raise InvalidInput("case_number_form", field="case_number")
        if found["check"] != _check_character(found[0][len(found["mark"]) : -1], practice=bool(found["mark"])):
            raise InvalidInput("case_number_check", field="case_number")
        try:
            day = date(int(found["day"][:4]), int(found["day"][4:6]), int(found["day"][6:]))
        except ValueError:
            raise InvalidInput("case_number_form", field="case_number") from None
        return cls(found["division"], found["window"], found["tag"], day, int(found["serial"]), bool(found["mark"]))

    @property
    def text(self) -> str:
        """For people: in groups, as printed and shown; practice numbers begin with 练."""
        mark = f"{PRACTICE_MARK}-" if self.practice else ""
        return mark + "-".join((*self._groups, self.check))

    @property
    def compact(self) -> str:
        """For barcodes and file names: ASCII without dashes; practice numbers begin with X."""
        return (_PRACTICE_LETTER if self.practice else "") + "".join(self._groups) + self.check

    @property
    def check(self) -> str:
        """The last character."""
        return _check_character("".join(self._groups), practice=self.practice)

    @property
    def _groups(self) -> tuple[str, ...]:
        return self.division, self.window, self.tag, f"{self.day:%Y%m%d}", f"{self.serial:04}"

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: "CaseNumber") -> bool:
        """By serial within an installation, whatever its clock said; numbers of different ones by office and window."""
        return self._order < other._order

    @property
    def _order(self) -> tuple[bool, str, str, str, int, date]:
        return self.practice, self.division, self.window, self.tag, self.serial, self.day


def _is_place(window: str, tag: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{2}", window) and re.fullmatch(f"[{ALPHABET}]{{{TAG_LENGTH}}}", tag))


def _check_character(body: str, *, practice: bool) -> str:
    # The pure system of ISO 7064 with modulus 31, a prime: a changed place weighs 2^k times its change and
    # swapped neighbours 2^k times their difference, and neither is ever 0. MOD 37,2 itself would use *, I and O.
    marked = _PRACTICE_LETTER + body if practice else body
    return str(mod_37_2.calc_check_digit(marked, alphabet=ALPHABET))


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """DocumentNumber 文号 of a paper: `阳圩受字〔2026〕02-K7QXM4-0013号`.

    Short name of the office, mark of the kind of paper (收, 受, 补, 拒 …), year, window, tag of the installation,
    serial. The serial is the next one of this origin, kind and year in the ledger; the tag keeps PCs apart that do not
    know each other.
    """

    office_short: str
    kind_mark: str
    year: int
    window: str
    tag: str
    serial: int
    practice: bool = False

    def __post_init__(self) -> None:
        words = can_number_papers(self.office_short)
        mark = re.fullmatch(r"[\u4e00-\u9fff]{1,4}", self.kind_mark)
        counts = self.serial >= 1 and 2000 <= self.year <= 9999
        if not (words and mark and _is_place(self.window, self.tag) and counts):
            raise InvalidInput("document_number_form", field="document_number")

    @property
    def text(self) -> str:
        """As printed in the head of the paper; practice papers begin with 练."""
        mark = PRACTICE_MARK if self.practice else ""
        place = f"{self.window}-{self.tag}-{self.serial:04}"
        return f"{mark}{self.office_short}{self.kind_mark}字〔{self.year}〕{place}号"

    def __str__(self) -> str:
        return self.text


def can_number_papers(office_short: str) -> bool:
    """Whether a short name can stand in paper numbers: 1 to 8 Chinese characters."""
    return re.fullmatch(r"[\u3400-\u9fff\U00020000-\U0003ffff]{1,8}", office_short) is not None


def paper_number(
    office_short: str, kind_mark: str, *, year: int, window: str, tag: str, serial: int, practice: bool = False
) -> str:
    """The text of a DocumentNumber.

    Raises:
        InvalidInput: document_number_form; the office's short name and the mark are Chinese words.
    """
    return DocumentNumber(office_short, kind_mark, year, window, tag, serial, practice).text
