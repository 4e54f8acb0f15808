"""Copies of evidence: the words of each grade, and a mark that is read and reads through."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from click.testing import CliRunner
from PIL import Image, ImageDraw

from desktop.cli import cli
from desktop.domain.checklist import Grade
from desktop.domain.errors import InvalidInput
from printing.fonts import shipped_fonts
from printing.surface import Surface
from printing.watermark import MAX_BYTES, MAX_PAGES, mark_text, marked_copies, tiles
from tests.printing.sample_content import CODE, REFUSAL
from tests.printing.window import Window

MARK = mark_text(Grade.COMPARED, purpose="林木采伐许可")


def image(width: int = 800, height: int = 500, *, colour: str = "white", form: str = "PNG", mode: str = "RGB") -> bytes:
    made = Image.new(mode, (width, height), colour)
    ImageDraw.Draw(made).line((0, height / 2, width, height / 2), fill="black", width=6)
    out = BytesIO()
    made.save(out, form)
    return out.getvalue()


def page(pdf: bytes, number: int = 0, *, dpi: int = 100) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    drawn: Image.Image = document[number].render(scale=dpi / 72).to_pil().convert("L")
    document.close()
    return drawn


def pages(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count


# 国办函〔2016〕108号: the words of the four grades


def test_the_words_are_those_of_the_state_council() -> None:
    issued = mark_text(Grade.ISSUED, provider="示例县公安局", valid_to=date(2027, 1, 31))

    assert issued == "此件由示例县公安局提供，仅供办理政务服务事项时使用，有效期至2027年1月31日"
    assert mark_text(Grade.COMPARED, purpose="低保") == "此件经与原件核对无误，仅供办理低保使用"
    assert mark_text(Grade.UPLOADED, purpose="低保").startswith("原件待核对")
    assert mark_text(Grade.VOUCHED, purpose="低保").startswith("申请人承诺与原件一致")


@pytest.mark.parametrize("grade", [Grade.COMPARED, Grade.UPLOADED, Grade.VOUCHED])
@pytest.mark.parametrize("purpose", ["", "  ", "字" * 61])
def test_a_copy_is_for_a_purpose_in_few_words(grade: Grade, purpose: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        mark_text(grade, purpose=purpose)

    assert refusal.value.reason == "copy_purpose"


def test_a_copy_of_grade_a_names_its_provider_and_is_not_used_after_its_last_day() -> None:
    last = date(2026, 11, 22)
    for today, reason in ((date(2026, 11, 22), ""), (date(2026, 11, 23), "copy_expired")):
        if not reason:
            assert mark_text(Grade.ISSUED, provider="示例县公安局", valid_to=last, today=today)
            continue
        with pytest.raises(InvalidInput) as refusal:
            mark_text(Grade.ISSUED, provider="示例县公安局", valid_to=last, today=today)
        assert refusal.value.reason == reason
    with pytest.raises(InvalidInput) as nobody:
        mark_text(Grade.ISSUED, purpose="低保")
    assert nobody.value.reason == "copy_provider"


# the mark


def test_every_part_of_the_page_has_the_mark_near() -> None:
    found = tiles(Surface(shipped_fonts()), MARK)

    assert {tile.text for tile in found} == {MARK}
    for left in (30, 105, 180):
        for top in (30, 150, 270):
            assert any(abs(tile.box.left - left) < 110 and abs(tile.box.top - top) < 75 for tile in found)


@pytest.mark.parametrize("colour", ["white", "black", "gray"])
def test_the_mark_is_seen_on_any_ground_and_covers_a_small_part_of_it(colour: str) -> None:
    marked = page(marked_copies([("a", image(900, 1270, colour=colour))], MARK))
    middle = marked.crop((100, 100, marked.width - 100, marked.height // 2 - 50))
    ground = max(middle.histogram())
    share = 1 - ground / (middle.width * middle.height)

    assert 0.03 < share < 0.4


def test_what_is_under_the_mark_is_still_read() -> None:
    pdf = Window().issue(REFUSAL)

    marked = marked_copies([("a.pdf", pdf)], MARK)

    found = {code.text for code in zxingcpp.read_barcodes(page(marked, dpi=200))}
    assert found == {Window().code(REFUSAL)}
    assert CODE not in found


def test_the_mark_is_part_of_the_picture() -> None:
    """Nothing on the page can be taken off: it is one picture."""
    document = pypdfium2.PdfDocument(marked_copies([("a", image())], MARK))
    kinds = [one.type for one in document[0].get_objects()]
    document.close()

    assert kinds == [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]


# what is taken


def test_pictures_and_pdf_pages_become_one_file_in_their_order() -> None:
    files = [("a.png", image()), ("b.pdf", Window().issue(REFUSAL)), ("c.jpg", image(form="JPEG"))]

    pdf = marked_copies(files, MARK)

    assert pages(pdf) == 3
    assert pdf == marked_copies(files, MARK)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (300, 200)).save(out, "PNG")

    assert pages(marked_copies([("a", out.getvalue())], MARK)) == 1


@pytest.mark.parametrize("size", [(1, 1), (4000, 3), (3, 4000), (5000, 5000)])
def test_any_shape_is_laid_on_the_sheet(size: tuple[int, int]) -> None:
    assert pages(marked_copies([("a", image(*size))], MARK)) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "copy_form"),
        (b"GIF89a" + bytes(50), "copy_form"),
        (b"%PDF-1.7\nnothing", "copy_form"),
        (image()[:200], "copy_form"),
        (bytes(MAX_BYTES + 1), "copy_size"),
    ],
)
def test_a_bad_file_is_named_and_nothing_is_made(data: bytes, reason: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        marked_copies([("sound.png", image()), ("扫描件.png", data)], MARK)

    assert refusal.value.reason == reason
    assert refusal.value.fields["path"] == "扫描件.png"


def test_a_huge_picture_is_refused_before_it_is_unpacked() -> None:
    out = BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")

    with pytest.raises(InvalidInput) as refusal:
        marked_copies([("a", out.getvalue())], MARK)

    assert refusal.value.reason == "copy_size"


def test_a_locked_pdf_is_told_from_a_broken_one() -> None:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import copy_into_new_writer

    writer = copy_into_new_writer(PdfFileReader(BytesIO(Window().issue(REFUSAL))))
    writer.encrypt("geheim")
    out = BytesIO()
    writer.write(out)

    with pytest.raises(InvalidInput) as refusal:
        marked_copies([("a.pdf", out.getvalue())], MARK)

    assert refusal.value.reason == "copy_locked"


def test_a_book_is_no_copy_of_one_material() -> None:
    document = pypdfium2.PdfDocument.new()
    for _ in range(MAX_PAGES + 1):
        document.new_page(100, 100)
    out = BytesIO()
    document.save(out)
    document.close()

    with pytest.raises(InvalidInput) as refusal:
        marked_copies([("a.pdf", out.getvalue())], MARK)

    assert refusal.value.fields["pages"] == MAX_PAGES + 1


# the command


def run(folder: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["watermark", *words, "--out", str(folder / "x.pdf")])
    return result.exit_code, result.output


def test_the_command_writes_the_copies(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(image())

    code, said = run(tmp_path, str(tmp_path / "a.png"), "--grade", "b", "--purpose", "临时救助")

    assert code == 0, said
    assert pages((tmp_path / "x.pdf").read_bytes()) == 1


def test_the_command_says_what_is_wrong_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"no picture")
    (tmp_path / "b.png").write_bytes(image())

    bad = run(tmp_path, str(tmp_path / "a.png"), "--grade", "B", "--purpose", "低保")
    no_purpose = run(tmp_path, str(tmp_path / "b.png"), "--grade", "C")
    gone = run(tmp_path, str(tmp_path / "c.png"), "--grade", "C", "--purpose", "低保")

    assert [bad[0], no_purpose[0], gone[0]] == [1, 1, 1]
    assert "a.png" in bad[1]
    assert "用途" in no_purpose[1]
    assert "c.png" in gone[1]
    assert not (tmp_path / "x.pdf").exists()
