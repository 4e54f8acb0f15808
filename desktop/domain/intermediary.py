"""Intermediary services (中介服务) that an item may need, and the register of those who offer them (中介事一站办).

The applicant chooses freely, lets a lot decide, or takes nobody from the register: an authority may name nobody, and
force nobody to use an intermediary (优化营商环境条例 43). Each of the three is on record.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum

import msgspec

from desktop.domain.lot import draw, is_seed


class Intermediary(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One who offers one kind of service, as the register of the city has it. Two kinds are two entries."""

    service: str  # 中介服务名称: 测绘, 环境影响评价, 检测 …
    name: str
    code: str  # 统一社会信用代码
    qualification: str = ""  # 资质
    address: str = ""
    phone: str = ""
    fee_note: str = ""  # 收费标准, as published
    days_note: str = ""  # 服务时限
    valid_from: date | None = None
    valid_to: date | None = None  # last day on the register


class HowChosen(Enum):
    """How the applicant came to an intermediary."""

    FREE = "free"  # 自主选择
    LOT = "lot"  # 随机抽取, because the applicant wants it
    NONE = "none"  # 不从名录选: has one already, or needs none


class Candidate(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An intermediary as a record names it: enough to be read alone, and the key of the lot."""

    code: str
    name: str


def on_register(register: Iterable[Intermediary], service: str, *, day: date) -> tuple[Intermediary, ...]:
    """Those who offer the service on the day, in the order of the register."""
    return tuple(one for one in register if one.service == service and is_registered(one, day))


def is_registered(one: Intermediary, day: date) -> bool:
    """Whether the entry holds on the day."""
    early = one.valid_from is not None and day < one.valid_from
    late = one.valid_to is not None and day > one.valid_to
    return not (early or late)


def candidate(one: Intermediary) -> Candidate:
    """The entry as a record names it."""
    return Candidate(code=one.code, name=one.name)


def draw_one(seed: str, candidates: Iterable[Candidate]) -> Candidate | None:
    """The one whom the lot gives (desktop.domain.lot, keys are the credit codes); None if there is nobody."""
    by_code = {one.code: one for one in candidates}
    drawn = draw(seed, by_code, 1)
    return by_code[drawn[0]] if drawn else None


def is_repeatable(seed: str, candidates: Iterable[Candidate], chosen: Candidate | None) -> bool:
    """Whether drawing again with the recorded seed and population gives the recorded result."""
    return is_seed(seed) and draw_one(seed, candidates) == chosen
