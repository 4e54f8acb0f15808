"""Asking for a file or a folder, without stopping the program while it is asked. Tests replace `ask`."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask(dialog: QFileDialog, answer: Callable[[str], None]) -> None:
    """Shows the dialog; the answer is called with the chosen path, and not at all if nothing is chosen."""
    dialog.fileSelected.connect(answer)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def file_to_save(parent: QWidget, *, title: str, name: str, kind: str, suffix: str) -> QFileDialog:
    """A dialog for a new file, in the documents folder at first.

    Args:
        kind: what kind of file it is, translated.
        suffix: without the dot; added where it is left out.
    """
    dialog = QFileDialog(parent, title, str(documents() / name), f"{kind} (*.{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    return dialog


def folder(parent: QWidget, *, title: str) -> QFileDialog:
    """A dialog for a folder."""
    dialog = QFileDialog(parent, title, str(documents()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def documents() -> Path:
    """The user's folder for documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
