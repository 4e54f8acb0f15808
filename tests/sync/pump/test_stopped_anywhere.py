"""Each step of a cycle is stopped right before and right after it, and the program starts again: nothing shows.

What the stop leaves behind is what kill -9 leaves: the database as it was committed, the store as it is, no memory.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

import pytest

from desktop.sync.carrier import LARGEST_FILE_BYTES, Fetched, Stat
from tests.sync.faulty_carrier import FaultyCarrier
from tests.sync.memory_carrier import MemoryCarrier
from tests.sync.proof.halls import HallWindow, World, check_everything_is_at_the_city, window_on

T = TypeVar("T")

STEPS = 14
PAGE = bytes(range(256)) * 150  # 38,400 bytes: three chunks


class Killed(BaseException):
    """The process is gone."""


class DeadlyCarrier(MemoryCarrier):
    """The process ends right before, or right after, the n-th request."""

    def __init__(self, files: dict[str, bytes], *, left: int, is_after: bool) -> None:
        super().__init__(files)
        self._left, self._is_after = left, is_after

    async def put_new(self, name: str, body: bytes) -> bool:
        return await self._done(lambda: MemoryCarrier.put_new(self, name, body))

    async def get(self, name: str, *, limit_bytes: int = LARGEST_FILE_BYTES) -> Fetched:
        return await self._done(lambda: MemoryCarrier.get(self, name, limit_bytes=limit_bytes))

    async def stat(self, name: str) -> Stat | None:
        return await self._done(lambda: MemoryCarrier.stat(self, name))

    async def list(self, prefix: str, *, after: str = "") -> list[str]:
        return await self._done(lambda: MemoryCarrier.list(self, prefix, after=after))

    async def _done(self, request: Callable[[], Awaitable[T]]) -> T:
        self._left -= 1
        if self._left < 0 and not self._is_after:
            raise Killed
        answer = await request()
        if self._left < 0:
            raise Killed
        return answer


def killed_at(at: World, window: HallWindow, step: int, *, is_after: bool) -> HallWindow:
    """The window after its program was killed in this step of a cycle and begun again."""
    dying = window_on(window.store, at)
    dying.line.real = DeadlyCarrier(at.files, left=step, is_after=is_after)
    dying.pages.update(window.pages)
    dying.pump.signals.force()
    with contextlib.suppress(Killed):
        asyncio.run(dying.pump.cycle())
    again = window_on(window.store, at)
    again.pages.update(window.pages)
    again.cases.extend(window.cases)
    return again


@pytest.mark.parametrize("is_after", [False, True], ids=["before", "after"])
def test_a_cycle_that_is_killed_in_any_step_is_taken_up_and_everything_is_at_the_city_once(at: World, is_after: bool):
    window = at.windows[0]
    for step in range(STEPS):
        at.act(window, page=PAGE + bytes([step]))
        window = killed_at(at, window, step, is_after=is_after)
        at.windows[:] = [window]
        if step % 3 == 2:
            at.collect()

    at.come_to_rest()

    check_everything_is_at_the_city(at)
    assert isinstance(window.line, FaultyCarrier)
    assert window.store.verify() is None


def test_receiving_that_is_killed_in_any_step_is_taken_up(two: World):
    one, other = two.windows
    for step in range(8):
        two.act(one)
        one.sync()
        two.collect()
        other = killed_at(two, other, step, is_after=bool(step % 2))
        two.windows[:] = [one, other]

    two.come_to_rest()

    check_everything_is_at_the_city(two)
    with other.store.read() as reader:
        own = [replace(line, arrival=0) for line in reader.ledger.of_origin(one.origin)]
    assert own == [replace(line, arrival=0) for line in one.lines()]
