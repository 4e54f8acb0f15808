"""Sentences of what the counter told and offered. Without Qt; part of case_entry_presenter, as case_entry_city is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.domain import events as ev
from desktop.domain.intermediary import HowChosen

if TYPE_CHECKING:
    from ui.pages.case_entry_presenter import Words

GUIDANCE_SENTENCES: dict[str, tuple[str, str]] = {
    "PolicyShown": ("告知政策：{names}{paper}", "told of policies: {names}{paper}"),
    "PolicyShown.open": ("{name}（可能适合）", "{name} (may fit)"),
    "PolicyShown.paper": ("，政策告知单{number}", ", leaflet {number}"),
    "IntermediaryChosen.free": (
        "中介服务“{service}”：申请人从{count}家中自主选择{name}",
        "intermediary for {service}: the applicant chose {name} among {count}",
    ),
    "IntermediaryChosen.lot": (
        "中介服务“{service}”：申请人自愿抽取，从{count}家中抽中{name}，种子{seed}",
        "intermediary for {service}: by lot, as the applicant wished, {name} among {count}; seed {seed}",
    ),
    "IntermediaryChosen.none": (
        "中介服务“{service}”：申请人不从名录选择",
        "intermediary for {service}: the applicant takes nobody from the register",
    ),
}


def _shown(event: ev.PolicyShown, words: "Words") -> str:
    names = [
        policy.name if policy.is_certain else words.say("PolicyShown.open", name=policy.name)
        for policy in event.policies
    ]
    paper = words.say("PolicyShown.paper", number=event.paper_number) if event.paper_number else ""
    return words.say("PolicyShown", names=words.listed(names), paper=paper)


def _chosen(event: ev.IntermediaryChosen, words: "Words") -> str:
    how = event.how if event.chosen else HowChosen.NONE
    return words.say(
        f"IntermediaryChosen.{how.value}",
        service=event.service,
        count=len(event.candidates),
        name=event.chosen.name if event.chosen else "",
        seed=event.seed,
    )


GUIDANCE_WRITERS: dict[type[Any], Callable[[Any, "Words"], str]] = {
    ev.PolicyShown: _shown,
    ev.IntermediaryChosen: _chosen,
}
