"""Pace, back-off, plan, support code, flight: pure parts, each by what the design says of it."""

import ast
import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import InvalidInput
from desktop.ports_outbox import ScanJob, Unsealed
from desktop.sentences import SENTENCES
from desktop.sync import backoff, pace, plan, reporting, support_code
from desktop.sync.flight import Room, in_flight
from desktop.sync.pace import Pace, timeout_s
from desktop.sync.support_code import ALPHABET, PAUSES, PROBLEMS, STATES, SupportFacts


def test_a_request_may_take_twelve_seconds_and_its_bytes_at_two_and_a_half_kilobytes():
    assert (timeout_s(0), timeout_s(25_000)) == (12.0, 22.0)


def test_segments_double_while_they_pass_and_halve_with_each_cut():
    line = Pace(started_s=0)
    sizes = []
    for _ in range(5):
        sizes.append(line.segment_lines)
        line.segment_passed(line.segment_lines)
    assert sizes == [500, 1000, 2000, 2000, 2000]
    assert line.segment_lines == 2000
    for _ in range(10):
        line.cut(1)
    assert line.segment_lines == 25


def test_a_short_segment_proves_nothing_about_longer_ones():
    line = Pace(started_s=0)
    line.segment_passed(3)
    assert line.segment_lines == pace.FIRST_LINES


def test_one_body_at_a_time_after_a_cut_until_one_has_passed():
    line = Pace(started_s=0)
    assert line.flight() == 2
    line.cut(1)
    assert line.flight() == 1
    line.passed(16_384, 1)
    assert line.flight() == 2


def test_so_many_chunks_are_on_their_way_that_no_reply_is_waited_for_if_they_are_soon_through():
    line = Pace(started_s=0)
    assert line.chunks_in_flight(16_384) == 2  # nothing was measured yet
    line.passed(16_384, 4, in_flight=2)  # 8 KB a second
    assert line.chunks_in_flight(16_384) == 4
    assert line.chunks_in_flight(65_536) == 2  # half a minute: the last would be taken for lost
    line.cut(1)
    assert line.chunks_in_flight(16_384) == 4
    assert line.chunks_in_flight(65_536) == 1


def test_chunks_grow_after_ten_minutes_without_a_cut_and_at_once_in_the_hall():
    line = Pace(started_s=0)
    assert line.chunk_bytes(599) == 16 * 1024
    assert line.chunk_bytes(600) == 64 * 1024
    line.cut(700)
    assert line.chunk_bytes(1299) == 16 * 1024
    assert line.chunk_bytes(1300) == 64 * 1024
    in_the_hall = Pace(started_s=0)
    in_the_hall.passed(16_384, 0.01)
    assert in_the_hall.chunk_bytes(1) == 256 * 1024
    in_the_hall.cut(2)
    assert in_the_hall.chunk_bytes(3) == 16 * 1024


def test_the_time_left_is_by_what_was_measured():
    line = Pace(started_s=0)
    assert line.seconds_for(8_000) is None
    line.passed(8_000, 1)
    assert line.seconds_for(80_000) == 10


@given(st.integers(1, 50), st.integers(0, 1000))
def test_rule_10_nothing_waits_longer_than_fifteen_minutes_and_no_two_windows_alike(failures: int, seed: int):
    waits = {backoff.between_bursts_s(failures, Random(seed + other)) for other in range(5)}
    assert max(waits) <= 900
    assert min(waits) >= 1
    assert 0.15 <= backoff.within_burst_s(failures, Random(seed)) <= 3
    if failures > 3:
        assert len(waits) > 1


@given(st.integers(0, 1000))
def test_the_city_is_looked_at_every_forty_to_eighty_seconds_and_sooner_with_news(seed: int):
    assert 40 <= backoff.poll_s(Random(seed), is_answer_near=False) <= 80
    assert 10 <= backoff.poll_s(Random(seed), is_answer_near=True) <= 20


def test_lines_are_sealed_after_quiet_or_when_they_fill_a_segment_or_have_waited_long():
    some = Unsealed("o", 1, 10, first_at_ms=1_000, last_at_ms=50_000)
    assert plan.closes_at_ms(some, quiet_s=60, most_lines=125) == 110_000
    assert plan.closes_at_ms(some, quiet_s=60, most_lines=10) == 1_000
    restless = Unsealed("o", 1, 10, first_at_ms=0, last_at_ms=10_000_000)
    assert plan.closes_at_ms(restless, quiet_s=60, most_lines=125) == 300_000


def job(seq: int, *, next_try: int | None = None) -> ScanJob:
    return ScanJob("o", seq, "case", "ab", 0, 100, 0, None, 0, next_try, None)


