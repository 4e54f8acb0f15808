"""`yichuang pledges`: the random draw of pledges to verify (双随机), handed out and repeated by anybody."""

from collections.abc import Sequence
from pathlib import Path

import click

from desktop.commands.profile import ask_password, opened, with_profile
from desktop.domain import draw_record, pledge_draw
from desktop.domain.errors import DomainError, InvalidInput
from desktop.domain.events_pledge import PledgesDrawn
from desktop.messages import sentence, text
from desktop.problems import EnvironmentProblem
from desktop.store.files import file_problems, write_whole

SAME, DIFFERENT, CANNOT_TELL = 0, 1, 2


@click.group()
def pledges() -> None:
    """The random draw of pledges to verify: hand its record out, repeat it."""


@pledges.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--number", default="", help="Number of the list, as printed on it; the newest draw if not given.")
@with_profile
@click.pass_context
def export(ctx: click.Context, file: Path, number: str, profile: str, clerk: str, password: str) -> None:
    """Write the record of a draw to FILE: seed, population and result, by case number."""
    (event,) = _recorded(profile, clerk, password, number)[:1]
    if file.exists():
        raise InvalidInput("out_exists", field="file", path=str(file))
    write_whole(file, draw_record.encode(event))
    click.echo(sentence("draw.exported", {"number": event.number, "path": str(file)}, _language(ctx)))


@pledges.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option("--profile", help="Repeat the draws of this profile instead of a FILE: its name, or its folder.")
@click.option("--clerk", default="", help="Login name, with --profile; asked for if not given.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input, for scripts.")
@click.option("--number", default="", help="Only the draw with this number, with --profile.")
@click.pass_context
def redraw(
    ctx: click.Context, file: Path | None, profile: str | None, clerk: str, password_stdin: bool, number: str
) -> None:
    """Repeat a draw from its recorded seed and population, and say where it differs.

    FILE is what `pledges export` or the page of the draw wrote; it needs no profile and no password. Exit code 0: the
    same. 1: not the same. 2: cannot be told.
    """
    if (file is None) == (profile is None):
        raise click.UsageError("Give FILE or --profile, one of them.")
    try:
        if file is not None:
            events: Sequence[PledgesDrawn] = (_read(file),)
        else:
            clerk = clerk or click.prompt("Clerk 登录名")
            events = _recorded(str(profile), clerk, ask_password(from_stdin=password_stdin), number)
        found = [(event, pledge_draw.compare(event)) for event in events]
    except (DomainError, EnvironmentProblem) as error:  # says nothing against the draw: not exit code 1
        click.echo(text(error, _language(ctx)), err=True)
        ctx.exit(CANNOT_TELL)
    for event, differences in found:
        for line in told(event, differences, _language(ctx)):
            click.echo(line)
    ctx.exit(DIFFERENT if any(differences for _, differences in found) else SAME)


def told(event: PledgesDrawn, differences: Sequence[pledge_draw.Difference], language: str) -> list[str]:
    """What was drawn from what, and whether it comes out the same: one line each."""
    count = {"number": event.number, "day": event.drawn_on, "count": len(event.population), "size": event.size}
    lines = [
        sentence("draw.told", {**count, "share": event.share_percent, "each": event.officers_each}, language),
        sentence("draw.by", {"seed": event.seed, "sha256": event.population_sha256}, language),
        sentence("draw.differs" if differences else "draw.same", {}, language),
    ]
    return lines + [f"  {_difference(one, language)}" for one in differences]


def _difference(one: pledge_draw.Difference, language: str) -> str:
    fields = {"place": one.place, "was": one.recorded or "—", "now": one.again or "—"}
    return sentence(f"draw.{one.field}", fields, language)


def _read(file: Path) -> PledgesDrawn:
    with file_problems(file), file.open("rb") as stream:
        data = stream.read(draw_record.MOST_BYTES + 1)
    return draw_record.decode(data)


def _recorded(profile: str, clerk: str, password: str, number: str) -> list[PledgesDrawn]:
    """The draws of the ledger, the newest first; only that of the number if there is one. Never empty."""
    with opened(profile, clerk, password) as (counter, _), counter.store.read() as reader:
        events = reader.pledge_draws(limit=-1)
    found = [event for event in events if number in ("", event.number)]
    if not found:
        raise InvalidInput("draw_unknown" if number else "draw_none", field="number", number=number)
    return found


def _language(ctx: click.Context) -> str:
    return str(ctx.find_root().params.get("language", "zh"))
