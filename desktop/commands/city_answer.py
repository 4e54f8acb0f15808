"""`yichuang city answer`: what the offices say, to a case, an entry or a hall; from a sheet or one by one."""

import asyncio
from datetime import datetime
from pathlib import Path

import click

from desktop.city import answering
from desktop.city.answer_lines import CITY_CLERK
from desktop.city.answer_sheet import answer_from
from desktop.city.answering import Addressed
from desktop.city.collect import publish_all
from desktop.city.folder import City
from desktop.city.origin_book import hall_row
from desktop.commands.city_folder import with_city
from desktop.domain import events as ev
from desktop.domain.rating import RatingLevel

_DAY = click.DateTime(["%Y-%m-%d"])
_office = click.option("--office", required=True, help="Who speaks.")


@click.group()
def answer() -> None:
    """Answer cases and entries; the windows read it with their next look."""


@answer.command("sheet")
@click.argument("file", type=click.Path(path_type=Path))
@with_city
def sheet(here: City, file: Path) -> None:
    """Give every answer of FILE (.xlsx or .csv); none at all if a row has a fault."""
    count = answer_from(here, file, clerk=CITY_CLERK)
    _publish(here, count)


@answer.command("received")
@click.argument("case")
@_office
@click.option("--project", default="", help="The office's own number.")
@with_city
def received(here: City, case: str, office: str, project: str) -> None:
    """An office has CASE in hand."""
    _about_case(here, case, ev.CityReceived(office=office, project_no=project))


@answer.command("decided")
@click.argument("case")
@_office
@click.option("--granted/--denied", "is_granted", required=True)
@click.option("--on", "day", type=_DAY, help="Day of the decision; today if not given.")
@click.option("--document", default="", help="Name of the decision.")
@click.option("--number", default="", help="Its number.")
@click.option("--text", default="", help="Explanation; a denial needs one (行政许可法 38).")
@with_city
def decided(
    here: City, case: str, office: str, is_granted: bool, day: datetime | None, document: str, number: str, text: str
) -> None:  # fmt: skip
    """CASE is decided."""
    if not is_granted and not text:
        raise click.UsageError("不予许可应当说明理由：请加 --text。")
    decision = ev.CityDecided(
        office=office,
        is_granted=is_granted,
        decided_on=day.date() if day else here.clock.today(),
        document_name=document,
        document_number=number,
        explanation=text,
    )
    _about_case(here, case, decision)


@answer.command("correction")
@click.argument("case")
@_office
@click.option("--text", required=True, help="What has to be corrected.")
@click.option("--material", "materials", multiple=True)
@click.option("--by", "day", type=_DAY, help="Last day.")
@with_city
def correction(
    here: City, case: str, office: str, text: str, materials: tuple[str, ...], day: datetime | None
) -> None:  # fmt: skip
    """CASE needs corrections."""
    supply_by = day.date() if day else None
    _about_case(here, case, ev.CityAskedCorrection(office=office, text=text, materials=materials, supply_by=supply_by))


@answer.command("message")
@click.argument("to")
@_office
@click.option("--text", required=True)
@click.option("--hall", "is_hall", is_flag=True, help="TO is a hall, not a case.")
@click.option("--about", default="", help="Number of the difficulty (办不成事) that this answers; with --hall.")
@with_city
def message(here: City, to: str, office: str, text: str, is_hall: bool, about: str) -> None:
    """A word about the case TO, or to the whole hall TO."""
    said = ev.CityMessage(office=office, text=text, about=about)
    if not is_hall:
        _about_case(here, to, said)
        return
    with here.database.write() as conn:
        hall_row(conn, to)
        count = answering.give(conn, here, [Addressed(said, to)], clerk=CITY_CLERK)
    _publish(here, count)


@answer.command("rated")
@click.argument("case")
@click.option("--stage", type=click.Choice([stage.value for stage in ev.RatingStage]), required=True)
@click.option(
    "--level", type=click.Choice([level.value for level in RatingLevel]), required=True, help="5 is the best."
)
@click.option("--option", "options", multiple=True, help="Code of a reason.")
@click.option("--text", default="")
@with_city
def rated(here: City, case: str, stage: str, level: str, options: tuple[str, ...], text: str) -> None:
    """The citizen of CASE has rated on the city's page, behind the code on the rating form."""
    said = ev.Rated(
        stage=ev.RatingStage(stage),
        level=RatingLevel(level),
        channel=ev.RatingChannel.QR,
        rater=ev.Rater.APPLICANT,
        rated_on=here.clock.today(),
        options=options,
        text=text,
    )
    _about_case(here, case, said)


@answer.command("refuse")
@click.argument("origin")
@click.argument("seq", type=int)
@click.option("--reason", required=True, help="In words; the counter reads them.")
@click.option("--field", default="", help="The part of the entry that is meant.")
@with_city
def refuse(here: City, origin: str, seq: int, reason: str, field: str) -> None:
    """The entry SEQ of ORIGIN cannot be taken as it is."""
    refusal = ev.CityRefusedEntry(entry_origin=origin, entry_seq=seq, reason=reason, field=field)
    with here.database.write() as conn:
        count = answering.give(conn, here, [answering.about_entry(conn, refusal)], clerk=CITY_CLERK)
    _publish(here, count)


def _about_case(here: City, number: str, said: answering.Answer) -> None:
    with here.database.write() as conn:
        count = answering.give(conn, here, [answering.about_case(conn, number, said)], clerk=CITY_CLERK)
    _publish(here, count)


def _publish(here: City, count: int) -> None:
    asyncio.run(publish_all(here))
    click.echo(f"已答复 {count} 条，窗口下次查询时收到。")
