"""Pages of marks become a PDF: the same pages give the same bytes, in any process."""

from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from printing.carried import ATTACHMENT
from printing.fonts import Face, FontBook
from printing.marks import (
    POINTS_PER_MM,
    Box,
    BoxMark,
    ImageMark,
    Mark,
    QrMark,
    RuleMark,
    TextMark,
    WatermarkMark,
)
from printing.qr import QUIET_MODULES, QrCode
from printing.surface import Surface

WATERMARK_DEGREES = 35
"""How steeply a watermark rises."""


def to_pdf(surface: Surface, *, title: str, carried: bytes = b"") -> bytes:
    """The whole document. No author, no clock, no font of the reader's machine; text can be copied and searched.

    Args:
        carried: attached as a file of its own, compressed; nothing if empty.
    """
    out = BytesIO()
    # Otherwise every page asks for Helvetica, which is not embedded. (The stubs take the name for a size.)
    first_font: Any = surface.book.chain(Face.SERIF).main_font
    canvas = Canvas(
        out,
        pagesize=(surface.width_mm * POINTS_PER_MM, surface.height_mm * POINTS_PER_MM),
        invariant=1,
        pageCompression=1,
        initialFontName=first_font,
        lang="zh-CN",
    )
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("")
    writer = _Writer(canvas, surface.book, surface.height_mm)
    for page in surface.pages:
        for mark in page:
            writer.draw(mark)
        canvas.showPage()
    if carried:
        _attach(canvas, carried)
    canvas.save()
    return out.getvalue()


class _Writer:
    """Draws marks on one reportlab canvas, whose origin is at the bottom left, in points."""

    def __init__(self, canvas: Canvas, book: FontBook, height_mm: float) -> None:
        self._canvas = canvas
        self._book = book
        self._height_mm = height_mm
        self._codes: dict[QrCode, str] = {}

    def draw(self, mark: Mark) -> None:
        """Put one mark on the current page."""
        match mark:
            case TextMark():
                self._text(mark)
            case RuleMark():
                self._rule(mark)
            case BoxMark():
                self._box(mark)
            case QrMark():
                self._qr(mark)
            case ImageMark():
                x, y, width, height = self._place(mark.box)
                self._canvas.drawImage(ImageReader(BytesIO(mark.data)), x, y, width, height, mask="auto")
            case WatermarkMark():
                self._watermark(mark)

    def _up(self, top_mm: float) -> float:
        return (self._height_mm - top_mm) * POINTS_PER_MM

    def _place(self, box: Box) -> tuple[float, float, float, float]:
        return (
            box.left * POINTS_PER_MM,
            self._up(box.bottom),
            box.width * POINTS_PER_MM,
            box.height * POINTS_PER_MM,
        )

    def _text(self, mark: TextMark) -> None:
        line = self._canvas.beginText()
        line.setTextOrigin(mark.box.left * POINTS_PER_MM, self._up(mark.box.top + mark.type.baseline_mm))
        line.setFillGray(mark.type.gray)
        chain = self._book.chain(mark.type.face)
        for piece, space in _pieces(mark.tokens, mark.gap):
            line.setCharSpace(space)
            for run in chain.runs(piece):
                line.setFont(run.font, mark.type.size)
                line.textOut(run.text)
        self._canvas.drawText(line)

    def _rule(self, mark: RuleMark) -> None:
        canvas = self._canvas
        canvas.setLineWidth(mark.width)
        canvas.setDash(list(mark.dash))
        canvas.setStrokeGray(mark.gray)
        canvas.line(mark.left * POINTS_PER_MM, self._up(mark.top), mark.right * POINTS_PER_MM, self._up(mark.bottom))

    def _box(self, mark: BoxMark) -> None:
        canvas = self._canvas
        canvas.setLineWidth(mark.line)
        canvas.setDash([])
        canvas.setStrokeGray(0)
        if mark.fill is not None:
            canvas.setFillGray(mark.fill)
        stroke, fill = int(mark.line > 0), int(mark.fill is not None)
        if mark.radius_mm:
            canvas.roundRect(*self._place(mark.box), mark.radius_mm * POINTS_PER_MM, stroke=stroke, fill=fill)
        else:
            canvas.rect(*self._place(mark.box), stroke=stroke, fill=fill)

    def _qr(self, mark: QrMark) -> None:
        """In whole modules under one scale, and drawn once however many copies show it: a tenth of the bytes."""
        canvas = self._canvas
        side = mark.code.modules + 2 * QUIET_MODULES
        # Named by its order: a hash would change with the process.
        form = self._codes.setdefault(mark.code, f"code{len(self._codes)}")
        if not canvas.hasForm(form):
            canvas.beginForm(form, 0, 0, side, side)
            path: PDFPathObject = canvas.beginPath()
            for bar in mark.code.bars:
                path.rect(bar.column + QUIET_MODULES, side - QUIET_MODULES - bar.row - 1, bar.length, 1)
            canvas.drawPath(path, stroke=0, fill=1)
            canvas.endForm()
        x, y, width, height = self._place(mark.box)
        canvas.saveState()
        canvas.setFillGray(0)
        canvas.translate(x, y)
        canvas.scale(width / side, height / side)
        canvas.doForm(form)
        canvas.restoreState()

    def _watermark(self, mark: WatermarkMark) -> None:
        canvas, style = self._canvas, mark.type
        chain = self._book.chain(style.face)
        canvas.saveState()
        canvas.translate(
            (mark.box.left + mark.box.width / 2) * POINTS_PER_MM, self._up(mark.box.top + mark.box.height / 2)
        )
        canvas.rotate(WATERMARK_DEGREES)
        line = canvas.beginText(-chain.width(mark.text, style.size) / 2, -style.size * 0.38)
        line.setFillGray(style.gray)
        for run in chain.runs(mark.text):
            line.setFont(run.font, style.size)
            line.textOut(run.text)
        canvas.drawText(line)
        canvas.restoreState()


def _attach(canvas: Any, data: bytes) -> None:
    """An attached file (PDF 32000-1, 7.11.4); reportlab has the objects, but no call for it, and no stubs."""
    document = canvas._doc
    name = pdfdoc.PDFString(ATTACHMENT)
    stream = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("EmbeddedFile")}), data, [pdfdoc.PDFZCompress]
    )
    file = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Filespec"),
            "F": name,
            "UF": name,
            "EF": pdfdoc.PDFDictionary({"F": document.Reference(stream)}),
            "AFRelationship": pdfdoc.PDFName("Data"),
        }
    )
    files = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray([name, document.Reference(file)])})
    document.Catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": files})


def _pieces(units: tuple[str, ...], gap: float) -> list[tuple[str, float]]:
    """The line cut where the space after a character changes: words keep theirs, the gap stands between tokens."""
    if not gap:
        return [("".join(units), 0.0)] if units else []
    pieces: list[tuple[str, float]] = []
    for unit in units:
        for text, space in ((unit[:-1], 0.0), (unit[-1:], gap)):
            if text and pieces and pieces[-1][1] == space:
                pieces[-1] = (pieces[-1][0] + text, space)
            elif text:
                pieces.append((text, space))
    return pieces
