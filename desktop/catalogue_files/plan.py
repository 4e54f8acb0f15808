"""The plan of the workbook: its sheets, their columns under the official titles, and the field behind each.

One table for reading, writing and the template, so that they cannot drift apart. Official titles are those of the
实施清单 (handbook 6.1–6.4); where the model has a field that the official list lacks, the title is ours.
"""

import re
import unicodedata
from dataclasses import dataclass

from desktop.catalogue_files.cells import (
    CODE,
    INTEGER,
    TEXT,
    Cell,
    choice,
)
from desktop.domain.catalogue import (
    Audience,
    Handling,
    ItemKind,
    ItemStatus,
    MaterialKind,
    Medium,
    Role,
    Source,
)
from desktop.domain.deadline import LimitUnit
from desktop.domain.regime import Regime


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the field that it fills (`limit.count` for a part of one) and what its cells hold."""

    title: str
    field: str
    cell: Cell = TEXT
    is_required: bool = False
    note: str = ""
    width: int = 18
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; `field` is the field of the item or of the catalogue that its rows fill, "" for those themselves."""

    title: str
    columns: tuple[Column, ...]
    field: str = ""
    is_required: bool = False
    note: str = ""

    def column_of(self, field: str) -> Column | None:
        """The column that fills this field or the first part of it."""
        return next((c for c in self.columns if c.field.split(".")[0] == field.split(".")[0]), None)


def normalised(title: object) -> str:
    """A title as it is compared: full-width characters, blanks and marks of required columns do not matter."""
    text = unicodedata.normalize("NFKC", str(title))
    return re.sub(r"[\s*]|\(必填\)", "", text)


ITEM_CODE = Column("实施编码", "item_code", CODE, is_required=True, width=34, note="与“基本信息”里的实施编码一致。")

KINDS = choice(
    {
        ItemKind.LICENCE: "行政许可",
        ItemKind.PAYMENT: "行政给付",
        ItemKind.CONFIRMATION: "行政确认",
        ItemKind.REWARD: "行政奖励",
        ItemKind.RULING: "行政裁决",
        ItemKind.OTHER_POWER: "其他行政权力",
        ItemKind.PUBLIC_SERVICE: "公共服务",
    },
    placeholder=ItemKind.PUBLIC_SERVICE,
    codes={kind.value: kind for kind in ItemKind},
)
ROLES = choice(
    {
        Role.OWN: "本级实施",
        Role.DELEGATED: "受委托",
        Role.FIRST_REVIEW: "初审转报",
        Role.COLLECTS: "代收",
        Role.ADVISES: "仅咨询",
    },
    placeholder=Role.ADVISES,
)
REGIMES = choice(
    {
        Regime.LICENCE: "行政许可",
        Regime.SERVICE: "政务服务",
        Regime.REAL_ESTATE: "不动产登记",
        Regime.MARKET_ENTITY: "市场主体登记",
        Regime.RESIDENCE_PERMIT: "居住证",
        Regime.SOCIAL_RELIEF: "社会救助",
    },
    placeholder=Regime.LICENCE,
)
HANDLINGS = choice(
    {Handling.IMMEDIATE: "即办件", Handling.COMMITTED: "承诺件"},
    placeholder=Handling.COMMITTED,
    codes={"1": Handling.IMMEDIATE, "2": Handling.COMMITTED},
)
AUDIENCES = choice(
    {Audience.PERSON: "自然人", Audience.ORGANISATION: "法人和其他组织", Audience.ANY: "自然人、法人和其他组织"},
    placeholder=Audience.ANY,
    codes={"法人": Audience.ORGANISATION, "不限": Audience.ANY},
)
STATUSES = choice(
    {ItemStatus.IN_USE: "在用", ItemStatus.SUSPENDED: "暂停", ItemStatus.CANCELLED: "取消"},
    placeholder=ItemStatus.IN_USE,
)
UNITS = choice(
    {LimitUnit.WORKING_DAYS: "工作日", LimitUnit.CALENDAR_DAYS: "自然日"},
    placeholder=LimitUnit.WORKING_DAYS,
    codes={"1": LimitUnit.CALENDAR_DAYS, "2": LimitUnit.WORKING_DAYS, "日": LimitUnit.CALENDAR_DAYS},
)
MATERIAL_KINDS = choice(
    {
        MaterialKind.FORM: "申请表",
        MaterialKind.CERTIFICATE: "证件证书",
        MaterialKind.PROOF: "证明",
        MaterialKind.OTHER: "其他",
    },
    placeholder=MaterialKind.OTHER,
)
MEDIA = choice(
    {Medium.PAPER: "纸质", Medium.ELECTRONIC: "电子", Medium.EITHER: "纸质或电子"},
    placeholder=Medium.PAPER,
    codes={"纸质/电子": Medium.EITHER, "两者": Medium.EITHER},
)
SOURCES = choice(
    {Source.APPLICANT: "申请人自备", Source.GOVERNMENT: "政府部门核发", Source.OTHER: "其他"},
    placeholder=Source.APPLICANT,
)
NECESSITY = choice({True: "必要", False: "非必要"}, placeholder=True, codes={"1": True, "2": False})
OFF_OR_WORK = choice({True: "放假", False: "上班"}, placeholder=True)


def limit(title: str, field: str) -> tuple[Column, Column]:
    """The two columns of a time limit."""
    return (
        Column(title, f"{field}.count", INTEGER, note="整数；没有时限的留空。", width=12),
        Column(f"{title}单位", f"{field}.unit", UNITS, width=12),
    )


_UNUSED_TITLES = """
    序号 ROW_GUID 地方基本编码 地方实施编码 业务办理项编码 权力来源 行使层级 实施主体性质 事项版本 中央业务指导部门
    是否收费 办理形式 必须现场办理原因 交通指引 权利 义务 是否进驻政务大厅 大厅名称 是否通办 通办范围 联办机构
    是否存在中介服务 数量限制 审批结果类型 结果样本 是否支持预约 网上支付 物流快递 自助终端办理 是否网办
    网上办理深度 移动端地址 纸质规格 电子规格 空白表格 示例样表 排序 非必要时办理情形 办理人 有无特别程序
"""
UNUSED = frozenset(normalised(title) for title in re.findall(r"\S+", _UNUSED_TITLES))
"""Official columns that the counter has no use for: left unread without a word."""
