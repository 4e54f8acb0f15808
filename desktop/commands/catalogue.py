"""`yichuang catalogue`: for whoever keeps the catalogue: check a file, start a new one from the template."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import click

from desktop import bootstrap
from desktop.catalogue_files.excel_write import write_template
from desktop.catalogue_files.faults import FileFault
from desktop.catalogue_files.reader import CatalogueFile, read_catalogue
from desktop.commands.profile import opened, with_profile
from desktop.domain.errors import CatalogueInvalid

MOST_LINES = 500  # a wrong column makes one fault a row; beyond this nobody reads on


@click.group()
def catalogue() -> None:
    """Check a catalogue of service items, put it in force, or start one."""


@catalogue.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def check(ctx: click.Context, file: Path) -> None:
    """Name every fault of FILE (.xlsx or JSON); exit 1 if there is one. Nothing is imported."""
    read = read_or_tell(ctx, file)
    head = read.catalogue
    materials = sum(len(item.materials) for item in head.items)
    mark = "（示例）" if head.is_sample else ""
    click.echo(
        f"目录可用{mark}：版本 {head.version}，{head.in_force_on} 起施行，{len(head.items)} 个事项，"
        f"{materials} 份材料，{len(head.referrals)} 条转介，{len(head.regional_days)} 个地方节假日。"
    )


@catalogue.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@with_profile
@click.pass_context
def import_(ctx: click.Context, file: Path, profile: str, clerk: str, password: str) -> None:
    """Check FILE (.xlsx or JSON) and put it in force in a window; nothing is imported unless all of it is sound."""
    read = read_or_tell(ctx, file)
    with opened(profile, clerk, password) as (counter, session):
        is_new = bootstrap.adopt_catalogue(counter, session, read.catalogue)
    version = read.catalogue.version
    click.echo(
        f"目录 {version} 已导入，{read.catalogue.in_force_on} 起施行。" if is_new else f"目录 {version} 已在用。"
    )


@catalogue.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def template(file: Path, *, force: bool) -> None:
    """Write the workbook to fill in, with one sample item, to FILE (.xlsx)."""
    if file.suffix.lower() != ".xlsx":
        raise click.BadParameter("文件名应以 .xlsx 结尾。", param_hint="FILE")
    if file.exists() and not force:
        raise click.ClickException(f"{file} 已存在；要覆盖请加 --force。")
    write_template(file)
    click.echo(f"模板已写入 {file}：“说明”在每张表的第一行和标题批注里，自带一个示例事项。")


def read_or_tell(ctx: click.Context, file: Path) -> CatalogueFile:
    """The sound catalogue in `file`; with a fault, tells all of them and leaves with exit code 1."""
    language = ctx.find_root().params.get("language", "zh")
    try:
        read = read_catalogue(file)
    except CatalogueInvalid as error:
        faults: tuple[FileFault, ...] = error.fields["faults"]
        for line in table(faults[:MOST_LINES], language):
            click.echo(line)
        if len(faults) > MOST_LINES:
            click.echo(f"…… 还有 {len(faults) - MOST_LINES} 处")
        click.echo(f"{file.name}：{len(faults)} 处错误，没有导入任何内容。", err=True)
        ctx.exit(1)
    for line in table(read.warnings, language):
        click.echo(f"提示 {line}", err=True)
    return read


def table(faults: Sequence[FileFault], language: str) -> list[str]:
    """One line for each fault: number, place, sentence, in columns."""
    width = max((_width(fault.place) for fault in faults), default=0)
    digits = len(str(len(faults)))
    return [
        f"{number:>{digits}}  {fault.place}{' ' * (width - _width(fault.place))}  {fault.sentence(language)}"
        for number, fault in enumerate(faults, start=1)
    ]


def _width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
