"""Imports point one way: ui → printing → desktop.domain; ui → desktop.services → desktop.domain (README, Map)."""

import ast
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

QT = frozenset({"PySide6", "shiboken6"})
SQL = frozenset({"sqlite3", "sqlite_utils", "sqlcipher3", "pysqlite3"})
PDF = frozenset({"reportlab"})
NET = frozenset({"socket", "ssl", "http", "urllib.request", "asyncio"})
CLOCK_AND_CHANCE = frozenset({"time", "random", "secrets", "uuid"})
FILES = frozenset({"os", "io", "pathlib", "shutil", "tempfile", "subprocess", "logging"})


@dataclass(frozen=True)
class Rule:
    """What the modules of a folder may not import; `but` names exceptions. Names cover everything below them."""

    never: frozenset[str]
    but: frozenset[str] = frozenset()

    def forbids(self, name: str) -> bool:
        return within(name, self.never) and not within(name, self.but)


# Each folder with its own rule; a module obeys the rules of all the folders that it lies in.
RULES = {
    "desktop": Rule(QT | PDF | {"ui", "printing"}),
    "desktop/domain": Rule(SQL | NET | CLOCK_AND_CHANCE | FILES | {"desktop"}, but=frozenset({"desktop.domain"})),
    "desktop/services": Rule(SQL | NET | {"desktop.store", "desktop.sync", "desktop.city", "desktop.bootstrap"}),
    "desktop/store": Rule(NET | {"desktop.services", "desktop.sync", "desktop.city", "desktop.bootstrap"}),
    "desktop/imaging": Rule(
        SQL | NET | {"desktop"},
        but=frozenset({"desktop.domain.errors", "desktop.imaging", "desktop.problems"}),
    ),
    "desktop/sync": Rule(
        SQL | {"desktop.store", "desktop.services", "desktop.city", "desktop.bootstrap"},
        but=frozenset({"desktop.store.line"}),
    ),
    "printing": Rule(
        QT | SQL | NET | {"ui", "desktop"}, but=frozenset({"desktop.domain", "desktop.messages", "desktop.paths"})
    ),
    "ui": Rule(SQL | PDF | NET | {"desktop.store", "desktop.sync"}),
}
ALLOWED = {("printing/devices_direct.py", "socket")}  # the one module that speaks to printers in the network
PRESENTER = Rule(QT)
OUTSIDE_STORE = Rule(frozenset({"sqlite_utils", "sqlcipher3", "pysqlite3"}))


def within(name: str, prefixes: frozenset[str]) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)


