"""Settings: how the screen looks on this PC. Every change holds at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFormLayout, QHBoxLayout, QRadioButton, QSlider

from ui.context import Context
from ui.filled import filled
from ui.pages.settings_section import SettingsSection
from ui.theme import PERCENT_LEAST, PERCENT_MOST
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.spin_entry import NumberEntry

PERCENT_STEP = 10


class ScreenSection(SettingsSection):
    """Text size, light or dark, language, minutes until the lock."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        now = context.settings
        self.percent = QSlider(Qt.Orientation.Horizontal)
        self.percent.setObjectName("percent")
        self.percent.setAccessibleName(self.tr("Text size"))
        self.percent.setRange(PERCENT_LEAST // PERCENT_STEP, PERCENT_MOST // PERCENT_STEP)
        self.percent.setPageStep(1)
        self.percent.setValue(now.percent // PERCENT_STEP)
        self.percent_text = label("", "strong")
        self.light = self._radio("light", self.tr("Light"), now.theme)
        self.dark = self._radio("dark", self.tr("Dark"), now.theme)
        self.themes = QButtonGroup(self)
        self.themes.addButton(self.light)
        self.themes.addButton(self.dark)
        self.language = QComboBox()
        self.language.setObjectName("language")
        self.language.setAccessibleName(self.tr("Language"))
        for value, text in (("zh", "中文"), ("en", "English")):
            self.language.addItem(text, value)
        self.language.setCurrentIndex(self.language.findData(now.language))
        name = self.tr("Minutes until the screen locks itself")
        self.idle = NumberEntry("idleMinutes", name, least=1, most=120)
        self.idle.setValue(now.idle_minutes)
        self._lay_out()
        self.percent.valueChanged.connect(self._use_percent)
        self.themes.buttonToggled.connect(self._use_theme)
        self.language.currentIndexChanged.connect(self._use_language)
        self.idle.valueChanged.connect(lambda minutes: self._change(idle_minutes=minutes))
        self.setFocusProxy(self.percent)

    def opened(self) -> None:
        """Shows what holds now; the settings may have been changed elsewhere."""
        now = self.context.settings
        self.percent.setValue(now.percent // PERCENT_STEP)
        (self.dark if now.theme == "dark" else self.light).setChecked(True)
        self.idle.setValue(now.idle_minutes)

    def _lay_out(self) -> None:
        size = QHBoxLayout()
        size.setSpacing(16)
        size.addWidget(self.percent, 1)
        size.addWidget(self.percent_text)
        theme = QHBoxLayout()
        theme.setSpacing(24)
        theme.addWidget(self.light)
        theme.addWidget(self.dark)
        theme.addStretch()
        language = QHBoxLayout()
        language.addWidget(self.language)
        language.addStretch()
        minutes = QHBoxLayout()
        minutes.setSpacing(8)
        minutes.addWidget(self.idle)
        minutes.addWidget(label(self.tr("minutes without a key or the mouse"), "muted"))
        minutes.addStretch()
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(14)
        form.addRow(label(self.tr("Text size")), size)
        form.addRow(label(self.tr("Theme")), theme)
        form.addRow(label(self.tr("Language")), language)
        form.addRow(label(self.tr("Lock by itself after")), minutes)
        card = Card(self.tr("Screen of this PC"))
        card.body.addLayout(form)
        card.body.addWidget(label(self.tr("Arrow keys change the size; it holds at once, everywhere."), "small"))
        self.body.addWidget(card)
        self.body.addStretch()
        self._show_percent()

    def _radio(self, value: str, text: str, now: str) -> QRadioButton:
        made = QRadioButton(text)
        made.setObjectName(value)
        made.setAccessibleName(text)
        made.setChecked(value == now)
        return made

    def _use_percent(self) -> None:
        self._change(percent=self.percent.value() * PERCENT_STEP)
        self._show_percent()

    def _show_percent(self) -> None:
        self.percent_text.setText(filled(self.tr("%1 %"), self.percent.value() * PERCENT_STEP))

    def _use_theme(self) -> None:
        self._change(theme="dark" if self.dark.isChecked() else "light")

    def _use_language(self) -> None:
        self._change(language=self.language.currentData())
        self.say(self.tr("The language holds from the next start."), tone="plain")

    def _change(self, **values: object) -> None:
        try:
            self.context.settings_store.change(**values)
        except OSError as error:
            self.say(filled(self.tr("It holds now, but could not be kept: %1"), error.strerror or ""), tone="bad")
