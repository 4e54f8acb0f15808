"""A page comes to 80 KB and can be read: writing is crisp, a seal stays red, a face stays a face."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageStat

from desktop.domain.errors import InvalidInput
from desktop.imaging import apart
from desktop.imaging.encode import WANTED_BYTES
from desktop.imaging.paper import Look, judged
from desktop.imaging.shrink import ShrunkPage, shrink
from tests.imaging import sample_pages as samples

DPI = 200


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return samples.jpeg(samples.scanned(samples.sealed(samples.written(samples.form(DPI)))), dpi=DPI)


@pytest.fixture(scope="module")
def sealed_page(sealed: bytes) -> ShrunkPage:
    return page_of(sealed)


def page_of(content: bytes, **options: int) -> ShrunkPage:
    (page,) = shrink(content, **options)
    return page


def picture(page: ShrunkPage) -> Image.Image:
    return Image.open(BytesIO(page.content)).convert("RGB")


def mean(image: Image.Image) -> tuple[int, ...]:
    """The colour of a patch."""
    return tuple(round(value) for value in ImageStat.Stat(image).mean)


def patch(image: Image.Image, dpi: int, left: float, top: float, right: float, bottom: float) -> Image.Image:
    """What lies between these millimetres."""
    return image.crop(
        (round(left * dpi / 25.4), round(top * dpi / 25.4), round(right * dpi / 25.4), round(bottom * dpi / 25.4))
    )


def test_a_form_with_handwriting_is_black_and_white_of_less_than_60_kb():
    page = page_of(samples.jpeg(samples.scanned(samples.written(samples.form(DPI))), dpi=DPI))

    assert (page.width_px, page.height_px, page.dpi) == (1654, 2339, 200)
    assert len(page.content) < 60_000
    assert {colour for _, colour in picture(page).getcolors() or []} == {(0, 0, 0), (255, 255, 255)}


def test_m14_a_red_seal_stays_red_and_the_page_small(sealed_page):
    page = sealed_page
    star = patch(picture(page), page.dpi, 143, 228, 147, 232)

    assert len(page.content) <= WANTED_BYTES
    red, green, blue = mean(star)
    assert red > green + 90
    assert red > blue + 90


def test_small_print_keeps_its_strokes(sealed, sealed_page):
    """The line of 9 pt: about as many dark dots as in the page that was scanned, and white between them."""
    page = sealed_page
    line = patch(picture(page).convert("L"), page.dpi, 22, 188, 120, 192)
    dark = sum(line.histogram()[:128]) / (line.width * line.height)
    original = patch(Image.open(BytesIO(sealed)).convert("L"), DPI, 22, 188, 120, 192)
    dark_before = sum(original.histogram()[:128]) / (original.width * original.height)

    assert dark == pytest.approx(dark_before, rel=0.35)
    assert sum(line.histogram()[230:]) > 0.6 * line.width * line.height


def test_the_shadow_of_a_document_camera_is_taken_off():
    camera = samples.under_camera(samples.written(samples.form(DPI)), width=1500)
    page = page_of(samples.jpeg(camera))
    corner = patch(picture(page).convert("L"), page.dpi, 165, 285, 205, 295)

    assert len(page.content) <= WANTED_BYTES
    assert sum(corner.histogram()[240:]) > 0.95 * corner.width * corner.height


def test_pencil_is_not_lost():
    page = page_of(samples.jpeg(samples.scanned(samples.pencilled(samples.form(120, with_small_print=False))), dpi=120))
    field = patch(picture(page).convert("L"), page.dpi, 84, 46, 180, 60)

    assert sum(field.histogram()[:215]) > 0.01 * field.width * field.height


def test_a_card_keeps_its_ground_and_its_face():
    page = page_of(samples.jpeg(samples.scanned(samples.card()), dpi=300))
    ground = mean(picture(page).crop((30, 560, 80, 600)))

    assert page.dpi == 300
    assert len(page.content) < 60_000
    assert ground[2] > ground[0]  # the card is bluish; paper would have been made white
    assert max(ground) < 245


@pytest.mark.parametrize(
    ("made", "look"),
    [
        (lambda: samples.scanned(samples.sealed(samples.form(100))), Look.COLOUR),
        (lambda: samples.scanned(samples.written(samples.form(100), ink="#1B3C9A")), Look.COLOUR),
        (lambda: samples.scanned(samples.with_photo(samples.form(100))), Look.TONES),
        (lambda: samples.portrait(600, 800), Look.PHOTO),
    ],
)
def test_what_a_page_looks_like(made: Callable[[], Image.Image], look):
    assert judged(made()).look is look


def test_the_same_file_gives_the_same_bytes():
    sheet = samples.jpeg(samples.scanned(samples.sealed(samples.form(90))), dpi=90)

    assert page_of(sheet).content == page_of(sheet).content


def test_a_page_is_never_made_larger_than_it_was():
    page = page_of(samples.png(samples.scanned(samples.form(90)), dpi=90))

    assert (page.width_px, page.dpi) == (744, 90)


def test_a_page_is_turned_to_the_right():
    upright, turned = (
        page_of(samples.jpeg(samples.card(100).image, dpi=100)),
        page_of(samples.jpeg(samples.card(100).image, dpi=100), turned=1),
    )

    assert (turned.width_px, turned.height_px) == (upright.height_px, upright.width_px)
    assert mean(picture(turned).crop((0, 220, 170, 320)).convert("L"))[0] < 190  # the face


def test_a_process_of_its_own_gives_the_same_page():
    card = samples.jpeg(samples.card(100).image, dpi=100)

    assert list(apart.shrink_apart(card)) == list(shrink(card))


def test_a_refusal_comes_back_from_the_process_with_its_fields():
    with pytest.raises(InvalidInput) as refused:
        list(apart.shrink_apart(samples.png(Image.new("L", (20, 21)))))

    assert (refused.value.reason, refused.value.fields) == ("scan_tiny", {"field": "file", "width": 20, "height": 21})


def test_a_file_on_which_the_process_hangs_is_given_up():
    with pytest.raises(InvalidInput) as refused:
        list(apart.shrink_apart(samples.jpeg(samples.card(100).image), patience_s=0.001))

    assert refused.value.reason == "scan_broken"
