"""The cases of the items of a 一件事 that the town refuses at once, and the paper of each (行政许可法 32, 38)."""

from dataclasses import replace

from desktop.domain import events as ev
from desktop.domain import papers
from desktop.domain.bundle_parts import BundledItem, Part
from desktop.domain.case import Case
from desktop.domain.catalogue import NotRequiredHere
from desktop.domain.competence import Effect
from desktop.domain.decide import Circumstances
from desktop.domain.outcome import Outcome
from desktop.domain.people import Hall, Session
from desktop.ports import CaseReader, UnitOfWork
from desktop.services import paper_contents
from desktop.services.bundles import application_of, concluded
from desktop.services.papers import issue


def refuse_the_sent_away(uow: UnitOfWork, session: Session, parent: Case, now: Circumstances, *, hall: Hall) -> None:
    """A case, refused or not required, and its paper for each item that the town may refuse; the others go on."""
    item = now.item
    if not isinstance(item, BundledItem):
        return
    found = {part.item.code: (part, effect) for part, effect in item.sent_away(parent.facts)}
    for one in parent.sent_away:
        if one.case_id:
            part, effect = found[one.item_code]
            case = _refused(uow, session, parent, item, part, one, effect=effect, now=now)
            _issue(uow, session, case, replace(now, item=part.item), effect, hall=hall)


def papers_of_the_refused(reader: CaseReader, parent: Case) -> tuple[str, ...]:
    """Numbers of these papers, in the order of the items."""
    cases = (reader.case(one.case_id) for one in parent.sent_away if one.case_id)
    return tuple(paper.number for case in cases if case is not None for paper in case.papers)


def _refused(
    uow: UnitOfWork,
    session: Session,
    parent: Case,
    item: BundledItem,
    part: Part,
    one: ev.SentAway,
    *,
    effect: Effect,
    now: Circumstances,
) -> Case:
    own = part.own_facts(parent.facts) or {}
    outcome = Outcome.NOT_REQUIRED if isinstance(effect, NotRequiredHere) else Outcome.REFUSE
    application = application_of(session, parent, item, part, own, number=one.case_number)
    return concluded(uow, application, parent, replace(now, item=part.item), outcome, case_id=one.case_id)


def _issue(uow: UnitOfWork, session: Session, case: Case, now: Circumstances, effect: Effect, *, hall: Hall) -> None:
    is_sample = paper_contents.is_sample(uow.catalogue(now.catalogue_version))

    def content(number: str) -> papers.Paper:
        head = paper_contents.head(
            now.item, hall, session, number=number, today=now.today, case=case, is_sample=is_sample
        )
        if isinstance(effect, NotRequiredHere):
            return paper_contents.not_required_notice(case, now.item, hall, head, basis=effect.basis)
        return paper_contents.refusal_notice(case, now.item, hall, head)

    kind = papers.NotRequiredNotice if isinstance(effect, NotRequiredHere) else papers.RefusalNotice
    issue(uow, kind, content, today=now.today, case_id=case.case_id)
