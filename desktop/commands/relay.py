"""`yichuang relay`: carries files between two stores; for a courier, a hall's shared folder, a store that moves."""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path

import click
import msgspec

from desktop import messages
from desktop.clock import SystemClock
from desktop.problems import EnvironmentProblem, FileMissing, FileRefused
from desktop.sync.carriers import open_carrier
from desktop.sync.package import FOLDER
from desktop.sync.relay import Relayed, Route, relay, write_answers
from desktop.sync.store_config import StoreConfig

Way = tuple[StoreConfig, StoreConfig]
Work = Callable[[Route, Relayed], Coroutine[None, None, None]]

MOST_LINES = 50  # of files that did not go over; a dead stick has thousands
KEY_BYTES = 32


@click.command("relay")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--both", is_flag=True, help="Also from TO to FROM.")
@click.option("--hall", "halls", multiple=True, metavar="CODE", help="Only this hall; else all at FROM.")
@click.option("--answers", is_flag=True, help="Only what the city has said to the halls of --hall: for a stick.")
@click.option("--city-key", default="", metavar="HEX", help="The city's public key: its answers are then checked.")
@click.pass_context
def relay_command(
    ctx: click.Context,
    source: str,
    target: str,
    *,
    both: bool,
    halls: tuple[str, ...],
    answers: bool,
    city_key: str,
) -> None:
    """Copy what the store FROM has and TO lacks; nothing is opened, and no key is needed.

    FROM and TO are folders (a stick, a share of the hall) or files with the settings of a store as JSON. It may be cut
    off at any moment and run again. Exit 1 if a file could not go over.
    """
    if answers and (both or not halls):
        raise click.UsageError("--answers 要指明 --hall，且不与 --both 同用。")
    language = ctx.find_root().params["language"]
    stores = [_config(source), _config(target)]
    key = _key(city_key)
    ways = [(stores[0], stores[1])] + ([(stores[1], stores[0])] if both else [])
    work = _answers if answers else _relay
    carried = [_carried(work, way, halls=halls, city_key=key, language=language) for way in ways]
    ctx.exit(0 if all(carried) else 1)


def _carried(work: Work, way: Way, *, halls: tuple[str, ...], city_key: bytes | None, language: str) -> bool:
    """One direction, and what is said of it; False if something did not go over."""
    done = Relayed()
    try:
        asyncio.run(_between(work, way, done, halls=halls, city_key=city_key))
    except EnvironmentProblem:
        click.echo(f"已传 {done.files} 个文件后中断，再运行一次即从断处继续。", err=True)
        raise
    click.echo(
        f"已传 {done.files} 个文件（{done.size_bytes / 1e6:.1f} MB），对方已有 {done.there} 个，"
        f"更新市里状态 {done.heads} 份。"
    )
    if done.unlisted:
        click.echo(f"其中 {done.unlisted} 个不在U盘清单上：写U盘时没有写完，请让窗口再写一次。", err=True)
    for problem in done.refused[:MOST_LINES]:
        click.echo(f"未传 {problem.fields.get('name', '')}：{messages.text(problem, language)}", err=True)
    if len(done.refused) > MOST_LINES:
        click.echo(f"另有 {len(done.refused) - MOST_LINES} 个文件未传。", err=True)
    return not done.refused


async def _between(work: Work, way: Way, done: Relayed, *, halls: tuple[str, ...], city_key: bytes | None) -> None:
    source, target = open_carrier(way[0]), open_carrier(way[1])
    try:
        await work(Route(source, target, _now_ms, halls=halls, city_key=city_key), done)
    finally:
        for carrier in (source, target):
            await carrier.close()


async def _relay(route: Route, done: Relayed) -> None:
    await relay(route, done, report=_tell)


async def _answers(route: Route, done: Relayed) -> None:
    for hall in route.halls:
        await write_answers(route, hall, done)


def _config(given: str) -> StoreConfig:
    """The store that a folder or a file with settings stands for; the tree of a stick is found by itself."""
    path = Path(given)
    if path.is_dir():
        tree = path / FOLDER if (path / FOLDER).is_dir() else path
        return StoreConfig(kind="folder", options={"root": str(tree)})
    if not path.is_file():
        raise FileMissing(path=given)
    try:
        return msgspec.json.decode(path.read_bytes(), type=StoreConfig)
    except msgspec.DecodeError as error:
        raise FileRefused(path=given, reason=str(error)) from error


def _key(text: str) -> bytes | None:
    if not text:
        return None
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise click.BadParameter("应为64位十六进制数字。", param_hint="--city-key")
    return key


def _now_ms() -> int:
    return int(SystemClock().now().timestamp() * 1000)


def _tell(done: int, total: int) -> None:
    if sys.stderr.isatty() and total:
        click.echo(f"\r传送 {done}/{total}", nl=done == total, err=True)
