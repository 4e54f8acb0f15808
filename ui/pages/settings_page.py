"""Settings: a list of sections, the chosen one beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem

from desktop.ports import Changes
from ui.context import Context
from ui.pages.page import Page
from ui.pages.settings_calendar import CalendarSection
from ui.pages.settings_catalogue import CatalogueSection
from ui.pages.settings_clerks import ClerksSection
from ui.pages.settings_correction import CorrectionSection
from ui.pages.settings_data import DataSection
from ui.pages.settings_hall import HallSection
from ui.pages.settings_password import PasswordSection
from ui.pages.settings_pin import PinSection
from ui.pages.settings_pledge import PledgeSection
from ui.pages.settings_printer import PrinterSection
from ui.pages.settings_scanner import ScannerSection
from ui.pages.settings_screen import ScreenSection
from ui.pages.settings_seal import SealSection
from ui.pages.settings_section import SettingsSection
from ui.pages.settings_service import ServiceSection
from ui.pages.settings_training import PracticeSection
from ui.widgets.current_stack import CurrentStack

SECTIONS: dict[str, type[SettingsSection]] = {
    "hall": HallSection,
    "clerks": ClerksSection,
    "password": PasswordSection,
    "pin": PinSection,
    "screen": ScreenSection,
    "printer": PrinterSection,
    "scanner": ScannerSection,
    "seal": SealSection,
    "calendar": CalendarSection,
    "correction": CorrectionSection,
    "pledge": PledgeSection,
    "catalogue": CatalogueSection,
    "service": ServiceSection,
    "data": DataSection,
    "practice": PracticeSection,
}


class SettingsPage(Page):
    """`opened("printer")` shows that section; Enter in the list goes into the section, Esc comes back to the list."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._made: dict[str, SettingsSection] = {}
        self.list = QListWidget()
        self.list.setObjectName("sections")
        self.list.setAccessibleName(self.tr("Sections of the settings"))
        self.stack = CurrentStack()
        for name in SECTIONS:
            item = QListWidgetItem(self._label(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row)
        self.list.currentRowChanged.connect(self._show_row)
        self.list.itemActivated.connect(self._enter_section)
        self.list.setCurrentRow(0)

    def section(self, name: str) -> SettingsSection:
        """The section of that name, made when it is first wanted: most visits want one of them."""
        if name not in self._made:
            made = SECTIONS[name](self.context)
            self.stack.addWidget(made)
            made.notice.connect(self.notice)
            made.changes_made.connect(self.changes_made)
            made.navigate.connect(self.navigate)
            self._made[name] = made
        return self._made[name]

    def title(self) -> str:
        """Heading."""
        return self.tr("Settings")

    def help_text(self) -> str:
        """F1."""
        return self.tr(
            "<p><b>Up</b> and <b>Down</b> choose a section, <b>Tab</b> or <b>Enter</b> goes into it, <b>Esc</b> comes"
            " back.</p><p>Text size, theme and printer belong to this PC. Hall, clerks, calendar and catalogue belong"
            " to the record: every change is a line of the ledger with name and time.</p><p>The calendar of a year is"
            " entered by pasting the notice of the State Council as it was published.</p>"
        )

    def opened(self, argument: str) -> None:
        """Shows the section of that name; reads the one that is shown."""
        if argument in SECTIONS:
            self.list.setCurrentRow(list(SECTIONS).index(argument))
        self._current().opened()

    def changed(self, changes: Changes) -> None:
        """Passes it on."""
        for section in self._made.values():
            section.changed(changes)

    def first_focus(self) -> None:
        """The list of sections."""
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc comes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _current(self) -> SettingsSection:
        return self.section(list(SECTIONS)[self.list.currentRow()])

    def _show_row(self, _row: int) -> None:
        self.stack.setCurrentWidget(self._current())
        if self.isVisible():
            self._current().opened()

    def _enter_section(self) -> None:
        self._current().setFocus()

    def _label(self, name: str) -> str:
        return {
            "hall": self.tr("Hall and window"),
            "clerks": self.tr("Clerks"),
            "password": self.tr("My password"),
            "pin": self.tr("My PIN"),
            "screen": self.tr("Screen"),
            "printer": self.tr("Printer"),
            "practice": self.tr("Practice"),
            "scanner": self.tr("Scanner and camera"),
            "seal": self.tr("Electronic seal"),
            "calendar": self.tr("Work calendar"),
            "correction": self.tr("Days for corrections"),
            "pledge": self.tr("Pledges and reuse"),
            "catalogue": self.tr("Catalogue"),
            "service": self.tr("Ratings and difficulties"),
            "data": self.tr("Data"),
        }[name]
