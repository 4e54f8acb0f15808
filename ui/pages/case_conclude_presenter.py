"""Checking a received case again and concluding it: what is lawful now, and why the rest is not. Without Qt."""

from dataclasses import dataclass, replace

import msgspec

from desktop.domain.case import Case, CaseState
from desktop.domain.catalogue import ServiceItem
from desktop.domain.checklist import Check, Checklist, MaterialState, allowed_states, mark
from desktop.domain.credit import Bar
from desktop.domain.decide import checklist_of, rows_of
from desktop.domain.outcome import Outcome, offers
from desktop.domain.papers import TITLES
from desktop.messages import sentence, word

STATE_KEYS = {
    1: MaterialState.COMPLETE,
    2: MaterialState.MISSING,
    3: MaterialState.FAULTY,
    4: MaterialState.DEFERRED,
    5: MaterialState.PLEDGED,
    6: MaterialState.SHARED,
    0: MaterialState.NOT_APPLICABLE,
}
_TITLES = {str(kind.__struct_config__.tag): title for kind, title in TITLES.items()}


@dataclass(frozen=True, slots=True)
class Recheck:
    """A received case with its item and the checks as they stand on the screen."""

    case: Case
    item: ServiceItem
    checklist: Checklist
    bar: Bar | None = None

    @property
    def shown(self) -> Case:
        """The case with the rows as checked now, for the screen only."""
        return msgspec.structs.replace(self.case, rows=rows_of(self.checklist))

    @property
    def is_changed(self) -> bool:
        """Something was checked again."""
        return self.checklist != checklist_of(self.case, self.item)

    def with_check(self, code: str, state: MaterialState, reason: str = "") -> "Recheck":
        """One material set. Errors as desktop.domain.checklist.mark."""
        before = self.checklist.check_of(code)
        check = msgspec.structs.replace(before, code=code, state=state, reason=reason.strip())
        return replace(self, checklist=mark(self.checklist, check, is_barred=self.bar is not None))

    def checks(self) -> dict[str, Check]:
        """What is handed to the service."""
        return {r.code: self.checklist.check_of(r.code) for r in self.checklist.requirements}

    def defects(self, code: str) -> tuple[str, ...]:
        """What is often wrong with this material."""
        return self.checklist.requirement(code).common_defects

    def allowed(self, code: str) -> tuple[MaterialState, ...]:
        """States that the catalogue allows for this material."""
        return allowed_states(self.checklist.requirement(code), is_barred=self.bar is not None)


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An outcome in words. `digit` is its key, 0 if it is not lawful; then `why_not` says what speaks against it."""

    outcome: Outcome
    digit: int
    text: str
    paper: str
    needs_repeat_reason: bool
    why_not: tuple[str, ...]


def begin(case: Case, item: ServiceItem | None, *, bar: Bar | None = None) -> Recheck | None:
    """Where a case may still be concluded; None if it has been, or its item is not in the kept catalogues."""
    if case.state is not CaseState.RECEIVED or item is None:
        return None
    return Recheck(case, item, checklist_of(case, item), bar)


def outcomes(recheck: Recheck, language: str) -> tuple[OfferLine, ...]:
    """Every outcome, the lawful ones first with their keys. The receipt is not offered again once it is issued."""
    case = recheck.case
    has_receipt = case.bundle is not None or any(paper.kind == "materials_receipt" for paper in case.papers)
    found = offers(recheck.item, case.facts, recheck.checklist, notices_given=case.notices_given, bar=recheck.bar)
    found = tuple(o for o in found if o.outcome is not Outcome.INFORM)
    found = tuple(o for o in found if not (has_receipt and o.outcome is Outcome.RECEIVE))
    lawful = [offer for offer in found if offer.is_lawful]
    ordered = lawful + [offer for offer in found if not offer.is_lawful]
    return tuple(
        OfferLine(
            outcome=offer.outcome,
            digit=number if offer.is_lawful else 0,
            text=word(offer.outcome, language),
            paper=_TITLES[offer.paper],
            needs_repeat_reason=offer.needs_repeat_reason,
            why_not=tuple(sentence(reason.key, reason.fields, language) for reason in offer.why_not),
        )
        for number, offer in enumerate(ordered, start=1)
    )
