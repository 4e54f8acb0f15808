"""What is no page is refused in words, each by its own; what is one comes upright, whole and page by page."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from reportlab.pdfgen import canvas

from desktop.domain.errors import InvalidInput
from desktop.imaging import source
from desktop.imaging.source import pages

LEFT, RIGHT = (255, 0, 0), (0, 0, 255)


def two_halves(size: tuple[int, int] = (120, 80)) -> Image.Image:
    """Red at the left, blue at the right."""
    image = Image.new("RGB", size, LEFT)
    image.paste(RIGHT, (size[0] // 2, 0, *size))
    return image


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def pdf(count: int, **encrypt: str) -> bytes:
    out = BytesIO()
    drawn = canvas.Canvas(out, pagesize=(200, 100), encrypt=encrypt.get("password"))
    for number in range(count):
        drawn.drawString(20, 50, f"page {number + 1}")
        drawn.showPage()
    drawn.save()
    return out.getvalue()


def refusal(content: bytes) -> InvalidInput:
    with pytest.raises(InvalidInput) as refused:
        list(pages(content))
    return refused.value


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP"])
def test_pictures_of_the_usual_kinds_are_pages(kind):
    (page,) = pages(saved(two_halves(), kind))

    assert page.image.size == (120, 80)
    assert (page.number, page.total) == (1, 1)


def test_a_picture_is_held_as_the_camera_held_it():
    turned = two_halves()
    exif = turned.getexif()
    exif[0x0112] = 6  # Exif: the top of the picture is at the right, so it has to be turned to the right by 90°

    (page,) = pages(saved(turned, "JPEG", exif=exif, quality=95))

    assert page.image.size == (80, 120)
    red, _, blue = page.image.crop((30, 5, 50, 15)).resize((1, 1)).tobytes()
    assert red > 200 > blue


def test_what_is_transparent_is_white_like_paper():
    (page,) = pages(saved(Image.new("RGBA", (60, 60), (0, 0, 0, 0)), "PNG"))

    assert page.image.getpixel((30, 30)) == (255, 255, 255)


def test_the_telephones_second_picture_is_no_page():
    out = BytesIO()
    two_halves().save(out, "MPO", save_all=True, append_images=[two_halves()])

    assert [page.total for page in pages(out.getvalue())] == [1]


def test_a_tiff_has_as_many_pages_as_it_has():
    several = saved(two_halves(), "TIFF", save_all=True, append_images=[two_halves((90, 80)), two_halves((70, 80))])

    assert [(page.number, page.image.width) for page in pages(several)] == [(1, 120), (2, 90), (3, 70)]
    assert [page.number for page in pages(several, only=2)] == [2]


def test_a_pdf_is_drawn_page_by_page_at_200_dots_an_inch():
    found = list(pages(pdf(3)))

    assert [(page.number, page.total, page.dpi) for page in found] == [(1, 3, 200), (2, 3, 200), (3, 3, 200)]
    assert found[0].image.size == (556, 278)  # 200 × 100 points of 1/72 inch


def test_a_page_as_large_as_a_wall_is_drawn_no_larger_than_a3():
    out = BytesIO()
    drawn = canvas.Canvas(out, pagesize=(14_000, 14_000))
    drawn.drawString(20, 50, "x")
    drawn.save()

    (page,) = pages(out.getvalue())

    assert max(page.image.size) <= 3400


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "scan_empty"),
        (b"word by word" * 9, "scan_kind"),
        (b"PK\x03\x04" + bytes(60), "scan_kind"),
        (b"\0\0\0\x18ftypheic" + bytes(60), "scan_heic"),
        (b"\0\0\0\x18ftypmif1" + bytes(60), "scan_heic"),
        (b"\0\0\0\x18ftypmp42" + bytes(60), "scan_video"),
        (b"\x1aE\xdf\xa3" + bytes(60), "scan_video"),
        (b"RIFF\0\0\0\0AVI " + bytes(60), "scan_video"),
        (b"%PDF-1.4 and no more", "scan_broken"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "scan_kind"),
        (saved(two_halves(), "PNG")[:90], "scan_broken"),
        (saved(two_halves((20, 20)), "PNG"), "scan_tiny"),
    ],
)
def test_what_is_no_page_is_refused_by_its_own_reason(content, reason):
    assert refusal(content).reason == reason


def test_a_picture_cut_off_half_way_is_no_page():
    whole = saved(two_halves((900, 900)), "JPEG", quality=95)

    assert refusal(whole[: len(whole) // 2]).reason == "scan_broken"


def test_a_pdf_with_a_password_is_refused_as_locked():
    assert refusal(pdf(1, password="secret")).reason == "scan_locked"


def test_more_than_200_pages_are_refused_with_their_number():
    refused = refusal(pdf(201))

    assert refused.reason == "scan_pages"
    assert refused.fields["pages"] == 201


def test_40_mb_is_the_most_and_said_in_mb():
    source.require_size(40_000_000)

    with pytest.raises(InvalidInput) as refused:
        source.require_size(40_000_001)
    assert (refused.value.reason, refused.value.fields["megabytes"]) == ("scan_size", 41)


def test_a_small_file_of_a_hundred_million_dots_is_refused_before_it_is_unpacked():
    bomb = saved(Image.new("1", (10_001, 10_000)), "PNG")

    assert len(bomb) < 100_000
    assert refusal(bomb).reason == "scan_pixels"
