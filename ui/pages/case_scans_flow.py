"""What is done with the scanned pages of a case: looked at, added later, removed with a reason, turned, copied out."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from desktop.capture import Target
from desktop.domain.case import Case
from desktop.domain.checklist import Grade
from desktop.ports import Changes
from desktop.ports_scans import FiledScan
from desktop.services import scans as scan_service
from ui.dialogs import print_file
from ui.filled import filled
from ui.pages.case_scans import ScansTab
from ui.pages.case_scans_presenter import materials
from ui.pages.page import Page
from ui.problem_text import problem_text
from ui.scan_desk import Arrival, Refusal, ScanDesk, clipboard_empty
from ui.scan_pictures import ScanPictures, decoded, png_of
from ui.widgets.thumbnail_viewer import PageViewer, viewer_title


class CaseScansFlow(QObject):
    """One for the case page; `show_case` at each look at the case."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._context = page.context
        self._case: Case | None = None
        self.viewer: PageViewer | None = None
        self.tab = ScansTab(page.context.language)
        self.desk = ScanDesk(page.context, self)
        self.pictures = ScanPictures(page.context, self)
        self.tab.pages.set_source(self.pictures.small)
        self.tab.files_wanted.connect(self._choose)
        self.tab.data_given.connect(self._add)
        self.tab.opened.connect(self.open_viewer)
        self.tab.removed.connect(self._remove)
        self.desk.arrived.connect(self._on_arrived)
        self.desk.refused.connect(self._on_refused)
        self.desk.turned.connect(self._on_turned)
        self.desk.pace_changed.connect(self.tab.show_pace)
        self.pictures.small_arrived.connect(self.tab.pages.picture_arrived)
        self.pictures.whole_arrived.connect(self._on_picture)
        self.pictures.failed.connect(self._on_no_picture)

    def show_case(self, case: Case, filed: tuple[FiledScan, ...]) -> None:
        """The case as it stands."""
        self._case = case
        self.tab.show_materials(materials(case, filed, self._context.language))
        if self.viewer is not None:
            self.viewer.set_pages(self.tab.thumbnails(), self.viewer.at)

    def ask_files(self) -> list[str]:
        """The files that the clerk chooses; empty if none. Tests replace this."""
        kinds = self.tr("Pictures and PDF (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.pdf);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self._page, self.tr("Scanned pages"), "", kinds)
        return names

    def open_viewer(self, number: int) -> None:
        """A page in full."""
        pages, material = self.tab.thumbnails(), self.tab.material
        if not pages or material is None:
            return
        title = viewer_title(material.name, self.tr("Scanned pages: %1"))
        self.viewer = PageViewer(self._page.window(), title=title, can_export=True)
        self.viewer.ask_picture.connect(self.pictures.ask_whole)
        self.viewer.turn_wanted.connect(self._turn)
        self.viewer.export_wanted.connect(self._export)
        self.viewer.finished.connect(self._on_viewer_closed)
        self.viewer.open_at(pages, number)

    def _target(self) -> Target | None:
        material = self.tab.material
        return Target(self._case.case_id, material.code) if self._case and material else None

    def _choose(self) -> None:
        target = self._target()
        names = self.ask_files() if target else []
        if target and names:
            self.desk.add_files(target, [Path(name) for name in names])

    def _add(self, data: QMimeData) -> None:
        target = self._target()
        if target and not self.desk.add_mime(target, data):
            self._on_refused(clipboard_empty(target, self._context.language))

    def _turn(self, number: int) -> None:
        target, pages = self._target(), self.tab.thumbnails()
        if target and number < len(pages):
            self.desk.turn(target, pages[number].sha256, 1)

    def _remove(self, going: tuple[str, str]) -> None:
        target = self._target()
        if target is None:
            return
        sha256, reason = going
        store, session = self._context.counter.store, self._context.session

        def job() -> Changes:
            with store.write(session) as uow:
                return scan_service.remove_from_case(uow, target.case_id, target.material_code, sha256, reason=reason)

        self._context.tasks.run(job, self._changed, self._failed)

    def _export(self, number: int) -> None:
        material, case = self.tab.material, self._case
        if material is None or case is None or number >= len(material.pages):
            return
        sha256, parent = material.pages[number].sha256, self.viewer or self._page
        name = filled(self.tr("%1 page %2.pdf"), case.case_number, number + 1)
        title = self.tr("Copy with watermark")
        dialog = print_file.file_to_save(parent, title=title, name=name, kind="PDF", suffix="pdf")
        print_file.ask(dialog, lambda path: self._write_copy(Path(path), sha256, material.grade, case.item.name))

    def _write_copy(self, path: Path, sha256: str, grade: Grade, purpose: str) -> None:
        files = self._context.counter.store.scan_files

        def job() -> None:
            from printing.output_file import write_whole  # with the first copy: drawing it is not needed before
            from printing.watermark import MAX_WORDS, mark_text, marked_copies

            mark = mark_text(grade, purpose=purpose[:MAX_WORDS])
            write_whole(path, marked_copies([("", png_of(decoded(files.read(sha256), 0)))], mark), force=True)

        self._context.printer.worker.run(job, self._copied, self._failed)

    def _copied(self, _nothing: object) -> None:
        self._page.say(self.tr("The copy with its watermark is written."), tone="good")

    def _on_arrived(self, arrival: Arrival) -> None:
        self._changed(arrival.captured.changes)

    def _on_turned(self, turned: tuple[Target, str, str]) -> None:
        self._changed(Changes(cases=frozenset({turned[0].case_id})))

    def _changed(self, changes: Changes) -> None:
        self._page.changes_made.emit(changes)

    def _on_refused(self, refusal: Refusal) -> None:
        text = filled(self.tr("%1: %2"), refusal.name, refusal.text) if refusal.name else refusal.text
        self.tab.tell(text)

    def _failed(self, error: Exception) -> None:
        text = problem_text(error, language=self._context.language)
        self.tab.tell(text)
        if self.viewer is not None:
            self.viewer.show_trouble(self.tab.thumbnails()[self.viewer.at].sha256, text)

    def _on_picture(self, found: tuple[str, QImage]) -> None:
        if self.viewer is not None:
            self.viewer.show_picture(*found)

    def _on_no_picture(self, found: tuple[str, Exception]) -> None:
        if self.viewer is not None:
            self.viewer.show_trouble(found[0], problem_text(found[1], language=self._context.language))

    def _on_viewer_closed(self, _code: int) -> None:
        self.viewer = None
        self.tab.pages.setFocus()
