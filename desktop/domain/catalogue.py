"""The catalogue of service items (目录, 实施清单) as the city publishes it: types only.

Field names follow the official export (handbook 6.1–6.4); the Chinese name stands behind each field. A catalogue is
immutable and has a version; a case keeps the version it was taken in under (目录管理, 目录之外无审批).
What must hold between the fields is checked in desktop.domain.catalogue_rules.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from desktop.domain.catalogue_elsewhere import ElsewhereWay
from desktop.domain.catalogue_kinds import Audience as Audience
from desktop.domain.catalogue_kinds import Handling as Handling
from desktop.domain.catalogue_kinds import ItemKind as ItemKind
from desktop.domain.catalogue_kinds import ItemStatus as ItemStatus
from desktop.domain.catalogue_kinds import MaterialKind as MaterialKind
from desktop.domain.catalogue_kinds import Medium as Medium
from desktop.domain.catalogue_kinds import Role as Role
from desktop.domain.catalogue_kinds import Source as Source
from desktop.domain.credit import CreditMark
from desktop.domain.deadline import TimeLimit
from desktop.domain.intermediary import Intermediary
from desktop.domain.policy import Policy
from desktop.domain.regime import Regime
from desktop.domain.validity import Validity

When = dict[str, tuple[str, ...]]
"""Condition on facts: every named question has one of the listed answers. Empty: always.

Facts are the answers to the item's questions and three that intake supplies itself:
`applicant` (person, organisation), `agent` (yes, no), `channel` (counter, village).
"""


INTAKE_FACTS: Mapping[str, tuple[str, ...]] = {
    "applicant": ("person", "organisation"),
    "agent": ("yes", "no"),
    "channel": ("counter", "village"),
}
"""Facts that intake supplies itself and every `when` may name, with their values."""


class _Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A line of the catalogue: immutable, no field beyond the declared ones."""


class NotRequiredHere(_Entry, frozen=True, kw_only=True):
    """Answer under which the matter needs no licence or confirmation at all (行政许可法 32(1))."""

    reason: str
    basis: str


class OtherAuthority(_Entry, frozen=True, kw_only=True):
    """Answer under which another authority is competent (行政许可法 32(2)): the clerk says where to apply."""

    reason: str
    authority: str
    address: str = ""
    phone: str = ""


class Option(_Entry, frozen=True, kw_only=True):
    """One answer to a question. At most one of the two effects is set."""

    key: str
    text: str
    not_required: NotRequiredHere | None = None
    other_authority: OtherAuthority | None = None


class Question(_Entry, frozen=True, kw_only=True):
    """One question of the situation guide (情形引导), asked when `when` holds. At most nine options: one key each."""

    key: str
    text: str
    options: tuple[Option, ...]
    when: When = {}

    def is_asked(self, facts: dict[str, str]) -> bool:
        """Whether these facts bring the question."""
        return holds(self.when, facts)

    @property
    def whens(self) -> tuple[When, ...]:
        """Conditions any of which brings the question."""
        return (self.when,)


class MaterialRequirement(_Entry, frozen=True, kw_only=True):
    """One material that may be asked for (申请材料), when `when` holds."""

    code: str  # unique in the item, e.g. "m01"
    name: str  # 材料名称
    standard: str = ""  # 标准材料: the same paper in several items has the same code, e.g. "id_card"
    kind: MaterialKind = MaterialKind.OTHER
    medium: Medium = Medium.PAPER
    source: Source = Source.APPLICANT
    source_note: str = ""  # who issues it
    is_required: bool = True  # 材料必要性
    is_deferrable: bool = False  # 可容缺
    deferral: TimeLimit | None = None  # how long the supplement may take; none: the item's committed limit
    is_pledgeable: bool = False  # 可告知承诺
    verification: TimeLimit | None = None  # 事后核查: by when a pledge is verified; none: the hall's own days
    is_shareable: bool = False  # 可共享/电子证照/免提交
    share_note: str = ""  # 数源部门, 证照目录
    validity: Validity | None = None  # 材料有效期: how long one on file may be used again; none: the hall's own days
    originals: int = 0  # originals kept
    copies: int = 0  # copies kept
    is_original_compared: bool = False  # 原件核验: shown, compared, handed back
    copy_requirement: str = ""  # 复印件要求
    seal_requirement: str = ""  # 签章要求
    is_filled_on_site: bool = False  # 是否需本人到现场填写
    acceptance_points: tuple[str, ...] = ()  # 受理标准, what the clerk checks
    common_defects: tuple[str, ...] = ()  # 常见错误: one key each in the checklist
    fill_notes: tuple[str, ...] = ()  # 填报须知, 示范文本 (行政许可法 30)
    basis: str = ""  # 要求提供材料的依据
    when: When = {}

    def under(self, facts: dict[str, str]) -> "MaterialRequirement | None":
        """What is asked for under these facts; None: nothing."""
        return self if holds(self.when, facts) else None

    @property
    def whens(self) -> tuple[When, ...]:
        """Conditions any of which brings the material."""
        return (self.when,)


class Step(_Entry, frozen=True, kw_only=True):
    """办理环节: who holds the case how long."""

    name: str
    department: str
    post: str = ""
    limit: TimeLimit | None = None


