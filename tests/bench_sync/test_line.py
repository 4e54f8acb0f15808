"""Sync over the weak link and over the link that is cut again and again, in bytes and as ratios to what is possible.

The limit of a row is its payload in one frame of zstd 19 at the line's rate, and one round trip; on the link that is
cut, the cuts too. What stands beside it was measured on the same line in the same run.
"""

import statistics
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from desktop.sync import packing, segment_lines
from tests.bench.figures import Table
from tests.bench_sync.lines import Line, floor_down_s, floor_s, floor_with_cuts_s, line_for
from tests.bench_sync.offices import HallProcess, Offices, Took, at_work, offices, offices_on_s3, smallest
from tests.bench_sync.rivals import RIVAL_SYSTEMS, NotHere, Rival, hall_of
from tests.bench_sync.weaklink import FLAP, WEAK
from tests.servers.swift import swift_is_missing

pytestmark = pytest.mark.bench

EVENTS, MORE_EVENTS = 1_000, 10_000
CASE = 4
TIMES = 7
PAGES, PAGE_BYTES = 20, 70_000
SCANS_BYTES = 5_000_000
COLUMNS = ("what", "KB both ways", "seconds", "limit s", "ratio")


def median(taken: Sequence[Took]) -> Took:
    """Of each measure by itself: 3 % of the packets are lost, now this one, now that."""
    return Took(*(statistics.median(values) for values in zip(*(_parts(took) for took in taken), strict=True)))


def _parts(took: Took) -> tuple[float, float, int, int]:
    return took.seconds, took.stored_s, took.up_bytes, took.down_bytes


def row(table: Table, what: str, took: Took, limit_s: float, *, seconds: float = 0.0) -> None:
    spent = seconds or took.seconds
    table.add(what, took.kilobytes, spent, limit_s, spent / limit_s)


def polls(table: Table, window: HallProcess, way: Line) -> None:
    window.do("look")
    row(table, "poll, nothing new", median([window.do("look") for _ in range(TIMES)]), floor_s(way.link, 0))
    row(table, "poll on a cold connection", median(cold(window, "hang_up", "look")), floor_s(way.link, 0))
    row(table, "poll, the first of the program", median(cold(window, "begin_anew", "look")), floor_s(way.link, 0))


def cold(window: HallProcess, goodbye: str, command: str) -> list[Took]:
    """The command, each time on a connection that has to be made."""
    taken = []
    for _ in range(TIMES):
        window.do(goodbye)
        taken.append(window.do(command))
    return taken


def single_cases(table: Table, at: Offices, window: HallProcess, way: Line, limit_s: float) -> None:
    warm: list[Took] = []
    fresh: list[Took] = []
    for place in range(TIMES):
        warm.append(window.do("case", 700_000 + place))
        at.collect()
        window.do("look")
        window.do("hang_up")
        fresh.append(window.do("case", 800_000 + place))
        at.collect()
        window.do("look")
    for what, taken in (("one case", median(warm)), ("one case on a cold connection", median(fresh))):
        row(table, f"{what}, in the store", taken, limit_s, seconds=taken.stored_s)
        row(table, f"{what}, and the collector told", taken, limit_s)


def pushes(table: Table, at: Offices, way: Line, count: int, work: Callable[[HallProcess], None]) -> Path:
    """So many entries; `work` goes on with the window. The file has them as documents for others."""
    made = at.take_in(count)
    least = floor_s(way.link, smallest(made))
    documents = at.profile.parent / f"documents-{count}"
    documents.write_bytes(segment_lines.encode(made))
    with at_work(at, way) as window:
        took = window.do("look")
        what = f"push {len(made)} entries of {documents.stat().st_size / len(made) / 1000:.2f} KB"
        row(table, f"{what}, in the store", took, least, seconds=took.stored_s)
        at.collect()
        work(window)
    return documents


