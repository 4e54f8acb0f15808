"""Writes a package to a USB stick: what fits, proved by reading it back from the medium, and the signed list last.

A file that is on the stick already is kept if it proves to be the right one, and written anew if it does not; so a
writing that was killed, or whose stick was pulled out, goes on where it was.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop import drives
from desktop.ports_sync import PackageResult, Report
from desktop.problems import EnvironmentProblem
from desktop.sync import layout, stick
from desktop.sync.carriers.folder import StickCarrier
from desktop.sync.chunk import STEP_BYTES, sealed_size
from desktop.sync.package import CHUNK_BYTES, PackagedScan, PackageSource, tree_of
from desktop.sync.package_list import MOST_FILES, ListedFile, listed, read_lists, write_list
from desktop.sync.package_room import Room, fitting
from desktop.sync.problems import LineProblem, StickFull, StickStopped, StickUnsound

log = logging.getLogger(__name__)


def write_package(
    source: PackageSource, folder: Path, *, at_ms: int, report: Report, is_cancelled: Callable[[], bool]
) -> PackageResult:
    """Write what the city has not acknowledged to a stick: all entries, or nothing, and the scans that fit.

    Args:
        folder: the stick, or the tree on it.
        report: told the bytes that are proved, of all that will be. What it raises stops the writing as well.

    Returns:
        What lies there for the city now, also from an earlier writing.

    Raises:
        StickFull: the entries do not fit. StickStopped: `is_cancelled` said so. StickReadOnly, StickGone, StickUnsound.
            The stick is then as before, as far as it can be reached, and no list names what is not whole.
    """
    tree = tree_of(folder)
    with stick.problems(folder):
        tree.mkdir(exist_ok=True)
    writing = _Writing(source, tree, at_ms, report, is_cancelled)
    try:
        return asyncio.run(writing.run())
    except BaseException:
        writing.take_back()
        raise


def pieces(scan: PackagedScan) -> Iterator[tuple[int, int]]:
    """Where the chunks of a scan begin and end: every 256 KB, and where its part in the city's store ends."""
    stored = scan.stored_bytes - scan.stored_bytes % STEP_BYTES
    for begin, end in ((0, stored), (stored, scan.size_bytes)):
        for offset in range(begin, end, CHUNK_BYTES):
            yield offset, min(offset + CHUNK_BYTES, end)


