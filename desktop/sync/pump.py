"""The pump: one cycle at a time, when it is due. Timers, buttons and "the line is back" only set flags.

It lives in one event loop; `signals` alone may be touched from outside it. Where it stands is a frozen Standing that is
replaced as a whole, so any thread may read it.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from desktop.clock import HALL_ZONE
from desktop.ports import Clock
from desktop.ports_outbox import OutboxStore
from desktop.ports_sync import LineState, PauseReason, Trouble
from desktop.problems import EnvironmentProblem
from desktop.sync import backoff, joining, limits, plan
from desktop.sync.burst import FORKED, QUIET, Burst, trouble_of
from desktop.sync.carrier import Carrier
from desktop.sync.cycle import Cycle, DayLimitReached
from desktop.sync.enrolment import Enrolment
from desktop.sync.pace import Pace
from desktop.sync.problems import LineProblem
from desktop.sync.reach import Reach
from desktop.sync.sending import DOUBT_AFTER_MS
from desktop.sync.signals import Signals
from desktop.sync.store_config import StoreConfig
from desktop.sync.timing import Timing

log = logging.getLogger(__name__)

_LONGEST_SLEEP_S = 900.0
_COUNT_EVERY_BYTES = 256 * 1024
_AFTER_OWN_TROUBLE_S = 15.0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the pump stands; `troubles` are of single files, the latest of each."""

    state: LineState
    since: datetime
    problem: Trouble | None = None
    pause: PauseReason | None = None
    next_try_at: datetime | None = None
    troubles: tuple[Trouble, ...] = ()


