"""The tab of scanned pages on the case page: materials, the pages of the one under the bar, why a page goes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop import messages
from ui.filled import filled
from ui.pages.case_scans_presenter import MaterialPages
from ui.pages.intake.scan_drop import ScanDrop
from ui.scan_desk import Pace
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView
from ui.widgets.thumbnail_strip import Thumbnail, ThumbnailStrip

PICTURE_PX = 88
WIDTHS = [0, 84, 210, 96]


class ScansTab(QWidget):
    """Emits what is wanted; the flow does it."""

    files_wanted = Signal()
    data_given = Signal(object)
    """QMimeData, dropped or pasted."""

    opened = Signal(object)
    """Number of the page, from 0."""

    removed = Signal(object)
    """(hash, reason)."""

    moved = Signal()
    """The bar is on another material."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._going = ""
        self.model: RowTable[MaterialPages] = RowTable(self._columns(), self)
        self.table = TableView("caseScans", self.tr("Scanned pages by material"))
        self.table.set_model(self.model, widths=WIDTHS, droppable=(3,), rigid=(2,))
        self.pages = ThumbnailStrip("scanPages", self.tr("Pages of the material"), picture_px=PICTURE_PX)
        self.pages.set_hint(self.tr("No page scanned: S file, Ctrl+V paste, or drop files on the row"))
        self.said = label("", "muted")
        self.doing = label("", "small")
        self.told = label("", "fault", wrap=True)
        self.entry = QLineEdit()
        self.entry.setObjectName("removalReason")
        self.entry.setMaxLength(120)
        self.field = Field(self.tr("Why is the page removed? It goes on record; then Enter"), self.entry)
        self.keys = label(self.tr("S or Ins add · → pages · Space look · Del remove · E copy with watermark"), "small")
        self.setFocusProxy(self.table)
        self._lay_out()
        self._bind()

    def _columns(self) -> list[Column[MaterialPages]]:
        return [
            Column(self.tr("Material"), lambda row: row.name),
            Column(self.tr("Pages"), lambda row: str(len(row.pages)) if row.pages else ""),
            Column(self.tr("On its way"), lambda row: row.word, tone=lambda row: row.tone),
            Column(
                self.tr("Grade"),
                lambda row: messages.word(row.grade, self._language).split(" ")[0] if row.pages else "",
            ),
        ]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        head = QHBoxLayout()
        head.addWidget(self.said, 1)
        head.addWidget(self.doing)
        below = QVBoxLayout()
        below.setContentsMargins(16, 4, 16, 0)
        below.setSpacing(4)
        below.addLayout(head)
        below.addWidget(self.pages)
        for part in (self.told, self.field, self.keys):
            below.addWidget(part)
        column.addLayout(below)
        self.told.hide()
        self.field.hide()

    def _bind(self) -> None:
        self.table.installEventFilter(self)
        self.pages.installEventFilter(self)
        self.entry.installEventFilter(self)
        self.table.selectionModel().currentRowChanged.connect(self._on_moved)
        self.table.row_chosen.connect(lambda _row: self.opened.emit(0))
        self.pages.opened.connect(self.opened)
        self.pages.removed.connect(self._ask_reason)
        self.pages.left.connect(self.table.setFocus)
        self.pages.currentRowChanged.connect(self._show_said)
        self.drop = ScanDrop(self.table, self.pages.viewport())
        self.drop.dropped.connect(self.data_given)

    @property
    def material(self) -> MaterialPages | None:
        """The material under the bar."""
        return self.model.row_at(self.table.currentIndex())

    def thumbnails(self) -> tuple[Thumbnail, ...]:
        """Its pages."""
        row = self.material
        return tuple(Thumbnail(page.sha256, page.text) for page in row.pages) if row else ()

    def show_materials(self, rows: Sequence[MaterialPages]) -> None:
        """Another state of the case; the bar stays on its material."""
        code = self.material.code if self.material else ""
        codes = [row.code for row in rows]
        self.model.set_rows(rows)
        if rows:
            self.table.selectRow(codes.index(code) if code in codes else 0)
        self._on_moved()

    def show_pace(self, pace: Pace) -> None:
        """What is being shrunk."""
        if pace.total > 1:
            self.doing.setText(filled(self.tr("page %1 of %2 …"), pace.done, pace.total))
        else:
            self.doing.setText(filled(self.tr("adding %1 …"), pace.files) if pace.files else "")

    def tell(self, text: str) -> None:
        """Why something was not done; empty takes it away."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list, the pages and the reason."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.entry:
                return self._take_reason_key(event)
            if watched in (self.table, self.pages):
                return self._take_key(watched, event)
        return super().eventFilter(watched, event)

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.data_given.emit(QGuiApplication.clipboard().mimeData() or QMimeData())
        elif event.key() in (Qt.Key.Key_S, Qt.Key.Key_Insert):
            self.files_wanted.emit()
        elif watched is self.table and event.key() == Qt.Key.Key_Right and self.pages.count():
            self.pages.setFocus()
        elif watched is self.table and event.key() == Qt.Key.Key_Space and self.pages.count():
            self.opened.emit(0)
        else:
            return False
        return True

    def _take_reason_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._leave_reason()
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        reason = self.entry.text().strip()
        if reason:
            going = self._going
            self._leave_reason()
            self.removed.emit((going, reason))
        else:
            self.field.set_error(self.tr("Say why: it stands in the ledger."))
        return True

    def _ask_reason(self, number: int) -> None:
        self._going = self.thumbnails()[number].sha256
        self.entry.clear()
        self.field.clear_error()
        self.field.show()
        self.entry.setFocus()

    def _leave_reason(self) -> None:
        self._going = ""
        self.field.hide()
        (self.pages if self.pages.count() else self.table).setFocus()

    def _on_moved(self) -> None:
        self.tell("")
        self.pages.show_pages(self.thumbnails())
        self.pages.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.pages.count() else Qt.FocusPolicy.NoFocus)
        self._show_said()
        self.moved.emit()

    def _show_said(self) -> None:
        pages, at = self.thumbnails(), self.pages.currentRow()
        self.said.setText(pages[at].text if 0 <= at < len(pages) else "")
