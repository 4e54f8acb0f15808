"""Numbers that say who and where: CitizenId 公民身份号码, CreditCode 统一社会信用代码, DivisionCode 行政区划代码.

Each is parsed at the edge and cannot be built wrong; after that it is trusted. Other documents of a person are in
identity_document.py. The `repr` of a person's number is masked, so that it does not slip into a log or a traceback.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from stdnum import numdb
from stdnum.cn import ric, uscc

from desktop.domain.errors import InvalidInput
from desktop.domain.phone import Phone as Phone  # part of who a person is; its rules stand alone
from desktop.domain.typed_text import is_digits, undashed_code

# Nobody has been documented to live to 123; an older birth date is a slip of the finger.
OLDEST_AGE = 130

_CREDIT_CHARACTERS = re.compile(r"[0-9A-HJ-NPQRTUWXY]+")  # 31 characters: no I O S V Z (GB 32100-2015)


class Sex(StrEnum):
    """Sex 性别 as on the document of identity."""

    MALE = "male"
    FEMALE = "female"

    @property
    def zh(self) -> str:
        """男 or 女."""
        return "男" if self is Sex.MALE else "女"


def masked(number: str) -> str:
    """First and last four characters with "…" between; shorter numbers keep two at each end, the shortest none."""
    if len(number) < 6:
        return "…"
    kept = 4 if len(number) > 12 else 2
    return f"{number[:kept]}…{number[-kept:]}"


def make_check_digit(first17: str) -> str:
    """Check character 0-9 or X for the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2).

    Raises:
        ValueError: not 17 digits.
    """
    if len(first17) != 17 or not is_digits(first17):
        raise ValueError("17 digits are needed")
    return str(ric.calc_check_digit(f"{first17}0"))


def birth_date_in(number: str) -> date | None:
    """The date in places 7 to 14 of an 18-character number, or None if there is no such day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def sex_in(number: str) -> Sex:
    """Sex by place 17 of an 18-character number: odd is male, even is female (GB 11643-1999)."""
    return Sex.MALE if int(number[16]) % 2 else Sex.FEMALE


@dataclass(frozen=True, slots=True)
class CitizenId:
    """Citizen identity number 公民身份号码, 18 characters (GB 11643-1999).

    Building one from text that has been stored checks all but the future; what is typed goes through `parse`.
    """

    number: str = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.number) != 18:
            raise InvalidInput("id_length", field="id_no", length=len(self.number))
        if not is_digits(self.number[:17]) or self.number[17] not in "0123456789X":
            raise InvalidInput("id_characters", field="id_no")
        if self.number[17] != make_check_digit(self.number[:17]):
            raise InvalidInput("id_check_digit", field="id_no")
        if self.number[0] == "9":
            raise InvalidInput("id_other_document", field="id_no", kind="foreign_pr")
        if birth_date_in(self.number) is None:
            raise InvalidInput("id_birth_date", field="id_no")

    @classmethod
    def parse(cls, text: str, *, today: date) -> "CitizenId":
        """The number as typed, scanned or pasted: blanks, full-width characters and lower-case x are put right.

        An area that is in no table is no reason to refuse: areas are abolished, and the table is never the newest
        (see `area_known`).

        Raises:
            InvalidInput: field id_no; id_length, id_characters, id_check_digit, id_birth_date, id_birth_future,
                id_other_document (it starts with 9: the permanent residence card of a foreigner), id_old_15. The last
                carries `suggestion`, the same number in 18 places; it is personal data: show it, never log it.
        """
        number = undashed_code(text)
        if len(number) == 15 and is_digits(number):
            raise _old_number(number)
        citizen = cls(number)
        if citizen.birth_on > today:
            raise InvalidInput("id_birth_future", field="id_no", birth_on=citizen.birth_on)
        if citizen.age_on(today) > OLDEST_AGE:
            raise InvalidInput("id_birth_date", field="id_no")
        return citizen

    @property
    def birth_on(self) -> date:
        """Date of birth."""
        return date(int(self.number[6:10]), int(self.number[10:12]), int(self.number[12:14]))

    @property
    def sex(self) -> Sex:
        """Odd order number male, even female."""
        return sex_in(self.number)

    @property
    def area(self) -> str:
        """The six digits of the place where the number was given: not where the person lives now."""
        return self.number[:6]

    @property
    def area_known(self) -> bool:
        """False if the area is in no edition of the table of divisions: ask to see the card again, do not refuse."""
        _, last = numdb.get("cn/loc").info(self.area)[-1]
        return "county" in last

    def age_on(self, day: date) -> int:
        """Full years on that day (民法典 1259: 周岁). Born on 29 February: a year older on 1 March."""
        had_birthday = (day.month, day.day) >= (self.birth_on.month, self.birth_on.day)
        return day.year - self.birth_on.year - (not had_birthday)

    def masked(self) -> str:
        """`4500…002X`: for lists, logs and papers that lie open."""
        return masked(self.number)

    def __repr__(self) -> str:
        return f"CitizenId({self.masked()})"


