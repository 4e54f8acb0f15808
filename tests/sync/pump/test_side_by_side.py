"""What goes over the line side by side, so that it never stands still for a reply; and nothing gets weaker by it."""

import asyncio
import random

import pytest

from desktop.city.joining import revoke
from desktop.ports_sync import LineState
from desktop.sync.pace import FIRST_LINES, Pace
from desktop.sync.problems import LineDown
from desktop.sync.reach import Reach
from tests.sync.faulty_carrier import REPLY_LOST, SILENT, Fault, Kind, cut
from tests.sync.memory_carrier import MemoryCarrier
from tests.sync.proof.at_the_city import lines_of, without_arrival
from tests.sync.proof.halls import HallWindow, QuickTiming, World, check_everything_is_at_the_city, window_on

TURNS = 1_000
HEAD_HELD_BACK = Fault(Kind.SLOW, wait_s=1.0)


def names(window: HallWindow) -> list[str]:
    return [request.name for request in window.line.requests]


def hold_the_head_back_until(window: HallWindow, part: str) -> list[bool]:
    """The head's answer comes once a name with `part` in it was asked for; whether that was so, for each time."""
    seen: list[bool] = []

    async def sleep(_seconds: float) -> None:
        for _ in range(TURNS):
            await asyncio.sleep(0.001)
            if any(part in name for name in names(window)):
                break
        seen.append(any(part in name for name in names(window)))

    window.line._sleep = sleep
    window.line._touches = lambda verb, _name: verb == "get_if_changed"
    return seen


def test_entries_are_on_their_way_before_the_city_has_answered(at: World, window: HallWindow):
    at.act(window)
    seen = hold_the_head_back_until(window, "/seg/")

    window.sync([HEAD_HELD_BACK])

    assert seen == [True]
    assert names(window)[0].endswith("HEAD.json")  # first on the line all the same
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_nothing_counts_as_stored_before_the_city_has_been_heard(at: World, window: HallWindow):
    at.act(window)
    stored = len([name for name in at.files if "/seg/" in name])
    hold_the_head_back_until(window, "/seg/")

    window.sync([Fault(Kind.SILENT, wait_s=1.0)] * 20)

    assert len([name for name in at.files if "/seg/" in name]) == stored + 1
    assert len(window.outbox.pending(window.origin)) == 1
    window.line._touches = lambda _verb, _name: True
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_after_a_burst_that_failed_one_asks_before_one_sends(at: World, window: HallWindow):
    window.sync([cut(0)] * 30)
    at.act(window)
    window.line.requests.clear()

    window.sync([cut(0)] * 30)

    assert {name.rpartition("/")[2] for name in names(window)} == {"HEAD.json"}


