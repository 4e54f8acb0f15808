"""Which printer: the queues of the system with their state, or a folder."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from printing.devices import FILE, Printer, PrinterState
from ui.device_words import device_words
from ui.filled import filled
from ui.theme import SPACING
from ui.widgets.label import label
from ui.widgets.pick_list import Choice, PickList


class PickerPanel(QWidget):
    """Arrows and Enter choose; typing filters. A stopped printer says why it cannot be chosen."""

    chosen = Signal(object)
    """The name of a printer, or `file:` alone where a folder is still to be asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pickerPanel")
        self.heading = label(style="strong", wrap=True)
        self.list = PickList("printers", self.tr("Printers"), placeholder=self.tr("Type to find a printer"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(lambda choice: self.chosen.emit(choice.key))

    def ask(self, printers: Sequence[Printer], *, own: str = "") -> None:
        """Starts asking. With no printer at all the folder is the one choice, and the heading says so.

        Args:
            own: a slip or needle printer of the settings, which no print system lists; empty if there is none.
        """
        self.heading.setText(
            self.tr("Print on which printer?")
            if printers or own
            else self.tr("This computer has no printer. The paper can be saved into a folder.")
        )
        self.list.entry.clear()
        folder = Choice(FILE, self.tr("Save as PDF into a folder…"))
        direct = [Choice(own, device_words(own))] if own else []
        self.list.set_choices([*direct, *(self._choice(printer) for printer in printers), folder])
        self.list.setFocus()

    def _choice(self, printer: Printer) -> Choice:
        states = {
            PrinterState.READY: self.tr("ready"),
            PrinterState.PRINTING: self.tr("printing"),
            PrinterState.STOPPED: self.tr("stopped"),
        }
        text = filled(self.tr("%1 · %2"), printer.name, states[printer.state])
        is_stopped = printer.state is PrinterState.STOPPED
        why_not = filled(
            self.tr("It is stopped: %1. Start it again at the printer or in the system."), printer.note or "—"
        )
        return Choice(
            printer.name,
            text,
            is_enabled=not is_stopped,
            why_not=why_not if is_stopped else "",
        )
