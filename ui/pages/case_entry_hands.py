"""Sentences of taking over, of settling a conflict and of using again. Without Qt; part of case_entry_presenter."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.domain import events as ev
from ui.pages.case_entry_city import window_of

if TYPE_CHECKING:
    from ui.pages.case_entry_presenter import Words

HAND_SENTENCES: dict[str, tuple[str, str]] = {
    "CaseTakenOver": (
        "{clerk}（{window}号窗口）接办，原经办人{before}：{reason}",
        "taken over by {clerk} (window {window}) from {before}: {reason}",
    ),
    "DraftTakenOver": (
        "{clerk}接办{before}的草稿{how}：{reason}",
        "{clerk} took over a draft of {before}{how}: {reason}",
    ),
    "DraftTakenOver.consent": ("（本人同意）", ", who agreed"),
    "DraftTakenOver.lead": ("（负责人决定）", ", as the lead decided"),
    "ConflictSettled": (
        "两窗冲突以{window}号窗口为准，另一方{count}条记录不作数：{reason}",
        "the word of window {window} holds, {count} entries of the other do not: {reason}",
    ),
    "DataReused": ("经申请人{consent}，使用本厅已有的{what}", "used again with consent ({consent}): {what}"),
    "DataReused.consent": ("同意", "yes"),
    "DataReused.fields": ("申请人信息{case}", "applicant data{case}"),
    "DataReused.from": ("（来自{number}）", " (from {number})"),
    "DataReused.material": ("{name}（来自{number}）", "{name} (from {number})"),
}


def _over(event: ev.CaseTakenOver, words: "Words") -> str:
    clerk, before = words.clerk(event.clerk), words.clerk(event.before)
    return words.say("CaseTakenOver", clerk=clerk, window=event.window, before=before, reason=event.reason)


def _draft(event: ev.DraftTakenOver, words: "Words") -> str:
    how = words.say("DraftTakenOver.consent" if event.has_consent else "DraftTakenOver.lead")
    clerk, before = words.clerk(event.clerk), words.clerk(event.before)
    return words.say("DraftTakenOver", clerk=clerk, before=before, how=how, reason=event.reason)


def _settled(event: ev.ConflictSettled, words: "Words") -> str:
    return words.say("ConflictSettled", window=window_of(event.keep), count=len(event.aside), reason=event.reason)


def _reused(event: ev.DataReused, words: "Words") -> str:
    origin = words.say("DataReused.from", number=event.from_case) if event.from_case else ""
    what = [words.say("DataReused.fields", case=origin)] if event.fields else []
    what += [words.say("DataReused.material", name=m.name, number=m.from_case) for m in event.materials]
    consent = event.consent or words.say("DataReused.consent")
    return words.say("DataReused", consent=consent, what=words.listed(what))


HAND_WRITERS: dict[type[Any], Callable[[Any, "Words"], str]] = {
    ev.CaseTakenOver: _over,
    ev.DraftTakenOver: _draft,
    ev.ConflictSettled: _settled,
    ev.DataReused: _reused,
}
