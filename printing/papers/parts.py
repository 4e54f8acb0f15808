"""Parts of which papers are made: heading, fields, lists of materials, signatures, closing with seal and code."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.papers import Head, MaterialLine, Party
from printing.flow import Block, Gap, Para, Together
from printing.fonts import Face
from printing.grid import SIDE_MM, Cell, Grid, Row
from printing.marks import Box, Type
from printing.papers.wording import day, person
from printing.qr import QUIET_MODULES
from printing.sheet import Scale
from printing.surface import Align, Surface, qr_size_mm

_LABEL_SHARE, _VALUE_SHARE = 15.0, 35.0
_SEAL_WORD_GAP_MM = 0.8


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value of the table on top of a paper; left out when the value is empty."""

    label: str
    value: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """What lets anyone check the paper: text of its QR code, and the short code of its content beside it.

    With no text for the QR neither is printed: without a signature they would prove nothing.
    """

    code: str = ""
    check_code: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list of materials: left out when every value is empty."""

    title: str
    values: tuple[str, ...]
    share: float
    align: Align = "left"


def heading(scale: Scale, head: Head, title: str) -> list[Block]:
    """In whose name, what, and its number (行政许可法 24: the authority that decides, not who takes the papers in)."""
    name: list[Block] = [Para(head.authority, scale.head, align="center")] if head.authority else []
    number: list[Block] = [Para(head.number, scale.small, align="right")] if head.number else []
    return [*name, Para(title, scale.title, align="center"), *number, Gap(scale.gap_mm / 2)]


def parties(applicant: Party, agent: Party | None) -> list[Field]:
    """Applicant and agent, each in a row with document and telephone."""
    return [Field("申请人", person(applicant)), Field("代理人", person(agent) if agent else "")]


def field_table(scale: Scale, fields: Sequence[Field]) -> list[Block]:
    """The fields that have a value, in order; two short neighbours share a row. Nothing if none has a value."""
    rows: list[Row] = []
    waiting: Field | None = None
    for field in (field for field in fields if field.value):
        is_short = _fits_half_row(scale, field)
        if is_short and waiting:
            rows.append(_field_row(scale, waiting, field))
            waiting = None
            continue
        rows += [_field_row(scale, waiting)] if waiting else []
        waiting = field if is_short else None
        rows += [] if is_short else [_field_row(scale, field)]
    if waiting:
        rows.append(_field_row(scale, waiting))
    if not rows:
        return []
    shares = (_LABEL_SHARE, _VALUE_SHARE, _LABEL_SHARE, _VALUE_SHARE)
    return [Grid(shares, tuple(rows), pad_mm=scale.pad_mm), Gap(scale.gap_mm)]


def material_table(scale: Scale, heading_text: str, columns: Sequence[Column]) -> list[Block]:
    """A numbered list under a line of text, which stays with its first row; nothing for no materials."""
    shown = [column for column in columns if any(column.values)]
    if not shown:
        return []
    header = (_shaded(scale, "序号"), *(_shaded(scale, column.title) for column in shown))
    rows = tuple(
        (
            Cell(str(number), scale.cell, align="center"),
            *(Cell(value, scale.cell, align=column.align) for column, value in zip(shown, values, strict=True)),
        )
        for number, values in enumerate(zip(*(column.values for column in shown), strict=True), start=1)
    )
    grid = Grid((11.0, *(column.share for column in shown)), rows, header=(header,), pad_mm=scale.pad_mm)
    return [Together((Para(heading_text, scale.strong), Gap(scale.gap_mm / 2), grid)), Gap(scale.gap_mm)]


def names(materials: Sequence[MaterialLine]) -> tuple[str, ...]:
    """Names of the materials, in order."""
    return tuple(material.name for material in materials)


def body(scale: Scale, *paragraphs: str) -> list[Block]:
    """Paragraphs with the first line two characters in; empty ones are left out."""
    shown: list[Block] = [Para(text, scale.body, indent_em=2) for text in paragraphs if text]
    return [*shown, Gap(scale.gap_mm)] if shown else []


RECEIVED_BY = ("申请人（代理人）签收：", "日期：", "经办人：")
"""Who signs a notice: the applicant with the day of delivery, and the clerk."""


def ending(scale: Scale, head: Head, *, proof: Proof, signatures: Sequence[str] = RECEIVED_BY) -> list[Block]:
    """Signatures and closing, which stay on one page."""
    closing: list[Block] = [Closing(scale, head, proof)]
    if signatures:
        closing = [Signatures(scale, tuple(signatures)), Gap(scale.gap_mm), *closing]
    return [Together(tuple(closing))]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, side by side; each begins with who signs; all have the same room for a pen."""

    scale: Scale
    labels: tuple[str, ...]

    def height(self, surface: Surface, width: float) -> float:
        """Room for a pen."""
        return self.scale.body.leading_mm * 1.25

    def draw(self, surface: Surface, box: Box) -> None:
        """Label, then a rule to the end of its part of the line."""
        style = self.scale.cell
        top = box.bottom - style.leading_mm
        widths = [surface.text_width(label, style) for label in self.labels]
        space = 4.0 * (len(self.labels) - 1)
        rule = (box.width - sum(widths) - space) / len(self.labels)
        left = box.left
        for label, width in zip(self.labels, widths, strict=True):
            surface.text(label, Box(left, top, width, style.leading_mm), style)
            surface.rule(left + width, box.bottom - 0.6, left + width + rule, box.bottom - 0.6)
            left += width + rule + 4.0

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None


