"""Papers that are handed over without a conclusion: forms before intake, guide and sample of an item, rating sheet.

Every one is issued as the others are, numbered and signed: what this program prints can be checked. Those that come
before a case belong to none.
"""

from collections.abc import Callable, Mapping
from datetime import date

from desktop.domain import decide, rating_rules
from desktop.domain.case import Case
from desktop.domain.decide import Circumstances
from desktop.domain.errors import Conflict
from desktop.domain.events import RatingStage
from desktop.domain.papers import Head, Paper
from desktop.domain.papers_pledge import FilledSample, PowerOfAttorney, RatingSheet, ServiceGuide, TruthPledge
from desktop.domain.people import Hall, Session
from desktop.ports import Changes, Taken, UnitOfWork
from desktop.services import guide_contents, intake_form, paper_contents, pledge_contents, ratings
from desktop.services.intake import circumstances
from desktop.services.intake_form import IntakeForm
from desktop.services.papers import issue


def power_of_attorney(uow: UnitOfWork, session: Session, form: IntakeForm, *, today: date) -> Taken:
    """授权委托书 for the form's item, filled in as far as the form is; the rest is for the pen (民法典 165).

    Raises:
        NotInCatalogue: the form names no item, or it is not valid today.
    """
    now = _valid(uow, form.item_code, form.catalogue_version, today)
    typed = intake_form.sound_values(form, today=today)
    return _issue(
        uow,
        session,
        now,
        PowerOfAttorney,
        lambda head: pledge_contents.power_of_attorney(form, now.item, head, typed=typed),
    )


def truth_pledge(uow: UnitOfWork, session: Session, form: IntakeForm, *, today: date) -> Taken:
    """真实性承诺书 for the form's item (行政许可法 31). Errors as `power_of_attorney`."""
    now = _valid(uow, form.item_code, form.catalogue_version, today)
    typed = intake_form.sound_values(form, today=today)
    return _issue(
        uow,
        session,
        now,
        TruthPledge,
        lambda head: pledge_contents.truth_pledge(form, now.item, head, typed=typed),
    )


def service_guide(uow: UnitOfWork, session: Session, *, item_code: str, today: date) -> Taken:
    """办事指南 of an item in the catalogue in force. Errors as `power_of_attorney`."""
    now = _valid(uow, item_code, "", today)
    hall = _hall(uow)
    return _issue(
        uow,
        session,
        now,
        ServiceGuide,
        lambda head: guide_contents.service_guide(now.item, hall, head, version=now.catalogue_version),
    )


def filled_sample(
    uow: UnitOfWork, session: Session, *, item_code: str, answers: Mapping[str, str], today: date
) -> Taken:
    """示范文本 of an item in the situation that has been answered so far. Errors as `power_of_attorney`."""
    now = _valid(uow, item_code, "", today)
    facts = {"channel": "counter", **answers}
    return _issue(uow, session, now, FilledSample, lambda head: guide_contents.filled_sample(now.item, facts, head))


def rating_sheet(uow: UnitOfWork, session: Session, case_id: str, *, today: date) -> Taken:
    """评价表 of a case, for places without a device: the citizen fills it in, or does not (GB/T 39734-2020, 4.1).

    Raises:
        Conflict: there is no such case.
    """
    case = uow.case(case_id)
    if case is None:
        raise Conflict(case_id=case_id)
    now = circumstances(uow, item_code=case.item.code, version=case.catalogue_version, today=today)
    stage = next(iter(rating_rules.open_stages(case, ratings.family_of(uow, case))), RatingStage.COMPLETION)
    link = ratings.rating_code(uow, case.case_number, stage)
    return _issue(uow, session, now, RatingSheet, lambda head: pledge_contents.rating_sheet(head, link=link), case=case)


def _valid(uow: UnitOfWork, item_code: str, version: str, today: date) -> Circumstances:
    now = circumstances(uow, item_code=item_code, version=version or None, today=today)
    decide.require_valid(now.item, today)
    return now


def _issue(
    uow: UnitOfWork,
    session: Session,
    now: Circumstances,
    kind: type[Paper],
    content: Callable[[Head], Paper],
    *,
    case: Case | None = None,
) -> Taken:
    hall = _hall(uow)
    is_sample = paper_contents.is_sample(uow.catalogue(now.catalogue_version))

    def made(number: str) -> Paper:
        head = paper_contents.head(
            now.item, hall, session, number=number, today=now.today, case=case, is_sample=is_sample
        )
        return content(head)

    case_id = case.case_id if case else None
    number = issue(uow, kind, made, today=now.today, case_id=case_id)
    changes = Changes(papers=frozenset({number}), cases=frozenset({case_id} if case_id else ()))
    return Taken(case_id=case_id or "", case_number=case.case_number if case else "", papers=(number,), changes=changes)


def _hall(uow: UnitOfWork) -> Hall:
    hall = uow.hall()
    if hall is None:
        raise Conflict(what="hall")
    return hall
