"""Sync of an enrolled window as a person handles it: the part of SyncControl (desktop.ports_sync) that needs a city."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from desktop.clock import HALL_ZONE
from desktop.ports import Clock
from desktop.ports_outbox import OutboxStore
from desktop.ports_sync import LineState, PackageResult, Report, SyncStatus, Waiting
from desktop.problems import FileMissing, FileRefused
from desktop.sync import joining, limits, reporting
from desktop.sync.carrier import Carrier
from desktop.sync.pump import Pump, Standing
from desktop.sync.signals import Signals
from desktop.sync.stick_exchange import StickExchange
from desktop.sync.store_config import StoreConfig
from desktop.sync.timing import LoopTiming
from desktop.sync.worker import Worker

_LARGEST_ENROLMENT_BYTES = 1024 * 1024


class EnrolledControl:
    """See the module. Nothing is read or reached before it is asked or started."""

    def __init__(
        self,
        store: OutboxStore,
        *,
        clock: Clock,
        open_carrier: Callable[[StoreConfig], Carrier],
        version: tuple[int, int, int],
        chance: Random | None = None,
    ) -> None:
        self._store, self._clock, self._version = store, clock, version
        self._listeners: list[Callable[[], None]] = []
        self._signals = Signals()
        self.pump = Pump(
            store,
            open_carrier=open_carrier,
            clock=clock,
            timing=LoopTiming(),
            chance=chance or Random(),  # noqa: S311 - spreads windows over time, guards nothing
            signals=self._signals,
            told=self._tell,
        )
        self._worker = Worker(self.pump)

    def status(self) -> SyncStatus:
        """See SyncControl."""
        enrolment = joining.kept_enrolment(self._store)
        now = self._clock.now()
        return reporting.status(
            self._store,
            self._standing(),
            city=enrolment.city if enrolment else "",
            today=now.astimezone(HALL_ZONE).date().isoformat(),
            now_ms=int(now.timestamp() * 1000),
            seconds_left=self.pump.pace.seconds_for(self._store.backlog().bytes_left),
            version=self._version,
        )

    def waiting(self, *, limit: int = 200) -> list[Waiting]:
        """See SyncControl."""
        return reporting.waiting(self._store, self._standing(), limit=limit)

    def subscribe(self, changed: Callable[[], None]) -> None:
        """See SyncControl."""
        self._listeners.append(changed)

    def start(self) -> None:
        """See SyncControl."""
        self._worker.start()

    def close(self) -> None:
        """See SyncControl."""
        self._worker.close()

    def ledger_moved(self) -> None:
        """Something was put on record, or a limit was set; the pump looks what follows."""
        self._signals.change()

    def sync_now(self) -> None:
        """See SyncControl. Where another PC writes as this window, it is also the word to go on as a new origin."""
        self._signals.force()

    def cancel(self) -> None:
        """See SyncControl."""
        self._signals.break_off()

    def pause(self) -> None:
        """Nothing goes until `resume`."""
        self._signals.set_paused(is_paused=True)

    def resume(self) -> None:
        """Go on, at once."""
        self._signals.set_paused(is_paused=False)

    def line_changed(self, *, is_reachable: bool, is_metered: bool) -> None:
        """See SyncControl."""
        becomes_metered = is_metered and not self._signals.is_metered
        self._signals.set_line(is_reachable=is_reachable, is_metered=is_metered)
        if becomes_metered and self.pump.standing.state is LineState.WORKING and self._may_pause():
            self._signals.break_off()

    def enrol(self, file: Path, code: str) -> str:
        """See SyncControl."""
        try:
            with file.open("rb") as stream:
                raw = stream.read(_LARGEST_ENROLMENT_BYTES)
        except FileNotFoundError as error:
            raise FileMissing(path=str(file)) from error
        except OSError as error:
            raise FileRefused(path=str(file), reason=error.strerror or "") from error
        enrolment = joining.take_enrolment(self._store, raw, code, name=file.name)
        self._signals.force()
        self._tell()
        return enrolment.city

    def write_package(self, folder: Path, report: Report, *, is_cancelled: Callable[[], bool]) -> PackageResult:
        """See SyncControl."""
        result = self._exchange().write(folder, report, is_cancelled=is_cancelled)
        self._tell()
        return result

    def read_package(self, folder: Path, report: Report, *, is_cancelled: Callable[[], bool]) -> PackageResult:
        """See SyncControl."""
        result = self._exchange().read(folder, report, is_cancelled=is_cancelled)
        self._tell()
        return result

    def _may_pause(self) -> bool:
        return limits.kept(self._store).pause_on_metered

    def _exchange(self) -> StickExchange:
        return StickExchange(self._store, clock=self._clock)

    def _standing(self) -> Standing:
        """As the pump left it; before it has begun, what the store says."""
        standing = self.pump.standing
        if joining.kept_enrolment(self._store) is None:
            return replace(standing, state=LineState.NOT_ENROLLED, problem=None, pause=None)
        return replace(standing, state=LineState.OFFLINE) if standing.state is LineState.NOT_ENROLLED else standing

    def _tell(self) -> None:
        for changed in self._listeners:
            changed()
