"""收件 to conclusion: one call takes the application in, concludes it and issues the paper, in one transaction."""

import dataclasses
from collections.abc import Mapping
from datetime import date

from desktop.domain import decide, papers
from desktop.domain.bundle import item_of
from desktop.domain.case import Case, CaseState
from desktop.domain.catalogue import Audience, NotRequiredHere
from desktop.domain.checklist import Check, Checklist, mark_all, requirements_of
from desktop.domain.decide import Application, Circumstances
from desktop.domain.errors import Conflict, InvalidInput, NotAllowed, NotInCatalogue
from desktop.domain.events import CorrectionRequested, Event, InformedOnce
from desktop.domain.free_text import clean_text
from desktop.domain.outcome import Outcome, effect_of, offers
from desktop.domain.papers_elsewhere import ElsewhereReceipt
from desktop.domain.people import Hall, Session
from desktop.ports import CaseReader, Changes, Taken, UnitOfWork
from desktop.services import bundles, credit, elsewhere, form_records, intake_form, numbering, paper_contents, scans
from desktop.services.bundle_refusals import papers_of_the_refused, refuse_the_sent_away
from desktop.services.calendar import work_calendar
from desktop.services.companions import issue_companions
from desktop.services.correction_rule import correction_rule
from desktop.services.intake_form import IntakeForm
from desktop.services.papers import issue


def circumstances(reader: CaseReader, *, item_code: str, version: str | None = None, today: date) -> Circumstances:
    """The item as published, the day and the calendar.

    Args:
        version: the catalogue version that a case or draft is pinned to; None: the one in force today.

    Raises:
        NotInCatalogue: no such item there (目录之外无审批).
    """
    catalogue = reader.catalogue(version) if version else reader.catalogue_in_force(today)
    item = item_of(catalogue, item_code)
    if catalogue is None or item is None:
        raise NotInCatalogue(code=item_code)
    rule = correction_rule(reader)
    return Circumstances(
        item=item,
        catalogue_version=catalogue.version,
        today=today,
        calendar=work_calendar(reader, today),
        correction_days=rule.days,
        correction_basis=rule.published,
    )


def take_in(uow: UnitOfWork, session: Session, form: IntakeForm, *, today: date) -> Taken:
    """Receives, checks, concludes with `form.outcome`, issues its papers, drops the draft.

    The pledges come first among the papers, the notice last: the citizen signs before the notice is handed over.

    Asked twice with the same `form.case_id` (a double key stroke, a retry after a crash) it gives the first answer
    again.

    Raises:
        InvalidInput, NotInCatalogue, NotAllowed, MaterialsMissing, CalendarMissing: nothing was taken in.
    """
    existing = uow.case(form.case_id)
    if existing is not None:
        uow.delete_draft(form.case_id)
        return _taken(uow, existing)
    outcome = _outcome(form)
    now = circumstances(uow, item_code=form.item_code, version=form.catalogue_version or None, today=today)
    now = elsewhere.at_place(now, form)
    if outcome is Outcome.INFORM:
        return _informed(uow, session, form, now)
    uow.record(_received(uow, session, form, now), case_id=form.case_id)
    now = _with_bar(uow, _case(uow, form.case_id), now)
    refuse_the_sent_away(uow, session, _case(uow, form.case_id), now, hall=_hall(uow))
    scans.file_draft(uow, form.case_id, {row.code for row in _case(uow, form.case_id).rows})
    form_records.keep_with_case(uow, session, form, now.item, case_id=form.case_id, today=today)
    taken = _conclude(uow, session, form.case_id, outcome, form.repeat_reason, now)
    uow.delete_draft(form.case_id)
    return taken


def conclude_received(
    uow: UnitOfWork,
    session: Session,
    case_id: str,
    checks: Mapping[str, Check],
    outcome: Outcome,
    *,
    repeat_reason: str = "",
    today: date,
) -> Taken:
    """Concludes a case that was left in 已收件, after checking its materials again.

    Raises:
        NotAllowed: the case has been concluded meanwhile, or the outcome is not lawful.
    """
    case = _case(uow, case_id)
    now = circumstances(uow, item_code=case.item.code, version=case.catalogue_version, today=today)
    now = elsewhere.of_case(now, case)
    now = _with_bar(uow, case, now)
    checklist = mark_all(decide.checklist_of(case, now.item), checks.values(), is_barred=now.bar is not None)
    uow.record(decide.recheck(case, checklist), case_id=case_id)
    return _conclude(uow, session, case_id, outcome, repeat_reason, now)


