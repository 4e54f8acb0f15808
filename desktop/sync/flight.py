"""Several requests at a time, started in their order."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from typing import TypeVar

Job = TypeVar("Job")


async def in_flight(
    jobs: AsyncGenerator[Job, None], work: Callable[[Job], Awaitable[None]], *, width: Callable[[], int]
) -> None:
    """Work on all jobs, at most `width()` at a time.

    The first error, or a cancellation, cancels what is under way; when this returns or raises, nothing is.
    """
    running: set[asyncio.Task[None]] = set()

    async def run(job: Job) -> None:
        await work(job)

    async def some_done() -> None:
        done, left = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        running.intersection_update(left)
        errors = [error for task in done if (error := task.exception()) is not None]
        if errors:
            raise errors[0]

    try:
        async with aclosing(jobs):
            async for job in jobs:
                running.add(asyncio.ensure_future(run(job)))
                while len(running) >= max(1, width()):
                    await some_done()
        while running:
            await some_done()
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


class Room:
    """For `width()` at a time, which may change; the others wait, in the order in which they came."""

    def __init__(self, width: Callable[[], int]) -> None:
        self._width = width
        self._inside = 0
        self._moved = asyncio.Event()

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """A place, given back at the end."""
        while self._inside >= max(1, self._width()):
            self._moved.clear()
            await self._moved.wait()
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1
            self._moved.set()
