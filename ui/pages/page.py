"""What every page of the window is: how it is visited, how it speaks to the window, how it hears of changes."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ports import Changes
from ui.context import Context
from ui.problem_text import problem_text

log = logging.getLogger(__name__)

T = TypeVar("T")


BACK = ""
"""For Goto: the page from which the one in view was opened."""


@dataclass(frozen=True, slots=True)
class Goto:
    """Show that page; `argument` is what it should show (a case id, a paper number, a search text)."""

    page: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A line for the status bar; `tone` is plain, good or bad."""

    text: str
    tone: str = "plain"


class Page(QWidget):
    """A page. The window shows title, hall and search above it; `head()` may add a row there (steps, tabs).

    A page is built at its first visit and kept. Lay out into `self.body`; its margins are those of the family.
    """

    navigate = Signal(object)
    """Goto: the window shows that page."""

    notice = Signal(object)
    """Notice: the window's status bar says it."""

    changes_made = Signal(object)
    """desktop.ports.Changes of an action of this page: every page, this one too, gets it through `changed`."""

    citizen_turn = Signal(object)
    """The id of a case: the window is turned to its citizen."""

    title_changed = Signal()
    """`title()` or `subtitle()` has a new answer."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("page")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 14, 20, 14)
        self.body.setSpacing(12)

    def title(self) -> str:
        """The heading of the page, translated. Override."""
        return ""

    def subtitle(self) -> str:
        """What stands grey beside the heading; empty: the name of the hall."""
        return ""

    def head(self) -> QWidget | None:
        """A row under the title, made once by the page; None: there is none."""
        return None

    def opened(self, argument: str) -> None:
        """Called at each visit, after the page is shown. Override to load; it must return at once."""

    def changed(self, changes: Changes) -> None:
        """Called after any action anywhere. Override to reload what is concerned; may be called while hidden."""

    def help_text(self) -> str:
        """What F1 shows: a few paragraphs of rich text, translated. Override."""
        return ""

    def first_focus(self) -> None:
        """Puts the keyboard where work begins. Override; the focus a locked page had is kept without this."""
        self.setFocus()

    def has_unsaved(self) -> bool:
        """True while something typed is not yet in the store; the window calls `save_now` before it locks or closes."""
        return False

    def save_now(self) -> None:
        """Saves what is typed, at once and in order before anything asked for later. Override with `has_unsaved`."""

    def goto(self, page: str, argument: str = "") -> None:
        """Asks the window to show a page."""
        self.navigate.emit(Goto(page, argument))

    def say(self, text: str, *, tone: str = "plain") -> None:
        """Says a line in the status bar."""
        self.notice.emit(Notice(text, tone))

    def failed(self, error: Exception) -> None:
        """The default answer to a job that failed: the status bar says it in words. What is typed stays."""
        self.say(problem_text(error, language=self.context.language), tone="bad")

    def run(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Runs a job on the writing thread; `failed` answers an error."""
        self.context.tasks.run(job, done, self.failed)

    def read(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Runs a job on the reading thread; `failed` answers an error."""
        self.context.tasks.read(job, done, self.failed)
