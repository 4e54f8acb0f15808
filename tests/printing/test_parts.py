"""Parts of papers: what stands in the place of the seal, how wide columns are, what an empty field leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.papers import MaterialLine, Paper
from printing.marks import BoxMark, TextMark
from printing.papers.parts import Column, column_widths
from printing.render import lay_out, render
from printing.sheet import FULL, HALF, Scale
from printing.surface import Surface
from tests.printing.paper_reading import faults, text_of
from tests.printing.sample_content import ACCEPTANCE, ALL, CODE, HEAD, RECEIPT, REFUSAL

SHARES = (50.0, 26.0, 16.0)


def texts(surface: Surface) -> list[TextMark]:
    return [mark for page in surface.pages for mark in page if isinstance(mark, TextMark)]


def columns(*values: str) -> list[Column]:
    return [
        Column(title, (value,), share)
        for title, value, share in zip(("材料名称", "应交", "收取情况"), values, SHARES, strict=True)
    ]


@pytest.mark.parametrize("paper", ALL, ids=lambda paper: type(paper).__name__)
@pytest.mark.parametrize(("mark", "word"), [({"is_sample": True}, "示例章"), ({"is_practice": True}, "练习章")])
def test_no_place_for_a_seal_on_a_paper_that_is_none(paper: Paper, mark: dict[str, bool], word: str) -> None:
    surface = lay_out(replace(paper, head=replace(paper.head, **mark)), code=CODE)

    (stand_in, *_) = [text for text in texts(surface) if text.text == word]
    boxes = [mark.box for page in surface.pages for mark in page if isinstance(mark, BoxMark)]
    assert any(box.holds(stand_in.box) and box.height < 15 for box in boxes)
    assert not any("专用印章" in text.text for text in texts(surface))
    assert faults(surface) == []


@pytest.mark.parametrize("scale", [FULL, HALF])
@given(values=st.tuples(*[st.text("材料a1", min_size=1, max_size=60)] * 3))
def test_columns_fill_the_width_and_none_vanishes(scale: Scale, values: tuple[str, str, str]) -> None:
    widths = column_widths(scale, columns(*values))

    assert sum(widths) == pytest.approx(scale.width_mm)
    assert min(widths) > scale.cell.em_mm * 2


def test_a_short_column_gives_its_room_to_a_long_one() -> None:
    _, name, asked, state = column_widths(
        FULL, columns("农村宅基地和建房（规划许可）申请审批材料" * 2, "原件1份", "齐全")
    )

    assert asked < FULL.width_mm * 0.2
    assert state < FULL.width_mm * 0.2
    assert name > FULL.width_mm * 0.5


def test_what_fits_on_one_line_is_not_wrapped_for_a_longer_neighbour() -> None:
    materials = (MaterialLine(name="示例材料" * 12, asked="原件1份、复印件2份", state="齐全"),)

    lines = [mark.text for mark in texts(lay_out(replace(RECEIPT, materials=materials)))]

    assert "原件1份、复印件2份" in lines


def test_a_long_authority_is_set_smaller_before_it_is_wrapped() -> None:
    authority = "示例市示例区人力资源和社会保障局城乡居民社会养老保险事业管理中心"
    surface = lay_out(replace(ACCEPTANCE, head=replace(HEAD, authority=authority)))

    assert authority in [mark.text for mark in texts(surface)]
    assert faults(surface) == []


def test_an_authority_of_many_lines_keeps_its_place() -> None:
    surface = lay_out(replace(REFUSAL, head=replace(HEAD, authority="示例管理局" * 30)), code=CODE)

    assert faults(surface) == []


def test_a_window_without_a_number_is_not_printed_as_one() -> None:
    assert "号窗口" not in text_of(render(replace(REFUSAL, head=replace(HEAD, window=""))))


def test_an_item_without_a_name_leaves_no_empty_quotation_marks() -> None:
    text = text_of(render(replace(REFUSAL, head=replace(HEAD, item_name=""))))

    assert "提出的申请收悉" in text
    assert "“”" not in text


def test_the_check_code_stands_on_a_paper_with_a_code_only() -> None:
    assert "校验码" in text_of(render(REFUSAL, code=CODE))
    assert "校验码" not in text_of(render(REFUSAL))


@pytest.mark.parametrize("paper", ALL, ids=lambda paper: type(paper).__name__)
def test_a_typical_paper_is_small(paper: Paper) -> None:
    """Fonts hold only what is printed and the code is drawn once: 98 KB before."""
    assert len(render(paper, code=CODE)) < 76_000
