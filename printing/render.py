"""A paper's content becomes its PDF: the one way in for screen, command line and print queue."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from desktop.domain.paper_code import content_hash
from desktop.domain.papers import (
    TEMPLATE_VERSION,
    AcceptanceNotice,
    CopyMark,
    CorrectionNotice,
    InformOnceSheet,
    MaterialsReceipt,
    NotRequiredNotice,
    Paper,
    RefusalNotice,
    encode,
    title,
)
from desktop.domain.papers_elsewhere import ElsewhereReceipt, JointSheet
from desktop.domain.papers_pledge import FilledSample
from printing.carried import FORMAT, Carried, check_code, encode_carried
from printing.flow import Block
from printing.fonts import FontBook, shipped_fonts
from printing.formats import ROLL_SCALE, PaperFormat, form_of
from printing.grid import cut_from
from printing.papers import (
    acceptance_notice,
    correction_notice,
    elsewhere_receipt,
    inform_once_sheet,
    joint_sheet,
    materials_receipt,
    not_required_notice,
    pledge,
    refusal_notice,
)
from printing.papers.check import CHECK_BLOCKS, CHECK_SINGLE
from printing.papers.closing import Proof
from printing.papers.course import COURSE_BLOCKS, COURSE_COPIES, COURSE_SINGLE
from printing.papers.guidance import GUIDANCE_BLOCKS, GUIDANCE_SINGLE
from printing.papers.report import REPORT_BLOCKS, REPORT_SINGLE
from printing.papers.service import SERVICE_BLOCKS, SERVICE_SINGLE
from printing.pdf import to_pdf
from printing.roll import lay_out_roll, narrow
from printing.sheet import APPLICANT_COPY, STUB, Marking, Scale, lay_out_copies, lay_out_single
from printing.slip import has_slip, slip_blocks
from printing.surface import Surface

_FIRST = CopyMark()
_BLOCKS: dict[type[Any], Callable[[Any, Scale, Proof], list[Block]]] = {
    MaterialsReceipt: materials_receipt.blocks,
    AcceptanceNotice: acceptance_notice.blocks,
    CorrectionNotice: correction_notice.blocks,
    RefusalNotice: refusal_notice.blocks,
    NotRequiredNotice: not_required_notice.blocks,
    InformOnceSheet: inform_once_sheet.blocks,
    **pledge.BLOCKS,
    **CHECK_BLOCKS,
    ElsewhereReceipt: elsewhere_receipt.blocks,
    JointSheet: joint_sheet.blocks,
    **COURSE_BLOCKS,
    **REPORT_BLOCKS,
    **GUIDANCE_BLOCKS,
    **SERVICE_BLOCKS,
}
_SINGLE: tuple[type[Any], ...] = (
    InformOnceSheet,
    *COURSE_SINGLE,
    *REPORT_SINGLE,
    *pledge.SINGLE,
    *CHECK_SINGLE,
    *GUIDANCE_SINGLE,
    *SERVICE_SINGLE,
)
"""Papers without a stub: what the citizen takes home, or hands in as the one original."""


def render(
    content: Paper,
    *,
    code: str = "",
    copy: CopyMark = _FIRST,
    book: FontBook | None = None,
    paper_format: PaperFormat = PaperFormat.A4,
) -> bytes:
    """The PDF of a paper; the same arguments give the same bytes. It carries its content, see printing.carried.

    Args:
        code: text of the QR code (PaperCode.text); empty for none.
        copy: says that this is a reprint.
        book: other fonts than the shipped ones.
        paper_format: what lies in the device.

    Raises:
        InvalidInput: `unprintable`: a character that no font has; `field` is its place, such as `applicant.name`.
    """
    carried = Carried(
        format=FORMAT,
        template=TEMPLATE_VERSION,
        content=msgspec.Raw(encode(content)),
        code=code,
        reprint_no=copy.reprint_no,
        paper_format=paper_format.value,
    )
    pages = lay_out(content, code=code, copy=copy, book=book, paper_format=paper_format)
    return to_pdf(pages, title=title(content), carried=encode_carried(carried))


def lay_out(
    content: Paper,
    *,
    code: str = "",
    copy: CopyMark = _FIRST,
    book: FontBook | None = None,
    paper_format: PaperFormat = PaperFormat.A4,
) -> Surface:
    """The pages of a paper before they become a PDF; see `render`."""
    fonts = book or shipped_fonts()
    require_printable(content, book=fonts)
    surface = Surface(fonts)
    marking = Marking(
        running=f"{title(content)} {content.head.number}".strip(),
        watermark=_watermark(content),
        reprint=f"补打 第{copy.reprint_no}次" if copy.reprint_no else "",
        copies=COURSE_COPIES.get(type(content), (STUB, APPLICANT_COPY)),
        number=content.head.number,
    )
    if paper_format.is_roll:
        lay_out_roll(surface, column_blocks(content, code=code, paper_format=paper_format), marking)
        return surface
    form = form_of(paper_format)
    surface.width_mm, surface.height_mm = form.width_mm, form.height_mm
    proof = _proof(content, code)

    def build(scale: Scale) -> list[Block]:
        return cut_from(_BLOCKS[type(content)](content, scale, proof), form.frame.height / 2)

    lay_out_sheet = lay_out_single if isinstance(content, _SINGLE) else lay_out_copies
    lay_out_sheet(surface, build, marking, form)
    return surface


def column_blocks(content: Paper, *, code: str = "", paper_format: PaperFormat = PaperFormat.ROLL) -> list[Block]:
    """A paper as one narrow column, for the roll and for printers that print text; see printing.roll.narrow."""
    proof = _proof(content, code)
    if paper_format is PaperFormat.SLIP and has_slip(content):
        return slip_blocks(content, proof)
    return narrow(_BLOCKS[type(content)](content, ROLL_SCALE, proof))


def require_printable(content: Paper, *, book: FontBook | None = None) -> None:
    """Refuse content with a character that cannot be printed, before the citizen waits for the paper.

    Raises:
        InvalidInput: `unprintable`, with `field` and `code_points`.
    """
    fonts = book or shipped_fonts()
    for field, text in _texts(msgspec.to_builtins(content), ""):
        fonts.require_printable(text, field=field)


def _proof(content: Paper, code: str) -> Proof:
    return Proof(code, check_code(content_hash(encode(content))))


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


def _watermark(content: Paper) -> str:
    """Practice is the stronger word: a practice paper is never a real one, whatever its catalogue."""
    if content.head.is_practice:
        return "练习"
    if isinstance(content, FilledSample):
        return "示范"
    return "示例" if content.head.is_sample else ""
