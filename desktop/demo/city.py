"""The city of the demonstration: a real one in a folder, which collects and answers beside the counter.

It is what a county has, made small: keys, database, a store that is a folder, one hall. Nothing here is a short cut:
the window is enrolled with a file and a code, its files are sealed, and "at the city" stands on the screen only once
the collector has them.
"""

import asyncio
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from desktop.city import answering, catalogue_issue, collect, enrolling, joining
from desktop.city.folder import City, CityConfig
from desktop.city.origin_book import OriginState, origins_of
from desktop.city.schema import lines
from desktop.domain.catalogue import Catalogue, Role
from desktop.domain.events import CaseReceived, CityMessage, CityReceived, decode
from desktop.ports import Clock
from desktop.problems import EnvironmentProblem
from desktop.sync.store_config import StoreConfig

NAME = "右江区（示例）政务服务数据管理局"
CLERK = "市里示例"
WELCOME = "示例大厅已接入，办件已开始签收。"
POLL_EVERY_S = 3.0
_FOLDER, _STORE = "city", "store"

log = logging.getLogger(__name__)


def found(profile: Path, catalogue: Catalogue, *, hall: str, window: str, clock: Clock) -> enrolling.EnrolmentFile:
    """Makes the city beside the profile, publishes the catalogue and writes the file that lets the window in."""
    folder = profile / _FOLDER
    store = StoreConfig(kind="folder", options={"root": str(folder / _STORE)})
    with City.create(folder, CityConfig(name=NAME, store=store), clock=clock) as city:
        catalogue_issue.issue(city, catalogue)
        file = enrolling.enrol(city, hall, window, hall_name="示例大厅", folder=folder)
        asyncio.run(collect.publish_all(city))
    return file


class DemoCity:
    """The city at work in a thread of its own until `close`; `poll` is one round of it, for who wants to wait."""

    def __init__(self, profile: Path, *, clock: Clock) -> None:
        self._city = City.open(profile / _FOLDER, clock=clock)
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Polls every few seconds."""
        self._thread = threading.Thread(target=self._work, name="demo-city", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Ends the thread and closes the city."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
        self._city.close()

    def poll(self) -> None:
        """Lets in who asks, collects, answers what is new, publishes.

        Raises:
            EnvironmentProblem: the folder is gone or full.
        """
        asyncio.run(self._poll())

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                self.poll()
            except EnvironmentProblem as problem:  # a folder that somebody removed must not end the demonstration
                log.info("demo city: %s", problem.key)
            self._stop.wait(POLL_EVERY_S)

    async def _poll(self) -> None:
        await collect.take_all_joins(self._city)
        with self._city.database.read() as conn:
            asking = [row.origin for row in origins_of(conn) if row.state is OriginState.PENDING]
        for origin in asking:
            joining.approve(self._city, origin)
        await collect.collect_once(self._city)
        if self._answer():
            await collect.publish_all(self._city)

    def _answer(self) -> int:
        """A receipt for every new case that another authority decides, and one word of welcome. How many it gave."""
        with self._city.database.write() as conn:
            answered = set(conn.scalars(sa.select(lines.c.case_id).where(lines.c.clerk == CLERK)))
            given = [
                answering.about_case(conn, event.case_number, CityReceived(office=event.item.authority))
                for case_id, event in _received(conn)
                if case_id not in answered and event.item.role in (Role.FIRST_REVIEW, Role.COLLECTS)
            ]
            if given and not answered:
                given.append(answering.Addressed(CityMessage(office=NAME, text=WELCOME), given[0].hall))
            return answering.give(conn, self._city, given, clerk=CLERK)


def _received(conn: sa.Connection) -> Iterator[tuple[str, CaseReceived]]:
    rows = conn.execute(sa.select(lines.c.case_id, lines.c.body).filter_by(kind="CaseReceived").order_by(lines.c.at))
    for case_id, body in rows.all():
        event = decode(bytes(body))
        if isinstance(event, CaseReceived):
            yield case_id, event
