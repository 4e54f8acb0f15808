"""How the papers after intake lie on the sheet, whatever is in them, and what every one of them carries."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain import papers
from desktop.domain.paper_parts import Head, MaterialLine, Party
from desktop.domain.papers import CopyMark, Paper
from desktop.domain.papers_course import COURSE_TITLES, CoursePaper, DeliveryReceipt, ShiftSheet
from printing.cjk import NO_END, NO_START
from printing.examples import examples
from printing.flow import place, total_height
from printing.fonts import FontBook
from printing.formats import PaperFormat
from printing.marks import Box, BoxMark, RuleMark, TextMark, WatermarkMark
from printing.papers.closing import Proof
from printing.papers.course import COURSE_BLOCKS
from printing.render import lay_out, render
from printing.sheet import FULL, HALF, Scale
from printing.surface import Surface
from tests.printing.paper_reading import codes_in, faults, fonts_of, picture, text_of
from tests.printing.papers.course_content import (
    COURSE,
    DELIVERY,
    EXTENSION,
    HANDOVER,
    LONGEST,
    RETURN,
    SHIFT,
    SPECIAL,
    SUPPLEMENT,
)
from tests.printing.sample_content import CODE, NUMBER

BARE = Head(number="", authority="", hall="", window="", clerk="", issued_on=date(2026, 1, 2))
NOBODY = Party(name="")
FORTY = tuple(MaterialLine(name=f"示例材料{number}", asked="原件1份") for number in range(1, 41))
EMPTY: tuple[CoursePaper, ...] = (
    replace(SUPPLEMENT, head=BARE, applicant=NOBODY, supplied=(), correction_number="", law="", query_code=""),
    replace(RETURN, head=BARE, applicant=NOBODY, reason="", returned=(), correction_number=""),
    replace(EXTENSION, head=BARE, applicant=NOBODY, reason="", approved_by=""),
    replace(SPECIAL, head=BARE, applicant=NOBODY, done_by="", old_due_on=None, new_due_on=None, ends_on=None),
    replace(COURSE[4], head=BARE, applicant=NOBODY, facts="", basis="", reasons="", examiners=(), conditions=()),
    replace(COURSE[5], head=BARE, applicant=NOBODY, facts="", basis="", reasons="", examiners=()),
    replace(DELIVERY, head=BARE, recipient=NOBODY, delivered=(), delivered_on=None, place="", method="", deliverers=()),
    replace(HANDOVER, head=BARE, cases=(), hands=(), from_unit="", to_unit="", package_number=""),
    replace(SHIFT, head=BARE, tallies=(), open_cases=(), things=(), giver="", taker="", begins="", ends=""),
)
WITH_FORTY: tuple[CoursePaper, ...] = (
    replace(SUPPLEMENT, supplied=FORTY),
    replace(RETURN, returned=FORTY),
    replace(DELIVERY, delivered=FORTY),
    replace(HANDOVER, cases=(replace(HANDOVER.cases[0], materials=FORTY),)),
    replace(SHIFT, things=FORTY),
)
WORDS = st.text("申请材料齐全㼆𬭳，。（）《》“”—…〔〕aZ09-./ \n", max_size=120)


def kind(paper: object) -> str:
    return type(paper).__name__


each_paper = pytest.mark.parametrize("paper", COURSE, ids=kind)


def texts(surface: Surface) -> list[TextMark]:
    return [mark for page in text_pages(surface) for mark in page]


def text_pages(surface: Surface) -> list[list[TextMark]]:
    return [[mark for mark in page if isinstance(mark, TextMark)] for page in surface.pages]


def crossed(surface: Surface) -> list[str]:
    """Texts that a line runs through, and lines too short to sign on."""
    found = []
    for page in surface.pages:
        lines = [mark for mark in page if isinstance(mark, RuleMark) and not mark.dash]
        found += [f"{line} is no room for a pen" for line in lines if line.right - line.left < 12]
        frames = [Box(line.left, line.top - 0.1, line.right - line.left, 0.2) for line in lines]
        found += [
            f"a line through {mark.text!r}"
            for mark in page
            if isinstance(mark, TextMark) and any(frame.overlaps(mark.box) for frame in frames)
        ]
    return found


@each_paper
def test_a_paper_names_authority_title_number_and_date(paper: Paper) -> None:
    text = text_of(render(paper, code=CODE))

    for expected in (paper.head.authority, papers.title(paper), NUMBER, "2026年11月23日", "02号窗口", "校验码"):
        assert expected in text


@each_paper
@pytest.mark.parametrize("paper_format", list(PaperFormat), ids=lambda form: form.value)
def test_nothing_overlaps_or_overflows_on_any_sheet(paper: Paper, paper_format: PaperFormat) -> None:
    surface = lay_out(paper, code=CODE, copy=CopyMark(reprint_no=2), paper_format=paper_format)

    assert faults(surface) + crossed(surface) == []


@pytest.mark.parametrize("paper", [*LONGEST, *EMPTY, *WITH_FORTY], ids=kind)
@pytest.mark.parametrize("paper_format", [PaperFormat.A4, PaperFormat.A5], ids=lambda form: form.value)
def test_longest_names_empty_fields_and_forty_materials_keep_their_places(
    paper: Paper, paper_format: PaperFormat
) -> None:
    surface = lay_out(paper, code=CODE, paper_format=paper_format)

    assert faults(surface) + crossed(surface) == []


@pytest.mark.parametrize("paper", [*COURSE, *LONGEST], ids=kind)
def test_no_line_starts_or_ends_with_a_mark_that_must_not(paper: Paper) -> None:
    """避头避尾 (GB/T 15834-2011, 5.1)."""
    lines = [mark.text.strip() for mark in texts(lay_out(paper, code=CODE))]

    assert [line for line in lines if len(line) > 1 and (line[0] in NO_START or line[-1] in NO_END)] == []


@pytest.mark.parametrize("paper", WITH_FORTY, ids=kind)
def test_forty_materials_run_on_with_header_and_page_numbers(paper: Paper) -> None:
    surface = lay_out(paper, code=CODE)

    words = [mark.text for mark in texts(surface)]
    copies = 1 if isinstance(paper, DeliveryReceipt | ShiftSheet) else 2
    pages_a_copy = len(surface.pages) // copies
    assert pages_a_copy > 1
    assert all(sum(word in (line.name, f"{line.name}（原件1份）") for word in words) == copies for line in FORTY)
    for number in range(1, pages_a_copy + 1):
        assert words.count(f"第{number}页 共{pages_a_copy}页") == copies
    pages_with_rows = sum(any(line.text.startswith("示例材料") for line in page) for page in text_pages(surface))
    assert (
        sum(words.count(title) for title in ("材料名称", "材料名称和份数", "文书、证件名称", "物品")) >= pages_with_rows
    )


@each_paper
def test_a_paper_as_most_are_needs_one_page_a_copy(paper: Paper) -> None:
    assert not any(mark.text.startswith("第1页") for mark in texts(lay_out(paper, code=CODE)))


@each_paper
def test_the_same_content_gives_the_same_bytes(paper: Paper) -> None:
    again = papers.decode(papers.encode(paper))

    assert again == paper
    assert render(again, code=CODE) == render(paper, code=CODE)


@each_paper
def test_every_font_of_a_paper_is_in_it_and_the_file_is_small(
    paper: Paper, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pdf = render(paper, code=CODE)

    assert " no " not in fonts_of(pdf, tmp_path_factory.mktemp("fonts"))
    assert len(pdf) < 80_000


@each_paper
def test_the_code_is_read_from_the_raster_of_a_cheap_printer(paper: Paper) -> None:
    assert set(codes_in(picture(render(paper, code=CODE), dpi=203))) == {CODE}


@each_paper
def test_samples_and_practice_are_marked_and_a_reprint_says_so(paper: Paper) -> None:
    practice = replace(paper, head=replace(paper.head, is_practice=True, is_sample=True))
    surface = lay_out(practice, code=CODE, copy=CopyMark(reprint_no=3))

    marks = {mark.text for page in surface.pages for mark in page if isinstance(mark, WatermarkMark)}
    assert marks == {"练习"}
    assert "补打 第3次" in [mark.text for mark in texts(surface)]
    assert not any("（专用印章）" in mark.text for mark in texts(surface))


@pytest.mark.parametrize(
    ("paper", "labels"),
    [
        *((paper, {"申请人联 · 请妥善保存", "存根联 · 窗口留存"}) for paper in COURSE[:6]),
        (DELIVERY, set()),
        (HANDOVER, {"移交方联 · 移交方留存", "接收方联 · 随件移交"}),
        (SHIFT, set()),
    ],
    ids=kind,
)
def test_each_copy_says_whose_it_is(paper: Paper, labels: set[str]) -> None:
    assert {mark.text for mark in texts(lay_out(paper)) if "联 · " in mark.text} == labels


@pytest.mark.parametrize("paper", COURSE[:6], ids=kind)
def test_a_rare_name_comes_back_from_the_text_layer(paper: Paper) -> None:
    assert "王㼆𬭳" in text_of(render(paper))


@pytest.mark.parametrize("paper", COURSE[:8], ids=kind)
def test_there_is_a_place_for_the_seal(paper: Paper) -> None:
    assert "（专用印章）" in text_of(render(paper))


def test_every_kind_has_an_example_and_a_sample() -> None:
    made = [type(paper) for paper in examples()]

    assert [kind for kind in made if kind in COURSE_TITLES] == list(COURSE_TITLES)
    assert [type(paper) for paper in COURSE] == list(COURSE_TITLES)


@pytest.mark.parametrize("paper", [paper for paper in examples() if type(paper) in COURSE_TITLES], ids=kind)
def test_an_example_is_marked_as_one_and_in_order(paper: Paper) -> None:
    surface = lay_out(paper, code=CODE)

    assert faults(surface) + crossed(surface) == []
    assert any(isinstance(mark, WatermarkMark) and mark.text == "示例" for mark in surface.pages[0])
    assert any(isinstance(mark, BoxMark) for mark in surface.pages[0])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=WORDS, note=WORDS, count=st.integers(1, 25))
def test_no_content_makes_texts_overlap(name: str, note: str, count: int) -> None:
    lines = (MaterialLine(name=name, asked=note[:40], note=note),) * count
    case = replace(HANDOVER.cases[0], item_name=name, opinion=note, materials=lines)

    for paper in (
        replace(DELIVERY, delivered=lines, place=note, substitute=name[:30], remark=note),
        replace(HANDOVER, cases=(case, case), from_unit=name[:40]),
        replace(RETURN, returned=lines, reason=note),
    ):
        assert faults(lay_out(paper, code=CODE)) == []


@each_paper
@pytest.mark.parametrize("scale", [FULL, HALF], ids=["full", "half"])
def test_no_label_is_broken_over_two_lines(paper: CoursePaper, scale: Scale, book: FontBook) -> None:
    surface = Surface(book)
    blocks = COURSE_BLOCKS[type(paper)](paper, scale, Proof())
    place(surface, blocks, Box(0, 0, scale.width_mm, total_height(blocks, surface, scale.width_mm)))

    shaded = [mark.box for mark in surface.pages[0] if isinstance(mark, BoxMark) and mark.fill is not None]
    labels = [[mark.text for mark in texts(surface) if box.holds(mark.box)] for box in shaded]
    assert labels
    assert [label for label in labels if len(label) > 1 and label != ["受送达人签名", "（盖章）"]] == []
