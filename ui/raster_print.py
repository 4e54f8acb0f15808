"""Printing where there is no `lp`: the pages as grey pictures of 300 dots per inch through Qt's printer.

QtPrintSupport wants the print library of the system, so it is imported when somebody prints and not before.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from printing import devices
from printing.devices import JobState, Printer, PrinterProblem, PrinterState
from printing.devices_address import is_direct
from ui.paper_raster import POINTS_PER_INCH, PRINT_DPI, grey_pages

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

    if devices.folder_of(device) is not None or is_direct(device):
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


def cancel(job: str) -> None:
    """As printing.devices.cancel."""
    if job:
        devices.cancel(job)


def paint(pdf: bytes, printer: "QPrinter") -> None:
    """Paints every page on the printer, edge to edge, in its own size.

    Raises:
        PrinterProblem: printer_refused: the printer cannot be opened.
    """
    printer.setResolution(PRINT_DPI)
    printer.setFullPage(True)
    pictures = grey_pages(pdf, dpi=PRINT_DPI)
    printer.setPageLayout(QPageLayout(_size(pictures[0]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
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


def _size(picture: QImage) -> QPageSize:
    """The size of the sheet that the picture shows; Qt knows it as A4 or A5 where it is one, wide ones lie across."""
    points = QSizeF(picture.size()) / PRINT_DPI * POINTS_PER_INCH
    return QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
