"""The record of a draw as a file, for whoever wants to repeat it: asks where to, writes off the screen's thread."""

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.domain import draw_record
from ui.dialogs import print_file
from ui.filled import filled
from ui.pages.page import Page
from ui.pages.spreadsheet import write_file


class DrawExport(QObject):
    """Of one page, which says the outcome in the status bar."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def save(self, number: str) -> None:
        """Asks for the file and writes the draw with this number, as the ledger has it."""
        dialog = print_file.file_to_save(
            self._page,
            title=self.tr("Save the record of the draw"),
            name=filled(self.tr("draw-%1.json"), number),
            kind=self.tr("Record of a draw"),
            suffix="json",
        )
        print_file.ask(dialog, lambda path: self._write(Path(path), number))

    def _write(self, path: Path, number: str) -> None:
        store = self._page.context.counter.store

        def job() -> None:
            with store.read() as reader:
                event = next(event for event in reader.pledge_draws(limit=-1) if event.number == number)
            write_file(path, draw_record.encode(event))

        def done(_nothing: None) -> None:
            self._page.say(
                filled(self.tr("The record of the draw is in %1; anybody may repeat it."), path), tone="good"
            )

        self._page.context.tasks.read(job, done, self._not_written)

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._page.say(filled(self.tr("The record was not written: %1"), error.strerror or ""), tone="bad")
        else:
            self._page.failed(error)
