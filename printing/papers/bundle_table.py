"""The items of a 一件事 on its one paper: each with its authority, its own number, and until when."""

from collections.abc import Iterable

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
    going_on = [child for child in children if not child.sent_away]
    is_any, is_all = any(child.is_accepted for child in going_on), all(child.is_accepted for child in going_on)
    sentences = (accepted if is_any else "", "" if is_all else handed)
    return "".join(("各事项使用同一套材料，申请人不再重复提交。", *sentences, away_wording(children)))


def away_wording(children: tuple[BundledCase, ...]) -> str:
    """What the paper says of items that do not go on with the others (行政许可法 32 (1), (2)); empty if all do."""
    away = [child for child in children if child.sent_away]
    if not away:
        return ""
    with_paper, told = (_marks(child for child in away if bool(child.case_number) is has) for has in (True, False))
    where = f"标明{with_paper}的事项，理由和救济途径见另附的通知书。" if with_paper else ""
    elsewhere = f"标明{told}而没有办件编号的事项，本窗口没有收件，请按所列说明办理。" if told else ""
    return f"上列不在此办理的事项不影响其余事项，其余事项照常办理。{where}{elsewhere}"


def _marks(away: Iterable[BundledCase]) -> str:
    """“不予受理”“不受理”: each once."""
    return "".join(dict.fromkeys(f"“{child.sent_away}”" for child in away))


def away_table(scale: Scale, away: tuple[BundledCase, ...]) -> list[Block]:
    """The items that do not go on, on a paper that is about the others; nothing where all go on."""
    return material_table(scale, f"不在此办理的事项（{len(away)}个）", _columns(away)) if away else []


def _columns(children: tuple[BundledCase, ...]) -> list[Column]:
    is_any_away = any(child.sent_away for child in children)
    return [
        Column("事项、办理机关和办件编号", tuple(map(_named, children)), 86 if is_any_away else 92),
        Column("办理", tuple(map(_handling, children)), 18 if is_any_away else 12, "center"),
        Column("办结日期", tuple(_until(child) for child in children), 32),
    ]


def _named(child: BundledCase) -> str:
    """A line each; of an item that does not go on, why, and where to apply."""
    authority = f"请向{child.authority}申请" if child.sent_away and child.authority else child.authority
    return "\n".join(line for line in (child.item_name, child.reason, authority, child.case_number) if line)


def _handling(child: BundledCase) -> str:
    return child.sent_away or ("受理" if child.is_accepted else "转办")


def _until(child: BundledCase) -> str:
    if child.sent_away:
        return "见另附的通知书" if child.case_number else "—"
    if child.due_on is not None:
        return day(child.due_on)
    return f"承诺{child.limit}" if child.limit else ""