def beside(table: Table, rival: Rival, way: Line, documents: Path) -> None:
    """The same documents by another system."""
    lines = documents.read_bytes().splitlines()
    first = len(lines) - CASE
    try:
        with hall_of(rival, way, documents) as hall:
            hall.do("sync")
            hall.do(f"add 0 {first}")
            rival_row(
                table, way, f"{rival.name}: push {first}", hall.do, "sync", floor_s(way.link, size(lines[:first]))
            )
            hall.do(f"add {first} {first + CASE}")
            rival_row(table, way, f"{rival.name}: one case", hall.do, "sync", floor_s(way.link, size(lines[first:])))
            rival_row(table, way, f"{rival.name}: poll", hall.do, "sync", floor_s(way.link, 0))
            rival_row(table, way, f"{rival.name}: pull {first}", hall.do, "again", floor_down_s(way.link, size(lines)))
    except NotHere as reason:
        table.add(f"{rival.name}: not measured, {reason}", "", "", "", "")


def size(lines: Sequence[bytes]) -> int:
    """At their smallest."""
    return len(packing.pack(b"\n".join(lines)))


def rival_row(
    table: Table, way: Line, what: str, do: Callable[[str], float], command: str, limit_s: float
) -> None:  # fmt: skip
    way.restart()
    seconds = do(command)
    counters = way.counters()
    table.add(what, (counters.up.size_bytes + counters.down.size_bytes) / 1000, seconds, limit_s, seconds / limit_s)


def test_the_weak_link(tmp_path: Path, is_full: bool, report: Callable[[Table], None]):
    table = Table(
        "Weak link: 64 kbit/s up, 256 down, 0.6 s round trip, 3 % loss",
        COLUMNS,
        f"WebDAV on Apache over TLS, one window. Small things are medians of {TIMES}. Others: plain HTTP, no TLS.",
    )
    with line_for(WEAK) as way, offices(tmp_path, way) as at:

        def go_on(window: HallProcess) -> None:
            window.do("look")
            polls(table, window, way)
            single_cases(table, at, window, way, floor_s(WEAK, least_of_a_case))
            pulled = at.answer(EVENTS)
            row(table, f"pull {EVENTS} answers", window.do("look"), floor_down_s(WEAK, pulled))

        least_of_a_case = smallest(at.take_in(CASE))
        documents = pushes(table, at, way, EVENTS, go_on)
        if is_full:
            at.open()
            pushes(table, at, way, MORE_EVENTS, lambda _window: None)
        for rival in RIVAL_SYSTEMS:
            beside(table, rival, way, documents)

    report(table)


def test_the_weak_link_to_an_object_store(tmp_path: Path, report: Callable[[Table], None]):
    if swift_is_missing():
        pytest.skip(swift_is_missing())
    table = Table(
        "The same weak link to S3 (OpenStack Swift)",
        COLUMNS,
        f"TLS, HTTP/1.1, one window. Small things are medians of {TIMES}.",
    )
    with line_for(WEAK) as way, offices_on_s3(tmp_path, way) as at:
        least_of_a_case = smallest(at.take_in(CASE))

        def go_on(window: HallProcess) -> None:
            polls(table, window, way)
            single_cases(table, at, window, way, floor_s(WEAK, least_of_a_case))

        pushes(table, at, way, EVENTS, go_on)

    report(table)


def test_the_link_that_is_cut(tmp_path: Path, is_full: bool, report: Callable[[Table], None]):
    table = Table(
        "Flap link: the same, 20 s up and 5 s down, every connection dead after a cut",
        COLUMNS,
        "Pages that do not shrink any more, in sealed chunks; until the store has the last.",
    )
    with line_for(FLAP) as way, offices(tmp_path, way) as at, at_work(at, way) as window:
        for pages in (PAGES, SCANS_BYTES // PAGE_BYTES)[: 1 + is_full]:
            window.do("pages", pages, PAGE_BYTES)
            took = window.do("send")
            limit_s = floor_with_cuts_s(FLAP, pages * PAGE_BYTES)
            row(table, f"{pages} pages of {PAGE_BYTES // 1000} KB", took, limit_s, seconds=took.stored_s)

    report(table)
