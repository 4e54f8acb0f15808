"""Builds the content of each paper from the case, the item and the hall. No layout, no number, no signature."""

from collections.abc import Iterable
from datetime import date

from desktop.domain import papers
from desktop.domain.authority import authority_on_paper, may_accept
from desktop.domain.case import Case
from desktop.domain.catalogue import (
    Catalogue,
    MaterialRequirement,
    OtherAuthority,
    Role,
    ServiceItem,
)
from desktop.domain.checklist import MaterialState, possible_materials, requirements_of
from desktop.domain.deadline import TimeLimit
from desktop.domain.decide import Circumstances, asked
from desktop.domain.events import CorrectionRequested, MaterialRow
from desktop.domain.identity import masked
from desktop.domain.identity_document import IdKind
from desktop.domain.outcome import effect_of
from desktop.domain.people import Agent, Applicant, Hall, Session
from desktop.domain.phone import Phone
from desktop.domain.private_use import with_standard_characters
from desktop.domain.regime import Incomplete, RegimeRules, rules_for
from desktop.messages import word
from desktop.services.bundle_away import away_lines, away_notes

_ID_WORDS = {kind.value: word(kind) for kind in IdKind} | {"credit_code": "统一社会信用代码"}


def head(
    item: ServiceItem, hall: Hall, session: Session, *, number: str, today: date, case: Case | None, is_sample: bool
) -> papers.Head:
    """What every paper carries; the phones of the item win over those of the hall."""
    return papers.Head(
        number=number,
        authority=authority_on_paper(item, hall),
        hall=hall.name,
        window=session.window,
        clerk=session.clerk.name,
        issued_on=today,
        case_number=case.case_number if case else "",
        item_name=item.name,
        item_code=item.code,
        service_phone=item.service_phone or hall.service_phone,
        complaint_phone=item.complaint_phone or hall.complaint_phone,
        is_sample=is_sample,
        is_practice=case.is_practice if case else False,
        part_of=f"{case.bundle.name}（{case.bundle.case_number}）" if case and case.bundle else "",
    )


def acceptance_notice(
    case: Case, item: ServiceItem, head: papers.Head, *, children: tuple[papers.BundledCase, ...] = ()
) -> papers.AcceptanceNotice:
    """受理通知书 of an accepted case; `children` are the cases of a bundle."""
    rules = rules_for(item.regime)
    due = {owed.code: owed.due_on for owed in case.owed}
    taken = [row for row in case.rows if row.code not in due and row.state is not MaterialState.MISSING]
    statutory = item.statutory_limit or rules.fallback_limit
    return papers.AcceptanceNotice(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        received_on=case.received_on,
        accepted_on=case.accepted_on or head.issued_on,
        law=f"{rules.law}{rules.notice_article}"
        if not _is_licence(rules)
        else f"{rules.law}第三十二条第一款第（五）项",
        materials=_lines(row for row in taken if row.state is not MaterialState.NOT_APPLICABLE),
        owed=tuple(
            papers.MaterialLine(name=row.name, asked=row.asked, state="容缺", note=f"请于{_day(due[row.code])}前补交")
            for row in case.rows
            if row.code in due
        ),
        corrected=tuple(papers.MaterialLine(name=row.name, note=row.reason) for row in case.corrected),
        statutory_limit=limit_text(statutory),
        committed_limit=limit_text(item.promised_limit),
        due_on=case.due_on,
        special_procedures=tuple(f"{p.name}（约{p.days}个工作日，不计入办理期限）" for p in item.special_procedures),
        fee=item.fee or "不收费",
        delivery=case.delivery,
        children=children,
    )


def materials_receipt(
    case: Case, item: ServiceItem, head: papers.Head, *, children: tuple[papers.BundledCase, ...] = ()
) -> papers.MaterialsReceipt:
    """申请材料接收凭证 of a received case; `children` are the cases of a bundle."""
    rules = rules_for(item.regime)
    rows = [row for row in case.rows if row.state not in (MaterialState.MISSING, MaterialState.NOT_APPLICABLE)]
    return papers.MaterialsReceipt(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        situation=_situation(item, case, is_several=bool(children)),
        materials=_lines(rows),
        received_on=case.received_on,
        handed_to="" if may_accept(item) else item.authority,
        notice_due_on=case.notice_due_on if may_accept(item) else None,
        is_deemed_accepted=rules.is_deemed_accepted and may_accept(item),
        delivery=case.delivery,
        children=children,
    )


