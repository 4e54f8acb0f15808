"""What goes wrong between us and a device, as keys that desktop.messages puts into words."""

from typing import Any


class PrinterProblem(Exception):
    """The sheet did not get to the device; nothing is lost, the paper can be printed again.

    `key` names a sentence of desktop.messages: printer_none, printer_unknown, printer_stopped, printer_refused,
    printer_silent, printer_folder, printer_unreachable, printer_not_listening, printer_forbidden, printer_no_paper,
    printer_no_driver. `fields` hold the device and the system's reason, never content.
    """

    def __init__(self, key: str, **fields: Any) -> None:
        super().__init__(key, fields)
        self.key = key
        self.fields = fields
