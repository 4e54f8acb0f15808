"""What can be said of a paper that somebody brings: real PDFs and pictures, each spoilt in the way its test names."""

import re
import zlib
from datetime import date

import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image

from desktop.domain import papers
from desktop.domain.key_sheet import EMPTY, KeySheet
from desktop.domain.papers import CopyMark, Paper
from printing.pdf import to_pdf
from printing.pdf_reading import carried_in
from printing.render import lay_out, render
from printing.verify import Alteration, Finding, Verdict, check_file, check_text
from tests.printing.paper_reading import text_of
from tests.printing.sample_content import ACCEPTANCE, ALL, NUMBER, RECEIPT, REFUSAL
from tests.printing.spoiling import attached_to, carrying, page_stream, pages_of, saved
from tests.printing.window import Window

WINDOW = Window()
PDF = WINDOW.issue(REFUSAL)
CODE = WINDOW.code(REFUSAL)


def checked(data: bytes, keys: KeySheet = WINDOW.keys) -> Finding:
    return check_file(data, keys)


# genuine


@pytest.mark.parametrize("paper", ALL, ids=lambda paper: type(paper).__name__)
def test_an_issued_pdf_is_genuine_and_says_by_whom(paper: Paper) -> None:
    finding = checked(WINDOW.issue(paper))

    assert finding.verdict is Verdict.GENUINE
    assert finding.content == paper
    assert finding.key == WINDOW.key
    assert not finding.is_rewritten


def test_a_reprint_is_genuine_and_known_as_one() -> None:
    finding = checked(WINDOW.issue(REFUSAL, reprint_no=2))

    assert finding.verdict is Verdict.GENUINE
    assert finding.reprint_no == 2


def test_a_pdf_saved_again_by_another_program_is_genuine_and_said_to_be_so() -> None:
    again = saved(pypdfium2.PdfDocument(PDF))

    assert again != PDF
    assert checked(again).verdict is Verdict.GENUINE
    assert checked(again).is_rewritten


def test_rare_characters_come_through_the_attached_file() -> None:
    carried = carried_in(PDF)

    assert carried is not None
    assert "王㼆𬭳" in bytes(carried.content).decode()
    assert bytes(carried.content) == papers.encode(REFUSAL)


def test_the_check_code_on_the_paper_is_that_of_the_content() -> None:
    """The first eight hexadecimal digits of its SHA-256, which the ledger holds too."""
    finding = checked(PDF)

    assert finding.code is not None
    digits = finding.code.content_sha256.hex().upper()
    assert finding.check_code == f"{digits[:4]}-{digits[4:8]}"
    assert f"校验码：{finding.check_code}" in text_of(PDF)


# altered


def test_a_changed_digit_on_the_page_is_named_with_its_line() -> None:
    other = replace(REFUSAL, competent_phone="0776-0000004")

    finding = checked(pages_of(other, code=CODE, carried=attached_to(PDF)))

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.TEXT)
    shown = " ".join(line for difference in finding.differences for line in difference.shown)
    expected = " ".join(line for difference in finding.differences for line in difference.expected)
    assert "0776-0000004" in shown
    assert "0776-0000003" in expected


def test_two_characters_swapped_in_the_content_stream_are_found() -> None:
    encoded = page_stream(PDF)
    drawn = zlib.decompress(encoded)
    swapped = re.sub(rb"<(..)(..)", rb"<\2\1", drawn, count=1)
    assert swapped != drawn

    finding = checked(PDF.replace(encoded, zlib.compress(swapped)))

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.TEXT)


def test_a_picture_laid_over_the_page_is_found() -> None:
    document = pypdfium2.PdfDocument(PDF)
    page = document[0]
    patch = pypdfium2.PdfImage.new(document)
    patch.set_bitmap(pypdfium2.PdfBitmap.from_pil(Image.new("RGB", (8, 8), "white")))
    patch.set_matrix(pypdfium2.PdfMatrix().scale(120, 30).translate(100, 300))
    page.insert_obj(patch)
    page.gen_content()

    finding = checked(saved(document))

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.PICTURE)