def _situation(item: ServiceItem, case: Case, *, is_several: bool) -> str:
    """新办, 变更 …; with the questions where several items are applied for at once, whose answers say little alone."""
    return "、".join(situation_lines(item, case.facts, with_question=is_several))


def correction_notice(
    case: Case, now: Circumstances, hall: Hall, head: papers.Head, event: CorrectionRequested
) -> papers.CorrectionNotice:
    """补正材料通知书: everything that is missing or wrong, why, and what follows under the item's regime."""
    item = now.item
    rules = rules_for(item.regime)
    wanted = {row.code for row in event.rows}
    points = {r.code: r.acceptance_points for r in item.materials}
    review, court = remedies(item, hall)
    is_refusal = event.consequence is Incomplete.REFUSE_ON_SPOT
    return papers.CorrectionNotice(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        received_on=case.received_on,
        law=f"{rules.law}{rules.notice_article}",
        to_correct=tuple(
            papers.MaterialLine(
                name=row.name,
                asked=row.asked,
                state=word(row.state),
                note=row.reason,
                points=points.get(row.code, ()),
            )
            for row in event.rows
        ),
        complete=_lines(
            row
            for row in case.rows
            if row.code not in wanted and row.state not in (MaterialState.NOT_APPLICABLE, MaterialState.MISSING)
        ),
        consequence=_consequence(event.consequence, item),
        is_refusal=is_refusal,
        supply_by=event.supply_by,
        supply_basis=now.correction_basis if event.supply_by else "",
        notice_no=event.notice_no,
        repeat_reason=event.repeat_reason,
        review_authority=review if is_refusal else "",
        court=court if is_refusal else "",
        sent_away=away_lines(case),
    )


def refusal_notice(case: Case, item: ServiceItem, hall: Hall, head: papers.Head) -> papers.RefusalNotice:
    """不予受理通知书 of a refused case: reason, competent authority, remedies."""
    effect = effect_of(item, case.facts)
    review, court = remedies(item, hall)
    rules = rules_for(item.regime)
    return papers.RefusalNotice(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        applied_on=case.received_on,
        law=f"{rules.law}第三十二条第一款第（二）项" if _is_licence(rules) else rules.law,
        reason=case.end_reason,
        competent_authority=case.competent_authority,
        competent_address=effect.address if isinstance(effect, OtherAuthority) else "",
        competent_phone=effect.phone if isinstance(effect, OtherAuthority) else "",
        review_authority=review,
        court=court,
    )


def not_required_notice(
    case: Case, item: ServiceItem, hall: Hall, head: papers.Head, *, basis: str
) -> papers.NotRequiredNotice:
    """不受理告知书: the matter needs no licence, with the basis."""
    review, court = remedies(item, hall)
    rules = rules_for(item.regime)
    return papers.NotRequiredNotice(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        applied_on=case.received_on,
        law=f"{rules.law}第三十二条第一款第（一）项" if _is_licence(rules) else rules.law,
        reason=case.end_reason,
        basis=basis,
        review_authority=review,
        court=court,
    )


def inform_once_sheet(
    now: Circumstances, hall: Hall, head: papers.Head, *, facts: dict[str, str], asked_by: str
) -> papers.InformOnceSheet:
    """一次性告知单 for somebody who only asks: all that will be needed in this situation (行政许可法 30)."""
    item = now.item
    effect = effect_of(item, facts)
    return papers.InformOnceSheet(
        head=head,
        asked_by=asked_by,
        situation=situation_lines(item, facts),
        conditions=item.conditions,
        materials=(
            *(asked_line(requirement) for requirement in requirements_of(item, facts)),
            *(asked_line(r, when=when_text(item, r, facts)) for r in possible_materials(item, facts)),
        ),
        decided_by=item.authority,
        statutory_limit=limit_text(item.statutory_limit or rules_for(item.regime).fallback_limit),
        committed_limit=limit_text(item.promised_limit),
        fee=item.fee or "不收费",
        visits=item.visits,
        steps=tuple(f"{step.name}（{step.department}）" for step in item.steps),
        where=item.address or hall.address or hall.name,
        hours=item.hours or hall.hours,
        online=item.online_url,
        notes=(effect.reason,) if effect else away_notes(item, facts),
    )


