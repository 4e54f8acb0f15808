"""Printing where there is no `lp`: the pages as grey pictures of 300 dots per inch through Qt's printer.

QtPrintSupport wants the print library of the system, so it is imported when somebody prints and not before.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from printing import devices
from printing.devices import JobState, Printer, PrinterProblem, PrinterState
from ui.paper_raster import PRINT_DPI, grey_pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def printers() -> list[Printer]:
    """The printers of the system as Qt knows them, the default one first."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    states = {
        QPrinter.PrinterState.Active: PrinterState.PRINTING,
        QPrinter.PrinterState.Error: PrinterState.STOPPED,
        QPrinter.PrinterState.Aborted: PrinterState.STOPPED,
    }
    found = [
        Printer(info.printerName(), states.get(info.state(), PrinterState.READY), info.isDefault())
        for info in QPrinterInfo.availablePrinters()
    ]
    return sorted(found, key=lambda printer: (not printer.is_default, printer.name))


def send(pdf: bytes, device: str, *, title: str) -> str:
    """As printing.devices.send; the job has no name here, so it is empty.

    Raises:
        PrinterProblem: as printing.devices.send.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    if devices.folder_of(device) is not None:
        return devices.send(pdf, device, title=title)
    info = QPrinterInfo.printerInfo(device)
    if info.isNull():
        raise PrinterProblem(
            "printer_unknown" if QPrinterInfo.availablePrinterNames() else "printer_none", device=device
        )
    printer = QPrinter(info)
    printer.setDocName(title)
    paint(pdf, printer)
    return ""


def job_state(job: str) -> JobState:
    """Jobs have no name here: what was painted is gone."""
    return devices.job_state(job) if job else JobState.GONE


def paint(pdf: bytes, printer: "QPrinter") -> None:
    """Paints every page on the printer, edge to edge, in its own size.

    Raises:
        PrinterProblem: printer_refused: the printer cannot be opened.
    """
    printer.setResolution(PRINT_DPI)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    pictures = grey_pages(pdf, dpi=PRINT_DPI)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterProblem("printer_refused", device=printer.printerName(), reason="")
    try:
        for number, picture in enumerate(pictures):
            if number:
                printer.newPage()
            painter.drawImage(0, 0, picture)
    finally:
        painter.end()
