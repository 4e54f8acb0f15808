"""What is to be applied for together: a chip for each item of the cart, taken out again by a click or Backspace."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from ui.pages.intake.flow_row import FlowRow
from ui.pages.intake.item_presenter import CartLine
from ui.widgets.label import label


class CartRow(QFrame):
    """Hidden while nothing is in the cart. Emits the code of an item that is to leave it."""

    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("known")
        self.caption = label("", "strong", wrap=True)
        self.chips: list[QPushButton] = []
        self._flow = FlowRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(6)
        column.addWidget(self.caption)
        column.addLayout(self._flow)
        self.hide()

    def show_cart(self, lines: Sequence[CartLine]) -> None:
        """The items in the order in which they were added."""
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self.chips = [self._chip(line) for line in lines]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.show()  # the row counts what is visible, and is asked for its height before Qt shows new children
        text = self.tr("Applied for together: {count} items · Backspace takes the last one out")
        self.caption.setText(text.format(count=len(lines)))
        self.setVisible(bool(lines))

    def _chip(self, line: CartLine) -> QPushButton:
        chip = QPushButton(f"{line.name}  ×")
        chip.setObjectName("cartChip")
        chip.setAccessibleName(self.tr("Take {name} out").format(name=line.name))
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setAutoDefault(False)
        chip.clicked.connect(partial(self._on_clicked, line.code))
        return chip

    def _on_clicked(self, code: str, _is_checked: bool = False) -> None:
        self.removed.emit(code)
