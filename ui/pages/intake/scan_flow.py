"""The scanned pages of the form in view: what the store has, what is added, removed, put back and turned."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.capture import Target
from desktop.ports_scans import DraftScan
from desktop.services import scans as scan_service
from ui.context import Context
from ui.scan_desk import Arrival, ScanDesk, clipboard_empty
from ui.scan_pictures import ScanPictures
from ui.scan_watch import ScanWatch
from ui.widgets.thumbnail_strip import Thumbnail, page_text


class ScanFlow(QObject):
    """One for the intake page; `follow` tells it which form is in view."""

    changed = Signal()
    """Pages came or went."""

    pace_changed = Signal(object)
    """Pace."""

    refused = Signal(object)
    """Refusal."""

    late = Signal(object)
    """Changes: pages came to a case that was taken in meanwhile."""

    failed = Signal(object)
    """The error of anything else."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._case_id = ""
        self._pages: dict[str, tuple[DraftScan, ...]] = {}
        self._removed: list[DraftScan] = []
        self.desk = ScanDesk(context, self)
        self.pictures = ScanPictures(context, self)
        self.watch = ScanWatch(context, self)
        self.desk.arrived.connect(self._on_arrived)
        self.desk.refused.connect(self.refused)
        self.desk.pace_changed.connect(self.pace_changed)
        self.desk.turned.connect(self._on_turned)
        self.watch.whole.connect(self._on_whole)
        context.tasks.work(context.counter.store.sweep_scans, self._swept, self._not_swept)

    # --- showing -----------------------------------------------------------------------------------------------

    def follow(self, case_id: str) -> None:
        """The form in view; its pages are read if it is another one."""
        if case_id != self._case_id:
            self._case_id = case_id
            self._removed = []
            self._pages = {}
            self._read()

    def count(self, code: str) -> int:
        """Pages of a material."""
        return len(self._pages.get(code, ()))

    def pages(self, code: str) -> tuple[DraftScan, ...]:
        """Pages of a material, in order."""
        return self._pages.get(code, ())

    def thumbnails(self, code: str) -> tuple[Thumbnail, ...]:
        """The same, as the strip shows them."""
        found = self.pages(code)
        text = self.tr("Page %1 of %2, %3 KB")
        return tuple(
            Thumbnail(page.sha256, page_text(n, len(found), page.scan.size_bytes, text))
            for n, page in enumerate(found, start=1)
        )

    # --- adding ------------------------------------------------------------------------------------------------

    def choose_files(self, code: str) -> None:
        """Asks for files and adds them."""
        names = self.ask_files()
        if names:
            self.desk.add_files(self._target(code), [Path(name) for name in names])

    def ask_files(self) -> list[str]:
        """The files that the clerk chooses; empty if none. Tests replace this."""
        kinds = self.tr("Pictures and PDF (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.pdf);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self._parent, self.tr("Scanned pages"), "", kinds)
        return names

    def add(self, code: str, data: QMimeData | None) -> None:
        """What was dropped or pasted."""
        if not self.desk.add_mime(self._target(code), data):
            self.refused.emit(clipboard_empty(self._target(code), self._context.language))

    # --- taking away and turning -------------------------------------------------------------------------------

    def remove(self, code: str, number: int) -> None:
        """Takes a page away; `undo` brings it back."""
        pages = self.pages(code)
        if not 0 <= number < len(pages):
            return
        page, case_id = pages[number], self._case_id
        self._removed.append(page)
        self._pages[code] = pages[:number] + pages[number + 1 :]
        self.changed.emit()
        self._write(lambda uow: scan_service.remove_from_draft(uow, case_id, page))

    def undo(self) -> bool:
        """Brings the page back that was taken away last; False if there is none."""
        if not self._removed:
            return False
        page, case_id = self._removed.pop(), self._case_id
        self._write(lambda uow: scan_service.put_back(uow, case_id, page))
        return True

    def turn(self, code: str, number: int) -> None:
        """A quarter to the right, kept."""
        pages = self.pages(code)
        if 0 <= number < len(pages):
            self.desk.turn(self._target(code), pages[number].sha256, 1)

    # --- inside ------------------------------------------------------------------------------------------------

    def _target(self, code: str) -> Target:
        return Target(self._case_id, code)

    def _write(self, act: Callable[..., object]) -> None:
        counter, session = self._context.counter, self._context.session

        def job() -> None:
            with counter.store.write(session) as uow:
                act(uow)

        self._context.tasks.run(job, lambda _: self._read(), self._not_written)

    def _not_written(self, error: Exception) -> None:
        self._read()
        self.failed.emit(error)

    def _read(self) -> None:
        store, case_id = self._context.counter.store, self._case_id

        def job() -> tuple[DraftScan, ...]:
            with store.read() as reader:
                return reader.draft_scans(case_id)

        if case_id:
            self._context.tasks.read(job, partial(self._have, case_id), self.failed.emit)

    def _have(self, case_id: str, found: tuple[DraftScan, ...]) -> None:
        if case_id != self._case_id:
            return
        self._pages = {}
        for page in found:
            self._pages[page.material_code] = (*self._pages.get(page.material_code, ()), page)
        self.changed.emit()

    def _on_arrived(self, arrival: Arrival) -> None:
        if arrival.path is not None:
            self.watch.move_taken(arrival.path)
        if arrival.captured.changes.cases:
            self.late.emit(arrival.captured.changes)
        if arrival.target.case_id == self._case_id:
            self._read()

    def _on_turned(self, turned: tuple[Target, str, str]) -> None:
        if turned[0].case_id == self._case_id:
            self._read()

    def _on_whole(self, found: tuple[Path, str]) -> None:
        path, code = found
        if code:
            self.desk.add_files(self._target(code), [path], from_folder=True)

    def _swept(self, _count: int) -> None:
        pass

    def _not_swept(self, error: Exception) -> None:
        self.failed.emit(error)
