"""Figures and the cases behind them as a spreadsheet: asks where to, writes on the reading thread, says how it went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from ui.dialogs import print_file
from ui.filled import filled
from ui.pages.page import Page


class StatisticsExport(QObject):
    """Of one page, which says the outcome in the status bar."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def save(self, name: str, write: Callable[[Path], int]) -> None:
        """Asks for the file; `write` gets its path and gives the number of rows."""
        dialog = print_file.file_to_save(
            self._page,
            title=self.tr("Save the statistics"),
            name=filled(self.tr("statistics-%1.xlsx"), name),
            kind=self.tr("Spreadsheet"),
            suffix="xlsx",
        )
        print_file.ask(dialog, lambda path: self._write(Path(path), write))

    def _write(self, path: Path, write: Callable[[Path], int]) -> None:
        def done(count: int) -> None:
            self._page.say(filled(self.tr("%1 lines written to %2"), count, path), tone="good")

        self._page.context.tasks.read(lambda: write(path), done, self._not_written)

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._page.say(filled(self.tr("The list was not written: %1"), error.strerror or ""), tone="bad")
        else:
            self._page.failed(error)
