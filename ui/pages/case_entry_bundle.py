"""Sentences of a 一件事: taken in as one, then a case for each item. Without Qt; part of case_entry_presenter."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.domain import events as ev

if TYPE_CHECKING:
    from ui.pages.case_entry_presenter import Words

BUNDLE_SENTENCES: dict[str, tuple[str, str]] = {
    "BundleReceived": (
        "收件：{applicant}申请“{item}”，含{count}个事项，办件编号{number}，{window}号窗口{agent}",
        "received: {applicant} applies for “{item}” with {count} items, case {number}, window {window}{agent}",
    ),
    "BundleReceived.refused": ("；“{item}”不予受理，应向{authority}申请", "; “{item}” refused, apply to {authority}"),
    "BundleReceived.told": ("；“{item}”应向{authority}申请，未收件", "; “{item}” to be applied for at {authority}"),
    "BundleReceived.free": ("；“{item}”不需要办理", "; “{item}” is not required"),
    "BundleOpened": (
        "材料齐全，分为{count}个办件：{cases}{saved}",
        "all is in, opened as {count} cases: {cases}{saved}",
    ),
    "BundleOpened.saved": (
        "；比逐项办理少交材料{materials}份、少跑{visits}次",
        "; {materials} materials and {visits} visits fewer than one by one",
    ),
}


def _received(event: ev.BundleReceived, words: "Words") -> str:
    told = words.say(
        "BundleReceived",
        applicant=event.applicant.name,
        item=event.item.name,
        count=len(event.parts),
        number=event.case_number,
        window=event.window,
        agent=words.say("CaseReceived.agent", name=event.agent.name) if event.agent else "",
    )
    return told + "".join(_away(one, words) for one in event.sent_away)


def _away(one: ev.SentAway, words: "Words") -> str:
    key = ("refused" if one.case_id else "told") if one.authority else "free"
    return words.say(f"BundleReceived.{key}", item=one.item_name, authority=one.authority)


def _opened(event: ev.BundleOpened, words: "Words") -> str:
    is_saved = event.materials_saved or event.visits_saved
    saved = {"materials": event.materials_saved, "visits": event.visits_saved}
    return words.say(
        "BundleOpened",
        count=len(event.children),
        cases=words.listed([f"{child.item_name} {child.case_number}" for child in event.children]),
        saved=words.say("BundleOpened.saved", **saved) if is_saved else "",
    )


BUNDLE_WRITERS: dict[type[Any], Callable[[Any, "Words"], str]] = {
    ev.BundleReceived: _received,
    ev.BundleOpened: _opened,
}
