"""Cases brought to where a test needs them, by the decider itself."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from desktop.domain import events as ev
from desktop.domain.case import Case, evolve
from desktop.domain.catalogue import Role, ServiceItem
from desktop.domain.checklist import MaterialState
from desktop.domain.decide import Circumstances, conclude, receive
from desktop.domain.outcome import Outcome
from tests.builders import COMPLETE, application, circumstances, item

MISSING = {**COMPLETE, "m3": MaterialState.MISSING}
DEFERRED = {**COMPLETE, "m4": MaterialState.DEFERRED}
ABOVE = item(role=Role.FIRST_REVIEW, authority="示例县民政局")


def folded(case: Case | None, events: Iterable[ev.Event]) -> Case:
    for event in events:
        case = evolve(case, "c1", event)
    assert case is not None
    return case


def received(states: dict[str, MaterialState] = COMPLETE, of: ServiceItem | None = None, **facts: str) -> Case:
    return folded(None, receive(application(states, of, **facts), circumstances(of)))


def concluded(
    outcome: Outcome, states: dict[str, MaterialState] = COMPLETE, of: ServiceItem | None = None, days: int = 0
) -> Case:
    now = replace(circumstances(of), correction_days=days)
    case = received(states, of)
    return folded(case, conclude(case, outcome, now))


def accepted(of: ServiceItem | None = None) -> Case:
    return concluded(Outcome.ACCEPT, of=of)


def on(day: date, of: ServiceItem | None = None) -> Circumstances:
    return circumstances(of, today=day)


def supplied(*codes: str) -> list[ev.SuppliedMaterial]:
    return [ev.SuppliedMaterial(code=code, name=code, state=MaterialState.COMPLETE) for code in codes]
