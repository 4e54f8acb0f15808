"""Lines of Chinese text: what may start and end them (GB/T 15834-2011, 5.1)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.cjk import NO_END, NO_START, Line, break_lines, may_break, stretch, tokens
from printing.fonts import Face, FontBook, shipped_fonts

SIZE = 12.0
ALPHABET = "申请材料齐全㼆𬭳，。：；（）《》“”—…、！？〔〕%￥aZ09-./ \n"
TEXTS = st.lists(
    st.one_of(
        st.text(ALPHABET, max_size=12),
        st.sampled_from(["2026年11月23日", "——", "……", "〔2026〕12号", "gov.cn/a-b_c", "1,234.50元", "申请人"]),
    ),
    max_size=25,
).map("".join)
WIDTHS = st.floats(SIZE, 400)


def broken(text: str, width: float, *, indent: float = 0) -> list[Line]:
    return break_lines(text, chain=shipped_fonts().chain(Face.SERIF), size=SIZE, width=width, indent=indent)


@given(TEXTS, WIDTHS)
def test_lines_joined_are_the_text(text: str, width: float) -> None:
    paragraphs: list[list[str]] = [[]]
    for line in broken(text, width):
        paragraphs[-1].append(line.text)
        if line.is_last:
            paragraphs.append([])

    assert "\n".join("".join(lines) for lines in paragraphs[:-1]) == text


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_the_width(text: str, width: float) -> None:
    chain = shipped_fonts().chain(Face.SERIF)

    for line in broken(text, width):
        assert chain.width(line.text.rstrip(" "), SIZE) <= width + 0.01
        assert line.width + stretch(line, width=width, size=SIZE) * max(len(line.tokens) - 1, 0) <= width + 0.01


@given(TEXTS, WIDTHS)
def test_a_line_starts_or_ends_badly_only_where_no_place_in_it_is_better(text: str, width: float) -> None:
    lines = broken(text, width)

    for line, following in pairwise(lines):
        if line.is_last or may_break(line.tokens[-1], following.tokens[0]):
            continue
        inner = pairwise(line.tokens)
        assert not any(may_break(before, after) for before, after in inner)


@given(st.text("申请材料齐全，。：；（）《》、", min_size=1, max_size=200), st.floats(SIZE * 12, 400))
def test_ordinary_prose_has_no_bad_start_and_no_bad_end(text: str, width: float) -> None:
    prose = "".join(f"材料{c}齐全" for c in text)
    lines = broken(prose, width)

    assert [line.text for line in lines[1:] if line.text[0] in NO_START] == []
    assert [line.text for line in lines[:-1] if line.text[-1] in NO_END] == []


@pytest.mark.parametrize("whole", ["0776-1234567", "2026", "1,234.50", "K7QX-0001", "https://example.invalid/a", "95%"])
def test_words_and_numbers_are_kept_whole(whole: str) -> None:
    assert tokens(f"电话{whole}。") == ("电", "话", whole, "。")


def test_dash_and_ellipsis_are_not_torn_apart() -> None:
    assert tokens("收件——受理……办结") == ("收", "件", "——", "受", "理", "……", "办", "结")


def test_a_comma_takes_its_character_to_the_next_line() -> None:
    assert [line.text for line in broken("申请材料，齐全", SIZE * 4)] == ["申请材", "料，齐全"]


def test_an_opening_bracket_goes_to_the_next_line() -> None:
    assert [line.text for line in broken("请申请（材料）", SIZE * 4)] == ["请申请", "（材料）"]


def test_a_word_wider_than_the_line_is_torn() -> None:
    lines = broken("a" * 100, 100)

    assert len(lines) > 1
    assert "".join(line.text for line in lines) == "a" * 100


def test_the_first_line_of_each_paragraph_is_indented() -> None:
    lines = broken("申请材料\n申请材料", SIZE * 4, indent=SIZE * 2)

    assert [line.text for line in lines] == ["申请", "材料", "申请", "材料"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert broken("", 100) == [Line(tokens=(), width=0.0, is_last=True)]


def test_the_last_line_is_not_stretched(book: FontBook) -> None:
    first, last = broken("申请材a材料齐", SIZE * 4)

    assert stretch(first, width=SIZE * 4, size=SIZE) > 0
    assert stretch(last, width=SIZE * 4, size=SIZE) == 0
