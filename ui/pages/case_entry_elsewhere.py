"""Sentences of a case that another place decides. Without Qt; part of case_entry_presenter, as case_entry_course is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.domain import events_elsewhere as ew
from desktop.messages import word

if TYPE_CHECKING:
    from ui.pages.case_entry_presenter import Words

ELSEWHERE_SENTENCES: dict[str, tuple[str, str]] = {
    "SentElsewhere": ("转出到{authority}（{route}{number}）", "sent to {authority} ({route}{number})"),
    "ElsewhereState": ("办理地{stage}{denied}{number}{note}", "the other place: {stage}{denied}{number}{note}"),
    "ElsewhereState.denied": ("，不予批准", ", denied"),
    "elsewhere.number": (" {number}", " {number}"),
    "elsewhere.note": ("：{text}", ": {text}"),
}


def _sent(event: ew.SentElsewhere, words: "Words") -> str:
    return words.say(
        "SentElsewhere", authority=event.authority, route=event.route, number=_number(event.tracking_number, words)
    )


def _state(event: ew.ElsewhereState, words: "Words") -> str:
    return words.say(
        "ElsewhereState",
        stage=word(event.stage, words.language),
        denied="" if event.is_granted else words.say("ElsewhereState.denied"),
        number=_number(event.tracking_number, words),
        note=words.say("elsewhere.note", text=event.note) if event.note else "",
    )


def _number(number: str, words: "Words") -> str:
    return words.say("elsewhere.number", number=number) if number else ""


ELSEWHERE_WRITERS: dict[type[Any], Callable[[Any, "Words"], str]] = {
    ew.SentElsewhere: _sent,
    ew.ElsewhereState: _state,
}
