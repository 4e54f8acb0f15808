"""`yichuang print` and `yichuang check-paper`: a paper out of its content, and back to who issued it.

Neither needs a profile or a network. Help is in English like that of every command; what is said about a paper follows
`--language`.
"""

import sys
from pathlib import Path

import click
import msgspec

from desktop.domain import key_sheet, paper_code, papers
from desktop.domain.errors import InvalidInput
from desktop.domain.key_sheet import KeySheet
from desktop.domain.papers import CopyMark
from desktop.messages import sentence
from desktop.paths import home
from printing.content_file import kinds, read_content
from printing.examples import examples
from printing.output_file import require_free, write_whole
from printing.render import render
from printing.verdict_words import told
from printing.verify import MAX_BYTES, Finding, Verdict, check_file, check_text

KEY_SHEET = "public-keys.json"
"""File name of the key sheet that is taken when none is named, in the folder of all profiles."""

ALL = "all"
_STANDARD_STREAM = "-"
_FILE_ENDINGS = (".pdf", ".png", ".jpg", ".jpeg", ".txt")


@click.command("print")
@click.argument("content", type=click.Path(allow_dash=True, dir_okay=False), required=False)
@click.option("--out", type=click.Path(path_type=Path), help="The PDF to write; with --template a folder.")
@click.option("--code", default="", help="Text of the QR code, as issued for this content (YC1:...).")
@click.option("--reprint", type=click.IntRange(min=1), help="Mark it as the reprint of this number.")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
@click.option("--template", "kind", type=click.Choice([*kinds(), ALL]), help="Print an example of CONTENT instead.")
def print_paper(
    content: str | None, out: Path | None, code: str, reprint: int | None, force: bool, kind: str | None
) -> None:
    """Render the paper that the JSON file CONTENT describes (- for standard input).

    Nothing is written unless all of it is sound. --template prints an example of such a file for one kind of paper, or
    for all of them, one a line; every example can be rendered as it is.
    """
    if kind:
        if content or code or reprint:
            raise click.UsageError("--template takes no CONTENT, --code or --reprint.")
        _write_templates(kind, out, force=force)
        return
    if content is None or out is None:
        raise click.UsageError("Give CONTENT and --out, or --template.")
    pdf = _rendered(_read(content), code=code.strip(), copy=CopyMark(reprint_no=reprint or 0))
    write_whole(out, pdf, force=force)


@click.command("check-paper")
@click.argument("paper", metavar="FILE_OR_TEXT")
@click.option(
    "--keys",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help=f"A sheet of public keys; several may be given. Otherwise {KEY_SHEET} beside the profiles.",
)
@click.pass_context
def check_paper(ctx: click.Context, paper: str, keys: tuple[Path, ...]) -> None:
    """Verify a paper offline: a PDF, a PNG or JPEG of it, or the scanned text of its code (- for standard input).

    Exit code 0: genuine. 1: not genuine. 2: cannot be told.
    """
    language = ctx.find_root().params.get("language", "zh")
    try:
        finding = _checked(paper, _key_sheet(keys))
    except (InvalidInput, OSError) as error:
        # An unreadable file or key sheet says nothing against the paper: not exit code 1.
        click.echo(_why_not(error, language), err=True)
        ctx.exit(2)
    for line in told(finding, language=language):
        click.echo(line)
    ctx.exit(_exit_code(finding))


def _exit_code(finding: Finding) -> int:
    if finding.verdict is Verdict.GENUINE:
        return 0
    return 1 if finding.verdict.is_refutation else 2


def _checked(paper: str, keys: KeySheet) -> Finding:
    """A text that is no code and looks like the name of a file is taken for one, so that a slip in it is told."""
    text = paper.strip()
    if text.startswith(paper_code.PREFIX):
        return check_text(text, keys)
    is_file = text == _STANDARD_STREAM or text.lower().endswith(_FILE_ENDINGS) or _is_there(paper)
    return check_file(_read(paper), keys) if is_file else check_text(text, keys)


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # too long for a name, or with a null in it
        return False


def _key_sheet(paths: tuple[Path, ...]) -> KeySheet:
    usual = home() / KEY_SHEET
    chosen = paths or ((usual,) if usual.is_file() else ())
    return key_sheet.merged(key_sheet.decode(path.read_bytes()) for path in chosen)


def _why_not(error: InvalidInput | OSError, language: str) -> str:
    if isinstance(error, InvalidInput):
        return sentence(error.key, error.fields, language)
    fields = {"path": error.filename or "", "reason": error.strerror or ""}
    return sentence("file_refused", fields, language)


def _rendered(data: bytes, *, code: str, copy: CopyMark) -> bytes:
    paper = read_content(data)
    if code:
        digest = paper_code.content_hash(papers.encode(paper))
        parsed = paper_code.parse(code)
        if (parsed.content_sha256, parsed.number) != (digest, paper.head.number):
            raise InvalidInput("paper_code_other", field="code")
    return render(paper, code=code, copy=copy)


def _write_templates(kind: str, out: Path | None, *, force: bool) -> None:
    chosen = {name: papers.encode(paper) for name, paper in _by_kind().items() if kind in (name, ALL)}
    if out is None:
        for content in chosen.values():
            click.echo(content if kind == ALL else _indented(content))
        return
    targets = {out / f"{name}.json": _indented(content) + b"\n" for name, content in chosen.items()}
    for target in targets:
        require_free(target, force=force)
    out.mkdir(parents=True, exist_ok=True)
    for target, content in targets.items():
        write_whole(target, content, force=force)


def _by_kind() -> dict[str, papers.Paper]:
    return dict(zip(kinds(), examples(), strict=True))


def _indented(content: bytes) -> bytes:
    return msgspec.json.format(content, indent=2)


def _read(path: str) -> bytes:
    """The whole file, or one byte more than is looked at: the name of a disk must not fill the memory."""
    if path == _STANDARD_STREAM:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(path).open("rb") as file:
        return file.read(MAX_BYTES + 1)
