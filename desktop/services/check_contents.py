"""Content of the papers about pledges after they were signed, from case, draw and hall; no layout."""

from collections.abc import Mapping, Sequence

from desktop.domain import events_pledge as ep
from desktop.domain import papers
from desktop.domain.case import Case
from desktop.domain.catalogue import ServiceItem
from desktop.domain.papers_check import DrawnLine, PledgeDrawSheet, PledgeFinding, PledgeWithdrawal, WithdrawnProof
from desktop.domain.people import Hall
from desktop.domain.pledge_draw import key_of
from desktop.messages import word
from desktop.ports_pledge import PledgeRow
from desktop.services.paper_contents import party, remedies

LAW = "《国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见》（国办发〔2020〕42号）"
_CREDIT = "上述不实承诺记入本地信用记录，并按照国家有关规定归集。信用修复前，不再适用告知承诺和容缺受理。"


def pledge_finding(
    case: Case, item: ServiceItem, hall: Hall, head: papers.Head, found: ep.FalsePledgeFound
) -> PledgeFinding:
    """告知承诺核查处理通知书 of a false pledge."""
    review, court = remedies(item, hall)
    days = [pledge.taken_on for pledge in case.pledges if pledge.code in found.codes]
    return PledgeFinding(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        pledged_on=min(days, default=case.received_on),
        materials=found.names,
        facts=found.facts,
        consequence=word(found.consequence),
        rectify_by=found.rectify_by,
        law=LAW,
        credit=_CREDIT,
        review_authority=review,
        court=court,
    )


def pledge_withdrawal(
    case: Case, item: ServiceItem, head: papers.Head, event: ep.PledgeWithdrawn, *, pledge_numbers: Sequence[str]
) -> PledgeWithdrawal:
    """撤回告知承诺确认书 of pledges that the applicant took back.

    Args:
        case: after the withdrawal. pledge_numbers: of the 告知承诺书 in which they were given.
    """
    points = {requirement.code: requirement.acceptance_points for requirement in item.materials}
    asked = {row.code: row.asked for row in case.rows}
    days = [pledge.taken_on for pledge in case.pledges if pledge.code in event.codes]
    return PledgeWithdrawal(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        pledged_on=min(days, default=case.received_on),
        withdrawn_on=event.withdrawn_on,
        materials=tuple(
            WithdrawnProof(name=name, asked=asked.get(code, ""), proves=points.get(code, ()))
            for code, name in zip(event.codes, event.names, strict=True)
        ),
        pledge_numbers=tuple(pledge_numbers),
        reason=event.reason,
        supply_by=event.supply_by,
        law=LAW,
    )


def pledge_draw_sheet(
    event: ep.PledgesDrawn, head: papers.Head, rows: Mapping[str, PledgeRow], names: Mapping[str, str]
) -> PledgeDrawSheet:
    """The list of a draw.

    Args:
        rows: the pledges by their key. names: of the officers by login name.
    """
    return PledgeDrawSheet(
        head=head,
        begins_on=event.begins_on,
        ends_on=event.ends_on,
        share_percent=event.share_percent,
        population=len(event.population),
        population_sha256=event.population_sha256,
        seed=event.seed,
        officers=tuple(names.get(officer, officer) for officer in event.officers),
        lines=tuple(
            DrawnLine(
                case_number=rows[drawn.key].case_number,
                item_name=rows[drawn.key].item_name,
                material=rows[drawn.key].name,
                officers=tuple(names.get(officer, officer) for officer in drawn.officers),
                verify_by=rows[drawn.key].verify_by,
            )
            for drawn in event.drawn
            if drawn.key in rows
        ),
    )


def keyed(rows: list[PledgeRow]) -> dict[str, PledgeRow]:
    """The pledges by their key in a draw."""
    return {key_of(row.case_number, row.code): row for row in rows}
