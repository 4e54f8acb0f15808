"""One cycle: what the city says, then entries, then pages, small before large; what the city says again meanwhile.

Trouble with one file is noted and the cycle goes on; trouble with the line ends it, and so does a limit.
"""

import asyncio

from desktop.sync.burst import Burst, trouble_of
from desktop.sync.inbox import Inbox
from desktop.sync.joining import ask_to_join, is_revoked
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

    async def run(self, *, may_send: bool = True) -> None:
        """Take in, then send.

        Raises:
            LineProblem: of the line as a whole. DayLimitReached. What was done before is noted.
        """
        await self._look()
        if not may_send or is_revoked(self._burst.store, self._burst.enrolment):
            return
        try:
            await self._send()
            if self._meanwhile is not None:
                await self._meanwhile
        finally:
            await self._break_off_meanwhile()

    async def _send(self) -> None:
        try:
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

    async def _break_off_meanwhile(self) -> None:
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile is not None:
            meanwhile.cancel()
            await asyncio.gather(meanwhile, return_exceptions=True)
