"""送达回证: a form that the recipient signs when the result is handed over; it stays in the file (handbook 1.6)."""

from desktop.domain.papers import title
from desktop.domain.papers_course import DeliveryReceipt
from printing.flow import Block
from printing.papers.closing import Proof, ending
from printing.papers.parts import Column, Field, body, field_table, heading, material_table, names
from printing.papers.pen_forms import PEN, form_table
from printing.papers.wording import day, person
from printing.sheet import Scale

_NOTE = "受送达人本人签收；由他人代收的，应当注明代收原因，并由代收人签名。邮寄送达的，附邮寄凭证。"

_DAY = "　　　年　　月　　日"


def blocks(paper: DeliveryReceipt, scale: Scale, proof: Proof) -> list[Block]:
    """The form from top to bottom; what is not known yet is left for the pen."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *material_table(scale, f"送达内容（{len(paper.delivered)}项）", _columns(paper)),
        *form_table(scale, _rows(paper)),
        *body(scale, _NOTE),
        *ending(scale, paper.head, proof=proof, signatures=()),
    ]


def _fields(paper: DeliveryReceipt) -> list[Field]:
    return [
        Field("事项名称", paper.head.item_name),
        Field("办件编号", paper.head.case_number),
        Field("受送达人", person(paper.recipient), is_strong=True),
        Field("代理人", person(paper.agent) if paper.agent else ""),
    ]


def _columns(paper: DeliveryReceipt) -> list[Column]:
    return [
        Column("文书、证件名称", names(paper.delivered), 50),
        Column("文号", tuple(line.note for line in paper.delivered), 50),
        Column("份数", tuple(line.asked for line in paper.delivered), 20, "center"),
    ]


def _rows(paper: DeliveryReceipt) -> list[list[Field]]:
    delivered_on = day(paper.delivered_on) if paper.delivered_on else _DAY
    post = [[Field("邮寄单号", paper.tracking_number)]] if paper.tracking_number else []
    return [
        [Field("送达时间", delivered_on), Field("送达方式", paper.method)],
        [Field("送达地点", paper.place)],
        *post,
        [Field("受送达人签名\n（盖章）", 2 * PEN), Field("收到时间", paper.received_at or f"{_DAY}\n　　　时　　分")],
        [Field("代收人签名", f"{paper.substitute}{PEN}"), Field("代收原因", paper.substitute_reason)],
        [Field("送达人签名", f"{'、'.join(paper.deliverers)}{PEN}")],
        [Field("备注", paper.remark)],
    ]
