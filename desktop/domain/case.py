"""A case (办件) and what may happen to it: `decide` says which events a command leads to, `evolve` folds them.

Nothing else changes a case. Papers of a case are folded here too, because the law ties paper and state together.
"""

from datetime import date

import msgspec

from desktop.domain import events as ev
from desktop.domain import events_elsewhere as ew
from desktop.domain import events_pledge as ep
from desktop.domain.case_amend import with_amendment
from desktop.domain.case_course import with_course
from desktop.domain.case_elsewhere import with_elsewhere
from desktop.domain.case_hands import with_hands
from desktop.domain.case_pledge import Pledge, with_pledge
from desktop.domain.case_rating import with_rating
from desktop.domain.case_state import OPEN_STATES as OPEN_STATES
from desktop.domain.case_state import CaseScan as CaseScan
from desktop.domain.case_state import CaseState as CaseState
from desktop.domain.case_state import Decision as Decision
from desktop.domain.case_state import IssuedPaper as IssuedPaper
from desktop.domain.case_state import Sheet as Sheet
from desktop.domain.case_state import SheetState as SheetState
from desktop.domain.checklist import MaterialState
from desktop.domain.deadline import Suspension
from desktop.domain.papers import title
from desktop.domain.people import Agent, Applicant
from desktop.domain.regime import Incomplete


