"""A labelled entry with its hint and, beside it, what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from ui.fonts import ensure_shown
from ui.widgets.label import label, restyle


class Field(QWidget):
    """Label above the editor, hint or fault below it; the fault stands there in words that say what to do.

    The line below keeps its height, so that a fault moves nothing on the page. `editor.objectName()` should be the
    name of the form's attribute.
    """

    def __init__(
        self, text: str, editor: QWidget, hint: str = "", *, aside: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self.caption: QLabel = label(text, "muted")
        self.caption.setBuddy(editor)
        self.below: QLabel = label(hint, "small", wrap=True)
        self.below.setProperty("below", "true")  # as high with a fault as with a hint
        editor.setAccessibleName(text)
        editor.setAccessibleDescription(hint)
        self.setFocusProxy(editor)
        if isinstance(editor, QLineEdit):
            editor.textChanged.connect(ensure_shown)  # a name that a draft or a reader brings, without a key pressed
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.setHorizontalSpacing(8 if aside is not None else 0)
        grid.addWidget(self.caption, 0, 0)
        grid.addWidget(editor, 1, 0)
        if aside is not None:
            grid.addWidget(aside, 1, 1)
        grid.addWidget(self.below, 2, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)

    @property
    def error(self) -> str:
        """The fault that is shown; empty if there is none."""
        return self.below.text() if self.below.objectName() == "fault" else ""

    def set_error(self, text: str) -> None:
        """Shows what is wrong, and says it to a screen reader too."""
        self._show(text, style="fault", is_invalid=True)

    def clear_error(self) -> None:
        """Back to the hint."""
        self._show(self._hint, style="small", is_invalid=False)

    def set_hint(self, hint: str) -> None:
        """Another hint; a fault stays in front of it."""
        self._hint = hint
        if not self.error:
            self._show(hint, style="small", is_invalid=False)

    def _show(self, text: str, *, style: str, is_invalid: bool) -> None:
        if self.below.text() != text:
            self.below.setText(text)
            self.editor.setAccessibleDescription(text)
        if self.below.objectName() != style:
            self.below.setObjectName(style)
            restyle(self.below)
        invalid = "true" if is_invalid else "false"
        if self.editor.property("invalid") != invalid:  # said at every key, and it changes with few of them
            self.editor.setProperty("invalid", invalid)
            restyle(self.editor)
