"""How the events after intake change a case; a part of desktop.domain.case.evolve, which is the one to call."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from desktop.domain import events as ev
from desktop.domain.case_state import CaseState, Decision
from desktop.domain.checklist import MaterialState
from desktop.domain.deadline import Suspension

if TYPE_CHECKING:  # case.py folds these in; the type alone is needed here
    from desktop.domain.case import Case


def with_course(case: "Case", event: ev.Event) -> "Case | None":
    """The case after a step of its later life; None if the event is no such step."""
    return _materials(case, event) or _clock(case, event) or _way(case, event) or _end(case, event)


def _materials(case: "Case", event: ev.Event) -> "Case | None":
    """What came in after intake."""
    match event:
        case ev.CorrectionSupplied():
            return msgspec.structs.replace(
                case,
                rows=_with_supplied(case.rows, event.supplied),
                outstanding=event.outstanding,
                state=case.state if event.outstanding else CaseState.RECEIVED,
                notice_due_on=case.notice_due_on if event.outstanding else None,
                asked_above=case.asked_above if event.outstanding else None,
            )
        case ev.DeferredSupplied():
            codes = {material.code for material in event.supplied}
            return msgspec.structs.replace(
                case,
                rows=_with_supplied(case.rows, event.supplied),
                owed=tuple(owed for owed in case.owed if owed.code not in codes),
            )
        case ev.CityAskedCorrection():
            return msgspec.structs.replace(
                case, state=CaseState.CORRECTING, asked_above=event, supply_by=event.supply_by, outstanding=()
            )
    return None


def _with_supplied(
    rows: tuple[ev.MaterialRow, ...], supplied: Iterable[ev.SuppliedMaterial]
) -> tuple[ev.MaterialRow, ...]:
    """The rows with what came in; a material that no row names is one that the authority above asked for."""
    new = {material.code: material for material in supplied}
    known = tuple(
        msgspec.structs.replace(row, state=new[row.code].state, reason="", pages=new[row.code].pages or row.pages)
        if row.code in new
        else row
        for row in rows
    )
    codes = {row.code for row in rows}
    added = tuple(
        ev.MaterialRow(code=material.code, name=material.name, state=MaterialState.COMPLETE, pages=material.pages)
        for material in new.values()
        if material.code not in codes
    )
    return known + added


def _clock(case: "Case", event: ev.Event) -> "Case | None":
    """What starts, stops and moves the limit."""
    match event:
        case ev.CaseDeemedAccepted():
            return msgspec.structs.replace(
                case,
                state=CaseState.ACCEPTED,
                accepted_on=event.accepted_on,
                statutory_due_on=event.statutory_due_on,
                committed_due_on=event.committed_due_on,
            )
        case ev.ProcedureBegun():
            return msgspec.structs.replace(case, procedure=event)
        case ev.ProcedureEnded():
            begun = case.procedure
            stop = (Suspension(begun.begins_on, max(begun.begins_on, event.ended_on)),) if begun else ()
            return msgspec.structs.replace(
                _with_dates(case, event.statutory_due_on, event.committed_due_on),
                procedure=None,
                suspensions=(*case.suspensions, *stop),
            )
        case ev.LimitExtended():
            moved = _with_dates(case, event.statutory_due_on, event.committed_due_on)
            return msgspec.structs.replace(moved, extended_by=event.workdays)
    return None


def _with_dates(case: "Case", statutory: date | None, committed: date | None) -> "Case":
    return msgspec.structs.replace(case, statutory_due_on=statutory, committed_due_on=committed)


def _way(case: "Case", event: ev.Event) -> "Case | None":
    """The way up and the result's way back."""
    match event:
        case ev.CaseForwarded():
            return msgspec.structs.replace(case, state=CaseState.FORWARDED, forwarded=event, hands=())
        case ev.HandReceived():
            return msgspec.structs.replace(case, hands=(*case.hands, event))
        case ev.CityReceived():
            hand = ev.HandReceived(received_on=case.received_on, unit=event.office)
            return msgspec.structs.replace(case, hands=(*case.hands, hand))
        case ev.CaseDecided():
            decision = Decision(
                is_granted=event.is_granted,
                decided_on=event.decided_on,
                document_name=event.certificate,
                explanation=event.reasons,
                deliver_by=event.deliver_by,
            )
            return msgspec.structs.replace(case, state=CaseState.DECIDED, decision=decision)
        case ev.CityDecided():
            return msgspec.structs.replace(case, state=CaseState.DECIDED, decision=_from_above(event))
        case ev.ResultArrived():
            return msgspec.structs.replace(case, result=event)
    return None


def _from_above(event: ev.CityDecided) -> Decision:
    return Decision(
        is_granted=event.is_granted,
        decided_on=event.decided_on,
        office=event.office,
        document_name=event.document_name,
        document_number=event.document_number,
        explanation=event.explanation,
    )


def _end(case: "Case", event: ev.Event) -> "Case | None":
    """What closes a case."""
    match event:
        case ev.CaseReturned():
            return msgspec.structs.replace(
                case, state=CaseState.RETURNED, ended_on=event.returned_on, end_reason=event.reason
            )
        case ev.CaseWithdrawn():
            return msgspec.structs.replace(
                case, state=CaseState.WITHDRAWN, ended_on=event.withdrawn_on, end_reason=event.reason
            )
        case ev.CaseDelivered():
            return msgspec.structs.replace(
                case, state=CaseState.DELIVERED, ended_on=event.delivered_on, delivered=event
            )
    return None
