"""What granting and denying have in common: course, facts, basis, reasons, who examined (行政许可法 34, 38)."""

from collections.abc import Sequence

from desktop.domain.papers_course import DenialDecision, GrantDecision
from printing.flow import Block, Gap, Para
from printing.papers.parts import Field, body
from printing.papers.wording import application, day, full_stop, you
from printing.sheet import Scale

EXAMINERS = "审查人员"


def findings(scale: Scale, paper: GrantDecision | DenialDecision) -> list[Block]:
    """To whom, what was applied for and when, what was found, under which rule, and why it leads to the decision."""
    applied = f"于{day(paper.applied_on)}" if paper.applied_on else ""
    opening = (
        f"{you(paper.applicant)}{applied}提出的{application(paper.head.item_name)}，"
        f"本机关于{day(paper.accepted_on)}依法受理，现已审查终结。"
    )
    return [
        Para(f"{paper.applicant.name}：", scale.body),
        *body(
            scale,
            opening,
            _labelled("查明事实", paper.facts),
            _labelled("法律依据", paper.basis),
            _labelled("决定理由", paper.reasons),
        ),
    ]


def decided(scale: Scale, sentence: str) -> list[Block]:
    """The decision itself, stronger than what leads to it."""
    return [Para(sentence, scale.strong, indent_em=2), Gap(scale.gap_mm)]


def examiners(names: Sequence[str]) -> Field:
    """Two at least, where the substance was checked (行政许可法 34)."""
    return Field(EXAMINERS, "、".join(names))


def _labelled(label: str, text: str) -> str:
    return f"{label}：{full_stop(text)}" if text else ""
