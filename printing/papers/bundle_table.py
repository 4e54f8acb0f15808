"""The items of a 一件事 on its one paper: each with its authority, its own number, and until when."""

from desktop.domain.papers import BundledCase
from printing.flow import Block
from printing.papers.parts import Column, material_table
from printing.papers.wording import day
from printing.sheet import Scale


def bundle_table(scale: Scale, children: tuple[BundledCase, ...]) -> list[Block]:
    """A numbered list; nothing where the paper is about one item."""
    return material_table(scale, f"一件事一次办，共{len(children)}个事项，分别办理：", _columns(children))


def bundle_wording(children: tuple[BundledCase, ...]) -> str:
    """What a receipt says of items that the town accepts and of those that it hands on (行政许可法 26, 32)."""
    accepted = "标明“受理”的事项自收件之日起受理，本凭证即为该事项的受理凭证，在所列日期前（含当日）办结。"
    handed = "标明“转办”的事项，本窗口代为收取材料并转送办理机关；是否受理，由办理机关决定并告知申请人。"
    is_any, is_all = any(child.is_accepted for child in children), all(child.is_accepted for child in children)
    sentences = (accepted if is_any else "", "" if is_all else handed)
    return "".join(("各事项使用同一套材料，申请人不再重复提交。", *sentences))


def _columns(children: tuple[BundledCase, ...]) -> list[Column]:
    named = tuple(f"{child.item_name}\n{child.authority}\n{child.case_number}" for child in children)
    return [
        Column("事项、办理机关和办件编号", named, 92),
        Column("办理", tuple("受理" if child.is_accepted else "转办" for child in children), 12, "center"),
        Column("办结日期", tuple(_until(child) for child in children), 32),
    ]


def _until(child: BundledCase) -> str:
    if child.due_on is not None:
        return day(child.due_on)
    return f"承诺{child.limit}" if child.limit else ""
