"""F1: what this page is for and which keys it has, beside the page and not over its work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class HelpPanel(QFrame):
    """Stands at the right edge; Esc or F1 closes it (`closed`)."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpPanel")
        self.title = label("", "h2")
        self.text = QTextBrowser()
        self.text.setObjectName("helpText")
        self.text.setAccessibleName(self.tr("Help"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.close_button = KeyButton(self.tr("Close"), "Esc")
        self.close_button.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.hide()

    def show_help(self, title: str, text: str) -> None:
        """Shows the text of a page, rich text, then the keys that hold everywhere."""
        self.title.setText(title)
        self.text.setHtml(f"{text}{self._keys_everywhere()}")
        self.show()
        self.place()
        self.raise_()
        self.text.setFocus()

    def place(self) -> None:
        """Covers the right edge of its parent; the page below keeps its layout."""
        parent = self.parentWidget()
        if parent is not None:
            self.ensurePolished()  # its width comes from the style sheet
            width = min(max(self.sizeHint().width(), self.minimumWidth()), parent.width())
            self.setGeometry(parent.width() - width, 0, width, parent.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _keys_everywhere(self) -> str:
        rows = (
            ("F1", self.tr("this help")),
            ("F2", self.tr("new intake")),
            ("F3 · Ctrl+K", self.tr("search everything")),
            ("F4", self.tr("to do")),
            ("F5", self.tr("today")),
            ("F6", self.tr("sync with the city")),
            ("F7", self.tr("catalogue")),
            ("F10", self.tr("settings")),
            ("Ctrl+L", self.tr("lock, change of clerk")),
            ("Enter", self.tr("next field, next step")),
            ("Esc", self.tr("back")),
        )
        lines = "".join(f"<tr><td><b>{key}</b>&nbsp;&nbsp;</td><td>{text}</td></tr>" for key, text in rows)
        heading = self.tr("Keys everywhere")
        return f"<p><b>{heading}</b></p><table cellspacing='0' cellpadding='2'>{lines}</table>"
