"""`yichuang watermark`: copies of evidence under the mark of their grade."""

from datetime import datetime
from pathlib import Path

import click

from desktop.domain.checklist import Grade
from printing.output_file import require_free, write_whole
from printing.watermark import MAX_BYTES, mark_text, marked_copies

GRADES = {grade.value: grade for grade in Grade}


@click.command("watermark")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--grade", required=True, type=click.Choice(list(GRADES), case_sensitive=False), help="A, B, C or D.")
@click.option("--purpose", default="", help="What the copies are for; for B, C and D.")
@click.option("--provider", default="", help="The authority that provided them; for A.")
@click.option("--valid-to", type=click.DateTime(["%Y-%m-%d"]), help="Until when they hold; for A.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The PDF to write.")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
def watermark(
    files: tuple[Path, ...],
    grade: str,
    purpose: str,
    provider: str,
    valid_to: datetime | None,
    out: Path,
    force: bool,
) -> None:
    """Make one PDF of the copies FILE (PDF, PNG, JPEG), marked as 国办函〔2016〕108号 wants it.

    A: provided by the issuing authority. B: compared with the original. C: the original is still to be checked. D: the
    applicant vouches for it. Nothing is written unless every file is sound.
    """
    mark = mark_text(
        GRADES[grade.upper()], purpose=purpose, provider=provider, valid_to=valid_to.date() if valid_to else None
    )
    require_free(out, force=force)
    write_whole(out, marked_copies([(str(file), _read(file)) for file in files], mark), force=force)


def _read(file: Path) -> bytes:
    """The whole file, or one byte more than is taken: a disk must not fill the memory."""
    with file.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)
