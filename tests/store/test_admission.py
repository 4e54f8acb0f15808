"""Lines of others come in as they are, and never touch what is here."""

import random
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import events as ev
from desktop.domain.checklist import MaterialState
from desktop.domain.people import Applicant, Clerk
from desktop.ports_sync import AnswerKind
from desktop.store.admission import LinesForked, LinesMissing, LinesUnsound
from desktop.store.ledger import Ledger
from desktop.store.line import Line, NewLine, hash_of
from desktop.store.store import Store
from tests.store import samples
from tests.store.samples import CLERK, KEY, NOON, SetClock
from tests.store.test_projections import dump_store

CITY = "yangxu-city-0000000a"


def elsewhere(folder: Path, window: str, clock: SetClock) -> Store:
    (folder / window).mkdir()
    return Store.create(folder / window, KEY, hall="yangxu", window=window, clock=clock)


def lines_of(store: Store, origin: str = "") -> list[Line]:
    with store.read() as reader:
        return [replace(line, arrival=0) for line in reader.ledger.of_origin(origin or store.origin)]


def admit(store: Store, lines: Sequence[Line]) -> int:
    with store.write(None) as unit:
        return unit.admit(lines)


@pytest.fixture
def other(tmp_path: Path, clock: SetClock):
    with elsewhere(tmp_path, "03", clock) as opened:
        with opened.write(CLERK) as unit:
            case_id = unit.new_id()
            unit.record([samples.received(7), samples.checked(MaterialState.COMPLETE)], case_id=case_id)
        yield opened


def city_lines(store: Store, *events: ev.Event, case_id: str | None = None) -> list[Line]:
    """What the city would have written, made in a transaction that is thrown away."""
    new = [NewLine(ev.kind_of(event), case_id, ev.encode(event)) for event in events]
    try:
        with store.write(None) as unit:
            written = Ledger(unit._db, CITY).append(new, clerk="city", at=1)
            raise InterruptedError
    except InterruptedError:
        return [replace(line, arrival=0) for line in written]


def test_lines_of_another_window_are_folded_into_the_same_case(store: Store, other: Store):
    assert admit(store, lines_of(other)) == 2

    assert lines_of(store, other.origin) == lines_of(other)
    with store.read() as reader:
        assert [row.applicant_name for row in reader.search("王示例")] == ["王示例"]
    assert store.verify() is None


def test_rule_01_the_same_segment_twice_is_there_once(store: Store, other: Store):
    admit(store, lines_of(other))

    assert admit(store, lines_of(other)) == 0

    assert len(lines_of(store, other.origin)) == 2


def test_rule_08_what_comes_in_changes_no_line_that_is_here(store: Store, other: Store):
    with store.write(CLERK) as unit:
        unit.record([samples.received(1)], case_id=unit.new_id())
    before = lines_of(store)

    admit(store, lines_of(other))

    assert lines_of(store) == before


def test_a_gap_is_named_and_nothing_behind_it_is_kept(store: Store, other: Store):
    with pytest.raises(LinesMissing) as missing:
        admit(store, lines_of(other)[1:])

    assert missing.value.fields == {"origin": other.origin, "seq": 1}
    assert lines_of(store, other.origin) == []


def test_a_second_line_of_one_number_is_a_fork_and_the_first_stays(store: Store, other: Store):
    first, second = lines_of(other)
    admit(store, [first, second])
    changed = replace(second, clerk="lisi", hash=b"")
    changed = replace(changed, hash=hash_of(changed))

    with pytest.raises(LinesForked) as forked:
        admit(store, [changed])

    assert forked.value.fields == {"origin": other.origin, "seq": 2}
    assert lines_of(store, other.origin) == [first, second]


def test_a_line_that_follows_from_another_history_is_a_fork(store: Store, other: Store):
    first, second = lines_of(other)
    admit(store, [first])
    grafted = replace(second, prev=bytes(32), hash=b"")
    grafted = replace(grafted, hash=hash_of(grafted))

    with pytest.raises(LinesForked):
        admit(store, [grafted])


def test_a_line_that_is_not_what_its_hash_says_is_refused(store: Store, other: Store):
    first, second = lines_of(other)

    with pytest.raises(LinesUnsound) as unsound:
        admit(store, [first, replace(second, body=b"{}")])

    assert unsound.value.fields == {"origin": other.origin, "seq": 2}
    assert lines_of(store, other.origin) == []


def test_a_case_number_that_is_taken_already_stops_that_origin_and_nothing_else(store: Store, other: Store):
    with store.write(CLERK) as unit:
        unit.record([samples.received(7)], case_id=unit.new_id())

    with pytest.raises(LinesUnsound):
        admit(store, lines_of(other))

    assert lines_of(store, other.origin) == []
    assert store.verify() is None


def test_nobody_else_writes_as_the_origin_of_this_store(store: Store):
    with store.write(CLERK) as unit:
        unit.record([ev.Locked()])
    (own,) = lines_of(store)
    foreign = replace(own, seq=2, prev=own.hash, id="0192f0c0-0000-7000-8000-00000000ffff", hash=b"")
    foreign = replace(foreign, hash=hash_of(foreign))

    with pytest.raises(LinesForked):
        admit(store, [foreign])

    assert lines_of(store) == [own]