def test_rule_23_a_page_goes_after_its_entry_and_when_its_turn_comes():
    jobs = [job(9), job(3, next_try=500), job(2)]
    about = {"left_out": set[tuple[str, int]](), "stored_to": {"o": 5}}

    assert plan.sendable(jobs, **about, now_ms=100, is_forced=False) == job(2)  # type: ignore[arg-type]
    assert plan.sendable(jobs, **about, now_ms=500, is_forced=False) == jobs[1]  # type: ignore[arg-type]
    assert plan.sendable(jobs, **about, now_ms=100, is_forced=True) == jobs[1]  # type: ignore[arg-type]
    assert plan.sendable(jobs, left_out={("o", 2)}, stored_to={"o": 5}, now_ms=0, is_forced=False) is None


facts = st.builds(
    SupportFacts,
    state=st.sampled_from(STATES),
    problem=st.sampled_from(PROBLEMS),
    entries=st.integers(0, 10**6),
    scans=st.integers(0, 10**4),
    refused=st.integers(0, 40),
    receipt_days=st.integers(0, 31),
    is_approved=st.booleans(),
    is_new_origin=st.booleans(),
    version=st.tuples(st.integers(0, 15), st.integers(0, 255), st.integers(0, 255)),
    pause=st.sampled_from(PAUSES),
)


@given(facts)
def test_a_support_code_tells_what_was_put_in(told: SupportFacts):
    code = support_code.write(told)
    read = support_code.read(code.lower().replace("-", " "))

    assert len(code) == 14
    assert (read.state, read.problem, read.receipt_days) == (told.state, told.problem, told.receipt_days)
    assert (read.is_approved, read.is_new_origin) == (told.is_approved, told.is_new_origin)
    assert (read.version, read.pause) == (told.version, told.pause)
    assert read.entries <= told.entries
    assert told.entries < max(1, 2 * read.entries) or read.entries == 2**14


@given(facts, st.integers(0, 11), st.sampled_from(ALPHABET))
def test_a_character_heard_wrong_is_found(told: SupportFacts, place: int, character: str):
    text = support_code.write(told).replace("-", "")
    wrong = text[:place] + character + text[place + 1 :]
    if wrong != text:
        with pytest.raises(InvalidInput):
            support_code.read(wrong)


@given(facts, st.integers(0, 10))
def test_two_characters_swapped_are_found(told: SupportFacts, place: int):
    text = support_code.write(told).replace("-", "")
    swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    if swapped != text:
        with pytest.raises(InvalidInput):
            support_code.read(swapped)


def test_every_state_and_problem_of_the_line_has_its_place_in_the_code():
    from desktop.ports_sync import LineState, PauseReason

    assert {state.value for state in LineState} == set(STATES)
    assert {pause.value for pause in PauseReason} == set(PAUSES) - {""}


async def numbers(count: int) -> AsyncGenerator[int, None]:
    for number in range(count):
        yield number


def test_jobs_are_begun_in_their_order_and_never_more_than_the_width():
    running, most, begun = 0, 0, []

    async def work(number: int) -> None:
        nonlocal running, most
        begun.append(number)
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1

    asyncio.run(in_flight(numbers(9), work, width=lambda: 2))

    assert begun == list(range(9))
    assert most == 2


def test_an_error_cancels_what_is_under_way_and_leaves_nothing_behind():
    cancelled: list[int] = []

    async def work(number: int) -> None:
        if number == 1:
            raise InterruptedError
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.append(number)
            raise

    with pytest.raises(InterruptedError):
        asyncio.run(in_flight(numbers(5), work, width=lambda: 2))

    assert cancelled == [0]


def test_a_room_holds_its_width_and_lets_in_by_the_order_of_coming():
    width, inside, most, entered = 2, 0, 0, []

    async def visit(room: Room, number: int) -> None:
        nonlocal inside, most
        async with room.place():
            entered.append(number)
            inside += 1
            most = max(most, inside)
            for _ in range(3):
                await asyncio.sleep(0)
            inside -= 1

    async def visit_all() -> None:
        room = Room(lambda: width)
        await asyncio.gather(*(visit(room, number) for number in range(9)))

    asyncio.run(visit_all())

    assert entered == list(range(9))
    assert most == 2


def test_who_is_cancelled_in_a_room_leaves_his_place():
    async def run() -> bool:
        room = Room(lambda: 1)

        async def stay() -> None:
            async with room.place():
                await asyncio.Event().wait()

        staying = asyncio.ensure_future(stay())
        await asyncio.sleep(0)
        staying.cancel()
        async with asyncio.timeout(5), room.place():
            return True

    assert asyncio.run(run())


def test_quiet_is_short_on_a_line_that_holds():
    line = Pace(started_s=0)
    assert (line.quiet_s(0), line.quiet_s(pace.STABLE_AFTER_S)) == (60, 5)


def test_every_trouble_that_sync_tells_has_its_sentence():
    told = {
        node.args[0].value
        for path in sorted(Path(reporting.__file__).parent.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Trouble"
        if isinstance(node.args[0], ast.Constant)
    }

    assert {"origin_forked", "sync_waits_for_city", "scan_damaged"} <= told
    assert told - set(SENTENCES) == set()
    assert set(PROBLEMS) - set(SENTENCES) == {""}
