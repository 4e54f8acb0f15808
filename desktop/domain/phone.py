"""Phone 联系电话: the numbers on which an applicant can be reached."""

import re
from dataclasses import dataclass, field

from desktop.domain.errors import InvalidInput
from desktop.domain.typed_text import plain_code

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
# Three-digit area codes (010, 02x) go with eight digits, four-digit ones with seven or eight; never a leading 0 or 1.
_LANDLINE = re.compile(
    r"(?P<area>010|02[0-9]|0[3-9][0-9]{2})-?(?P<line>[2-9][0-9]{6,7})(?:(?:-|转|EXT\.?|X|#)(?P<extension>[0-9]{1,6}))?"
)


@dataclass(frozen=True, slots=True)
class Phone:
    """Telephone number on which the applicant can be reached: `13800000000`, `0776-2800000` or `0776-2800000-801`."""

    number: str = field(repr=False)

    def __post_init__(self) -> None:
        if not _MOBILE.fullmatch(self.number) and not _is_landline(self.number):
            raise InvalidInput("phone", field="phone")

    @classmethod
    def parse(cls, text: str) -> "Phone":
        """The number as typed: blanks, dashes, brackets, full-width digits and +86 are put right.

        A landline needs its area code, since the city calls back from elsewhere.

        Raises:
            InvalidInput: field phone; phone.
        """
        typed = re.sub(r"^(\+|00)86-?", "", plain_code(text).replace("(", "").replace(")", "-"))
        digits = typed.replace("-", "")
        if _MOBILE.fullmatch(digits):
            return cls(digits)
        found = _LANDLINE.fullmatch(typed) or _LANDLINE.fullmatch(digits)
        if found is None:
            raise InvalidInput("phone", field="phone")
        return cls("-".join(part for part in found.group("area", "line", "extension") if part))

    @property
    def is_mobile(self) -> bool:
        """True for an 11-digit mobile number: the only kind that takes a text message."""
        return "-" not in self.number

    def masked(self) -> str:
        """`138…5678` for a mobile, `0776-…567` for a landline."""
        if self.is_mobile:
            return f"{self.number[:3]}…{self.number[-4:]}"
        area, line = self.number.split("-")[:2]
        return f"{area}-…{line[-3:]}"

    def __repr__(self) -> str:
        return f"Phone({self.masked()})"


def _is_landline(number: str) -> bool:
    found = _LANDLINE.fullmatch(number)
    return found is not None and "-".join(part for part in found.group("area", "line", "extension") if part) == number
