"""What comes in: receipts, answers, lines of other windows, catalogues; and what must not be believed."""

import asyncio
from datetime import date

import pytest

from desktop.city.answering import about_case, about_entry, give
from desktop.domain import events as ev
from desktop.domain.checklist import MaterialState
from desktop.ports_sync import AnswerKind, LineState
from desktop.services.taking_up import settle_conflict
from desktop.sync import layout
from desktop.sync.joining import kept_enrolment
from desktop.sync.segment import name_of, seal_segment
from tests.store import samples
from tests.sync.faulty_carrier import OK, Fault, Kind, cut
from tests.sync.proof.halls import HallWindow, World, check_windows_agree

HEAD = layout.head("450000100")


def refuse(at: World, window: HallWindow, seq: int) -> None:
    refusal = ev.CityRefusedEntry(
        entry_origin=window.origin, entry_seq=seq, reason="invalid.id_check_digit", field="applicant.id_number"
    )
    with at.city.database.write() as conn:
        give(conn, at.city, [about_entry(conn, refusal)], clerk="city")


def decide(at: World, number: str) -> None:
    answer = ev.CityDecided(office="示例市局", is_granted=True, decided_on=date(2026, 11, 24))
    with at.city.database.write() as conn:
        give(conn, at.city, [about_case(conn, number, answer)], clerk="city")


def test_rule_12_a_refused_entry_is_kept_with_its_reason_and_the_rest_goes_on(at: World, window: HallWindow):
    at.act(window)
    at.act(window)
    window.sync()
    at.collect()
    refuse(at, window, 3)
    at.collect()

    window.sync()

    with window.store.read() as reader:
        (answer,) = reader.city_answers(only_open=True)
        assert reader.case(window.cases[0]) is not None
    assert (answer.kind, answer.text, answer.field) == (
        AnswerKind.REFUSED,
        "invalid.id_check_digit",
        "applicant.id_number",
    )
    assert (window.outbox.backlog().refused, window.outbox.backlog().entries) == (1, 0)
    at.act(window)
    at.come_to_rest()
    assert window.outbox.backlog().entries == 0


def test_answers_come_whatever_cuts_them_off_and_once(at: World, window: HallWindow):
    at.act(window)
    window.sync()
    at.collect()
    for _ in range(3):
        decide(at, samples.case_number(1))
        at.collect()

    window.sync([OK, cut(0), cut(0), OK, *[cut(0)] * 9])
    window.sync()
    window.sync()

    with window.store.read() as reader:
        assert [answer.kind for answer in reader.city_answers(window.cases[0])] == [AnswerKind.DECIDED] * 3


def test_nothing_new_costs_one_request(at: World, window: HallWindow):
    window.sync()
    window.line.requests.clear()

    window.sync()

    assert [(request.verb, request.name) for request in window.line.requests] == [("get_if_changed", HEAD)]


def test_an_older_head_that_is_played_back_moves_nothing(at: World, window: HallWindow):
    older = at.files[HEAD]
    at.act(window)
    window.sync()
    at.collect()
    window.sync()
    acknowledged = window.outbox.acknowledged()

    at.files[HEAD] = older
    window.sync()

    assert window.outbox.acknowledged() == acknowledged
    assert window.pump.standing.state is LineState.ONLINE


def test_a_head_that_the_city_has_not_signed_acknowledges_nothing(at: World, window: HallWindow):
    at.act(window)
    window.sync()
    at.collect()
    forged = bytearray(at.files[HEAD])
    forged[10] ^= 1
    at.files[HEAD] = bytes(forged)

    window.sync()

    assert window.outbox.backlog().entries == 2
    assert window.pump.standing.problem is not None
    assert window.pump.standing.problem.key == "signature_wrong"


def test_a_page_of_somebody_else_is_told_as_a_login(at: World, window: HallWindow):
    window.sync([Fault(Kind.BARE_200)])

    assert window.pump.standing.problem is not None
    assert window.pump.standing.problem.key == "login_page_in_the_way"


def test_windows_of_a_hall_see_each_others_cases(two: World):
    one, other = two.windows
    two.act(one)
    two.act(other)

    two.come_to_rest()

    check_windows_agree(two)
    with other.store.read() as reader:
        assert reader.case(one.cases[0]) is not None


def test_a_segment_that_is_spoilt_stops_its_origin_and_no_other(two: World):
    one, other = two.windows
    two.act(one)
    one.sync()
    two.collect()
    (name,) = [segment.name for segment in one.outbox.unanswered()]
    whole, two.files[name] = two.files[name], two.files[name][:-9]
    two.act(other)

    other.sync()

    assert {trouble.key for trouble in other.pump.standing.troubles} == {"damaged"}
    assert other.outbox.unanswered() != []  # its own went out
    two.files[name] = whole
    other.sync()
    assert other.pump.standing.troubles == ()
    with other.store.read() as reader:
        assert reader.case(one.cases[0]) is not None


