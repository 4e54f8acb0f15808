"""Parts of which papers are made: heading, fields, lists of materials, signatures, closing with seal and code."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.papers import Head, MaterialLine, Party
from printing.flow import Block, Gap, Para, Together
from printing.grid import Cell, Grid, Row
from printing.marks import Box
from printing.papers.wording import day
from printing.sheet import Scale
from printing.surface import Surface, qr_size_mm

_LABEL_SHARE, _VALUE_SHARE = 15.0, 35.0


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value of the table on top of a paper; left out when the value is empty."""

    label: str
    value: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list of materials: left out when every value is empty."""

    title: str
    values: tuple[str, ...]
    share: float


def heading(scale: Scale, head: Head, title: str) -> list[Block]:
    """In whose name, what, and its number (行政许可法 24: the authority that decides, not who takes the papers in)."""
    name: list[Block] = [Para(head.authority, scale.head, align="center")] if head.authority else []
    number: list[Block] = [Para(head.number, scale.small, align="right")] if head.number else []
    return [*name, Para(title, scale.title, align="center"), *number, Gap(scale.gap_mm / 2)]


def parties(applicant: Party, agent: Party | None) -> list[Field]:
    """Applicant, document, telephone, agent."""
    fields = [
        Field("申请人", applicant.name),
        Field(applicant.id_kind or "证件号码", applicant.id_masked),
        Field("联系电话", applicant.phone_masked),
    ]
    if agent:
        fields += [
            Field("代理人", agent.name),
            Field(f"代理人{agent.id_kind or '证件'}", agent.id_masked),
            Field("代理人电话", agent.phone_masked),
        ]
    return fields


def field_table(scale: Scale, fields: Sequence[Field]) -> list[Block]:
    """The fields that have a value, two in a row where both are short; nothing if there are none."""
    rows: list[Row] = []
    waiting: Field | None = None
    for field in (field for field in fields if field.value):
        if _width_em(field.value) > _half_row_em(scale):
            rows += [_field_row(scale, waiting)] if waiting else []
            rows.append(_field_row(scale, field))
            waiting = None
        elif waiting:
            rows.append(_field_row(scale, waiting, field))
            waiting = None
        else:
            waiting = field
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
            *(Cell(value, scale.cell) for value in values),
        )
        for number, values in enumerate(zip(*(column.values for column in shown), strict=True), start=1)
    )
    grid = Grid((9.0, *(column.share for column in shown)), rows, header=(header,), pad_mm=scale.pad_mm)
    return [Together((Para(heading_text, scale.strong), Gap(scale.gap_mm / 2), grid)), Gap(scale.gap_mm)]


def names(materials: Sequence[MaterialLine]) -> tuple[str, ...]:
    """Names of the materials, in order."""
    return tuple(material.name for material in materials)


def body(scale: Scale, *paragraphs: str) -> list[Block]:
    """Paragraphs with the first line two characters in; empty ones are left out."""
    shown: list[Block] = [Para(text, scale.body, indent_em=2) for text in paragraphs if text]
    return [*shown, Gap(scale.gap_mm)] if shown else []


def ending(scale: Scale, head: Head, *, code: str, signatures: Sequence[str]) -> list[Block]:
    """Signatures and closing, which stay on one page."""
    closing: list[Block] = [Closing(scale, head, code)]
    if signatures:
        closing = [Signatures(scale, tuple(signatures)), Gap(scale.gap_mm), *closing]
    return [Together(tuple(closing))]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, side by side; each begins with who signs."""

    scale: Scale
    labels: tuple[str, ...]

    def height(self, surface: Surface, width: float) -> float:
        """Room for a pen."""
        return self.scale.body.leading_mm * 1.25

    def draw(self, surface: Surface, box: Box) -> None:
        """Label, then a rule to the end of its part of the line."""
        style = self.scale.cell
        part = box.width / len(self.labels)
        top = box.bottom - style.leading_mm
        for number, label in enumerate(self.labels):
            left = box.left + number * part
            width = surface.text(label, Box(left, top, part, style.leading_mm), style)
            rule_top = box.bottom - 0.6
            surface.rule(left + width + 1, rule_top, left + part - 4, rule_top)

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None


@dataclass(frozen=True, slots=True)
class Closing:
    """Code and contacts on the left; authority, date and room for the seal on the right.

    Seal and date are what makes acceptance and refusal valid (行政许可法 32, last paragraph). The seal is pressed on
    name and date (GB/T 9704-2012, 7.3.5.1), so both stand in the middle of its room.
    """

    scale: Scale
    head: Head
    code: str

    def height(self, surface: Surface, width: float) -> float:
        """The highest of its three parts."""
        small = self.scale.small
        contacts = surface.paragraph_height(self._contacts, self._contact_width(width), small)
        return max(self.scale.seal_mm, self._code_mm + (small.leading_mm if self.code else 0), contacts)

    def draw(self, surface: Surface, box: Box) -> None:
        """Three parts side by side."""
        scale = self.scale
        if self.code:
            surface.qr(self.code, box.left, box.top, size_mm=self._code_mm)
            caption = Box(box.left, box.top + self._code_mm, self._code_mm, scale.small.leading_mm)
            surface.text("扫码核验", caption, scale.small, align="center")
        contact_width = self._contact_width(box.width)
        contacts = surface.paragraph_height(self._contacts, contact_width, scale.small)
        left = box.left + self._code_mm + 2
        surface.paragraph(self._contacts, Box(left, box.top + 2, contact_width, contacts), scale.small, align="left")
        self._draw_seal(surface, Box(box.right - self._seal_width(box.width), box.top, 0, box.height), box.right)

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None

    def _draw_seal(self, surface: Surface, box: Box, right: float) -> None:
        style, width = self.scale.body, right - box.left
        name = surface.paragraph_height(self.head.authority, width, style)
        top = box.top + (self.scale.seal_mm - name - 2 * style.leading_mm) / 2
        for text in (self.head.authority, day(self.head.issued_on), "（专用印章）"):
            top += surface.paragraph(text, Box(box.left, top, width, name), style, align="center")

    @property
    def _contacts(self) -> str:
        head = self.head
        lines = (
            f"{head.hall} {head.window}号窗口",
            f"经办人：{head.clerk}" if head.clerk else "",
            f"咨询电话：{head.service_phone}" if head.service_phone else "",
            f"监督投诉：{head.complaint_phone}" if head.complaint_phone else "",
            f"办件编号：{head.case_number}" if head.case_number else "",
        )
        return "\n".join(line for line in lines if line)

    @property
    def _code_mm(self) -> float:
        return qr_size_mm(self.code, module_mm=self.scale.module_mm) if self.code else 0.0

    def _seal_width(self, width: float) -> float:
        return width * 0.42

    def _contact_width(self, width: float) -> float:
        return width - self._seal_width(width) - self._code_mm - 4


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


def _width_em(text: str) -> float:
    """About how many Han characters wide; letters and digits count half."""
    return sum(1.0 if character >= "\u2e80" else 0.55 for character in text)


def _half_row_em(scale: Scale) -> float:
    """So many Han characters fit into a value that shares its row."""
    return 11.0 if scale.cell.size >= 12 else 15.0
