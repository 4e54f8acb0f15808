"""Time as the pump feels it: tests bring one in which nobody waits."""

import asyncio
import time
from collections.abc import Awaitable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Timing(Protocol):
    """A clock that never goes back, and waiting."""

    def now_s(self) -> float: ...
    async def sleep(self, seconds: float) -> None: ...
    async def within(self, work: Awaitable[T], seconds: float) -> T:
        """What the work gives. Raises TimeoutError after so many seconds; the work is cancelled then."""


class LoopTiming:
    """The time of this machine."""

    def now_s(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Let others run meanwhile."""
        await asyncio.sleep(seconds)

    async def within(self, work: Awaitable[T], seconds: float) -> T:
        """See Timing."""
        return await asyncio.wait_for(work, seconds)
