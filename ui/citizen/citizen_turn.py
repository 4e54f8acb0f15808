"""Turns the window to the citizen and takes it back only with the clerk's password: the lock is under the view.

A rating on the screen is taken here and nowhere else, and only between the two.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from desktop.domain.errors import Conflict
from desktop.ports import Changes
from desktop.services import ratings
from ui.citizen.citizen_presenter import Said, Shown, load
from ui.citizen.citizen_view import CitizenView
from ui.context import Context
from ui.problem_text import problem_text
from ui.theme import tokens

if TYPE_CHECKING:
    from ui.window import MainWindow


class CitizenTurnGuard(QObject):
    """One for the window. With a second screen the view stands there, and the clerk's own is locked all the same."""

    changes_made = Signal(object)
    """desktop.ports.Changes of a rating."""

    def __init__(
        self, window: "MainWindow", context: Context, *, other_screen: Callable[[], QScreen | None] | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._other_screen = other_screen or self._second_screen
        self._shown: Shown | None = None
        self.view: CitizenView | None = None
        self.was_wrong = False  # the citizen said so, and the clerk has not been told yet
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.timeout.connect(self.end)
        window.guard.opened.connect(self._on_unlocked)

    @property
    def is_running(self) -> bool:
        """Whether the window is in the citizen's hands."""
        return self._shown is not None

    def begin(self, case_id: object) -> None:
        """Reads the case; then the window is theirs."""
        if self.is_running or self._window.guard.is_locked:
            return
        counter, session, language = self._context.counter, self._context.session, self._context.language
        today = counter.clock.today()

        def job() -> Shown:
            with counter.store.read() as reader:
                turn = ratings.begin_turn(reader, session, str(case_id))
                shown = load(reader, turn, today=today, language=language)
            if shown is None:
                raise Conflict(case_id=str(case_id))
            return shown

        self._context.tasks.read(job, self._turn, self._window.page_failed)

    def end(self) -> None:
        """The turn is over, by its end, by patience or by the password; under it the window is locked."""
        if self._shown is None:
            return
        self._shown.turn.end()
        self._shown = None
        self.patience.stop()
        if self.view is not None:
            self.view.forget()
            self.view.deleteLater()
            self.view = None
        if self._window.guard.is_locked:
            self._window.activateWindow()
            self._window.guard.overlay.form.start()

    def resize_to_window(self) -> None:
        """Covers all of the window, where it has no screen of its own."""
        if self.view is not None and self.view.parentWidget() is self._window:
            self.view.setGeometry(self._window.rect())

    def _turn(self, shown: Shown) -> None:
        if self._window.guard.is_locked:  # it locked itself while the case was read
            return
        self._window.lock()
        self._shown = shown
        screen = self._other_screen()
        self.view = CitizenView(
            tokens(self._context.settings.theme), self._context.language, None if screen else self._window
        )
        self.view.rated.connect(self._rate)
        self.view.ended.connect(self.end)
        self.view.touched.connect(self._wait)
        self.view.said_wrong.connect(self._note_wrong)
        self.view.begin(shown)
        if screen is not None:
            self.view.setGeometry(screen.geometry())
            self.view.showFullScreen()
            self.view.activateWindow()
        else:
            self.resize_to_window()
            self.view.show()
            self.view.raise_()
        self.view.setFocus()
        self._wait()

    def _wait(self) -> None:
        if self._shown is not None:
            self.patience.start(self._shown.seconds * 1000)

    def _rate(self, said: Said) -> None:
        shown, counter = self._shown, self._context.counter
        if shown is None:
            return

        def job() -> Changes:
            with counter.store.write(None) as uow:  # nobody of the counter writes this line
                return ratings.rate_on_screen(
                    uow, shown.turn, said.level, options=said.options, rater=said.rater, today=counter.clock.today()
                )

        self._context.tasks.run(job, self._rated, self._not_rated)

    def _rated(self, changes: Changes) -> None:
        self.changes_made.emit(changes)
        if self.view is not None:
            self.view.thank(self.tr("Thank you. Your rating is on record."))

    def _not_rated(self, error: Exception) -> None:
        if self.view is not None:
            self.view.refuse(problem_text(error, language=self._context.language))

    def _note_wrong(self) -> None:
        self.was_wrong = True

    def _on_unlocked(self) -> None:
        from ui.pages.page import Notice

        self.end()
        if self.was_wrong:
            self.was_wrong = False
            self._window.say(Notice(self.tr("The citizen says that something is not right: check it together."), "bad"))

    def _second_screen(self) -> QScreen | None:
        """A screen on which the clerk's window does not stand; None: there is one alone."""
        own = self._window.screen()
        return next((screen for screen in QGuiApplication.screens() if screen is not own), None)
