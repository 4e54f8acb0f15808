"""The application: font, look and language first, then a window, then — behind the first paint — store and printing.

This is the screen's half of the composition root; desktop/bootstrap.py is the other one.
"""

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.clock import SystemClock
from desktop.paths import home, resource
from ui import appearance, fonts, input_method
from ui.crash import Crash
from ui.login.gate import Gate, Opened
from ui.login.login_window import LoginWindow
from ui.problem_text import problem_text
from ui.settings_store import FILE_NAME, SettingsStore
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.line_watch import LineWatch
    from ui.login.setup_window import SetupWindow
    from ui.window import MainWindow

KEY_FILE = "keys.json"  # keys without a data file: it was damaged and put aside, a backup can be restored
_WARM_AFTER_MS = 500  # the first page is on the screen by then

log = logging.getLogger(__name__)

BASE_STYLE = "fusion"  # drawn the same on every system; what the style sheet leaves alone looks like it


def make_application(settings: SettingsStore) -> QApplication:
    """The one QApplication with font, look, icon and language; Chinese unless the settings say English."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("yichuang")
    if application.property("baseStyle") != BASE_STYLE:  # once: a style sheet stands on it
        application.setStyle(BASE_STYLE)
        application.setProperty("baseStyle", BASE_STYLE)
    fonts.use_faces(application)
    fonts.rare_fonts().follow_typing(application)
    application.setWindowIcon(QIcon(str(resource("icons", "yichuang.png"))))
    use_language(application, settings.current.language)
    appearance.apply(application, settings.current)
    return application


def use_language(application: QApplication, language: str) -> None:
    """Texts, dates and numbers in this language; windows that are open keep theirs until they are built again."""
    for known in application.findChildren(QTranslator):
        application.removeTranslator(known)
        known.deleteLater()
    locale = QLocale("zh_CN" if language == "zh" else "en_GB")
    QLocale.setDefault(locale)
    if language != "zh":
        return
    for name, folder in (
        ("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("yichuang_zh_CN", str(resource("translations"))),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)


class Application(QObject):
    """From the first window to the last: login or first set-up, then the counter."""

    def __init__(self, application: QApplication, gate: Gate, settings: SettingsStore, *, advice: str = "") -> None:
        super().__init__()
        self._application = application
        self._gate = gate
        self._settings = settings
        self._advice = advice
        self._opened: Opened | None = None
        self._line_watch: LineWatch | None = None
        self.tasks = Tasks(self)
        self.login: LoginWindow | None = None
        self.setup: SetupWindow | None = None
        self.window: MainWindow | None = None
        settings.changed.connect(self._use_settings)

    def start(self) -> None:
        """Shows the first window. Whether it is login or set-up is seen from the folder alone, without the store."""
        if any(self._gate.profile.glob("*.db")) or (self._gate.profile / KEY_FILE).exists():
            self.show_login()
        else:
            self.show_setup()

    def show_login(self) -> None:
        """The door of a window that has been set up."""
        self.login = LoginWindow(self._gate, self.tasks, self._settings, advice=self._advice)
        self.login.opened.connect(self.open)
        self.login.not_set_up.connect(self.show_setup)
        self.login.show()
        self._application.setQuitOnLastWindowClosed(True)

    def show_setup(self) -> None:
        """The first set-up of this window."""
        from ui.login.setup_window import SetupWindow

        self.setup = SetupWindow(self._gate, self.tasks, self._settings, advice=self._advice)
        self.setup.opened.connect(self.open)
        self.setup.show()
        if self.login is not None:
            self.login.hide()

    def open(self, opened: Opened) -> None:
        """The counter opens on Today."""
        from ui.context import Context
        from ui.print_desk import PrintDesk
        from ui.window import MainWindow

        self._opened = opened
        if not opened.counter.is_practice:
            self._remember(opened.session.clerk.clerk_id)
        desk = PrintDesk(
            counter=opened.counter,
            tasks=self.tasks,
            session=lambda: context.session,
            settings_store=self._settings,
            parent=self,
        )
        context = Context(opened.counter, self.tasks, opened.session, self._settings, desk, switch=self._switch)
        self.window = MainWindow(context)
        self.window.show_placed()
        self._application.setQuitOnLastWindowClosed(True)
        self.window.open_first_page()
        QTimer.singleShot(_WARM_AFTER_MS, desk.warm)
        QTimer.singleShot(_WARM_AFTER_MS, self, self._start_sync)
        for door in (self.login, self.setup):
            if door is not None:
                door.hide()
                door.deleteLater()
        self.login = self.setup = None

    def _switch(self, mode: str) -> None:
        """Into practice, or out of it: window, printing and sync of the one end before the other begins."""
        from ui.practice_switch import Switch

        left, window = self._opened, self.window
        if left is None or window is None:
            return
        self._application.setQuitOnLastWindowClosed(False)  # between the two there is no window
        window.close()
        self._end_work()
        self._opened = self.window = None
        window.deleteLater()
        doors = Switch(self._gate, self.tasks, opened=self.open, closed=self.show_login, failed=self._not_switched)
        doors.go(mode, left, window.context.session.clerk)

    def _not_switched(self, error: Exception) -> None:
        self.show_login()
        if self.login is not None:
            self.login.below.setText(problem_text(error, language=self._settings.current.language))

    def _end_work(self) -> None:
        if self._line_watch is not None:
            self._line_watch.stop()
            self._line_watch = None
        if self._opened is not None and self._opened.counter.sync is not None:
            self._opened.counter.sync.close()
        if self._opened is not None and self.window is not None:
            self.window.context.printer.close()

    def _start_sync(self) -> None:
        """Sync looks for the city behind the first page; a window that was closed meanwhile has none."""
        from ui.line_watch import LineWatch

        control = self._opened.counter.sync if self._opened is not None else None
        if control is not None:
            self._line_watch = LineWatch(control, self)
            control.start()
            self._line_watch.start()

    def close(self) -> None:
        """Ends the workers, then the store: everything asked for has been written by then."""
        self._end_work()
        self.tasks.close()
        if self._opened is not None:
            self._opened.counter.close()
            self._opened = None

    def save_all(self) -> None:
        """Hands what is typed to the store; for the moment when something has gone wrong."""
        if self.window is not None:
            self.window.save_all()

    def say_crash(self, text: str) -> None:
        """Says that the program made a mistake, where the clerk is looking."""
        from ui.pages.page import Notice

        if self.window is not None:
            self.window.say(Notice(text, "bad"))
        else:
            for door in (self.login, self.setup):
                if door is not None:
                    door.below.setText(text)

    def _remember(self, clerk_id: str) -> None:
        try:
            self._settings.change(last_clerk=clerk_id)
        except OSError as error:
            log.warning("settings not kept: %s", error.strerror)

    def _use_settings(self) -> None:
        appearance.apply(self._application, self._settings.current)


def run(profile: Path, *, clock: SystemClock | None = None, is_demo: bool = False, hint: str = "") -> int:
    """Runs the counter until its window is closed; the exit code of the process.

    Args:
        hint: a sentence that stands on the login page, such as the password of the sample hall.
    """
    found = input_method.prepare()
    settings = SettingsStore(home() / FILE_NAME)
    application = make_application(settings)
    gate = Gate(profile, clock or SystemClock(), is_demo=is_demo)
    advice = "\n".join(line for line in (hint, input_method.advice(found)) if line)
    counter = Application(application, gate, settings, advice=advice)
    crash = Crash(save=counter.save_all, say=counter.say_crash)
    crash.install()
    counter.start()
    try:
        return application.exec()
    finally:
        counter.close()
        crash.remove()
