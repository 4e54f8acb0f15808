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
    "JointStepSettled": (
        "联办第{number}步 {name}：{place}{by}已办完{note}",
        "joint step {number}, {name}: done by {place}{by}{note}",
    ),
    "JointStepSettled.not": (
        "联办第{number}步 {name}：{place}不予办理{note}",
        "joint step {number}, {name}: {place} will not do it{note}",
    ),
    "JointStepSettled.here": ("收件地", "this place"),
    "JointStepSettled.there": ("联办地", "the other place"),
    "JointStepSettled.by": ("（{by}）", " ({by})"),
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


def _settled(event: ew.JointStepSettled, words: "Words") -> str:
    return words.say(
        "JointStepSettled" if event.is_done else "JointStepSettled.not",
        number=event.number,
        name=event.name,
        place=words.say(f"JointStepSettled.{event.side.value}"),
        by=words.say("JointStepSettled.by", by=event.by) if event.by else "",
        note=words.say("elsewhere.note", text=event.note) if event.note else "",
    )


def _number(number: str, words: "Words") -> str:
    return words.say("elsewhere.number", number=number) if number else ""


ELSEWHERE_WRITERS: dict[type[Any], Callable[[Any, "Words"], str]] = {
    ew.SentElsewhere: _sent,
    ew.ElsewhereState: _state,
    ew.JointStepSettled: _settled,
}