def inform_once(
    uow: UnitOfWork,
    session: Session,
    *,
    item_code: str,
    answers: Mapping[str, str],
    asked_by: str = "",
    today: date,
) -> Taken:
    """一次性告知单 for somebody who only asks. No case is opened; no name need be given.

    Open answers leave nothing out: what they may still bring is on the sheet with the words when (行政许可法 30).
    """
    now = circumstances(uow, item_code=item_code, today=today)
    applicant = "organisation" if now.item.audience is Audience.ORGANISATION else "person"
    facts = {"applicant": applicant, "channel": "counter", **answers}
    return _inform(uow, session, now, facts=facts, asked_by=clean_text(asked_by))


def _with_bar(reader: CaseReader, case: Case, now: Circumstances) -> Circumstances:
    """With what the credit list and the hall's own record say of the applicant today."""
    person = case.applicant
    bar = credit.bar_of(reader, id_kind=person.id_kind, id_number=person.id_number, today=now.today)
    return dataclasses.replace(now, bar=bar)


def _outcome(form: IntakeForm) -> Outcome:
    try:
        return Outcome(form.outcome)
    except ValueError:  # none chosen yet, or one of another program
        raise InvalidInput("outcome_missing", field="outcome") from None


def _received(uow: UnitOfWork, session: Session, form: IntakeForm, now: Circumstances) -> tuple[Event, ...]:
    """Events of 收件. Everything is parsed before the number is taken, so that a fault uses up none."""
    applicant = intake_form.applicant_of(form, today=now.today)
    agent = intake_form.agent_of(form, today=now.today)
    decide.require_valid(now.item, now.today)
    away, on_behalf = elsewhere.handling(form, now, home=_hall(uow).division)
    application = Application(
        case_number=numbering.next_case_number(uow, _hall(uow), now.today),
        is_practice=numbering.is_practice(uow),
        applicant=applicant,
        agent=agent,
        facts=intake_form.facts(form),
        checklist=_checked(form, now),
        window=session.window,
        delivery=clean_text(form.delivery),
        elsewhere=away,
        on_behalf=on_behalf,
    )
    return bundles.as_received(uow, decide.receive(application, now), now, hall=_hall(uow))


def _checked(form: IntakeForm, now: Circumstances) -> Checklist:
    """The form's checklist, each check weighed again: a draft may have been made under other rules."""
    bare = Checklist(requirements=requirements_of(now.item, intake_form.facts(form)))
    checks = [form.checks[r.code] for r in bare.requirements if r.code in form.checks]
    return mark_all(bare, checks)


def _conclude(
    uow: UnitOfWork, session: Session, case_id: str, outcome: Outcome, repeat_reason: str, now: Circumstances
) -> Taken:
    events = decide.conclude(_case(uow, case_id), outcome, now, repeat_reason=clean_text(repeat_reason))
    if _case(uow, case_id).parts:
        return _conclude_bundle(uow, session, case_id, bundles.without_acceptance(events), now)
    uow.record(events, case_id=case_id)
    case = _case(uow, case_id)
    _issue_papers(uow, session, case, events, now)
    return _taken(uow, _case(uow, case_id))


def _conclude_bundle(
    uow: UnitOfWork, session: Session, case_id: str, events: tuple[Event, ...], now: Circumstances
) -> Taken:
    """One paper for the whole; where everything is in, a case for each item."""
    uow.record(events, case_id=case_id)
    parent = _case(uow, case_id)
    if not bundles.is_ready(parent):
        _issue_papers(uow, session, parent, events, now)
        return _taken(uow, _case(uow, case_id))
    opened = bundles.open_cases(uow, session, parent, now, hall=_hall(uow))
    _issue_papers(uow, session, opened.whole, events, now, children=opened.lines)
    return _taken(uow, _case(uow, case_id))


def _issue_papers(
    uow: UnitOfWork,
    session: Session,
    case: Case,
    events: tuple[Event, ...],
    now: Circumstances,
    *,
    children: tuple[papers.BundledCase, ...] = (),
) -> None:
    # Before the notice, which says what has been signed.
    issue_companions(uow, case, now, lambda number: _head(uow, session, now, number, case))
    kind = _paper_kind(case, events)
    issue(
        uow,
        kind,
        lambda number: _content(
            kind, case, events, now, _hall(uow), _head(uow, session, now, number, case), children=children
        ),
        today=now.today,
        case_id=case.case_id,
    )


