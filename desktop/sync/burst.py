"""What the parts of one burst share, and how a problem of one file is told from a problem of the line."""

import asyncio
import logging
from dataclasses import dataclass, field
from random import Random

from desktop.domain.errors import DomainError
from desktop.ports import Clock
from desktop.ports_outbox import OutboxStore
from desktop.ports_sync import Trouble
from desktop.problems import EnvironmentProblem
from desktop.sync import backoff
from desktop.sync.enrolment import Enrolment
from desktop.sync.pace import Pace
from desktop.sync.reach import Reach

log = logging.getLogger(__name__)

FORKED = "sync.forked."
"""Setting: this origin is written by somebody else too, from the line in its value on."""


QUIET = "sync.quiet_s"
"""Setting: seconds of quiet before entries are sent; empty: by the line."""


class Forked(Exception):
    """Two PCs write as `origin`; nothing more is sent for it. Caught inside the burst."""

    def __init__(self, origin: str) -> None:
        super().__init__(origin)
        self.origin = origin


@dataclass(slots=True)
class Burst:
    """One cycle under way.

    `is_forced`: a person asked, so nothing waits for its quiet or its next try. `troubles` are what files of others
    did, by name or origin; they are shown and stop nothing else; `problems` are those of this cycle. `owed`: origins
    of which something was stored that the collector has not been told of; `pointed`: the last pointer of each that is
    known to be there. `has_news`: the ledger or the city's word
    has moved. `is_heard` is set once the city's own signature has come over this line: before that, "stored" may be
    the word of a captive portal and is not noted.
    """

    store: OutboxStore
    enrolment: Enrolment
    reach: Reach
    pace: Pace
    clock: Clock
    chance: Random
    is_forced: bool = False
    troubles: dict[str, Trouble] = field(default_factory=dict)
    problems: list[EnvironmentProblem | DomainError] = field(default_factory=list)
    owed: set[str] = field(default_factory=set)
    pointed: dict[str, str] = field(default_factory=dict)
    has_news: bool = False
    is_heard: asyncio.Event = field(default_factory=asyncio.Event)

    def now_ms(self) -> int:
        """UTC milliseconds."""
        return int(self.clock.now().timestamp() * 1000)

    def quiet_s(self) -> float:
        """How long nothing must have been written before a short segment is closed; a setting, or as the line bears."""
        return float(self.store.setting(QUIET) or self.pace.quiet_s(self.reach.timing.now_s()))

    def is_own_hall(self, origin: str) -> bool:
        """Whether this enrolment leads to the store of that origin's hall."""
        return origin.split("-")[0] == self.enrolment.hall

    def is_forked(self, origin: str) -> bool:
        """Whether somebody else writes as this origin."""
        return self.store.setting(FORKED + origin) != ""

    def fork(self, origin: str, seq: int) -> Forked:
        """Note that somebody else writes as this origin from `seq` on; raise what is returned, or go on elsewhere."""
        log.error("another PC writes as %s; the lines differ from %d on", origin, seq)
        self.store.set_setting(FORKED + origin, str(seq))
        self.has_news = True
        return Forked(origin)

    def next_try_ms(self, tries: int) -> int:
        """When something that has now failed `tries` + 1 times is tried again."""
        return self.now_ms() + int(backoff.between_bursts_s(tries + 1, self.chance) * 1000)


def trouble_of(problem: EnvironmentProblem | DomainError) -> Trouble:
    """The problem as it is kept and shown."""
    return Trouble(problem.key, {name: value for name, value in problem.fields.items() if _is_plain(value)})


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float | bool)
