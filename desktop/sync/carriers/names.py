"""Which names a store of ours may hold: those that every file system and every object store keeps as they are."""

import re

LONGEST_NAME = 240
"""Characters: a folder of the hall before it still fits the 260 that Windows allows."""

_PART = r"[0-9A-Za-z_](?:[0-9A-Za-z_.\-]*[0-9A-Za-z_\-])?"
_NAME = re.compile(rf"{_PART}(?:/{_PART})*")


def is_name(name: str) -> bool:
    """True for a relative path of ours: no `..`, no hidden part, nothing that FAT32 or a URL would change."""
    return len(name) <= LONGEST_NAME and _NAME.fullmatch(name) is not None


def check_name(name: str) -> str:
    """The name itself.

    Raises:
        ValueError: it is none of the layout's; asking a store for it is a mistake of ours.
    """
    if not is_name(name):
        raise ValueError(f"no name of a store: {name!r}")
    return name


def check_prefix(prefix: str) -> str:
    """The prefix itself: a name and `/`, or empty for the whole store.

    Raises:
        ValueError: as check_name.
    """
    if prefix and not (prefix.endswith("/") and is_name(prefix[:-1])):
        raise ValueError(f"no prefix of a store: {prefix!r}")
    return prefix


def may_hold(folder: str, *, after: str) -> bool:
    """True if a name below `folder`, which ends in `/`, can sort behind `after`."""
    return folder > after or after.startswith(folder)
