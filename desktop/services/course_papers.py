"""Content of the papers after intake, from the case, the item and the hall (handbook 1.3, 1.6); no layout."""

from collections.abc import Sequence
from datetime import date

from desktop.domain import events as ev
from desktop.domain import papers
from desktop.domain.authority import may_accept
from desktop.domain.case import Case
from desktop.domain.catalogue import ItemKind, ServiceItem
from desktop.domain.checklist import MaterialState
from desktop.domain.papers_course import (
    DeliveryReceipt,
    DenialDecision,
    ExtensionNotice,
    GrantDecision,
    HandedCase,
    HandoverSheet,
    ReturnNotice,
    SpecialProcedureNotice,
    SupplementReceipt,
)
from desktop.domain.people import Hall
from desktop.domain.regime import rules_for
from desktop.messages import word
from desktop.services.paper_contents import limit_text, party, remedies

LICENCE_LAW = "《中华人民共和国行政许可法》"
RENEWAL_DAYS = 30  # 行政许可法 50: renewal is applied for thirty days before expiry

_MATTERS = {
    ItemKind.LICENCE: "行政许可",
    ItemKind.PAYMENT: "行政给付",
    ItemKind.CONFIRMATION: "行政确认",
    ItemKind.REWARD: "行政奖励",
    ItemKind.RULING: "行政裁决",
    ItemKind.OTHER_POWER: "行政权力事项",
    ItemKind.PUBLIC_SERVICE: "公共服务事项",
}


def supplement_receipt(
    case: Case, item: ServiceItem, head: papers.Head, notice: papers.CorrectionNotice | None, *, today: date
) -> SupplementReceipt:
    """补正材料收件凭证: its lines are those of the notice, sorted into what came in and what is still owed.

    Args:
        notice: the newest 补正材料通知书 of the case; None where the authority above asked.
    """
    open_codes = set(case.outstanding)
    rows = _noticed(case, notice)
    is_accepted = case.accepted_on is not None
    return SupplementReceipt(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        correction_number=notice.head.number if notice else "",
        noticed_on=notice.head.issued_on if notice else None,
        supplied_on=today,
        supplied=tuple(_line(row, "已补交") for row in rows if row.code not in open_codes),
        outstanding=tuple(_line(row, "尚缺") for row in rows if row.code in open_codes),
        supply_by=case.supply_by if open_codes else None,
        law=f"{LICENCE_LAW}第三十二条第一款第（五）项" if rules_for(item.regime).law == LICENCE_LAW else "",
        accepted_on=case.accepted_on,
        handed_to="" if may_accept(item) else item.authority,
        committed_limit=limit_text(item.promised_limit) if is_accepted else "",
        due_on=case.due_on if is_accepted else None,
        delivery=case.delivery,
    )


def _noticed(case: Case, notice: papers.CorrectionNotice | None) -> list[ev.MaterialRow]:
    if notice is None:
        return [row for row in case.rows if row.code.startswith("above-")]
    named = [line.name for line in notice.to_correct]
    return [row for row in case.rows if row.name in named]


def _line(row: ev.MaterialRow, state: str) -> papers.MaterialLine:
    return papers.MaterialLine(name=row.name, asked=row.asked, state=state)


def return_notice(
    case: Case, item: ServiceItem, hall: Hall, head: papers.Head, notice: papers.CorrectionNotice | None
) -> ReturnNotice:
    """退件通知书 with everything that goes back."""
    review, court = remedies(item, hall)
    held = (MaterialState.COMPLETE, MaterialState.FAULTY)
    return ReturnNotice(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        received_on=case.received_on,
        reason=case.end_reason,
        correction_number=notice.head.number if notice else "",
        noticed_on=notice.head.issued_on if notice else None,
        supply_by=case.supply_by if notice else None,
        returned=tuple(_line(row, "") for row in case.rows if row.state in held),
        review_authority=review,
        court=court,
    )


def extension_notice(
    before: Case, case: Case, head: papers.Head, event: ev.LimitExtended, item: ServiceItem
) -> ExtensionNotice:
    """延期办理通知书: the reason and the new day (行政许可法 42)."""
    assert case.accepted_on is not None
    assert before.due_on is not None
    assert case.due_on is not None
    rules = rules_for(item.regime)
    paragraph = "第四十二条第二款" if event.is_joint else "第四十二条第一款"
    return ExtensionNotice(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        accepted_on=case.accepted_on,
        law=f"{LICENCE_LAW}{paragraph}" if rules.law == LICENCE_LAW else rules.law,
        reason=event.reason,
        approved_by=event.approved_by,
        approved_on=event.extended_on,
        extended_by=f"{event.workdays}个工作日",
        old_due_on=before.due_on,
        new_due_on=case.due_on,
    )


