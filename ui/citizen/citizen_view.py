"""The window as the citizen has it: confirm, rate or not, end. It knows nothing of the counter, and leads nowhere."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.events import Rater
from desktop.domain.rating import RatingLevel
from ui.citizen.citizen_pages import OPTION_KEYS, ConfirmPage, EndPage, RatePage
from ui.citizen.citizen_presenter import LEVELS, Said, Shown
from ui.citizen.citizen_style import citizen_style
from ui.theme import Tokens

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CitizenView(QWidget):
    """Keys: Enter goes on, 1–5 a level, A–H its reasons, 0 no rating, + larger print. Everything can be touched too."""

    rated = Signal(object)
    """Said; the owner calls `thank` or `refuse`."""

    ended = Signal()
    """The citizen has finished."""

    touched = Signal()
    """Somebody is there."""

    said_wrong = Signal()
    """The citizen says that the data are not right."""

    def __init__(self, tokens: Tokens, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("citizen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The citizen's turn"))
        self._tokens = tokens
        self._is_large = False
        self._is_busy = False
        self._shown: Shown | None = None
        self._level: RatingLevel | None = None
        self._rater = Rater.APPLICANT
        self.confirm, self.rate, self.end = ConfirmPage(), RatePage(language), EndPage()
        self.stack = QStackedWidget()
        for page in (self.confirm, self.rate, self.end):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 18, 40, 18)
        column.addWidget(self.stack)
        self._bind()
        self.hide()

    @property
    def is_large(self) -> bool:
        """Whether it is in the print for elders."""
        return self._is_large

    def begin(self, shown: Shown) -> None:
        """The data of a citizen; nothing is chosen."""
        self._shown, self._level, self._rater, self._is_busy = shown, None, Rater.APPLICANT, False
        self.confirm.show_data(shown)
        self.stack.setCurrentWidget(self.confirm)
        self._set_large(shown.is_large)

    def thank(self, text: str) -> None:
        """The end, with what is said to the citizen."""
        self._is_busy = False
        self.end.said.setText(text)
        self.stack.setCurrentWidget(self.end)

    def refuse(self, text: str) -> None:
        """It was not taken: says so and leaves all as it was chosen."""
        self._is_busy = False
        self.rate.trouble.setText(text)

    def forget(self) -> None:
        """Nothing of the citizen stays on the screen."""
        self._shown = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key leads out of here but by the end."""
        self.touched.emit()
        actions: dict[QWidget, Callable[[QKeyEvent], None]] = {
            self.confirm: self._confirm_key,
            self.rate: self._rate_key,
            self.end: lambda _event: self.ended.emit(),
        }
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._set_large(not self._is_large)
        else:
            actions[self.stack.currentWidget() or self.confirm](event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Somebody is there; on the last page a touch ends it."""
        self.touched.emit()
        if self.stack.currentWidget() is self.end:
            self.ended.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """On a screen of its own it can be closed: that is an end too."""
        self.ended.emit()
        super().closeEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays here: the keyboard is the citizen's."""
        return True

    def _bind(self) -> None:
        self.confirm.confirmed.clicked.connect(lambda: self._go_on(Rater.APPLICANT))
        self.confirm.agent_confirmed.clicked.connect(lambda: self._go_on(Rater.AGENT))
        self.confirm.wrong.clicked.connect(self._say_wrong)
        self.confirm.large.clicked.connect(lambda: self._set_large(not self._is_large))
        self.rate.level_clicked.connect(self._choose)
        self.rate.submit.clicked.connect(self._send)
        self.rate.decline.clicked.connect(self._decline)

    def _confirm_key(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._go_on(Rater.APPLICANT)
        elif event.key() == Qt.Key.Key_D and self._shown is not None and self._shown.has_agent:
            self._go_on(Rater.AGENT)
        elif event.key() in (Qt.Key.Key_0, Qt.Key.Key_Escape):
            self._say_wrong()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.confirm.scroll_rows(-1 if event.key() == Qt.Key.Key_Up else 1)

    def _rate_key(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        letter = event.key() - Qt.Key.Key_A
        if 0 <= place < len(LEVELS):
            self._choose(LEVELS[place])
        elif 0 <= letter < min(len(OPTION_KEYS), len(self.rate.options)):
            self.rate.options[letter].toggle()
        elif event.key() in ENTER_KEYS:
            self._send()
        elif event.key() in (Qt.Key.Key_0, Qt.Key.Key_Escape):
            self._decline()

    def _go_on(self, rater: Rater) -> None:
        if self._shown is None:
            return
        self._rater = rater
        if self._shown.why_not:
            self.thank(self._shown.why_not)
            return
        self._level = None
        self.rate.show_stage(self._shown.stage_word)
        self.stack.setCurrentWidget(self.rate)

    def _say_wrong(self) -> None:
        self.said_wrong.emit()
        self.thank(self.tr("We will put it right with you."))

    def _choose(self, level: object) -> None:
        if isinstance(level, RatingLevel) and not self._is_busy:
            self._level = level
            self.rate.choose(level)

    def _send(self) -> None:
        """Nothing is sent before a level was chosen: there is no default."""
        if self._level is not None and not self._is_busy:
            self._is_busy = True
            self.rated.emit(Said(self._level, self.rate.ticked(), self._rater))

    def _decline(self) -> None:
        if not self._is_busy:
            self.thank(self.tr("You did not rate. Thank you."))

    def _set_large(self, is_large: bool) -> None:
        self._is_large = is_large
        self.setStyleSheet(citizen_style(self._tokens, is_large=is_large))
        self.rate.set_ink(self._tokens)
