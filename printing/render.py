"""A paper's content becomes its PDF: the one way in for screen, command line and print queue."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from desktop.domain.paper_code import content_hash
from desktop.domain.papers import (
    AcceptanceNotice,
    CopyMark,
    CorrectionNotice,
    Head,
    InformOnceSheet,
    MaterialsReceipt,
    NotRequiredNotice,
    Paper,
    RefusalNotice,
    encode,
    title,
)
from printing.carried import FORMAT, Carried, check_code, encode_carried
from printing.flow import Block
from printing.fonts import FontBook, shipped_fonts
from printing.papers import (
    acceptance_notice,
    correction_notice,
    inform_once_sheet,
    materials_receipt,
    not_required_notice,
    refusal_notice,
)
from printing.papers.closing import Proof
from printing.pdf import to_pdf
from printing.sheet import Marking, Scale, lay_out_copies, lay_out_single
from printing.surface import Surface

TEMPLATE_VERSION = 1
"""Raised with every change that alters the bytes of a paper; kept with its print, so that a difference is explained."""

_FIRST = CopyMark()
_BLOCKS: dict[type[Any], Callable[[Any, Scale, Proof], list[Block]]] = {
    MaterialsReceipt: materials_receipt.blocks,
    AcceptanceNotice: acceptance_notice.blocks,
    CorrectionNotice: correction_notice.blocks,
    RefusalNotice: refusal_notice.blocks,
    NotRequiredNotice: not_required_notice.blocks,
    InformOnceSheet: inform_once_sheet.blocks,
}


def render(content: Paper, *, code: str = "", copy: CopyMark = _FIRST, book: FontBook | None = None) -> bytes:
    """The PDF of a paper; the same arguments give the same bytes. It carries its content, see printing.carried.

    Args:
        code: text of the QR code (PaperCode.text); empty for none.
        copy: says that this is a reprint.
        book: other fonts than the shipped ones.

    Raises:
        InvalidInput: `unprintable`: a character that no font has; `field` is its place, such as `applicant.name`.
    """
    carried = Carried(
        format=FORMAT,
        template=TEMPLATE_VERSION,
        content=msgspec.Raw(encode(content)),
        code=code,
        reprint_no=copy.reprint_no,
    )
    pages = lay_out(content, code=code, copy=copy, book=book)
    return to_pdf(pages, title=title(content), carried=encode_carried(carried))


def lay_out(content: Paper, *, code: str = "", copy: CopyMark = _FIRST, book: FontBook | None = None) -> Surface:
    """The pages of a paper before they become a PDF; see `render`."""
    fonts = book or shipped_fonts()
    require_printable(content, book=fonts)
    surface = Surface(fonts)
    marking = Marking(
        running=f"{title(content)} {content.head.number}".strip(),
        watermark=_watermark(content.head),
        reprint=f"补打 第{copy.reprint_no}次" if copy.reprint_no else "",
    )
    make_blocks = _BLOCKS[type(content)]
    proof = Proof(code, check_code(content_hash(encode(content))))
    lay_out_sheet = lay_out_single if isinstance(content, InformOnceSheet) else lay_out_copies
    lay_out_sheet(surface, lambda scale: make_blocks(content, scale, proof), marking)
    return surface


def require_printable(content: Paper, *, book: FontBook | None = None) -> None:
    """Refuse content with a character that cannot be printed, before the citizen waits for the paper.

    Raises:
        InvalidInput: `unprintable`, with `field` and `code_points`.
    """
    fonts = book or shipped_fonts()
    for field, text in _texts(msgspec.to_builtins(content), ""):
        fonts.require_printable(text, field=field)


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Every text in the content with its path: `materials.0.note`."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, f"{path}.{number}")


def _watermark(head: Head) -> str:
    """Practice is the stronger word: a practice paper is never a real one, whatever its catalogue."""
    if head.is_practice:
        return "练习"
    return "示例" if head.is_sample else ""
