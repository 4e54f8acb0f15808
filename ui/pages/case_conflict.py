"""Two windows worked on one case unknown to each other: what each of them did, side by side, and a key to settle it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.pages.case_city_presenter import CityView, SideView
from ui.pages.case_question import Question
from ui.pages.question_form import QuestionForm
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class ConflictPanel(QWidget):
    """Hidden while there is none. Emits `settled` when somebody has read both sides."""

    settled = Signal()

    kept = Signal(object)
    """Answers: `keep` is the origin whose word holds, `reason` why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides: tuple[SideView, ...] = ()
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        self.settle_key = KeyButton(self.tr("Both were read, the case goes on as it stands"), "Alt+R", is_shortcut=True)
        self.settle_key.setObjectName("settleConflict")
        self.settle_key.clicked.connect(self.settled)
        self.keep_key = KeyButton(self.tr("Say which side holds"), "Alt+K", is_shortcut=True)
        self.keep_key.setObjectName("keepSide")
        self.keep_key.clicked.connect(self._ask)
        self.origins: tuple[tuple[str, str], ...] = ()
        self.form = QuestionForm(columns=2)
        self.form.answered.connect(self.kept)
        self.form.left.connect(self.close_form)
        below = QHBoxLayout()
        below.addWidget(
            label(self.tr("Nothing of either is lost: both stay in the entries of the case."), "small", wrap=True), 1
        )
        below.addWidget(self.keep_key)
        below.addWidget(self.settle_key)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addLayout(self._row, 1)
        column.addLayout(below)
        column.addWidget(self.form)
        self.hide()

    def show_view(self, view: CityView) -> None:
        """Another state of the case."""
        self.setVisible(bool(view.conflict))
        self.origins = view.origins
        if not view.conflict:
            self.form.close_form()
        if view.sides == self.sides:
            return
        self.sides = view.sides
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for side in view.sides:
            self._row.addWidget(self._side(side), 1)

    def close_form(self) -> None:
        """Nothing is asked any more."""
        self.form.close_form()
        self.settle_key.setFocus()

    def _ask(self) -> None:
        questions = (
            Question("keep", self.tr("Whose word holds"), choices=self.origins, start=self.origins[0][0]),
            Question("reason", self.tr("Reason (stays on record)")),
        )
        heading = self.tr("What the other window decided is left out of the case; it stays in the entries.")
        self.form.ask(heading, self.tr("So it holds"), questions)

    def _side(self, side: SideView) -> QWidget:
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        column.addWidget(label(side.window, "strong"))
        for text in side.entries:
            # A number has no blank to break at; beside its neighbour it may be too long for the line.
            column.addWidget(label(text.replace("-", "-\u200b"), "small", wrap=True))
        column.addStretch()
        scroll = QScrollArea()
        scroll.setObjectName("conflictSide")
        scroll.setAccessibleName(side.window)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        return scroll
