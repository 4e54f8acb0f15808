"""The three pages of the citizen's view: data to confirm, the five levels, the end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.rating import RatingLevel
from desktop.messages import word
from ui.citizen.citizen_presenter import LEVELS, Shown, options_of
from ui.citizen.face import Face
from ui.filled import filled
from ui.theme import Tokens
from ui.widgets.label import label, restyle

OPTION_KEYS = "ABCDEFGH"
_COLUMNS = 2


def big_button(text: str, name: str) -> QPushButton:
    """A button for a finger; the keys are the view's."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("kind", "primary" if name == "confirmed" else "secondary")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button


class ConfirmPage(QWidget):
    """Each row of the citizen's data in large print."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(28)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnStretch(1, 1)
        sheet = QFrame()
        sheet.setObjectName("sheet")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(32, 16, 32, 16)
        inside.addLayout(self._rows)
        inside.addStretch()
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(sheet)
        self.confirmed = big_button(self.tr("It is right  Enter"), "confirmed")
        self.agent_confirmed = big_button(self.tr("It is right, I am the agent  D"), "agentConfirmed")
        self.wrong = big_button(self.tr("Something is wrong  0"), "wrong")
        self.large = big_button(self.tr("Larger print  +"), "large")
        keys = QHBoxLayout()
        for button in (self.confirmed, self.agent_confirmed, self.wrong):
            keys.addWidget(button)
        keys.addStretch()
        keys.addWidget(self.large)
        column = QVBoxLayout(self)
        column.setSpacing(18)
        column.addWidget(label(self.tr("Please check what we have written down"), "asking"))
        column.addWidget(area, 1)
        column.addLayout(keys)

    def show_data(self, shown: Shown) -> None:
        """Another citizen's data."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for number, (name, value) in enumerate(shown.rows):
            self._rows.addWidget(label(name, "rowLabel"), number, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(label(value, "rowValue", wrap=True), number, 1)
        self.agent_confirmed.setVisible(shown.has_agent)

    def scroll_rows(self, steps: int) -> None:
        """Up or down, where the rows do not fit in large print."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + steps * bar.singleStep() * 3)


class LevelTile(QFrame):
    """A face, its word and its key; a click chooses it."""

    clicked = Signal()

    def __init__(self, place: int, text: str) -> None:
        super().__init__()
        self.setObjectName("level")
        self.setAccessibleName(text)
        self.setMinimumHeight(150)
        self.face = Face(place)
        column = QVBoxLayout(self)
        column.addWidget(self.face, 1)
        column.addWidget(label(text), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label(str(place + 1), "key"), 0, Qt.AlignmentFlag.AlignHCenter)

    def set_chosen(self, is_chosen: bool) -> None:
        """Whether it is the one."""
        self.setProperty("chosen", "true" if is_chosen else "false")
        restyle(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger or the mouse."""
        self.clicked.emit()


class RatePage(QWidget):
    """Five levels, none of them chosen at the start; under the chosen one what may be ticked."""

    level_clicked = Signal(object)
    """RatingLevel."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.asking = label("", "asking")
        self.aside = label("", "aside", wrap=True)
        self.trouble = label("", "trouble", wrap=True)
        self.tiles = {level: LevelTile(place, word(level, language)) for place, level in enumerate(LEVELS)}
        self.options: list[QPushButton] = []
        self._option_grid = QGridLayout()
        self.submit = big_button(self.tr("Send  Enter"), "confirmed")
        self.decline = big_button(self.tr("I do not rate  0"), "decline")
        tiles = QHBoxLayout()
        tiles.setSpacing(14)
        for level, tile in self.tiles.items():
            tiles.addWidget(tile, 1)
            tile.clicked.connect(lambda chosen=level: self.level_clicked.emit(chosen))
        keys = QHBoxLayout()
        keys.addWidget(self.submit)
        keys.addWidget(self.decline)
        keys.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(self.asking)
        column.addWidget(self.aside)
        column.addLayout(tiles, 1)
        column.addLayout(self._option_grid)
        column.addWidget(self.trouble)
        column.addLayout(keys)

    def show_stage(self, stage_word: str) -> None:
        """A new rating: nothing is chosen."""
        self.asking.setText(filled(self.tr("How was our service, %1?"), stage_word))
        self.aside.setText(self.tr("Rating is up to you and changes nothing about your matter."))
        self.trouble.clear()
        self.choose(None)

    def choose(self, level: RatingLevel | None) -> None:
        """The level under the finger; its reasons below it."""
        for each, tile in self.tiles.items():
            tile.set_chosen(each is level)
        self._show_options(options_of(level) if level else ())
        self.submit.setEnabled(level is not None)

    def ticked(self) -> tuple[str, ...]:
        """Codes of what is ticked."""
        return tuple(str(button.property("code")) for button in self.options if button.isChecked())

    def set_ink(self, tokens: Tokens) -> None:
        """The faces in the colour of the text."""
        for tile in self.tiles.values():
            tile.face.set_ink(tokens.text)

    def _show_options(self, options: Sequence[tuple[str, str]]) -> None:
        for button in self.options:
            button.setParent(None)
            button.deleteLater()
        self.options = []
        for number, (code, text) in enumerate(options):
            button = QPushButton(f"{OPTION_KEYS[number]}　{text}")
            button.setObjectName("option")
            button.setProperty("code", code)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._option_grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
            self.options.append(button)


class EndPage(QWidget):
    """Thanks, and the keyboard goes back."""

    def __init__(self) -> None:
        super().__init__()
        self.said = label("", "asking", wrap=True)
        self.back = label(self.tr("Please turn the keyboard back to the counter. Any key ends."), "said", wrap=True)
        column = QVBoxLayout(self)
        column.addStretch()
        for text in (self.said, self.back):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(text)
        column.addStretch()
