"""A section of the settings: a card that reads when it is opened, and says what it did through its page."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.people import ClerkRole
from desktop.ports import Changes
from ui.context import Context
from ui.pages.page import Notice
from ui.problem_text import problem_text
from ui.widgets.label import label

T = TypeVar("T")


class SettingsSection(QWidget):
    """Lay out into `body`. The first line says so if only the lead may change it."""

    notice = Signal(object)
    """Notice for the status bar."""

    changes_made = Signal(object)
    """desktop.ports.Changes of an action of this section."""

    navigate = Signal(object)
    """Goto: another page has the rest."""

    def __init__(self, context: Context, *, for_lead: bool = False) -> None:
        super().__init__()
        self.context = context
        self.may_change = not for_lead or context.session.clerk.role is ClerkRole.LEAD
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        if not self.may_change:
            self.body.addWidget(label(self.tr("Only the lead of the hall can change this."), "muted"))

    def opened(self) -> None:
        """Called when the section is shown. Override to read."""

    def changed(self, changes: Changes) -> None:
        """Called after an action anywhere. Override to read again."""

    def say(self, text: str, *, tone: str = "good") -> None:
        """Says a line in the status bar."""
        self.notice.emit(Notice(text, tone))

    def failed(self, error: Exception) -> None:
        """Says in the status bar what went wrong."""
        self.say(problem_text(error, language=self.context.language), tone="bad")

    def run(
        self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None] | None = None
    ) -> None:
        """Runs a job on the writing thread."""
        self.context.tasks.run(job, done, failed or self.failed)

    def read(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Runs a job on the reading thread."""
        self.context.tasks.read(job, done, self.failed)
