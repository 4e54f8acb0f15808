"""What windows send, by the rules that others' users have paid for (the numbers are theirs)."""

import asyncio
from collections.abc import Callable

import pytest

from desktop.ports_sync import LineState, PauseReason, SyncLimits, Trouble
from desktop.sync import backoff, layout, limits
from desktop.sync.problems import CredentialsRefused
from tests.store import samples
from tests.sync.faulty_carrier import OK, REPLY_LOST, Fault, Kind, cut
from tests.sync.proof.at_the_city import lines_of, without_arrival
from tests.sync.proof.halls import HallWindow, World, add_window, check_everything_is_at_the_city, window_on

PAGE = bytes(range(256)) * 200  # 51,200 bytes: four chunks of 16 KB, the last one shorter


def on(*verbs: str, part: str) -> Callable[[str, str], bool]:
    return lambda verb, name: verb in verbs and part in name


def only_touching(window: HallWindow, *verbs: str, part: str) -> None:
    window.line._touches = on(*verbs, part=part)


def puts(window: HallWindow, part: str) -> list[str]:
    return [request.name for request in window.line.requests if request.verb == "put_new" and part in request.name]


def cycle(window: HallWindow) -> None:
    """A cycle that nobody has asked for."""
    asyncio.run(window.pump.cycle())


def test_rule_01_a_reply_that_is_lost_sends_nothing_twice(at: World, window: HallWindow):
    at.act(window)
    only_touching(window, "put_new", part="/seg/")

    window.sync([REPLY_LOST])
    at.collect()

    assert len(puts(window, "/seg/")) == 1  # asked instead of sent again
    assert lines_of(at.city, window.origin) == without_arrival(window.lines())


def test_rule_01_killed_between_storing_and_noting_it_finds_its_own_file(at: World, window: HallWindow):
    at.act(window)
    stored = dict(at.files)
    window.sync()
    segment = window.outbox.unanswered()[-1]
    window.outbox.segment_lost(segment)  # as the table was before the note
    assert len(at.files) > len(stored)

    window.sync()

    assert [kept.first for kept in window.outbox.unanswered()] == [segment.first]
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_rule_03_a_second_program_cannot_open_the_same_queue(at: World, window: HallWindow):
    from desktop.problems import ProfileInUse
    from desktop.store.store import Store

    with pytest.raises(ProfileInUse):
        Store.open(window.store.path.parent, samples.KEY, clock=at.clock)


def test_rule_04_buttons_and_lines_that_come_back_only_set_flags(at: World, window: HallWindow):
    at.act(window)
    for _ in range(5):
        window.pump.signals.force()
        window.pump.signals.set_line(is_reachable=False, is_metered=False)
        window.pump.signals.set_line(is_reachable=True, is_metered=False)
    assert window.line.requests == []

    cycle(window)

    assert len(puts(window, "/seg/")) == 1


def test_rule_05_what_was_tried_once_is_sent_as_it_was_and_a_later_line_goes_in_a_later_file(
    at: World, window: HallWindow
):
    at.act(window)
    only_touching(window, "put_new", part="/seg/")
    window.sync([cut(10)] * 9)
    (frozen,) = window.outbox.frozen()
    sealed = window.outbox.sealed(frozen)
    with window.store.write(samples.CLERK) as unit:
        unit.record([samples.checked()], case_id=window.cases[-1])

    window.sync()

    assert at.files[frozen.name] == sealed
    assert len(window.outbox.frozen()) == 2


def test_rule_07_a_case_that_is_written_while_a_push_is_under_way_is_sent_by_the_next(at: World, window: HallWindow):
    at.act(window)

    def at_work(request: object) -> None:
        window.line._before = lambda _request: None
        at.act(window)

    window.line._before = at_work
    window.sync()
    window.sync()

    at.collect()
    assert lines_of(at.city, window.origin) == without_arrival(window.lines())


def test_rule_09_stored_is_its_own_state_until_the_city_has_answered(at: World, window: HallWindow):
    at.act(window)
    window.sync()
    assert window.outbox.backlog().entries == 2
    assert [segment.stored_at_ms is not None for segment in window.outbox.frozen()] == [True]

    window.sync()  # the city has not looked yet
    assert window.outbox.backlog().entries == 2

    at.collect()
    window.sync()
    assert window.outbox.backlog().entries == 0


