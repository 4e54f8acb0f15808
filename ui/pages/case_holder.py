"""Who has to do something with a case now, in words (M18: 卡在哪个环节、部门、岗位). Without Qt."""

from desktop.domain.case import Case, CaseState
from desktop.domain.catalogue import Role
from desktop.messages import LANGUAGES
from ui.pages.case_entry_presenter import Words

_TEXTS: dict[str, tuple[str, str]] = {
    "window": ("{window}号窗口（待作出结论）", "window {window}, to conclude"),
    "handed": ("{authority}（本窗口已收件）", "{authority} (taken in here)"),
    "applicant": ("申请人（待补正材料）", "the applicant, to correct"),
    "authority": ("{authority}", "{authority}"),
    "procedure": ("{unit}（特别程序：{name}）", "{unit} (special procedure: {name})"),
    "above": ("{authority}（已转报）", "{authority} (forwarded)"),
    "to_deliver": ("{window}号窗口（待送达）", "window {window}, to hand out"),
    "result": ("{authority}（已决定，结果未到窗口）", "{authority} (decided, the result is on its way)"),
    "nobody": ("已结束", "nobody: it has ended"),
}


def holder(case: Case, words: Words) -> str:
    """Who has to do something now (M18)."""
    unit = case.hands[-1].unit if case.hands else case.forwarded.to_unit if case.forwarded else case.item.authority
    if case.is_open and case.procedure is not None:
        by = case.procedure.done_by or case.item.authority
        return _say("procedure", words, unit=by, name=case.procedure.procedure)
    return _say(_holder_key(case), words, window=case.window, authority=unit)


def _holder_key(case: Case) -> str:
    match case.state:
        case CaseState.RECEIVED:
            handed = case.papers and case.item.role in (Role.FIRST_REVIEW, Role.COLLECTS)
            return "handed" if handed else "window"
        case CaseState.CORRECTING:
            return "applicant"
        case CaseState.ACCEPTED:
            return "authority"
        case CaseState.FORWARDED:
            return "to_deliver" if case.result else "above"
        case CaseState.DECIDED:
            here = case.result is not None or case.item.role in (Role.OWN, Role.DELEGATED)
            return "to_deliver" if here else "result"
    return "nobody"


def _say(key: str, words: Words, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(words.language)].format_map(fields)
