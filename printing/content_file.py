"""A paper's content as somebody wrote it: JSON, read with its first fault named by place and reason."""

import codecs
import re

import msgspec

from desktop.domain import papers
from desktop.domain.errors import InvalidInput
from desktop.domain.papers import Paper

_PLACE = re.compile(r" - at `(?:key in )?\$\.?(?P<place>[^`]*)`$")
_FAULTS = (
    (re.compile(r"Object missing required field `type`"), "content_kind"),
    (re.compile(r"Invalid value '(?P<value>[^']*)' - at `\$\.type`"), "content_kind"),
    (re.compile(r"Object missing required field `(?P<name>[^`]*)`"), "content_missing"),
    (re.compile(r"Object contains unknown field `(?P<name>[^`]*)`"), "content_unknown"),
    (re.compile(r"Expected `(?P<wanted>[^`]*)`, got `(?P<found>[^`]*)`"), "content_type"),
    (re.compile(r"Invalid RFC3339 encoded date"), "content_date"),
)
"""The words of msgspec 0.20 and 0.21, in the order in which they are tried; any other fault is given as it is."""


def kinds() -> dict[str, type[Paper]]:
    """Every kind of paper under the name that its content gives as `type`."""
    return {str(kind.__struct_config__.tag): kind for kind in papers.TITLES}


def read_content(data: bytes) -> Paper:
    """The paper that a content file describes.

    Raises:
        InvalidInput: `content_json`: no JSON; `content_kind`, `content_missing`, `content_unknown`, `content_type`,
            `content_date`, `content_fault`: no paper's content; `place` is where, such as `head.issued_on`.
    """
    try:
        return papers.decode(data.removeprefix(codecs.BOM_UTF8))  # Notepad writes one
    except msgspec.ValidationError as error:
        raise _fault(str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidInput("content_json", field="content", fault=str(error)) from error


def _fault(words: str) -> InvalidInput:
    found = _PLACE.search(words)
    place = found["place"] if found else ""
    for pattern, reason in _FAULTS:
        if match := pattern.match(words):
            fields = {name: value for name, value in match.groupdict().items() if value is not None}
            if "name" in fields:
                place = f"{place}.{fields.pop('name')}".lstrip(".")
            if reason == "content_kind":
                place, fields = "type", {"kinds": list(kinds())}
            return InvalidInput(reason, field="content", place=place or "$", **fields)
    if place == "type":
        return InvalidInput("content_kind", field="content", place=place, kinds=list(kinds()))
    return InvalidInput("content_fault", field="content", place=place or "$", fault=words.partition(" - at ")[0])
