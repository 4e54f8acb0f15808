"""A device of our own in words: what kind it is and where; the name itself stays for the ledger."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import InvalidInput
from printing.devices_address import Language, parse_address
from ui.filled import filled


def device_words(device: str) -> str:
    """Slip printer or needle printer, and its place; the bare name if it cannot be read."""
    try:
        address = parse_address(device)
    except InvalidInput:
        return device
    if address.language is Language.ESCPOS:
        return filled(QCoreApplication.translate("device_words", "Slip printer: %1"), str(address.place))
    return filled(QCoreApplication.translate("device_words", "Needle printer: %1"), str(address.place))
