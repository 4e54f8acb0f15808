"""Content of every paper of the counter: what is printed, without how.

A paper is its content. The PDF is made from it again at any time, byte for byte, so no PDF of a citizen is kept.
Dates are printed as given; empty text means that the line is left out, or left blank where a pen is to fill it.
Required content: handbook 1.6; law and articles stand with each paper.
"""

from datetime import date
from typing import Any

import msgspec

from desktop.domain.paper_parts import BundledCase as BundledCase
from desktop.domain.paper_parts import Content
from desktop.domain.paper_parts import Head as Head
from desktop.domain.paper_parts import MaterialLine as MaterialLine
from desktop.domain.paper_parts import Party as Party
from desktop.domain.papers_check import CHECK_TITLES, CheckPaper
from desktop.domain.papers_course import COURSE_TITLES, CoursePaper, DenialDecision, GrantDecision
from desktop.domain.papers_elsewhere import ELSEWHERE_TITLES, ElsewherePaper
from desktop.domain.papers_guidance import GUIDANCE_TITLES, GuidancePaper
from desktop.domain.papers_pledge import PLEDGE_TITLES, PledgePaper
from desktop.domain.papers_report import REPORT_TITLES, ReportPaper
from desktop.domain.papers_service import SERVICE_TITLES, ServicePaper


class MaterialsReceipt(Content, frozen=True, kw_only=True, tag="materials_receipt"):
    """申请材料接收凭证: materials taken, acceptance not yet decided, or handed on to another authority (1.6)."""

    head: Head
    applicant: Party
    agent: Party | None = None
    situation: str = ""  # 新办, 变更 …
    materials: tuple[MaterialLine, ...] = ()
    received_on: date
    handed_to: str = ""  # the authority that decides, where this window only collects
    notice_due_on: date | None = None  # last day of the five-day rule
    is_deemed_accepted: bool = False  # the sentence of 行政许可法 32 (4) applies
    query_code: str = ""
    delivery: str = ""  # 取件方式
    children: tuple[BundledCase, ...] = ()  # 一件事: the case of each item


class AcceptanceNotice(Content, frozen=True, kw_only=True, tag="acceptance_notice"):
    """受理通知书 (行政许可法 32 (5) and last paragraph): seal and date are required."""

    head: Head
    applicant: Party
    agent: Party | None = None
    received_on: date
    accepted_on: date
    law: str = ""
    materials: tuple[MaterialLine, ...] = ()
    owed: tuple[MaterialLine, ...] = ()  # 容缺: not taken yet, each with its date in `note`
    corrected: tuple[MaterialLine, ...] = ()  # 当场更正
    statutory_limit: str = ""
    committed_limit: str = ""
    due_on: date | None = None  # 承诺办结日期; none where neither law nor catalogue sets a limit
    special_procedures: tuple[str, ...] = ()
    fee: str = ""
    delivery: str = ""
    query_code: str = ""
    children: tuple[BundledCase, ...] = ()  # 一件事: the case of each item


class CorrectionNotice(Content, frozen=True, kw_only=True, tag="correction_notice"):
    """补正材料通知书 = the one-time notice (行政许可法 32 (4); 优化营商环境条例 36).

    `consequence` says what follows under the item's own regime: kept open, refused on the spot, or handed back.
    """

    head: Head
    applicant: Party
    agent: Party | None = None
    received_on: date
    law: str
    to_correct: tuple[MaterialLine, ...]
    complete: tuple[MaterialLine, ...] = ()
    consequence: str = ""
    is_refusal: bool = False  # 不动产: the same paper refuses in writing; remedies are printed
    supply_by: date | None = None
    supply_basis: str = ""  # where the hall's days for corrections were published
    notice_no: int = 1
    repeat_reason: str = ""  # why there is a second notice (行政许可法 72 (4))
    review_authority: str = ""
    court: str = ""
    sent_away: tuple[BundledCase, ...] = ()  # items of a 一件事 that are not handled here


class RefusalNotice(Content, frozen=True, kw_only=True, tag="refusal_notice"):
    """不予受理通知书: not within this authority's powers (行政许可法 32 (2), 38): reason, where to apply, remedies."""

    head: Head
    applicant: Party
    agent: Party | None = None
    applied_on: date
    law: str
    reason: str
    competent_authority: str
    competent_address: str = ""
    competent_phone: str = ""
    review_authority: str = ""
    court: str = ""


class NotRequiredNotice(Content, frozen=True, kw_only=True, tag="not_required_notice"):
    """不受理告知书: the matter needs no licence (行政许可法 32 (1)): told at once, with the basis."""

    head: Head
    applicant: Party
    agent: Party | None = None
    applied_on: date
    law: str
    reason: str
    basis: str = ""
    review_authority: str = ""
    court: str = ""


class InformOnceSheet(Content, frozen=True, kw_only=True, tag="inform_once_sheet"):
    """一次性告知单 for people who only ask: everything they will need, before they apply (优化营商环境条例 36)."""

    head: Head
    asked_by: str = ""  # may stay empty: nobody must give a name to ask
    situation: tuple[str, ...] = ()  # question and answer, one line each
    conditions: tuple[str, ...] = ()
    materials: tuple[MaterialLine, ...] = ()
    decided_by: str = ""
    statutory_limit: str = ""
    committed_limit: str = ""
    fee: str = ""
    visits: int = 1
    steps: tuple[str, ...] = ()
    where: str = ""
    hours: str = ""
    online: str = ""
    notes: tuple[str, ...] = ()


Paper = (
    MaterialsReceipt
    | AcceptanceNotice
    | CorrectionNotice
    | RefusalNotice
    | NotRequiredNotice
    | InformOnceSheet
    | PledgePaper
    | CheckPaper
    | ElsewherePaper
    | CoursePaper
    | ReportPaper
    | GuidancePaper
    | ServicePaper
)

TITLES: dict[type[Any], str] = {
    MaterialsReceipt: "申请材料接收凭证",
    AcceptanceNotice: "受理通知书",
    CorrectionNotice: "补正材料通知书",
    RefusalNotice: "不予受理通知书",
    NotRequiredNotice: "不受理告知书",
    InformOnceSheet: "一次性告知单",
    **PLEDGE_TITLES,
    **CHECK_TITLES,
    **ELSEWHERE_TITLES,
    **COURSE_TITLES,
    **REPORT_TITLES,
    **GUIDANCE_TITLES,
    **SERVICE_TITLES,
}

_decoder: msgspec.json.Decoder[Paper] = msgspec.json.Decoder(Paper)


class CopyMark(Content, frozen=True, kw_only=True):
    """What distinguishes this sheet from the first one: no part of the content or its hash."""

    reprint_no: int = 0  # 0: the first print; 2: 补打 第2次


TEMPLATE_VERSION = 2
"""Layout of the papers: raised with every change that alters their bytes. A paper keeps the one it was issued under, so
that a difference from today's is explained."""


def encode(paper: Paper) -> bytes:
    """Deterministic JSON: the same content gives the same bytes, so their SHA-256 names the paper."""
    return msgspec.json.encode(paper, order="deterministic")


def decode(data: bytes) -> Paper:
    """The inverse of `encode`. Raises msgspec.ValidationError with the path of what is wrong."""
    return _decoder.decode(data)


def title(paper: Paper) -> str:
    """The title printed on the paper; a correction notice that refuses says so, a decision names its matter."""
    if isinstance(paper, CorrectionNotice) and paper.is_refusal:
        return "不予受理告知书（一次性告知）"
    if isinstance(paper, GrantDecision | DenialDecision):
        return paper.title
    return TITLES[type(paper)]
