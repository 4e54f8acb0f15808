"""Content of the papers after intake: what adds up, what agrees with the notice, how a decision is called."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.paper_parts import Head, MaterialLine, Party
from desktop.domain.papers import TITLES, title
from desktop.domain.papers_course import (
    COURSE_TITLES,
    Count,
    DenialDecision,
    GrantDecision,
    HandedCase,
    HandoverSheet,
    SupplementReceipt,
    Tally,
    unlike_notice,
)

HEAD = Head(number="示例1号", authority="示例局", hall="", window="", clerk="", issued_on=date(2026, 11, 23))
NAMES = st.lists(st.sampled_from("甲乙丙丁"), max_size=6)


def lines(names: list[str]) -> tuple[MaterialLine, ...]:
    return tuple(MaterialLine(name=name) for name in names)


def receipt(supplied: list[str], outstanding: list[str]) -> SupplementReceipt:
    return SupplementReceipt(
        head=HEAD,
        applicant=Party(name="王示例"),
        supplied_on=date(2026, 11, 23),
        supplied=lines(supplied),
        outstanding=lines(outstanding),
    )


def tally(whole: int, *parts: int) -> Tally:
    return Tally(whole=Count(name="收件", number=whole), parts=tuple(Count(name="分项", number=part) for part in parts))


@pytest.mark.parametrize(
    ("whole", "parts", "difference"), [(12, (8, 1, 0, 3), 0), (12, (8, 1, 0, 2), 1), (12, (9, 1, 0, 3), -1), (7, (), 0)]
)
def test_a_total_is_held_against_the_sum_of_its_parts(whole: int, parts: tuple[int, ...], difference: int) -> None:
    assert tally(whole, *parts).difference == difference


@given(parts=st.lists(st.integers(0, 999), min_size=1), error=st.integers(-9, 9))
def test_the_difference_is_what_has_to_be_taken_away_to_add_up(parts: list[int], error: int) -> None:
    assert tally(sum(parts) + error, *parts).difference == error


def test_a_receipt_that_answers_every_line_of_the_notice_agrees_with_it() -> None:
    """补正材料收件凭证 agrees with the notice (handbook 1.6)."""
    assert unlike_notice(receipt(["申请表"], ["户口簿"]), lines(["户口簿", "申请表"])) == ()


def test_a_receipt_that_adds_or_forgets_a_material_is_found() -> None:
    """A second demand may not hide in a receipt (行政许可法 72 (4))."""
    assert unlike_notice(receipt(["申请表", "照片"], []), lines(["户口簿", "申请表"])) == ("户口簿", "照片")


@given(supplied=NAMES, outstanding=NAMES)
def test_a_receipt_agrees_with_a_notice_of_the_same_lines_in_any_order(
    supplied: list[str], outstanding: list[str]
) -> None:
    noticed = lines(sorted(supplied + outstanding))

    assert unlike_notice(receipt(supplied, outstanding), noticed) == ()
    assert unlike_notice(receipt(supplied, outstanding), (*noticed, MaterialLine(name="戊"))) == ("戊",)


@pytest.mark.parametrize(
    ("kind", "matter", "expected"),
    [
        (GrantDecision, "行政许可", "准予行政许可决定书"),
        (DenialDecision, "行政许可", "不予行政许可决定书"),
        (DenialDecision, "临时救助", "不予临时救助决定书"),
    ],
)
def test_a_decision_names_its_matter(
    kind: type[GrantDecision] | type[DenialDecision], matter: str, expected: str
) -> None:
    paper = kind(
        head=HEAD,
        applicant=Party(name="王示例"),
        matter=matter,
        accepted_on=date(2026, 11, 17),
        facts="",
        basis="",
        reasons="",
        law="",
    )

    assert title(paper) == expected


def test_a_package_counts_its_materials() -> None:
    cases = tuple(
        HandedCase(case_number="1", item_name="", applicant="", materials=lines(["甲"] * count)) for count in (2, 0, 3)
    )

    assert HandoverSheet(head=HEAD, from_unit="", to_unit="", cases=cases).material_count == 5


def test_every_paper_after_intake_is_a_paper() -> None:
    assert COURSE_TITLES.items() <= TITLES.items()