class Pump:
    """See the module. `told` is called in the loop whenever the standing or the ledger may have moved."""

    def __init__(
        self,
        store: OutboxStore,
        *,
        open_carrier: Callable[[StoreConfig], Carrier],
        clock: Clock,
        timing: Timing,
        chance: Random,
        signals: Signals | None = None,
        told: Callable[[], None] = lambda: None,
    ) -> None:
        self.signals = signals or Signals()
        self.pace = Pace(started_s=timing.now_s())
        self.standing = Standing(LineState.OFFLINE, clock.now())
        self._store, self._clock, self._timing, self._chance = store, clock, timing, chance
        self._open_carrier, self._told = open_carrier, told
        self._carrier: tuple[Enrolment, Carrier] | None = None
        self._troubles: dict[str, Trouble] = {}
        self._owed: set[str] | None = None
        self._pointed: dict[str, str] = {}
        self._due_s = timing.now_s()
        self._failures = 0
        self._uncounted_bytes = 0
        self._limited: tuple[str, int] | None = None
        self._passed_over: int | None = None

    async def run(self) -> None:
        """Work until cancelled."""
        try:
            while True:
                try:
                    await self._cycle_or_wait()
                except EnvironmentProblem as problem:  # this PC's disk or database, while looking what is due
                    log.info("sync waits: %s", problem.key)
                    await self._timing.sleep(_AFTER_OWN_TROUBLE_S)
        finally:
            await self.close()

    async def _cycle_or_wait(self) -> None:
        delay_s = self._delay_s()
        if delay_s <= 0:
            await self._cycle_that_may_be_broken_off()
        else:
            with contextlib.suppress(TimeoutError):
                await self._timing.within(self.signals.wait(), min(delay_s, _LONGEST_SLEEP_S))

    async def close(self) -> None:
        """Let the connections go."""
        if self._carrier is not None:
            carrier = self._carrier[1]
            self._carrier = None
            await carrier.close()

    async def cycle(self) -> None:
        """One cycle now, whether it is due or not; what goes wrong is in the standing afterwards."""
        enrolment = joining.kept_enrolment(self._store)
        if enrolment is None:
            self._stand(LineState.NOT_ENROLLED)
            return
        is_forced = self.signals.take_forced()
        if is_forced and self._is_forked():
            log.info("%s goes on as %s", self._store.origin, self._store.succeed())
        self._stand(LineState.WORKING)
        try:
            burst = self._burst(enrolment, is_forced=is_forced)
            cycle = Cycle(burst)
            may_send = not self._is_limited() and not self._is_forked()
            await cycle.run(may_send=may_send, is_line_good=not self._failures)
        except LineProblem as problem:
            self._failed(trouble_of(problem), problem.fields.get("retry_after_s"))
        except EnvironmentProblem as problem:  # of this PC: its disk, its database
            self._failed(trouble_of(problem), None)
        except DayLimitReached:
            self._limited = (self._today(), limits.kept(self._store).day_limit_bytes)
            self._succeeded(enrolment)
        else:
            self._succeeded(enrolment)
        finally:
            with contextlib.suppress(EnvironmentProblem):  # a full disk was told already
                self._count_bytes()
                if self.standing.state is LineState.WORKING:  # cancelled
                    self._broken_off(enrolment)
                self._passed_over = self._first_that_is_due()

    # when

    def _delay_s(self) -> float:
        """Seconds until the next cycle; 0: now."""
        pause = self._pause()
        if pause is not None:
            self._stand(LineState.PAUSED, pause=pause)
            return _LONGEST_SLEEP_S
        if self.standing.state is LineState.PAUSED and self.standing.pause is not PauseReason.DAY_LIMIT:
            self._due_s = self._timing.now_s()
        if joining.kept_enrolment(self._store) is None:
            self._stand(LineState.NOT_ENROLLED)
            return _LONGEST_SLEEP_S
        if self.signals.take_line_back():
            self._failures = 0
            return 0
        if self.signals.is_forced:
            return 0
        now_s = self._timing.now_s()
        if self._failures or not self.signals.is_reachable:
            return self._due_s - now_s
        return min(self._due_s - now_s, self._until_closing_s())

    def _pause(self) -> PauseReason | None:
        if self.signals.is_paused:
            return PauseReason.BY_HAND
        is_metered = self.signals.is_metered and limits.kept(self._store).pause_on_metered
        return PauseReason.METERED if is_metered and not self.signals.is_forced else None

    def _until_closing_s(self) -> float:
        """Until lines of this origin are to be sealed; long if there are none, or the last cycle had to leave them."""
        closes = self._closing()
        if closes is None or closes[0] == self._passed_over or self._is_forked() or self._is_limited():
            return _LONGEST_SLEEP_S
        return (closes[1] - self._now_ms()) / 1000

    def _first_that_is_due(self) -> int | None:
        closes = self._closing()
        return closes[0] if closes and closes[1] <= self._now_ms() else None

    def _closing(self) -> tuple[int, int] | None:
        """First line of this origin that no segment holds, and the moment at which it should be sealed."""
        unsealed = self._store.unsealed(self._store.origin)
        if unsealed is None:
            return None
        quiet_s = float(self._store.setting(QUIET) or self.pace.quiet_s(self._timing.now_s()))
        return unsealed.first, plan.closes_at_ms(unsealed, quiet_s=quiet_s, most_lines=self.pace.segment_lines)

    def _is_limited(self) -> bool:
        """Whether what a person allowed for the day has been sent, or the next piece would be too much."""
        most = limits.kept(self._store).day_limit_bytes
        return limits.is_reached(self._store, self._today()) or self._limited == (self._today(), most)

    # one cycle

    async def _cycle_that_may_be_broken_off(self) -> None:
        task = asyncio.ensure_future(self.cycle())
        self.signals.under_way = task
        try:
            await asyncio.wait({task})
        finally:
            self.signals.under_way = None
            if not task.done():
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
        if not task.cancelled():
            task.result()

    def _burst(self, enrolment: Enrolment, *, is_forced: bool) -> Burst:
        reach = Reach(self._carrier_of(enrolment), self.pace, self._timing, self._chance, spend=self._spend)
        if self._owed is None:  # a start after kill -9 between storing and telling
            self._owed = {segment.origin for segment in self._store.unanswered()}
        return Burst(
            store=self._store,
            enrolment=enrolment,
            reach=reach,
            pace=self.pace,
            clock=self._clock,
            chance=self._chance,
            is_forced=is_forced,
            troubles=self._troubles,
            owed=self._owed,
            pointed=self._pointed,
        )

    def _carrier_of(self, enrolment: Enrolment) -> Carrier:
        if self._carrier is None or self._carrier[0] != enrolment:
            self._carrier = (enrolment, self._open_carrier(enrolment.store))
        return self._carrier[1]

    def _spend(self, size_bytes: int) -> None:
        """A body is about to be sent. Raises DayLimitReached."""
        self._uncounted_bytes += size_bytes
        if self._uncounted_bytes >= _COUNT_EVERY_BYTES:
            self._count_bytes()
        most = limits.kept(self._store).day_limit_bytes
        if most and size_bytes and self._store.sent_bytes(self._today()) + self._uncounted_bytes > most:
            self._uncounted_bytes -= size_bytes
            raise DayLimitReached

    def _count_bytes(self) -> None:
        if self._uncounted_bytes:
            self._store.add_sent_bytes(self._today(), self._uncounted_bytes)
            self._uncounted_bytes = 0

    # how it went

    def _succeeded(self, enrolment: Enrolment) -> None:
        self._failures = 0
        self._due_s = self._timing.now_s() + backoff.poll_s(self._chance, is_answer_near=self._is_answer_near())
        if self._is_forked():
            self._stand(LineState.STOPPED, problem=Trouble("origin_forked", {"origin": self._store.origin}))
        elif joining.is_revoked(self._store, enrolment):
            self._stand(LineState.STOPPED, problem=Trouble("window_revoked"))
        elif self._is_limited():
            self._stand(LineState.PAUSED, pause=PauseReason.DAY_LIMIT)
        elif not joining.is_approved(self._store, enrolment):
            self._stand(LineState.AWAITING_APPROVAL)
        else:
            self._stand(LineState.ONLINE)

    def _failed(self, trouble: Trouble, retry_after_s: object) -> None:
        self._failures += 1
        wait_s = backoff.between_bursts_s(self._failures, self._chance)
        if isinstance(retry_after_s, int | float):
            wait_s = min(max(wait_s, float(retry_after_s)), backoff.BETWEEN_MOST_S)
        self._due_s = self._timing.now_s() + wait_s
        self._stand(LineState.OFFLINE, problem=trouble, next_try_at=self._clock.now() + timedelta(seconds=wait_s))
        log.info("burst ended: %s", trouble.key)

    def _broken_off(self, enrolment: Enrolment) -> None:
        self._due_s = self._timing.now_s() + backoff.poll_s(self._chance, is_answer_near=False)
        self._stand(LineState.ONLINE if joining.is_approved(self._store, enrolment) else LineState.AWAITING_APPROVAL)

    def _is_answer_near(self) -> bool:
        """Whether the city was given something a moment ago."""
        moments = [segment.stored_at_ms or 0 for segment in self._store.unanswered()]
        return any(self._now_ms() - moment < DOUBT_AFTER_MS // 2 for moment in moments)

    def _is_forked(self) -> bool:
        return self._store.setting(FORKED + self._store.origin) != ""

    def _stand(
        self,
        state: LineState,
        *,
        problem: Trouble | None = None,
        pause: PauseReason | None = None,
        next_try_at: datetime | None = None,
    ) -> None:
        before = self.standing
        since = before.since if before.state is state else self._clock.now()
        new = Standing(state, since, problem, pause, next_try_at, tuple(self._troubles.values()))
        if new != before or state is not LineState.WORKING:
            self.standing = replace(new)
            self._told()

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)

    def _today(self) -> str:
        return self._clock.now().astimezone(HALL_ZONE).date().isoformat()
