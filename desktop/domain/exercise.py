"""练习单 (M25): ten exercises for the first day, each ticked off by what the ledger shows and by nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from desktop.domain import events as ev
from desktop.domain.checklist import MaterialState


class Exercise(Enum):
    """An exercise, in the order in which they are done."""

    ACCEPT = "accept"  # 材料齐全, 受理
    NOTICE = "notice"  # 一次性告知两处
    ON_SPOT = "on_spot"  # 当场更正
    REFUSE = "refuse"  # 不予受理
    INFORM = "inform"  # 只来问问
    DEFER = "defer"  # 容缺受理
    PLEDGE = "pledge"  # 告知承诺
    REPRINT = "reprint"  # 补打并说明原因
    FIND = "find"  # 按电话尾号找到并更正
    HAND_OUT = "hand_out"  # 送达


FIND_TAIL = "0016"
"""Last digits of the phone of the made-up citizen who is looked for."""

HAND_OUT_NAME = "农秀英"
"""The made-up citizen whose result lies at the counter."""


@dataclass(frozen=True, slots=True)
class Done:
    """A ledger line of the clerk who practises; `phone` and `name` are those of the case's applicant."""

    event: ev.Event
    phone: str = ""
    name: str = ""


def solved(lines: Iterable[Done]) -> frozenset[Exercise]:
    """Every exercise that these lines show to be done, whatever else they show."""
    return frozenset(exercise for line in lines for exercise in Exercise if _shows(exercise, line))


def current(done: frozenset[Exercise]) -> Exercise | None:
    """The first that is still to be done; None: all ten are."""
    return next((exercise for exercise in Exercise if exercise not in done), None)


def _shows(exercise: Exercise, line: Done) -> bool:
    match exercise, line.event:
        case (Exercise.ACCEPT, ev.CaseAccepted() as accepted):
            return not accepted.owed
        case (Exercise.NOTICE, ev.CorrectionRequested() as asked):
            return len(asked.rows) >= 2
        case (Exercise.ON_SPOT, ev.CorrectedOnSpot()) | (Exercise.REFUSE, ev.CaseRefused()):
            return True
        case (Exercise.INFORM, ev.InformedOnce()):
            return True
        case (Exercise.DEFER, ev.CaseAccepted() as accepted):
            return bool(accepted.owed)
        case (Exercise.PLEDGE, ev.MaterialsChecked() as checked):
            return any(row.state is MaterialState.PLEDGED for row in checked.rows)
        case (Exercise.REPRINT, ev.PrintQueued() as queued):
            return queued.sheet_no > 0 and bool(queued.reason)
        case (Exercise.FIND, ev.CaseAmended()):
            return line.phone.endswith(FIND_TAIL)
        case (Exercise.HAND_OUT, ev.CaseDelivered()):
            return True
    return False