class Case(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A case as its events have made it."""

    case_id: str
    case_number: str
    catalogue_version: str
    item: ev.ItemSnapshot
    applicant: Applicant
    window: str
    state: CaseState
    received_on: date
    facts: dict[str, str] = {}
    agent: Agent | None = None
    delivery: str = ""
    is_practice: bool = False
    rows: tuple[ev.MaterialRow, ...] = ()
    corrected: tuple[ev.MaterialRow, ...] = ()
    owed: tuple[ev.OwedMaterial, ...] = ()
    notice_due_on: date | None = None
    notices_given: int = 0
    supply_by: date | None = None
    accepted_on: date | None = None
    statutory_due_on: date | None = None
    committed_due_on: date | None = None
    ended_on: date | None = None
    end_reason: str = ""
    competent_authority: str = ""
    papers: tuple[IssuedPaper, ...] = ()
    scans: tuple[CaseScan, ...] = ()
    outstanding: tuple[str, ...] = ()  # codes that the notice asked for and that have not come in
    suspensions: tuple[Suspension, ...] = ()
    procedure: ev.ProcedureBegun | None = None  # the special procedure that stops the clock now
    extended_by: int = 0  # working days
    forwarded: ev.CaseForwarded | None = None
    hands: tuple[ev.HandReceived, ...] = ()  # who has the package, in order
    asked_above: ev.CityAskedCorrection | None = None  # a correction that the competent authority asks for
    decision: Decision | None = None
    result: ev.ResultArrived | None = None
    delivered: ev.CaseDelivered | None = None
    elsewhere: ev.HandledElsewhere | None = None
    on_behalf: ev.TakenElsewhere | None = None
    sent: ew.SentElsewhere | None = None
    elsewhere_states: tuple[ew.ElsewhereState, ...] = ()
    joint_settled: tuple[ew.JointStepSettled, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    false_pledge: ep.FalsePledgeFound | None = None  # the newest that was not to be put right
    credit: ep.CreditNoted | None = None  # on the local record because of this case
    credit_repaired: ep.CreditRepaired | None = None
    green: ev.GreenChannelGranted | None = None
    parts: tuple[str, ...] = ()  # item codes of a 一件事 that was taken in as one: this is the parent
    children: tuple[ev.OpenedCase, ...] = ()  # of a parent, once all is in
    sent_away: tuple[ev.SentAway, ...] = ()  # of a parent: items that do not go on with the others
    bundle: ev.BundleRef | None = None  # of a child
    keeper: str = ""  # clerk who has taken it over; empty: the one who took it in
    keeper_window: str = ""
    set_aside: tuple[ev.AsideLine, ...] = ()  # ledger lines that do not hold
    reused: tuple[ev.DataReused, ...] = ()
    ratings: tuple[ev.Rated, ...] = ()  # at most one of each stage
    follow_ups: tuple[ev.RatingFollowedUp, ...] = ()

    @property
    def due_on(self) -> date | None:
        """The day that the lamp looks at: the promise, else the law, else the notice that is owed."""
        if self.state is CaseState.RECEIVED:
            return self.notice_due_on
        if self.state is CaseState.CORRECTING:
            return self.supply_by
        if self.state is CaseState.DECIDED:
            return self.decision.deliver_by if self.decision else None
        running = self.state in (CaseState.ACCEPTED, CaseState.FORWARDED) and self.procedure is None
        return (self.committed_due_on or self.statutory_due_on) if running else None

    @property
    def is_open(self) -> bool:
        """Somebody still has to do something."""
        return self.state in OPEN_STATES

    @property
    def goes_first(self) -> bool:
        """先行先试、绿色通道: before others of the same day."""
        return self.green is not None or self.item.is_green or self.item.is_pilot

    def paper(self, number: str) -> IssuedPaper | None:
        """The paper of this number, or None."""
        return next((paper for paper in self.papers if paper.number == number), None)


_ABOUT_AN_ITEM = (ev.CityAskedCorrection, ev.CityDecided, ev.CityReceived)


def evolve(case: Case | None, case_id: str, event: ev.Event) -> Case | None:
    """The case after the event. An event of no case leaves it as it is.

    Raises:
        ValueError: an event about a case that was never received: the ledger is not what this program wrote.
    """
    if isinstance(event, ev.CaseReceived):
        return _received(case_id, event)
    if case is None:
        raise ValueError(f"{ev.kind_of(event)} before CaseReceived")
    if case.children and isinstance(event, _ABOUT_AN_ITEM):
        return case  # said of a 一件事 as a whole: its items are asked for and decided one by one, and it opens no more
    after = _with_step(case, event) or with_course(case, event) or with_rating(case, event) or with_pledge(case, event)
    after = after or with_elsewhere(case, event)
    after = after or with_hands(case, event)
    return after or _with_scan(case, event) or _with_paper(case, event)


def _received(case_id: str, event: ev.CaseReceived) -> Case:
    return Case(
        case_id=case_id,
        case_number=event.case_number,
        catalogue_version=event.catalogue_version,
        item=event.item,
        applicant=event.applicant,
        agent=event.agent,
        facts=event.facts,
        window=event.window,
        state=CaseState.RECEIVED,
        received_on=event.received_on,
        notice_due_on=event.notice_due_on,
        delivery=event.delivery,
        is_practice=event.is_practice,
        bundle=event.bundle,
        elsewhere=event.elsewhere,
        on_behalf=event.on_behalf,
        parts=event.parts if isinstance(event, ev.BundleReceived) else (),
        sent_away=event.sent_away if isinstance(event, ev.BundleReceived) else (),
    )


def _with_step(case: Case, event: ev.Event) -> Case | None:
    """The case after a step of its own, or after one was put right; None if the event is no such step."""
    match event:
        case ev.MaterialsChecked():
            return msgspec.structs.replace(case, rows=_merged(case.rows, event.rows))
        case ev.CorrectedOnSpot():
            complete = tuple(
                msgspec.structs.replace(row, state=MaterialState.COMPLETE, reason="") for row in event.rows
            )
            return msgspec.structs.replace(case, rows=_merged(case.rows, complete), corrected=event.rows)
        case ev.CaseAccepted():
            return msgspec.structs.replace(
                case,
                state=CaseState.ACCEPTED,
                accepted_on=event.accepted_on,
                statutory_due_on=event.statutory_due_on,
                committed_due_on=event.committed_due_on,
                owed=event.owed,
            )
        case ev.CorrectionRequested():
            return _corrected_by_notice(case, event)
        case ev.BundleOpened():
            return msgspec.structs.replace(case, state=CaseState.BUNDLED, children=(*case.children, *event.children))
        case ev.CaseRefused():
            return msgspec.structs.replace(
                case,
                state=CaseState.REFUSED,
                ended_on=event.refused_on,
                end_reason=event.reason,
                competent_authority=event.competent_authority,
            )
        case ev.CaseNotRequired():
            return msgspec.structs.replace(
                case, state=CaseState.NOT_REQUIRED, ended_on=event.told_on, end_reason=event.reason
            )
    return with_amendment(case, event)


def _corrected_by_notice(case: Case, event: ev.CorrectionRequested) -> Case:
    state = {
        Incomplete.CORRECT: CaseState.CORRECTING,
        Incomplete.REFUSE_ON_SPOT: CaseState.REFUSED,
        Incomplete.RETURN: CaseState.RETURNED,
    }[event.consequence]
    is_open = state is CaseState.CORRECTING
    return msgspec.structs.replace(
        case,
        state=state,
        notices_given=event.notice_no,
        supply_by=event.supply_by,
        ended_on=None if is_open else event.requested_on,
    )


def _merged(rows: tuple[ev.MaterialRow, ...], newer: tuple[ev.MaterialRow, ...]) -> tuple[ev.MaterialRow, ...]:
    by_code = {row.code: row for row in (*rows, *newer)}
    return tuple(by_code.values())


def _with_scan(case: Case, event: ev.Event) -> Case | None:
    """The case after a page came or went; None if the event is neither. Pages stand by material and place."""
    if not isinstance(event, ev.ScanAdded | ev.ScanRemoved):
        return None
    key = (event.sha256, event.material_code)
    others = tuple(scan for scan in case.scans if (scan.sha256, scan.material_code) != key)
    if isinstance(event, ev.ScanRemoved):
        return msgspec.structs.replace(case, scans=others)
    added = msgspec.convert(event, CaseScan, from_attributes=True)
    scans = sorted((*others, added), key=lambda scan: (scan.material_code, scan.place))
    return msgspec.structs.replace(case, scans=tuple(scans))


def _with_paper(case: Case, event: ev.Event) -> Case:
    if isinstance(event, ev.PaperIssued):
        issued = IssuedPaper(
            number=event.number,
            kind=str(type(event.paper).__struct_config__.tag),
            title=title(event.paper),
            sha256=event.sha256,
            issued_on=event.paper.head.issued_on,
        )
        return msgspec.structs.replace(case, papers=(*case.papers, issued))
    if isinstance(event, ev.PrintQueued | ev.PrintSent | ev.PrintFailed | ev.PrintConfirmed):
        papers = tuple(with_sheet(p, event) if p.number == event.number else p for p in case.papers)
        return msgspec.structs.replace(case, papers=papers)
    return case


PrintEvent = ev.PrintQueued | ev.PrintSent | ev.PrintFailed | ev.PrintConfirmed


def with_sheet(paper: IssuedPaper, event: PrintEvent) -> IssuedPaper:
    """The paper after something happened to one of its sheets."""
    if isinstance(event, ev.PrintQueued):
        sheet = Sheet(sheet_no=event.sheet_no, state=SheetState.QUEUED, device=event.device, reason=event.reason)
        others = tuple(s for s in paper.sheets if s.sheet_no != event.sheet_no)
        return msgspec.structs.replace(paper, sheets=(*others, sheet))
    state = {
        ev.PrintSent: SheetState.SENT,
        ev.PrintFailed: SheetState.FAILED,
        ev.PrintConfirmed: SheetState.CONFIRMED,
    }[type(event)]
    problem = event.problem if isinstance(event, ev.PrintFailed) else ""
    sheets = tuple(
        msgspec.structs.replace(s, state=state, problem=problem) if s.sheet_no == event.sheet_no else s
        for s in paper.sheets
    )
    return msgspec.structs.replace(paper, sheets=sheets)