def test_the_clerks_and_waiting_papers_of_another_window_are_not_this_ones(store: Store, other: Store):
    with store.write(CLERK) as unit:
        unit.record([ev.ClerkSet(clerk=CLERK.clerk)])
    with other.write(CLERK) as unit:
        unit.record([ev.ClerkSet(clerk=Clerk(clerk_id="zhangsan", name="李示例"))])
        case_id = unit.new_id()
        unit.record([samples.received(8), paper_of_window("03")], case_id=case_id)

    admit(store, lines_of(other))

    with store.read() as reader:
        assert [clerk.name for clerk in reader.clerks()] == ["张三"]
        assert reader.papers_waiting() == []


def paper_of_window(window: str) -> ev.PaperIssued:
    issued = samples.paper(8)
    head = msgspec.structs.replace(issued.paper.head, window=window)
    return msgspec.structs.replace(issued, paper=msgspec.structs.replace(issued.paper, head=head))


def test_answers_of_the_city_stand_with_their_case_until_somebody_settles_them(store: Store):
    with store.write(CLERK) as unit:
        case_id = unit.new_id()
        unit.record([samples.received(1)], case_id=case_id)
    answers = city_lines(
        store,
        ev.CityReceived(office="示例市局", project_no="P1"),
        ev.CityRefusedEntry(entry_origin=store.origin, entry_seq=1, reason="invalid.empty", field="applicant.name"),
        ev.CityDecided(office="示例市局", is_granted=True, decided_on=date(2026, 11, 25)),
        case_id=case_id,
    )
    admit(store, answers)

    with store.read() as reader:
        found = reader.city_answers(case_id)
    assert [(answer.kind, answer.is_settled) for answer in found] == [
        (AnswerKind.RECEIVED, True),
        (AnswerKind.REFUSED, False),
        (AnswerKind.DECIDED, False),
    ]
    assert (found[1].text, found[1].field, found[1].entry_seq) == ("invalid.empty", "applicant.name", 1)

    with store.write(CLERK) as unit:
        unit.record([ev.CityAnswerSettled(answer_origin=CITY, answer_seq=2, note="示例")], case_id=case_id)
        open_kinds = [answer.kind for answer in unit.city_answers(case_id, only_open=True)]
    assert open_kinds == [AnswerKind.DECIDED]


def morning(folder: Path, chance: random.Random) -> list[list[Line]]:
    """Three windows that hear of each other now and then, and the city: the lines of each."""
    clock = SetClock()
    stores = [elsewhere(folder, window, clock) for window in ("02", "03", "04")]
    cases: list[str] = []
    papers: list[int] = []
    try:
        for serial in range(1, 13):
            clock.moment = NOON + timedelta(minutes=serial + chance.randint(-3, 3))
            store = chance.choice(stores)
            if chance.random() < 0.35:
                for source in stores:
                    if source is not store:
                        admit(store, lines_of(source))
            with store.write(CLERK) as unit:
                known = [case_id for case_id in cases if unit.case(case_id)]
                act = chance.choice((0, 2, 2, 3, 3, 4, 5))
                if act == 0 or not known:
                    case_id = unit.new_id()
                    cases.append(case_id)
                    papers.append(serial)
                    name, phone = chance.choice(["王示例", "李示例"]), chance.choice(["", "13900000021"])
                    taken = msgspec.structs.replace(samples.received(serial), applicant=applicant(name, phone))
                    unit.record([taken, samples.paper(serial)], case_id=case_id)
                elif act == 2:
                    unit.record([samples.accepted()], case_id=chance.choice(known))
                elif act == 3:
                    unit.record([samples.checked(MaterialState.FAULTY)], case_id=chance.choice(known))
                else:
                    case_id = chance.choice(known)
                    number = samples.paper(papers[cases.index(case_id)]).number
                    printed: list[ev.Event] = [
                        ev.PrintQueued(number=number, sheet_no=act - 4, device=store.origin[-8:])
                    ]
                    printed += [ev.PrintSent(number=number, sheet_no=act - 4, pdf_sha256="cd" * 32)] if act == 5 else []
                    unit.record(printed, case_id=case_id)
        city = city_lines(
            stores[0], *[ev.CityMessage(office="示例市局", text="示例") for _ in range(3)], case_id=cases[0]
        )
        with stores[1].write(CLERK) as unit:
            unit.record([ev.CityAnswerSettled(answer_origin=CITY, answer_seq=2)])
        return [*(lines_of(store) for store in stores), city]
    finally:
        for store in stores:
            store.close()


def applicant(name: str, phone: str) -> Applicant:
    return msgspec.structs.replace(samples.applicant(1, name), phone=phone)


def arrive(folder: Path, histories: Sequence[Sequence[Line]], chance: random.Random) -> Store:
    """A window to which the lines come origin by origin in pieces, in an order that chance picks."""
    folder.mkdir()
    store = Store.create(folder, KEY, hall="yangxu", window="09", clock=SetClock())
    left = [list(lines) for lines in histories]
    while any(left):
        lines = chance.choice([lines for lines in left if lines])
        count = chance.randint(1, 4)
        admit(store, lines[:count])
        del lines[:count]
    return store


def comparable(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every projection without the numbers that each window gives by arrival."""
    tables = dump_store(store)
    tables.pop("words")
    for name in ("cases", "case_materials", "tasks"):
        tables[name] = sorted((row[1:] for row in tables[name]), key=repr)
    return tables


@settings(max_examples=4)
@given(st.integers(0, 10**6))
def test_lines_give_the_same_tables_in_whatever_order_they_arrive(seed: int):
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        histories = morning(folder, chance)
        one, other = (arrive(folder / where, histories, chance) for where in ("one", "other"))
        try:
            live = comparable(one)
            assert comparable(other) == live
            one.rebuild()
            assert comparable(one) == live
            assert one.verify() is None
        finally:
            one.close()
            other.close()
