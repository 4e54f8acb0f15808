"""What a relay copies, in which order, and what it can see of a file that it has no key for. No clock, no writing."""

import re
from collections import defaultdict
from collections.abc import Iterable
from enum import IntEnum

from desktop.sync import layout
from desktop.sync.carrier import Carrier
from desktop.sync.faults import Damaged

FEW = 4
"""Files of one folder that are asked for one by one; of more the folder is listed."""

_SEALED = b"age-encryption.org/v1\n"
_SIGNED = b"YCD"
_SMALLEST_SEALED_BYTES = 200  # what two recipients and a tag take
_HALL = r"[0-9A-Za-z_]{1,20}"


class Part(IntEnum):
    """The kinds of files, in the order in which they go: what another kind speaks of goes before it."""

    JOIN = 1
    SEGMENT = 2
    KEYS = 3
    ANSWER = 4
    SNAPSHOT = 5
    CHUNK = 6
    LIST = 7
    HEAD = 8


_NAMES = {
    Part.JOIN: re.compile(rf"ev-({_HALL})/join/\1-[^/]+\.json"),
    Part.KEYS: re.compile(rf"city-{_HALL}/keys/\d{{6}}\.json"),
    Part.SNAPSHOT: re.compile(r"catalogue/snap/\d{12}\.zst"),
    Part.LIST: re.compile(rf"ev-({_HALL})/list/\1-[^/]+/\d{{14}}\.json"),
    Part.HEAD: re.compile(rf"city-{_HALL}/HEAD\.json"),
}


def part_of(name: str) -> Part | None:
    """What a name says that the file is; None for what a relay leaves alone: pointers, and names of others."""
    if layout.parse_chunk(name) is not None:
        return Part.CHUNK
    segment = layout.parse_segment(name)
    if segment is not None:
        return Part.SEGMENT if segment.origin else Part.ANSWER
    return next((part for part, form in _NAMES.items() if form.fullmatch(name)), None)


def halls_of(names: Iterable[str]) -> list[str]:
    """The halls that have files among these, sorted."""
    return sorted({found[1] for name in names if (found := re.match(r"(?:ev|city)-([^/]+)/", name))})


def ordered(names: Iterable[str]) -> list[str]:
    """The immutable ones of these files in the order in which they go; every HEAD.json goes after them."""
    parts = {name: part for name in set(names) if (part := part_of(name)) not in (None, Part.HEAD)}
    return sorted(parts, key=lambda name: (parts[name], name))


async def missing_at(target: Carrier, names: list[str]) -> list[str]:
    """Those that are not there, in the order given; asked in as few round trips as it takes."""
    folders: dict[str, list[str]] = defaultdict(list)
    for name in names:
        folders[_folder(name)].append(name)
    there: set[str] = set()
    for folder, wanted in folders.items():
        if len(wanted) <= FEW:
            there.update([name for name in wanted if await target.stat(name) is not None])
        else:
            there.update(await target.list(folder, after=min(wanted)[:-1]))
    return [name for name in names if name not in there]


def require_sound(name: str, body: bytes) -> None:
    """What can be seen without a key: a file of zeros, or cut off at its head, is not put into a store.

    Raises:
        Damaged: such a file.
    """
    part = part_of(name)
    if part in (Part.SEGMENT, Part.ANSWER, Part.CHUNK):
        is_sound = body.startswith(_SEALED) and len(body) >= _SMALLEST_SEALED_BYTES
    elif part is Part.JOIN:
        is_sound = bool(body.strip(b"\0"))
    else:
        is_sound = body.startswith(_SIGNED)
    if not is_sound:
        raise Damaged(name=name, reason="form")


def _folder(name: str) -> str:
    """What is listed as one: all segments of an origin, all chunks of its day, else the file's own folder."""
    parts = name.split("/")
    depth = {Part.SEGMENT: 3, Part.CHUNK: 4, Part.ANSWER: 2}.get(part_of(name) or Part.HEAD, len(parts) - 1)
    return "/".join(parts[:depth]) + "/"
