"""准予…决定书, 不予…决定书 (行政许可法 34, 38, 40): facts, basis, reasons, who examined, validity, remedies."""

import pytest
from msgspec.structs import replace

from desktop.domain.papers_course import DenialDecision, GrantDecision
from printing.render import render
from tests.printing.paper_reading import text_of
from tests.printing.papers.course_content import DENIAL, GRANT

both = pytest.mark.parametrize("paper", [GRANT, DENIAL], ids=["grant", "denial"])


@both
def test_it_gives_facts_basis_and_reasons(paper: GrantDecision | DenialDecision) -> None:
    text = text_of(render(paper))

    assert f"查明事实：{paper.facts}。" in text
    assert f"法律依据：{paper.basis}。" in text
    assert f"决定理由：{paper.reasons}。" in text
    assert "你于2026年11月16日提出的" in text
    assert "本机关于2026年11月17日依法受理" in text


@both
def test_two_examined_the_substance(paper: GrantDecision | DenialDecision) -> None:
    """行政许可法 34."""
    assert "审查人员示例员乙、示例员丙" in text_of(render(paper))


@both
def test_it_names_the_remedies(paper: GrantDecision | DenialDecision) -> None:
    """行政许可法 38."""
    text = text_of(render(paper))

    assert "自收到本决定书之日起六十日内向示例区人民政府申请行政复议" in text
    assert "六个月内向示例区人民法院提起行政诉讼" in text


def test_a_grant_says_what_for_how_long_and_until_when_to_renew() -> None:
    text = text_of(render(GRANT))

    assert "第三十八条第一款的规定，本机关决定准予行政许可：采伐杉木30立方米。" in text
    assert "自2026年11月24日起至2027年2月28日止" in text
    assert "需要延续有效期的，请在2027年1月29日前（含当日）提出申请" in text
    assert "送达期限2026年12月7日前" in text


def test_conditions_stand_one_by_one() -> None:
    assert "应当遵守下列要求：1．按证载地点采伐。2．次年完成更新造林。" in text_of(render(GRANT))
    assert "应当遵守：按证载地点采伐。" in text_of(render(replace(GRANT, conditions=GRANT.conditions[:1])))


def test_a_grant_is_public_unless_it_concerns_a_persons_life() -> None:
    """行政许可法 40."""
    assert "本决定予以公开，公众有权查阅（示例政务网）" in text_of(render(replace(GRANT, published_at="示例政务网")))
    assert "公开" not in text_of(render(replace(GRANT, matter="临时救助", is_public=False)))


def test_a_grant_without_an_end_prints_none() -> None:
    text = text_of(render(replace(GRANT, valid_until=None, renew_by=None)))

    assert "自2026年11月24日起" in text
    assert "止" not in text
    assert "延续" not in text


def test_a_denial_decides_and_tells_what_the_applicant_said() -> None:
    """行政许可法 36."""
    text = text_of(render(replace(DENIAL, heard="申请人表示改为择伐")))

    assert "第三十八条第二款的规定，本机关决定不予行政许可。" in text
    assert "陈述和申辩：申请人表示改为择伐。" in text


def test_another_matter_than_a_licence_is_called_by_its_name() -> None:
    text = text_of(render(replace(DENIAL, matter="临时救助")))

    assert "不予临时救助决定书" in text
    assert "决定不予临时救助。" in text
    assert "行政许可决定书" not in text
