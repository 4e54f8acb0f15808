"""A cold start up to the first paint: `python -m tests.bench.first_window {bare|login|counter} PROFILE`.

Prints the monotonic clock in nanoseconds when the first window has been painted, and ends. The parent knows when it
started the process; the clock is the same for both.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class FirstPaint(QObject):
    """Waits for the paint event of a window, lets it happen, then tells the time and closes the application."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_paint = event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow()
        if is_paint and not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.tell)
        return False

    def tell(self) -> None:
        print(time.monotonic_ns(), flush=True)
        QApplication.closeAllWindows()
        QApplication.exit(0)


def bare() -> None:
    """Nothing but Qt."""
    window = QMainWindow()
    window.show()
    QApplication.exec()


def login(profile: Path) -> None:
    """The client as `yichuang run` starts it."""
    from ui import app

    app.run(profile)


def counter(profile: Path) -> None:
    """The counter itself on Today: the store opened for its clerk, then the main window."""
    from desktop import bootstrap
    from desktop.clock import SystemClock
    from desktop.paths import home
    from tests.proof.profiles import PASSWORD
    from ui import app
    from ui.login.gate import Gate, Opened
    from ui.settings_store import FILE_NAME, SettingsStore

    clock, settings = SystemClock(), SettingsStore(home() / FILE_NAME)
    client = app.Application(app.make_application(settings), Gate(profile, clock), settings)
    client.open(Opened(*bootstrap.open_profile(profile, "lead", PASSWORD, clock=clock)))
    QApplication.exec()
    client.close()


def main(way: str, profile: Path) -> None:
    application = QApplication(sys.argv[:1])
    watch = FirstPaint()
    application.installEventFilter(watch)
    if way == "bare":
        bare()
    else:
        {"login": login, "counter": counter}[way](profile)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
