"""Setting a window up, opening it, and what happens when something is wrong with it."""

import pytest
from msgspec.structs import replace

from desktop import bootstrap
from desktop.clock import FixedClock
from desktop.demo import city as demo_city
from desktop.demo import hall as demo_hall
from desktop.domain.errors import DomainError, InvalidInput
from desktop.domain.people import Clerk
from desktop.messages import text
from desktop.problems import DatabaseSetAside, DiskFull, ProfileExists
from desktop.services import hall as hall_service
from desktop.store import keys
from desktop.store.key_slots import Cost
from desktop.store.keys import WrongPassword
from tests.builders import HALL, LEAD, SESSION, catalogue, item
from tests.services.conftest import MORNING

CHEAP = Cost(time=1, memory_kib=64, lanes=1)
PASSWORD = "demo-2026"


@pytest.fixture
def clock():
    return FixedClock(MORNING)


def create(folder, clock, **changes):
    fields = {"hall": HALL, "lead": LEAD, "password": PASSWORD, "catalogue": catalogue(item()), "cost": CHEAP}
    return bootstrap.create_profile(folder, clock=clock, **{**fields, **changes})


def test_what_was_set_up_is_there_after_opening_again(tmp_path, clock):
    counter, code = create(tmp_path / "w", clock)
    counter.close()

    opened, session = bootstrap.open_profile(tmp_path / "w", "lead", PASSWORD, clock=clock)
    with opened.store.read() as reader:
        assert reader.hall() == HALL
        assert reader.clerks() == [LEAD]
        assert [version.items for version in reader.catalogue_versions()] == [1]
    opened.close()
    assert session.clerk == LEAD
    assert len(code) >= 25


def test_a_finished_window_is_never_set_up_again(tmp_path, clock):
    create(tmp_path / "w", clock)[0].close()

    with pytest.raises(ProfileExists):
        create(tmp_path / "w", clock)