@dataclass(slots=True)
class _Writing:
    """One package on its way. `files` are proved; `made` were not there before."""

    source: PackageSource
    tree: Path
    at_ms: int
    report: Report
    is_cancelled: Callable[[], bool]
    carrier: StickCarrier = field(init=False)
    files: dict[str, ListedFile] = field(default_factory=dict)  # by name: two entries may name one page
    made: list[str] = field(default_factory=list)
    total_bytes: int = 0
    done_bytes: int = 0

    def __post_init__(self) -> None:
        self.carrier = StickCarrier(self.tree)

    async def run(self) -> PackageResult:
        """Small files, scans, and the list when all of them are proved."""
        documents, segments, scans = self.source.documents(), self.source.segments(), self.source.scans()
        small = {name: len(body) for name, body in documents} | {s.name: s.size_bytes for s in segments}
        chosen = self._that_fit(small, list(scans)[: MOST_FILES - len(small)])
        self.total_bytes = sum(small.values()) + sum(scan.size_bytes for scan in chosen)
        self._tell()
        for name, body in documents:
            await self._put(name, body)
        for segment in segments:
            await self._put(segment.name, self.source.segment(segment.name))
        written = await self._put_scans(chosen)
        await self._finish()
        self.report(self.total_bytes, self.total_bytes)
        return PackageResult(
            cases=self.source.case_count(),
            entries=sum(segment.entries for segment in segments),
            scans=written,
            size_bytes=sum(file.size_bytes for file in self.files.values()),
            left_out=len(scans) - written,
        )

    def take_back(self, *, to: int = 0) -> None:
        """Remove what was made from number `to` on, the last first, with the folders that get empty."""
        for name in reversed(self.made[to:]):
            place = self.tree / name
            with contextlib.suppress(OSError):  # the stick is gone, or the folder holds something else
                place.unlink()
                for folder in place.parents[: len(Path(name).parents) - 1]:
                    folder.rmdir()
        del self.made[to:]

    def _that_fit(self, small: dict[str, int], scans: list[PackagedScan]) -> list[PackagedScan]:
        """The scans for which there is room beside the small files. Raises StickFull if there is none for those."""
        with stick.problems(self.tree):
            room = Room(drives.free_bytes(self.tree), drives.cluster_bytes(self.tree))
        new = [name for name in small if not self._is_there(name)]
        needed = room.cost((small[name] for name in new), new_folders=_folders(new) + len(_LIST_FOLDERS))
        if room.free_bytes is None:
            return scans
        if needed > room.free_bytes and new:
            raise StickFull(needed=needed, free=room.free_bytes)
        costs = [self._cost(room, scan) for scan in scans]
        return fitting(scans, costs=costs, room_bytes=room.free_bytes - needed)

    def _cost(self, room: Room, scan: PackagedScan) -> int:
        new = [(begin, end) for begin, end in pieces(scan) if not self._is_there(_chunk_name(scan, begin))]
        return room.cost((sealed_size(end - begin) for begin, end in new), new_folders=2 if new else 0)

    def _is_there(self, name: str) -> bool:
        with contextlib.suppress(OSError):
            return (self.tree / name).is_file()
        return False

    async def _put_scans(self, scans: list[PackagedScan]) -> int:
        """How many are on the stick; where the room was judged wrongly, the one that does not fit ends it."""
        written = 0
        for scan in scans:
            files, made = len(self.files), len(self.made)
            try:
                page = self.source.scan(scan.sha256)
            except EnvironmentProblem as problem:  # this page alone: whoever sends scans tells of it
                log.warning("a scan cannot be read for the stick: %s", problem.key)
                continue
            try:
                await self._put_scan(scan, page)
            except StickFull:
                self.take_back(to=made)
                for name in list(self.files)[files:]:
                    del self.files[name]
                break
            written += 1
        return written

    async def _put_scan(self, scan: PackagedScan, page: bytes) -> None:
        for begin, end in pieces(scan):
            name, plain = _chunk_name(scan, begin), page[begin:end]
            there = await self._read(name)
            is_right = there is not None and self._opens_to(there, plain)
            await self._put(name, there if there is not None and is_right else self.source.seal_chunk(plain))

    def _opens_to(self, sealed: bytes, plain: bytes) -> bool:
        try:
            return self.source.open_chunk(sealed) == plain
        except EnvironmentProblem:
            return False

    async def _put(self, name: str, body: bytes) -> None:
        """The file is on the medium, and read back from it."""
        if self.is_cancelled():
            raise StickStopped
        there = await self._read(name)
        if there is None and not self._is_there(name):
            self.made.append(name)
            await self.carrier.put_new(name, body)
        elif there != body:
            await self.carrier.replace(name, body)
        if there != body and await self._read(name) != body:
            raise StickUnsound
        self.files[name] = listed(name, body)
        self.done_bytes += len(body)
        self._tell()

    async def _read(self, name: str) -> bytes | None:
        """The file from the medium; None if there is none, or it cannot be read while the stick is there."""
        with contextlib.suppress(OSError):
            stick.forget(self.tree / name)
        try:
            return (await self.carrier.get(name)).body
        except LineProblem:
            await self.carrier.stat(name)  # raises again if it is not this file alone
            return None

    def _tell(self) -> None:
        self.report(min(self.done_bytes, self.total_bytes), self.total_bytes)

    async def _finish(self) -> None:
        """The signed list, unless the newest one says the same; before it the pointer by which a poll finds it."""
        files = tuple(self.files.values())
        if not files or await self._is_listed(files):
            return
        origin, at_ms = self.source.origin, self.at_ms
        while self._is_there(layout.package_list(origin, at_ms)):
            at_ms += 1000
        for name, body in (
            (layout.pointer(origin, at_ms), b""),
            (layout.package_list(origin, at_ms), write_list(origin, files, at_ms=at_ms, sign=self.source.sign)),
        ):
            await self._put(name, body)
            del self.files[name]

    async def _is_listed(self, files: tuple[ListedFile, ...]) -> bool:
        origin = self.source.origin
        lists, _ = await read_lists(self.carrier, layout.hall_of(origin))
        newest = next((made for made in reversed(lists) if made.origin == origin), None)
        if newest is None:
            return False
        same = write_list(origin, files, at_ms=newest.at_ms, sign=self.source.sign)
        return await self._read(layout.package_list(origin, newest.at_ms)) == same


_LIST_FOLDERS = ("list", "origin", "inbox", "day", "minute")


def _folders(names: list[str]) -> int:
    return len({folder for name in names for folder in Path(name).parents})


def _chunk_name(scan: PackagedScan, offset: int) -> str:
    return layout.chunk(scan.origin, scan.added_at_ms, scan.address, offset)
