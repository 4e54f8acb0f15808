"""Policies that fit (政策找人): what is known of an applicant, what was told, and the leaflet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.domain import papers
from desktop.domain.case import Case
from desktop.domain.catalogue import INTAKE_FACTS, Catalogue, ServiceItem
from desktop.domain.condition import Fact, Facts, Truth, evaluate
from desktop.domain.condition_words import open_words
from desktop.domain.errors import Conflict, NotAllowed
from desktop.domain.events import PolicyShown, ShownPolicy
from desktop.domain.free_text import clean_text
from desktop.domain.papers_guidance import PolicyLeaflet, PolicyLine
from desktop.domain.people import Session
from desktop.domain.policy import Match, Policy, facts_of, is_in_force, matches
from desktop.domain.policy_question import said
from desktop.ports import Changes, Taken, UnitOfWork
from desktop.services import intake_form
from desktop.services.intake_form import IntakeForm
from desktop.services.papers import issue

FITS, MAY_FIT, FITS_NOT = "适合", "可能适合", "按所说情况不适合"


@dataclass(frozen=True, slots=True)
class LeafletRequest:
    """Which policies, and what is known of whom they are printed for. `case_id` None: of no case."""

    codes: tuple[str, ...]
    facts: Facts = field(default_factory=dict)
    told_to: str = ""
    case_id: str | None = None
    item_code: str = ""


def facts_of_form(form: IntakeForm, item: ServiceItem | None, *, today: date) -> dict[str, Fact]:
    """What the intake form tells, as facts; a number that is not sound tells nothing."""
    number = intake_form.sound_values(form, today=today).get("id_number", "")
    return facts_of(
        kind=form.applicant_kind,
        id_kind=form.id_kind,
        id_number=number,
        item_code=form.item_code,
        item_name=item.name if item else "",
        group=item.group if item else "",
        answers=form.answers,
        told={**form.told, "channel": "counter"},
        today=today,
    )


def facts_of_case(case: Case, told: Mapping[str, Fact], *, today: date) -> dict[str, Fact]:
    """What a case tells of its applicant, and what was asked beside."""
    return facts_of(
        kind=case.applicant.kind,
        id_kind=case.applicant.id_kind,
        id_number=case.applicant.id_number,
        item_code=case.item.code,
        item_name=case.item.name,
        group=case.item.group,
        answers={key: value for key, value in case.facts.items() if key not in INTAKE_FACTS},
        told={**told, "channel": case.facts.get("channel", "")},
        today=today,
    )


def shown_of(found: Iterable[Match]) -> tuple[ShownPolicy, ...]:
    """The matches as the ledger keeps them."""
    return tuple(
        ShownPolicy(
            code=match.policy.code,
            name=match.policy.name,
            is_certain=match.is_certain,
            because=tuple(said(test) for test in match.because),
        )
        for match in found
    )


def shown_by(policies: Iterable[Policy], codes: Iterable[str], facts: Facts, *, today: date) -> tuple[ShownPolicy, ...]:
    """Of the policies of these codes, those that fit or may fit somebody of whom this is known."""
    wanted = frozenset(codes)
    return shown_of(match for match in matches(policies, facts, today=today) if match.policy.code in wanted)


def record_shown(
    uow: UnitOfWork, shown: tuple[ShownPolicy, ...], *, version: str, case_id: str | None, item_code: str = ""
) -> Changes:
    """Keeps on record of which policies somebody was told; of none there is nothing to keep."""
    if not shown:
        return Changes()
    event = PolicyShown(policies=shown, catalogue_version=version, item_code=item_code)
    uow.record([event], case_id=case_id)
    return Changes(cases=frozenset({case_id} if case_id else ()))


def record_with_form(uow: UnitOfWork, form: IntakeForm, item: ServiceItem, *, case_id: str | None, today: date) -> None:
    """Keeps with the case of which policies its applicant was told while the form was filled in."""
    catalogue = uow.catalogue_in_force(today)
    if catalogue is None or not form.policies_shown:
        return
    facts = facts_of_form(form, item, today=today)
    shown = shown_by(catalogue.policies, form.policies_shown, facts, today=today)
    record_shown(uow, shown, version=catalogue.version, case_id=case_id, item_code=form.item_code)


def leaflet(uow: UnitOfWork, session: Session, request: LeafletRequest, *, today: date) -> Taken:
    """政策告知单 with these policies of the catalogue in force, and the line that they were told of.

    Raises:
        NotAllowed: `why.policy_gone`: none of them is in force today.
        Conflict: there is no such case, or no hall.
    """
    catalogue = uow.catalogue_in_force(today)
    wanted = [p for p in catalogue.policies if p.code in request.codes and is_in_force(p, today)] if catalogue else []
    if catalogue is None or not wanted:
        raise NotAllowed(reason="why.policy_gone")
    case = uow.case(request.case_id) if request.case_id else None
    if request.case_id and case is None:
        raise Conflict(case_id=request.case_id)
    lines = tuple(policy_line(policy, request.facts) for policy in wanted)
    is_sample = catalogue.is_sample or any(policy.is_sample for policy in wanted)
    number = issue(
        uow,
        PolicyLeaflet,
        lambda number: PolicyLeaflet(
            head=_head(uow, session, number, case, today=today, is_sample=is_sample),
            policies=lines,
            told_to=clean_text(request.told_to),
        ),
        today=today,
        case_id=request.case_id,
    )
    event = PolicyShown(
        policies=tuple(_shown(policy, request.facts) for policy in wanted),
        catalogue_version=catalogue.version,
        item_code=request.item_code,
        paper_number=number,
    )
    uow.record([event], case_id=request.case_id)
    changes = Changes(papers=frozenset({number}), cases=frozenset({request.case_id} if request.case_id else ()))
    return Taken(
        case_id=request.case_id or "", case_number=case.case_number if case else "", papers=(number,), changes=changes
    )


def policy_line(policy: Policy, facts: Facts) -> PolicyLine:
    """A policy as the leaflet has it, with why it fits. Where nothing is known of anybody it only informs."""
    verdict = evaluate(policy.condition, facts)
    standing = {Truth.YES: FITS, Truth.UNKNOWN: MAY_FIT, Truth.NO: FITS_NOT}[verdict.truth] if facts else ""
    return PolicyLine(
        name=policy.name,
        publisher=policy.publisher,
        kind=policy.kind,
        summary=policy.summary,
        benefit=policy.benefit,
        standing=standing,
        reasons=tuple(said(test) for test in verdict.because) if verdict.truth is Truth.YES else (),
        undecided=open_words(policy.condition, facts),
        apply_at=policy.apply_at,
        apply_how=policy.apply_how,
        materials=policy.materials,
        phone=policy.phone,
        until=policy.valid_to,
        url=policy.url,
        basis=policy.basis,
    )


def in_force(catalogue: Catalogue | None, day: date) -> tuple[Policy, ...]:
    """Policies that can be applied for on the day, in the order of publication."""
    return tuple(policy for policy in catalogue.policies if is_in_force(policy, day)) if catalogue else ()


def _shown(policy: Policy, facts: Facts) -> ShownPolicy:
    verdict = evaluate(policy.condition, facts)
    is_certain = verdict.truth is Truth.YES
    because = tuple(said(test) for test in verdict.because) if is_certain else ()
    return ShownPolicy(code=policy.code, name=policy.name, is_certain=is_certain, because=because)


def _head(
    uow: UnitOfWork, session: Session, number: str, case: Case | None, *, today: date, is_sample: bool
) -> papers.Head:
    hall = uow.hall()
    if hall is None:
        raise Conflict(what="hall")
    return papers.Head(
        number=number,
        authority=hall.name,  # it decides nothing here, it tells
        hall=hall.name,
        window=session.window,
        clerk=session.clerk.name,
        issued_on=today,
        case_number=case.case_number if case else "",
        item_name=case.item.name if case else "",
        item_code=case.item.code if case else "",
        service_phone=hall.service_phone,
        complaint_phone=hall.complaint_phone,
        is_sample=is_sample,
        is_practice=case.is_practice if case else False,
    )
