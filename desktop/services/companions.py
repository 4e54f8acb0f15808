"""Papers that go with a conclusion, issued in its transaction before the notice: pledges, and who does what where."""

from collections.abc import Callable

from desktop.domain.case import Case
from desktop.domain.decide import Circumstances
from desktop.domain.papers import Head
from desktop.domain.papers_elsewhere import JointSheet
from desktop.ports import UnitOfWork
from desktop.services import elsewhere
from desktop.services.papers import issue
from desktop.services.pledges import issue_pledges


def issue_companions(uow: UnitOfWork, case: Case, now: Circumstances, head: Callable[[str], Head]) -> tuple[str, ...]:
    """承诺书, then 多地联办分工单; their numbers, often none.

    Args:
        case: after the conclusion. head: makes the head from the number.
    """
    numbers = issue_pledges(uow, case, now, head)
    if not elsewhere.wants_joint_sheet(case):
        return numbers
    sheet = issue(
        uow,
        JointSheet,
        lambda number: elsewhere.joint_sheet(case, head(number)),
        today=now.today,
        case_id=case.case_id,
    )
    return (*numbers, sheet)
