"""What the hands do with pages at the list of materials: keys, dropping, the pages below, the viewer."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.filled import filled
from ui.pages.intake.scan_drop import ScanDrop
from ui.pages.intake.scan_flow import ScanFlow
from ui.pages.intake.scan_panel import ScanPanel
from ui.problem_text import problem_text
from ui.scan_desk import Refusal
from ui.widgets.table_view import TableView
from ui.widgets.thumbnail_viewer import PageViewer, viewer_title

_ADD = (Qt.Key.Key_S, Qt.Key.Key_Insert)
_NO_KEYS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ScanHand(QObject):
    """Works for the row under the bar, which `code` gives; `changed` asks the step to show its rows again."""

    changed = Signal()

    told = Signal(object)
    """(code, sentence): why a file was not added to that material."""

    def __init__(
        self, flow: ScanFlow, panel: ScanPanel, table: TableView, *, code: Callable[[], str], language: str
    ) -> None:
        super().__init__(table)
        self.flow = flow
        self.viewer: PageViewer | None = None
        self._panel = panel
        self._table = table
        self._code = code
        self._language = language
        self._shown = ""
        panel.pages.set_source(flow.pictures.small)
        panel.pages.opened.connect(self.open_viewer)
        panel.pages.removed.connect(self._remove)
        panel.pages.left.connect(table.setFocus)
        self.drop = ScanDrop(table, panel)
        self.drop.dropped.connect(self._on_dropped)
        flow.changed.connect(self._on_changed)
        flow.pace_changed.connect(panel.show_pace)
        flow.refused.connect(self._on_refused)
        flow.pictures.small_arrived.connect(panel.pages.picture_arrived)
        flow.pictures.whole_arrived.connect(self._on_picture)
        flow.pictures.failed.connect(self._on_no_picture)
        flow.watch.waiting_changed.connect(self._on_writing)
        flow.watch.troubled.connect(self._on_trouble)

    def show(self, code: str) -> None:
        """The pages of this material; a file of the camera goes there from now on."""
        self.flow.watch.target = code
        self._shown = code
        self._panel.show_pages(self.flow.thumbnails(code))

    def begin(self) -> None:
        """The list is in view: the camera's folder is looked at."""
        self.flow.watch.start()
        self._panel.show_watch(is_watching=self.flow.watch.is_on, is_writing=False)

    def end(self) -> None:
        """The list is out of view: what is scanned now is for something else."""
        self.flow.watch.stop()

    def take_key(self, event: QKeyEvent) -> bool:
        """Keys in the list: S or Ins a file, Ctrl+V paste, → the pages, V the first one in full, Ctrl+Z undo."""
        code = self._code()
        if not code:
            return False
        if event.matches(QKeySequence.StandardKey.Paste):
            self.flow.add(code, QGuiApplication.clipboard().mimeData())
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.flow.undo()
        elif event.key() in _ADD and event.modifiers() in _NO_KEYS:
            self.flow.choose_files(code)
        elif event.key() == Qt.Key.Key_V and event.modifiers() in _NO_KEYS:
            self.open_viewer(0)
        elif event.key() == Qt.Key.Key_Right:
            if self.flow.count(code):
                self._panel.pages.setFocus()
        else:
            return False
        return True

    def take_page_key(self, event: QKeyEvent) -> bool:
        """Keys in the pages: the same for adding and undoing."""
        if event.key() == Qt.Key.Key_V or event.key() == Qt.Key.Key_Right:
            return False
        return self.take_key(event)

    def open_viewer(self, number: int) -> None:
        """The page in full, over the window."""
        code = self._code()
        pages = self.flow.thumbnails(code)
        if not pages:
            return
        self.viewer = PageViewer(self._window(), title=viewer_title(self._name(), self.tr("Scanned pages: %1")))
        self.viewer.ask_picture.connect(self.flow.pictures.ask_whole)
        self.viewer.turn_wanted.connect(self._turn)
        self.viewer.finished.connect(self._on_viewer_closed)
        self.viewer.open_at(pages, number)

    def _window(self) -> QWidget:
        return self._table.window()

    def _name(self) -> str:
        row = self._table.currentIndex().data(Qt.ItemDataRole.UserRole)
        return str(getattr(row, "name", ""))

    def _turn(self, number: int) -> None:
        self.flow.turn(self._code(), number)

    def _remove(self, number: int) -> None:
        self.flow.remove(self._code(), number)
        if not self.flow.count(self._code()):
            self._table.setFocus()
        self.told.emit((self._code(), ""))

    def _on_dropped(self, data: QMimeData) -> None:
        if self._code():
            self.flow.add(self._code(), data)

    def _on_changed(self) -> None:
        self.show(self._code())
        if self.viewer is not None:
            self.viewer.set_pages(self.flow.thumbnails(self._code()), self.viewer.at)
        self.changed.emit()

    def _on_refused(self, refusal: Refusal) -> None:
        text = filled(self.tr("%1: %2"), refusal.name, refusal.text) if refusal.name else refusal.text
        self.told.emit((refusal.target.material_code, text))

    def _on_trouble(self, text: str) -> None:
        self.told.emit((self._code(), filled(self.tr("Folder of the camera: %1"), text)))

    def _on_writing(self, is_writing: bool) -> None:
        self._panel.show_watch(is_watching=True, is_writing=is_writing)

    def _on_picture(self, found: tuple[str, QImage]) -> None:
        if self.viewer is not None:
            self.viewer.show_picture(*found)

    def _on_no_picture(self, found: tuple[str, Exception]) -> None:
        if self.viewer is not None:
            self.viewer.show_trouble(found[0], problem_text(found[1], language=self._language))

    def _on_viewer_closed(self, _code: int) -> None:
        self.viewer = None
        self._panel.pages.setFocus()
