"""Every problem with a device has its sentence."""

import re
from pathlib import Path

from desktop.sentences import SENTENCES
from printing.devices_problem import PrinterProblem

ROOT = Path(__file__).parents[2]


def raised() -> set[str]:
    """Keys that the source raises, read from it."""
    found: set[str] = set()
    for layer in ("printing", "ui"):
        for path in (ROOT / layer).rglob("*.py"):
            found |= set(re.findall(r'PrinterProblem\(\s*"(\w+)"', path.read_text("utf-8")))
    return found


def test_every_problem_with_a_device_has_a_sentence():
    assert {"printer_no_paper", "printer_unreachable"} <= raised()
    assert raised() - set(SENTENCES) == set()


def test_every_problem_is_named_where_they_are_described():
    assert {key for key in raised() if key not in (PrinterProblem.__doc__ or "")} == set()