def test_content_that_was_changed_with_its_pages_does_not_fit_the_code() -> None:
    other = replace(REFUSAL, reason="改过的理由")

    finding = checked(render(other, code=CODE))

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.CONTENT)
    assert finding.content is None


def test_content_that_was_changed_in_the_attached_file_alone_is_found() -> None:
    carried = carried_in(PDF)
    assert carried is not None
    changed = bytes(carried.content).replace(b"0776-0000003", b"0776-0000004")

    finding = checked(carrying(PDF, content=type(carried.content)(changed)))

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.CONTENT)


def test_the_code_of_another_paper_on_the_page_is_found() -> None:
    finding = checked(pages_of(REFUSAL, code=WINDOW.code(ACCEPTANCE), carried=attached_to(PDF)))

    assert finding.verdict is Verdict.ALTERED
    assert finding.alteration in (Alteration.TEXT, Alteration.PICTURE)


def test_the_code_of_another_paper_everywhere_is_found() -> None:
    finding = checked(render(REFUSAL, code=WINDOW.code(ACCEPTANCE)))

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.CONTENT)


def test_a_number_that_is_not_the_one_of_the_content_is_found() -> None:
    code = WINDOW.code(REFUSAL, number="阳圩受字〔2026〕02-K7QX-0002号")

    finding = checked(render(REFUSAL, code=code))

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.NUMBER)


def test_a_reprint_mark_that_was_taken_off_is_found() -> None:
    reprint = WINDOW.issue(REFUSAL, reprint_no=2)

    assert checked(pages_of(REFUSAL, code=CODE, carried=attached_to(reprint))).verdict is Verdict.ALTERED


def test_a_page_that_was_added_is_found() -> None:
    document = pypdfium2.PdfDocument(PDF)
    document.new_page(595, 842)

    assert checked(saved(document)).verdict is Verdict.ALTERED


# keys


def test_a_key_that_no_sheet_has_is_unknown_and_no_forgery() -> None:
    for keys in (EMPTY, Window(2).keys):
        finding = checked(PDF, keys)

        assert finding.verdict is Verdict.UNKNOWN_KEY
        assert finding.code is not None
        assert finding.code.number == NUMBER


def test_a_signature_by_another_key_under_the_window_s_name_is_a_forgery() -> None:
    forger = Window(3)
    forger.key = WINDOW.key

    assert checked(forger.issue(REFUSAL)).verdict is Verdict.FORGED


@pytest.mark.parametrize(
    ("key", "by_pdf", "by_code"),
    [
        # The paper is of 2026-11-23. A date before the revocation can be set back by whoever has the key.
        ({"revoked_on": date(2026, 11, 23)}, Verdict.KEY_NOT_IN_FORCE, Verdict.KEY_REVOKED),
        ({"revoked_on": date(2026, 11, 24)}, Verdict.KEY_REVOKED, Verdict.KEY_REVOKED),
        ({"valid_from": date(2026, 11, 24)}, Verdict.KEY_NOT_IN_FORCE, Verdict.GENUINE),
        ({"valid_from": date(2026, 11, 23)}, Verdict.GENUINE, Verdict.GENUINE),
        ({"valid_from": None}, Verdict.GENUINE, Verdict.GENUINE),
    ],
)
def test_a_revoked_key_proves_nothing_and_one_out_of_its_time_refutes(key, by_pdf, by_code) -> None:
    keys = Window(**key).keys

    assert checked(PDF, keys).verdict is by_pdf
    assert check_text(CODE, keys).verdict is by_code


def test_a_long_receipt_is_genuine_page_by_page() -> None:
    materials = RECEIPT.materials * 10

    assert checked(WINDOW.issue(replace(RECEIPT, materials=materials))).verdict is Verdict.GENUINE


def test_practice_is_told_from_the_content() -> None:
    finding = checked(WINDOW.issue(replace(REFUSAL, head=replace(REFUSAL.head, is_practice=True))))

    assert finding.content is not None
    assert finding.content.head.is_practice


def test_a_reprint_mark_on_the_page_that_is_not_attached_is_found() -> None:
    pages = lay_out(REFUSAL, code=CODE, copy=CopyMark(reprint_no=5))

    assert checked(to_pdf(pages, title="x", carried=attached_to(PDF))).verdict is Verdict.ALTERED
