"""Pages as grey pictures: the way where there is no `lp`. Printed into a PDF of Qt's own, read back by pdfium."""

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from printing.devices import PrinterProblem
from ui import raster_print
from ui.paper_raster import grey_pages, pages

pytest.importorskip("PySide6.QtPrintSupport", reason="the system has no print library", exc_type=ImportError)


@pytest.fixture
def two_pages() -> bytes:
    """An A4 document of two pages with a black square at the upper left of each."""
    import io

    document = pypdfium2.PdfDocument.new()
    for _ in range(2):
        page = document.new_page(595.276, 841.89)
        square = pypdfium2.raw.FPDFPageObj_CreateNewRect(72, 841.89 - 144, 72, 72)
        pypdfium2.raw.FPDFPageObj_SetFillColor(square, 0, 0, 0, 255)
        pypdfium2.raw.FPDFPath_SetDrawMode(square, pypdfium2.raw.FPDF_FILLMODE_ALTERNATE, 0)
        pypdfium2.raw.FPDFPage_InsertObject(page, square)
        page.gen_content()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def test_a_page_is_on_white_and_has_the_size_of_its_paper(two_pages):
    pictures = pages(two_pages, dpi=96)

    assert [(picture.width(), picture.height()) for picture in pictures] == [(794, 1123)] * 2
    assert pictures[0].pixelColor(5, 5).name() == "#ffffff"
    assert pictures[0].pixelColor(140, 140).name() == "#000000"


def test_pages_for_the_printer_are_grey(two_pages):
    pictures = grey_pages(two_pages, dpi=203)

    assert {picture.format() for picture in pictures} == {QImage.Format.Format_Grayscale8}


def test_every_page_is_printed_edge_to_edge_in_its_own_size(qapp, two_pages, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    raster_print.paint(two_pages, printer)

    printed = (tmp_path / "printed.pdf").read_bytes()
    first = pages(printed, dpi=72)
    assert len(first) == 2
    assert (first[0].width(), first[0].height()) == pytest.approx((595, 842), abs=2)
    assert first[0].pixelColor(105, 105).lightness() < 40
    assert first[0].pixelColor(60, 60).lightness() > 215


def test_a_printer_that_is_not_there_is_a_problem(qapp, two_pages):
    with pytest.raises(PrinterProblem) as caught:
        raster_print.send(two_pages, "NoSuchPrinter", title="1")

    assert caught.value.key in ("printer_unknown", "printer_none")


def test_a_folder_takes_the_vector_pages_here_too(two_pages, tmp_path):
    job = raster_print.send(two_pages, f"file:{tmp_path}", title="1")

    assert (tmp_path / "1.pdf").read_bytes() == two_pages
    assert job == str(tmp_path / "1.pdf")
