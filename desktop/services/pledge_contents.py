"""Builds the content of what the citizen signs or fills in: authority, pledges, rating. No number, no signature."""

from collections.abc import Sequence
from datetime import date

from desktop.domain import liability
from desktop.domain.case import Case
from desktop.domain.catalogue import ServiceItem
from desktop.domain.events import MaterialRow
from desktop.domain.free_text import clean_text
from desktop.domain.papers import Head
from desktop.domain.papers_pledge import (
    DeferralPledge,
    NoticeAndPledge,
    OwedLine,
    PledgedMaterial,
    PowerOfAttorney,
    RatingLevelLine,
    RatingOption,
    RatingSheet,
    Signatory,
    TruthPledge,
)
from desktop.domain.people import Agent
from desktop.domain.private_use import with_standard_characters
from desktop.domain.rating import LEVEL_NAMES, OPTIONS
from desktop.services.intake_form import CREDIT_CODE, ORGANISATION, POWERS, IntakeForm
from desktop.services.paper_contents import party

PUBLICATION = "除依法应当公开的以外，本承诺书不向社会公开。"
CONSEQUENCE = "逾期未补齐的，终止本次容缺受理，退回已收材料，不发办理结果；补齐材料后可以重新申请"
"""What is printed until the city says otherwise: its own rule for 容缺 is not published here (handbook 2.2)."""

_METHOD = "书面承诺：申请人阅读告知内容后，在本承诺书上签名或者盖章；由代理人签名的，应当有申请人对此的授权。"
_VERIFICATION = (
    "行政机关有权在办理中和办理后，通过数据共享、部门协查、现场检查等方式核查承诺内容，"
    "承诺人应当如实说明情况、予以配合。"
)


def power_of_attorney(form: IntakeForm, item: ServiceItem, head: Head, *, typed: dict[str, str]) -> PowerOfAttorney:
    """授权委托书 with what has been typed; what is missing or wrong stays blank for the pen.

    Args:
        typed: the sound fields, see intake_form.sound_values.
    """
    valid_to = typed.get("agent_valid_to", "")
    return PowerOfAttorney(
        head=head,
        principal=_signatory(_person(form, typed), address=typed.get("address", "")),
        legal_representative=with_standard_characters(typed.get("legal_representative", "")),
        agent=_signatory(_agent(form, typed)),
        relation=clean_text(form.agent_relation) if form.has_agent else "",
        matter=item.name,
        powers=POWERS,
        granted=tuple(power for power in POWERS if power in form.agent_powers) if form.has_agent else (),
        valid_from=head.issued_on if valid_to else None,
        valid_to=date.fromisoformat(valid_to) if valid_to else None,
    )


def truth_pledge(form: IntakeForm, item: ServiceItem, head: Head, *, typed: dict[str, str]) -> TruthPledge:
    """真实性承诺书 under the item's own law; numbers masked, what is missing or wrong left out."""
    return TruthPledge(
        head=head,
        pledger=party(_person(form, typed)),
        agent=party(_agent(form, typed)) if form.has_agent else None,
        addressed_to=item.authority,
        law=liability.truth_law(item.regime),
        liability=liability.of_false_materials(item.regime),
    )


def _person(form: IntakeForm, typed: dict[str, str]) -> Agent:
    kind = CREDIT_CODE if form.applicant_kind == ORGANISATION else form.id_kind
    return _known(typed, "", kind)


def _agent(form: IntakeForm, typed: dict[str, str]) -> Agent:
    return _known(typed, "agent_", form.agent_id_kind)


def _known(typed: dict[str, str], prefix: str, kind: str) -> Agent:
    """Whoever it is, as far as it is known; the kind of the document only with its number."""
    number = typed.get(f"{prefix}id_number", "")
    return Agent(
        name=typed.get(f"{prefix}name", ""),
        id_kind=kind if number else "",
        id_number=number,
        phone=typed.get(f"{prefix}phone", ""),
    )


def _signatory(person: Agent, *, address: str = "") -> Signatory:
    shown = party(person)
    return Signatory(
        name=shown.name, id_kind=shown.id_kind, id_number=person.id_number, phone=person.phone, address=address
    )


def notice_and_pledge(
    case: Case, item: ServiceItem, head: Head, pledged: Sequence[MaterialRow], *, publication: str
) -> NoticeAndPledge:
    """告知承诺书 for all pledged materials at once (国办发〔2020〕42号)."""
    asked_for = {requirement.code: requirement for requirement in item.materials}
    return NoticeAndPledge(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        authority=item.authority,
        legal_basis=item.legal_basis,
        materials=tuple(
            PledgedMaterial(
                name=row.name,
                proves=asked_for[row.code].acceptance_points,
                basis=asked_for[row.code].basis,
            )
            for row in pledged
        ),
        liability=liability.of_false_pledge(item.regime),
        method=_METHOD,
        verification=_VERIFICATION,
        publication=publication,
    )


def deferral_pledge(case: Case, head: Head, *, consequence: str) -> DeferralPledge:
    """容缺受理承诺书 of a case that was accepted with owed materials."""
    asked = {row.code: row.asked for row in case.rows}
    return DeferralPledge(
        head=head,
        applicant=party(case.applicant),
        agent=party(case.agent) if case.agent else None,
        accepted_on=case.accepted_on or head.issued_on,
        owed=tuple(OwedLine(name=o.name, asked=asked.get(o.code, ""), due_on=o.due_on) for o in case.owed),
        consequence=consequence,
        decided_by=case.due_on,
    )


def rating_sheet(head: Head, *, link: str = "") -> RatingSheet:
    """评价表 with every level and option of the national list, none of them ticked."""
    return RatingSheet(
        head=head,
        levels=tuple(
            RatingLevelLine(
                level=LEVEL_NAMES[level],
                options=tuple(RatingOption(code=code, text=text) for code, text in options.items()),
            )
            for level, options in OPTIONS.items()
        ),
        return_to="本大厅",
        link=link,
    )
