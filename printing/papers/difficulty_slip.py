"""办不成事登记单: what could not be done, under which number, and by when somebody answers."""

from desktop.domain.papers import title
from desktop.domain.papers_service import DifficultySlip
from printing.flow import Block
from printing.papers.closing import Proof, ending_unsealed
from printing.papers.parts import Field, body, field_table, heading
from printing.papers.wording import day
from printing.sheet import Scale


def blocks(paper: DifficultySlip, scale: Scale, proof: Proof) -> list[Block]:
    """The slip from top to bottom; the person takes it along."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *body(
            scale,
            _what_follows(paper),
            "请保存本单，凭上面的编号查问进展。登记不收费，也不影响您依法申请、投诉的权利。",
        ),
        *ending_unsealed(scale, paper.head, proof=proof, signatures=("登记人：", "当事人（可不签）：")),
    ]


def _fields(paper: DifficultySlip) -> list[Field]:
    return [
        Field("登记编号", paper.head.number, is_strong=True),
        Field("登记日期", day(paper.reported_on)),
        Field("当事人", paper.name or "未留姓名"),
        Field("联系电话", paper.phone_masked),
        Field("想办的事", paper.item_name),
        Field("从何时起", paper.since),
        Field("卡在哪里", paper.stuck),
        Field("答复期限", f"{day(paper.due_on)}前（含当日）" if paper.due_on else "", is_strong=True),
    ]


def _what_follows(paper: DifficultySlip) -> str:
    until = f"在{day(paper.due_on)}前" if paper.due_on else "尽快"
    how = "按您留的电话告知您" if paper.phone_masked else "请您凭本单到窗口或者来电查问"
    return f"您反映的事项已经登记，由本大厅负责人督办；本大厅不能解决的，上报市里协调。我们{until}给出答复，{how}。"
