"""Settings: the printer that papers go to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem

from printing.devices import FILE, Printer, PrinterState, folder_of, printers
from ui.context import Context
from ui.filled import filled
from ui.pages.settings_section import SettingsSection
from ui.widgets.card import Card
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
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addWidget(self.folder)
        row.addStretch()
        row.addWidget(self.use)
        card = Card(self.tr("Printer"))
        card.body.addWidget(self.now)
        card.body.addWidget(self.list, 1)
        card.body.addLayout(row)
        self.body.addWidget(card, 1)
        self.use.clicked.connect(self._use_current)
        self.list.itemActivated.connect(self._use_current)
        self.folder.clicked.connect(self._use_folder)
        self.again.clicked.connect(self.opened)
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
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        if not found and not chosen:
            self.now.setText(
                self.tr("The system has no printer. Add one in the system's settings, or let papers go to a folder.")
            )
        else:
            self.now.setText(filled(self.tr("In use: %1"), folder or chosen or self.tr("The system's own choice")))

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

    def _use(self, device: str) -> None:
        try:
            self.context.settings_store.change(printer=device)
        except OSError as error:
            self.say(filled(self.tr("It holds now, but could not be kept: %1"), error.strerror or ""), tone="bad")
            return
        name = folder_of(device) or device or self.tr("The system's own choice")
        self.now.setText(filled(self.tr("In use: %1"), name))
        self.say(filled(self.tr("Papers go to: %1"), name))
