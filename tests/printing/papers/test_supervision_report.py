"""督查通报: figures by window and clerk, how long it took, the chart, and what has to be answered for."""

import pytest
from msgspec.structs import replace

from desktop.domain import papers
from desktop.domain.papers_course import Count, Tally
from desktop.domain.papers_report import (
    REPORT_TITLES,
    DayFigures,
    SupervisionPoint,
    SupervisionReport,
)
from printing.examples import examples
from printing.formats import PaperFormat
from printing.marks import POINTS_PER_MM, BoxMark
from printing.papers.supervision_report import chart
from printing.picture import picture_pdf
from printing.render import lay_out, render
from tests.printing.paper_reading import codes_in, faults, picture, text_of
from tests.printing.sample_content import CODE

(EXAMPLE,) = (paper for paper in examples() if isinstance(paper, SupervisionReport))
REPORT = replace(EXAMPLE, head=replace(EXAMPLE.head, is_sample=False))  # no watermark between the words
MANY = tuple(replace(REPORT.points[0], case_number=f"450000000-01-20261103-{n:04}-0") for n in range(60))


def test_m26_it_names_the_month_and_every_window_and_clerk_with_their_figures() -> None:
    text = text_of(render(REPORT, code=CODE))

    for expected in (
        "2026年11月督查通报",
        "2026年11月1日至2026年11月30日",
        "01号窗口5042201",
        "02号窗口60460100",
        "合计110882114",
        "示例员乙（02）",
        "88件，按时86件，逾期2件",
        "中位数3个工作日，九成在7天以内（承诺5，法定20个工作日）",
    ):
        assert expected in text


def test_a_column_that_nobody_records_is_left_out() -> None:
    bare = replace(
        REPORT,
        total=replace(REPORT.total, amendments=None),
        windows=tuple(replace(line, amendments=None) for line in REPORT.windows),
        clerks=tuple(replace(line, amendments=None) for line in REPORT.clerks),
    )

    assert "更正" in text_of(render(REPORT))
    assert "更正" not in text_of(render(bare))


def test_cases_to_be_answered_for_stand_with_matter_clerk_and_day() -> None:
    text = text_of(render(REPORT))

    for expected in ("应说明的办件（2件）", "450000000-01-20261103-0004-0", "超期", "11月10日", "二次告知"):
        assert expected in text


def test_what_is_not_listed_is_said_to_be_more() -> None:
    text = text_of(render(replace(REPORT, points=MANY, points_left_out=7)))

    assert "应说明的办件（67件）" in text
    assert "另有7件未在此列出" in text


def test_a_month_that_does_not_add_up_says_so() -> None:
    wrong = Tally(whole=Count(name="收件", number=110), parts=(Count(name="已受理", number=109),))

    text = text_of(render(replace(REPORT, tallies=(wrong,))))

    assert "核对不符：收件合计110件，各分项之和为109件，合计比分项之和多1件。" in text
    assert "不符的原因" in text


def test_the_chart_on_paper_is_the_drawing_of_the_screen() -> None:
    alone = picture_pdf(chart(REPORT, width=158 * POINTS_PER_MM), title="每日收件与办结")

    assert "每日收件与办结（件）" in text_of(render(REPORT))
    assert "每日收件与办结（件）" in text_of(alone)
    bars = [mark for page in lay_out(REPORT).pages for mark in page if isinstance(mark, BoxMark)]
    shades = {mark.fill for mark in bars if mark.fill is not None}
    assert {0.25, 0.66} <= shades


def test_it_carries_number_and_code_and_needs_no_seal() -> None:
    pdf = render(REPORT, code=CODE)

    assert REPORT.head.number in text_of(pdf)
    assert any(CODE in codes_in(picture(pdf, dpi=203, page=page)) for page in range(2))
    assert "（专用印章）" not in text_of(pdf)
    assert "存根联" not in text_of(pdf)


@pytest.mark.parametrize("paper_format", PaperFormat, ids=lambda f: f.value)
@pytest.mark.parametrize(
    "paper",
    [
        replace(REPORT, points=MANY, windows=REPORT.windows * 8, clerks=REPORT.clerks * 12),
        replace(
            REPORT,
            days=tuple(DayFigures(day=day, received=1234, decided=9876) for day in range(1, 32)),
            points=(SupervisionPoint(matter="超期", case_number="1" * 40, item_name="长" * 80, who="示" * 30),),
            remark="备注" * 200,
        ),
        replace(REPORT, windows=(), clerks=(), days=(), points=(), tallies=(), days_taken=None),
    ],
    ids=["crowded", "long", "empty"],
)
def test_nothing_overlaps_whatever_the_month_was_like(paper: SupervisionReport, paper_format: PaperFormat) -> None:
    assert faults(lay_out(paper, code=CODE, paper_format=paper_format)) == []


def test_every_report_has_its_title_and_an_example() -> None:
    assert REPORT_TITLES.items() <= papers.TITLES.items()
    assert [type(paper) for paper in examples() if type(paper) in REPORT_TITLES] == list(REPORT_TITLES)
