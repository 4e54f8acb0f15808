"""Entries go out: lines are sealed once, kept, and put until the store has them; what lies there already is compared.

Sealed bytes are kept before the first attempt, so every attempt sends the same file. A name that is taken is looked
into: our own earlier try whose reply was lost, or lines of this origin that we have lost, or a fork.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from functools import partial

from desktop.ports_outbox import FrozenSegment
from desktop.store.line import Line
from desktop.sync import layout, plan
from desktop.sync.burst import Burst, Forked, trouble_of
from desktop.sync.city_word import known_keys
from desktop.sync.faults import ChainBroken, FileFault
from desktop.sync.flight import in_flight
from desktop.sync.problems import LineProblem
from desktop.sync.reach import Put
from desktop.sync.segment import name_of, open_segment, seal_segment

log = logging.getLogger(__name__)

DOUBT_AFTER_MS = 10 * 60 * 1000
"""How long the store may have had a file unacknowledged before it is asked whether it really has it."""


Job = Callable[[], Awaitable[None]]


class Sending:
    """The part of a burst that sends entries."""

    def __init__(self, burst: Burst) -> None:
        self._burst = burst
        self._store = burst.store
        self._attempted: set[tuple[str, int]] = set()
        self._pointed: set[str] = set()

    async def push(self) -> None:
        """Send what is due of every origin of this PC, the oldest origin first.

        Raises:
            LineProblem: of the line as a whole; what was stored before is noted.
        """
        for origin in self._store.own_origins():
            if self._may_send(origin):
                with suppress(Forked):
                    await self._doubt(origin)
                    await self._in_flight(self._due(origin))
                    await self._in_flight(self._unshared(origin))

    async def push_new(self) -> None:
        """Send what is due of this PC as it writes now, while the city's word is still awaited. Raises as `push`."""
        if self._may_send(self._store.origin):
            with suppress(Forked):
                await self._in_flight(self._due(self._store.origin))

    async def _in_flight(self, jobs: AsyncGenerator[Job, None]) -> None:
        await in_flight(jobs, _do, width=self._burst.pace.flight)

    def _may_send(self, origin: str) -> bool:
        key = known_keys(self._store, self._burst.enrolment).get(origin)
        is_revoked = key is not None and key.revoked_at_ms is not None
        return self._burst.is_own_hall(origin) and not is_revoked and not self._burst.is_forked(origin)

    async def _doubt(self, origin: str) -> None:
        """Ask for the oldest file that the city has been silent about: a store can lose what it has taken."""
        for segment in self._store.unanswered():
            if segment.origin != origin:
                continue
            age = self._burst.now_ms() - (segment.stored_at_ms or 0)
            if age < DOUBT_AFTER_MS and not self._burst.is_forced:
                return
            if await self._burst.reach.stat(segment.name) is not None:
                self._store.segment_stored(segment, at_ms=self._burst.now_ms())  # asked again in ten minutes
                return
            log.warning("the store has lost a file that it had taken; it is sent again")
            self._store.segment_lost(segment)

    async def _due(self, origin: str) -> AsyncGenerator[Job, None]:
        """What is due, in order: frozen before, then sealed now in the size that the line bears; then the pointer.

        The pointer goes beside the last segment: a turn of the line is spared, and the collector looks more than once.
        """
        sent_now: set[int] = set()
        while (due := await self._next(origin, sent_now)) is not None:
            sent_now.add(due.first)
            is_asked_first = bool(due.tries) or (origin, due.first) in self._attempted
            yield partial(self._send, due, is_asked_first=is_asked_first)
        if sent_now:
            self._pointed.add(origin)
            yield partial(point, self._burst, origin)

    async def _unshared(self, origin: str) -> AsyncGenerator[Job, None]:
        """What a stick brought to the city, for the other windows, who look for it here."""
        if self._has_other_windows():
            for segment in self._store.unshared(origin):
                yield partial(self._send, segment, is_asked_first=False)

    async def _next(self, origin: str, sent_now: set[int]) -> FrozenSegment | None:
        frozen = [segment for segment in self._store.pending(origin) if segment.first not in sent_now]
        due = next((segment for segment in frozen if self._is_due(segment)), None) or await self._freeze(origin)
        if due is not None and self._is_too_long(due) and await self._burst.reach.stat(due.name) is None:
            self._store.thaw(due)
            due = await self._freeze(origin, is_forced=True, tries=due.tries) or due
        return due

    def _has_other_windows(self) -> bool:
        """Whether anybody else reads this store."""
        own = set(self._store.own_origins())
        return any(origin not in own for origin in known_keys(self._store, self._burst.enrolment))

    def _is_too_long(self, segment: FrozenSegment) -> bool:
        """Whether it has failed and the line bears shorter ones only; what a stick carries stays as it is."""
        return bool(segment.tries) and segment.count > self._burst.pace.segment_lines and not segment.is_carried

    def _is_due(self, segment: FrozenSegment) -> bool:
        is_time = segment.next_try_at_ms is None or segment.next_try_at_ms <= self._burst.now_ms()
        return is_time or self._burst.is_forced

    async def _freeze(self, origin: str, *, is_forced: bool = False, tries: int = 0) -> FrozenSegment | None:
        """Seal the next lines, if it is time; None: nothing is."""
        burst, pace = self._burst, self._burst.pace
        unsealed = self._store.unsealed(origin)
        if unsealed is None:
            return None
        closes = plan.closes_at_ms(unsealed, quiet_s=burst.quiet_s(), most_lines=pace.segment_lines)
        if not (is_forced or burst.is_forced or origin != self._store.origin) and closes > burst.now_ms():
            return None
        count = min(unsealed.count, pace.segment_lines)
        return await self._seal(self._store.lines(origin, first=unsealed.first, limit=count), tries)

    async def _seal(self, lines: list[Line], tries: int) -> FrozenSegment | None:
        """Beside the loop: it takes a slow PC a second, in which the line would stand still."""
        origin = lines[0].origin
        try:
            sealed = await asyncio.to_thread(
                seal_segment,
                lines,
                sign=lambda message: self._store.sign(origin, message),
                recipients=self._burst.enrolment.recipients,
            )
        except ChainBroken as fault:  # of our own ledger: nothing leaves before somebody has looked
            self._burst.troubles[origin] = trouble_of(fault)
            return None
        return self._store.freeze(lines, name_of(lines), sealed, at_ms=self._burst.now_ms(), tries=tries)

    async def _send(self, segment: FrozenSegment, *, is_asked_first: bool) -> None:
        self._attempted.add((segment.origin, segment.first))
        try:
            body = self._store.sealed(segment)
            if self._has_begun_its_month(segment):
                self._burst.reach.carrier.expect_folder_of(segment.name)
            put = await self._burst.reach.put(segment.name, body, is_asked_first=is_asked_first)
            await self._burst.is_heard.wait()
            if put is Put.STORED:
                self._store.segment_stored(segment, at_ms=self._burst.now_ms())
            else:
                await self._compare(segment, body)
        except (LineProblem, FileFault) as problem:
            next_try = self._burst.next_try_ms(segment.tries)
            is_transport = isinstance(problem, LineProblem) and problem.is_transport
            self._store.segment_failed(segment, trouble_of(problem), next_try_at_ms=None if is_transport else next_try)
            if is_transport:
                raise
            return
        self._burst.pace.segment_passed(segment.count)
        self._burst.has_news = True
        if segment.origin not in self._pointed:
            self._burst.owed.add(segment.origin)

    def _has_begun_its_month(self, segment: FrozenSegment) -> bool:
        """Whether the city has had a line of this origin, of the month in whose folder the segment goes."""
        acked = self._store.acknowledged().get(segment.origin, 0)
        line = self._store.line(segment.origin, min(acked, segment.first - 1))
        return line is not None and layout.segment(segment.origin, segment.first, line.at) == segment.name

    async def _compare(self, segment: FrozenSegment, body: bytes) -> None:
        """See what lies under the name of our segment.

        Raises:
            Forked: lines that this PC did not write. FileFault: something that is no segment of ours.
        """
        there = (await self._burst.reach.get(segment.name, expected_bytes=len(body))).body
        if there == body:
            self._store.segment_stored(segment, at_ms=self._burst.now_ms())
            return
        origin = segment.origin
        head, lines = open_segment(
            there,
            name=segment.name,
            identities=[self._burst.enrolment.hall_secret_key],
            key_of=self._store.public_key,
        )
        for line in lines:
            own = self._store.line(origin, line.seq)
            if (own is None and origin == self._store.origin) or (own is not None and own.hash != line.hash):
                raise self._burst.fork(origin, line.seq)
        self._store.admit(lines)
        log.info("lines %d to %d of %s lay in the store already", head.first, head.last, origin)
        self._store.segment_found(
            origin, first=head.first, last=head.last, name=segment.name, sealed=there, at_ms=self._burst.now_ms()
        )


async def point_all(burst: Burst) -> None:
    """Tell the collector where something new lies that it has not been told of."""
    for origin in sorted(burst.owed):
        await point(burst, origin)


async def point(burst: Burst, origin: str) -> None:
    """Tell the collector that this origin has put something: one empty file a minute."""
    name = layout.pointer(origin, burst.now_ms())
    try:
        if burst.pointed.get(origin) != name:
            await burst.reach.put(name, b"", is_asked_first=False)
            await burst.is_heard.wait()
            burst.pointed[origin] = name
    except LineProblem as problem:
        if problem.is_transport:
            burst.owed.add(origin)
            raise
        burst.troubles[name] = trouble_of(problem)
    burst.owed.discard(origin)


async def _do(job: Job) -> None:
    await job()
