"""The checklist: which materials this situation asks for, the state of each, and what is missing.

The heart of the counter (一次性告知): everything that is wrong is known at once, so that it can be told at once.
"""

from collections.abc import Iterable
from enum import Enum

import msgspec

from desktop.domain.catalogue import MaterialRequirement, ServiceItem, When
from desktop.domain.errors import InvalidInput, NotAllowed, NotInCatalogue
from desktop.domain.free_text import clean_text


class MaterialState(Enum):
    """What the clerk found. The number keys of the checklist stand behind each."""

    UNCHECKED = "unchecked"  # 未核
    COMPLETE = "complete"  # 1 齐全
    MISSING = "missing"  # 2 缺
    FAULTY = "faulty"  # 3 有误
    DEFERRED = "deferred"  # 4 容缺
    PLEDGED = "pledged"  # 5 承诺
    SHARED = "shared"  # 6 共享, 电子证照, 已在库
    NOT_APPLICABLE = "not_applicable"  # 0 不适用


SATISFIED = frozenset(
    {MaterialState.COMPLETE, MaterialState.PLEDGED, MaterialState.SHARED, MaterialState.NOT_APPLICABLE}
)
SAVED = frozenset({MaterialState.PLEDGED, MaterialState.SHARED})
"""States in which the citizen need not bring the paper (减材料)."""


class Grade(Enum):
    """How far a copy may be trusted (国办函〔2016〕108号)."""

    ISSUED = "A"  # from the issuing authority
    COMPARED = "B"  # compared with the original by a clerk
    UPLOADED = "C"  # the original is still to be checked
    VOUCHED = "D"  # the applicant vouches for it


class Check(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was found of one material. `reason` says what is wrong, for MISSING and FAULTY."""

    code: str
    state: MaterialState
    reason: str = ""
    pages: int = 0
    grade: Grade | None = None
    is_original_compared: bool = False


class Checklist(msgspec.Struct, frozen=True, kw_only=True):
    """The materials of one situation in the order of the catalogue, and the check of each.

    `checks` may hold rows of materials that an earlier answer asked for: they are kept, so that going back and
    forth between answers loses nothing, and they do not count.
    """

    requirements: tuple[MaterialRequirement, ...]
    checks: dict[str, Check] = {}

    def check_of(self, code: str) -> Check:
        """The check of this material; UNCHECKED where there is none yet."""
        return self.checks.get(code) or Check(code=code, state=MaterialState.UNCHECKED)

    def requirement(self, code: str) -> MaterialRequirement:
        """Raises NotInCatalogue if the situation does not ask for it: nothing else may be asked for."""
        for requirement in self.requirements:
            if requirement.code == code:
                return requirement
        raise NotInCatalogue(code=code)

    def codes(self, *states: MaterialState) -> tuple[str, ...]:
        """Codes of the materials in one of these states, in the order of the catalogue."""
        return tuple(r.code for r in self.requirements if self.check_of(r.code).state in states)

    @property
    def missing(self) -> tuple[str, ...]:
        """What keeps the application from being complete: missing, faulty or unchecked, and not optional."""
        return tuple(
            r.code
            for r in self.requirements
            if self.check_of(r.code).state in (MaterialState.FAULTY, MaterialState.UNCHECKED)
            or (self.check_of(r.code).state is MaterialState.MISSING and r.is_required)
        )

    @property
    def unchecked(self) -> tuple[str, ...]:
        """Materials that nobody has looked at: a notice before all are checked could not name everything."""
        return self.codes(MaterialState.UNCHECKED)

    @property
    def to_correct(self) -> tuple[str, ...]:
        """What the notice must name: everything missing or faulty, deferred ones not among them."""
        return tuple(code for code in self.missing if code not in self.unchecked)

    @property
    def deferred(self) -> tuple[str, ...]:
        """Materials owed under 容缺受理."""
        return self.codes(MaterialState.DEFERRED)

    @property
    def saved(self) -> tuple[str, ...]:
        """Materials that the citizen need not bring: shared or pledged (M4)."""
        return self.codes(*SAVED)

    @property
    def is_complete(self) -> bool:
        """Everything that is needed is there, with nothing owed."""
        return not self.missing and not self.deferred


def requirements_of(item: ServiceItem, facts: dict[str, str]) -> tuple[MaterialRequirement, ...]:
    """The materials that the item asks for under these facts, in the order of the catalogue."""
    asked = (requirement.under(facts) for requirement in item.materials)
    return tuple(requirement for requirement in asked if requirement is not None)


def possible_materials(item: ServiceItem, facts: dict[str, str]) -> tuple[MaterialRequirement, ...]:
    """Materials not asked for yet that open answers may still bring, in the order of the catalogue.

    What is open: questions without an answer that may still be asked, and facts of intake that are not given.
    """
    questions = {question.key: question for question in item.questions}

    def may_hold(when: When, seen: frozenset[str] = frozenset()) -> bool:
        return all(
            facts[key] in answers
            if key in facts
            else key not in seen
            and (key not in questions or any(may_hold(when, seen | {key}) for when in questions[key].whens))
            for key, answers in when.items()
        )

    return tuple(r for r in item.materials if r.under(facts) is None and any(map(may_hold, r.whens)))


def allowed_states(requirement: MaterialRequirement, *, is_barred: bool = False) -> tuple[MaterialState, ...]:
    """States that a clerk may choose for this material, in the order of their keys.

    Args:
        is_barred: the applicant is on the credit list and may neither defer nor pledge (国办发〔2020〕42号).
    """
    states = [MaterialState.COMPLETE, MaterialState.MISSING, MaterialState.FAULTY]
    if requirement.is_deferrable and not is_barred:
        states.append(MaterialState.DEFERRED)
    if requirement.is_pledgeable and not is_barred:
        states.append(MaterialState.PLEDGED)
    if requirement.is_shareable:
        states.append(MaterialState.SHARED)
    if not requirement.is_required:
        states.append(MaterialState.NOT_APPLICABLE)
    return tuple(states)


def mark(checklist: Checklist, check: Check, *, is_barred: bool = False) -> Checklist:
    """The checklist with one row set.

    Raises:
        NotInCatalogue: the situation does not ask for this material.
        NotAllowed: the catalogue does not allow the state; reason `state_<state>`, or `state_barred` where it does
            and it is the applicant to whom it is closed.
        InvalidInput: a faulty material without saying what is wrong.
    """
    requirement = checklist.requirement(check.code)
    check = msgspec.structs.replace(check, reason=clean_text(check.reason))
    if check.state is not MaterialState.UNCHECKED:
        _require_allowed(requirement, check.state, is_barred=is_barred)
    if check.state is MaterialState.FAULTY and not check.reason:
        raise InvalidInput("fault_reason_missing", field=f"material.{check.code}", code=check.code)
    return msgspec.structs.replace(checklist, checks={**checklist.checks, check.code: check})


def _require_allowed(requirement: MaterialRequirement, state: MaterialState, *, is_barred: bool) -> None:
    if state not in allowed_states(requirement):
        raise NotAllowed(reason=f"state_{state.value}", code=requirement.code)
    if state not in allowed_states(requirement, is_barred=is_barred):
        raise NotAllowed(reason="state_barred", code=requirement.code)


def mark_all(checklist: Checklist, checks: Iterable[Check], *, is_barred: bool = False) -> Checklist:
    """`mark` for each of `checks`, in order; nothing is kept if one is refused."""
    for check in checks:
        checklist = mark(checklist, check, is_barred=is_barred)
    return checklist
