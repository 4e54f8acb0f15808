"""练习单: the ten exercises of the first day, ticked off by the ledger; begun again, left, or thrown away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMessageBox

from desktop.domain.exercise import Exercise
from desktop.ports import Changes
from desktop.services import practice as exercises
from ui.context import Context
from ui.pages.page import BACK, Page
from ui.pages.practice_presenter import ExerciseLine, lines
from ui.practice_switch import DELETE, LEAVE
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class PracticePage(Page):
    """R begins again, L leaves for the real login, D deletes everything of practice after asking."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.done: frozenset[Exercise] = frozenset()
        self._list = QGridLayout()  # mark, number, exercise
        self._list.setVerticalSpacing(6)
        self._list.setHorizontalSpacing(10)
        self._list.setColumnStretch(2, 1)
        self.again_key = KeyButton(self.tr("Begin the exercises again"), "R")
        self.leave_key = KeyButton(self.tr("Leave practice"), "L")
        self.delete_key = KeyButton(self.tr("Delete practice"), "D")
        card = Card(self.tr("Exercises of the first day"))
        card.body.addWidget(
            label(
                self.tr("Everything here is made up; nothing is sent, and nothing is numbered like a real case."),
                "muted",
                wrap=True,
            )
        )
        card.body.addLayout(self._list)
        card.body.addStretch()
        row = QHBoxLayout()
        for key in (self.again_key, self.leave_key, self.delete_key):
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(key)
        row.addStretch()
        card.body.addLayout(row)
        self.body.addWidget(card, 1)
        self.again_key.clicked.connect(self._begin_again)
        self.leave_key.clicked.connect(lambda: self.context.switch(LEAVE))
        self.delete_key.clicked.connect(self._delete)

    def title(self) -> str:
        """练习单."""
        return self.tr("Practice")

    def help_text(self) -> str:
        """F1."""
        return self.tr(
            "<p>Each exercise ticks itself off as soon as the record shows that it was done, whichever way. The line"
            " under the title says what comes next and by which keys.</p>"
            "<p><b>R</b> begins all ten again · <b>L</b> goes back to the real login · <b>D</b> deletes everything of"
            " practice, and nothing else.</p>"
        )

    def opened(self, argument: str) -> None:
        """Looks at the ledger."""
        self._load()

    def changed(self, changes: Changes) -> None:
        """Any action may have done one."""
        self._load()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters for what is below the list; Esc goes back."""
        acts = {Qt.Key.Key_R: self._begin_again, Qt.Key.Key_D: self._delete}
        if event.key() in acts:
            acts[Qt.Key(event.key())]()
        elif event.key() == Qt.Key.Key_L:
            self.context.switch(LEAVE)
        elif event.key() == Qt.Key.Key_Escape:
            self.goto(BACK)
        else:
            super().keyPressEvent(event)

    def ask(self, text: str) -> bool:
        """Whether the clerk says yes. Tests replace this."""
        return QMessageBox.question(self, self.title(), text) is QMessageBox.StandardButton.Yes

    def _load(self) -> None:
        store, clerk_id = self.context.counter.store, self.context.session.clerk.clerk_id

        def job() -> frozenset[Exercise]:
            with store.read() as reader:
                return exercises.done(reader, clerk_id)

        self.read(job, self._show)

    def _show(self, done: frozenset[Exercise]) -> None:
        self.done = done
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines(done, self.context.language):
            self._add(line)

    def _add(self, line: ExerciseLine) -> None:
        """A row for the exercise; under the one of now a second that says by which keys."""
        row, style = 2 * line.number, "strong" if line.is_now else "muted" if line.is_done else ""
        mark = "✓" if line.is_done else "▸" if line.is_now else ""
        number = label(str(line.number), style)
        number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._list.addWidget(label(mark, "strong"), row, 0)
        self._list.addWidget(number, row, 1)
        self._list.addWidget(label(line.title, style, wrap=True), row, 2)
        if line.is_now:
            self._list.addWidget(label(line.how, "muted", wrap=True), row + 1, 2)

    def _begin_again(self) -> None:
        counter, session = self.context.counter, self.context.session

        def job() -> None:
            with counter.store.write(session) as uow:
                exercises.begin_again(uow, session)

        self.run(job, lambda _nothing: self.changes_made.emit(Changes(drafts=True)))

    def _delete(self) -> None:
        if self.ask(self.tr("Delete every case, paper and exercise of practice? Real cases are not touched.")):
            self.context.switch(DELETE)
