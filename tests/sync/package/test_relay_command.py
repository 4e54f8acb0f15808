"""`yichuang relay`: between folders, sticks and stores described in a file; what it says, and its exit code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desktop.cli import cli
from desktop.sync import layout
from desktop.sync.package import FOLDER
from tests.sync.package import city
from tests.sync.package.window import HALL, Window, tree, write


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, ["relay", *map(str, args)])


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, body in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def stick(tmp_path: Path, window: Window) -> Path:
    (tmp_path / "stick").mkdir()
    write(window, tmp_path / "stick")
    return tmp_path / "stick"


def test_a_stick_goes_into_a_store_and_a_second_time_there_is_nothing_to_do(stick, tmp_path):
    store = put(tmp_path / "store", {})

    first, second = run(stick, store), run(stick, store)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "已传 7 个文件" in first.output  # two segments, four chunks, the list
    assert "已传 0 个文件" in second.output
    assert "对方已有 7 个" in second.output


def test_both_ways_make_both_the_same(stick, tmp_path):
    store = put(tmp_path / "store", city.store())

    assert run(stick, store, "--both", "--city-key", city.PUBLIC.hex()).exit_code == 0

    there = {name for name in tree(store) if "/inbox/" not in name and not name.startswith(".")}
    here = {name for name in tree(stick / FOLDER) if "/inbox/" not in name and not name.startswith(".")}
    assert there == here


def test_a_store_may_be_described_in_a_file(stick, tmp_path):
    put(tmp_path / "store", {})
    (tmp_path / "store.json").write_text(
        json.dumps({"kind": "folder", "options": {"root": str(tmp_path / "store")}}), "utf-8"
    )

    assert run(stick, tmp_path / "store.json").exit_code == 0
    assert any("/seg/" in name for name in tree(tmp_path / "store"))


def test_a_spoilt_file_is_named_and_the_exit_code_says_so(stick, tmp_path):
    name = next(name for name in tree(stick / FOLDER) if "/seg/" in name)
    (stick / FOLDER / name).write_bytes(b"")

    done = run(stick, put(tmp_path / "store", {}))

    assert done.exit_code == 1
    assert f"未传 {name}" in done.output
    assert "已传 6 个文件" in done.output


def test_an_unfinished_stick_is_told(stick, tmp_path):
    neighbour = Window(origin=f"{HALL}-03-ffffffff", entries=4)
    put(stick / FOLDER, neighbour.files)

    done = run(stick, put(tmp_path / "store", {}))

    assert "2 个不在U盘清单上" in done.output


def test_answers_alone_go_onto_a_stick(tmp_path):
    store = put(tmp_path / "store", city.store() | Window().files)
    stick = put(tmp_path / "stick", {})

    done = run(store, stick, "--answers", "--hall", HALL)

    assert done.exit_code == 0
    assert layout.head(HALL) in tree(stick)
    assert not any(name.startswith("ev-") for name in tree(stick))


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        (["--answers"], 2, "--hall"),
        (["--city-key", "ab"], 2, "64"),
    ],
)
def test_what_makes_no_sense_is_refused(tmp_path, more, code, words):
    done = run(put(tmp_path / "a", {}), put(tmp_path / "b", {}), *more)

    assert done.exit_code == code
    assert words in done.output


def test_a_store_that_is_not_there_is_said(tmp_path):
    done = run(tmp_path / "none", put(tmp_path / "b", {}))

    assert done.exit_code == 1
    assert str(tmp_path / "none") in done.output


def test_a_file_that_describes_no_store_is_said(tmp_path):
    (tmp_path / "store.json").write_text("{}", "utf-8")

    done = run(tmp_path / "store.json", put(tmp_path / "b", {}))

    assert done.exit_code == 1
    assert "store.json" in done.output
