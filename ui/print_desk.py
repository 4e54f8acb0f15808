"""The printing desk: one place where every paper is shown, printed, saved and printed again.

Pages call `open_paper`; several papers wait in line. The window connects `changes_made` and `notice`, gives itself as
`window`, and calls `close` before the store is closed.
"""

import platform
from collections import deque
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.bootstrap import Counter
from desktop.domain.papers import AcceptanceNotice
from desktop.domain.people import Session
from desktop.messages import sentence
from desktop.services.print_batch import waiting_sheets
from printing.devices import PrinterProblem
from ui.dialogs.print_batch import BatchDialog
from ui.dialogs.print_dialog import PaperDialog
from ui.dialogs.print_flow import PrintFlow, PrintSystem, Tools
from ui.dialogs.print_presenter import Stage, choose_device
from ui.filled import filled
from ui.pages.page import Notice
from ui.print_batch import PrintBatch
from ui.print_worker import PrintWorker
from ui.problem_text import problem_text
from ui.settings_store import SettingsStore
from ui.tasks import Tasks

TEST_TITLE = "试打"
"""Name of the test sheet in the queue; a word for people, not a number."""


class PrintDesk(QObject):
    """Papers waiting for the desk, and the dialog of the one that is on it.

    Args:
        session: who is at the window now; asked at every step, because clerks change.
        system: the printers; None: `lp` on Linux, Qt's printers elsewhere.
    """

    changes_made = Signal(object)
    """desktop.ports.Changes of what was printed, failed or confirmed."""

    notice = Signal(object)
    """ui.pages.page.Notice for the status bar."""

    finished = Signal(object)
    """Number of a paper whose dialog was closed, printed or not."""

    def __init__(
        self,
        *,
        counter: Counter,
        tasks: Tasks,
        session: Callable[[], Session],
        settings_store: SettingsStore,
        system: PrintSystem | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self.worker = PrintWorker(self)
        self.dialog: PaperDialog | None = None
        self.batch_dialog: BatchDialog | None = None
        self._settings_store = settings_store
        self._is_closed = False
        self._line: deque[str] = deque()
        self._tools = Tools(
            counter=counter,
            tasks=tasks,
            worker=self.worker,
            system=system or system_printing(),
            session=session,
            language=lambda: settings_store.current.language,
            wanted_device=lambda: settings_store.current.printer,
            wanted_format=lambda: settings_store.current.paper_format,
        )

    def warm(self) -> None:
        """After the window shows: makes the fonts ready, and tells of sheets that never left when the program ended."""
        if self._is_closed:  # who leaves practice at once is quicker than the timer
            return
        self.worker.run(_open_fonts, lambda _: None, self._say_problem)
        self._tools.tasks.read(self._interrupted, self._offer, self._say_problem)

    def open_paper(self, number: str) -> None:
        """Shows the paper; if another one is on the desk, after that one. The same paper is not put in line twice."""
        is_here = self.dialog is not None and self.dialog.flow.view.number == number
        if number and not is_here and number not in self._line:
            self._line.append(number)
            self._next()

    def open_waiting(self) -> None:
        """Shows all papers that wait as a list, to be printed in one go. While a paper is on the desk it is not."""
        if self.dialog is not None or self.batch_dialog is not None:
            return
        batch = PrintBatch(self._tools, self)
        batch.changes_made.connect(self.changes_made)
        self.batch_dialog = BatchDialog(batch, self.window)
        self.batch_dialog.ended.connect(self._batch_ended)
        self.batch_dialog.open()
        self.batch_dialog.load()

    def print_test(self, told: Callable[[str], None]) -> None:
        """Prints a sample paper, plainly marked, on the device of the settings; it is in no ledger.

        Args:
            told: called with what went wrong, in words; empty if the device took it.
        """
        tools = self._tools
        wanted, wanted_format, system = tools.wanted_device(), tools.wanted_format(), tools.system

        def job() -> None:
            device = choose_device(wanted, system.printers())
            if not device:
                raise PrinterProblem("printer_unknown" if wanted else "printer_none", device=wanted)
            system.send(make_test_sheet(device, wanted_format), device, title=TEST_TITLE)

        def failed(error: Exception) -> None:
            if isinstance(error, PrinterProblem):
                told(sentence(error.key, error.fields, tools.language()))
            else:
                told(problem_text(error, language=tools.language()))

        self.worker.run(job, lambda _: told(""), failed)

    def open_papers(self, numbers: tuple[str, ...]) -> None:
        """Shows these papers one after the other."""
        for number in numbers:
            self.open_paper(number)

    def close(self) -> None:
        """Lets the sheet on its way end; nothing is delivered after this."""
        self._is_closed = True
        self._line.clear()
        for dialog in (self.dialog, self.batch_dialog):
            if dialog is not None:
                dialog.hide()
        self.worker.close()

    def _next(self) -> None:
        if self.dialog is not None or self.batch_dialog is not None or not self._line:
            return
        # The flow outlives its dialog: what is recorded after Esc is still told to the pages.
        flow = PrintFlow(self._line.popleft(), self._tools, self)
        flow.changes_made.connect(self.changes_made)
        dialog = PaperDialog(flow, self.worker, self.window)
        dialog.device_picked.connect(self._remember)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()
        dialog.load()

    def _closed(self) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        self.dialog = None
        view = dialog.flow.view
        if view.stage is Stage.DONE:
            self._say_done(view.number, view.saved_as)
        elif view.stage in (Stage.ASKING, Stage.FAILED):
            self.notice.emit(
                Notice(filled(self.tr("Paper %1 is not confirmed; it waits on Today."), view.number), "bad")
            )
        dialog.deleteLater()
        self.finished.emit(view.number)
        self._next()

    def _batch_ended(self) -> None:
        if self.batch_dialog is not None:
            self.batch_dialog.deleteLater()
            self.batch_dialog = None
            self._next()

    def _interrupted(self) -> int:
        with self._tools.counter.store.read() as reader:
            return sum(sheet.was_interrupted for sheet in waiting_sheets(reader))

    def _offer(self, count: int) -> None:
        if count:
            text = filled(self.tr("%1 sheets never left when the program ended. Today, Ctrl+P prints them."), count)
            self.notice.emit(Notice(text, "bad"))

    def _say_done(self, number: str, saved_as: str) -> None:
        text = filled(self.tr("Saved: %1"), saved_as) if saved_as else filled(self.tr("Paper %1 is out."), number)
        self.notice.emit(Notice(text, "good"))

    def _remember(self, device: str) -> None:
        """The first printer that is picked by hand becomes the one of the settings; later ones are for that paper."""
        if not self._settings_store.current.printer:
            self._settings_store.change(printer=device)

    def _say_problem(self, error: Exception) -> None:
        language = self._settings_store.current.language
        self.notice.emit(Notice(problem_text(error, language=language), "bad"))


def system_printing() -> PrintSystem:
    """`lp` with the vector PDF on Linux, elsewhere pictures through Qt's printer."""
    if platform.system() == "Linux":
        from printing import devices

        return cast(PrintSystem, devices)
    from ui import raster_print

    return cast(PrintSystem, raster_print)


def make_test_sheet(device: str, wanted_format: str) -> bytes:
    """An acceptance notice of nobody, marked as a sample, as the device takes it."""
    from printing.examples import examples
    from printing.formats import format_of
    from printing.spool import prepare

    paper = next(example for example in examples() if isinstance(example, AcceptanceNotice))
    return prepare(paper, device=device, wanted=format_of(wanted_format)).data


def _open_fonts() -> None:
    from printing.fonts import shipped_fonts
    from printing.spool import prepare

    _ = prepare
    shipped_fonts()
