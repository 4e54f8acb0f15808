"""Codes alone, pictures, and files that are no paper: what can be said of each."""

from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from desktop.domain.key_sheet import KeySheet
from desktop.domain.paper_code import PREFIX, base45_decode, base45_encode
from desktop.domain.papers import TEMPLATE_VERSION
from printing.carried import ATTACHMENT, FORMAT
from printing.pdf import to_pdf
from printing.render import lay_out, render
from printing.verify import MAX_BYTES, Finding, Verdict, check_file, check_text
from tests.printing.paper_reading import picture
from tests.printing.sample_content import NUMBER, REFUSAL
from tests.printing.spoiling import carrying, image_file, saved
from tests.printing.window import Window

WINDOW = Window()
PDF = WINDOW.issue(REFUSAL)
CODE = WINDOW.code(REFUSAL)


def checked(data: bytes, keys: KeySheet = WINDOW.keys) -> Finding:
    return check_file(data, keys)


def broken(text: str, *, indent: str = "") -> str:
    """The text in lines that neither begin nor end in a blank, which would belong to the code."""
    lines = [""]
    for place, character in enumerate(text):
        is_seam = character != " " and text[place - 1] != " "
        if len(lines[-1]) >= 20 and is_seam:
            lines.append("")
        lines[-1] += character
    return "\r\n".join(indent + line for line in lines)


# files that are none


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_pdf_that_was_cut_is_never_genuine(share: float) -> None:
    cut = PDF[: int(len(PDF) * share)]

    assert checked(cut).verdict in (Verdict.UNREADABLE, Verdict.ALTERED, Verdict.NO_CODE)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"%PDF-1.7\n",
        b"PK\x03\x04" + bytes(100),
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        b"\xff\xd8\xff\xe0" + bytes(50),
        "字".encode("gb18030") * 10,
        b"%PDF-1.7\n" + b"0" * MAX_BYTES,
    ],
    ids=["empty", "blank", "only its mark", "zip", "broken png", "broken jpeg", "other text", "too large"],
)
def test_what_is_no_paper_cannot_be_told(data: bytes) -> None:
    assert checked(data).verdict is Verdict.UNREADABLE


def test_a_paper_without_a_code_cannot_be_told() -> None:
    assert checked(render(REFUSAL)).verdict is Verdict.NO_CODE


def test_a_pdf_without_anything_of_ours_cannot_be_told() -> None:
    assert checked(to_pdf(lay_out(REFUSAL), title="x")).verdict is Verdict.NO_CODE


def test_a_damaged_attachment_cannot_be_told() -> None:
    document = pypdfium2.PdfDocument(PDF)
    attached = document.get_attachment(0)
    assert attached.get_name() == ATTACHMENT
    attached.set_data(b"{")

    assert checked(saved(document)).verdict is Verdict.UNREADABLE


@pytest.mark.parametrize("newer", [{"format": FORMAT + 1}, {"template": TEMPLATE_VERSION + 1}])
def test_a_paper_of_a_later_program_says_so(newer: dict[str, int]) -> None:
    assert checked(carrying(PDF, **newer)).verdict is Verdict.NEWER


