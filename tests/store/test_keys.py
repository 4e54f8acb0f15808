"""Key slots: who gets in, who does not, and how long one waits after wrong tries."""

import json
import logging
from pathlib import Path

import pytest

from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.problems import FileMissing, KeyFileDamaged, ProfileExists
from desktop.store.key_slots import Cost, DatabaseKey
from desktop.store.keys import KeyFile, LockedOut, WrongPassword
from tests.store.samples import CHEAP

MINUTE_MS = 60_000
NOW = 1_800_000_000_000
RIGHT = "correct horse"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


@pytest.fixture
def created(path: Path) -> tuple[KeyFile, DatabaseKey, str]:
    return KeyFile.create(path, user="zhangsan", password=RIGHT, cost=CHEAP)


@pytest.fixture
def keys(created: tuple[KeyFile, DatabaseKey, str]) -> KeyFile:
    return created[0]


def fail(keys: KeyFile, times: int, *, now_ms: int = NOW, user: str = "zhangsan") -> list[int]:
    left = []
    for _ in range(times):
        with pytest.raises(WrongPassword) as wrong:
            keys.unlock(user, "wrong password", now_ms=now_ms)
        left.append(wrong.value.fields["tries_left"])
    return left


def seconds_locked(keys: KeyFile, now_ms: int, user: str = "zhangsan") -> int:
    with pytest.raises(LockedOut) as locked:
        keys.unlock(user, RIGHT, now_ms=now_ms)
    return int(locked.value.fields["seconds"])


def test_every_slot_gives_the_same_key(path: Path, created: tuple[KeyFile, DatabaseKey, str]):
    keys, key, code = created
    keys.set_password("lisi", password="another one", key=key, cost=CHEAP)

    again = KeyFile.load(path)

    assert len(key) == 32
    assert again.unlock("zhangsan", RIGHT, now_ms=NOW) == key
    assert again.unlock("lisi", "another one", now_ms=NOW) == key
    assert again.unlock_with_recovery(code.lower(), now_ms=NOW) == key
    assert again.users == ["lisi", "zhangsan"]


def test_password_in_full_width_letters_is_the_same_password(keys: KeyFile):
    wide = "".join(chr(ord(c) + 0xFEE0) if c != " " else "\u3000" for c in RIGHT)

    assert keys.unlock("zhangsan", wide, now_ms=NOW)


def test_default_cost_is_three_passes_over_64_megabytes():
    assert Cost() == Cost(time=3, memory_kib=64 * 1024, lanes=1)


def test_neither_key_nor_password_nor_code_stands_in_the_file(path: Path, created: tuple[KeyFile, DatabaseKey, str]):
    _keys, key, code = created
    text = path.read_text()

    assert bytes(key).hex() not in text
    assert RIGHT not in text
    assert code not in text
    assert path.stat().st_mode & 0o077 == 0


def test_key_hides_itself_from_print_and_log(
    created: tuple[KeyFile, DatabaseKey, str], caplog: pytest.LogCaptureFixture
):
    _keys, key, _code = created
    with caplog.at_level(logging.INFO):
        logging.getLogger("a").info("key %s %r", key, key)

    assert f"{key} {key!r} {[key]}" == "DatabaseKey(…) DatabaseKey(…) [DatabaseKey(…)]"
    assert caplog.messages == ["key DatabaseKey(…) DatabaseKey(…)"]


def test_existing_key_file_is_never_overwritten(path: Path, keys: KeyFile):
    before = path.read_bytes()

    with pytest.raises(ProfileExists):
        KeyFile.create(path, user="other", password=RIGHT, cost=CHEAP)

    assert path.read_bytes() == before


def test_five_wrong_tries_are_heard_and_then_one_waits_a_minute(keys: KeyFile):
    assert fail(keys, 5) == [4, 3, 2, 1, 0]
    assert seconds_locked(keys, NOW) == 60
    assert seconds_locked(keys, NOW + 59_001) == 1
    assert keys.unlock("zhangsan", RIGHT, now_ms=NOW + MINUTE_MS)


def test_wait_doubles_up_to_fifteen_minutes(keys: KeyFile):
    fail(keys, 5)
    now, waits = NOW, []
    for _ in range(6):
        waits.append(seconds_locked(keys, now))
        now += waits[-1] * 1000
        fail(keys, 1, now_ms=now)

    assert waits == [60, 120, 240, 480, 900, 900]


def test_right_password_forgets_the_wrong_ones(keys: KeyFile):
    fail(keys, 4)
    keys.unlock("zhangsan", RIGHT, now_ms=NOW)

    assert fail(keys, 1) == [4]


def test_wrong_tries_survive_a_restart(path: Path, keys: KeyFile):
    fail(keys, 5)

    assert seconds_locked(KeyFile.load(path), NOW) == 60