def test_rule_10_the_line_is_tried_again_later_and_at_once_when_it_is_back(at: World, window: HallWindow):
    at.act(window)
    window.sync([cut(0)] * 30)

    assert window.pump.standing.state is LineState.OFFLINE
    assert window.pump.standing.problem == Trouble("line_down", {"reason": "reply lost"})
    assert window.pump.standing.next_try_at is not None
    assert 0 < window.pump._delay_s() <= backoff.BETWEEN_FIRST_S

    window.pump.signals.set_line(is_reachable=False, is_metered=False)
    window.pump.signals.set_line(is_reachable=True, is_metered=False)
    assert window.pump._delay_s() == 0


def test_rule_11_one_file_that_is_refused_stops_nothing_else(at: World, window: HallWindow):
    for _ in range(3):
        at.act(window, page=PAGE + str(at.serial).encode())
        at.pass_time(2)
    only_touching(window, "put_new", part="/blob/")

    window.sync([Fault(Kind.FORBIDDEN)])

    assert window.pump.standing.state is LineState.ONLINE
    jobs = window.outbox.scan_jobs()
    assert [job.problem.key for job in jobs if job.problem] == ["store_forbids"]
    assert [job.tries for job in jobs] == [1]
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_a_thousand_errors_for_one_cause_end_after_the_first(at: World, window: HallWindow):
    for _ in range(4):
        at.act(window, page=PAGE)

    window.sync([Fault(Kind.UNAUTHORISED)] * 1000)

    assert len(window.line.requests) <= 3  # the head, and side by side with it the entries and their pointer
    window.line.requests.clear()
    window.sync([Fault(Kind.UNAUTHORISED)] * 1000)
    assert len(window.line.requests) == 1  # the line is no good: one asks for all
    assert window.pump.standing.problem is not None
    assert window.pump.standing.problem.key == CredentialsRefused().key


def test_a_line_that_is_gone_is_asked_twice_and_left_alone(at: World, window: HallWindow):
    at.act(window)

    window.sync([cut(0)] * 1000)

    names = [request.name for request in window.line.requests]
    assert max(names.count(name) for name in names) <= 2
    window.line.requests.clear()
    window.sync([cut(0)] * 1000)
    assert len(window.line.requests) == 2


def test_a_line_that_breaks_again_and_again_is_given_up_after_six_failures_in_a_row(at: World, window: HallWindow):
    at.act(window)

    window.sync([OK, *[cut(0)] * 1000])

    assert len(window.line.requests) <= 1 + 2 * backoff.TRIES_WITHIN  # two are in flight, and a cut takes both


def test_a_captive_portal_takes_nothing_for_an_answer(at: World, window: HallWindow):
    at.act(window)

    window.sync([Fault(Kind.BARE_200)] * 50)

    assert window.pump.standing.problem == Trouble("login_page_in_the_way", {})
    assert window.outbox.unanswered() == []  # what it took for stored beside the look does not count
    window.line.requests.clear()
    window.sync([Fault(Kind.BARE_200)] * 50)
    assert puts(window, "") == []
    at.come_to_rest()
    check_everything_is_at_the_city(at)


@pytest.mark.expects_log(30)
def test_what_the_store_has_taken_and_lost_is_sent_again(
    at: World, window: HallWindow, caplog: pytest.LogCaptureFixture
):
    at.act(window)
    window.sync()
    (segment,) = window.outbox.unanswered()
    del at.files[segment.name]

    at.pass_time(5)
    cycle(window)
    assert segment.name not in at.files  # not doubted yet
    at.pass_time(6)
    cycle(window)

    assert segment.name in at.files
    assert "lost a file" in caplog.text
    caplog.clear()


def test_nothing_is_sealed_before_it_is_quiet_unless_a_person_asks(at: World, window: HallWindow):
    at.act(window)
    at.clock.moment = at.clock.moment.replace(second=59)
    cycle(window)
    assert window.outbox.frozen() == []
    assert 0 < window.pump._delay_s() <= 1

    at.pass_time(1)
    cycle(window)

    assert [segment.count for segment in window.outbox.frozen()] == [2]


