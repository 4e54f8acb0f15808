"""The head of the page of sync: lamp and word, one sentence, what to do about it, and the keys for it."""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ports import Clock
from ui import line_words
from ui.filled import filled
from ui.pages.intake.flow_row import FlowRow
from ui.pages.sync_presenter import HeadView
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

TICK_MS = 1_000


class SyncHead(Card):
    """Alt+1 sends now, Alt+2 pauses or goes on, Alt+3 and Alt+4 the stick, Esc breaks a burst off."""

    now_wanted = Signal()
    pause_wanted = Signal()
    resume_wanted = Signal()
    cancel_wanted = Signal()
    package_wanted = Signal()
    answers_wanted = Signal()

    def __init__(self, clock: Clock, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._clock = clock
        self._language = language
        self._next_try_at: datetime | None = None
        self._is_paused = False
        self._since = ""
        self.lamp = Chip("", "muted")
        self.sentence = label(style="h2", wrap=True)
        self.advice = label(wrap=True)
        self.advice.setObjectName("syncAdvice")
        self.countdown = label(style="muted")
        self.countdown.setObjectName("syncCountdown")
        self.now_key = self._key("syncNow", self.tr("Send now"), "Alt+1", primary=True)
        self.pause_key = self._key("syncPause", self.tr("Pause"), "Alt+2")
        self.cancel_key = self._key("syncCancel", self.tr("Break off"), "Esc", is_shortcut=False)
        self.package_key = self._key("syncPackage", self.tr("Take along on a stick"), "Alt+3")
        self.answers_key = self._key("syncAnswers", self.tr("Read a stick"), "Alt+4")
        self._lay_out()
        self.now_key.clicked.connect(self.now_wanted)
        self.cancel_key.clicked.connect(self.cancel_wanted)
        self.package_key.clicked.connect(self.package_wanted)
        self.answers_key.clicked.connect(self.answers_wanted)
        self.pause_key.clicked.connect(self._pause_or_resume)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.count_down)

    def show_head(self, head: HeadView) -> None:
        """Another state. A window without a city has nothing to send, pause or take along."""
        self.lamp.set_state(f"● {head.word}", head.tone)
        self.sentence.setText(head.sentence)
        self._since = head.since
        self.advice.setText(head.advice)
        self.advice.setVisible(bool(head.advice))
        self._is_paused = head.is_paused
        self.pause_key.set_text(self.tr("Go on") if head.is_paused else self.tr("Pause"))
        self.cancel_key.setVisible(head.is_working)
        self._keys.setVisible(head.is_enrolled)
        self.now_key.setEnabled(not head.is_working)
        self._next_try_at = head.next_try_at
        self.count_down()
        if head.next_try_at is None:
            self._tick.stop()
        else:
            self._tick.start()

    def count_down(self) -> None:
        """Writes the seconds until the next try, and nothing else on the page."""
        text = line_words.countdown_text(self._next_try_at, now=self._clock.now(), language=self._language)
        parts = (self._since, filled(self.tr("next try %1"), text) if text else "")
        self.countdown.setText(" · ".join(part for part in parts if part))

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.lamp)
        first.addWidget(self.sentence, 1)
        self._keys = QWidget()
        keys = FlowRow(self._keys)  # large text breaks the row instead of pushing the page off the screen
        for key in (self.now_key, self.pause_key, self.cancel_key, self.package_key, self.answers_key):
            keys.addWidget(key)
        keys.addWidget(self.countdown)
        self.body.addLayout(first)
        self.body.addWidget(self.advice)
        self.body.addWidget(self._keys)

    def _pause_or_resume(self) -> None:
        (self.resume_wanted if self._is_paused else self.pause_wanted).emit()

    def _key(self, name: str, text: str, key: str, *, primary: bool = False, is_shortcut: bool = True) -> KeyButton:
        made = KeyButton(text, key, primary, is_shortcut=is_shortcut)
        made.setObjectName(name)
        return made