def test_tries_in_one_program_count_in_another_that_was_open_before(path: Path, keys: KeyFile):
    other = KeyFile.load(path)
    fail(keys, 3)

    assert fail(other, 2) == [1, 0]

    assert seconds_locked(keys, NOW) == 60


def test_half_a_character_is_a_wrong_password(keys: KeyFile):
    with pytest.raises(WrongPassword):
        keys.unlock("zhangsan", "\udcff\udcfe", now_ms=NOW)


def test_clock_set_back_neither_unlocks_early_nor_locks_for_ever(keys: KeyFile):
    fail(keys, 5)
    a_year_ago = NOW - 365 * 24 * 60 * MINUTE_MS

    assert seconds_locked(keys, a_year_ago) == 60
    assert seconds_locked(keys, a_year_ago + 30_000) == 30
    assert keys.unlock("zhangsan", RIGHT, now_ms=a_year_ago + MINUTE_MS)


def test_unknown_user_looks_like_a_wrong_password_and_is_counted(path: Path, keys: KeyFile):
    assert fail(keys, 5, user="nobody1") == [4, 3, 2, 1, 0]
    assert seconds_locked(keys, NOW, user="nobody2") == 60
    assert keys.unlock("zhangsan", RIGHT, now_ms=NOW)


def test_unknown_user_does_not_get_in_with_the_password_of_another(keys: KeyFile):
    with pytest.raises(WrongPassword):
        keys.unlock("lisi", RIGHT, now_ms=NOW)


def test_slip_in_the_recovery_code_is_not_counted(keys: KeyFile, created: tuple[KeyFile, DatabaseKey, str]):
    code = created[2]
    for _ in range(9):
        with pytest.raises(InvalidInput):
            keys.unlock_with_recovery(code[:-1], now_ms=NOW)

    assert keys.unlock_with_recovery(code, now_ms=NOW)


def test_renewed_recovery_code_voids_the_old_one(created: tuple[KeyFile, DatabaseKey, str]):
    keys, key, old = created
    new = keys.renew_recovery_code(key=key)

    assert keys.unlock_with_recovery(new, now_ms=NOW) == key
    with pytest.raises(WrongPassword):
        keys.unlock_with_recovery(old, now_ms=NOW)


def test_changed_password_replaces_the_old_one(keys: KeyFile):
    keys.change_password("zhangsan", old=RIGHT, new="battery staple", now_ms=NOW)

    assert keys.unlock("zhangsan", "battery staple", now_ms=NOW)
    assert fail(keys, 1) == [4]


def test_program_that_was_open_before_keeps_a_password_that_another_one_set(
    path: Path, created: tuple[KeyFile, DatabaseKey, str]
):
    keys, key, _code = created
    KeyFile.load(path).set_password("zhangsan", password="set elsewhere", key=key)

    fail(keys, 1)

    assert KeyFile.load(path).unlock("zhangsan", "set elsewhere", now_ms=NOW) == key


def test_password_is_not_changed_by_who_does_not_know_it(keys: KeyFile):
    with pytest.raises(WrongPassword):
        keys.change_password("zhangsan", old="wrong password", new="battery staple", now_ms=NOW)

    assert keys.unlock("zhangsan", RIGHT, now_ms=NOW)


def test_short_password_is_refused(keys: KeyFile, created: tuple[KeyFile, DatabaseKey, str]):
    with pytest.raises(InvalidInput) as refused:
        keys.set_password("lisi", password="1234567", key=created[1])

    assert refused.value.key == "invalid.password_short"


def test_removed_user_does_not_get_in_and_the_last_one_stays(created: tuple[KeyFile, DatabaseKey, str]):
    keys, key, _code = created
    keys.set_password("lisi", password="another one", key=key, cost=CHEAP)
    keys.remove_user("lisi")

    with pytest.raises(WrongPassword):
        keys.unlock("lisi", "another one", now_ms=NOW)
    with pytest.raises(NotAllowed):
        keys.remove_user("zhangsan")


@pytest.mark.parametrize("change", ["name", "profile"])
def test_slot_cannot_be_moved_to_another_user_or_profile(path: Path, keys: KeyFile, change: str):
    content = json.loads(path.read_text())
    slot = content["slots"].pop("user:zhangsan")
    name = "user:lisi" if change == "name" else "user:zhangsan"
    content["slots"][name] = slot | {"name": name}
    if change == "profile":
        content["profile"] = "0" * 32
    path.write_text(json.dumps(content))

    with pytest.raises(WrongPassword):
        KeyFile.load(path).unlock(name.removeprefix("user:"), RIGHT, now_ms=NOW)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", '{"format":2,"profile":"a","slots":{},"tries":{}}', "\x00" * 90]
)
def test_damaged_key_file_is_told_in_words(path: Path, content: str):
    path.write_text(content)

    with pytest.raises(KeyFileDamaged):
        KeyFile.load(path)


def test_missing_key_file_is_told_in_words(path: Path):
    with pytest.raises(FileMissing):
        KeyFile.load(path)
