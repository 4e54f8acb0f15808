"""One fold: what was computed live, line by line, is what a rebuild computes from the ledger."""

import logging
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import events as ev
from desktop.domain.case import CaseState
from desktop.domain.checklist import MaterialState
from desktop.domain.people import Agent
from desktop.domain.regime import Incomplete
from desktop.store import schema
from desktop.store.backup import DATABASE
from desktop.store.connection import open_database
from desktop.store.ledger import Ledger
from desktop.store.line import NewLine
from desktop.store.projections import CaseProjector
from desktop.store.schema import PROJECTION_TABLES
from desktop.store.sqlcipher import Database
from desktop.store.store import Store
from tests.store import samples
from tests.store.samples import CLERK, KEY, SetClock

DAY = date(2026, 11, 23)
ROWS = (ev.MaterialRow(code="M1", name="材料1", state=MaterialState.FAULTY, reason="示例"),)
PAPER = samples.paper(1).number

steps: list[Callable[[int], ev.Event]] = [
    lambda n: samples.checked(MaterialState.COMPLETE, MaterialState.MISSING),
    lambda n: samples.checked(MaterialState.FAULTY),
    lambda n: ev.CorrectedOnSpot(rows=ROWS),
    lambda n: samples.accepted(),
    lambda n: ev.CaseAccepted(
        accepted_on=DAY, statutory_due_on=DAY, owed=(ev.OwedMaterial(code="M1", name="材料1", due_on=DAY),)
    ),
    lambda n: ev.CorrectionRequested(requested_on=DAY, rows=ROWS, notice_no=1, consequence=Incomplete.CORRECT),
    lambda n: ev.CaseRefused(refused_on=DAY, reason="示例", competent_authority="示例局"),
    lambda n: ev.CaseNotRequired(told_on=DAY, reason="示例"),
    lambda n: ev.PrintQueued(number=samples.paper(n).number, sheet_no=0, device="示例"),
    lambda n: ev.PrintSent(number=samples.paper(n).number, sheet_no=0, pdf_sha256="cd" * 32),
    lambda n: ev.PrintConfirmed(number=samples.paper(n).number, sheet_no=0),
    lambda n: ev.PrintQueued(number=samples.paper(n).number, sheet_no=1, device="示例", reason="卡纸"),
    lambda n: ev.PrintFailed(number=samples.paper(n).number, sheet_no=1, problem="no_paper"),
]

names = st.sampled_from(["王示例", "王𬭳", "单雄信", "欧阳示例", "Ann Example"])
histories = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, len(steps) - 1), names, st.booleans()), min_size=1, max_size=30
)


