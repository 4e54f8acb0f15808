"""One of each event about pledges, with its sentence: for the test of all sentences."""

from datetime import date
from typing import Any

from desktop.domain import events_pledge as ep

MONDAY = date(2026, 11, 2)
_NAMES: dict[str, Any] = {"codes": ("m3",), "names": ("困难证明",)}

PLEDGE_EVENTS: list[tuple[Any, str]] = [
    (
        ep.PledgesTaken(
            taken_on=MONDAY, pledges=(ep.TakenPledge(code="m3", name="困难证明", verify_by=date(2027, 1, 4)),)
        ),
        "告知承诺：困难证明（2027-01-04前核查）",
    ),
    (
        ep.PledgeWithdrawn(withdrawn_on=MONDAY, reason="已取得证明", supply_by=date(2026, 11, 9), **_NAMES),
        "撤回承诺：困难证明，原因：已取得证明，2026-11-09前补交",
    ),
    (
        ep.PledgeVerified(
            verified_on=MONDAY, is_true=True, how=ep.Verification.ON_SITE, verified_by=("甲", "乙"), **_NAMES
        ),
        "核查承诺属实：困难证明（现场核查，甲、乙）",
    ),
    (
        ep.FalsePledgeFound(
            found_on=MONDAY,
            facts="登记信息不符",
            consequence=ep.Consequence.RECTIFY,
            rectify_by=date(2026, 12, 4),
            **_NAMES,
        ),
        "承诺不实，责令限期整改（2026-12-04前）：登记信息不符",
    ),
    (
        ep.CreditNoted(noted_on=MONDAY, id_kind="citizen_id", id_number="450000198503070028", basis="核查不实"),
        "记入本地信用记录：核查不实",
    ),
    (ep.CreditRepaired(repaired_on=MONDAY, reason="已改正"), "信用修复：已改正"),
    (
        ep.PledgesDrawn(
            number="示例抽〔2026〕1号",
            drawn_on=MONDAY,
            begins_on=MONDAY,
            ends_on=MONDAY,
            share_percent=10,
            seed="7c" * 32,
            population=("A", "B"),
            population_sha256="0" * 64,
            officers=("a", "b"),
            officers_each=2,
            size=1,
            drawn=(ep.DrawnPledge(key="A", officers=("b", "a")),),
        ),
        "双随机抽查示例抽〔2026〕1号：2项中抽1项，比例10%，种子7c7c7c7c…",
    ),
]
