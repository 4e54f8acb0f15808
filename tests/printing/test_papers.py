"""What the papers say (handbook 1.6) and how they lie on the sheet."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain import papers
from desktop.domain.errors import InvalidInput
from desktop.domain.papers import CopyMark, Head, MaterialLine, Paper
from printing.marks import TextMark, WatermarkMark
from printing.render import lay_out, render, require_printable
from printing.surface import Surface
from tests.printing.paper_reading import codes_in, faults, fonts_of, page_count, picture, text_of
from tests.printing.sample_content import (
    ACCEPTANCE,
    ALL,
    CODE,
    CORRECTION,
    HEAD,
    INFORM_ONCE,
    MATERIALS,
    NOT_REQUIRED,
    NUMBER,
    RECEIPT,
    REFUSAL,
)

each_paper = pytest.mark.parametrize("paper", ALL, ids=lambda paper: type(paper).__name__)
FORTY = tuple(MaterialLine(name=f"示例材料{number}", asked="原件1份", state="齐全") for number in range(1, 41))
WORDS = st.text("申请材料齐全㼆𬭳，。（）《》“”—…〔〕aZ09-./ \n", max_size=120)


def with_head(paper: Paper, **changes: Any) -> Paper:
    return replace(paper, head=replace(paper.head, **changes))


def words_on(surface: Surface) -> list[str]:
    return [mark.text for page in surface.pages for mark in page if isinstance(mark, TextMark)]


def watermarks_on(surface: Surface) -> list[str]:
    return [mark.text for page in surface.pages for mark in page if isinstance(mark, WatermarkMark)]


@each_paper
def test_a_paper_names_authority_title_number_and_date(paper: Paper) -> None:
    """行政许可法 24 and 32, last paragraph."""
    text = text_of(render(paper, code=CODE))

    for expected in (HEAD.authority, papers.title(paper), NUMBER, "2026年11月23日", "（专用印章）"):
        assert expected in text


@each_paper
def test_a_paper_names_item_window_and_telephones(paper: Paper) -> None:
    text = text_of(render(paper, code=CODE))

    for expected in (HEAD.item_name, "02号窗口", HEAD.service_phone, HEAD.complaint_phone, HEAD.case_number):
        assert expected in text


@each_paper
@pytest.mark.parametrize("copy", [CopyMark(), CopyMark(reprint_no=2)], ids=["first", "reprint"])
def test_nothing_on_a_paper_overlaps_or_overflows(paper: Paper, copy: CopyMark) -> None:
    assert faults(lay_out(paper, code=CODE, copy=copy)) == []


@each_paper
def test_the_same_content_gives_the_same_bytes(paper: Paper) -> None:
    again = papers.decode(papers.encode(paper))

    assert render(again, code=CODE) == render(paper, code=CODE)


@each_paper
def test_every_font_of_a_paper_is_in_it(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> None:
    listing = fonts_of(render(paper, code=CODE), tmp_path_factory.mktemp("fonts"))

    assert " no " not in listing
    assert "Helvetica" not in listing


@pytest.mark.parametrize("paper", [ACCEPTANCE, CORRECTION, REFUSAL, RECEIPT], ids=lambda p: type(p).__name__)
def test_rare_names_come_back_from_the_text_layer(paper: Paper) -> None:
    assert "王㼆𬭳" in text_of(render(paper))


@pytest.mark.parametrize(("paper", "pages"), [(REFUSAL, 1), (NOT_REQUIRED, 1), (ACCEPTANCE, 2), (CORRECTION, 2)])
def test_both_copies_are_on_one_sheet_or_on_one_page_each(paper: Paper, pages: int) -> None:
    surface = lay_out(paper, code=CODE)

    assert len(surface.pages) == pages
    assert {"申请人联 · 请妥善保存", "存根联 · 窗口留存"} <= set(words_on(surface))
    assert not any(text.startswith("第1页") for text in words_on(surface))


def test_a_receipt_for_two_materials_is_one_sheet() -> None:
    receipt = replace(RECEIPT, materials=MATERIALS[:2], agent=None, handed_to="")

    assert page_count(render(receipt, code=CODE)) == 1


def test_forty_materials_run_on_with_header_and_page_numbers() -> None:
    surface = lay_out(replace(RECEIPT, materials=FORTY), code=CODE)

    words = words_on(surface)
    pages_a_copy = len(surface.pages) // 2
    assert pages_a_copy > 1
    assert faults(surface) == []
    assert all(words.count(f"示例材料{number}") == 2 for number in range(1, 41))
    for number in range(1, pages_a_copy + 1):
        assert words.count(f"第{number}页 共{pages_a_copy}页") == 2
    pages_with_rows = sum(
        any("示例材料" in mark.text for mark in page if isinstance(mark, TextMark)) for page in surface.pages
    )
    assert words.count("材料名称") == pages_with_rows


def test_a_reason_of_several_pages_is_printed_whole() -> None:
    note = "".join(f"第{number}处不清楚。" for number in range(400))
    surface = lay_out(replace(CORRECTION, to_correct=(MaterialLine(name="图纸", note=note),)), code=CODE)

    assert faults(surface) == []
    assert "第399处不清楚。" in text_of(render(replace(REFUSAL, reason=note)))


def test_a_receipt_says_when_silence_is_acceptance() -> None:
    """行政许可法 32 (4): from the day the materials were received."""
    text = text_of(render(RECEIPT))

    assert "最迟2026年11月30日" in text
    assert "自收到申请材料之日（2026年11月23日）起即为受理" in text
    assert "转送右江区人力资源和社会保障局办理" in text
    assert "K7QX26" in text


def test_a_receipt_outside_the_licensing_law_does_not_promise_acceptance() -> None:
    text = text_of(render(replace(RECEIPT, is_deemed_accepted=False)))

    assert "即为受理" not in text
    assert "不是受理决定" in text


def test_an_acceptance_says_by_when_it_is_decided() -> None:
    text = text_of(render(ACCEPTANCE))

    assert "决定自2026年11月23日起予以受理" in text
    assert "2026年12月14日前（含当日）" in text
    assert "15个工作日" in text
    assert "不收费" in text


def test_an_acceptance_lists_what_is_still_owed() -> None:
    owed = (MaterialLine(name="示例证明", asked="原件1份", note="2026年12月1日前"),)

    text = text_of(render(replace(ACCEPTANCE, owed=owed)))

    assert "其余材料准予容缺后补" in text
    assert "示例证明" in text
    assert "2026年12月1日前" in text


def test_an_acceptance_without_a_limit_names_no_day() -> None:
    assert "办结日期" not in text_of(render(replace(ACCEPTANCE, due_on=None)))


def test_a_correction_notice_lists_everything_with_what_is_wrong() -> None:
    text = text_of(render(CORRECTION))

    assert "需要补正的全部内容（2项）" in text
    assert "缺首页。" in text
    assert "各栏填写完整" in text
    assert "2026年12月7日前（含当日）" in text
    assert "逾期未补正的" in text
    assert "行政复议" not in text


def test_a_correction_notice_that_refuses_says_so_and_names_the_remedies() -> None:
    """不动产登记暂行条例 17: refused in writing on the spot."""
    text = text_of(render(replace(CORRECTION, is_refusal=True, review_authority="示例区人民政府")))

    assert "不予受理告知书（一次性告知）" in text
    assert "决定不予受理" in text
    assert "向示例区人民政府申请行政复议" in text


def test_a_second_notice_gives_its_reason() -> None:
    """行政许可法 72 (4)."""
    text = text_of(render(replace(CORRECTION, notice_no=2, repeat_reason="补交的材料过期")))

    assert "第2次告知" in text
    assert "补交的材料过期。" in text


def test_a_refusal_says_where_to_go_and_how_to_complain() -> None:
    """行政许可法 32 (2), 38; 行政复议法 20; 行政诉讼法 46."""
    text = text_of(render(REFUSAL))

    assert "决定不予受理" in text
    assert "右江区林业局" in text
    assert "六十日内向右江区人民政府申请行政复议" in text
    assert "六个月内向示例区人民法院提起行政诉讼" in text


def test_a_refusal_without_named_authorities_still_names_the_remedies() -> None:
    text = text_of(render(replace(REFUSAL, review_authority="", court="")))

    assert "有管辖权的行政复议机关申请行政复议" in text
    assert "有管辖权的人民法院提起行政诉讼" in text


def test_a_unit_is_addressed_as_a_unit() -> None:
    assert "你单位于" in text_of(render(NOT_REQUIRED))
    assert "你于" in text_of(render(REFUSAL))


def test_the_sheet_for_those_who_ask_has_no_stub_and_needs_no_name() -> None:
    text = text_of(render(INFORM_ONCE))

    assert "存根联" not in text
    assert "怎样才合格" in text
    assert "工作日8:30–12:00" in text


def test_a_reprint_says_so_on_every_page() -> None:
    surface = lay_out(replace(RECEIPT, materials=FORTY), copy=CopyMark(reprint_no=3))

    assert words_on(surface).count("补打 第3次") == len(surface.pages)
    assert "补打" not in text_of(render(RECEIPT))


@pytest.mark.parametrize(
    ("is_sample", "is_practice", "expected"),
    [(False, False, set()), (True, False, {"示例"}), (False, True, {"练习"}), (True, True, {"练习"})],
)
def test_samples_and_practice_are_marked_on_every_copy(is_sample: bool, is_practice: bool, expected: set[str]) -> None:
    surface = lay_out(with_head(REFUSAL, is_sample=is_sample, is_practice=is_practice))

    assert set(watermarks_on(surface)) == expected
    assert len(watermarks_on(surface)) == (2 if expected else 0)


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("paper", [REFUSAL, ACCEPTANCE], ids=["half", "page"])
def test_the_code_is_read_from_the_raster_of_a_printer(paper: Paper, dpi: int) -> None:
    found = codes_in(picture(render(with_head(paper, is_sample=True), code=CODE), dpi=dpi))

    assert set(found) == {CODE}


def test_a_paper_without_a_code_has_none() -> None:
    assert codes_in(picture(render(REFUSAL), dpi=150)) == []
    assert "扫码核验" not in text_of(render(REFUSAL))


def test_a_name_that_cannot_be_printed_is_refused_with_its_place() -> None:
    paper = replace(RECEIPT, applicant=replace(RECEIPT.applicant, name="王\ue000"))

    with pytest.raises(InvalidInput) as caught:
        require_printable(paper)

    assert caught.value.key == "invalid.unprintable"
    assert caught.value.fields == {"field": "applicant.name", "code_points": ["U+E000"]}
    with pytest.raises(InvalidInput):
        render(paper)


def test_an_almost_empty_head_still_makes_a_paper() -> None:
    bare = Head(number="", authority="", hall="", window="", clerk="", issued_on=date(2026, 1, 2))

    assert faults(lay_out(replace(REFUSAL, head=bare))) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=WORDS, note=WORDS, count=st.integers(1, 30), authority=WORDS)
def test_no_content_makes_texts_overlap(name: str, note: str, count: int, authority: str) -> None:
    line = MaterialLine(name=name, asked=note[:40], state="有误", note=note)
    paper = with_head(replace(CORRECTION, to_correct=(line,) * count, consequence=note), authority=authority[:60])

    assert faults(lay_out(paper, code=CODE)) == []
