"""The pledges that a conclusion brings: issued in its transaction, before the notice, so that they are signed first."""

from collections.abc import Callable

from desktop.domain.case import Case, CaseState
from desktop.domain.case_pledge import PledgeState
from desktop.domain.checklist import MaterialState
from desktop.domain.course_pledge import VERIFY_DAYS, take_pledges
from desktop.domain.decide import Circumstances
from desktop.domain.events import MaterialRow
from desktop.domain.papers import Head, Paper
from desktop.domain.papers_pledge import DeferralPledge, NoticeAndPledge
from desktop.ports import CaseReader, UnitOfWork
from desktop.services import pledge_contents
from desktop.services.papers import issue

_STANDS = frozenset({CaseState.RECEIVED, CaseState.CORRECTING, CaseState.ACCEPTED})
"""Where the application has ended or is handed back, nothing is pledged any more."""


VERIFY_DAYS_SETTING = "pledge.verify_days"
PUBLICATION_SETTING = "pledge.publication"
CONSEQUENCE_SETTING = "deferral.consequence"


def issue_pledges(uow: UnitOfWork, case: Case, now: Circumstances, head: Callable[[str], Head]) -> tuple[str, ...]:
    """告知承诺书 for what is newly pledged, 容缺受理承诺书 for what is owed. Returns their numbers, often none.

    With its paper each pledge gets the day by which it is to be verified.

    Args:
        case: after the conclusion.
        head: makes the head from the number.
    """

    def issued(kind: type[Paper], content: Callable[[Head], Paper]) -> str:
        return issue(uow, kind, lambda number: content(head(number)), today=now.today, case_id=case.case_id)

    numbers = []
    pledged = newly_pledged(uow, case)
    if pledged:
        uow.record(take_pledges(pledged, now, days=verify_days(uow)), case_id=case.case_id)
        publication = uow.setting(PUBLICATION_SETTING) or pledge_contents.PUBLICATION
        numbers.append(
            issued(
                NoticeAndPledge,
                lambda made: pledge_contents.notice_and_pledge(case, now.item, made, pledged, publication=publication),
            )
        )
    if case.owed and case.state is CaseState.ACCEPTED:
        consequence = uow.setting(CONSEQUENCE_SETTING) or pledge_contents.CONSEQUENCE
        numbers.append(
            issued(DeferralPledge, lambda made: pledge_contents.deferral_pledge(case, made, consequence=consequence))
        )
    return tuple(numbers)


def verify_days(reader: CaseReader) -> int:
    """Calendar days within which this hall verifies a pledge where the catalogue says nothing."""
    text = reader.setting(VERIFY_DAYS_SETTING)
    return int(text) if text.isascii() and text.isdigit() and int(text) else VERIFY_DAYS


def newly_pledged(reader: CaseReader, case: Case) -> tuple[MaterialRow, ...]:
    """Pledged materials of the case that no standing pledge of it names: nobody signs the same pledge twice.

    One that was withdrawn, or whose paper is void, is signed anew.
    """
    if case.state not in _STANDS:
        return ()
    papers = (reader.paper(paper.number) for paper in case.papers if paper.is_in_force)
    named = {m.name for paper in papers if isinstance(paper, NoticeAndPledge) for m in paper.materials}
    named -= {pledge.name for pledge in case.pledges if pledge.state is PledgeState.WITHDRAWN}
    return tuple(row for row in case.rows if row.state is MaterialState.PLEDGED and row.name not in named)
