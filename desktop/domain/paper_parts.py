"""What the papers of the counter are made of: the head, the parties, the rows of a list of materials."""

from datetime import date

import msgspec


class Content(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Immutable content; unknown fields are refused, so that a misspelt one cannot go missing on paper."""


class Head(Content, frozen=True, kw_only=True):
    """What every paper carries."""

    number: str  # 文书编号, e.g. 阳圩受字〔2026〕02-K7QX-0001号
    authority: str  # in whose name the paper is issued (行政许可法 24)
    hall: str  # 收件机构, printed small
    window: str  # "02"
    clerk: str
    issued_on: date
    case_number: str = ""
    item_name: str = ""
    item_code: str = ""
    service_phone: str = ""
    complaint_phone: str = ""
    is_sample: bool = False  # watermark 示例: made under a sample catalogue
    is_practice: bool = False  # watermark 练习
    replaces: str = ""  # 更正: number of the paper in whose place this one stands
    amended_because: str = ""
    part_of: str = ""  # the 一件事 with its number, of which the paper concerns this one item


class Party(Content, frozen=True, kw_only=True):
    """申请人 or 代理人 as printed: the id number masked but for the parts that the holder knows it by."""

    name: str
    id_kind: str = ""  # 居民身份证, 统一社会信用代码 …
    id_masked: str = ""
    phone_masked: str = ""


class BundledCase(Content, frozen=True, kw_only=True):
    """One item of a 一件事 with its own case."""

    item_name: str
    authority: str
    case_number: str
    is_accepted: bool = False  # otherwise taken in for the authority, which decides on acceptance
    due_on: date | None = None
    limit: str = ""  # the promise of an authority that counts the days itself
    sent_away: str = ""  # 不予受理, 不受理, 另行申请: this item does not go on; `authority` is where to apply
    reason: str = ""  # why it does not go on


class MaterialLine(Content, frozen=True, kw_only=True):
    """One row of a list of materials."""

    name: str
    asked: str = ""  # 原件1份、复印件1份
    state: str = ""  # 齐全, 缺 …
    note: str = ""  # what is wrong; the date by which it is owed
    points: tuple[str, ...] = ()  # 受理标准
