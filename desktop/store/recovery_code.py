"""The code on the recovery sheet: long enough to be a key, short enough to be copied by hand without a slip.

Six groups of five from 31 characters without 0 O 1 I L. The last one is a check character: with 31 a prime and weights
1…29, every single wrong character and every swap of two is noticed before a try is counted.
"""

import secrets
import unicodedata

from desktop.domain.errors import InvalidInput

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUP = 5
GROUPS = 6
_DATA = GROUP * GROUPS - 1  # 29 characters = 143 bits


def new_recovery_code() -> str:
    """A fresh code of 143 random bits, as printed: six groups of five with dashes between."""
    data = "".join(secrets.choice(ALPHABET) for _ in range(_DATA))
    return _grouped(data + _check_character(data))


def parse_recovery_code(typed: str) -> str:
    """The code as printed, from what was typed: case, width, blanks and hyphens do not matter.

    Raises:
        InvalidInput: `recovery_code` for a slip of the hand (length, character, check character).
    """
    plain = "".join(
        character for character in unicodedata.normalize("NFKC", typed).upper() if character not in " -‐–—\t\r\n"
    )
    data, check = plain[:-1], plain[-1:]
    if len(data) != _DATA or set(plain) - set(ALPHABET) or check != _check_character(data):
        raise InvalidInput("recovery_code", field="recovery_code")
    return _grouped(plain)


def _check_character(data: str) -> str:
    return ALPHABET[sum(weight * ALPHABET.index(c) for weight, c in enumerate(data, start=1)) % len(ALPHABET)]


def _grouped(plain: str) -> str:
    return "-".join(plain[start : start + GROUP] for start in range(0, len(plain), GROUP))
