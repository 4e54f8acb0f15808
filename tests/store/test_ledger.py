"""The ledger: numbered, chained, never earlier than before, never changed; and `verify` names the first wrong line."""

import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.store.connection import create_database
from desktop.store.ledger import Ledger
from desktop.store.line import GENESIS, Line, NewLine, hash_of, new_uuid7
from desktop.store.migrations import migrate
from desktop.store.sqlcipher import Database, dbapi
from desktop.store.verify import Fault, Wrong, keep_checkpoints, tips, verify, verify_tail
from tests.store.samples import KEY

ORIGIN = "yangxu-02-aaaaaaaa"
CASE = "01a2068f-8a00-71b5-87ed-25a2a7a87579"


@pytest.fixture
def db(tmp_path: Path):
    opened = create_database(tmp_path / "a.db", KEY)
    migrate(opened)
    yield opened
    opened.close()


@pytest.fixture
def ledger(db: Database) -> Ledger:
    return Ledger(db, ORIGIN)


def put(ledger: Ledger, count: int = 1, *, at: int = 1000, case: str | None = CASE) -> list[Line]:
    return ledger.append([NewLine("CaseReceived", case, b"{%d}" % n) for n in range(count)], clerk="zhangsan", at=at)


def forge(db: Database, sql: str) -> None:
    """Change what must not be changed, as somebody with the key and without the program would."""
    triggers = db.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name in ("ledger_is_not_changed", "ledger_is_not_deleted"):
        db.execute(f"DROP TRIGGER {name}")
    db.executescript(sql)
    for (trigger,) in triggers:
        db.execute(trigger)


def test_lines_are_numbered_without_a_gap_and_chained(ledger: Ledger):
    lines = [*put(ledger, 3), *put(ledger, 2)]

    assert [line.seq for line in lines] == [1, 2, 3, 4, 5]
    assert [line.prev for line in lines] == [GENESIS, *(line.hash for line in lines[:-1])]
    assert list(ledger.of_origin(ORIGIN)) == lines


def test_hash_is_taken_over_the_documented_bytes():
    import hashlib

    line = Line(9, "o", 1, "i", "K", None, 5, "c", b"{}", GENESIS, b"")
    eight = (1).to_bytes(8, "big"), (5).to_bytes(8, "big")
    fields = [GENESIS, b"o", eight[0], b"i", b"K", b"", eight[1], b"c", b"{}"]
    layout = b"yichuang ledger line 1\0" + b"".join(len(f).to_bytes(8, "big") + f for f in fields)

    assert hash_of(line) == hashlib.sha256(layout).digest()


@given(st.integers(0, 2**48 - 1))
def test_ids_are_uuid_version_7_and_say_their_time(at: int):
    made = uuid.UUID(new_uuid7(at))

    assert (made.version, made.variant, made.int >> 80) == (7, uuid.RFC_4122, at)


def test_client_may_bring_the_id_and_it_counts_once(ledger: Ledger):
    own = NewLine("LoggedIn", None, b"{}", id=new_uuid7(5))
    ledger.append([own], clerk="zhangsan", at=5)

    with pytest.raises(dbapi.IntegrityError):
        ledger.append([own], clerk="zhangsan", at=6)


def test_clock_set_back_does_not_reorder(ledger: Ledger):
    times = [put(ledger, at=at)[0].at for at in (1000, 500, 999, 1001)]

    assert times == [1000, 1000, 1000, 1001]


def test_answer_comes_after_what_it_answers_though_the_other_clock_is_ahead(db: Database, ledger: Ledger):
    put(ledger, at=500)
    asked = put(Ledger(db, "zcity-00-bbbbbbbb"), at=9000)[0]

    answer = put(ledger, at=1000)[0]

    assert ledger.of_case(CASE)[1:] == [asked, answer]
    assert put(ledger, at=1000, case=None)[0].at == answer.at


