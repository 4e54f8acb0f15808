"""The house itself: what lies where, how long a file may be, what must not stand in it."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("desktop", "ui", "printing", "resources")

TOP_LEVEL = {
    *PACKAGES,
    "tests",
    "pyproject.toml",
    "requirements.lock",
    "Makefile",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
}
MADE = {"out", "build", "dist", "__pycache__", "yichuang.egg-info"}  # by running it; .gitignore has them too
LINES_AT_MOST = 320
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E)\b")  # written so that it does not find itself


def modules(*folders: str) -> list[Path]:
    """Every Python file in these folders, by path."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def named(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def test_nothing_else_lies_on_the_top_level():
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}

    assert names - TOP_LEVEL - MADE == set()


def test_what_running_it_makes_is_ignored():
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()

    assert all({f"/{name}/", f"{name}/", f"*{Path(name).suffix}/"} & set(ignored) for name in MADE)


def test_no_module_is_longer_than_one_idea():
    too_long = {
        path: lines
        for path in modules(*PACKAGES)
        if (lines := len(path.read_text("utf-8").splitlines())) > LINES_AT_MOST
    }

    assert named(list(too_long)) == []


def test_no_module_is_a_drawer_for_odds_and_ends():
    drawers = {"utils.py", "helpers.py", "util.py", "helper.py", "misc.py", "common.py"}

    assert named([path for path in modules(*PACKAGES, "tests") if path.name in drawers]) == []


def test_every_module_says_what_it_is_for():
    silent = [
        path
        for path in modules(*PACKAGES)
        if not path.name.startswith("_") or path.name == "__init__.py"
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]

    assert named(silent) == []


def test_nothing_is_left_for_later():
    texts = modules(*PACKAGES, "tests") + [ROOT / name for name in ("Makefile", "README.md", "pyproject.toml")]

    assert named([path for path in texts if UNFINISHED.search(path.read_text("utf-8"))]) == []


@pytest.fixture(scope="module")
def locked() -> list[str]:
    return (ROOT / "requirements.lock").read_text("utf-8").splitlines()


def test_the_lock_names_no_address_and_no_index(locked):
    assert [line for line in locked if "://" in line or re.match(r"\s*-(?!-hash=)", line) or " @ " in line] == []


def test_the_lock_pins_one_version_with_hashes_of_everything(locked):
    heads = [line for line in locked if re.match(r"\w", line)]

    assert heads
    assert [line for line in heads if not re.match(r"[\w.-]+==[\w.]+( ; .+)? \\$", line)] == []


def test_the_lock_keeps_the_version_of_qt_that_loses_references_from_old_pythons(locked):
    old = [line for line in locked if line.startswith("pyside6-essentials==") and "< '3.12'" in line]

    assert len(old) == 1
    assert tuple(map(int, re.findall(r"\d+", old[0])[1:3])) < (6, 12)
