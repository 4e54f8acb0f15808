"""What marks a window of practice: the line with the exercise of now, the word in its title, the lock that says so."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop import practice
from desktop.domain.exercise import Exercise
from desktop.domain.people import Session
from desktop.ports import CaseReader
from desktop.services import practice as exercises
from ui.context import Context
from ui.pages.page import Goto
from ui.pages.practice_presenter import line
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

if TYPE_CHECKING:
    from ui.window import MainWindow

KEY = "Ctrl+F12"


class PracticeStrip(QFrame):
    """Stands under the top bar; `wanted` by its key is the page with all ten."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practiceStrip")
        self._context = context
        self.word = self.tr("Practice")
        self.text = label("", "", wrap=True)
        self.open_key = KeyButton(self.tr("Exercises"), KEY)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 3, 20, 3)
        row.addWidget(self.text, 1)
        row.addWidget(self.open_key)

    def refresh(self) -> None:
        """Looks at the ledger again."""
        store, session = self._context.counter.store, self._context.session

        def job() -> frozenset[Exercise]:
            with store.read() as reader:
                return _done(reader, session)

        self._context.tasks.read(job, self._show, lambda _error: None)

    def _show(self, done: frozenset[Exercise]) -> None:
        self.text.setText(line(done, self._context.language))


def stand_in(window: "MainWindow", column: QVBoxLayout) -> PracticeStrip:
    """Marks the window: the strip under its top bar, the word in its title, the public password told on its lock."""
    strip = PracticeStrip(window.context)
    column.insertWidget(1, strip)
    window.guard.overlay.show_practice(practice.PASSWORD)
    strip.open_key.clicked.connect(lambda: window.goto(Goto("practice")))
    QShortcut(QKeySequence(KEY), window.central).activated.connect(lambda: window.goto(Goto("practice")))
    window.windowTitleChanged.connect(lambda title: _mark(window, title, strip.word))
    _mark(window, window.windowTitle(), strip.word)
    strip.refresh()
    return strip


def _mark(window: "MainWindow", title: str, word: str) -> None:
    if not title.startswith(word):
        window.setWindowTitle(f"{word} · {title}")


def _done(reader: CaseReader, session: Session) -> frozenset[Exercise]:
    return exercises.done(reader, session.clerk.clerk_id)
