"""What waits for the city: frozen once, acknowledged by the city alone, counted in the tables each time."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from desktop.domain import events as ev
from desktop.domain.succession import succession_message
from desktop.ports_outbox import Agreement, FrozenSegment
from desktop.ports_sync import Trouble
from desktop.problems import ScanMissing
from desktop.store.outbox import Outbox
from desktop.store.store import Store
from desktop.sync.enrolment import succession
from tests.store import samples
from tests.store.samples import CLERK, KEY, SetClock

PAGE = b"page" * 1000
DIGEST = hashlib.sha256(PAGE).hexdigest()


@pytest.fixture
def outbox(store: Store) -> Outbox:
    return Outbox(store, adopt=lambda *_: None, page={DIGEST: PAGE}.get)


def take_in(store: Store, serial: int, *, pages: int = 0) -> str:
    with store.write(CLERK) as unit:
        case_id = unit.new_id()
        unit.record([samples.received(serial)], case_id=case_id)
        for place in range(1, pages + 1):
            unit.record([scan(place)], case_id=case_id)
    return case_id


def scan(place: int, size_bytes: int = len(PAGE)) -> ev.ScanAdded:
    return ev.ScanAdded(sha256=DIGEST, material_code="M1", place=place, media="image/webp", size_bytes=size_bytes)


def freeze(outbox: Outbox, first: int, last: int) -> FrozenSegment:
    lines = outbox.lines(outbox.origin, first=first, limit=last - first + 1)
    return outbox.freeze(lines, f"name-{first}", b"sealed" * len(lines), at_ms=1)


def acknowledge(outbox: Outbox, seq: int) -> Agreement:
    line = outbox.line(outbox.origin, seq)
    assert line is not None
    return outbox.acknowledge(outbox.origin, seq, line.hash, at_ms=5)


def test_rule_05_what_is_frozen_is_sent_as_it_is_whatever_is_written_later(store: Store, outbox: Outbox):
    case_id = take_in(store, 1)
    segment = freeze(outbox, 1, 1)
    with store.write(CLERK) as unit:
        unit.record([samples.accepted()], case_id=case_id)

    assert outbox.sealed(segment) == b"sealed"
    unsealed = outbox.unsealed(store.origin)
    assert unsealed is not None
    assert (unsealed.first, unsealed.last) == (2, 2)


def test_rule_07_every_line_without_a_receipt_is_in_a_segment_or_still_to_be_sealed(store: Store, outbox: Outbox):
    for serial in range(1, 9):
        take_in(store, serial)
    outbox.segment_stored(freeze(outbox, 1, 2), at_ms=2)
    freeze(outbox, 3, 4)
    acknowledge(outbox, 1)

    held = {seq for segment in outbox.frozen() for seq in range(segment.first, segment.last + 1)}
    unsealed = outbox.unsealed(store.origin)

    assert unsealed is not None
    assert held | set(range(unsealed.first, unsealed.last + 1)) >= set(range(2, 9))


def test_a_hole_between_segments_is_sealed_before_what_is_behind(store: Store, outbox: Outbox):
    for serial in range(1, 7):
        take_in(store, serial)
    freeze(outbox, 1, 2)
    outbox.segment_stored(freeze(outbox, 5, 5), at_ms=2)

    unsealed = outbox.unsealed(store.origin)

    assert unsealed is not None
    assert (unsealed.first, unsealed.last) == (3, 4)


def test_what_failed_is_cut_anew_but_not_what_is_stored_or_carried(store: Store, outbox: Outbox):
    for serial in range(1, 9):
        take_in(store, serial)
    stored, carried, failed = (freeze(outbox, first, first + 1) for first in (1, 3, 5))
    outbox.segment_stored(stored, at_ms=2)
    outbox.segment_carried(carried)

    outbox.thaw(failed)
    outbox.thaw(carried)

    assert [segment.first for segment in outbox.frozen()] == [1, 3]


def test_what_the_store_had_already_takes_the_place_of_other_pieces(store: Store, outbox: Outbox):
    for serial in range(1, 5):
        take_in(store, serial)
    freeze(outbox, 1, 1)
    freeze(outbox, 2, 3)

    outbox.segment_found(store.origin, first=1, last=2, name="name-1", sealed=b"found", at_ms=3)

    assert [(s.first, s.last, s.stored_at_ms) for s in outbox.frozen()] == [(1, 2, 3)]
    unsealed = outbox.unsealed(store.origin)
    assert unsealed is not None
    assert unsealed.first == 3


def test_rule_09_stored_is_not_acknowledged(store: Store, outbox: Outbox):
    take_in(store, 1)
    outbox.segment_stored(freeze(outbox, 1, 1), at_ms=2)
    assert outbox.backlog().entries == 1
    assert outbox.last_receipt_ms() is None

    assert acknowledge(outbox, 1) is Agreement.NOTED

    assert (outbox.backlog().entries, outbox.backlog().cases) == (0, 0)
    assert outbox.last_receipt_ms() == 5
    assert outbox.frozen() == []


def test_an_acknowledgement_of_another_line_moves_nothing(store: Store, outbox: Outbox):
    take_in(store, 1)

    assert outbox.acknowledge(store.origin, 1, bytes(32), at_ms=5) is Agreement.FORKED
    assert outbox.acknowledge(store.origin, 2, bytes(32), at_ms=5) is Agreement.LACKING

    assert outbox.acknowledged() == {}


def test_an_older_acknowledgement_takes_nothing_back(store: Store, outbox: Outbox):
    take_in(store, 1)
    take_in(store, 2)
    acknowledge(outbox, 2)

    acknowledge(outbox, 1)

    assert outbox.acknowledged() == {store.origin: 2}


def test_rule_10_a_failure_keeps_its_reason_tries_and_next_try(store: Store, outbox: Outbox):
    take_in(store, 1)
    segment = freeze(outbox, 1, 1)

    outbox.segment_failed(segment, Trouble("line_silent", {"seconds": 12}), next_try_at_ms=99)

    (kept,) = outbox.pending(store.origin)
    assert (kept.tries, kept.next_try_at_ms, kept.problem) == (1, 99, Trouble("line_silent", {"seconds": 12}))


def test_the_backlog_counts_cases_entries_pages_and_bytes(store: Store, outbox: Outbox):
    take_in(store, 1, pages=2)
    take_in(store, 2)
    freeze(outbox, 1, 3)
    job = outbox.scan_jobs()[0]
    outbox.scan_progress(job, sent_bytes=1500, stored_at_ms=None)

    backlog = outbox.backlog()

    assert (backlog.cases, backlog.entries, backlog.scans) == (2, 4, 2)
    assert (backlog.sealed_bytes, backlog.unsealed_entries, backlog.scan_bytes) == (18, 1, 2 * len(PAGE) - 1500)
    assert backlog.bytes_left == 18 + backlog.line_bytes + backlog.scan_bytes


def test_a_case_whose_page_is_missing_at_the_city_still_waits(store: Store, outbox: Outbox):
    take_in(store, 1, pages=1)
    acknowledge(outbox, 2)

    assert (outbox.backlog().cases, outbox.backlog().entries, outbox.backlog().scans) == (1, 0, 1)

    outbox.scans_acknowledged(outbox.scans_unanswered(), at_ms=6)

    assert (outbox.backlog().cases, outbox.backlog().scans) == (0, 0)


def test_pages_of_the_newest_case_go_first_and_small_ones_before_large(store: Store, clock: SetClock, outbox: Outbox):
    with store.write(CLERK) as unit:
        older, newer = unit.new_id(), unit.new_id()
        unit.record([samples.received(1), scan(1, 10)], case_id=older)
    clock.moment = clock.moment.replace(hour=5)
    with store.write(CLERK) as unit:
        unit.record([samples.received(2), scan(1, 900), scan(2, 100)], case_id=newer)

    assert [(job.case_id, job.size_bytes) for job in outbox.scan_jobs()] == [(newer, 100), (newer, 900), (older, 10)]


def test_a_page_that_is_not_here_says_so(outbox: Outbox):
    with pytest.raises(ScanMissing):
        outbox.page("ab" * 32)


@pytest.fixture
def copy(store: Store, profile: Path, tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    take_in(store, 1)
    store.close()
    shutil.copytree(profile, tmp_path / "copy")
    with Store.open(tmp_path / "copy", KEY, clock=clock) as opened:
        yield opened


def test_a_new_origin_introduces_itself_in_its_first_line(store: Store, copy: Store):
    with copy.write(CLERK) as unit:
        unit.record([ev.LoggedIn(clerk_id="zhangsan")])
        unit.record([ev.Locked()])

    with copy.read() as reader:
        lines = list(reader.ledger.of_origin(copy.origin))
        keys = dict(reader.public_keys())
    assert [line.kind for line in lines] == ["OriginSucceeded", "LoggedIn", "Locked"]
    event = ev.decode(lines[0].body)
    assert isinstance(event, ev.OriginSucceeded)
    assert (event.predecessor, event.known_seq, event.public_key) == (store.origin, 1, keys[copy.origin].hex())
    message = succession_message(copy.origin, keys[copy.origin])
    Ed25519PublicKey.from_public_bytes(keys[store.origin]).verify(bytes.fromhex(event.signature), message)


def test_the_city_reads_the_word_of_the_predecessor_as_the_store_signs_it():
    assert succession("450000100-02-0000000a", bytes(32)) == succession_message("450000100-02-0000000a", bytes(32))


def test_a_new_origin_still_sends_what_the_old_one_left(store: Store, copy: Store):
    outbox = Outbox(copy, adopt=lambda *_: None, page=lambda _sha256: None)
    with copy.write(CLERK) as unit:
        unit.record([ev.Locked()])

    assert outbox.own_origins() == [store.origin, copy.origin]
    assert [outbox.unsealed(origin) is not None for origin in outbox.own_origins()] == [True, True]
    assert outbox.succeeded() == store.origin
    before = outbox.predecessor()
    assert before is not None
    assert before[0] == store.origin


def test_going_on_as_a_new_origin_needs_no_restart(store: Store, outbox: Outbox):
    take_in(store, 1)
    before = store.origin

    assert outbox.succeed() == store.origin != before

    with store.write(CLERK) as unit:
        unit.record([ev.Locked()])
    with store.read() as reader:
        assert [line.kind for line in reader.ledger.of_origin(store.origin)] == ["OriginSucceeded", "Locked"]
    assert outbox.succeeded() == before


def test_what_was_sent_is_counted_by_day(outbox: Outbox):
    outbox.add_sent_bytes("2026-11-23", 100)
    outbox.add_sent_bytes("2026-11-23", 50)

    assert (outbox.sent_bytes("2026-11-23"), outbox.sent_bytes("2026-11-24")) == (150, 0)


def test_who_listens_hears_of_each_action_that_was_kept(store: Store):
    heard: list[int] = []
    store.listen(lambda: heard.append(1))

    take_in(store, 1)
    with pytest.raises(InterruptedError), store.write(CLERK):
        raise InterruptedError

    assert heard == [1]
