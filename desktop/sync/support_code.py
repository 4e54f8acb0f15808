"""What a clerk reads over the telephone: state, problem and rough counts in twelve characters, and nothing of anybody.

    54 bits, the highest first: 3 format · 3 state · 6 problem · 4 entries · 4 scans · 4 refused · 5 days since the last
    receipt · 1 whether the city was reached and knows the key · 1 whether this PC goes on as a new origin · 4 + 8 + 8
    version of the program · 3 pause

Counts are given by their number of binary digits, so 14 means 8192 to 16383; the last value means that or more. The
characters are Crockford's base 32, which can be told by telephone (no I, L, O, U); the twelfth is a check character:
a wrong or swapped character is found.
"""

from dataclasses import dataclass

from desktop.domain.errors import InvalidInput

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_DATA = 11
_FORMAT = 1
_REDUCED_BY = 0b100101  # x^5 + x^2 + 1, primitive
_WIDTHS = (3, 3, 6, 4, 4, 4, 5, 1, 1, 4, 8, 8, 3)

STATES = ("not_enrolled", "awaiting_approval", "offline", "online", "working", "paused", "stopped")
PAUSES = ("", "by_hand", "metered", "day_limit")
PROBLEMS = (
    "",
    "line_down",
    "line_silent",
    "login_page_in_the_way",
    "clock_wrong",
    "certificate_refused",
    "credentials_refused",
    "store_forbids",
    "store_full",
    "store_busy",
    "store_faulty",
    "not_there",
    "too_large",
    "store_config_faulty",
    "origin_forked",
    "window_revoked",
    "damaged",
    "not_for_us",
    "misplaced",
    "unknown_signer",
    "revoked_signer",
    "signature_wrong",
    "chain_broken",
    "too_new",
    "bomb",
    "lines_forked",
    "lines_missing",
    "lines_unsound",
    "disk_full",
    "database_busy",
    "scan_missing",
    "scan_damaged",
)
"""Appended to, never reordered: a code is read by a program of another version. What is not in it is 63."""

_OTHER_PROBLEM = 63
NO_RECEIPT = 31


@dataclass(frozen=True, slots=True)
class SupportFacts:
    """What a code tells. Counts are lower bounds; `receipt_days` NO_RECEIPT: none yet, or 30 days and more ago."""

    state: str
    problem: str = ""
    entries: int = 0
    scans: int = 0
    refused: int = 0
    receipt_days: int = NO_RECEIPT
    is_approved: bool = False
    is_new_origin: bool = False
    version: tuple[int, int, int] = (0, 0, 0)
    pause: str = ""


def write(facts: SupportFacts) -> str:
    """The code, in three groups of four."""
    problem = PROBLEMS.index(facts.problem) if facts.problem in PROBLEMS else _OTHER_PROBLEM
    counts = (facts.entries, facts.scans, facts.refused)
    values = (_FORMAT, STATES.index(facts.state), problem, *(min(15, count.bit_length()) for count in counts))
    values += (min(NO_RECEIPT, facts.receipt_days), int(facts.is_approved), int(facts.is_new_origin), *facts.version)
    number = 0
    for width, value in zip(_WIDTHS, (*values, PAUSES.index(facts.pause)), strict=True):
        number = number << width | min(value, (1 << width) - 1)
    digits = [number >> 5 * place & 31 for place in reversed(range(_DATA))]
    text = "".join(ALPHABET[digit] for digit in [*digits, _check(digits)])
    return "-".join((text[:4], text[4:8], text[8:]))


def read(code: str) -> SupportFacts:
    """What a code tells.

    Raises:
        InvalidInput: `support_code`: a character was heard wrong, or it is no such code.
    """
    text = "".join(code.upper().split()).replace("-", "").translate(_READ_AS)
    digits = [ALPHABET.find(character) for character in text]
    if len(digits) != _DATA + 1 or min(digits) < 0 or _check(digits[:-1]) != digits[-1]:
        raise InvalidInput("support_code", field="code")
    number = sum(digit << 5 * place for place, digit in enumerate(reversed(digits[:-1])))
    values: list[int] = []
    for width in reversed(_WIDTHS):
        values.insert(0, number & (1 << width) - 1)
        number >>= width
    form, state, problem, entries, scans, refused, days, approved, new_origin, *version, pause = values
    if form != _FORMAT or state >= len(STATES) or pause >= len(PAUSES):
        raise InvalidInput("support_code", field="code")
    return SupportFacts(
        state=STATES[state],
        problem=PROBLEMS[problem] if problem < len(PROBLEMS) else "?",
        entries=_least(entries),
        scans=_least(scans),
        refused=_least(refused),
        receipt_days=days,
        is_approved=bool(approved),
        is_new_origin=bool(new_origin),
        version=(version[0], version[1], version[2]),
        pause=PAUSES[pause],
    )


def _least(digits: int) -> int:
    return 1 << digits - 1 if digits else 0


def _check(digits: list[int]) -> int:
    """A polynomial over the field of 32 elements: every wrong character and every swap of two is found."""
    check = 0
    for digit in digits:
        check = _times_alpha(check) ^ digit
    return _times_alpha(check)


def _times_alpha(element: int) -> int:
    shifted = element << 1
    return shifted ^ _REDUCED_BY if shifted & 32 else shifted
