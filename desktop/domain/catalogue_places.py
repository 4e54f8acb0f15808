"""What must hold for the ways to other places and for the credit list of a catalogue; part of catalogue_rules."""

import re
from collections.abc import Iterator

from desktop.domain.catalogue import Catalogue, ServiceItem
from desktop.domain.catalogue_elsewhere import ElsewhereWay, Mode, Side
from desktop.domain.condition import Wrong
from desktop.domain.elsewhere import WHERE, key_of

Placed = tuple[str, Wrong]
"""A path in the catalogue and what is wrong there."""

WAYS_AT_MOST = 7  # with here and from there nine answers, one number key each
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SALT = re.compile(r"(?:[0-9a-f]{2}){16,64}")


def place_wrongs(catalogue: Catalogue) -> Iterator[Placed]:
    """Everything wrong with the ways of the items and with the credit list."""
    for n, item in enumerate(catalogue.items):
        yield from _ways(item, f"items[{n}]")
    if catalogue.credit and not _SALT.fullmatch(catalogue.credit_salt):
        yield "credit_salt", Wrong("credit_salt", {})
    for n, mark in enumerate(catalogue.credit):
        if not _DIGEST.fullmatch(mark.digest):
            yield f"credit[{n}].digest", Wrong("credit_digest", {})
        if not mark.basis.strip():
            yield f"credit[{n}].basis", Wrong("empty", {})


def _ways(item: ServiceItem, path: str) -> Iterator[Placed]:
    if len(item.elsewhere) > WAYS_AT_MOST:
        yield f"{path}.elsewhere", Wrong("ways_count", {"most": WAYS_AT_MOST})
    if item.elsewhere and any(question.key == WHERE for question in item.questions):
        yield f"{path}.questions", Wrong("question_key_reserved", {"key": WHERE})
    keys = [key_of(way) for way in item.elsewhere]
    for n, way in enumerate(item.elsewhere):
        at = f"{path}.elsewhere[{n}]"
        if keys[n] in keys[:n]:
            yield at, Wrong("way_twice", {})
        if not way.authority.strip():
            yield f"{at}.authority", Wrong("empty", {})
        if way.mode is Mode.COLLECTED and not way.routes:
            yield f"{at}.routes", Wrong("way_routes", {})
        yield from _steps(way, f"{at}.steps")


def _steps(way: ElsewhereWay, at: str) -> Iterator[Placed]:
    if way.steps and way.mode is not Mode.JOINT:
        yield at, Wrong("steps_not_joint", {})
    if way.steps and not any(step.side is Side.THERE for step in way.steps):
        yield at, Wrong("steps_nothing_there", {})
    for n, step in enumerate(way.steps):
        if not step.name.strip():
            yield f"{at}[{n}].name", Wrong("empty", {})