def _old_number(number: str) -> InvalidInput:
    # 15 places: area, yymmdd, order. Places 996 to 999 were kept for people born before 1900; none of them is alive.
    first17 = f"{number[:6]}19{number[6:]}"
    if birth_date_in(first17) is None:
        return InvalidInput("id_birth_date", field="id_no")
    return InvalidInput("id_old_15", field="id_no", suggestion=first17 + make_check_digit(first17))


@dataclass(frozen=True, slots=True)
class CreditCode:
    """Unified social credit code 统一社会信用代码 of an organisation, 18 characters (GB 32100-2015)."""

    code: str

    def __post_init__(self) -> None:
        if len(self.code) != 18:
            raise InvalidInput("credit_length", field="credit_code", length=len(self.code))
        if not _CREDIT_CHARACTERS.fullmatch(self.code) or not is_digits(self.code[2:8]):
            raise InvalidInput("credit_characters", field="credit_code")
        # stdnum's own validate wants digits in places 1 and 2 and so refuses N1… (village collectives) and Y1….
        if self.code[17] != uscc.calc_check_digit(self.code[:17]):
            raise InvalidInput("credit_check_digit", field="credit_code")

    @classmethod
    def parse(cls, text: str) -> "CreditCode":
        """The code as typed or pasted: blanks, dashes, full-width and lower-case characters are put right.

        Raises:
            InvalidInput: field credit_code; credit_length, credit_characters, credit_check_digit.
        """
        return cls(undashed_code(text))

    @property
    def registrar(self) -> str:
        """First character, the registering department: 1 编办, 5 民政, 9 市场监管, N 农业农村, Y other."""
        return self.code[0]

    @property
    def area(self) -> str:
        """Six digits of the division of the registering department."""
        return self.code[2:8]

    def masked(self) -> str:
        """First and last four characters."""
        return masked(self.code)


class DivisionLevel(StrEnum):
    """How far down a division code goes."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"


class TownKind(StrEnum):
    """Kind of a township-level division, in its official word."""

    SUBDISTRICT = "街道"
    TOWN = "镇"
    TOWNSHIP = "乡"
    SIMILAR = "类似乡级单位"


@dataclass(frozen=True, slots=True)
class DivisionCode:
    """Division code 行政区划代码: 6 (GB/T 2260), 9 (with the township, GB/T 10114) or 12 digits (with the village).

    Groups of zeros at the end say nothing, so the 12 digits of a township are a township and not a village.
    """

    code: str

    def __post_init__(self) -> None:
        if not is_digits(self.code or "-"):
            raise InvalidInput("division_characters", field="division_code")
        if len(self.code) not in (6, 9, 12):
            raise InvalidInput("division_length", field="division_code", length=len(self.code))
        if self.code.startswith("00") or (self.code[6:9] == "000" and self.code[9:].strip("0")):
            raise InvalidInput("division_unknown", field="division_code")

    @classmethod
    def parse(cls, text: str) -> "DivisionCode":
        """The code as typed, put into plain digits.

        Raises:
            InvalidInput: field division_code; division_characters, division_length, or division_unknown (no province,
                or a village of no township).
        """
        return cls(undashed_code(text))

    @property
    def level(self) -> DivisionLevel:
        """The lowest division that the code names."""
        if self.code[9:].strip("0"):
            return DivisionLevel.VILLAGE
        if self.code[6:9].strip("0"):
            return DivisionLevel.TOWNSHIP
        if self.code[4:6] != "00":
            return DivisionLevel.COUNTY
        return DivisionLevel.CITY if self.code[2:4] != "00" else DivisionLevel.PROVINCE

    @property
    def county(self) -> str:
        """The first six digits."""
        return self.code[:6]

    @property
    def township(self) -> str | None:
        """The first nine digits, or None above the township."""
        return self.code[:9] if self.level in (DivisionLevel.TOWNSHIP, DivisionLevel.VILLAGE) else None

    @property
    def town_kind(self) -> TownKind | None:
        """Kind by the third group: 001-099 街道, 100-199 镇, 200-399 乡, 400-599 units like one; None above it."""
        if self.township is None:
            return None
        group = int(self.code[6:9])
        if group < 100:
            return TownKind.SUBDISTRICT
        if group < 200:
            return TownKind.TOWN
        return TownKind.TOWNSHIP if group < 400 else TownKind.SIMILAR
