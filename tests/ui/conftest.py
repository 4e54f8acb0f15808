"""A window in front of a real encrypted counter, dressed as the clerk sees it: font, style, Chinese."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from desktop import bootstrap
from desktop.domain.people import Clerk
from tests.ui.case_fixtures import Hall, until
from ui import app
from ui.pages.page import Goto
from ui.settings_store import SettingsStore
from ui.window import MainWindow

LEAD_PASSWORD = "demo-2026"
OTHER = Clerk(clerk_id="wang", name="示例经办人")
OTHER_PASSWORD = "another-2026"


@pytest.fixture
def dressed(qapp: QApplication, tmp_path: Path) -> Iterator[QApplication]:
    """The application as it is started, in Chinese. Afterwards it speaks English again, as other tests expect.

    The style sheet stays: taking it off frees a style that Python still knows, and the next one to ask for it crashes.
    """
    before = QLocale()
    yield app.make_application(SettingsStore(tmp_path / "screen.json"))
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture
def other_clerk(hall: Hall) -> Clerk:
    """A second clerk, who is no lead."""
    bootstrap.add_clerk(hall.counter, hall.session, OTHER, OTHER_PASSWORD)
    return OTHER


@pytest.fixture
def window(qtbot: Any, dressed: QApplication, hall: Hall) -> MainWindow:
    """The window on Today, everything read."""
    made = MainWindow(hall.context)
    qtbot.addWidget(made)
    made.show()
    made.goto(Goto("today"))
    settle(qtbot, hall)
    activate(qtbot, made)
    return made


def activate(qtbot: Any, window: QWidget) -> None:
    """Gives the window the keyboard; the request is answered by an event, and may be lost while it is being shown."""

    def is_active() -> bool:
        window.activateWindow()
        return window.isActiveWindow()

    until(qtbot, is_active)


def settle(qtbot: Any, hall: Hall) -> None:
    """Waits until no job is running."""
    until(qtbot, lambda: hall.context.tasks.pending == 0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The plug-in without a screen says at every window that it cannot pass on its smallest size. That is no fault."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))
