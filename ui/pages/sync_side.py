"""Beside the list of sync: the support code to read over the telephone, the city, and the limits of the line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ports_sync import SyncLimits
from ui.filled import filled
from ui.line_words import MEGABYTE
from ui.pages.sync_presenter import SyncView
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.spin_entry import NumberEntry

MOST_MB = 9_999


class SyncSide(QWidget):
    """Emits `limits_changed` with SyncLimits, `file_wanted` when another enrolment file is to be read."""

    limits_changed = Signal(object)
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.code_card = Card(self.tr("Support code"))
        self.code = label("", "supportCode")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setIndent(0)
        self.code_card.body.addWidget(self.code)
        self.code_card.body.addWidget(
            label(
                self.tr("Read it over the telephone: it says how this window stands, and nothing of any case."),
                "small",
                wrap=True,
            )
        )
        self.city_card = Card(self.tr("City"))
        self.city = label("", wrap=True)
        self.other_file = KeyButton(self.tr("Other enrolment file"), "Alt+6", is_shortcut=True)
        self.other_file.setObjectName("otherFile")
        self.other_file.clicked.connect(self.file_wanted)
        self.city_card.body.addWidget(self.city)
        self.city_card.body.addWidget(self.other_file, 0, Qt.AlignmentFlag.AlignLeft)
        self.limits_card = Card(self.tr("Limits of the line"))
        self.metered = QCheckBox(self.tr("Pause on a metered line"))
        self.metered.setObjectName("pauseOnMetered")
        self.day_limit = NumberEntry("dayLimit", self.tr("Most to send in a day, in MB"), least=0, most=MOST_MB)
        self.day_limit.setSpecialValueText(self.tr("no limit"))
        self.day_limit.setSuffix(" MB")
        self.day_limit.setKeyboardTracking(False)  # half a number must not stop the line
        self._lay_out()
        self.metered.toggled.connect(self._changed)
        self.day_limit.valueChanged.connect(self._changed)

    def show_view(self, view: SyncView, *, may_change: bool) -> None:
        """What holds now; an entry with the keyboard in it keeps what is being typed."""
        status = view.status
        self.code_card.setVisible(bool(status.support_code))
        self.code.setText(status.support_code)
        self.code.setAccessibleName(filled(self.tr("Support code %1"), status.support_code))
        self.city_card.setVisible(bool(status.city))
        self.city.setText(status.city)
        self.other_file.setVisible(may_change)
        self.limits_card.setVisible(view.head.is_enrolled)
        self.setVisible(any(not card.isHidden() for card in (self.code_card, self.city_card, self.limits_card)))
        for widget in (self.metered, self.day_limit):
            widget.blockSignals(True)
        self.metered.setChecked(view.limits.pause_on_metered)
        if not self.day_limit.hasFocus():
            self.day_limit.setValue(view.limits.day_limit_bytes // MEGABYTE)
        for widget in (self.metered, self.day_limit):
            widget.blockSignals(False)

    def limits(self) -> SyncLimits:
        """What is set."""
        return SyncLimits(self.day_limit.value() * MEGABYTE, self.metered.isChecked())

    def _changed(self) -> None:
        self.limits_changed.emit(self.limits())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        caption = label(self.tr("A day"))
        caption.setBuddy(self.day_limit)
        row.addWidget(caption)
        row.addWidget(self.day_limit, 1)
        self.limits_card.body.addWidget(self.metered)
        self.limits_card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self.code_card, self.city_card, self.limits_card):
            column.addWidget(card)
        column.addStretch()
