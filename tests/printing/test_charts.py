"""Charts: the numbers are in the bars, no word touches another, and the screen sees what the paper has."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Circle, Drawing

from printing.charts import MOST_ROWS, Series, bars, columns
from printing.flow import place, total_height
from printing.fonts import shipped_fonts
from printing.marks import Box, BoxMark, TextMark
from printing.picture import Picture, picture_pdf
from printing.surface import Surface
from tests.printing.paper_reading import faults, page_count, text_of

DAYS = tuple(str(day) for day in range(1, 32))


def drawn(drawing: Drawing, width: float = 158.0) -> Surface:
    surface = Surface(shipped_fonts())
    picture = Picture(drawing)
    place(surface, [picture], Box(20, 20, width, total_height([picture], surface, width)))
    return surface


def heights(surface: Surface) -> list[float]:
    """Of the filled bars, without the little boxes of the legend; nothing is drawn for 0."""
    boxes = [mark.box for mark in surface.pages[0] if isinstance(mark, BoxMark) and mark.fill is not None]
    return [box.height for box in boxes[1:]]


def test_twice_the_number_is_twice_as_high() -> None:
    low, high = heights(drawn(columns("收件", ("1", "2", "3"), [Series("收件", (4, 8, 0))])))

    assert high == pytest.approx(2 * low)


def test_the_first_of_the_names_is_on_top() -> None:
    surface = drawn(bars("天数", ("甲事项", "乙事项"), [Series("实际", (1, 2))]))

    tops = {mark.text: mark.box.top for mark in surface.pages[0] if isinstance(mark, TextMark)}
    assert tops["甲事项"] < tops["乙事项"]


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 31),
    st.lists(st.integers(0, 5000) | st.none(), min_size=31, max_size=31),
    st.sampled_from([158.0, 110.0]),
)
def test_no_word_of_a_chart_touches_another(count: int, values: list[int | None], width: float) -> None:
    series = [Series("收件", tuple(values[:count])), Series("办结", tuple(values[-count:]))]

    assert faults(drawn(columns("收件与办结（件）", DAYS[:count], series), width)) == []


@pytest.mark.parametrize("count", [0, 1, 8, 30])
def test_long_names_are_shortened_and_only_the_first_are_drawn(count: int) -> None:
    names = tuple(f"城乡居民基本养老保险参保登记{n}" for n in range(count))
    series = [Series(name, tuple(range(count))) for name in ("实际", "承诺", "法定")]

    surface = drawn(bars("办理天数", names, series))

    assert faults(surface) == []
    shown = [m.text for m in surface.pages[0] if isinstance(m, TextMark) and m.text.startswith("城乡")]
    assert len(shown) == min(count, MOST_ROWS)
    assert all(text.endswith("…") for text in shown)


def test_months_have_their_names_under_the_bars() -> None:
    months = tuple(f"{month}月" for month in range(1, 13))

    text = text_of(picture_pdf(columns("收件", months, [Series("收件", tuple(range(12)))]), title="收件"))

    assert all(month in text for month in months)


def test_a_chart_of_nothing_says_its_title_and_is_one_page() -> None:
    pdf = picture_pdf(columns("收件", (), [Series("收件", ())]), title="收件")

    assert page_count(pdf) == 1
    assert "收件" in text_of(pdf)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    drawing = columns("收件", DAYS, [Series("收件", tuple(range(31)))])

    assert picture_pdf(drawing, title="收件") == picture_pdf(drawing, title="收件")


def test_a_shape_that_no_chart_of_ours_has_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="drawCircle"):
        drawn(Drawing(100, 100, Circle(50, 50, 10)))
