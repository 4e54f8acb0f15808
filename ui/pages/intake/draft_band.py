"""The clerk's unfinished drafts, offered above an empty form."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ui.pages.intake.draft_presenter import DraftLine
from ui.theme import SPACING
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

DRAFTS_SHOWN = 3


class DraftBand(QFrame):
    """Emits the id of the draft that is wanted again, or is to be thrown away."""

    wanted = Signal(object)
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("known")
        self._ids: list[str] = []
        self._asked = ""
        self._texts = [label("", "") for _ in range(DRAFTS_SHOWN)]
        self.go_on = [self._go_on_button(number) for number in range(DRAFTS_SHOWN)]
        self.drop = [self._drop_button(number) for number in range(DRAFTS_SHOWN)]
        self._rows = [QFrame() for _ in range(DRAFTS_SHOWN)]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(4)
        for frame, text, go_on, drop in zip(self._rows, self._texts, self.go_on, self.drop, strict=True):
            row = QHBoxLayout(frame)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(SPACING)
            row.addWidget(text, 1)
            row.addWidget(drop)
            row.addWidget(go_on)
            column.addWidget(frame)

    def _go_on_button(self, number: int) -> KeyButton:
        # Only the newest has a key of its own; the others are reached by Tab.
        button = KeyButton(self.tr("Go on"), "Ctrl+G" if number == 0 else "", is_shortcut=number == 0)
        button.clicked.connect(partial(self._on_go_on, number))
        return button

    def _drop_button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName("link")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._on_drop, number))
        return button

    def show_drafts(self, drafts: Sequence[DraftLine]) -> None:
        """The newest few; hidden if there are none."""
        self._ids = [draft.draft_id for draft in drafts[:DRAFTS_SHOWN]]
        self._asked = ""
        for row, drop in zip(self._rows, self.drop, strict=True):
            row.hide()
            drop.setText(self.tr("Throw away"))
        for row, text, draft in zip(self._rows, self._texts, drafts, strict=False):
            text.setText(
                self.tr("Unfinished: {name} · {item} · {time}").format(
                    name=draft.name or self.tr("no name yet"),
                    item=draft.item_name or self.tr("no item yet"),
                    time=draft.saved_at,
                )
            )
            row.show()
        self.setVisible(bool(drafts))

    def _on_go_on(self, number: int, _is_checked: bool = False) -> None:
        self.wanted.emit(self._ids[number])

    def _on_drop(self, number: int, _is_checked: bool = False) -> None:
        """What cannot be undone is asked once more, in the same place."""
        if self._asked == self._ids[number]:
            self.dropped.emit(self._ids[number])
            return
        self._asked = self._ids[number]
        self.drop[number].setText(self.tr("Press again: it cannot be brought back"))
