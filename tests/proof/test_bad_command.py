"""Commands typed wrong: one clear line, an exit code that is not 0, no traceback, and the window as it was."""

import re
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from desktop.bootstrap import Counter
from desktop.cli import cli
from desktop.domain.papers import encode
from desktop.store.backup import KEY_FILE
from tests.printing.sample_content import RECEIPT
from tests.proof import counter_work, profiles

CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Counter:
    """A window that is closed, as the commands find it."""
    opened = profiles.set_up(tmp_path_factory.mktemp("commands") / "window", counter_work.CATALOGUE)
    opened.close()
    return opened


def run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli, words, input=typed)


def require_one_clear_line(result: Result, *, code: int, language: str = "zh") -> None:
    """Fails unless the command ended with this code and said why, and nothing that only we understand."""
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    said = result.stderr.strip()
    assert said, "nothing was said"
    assert "程序出错" not in said, "a fault of the input was told as a fault of the program"
    assert "The program failed" not in said, "a fault of the input was told as a fault of the program"
    assert not re.search(r"\{\w+\}", said), f"an unfilled blank: {said}"
    assert not re.fullmatch(r"[a-z_.]+", said), f"a bare key: {said}"
    if code == 1:
        assert bool(CHINESE.search(said)) or language == "en", said


NOT_UNDERSTOOD = [
    ("command that is none", ["frobnicate"]),
    ("language that is none", ["--language", "xx", "verify"]),
    ("option that is none", ["verify", "--fast"]),
    ("catalogue without a file", ["catalogue", "check"]),
    ("catalogue command that is none", ["catalogue", "delete"]),
    ("template that is no workbook", ["catalogue", "template", "new.docx"]),
    ("restore without a place", ["restore", "/nowhere/backup"]),
    ("restore from what is not there", ["restore", "/nowhere/backup", "/nowhere/window"]),
    ("print without content", ["print"]),
    ("template of no paper", ["print", "--template", "poem"]),
    ("reprint number nought", ["print", "content.json", "--out", "x.pdf", "--reprint", "0"]),
    ("check without a paper", ["check-paper"]),
    ("key sheet that is not there", ["check-paper", "YC1:0", "--keys", "/nowhere/keys.json"]),
]


@pytest.mark.parametrize("words", [row[1] for row in NOT_UNDERSTOOD], ids=[row[0] for row in NOT_UNDERSTOOD])
def test_a_command_that_is_not_understood_says_what_was_expected(words: list[str]):
    require_one_clear_line(run(*words), code=2)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", ["verify", "rebuild"])
def test_a_profile_that_is_not_there_is_told(tmp_path: Path, command: str, language: str):
    words = [
        "--language",
        language,
        command,
        "--profile",
        str(tmp_path / "none"),
        "--clerk",
        "lead",
        "--password-stdin",
    ]

    result = run(*words, typed="demo-2026\n")

    require_one_clear_line(result, code=1, language=language)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("clerk", "password"), [("lead", "wrong-2026"), ("lead", ""), ("nobody", profiles.PASSWORD), ("LEAD", "x")]
)
def test_a_wrong_password_opens_nothing_and_is_told(counter: Counter, clerk: str, password: str, language: str):
    words = ["--language", language, "verify", "--profile", str(counter.profile), "--clerk", clerk, "--password-stdin"]

    result = run(*words, typed=f"{password}\n")

    require_one_clear_line(result, code=1, language=language)
    with profiles.opened(counter.profile) as again:  # a right one is heard again, and starts the count anew
        assert again.store.verify() is None


def test_a_key_file_that_is_damaged_is_told_and_kept(tmp_path: Path):
    profile = tmp_path / "window"
    profiles.set_up(profile, counter_work.CATALOGUE).close()
    keys = profile / KEY_FILE
    keys.write_bytes(b"{")

    result = run("verify", "--profile", str(profile), "--clerk", "lead", "--password-stdin", typed="demo-2026\n")

    require_one_clear_line(result, code=1)
    assert keys.read_bytes() == b"{"