@dataclass(frozen=True, slots=True)
class Closing:
    """Code and contacts on the left; authority, date and room for the seal on the right.

    Seal and date are what makes acceptance and refusal valid (行政许可法 32, last paragraph). The seal is pressed on
    name and date (GB/T 9704-2012, 7.3.5.1), so both stand in the middle of its room. A paper of a sample hall or of
    practice has a square box there: nobody can take it for a seal, and nobody needs to press one on it.
    """

    scale: Scale
    head: Head
    proof: Proof

    def height(self, surface: Surface, width: float) -> float:
        """The highest of its three parts."""
        small = self.scale.small
        seal = self._seal_height(surface, self._seal_width(width))
        contacts = surface.paragraph_height(self._contacts, self._contact_width(width), small)
        return max(self.scale.seal_mm, seal, self._code_mm + (small.leading_mm if self.proof.code else 0), contacts)

    def draw(self, surface: Surface, box: Box) -> None:
        """Three parts side by side."""
        scale = self.scale
        if self.proof.code:
            border = QUIET_MODULES * self.scale.module_mm
            surface.qr(self.proof.code, box.left - border, box.top, size_mm=self._code_mm)
            caption = Box(box.left - border, box.top + self._code_mm, self._code_mm, scale.small.leading_mm)
            surface.text("扫码核验", caption, scale.small, align="center")
        contact_width = self._contact_width(box.width)
        contacts = surface.paragraph_height(self._contacts, contact_width, scale.small)
        left = box.left + self._code_mm + 2
        surface.paragraph(self._contacts, Box(left, box.top + 2, contact_width, contacts), scale.small, align="left")
        seal_width = self._seal_width(box.width)
        self._draw_seal(surface, Box(box.right - seal_width, box.top, seal_width, box.height))

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None

    def _draw_seal(self, surface: Surface, box: Box) -> None:
        """Name and date in the middle of the seal's room, under them where the seal goes or what stands for it."""
        top = box.top + max(self.scale.seal_mm - self._seal_height(surface, box.width), 0) / 2
        for text in (self.head.authority, day(self.head.issued_on)):
            top += surface.paragraph(text, Box(box.left, top, box.width, box.height), self.scale.body, align="center")
        word, style = self._seal_word
        line = Box(box.left, top + _SEAL_WORD_GAP_MM, box.width, style.leading_mm)
        surface.text(word, line, style, align="center")
        if stand_in_seal(self.head):
            frame = surface.text_width(word, style) + 6
            surface.box(Box(box.left + (box.width - frame) / 2, line.top - 0.6, frame, line.height + 1.2), line=1.2)

    def _seal_height(self, surface: Surface, width: float) -> float:
        texts = (self.head.authority, day(self.head.issued_on))
        lines = sum(surface.paragraph_height(text, width, self.scale.body) for text in texts)
        return lines + 2 * _SEAL_WORD_GAP_MM + self._seal_word[1].leading_mm

    @property
    def _seal_word(self) -> tuple[str, Type]:
        stand_in = stand_in_seal(self.head)
        if stand_in:
            return stand_in, replace(self.scale.strong, face=Face.SANS_BOLD)
        return "（专用印章）", replace(self.scale.small, gray=0.4)

    @property
    def _contacts(self) -> str:
        head = self.head
        lines = (
            f"{head.hall} {head.window}号窗口",
            f"经办人：{head.clerk}" if head.clerk else "",
            f"咨询电话：{head.service_phone}" if head.service_phone else "",
            f"监督投诉：{head.complaint_phone}" if head.complaint_phone else "",
            f"办件编号：{head.case_number}" if head.case_number else "",
            f"校验码：{self.proof.check_code}" if self.proof.code else "",
        )
        return "\n".join(line for line in lines if line)

    @property
    def _code_mm(self) -> float:
        code = self.proof.code
        return qr_size_mm(code, module_mm=self.scale.module_mm) if code else 0.0

    def _seal_width(self, width: float) -> float:
        return width * 0.42

    def _contact_width(self, width: float) -> float:
        return width - self._seal_width(width) - self._code_mm - 4


def stand_in_seal(head: Head) -> str:
    """The word in the place of the seal where none may stand; empty on a real paper."""
    if head.is_practice:
        return "练习章"
    return "示例章" if head.is_sample else ""


def _field_row(scale: Scale, *fields: Field) -> Row:
    span = 1 if len(fields) == 2 else 3
    return tuple(
        cell
        for field in fields
        for cell in (
            Cell(field.label, scale.cell, align="center", is_shaded=True),
            Cell(field.value, scale.cell_strong if field.is_strong else scale.cell, span=span),
        )
    )


def _shaded(scale: Scale, text: str) -> Cell:
    return Cell(text, scale.cell, align="center", is_shaded=True)


def _fits_half_row(scale: Scale, field: Field) -> bool:
    """Whether the value stands on one line beside another field; letters and digits are about half as wide as Han."""
    style = scale.cell_strong if field.is_strong else scale.cell
    ems = sum(1.0 if character >= "\u2e80" else 0.58 for character in field.value)
    return ems * style.em_mm <= scale.width_mm * _VALUE_SHARE / 100 - 2 * SIDE_MM
