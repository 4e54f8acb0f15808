"""A paper is checked against the fonts before the action that issues it is committed.

What cannot be printed must be found while the citizen is at the window and nothing has been taken in: raising inside
the unit of work rolls the whole action back.
"""

import importlib

from desktop.domain.papers import Paper
from desktop.ports import Taken, UnitOfWork


def load() -> None:
    """Reads what the check needs; called before the transaction, because the first time takes a moment."""
    importlib.import_module("printing.render")


def require_printable_papers(uow: UnitOfWork, taken: Taken) -> Taken:
    """The answer of the action, if each of its papers can be printed. On the worker: the fonts may have to be read.

    Raises:
        InvalidInput: `unprintable` with the code points and the field of the paper.
    """
    from printing.render import require_printable  # reportlab is not needed before the first conclusion

    for number in taken.papers:
        paper: Paper | None = uow.paper(number)
        if paper is not None:
            require_printable(paper)
    return taken


def require_printable_text(text: str, *, field: str) -> None:
    """A text that papers will print, checked where it is set. On the worker.

    Raises:
        InvalidInput: `unprintable` with the code points and the field.
    """
    from printing.fonts import shipped_fonts

    shipped_fonts().require_printable(text, field=field)
