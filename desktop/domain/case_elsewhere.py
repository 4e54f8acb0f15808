"""How news of another place change a case; a part of desktop.domain.case.evolve, which is the one to call."""

from typing import TYPE_CHECKING

import msgspec

from desktop.domain import events as ev
from desktop.domain import events_elsewhere as ew
from desktop.domain.case_state import CaseState, Decision
from desktop.domain.catalogue_elsewhere import Mode

if TYPE_CHECKING:  # case.py folds these in; the type alone is needed here
    from desktop.domain.case import Case


def with_elsewhere(case: "Case", event: ev.Event) -> "Case | None":
    """The case after something happened elsewhere; None if the event is no such thing."""
    match event:
        case ew.SentElsewhere():
            return msgspec.structs.replace(
                case, state=case.state if _is_joint(case) else CaseState.FORWARDED, sent=event
            )
        case ew.JointStepSettled():
            return msgspec.structs.replace(case, joint_settled=(*case.joint_settled, event))
        case ew.ElsewhereState():
            after = msgspec.structs.replace(case, elsewhere_states=(*case.elsewhere_states, event))
            if event.stage is not ew.Stage.DECIDED or _is_joint(case):
                return after
            office = case.elsewhere.authority if case.elsewhere else ""
            decision = Decision(
                is_granted=event.is_granted, decided_on=event.noted_on, office=office, explanation=event.note
            )
            return msgspec.structs.replace(after, state=CaseState.DECIDED, decision=decision)
    return None


def _is_joint(case: "Case") -> bool:
    """多地联办: accepted and decided here, whatever the other place adds."""
    return case.elsewhere is not None and case.elsewhere.mode is Mode.JOINT
