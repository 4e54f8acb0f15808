"""Polls for ever: by the inbox every few seconds, over every window now and then; a dead line is tried ever later."""

import asyncio
import logging
import random
from collections.abc import Callable

from desktop.city.collect import CollectReport, collect_once
from desktop.city.folder import City
from desktop.city.problems import CityDatabaseRefuses, HeadHeldElsewhere
from desktop.sync.problems import LineProblem

SWEEP_EVERY_S = 600.0
LONGEST_WAIT_S = 300.0

log = logging.getLogger(__name__)

Outcome = CollectReport | LineProblem | CityDatabaseRefuses | HeadHeldElsewhere


async def watch(city: City, *, every_s: float, told: Callable[[Outcome], None]) -> None:
    """Until it is cancelled. The first poll looks at every window.

    Args:
        told: is given each poll's report, or what ended it.
    """
    loop = asyncio.get_running_loop()
    swept_at, failures = -SWEEP_EVERY_S, 0
    while True:
        is_sweep = loop.time() - swept_at >= SWEEP_EVERY_S
        try:
            told(await collect_once(city, is_sweep=is_sweep))
            swept_at, failures = (loop.time() if is_sweep else swept_at), 0
        except (LineProblem, CityDatabaseRefuses, HeadHeldElsewhere) as problem:
            failures += 1
            log.warning("poll ended: %s", problem)
            told(problem)
        wait_s = min(every_s * 2**failures, max(LONGEST_WAIT_S, every_s))
        await asyncio.sleep(wait_s * random.uniform(0.75, 1.25))  # noqa: S311 - so that several do not poll in step
