"""好差评: taken from the citizen while the window is turned to them, copied from a paper form, followed up if bad.

There is no function by which somebody at the counter rates: the one for the screen needs a turn that is not over, and
writes as nobody of the counter; the one for paper marks what it writes as copied and needs the form.
"""

import base64
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from desktop.domain import events as ev
from desktop.domain import rating_rules
from desktop.domain.case import Case
from desktop.domain.errors import Conflict, InvalidInput, NotAllowed
from desktop.domain.people import Session
from desktop.domain.rating import RatingLevel
from desktop.domain.rating_family import Family
from desktop.domain.rating_rules import FollowUp, Given, Served
from desktop.ports import CaseReader, Changes, UnitOfWork
from desktop.services.calendar import work_calendar
from desktop.services.service_settings import service_settings

RATING_SHEET = "rating_sheet"
SHEET_CODE = "rating_sheet"
"""Under this code the scanned pages of a rating form stand among the case's pages."""


@dataclass(slots=True)
class CitizenTurn:
    """The time during which the window belongs to the citizen. `stage` is what may be rated, None: nothing now."""

    case_id: str
    stage: ev.RatingStage | None
    served: Served
    is_over: bool = False

    def end(self) -> None:
        """The window goes back to the clerk: nothing can be rated with it any more."""
        self.is_over = True


def begin_turn(reader: CaseReader, session: Session, case_id: str) -> CitizenTurn:
    """The window is about to be turned to the citizen of this case; of a 一件事 that is rated as one, to the whole.

    Raises:
        Conflict: there is no such case.
    """
    case = _case(reader, case_id)
    served, family = Served(clerk=session.clerk.clerk_id, window=session.window), family_of(reader, case)
    asked = [case, family.whole] if family is not None else [case]
    for one in asked:
        for stage in rating_rules.open_stages(one, family):
            return CitizenTurn(one.case_id, stage, served)
    return CitizenTurn(case_id, None, served)


def family_of(reader: CaseReader, case: Case) -> Family | None:
    """The 一件事 that the case is or is an item of, with its items; None: it is none, or not all of it is here."""
    whole = reader.case(case.bundle.case_id) if case.bundle else case
    if whole is None or not whole.children:
        return None
    items = [reader.case(child.case_id) for child in whole.children]
    known = tuple(one for one in items if one is not None)
    return Family(whole, known) if len(known) == len(items) else None


def rate_on_screen(
    uow: UnitOfWork,
    turn: CitizenTurn,
    level: RatingLevel,
    *,
    options: tuple[str, ...] = (),
    rater: ev.Rater = ev.Rater.APPLICANT,
    today: date,
) -> Changes:
    """评价 by the citizen at the turned screen. The caller opens the unit of work for nobody (session None).

    Raises:
        NotAllowed: the turn is over, or there is nothing to rate. InvalidInput.
    """
    if turn.is_over or turn.stage is None:
        raise NotAllowed(reason="why.turn_over")
    given = Given(stage=turn.stage, level=level, rater=rater, options=options)
    return _rate(uow, turn.case_id, given, channel=ev.RatingChannel.SCREEN, served=turn.served, today=today)


def transcribe(
    uow: UnitOfWork,
    case_id: str,
    given: Given,
    *,
    paper_number: str = "",
    scan_sha256: str = "",
    today: date,
) -> Changes:
    """纸质转录: what stands on the citizen's form, with the form's number or its scanned page.

    Raises:
        InvalidInput: `rating_proof_missing`; `rating_paper` for a number that is no rating form of this case or was
            copied before; `rating_scan` for a page that is not among the case's. NotAllowed.
    """
    case, number = _case(uow, case_id), paper_number.strip()
    if number:
        _require_form(case, number)
    if scan_sha256 and all(scan.sha256 != scan_sha256 for scan in case.scans):
        raise InvalidInput("rating_scan", field="scan")
    return _rate(
        uow,
        case_id,
        given,
        channel=ev.RatingChannel.PAPER,
        served=served_by(uow, case, given.stage),
        today=today,
        scan_sha256=scan_sha256,
        paper_number=number,
    )


def follow_up(uow: UnitOfWork, case_id: str, stage: ev.RatingStage, how: FollowUp, *, today: date) -> Changes:
    """差评核实回访; one that is not settled is looked at again after the same days. Raises NotAllowed, InvalidInput."""
    days = service_settings(uow).follow_up_days
    again_by = rating_rules.working_day(today, workdays=days, calendar=work_calendar(uow, today))
    events = rating_rules.follow_up(_case(uow, case_id), stage, how, today=today, again_by=again_by)
    uow.record(events, case_id=case_id)
    return Changes(cases=frozenset({case_id}))


def forms_of(case: Case) -> tuple[str, ...]:
    """Numbers of the rating forms that were printed for the case and are not copied yet, the newest first."""
    used = {rated.paper_number for rated in case.ratings}
    numbers = [paper.number for paper in case.papers if paper.kind == RATING_SHEET and paper.number not in used]
    return tuple(reversed(numbers))


def served_by(reader: CaseReader, case: Case, stage: ev.RatingStage) -> Served:
    """Whose service a stage was: who took the case in, or who did the last thing to it."""
    lines = [line for line in reader.lines_of(case.case_id) if line.clerk]
    if stage is ev.RatingStage.ACCEPTANCE:
        lines = [line for line in lines if isinstance(line.event, ev.CaseReceived)] or lines
        return Served(clerk=lines[0].clerk if lines else "", window=case.window)
    done = [line for line in lines if not isinstance(line.event, ev.Rated | ev.RatingFollowedUp | ev.PaperIssued)]
    return Served(clerk=done[-1].clerk if done else "", window=case.window)


def rating_code(uow: UnitOfWork, case_number: str, stage: ev.RatingStage) -> str:
    """The text of the QR that leads to the city's page: its link with number, stage and this window's signature.

    Empty where no link is set: no address is ever made up.
    """
    link = service_settings(uow).link
    if not link:
        return ""
    signature = uow.sign(f"rating|{case_number}|{stage.value}".encode())
    code = base64.urlsafe_b64encode(signature).rstrip(b"=").decode()
    return f"{link}{'&' if '?' in link else '?'}c={quote(case_number)}&s={stage.value}&k={code}"


def _rate(
    uow: UnitOfWork,
    case_id: str,
    given: Given,
    *,
    channel: ev.RatingChannel,
    served: Served,
    today: date,
    scan_sha256: str = "",
    paper_number: str = "",
) -> Changes:
    days, case = service_settings(uow).follow_up_days, _case(uow, case_id)
    events = rating_rules.rate(
        case,
        given,
        channel=channel,
        served=served,
        today=today,
        follow_up_by=rating_rules.follow_up_day(given.level, today, workdays=days, calendar=work_calendar(uow, today)),
        scan_sha256=scan_sha256,
        paper_number=paper_number,
        family=family_of(uow, case),
    )
    uow.record(events, case_id=case_id)
    return Changes(cases=frozenset({case_id}))


def _require_form(case: Case, number: str) -> None:
    if number not in forms_of(case):
        raise InvalidInput("rating_paper", field="paper_number")


def _case(reader: CaseReader, case_id: str) -> Case:
    case = reader.case(case_id)
    if case is None:
        raise Conflict(case_id=case_id)
    return case
