"""The signed list of a package, and what a stick holds against it: what is missing, spoilt, or on no list.

The list is a document (desktop.sync.signed) of the origin that wrote the package. Lists of the same origin pile up on
a stick that is used again; where two name the same file the later one counts, because a spoilt file is written anew.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import msgspec

from desktop.sync import layout
from desktop.sync.carrier import LARGEST_FILE_BYTES, Carrier
from desktop.sync.carriers.names import is_name
from desktop.sync.faults import FileFault, Misplaced, UnknownSigner
from desktop.sync.problems import LineProblem
from desktop.sync.signed import Document, Sign, read_document, read_unproven, sign_document

MOST_FILES = 20_000
"""In one package: a list of that many stays below what any file of the layout may be."""

KeyOf = Callable[[str], bytes | None]
"""The Ed25519 key of an origin; None for one that is not approved."""

_LIST = re.compile(r"ev-(?P<hall>[^/]+)/list/(?P<origin>[^/]+)/\d{14}\.json")


class ListedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the package; `sha256` in hex, of its sealed bytes."""

    name: str
    size_bytes: int
    sha256: str


class PackageList(Document, frozen=True, kw_only=True, tag="package_list"):
    """Every file of a package, in the order of their names."""

    hall: str
    origin: str
    at_ms: int
    files: tuple[ListedFile, ...]


@dataclass(frozen=True, slots=True)
class PackageCheck:
    """A stick against its lists. All names sorted; `faults` are of lists that do not hold.

    `unlisted`: whole or not, nobody signed for it: the package was not finished, or the file does not belong here.
    """

    sound: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    spoilt: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    faults: tuple[FileFault, ...] = ()
    lists: tuple[PackageList, ...] = ()

    @property
    def is_whole(self) -> bool:
        """There is a list, and everything is as it says."""
        return bool(self.lists) and not (self.missing or self.spoilt or self.unlisted or self.faults)

    @property
    def unfinished(self) -> tuple[str, ...]:
        """Origins that have put files here and finished no list: the stick was pulled out too early."""
        finished = {made.origin for made in self.lists}
        return tuple(sorted({origin for name in self.unlisted if (origin := origin_of(name)) not in finished} - {""}))


def listed(name: str, body: bytes) -> ListedFile:
    """A file as the list names it."""
    return ListedFile(name=name, size_bytes=len(body), sha256=hashlib.sha256(body).hexdigest())


def write_list(origin: str, files: Iterable[ListedFile], *, at_ms: int, sign: Sign) -> bytes:
    """The list as a file."""
    ordered = tuple(sorted(files, key=lambda file: file.name))
    made = PackageList(hall=layout.hall_of(origin), origin=origin, at_ms=at_ms, files=ordered)
    return sign_document(made, sign)


def read_list(raw: bytes, *, name: str, key_of: KeyOf | None = None) -> PackageList:
    """The list in the file `name`. Without `key_of` its signature is not looked at: for who has no keys, a relay.

    Raises:
        Damaged, SignatureWrong, TooNew, Bomb: as `desktop.sync.signed.read_document`.
        Misplaced: the list of another origin, or one that names files of another hall.
        UnknownSigner: no approved key belongs to the origin.
    """
    place = _LIST.fullmatch(name)
    origin, hall = (place["origin"], place["hall"]) if place else ("", "")
    if key_of is None:
        made = read_unproven(raw, PackageList, name=name, limit_bytes=LARGEST_FILE_BYTES)
    else:
        key = key_of(origin)  # may raise RevokedSigner
        if key is None:
            raise UnknownSigner(name=name, origin=origin)
        made = read_document(raw, PackageList, public_key=key, name=name, signer=origin, limit_bytes=LARGEST_FILE_BYTES)
    if (made.origin, made.hall) != (origin, hall):
        raise Misplaced(name=name, found=made.origin, expected=origin)
    foreign = next((f.name for f in made.files if not (is_name(f.name) and f.name.startswith(f"ev-{hall}/"))), None)
    if foreign is not None:
        raise Misplaced(name=name, found=foreign, expected=f"ev-{hall}/")
    return made


async def read_lists(
    carrier: Carrier, hall: str, *, key_of: KeyOf | None = None
) -> tuple[list[PackageList], list[FileFault]]:
    """The lists of a hall's windows on a stick, oldest first; those that do not hold are told, and passed over."""
    lists: list[PackageList] = []
    faults: list[FileFault] = []
    for name in await carrier.list(layout.package_lists_of(hall)):
        try:
            lists.append(read_list((await carrier.get(name)).body, name=name, key_of=key_of))
        except FileFault as fault:
            faults.append(fault)
    return sorted(lists, key=lambda made: made.at_ms), faults


async def check_package(carrier: Carrier, hall: str, *, key_of: KeyOf | None) -> PackageCheck:
    """Hold every file of a hall on a stick against the lists. Reads all of it; nothing is opened or changed.

    Args:
        key_of: as in `read_list`; with None even a list of an unknown window counts.

    Raises:
        LineProblem: of the stick as a whole.
    """
    lists, faults = await read_lists(carrier, hall, key_of=key_of)
    wanted = newest_of(lists)
    there = [name for name in await carrier.list(f"ev-{hall}/") if needs_list(name)]
    states: dict[str, list[str]] = defaultdict(list, missing=sorted(wanted.keys() - set(there)))
    for name in there:
        if name not in wanted:
            states["unlisted"].append(name)
        else:
            states["sound" if await _is_sound(carrier, wanted[name]) else "spoilt"].append(name)
    return PackageCheck(
        **{state: tuple(sorted(names)) for state, names in states.items()}, faults=tuple(faults), lists=tuple(lists)
    )


def newest_of(lists: Iterable[PackageList]) -> dict[str, ListedFile]:
    """Each file by its name, as the latest of the lists has it; lists oldest first."""
    return {file.name: file for made in lists for file in made.files}


def needs_list(name: str) -> bool:
    """Whether a file of `ev-<hall>/` counts only if a list names it: pointers and the lists themselves do not."""
    return name.split("/")[1:2] not in (["inbox"], ["list"])


def origin_of(name: str) -> str:
    """The origin in the name of a segment, a chunk or a request; empty if there is none."""
    parts = name.split("/")
    return parts[2].removesuffix(".json") if len(parts) > 2 and parts[1] in ("seg", "blob", "join") else ""


async def _is_sound(carrier: Carrier, wanted: ListedFile) -> bool:
    try:
        body = (await carrier.get(wanted.name, limit_bytes=wanted.size_bytes)).body
    except LineProblem as problem:
        if problem.is_transport and not await _is_there(carrier, wanted.name):
            raise  # not this file: the stick itself
        return False
    return listed(wanted.name, body) == wanted


async def _is_there(carrier: Carrier, name: str) -> bool:
    """Whether the stick still answers for this file, which it then cannot read."""
    try:
        return await carrier.stat(name) is not None
    except LineProblem:
        return False
