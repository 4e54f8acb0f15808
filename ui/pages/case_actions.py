"""What may be done with a case after intake: a number key chooses, a form asks, Enter does it and prints."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.filled import filled
from ui.pages.case_action_presenter import ActionLine, Answers, Question
from ui.theme import SPACING
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """An action with its answers, ready to be done."""

    line: ActionLine
    answers: Answers


class ActionsPanel(QWidget):
    """Lawful actions with their keys; the form of the chosen one below; at the end why the others are not."""

    asked = Signal(object)
    """An Asked."""

    def __init__(self, *, heading: str = "", nothing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading or self.tr("Lawful now")
        self._nothing = nothing or self.tr("Nothing is to be done with this case now.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Actions"))
        self._lines: tuple[ActionLine, ...] = ()
        self._is_shown = False  # no list yet, which is not an empty one
        self.chosen: ActionLine | None = None
        self._buttons: list[KeyButton] = []
        self._fields: dict[str, Field] = {}
        self._marks: dict[str, QCheckBox] = {}
        self._places = 0
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACING)
        self._form = QGridLayout()
        self._form.setVerticalSpacing(0)
        self._form.setHorizontalSpacing(SPACING * 2)
        for column in range(COLUMNS):
            self._form.setColumnStretch(column, 1)
        self._others = QVBoxLayout()
        self._others.setSpacing(2)
        self.go = KeyButton(self.tr("Do it"), "Enter", primary=True)
        self.go.setObjectName("doAction")
        self.go.clicked.connect(self._ask)
        self._lay_out()

    def show_lines(self, lines: Sequence[ActionLine]) -> None:
        """The actions as the case stands now; a form that is being filled stays while its action is lawful."""
        new = tuple(lines)
        if self._is_shown and new == self._lines:
            return
        self._is_shown = True
        kept = self.chosen
        typed, at = self._answers(), self._at_key()
        has_keyboard = self._has_keyboard()
        self._lines = new
        lawful = [line for line in new if line.digit]
        self._buttons = []
        _empty(self._list)
        _empty(self._others)
        for line in lawful:
            self._buttons.append(self._button(line))
        if not lawful:
            self._list.addWidget(label(self._nothing, "muted", wrap=True))
        for line in new:
            if line.why_not:
                self._others.addWidget(
                    label(filled(self.tr("Not %1: %2"), line.text, line.why_not), "small", wrap=True)
                )
        self._choose(next((line for line in lawful if kept is not None and line.action is kept.action), None))
        if self.chosen is not None:
            self._fill_in(typed)
        if has_keyboard:  # of a widget that is gone: Qt would hand it to the rail, where Enter leaves the case
            (self._editor_of(at) or self).setFocus()

    def set_error(self, key: str, text: str) -> bool:
        """Shows a fault beside its question and goes there; False if no question of that key is on the form."""
        field = self._fields.get(key)
        if field is None:
            return False
        field.set_error(text)
        field.editor.setFocus()
        self.area.ensureWidgetVisible(field)
        return True

    def close_form(self) -> None:
        """What was asked has been done: the next time begins with an empty form, and the digits choose again."""
        has_keyboard = self._has_keyboard()
        self._choose(None)
        if has_keyboard:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Number keys choose, Enter goes on or does it, Esc closes the form before it leaves the page."""
        digit = event.key() - Qt.Key.Key_0
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next()
        elif event.key() == Qt.Key.Key_Escape and self.chosen is not None:
            self._choose(None)
            self.setFocus()
        elif 1 <= digit <= len(self._buttons) and self._at() is None:
            self._choose(self._lines[digit - 1])
            self._focus_first()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in an entry goes to the next one; a check box and a list leave it to nobody else."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.type() == QEvent.Type.KeyPress:
            self._next()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(SPACING)
        column.addWidget(label(self._heading, "strong"))
        column.addLayout(self._list)
        column.addLayout(self._form)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(SPACING)
        column.addLayout(self._others)
        column.addStretch()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def _button(self, line: ActionLine) -> KeyButton:
        button = KeyButton(_text(line), str(line.digit))
        button.setObjectName("rowButton")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _=False, chosen=line: self._clicked(chosen))
        self._list.addWidget(button)
        return button

    def _clicked(self, line: ActionLine) -> None:
        self._choose(line)
        self._focus_first()

    def _choose(self, line: ActionLine | None) -> None:
        self.chosen = line
        self._fields.clear()
        self._marks.clear()
        _empty(self._form)
        self._places = 0
        for button, shown in zip(self._buttons, self._lines, strict=False):
            button.setChecked(shown is line)
            button.set_text(("● " if shown is line else "○ ") + _text(shown))
            button.setVisible(line is None or shown is line)  # the form has the room of the others
        for question in line.questions if line else ():
            self._add(question)
        self.go.setVisible(line is not None)
        if line is not None:
            self.go.set_text(filled(self.tr("%1 and print"), line.text) if line.paper else line.text)

    def _add(self, question: Question) -> None:
        if question.key == "materials":
            self._place(label(question.label, "muted"), is_wide=True)
            for code, name in question.materials:
                box = QCheckBox(name)
                box.setObjectName(f"mark_{code}")
                box.installEventFilter(self)
                self._marks[code] = box
                self._place(box, is_wide=True)
                box.show()  # now, or it cannot take the keyboard before the next turn of the event loop
            return
        editor: QLineEdit | QComboBox
        if question.choices:
            editor = QComboBox()
            # Else the longest line of the list is as wide as it likes, and pushes the form out of the screen.
            editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            for value, text in question.choices:
                editor.addItem(text, value)
            editor.setCurrentIndex(max(0, editor.findData(question.start)))
        else:
            editor = QLineEdit(question.start)
        editor.setObjectName(question.key)
        editor.installEventFilter(self)
        field = Field(question.label, editor)
        self._fields[question.key] = field
        self._place(field, is_wide=question.is_long)
        field.show()

    def _place(self, widget: QWidget, *, is_wide: bool) -> None:
        """The next free place of the form, which has two columns; what is long takes both."""
        row, column = divmod(self._places, COLUMNS)
        if is_wide and column:
            row, column = row + 1, 0
        self._form.addWidget(widget, row, column, 1, COLUMNS if is_wide else 1, Qt.AlignmentFlag.AlignTop)
        self._places = row * COLUMNS + column + (COLUMNS if is_wide else 1)

    def _editors(self) -> list[QWidget]:
        return [*self._marks.values(), *(field.editor for field in self._fields.values())]

    def _at(self) -> QWidget | None:
        focused = self.focusWidget()
        return focused if focused in self._editors() else None

    def _has_keyboard(self) -> bool:
        return self._at() is not None or self.hasFocus() or self.go.hasFocus()

    def _at_key(self) -> str:
        at = self._at()
        return at.objectName() if at is not None else ""

    def _editor_of(self, name: str) -> QWidget | None:
        return next((editor for editor in self._editors() if name and editor.objectName() == name), None)

    def _answers(self) -> Answers:
        texts = {key: _value(field.editor) for key, field in self._fields.items()}
        return Answers(texts, frozenset(code for code, box in self._marks.items() if box.isChecked()))

    def _fill_in(self, typed: Answers) -> None:
        """What stood in the form before the case changed behind it: the city may answer while a clerk types."""
        for key, text in typed.texts.items():
            editor = self._fields[key].editor if key in self._fields else None
            if isinstance(editor, QLineEdit):
                editor.setText(text)
            elif isinstance(editor, QComboBox) and editor.findData(text) >= 0:
                editor.setCurrentIndex(editor.findData(text))
        for code in typed.marked & self._marks.keys():
            self._marks[code].setChecked(True)

    def _focus_first(self) -> None:
        editors = self._editors()
        target = next((e for e in editors if isinstance(e, QLineEdit) and not e.text()), None) or next(
            iter(editors), self.go
        )
        first = self.chosen.questions[0] if self.chosen is not None and self.chosen.questions else None
        if first is not None and (first.choices or first.materials):
            target = editors[0]
        target.setFocus()
        if isinstance(target, QLineEdit):
            target.selectAll()
        self.area.ensureWidgetVisible(target)

    def _next(self) -> None:
        editors, at = self._editors(), self._at()
        marks_alone = isinstance(at, QCheckBox) and not self._fields
        if at is None or at is editors[-1] or marks_alone:
            self._ask()
            return
        following = editors[len(self._marks) if isinstance(at, QCheckBox) else editors.index(at) + 1]
        following.setFocus()
        self.area.ensureWidgetVisible(following)

    def _ask(self) -> None:
        if self.chosen is None:
            return
        for field in self._fields.values():
            field.clear_error()
        self.asked.emit(Asked(self.chosen, self._answers()))


def _text(line: ActionLine) -> str:
    return f"{line.text} → 《{line.paper}》" if line.paper else line.text


def _value(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData())
    return editor.text() if isinstance(editor, QLineEdit) else ""


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