def test_a_set_up_cut_off_half_way_is_put_aside_and_begun_again(tmp_path, clock, monkeypatch):
    def power_cut(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(hall_service, "change_hall", power_cut)
        with pytest.raises(KeyboardInterrupt):
            create(tmp_path / "w", clock)
    assert not bootstrap.profile_exists(tmp_path / "w")

    counter, _ = create(tmp_path / "w", clock)
    counter.close()

    assert bootstrap.profile_exists(tmp_path / "w")
    assert (tmp_path / "w.old1" / "keys.json").exists()


def test_a_set_up_cut_off_while_it_is_filled_does_not_count(tmp_path, clock):
    def power_cut(_counter):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        create(tmp_path / "w", clock, fill=power_cut)

    assert not bootstrap.profile_exists(tmp_path / "w")


def test_a_sample_hall_cut_off_half_way_is_made_anew_with_both_clerks(tmp_path, monkeypatch):
    def power_cut(*_args, **_named):
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(demo_city, "found", power_cut)
        with pytest.raises(KeyboardInterrupt):
            demo_hall.make(tmp_path / "w")
    assert not bootstrap.profile_exists(tmp_path / "w")

    demo_hall.make(tmp_path / "w")

    assert bootstrap.clerk_ids(tmp_path / "w") == ["lan", "zhang"]


def test_a_full_disk_at_the_door_gives_up_the_reserve_so_that_the_next_try_works(tmp_path, clock, monkeypatch):
    def full(path, _content):
        raise DiskFull(path=str(path))

    create(tmp_path / "w", clock)[0].close()
    (tmp_path / "w" / "reserve.bin").write_bytes(b"kept")
    with monkeypatch.context() as cut:
        cut.setattr(keys, "write_whole", full)
        with pytest.raises(DiskFull) as problem:
            bootstrap.open_profile(tmp_path / "w", "lead", PASSWORD, clock=clock)

    assert problem.value.fields["reserve_freed"] is True
    assert not (tmp_path / "w" / "reserve.bin").exists()


def test_a_wrong_hall_makes_nothing(tmp_path, clock):
    with pytest.raises(InvalidInput) as fault:
        create(tmp_path / "w", clock, hall=replace(HALL, division="450"))

    assert fault.value.field == "division"
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize("field", ["name", "authority", "review_authority", "court"])
@pytest.mark.parametrize("typed", ["示例镇😀", "示例镇\U000f0000" * 200, "\ufffd示例镇"])
def test_a_name_of_the_hall_that_no_paper_can_bear_is_refused_beside_its_field(field, typed):
    (fault,) = hall_service.hall_errors(replace(HALL, **{field: typed}))

    assert fault.field == field


def test_what_cannot_be_seen_is_taken_out_of_the_hall_and_its_clerks(tmp_path, clock):
    counter, _ = create(tmp_path / "w", clock, hall=replace(HALL, name=HALL.name + "\u202e", address="示例路\0 1号\n"))
    bootstrap.add_clerk(counter, SESSION, Clerk(clerk_id="wang", name="王\u202e示例\0"), "another-2026")

    with counter.store.read() as reader:
        hall = reader.hall()
        names = {clerk.name for clerk in reader.clerks()}
    assert (hall.name, hall.address) == (HALL.name, "示例路 1号")
    assert names == {LEAD.name, "王示例"}
    with pytest.raises(InvalidInput) as fault:
        bootstrap.add_clerk(counter, SESSION, Clerk(clerk_id="li", name="李😀"), "another-2026")
    assert fault.value.field == "clerk_name"
    counter.close()


def test_a_wrong_password_says_how_many_tries_are_left(tmp_path, clock):
    create(tmp_path / "w", clock)[0].close()

    with pytest.raises(WrongPassword) as refusal:
        bootstrap.open_profile(tmp_path / "w", "lead", "wrong", clock=clock)

    assert "还可再试 4 次" in text(refusal.value)


def test_the_recovery_code_opens_the_window_and_sets_a_new_password(tmp_path, clock):
    counter, code = create(tmp_path / "w", clock)
    counter.close()

    bootstrap.open_with_recovery(tmp_path / "w", code, "lead", "another-2026", clock=clock)[0].close()

    bootstrap.open_profile(tmp_path / "w", "lead", "another-2026", clock=clock)[0].close()
    with pytest.raises(WrongPassword):
        bootstrap.open_profile(tmp_path / "w", "lead", PASSWORD, clock=clock)


@pytest.mark.parametrize("name", ["nobody", "wang"])
def test_the_recovery_code_makes_no_clerk_out_of_a_typed_name(tmp_path, clock, name):
    counter, code = create(tmp_path / "w", clock)
    retired = Clerk(clerk_id="wang", name="示例经办人")
    bootstrap.add_clerk(counter, SESSION, retired, "another-2026")
    bootstrap.retire_clerk(counter, SESSION, retired)
    counter.close()

    with pytest.raises(InvalidInput) as fault:
        bootstrap.open_with_recovery(tmp_path / "w", code, name, "new-password", clock=clock)

    assert fault.value.field == "clerk_id"
    assert bootstrap.clerk_ids(tmp_path / "w") == ["lead"]
    bootstrap.open_with_recovery(tmp_path / "w", code, "lead", "new-password", clock=clock)[0].close()


def test_a_clerk_is_added_logs_in_and_is_retired(tmp_path, clock):
    counter, _ = create(tmp_path / "w", clock)
    colleague = Clerk(clerk_id="zhang", name="张示例")
    bootstrap.add_clerk(counter, SESSION, colleague, "other-2026")
    assert bootstrap.check_password(counter, "zhang", "other-2026").clerk == colleague

    bootstrap.retire_clerk(counter, SESSION, colleague)

    with pytest.raises(DomainError):
        bootstrap.check_password(counter, "zhang", "other-2026")
    counter.close()


def test_a_damaged_file_is_moved_aside_whole_and_its_lines_can_be_read(tmp_path, clock):
    counter, _ = create(tmp_path / "w", clock)
    counter.close()
    database = tmp_path / "w" / "yichuang.db"
    whole = bytearray(database.read_bytes())
    whole[4096:12288] = bytes(8192)  # the pages that every opening reads
    database.write_bytes(whole)

    with pytest.raises(DatabaseSetAside) as problem:
        bootstrap.open_profile(tmp_path / "w", "lead", PASSWORD, clock=clock)

    folder = problem.value.fields["folder"]
    assert "没有删除任何内容" in text(problem.value)
    assert (tmp_path / "w" / folder / "yichuang.db").exists()