def test_two_windows_that_decide_one_case_unknown_to_each_other_are_flagged_at_both(two: World):
    one, other = two.windows
    two.act(one)
    two.come_to_rest()
    case_id = one.cases[0]
    with one.store.write(samples.CLERK) as unit:
        unit.record([samples.checked(MaterialState.COMPLETE)], case_id=case_id)
    with other.store.write(samples.CLERK) as unit:
        unit.record([samples.checked(MaterialState.FAULTY)], case_id=case_id)

    two.come_to_rest()

    check_windows_agree(two)
    for window in two.windows:
        with window.store.read() as reader:
            (conflict,) = reader.conflicts()
            assert set(conflict.windows) == {"01", "02"}
            assert [line.event for line in reader.lines_of(case_id)].count(samples.checked(MaterialState.FAULTY)) == 1
    with one.store.write(samples.CLERK) as unit:
        settle_conflict(unit, case_id)
    two.come_to_rest()
    for window in two.windows:
        with window.store.read() as reader:
            assert reader.conflicts() == []


def test_a_conflict_waits_for_a_person_though_the_work_goes_on(two: World):
    one, other = two.windows
    two.act(one)
    two.come_to_rest()
    case_id = one.cases[0]
    for window, state in ((one, MaterialState.COMPLETE), (other, MaterialState.FAULTY)):
        with window.store.write(samples.CLERK) as unit:
            unit.record([samples.checked(state)], case_id=case_id)
    two.come_to_rest()

    with one.store.write(samples.CLERK) as unit:
        unit.record([samples.checked(MaterialState.MISSING)], case_id=case_id)
    two.come_to_rest()

    for window in two.windows:
        with window.store.read() as reader:
            assert [conflict.case_id for conflict in reader.conflicts()] == [case_id]
    with other.store.write(samples.CLERK) as unit:
        settle_conflict(unit, case_id)
    two.come_to_rest()
    for window in two.windows:
        with window.store.read() as reader:
            assert reader.conflicts() == []


def test_who_goes_on_with_a_case_is_on_record_as_having_seen_it(two: World):
    one, other = two.windows
    two.act(one)
    two.come_to_rest()

    with other.store.write(samples.CLERK) as unit:
        unit.record([samples.checked(MaterialState.COMPLETE)], case_id=one.cases[0])
        unit.record([samples.checked(MaterialState.FAULTY)], case_id=one.cases[0])

    with other.store.read() as reader:
        lines = [line for line in reader.lines_of(one.cases[0]) if line.origin == other.origin]
        seen = max(line.seq for line in reader.lines_of(one.cases[0]) if line.origin == one.origin)
        assert reader.conflicts() == []
    assert [type(line.event).__name__ for line in lines] == ["CaseTakenUp", "MaterialsChecked", "MaterialsChecked"]
    assert lines[0].event == ev.CaseTakenUp(seen={one.origin: seen})


def test_a_catalogue_that_the_city_publishes_is_kept_and_comes_into_force_on_its_day(at: World, window: HallWindow):
    from desktop.city.catalogue_issue import issue
    from desktop.services import catalogue as catalogue_service
    from tests.builders import catalogue, item

    window.outbox._adopt = catalogue_service.adopt
    published = catalogue(item())
    issue(at.city, published)
    at.collect()

    window.sync([OK, OK, cut(0), OK])
    window.sync()

    with window.store.read() as reader:
        newest = reader.newest_catalogue()
        assert newest is not None
        assert (newest.version, newest.in_force_on) == (published.version, published.in_force_on)
        before = published.in_force_on.fromordinal(published.in_force_on.toordinal() - 1)
        assert reader.catalogue_in_force(before) is None
        kinds = [line.kind for line in reader.ledger.of_origin(window.origin)]
    assert kinds.count("CatalogueAdopted") == 1


def test_two_cycles_of_one_pump_never_run_at_once(at: World, window: HallWindow):
    """A pump is one task that awaits its cycle; what comes meanwhile is a flag (rule 2, rule 4)."""
    at.act(window)
    most = 0

    async def watch() -> None:
        nonlocal most
        pump = asyncio.ensure_future(window.pump.run())
        window.pump.signals.bind(asyncio.get_running_loop())

        def look(_request: object) -> None:
            nonlocal most
            under_way = window.pump.signals.under_way
            most = max(most, int(under_way is not None))
            window.pump.signals.force()
            if len(window.line.requests) > 30:
                pump.cancel()

        window.line._before = look
        window.pump.signals.force()
        with pytest.raises(asyncio.CancelledError):
            await pump

    asyncio.run(watch())

    assert most == 1
    assert len({request.name for request in window.line.requests if "/seg/" in request.name}) == 1


def test_what_a_stick_brought_to_the_city_reaches_the_other_windows_by_the_store(two: World):
    one, other = two.windows
    two.act(one)
    lines = one.outbox.lines(one.origin, first=one.outbox.acknowledged()[one.origin] + 1, limit=9)
    enrolment = kept_enrolment(one.outbox)
    assert enrolment is not None
    sealed = seal_segment(lines, sign=lambda m: one.outbox.sign(one.origin, m), recipients=enrolment.recipients)
    carried = one.outbox.freeze(lines, name_of(lines), sealed, at_ms=1)
    one.outbox.segment_carried(carried)
    two.files[carried.name] = sealed
    two.collect()
    del two.files[carried.name]  # it lay on the stick, not in this store

    other.sync()
    assert {trouble.key for trouble in other.pump.standing.troubles} == {"chain_broken"}
    one.sync()
    assert one.outbox.backlog().entries == 0
    other.sync()

    assert other.pump.standing.troubles == ()
    check_windows_agree(two)
