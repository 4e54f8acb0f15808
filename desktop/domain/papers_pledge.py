"""Content of the papers by which the citizen binds himself, judges the service, or learns how to apply.

授权委托书, 真实性承诺书, 告知承诺书, 容缺受理承诺书, 评价表, 办事指南, 示范文本 (handbook 1.6, 2, 4). Who signs for
himself stands on the paper with the whole number: a masked one would not bind. Empty text is left blank for a pen.
"""

from datetime import date
from typing import Any

from desktop.domain.paper_parts import Content, Head, MaterialLine, Party


class Signatory(Content, frozen=True, kw_only=True):
    """Somebody who signs: number and telephone in full, as the paper's own declaration."""

    name: str = ""
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""


class PowerOfAttorney(Content, frozen=True, kw_only=True, tag="power_of_attorney"):
    """授权委托书: agent, matter, powers and term, signed by the principal (民法典 165; 行政许可法 29)."""

    head: Head
    principal: Signatory
    agent: Signatory
    matter: str
    powers: tuple[str, ...]  # all that may be granted, in the order of the form
    granted: tuple[str, ...] = ()  # those that are ticked
    legal_representative: str = ""  # of an organisation
    relation: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


class TruthPledge(Content, frozen=True, kw_only=True, tag="truth_pledge"):
    """真实性承诺书: what is handed in is true (行政许可法 31), and what follows if it is not, under the item's law."""

    head: Head
    pledger: Party
    addressed_to: str
    law: str  # that makes the applicant answer for the truth
    liability: tuple[str, ...]
    agent: Party | None = None


class PledgedMaterial(Content, frozen=True, kw_only=True):
    """A proof that the pledge stands for: what it would have had to show, and what asks for it."""

    name: str
    proves: tuple[str, ...] = ()
    basis: str = ""


class NoticeAndPledge(Content, frozen=True, kw_only=True, tag="notice_and_pledge"):
    """告知承诺书: the authority tells, the applicant pledges, one paper for all pledged proofs (国办发〔2020〕42号)."""

    head: Head
    applicant: Party
    authority: str  # 告知机关: who decides, and to whom the pledge is made
    materials: tuple[PledgedMaterial, ...]
    liability: tuple[str, ...]  # 不实承诺可能承担的民事、行政、刑事责任
    method: str  # 承诺方式
    verification: str  # 核查权力
    publication: str  # 是否公开、公开范围及时限
    legal_basis: tuple[str, ...] = ()  # 设定依据 of the item
    agent: Party | None = None


class OwedLine(Content, frozen=True, kw_only=True):
    """A deferred material: in what form and until when."""

    name: str
    asked: str
    due_on: date


class DeferralPledge(Content, frozen=True, kw_only=True, tag="deferral_pledge"):
    """容缺受理承诺书: what is owed, in what form, until when, and what missing the day means (handbook 2.2)."""

    head: Head
    applicant: Party
    accepted_on: date
    owed: tuple[OwedLine, ...]
    consequence: str
    decided_by: date | None = None  # 承诺办结日期
    agent: Party | None = None


class RatingOption(Content, frozen=True, kw_only=True):
    """Something that may be ticked under a level, with its national code."""

    code: str
    text: str


class RatingLevelLine(Content, frozen=True, kw_only=True):
    """A level of satisfaction and its options."""

    level: str
    options: tuple[RatingOption, ...]


class RatingSheet(Content, frozen=True, kw_only=True, tag="rating_sheet"):
    """评价表 for places without a device: five levels, voluntary, filled in by the citizen (GB/T 39734-2020, 4.1)."""

    head: Head
    levels: tuple[RatingLevelLine, ...]
    return_to: str = ""  # where the sheet is put in
    link: str = ""  # the city's page for this very rating, as a code; empty: it has none


class GuideMaterial(Content, frozen=True, kw_only=True):
    """A material with where it comes from, in what form it is taken, and what asks for it."""

    line: MaterialLine
    source: str = ""
    basis: str = ""


class GuideAnswer(Content, frozen=True, kw_only=True):
    """常见问题."""

    question: str
    answer: str


class ServiceGuide(Content, frozen=True, kw_only=True, tag="service_guide"):
    """办事指南: all that must be published at the counter (行政许可法 30): item, basis, conditions, quantity,

    procedure, limit, the full list of materials; with what 优化营商环境条例 36 and 实施清单 add to it.
    """

    head: Head
    authority: str  # 实施主体
    kind: str = ""
    capacity: str = ""  # in what role this hall acts
    handling: str = ""
    audience: str = ""
    legal_basis: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    quantity: str = ""  # 数量限制
    steps: tuple[str, ...] = ()
    special_procedures: tuple[str, ...] = ()
    statutory_limit: str = ""
    committed_limit: str = ""
    limit_note: str = ""
    materials: tuple[GuideMaterial, ...] = ()
    fee: str = ""
    visits: int = 1
    result: str = ""
    delivery: str = ""
    where: str = ""
    hours: str = ""
    online: str = ""
    review_authority: str = ""
    court: str = ""
    answers: tuple[GuideAnswer, ...] = ()
    note: str = ""
    catalogue_version: str = ""


class SampleField(Content, frozen=True, kw_only=True):
    """A field of the application with a made-up value and how to fill it."""

    label: str
    value: str
    hint: str = ""


class SampleMaterial(Content, frozen=True, kw_only=True):
    """How a material is filled in (填报须知), and what is often wrong with it."""

    name: str
    notes: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()


class FilledSample(Content, frozen=True, kw_only=True, tag="filled_sample"):
    """示范文本: the application filled in with made-up data (行政许可法 30); every page says 示范."""

    head: Head
    fields: tuple[SampleField, ...]
    form_name: str = ""  # of the application form in the catalogue
    materials: tuple[SampleMaterial, ...] = ()


PledgePaper = (
    PowerOfAttorney | TruthPledge | NoticeAndPledge | DeferralPledge | RatingSheet | ServiceGuide | FilledSample
)

PLEDGE_TITLES: dict[type[Any], str] = {
    PowerOfAttorney: "授权委托书",
    TruthPledge: "真实性承诺书",
    NoticeAndPledge: "告知承诺书",
    DeferralPledge: "容缺受理承诺书",
    RatingSheet: "政务服务评价表",
    ServiceGuide: "办事指南",
    FilledSample: "示范文本",
}
