"""Every control says what it is, and can be reached without a mouse; every text has its character."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QRawFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from tests.ui.case_fixtures import Hall, clock, hall, published  # noqa: F401 - fixtures
from tests.ui.conftest import settle
from ui.login.gate import Gate
from ui.login.login_window import LoginWindow
from ui.login.setup_window import SetupWindow
from ui.page_register import PAGES
from ui.pages.page import Goto
from ui.pages.settings_page import SECTIONS
from ui.settings_store import SettingsStore

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
PARTS_OF_QT = ("qt_", "QComboBox")  # what a control of Qt is made of inside


def controls(root: QWidget) -> list[QWidget]:
    """Every control of ours below the widget that takes the keyboard."""
    found = [w for w in root.findChildren(QWidget) if isinstance(w, CONTROLS) and not isinstance(w, QScrollBar)]
    return [w for w in found if w.focusPolicy() != Qt.FocusPolicy.NoFocus and not is_part_of_qt(w)]


def is_part_of_qt(widget: QWidget) -> bool:
    parents = []
    up: QWidget | None = widget
    while up is not None:
        parents.append(up)
        up = up.parentWidget()
    return any(
        w.objectName().startswith(PARTS_OF_QT) or w.metaObject().className().startswith("QComboBoxPrivate")
        for w in parents
    ) or (isinstance(widget, QAbstractButton) and isinstance(widget.parentWidget(), QAbstractItemView))


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(w).__name__} {w.objectName()} in {type(w.parentWidget()).__name__}"
        for w in controls(root)
        if not w.objectName() or not (w.accessibleName() or getattr(w, "text", str)())
    ]


@pytest.mark.parametrize("entry", [entry for entry in PAGES if entry.is_in_rail], ids=lambda entry: entry.name)
def test_every_control_of_a_page_has_a_name(qtbot: Any, window: Any, hall: Hall, entry: Any) -> None:  # noqa: F811
    window.goto(Goto(entry.name))
    if entry.name == "settings":
        for section in SECTIONS:  # each is made at its first visit
            window.goto(Goto("settings", section))
    settle(qtbot, hall)

    assert controls(window)
    assert nameless(window) == []


def test_every_control_of_the_lock_has_a_name(window):
    window.lock()

    assert nameless(window.guard.overlay) == []


@pytest.mark.parametrize("kind", [LoginWindow, SetupWindow])
def test_every_control_of_the_door_has_a_name(qtbot, dressed, hall, tmp_path, kind):  # noqa: F811
    door = kind(Gate(tmp_path / "none", hall.clock), hall.context.tasks, SettingsStore(tmp_path / "s.json"))
    qtbot.addWidget(door)

    assert controls(door)
    assert nameless(door) == []


@pytest.mark.parametrize("name", ["settings", "today"])
def test_tab_reaches_every_control_that_is_shown(qtbot, window, hall, name):  # noqa: F811
    window.goto(Goto(name))
    settle(qtbot, hall)
    page = window.page
    wanted = {
        w
        for w in controls(page)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None
    }

    reached = set()
    for _ in range(200):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.add(window.focusWidget())

    # One radio button of a group is reached by Tab, the others by the arrow keys.
    assert {w for w in wanted - reached if not getattr(w, "autoExclusive", bool)()} == set()


@pytest.mark.parametrize("bold", [False, True])
def test_every_text_of_the_screen_has_its_characters(dressed, bold):
    font = dressed.font()
    font.setBold(bold)
    raw = QRawFont.fromFont(font)

    assert raw.familyName() == "Yichuang Sans"
    assert [c for c in "一窗收件受理告知补正容缺承诺设置●✓…　（）“”、。" if not raw.supportsCharacter(ord(c))] == []
    assert QFontMetrics(font).inFont("镇")