def test_an_honest_paper_of_an_older_layout_is_not_called_false(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("printing.verify.TEMPLATE_VERSION", TEMPLATE_VERSION + 1)
    laid_out_now = render(replace(REFUSAL, reason="今天的版式写成两段。"), code=CODE)
    monkeypatch.setattr("printing.verify.render", lambda *_args, **_more: laid_out_now)

    finding = checked(PDF)

    assert finding.verdict is Verdict.OLDER_LAYOUT
    assert not finding.verdict.is_refutation
    assert finding.differences


# codes alone


def test_a_scanned_code_confirms_number_and_signature_only() -> None:
    finding = check_text(CODE, WINDOW.keys)

    assert finding.verdict is Verdict.GENUINE
    assert finding.code is not None
    assert finding.code.number == NUMBER
    assert finding.content is None


@pytest.mark.parametrize(
    "text",
    [
        f"  {CODE}\r\n",
        "\n".join(CODE[start : start + 60] for start in range(0, len(CODE), 60)),
        broken(CODE, indent="  "),
    ],
    ids=["blanks around", "broken", "broken and indented"],
)
def test_blanks_around_and_line_breaks_in_a_code_do_not_matter(text: str) -> None:
    assert check_text(text, WINDOW.keys).verdict is Verdict.GENUINE
    assert checked(text.encode("utf-8-sig")).verdict is Verdict.GENUINE


@pytest.mark.parametrize(
    "text", ["", "YC1:", "YC1:字", "https://example.invalid/a", CODE[:-3], CODE + "00", CODE.lower()]
)
def test_a_text_that_is_no_code_is_not_ours(text: str) -> None:
    assert check_text(text, WINDOW.keys).verdict is Verdict.NOT_OURS


def test_a_code_of_a_later_edition_says_so() -> None:
    assert check_text(PREFIX + base45_encode(bytes([2]) + bytes(120)), WINDOW.keys).verdict is Verdict.NEWER


@settings(max_examples=200)
@given(place=st.integers(0, len(CODE) - 1), bit=st.integers(0, 6))
def test_a_changed_bit_anywhere_in_a_code_is_never_genuine(place: int, bit: int) -> None:
    changed = CODE[:place] + chr(ord(CODE[place]) ^ 1 << bit) + CODE[place + 1 :]

    assert check_text(changed, WINDOW.keys).verdict is not Verdict.GENUINE


@settings(max_examples=200)
@given(st.integers(0, 2**20))
def test_a_changed_bit_in_the_bytes_of_a_code_is_never_genuine(number: int) -> None:
    data = bytearray(base45_decode(CODE.removeprefix(PREFIX)))
    data[number // 8 % len(data)] ^= 1 << number % 8

    assert check_text(PREFIX + base45_encode(bytes(data)), WINDOW.keys).verdict is not Verdict.GENUINE


# pictures


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("dpi", [203, 300])
def test_a_scan_of_a_paper_is_read(dpi: int, kind: str) -> None:
    finding = checked(image_file(picture(PDF, dpi=dpi), kind))

    assert finding.verdict is Verdict.GENUINE
    assert finding.content is None


def test_a_scan_lying_on_its_side_and_a_little_askew_is_read() -> None:
    scan = picture(PDF, dpi=300).rotate(93, expand=True, fillcolor=255)

    assert checked(image_file(scan)).verdict is Verdict.GENUINE


def test_what_is_transparent_in_a_picture_is_paper() -> None:
    page = picture(PDF, dpi=203)
    clear = Image.new("LA", page.size)
    clear.putalpha(page.point(lambda shade: 255 - shade))

    assert checked(image_file(clear)).verdict is Verdict.GENUINE


def test_the_scan_of_a_paper_inside_a_pdf_is_read() -> None:
    out = BytesIO()
    picture(PDF, dpi=203).save(out, "PDF", resolution=203)

    finding = checked(out.getvalue())

    assert finding.verdict is Verdict.GENUINE
    assert finding.content is None


def test_two_papers_in_one_picture_are_to_be_checked_one_by_one() -> None:
    one, other = (picture(WINDOW.issue(paper), dpi=150) for paper in (REFUSAL, replace(REFUSAL, reason="另一理由")))
    both = Image.new("L", (one.width * 2, one.height), 255)
    both.paste(one, (0, 0))
    both.paste(other, (one.width, 0))

    assert checked(image_file(both)).verdict is Verdict.SEVERAL_CODES


def test_a_picture_without_a_code_cannot_be_told() -> None:
    assert checked(image_file(Image.new("L", (100, 100), 255))).verdict is Verdict.NO_CODE
