"""The one excepthook: our own mistake is logged, what is typed is saved, the clerk is told in words and goes on."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from desktop.log import places
from ui.problem_text import unforeseen_text

log = logging.getLogger(__name__)


class Crash:
    """Installed as sys.excepthook by the application. The log masks numbers and secrets (desktop/log.py).

    The text of an exception may hold what somebody typed, so only its type and the places in the program are logged.
    """

    def __init__(self, *, save: Callable[[], None], say: Callable[[str], None]) -> None:
        self._save = save
        self._say = say
        self._before = sys.excepthook
        self._is_busy = False

    def install(self) -> None:
        """Takes the hook."""
        self._before = sys.excepthook
        sys.excepthook = self.handle

    def remove(self) -> None:
        """Gives it back."""
        sys.excepthook = self._before

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs, saves, says; a second mistake while doing so is only logged."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        log.error("unforeseen %s at %s", kind.__qualname__, " < ".join(places(trace)))
        if self._is_busy:
            return
        self._is_busy = True
        try:
            self._save()
            self._say(unforeseen_text())
        finally:
            self._is_busy = False
