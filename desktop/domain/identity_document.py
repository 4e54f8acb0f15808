"""IdDocument 身份证件: the documents that a person may show, each typed by its own rule.

Where a number holds the date of birth and the sex they are read from it; elsewhere they stay None and are asked for.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.domain.errors import InvalidInput
from desktop.domain.identity import CitizenId, Sex, birth_date_in, make_check_digit, masked, sex_in
from desktop.domain.typed_text import undashed_code


class IdKind(StrEnum):
    """Kind of document 证件类型; the value is stored, `zh` is printed."""

    CITIZEN_ID = "citizen_id"
    PASSPORT = "passport"
    HKM_PERMIT = "hkm_permit"
    TW_PERMIT = "tw_permit"
    HKMT_RESIDENCE = "hkmt_residence"
    FOREIGN_PR = "foreign_pr"

    @property
    def zh(self) -> str:
        """The official name of the document."""
        return _NAMES[self]


_NAMES = {
    IdKind.CITIZEN_ID: "居民身份证",
    IdKind.PASSPORT: "护照",
    IdKind.HKM_PERMIT: "港澳居民来往内地通行证",
    IdKind.TW_PERMIT: "台湾居民来往大陆通行证",
    IdKind.HKMT_RESIDENCE: "港澳台居民居住证",
    IdKind.FOREIGN_PR: "外国人永久居留身份证",
}


@dataclass(frozen=True, slots=True)
class IdDocument:
    """One document of identity, made by `parse_document`."""

    kind: IdKind
    number: str = field(repr=False)
    birth_on: date | None = field(default=None, repr=False)
    sex: Sex | None = field(default=None, repr=False)

    def masked(self) -> str:
        """The ends of the number only."""
        return masked(self.number)


def parse_document(kind: IdKind, text: str, *, today: date) -> IdDocument:
    """The document of that kind with the number as typed, scanned or pasted.

    Raises:
        InvalidInput: field id_no; for a citizen id the reasons of CitizenId.parse, otherwise the kind itself: passport,
            hkm_permit, tw_permit, hkmt_residence, foreign_pr.
    """
    if kind is IdKind.CITIZEN_ID:
        citizen = CitizenId.parse(text, today=today)
        return IdDocument(kind, citizen.number, citizen.birth_on, citizen.sex)
    # An old permit for Taiwan residents prints its issue letter in brackets.
    number = re.sub(r"[()]", "", undashed_code(text))
    document = _PARSERS[kind](number)
    if document is None or (document.birth_on is not None and document.birth_on > today):
        raise InvalidInput(kind.value, field="id_no")
    return document


def _passport(number: str) -> IdDocument | None:
    # ICAO 9303 gives nine places, some states print more; every state's numbers hold a digit.
    if re.fullmatch(r"(?=.*[0-9])[A-Z0-9]{5,15}", number):
        return IdDocument(IdKind.PASSPORT, number)
    return None


def _hkm_permit(number: str) -> IdDocument | None:
    # H for Hong Kong, M for Macao, eight digits for life; the edition before 2013 adds two for the times of issue.
    return IdDocument(IdKind.HKM_PERMIT, number) if re.fullmatch(r"[HM][0-9]{8}(?:[0-9]{2})?", number) else None


def _tw_permit(number: str) -> IdDocument | None:
    # Card since 2015: eight digits. Booklet before it: ten, with or without the letter of the issuing office.
    return IdDocument(IdKind.TW_PERMIT, number) if re.fullmatch(r"[0-9]{8}|[0-9]{10}[A-Z]?", number) else None


def _hkmt_residence(number: str) -> IdDocument | None:
    # 港澳台居民居住证申领发放办法 (国办发〔2018〕81号): 810000, 820000, 830000 and the rest as a citizen's number.
    if not re.fullmatch(r"8[123]0000[0-9]{11}[0-9X]", number):
        return None
    return _like_citizen_id(IdKind.HKMT_RESIDENCE, number)


def _foreign_pr(number: str) -> IdDocument | None:
    # Edition 2017: three letters and twelve digits. Edition 2023 (in force 2023-12-01): 9, then as a citizen's number.
    if re.fullmatch(r"[A-Z]{3}[0-9]{12}", number):
        return IdDocument(IdKind.FOREIGN_PR, number)
    if not re.fullmatch(r"9[0-9]{16}[0-9X]", number):
        return None
    return _like_citizen_id(IdKind.FOREIGN_PR, number)


def _like_citizen_id(kind: IdKind, number: str) -> IdDocument | None:
    birth_on = birth_date_in(number)
    if birth_on is None or number[17] != make_check_digit(number[:17]):
        return None
    return IdDocument(kind, number, birth_on, sex_in(number))


_PARSERS: dict[IdKind, Callable[[str], IdDocument | None]] = {
    IdKind.PASSPORT: _passport,
    IdKind.HKM_PERMIT: _hkm_permit,
    IdKind.TW_PERMIT: _tw_permit,
    IdKind.HKMT_RESIDENCE: _hkmt_residence,
    IdKind.FOREIGN_PR: _foreign_pr,
}
