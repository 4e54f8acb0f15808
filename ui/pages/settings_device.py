"""Settings: a slip or needle printer that is spoken to directly: its kind and its address."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop import messages
from desktop.domain.errors import InvalidInput
from printing.devices_address import is_direct, parse_address
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton

KINDS = (
    "escpos:tcp://",
    "escpos:usb:",
    "escpos:serial:",
    "escpos:file:",
    "escp:tcp://",
    "escp:serial:",
    "escp:file:",
)
"""Beginnings of the names; the address is what follows."""


class DeviceRow(QWidget):
    """Kind, address, and a button; Enter in the address is the button."""

    chosen = Signal(object)
    """Name of the device, as printing.devices_address writes it."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.kind = QComboBox()
        self.kind.setObjectName("deviceKind")
        for start, text in zip(KINDS, self._kind_words(), strict=True):
            self.kind.addItem(text, start)
        self.address = QLineEdit()
        self.address.setObjectName("deviceAddress")
        self.address_field = Field(self.tr("Address"), self.address)
        self.use = KeyButton(self.tr("Use this device"), "Enter")
        self.use.setObjectName("useDevice")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Field(self.tr("Slip or needle printer"), self.kind), 1)
        row.addWidget(self.address_field, 2)
        row.addWidget(self.use)
        self.use.clicked.connect(self._choose)
        self.address.returnPressed.connect(self._choose)
        self.kind.currentIndexChanged.connect(self._show_hint)
        self._show_hint()

    def show_device(self, device: str) -> None:
        """Puts a device of this sort into the fields; any other leaves them as they are."""
        place = next((number for number, start in enumerate(KINDS) if device.startswith(start)), None)
        if is_direct(device) and place is not None:
            self.kind.setCurrentIndex(place)
            self.address.setText(device.removeprefix(KINDS[place]))

    def _choose(self) -> None:
        try:
            address = parse_address(f"{self.kind.currentData()}{self.address.text().strip()}")
        except InvalidInput as error:
            self.address_field.set_error(messages.text(error, self._language))
            self.address.setFocus()
            return
        self.address_field.clear_error()
        self.chosen.emit(str(address))

    def _show_hint(self) -> None:
        self.address_field.clear_error()
        start = str(self.kind.currentData())
        if start.endswith("tcp://"):
            self.address_field.set_hint(self.tr("such as 192.168.1.50:9100"))
        elif start.endswith("usb:"):
            self.address_field.set_hint(self.tr("numbers of maker and model, such as 04b8:0e15"))
        elif start.endswith("serial:"):
            self.address_field.set_hint(
                self.tr("such as /dev/ttyUSB0 or COM3, with @19200 for another speed than 9600")
            )
        else:
            self.address_field.set_hint(self.tr("such as /dev/usb/lp0"))

    def _kind_words(self) -> tuple[str, ...]:
        return (
            self.tr("Slip printer, network"),
            self.tr("Slip printer, USB"),
            self.tr("Slip printer, serial port"),
            self.tr("Slip printer, device file"),
            self.tr("Needle printer, network"),
            self.tr("Needle printer, serial port"),
            self.tr("Needle printer, device file"),
        )
