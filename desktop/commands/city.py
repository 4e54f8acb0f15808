"""`yichuang city`: the other end of the line, for the administrator of a city or county. No Qt."""

import asyncio
from pathlib import Path

import click

from desktop import messages
from desktop.city import admin_text
from desktop.city.audit import audit_store
from desktop.city.catalogue_issue import issue
from desktop.city.collect import CollectReport, collect_once, collect_stick, publish_all, take_all_joins
from desktop.city.enrolling import enrol as enrol_window
from desktop.city.export import export as export_rows
from desktop.city.export import read_exchange
from desktop.city.folder import City, CityConfig
from desktop.city.joining import approve as approve_origin
from desktop.city.joining import revoke as revoke_origin
from desktop.city.origin_book import OriginState
from desktop.city.status import status as read_status
from desktop.city.status_text import status_lines
from desktop.city.watching import Outcome, watch
from desktop.commands.catalogue import read_or_tell
from desktop.commands.city_answer import answer
from desktop.commands.city_folder import with_city
from desktop.commands.city_stick import stick_words
from desktop.domain.errors import InvalidInput
from desktop.paths import home
from desktop.sync.carriers.folder import StickCarrier
from desktop.sync.package import tree_of
from desktop.sync.store_config import StoreConfig

FOLDER_VARIABLE = "YICHUANG_CITY"


@click.group()
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    envvar=FOLDER_VARIABLE,
    help=f"The city's folder; {FOLDER_VARIABLE} if not given.",
)
@click.pass_context
def city(ctx: click.Context, folder: Path | None) -> None:
    """Enrol windows, publish the catalogue, collect what the stores hold, answer."""
    ctx.obj = folder or home() / "city"


city.add_command(answer)


@city.command()
@click.option("--name", required=True, help="What the windows call it: the city's or county's data bureau.")
@click.option("--store", "kind", default="folder", help="folder, webdav, s3, oss, obs, cos.")
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="An option of the store.")
@click.option("--database", default="", help="postgresql://…; a SQLite file in the folder if not given.")
@click.pass_obj
def init(folder: Path, name: str, kind: str, options: tuple[str, ...], database: str) -> None:
    """Make the city's keys and folder, and say what the administrator of the store has to set."""
    store = StoreConfig(kind=kind, options=_pairs(options))
    if kind == "folder" and "root" not in store.options:
        store = StoreConfig(kind=kind, options={"root": str((folder / "store").absolute())})
    with City.create(folder, CityConfig(name=name, store=store, database=database)):
        click.echo(f"市级端已建立：{folder}")
    click.echo("请把 city.json、city.keys 和 halls 文件夹另存一份到别处：丢了密钥，各窗口发来的内容再也打不开。")
    click.echo(_for_administrator(store))


@city.command()
@click.argument("hall")
@click.argument("window")
@click.option("--hall-name", default="", help="Printed name of the hall.")
@click.option("--to", "target", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="Of the store, for this window.")
@with_city
def enrol(here: City, hall: str, window: str, hall_name: str, target: Path, options: tuple[str, ...]) -> None:
    """Write the file for WINDOW of HALL (its division code), and tell the code for the telephone."""
    made = enrol_window(here, hall, window, hall_name=hall_name or hall, folder=target, options=_pairs(options))
    click.echo(f"登记文件：{made.path}")
    click.echo(f"接入码（只在电话里说，不要和文件一起发）：{made.code}")
    if here.config.store.kind == "webdav" and not options:
        line = admin_text.password_line(hall, here.hall_keys(hall).store_password)
        click.echo(f"存储的密码文件里要有这一行（同一大厅只加一次）：\n{line}", nl=False)
    if here.config.store.kind in ("s3", "oss", "obs", "cos"):
        policy = admin_text.s3_policy(hall, bucket=here.config.store.options.get("bucket", ""))
        click.echo(f"这个大厅的存储用户只给以下权限：\n{policy}")


@city.command()
@click.argument("origins", nargs=-1)
@with_city
def approve(here: City, origins: tuple[str, ...]) -> None:
    """Let the windows ORIGINS in; without one, list who waits."""
    asyncio.run(take_all_joins(here))
    for origin in origins:
        row = approve_origin(here, origin)
        click.echo(f"已批准 {row.origin}，下次收件时收取它的内容。")
    if origins:
        asyncio.run(publish_all(here))
        return
    waiting = [o.row for hall in read_status(here) for o in hall.origins if o.row.state is OriginState.PENDING]
    for row in waiting:
        after = f"，接续 {row.predecessor}（没有它的签名，请核实）" if row.predecessor else ""
        click.echo(f"{row.origin}  {row.window}号窗口，公钥 {row.public_key[:16]}…{after}")
    click.echo(f"{len(waiting)} 个窗口等待批准。" if waiting else "没有窗口等待批准。")


@city.command()
@click.argument("origin")
@with_city
def revoke(here: City, origin: str) -> None:
    """Take the key of ORIGIN back: nothing that it puts from now on is taken."""
    revoke_origin(here, origin)
    asyncio.run(publish_all(here))
    click.echo(f"已停用 {origin}，新的公钥表已发布；以前收下的都保留。")


