"""Credit (信用): who may neither pledge nor defer until it is repaired (国办发〔2020〕42号).

Two sources: the city's list, which comes with the catalogue, and what this hall itself has found. The list holds no
plain numbers: whoever has it learns of nobody whose number he does not already know.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

import msgspec

ROUNDS = 20_000  # a look-up costs some 10 ms; trying every number of a county costs years of them


class CreditMarkKind(Enum):
    """Why somebody is on the list."""

    SERIOUS = "serious"  # 严重失信
    FALSE_PLEDGE = "false_pledge"  # 虚假承诺


class CreditMark(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A line of the city's list. `until` is the last day on which it bars; None: until it is taken off the list."""

    digest: str  # see `digest_of`
    kind: CreditMarkKind
    basis: str  # 依据
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """Somebody may neither pledge nor defer. `until` None: until the credit is repaired; `is_local`: found here."""

    kind: CreditMarkKind
    basis: str
    until: date | None = None
    is_local: bool = False


def digest_of(salt: str, id_kind: str, id_number: str) -> str:
    """PBKDF2-HMAC-SHA256 of `id_kind:id_number` in UTF-8 with the list's salt: 64 lower-case hexadecimal digits.

    Args:
        salt: hexadecimal digits, of the list as a whole. Raises ValueError if it is none.
        id_number: as checked, without blanks; `credit_code` is the kind of an organisation.
    """
    key = f"{id_kind}:{id_number}".encode()
    return hashlib.pbkdf2_hmac("sha256", key, bytes.fromhex(salt), ROUNDS).hex()


def listed(marks: Iterable[CreditMark], salt: str, *, id_kind: str, id_number: str, today: date) -> Bar | None:
    """What the list says of this number today; the mark that bars longest."""
    known = tuple(marks)
    if not known or not salt:
        return None
    digest = digest_of(salt, id_kind, id_number)
    bars = [
        Bar(mark.kind, mark.basis, mark.until)
        for mark in known
        if mark.digest == digest and (mark.until is None or today <= mark.until)
    ]
    return longest(bars)


def longest(bars: Iterable[Bar]) -> Bar | None:
    """The one that bars longest, or None."""
    return max(bars, key=lambda bar: bar.until or date.max, default=None)
