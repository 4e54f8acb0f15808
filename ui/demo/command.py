"""yichuang demo: the sample hall on the screen, or a morning unseen."""

import os
import sys
from pathlib import Path

import click

from desktop.paths import profile_dir


@click.command()
@click.option("--headless", is_flag=True, help="Play a counter morning unseen, by real key strokes.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("out"), show_default=True)
@click.option("--hall", "name", default="阳圩镇", show_default=True, help="Name of the township.")
def demo(headless: bool, out: Path, name: str) -> None:
    """Open a sample hall, apart from every real one."""
    if headless:
        _play(out, name)
    else:
        _open(name)


def _open(name: str) -> None:
    from desktop.bootstrap import profile_exists
    from desktop.clock import ShiftedClock
    from desktop.demo import hall
    from desktop.demo.city import DemoCity
    from ui import app

    profile = profile_dir("demo") if name == "阳圩镇" else profile_dir(f"demo-{name}")
    if not profile_exists(profile):
        hall.make(profile, name=name)
    click.echo(f"示例大厅：登录名 {hall.CLERK.clerk_id} 或 {hall.LEAD.clerk_id}，密码 {hall.PASSWORD}")
    hint = f"示例大厅 · 登录名 {hall.CLERK.clerk_id}（负责人 {hall.LEAD.clerk_id}）· 密码 {hall.PASSWORD}"
    clock = ShiftedClock(hall.OPENING)
    city = DemoCity(profile, clock=clock)
    city.start()
    try:
        code = app.run(profile, is_demo=True, clock=clock, hint=hint)
    finally:
        city.close()
    raise SystemExit(code)


def _play(out: Path, name: str) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported
    from PySide6.QtCore import qInstallMessageHandler

    from ui.demo.morning import Report, play

    def tell(report: Report) -> None:
        click.echo(f"\n{'来办事的人':<14}\t{'结果':<12}\t文书")
        for served in report.served:
            click.echo(f"{served.title}\t{served.item}\t{served.outcome}\t{served.paper}\t{served.case_number}")
        click.echo(
            f"\n{len(report.served)} 人，{len(report.pictures)} 张截图，账本 {report.ledger_lines} 行；见 {report.out}/"
        )

    qInstallMessageHandler(_pass_on)
    report = play(out.absolute(), name=name)
    tell(report)
    for fault in report.faults:
        click.echo(f"✗ {fault}", err=True)
    if report.faults:
        sys.exit(1)
    click.echo("每份文书都已打出，账本逐行核对无误。")


def _pass_on(_kind: object, _context: object, message: str) -> None:
    """What Qt has to say, but for the offscreen platform's remark that its windows know no size hints."""
    if "propagateSizeHints" not in message:
        click.echo(message, err=True)