def test_a_long_segment_that_the_line_does_not_bear_is_cut_into_shorter_ones(at: World, window: HallWindow):
    for _ in range(70):
        at.act(window)
    window.pump.pace.segment_lines = 125
    only_touching(window, "put_new", part="/seg/")
    window.sync([cut(10)] * 9)
    frozen = window.outbox.frozen()[0]

    window.sync()

    assert frozen.count == 125
    assert window.pump.pace.segment_lines >= 25
    assert max(segment.count for segment in window.outbox.frozen()) < 125
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_a_stored_segment_whose_reply_was_lost_holds_also_after_it_was_cut_anew(at: World, window: HallWindow):
    for _ in range(70):
        at.act(window)
    only_touching(window, "put_new", part="/seg/")
    window.sync([REPLY_LOST])
    (frozen,) = [segment for segment in window.outbox.frozen() if segment.first == 2]
    window.outbox.segment_lost(frozen)
    window.outbox.thaw(frozen)

    window.sync()

    again = window.outbox.frozen()[0]
    assert (again.first, again.last) == (frozen.first, frozen.last)
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_rule_23_a_page_takes_up_where_it_was_cut_and_at_most_what_was_in_flight_goes_again(
    at: World, window: HallWindow
):
    at.act(window, page=PAGE)
    only_touching(window, "put_new", part="/blob/")
    window.sync([OK, OK, *[cut(10)] * 30])
    (job,) = window.outbox.scan_jobs()
    assert job.sent_bytes == 2 * 16_384
    window.line.requests.clear()

    again = window_on(window.store, at)  # a restart
    again.pages.update(window.pages)
    again.sync()

    sent = [name[-8:] for name in puts(again, "/blob/")]
    assert sent == ["00032768", "00049152"]
    at.windows[:] = [again]
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_rule_23_entries_go_first_and_pages_after_them(at: World, window: HallWindow):
    at.act(window, page=PAGE)

    window.sync()

    names = puts(window, "")
    assert max(i for i, name in enumerate(names) if "/seg/" in name) < min(
        i for i, name in enumerate(names) if "/blob/" in name
    )


def test_a_page_goes_on_in_chunks_of_another_size_where_an_earlier_try_left_it(at: World, window: HallWindow):
    big = PAGE * 8
    at.act(window, page=big)
    only_touching(window, "put_new", part="/blob/")
    window.sync([OK, OK, *[cut(10)] * 30])
    window.pump.pace.started_s = -10_000
    window.pump.pace._cut_s = None  # a stable line: chunks of 64 KB

    window.sync()

    assert window.outbox.scan_jobs() == []
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_rule_24_a_page_that_the_city_misses_is_sent_again_though_the_store_had_taken_it(at: World, window: HallWindow):
    at.act(window, page=PAGE)
    window.sync()
    lost = next(name for name in at.files if name.endswith("/00016384"))
    del at.files[lost]
    at.collect()
    window.sync()
    assert window.outbox.backlog().scans == 1

    at.come_to_rest()

    check_everything_is_at_the_city(at)


def test_a_decision_of_the_city_does_not_wait_for_a_long_page(at: World, window: HallWindow):
    at.act(window, page=PAGE * 4)
    took: list[str] = []

    def minute_by_minute(request: object) -> None:
        window.pump._timing.passed_s += 30  # type: ignore[attr-defined]

    window.line._before = minute_by_minute
    window.sync()

    took = [request.name for request in window.line.requests]
    first, last = (i for i, name in enumerate(took) if "/blob/" in name), len(took)
    heads = [i for i, name in enumerate(took) if name == layout.head("450000100")]
    assert any(next(first) < head < last - 1 for head in heads)


def test_pages_are_pushed_again_only_for_what_failed(at: World, window: HallWindow):
    at.act(window, page=PAGE)
    window.sync()
    window.line.requests.clear()

    window.sync()

    assert puts(window, "/blob/") == []


