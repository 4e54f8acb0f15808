"""Who has to do something with a case now, in words (M18: 卡在哪个环节、部门、岗位). Without Qt."""

from desktop.domain.case import Case
from desktop.domain.holder import Holder, Holding, holding
from desktop.domain.joint_steps import open_steps
from desktop.messages import LANGUAGES
from ui.pages.case_entry_presenter import Words

_TEXTS: dict[Holder, tuple[str, str]] = {
    Holder.WINDOW: ("{window}号窗口（待作出结论）", "window {window}, to conclude"),
    Holder.HANDED: ("{unit}（本窗口已收件）", "{unit} (taken in here)"),
    Holder.APPLICANT: ("申请人（待补正材料）", "the applicant, to correct"),
    Holder.AUTHORITY: ("{unit}", "{unit}"),
    Holder.PROCEDURE: ("{unit}（特别程序：{name}）", "{unit} (special procedure: {name})"),
    Holder.ABOVE: ("{unit}（已转报）", "{unit} (forwarded)"),
    Holder.TO_DELIVER: ("{window}号窗口（待送达）", "window {window}, to hand out"),
    Holder.RESULT: ("{unit}（已决定，结果未到窗口）", "{unit} (decided, the result is on its way)"),
    Holder.ITEMS: ("各事项的办理人（见“事项”页签）", "whoever holds its items"),
    Holder.NOBODY: ("已结束", "nobody: it has ended"),
}

_JOINT = ("（联办第{number}步：{name}）", " (joint step {number}: {name})")
"""多地联办: the step in which it is, whichever of the two places does it."""


def holder(case: Case, words: Words) -> str:
    """Who has to do something now (M18)."""
    return holder_text(case, holding(case), language=words.language)


def holder_text(case: Case, held: Holding, *, language: str) -> str:
    """The same for a Holding that is known already."""
    place = LANGUAGES.index(language)
    text = _TEXTS[held.holder][place].format(window=case.window, unit=held.unit, name=held.procedure)
    steps = open_steps(case) if held.holder is Holder.AUTHORITY else ()
    return text + _JOINT[place].format(number=steps[0][0], name=steps[0][1].name) if steps else text
