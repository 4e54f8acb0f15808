"""The row above the page: its title, the hall, the search, and below them what the page adds (its steps)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.widgets.label import label


class SearchEntry(QLineEdit):
    """Finds everything. Enter searches, Esc gives the keyboard back to the page."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QFrame):
    """Emits `searched` with the text when Enter is pressed in the search."""

    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.title = label("", "h1")
        self.hall = label("", "muted")
        self.hall.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.practice = label("", "practice")
        self.practice.hide()
        self.search = SearchEntry()
        self.search.setObjectName("search")
        self.search.setAccessibleName(self.tr("Search everything"))
        self.search.setPlaceholderText(self.tr("Find cases: name, end of id number, phone, pinyin initials　F3"))
        self.search.setClearButtonEnabled(False)
        self._heads = QStackedWidget()
        self._nothing = QWidget()
        self._heads.addWidget(self._nothing)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title)
        first.addWidget(self.hall, 1)
        first.addWidget(self.practice)
        first.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addWidget(self._heads)
        self.search.returnPressed.connect(lambda: self.searched.emit(self.search.text().strip()))
        self._fit()

    def show_head(self, head: QWidget | None) -> None:
        """Puts the page's own row under the title; None takes it away."""
        if head is not None and self._heads.indexOf(head) < 0:
            self._heads.addWidget(head)
        self._heads.setCurrentWidget(head or self._nothing)
        self._fit()

    def remove_heads(self) -> None:
        """Forgets the rows of all pages; the pages are going."""
        while self._heads.count() > 1:
            head = self._heads.widget(1)
            assert head is not None  # counted
            self._heads.removeWidget(head)
            head.deleteLater()
        self.show_head(None)

    def show_practice(self, text: str) -> None:
        """Says that the data are made up; empty takes the sign away."""
        self.practice.setText(text)
        self.practice.setVisible(bool(text))

    def _fit(self) -> None:
        is_empty = self._heads.currentWidget() is self._nothing
        self._heads.setVisible(not is_empty)
        layout = self.layout()
        assert layout is not None  # made above
        layout.setContentsMargins(20, 10, 20, 10 if is_empty else 0)