def test_a_day_that_is_used_up_sends_no_more_but_still_listens(at: World, window: HallWindow):
    limits.keep(window.outbox, SyncLimits(day_limit_bytes=window.outbox.sent_bytes("2026-11-23") + 20_000))
    at.act(window, page=PAGE)

    window.sync()

    assert (window.pump.standing.state, window.pump.standing.pause) == (LineState.PAUSED, PauseReason.DAY_LIMIT)
    assert window.outbox.sent_bytes("2026-11-23") <= limits.kept(window.outbox).day_limit_bytes
    at.collect()
    window.sync()
    assert window.outbox.backlog().entries == 0
    days = 0
    while window.outbox.scan_jobs():
        at.pass_time(24 * 60)
        window.sync()
        days += 1
    assert days == 2


def test_a_pause_by_hand_holds_until_somebody_goes_on(at: World, window: HallWindow):
    window.pump.signals.set_paused(is_paused=True)
    assert window.pump._delay_s() > 60
    assert window.pump.standing.pause is PauseReason.BY_HAND

    window.pump.signals.set_paused(is_paused=False)

    assert window.pump._delay_s() <= 0


def test_a_metered_line_is_left_alone_unless_a_person_asks_or_has_allowed_it(at: World, window: HallWindow):
    window.pump.signals.set_line(is_reachable=True, is_metered=True)
    assert window.pump._delay_s() > 60
    assert window.pump.standing.pause is PauseReason.METERED

    window.pump.signals.force()
    assert window.pump._delay_s() == 0
    window.pump.signals.take_forced()

    limits.keep(window.outbox, SyncLimits(pause_on_metered=False))
    assert window.pump._delay_s() <= 0


def test_a_cancelled_cycle_leaves_what_it_stored_and_goes_on_later(at: World, window: HallWindow):
    at.act(window, page=PAGE)

    async def break_off() -> None:
        task = asyncio.ensure_future(window.pump.cycle())

        def at_the_second_chunk(_request: object) -> None:
            if len(puts(window, "/blob/")) == 2:
                task.cancel()

        window.line._before = at_the_second_chunk
        window.pump.signals.force()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(break_off())

    assert window.pump.standing.state is LineState.ONLINE
    assert window.outbox.pending(window.origin) == []
    assert len(window.outbox.scan_jobs()) == 1
    window.line._before = lambda _request: None
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_a_window_that_waits_for_approval_says_so_and_is_at_the_city_once_it_has_it(at: World):
    new = add_window(at, at.city.folder, "05", asks=False)
    new.sync()
    assert new.pump.standing.state is LineState.AWAITING_APPROVAL
    assert layout.join(new.origin) in at.files
    joins = len([name for name in at.files if "/join/" in name])

    new.sync()

    assert len([name for name in at.files if "/join/" in name]) == joins


def test_a_revoked_window_sends_nothing_and_says_why(at: World, window: HallWindow):
    from desktop.city.joining import revoke

    revoke(at.city, window.origin)
    at.collect()
    window.sync()
    at.act(window)
    window.line.requests.clear()

    window.sync()

    assert window.pump.standing.state is LineState.STOPPED
    assert window.pump.standing.problem == Trouble("window_revoked")
    assert puts(window, "") == []


def test_rule_25_credentials_that_ran_out_neither_block_the_counter_nor_hide_the_queue(at: World, window: HallWindow):
    at.act(window)
    window.sync([Fault(Kind.UNAUTHORISED)])

    at.act(window)

    assert window.outbox.backlog().entries == 4
    assert window.pump.standing.problem == Trouble("credentials_refused", {})


def test_nothing_is_asked_of_a_window_that_was_never_enrolled(tmp_path, at: World, window: HallWindow):
    window.outbox.set_setting("sync.enrolment", "")
    window.line.requests.clear()

    window.sync()

    assert window.pump.standing.state is LineState.NOT_ENROLLED
    assert window.line.requests == []


def test_a_collector_is_told_after_a_kill_between_storing_and_telling(at: World, window: HallWindow):
    at.act(window)
    only_touching(window, "put_new", part="/inbox/")
    window.sync([cut(0)] * 20)
    at.pass_time(1)
    again = window_on(window.store, at)

    again.sync()

    assert len(puts(again, "/inbox/")) == 1


def test_two_carriers_one_store_the_other_windows_files_are_never_touched(two: World):
    one, other = two.windows
    two.act(one)
    two.act(other)

    one.sync()
    other.sync()

    written = {request.name for request in one.line.requests if request.verb in ("put_new", "replace")}
    assert all(one.origin in name for name in written)
