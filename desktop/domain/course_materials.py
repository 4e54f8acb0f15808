"""What comes in after intake: corrections that a notice asked for (补正), and materials that were deferred (容缺)."""

from collections.abc import Iterable, Sequence

from desktop.domain import events as ev
from desktop.domain.authority import may_accept
from desktop.domain.case import Case, evolve
from desktop.domain.catalogue import Handling
from desktop.domain.checklist import SATISFIED, MaterialState
from desktop.domain.course_guard import require
from desktop.domain.course_limits import limits
from desktop.domain.course_rules import Action
from desktop.domain.decide import Circumstances, owed
from desktop.domain.errors import InvalidInput


def supply_correction(case: Case, supplied: Sequence[ev.SuppliedMaterial], now: Circumstances) -> tuple[ev.Event, ...]:
    """补正: what came in today of what the notice asked for. When all is in, the case is accepted as of today (Art 32).

    Raises:
        NotAllowed: nothing is to be corrected. InvalidInput: `supplied_nothing`, `supplied_unasked`, `supplied_state`.
    """
    require(case, Action.SUPPLY, now)
    wanted = to_supply(case)
    _require_among(supplied, [row.code for row in wanted])
    codes = {material.code for material in supplied}
    outstanding = tuple(row.code for row in wanted if row.code not in codes)
    events: list[ev.Event] = [
        ev.CorrectionSupplied(supplied_on=now.today, supplied=tuple(supplied), outstanding=outstanding)
    ]
    if not outstanding and may_accept(now.item) and case.asked_above is None:
        dates = limits(case, now, accepted_on=now.today)
        events.append(
            ev.CaseAccepted(
                accepted_on=now.today,
                statutory_due_on=dates.statutory_due_on,
                committed_due_on=dates.committed_due_on,
                owed=owed(_after(case, events), now),
            )
        )
    return tuple(events)


def _after(case: Case, events: Iterable[ev.Event]) -> Case:
    for event in events:
        case = evolve(case, case.case_id, event) or case
    return case


def to_supply(case: Case) -> tuple[ev.MaterialRow, ...]:
    """Rows that the notice, or the authority above, asked for and that have not come in; in the order of the paper."""
    if case.asked_above is not None:
        return tuple(
            ev.MaterialRow(code=f"above-{place}", name=name, state=MaterialState.MISSING)
            for place, name in enumerate(case.asked_above.materials or ("按要求补正的材料",), start=1)
            if not case.outstanding or f"above-{place}" in case.outstanding
        )
    owing = {MaterialState.MISSING, MaterialState.FAULTY}
    if case.item.handling is Handling.IMMEDIATE:
        owing.add(MaterialState.DEFERRED)  # an immediate item knows no deferral
    asked = [row for row in case.rows if row.state in owing]
    return tuple(row for row in asked if row.is_required or row.state is MaterialState.FAULTY)


def _require_among(supplied: Sequence[ev.SuppliedMaterial], codes: Iterable[str]) -> None:
    if not supplied:
        raise InvalidInput("supplied_nothing", field="materials")
    known = set(codes)
    for material in supplied:
        if material.code not in known:
            raise InvalidInput("supplied_unasked", field=f"material.{material.code}", code=material.code)
        if material.state not in SATISFIED:
            raise InvalidInput("supplied_state", field=f"material.{material.code}", code=material.code)


def supply_deferred(case: Case, supplied: Sequence[ev.SuppliedMaterial], now: Circumstances) -> tuple[ev.Event, ...]:
    """容缺: owed materials came in today.

    Raises:
        NotAllowed: nothing is owed. InvalidInput: as supply_correction.
    """
    require(case, Action.SUPPLY_DEFERRED, now)
    _require_among(supplied, [material.code for material in case.owed])
    return (ev.DeferredSupplied(supplied_on=now.today, supplied=tuple(supplied)),)
