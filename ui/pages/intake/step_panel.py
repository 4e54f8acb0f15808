"""What each of the five steps is to the page: it shows the state, tells of edits, and says where the keyboard is."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.pages.intake.intake_presenter import IntakePresenter

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StepPanel(QWidget):
    """Base of the steps. A step changes the presenter's state and emits; saving, moving and storing are the page's."""

    edited = Signal()
    """The form has changed: the draft is to be saved soon."""

    left = Signal()
    """A field was left: the draft is to be saved now."""

    went_on = Signal()
    """Enter at the end of the step."""

    went_back = Signal()
    """Esc at the beginning of the step."""

    def __init__(self, presenter: IntakePresenter, *, language: str) -> None:
        super().__init__()
        self.presenter = presenter
        self.language = language

    def refresh(self) -> None:
        """Shows the state. Text that is being typed is not touched."""

    def entered(self) -> None:
        """Called when the step comes into view: refresh, and the keyboard where work begins."""
        self.refresh()
        self.focus_field(self.presenter.state.field, self.presenter.state.cursor)

    def focus_field(self, field: str, cursor: int = 0) -> None:
        """The keyboard into this field; into the first one if the step has no such field."""

    def finish(self) -> None:
        """The button at the foot: what Enter does at the end of the step."""
        self.went_on.emit()

    def watch(self, editor: QWidget) -> None:
        """Enter, Esc and leaving are heard from this editor."""
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the editors that are watched."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            return self.take_key(watched, event)
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.focus_came(watched)
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QWidget):
            self.focus_went(watched)
        return super().eventFilter(watched, event)

    def take_key(self, editor: QWidget, event: QKeyEvent) -> bool:
        """Override: True if the key was used. Enter and Esc as everywhere on the page."""
        if event.key() in ENTER_KEYS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.enter_pressed(editor)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.escape_pressed(editor)
            return True
        return False

    def enter_pressed(self, editor: QWidget) -> None:
        """Override: the next field, or the next step."""
        self.went_on.emit()

    def escape_pressed(self, editor: QWidget) -> None:
        """Override where a step goes back within itself first."""
        self.went_back.emit()

    def focus_came(self, editor: QWidget) -> None:
        """Remembers where the keyboard is, for the draft."""
        cursor = editor.cursorPosition() if isinstance(editor, QLineEdit) else 0
        self.presenter.at(editor.objectName(), cursor)

    def focus_went(self, editor: QWidget) -> None:
        """The field was left."""
        self.left.emit()


def digit_of(event: QKeyEvent) -> int | None:
    """The digit of a number key, main keys or pad; None for any other key or with Ctrl or Alt."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return None
    number = event.key() - Qt.Key.Key_0
    return number if 0 <= number <= 9 else None
