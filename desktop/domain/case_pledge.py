"""How pledges change a case; a part of desktop.domain.case.evolve, which is the one to call."""

from collections.abc import Collection
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

import msgspec

from desktop.domain import events as ev
from desktop.domain import events_pledge as ep
from desktop.domain.case_state import CaseState
from desktop.domain.checklist import MaterialState

if TYPE_CHECKING:  # case.py folds these in; the type alone is needed here
    from desktop.domain.case import Case


class PledgeState(Enum):
    """Where a pledge stands."""

    OPEN = "open"  # 待核查
    TRUE = "true"  # 属实
    FALSE = "false"  # 不实
    RECTIFYING = "rectifying"  # 限期整改
    WITHDRAWN = "withdrawn"  # 已撤回


class Pledge(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A pledge of the case and the day by which somebody has to look."""

    code: str
    name: str
    taken_on: date
    verify_by: date
    state: PledgeState = PledgeState.OPEN

    @property
    def is_open(self) -> bool:
        """Somebody still has to look."""
        return self.state in (PledgeState.OPEN, PledgeState.RECTIFYING)


def with_pledge(case: "Case", event: ev.Event) -> "Case | None":
    """The case after something happened to its pledges; None if the event is no such thing."""
    match event:
        case ep.PledgesTaken():
            taken = tuple(
                Pledge(code=p.code, name=p.name, taken_on=event.taken_on, verify_by=p.verify_by) for p in event.pledges
            )
            codes = {pledge.code for pledge in taken}
            return msgspec.structs.replace(case, pledges=(*(p for p in case.pledges if p.code not in codes), *taken))
        case ep.PledgeWithdrawn():
            return _withdrawn(case, event)
        case ep.PledgeVerified():
            state = PledgeState.TRUE if event.is_true else PledgeState.FALSE
            return msgspec.structs.replace(case, pledges=_in_state(case, event.codes, state))
        case ep.FalsePledgeFound():
            return _false(case, event)
        case ep.CreditNoted():
            return msgspec.structs.replace(case, credit=event)
        case ep.CreditRepaired():
            return msgspec.structs.replace(case, credit_repaired=event)
    return None


def _in_state(case: "Case", codes: Collection[str], state: PledgeState, by: date | None = None) -> tuple[Pledge, ...]:
    return tuple(
        msgspec.structs.replace(p, state=state, verify_by=by or p.verify_by) if p.code in codes else p
        for p in case.pledges
    )


def _withdrawn(case: "Case", event: ep.PledgeWithdrawn) -> "Case":
    rows = tuple(
        msgspec.structs.replace(row, state=MaterialState.MISSING, reason="") if row.code in event.codes else row
        for row in case.rows
    )
    owed = tuple(
        ev.OwedMaterial(code=code, name=name, due_on=event.supply_by)
        for code, name in zip(event.codes, event.names, strict=True)
        if event.supply_by is not None
    )
    return msgspec.structs.replace(
        case,
        rows=rows,
        owed=(*case.owed, *owed),
        pledges=_in_state(case, event.codes, PledgeState.WITHDRAWN),
    )


def _false(case: "Case", event: ep.FalsePledgeFound) -> "Case":
    if event.consequence is ep.Consequence.RECTIFY:
        return msgspec.structs.replace(
            case, pledges=_in_state(case, event.codes, PledgeState.RECTIFYING, event.rectify_by)
        )
    ends = event.consequence in (ep.Consequence.TERMINATE, ep.Consequence.REVOKE) and case.is_open
    after = msgspec.structs.replace(case, pledges=_in_state(case, event.codes, PledgeState.FALSE), false_pledge=event)
    if not ends:
        return after
    return msgspec.structs.replace(after, state=CaseState.RETURNED, ended_on=event.found_on, end_reason=event.facts)