def test_other_cases_do_not_take_over_a_clock_that_is_ahead(db: Database, ledger: Ledger):
    put(ledger, at=500)
    put(Ledger(db, "city-00-bbbbbbbb"), at=9000)

    assert put(ledger, at=1000, case="another")[0].at == 1000


def test_new_origin_comes_after_everything_its_predecessor_wrote(db: Database, ledger: Ledger):
    put(ledger, 2, at=9000)

    successor = put(Ledger(db, "yangxu-02-00000000"), at=1000)[0]

    assert (successor.seq, successor.at) == (1, 9001)
    assert list(ledger.in_order())[-1] == successor


def test_reading_by_case_kind_and_arrival(db: Database, ledger: Ledger):
    first = put(ledger)[0]
    other = ledger.append([NewLine("LoggedIn", None, b"{}")], clerk="zhangsan", at=2000)[0]
    late = put(Ledger(db, "a-01-cccccccc"), at=1)[0]

    assert ledger.of_case(CASE) == [first, late]
    assert list(ledger.of_kind("LoggedIn")) == [other]
    assert list(ledger.in_arrival(after=1)) == [other, late]
    assert ledger.portion(after=0, limit=2) == [first, other]
    assert ledger.origins() == ["a-01-cccccccc", ORIGIN]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ledger SET clerk = 'lisi'",
        "DELETE FROM ledger",
        "INSERT OR REPLACE INTO ledger "
        "SELECT arrival, origin, seq, id, kind, case_id, at, 'lisi', body, prev, hash FROM ledger",
    ],
)
def test_lines_are_neither_changed_nor_deleted_nor_replaced(db: Database, ledger: Ledger, sql: str):
    put(ledger, 3)

    with pytest.raises(dbapi.IntegrityError, match="append-only"):
        db.execute(sql)
    assert verify(db) is None


def test_body_and_hash_stay_out_of_the_representation(ledger: Ledger):
    line = ledger.append([NewLine("LoggedIn", None, "王示例".encode())], clerk="zhangsan", at=1)[0]

    assert "hash" not in repr(line)
    assert "body" not in repr(line)


def test_sound_ledger_has_no_fault_and_progress_ends_at_the_total(db: Database, ledger: Ledger):
    put(ledger, 7)
    told: list[tuple[int, int]] = []

    assert verify(db, progress=lambda done, total: told.append((done, total))) is None
    assert told[-1] == (7, 7)


@pytest.mark.parametrize(
    ("sql", "seq", "what"),
    [
        ("UPDATE ledger SET clerk = 'lisi' WHERE seq = 4", 4, Wrong.CHANGED),
        ("UPDATE ledger SET body = x'00' WHERE seq = 1", 1, Wrong.CHANGED),
        ("UPDATE ledger SET at = at - 1 WHERE seq = 10", 10, Wrong.CHANGED),
        ("UPDATE ledger SET case_id = NULL WHERE seq = 5", 5, Wrong.CHANGED),
        ("UPDATE ledger SET hash = zeroblob(32) WHERE seq = 3", 3, Wrong.CHANGED),
        ("UPDATE ledger SET prev = zeroblob(32) WHERE seq = 3", 3, Wrong.CHANGED),
        ("DELETE FROM ledger WHERE seq = 1", 1, Wrong.REMOVED),
        ("DELETE FROM ledger WHERE seq = 6", 6, Wrong.REMOVED),
        ("DELETE FROM ledger WHERE seq BETWEEN 3 AND 5", 3, Wrong.REMOVED),
        ("DELETE FROM ledger WHERE seq = 6; UPDATE ledger SET seq = seq - 1 WHERE seq > 6", 6, Wrong.REMOVED),
        (
            "UPDATE ledger SET seq = 99 WHERE seq = 3; UPDATE ledger SET seq = 3 WHERE seq = 7;"
            "UPDATE ledger SET seq = 7 WHERE seq = 99",
            3,
            Wrong.RENUMBERED,
        ),
    ],
)
def test_verify_names_the_first_wrong_line(db: Database, ledger: Ledger, sql: str, seq: int, what: Wrong):
    put(ledger, 10)

    forge(db, sql)

    assert verify(db) == Fault(ORIGIN, seq, what)


