"""Sentences of pledges and credit. Without Qt; part of case_entry_presenter, as case_entry_course is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.domain import events_pledge as ep
from desktop.messages import word

if TYPE_CHECKING:
    from ui.pages.case_entry_presenter import Words

PLEDGE_SENTENCES: dict[str, tuple[str, str]] = {
    "PledgesTaken": ("告知承诺：{pledges}", "pledged: {pledges}"),
    "PledgesTaken.one": ("{name}（{day}前核查）", "{name} (to be verified by {day})"),
    "PledgeWithdrawn": ("撤回承诺：{names}{reason}{supply}", "pledge withdrawn: {names}{reason}{supply}"),
    "PledgeWithdrawn.supply": ("，{day}前补交", ", to be supplied by {day}"),
    "PledgeVerified": (
        "核查承诺属实：{names}（{how}，{who}）{note}",
        "pledge verified, true: {names} ({how}, {who}){note}",
    ),
    "PledgeVerified.false": ("核查承诺不实：{names}（{how}，{who}）", "pledge verified, false: {names} ({how}, {who})"),
    "FalsePledgeFound": ("承诺不实，{what}{day}：{facts}", "false pledge, {what}{day}: {facts}"),
    "FalsePledgeFound.day": ("（{day}前）", " (by {day})"),
    "CreditNoted": ("记入本地信用记录{until}：{basis}", "on the local credit record{until}: {basis}"),
    "CreditNoted.until": ("（至{day}）", " (through {day})"),
    "CreditRepaired": ("信用修复：{reason}", "credit repaired: {reason}"),
    "PledgesDrawn": (
        "双随机抽查{number}：{count}项中抽{size}项，比例{share}%，种子{seed}",
        "random draw {number}: {size} of {count} pledges, share {share} %, seed {seed}",
    ),
    "pledge.because": ("，原因：{text}", ", because: {text}"),
    "pledge.note": ("：{text}", ": {text}"),
}


def _taken(event: ep.PledgesTaken, words: "Words") -> str:
    pledges = [words.say("PledgesTaken.one", name=p.name, day=p.verify_by.isoformat()) for p in event.pledges]
    return words.say("PledgesTaken", pledges=words.listed(pledges))


def _withdrawn(event: ep.PledgeWithdrawn, words: "Words") -> str:
    return words.say(
        "PledgeWithdrawn",
        names=words.listed(list(event.names)),
        reason=words.say("pledge.because", text=event.reason) if event.reason else "",
        supply=words.say("PledgeWithdrawn.supply", day=event.supply_by.isoformat()) if event.supply_by else "",
    )


def _verified(event: ep.PledgeVerified, words: "Words") -> str:
    fields = {
        "names": words.listed(list(event.names)),
        "how": word(event.how, words.language),
        "who": words.listed(list(event.verified_by)),
    }
    if not event.is_true:
        return words.say("PledgeVerified.false", **fields)
    note = words.say("pledge.note", text=event.note) if event.note else ""
    return words.say("PledgeVerified", note=note, **fields)


def _found(event: ep.FalsePledgeFound, words: "Words") -> str:
    return words.say(
        "FalsePledgeFound",
        what=word(event.consequence, words.language),
        day=words.say("FalsePledgeFound.day", day=event.rectify_by.isoformat()) if event.rectify_by else "",
        facts=event.facts,
    )


def _noted(event: ep.CreditNoted, words: "Words") -> str:
    until = words.say("CreditNoted.until", day=event.until.isoformat()) if event.until else ""
    return words.say("CreditNoted", until=until, basis=event.basis)


def _repaired(event: ep.CreditRepaired, words: "Words") -> str:
    return words.say("CreditRepaired", reason=event.reason)


def _drawn(event: ep.PledgesDrawn, words: "Words") -> str:
    return words.say(
        "PledgesDrawn",
        number=event.number,
        count=len(event.population),
        size=event.size,
        share=event.share_percent,
        seed=event.seed[:8] + "…",
    )


PLEDGE_WRITERS: dict[type[Any], Callable[[Any, "Words"], str]] = {
    ep.PledgesTaken: _taken,
    ep.PledgeWithdrawn: _withdrawn,
    ep.PledgeVerified: _verified,
    ep.FalsePledgeFound: _found,
    ep.CreditNoted: _noted,
    ep.CreditRepaired: _repaired,
    ep.PledgesDrawn: _drawn,
}
