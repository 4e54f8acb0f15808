"""What an untrue statement to an authority leads to, by the law that the item falls under.

The applicant is told before he signs. Each sentence names its law and article; no amount is rounded, nothing is added.
"""

from desktop.domain.regime import Regime

_CREDIT = "不实承诺、提供虚假材料的情况，按照国家有关规定记入信用记录。"
_PENAL = (
    "给他人造成损害的，依法承担民事责任；构成违反治安管理行为的，依法给予治安管理处罚；构成犯罪的，依法追究刑事责任。"
)

_TRUTH = {
    Regime.LICENCE: "《中华人民共和国行政许可法》第三十一条",
    Regime.REAL_ESTATE: "《不动产登记暂行条例》第十六条",
    Regime.MARKET_ENTITY: "《中华人民共和国市场主体登记管理条例》第十七条",
}
_OWN: dict[Regime, tuple[str, ...]] = {
    Regime.LICENCE: (
        "隐瞒有关情况或者提供虚假材料申请行政许可的，行政机关不予受理或者不予行政许可，并给予警告；申请属于直接关系"
        "公共安全、人身健康、生命财产安全事项的，一年内不得再次申请该行政许可（《中华人民共和国行政许可法》第七十八条）。",
        "以欺骗、贿赂等不正当手段取得行政许可的，行政许可予以撤销，依法给予行政处罚；取得的行政许可属于直接关系公共"
        "安全、人身健康、生命财产安全事项的，三年内不得再次申请该行政许可（同法第六十九条、第七十九条）。",
    ),
    Regime.REAL_ESTATE: (
        "提供虚假材料申请登记给他人造成损害的，依法承担赔偿责任（《不动产登记暂行条例》第二十九条）。",
    ),
    Regime.MARKET_ENTITY: (
        "提交虚假材料或者采取其他欺诈手段隐瞒重要事实取得市场主体登记的，撤销登记，直接责任人三年内不得再次申请市场"
        "主体登记；责令改正，没收违法所得，并处五万元以上二十万元以下的罚款，情节严重的，处二十万元以上一百万元以下的"
        "罚款，吊销营业执照（《中华人民共和国市场主体登记管理条例》第四十条、第四十四条）。",
    ),
    Regime.RESIDENCE_PERMIT: (
        "使用虚假证明材料骗领居住证的，由公安机关给予警告、责令改正，处二百元以下罚款，有违法所得的，没收违法所得"
        "（《居住证暂行条例》第十八条）。",
    ),
    Regime.SOCIAL_RELIEF: (
        "采取虚报、隐瞒、伪造等手段，骗取社会救助资金、物资或者服务的，停止社会救助，责令退回非法获取的救助资金、物资，"
        "可以处非法获取的救助款额或者物资价值一倍以上三倍以下的罚款（《社会救助暂行办法》第六十八条）。",
    ),
    Regime.SERVICE: ("提供虚假材料的，依法终止办理；已经作出决定的，依法撤销，取得的待遇依法追回。",),
}
_FALSE_PLEDGE = (
    "经核查承诺不实的，依法终止办理、责令限期整改、撤销行政决定或者予以行政处罚（国办发〔2020〕42号）；"
    "在信用修复前，不再适用告知承诺。"
)


def truth_law(regime: Regime) -> str:
    """The article that makes the applicant answer for the truth of what he hands in; empty: no article of its own."""
    return _TRUTH.get(regime, "")


def of_false_materials(regime: Regime) -> tuple[str, ...]:
    """What untrue materials lead to: the item's own law first, then what holds for all, the credit record last."""
    return (*_OWN[regime], _PENAL, _CREDIT)


def of_false_pledge(regime: Regime) -> tuple[str, ...]:
    """What an untrue pledge leads to: 不实承诺可能承担的民事、行政、刑事责任 (国办发〔2020〕42号)."""
    return (_FALSE_PLEDGE, *of_false_materials(regime))