def special_procedure_notice(
    before: Case, head: papers.Head, event: ev.ProcedureBegun, expected_due_on: date | None
) -> SpecialProcedureNotice:
    """特别程序告知书: which, how long, and the day that the limit is expected to end on (行政许可法 45)."""
    assert before.accepted_on is not None
    return SpecialProcedureNotice(
        head=head,
        applicant=party(before.applicant),
        agent=party(before.agent) if before.agent else None,
        accepted_on=before.accepted_on,
        law=f"{LICENCE_LAW}第四十五条",
        procedure=event.procedure,
        reason=event.reason,
        begins_on=event.begins_on,
        time_needed=f"{event.days}个工作日",
        ends_on=event.ends_on,
        done_by=event.done_by,
        old_due_on=before.due_on,
        new_due_on=expected_due_on,
    )


def decision(
    case: Case, item: ServiceItem, hall: Hall, head: papers.Head, event: ev.CaseDecided
) -> GrantDecision | DenialDecision:
    """准予 or 不予…决定书 (行政许可法 38-40, 44, 50)."""
    assert case.accepted_on is not None
    review, court = remedies(item, hall)
    is_licence = item.kind is ItemKind.LICENCE
    agent = party(case.agent) if case.agent else None
    basis = "；".join(item.legal_basis[:1])
    if event.is_granted:
        return GrantDecision(
            head=head,
            applicant=party(case.applicant),
            agent=agent,
            matter=_MATTERS[item.kind],
            applied_on=case.received_on,
            accepted_on=case.accepted_on,
            facts=event.facts or "申请材料齐全，符合法定形式",
            basis=basis,
            reasons=event.reasons or "符合法定条件、标准",
            examiners=event.examiners,
            law=f"{LICENCE_LAW}第三十八条第一款" if is_licence else basis,
            scope=event.scope or item.name,
            certificate=event.certificate or item.result_name,
            deliver_by=event.deliver_by,
            delivery=case.delivery,
            valid_until=event.valid_until,
            is_public=is_licence,
            review_authority=review,
            court=court,
        )
    return DenialDecision(
        head=head,
        applicant=party(case.applicant),
        agent=agent,
        matter=_MATTERS[item.kind],
        applied_on=case.received_on,
        accepted_on=case.accepted_on,
        facts=event.facts,
        basis=basis,
        reasons=event.reasons,
        examiners=event.examiners,
        law=f"{LICENCE_LAW}第三十八条第二款" if is_licence else basis,
        review_authority=review,
        court=court,
        heard=event.heard,
    )


def delivery_receipt(
    case: Case, item: ServiceItem, head: papers.Head, event: ev.CaseDelivered, *, clerk: str
) -> DeliveryReceipt:
    """送达回证: what was handed over, how and to whom; the recipient signs."""
    return DeliveryReceipt(
        head=head,
        recipient=party(case.applicant),
        agent=party(case.agent) if case.agent and event.is_agent else None,
        delivered=(_delivered(case, item),),
        delivered_on=event.delivered_on,
        place=head.hall,
        method=event.method,
        tracking_number=event.tracking_number,
        deliverers=(clerk,),
        substitute=event.substitute,
        substitute_reason=event.substitute_reason,
        remark=event.remark,
    )


def _delivered(case: Case, item: ServiceItem) -> papers.MaterialLine:
    if case.result is not None:
        return papers.MaterialLine(name=case.result.name, asked="1份", note=case.result.number)
    decided = case.decision
    name = (decided.document_name if decided else "") or item.result_name or f"{item.name}办理结果"
    return papers.MaterialLine(name=name, asked="1份", note=decided.document_number if decided else "")


def handover_sheet(
    cases: Sequence[Case], head: papers.Head, event: ev.CaseForwarded, *, from_unit: str, law: str
) -> HandoverSheet:
    """转办交接单: opinions and all materials of every case in the package (行政许可法 35)."""
    skipped = (MaterialState.MISSING, MaterialState.NOT_APPLICABLE, MaterialState.DEFERRED)
    return HandoverSheet(
        head=head,
        package_number=event.package or head.number,
        from_unit=from_unit,
        to_unit=event.to_unit,
        route=event.route,
        tracking_number=event.tracking_number,
        cases=tuple(
            HandedCase(
                case_number=case.case_number,
                item_name=case.item.name,
                applicant=case.applicant.name,
                opinion=case.forwarded.opinion if case.forwarded else "",
                materials=tuple(_line(row, word(row.state)) for row in case.rows if row.state not in skipped),
                due_on=case.due_on,
            )
            for case in cases
        ),
        law=law,
    )