def dump(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every projection, row by row; of the search table its tokens and where they stand, and the room for each row."""
    plain = [name for name in PROJECTION_TABLES if name != "case_search"]
    tables = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in plain}
    db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, case_search, instance)")
    tables["words"] = db.execute("SELECT * FROM temp.words ORDER BY 1, 2, 3, 4").fetchall()
    db.execute("DROP TABLE temp.words")
    return {name: sorted(rows, key=repr) for name, rows in tables.items()}


def dump_store(store: Store) -> dict[str, list[tuple[object, ...]]]:
    db = open_database(store.path, KEY)
    try:
        return dump(db)
    finally:
        db.close()


@settings(max_examples=25)
@given(histories)
def test_rebuild_gives_byte_for_byte_what_was_folded_live(history: list[tuple[int, int, str, bool]]):
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder), KEY, hall="yangxu", window="02", clock=SetClock()) as store,
    ):
        known: dict[int, str] = {}
        for serial, step, name, has_agent in history:
            with store.write(CLERK) as unit:
                events: list[ev.Event] = [steps[step](serial)]
                if serial not in known:
                    known[serial] = unit.new_id()
                    agent = (
                        Agent(name=name, id_kind="citizen", id_number=samples.citizen_number(9)) if has_agent else None
                    )
                    events = [samples.received(serial, name=name, agent=agent), samples.paper(serial), *events]
                unit.record(events, case_id=known[serial])
        live = dump_store(store)

        store.rebuild()

        assert dump_store(store) == live
        assert live["cases"]


def test_rebuild_tells_how_far_it_is_and_can_be_broken_off(store: Store):
    for serial in range(1, 4):
        with store.write(CLERK) as unit:
            unit.record([samples.received(serial)], case_id=unit.new_id())
    before = dump_store(store)
    told: list[tuple[int, int]] = []

    store.rebuild(lambda done, total: told.append((done, total)))

    def give_up(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.rebuild(give_up)

    assert told == [(3, 3)]
    assert dump_store(store) == before


def test_readers_see_the_old_tables_until_the_rebuild_is_done(store: Store):
    with store.write(CLERK) as unit:
        unit.record([samples.received()], case_id=unit.new_id())
    seen: list[int] = []

    def look(_done: int, _total: int) -> None:
        with store.read() as reader:
            seen.append(len(reader.search("王示例")))

    store.rebuild(look)

    assert seen == [1]


def test_tables_are_rebuilt_when_the_program_folds_otherwise_than_before(
    store: Store, profile: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch
):
    with store.write(CLERK) as unit:
        unit.record([samples.received()], case_id=unit.new_id())
    store.close()
    db = open_database(profile / DATABASE, KEY)
    db.execute("DELETE FROM cases")
    db.close()
    monkeypatch.setattr("desktop.store.store.PROJECTION_VERSION", schema.PROJECTION_VERSION + 1)

    with Store.open(profile, KEY, clock=clock) as again, again.read() as reader:
        assert len(reader.search("")) == 1


def arrive(store: Store, origin: str, at: int, case_id: str, *events: ev.Event) -> None:
    """What sync will do: lines of another origin come in and are folded."""
    with store.write(None) as unit:
        new = [NewLine(ev.kind_of(event), case_id, ev.encode(event)) for event in events]
        projector = CaseProjector(unit._db)
        for line in Ledger(unit._db, origin).append(new, clerk="x", at=at):
            projector.apply(line)
        projector.flush()


def test_late_line_of_another_origin_is_folded_where_it_belongs(store: Store, clock: SetClock):
    with store.write(CLERK) as unit:
        case_id = unit.new_id()
        unit.record([samples.received()], case_id=case_id)
    received_at = int(clock.now().timestamp() * 1000)
    arrive(
        store,
        "z-01-bbbbbbbb",
        received_at + 9000,
        case_id,
        ev.CaseRefused(refused_on=DAY, reason="r", competent_authority="a"),
    )

    db = open_database(store.path, KEY)
    late = NewLine("CaseAccepted", case_id, ev.encode(samples.accepted()))
    db.execute("BEGIN IMMEDIATE")
    foreign = Ledger(db, "a-01-cccccccc")
    foreign._last_about = lambda events: 0  # type: ignore[method-assign]  # its own clock, before it heard of the refusal
    foreign._after_everything = lambda: 0  # type: ignore[method-assign]
    projector = CaseProjector(db)
    for line in foreign.append([late], clerk="x", at=received_at + 5000):
        projector.apply(line)
    projector.flush()
    db.commit()
    db.close()

    with store.read() as reader:
        case = reader.case(case_id)
    assert case is not None
    assert (case.state, case.accepted_on) == (CaseState.REFUSED, DAY)
    live = dump_store(store)
    store.rebuild()
    assert dump_store(store) == live


def test_line_that_comes_before_its_case_waits_for_it(store: Store):
    arrive(store, "z-01-bbbbbbbb", 9000, "case-1", samples.checked(MaterialState.MISSING))
    with store.read() as reader:
        assert reader.search("") == []

    db = open_database(store.path, KEY)
    db.execute("BEGIN IMMEDIATE")
    first = Ledger(db, "a-01-cccccccc")
    first._last_about = lambda events: 0  # type: ignore[method-assign]
    first._after_everything = lambda: 0  # type: ignore[method-assign]
    projector = CaseProjector(db)
    for line in first.append([NewLine("CaseReceived", "case-1", ev.encode(samples.received()))], clerk="x", at=1):
        projector.apply(line)
    projector.flush()
    db.commit()
    db.close()

    with store.read() as reader:
        case = reader.case("case-1")
    assert case is not None
    assert [row.state for row in case.rows] == [MaterialState.MISSING]


@pytest.mark.expects_log(logging.WARNING)
def test_kind_of_a_newer_program_stays_in_the_ledger_and_is_left_out(store: Store, caplog: pytest.LogCaptureFixture):
    with store.write(CLERK) as unit:
        line = unit.ledger.append([NewLine("FromTheFuture", "case-1", b"{}")], clerk="x", at=1)[0]
        CaseProjector(unit._db).apply(line)

    assert "FromTheFuture" in caplog.text
    caplog.clear()
    with store.read() as reader:
        assert reader.search("") == []
        assert reader.ledger.count() == 1
