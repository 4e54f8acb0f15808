"""`yichuang print` and `yichuang check-paper` as they are typed."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace
from PIL import Image

from desktop import cli
from desktop.domain import key_sheet, papers
from desktop.domain.papers import Paper
from desktop.paths import home
from desktop.sentences import SENTENCES
from printing.commands import KEY_SHEET
from printing.content_file import kinds
from printing.render import render
from printing.verify import Alteration, Verdict
from tests.printing.paper_reading import picture, text_of
from tests.printing.sample_content import ALL, REFUSAL
from tests.printing.spoiling import attached_to, image_file, pages_of
from tests.printing.window import Window

WINDOW = Window()
CODE = WINDOW.code(REFUSAL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with the content of a refusal in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content.json").write_bytes(papers.encode(REFUSAL))
    return tmp_path


@pytest.fixture
def keys(folder: Path) -> Path:
    """The key sheet of the window, in its usual place."""
    home().mkdir(parents=True)
    sheet = home() / KEY_SHEET
    sheet.write_bytes(key_sheet.encode(WINDOW.keys))
    return sheet


def run(*args: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(cli.cli, args, input=stdin)


def made_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"content.json"}


# print


@pytest.mark.parametrize("paper", ALL, ids=lambda paper: type(paper).__name__)
def test_content_becomes_its_paper(folder: Path, paper: Paper) -> None:
    (folder / "content.json").write_bytes(papers.encode(paper))

    result = run("print", "content.json", "--out", "x.pdf")

    assert result.exit_code == 0
    assert (folder / "x.pdf").read_bytes() == render(paper)
    assert made_in(folder) == {"x.pdf"}


def test_content_comes_from_standard_input_too_and_with_a_byte_order_mark(folder: Path) -> None:
    result = run("print", "-", "--out", "x.pdf", stdin=b"\xef\xbb\xbf" + papers.encode(REFUSAL))

    assert result.exit_code == 0
    assert (folder / "x.pdf").read_bytes() == render(REFUSAL)


def test_code_and_reprint_are_put_on(folder: Path) -> None:
    assert run("print", "content.json", "--out", "x.pdf", "--code", CODE, "--reprint", "2").exit_code == 0

    assert (folder / "x.pdf").read_bytes() == WINDOW.issue(REFUSAL, reprint_no=2)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"type": "invoice"}, ("type", "materials_receipt")),
        ({"type": None}, ("type", "materials_receipt")),
        ({"law": 32}, ("law", "str", "int")),
        ({"reasons": "x"}, ("reasons", "拼写")),
        ({"applied_on": "23.11.2026"}, ("applied_on", "2026-12-31")),
        ({"applicant": {}}, ("applicant.name", "缺少")),
        ({"applicant": {"name": 1}}, ("applicant.name",)),
        ({"applicant": {"name": "王\ue000"}}, ("applicant.name", "U+E000")),
        ({"reason": "\ud800"}, ("JSON",)),
    ],
)
def test_what_is_wrong_with_content_is_told_by_its_place_and_nothing_is_written(
    folder: Path, change: dict[str, object], told: tuple[str, ...]
) -> None:
    content = {**json.loads(papers.encode(REFUSAL)), **change}
    (folder / "content.json").write_text(json.dumps(content))

    result = run("print", "content.json", "--out", "x.pdf")

    assert result.exit_code == 1
    assert all(word in result.stderr for word in told)
    assert len(result.stderr.splitlines()) == 1
    assert made_in(folder) == set()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"5", b"\xff\xfe", b"{}"])
def test_what_is_no_content_is_refused_in_one_line(folder: Path, data: bytes) -> None:
    result = run("print", "-", "--out", "x.pdf", stdin=data)

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert made_in(folder) == set()


def test_a_code_for_another_content_is_not_printed(folder: Path) -> None:
    code = WINDOW.code(replace(REFUSAL, reason="另一理由"))

    for wrong in (code, "YC1:00", "x"):
        assert run("print", "content.json", "--out", "x.pdf", "--code", wrong).exit_code == 1
    assert made_in(folder) == set()


def test_what_is_there_is_overwritten_only_by_force(folder: Path) -> None:
    (folder / "x.pdf").write_bytes(b"kept")

    refused = run("print", "content.json", "--out", "x.pdf")

    assert refused.exit_code == 1
    assert "--force" in refused.stderr
    assert (folder / "x.pdf").read_bytes() == b"kept"
    assert run("print", "content.json", "--out", "x.pdf", "--force").exit_code == 0
    assert (folder / "x.pdf").read_bytes() == render(REFUSAL)


@pytest.mark.parametrize("out", ["gone/x.pdf", "."])
def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left(folder: Path, out: str) -> None:
    result = run("print", "content.json", "--out", out, "--force")

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert made_in(folder) == set()


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("content.json",),
        ("--out", "x.pdf"),
        ("content.json", "--template", "all"),
        ("content.json", "--out", "x.pdf", "--reprint", "0"),
        ("--template", "invoice"),
    ],
)
def test_a_command_that_is_not_understood_exits_2(folder: Path, args: tuple[str, ...]) -> None:
    assert run("print", *args).exit_code == 2
    assert made_in(folder) == set()


@pytest.mark.parametrize("kind", kinds())
def test_every_example_is_marked_as_one_and_can_be_rendered(folder: Path, kind: str) -> None:
    example = run("print", "--template", kind).stdout

    assert json.loads(example)["type"] == kind
    assert json.loads(example)["head"]["is_sample"]
    assert run("print", "-", "--out", "x.pdf", stdin=example.encode()).exit_code == 0
    text = text_of((folder / "x.pdf").read_bytes())
    assert "（专用印章）" not in text  # 示例章 stands there, or no seal at all


def test_all_examples_come_one_a_line_or_one_a_file(folder: Path) -> None:
    lines = run("print", "--template", "all").stdout.splitlines()

    assert [json.loads(line)["type"] for line in lines] == list(kinds())
    assert run("print", "--template", "all", "--out", "examples").exit_code == 0
    assert made_in(folder / "examples") == {f"{kind}.json" for kind in kinds()}
    assert run("print", "--template", "all", "--out", "examples").exit_code == 1


# check-paper


def test_a_genuine_pdf_exits_0_and_says_what_it_is(folder: Path, keys: Path) -> None:
    (folder / "x.pdf").write_bytes(WINDOW.issue(REFUSAL))

    result = run("check-paper", "x.pdf")

    assert result.exit_code == 0
    for told in (REFUSAL.head.number, WINDOW.key.id.hex(), WINDOW.key.hall, "不予受理通知书", "2026年11月23日"):
        assert told in result.stdout
    assert "只凭二维码" not in result.stdout


def test_a_scanned_text_says_that_it_confirms_no_more_than_number_and_signature(keys: Path) -> None:
    result = run("check-paper", CODE)

    assert result.exit_code == 0
    assert REFUSAL.head.number in result.stdout
    assert "只凭二维码" in result.stdout
    assert run("check-paper", "-", stdin=CODE.encode()).stdout == result.stdout


def test_a_picture_is_read(folder: Path, keys: Path) -> None:
    (folder / "scan.jpeg").write_bytes(image_file(picture(WINDOW.issue(REFUSAL), dpi=203), "JPEG"))

    assert run("check-paper", "scan.jpeg").exit_code == 0


def test_an_altered_paper_exits_1_and_shows_both_lines(folder: Path, keys: Path) -> None:
    other = replace(REFUSAL, competent_phone="0776-0000004")
    (folder / "x.pdf").write_bytes(pages_of(other, code=CODE, carried=attached_to(WINDOW.issue(REFUSAL))))

    result = run("check-paper", "x.pdf")

    assert result.exit_code == 1
    assert "0776-0000003" in result.stdout
    assert "0776-0000004" in result.stdout


def test_a_key_sheet_is_named_or_lies_in_its_place(folder: Path) -> None:
    (folder / "keys.json").write_bytes(key_sheet.encode(WINDOW.keys))
    (folder / "other.json").write_bytes(key_sheet.encode(Window(2).keys))

    assert run("check-paper", CODE).exit_code == 2
    assert run("check-paper", CODE, "--keys", "other.json").exit_code == 2
    assert run("check-paper", CODE, "--keys", "other.json", "--keys", "keys.json").exit_code == 0


@pytest.mark.parametrize("args", [("gone.pdf",), ("",), (CODE, "--keys", "gone.json"), (CODE, "--keys", "bad.json")])
def test_what_cannot_be_read_says_nothing_against_the_paper(folder: Path, args: tuple[str, ...]) -> None:
    (folder / "bad.json").write_text("{}")

    assert run("check-paper", *args).exit_code == 2


@pytest.mark.parametrize("text", ["hello", "https://example.invalid/a", "YC1:00", "x" * 5000, "a\x00b"])
def test_a_text_that_is_not_ours_exits_1(keys: Path, text: str) -> None:
    assert run("check-paper", text).exit_code == 1


def test_a_picture_of_no_paper_exits_2(folder: Path, keys: Path) -> None:
    (folder / "x.png").write_bytes(image_file(Image.new("L", (50, 50), 255)))

    assert run("check-paper", "x.png").exit_code == 2


def test_it_is_told_in_english_too(keys: Path) -> None:
    result = run("--language", "en", "check-paper", CODE)

    assert result.exit_code == 0
    assert result.stdout.startswith("Genuine")


def test_every_verdict_has_its_sentence() -> None:
    wanted = {f"check.{verdict.value}" for verdict in Verdict}
    wanted |= {f"check.altered_{alteration.value}" for alteration in Alteration}

    assert wanted <= SENTENCES.keys()


@pytest.mark.parametrize("name", ["print", "check-paper"])
def test_both_commands_explain_themselves(name: str) -> None:
    result = run(name, "--help")

    assert result.exit_code == 0
    assert isinstance(cli.LazyGroup().get_command(click.Context(cli.cli), name), click.Command)
