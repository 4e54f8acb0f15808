"""An error of a job in words for the clerk. What nobody foresaw is logged whole and said plainly."""

import logging

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import DomainError
from desktop.problems import EnvironmentProblem

log = logging.getLogger(__name__)


def problem_text(error: Exception, *, language: str) -> str:
    """The sentence for an error; one that nobody foresaw goes to the log with its trace."""
    if isinstance(error, DomainError | EnvironmentProblem):
        from desktop import messages  # the sentences are wanted only when something is wrong

        return messages.text(error, language=language)
    log.error("job failed", exc_info=error)
    return unforeseen_text()


def unforeseen_text() -> str:
    """What is said about our own mistake."""
    return QCoreApplication.translate(
        "problem_text", "Something went wrong in the program. What was saved is safe; the log has the details."
    )
