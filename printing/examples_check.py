"""Examples of the papers about verifying pledges, in the order of papers_check.CHECK_TITLES."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from desktop.domain.papers import Head, Party
from desktop.domain.papers_check import (
    CheckPaper,
    DrawnLine,
    PledgeDrawSheet,
    PledgeFinding,
    PledgeWithdrawal,
    WithdrawnProof,
)

_SEED = "5b1f0c7e" * 8
_SHA = "0d9a4e62" * 8


def check_examples(head: Callable[[str], Head], applicant: Party) -> tuple[CheckPaper, ...]:
    """One of each kind; `head` makes the head from the mark in the number."""
    return (
        PledgeFinding(
            head=head("核"),
            applicant=applicant,
            pledged_on=date(2026, 11, 2),
            materials=("异地居住证明材料",),
            facts="公安部门居住登记信息显示，申请人自2025年3月起没有在承诺的地址居住",
            consequence="责令限期整改",
            rectify_by=date(2026, 12, 4),
            law="《国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见》（国办发〔2020〕42号）",
            credit="上述不实承诺记入本地信用记录，并按照国家有关规定归集。信用修复前，不再适用告知承诺和容缺受理。",
            review_authority="示例县人民政府",
            court="示例县人民法院",
        ),
        PledgeDrawSheet(
            head=_of_the_hall(head("抽")),
            begins_on=date(2026, 11, 1),
            ends_on=date(2026, 11, 30),
            share_percent=10,
            population=18,
            population_sha256=_SHA,
            seed=_SEED,
            officers=("张三（示例）", "李四（示例）", "王五（示例）"),
            lines=(
                DrawnLine(
                    case_number="450000101-02-K7QXM4-20261103-0007-3",
                    item_name="异地就医备案",
                    material="异地居住证明材料",
                    officers=("李四（示例）", "王五（示例）"),
                    verify_by=date(2027, 1, 4),
                ),
                DrawnLine(
                    case_number="450000101-02-K7QXM4-20261116-0002-5",
                    item_name="临时救助",
                    material="困难情况证明",
                    officers=("王五（示例）", "张三（示例）"),
                    verify_by=date(2027, 1, 15),
                ),
            ),
        ),
        PledgeWithdrawal(
            head=head("撤诺"),
            applicant=applicant,
            pledged_on=date(2026, 11, 2),
            withdrawn_on=date(2026, 11, 23),
            materials=(
                WithdrawnProof(
                    name="异地居住证明材料",
                    asked="原件1份",
                    proves=("居住地址与备案的就医地一致", "由居住地公安机关或者村（居）民委员会出具"),
                ),
            ),
            pledge_numbers=("示例告诺字〔2026〕02-K7QX-0001号",),
            reason="已经取得居住证",
            supply_by=date(2026, 11, 30),
            law="《国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见》（国办发〔2020〕42号）",
        ),
    )


def _of_the_hall(head: Head) -> Head:
    """The head of a paper that belongs to no case."""
    return replace(head, authority=head.hall, case_number="", item_name="", item_code="")
