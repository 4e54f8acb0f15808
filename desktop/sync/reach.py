"""One burst over a carrier: time-outs by size, asking before anything is sent again, patience that has an end.

A burst is over after a few failures in a row, so that a line that is gone costs seconds, not a thousand errors for one
cause; whoever called starts another one later.
"""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from enum import Enum
from random import Random
from typing import TypeVar

from desktop.sync import backoff
from desktop.sync.carrier import LARGEST_FILE_BYTES, Carrier, Fetched, Stat
from desktop.sync.pace import Pace, timeout_s
from desktop.sync.problems import LineDown, LineProblem, LineSilent, StoreFaulty
from desktop.sync.timing import Timing

T = TypeVar("T")
Place = AbstractAsyncContextManager[None]

_SMALL_ANSWER_BYTES = 4 * 1024
_LISTING_BYTES = 64 * 1024
_SAID_THERE_AND_WAS_NOT = 3


class Put(Enum):
    """What became of a file."""

    STORED = "stored"
    THERE = "there"  # a file of this name was there, and not of this size as far as was asked


@dataclass(slots=True)
class Reach:
    """A burst. `spend` is told how many bytes each body had, also of one that failed; it may raise to end the burst."""

    carrier: Carrier
    pace: Pace
    timing: Timing
    chance: Random
    spend: Callable[[int], None] = field(default=lambda _size: None)
    has_passed: bool = False
    _failures: int = 0
    _cuts: int = 0
    _in_flight: int = 0

    async def put(
        self, name: str, body: bytes, *, is_asked_first: bool, place: Callable[[], Place] = nullcontext
    ) -> Put:
        """Store the file, whatever that takes within this burst.

        Args:
            is_asked_first: it may be there from an earlier try.
            place: entered while the body is sent; what is asked before that, and waited for, needs none.
        """
        must_ask = is_asked_first

        async def once() -> Put | None:
            nonlocal must_ask
            if must_ask:
                found = await self._asked(self.carrier.stat(name), _SMALL_ANSWER_BYTES)
                if found is not None:
                    return Put.STORED if found.size_bytes == len(body) else Put.THERE
            must_ask = True
            async with place():
                return Put.STORED if await self._send(name, body) else None

        for _ in range(_SAID_THERE_AND_WAS_NOT):
            done = await self._patiently(once)
            if done is not None:
                return done
            found = await self.stat(name)
            if found is not None:
                return Put.THERE
        raise StoreFaulty(reason="412")

    async def get(self, name: str, *, expected_bytes: int = _LISTING_BYTES) -> Fetched:
        """The file; NotThere, TooLarge as the carrier says."""
        size = max(expected_bytes, _SMALL_ANSWER_BYTES)
        return await self._patiently(lambda: self._once(self.carrier.get(name, limit_bytes=LARGEST_FILE_BYTES), size))

    async def get_if_changed(self, name: str, tag: str) -> Fetched | None:
        """The file, or None if its tag is still this one."""
        return await self._patiently(lambda: self._once(self.carrier.get_if_changed(name, tag), _SMALL_ANSWER_BYTES))

    async def stat(self, name: str) -> Stat | None:
        """What the store says of the file; None: there is none."""
        return await self._patiently(lambda: self._once(self.carrier.stat(name), _SMALL_ANSWER_BYTES))

    async def list(self, prefix: str, *, after: str = "") -> list[str]:
        """Names below the prefix behind `after`, sorted."""
        return await self._patiently(lambda: self._once(self.carrier.list(prefix, after=after), _LISTING_BYTES))

    async def _send(self, name: str, body: bytes) -> bool:
        self.spend(len(body))
        self._in_flight += 1
        began, beside = self.timing.now_s(), self._in_flight
        try:
            is_new = await self._once(self.carrier.put_new(name, body), len(body))
        finally:
            self._in_flight -= 1
        if is_new:
            self.pace.passed(len(body), self.timing.now_s() - began, in_flight=beside)
        return is_new

    async def _once(self, request: Awaitable[T], size_bytes: int) -> T:
        """A request that brings us on: what failed before it is forgiven."""
        answer = await self._asked(request, size_bytes)
        self._failures = 0
        return answer

    async def _asked(self, request: Awaitable[T], size_bytes: int) -> T:
        """A request that only asks where we are. Were it to count, a body that is always cut would be sent for ever."""
        seconds = timeout_s(size_bytes)
        try:
            answer = await self.timing.within(request, seconds)
        except TimeoutError:
            raise LineSilent(seconds=round(seconds)) from None
        self.has_passed = True
        return answer

    async def _patiently(self, attempt: Callable[[], Awaitable[T]]) -> T:
        while True:
            cuts_before = self._cuts
            try:
                return await attempt()
            except LineProblem as problem:
                if not self._is_worth_another(problem, is_new_cut=self._cuts == cuts_before):
                    raise
            await self.timing.sleep(backoff.within_burst_s(self._failures, self.chance))

    def _is_worth_another(self, problem: LineProblem, *, is_new_cut: bool) -> bool:
        """Whether the same may work in a moment: after a cut it may, after "log in first" it will not.

        A cut takes all that is under way with it and counts once.
        """
        if not isinstance(problem, LineDown | LineSilent | StoreFaulty):
            return False
        if isinstance(problem, StoreFaulty):
            self._failures += 1
        elif is_new_cut:
            self._failures += 1
            self._cuts += 1
            if self.has_passed:
                self.pace.cut(self.timing.now_s())
        return self._failures < (backoff.TRIES_WITHIN if self.has_passed else 2)
