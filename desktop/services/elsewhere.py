"""Cases of another place: the item as it is handled here, the receipt, sending and following (M9)."""

import dataclasses
from datetime import date

from desktop.domain import course_elsewhere, elsewhere, papers
from desktop.domain import events as ev
from desktop.domain.case import Case, CaseState
from desktop.domain.catalogue import ServiceItem
from desktop.domain.catalogue_elsewhere import Side
from desktop.domain.checklist import MaterialState
from desktop.domain.decide import Circumstances
from desktop.domain.elsewhere import PlaceTyped
from desktop.domain.errors import InvalidInput
from desktop.domain.joint_steps import is_joint
from desktop.domain.papers_elsewhere import ElsewhereReceipt, JointLine, JointSheet
from desktop.messages import word
from desktop.services.intake_form import IntakeForm
from desktop.services.paper_contents import party


def typed_of(form: IntakeForm) -> PlaceTyped:
    """What the form says of the other place."""
    return PlaceTyped(place=form.place_name, office=form.place_office, examined_by=form.place_examiner)


def at_place(now: Circumstances, form: IntakeForm) -> Circumstances:
    """The circumstances with the item as it is handled for the place that the form names."""
    where = form.answers.get(elsewhere.WHERE, "")
    try:
        place = elsewhere.parse_place(form.place_name).name
    except InvalidInput:
        place = ""  # the field itself says so
    return dataclasses.replace(now, item=elsewhere.adapted(now.item, where, place=place))


def of_case(now: Circumstances, case: Case) -> Circumstances:
    """The circumstances with the item as the case is handled."""
    return dataclasses.replace(now, item=handled_item(now.item, case) or now.item)


def handled_item(item: ServiceItem | None, case: Case) -> ServiceItem | None:
    """The item as the case is handled: as published, or as for the place that decides; None stays None."""
    if item is None or case.elsewhere is None:
        return item
    return elsewhere.adapted(item, case.facts.get(elsewhere.WHERE, ""), place=case.elsewhere.place.name)


def handling(
    form: IntakeForm, now: Circumstances, *, home: str
) -> tuple[ev.HandledElsewhere | None, ev.TakenElsewhere | None]:
    """Where the case goes, or where it came from; `home` is the hall's division.

    Raises:
        InvalidInput: as desktop.domain.elsewhere.
    """
    where, typed = form.answers.get(elsewhere.WHERE, ""), typed_of(form)
    away = elsewhere.handled_elsewhere(now.item, where, typed, send_by=course_elsewhere.send_by(now), home=home)
    return away, elsewhere.taken_elsewhere(where, typed) if now.item.elsewhere else None


def place_errors(form: IntakeForm, item: ServiceItem, *, home: str) -> tuple[InvalidInput, ...]:
    """What is wrong with the place as typed; empty: nothing, or the case is decided here."""
    where = form.answers.get(elsewhere.WHERE, "")
    way = elsewhere.way_of(item, where)
    try:
        if way is not None:
            elsewhere.place_of(way, form.place_name, home=home)
        elif item.elsewhere:
            elsewhere.taken_elsewhere(where, typed_of(form))
    except InvalidInput as error:
        return (error,)
    return ()


def receipt(case: Case, now: Circumstances, head: papers.Head) -> ElsewhereReceipt:
    """异地办理收件凭证 of a case that another place decides."""
    away = case.elsewhere
    assert away is not None
    way = elsewhere.way_of(now.item, case.facts.get(elsewhere.WHERE, ""))
    rows = [row for row in case.rows if row.state not in (MaterialState.MISSING, MaterialState.NOT_APPLICABLE)]
    return ElsewhereReceipt(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        place=away.place.name,
        division=away.place.division,
        authority=away.authority,
        mode=word(away.mode),
        reach=word(away.reach),
        routes=away.routes,
        send_by=away.send_by,
        received_on=case.received_on,
        materials=tuple(
            papers.MaterialLine(name=row.name, asked=row.asked, state=word(row.state), note=row.reason) for row in rows
        ),
        duties_here=way.duties_here if way else (),
        duties_there=way.duties_there if way else (),
        delivery=case.delivery,
        url=way.url if way else "",
    )


def joint_sheet(case: Case, head: papers.Head) -> JointSheet:
    """多地联办分工单 of an accepted case; this place's steps are done in the name of the head's authority."""
    away = case.elsewhere
    assert away is not None
    sides = {Side.HERE: (head.hall, head.authority), Side.THERE: (away.place.name, away.authority)}
    lines = ((step.name, *sides[step.side]) for step in away.steps)
    return JointSheet(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        place=away.place.name,
        division=away.place.division,
        authority=away.authority,
        reach=word(away.reach),
        routes=away.routes,
        accepted_on=case.accepted_on or head.issued_on,
        due_on=case.due_on,
        steps=tuple(JointLine(name=name, place=place, office=office) for name, place, office in lines),
        delivery=case.delivery,
    )


def wants_joint_sheet(case: Case) -> bool:
    """Whether it is to be issued now: two places do it, it is accepted, and nobody has been told who does what."""
    is_told = any(paper.kind == "joint_sheet" and paper.is_in_force for paper in case.papers)
    return is_joint(case) and case.state is CaseState.ACCEPTED and not is_told


def as_forwarded(sent_on: date, authority: str, *, route: str, tracking_number: str) -> ev.CaseForwarded:
    """What the hand-over sheet is made of; the event itself is another one."""
    return ev.CaseForwarded(forwarded_on=sent_on, to_unit=authority, route=route, tracking_number=tracking_number)