def _paper_kind(case: Case, events: tuple[Event, ...]) -> type[papers.Paper]:
    if any(isinstance(event, CorrectionRequested) for event in events):
        return papers.CorrectionNotice
    if case.state is CaseState.RECEIVED and case.elsewhere is not None:
        return ElsewhereReceipt
    kinds: dict[CaseState, type[papers.Paper]] = {
        CaseState.ACCEPTED: papers.AcceptanceNotice,
        CaseState.RECEIVED: papers.MaterialsReceipt,
        CaseState.REFUSED: papers.RefusalNotice,
        CaseState.NOT_REQUIRED: papers.NotRequiredNotice,
    }
    return kinds[case.state]


def _content(
    kind: type[papers.Paper],
    case: Case,
    events: tuple[Event, ...],
    now: Circumstances,
    hall: Hall,
    head: papers.Head,
    *,
    children: tuple[papers.BundledCase, ...] = (),
) -> papers.Paper:
    if kind is papers.AcceptanceNotice:
        return paper_contents.acceptance_notice(case, now.item, head, children=children)
    if kind is papers.MaterialsReceipt:
        return paper_contents.materials_receipt(case, now.item, head, children=children)
    if kind is ElsewhereReceipt:
        return elsewhere.receipt(case, now, head)
    if kind is papers.RefusalNotice:
        return paper_contents.refusal_notice(case, now.item, hall, head)
    if kind is papers.NotRequiredNotice:
        effect = effect_of(now.item, case.facts)
        basis = effect.basis if isinstance(effect, NotRequiredHere) else ""
        return paper_contents.not_required_notice(case, now.item, hall, head, basis=basis)
    requested = next(event for event in events if isinstance(event, CorrectionRequested))
    return paper_contents.correction_notice(case, now, hall, head, requested)


def _inform(uow: UnitOfWork, session: Session, now: Circumstances, *, facts: dict[str, str], asked_by: str) -> Taken:
    decide.require_valid(now.item, now.today)
    event = InformedOnce(
        item_code=now.item.code, item_name=now.item.name, catalogue_version=now.catalogue_version, facts=facts
    )
    uow.record([event])
    number = issue(
        uow,
        papers.InformOnceSheet,
        lambda number: paper_contents.inform_once_sheet(
            now, _hall(uow), _head(uow, session, now, number, None), facts=facts, asked_by=asked_by
        ),
        today=now.today,
        case_id=None,
    )
    return Taken(case_id="", case_number="", papers=(number,), changes=Changes(papers=frozenset({number})))


def _informed(uow: UnitOfWork, session: Session, form: IntakeForm, now: Circumstances) -> Taken:
    """Intake that may only inform: the offer is weighed as any other, then the sheet is made."""
    facts = intake_form.facts(form)
    lawful = {offer.outcome for offer in offers(now.item, facts, _checked(form, now)) if offer.is_lawful}
    if Outcome.INFORM not in lawful:
        raise NotAllowed(reason="why.inform_only_for_questions")
    taken = _inform(uow, session, now, facts=facts, asked_by=clean_text(form.name))
    slips = form_records.keep_without_case(uow, session, form, now.item, today=now.today)
    uow.delete_draft(form.case_id)
    return dataclasses.replace(taken, papers=(*taken.papers, *slips))


def _head(uow: UnitOfWork, session: Session, now: Circumstances, number: str, case: Case | None) -> papers.Head:
    return paper_contents.head(
        now.item,
        _hall(uow),
        session,
        number=number,
        today=now.today,
        case=case,
        is_sample=paper_contents.is_sample(uow.catalogue(now.catalogue_version)),
    )


def _taken(reader: CaseReader, case: Case) -> Taken:
    """The refusals of items that do not go on come before the papers of the whole."""
    numbers = (*papers_of_the_refused(reader, case), *(paper.number for paper in case.papers if paper.is_in_force))
    cases = {case.case_id, *(child.case_id for child in case.children), *(one.case_id for one in case.sent_away)} - {""}
    changes = Changes(cases=frozenset(cases), drafts=True, papers=frozenset(numbers))
    return Taken(case_id=case.case_id, case_number=case.case_number, papers=numbers, changes=changes)


def _case(uow: UnitOfWork, case_id: str) -> Case:
    case = uow.case(case_id)
    if case is None:
        raise Conflict(case_id=case_id)
    return case


def _hall(uow: UnitOfWork) -> Hall:
    hall = uow.hall()
    if hall is None:
        raise Conflict(what="hall")
    return hall