@city.command()
@click.argument("file", type=click.Path(path_type=Path))
@with_city
@click.pass_context
def publish(ctx: click.Context, here: City, file: Path) -> None:
    """Publish the catalogue FILE (.xlsx or JSON) to every hall; it is checked as a window checks it."""
    issued = issue(here, read_or_tell(ctx, file).catalogue)
    asyncio.run(publish_all(here))
    word = "已发布" if issued.is_new else "已经是最新发布的目录"
    click.echo(f"目录 {issued.version} {word}，第 {issued.number} 号。")


@city.command()
@click.option("--watch", "every_s", is_flag=False, flag_value=20.0, type=float, help="Go on, every so many seconds.")
@click.option("--from", "stick", type=click.Path(path_type=Path, exists=True, file_okay=False), help="A USB stick.")
@with_city
@click.pass_context
def collect(ctx: click.Context, here: City, every_s: float | None, stick: Path | None) -> None:
    """Take in what the windows have put into the store, or onto a courier's stick, and acknowledge it."""
    if stick is not None:
        report = asyncio.run(collect_stick(here, StickCarrier(tree_of(stick))))
        _tell(report)
        language = ctx.find_root().params.get("language", "zh")
        for line in asyncio.run(stick_words(here, StickCarrier(tree_of(stick)), language=language)):
            click.echo(line, err=True)
        click.echo(f"市里的答复已写到U盘（新文件 {report.to_stick} 个），可带回窗口。")
        return
    if every_s is None:
        _tell(asyncio.run(collect_once(here)))
        return
    try:
        asyncio.run(watch(here, every_s=every_s, told=_tell_if_any))
    except KeyboardInterrupt:
        click.echo("已停止。")


@city.command()
@click.option("--all", "is_all", is_flag=True, help="Every origin, also those without trouble.")
@with_city
@click.pass_context
def status(ctx: click.Context, here: City, is_all: bool) -> None:
    """How each hall stands, and what a person should do; exit 3 if there is something to do."""
    halls = read_status(here)
    language = ctx.find_root().params.get("language", "zh")
    for line in status_lines(halls, now_ms=here.now_ms(), is_all=is_all, language=language):
        click.echo(line)
    pending = any(o.row.state is OriginState.PENDING for hall in halls for o in hall.origins)
    if pending or any(hall.faults for hall in halls):
        ctx.exit(3)


@city.command("audit")
@with_city
@click.pass_context
def audit_command(ctx: click.Context, here: City) -> None:
    """Compare the whole store with the database; exit 3 if they do not agree. For the night."""
    report = asyncio.run(audit_store(here))
    click.echo(
        f"存储中 {report.files} 个文件：缺失 {report.missing}，迟到 {report.late}，大小不符 {report.other_size}。"
        + ("" if report.is_clean else "详情见 yichuang city status。")
    )
    if not report.is_clean:
        ctx.exit(3)


@city.command()
@click.argument("target")
@with_city
@click.pass_context
def export(ctx: click.Context, here: City, target: str) -> None:
    """Write the exchange tables to TARGET: a .db file, a postgresql:// address, or a folder of CSV files."""
    made = read_exchange(here)
    export_rows(made, target)
    for table, rows in made.rows.items():
        click.echo(f"{table}  {len(rows)} 行")
    if made.not_accepted:
        click.echo(f"{made.not_accepted} 件尚未受理，受理后再导出到 up_pro_accept。")
    for column, value, times in made.uncoded:
        click.echo(
            f"没有代码：{column} 的 {value}（{times} 处）原样写出；在 city.json 的 codes 里给它一个代码。", err=True
        )
    for lacking in made.lacking:
        click.echo(f"未导出 {lacking.case_number}：{lacking.table} 缺 {lacking.column}", err=True)
    if made.lacking:
        ctx.exit(3)


def _for_administrator(store: StoreConfig) -> str:
    """What has to be set at the store."""
    if store.kind == "webdav":
        return admin_text.apache_config(
            store.options["url"].partition("://")[2].partition("/")[0].partition(":")[0],
            folder=Path("/srv/yichuang/store"),
            passwords=Path("/etc/apache2/yichuang.passwords"),
            certificate=Path("/etc/apache2/yichuang.crt"),
            certificate_key=Path("/etc/apache2/yichuang.key"),
        )
    if store.kind == "folder":
        return f"存储是文件夹 {store.options['root']}：窗口要能读写它（共享文件夹），或只用U盘传送。"
    return "每个大厅在存储里要有自己的用户；登记窗口时会给出它的权限，用 --option 填它的密钥。"


def _pairs(options: tuple[str, ...]) -> dict[str, str]:
    pairs = [option.partition("=") for option in options]
    if any(not mark for _, mark, _ in pairs):
        raise InvalidInput("city_option", field="option")
    return {name: value for name, _, value in pairs}


def _tell(report: CollectReport) -> None:
    parts = [f"收下 {report.lines} 条（{report.segments} 个文件）", f"扫描页 {report.pages} 张"]
    told = {
        "重复": report.again,
        "另存": report.set_aside,
        "分叉": report.forks,
        "退回": report.refused,
        "新的接入申请": len(report.asked),
    }
    parts += [f"{word} {count}" for word, count in told.items() if count]
    click.echo("，".join(parts) + "。")
    if report.set_aside or report.forks or report.asked:
        click.echo("要处理的事见 yichuang city status。")


def _tell_if_any(outcome: Outcome) -> None:
    if not isinstance(outcome, CollectReport):
        click.echo(messages.text(outcome), err=True)
    elif outcome.lines or outcome.pages or outcome.set_aside or outcome.forks or outcome.asked:
        _tell(outcome)