class SpecialProcedure(_Entry, frozen=True, kw_only=True):
    """特别程序 not counted in the limit (行政许可法 45)."""

    name: str
    days: int  # working days that it usually takes
    note: str = ""


class Answer(_Entry, frozen=True, kw_only=True):
    """常见问题."""

    question: str
    answer: str


class ServiceItem(_Entry, frozen=True, kw_only=True):
    """政务服务事项 with its 实施清单."""

    code: str  # 实施编码, opaque text
    name: str  # 事项名称
    group: str  # 主题 for browsing, e.g. 社会保障
    kind: ItemKind
    regime: Regime
    role: Role
    authority: str  # 实施主体: who decides
    handling: Handling
    audience: Audience = Audience.PERSON
    basic_code: str = ""  # 基本编码
    authority_code: str = ""  # 实施主体编码 (统一社会信用代码)
    aliases: tuple[str, ...] = ()  # what people call it
    status: ItemStatus = ItemStatus.IN_USE
    valid_from: date | None = None  # 计划生效日期
    valid_to: date | None = None  # last day on which it is valid
    statutory_limit: TimeLimit | None = None  # 法定办结时限
    committed_limit: TimeLimit | None = None  # 承诺办结时限
    limit_note: str = ""
    legal_basis: tuple[str, ...] = ()  # 设定依据
    conditions: tuple[str, ...] = ()  # 受理条件
    fee: str = ""  # 收费标准; empty: no fee
    fee_basis: str = ""
    visits: int = 1  # 到办事现场次数
    steps: tuple[Step, ...] = ()
    special_procedures: tuple[SpecialProcedure, ...] = ()
    questions: tuple[Question, ...] = ()
    materials: tuple[MaterialRequirement, ...] = ()
    result_name: str = ""  # 审批结果名称
    result_delivery: tuple[str, ...] = ()  # 自取, 邮寄 …
    online_url: str = ""  # empty: cannot be done online
    is_fully_online: bool = False  # 全程网办
    service_phone: str = ""  # 咨询
    complaint_phone: str = ""  # 监督投诉
    address: str = ""
    hours: str = ""
    review_authority: str = ""  # 行政复议
    court: str = ""  # 行政诉讼
    faq: tuple[Answer, ...] = ()
    note: str = ""
    intermediary_services: tuple[str, ...] = ()  # 中介服务名称 that may be needed; see Catalogue.intermediaries
    elsewhere: tuple[ElsewhereWay, ...] = ()  # 同城通办, 跨省通办; none: only here
    yellow_days: int = 2  # lamp turns yellow with so many working days left
    is_pilot: bool = False  # 先行先试
    is_green: bool = False  # 绿色通道
    fast_limit: TimeLimit | None = None  # promised instead of committed_limit while it is a pilot or green item

    @property
    def promised_limit(self) -> TimeLimit | None:
        """What is promised today (M24): the faster one of a pilot or green item, else the committed limit."""
        return (self.fast_limit if self.is_pilot or self.is_green else None) or self.committed_limit


class BundlePart(_Entry, frozen=True, kw_only=True):
    """One item of a bundle; done when `when` holds, which names questions of the bundle itself and facts of intake."""

    item: str  # 实施编码
    when: When = {}


class Bundle(_Entry, frozen=True, kw_only=True):
    """一件事 (国办发〔2022〕32号): items with one form, one set of materials, one acceptance. See domain.bundle."""

    code: str
    name: str
    group: str
    parts: tuple[BundlePart, ...]
    questions: tuple[Question, ...] = ()
    summed: tuple[str, ...] = ()  # 标准材料 of which each item keeps its own; of any other the most that one asks for
    aliases: tuple[str, ...] = ()
    status: ItemStatus = ItemStatus.IN_USE
    legal_basis: tuple[str, ...] = ()
    note: str = ""


class Referral(_Entry, frozen=True, kw_only=True):
    """A matter that people ask for here and that is not in the catalogue: where to send them."""

    matter: str
    authority: str
    keywords: tuple[str, ...] = ()
    address: str = ""
    phone: str = ""


class RegionalDay(_Entry, frozen=True, kw_only=True):
    """A day that the region sets off, or works, differently from the nation (壮族三月三)."""

    day: date
    is_off: bool
    why: str


class Catalogue(_Entry, frozen=True, kw_only=True):
    """One published version. Items in the order in which they are to be shown."""

    version: str  # sorts by text: 2026.11.01
    publisher: str
    division: str  # 行政区划代码 of the region it is for
    issued_on: date
    in_force_on: date
    is_sample: bool = False  # papers made under it say 示例
    items: tuple[ServiceItem, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    referrals: tuple[Referral, ...] = ()
    regional_days: tuple[RegionalDay, ...] = ()
    policies: tuple[Policy, ...] = ()
    intermediaries: tuple[Intermediary, ...] = ()
    credit: tuple[CreditMark, ...] = ()  # who may neither pledge nor defer
    credit_salt: str = ""  # of the digests in `credit`, hexadecimal
    note: str = ""

    def item(self, code: str) -> ServiceItem | None:
        """The item of this code, or None."""
        return next((item for item in self.items if item.code == code), None)


def holds(when: When, facts: dict[str, str]) -> bool:
    """Whether every named question is answered with one of the listed answers; an unanswered one does not hold."""
    return all(facts.get(question) in answers for question, answers in when.items())
