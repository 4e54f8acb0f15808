"""Copies a store into another without any key: a hall's shared folder, a stick, the city's store, in either direction.

Nothing is opened. Immutable files are put where their name is free; HEAD.json is replaced by a later one only, and the
order is such that whoever reads HEAD.json finds what it speaks of. So a relay may be cut off anywhere, run again, and
run twice. What a package's list calls spoilt does not go over: in a store that lets nothing be overwritten it would
take the name of the true file for ever.

Pointers (`inbox/`) are not copied but made anew, because a collector looks for the latest only: before the first file
of an origin, and again each minute, so that a relay that is cut off has pointed at everything it put.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field

from desktop.problems import EnvironmentProblem
from desktop.sync import layout, relay_plan
from desktop.sync.carrier import Carrier
from desktop.sync.city_head import CityHead
from desktop.sync.faults import Damaged, FileFault, Misplaced
from desktop.sync.package_list import ListedFile, listed, newest_of, origin_of, read_lists
from desktop.sync.problems import LineProblem, NotThere, StickStopped
from desktop.sync.relay_plan import Part
from desktop.sync.signed import read_document, read_unproven

IN_FLIGHT = 4


@dataclass(slots=True)
class Relayed:
    """What a relay has done so far; true at every moment, so also when the line breaks off.

    `there` were at the target already. `unlisted` went over although no list of the package they lie in names them.
    `refused` did not go over; each has the `name` of its file in its fields.
    """

    files: int = 0
    size_bytes: int = 0
    there: int = 0
    unlisted: int = 0
    heads: int = 0
    refused: list[EnvironmentProblem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Route:
    """From one store to another.

    Args:
        halls: division codes; none: every hall whose files lie at the source, which is then listed as a whole.
        city_key: Ed25519 key of the city, 32 bytes; with it no HEAD.json goes over that the city has not signed.
        now_ms: the clock, for the new pointers.
    """

    source: Carrier
    target: Carrier
    now_ms: Callable[[], int]
    halls: Sequence[str] = ()
    city_key: bytes | None = None


async def relay(
    route: Route,
    done: Relayed,
    *,
    report: Callable[[int, int], None] = lambda _done, _total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Copy what the target lacks; `done` tells it as it goes on. `report` gets files, not bytes.

    Raises:
        LineProblem: of a store as a whole; the next run goes on from there. StickStopped: `is_cancelled`.
    """
    names = await _names(route)
    wanted = await _listed(route.source, relay_plan.halls_of(names))
    missing = await relay_plan.missing_at(route.target, relay_plan.ordered(names))
    done.there += len([name for name in names if relay_plan.part_of(name) not in (None, Part.HEAD)]) - len(missing)
    pointed: set[str] = set()
    for begin in range(0, len(missing), IN_FLIGHT):
        if is_cancelled():
            raise StickStopped
        batch = missing[begin : begin + IN_FLIGHT]
        await _point(route, batch, pointed)
        await _all(_carry(route, name, wanted, done) for name in batch)
        report(begin + len(batch), len(missing))
    await _point(route, missing, pointed)
    for name in names:
        if relay_plan.part_of(name) is Part.HEAD:
            await _carry_head(route, name, done)


async def write_answers(route: Route, hall: str, done: Relayed) -> None:
    """What the city has for a hall, onto the stick that its courier takes home: answers, keys, the catalogue to use.

    What lies there already is compared and, where the stick has spoilt it, written anew; HEAD.json goes last.

    Raises:
        LineProblem: of source or target as a whole; written again, it goes on.
    """
    names = await route.source.list(f"city-{hall}/")
    try:
        head = _head_in((await route.source.get(layout.head(hall))).body, hall, route.city_key)
    except NotThere:
        return  # the city has said nothing to this hall yet
    if head.catalogue is not None:
        names.append(layout.snapshot(head.catalogue.number))
    for name in relay_plan.ordered(names):
        await _carry(route, name, {}, done)
        await _mend(route, name, done)
    await _carry_head(route, layout.head(hall), done)


async def _mend(route: Route, name: str, done: Relayed) -> None:
    try:
        body, there = (await route.source.get(name)).body, (await route.target.get(name)).body
    except NotThere:
        return  # not taken from the source: told already
    if there != body:
        await route.target.replace(name, body)
        done.files += 1


async def _names(route: Route) -> list[str]:
    """Everything at the source that belongs to the layout."""
    prefixes = [f"{kind}-{hall}/" for hall in route.halls for kind in ("ev", "city")]
    found: list[str] = []
    for prefix in [*prefixes, "catalogue/"] if prefixes else [""]:
        found += await route.source.list(prefix)
    return [name for name in found if relay_plan.part_of(name) is not None]


async def _listed(source: Carrier, halls: Iterable[str]) -> dict[str, ListedFile]:
    wanted: dict[str, ListedFile] = {}
    for hall in halls:
        lists, _ = await read_lists(source, hall)  # one that is damaged goes over as little as any damaged file
        wanted |= newest_of(lists)
    return wanted


async def _point(route: Route, names: Sequence[str], pointed: set[str]) -> None:
    """Tell the collector of the origins that these files are of."""
    at_ms = route.now_ms()
    for pointer in sorted({layout.pointer(origin, at_ms) for name in names if (origin := origin_of(name))} - pointed):
        await route.target.put_new(pointer, b"")
        pointed.add(pointer)


async def _all(carrying: Iterable[Awaitable[None]]) -> None:
    """Await all of them, whatever becomes of each; then raise the first problem."""
    for outcome in await asyncio.gather(*carrying, return_exceptions=True):
        if isinstance(outcome, BaseException):
            raise outcome


async def _carry(route: Route, name: str, wanted: dict[str, ListedFile], done: Relayed) -> None:
    try:
        body = (await route.source.get(name)).body
        relay_plan.require_sound(name, body)
        if name in wanted and listed(name, body) != wanted[name]:
            raise Damaged(name=name, reason="list")
        is_new = await route.target.put_new(name, body)
    except (FileFault, LineProblem) as problem:
        if isinstance(problem, LineProblem) and problem.is_transport:
            raise
        done.refused.append(problem)
        return
    if not is_new:  # another relay, or the window itself, was faster
        done.there += 1
        return
    done.files += 1
    done.size_bytes += len(body)
    done.unlisted += bool(wanted) and name not in wanted and origin_of(name) != ""


async def _carry_head(route: Route, name: str, done: Relayed) -> None:
    """Replace the target's HEAD.json if the source's is later; one that cannot be read counts as none."""
    hall = name.split("/")[0].removeprefix("city-")
    try:
        raw = (await route.source.get(name)).body
        new = _head_in(raw, hall, route.city_key)
        old = await _target_head(route, name, hall)
        if old is None or new.at_ms > old.at_ms:
            await route.target.replace(name, raw)
            done.heads += 1
    except NotThere:
        return
    except (FileFault, LineProblem) as problem:
        if isinstance(problem, LineProblem) and problem.is_transport:
            raise
        done.refused.append(problem)


async def _target_head(route: Route, name: str, hall: str) -> CityHead | None:
    try:
        return _head_in((await route.target.get(name)).body, hall, route.city_key)
    except (NotThere, FileFault):
        return None


def _head_in(raw: bytes, hall: str, city_key: bytes | None) -> CityHead:
    name = layout.head(hall)
    if city_key is None:
        head = read_unproven(raw, CityHead, name=name)
    else:
        head = read_document(raw, CityHead, public_key=city_key, name=name)
    if head.hall != hall:
        raise Misplaced(name=name, found=head.hall, expected=hall)
    return head
