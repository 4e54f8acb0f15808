"""Settings: the printer that papers go to, what paper lies in it, and a sheet to try it with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem

from printing.devices import FILE, Printer, PrinterState, folder_of, printers
from printing.devices_address import is_direct
from ui.context import Context
from ui.device_words import device_words
from ui.filled import filled
from ui.pages.settings_device import DeviceRow
from ui.pages.settings_section import SettingsSection
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class PrinterSection(SettingsSection):
    """The system's printers with their state; the first line follows the system's own choice."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.list = QListWidget()
        self.list.setObjectName("boxed")
        self.list.setAccessibleName(self.tr("Printer"))
        self.now = label("", "muted", wrap=True)
        self.use = KeyButton(self.tr("Use this printer"), "Enter", primary=True)
        self.use.setObjectName("usePrinter")
        self.folder = KeyButton(self.tr("Papers into a folder …"))
        self.folder.setObjectName("useFolder")
        self.again = KeyButton(self.tr("Look again"))
        self.again.setObjectName("lookAgain")
        self.device = DeviceRow(context.language)
        self.paper = QComboBox()
        self.paper.setObjectName("paperFormat")
        for value, text in self._formats():
            self.paper.addItem(text, value)
        self.paper.setCurrentIndex(max(self.paper.findData(context.settings.paper_format), 0))
        self.test = KeyButton(self.tr("Print a test sheet"))
        self.test.setObjectName("testPrint")
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addWidget(self.folder)
        row.addStretch()
        row.addWidget(self.use)
        card = Card(self.tr("Printer"))
        card.body.addWidget(self.now)
        card.body.addWidget(self.list, 1)
        card.body.addLayout(row)
        card.body.addWidget(self.device)
        below = QHBoxLayout()
        below.addWidget(Field(self.tr("Paper in the printer"), self.paper), 1)
        below.addWidget(self.test)
        card.body.addLayout(below)
        self.body.addWidget(card, 1)
        self.use.clicked.connect(self._use_current)
        self.list.itemActivated.connect(self._use_current)
        self.folder.clicked.connect(self._use_folder)
        self.again.clicked.connect(self.opened)
        self.device.chosen.connect(self._use_device)
        self.paper.activated.connect(self._keep_paper)
        self.test.clicked.connect(self._print_test)
        self.setFocusProxy(self.list)

    def opened(self) -> None:
        """Asks the print system, on a worker."""
        self.now.setText(self.tr("Asking the print system …"))
        self.read(printers, self._show)

    def ask_folder(self) -> str:
        """The folder that the clerk chooses; empty if none. Tests replace this."""
        return QFileDialog.getExistingDirectory(self, self.tr("Folder for papers"))

    def _show(self, found: list[Printer]) -> None:
        chosen = self.context.settings.printer
        self.list.clear()
        self._add(self.tr("The system's own choice"), "", chosen)
        for printer in found:
            self._add(f"{printer.name}　{self._state(printer)}", printer.name, chosen)
        folder = folder_of(chosen)
        if folder is not None:
            self._add(filled(self.tr("Folder %1"), folder), chosen, chosen)
        if is_direct(chosen):
            self._add(device_words(chosen), chosen, chosen)
            self.device.show_device(chosen)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        if not found and not chosen:
            self.now.setText(
                self.tr("The system has no printer. Add one in the system's settings, or let papers go to a folder.")
            )
        else:
            self.now.setText(filled(self.tr("In use: %1"), self._name(chosen)))

    def _add(self, text: str, device: str, chosen: str) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, device)
        self.list.addItem(item)
        if device == chosen:
            self.list.setCurrentItem(item)

    def _state(self, printer: Printer) -> str:
        words = {
            PrinterState.READY: self.tr("ready"),
            PrinterState.PRINTING: self.tr("printing"),
            PrinterState.STOPPED: self.tr("stopped"),
        }
        return words[printer.state]

    def _use_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._use(item.data(Qt.ItemDataRole.UserRole))

    def _use_folder(self) -> None:
        folder = self.ask_folder()
        if folder:
            self._use(f"{FILE}{folder}")
            self.opened()

    def _use_device(self, device: str) -> None:
        self._use(device)
        self.opened()

    def _name(self, device: str) -> str:
        if is_direct(device):
            return device_words(device)
        return str(folder_of(device) or device or self.tr("The system's own choice"))

    def _use(self, device: str) -> None:
        try:
            self.context.settings_store.change(printer=device, paper_format=self._fitting_paper(device))
        except OSError as error:
            self.say(filled(self.tr("It holds now, but could not be kept: %1"), error.strerror or ""), tone="bad")
            return
        self.paper.setCurrentIndex(max(self.paper.findData(self.context.settings.paper_format), 0))
        self.now.setText(filled(self.tr("In use: %1"), self._name(device)))
        self.say(filled(self.tr("Papers go to: %1"), self._name(device)))

    def _fitting_paper(self, device: str) -> str:
        """The paper that is chosen if the device can have it, else what such a device usually has."""
        from printing.formats import format_of  # with the first choice, not with the page
        from printing.spool import device_format

        if is_direct(self.context.settings.printer) and not is_direct(device):
            return "A4"  # a roll or continuous paper stayed in the other printer
        return device_format(device, format_of(self.context.settings.paper_format)).value

    def _keep_paper(self) -> None:
        try:
            self.context.settings_store.change(paper_format=self.paper.currentData())
        except OSError as error:
            self.say(filled(self.tr("It holds now, but could not be kept: %1"), error.strerror or ""), tone="bad")
            return
        self._use(self.context.settings.printer)

    def _print_test(self) -> None:
        self.test.setEnabled(False)
        self.now.setText(self.tr("Printing a test sheet …"))
        self.context.printer.print_test(self._tested)

    def _tested(self, problem: str) -> None:
        self.test.setEnabled(True)
        self.now.setText(filled(self.tr("In use: %1"), self._name(self.context.settings.printer)))
        if problem:
            self.say(problem, tone="bad")
        else:
            self.say(self.tr("The test sheet was handed over. Is it out, and is nothing cut off?"))

    def _formats(self) -> tuple[tuple[str, str], ...]:
        return (
            ("A4", self.tr("A4")),
            ("A5", self.tr("A5")),
            ("241x279", self.tr("241 mm continuous, three plies, whole page (279.4 mm)")),
            ("241x140", self.tr("241 mm continuous, three plies, half page (139.7 mm)")),
            ("241x93", self.tr("241 mm continuous, three plies, third of a page (93.1 mm)")),
            ("80mm-slip", self.tr("80 mm roll, short slips")),
            ("80mm", self.tr("80 mm roll, whole papers")),
        )
