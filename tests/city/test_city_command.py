"""`yichuang city` from the first command to the night's audit, over real files."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desktop.catalogue_files.json_file import write_json
from desktop.city.fault_book import FaultKind
from desktop.city.folder import City
from desktop.city.status import status
from desktop.city.status_text import status_lines
from desktop.cli import cli
from desktop.sentences import SENTENCES
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.enrolment import open_enrolment
from tests.builders import catalogue
from tests.city.reading import faults, head_of, poll
from tests.city.window import Window
from tests.store.samples import case_number


@pytest.fixture
def address() -> str:
    return ""


def run(folder: Path, *words: object) -> Result:
    return CliRunner().invoke(cli, ["city", "--folder", str(folder), *map(str, words)])


def test_a_city_is_made_with_secrets_that_its_owner_alone_reads(tmp_path: Path):
    done = run(tmp_path / "city", "init", "--name", "示例市")

    assert done.exit_code == 0, done.output
    assert "另存一份" in done.output
    for name in ("city.json", "city.keys"):
        assert stat.S_IMODE((tmp_path / "city" / name).stat().st_mode) == 0o600


def test_a_city_is_never_made_over_another(tmp_path: Path):
    run(tmp_path / "city", "init", "--name", "示例市")
    keys = (tmp_path / "city" / "city.keys").read_bytes()

    again = run(tmp_path / "city", "init", "--name", "别的市")

    assert (again.exit_code, (tmp_path / "city" / "city.keys").read_bytes()) == (1, keys)
    assert "密钥不会被覆盖" in again.output


def test_init_prints_the_servers_configuration(tmp_path: Path):
    options = ("url=https://store.example.cn/dav", "user=city", "password=not-a-secret")
    words = [part for option in options for part in ("--option", option)]

    done = run(tmp_path / "city", "init", "--name", "示例市", "--store", "webdav", *words)

    assert done.exit_code == 0, done.output
    assert "ServerName store.example.cn" in done.output
    assert "not-a-secret" not in done.output


def test_a_webdav_window_gets_a_password_of_its_hall_and_never_the_citys(tmp_path: Path):
    options = ("url=https://store.example.cn/dav", "user=city", "password=not-a-secret")
    words = [part for option in options for part in ("--option", option)]
    run(tmp_path / "city", "init", "--name", "示例市", "--store", "webdav", *words)

    done = run(tmp_path / "city", "enrol", "450000100", "02", "--to", tmp_path)

    assert done.exit_code == 0, done.output
    code = next(line for line in done.output.splitlines() if "接入码" in line)[-14:]
    enrolment = open_enrolment((tmp_path / "450000100-02.yichuang").read_bytes(), code)
    assert enrolment.store.options["user"] == "450000100"
    assert enrolment.store.options["password"] not in ("", "not-a-secret")
    assert "450000100:{SHA}" in done.output


def test_a_window_is_let_in_collected_answered_and_shut_out(city: City, new_window, carrier):
    window: Window = new_window(city, "02", asks=False)
    window.ask_to_join()
    listed = run(city.folder, "approve")
    assert window.origin in listed.output

    assert run(city.folder, "approve", window.origin).exit_code == 0
    window.take_in(1)
    window.put()
    collected = run(city.folder, "collect")
    assert "收下 2 条" in collected.output

    words = ("answer", "decided", case_number(1), "--office", "示例县林业局", "--granted", "--on", "2026-11-30")
    answered = run(city.folder, *words)
    assert answered.exit_code == 0, answered.output
    assert head_of(city, carrier).answers == 1

    assert run(city.folder, "revoke", window.origin).exit_code == 0
    assert head_of(city, carrier).keys == 2


def test_a_denial_needs_its_reasons(city: City, window: Window):
    window.take_in(1)
    window.put()
    poll(city)

    done = run(city.folder, "answer", "decided", case_number(1), "--office", "示例县林业局", "--denied")

    assert done.exit_code == 2
    assert "说明理由" in done.output


def test_an_answer_to_a_case_that_never_came_is_one_sentence(city: City, window: Window):
    done = run(city.folder, "answer", "received", "450000100-02-20261123-99999", "--office", "示例县林业局")

    assert done.exit_code == 1
    assert "没有收到过办件" in done.output


def test_a_catalogue_goes_out_once_and_to_every_hall(city: City, window: Window, carrier, tmp_path: Path):
    file = tmp_path / "catalogue.json"
    file.write_bytes(write_json(catalogue()))

    first = run(city.folder, "publish", file)
    second = run(city.folder, "publish", file)

    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    assert "已经是最新发布" in second.output
    published = head_of(city, carrier).catalogue
    assert published is not None
    assert (published.number, published.version) == (1, "2026.10.01")


def test_a_stick_is_read_by_its_folder(city: City, window: Window, tmp_path: Path):
    tree = tmp_path / "stick" / "yichuang"
    tree.mkdir(parents=True)
    window.take_in(1)
    window.put(carrier=FolderCarrier(tree))

    done = run(city.folder, "collect", "--from", tmp_path / "stick")

    assert "收下 2 条" in done.output
    assert (tree / "city-450000100" / "HEAD.json").exists()


@pytest.mark.expects_log(30)
def test_status_says_what_to_do_and_leaves_with_three(city: City, window: Window):
    window.take_in(2)
    window.put(3)
    poll(city)

    done = run(city.folder, "status")

    assert done.exit_code == 3
    assert f"{window.origin}：缺第1至2条" in done.output
    assert "U盘" in done.output


def test_status_of_a_city_without_trouble_leaves_with_zero(city: City, window: Window):
    window.take_in(1)
    window.put()
    poll(city)

    done = run(city.folder, "status", "--all")

    assert done.exit_code == 0, done.output
    assert "收齐到第2条" in done.output


def test_a_window_that_was_silent_for_a_week_is_told(city: City, window: Window):
    window.take_in(1)
    window.put()
    poll(city)
    later = city.now_ms() + int(timedelta(days=8).total_seconds() * 1000)

    told = list(status_lines(status(city), now_ms=later, is_all=False, language="zh"))

    assert any(window.origin in line for line in told)


def test_every_kind_of_trouble_has_its_sentence():
    assert [kind for kind in FaultKind if f"city_fault.{kind.value}" not in SENTENCES] == []


@pytest.mark.expects_log(30)
def test_the_audit_finds_a_lost_a_late_and_a_changed_file(city: City, window: Window, store_root: Path):
    window.take_in(3)
    for number in (1, 3, 5):
        window.put(number, number + 1)
    poll(city)
    assert run(city.folder, "audit").exit_code == 0
    first, second, _third = sorted(store_root.glob("ev-*/seg/*/*/*.seg"))
    first.unlink()
    second.write_bytes(second.read_bytes() + b"x")
    second.with_name("000000000002.seg").write_bytes(b"late")

    done = run(city.folder, "audit")

    assert done.exit_code == 3
    assert "缺失 1，迟到 1，大小不符 1" in done.output
    assert sorted(fault.kind.value for fault in faults(city)) == ["late_file", "missing_file", "other_size"]


def test_no_city_is_one_sentence(tmp_path: Path):
    done = run(tmp_path, "status")

    assert done.exit_code == 1
    assert "不是市级端的文件夹" in done.output
