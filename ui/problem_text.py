"""An error of a job in words for the clerk. What nobody foresaw is logged by its place and said plainly."""

import logging
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import DomainError
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


def places(trace: TracebackType | None) -> list[str]:
    """Where an error happened, innermost first: module, function, line. No values: they may be what somebody typed."""
    found = []
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        found.append(f"{module}.{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found[::-1]


def unforeseen_text() -> str:
    """What is said about our own mistake."""
    return QCoreApplication.translate(
        "problem_text", "Something went wrong in the program. What was saved is safe; the log has the details."
    )