def remedies(item: ServiceItem, hall: Hall) -> tuple[str, str]:
    """行政复议机关 and court for the item; the hall's own where the town decides and the item names none."""
    if item.role is Role.OWN:
        return item.review_authority or hall.review_authority, item.court or hall.court
    return item.review_authority, item.court


def limit_text(limit: TimeLimit | None) -> str:
    """20个工作日; empty where there is no limit."""
    return f"{limit.count}{word(limit.unit)}" if limit else ""


def situation_lines(item: ServiceItem, facts: dict[str, str], *, with_question: bool = True) -> tuple[str, ...]:
    """The answered questions in order, as 问题：回答 or the answers alone."""
    lines = []
    for question in item.questions:
        if not question.is_asked(facts):
            continue
        for option in question.options:
            if option.key == facts.get(question.key):
                lines.append(f"{question.text.rstrip('？?')}：{option.text}" if with_question else option.text)
    return tuple(lines)


def is_sample(catalogue: Catalogue | None) -> bool:
    """Whether papers made under this catalogue say 示例."""
    return catalogue is not None and catalogue.is_sample


def party(person: Applicant | Agent) -> papers.Party:
    """The person as papers name them: numbers masked."""
    return papers.Party(
        name=with_standard_characters(person.name),
        id_kind=_ID_WORDS.get(person.id_kind, person.id_kind),
        id_masked=masked(person.id_number),
        phone_masked=Phone(person.phone).masked() if person.phone else "",
    )


def _lines(rows: Iterable[MaterialRow]) -> tuple[papers.MaterialLine, ...]:
    return tuple(
        papers.MaterialLine(name=row.name, asked=row.asked, state=word(row.state), note=row.reason) for row in rows
    )


def when_text(item: ServiceItem, requirement: MaterialRequirement, facts: dict[str, str]) -> str:
    """In which situation an open material is needed: 由他人代办时提供; 婚姻状况为“已登记”时提供."""
    parts = []
    for key, answers in requirement.when.items():
        if key in facts:
            continue
        question = next((q for q in item.questions if q.key == key), None)
        if question is None:
            parts.append({"agent": "由他人代办", "applicant": "由单位申请"}.get(key, "视情形"))
        else:
            texts = "或".join(option.text for option in question.options if option.key in answers)
            parts.append(f"{question.text.rstrip('？?')}：{texts}")
    return f"视情形（{'，'.join(parts)}）" if parts else "视情形"


def asked_line(requirement: MaterialRequirement, *, when: str = "") -> papers.MaterialLine:
    """What is asked for, how it is accepted, and the ways to spare it."""
    marks = [when] if when else []
    if requirement.is_shareable:
        marks.append("可由窗口共享核验")
    if requirement.is_pledgeable:
        marks.append("可告知承诺")
    if requirement.is_deferrable:
        marks.append("可容缺")
    if not requirement.is_required:
        marks.append("有则提供")
    return papers.MaterialLine(
        name=requirement.name,
        asked=asked(requirement),
        note="；".join(marks),
        points=requirement.acceptance_points,
    )


def _consequence(consequence: Incomplete, item: ServiceItem) -> str:
    if consequence is Incomplete.REFUSE_ON_SPOT:
        return "依照上述规定，本次申请当场不予受理。补齐材料后可以再次申请。"
    if consequence is Incomplete.RETURN:
        return "已收材料全部退回。补齐后请重新提交申请，不影响申请人的权利。"
    if may_accept(item):
        return "补齐上列全部材料之日即为受理之日，办理期限自该日起计算。"
    return f"补齐上列全部材料后，由本窗口收件并转{item.authority}。"


def _is_licence(rules: RegimeRules) -> bool:
    return rules.law == "《中华人民共和国行政许可法》"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
