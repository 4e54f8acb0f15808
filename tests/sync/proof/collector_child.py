"""A collector that somebody kills: polls the city's store once (tests.sync.proof.nursery)."""

import asyncio
import logging
from pathlib import Path

from desktop.city.collect import collect_once
from desktop.city.folder import City
from tests.sync.proof.nursery import Say


def work(say: Say, folder: str, address: str) -> None:
    """One poll; `done` when it has returned."""
    logging.disable(logging.CRITICAL)
    with City.open(Path(folder), into=address) as city:
        say("begin")
        report = asyncio.run(collect_once(city))
        say("done", lines=report.lines)
