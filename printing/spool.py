"""From a paper's content to the bytes that a device takes: the size that lies in it, letters or picture.

What is shown on the screen is the PDF in the device's own size. A queue or folder gets these very bytes; a slip or
needle printer gets the same content in its own letters as long as it has all of them, else the PDF as a picture.
Nothing is ever printed as a box: a character beyond our fonts stops here, with its code point.
"""

from dataclasses import dataclass

from desktop.domain.papers import CopyMark, Paper
from printing import escp
from printing.devices_address import Language, is_direct, parse_address
from printing.escp import page_raster, page_text
from printing.escpos_raster import slip_raster
from printing.escpos_text import COLUMNS, slip_text
from printing.formats import PaperFormat
from printing.papers.closing import stand_in_seal
from printing.plain import PlainLine, PlainRow, beyond_gbk, plain_rows, text_of
from printing.render import column_blocks, render

_FIRST = CopyMark()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A sheet ready to go.

    Attributes:
        pdf: what is shown, and what the ledger keeps the hash of.
        data: what the device gets.
        as_picture: characters that the device has no letters for, so that it gets a picture; empty otherwise.
    """

    pdf: bytes
    data: bytes
    paper_format: PaperFormat
    as_picture: str = ""


def device_format(device: str, wanted: PaperFormat) -> PaperFormat:
    """The size for this device: the one of the settings if the device can have it, else what it usually has."""
    if not is_direct(device):
        return wanted
    if parse_address(device).language is Language.ESCPOS:
        return wanted if wanted.is_roll else PaperFormat.SLIP
    return wanted if wanted.is_tractor else PaperFormat.TRACTOR_HALF


def prepare(
    content: Paper, *, device: str, wanted: PaperFormat = PaperFormat.A4, code: str = "", copy: CopyMark = _FIRST
) -> Prepared:
    """The sheet for a device; the same arguments give the same bytes.

    Raises:
        InvalidInput: `unprintable`, as printing.render.render; `device_address`.
    """
    paper_format = device_format(device, wanted)
    pdf = render(content, code=code, copy=copy, paper_format=paper_format)
    if not is_direct(device):
        return Prepared(pdf, pdf, paper_format)
    is_slip = parse_address(device).language is Language.ESCPOS
    rows = _rows(content, code, copy, paper_format, width=COLUMNS if is_slip else escp.COLUMNS)
    lacking = beyond_gbk(text_of(rows)) if rows else ""
    if rows is None or lacking:
        data = slip_raster(pdf) if is_slip else page_raster(pdf, paper_format=paper_format)
        return Prepared(pdf, data, paper_format, lacking)
    number = content.head.number
    data = slip_text(rows) if is_slip else page_text(rows, paper_format=paper_format, number=number)
    return Prepared(pdf, data, paper_format)


def _rows(content: Paper, code: str, copy: CopyMark, paper_format: PaperFormat, *, width: int) -> list[PlainRow] | None:
    rows = plain_rows(column_blocks(content, code=code, paper_format=paper_format), width=width)
    marks = (
        stand_in_seal(content.head).removesuffix("章"),
        f"补打 第{copy.reprint_no}次" if copy.reprint_no else "",
    )
    shown = [PlainLine(f"【{mark}】", "center", is_strong=True) for mark in marks if mark]
    return [*shown, *rows] if rows is not None else None
