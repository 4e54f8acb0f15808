"""What a bundle is made of once its items are known: questions and materials that stand for those of several items.

They live in memory only, made from a catalogue by desktop.domain.bundle; no file and no ledger line holds one.
"""

from collections.abc import Iterable

import msgspec

from desktop.domain.bundle_merge import distinct, merged
from desktop.domain.catalogue import (
    INTAKE_FACTS,
    MaterialRequirement,
    NotRequiredHere,
    OtherAuthority,
    Question,
    ServiceItem,
    When,
    holds,
)
from desktop.domain.competence import Effect, effect_of_questions


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """An item in a bundle. `keys` gives the bundle's key for each question of the item."""

    item: ServiceItem
    when: When
    keys: dict[str, str]

    def own_facts(self, facts: dict[str, str]) -> dict[str, str] | None:
        """The item's own facts among those of the bundle, in its own words; None: the item is not taken.

        Only what the item itself would ask counts: an answer that another item brought says nothing to this one.
        """
        if not holds(self.when, facts):
            return None
        own = {key: facts[key] for key in INTAKE_FACTS if key in facts}
        waiting = self.item.questions
        while asked := tuple(question for question in waiting if holds(question.when, own)):
            own |= {q.key: facts[self.keys[q.key]] for q in asked if self.keys[q.key] in facts}
            waiting = tuple(question for question in waiting if question not in asked)
        return own

    def effect(self, facts: dict[str, str]) -> Effect | None:
        """What the bundle's facts say about competence for this item; None: nothing, or the item is not wanted."""
        own = self.own_facts(facts)
        return None if own is None else self.effect_among(own)

    def effect_among(self, own: dict[str, str]) -> Effect | None:
        """The same by the item's own facts."""
        return effect_of_questions(self.item.questions, own)

    def asks(self, question: Question, facts: dict[str, str]) -> bool:
        """Whether the item asks its question; once an answer has sent it elsewhere, its open ones are idle."""
        own = self.own_facts(facts)
        if own is None or not holds(question.when, own):
            return False
        return question.key in own or self.effect_among(own) is None

    def lifted(self, when: When) -> When:
        """A condition of the item in the words of the bundle, with that of the part itself."""
        own = {self.keys.get(key, key): answers for key, answers in when.items()}
        common = {key: tuple(a for a in own[key] if a in self.when[key]) for key in own.keys() & self.when.keys()}
        return {**self.when, **own, **common}


class BundledQuestion(Question, frozen=True, kw_only=True):
    """A question of one or more items, asked once."""

    sources: tuple[tuple[Part, Question], ...] = ()

    def is_asked(self, facts: dict[str, str]) -> bool:
        """Whether any of the items would ask it."""
        return any(part.asks(question, facts) for part, question in self.sources)

    @property
    def whens(self) -> tuple[When, ...]:
        """Conditions any of which brings the question."""
        return tuple(part.lifted(question.when) for part, question in self.sources)


class BundledMaterial(MaterialRequirement, frozen=True, kw_only=True):
    """A material of one or more items, brought once. `is_summed`: every item keeps its own copies and originals."""

    sources: tuple[tuple[Part, MaterialRequirement], ...] = ()
    is_summed: bool = False

    def under(self, facts: dict[str, str]) -> MaterialRequirement | None:
        """What the items that need it under these facts ask for together; one that is sent elsewhere needs none."""
        known = ((r, part.own_facts(facts)) for part, r in self.sources if part.effect(facts) is None)
        wanted = [r for r, own in known if own is not None and holds(r.when, own)]
        return merged(wanted, code=self.code, is_summed=self.is_summed) if wanted else None

    @property
    def whens(self) -> tuple[When, ...]:
        """Conditions any of which brings the material."""
        return tuple(part.lifted(requirement.when) for part, requirement in self.sources)


class BundledItem(ServiceItem, frozen=True, kw_only=True):
    """一件事 as an item: what intake, papers and the case page work with, without knowing that it is several."""

    parts: tuple[Part, ...] = ()

    def taken(self, facts: dict[str, str]) -> tuple[tuple[Part, dict[str, str]], ...]:
        """The items that these facts take, in order, each with its own facts."""
        return tuple((part, own) for part, own in self._wanted(facts) if part.effect_among(own) is None)

    def sent_away(self, facts: dict[str, str]) -> tuple[tuple[Part, Effect], ...]:
        """The items that are wanted and that an answer sends elsewhere, or that need nobody's leave (行政许可法 32)."""
        known = ((part, part.effect_among(own)) for part, own in self._wanted(facts))
        return tuple((part, effect) for part, effect in known if effect is not None)

    def effect(self, facts: dict[str, str]) -> Effect | None:
        """What the answers say of the whole: a question of the bundle's own, or that none of its items goes on."""
        shared = {key for part in self.parts for key in part.keys.values()}
        own = effect_of_questions((question for question in self.questions if question.key not in shared), facts)
        away = self.sent_away(facts)
        if own is not None or not away or self.taken(facts):
            return own
        return _of_all(away)

    def _wanted(self, facts: dict[str, str]) -> tuple[tuple[Part, dict[str, str]], ...]:
        known = ((part, part.own_facts(facts)) for part in self.parts)
        return tuple((part, own) for part, own in known if own is not None)

    def code_of(self, part: Part, requirement: MaterialRequirement) -> str:
        """The bundle's code of a material of one of its items."""
        for material in self.materials:
            if isinstance(material, BundledMaterial):
                for of, own in material.sources:
                    if of.item.code == part.item.code and own.code == requirement.code:
                        return material.code
        raise LookupError(requirement.code)


def _of_all(away: tuple[tuple[Part, Effect], ...]) -> Effect:
    """One effect for a whole of which every item is sent away; where they differ, each item has its reason in it."""
    effects = [effect for _, effect in away]
    if len(set(effects)) == 1:
        return effects[0]
    reason = "；".join(f"{part.item.name}：{effect.reason}" for part, effect in away)
    others = [effect for effect in effects if isinstance(effect, OtherAuthority)]
    if others:
        return OtherAuthority(reason=reason, authority="、".join(distinct(other.authority for other in others)))
    bases = distinct(effect.basis for effect in effects if isinstance(effect, NotRequiredHere))
    return NotRequiredHere(reason=reason, basis="；".join(bases))


def common_condition(whens: Iterable[When]) -> When:
    """The weakest of the conditions if it is implied by all of them; otherwise none, which the display leaves out."""
    listed = tuple(whens)
    weakest = min(listed, key=len)
    is_implied = all(weakest.items() <= when.items() for when in listed)
    return weakest if is_implied else {}
