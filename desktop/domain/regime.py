"""Which intake rules hold for an item: the general ones and the special regimes (handbook 1.1, 1.4).

A regime is data, read by outcome and case; nothing else in the program asks which law an item falls under.
"""

from dataclasses import dataclass
from enum import Enum

from desktop.domain.deadline import LimitUnit, TimeLimit


class Regime(Enum):
    """The law under which an application is taken in."""

    LICENCE = "licence"  # 行政许可法 32
    SERVICE = "service"  # 优化营商环境条例 36: all other service items
    REAL_ESTATE = "real_estate"  # 不动产登记暂行条例 17
    MARKET_ENTITY = "market_entity"  # 市场主体登记管理条例 19
    RESIDENCE_PERMIT = "residence_permit"  # 居住证暂行条例 9
    SOCIAL_RELIEF = "social_relief"  # 社会救助暂行办法


class Incomplete(Enum):
    """What happens to an application whose materials are not complete."""

    CORRECT = "correct"  # kept open, one notice of all that is missing
    REFUSE_ON_SPOT = "refuse_on_spot"  # written refusal with the notice, at once
    RETURN = "return"  # materials handed back with the notice, applied for afresh


@dataclass(frozen=True, slots=True)
class RegimeRules:
    """What a regime says about intake. Articles name the source of each field."""

    regime: Regime
    law: str
    notice_article: str
    incomplete: Incomplete
    notice_days: int
    """Working days within which the notice must be given; 0: on the spot."""
    is_deemed_accepted: bool
    """No notice in time counts as acceptance, from the day of receipt."""
    fallback_limit: TimeLimit | None
    """Statutory limit where the item names none."""
    extension_days: int
    """Days by which the head of the authority may extend; 0: not at all."""
    is_decided_on_spot: bool
    """A complete application is decided at once where that is possible."""


_WORKING = LimitUnit.WORKING_DAYS
_CALENDAR = LimitUnit.CALENDAR_DAYS

_RULES = {
    rules.regime: rules
    for rules in (
        RegimeRules(
            regime=Regime.LICENCE,
            law="《中华人民共和国行政许可法》",
            notice_article="第三十二条第一款第（四）项",
            incomplete=Incomplete.CORRECT,
            notice_days=5,
            is_deemed_accepted=True,
            fallback_limit=TimeLimit(20, _WORKING),
            extension_days=10,
            is_decided_on_spot=False,
        ),
        RegimeRules(
            regime=Regime.SERVICE,
            law="《优化营商环境条例》",
            notice_article="第三十六条",
            incomplete=Incomplete.CORRECT,
            notice_days=5,
            is_deemed_accepted=False,
            fallback_limit=None,
            extension_days=0,
            is_decided_on_spot=False,
        ),
        RegimeRules(
            regime=Regime.REAL_ESTATE,
            law="《不动产登记暂行条例》",
            notice_article="第十七条",
            incomplete=Incomplete.REFUSE_ON_SPOT,
            notice_days=0,
            is_deemed_accepted=True,
            fallback_limit=TimeLimit(30, _WORKING),
            extension_days=0,
            is_decided_on_spot=False,
        ),
        RegimeRules(
            regime=Regime.MARKET_ENTITY,
            law="《中华人民共和国市场主体登记管理条例》",
            notice_article="第十九条",
            incomplete=Incomplete.RETURN,
            notice_days=0,
            is_deemed_accepted=False,
            fallback_limit=TimeLimit(3, _WORKING),
            extension_days=3,
            is_decided_on_spot=True,
        ),
        RegimeRules(
            regime=Regime.RESIDENCE_PERMIT,
            law="《居住证暂行条例》",
            notice_article="第九条",
            incomplete=Incomplete.CORRECT,
            notice_days=0,
            is_deemed_accepted=False,
            fallback_limit=TimeLimit(15, _CALENDAR),
            extension_days=15,
            is_decided_on_spot=False,
        ),
        RegimeRules(
            regime=Regime.SOCIAL_RELIEF,
            law="《社会救助暂行办法》",
            notice_article="第六十条",
            incomplete=Incomplete.CORRECT,
            notice_days=5,
            is_deemed_accepted=False,
            fallback_limit=None,
            extension_days=0,
            is_decided_on_spot=False,
        ),
    )
}


def rules_for(regime: Regime) -> RegimeRules:
    """The rules of a regime; every regime has them."""
    return _RULES[regime]
