"""Sentences of what was put right after it was recorded. Without Qt; part of case_entry_presenter."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.domain import events as ev
from desktop.domain.amendment import AmendField
from desktop.messages import LANGUAGES, word

if TYPE_CHECKING:
    from ui.pages.case_entry_presenter import Words

AMEND_SENTENCES: dict[str, tuple[str, str]] = {
    "CaseAmended": (
        "更正{field}：“{old}”改为“{new}”，原因：{reason}（更正第{seq}条记录）",
        "{field} amended: “{old}” to “{new}” because: {reason} (entry {seq})",
    ),
    "PaperReplaced": ("文书{number}由{by}替换，原文书作废：{reason}", "paper {number} replaced by {by}: {reason}"),
    "ConclusionUndone": ("撤销结论，回到{state}{papers}", "conclusion taken back, again {state}{papers}"),
    "ConclusionUndone.papers": ("；文书{numbers}作废", "; void: {numbers}"),
    "GreenChannelGranted": ("进入绿色通道：{reason}", "let go first: {reason}"),
    "field.fact": ("情形回答", "an answer"),
}


def field_word(field: str, language: str) -> str:
    """What an amended field is called."""
    known = {one.value: one for one in AmendField}
    return word(known[field], language) if field in known else AMEND_SENTENCES["field.fact"][LANGUAGES.index(language)]


def _amended(event: ev.CaseAmended, words: "Words") -> str:
    return words.say(
        "CaseAmended",
        field=field_word(event.field, words.language),
        old=event.old,
        new=event.new,
        reason=event.reason,
        seq=event.entry_seq,
    )


def _replaced(event: ev.PaperReplaced, words: "Words") -> str:
    return words.say("PaperReplaced", number=event.number, by=event.by, reason=event.reason)


def _undone(event: ev.ConclusionUndone, words: "Words") -> str:
    papers = words.say("ConclusionUndone.papers", numbers=words.listed(list(event.papers))) if event.papers else ""
    return words.say("ConclusionUndone", state=word(event.before.state, words.language), papers=papers)


def _green(event: ev.GreenChannelGranted, words: "Words") -> str:
    return words.say("GreenChannelGranted", reason=event.reason)


AMEND_WRITERS: dict[type[Any], Callable[[Any, "Words"], str]] = {
    ev.CaseAmended: _amended,
    ev.PaperReplaced: _replaced,
    ev.ConclusionUndone: _undone,
    ev.GreenChannelGranted: _green,
}
