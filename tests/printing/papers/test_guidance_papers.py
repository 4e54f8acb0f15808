"""The leaflet of policies and the record of an intermediary's choice: what they say, and how they lie on the sheet."""

import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain import papers
from desktop.domain.papers import Paper
from desktop.domain.papers_guidance import GUIDANCE_TITLES, IntermediarySlip, PolicyLeaflet
from printing.examples import examples
from printing.formats import PaperFormat
from printing.render import lay_out, render
from tests.printing.paper_reading import codes_in, faults, page_count, picture, text_of
from tests.printing.sample_content import CODE

GUIDANCE = [paper for paper in examples() if type(paper) in GUIDANCE_TITLES]
LEAFLET = next(paper for paper in GUIDANCE if isinstance(paper, PolicyLeaflet))
SLIP = next(paper for paper in GUIDANCE if isinstance(paper, IntermediarySlip))
WORDS = st.text("王㼆𬭳政策贴息A1，。（）<&>", min_size=1, max_size=60)
each_paper = pytest.mark.parametrize("paper", GUIDANCE, ids=lambda paper: type(paper).__name__)


def flat(paper: Paper) -> str:
    return "".join(text_of(render(paper, code=CODE)).split())


def test_every_kind_has_an_example() -> None:
    assert [type(paper) for paper in GUIDANCE] == list(GUIDANCE_TITLES)


@each_paper
@pytest.mark.parametrize("paper_format", list(PaperFormat), ids=lambda form: form.name)
def test_nothing_overlaps_on_any_format(paper: Paper, paper_format: PaperFormat) -> None:
    assert faults(lay_out(paper, code=CODE, paper_format=paper_format)) == []


@each_paper
def test_the_same_content_gives_the_same_bytes(paper: Paper) -> None:
    assert render(papers.decode(papers.encode(paper)), code=CODE) == render(paper, code=CODE)


def test_the_leaflet_says_why_what_where_how_and_until_when_on_one_page() -> None:
    text = flat(LEAFLET)

    for said in (
        "政策告知单",
        "金融惠企财政贴息（示例）〔适合〕",
        "在市场监管部门登记的个体工商户",
        "0.5至2个百分点",
        "贷款贴息",
        "承贷银行网点",
        "2026年12月31日前（含当日）",
        "残疾人两项补贴（示例）〔可能适合〕",
        "还要看",
        "（1）持有残疾人证",
        "（2）以下有一项即可：最低生活保障家庭成员；低保边缘家庭中的重度残疾人",
        "不是审批决定",
    ):
        assert said in text
    assert page_count(render(LEAFLET, code=CODE)) == 1
    assert "（专用印章）" not in text


def test_the_code_of_the_policy_leads_to_its_text_and_a_policy_without_address_has_none() -> None:
    codes = codes_in(picture(render(LEAFLET, code=CODE), dpi=200))

    assert sorted(codes) == sorted([CODE, "https://zc.example/jrhq"])
    assert codes_in(picture(render(replace(LEAFLET, policies=LEAFLET.policies[1:]), code=CODE), dpi=200)) == [CODE]


def test_the_slip_lets_anyone_repeat_the_lot_with_what_stands_on_it() -> None:
    text = flat(SLIP)
    assert SLIP.seed in text
    assert "由申请人自己决定" in text
    assert "《优化营商环境条例》第四十三条" in text

    digests = {  # by the three sentences on the slip
        hashlib.sha256(bytes.fromhex(SLIP.seed) + line.code.encode()).hexdigest(): line for line in SLIP.candidates
    }

    assert all(line.name in text and line.code in text for line in SLIP.candidates)
    assert digests[min(digests)] == SLIP.chosen


def test_a_free_choice_speaks_of_no_lot() -> None:
    text = flat(replace(SLIP, how="自主选择", seed=""))

    assert "抽取种子" not in text
    assert "自主选择" in text


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=WORDS, text=WORDS, count=st.integers(1, 9))
def test_no_content_makes_texts_overlap(name: str, text: str, count: int) -> None:
    policy = replace(LEAFLET.policies[0], name=name, reasons=(text,) * count, apply_how=(text,) * count)

    assert faults(lay_out(replace(LEAFLET, policies=(policy,) * count, told_to=name), code=CODE)) == []
    assert faults(lay_out(replace(SLIP, candidates=(SLIP.chosen,) * count * 3, how=text), code=CODE)) == []
