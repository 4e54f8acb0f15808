"""办不成事登记单: its number, what is stuck, by when somebody answers; and the rating form's way to the city's page."""

from datetime import date

import pytest
from msgspec.structs import replace

from desktop.domain.papers import TITLES
from desktop.domain.papers_service import SERVICE_TITLES, DifficultySlip
from printing.examples import examples
from printing.formats import PaperFormat
from printing.papers.service import SERVICE_BLOCKS
from printing.render import lay_out, render
from tests.printing.paper_reading import codes_in, faults, picture, text_of
from tests.printing.papers.pledge_content import RATING
from tests.printing.sample_content import CODE, HEAD

SLIP = DifficultySlip(
    head=replace(HEAD, case_number="", item_name="", item_code=""),
    reported_on=date(2026, 11, 23),
    stuck="户口迁不进来，跑了四趟",
    item_name="户口迁移",
    since="八月起",
    name="王𬭳",
    phone_masked="139…0001",
    due_on=date(2026, 11, 30),
)
BARE = DifficultySlip(head=SLIP.head, reported_on=SLIP.reported_on, stuck="没有人受理")
LINK = "https://example.invalid/pj?c=450000000-02-K7QXM4-20261123-0001-0&s=completion&k=" + "A" * 86


def test_m13_the_slip_says_under_which_number_and_by_when() -> None:
    text = text_of(render(SLIP))

    for said in ("办不成事登记单", SLIP.head.number, "户口迁不进来，跑了四趟", "2026年11月30日前", "139…0001", "王𬭳"):
        assert said in text
    assert "按您留的电话告知您" in text


def test_m13_without_a_name_the_slip_itself_is_how_to_ask() -> None:
    text = text_of(render(BARE))

    assert "未留姓名" in text
    assert "凭本单到窗口或者来电查问" in text
    assert "尽快给出答复" in text


@pytest.mark.parametrize("paper_format", list(PaperFormat))
@pytest.mark.parametrize("paper", [SLIP, BARE, replace(SLIP, stuck="跑了四趟没有办成。" * 30)])
def test_nothing_of_the_slip_overlaps_on_any_format(paper: DifficultySlip, paper_format: PaperFormat) -> None:
    assert faults(lay_out(paper, code=CODE, paper_format=paper_format)) == []


def test_every_paper_of_the_service_has_title_layout_and_example() -> None:
    assert SERVICE_TITLES.items() <= TITLES.items()
    assert list(SERVICE_BLOCKS) == list(SERVICE_TITLES)
    assert [type(paper) for paper in examples() if type(paper) in SERVICE_TITLES] == list(SERVICE_TITLES)


def test_m22_the_city_s_link_is_read_from_the_rating_form_which_stays_one_page() -> None:
    linked = render(replace(RATING, link=LINK))

    assert LINK in codes_in(picture(linked, dpi=300))
    assert "第1页" not in text_of(linked)
    assert "也可以用手机扫左边的二维码评价" in text_of(linked)
    assert "二维码评价" not in text_of(render(RATING))
