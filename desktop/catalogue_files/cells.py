"""What a cell may hold: for each kind of cell how its value is read, how it is written, and what may be chosen.

Clerks, Excel and WPS turn codes into numbers, dates into text and back. What is certain is put right; what has lost
something is a fault.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

import msgspec

from desktop.catalogue_files.condition_text import read_condition, write_condition
from desktop.catalogue_files.faults import CellFault
from desktop.domain.condition import All, Condition
from desktop.domain.validity import Validity
from desktop.domain.validity import parse as parse_validity

DIGITS_KEPT = 15  # an Excel number keeps 15 digits
_SCIENTIFIC = re.compile(r"\d(\.\d+)?[eE]\+\d+")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})")
YES, NO = "是", "否"


@dataclass(frozen=True, slots=True)
class Cell:
    """One kind of cell. `read` gets a value that is not empty and raises CellFault; `write` gives "" for a default."""

    read: Callable[[Any], Any]
    write: Callable[[Any], str | int | date]
    placeholder: Any
    """Stands for a value that could not be read, so that the rest of the file can still be checked."""
    choices: tuple[str, ...] = ()
    is_code: bool = False
    """Written as text cells, so that Excel leaves the digits alone."""


def plain(value: object) -> str:
    """Text as it is kept: line ends \\n, no blanks around it."""
    text = str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def _read_text(value: object) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, date):
        raise CellFault("cell_is_date")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return plain(value)


def _read_code(value: object, width: int = 0) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        digits = str(int(value))
        if len(digits) > DIGITS_KEPT or value != int(value):
            raise CellFault("code_rounded")
        if len(digits) < width:
            raise CellFault("code_zero_lost", width=width)
        return digits
    text = _read_text(value)
    if _SCIENTIFIC.fullmatch(text):
        raise CellFault("code_rounded")
    return text


def _read_integer(value: object) -> int:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    text = unicodedata.normalize("NFKC", plain(value))
    if isinstance(value, bool) or not re.fullmatch(r"-?\d{1,9}", text):
        raise CellFault("not_number", value=plain(value))
    return int(text)


def _read_day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _DAY.fullmatch(unicodedata.normalize("NFKC", plain(value)))
    try:
        return date(*(int(part) for part in match.groups() if part)) if match else _no_day(value)
    except ValueError:
        return _no_day(value)


def _no_day(value: object) -> date:
    raise CellFault("not_date", value=plain(value))


def _read_yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = plain(value)
    if text not in (YES, NO, "1", "0", "有", "无"):
        raise CellFault("not_yes_no", value=text)
    return text in (YES, "1", "有")


def _read_lines(value: object) -> tuple[str, ...]:
    return tuple(line.strip() for line in _read_text(value).split("\n") if line.strip())


def _read_validity(value: object) -> Validity:
    found = parse_validity(unicodedata.normalize("NFKC", _read_text(value)))
    if found is None:
        raise CellFault("not_validity", value=plain(value))
    return found


_conditions: msgspec.json.Decoder[Condition] = msgspec.json.Decoder(Condition)


def _read_policy_condition(value: object) -> Condition:
    try:
        return _conditions.decode(_read_text(value))
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError) as error:
        raise CellFault("condition_syntax", detail=error) from None


TEXT = Cell(_read_text, str, "")
CODE = Cell(_read_code, str, "", is_code=True)
CODE_12 = Cell(lambda value: _read_code(value, 12), str, "", is_code=True)
INTEGER = Cell(_read_integer, int, 0)
DAY = Cell(_read_day, lambda day: day, date.min)
YES_NO = Cell(_read_yes_no, lambda value: YES if value else NO, False, choices=(YES, NO))
VALIDITY = Cell(_read_validity, str, None)
LINES = Cell(_read_lines, "\n".join, ())
POLICY_CONDITION = Cell(_read_policy_condition, lambda value: msgspec.json.encode(value).decode(), All())
CONDITION = Cell(lambda value: read_condition(_read_text(value)), write_condition, {})


def choice(labels: Mapping[Any, str], *, placeholder: Enum | bool, codes: Mapping[str, Any] | None = None) -> Cell:
    """A cell with one of a few words.

    Args:
        labels: the word of each value.
        codes: what else is understood, such as the numbers of official exports.
    """
    meanings = {label: value for value, label in labels.items()} | dict(codes or {})

    def read(value: object) -> Any:
        text = unicodedata.normalize("NFKC", _read_text(value))
        number = text.partition(" ")[0]  # official lists write «1 即办件»
        for tried in (text, text.zfill(2), text.removeprefix(number).strip() or text):
            if tried in meanings:
                return meanings[tried]
        raise CellFault("not_choice", value=text, choices="、".join(labels.values()))

    return Cell(read, lambda value: labels[value], placeholder, choices=tuple(labels.values()))
