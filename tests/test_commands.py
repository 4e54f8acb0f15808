"""The care of a window from the command line, over a real profile."""

import json
from datetime import date

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from desktop import bootstrap
from desktop.catalogue_files.json_file import write_json
from desktop.catalogue_files.sample import load_sample
from desktop.cli import cli
from desktop.clock import SystemClock
from desktop.demo.hall import hall
from desktop.domain import key_sheet
from desktop.store.key_slots import Cost
from tests.builders import LEAD, catalogue, item

PASSWORD = "demo-2026"
YANGXU = hall()


@pytest.fixture
def profile(tmp_path):
    folder = tmp_path / "window"
    counter, _ = bootstrap.create_profile(
        folder,
        hall=YANGXU,
        lead=LEAD,
        password=PASSWORD,
        clock=SystemClock(),
        catalogue=catalogue(item(), division="451002"),
        cost=Cost(time=1, memory_kib=64, lanes=1),
    )
    counter.close()
    return folder


def run(*words, profile, password=PASSWORD):
    options = ["--profile", str(profile), "--clerk", "lead", "--password-stdin"]
    return CliRunner().invoke(cli, [*map(str, words), *options], input=password + "\n")


def test_a_sound_ledger_verifies(profile):
    result = run("verify", profile=profile)

    assert result.exit_code == 0, result.output
    assert "账本完整" in result.output


def test_a_wrong_password_is_one_sentence(profile):
    result = run("verify", profile=profile, password="wrong")

    assert result.exit_code == 1
    assert "密码不正确" in result.output
    assert "Traceback" not in result.output


def test_tables_are_rebuilt(profile):
    assert run("rebuild", profile=profile).exit_code == 0


def test_a_backup_is_restored_as_a_new_origin_with_everything_in_it(profile, tmp_path):
    assert run("backup", tmp_path / "stick", profile=profile).exit_code == 0
    (backup,) = (tmp_path / "stick").iterdir()

    restored = CliRunner().invoke(cli, ["restore", str(backup), str(tmp_path / "new")])
    assert restored.exit_code == 0, restored.output

    old, _ = bootstrap.open_profile(profile, "lead", PASSWORD, clock=SystemClock())
    new, _ = bootstrap.open_profile(tmp_path / "new", "lead", PASSWORD, clock=SystemClock())
    with new.store.read() as reader:
        assert reader.hall() == YANGXU
    assert new.store.origin != old.store.origin
    old.close()
    new.close()


def test_the_public_keys_are_written_without_a_secret(profile, tmp_path):
    assert run("keys", tmp_path / "keys.json", profile=profile).exit_code == 0

    sheet = json.loads((tmp_path / "keys.json").read_text("utf-8"))
    assert [set(key) >= {"origin", "public_key"} for key in sheet["keys"]] == [True]


def test_a_key_holds_from_the_day_of_its_first_line_and_until_it_is_revoked(profile, tmp_path):
    file = tmp_path / "keys.json"
    assert run("keys", file, profile=profile).exit_code == 0
    (key,) = key_sheet.decode(file.read_bytes()).keys
    assert key.valid_from == SystemClock().today()
    assert key.window == YANGXU.window

    revoked = run("keys", file, "--revoke", key.origin, "--on", "2031-02-03", profile=profile)
    again = run("keys", file, profile=profile)

    assert (revoked.exit_code, again.exit_code) == (0, 0), revoked.output
    assert [key.revoked_on for key in key_sheet.decode(file.read_bytes()).keys] == [date(2031, 2, 3)]


def test_the_origins_of_this_pc_before_it_was_restored_are_on_the_sheet(profile, tmp_path):
    run("backup", tmp_path / "stick", profile=profile)
    (backup,) = (tmp_path / "stick").iterdir()
    CliRunner().invoke(cli, ["restore", str(backup), str(tmp_path / "new")])

    assert run("keys", tmp_path / "keys.json", profile=tmp_path / "new").exit_code == 0

    keys = key_sheet.decode((tmp_path / "keys.json").read_bytes()).keys
    assert len({key.origin for key in keys}) == 2
    assert all(key.valid_from == SystemClock().today() for key in keys)


def test_an_unknown_origin_is_not_revoked_and_nothing_is_written(profile, tmp_path):
    result = run("keys", tmp_path / "keys.json", "--revoke", "nobody", profile=profile)

    assert result.exit_code == 1
    assert "nobody" in result.output
    assert not (tmp_path / "keys.json").exists()


def test_a_newer_catalogue_is_imported_and_an_older_one_refused(profile, tmp_path):
    sample = load_sample()
    newer, older = tmp_path / "newer.json", tmp_path / "older.json"
    newer.write_bytes(write_json(replace(sample, version="2026.11.15")))
    older.write_bytes(write_json(replace(sample, version="2026.01.01")))

    taken = run("catalogue", "import", newer, profile=profile)
    refused = run("catalogue", "import", older, profile=profile)

    assert taken.exit_code == 0, taken.output
    assert "2026.11.15" in taken.output
    assert refused.exit_code == 1
    assert "不比已有版本新" in refused.output
