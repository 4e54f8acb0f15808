"""The end of a paper: who signs, where the seal goes, the code by which anyone can check it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.papers import Head
from printing.flow import Block, Gap, Together
from printing.fonts import Face
from printing.marks import Box, Type
from printing.papers.wording import day
from printing.qr import QUIET_MODULES
from printing.sheet import Scale
from printing.surface import Surface, qr_size_mm

_SEAL_WORD_GAP_MM = 0.8
_SMALLEST_CONTACTS = 0.8
_BESIDE_CODE_MM = 1.5
"""The white border of the code is part of it: what stands beside it begins as far down as its first module."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What lets anyone check the paper: text of its QR code, and the short code of its content beside it.

    With no text for the QR neither is printed: without a signature they would prove nothing.
    """

    code: str = ""
    check_code: str = ""


RECEIVED_BY = ("申请人（代理人）签收：", "日期：", "经办人：")
"""Who signs a notice: the applicant with the day of delivery, and the clerk."""


def ending(scale: Scale, head: Head, *, proof: Proof, signatures: Sequence[str] = RECEIVED_BY) -> list[Block]:
    """Signatures and closing, which stay on one page."""
    return _signed(scale, Closing(scale, head, proof), signatures)


def ending_unsealed(scale: Scale, head: Head, *, proof: Proof, signatures: Sequence[str]) -> list[Block]:
    """The end of a paper that stays in the house: nobody outside relies on it, so no seal is pressed."""
    return _signed(scale, CodeAndContacts(scale, head, proof), signatures)


def _signed(scale: Scale, closing: Block, signatures: Sequence[str]) -> list[Block]:
    above = (Signatures(scale, tuple(signatures)), Gap(scale.gap_mm)) if signatures else ()
    return [Together((*above, closing))]


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
class CodeAndContacts:
    """The code by which anyone can check the paper; beside it whom to ask, and where to complain."""

    scale: Scale
    head: Head
    proof: Proof

    def height(self, surface: Surface, width: float) -> float:
        """The higher of the two."""
        small, contact_width = self.scale.small, self._contact_width(width)
        style = self._contact_type(surface, contact_width)
        contacts = surface.paragraph_height(self._contacts, contact_width, style) + _BESIDE_CODE_MM
        return max(self._code_mm + (small.leading_mm if self.proof.code else 0), contacts)

    def draw(self, surface: Surface, box: Box) -> None:
        """Side by side."""
        scale = self.scale
        if self.proof.code:
            border = QUIET_MODULES * self.scale.module_mm
            surface.qr(self.proof.code, box.left - border, box.top, size_mm=self._code_mm)
            caption = Box(box.left - border, box.top + self._code_mm, self._code_mm, scale.small.leading_mm)
            surface.text("扫码核验", caption, scale.small, align="center")
        contact_width = self._contact_width(box.width)
        style = self._contact_type(surface, contact_width)
        contacts = surface.paragraph_height(self._contacts, contact_width, style)
        place = Box(box.left + self._code_mm + 2, box.top + _BESIDE_CODE_MM, contact_width, contacts)
        surface.paragraph(self._contacts, place, style, align="left")

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None

    @property
    def _contacts(self) -> str:
        return contacts(self.head, self.proof)

    def _contact_type(self, surface: Surface, width: float) -> Type:
        """Up to a fifth smaller before the number is broken: who copies it must see where it ends."""
        small = self.scale.small
        needed = surface.text_width(self.head.case_number, small)
        factor = max(_SMALLEST_CONTACTS, width / needed) if needed > width else 1.0
        return replace(small, size=small.size * factor, leading=small.leading * factor)

    @property
    def _code_mm(self) -> float:
        code = self.proof.code
        return qr_size_mm(code, module_mm=self.scale.module_mm) if code else 0.0

    def _contact_width(self, width: float) -> float:
        return width - self._code_mm - 4


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
        """The higher of its two sides."""
        seal_width = self._seal_width(width)
        left = self._left.height(surface, width - seal_width)
        return max(self.scale.seal_mm, self._seal_height(surface, seal_width), left)

    def draw(self, surface: Surface, box: Box) -> None:
        """Two sides side by side."""
        seal_width = self._seal_width(box.width)
        self._left.draw(surface, Box(box.left, box.top, box.width - seal_width, box.height))
        self._draw_seal(surface, Box(box.right - seal_width, box.top, seal_width, box.height))

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None

    @property
    def _left(self) -> CodeAndContacts:
        return CodeAndContacts(self.scale, self.head, self.proof)

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

    def _seal_width(self, width: float) -> float:
        return width * 0.42


def contacts(head: Head, proof: Proof) -> str:
    """Who made the paper and where to ask, one line each; beside a QR code its check code too."""
    lines = (
        f"{head.hall} {head.window}号窗口".strip() if head.window else head.hall,
        f"经办人：{head.clerk}" if head.clerk else "",
        f"咨询电话：{head.service_phone}" if head.service_phone else "",
        f"监督投诉：{head.complaint_phone}" if head.complaint_phone else "",
        f"办件编号：{head.case_number}" if head.case_number else "",
        f"校验码：{proof.check_code}" if proof.code else "",
    )
    return "\n".join(line for line in lines if line)


def stand_in_seal(head: Head) -> str:
    """The word in the place of the seal where none may stand; empty on a real paper."""
    if head.is_practice:
        return "练习章"
    return "示例章" if head.is_sample else ""