def test_a_database_that_is_damaged_is_told_and_kept(tmp_path: Path):
    profile = tmp_path / "window"
    profiles.set_up(profile, counter_work.CATALOGUE).close()
    database = profile / "yichuang.db"
    damaged = b"\0" * 100 + database.read_bytes()[100:4096] + b"\0" * (database.stat().st_size - 4096)
    database.write_bytes(damaged)

    result = run("verify", "--profile", str(profile), "--clerk", "lead", "--password-stdin", typed="demo-2026\n")

    require_one_clear_line(result, code=1)
    assert database.read_bytes() == damaged


def test_a_window_that_is_open_elsewhere_is_told(counter: Counter):
    words = ["verify", "--profile", str(counter.profile), "--clerk", "lead", "--password-stdin"]

    with profiles.opened(counter.profile):
        result = run(*words, typed="demo-2026\n")

    require_one_clear_line(result, code=1)


SOUND = msgspec.to_builtins(RECEIPT)
FAULTS_IN_CONTENT = [
    ("empty file", b""),
    ("text", "受理通知书".encode()),
    ("cut off", encode(RECEIPT)[:-20]),
    ("list", b"[]"),
    ("no kind of paper", msgspec.json.encode({**SOUND, "type": "poem"})),
    ("kind left out", msgspec.json.encode({key: value for key, value in SOUND.items() if key != "type"})),
    ("head left out", msgspec.json.encode({key: value for key, value in SOUND.items() if key != "head"})),
    ("day that does not exist", msgspec.json.encode({**SOUND, "received_on": "2026-02-30"})),
    ("number for a text", msgspec.json.encode({**SOUND, "situation": 5})),
    ("materials that are no list", msgspec.json.encode({**SOUND, "materials": "申请表"})),
    ("character in no font", msgspec.json.encode({**SOUND, "situation": "\U000f1234"})),
    ("in GB 18030", encode(RECEIPT).decode().encode("gb18030")),
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("content", [row[1] for row in FAULTS_IN_CONTENT], ids=[row[0] for row in FAULTS_IN_CONTENT])
def test_content_that_is_no_paper_is_told_and_nothing_is_written(tmp_path: Path, content: bytes, language: str):
    file, out = tmp_path / "content.json", tmp_path / "paper.pdf"
    file.write_bytes(content)

    result = run("--language", language, "print", str(file), "--out", str(out))

    require_one_clear_line(result, code=1, language=language)
    assert not out.exists()


def test_content_that_is_not_there_is_told(tmp_path: Path):
    result = run("print", str(tmp_path / "none.json"), "--out", str(tmp_path / "paper.pdf"))

    require_one_clear_line(result, code=1)


def test_a_paper_is_not_written_over_what_is_there(tmp_path: Path):
    file, out = tmp_path / "content.json", tmp_path / "paper.pdf"
    file.write_bytes(encode(RECEIPT))
    out.write_bytes(b"kept")

    result = run("print", str(file), "--out", str(out))

    require_one_clear_line(result, code=1)
    assert out.read_bytes() == b"kept"


@pytest.mark.parametrize("code", ["nonsense", "YC1:", "YC1:0000", "https://example.invalid/1"])
def test_a_code_that_is_none_cannot_be_printed(tmp_path: Path, code: str):
    file, out = tmp_path / "content.json", tmp_path / "paper.pdf"
    file.write_bytes(encode(RECEIPT))

    result = run("print", str(file), "--out", str(out), "--code", code)

    require_one_clear_line(result, code=1)
    assert not out.exists()


@pytest.mark.parametrize("paper", ["nonsense", "", "YC1:0000", "none.pdf", "YC9:" + "A" * 400])
def test_what_is_no_paper_is_neither_genuine_nor_a_crash(paper: str):
    result = run("check-paper", paper)

    assert result.exit_code in (1, 2)
    assert isinstance(result.exception, SystemExit)
    assert CHINESE.search(result.output + result.stderr)