def test_inserted_line_is_named_though_its_own_hash_is_right(db: Database, ledger: Ledger):
    lines = put(ledger, 10)
    forge(db, "UPDATE ledger SET seq = seq + 100 WHERE seq > 4; UPDATE ledger SET seq = seq - 99 WHERE seq > 100")
    forged = Line(0, ORIGIN, 5, "forged", "K", CASE, lines[3].at, "lisi", b"{}", lines[3].hash, b"")
    db.execute(
        "INSERT INTO ledger (origin, seq, id, kind, case_id, at, clerk, body, prev, hash) VALUES (?,?,?,?,?,?,?,?,?,?)",
        (ORIGIN, 5, "forged", "K", CASE, forged.at, "lisi", b"{}", forged.prev, hash_of(forged)),
    )

    assert verify(db) == Fault(ORIGIN, 5, Wrong.INSERTED)


def test_replaced_line_is_named_though_its_own_hash_is_right(db: Database, ledger: Ledger):
    lines = put(ledger, 10)
    forged = Line(0, ORIGIN, 5, lines[4].id, "K", CASE, lines[4].at, "lisi", b"{}", lines[4].prev, b"")
    values = f"kind = 'K', clerk = 'lisi', body = x'{forged.body.hex()}', hash = x'{hash_of(forged).hex()}'"
    forge(db, f"UPDATE ledger SET {values} WHERE seq = 5")

    assert verify(db) == Fault(ORIGIN, 5, Wrong.CHANGED)


def test_lines_cut_off_at_the_end_are_found_by_the_checkpoint(db: Database, ledger: Ledger):
    put(ledger, 10)
    keep_checkpoints(db, tips(db))
    put(ledger, 2)

    forge(db, "DELETE FROM ledger WHERE seq > 8")

    assert verify(db) == Fault(ORIGIN, 9, Wrong.REMOVED)


def test_whole_origin_that_was_verified_and_is_gone_is_found(db: Database, ledger: Ledger):
    put(ledger, 2)
    keep_checkpoints(db, tips(db))

    forge(db, "DELETE FROM ledger")

    assert verify(db) == Fault(ORIGIN, 1, Wrong.REMOVED)


def test_tail_since_the_checkpoint_is_verified_alone(db: Database, ledger: Ledger):
    put(ledger, 10)
    keep_checkpoints(db, tips(db))
    put(ledger, 3)

    assert verify_tail(db) is None
    forge(db, "UPDATE ledger SET clerk = 'lisi' WHERE seq = 2")
    assert verify_tail(db) is None
    forge(db, "UPDATE ledger SET clerk = 'lisi' WHERE seq = 12")
    assert verify_tail(db) == Fault(ORIGIN, 12, Wrong.CHANGED)


def test_every_origin_is_verified(db: Database, ledger: Ledger):
    put(ledger, 3)
    put(Ledger(db, "z-01-cccccccc"), 3, at=9000)

    forge(db, "UPDATE ledger SET clerk = 'lisi' WHERE origin LIKE 'z%' AND seq = 2")

    assert verify(db) == Fault("z-01-cccccccc", 2, Wrong.CHANGED)


@given(
    st.lists(st.tuples(st.text(max_size=5), st.binary(max_size=9)), min_size=2, max_size=2, unique=True),
)
def test_no_two_different_lines_share_their_bytes(pair: list[tuple[str, bytes]]):
    (one, body), (other, another) = pair

    line = Line(0, "o", 1, "i", "K", None, 0, one, body, GENESIS, b"")

    assert hash_of(line) != hash_of(replace(line, clerk=other, body=another))