def imported(module: Path) -> set[str]:
    """Full names that a module imports anywhere in it; `from a import b` is a.b, a relative import is `.`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"), str(module))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {"."} if node.level else {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def rules_of(path: str) -> list[Rule]:
    """All rules for a module, given by its path from the root."""
    rules = [rule for folder, rule in RULES.items() if path.startswith(f"{folder}/")]
    if path.endswith("_presenter.py"):
        rules.append(PRESENTER)
    if not path.startswith("desktop/store/"):
        rules.append(OUTSIDE_STORE)
    return rules


def offences(root: Path) -> list[str]:
    """`module imports name` for every import that a rule forbids, in all layers under this root.

    Raises:
        AssertionError: a folder that has a rule is empty or gone: the rule would hold by looking at nothing.
    """
    modules = {path.relative_to(root).as_posix() for folder in RULES for path in (root / folder).rglob("*.py")}
    for folder in RULES:
        assert any(module.startswith(f"{folder}/") for module in modules), f"{folder} has no modules"
    return [
        f"{module} imports {name}"
        for module in sorted(modules)
        for name in sorted(imported(root / module))
        if (module, name) not in ALLOWED
        if name == "." or any(rule.forbids(name) for rule in rules_of(module))
    ]


def test_imports_point_one_way():
    assert offences(ROOT) == []


@pytest.fixture
def house(tmp_path):
    """An empty house that keeps the rule."""
    for folder in RULES:
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / "__init__.py").touch()
    return tmp_path


def test_an_empty_house_keeps_the_rule(house):
    assert offences(house) == []


@pytest.mark.parametrize(
    ("module", "line", "name"),
    [
        ("desktop/domain/case.py", "import PySide6.QtCore", "PySide6.QtCore"),
        ("desktop/domain/case.py", "from desktop.store import ledger", "desktop.store.ledger"),
        ("desktop/domain/case.py", "from desktop import services", "desktop.services"),
        ("desktop/domain/case.py", "import time", "time"),
        ("desktop/services/intake.py", "from desktop.store.ledger import append", "desktop.store.ledger.append"),
        ("desktop/services/intake.py", "import sqlite3", "sqlite3"),
        ("desktop/store/ledger.py", "from desktop.services import intake", "desktop.services.intake"),
        ("desktop/imaging/paper.py", "from desktop.store import files", "desktop.store.files"),
        ("desktop/imaging/paper.py", "import PySide6.QtGui", "PySide6.QtGui"),
        ("desktop/sync/pump.py", "from desktop.store.store import Store", "desktop.store.store.Store"),
        ("desktop/cli.py", "import ui.app", "ui.app"),
        ("desktop/bootstrap.py", "def build():\n    from printing import notice", "printing.notice"),
        ("desktop/bootstrap.py", "import sqlcipher3.dbapi2", "sqlcipher3.dbapi2"),
        ("printing/notice.py", "from desktop.services import intake", "desktop.services.intake"),
        ("printing/notice.py", "from ui import theme", "ui.theme"),
        ("printing/spool.py", "from PySide6.QtPrintSupport import QPrinter", "PySide6.QtPrintSupport.QPrinter"),
        ("ui/pages/intake_page.py", "from reportlab.pdfgen import canvas", "reportlab.pdfgen.canvas"),
        ("ui/pages/intake_page.py", "from desktop.store import ledger", "desktop.store.ledger"),
        ("ui/pages/intake_presenter.py", "from PySide6.QtCore import QObject", "PySide6.QtCore.QObject"),
        ("ui/pages/intake_page.py", "from . import rows", "."),
    ],
)
def test_a_planted_offence_is_found(house, module, line, name):
    (house / module).parent.mkdir(parents=True, exist_ok=True)
    (house / module).write_text(f"{line}\n", "utf-8")

    assert offences(house) == [f"{module} imports {name}"]


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("desktop/domain/case.py", "from datetime import date\n\nfrom desktop.domain.errors import DomainError"),
        ("desktop/services/intake.py", "from desktop.domain import case\nfrom desktop import ports"),
        ("desktop/store/ledger.py", "import sqlcipher3, sqlite_utils"),
        ("desktop/bootstrap.py", "from desktop.store import ledger"),
        (
            "printing/notice.py",
            "import reportlab\nfrom desktop.domain import papers\nfrom desktop import messages, paths",
        ),
        ("ui/pages/intake_page.py", "from PySide6.QtWidgets import QWidget\nfrom printing import notice"),
        ("ui/pages/intake_presenter.py", "from desktop.services import intake"),
    ],
)
def test_what_the_rule_allows_passes(house, module, line):
    (house / module).parent.mkdir(parents=True, exist_ok=True)
    (house / module).write_text(f"{line}\n", "utf-8")

    assert offences(house) == []


def test_a_folder_that_is_gone_is_not_a_rule_kept(house):
    (house / "printing/__init__.py").unlink()

    with pytest.raises(AssertionError, match="printing has no modules"):
        offences(house)


def clock_calls(module: Path) -> list[str]:
    """Calls of the clock that need no forbidden import: `date.today()`, `datetime.now(…)`."""
    calls = (node.func for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call))
    return [
        f"{module.name}: {ast.unparse(call)}"
        for call in calls
        if isinstance(call, ast.Attribute) and call.attr in {"now", "today", "utcnow"}
    ]


def test_the_domain_asks_no_clock():
    modules = sorted((ROOT / "desktop/domain").rglob("*.py"))

    assert [call for module in modules for call in clock_calls(module)] == []


def test_a_planted_clock_is_found(tmp_path):
    module = tmp_path / "deadline.py"
    module.write_text("from datetime import date\n\nDAY = date.today()\n", "utf-8")

    assert clock_calls(module) == ["deadline.py: date.today"]


def test_the_window_waits_for_nothing_that_it_does_not_need():
    """What only city, line, papers or spreadsheets need is imported when it is wanted: a start is mostly imports."""
    later = ("desktop.city", "sqlalchemy", "h2", "opendal", "reportlab", "openpyxl", "pyhanko", "PIL")
    names = f"import ui.app, ui.window, desktop.bootstrap, sys; print(*(set({later!r}) & set(sys.modules)))"

    loaded = subprocess.run([sys.executable, "-c", names], capture_output=True, text=True, check=True, cwd=ROOT)

    assert loaded.stdout.split() == []
