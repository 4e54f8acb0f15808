"""What could not be done, typed: Enter goes from field to field and from the last one writes it down."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.domain.difficulty import Report
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SAVE_AFTER_MS = 500
STUCK_LINES = 4


class DifficultyForm(Card):
    """Emits `submitted` with a Report, and `typed` with one shortly after the last key. What is refused stays."""

    submitted = Signal(object)
    typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What could not be done"), parent)
        self.stuck = QPlainTextEdit()
        self.stuck.setTabChangesFocus(True)
        self.stuck.setFixedHeight(self.stuck.fontMetrics().lineSpacing() * STUCK_LINES + 20)
        self.item_name, self.since, self.name, self.phone = (QLineEdit() for _ in range(4))
        self._editors: dict[str, QPlainTextEdit | QLineEdit] = {
            "stuck": self.stuck,
            "item_name": self.item_name,
            "since": self.since,
            "name": self.name,
            "phone": self.phone,
        }
        captions = {
            "stuck": self.tr("Where it is stuck, in their words"),
            "item_name": self.tr("What they want to have done"),
            "since": self.tr("Since when"),
            "name": self.tr("Who (may stay empty)"),
            "phone": self.tr("Telephone, to be told (may stay empty)"),
        }
        self.fields = {key: Field(captions[key], editor) for key, editor in self._editors.items()}
        self.record = KeyButton(self.tr("Write it down and print the slip"), "Enter", primary=True)
        self.record.setObjectName("recordDifficulty")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SAVE_AFTER_MS)
        self._rest.timeout.connect(self.flush)
        for key, editor in self._editors.items():
            editor.setObjectName(key)
            editor.installEventFilter(self)
            editor.textChanged.connect(self._rest.start)
            self.body.addWidget(self.fields[key])
        self.body.addWidget(self.record)
        self.body.addStretch()
        self.record.clicked.connect(self.submit)

    @property
    def is_dirty(self) -> bool:
        """Typed, and not handed on yet."""
        return self._rest.isActive()

    def report(self) -> Report:
        """As typed."""
        return Report(
            stuck=self.stuck.toPlainText(),
            item_name=self.item_name.text(),
            since=self.since.text(),
            name=self.name.text(),
            phone=self.phone.text(),
        )

    def fill(self, report: Report) -> None:
        """What was typed before, if nothing is typed now."""
        if self.report() == Report(stuck=""):
            self.stuck.setPlainText(report.stuck)
            for key in ("item_name", "since", "name", "phone"):
                editor = self._editors[key]
                assert isinstance(editor, QLineEdit)  # all but the first
                editor.setText(getattr(report, key))
            self._rest.stop()

    def clear(self) -> None:
        """The next one."""
        for key, editor in self._editors.items():
            editor.clear()
            self.fields[key].clear_error()
        self._rest.stop()

    def flush(self) -> None:
        """Hands on what is typed."""
        self._rest.stop()
        self.typed.emit(self.report())

    def submit(self) -> None:
        """Asks to write it down."""
        for field in self.fields.values():
            field.clear_error()
        self._rest.stop()
        self.submitted.emit(self.report())

    def set_error(self, key: str, text: str) -> bool:
        """A fault beside its field; False: there is no such field."""
        field = self.fields.get(key)
        if field is None:
            return False
        field.set_error(text)
        field.editor.setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on; the long text too is one line on the slip."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            editors = list(self._editors.values())
            place = next(n for n, editor in enumerate(editors) if editor is watched)
            if place + 1 < len(editors):
                editors[place + 1].setFocus()
            else:
                self.submit()
            return True
        return super().eventFilter(watched, event)
