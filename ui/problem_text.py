"""An error of a job in words for the clerk. What nobody foresaw is logged by its place and said plainly."""

import logging

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import DomainError
from desktop.log import places
from desktop.problems import EnvironmentProblem
from printing.devices import PrinterProblem

log = logging.getLogger(__name__)


def problem_text(error: Exception, *, language: str) -> str:
    """The sentence for an error; one that nobody foresaw goes to the log with the places it came through."""
    if isinstance(error, DomainError | EnvironmentProblem | PrinterProblem):
        from desktop import messages  # the sentences are wanted only when something is wrong

        return messages.text(error, language=language)
    log.error("job failed: %s at %s", type(error).__qualname__, " < ".join(places(error.__traceback__)))
    return unforeseen_text()


def unforeseen_text() -> str:
    """What is said about our own mistake."""
    return QCoreApplication.translate(
        "problem_text", "Something went wrong in the program. What was saved is safe; the log has the details."
    )
