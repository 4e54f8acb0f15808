"""yichuang verify, rebuild, backup, restore, keys: the care of a window's store."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click
import msgspec

from desktop import bootstrap
from desktop.clock import SystemClock
from desktop.commands.profile import key_file, opened, with_profile
from desktop.domain import key_sheet
from desktop.store.files import write_whole


@click.command()
@with_profile
def verify(profile: str, clerk: str, password: str) -> None:
    """Check the ledger line by line and name the first that is wrong."""
    with opened(profile, clerk, password) as (counter, _):
        fault = counter.store.verify(progress=_progress("核对账本"))
        with counter.store.read() as reader:
            lines = reader.ledger.count()
    if fault is not None:
        click.echo(f"账本有误：{fault.origin} 第 {fault.seq} 行，{fault.what.value}", err=True)
        raise SystemExit(1)
    click.echo(f"账本完整：{lines} 行，逐行核对无误。")


@click.command()
@with_profile
def rebuild(profile: str, clerk: str, password: str) -> None:
    """Compute every table again from the ledger."""
    with opened(profile, clerk, password) as (counter, _):
        counter.store.rebuild(_progress("重建"))
    click.echo("各表已由账本重新算出。")


@click.command()
@click.argument("target", type=click.Path(path_type=Path, file_okay=False))
@with_profile
def backup(target: Path, profile: str, clerk: str, password: str) -> None:
    """Write a checked, encrypted copy of the store into the folder TARGET."""
    with opened(profile, clerk, password) as (counter, _):
        made = bootstrap.back_up(counter, target)
    click.echo(f"已备份到 {made}，并已读回核对。")


@click.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.argument("folder", type=click.Path(path_type=Path))
def restore(source: Path, folder: Path) -> None:
    """Put the backup SOURCE into the new profile FOLDER; it goes on as a new origin, nothing is overwritten."""
    bootstrap.restore(source, folder)
    click.echo(f"已恢复到 {folder}。本机将以新的来源编号继续，原有办件都在。")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@with_profile
def salvage(folder: Path, file: Path, profile: str, clerk: str, password: str) -> None:
    """Write what can be read of the damaged store in FOLDER to FILE, one ledger line a line, as JSON."""
    lines = bootstrap.salvage(folder, key_file(profile), clerk, password, clock=SystemClock())
    count = 0
    with file.open("xb") as out:
        for count, line in enumerate(lines, 1):  # noqa: B007 - told below
            out.write(msgspec.json.encode([line.origin, line.seq, line.at, line.clerk, msgspec.Raw(line.body)]) + b"\n")
    click.echo(f"可读的 {count} 行账目已写入 {file}，其中有个人信息，请妥善保管。")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--revoke", metavar="ORIGIN", multiple=True, help="This origin of the sheet signs nothing from --on on.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the revocation; today if not given.")
@with_profile
def keys(file: Path, revoke: tuple[str, ...], day: datetime | None, profile: str, clerk: str, password: str) -> None:
    """Write the public keys of this window, so that any office can check its papers.

    A sheet that is there already keeps its revocations and the keys of other windows. A sheet with --revoke is to be
    handed out again: whoever has only the old one cannot know.
    """
    with opened(profile, clerk, password) as (counter, _):
        sheet = bootstrap.key_sheet(counter)
        today = counter.clock.today()
    if file.exists():
        sheet = key_sheet.renewed(key_sheet.decode(file.read_bytes()), sheet)
    for origin in revoke:
        sheet = key_sheet.revoked(sheet, origin, on=day.date() if day else today)
    write_whole(file, key_sheet.encode(sheet))
    file.chmod(0o644)  # nothing secret: whoever is to check papers may read it
    click.echo(f"公钥表已写入 {file}，共 {len(sheet.keys)} 个密钥。")


def _progress(label: str) -> Callable[[int, int], None]:
    """A line that is written over as the work goes on; silent where nobody looks."""

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty() and total:
            click.echo(f"\r{label} {done * 100 // total}%", nl=done == total, err=True)

    return tell