def test_where_each_request_needs_a_connection_of_its_own_one_asks_before_one_sends(
    at: World, window: HallWindow, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(MemoryCarrier, "is_shared", False)
    at.act(window)
    seen = hold_the_head_back_until(window, "/seg/")

    window.sync([HEAD_HELD_BACK])

    assert seen == [False]
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_what_a_window_sent_beside_the_word_that_it_is_revoked_the_city_does_not_take(at: World, window: HallWindow):
    at.act(window)
    before = lines_of(at.city, window.origin)
    revoke(at.city, window.origin)
    at.collect()

    window.sync()
    at.collect()

    assert window.pump.standing.state is LineState.STOPPED
    assert lines_of(at.city, window.origin) == before
    at.act(window)
    window.line.requests.clear()
    window.sync()
    assert not any("/seg/" in name for name in names(window))


def test_lines_that_lie_in_the_store_already_are_found_by_the_put_itself(at: World, window: HallWindow):
    at.act(window)
    window.sync()
    segment = window.outbox.unanswered()[-1]
    window.outbox.segment_lost(segment)  # as kill -9 between storing and noting it leaves the table
    window.outbox.thaw(segment)  # and sealed anew: other bytes under a name that is taken

    again = window_on(window.store, at)
    again.sync()

    at.windows[:] = [again]
    at.come_to_rest()
    check_everything_is_at_the_city(at)
    assert lines_of(at.city, window.origin) == without_arrival(window.lines())


def test_a_second_burst_of_a_minute_asks_nothing_about_its_pointer(at: World, window: HallWindow):
    at.pass_time(1)
    at.act(window)
    window.sync()
    assert sum("/inbox/" in name for name in names(window)) == 1
    window.line.requests.clear()

    at.act(window)
    window.sync()
    assert not any("/inbox/" in name for name in names(window))

    at.pass_time(1)
    at.act(window)
    window.sync()
    assert sum("/inbox/" in name for name in names(window)) == 1


def test_a_pointer_that_did_not_get_through_is_owed(at: World, window: HallWindow):
    at.pass_time(1)
    at.act(window)
    window.line._touches = lambda verb, name: verb == "put_new" and "/inbox/" in name
    window.sync([SILENT] * 9)
    window.line.requests.clear()

    window.sync([REPLY_LOST])

    assert any("/inbox/" in name for name in names(window))
    at.collect()
    assert lines_of(at.city, window.origin) == without_arrival(window.lines())


class Cut(MemoryCarrier):
    """Everything that is under way is cut at once, the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.under_way = 0
        self.cut = asyncio.Event()

    async def put_new(self, name: str, body: bytes) -> bool:
        if not self.cut.is_set():
            self.under_way += 1
            if self.under_way == 3:
                self.cut.set()
            await self.cut.wait()
            raise LineDown(reason="cut")
        return await super().put_new(name, body)


def test_a_cut_counts_once_for_all_that_was_under_way():
    pace, timing = Pace(started_s=0), QuickTiming()

    async def put_three() -> MemoryCarrier:
        carrier = Cut()
        reach = Reach(carrier, pace, timing, random.Random(1), has_passed=True)
        await asyncio.gather(*(reach.put(name, b"1", is_asked_first=False) for name in "abc"))
        return carrier

    carrier = asyncio.run(put_three())

    assert set(carrier.files) == {"a", "b", "c"}
    assert pace.segment_lines == FIRST_LINES // 2


PAGE = bytes(range(256)) * 1_000  # sixteen chunks of 16 KB


def test_while_the_store_is_asked_about_a_chunk_that_was_cut_the_next_ones_go(at: World, window: HallWindow):
    at.act(window, page=PAGE)
    window.pump.pace.bytes_per_s = 8_192.0
    touched: list[str] = []
    others: list[int] = []

    def touches(verb: str, name: str) -> bool:
        is_touched = name.endswith("/00016384") and len(touched) < 2
        touched.extend([verb] if is_touched else [])
        return is_touched

    async def sleep(_seconds: float) -> None:
        before = len(names(window))
        for _ in range(TURNS):
            await asyncio.sleep(0.001)
            if len(names(window)) > before:
                break
        others.append(len(names(window)) - before)

    window.line._touches, window.line._sleep = touches, sleep

    window.sync([cut(10), Fault(Kind.SLOW, wait_s=1.0)])

    assert touched == ["put_new", "stat"]
    assert others[0] > 0
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_chunks_that_overtook_a_gap_are_not_taken_for_the_whole_after_a_restart(at: World, window: HallWindow):
    at.act(window, page=PAGE)
    window.pump.pace.bytes_per_s = 8_192.0
    window.line._touches = lambda verb, name: verb == "put_new" and name.endswith("/00016384")
    window.sync([cut(10)] * 30)
    (job,) = window.outbox.scan_jobs()
    assert job.sent_bytes == 16_384
    assert sum("/blob/" in name for name in at.files) > 2

    again = window_on(window.store, at)
    again.pages.update(window.pages)
    at.windows[:] = [again]
    at.come_to_rest()

    check_everything_is_at_the_city(at)
