"""Slips of 80 mm for the citizen's pocket: the short form of the papers that only confirm, and the queue ticket.

A slip says what the citizen comes back with: number, item, until when, whom to call, and the code. The paper itself,
with its list of materials and the seal, stays what the law asks for; the slip says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.domain.papers import AcceptanceNotice, BundledCase, Head, MaterialsReceipt, Paper, title
from printing.flow import Block, Gap, Para
from printing.formats import ROLL_SCALE
from printing.papers.closing import Proof, contacts
from printing.papers.parts import amendment
from printing.papers.wording import day, person
from printing.roll import code_blocks
from printing.sheet import Scale

_NO_PAPER = "本凭条是文书的摘要，凭文号可以查询、领取；盖章的文书以窗口出具的为准。"


@dataclass(frozen=True, slots=True)
class QueueTicket:
    """排队号: whose turn it is. `taken_at` as it is to be printed; `ahead` people wait before, None: not known."""

    ticket: str
    hall: str
    matter: str = ""
    window: str = ""
    taken_at: str = ""
    ahead: int | None = None


def has_slip(paper: Paper) -> bool:
    """Whether this kind of paper has a short form."""
    return type(paper) in _FIELDS


def slip_blocks(paper: Paper, proof: Proof, scale: Scale = ROLL_SCALE) -> list[Block]:
    """The short form from top to bottom. Raises KeyError for a kind that has none."""
    head = paper.head
    fields = [("事项", head.item_name), *_FIELDS[type(paper)](paper)]
    return [
        *([Para(head.authority, scale.head, align="center")] if head.authority else []),
        Para(title(paper), scale.title, align="center"),
        *([Para(head.number, scale.strong, align="center")] if head.number else []),
        *amendment(scale, head),
        Gap(scale.gap_mm),
        *(Para(f"{label}：{value}", scale.body, align="left") for label, value in fields if value),
        Gap(scale.gap_mm),
        *code_blocks(proof, scale),
        Para(contacts(head, proof), scale.small, align="left"),
        Gap(scale.gap_mm),
        Para(_closing_line(head), scale.small, align="left"),
    ]


def ticket_blocks(ticket: QueueTicket, scale: Scale = ROLL_SCALE) -> list[Block]:
    """The queue ticket: the number large enough to be read at arm's length."""
    large = scale.times(2.4).title
    lines = (
        ticket.matter,
        f"请到{ticket.window}号窗口" if ticket.window else "",
        f"前面等候：{ticket.ahead}人" if ticket.ahead is not None else "",
        f"取号时间：{ticket.taken_at}" if ticket.taken_at else "",
    )
    return [
        Para(ticket.hall, scale.head, align="center"),
        Para(ticket.ticket, large, align="center"),
        *(Para(line, scale.strong, align="center") for line in lines if line),
        Gap(scale.gap_mm),
        Para("请留意叫号，过号请到窗口重新排队。", scale.small, align="center"),
    ]


def _receipt(paper: MaterialsReceipt) -> list[tuple[str, str]]:
    return [
        ("申请人", person(paper.applicant)),
        ("代理人", person(paper.agent) if paper.agent else ""),
        ("办理机关", "" if paper.children else paper.handed_to),
        *_items(paper.children),
        ("收取材料", f"{len(paper.materials)}项"),
        ("收件日期", day(paper.received_on)),
        ("最迟告知", day(paper.notice_due_on) if paper.notice_due_on else ""),
        ("查询密码", paper.query_code),
    ]


def _acceptance(paper: AcceptanceNotice) -> list[tuple[str, str]]:
    return [
        ("申请人", person(paper.applicant)),
        ("代理人", person(paper.agent) if paper.agent else ""),
        ("受理日期", day(paper.accepted_on)),
        *_items(paper.children),
        ("承诺办结", day(paper.due_on) if paper.due_on else ""),
        ("后补材料", f"{len(paper.owed)}项：{'；'.join(line.name for line in paper.owed)}" if paper.owed else ""),
        ("领取方式", paper.delivery),
        ("查询密码", paper.query_code),
    ]


def _items(children: tuple[BundledCase, ...]) -> list[tuple[str, str]]:
    """The items of a 一件事, each on a line of its own with the number under which it is asked after."""
    return [(f"事项{number}", _item(child)) for number, child in enumerate(children, 1)]


def _item(child: BundledCase) -> str:
    where = f"{child.sent_away}，请向{child.authority}申请" if child.authority else child.sent_away
    return "　".join(text for text in (child.item_name, where if child.sent_away else "", child.case_number) if text)


def _closing_line(head: Head) -> str:
    if head.is_practice:
        return f"练习，没有法律效力。{_NO_PAPER}"
    return f"示例，没有法律效力。{_NO_PAPER}" if head.is_sample else _NO_PAPER


_FIELDS: dict[type[Any], Callable[[Any], list[tuple[str, str]]]] = {
    MaterialsReceipt: _receipt,
    AcceptanceNotice: _acceptance,
}
