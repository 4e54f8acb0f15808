"""The frame of the `yichuang` command: what is imported when, and what an error looks like."""

import errno
import logging
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from desktop import cli as frame
from desktop import messages
from desktop.domain.errors import CalendarMissing, DomainError
from desktop.paths import log_dir
from desktop.problems import DiskFull, FileRefused

HEAVY = ("PySide6", "reportlab", "sqlite3", "sqlite_utils", "sqlcipher3", "msgspec", "pypinyin", "openpyxl")
NUMBER = "450000199001010013"
NAME = "王示例"


@click.command()
@click.argument("what")
def fail(what: str) -> None:
    if what == "domain":
        raise CalendarMissing(year=2031)
    if what == "disk":
        raise DiskFull(path="/hall")
    if what == "file":
        Path("gone.json").read_text("utf-8")
    if what == "usage":
        raise click.UsageError("not so")
    if what == "bug":
        raise RuntimeError(f"something about {NAME} {NUMBER}")
    click.echo("done")


no_command = "a string"


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Runs the command line in an empty folder, with `fail` as its command."""
    monkeypatch.setitem(frame.BUILT_IN, "fail", f"{__name__}:fail")
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(frame.cli, args)


def test_help_imports_nothing_heavy():
    program = (
        "import sys\n"
        "from desktop.cli import cli\n"
        "cli.main(['--help'], standalone_mode=False)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )

    lines = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert lines[-1] == "[]"


def test_help_lists_every_registered_command_with_its_line(run):
    listed = run("--help").output

    for name in frame.LazyGroup().list_commands(click.Context(frame.cli)):
        assert f"\n  {name} " in listed or f"\n  {name}\n" in listed
        assert name == "fail" or frame.SUMMARIES[name].split(";")[0][:40] in listed


def test_commands_of_upper_layers_come_in_by_entry_points():
    names = frame.LazyGroup().list_commands(click.Context(frame.cli))

    assert {"run", "demo", "print", "check-paper"} <= set(names)


def test_a_command_that_succeeds_exits_0(run):
    result = run("fail", "nothing")

    assert (result.exit_code, result.output) == (0, "done\n")


def test_an_unknown_command_exits_2(run):
    result = run("nothing-of-the-kind")

    assert result.exit_code == 2
    assert "nothing-of-the-kind" in result.output


def test_wrong_usage_stays_clicks_own(run):
    result = run("fail", "usage")

    assert result.exit_code == 2
    assert "not so" in result.output


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize(("what", "error"), [("domain", CalendarMissing(year=2031)), ("disk", DiskFull(path="/hall"))])
def test_an_error_that_was_foreseen_is_its_sentence(run, language, what, error):
    result = run("--language", language, "fail", what)

    assert result.exit_code == 1
    assert result.stderr == messages.text(error, language=language) + "\n"


def test_a_file_that_is_not_there_is_a_problem_of_the_surroundings(run):
    result = run("fail", "file")

    problem = FileRefused(path="gone.json", reason=os.strerror(errno.ENOENT))
    assert result.exit_code == 1
    assert result.stderr == messages.text(problem) + "\n"


@pytest.mark.expects_log
def test_a_bug_is_one_line_and_its_places_in_the_log_without_what_was_typed(run):
    result = run("fail", "bug")

    log = (log_dir() / "yichuang.log").read_text("utf-8")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert str(log_dir()) in result.stderr
    assert f"RuntimeError at {__name__}.fail:" in log
    assert NUMBER not in log + result.output
    assert NAME not in log + result.output


@pytest.mark.expects_log
def test_a_command_that_cannot_be_imported_is_a_bug_too(run, monkeypatch):
    monkeypatch.setitem(frame.BUILT_IN, "gone", "desktop.nothing:gone")
    monkeypatch.setitem(frame.BUILT_IN, "wrong", f"{__name__}:no_command")

    assert run("gone").exit_code == 1
    assert run("wrong").exit_code == 1
    log = (log_dir() / "yichuang.log").read_text("utf-8")
    assert "ModuleNotFoundError" in log
    assert "TypeError at desktop.cli.LazyGroup.get_command" in log


@pytest.mark.parametrize(("what", "kind"), [("domain", DomainError), ("bug", RuntimeError)])
def test_debug_shows_the_trace(run, what, kind):
    result = run("--debug", "fail", what)

    assert isinstance(result.exception, kind)


def test_a_command_leaves_no_log_handler_behind(run):
    before = list(logging.getLogger().handlers)

    run("fail", "nothing")

    assert logging.getLogger().handlers == before
