"""The kinds that a catalogue tells apart, with the values of the official export (handbook 5.6, 6.1)."""

from enum import Enum


class Role(Enum):
    """In whose name the town acts (放权: who decides, and who is on the paper)."""

    OWN = "own"  # 本级: the town decides
    DELEGATED = "delegated"  # 受委托: in the name of the delegating authority (行政许可法 24)
    FIRST_REVIEW = "first_review"  # 初审转报: first examined here, decided above (行政许可法 35)
    COLLECTS = "collects"  # 代收: handed on as it came
    ADVISES = "advises"  # 仅咨询: nothing is taken in, only told


class ItemKind(Enum):
    """事项类型 (handbook 5.6)."""

    LICENCE = "01"  # 行政许可
    PAYMENT = "05"  # 行政给付
    CONFIRMATION = "07"  # 行政确认
    REWARD = "08"  # 行政奖励
    RULING = "09"  # 行政裁决
    OTHER_POWER = "10"  # 其他行政权力
    PUBLIC_SERVICE = "20"  # 公共服务


class Handling(Enum):
    """办件类型."""

    IMMEDIATE = "immediate"  # 即办件
    COMMITTED = "committed"  # 承诺件


class Audience(Enum):
    """服务对象."""

    PERSON = "person"  # 自然人
    ORGANISATION = "organisation"  # 法人和其他组织
    ANY = "any"


class ItemStatus(Enum):
    """事项状态."""

    IN_USE = "in_use"  # 在用
    SUSPENDED = "suspended"  # 暂停
    CANCELLED = "cancelled"  # 取消


class MaterialKind(Enum):
    """材料类型."""

    FORM = "form"  # 申请表
    CERTIFICATE = "certificate"  # 证件证书
    PROOF = "proof"  # 证明
    OTHER = "other"  # 其他


class Medium(Enum):
    """材料形式."""

    PAPER = "paper"  # 纸质
    ELECTRONIC = "electronic"  # 电子
    EITHER = "either"  # 纸质或电子


class Source(Enum):
    """来源渠道."""

    APPLICANT = "applicant"  # 申请人自备
    GOVERNMENT = "government"  # 政府部门核发
    OTHER = "other"  # 其他
