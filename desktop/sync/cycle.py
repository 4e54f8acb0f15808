"""One cycle: what the city says, then entries, then pages, small before large; what the city says again meanwhile.

An approved window whose last burst went well asks what the city says and sends its entries side by side, where both go
over one connection: it spares a turn of the line. It loses nothing by not having heard the city first: a name is put
once, so lines that lie in the store already are found by the put itself; what is sent beside the word that the window
was revoked the city refuses.

Trouble with one file is noted and the cycle goes on; trouble with the line ends it, and so does a limit.
"""

import asyncio

from desktop.sync.burst import Burst, trouble_of
from desktop.sync.inbox import Inbox
from desktop.sync.joining import ask_to_join, is_approved, is_revoked
from desktop.sync.problems import LineProblem
from desktop.sync.sending import Sending, point_all
from desktop.sync.sending_pages import SendingPages

LOOK_AGAIN_S = 60.0


class DayLimitReached(Exception):
    """What a person allowed for the day has been sent; the rest goes tomorrow."""


class Cycle:
    """A burst under way; `run` may be cancelled at any moment and taken up by the next one."""

    def __init__(self, burst: Burst) -> None:
        self._burst = burst
        self._inbox = Inbox(burst)
        self._sending = Sending(burst)
        self._looked_s = burst.reach.timing.now_s()
        self._meanwhile: asyncio.Future[None] | None = None
        self.has_looked = False
        """Whether the store was reached and the city's word seen in this cycle."""

    async def run(self, *, may_send: bool = True, is_line_good: bool = False) -> None:
        """Take in, then send. `is_line_good`: the last burst ended well, so the two may begin side by side.

        Raises:
            LineProblem: of the line as a whole. DayLimitReached. What was done before is noted.
        """
        look = asyncio.ensure_future(self._look())  # first, so that it is first on the line
        is_beside = may_send and is_line_good and self._can_go_beside()
        beside = asyncio.ensure_future(self._sending.push_new()) if is_beside else None
        try:
            await look
            if may_send and not is_revoked(self._burst.store, self._burst.enrolment):
                await self._send(beside)
                if self._meanwhile is not None:
                    await self._meanwhile
        finally:
            await _break_off(look, beside, self._meanwhile)
            self._meanwhile = None

    def _can_go_beside(self) -> bool:
        return self._burst.reach.carrier.is_shared and is_approved(self._burst.store, self._burst.enrolment)

    async def _send(self, beside: asyncio.Future[None] | None) -> None:
        try:
            if beside is not None:
                await beside
            await self._ask_to_join()
            await self._sending.push()
            await point_all(self._burst)
            await SendingPages(self._burst, between=self._between).push()
        except DayLimitReached:
            await point_all(self._burst)
            raise
        await point_all(self._burst)

    async def _look(self) -> None:
        await self._inbox.look()
        self.has_looked = True
        self._looked_s = self._burst.reach.timing.now_s()

    async def _ask_to_join(self) -> None:
        try:
            await ask_to_join(self._burst)
            self._burst.troubles.pop("join", None)
        except LineProblem as problem:
            if problem.is_transport:
                raise
            self._burst.troubles["join"] = trouble_of(problem)

    async def _between(self) -> None:
        """Before each chunk of a page: new entries and a decision of the city do not wait for a page, nor it for them.

        Raises what went wrong with them since.
        """
        if self._meanwhile is not None and self._meanwhile.done():
            done, self._meanwhile = self._meanwhile, None
            done.result()
        is_time = self._burst.reach.timing.now_s() - self._looked_s >= LOOK_AGAIN_S
        if is_time and self._meanwhile is None:
            self._meanwhile = asyncio.ensure_future(self._look_and_send_entries())
            await asyncio.sleep(0)

    async def _look_and_send_entries(self) -> None:
        await self._look()
        await self._sending.push()
        await point_all(self._burst)


async def _break_off(*works: asyncio.Future[None] | None) -> None:
    """End what is still under way; what came of it is of no interest any more."""
    under_way = [work for work in works if work is not None]
    for work in under_way:
        work.cancel()
    await asyncio.gather(*under_way, return_exceptions=True)
