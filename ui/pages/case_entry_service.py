"""Sentences of ratings and difficulties. Without Qt; part of case_entry_presenter, as case_entry_course is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.domain import events as ev
from desktop.domain.rating import OPTIONS
from desktop.messages import word

if TYPE_CHECKING:
    from ui.pages.case_entry_presenter import Words

SERVICE_SENTENCES: dict[str, tuple[str, str]] = {
    "Rated": (
        "{rater}对{stage}评价：{level}（{channel}）{options}{text}",
        "{rater} rated {stage}: {level} ({channel}){options}{text}",
    ),
    "RatingFollowedUp": (
        "{stage}差评回访（{contact}）：{verdict}，{found}{measures}{end}",
        "bad rating of {stage} followed up ({contact}): {verdict}, {found}{measures}{end}",
    ),
    "RatingFollowedUp.measures": ("；整改：{measures}", "; done about it: {measures}"),
    "RatingFollowedUp.settled": ("，已办结", ", settled"),
    "RatingFollowedUp.again": ("，{day}前再核实", ", to be looked at again by {day}"),
    "DifficultyReported": ("登记办不成事{number}：{item}{stuck}", "could not be done, {number}: {item}{stuck}"),
    "DifficultyReported.item": ("“{item}”", "“{item}”: "),
    "DifficultyEscalated": ("办不成事{number}上报{to}{tried}", "difficulty {number} handed up to {to}{tried}"),
    "DifficultyEscalated.tried": ("，已试过：{tried}", "; tried: {tried}"),
    "DifficultyAnswered": ("办不成事{number}由{by}答复：{answer}", "difficulty {number} answered by {by}: {answer}"),
    "DifficultyClosed": (
        "办不成事{number}已告知（{told}），{solved}{note}",
        "difficulty {number}: told ({told}), {solved}{note}",
    ),
    "DifficultyClosed.solved": ("事已办成", "it has been done"),
    "DifficultyClosed.unsolved": ("事未办成", "it could not be done"),
    "service.list": ("，{parts}", ", {parts}"),
}


def _rated(event: ev.Rated, words: "Words") -> str:
    options = words.listed([OPTIONS[event.level].get(code, code) for code in event.options])
    return words.say(
        "Rated",
        rater=word(event.rater, words.language),
        stage=word(event.stage, words.language),
        level=word(event.level, words.language),
        channel=word(event.channel, words.language),
        options=words.say("service.list", parts=options) if options else "",
        text=words.say("service.list", parts=event.text) if event.text else "",
    )


def _followed(event: ev.RatingFollowedUp, words: "Words") -> str:
    if event.settled_on:
        end = words.say("RatingFollowedUp.settled")
    else:
        end = words.say("RatingFollowedUp.again", day=event.again_by.isoformat()) if event.again_by else ""
    return words.say(
        "RatingFollowedUp",
        stage=word(event.stage, words.language),
        contact=event.contact,
        verdict=word(event.verdict, words.language),
        found=event.found,
        measures=words.say("RatingFollowedUp.measures", measures=event.measures) if event.measures else "",
        end=end,
    )


def _reported(event: ev.DifficultyReported, words: "Words") -> str:
    item = words.say("DifficultyReported.item", item=event.item_name) if event.item_name else ""
    return words.say("DifficultyReported", number=event.number, item=item, stuck=event.stuck)


def _escalated(event: ev.DifficultyEscalated, words: "Words") -> str:
    tried = words.say("DifficultyEscalated.tried", tried=event.tried) if event.tried else ""
    return words.say("DifficultyEscalated", number=event.number, to=word(event.to, words.language), tried=tried)


def _answered(event: ev.DifficultyAnswered, words: "Words") -> str:
    return words.say("DifficultyAnswered", number=event.number, by=event.by, answer=event.answer)


def _closed(event: ev.DifficultyClosed, words: "Words") -> str:
    return words.say(
        "DifficultyClosed",
        number=event.number,
        told=event.told,
        solved=words.say("DifficultyClosed.solved" if event.is_solved else "DifficultyClosed.unsolved"),
        note=words.say("service.list", parts=event.note) if event.note else "",
    )


SERVICE_WRITERS: dict[type[Any], Callable[[Any, "Words"], str]] = {
    ev.Rated: _rated,
    ev.RatingFollowedUp: _followed,
    ev.DifficultyReported: _reported,
    ev.DifficultyEscalated: _escalated,
    ev.DifficultyAnswered: _answered,
    ev.DifficultyClosed: _closed,
}
