"""The electronic seal: where it stands, what it leaves as it was, and who notices when a sealed paper is altered."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as with_fields
from PIL import Image

from desktop.domain.office_seal import OfficeSeal
from desktop.domain.papers import Paper
from printing.marks import TextMark
from printing.papers.wording import day
from printing.render import lay_out
from printing.seal import sealed
from printing.seal_place import SEAL_MM, SealPlace, seal_places
from printing.seal_reading import seals_in
from printing.verdict_words import told
from printing.verify import Alteration, Verdict, check_file
from tests.printing.sample_content import ACCEPTANCE, CORRECTION, HEAD, INFORM_ONCE, NOT_REQUIRED, RECEIPT, REFUSAL
from tests.printing.spoiling import saved
from tests.printing.window import Window
from tests.seal_samples import HOLDER, ISSUER, NOON, office_seal, packed, picture

WINDOW = Window()


def places(paper: Paper) -> list[SealPlace]:
    return seal_places(lay_out(paper, code=WINDOW.code(paper)), paper.head)


def issue(paper: Paper, seal: OfficeSeal | None = None) -> bytes:
    return sealed(WINDOW.issue(paper), places(paper), seal or office_seal(), at=NOON)


@pytest.fixture(scope="module")
def refusal() -> bytes:
    return issue(REFUSAL)


# where it stands


@pytest.mark.parametrize("paper", [RECEIPT, ACCEPTANCE, CORRECTION, REFUSAL, NOT_REQUIRED])
def test_each_copy_has_one_place_that_is_the_middle_of_name_and_date(paper: Paper) -> None:
    surface = lay_out(paper, code=WINDOW.code(paper))

    found = seal_places(surface, paper.head)

    assert len(found) == 2
    for place in found:
        assert place.box.width == place.box.height == SEAL_MM == 42
        texts = [mark for mark in surface.pages[place.page - 1] if isinstance(mark, TextMark)]
        dates = [mark.box for mark in texts if mark.text == day(HEAD.issued_on) and place.box.holds(mark.box)]
        assert dates, "the seal does not press on the date"
        assert dates[0].left + dates[0].width / 2 == pytest.approx(place.box.left + SEAL_MM / 2, abs=0.1)


def test_a_name_in_two_lines_is_sealed_in_its_middle() -> None:
    long = with_fields(REFUSAL, head=with_fields(HEAD, authority="示例壮族自治县农村宅基地和集体经济管理服务办公室"))

    assert len(places(long)) == 2


@pytest.mark.parametrize("change", [{"is_sample": True}, {"is_practice": True}])
def test_a_sample_or_practice_paper_never_bears_the_real_seal(change: dict[str, bool]) -> None:
    paper = with_fields(REFUSAL, head=with_fields(HEAD, **change))

    assert places(paper) == []
    assert issue(paper) == WINDOW.issue(paper)


def test_the_one_copy_of_a_sheet_is_sealed_once() -> None:
    assert len(places(INFORM_ONCE)) == 1


# what it leaves as it was


def test_the_rendered_bytes_stay_in_front_of_the_seal(refusal: bytes) -> None:
    assert refusal.startswith(WINDOW.issue(REFUSAL))


def test_the_same_moment_gives_a_signature_of_the_same_moment(refusal: bytes) -> None:
    (seal,) = seals_in(refusal)

    assert (seal.holder, seal.issuer, seal.serial) == (HOLDER, ISSUER, "2026")
    assert seal.signed_at == NOON
    assert seal.is_intact


def test_the_password_and_the_private_key_are_not_in_the_paper_nor_in_what_is_logged(refusal: bytes) -> None:
    seal = office_seal()

    assert seal.password.encode() not in refusal
    assert seal.password not in repr(seal)


def test_a_large_picture_does_not_make_a_large_paper() -> None:
    large = issue(REFUSAL, replace(office_seal(), image=picture(4000, 4000)))

    assert len(large) < len(WINDOW.issue(REFUSAL)) + 40_000


# who notices


@pytest.mark.parametrize("paper", [RECEIPT, ACCEPTANCE, CORRECTION, REFUSAL, NOT_REQUIRED])
def test_a_sealed_paper_is_genuine_and_says_by_whom(paper: Paper) -> None:
    finding = check_file(issue(paper), WINDOW.keys)

    assert finding.verdict is Verdict.GENUINE
    assert not finding.is_rewritten
    lines = "\n".join(told(finding))
    assert HOLDER in lines
    assert ISSUER in lines
    assert "2026年11月23日签" in lines


def test_one_altered_byte_of_the_page_breaks_the_seal(refusal: bytes) -> None:
    altered = bytearray(refusal)
    altered[len(WINDOW.issue(REFUSAL)) + 40] ^= 1

    assert [seal.is_intact for seal in seals_in(bytes(altered))] == [False]


def test_a_seal_whose_signature_was_altered_is_named() -> None:
    pdf = bytearray(issue(REFUSAL))
    # Inside the certificate that stands in the signature, so that the file can still be read.
    at = bytes(pdf).upper().index(HOLDER.encode().hex().upper().encode())
    pdf[at : at + 2] = b"e6"

    finding = check_file(bytes(pdf), WINDOW.keys)

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.SEAL)
    assert "签名与文件不符" in "\n".join(told(finding))


def test_a_paper_that_was_added_to_after_the_seal_is_not_genuine(refusal: bytes) -> None:
    added = refusal + refusal[len(WINDOW.issue(REFUSAL)) :][-200:]

    finding = check_file(added, WINDOW.keys)

    assert finding.verdict is not Verdict.GENUINE


def test_saved_by_another_program_the_seal_no_longer_fits(refusal: bytes) -> None:
    import pypdfium2

    finding = check_file(saved(pypdfium2.PdfDocument(refusal)), WINDOW.keys)

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.SEAL)


def test_a_seal_elsewhere_on_the_page_is_no_seal_of_ours() -> None:
    (first, *_) = places(REFUSAL)
    moved = replace(first, box=replace(first.box, left=20.0, top=20.0))
    pdf = sealed(WINDOW.issue(REFUSAL), [moved], office_seal(), at=NOON)

    finding = check_file(pdf, WINDOW.keys)

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.PICTURE)


def test_a_picture_that_covers_the_date_is_found_though_it_is_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    from printing import seal

    monkeypatch.setattr(seal, "_INK", "/Normal")
    pdf = issue(REFUSAL)

    finding = check_file(pdf, WINDOW.keys)

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.PICTURE)


def test_a_real_paper_with_a_seal_that_says_sample_does_not_pass_as_sealed() -> None:
    sample = with_fields(REFUSAL, head=with_fields(HEAD, is_sample=True))
    pdf = sealed(WINDOW.issue(sample), places(REFUSAL), office_seal(), at=NOON)

    assert check_file(pdf, WINDOW.keys).alteration is Alteration.PICTURE


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig of poppler is not installed")
def test_another_reader_agrees(refusal: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(refusal)

    said = subprocess.run(["pdfsig", "a.pdf"], cwd=tmp_path, capture_output=True, text=True, check=False).stdout

    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm of poppler is not installed")
def test_the_seal_is_printed_over_name_and_date_and_hides_neither(refusal: bytes, tmp_path: Path) -> None:
    for name, pdf in (("sealed", refusal), ("plain", WINDOW.issue(REFUSAL))):
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
        subprocess.run(["pdftoppm", "-r", "100", "-gray", f"{name}.pdf", name], cwd=tmp_path, check=True)
    with Image.open(tmp_path / "sealed-1.pgm") as one, Image.open(tmp_path / "plain-1.pgm") as other:
        changed = [(a, b) for a, b in zip(one.tobytes(), other.tobytes(), strict=True) if a != b]

    assert len(changed) > 1000
    assert all(a < b for a, b in changed)


def test_elliptic_keys_sign_too() -> None:
    from cryptography.hazmat.primitives.asymmetric import ec

    from tests.seal_samples import certificate

    key = ec.generate_private_key(ec.SECP256R1())
    seal = replace(office_seal(), pkcs12=packed(key, certificate(key)))

    assert check_file(issue(REFUSAL, seal), WINDOW.keys).verdict is Verdict.GENUINE
