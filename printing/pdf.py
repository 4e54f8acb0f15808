"""Pages of marks become a PDF: the same pages give the same bytes, in any process."""

import zlib
from collections.abc import Sequence
from io import BytesIO
from itertools import takewhile
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from printing.carried import ATTACHMENT
from printing.fonts import Face
from printing.marks import POINTS_PER_MM, Mark
from printing.pdf_page import PageWriter
from printing.surface import Surface


def to_pdf(surface: Surface, *, title: str, carried: bytes = b"") -> bytes:
    """The whole document. No author, no clock, no font of the reader's machine; text can be copied and searched.

    Args:
        carried: attached as a file of its own, compressed; nothing if empty.
    """
    _write_densely()
    out = BytesIO()
    # Otherwise every page asks for Helvetica, which is not embedded. (The stubs take the name for a size.)
    first_font: Any = surface.book.chain(Face.SERIF).main_font
    size = (surface.width_mm * POINTS_PER_MM, surface.height_mm * POINTS_PER_MM)
    canvas = Canvas(
        out,
        pagesize=size,
        invariant=1,
        pageCompression=1,
        initialFontName=first_font,
        lang="zh-CN",
    )
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("")
    writer = PageWriter(canvas, surface.book, surface.height_mm)
    common = _common_marks(surface.pages)
    for number, page in enumerate(surface.pages):
        twin, count = common.get(number, (number, 0))
        if count and twin == number:
            canvas.beginForm(f"copy{twin}", 0, 0, *size)
            writer.write(page[:count])
            canvas.endForm()
        if count:
            canvas.doForm(f"copy{twin}")
        writer.write(page[count:])
        canvas.showPage()
    if carried:
        _attach(canvas, carried)
    canvas.save()
    return out.getvalue()


def _common_marks(pages: Sequence[Sequence[Mark]]) -> dict[int, tuple[int, int]]:
    """For each page of a copy that is repeated: the first such page, and how many marks both begin with.

    Marks are told by identity: what was laid out once is drawn once. Pages are counted from 0.
    """
    by_first_mark: dict[int, int] = {}
    found: dict[int, tuple[int, int]] = {}
    for number, page in enumerate(pages):
        twin = by_first_mark.setdefault(id(page[0]), number) if page else number
        if twin != number and twin not in found:
            pairs = zip(pages[twin], page, strict=False)
            count = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], pairs))
            found[twin] = found[number] = (twin, count)
    return found


def _write_densely() -> None:
    """Make reportlab write bytes as bytes: by its default a quarter is added, so that they pass through mail of 1990.

    Its settings hold for the whole process; setting them again changes nothing.
    """
    rl_config.useA85 = 0
    rl_config.pdfMultiLine = 0
    rl_config.pdfComments = 0
    densest: Any = pdfdoc.PDFZCompress
    densest.encode = _compressed


def _compressed(data: str | bytes) -> bytes:
    return zlib.compress(data.encode("utf-8") if isinstance(data, str) else data, 9)


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
