"""Gives a counter its sync. Nothing of network, compression or sealing is imported before it is needed.

A window that was never enrolled costs a start nothing: its status is read from the store alone.
"""

import threading
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.ports import Clock
from desktop.ports_sync import LineState, PackageResult, Report, SyncControl, SyncLimits, SyncStatus, Waiting
from desktop.services import catalogue as catalogue_service
from desktop.store.outbox import Outbox
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.sync.control import EnrolledControl

_ENROLMENT = "sync.enrolment"


def build_sync(store: Store, *, clock: Clock) -> SyncControl:
    """The sync of an open store; it does nothing before `start`."""
    return LazySync(store, clock=clock)


class LazySync:
    """A SyncControl that brings the rest in when there is a city, or somebody wants one."""

    def __init__(self, store: Store, *, clock: Clock) -> None:
        self._store = store
        self._outbox = Outbox(store, adopt=catalogue_service.adopt, page=store.scan_files.read)
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []
        self._control: EnrolledControl | None = None
        self._is_started = False
        self._is_closed = False
        self._line: tuple[bool, bool] | None = None
        self._making = threading.Lock()

    def status(self) -> SyncStatus:
        """See SyncControl."""
        is_enrolled = self._is_enrolled()
        if is_enrolled and (self._is_started or self._control is not None):
            return self._enrolled().status()
        # Before the start, which is behind the first picture on the screen, the store alone is asked.
        backlog = self._outbox.backlog()
        return SyncStatus(
            state=LineState.OFFLINE if is_enrolled else LineState.NOT_ENROLLED,
            waiting_cases=backlog.cases,
            waiting_entries=backlog.entries,
            waiting_scans=backlog.scans,
            bytes_left=backlog.bytes_left,
            new_origin_after=self._outbox.succeeded(),
        )

    def waiting(self, *, limit: int = 200) -> list[Waiting]:
        """See SyncControl; without a city there is no way that anything could wait for."""
        return self._enrolled().waiting(limit=limit) if self._is_enrolled() else []

    def subscribe(self, changed: Callable[[], None]) -> None:
        """See SyncControl."""
        self._listeners.append(changed)

    def start(self) -> None:
        """See SyncControl. Without a city nothing is begun."""
        self._is_started = True
        if self._is_enrolled():
            self._enrolled().start()

    def close(self) -> None:
        """See SyncControl. May be called again."""
        self._is_closed = True
        if self._control is not None:
            self._control.close()

    def sync_now(self) -> None:
        """See SyncControl."""
        if self._is_enrolled():
            self._enrolled().sync_now()

    def cancel(self) -> None:
        """See SyncControl."""
        if self._control is not None:
            self._control.cancel()

    def pause(self) -> None:
        """See SyncControl."""
        if self._is_enrolled():
            self._enrolled().pause()

    def resume(self) -> None:
        """See SyncControl."""
        if self._is_enrolled():
            self._enrolled().resume()

    def line_changed(self, *, is_reachable: bool, is_metered: bool) -> None:
        """See SyncControl."""
        self._line = (is_reachable, is_metered)
        if self._control is not None:
            self._control.line_changed(is_reachable=is_reachable, is_metered=is_metered)

    def limits(self) -> SyncLimits:
        """What a person has set."""
        kept: SyncLimits = import_module("desktop.sync.limits").kept(self._outbox)
        return kept

    def set_limits(self, limits: SyncLimits) -> None:
        """Set them; they are kept also where there is no city yet."""
        import_module("desktop.sync.limits").keep(self._outbox, limits)
        if self._control is not None:
            self._control.ledger_moved()

    def enrol(self, file: Path, code: str) -> str:
        """See SyncControl. Sync begins with it where it was to be running."""
        city = self._enrolled().enrol(file, code)
        if self._is_started:
            self._enrolled().start()
        return city

    def write_package(self, folder: Path, report: Report, *, is_cancelled: Callable[[], bool]) -> PackageResult:
        """See SyncControl."""
        return self._enrolled().write_package(folder, report, is_cancelled=is_cancelled)

    def read_package(self, folder: Path, report: Report, *, is_cancelled: Callable[[], bool]) -> PackageResult:
        """See SyncControl."""
        return self._enrolled().read_package(folder, report, is_cancelled=is_cancelled)

    def _is_enrolled(self) -> bool:
        return self._outbox.setting(_ENROLMENT) != ""

    def _enrolled(self) -> "EnrolledControl":
        with self._making:
            if self._control is None:
                self._control = self._make()
            return self._control

    def _make(self) -> "EnrolledControl":
        made: EnrolledControl = import_module("desktop.sync.control").EnrolledControl(
            self._outbox,
            clock=self._clock,
            open_carrier=import_module("desktop.sync.carriers").open_carrier,
            version=_version(),
        )
        made.subscribe(self._tell)
        self._store.listen(made.ledger_moved)
        if self._line is not None:
            made.line_changed(is_reachable=self._line[0], is_metered=self._line[1])
        if self._is_closed:
            made.close()
        return made

    def _tell(self) -> None:
        for changed in self._listeners:
            changed()


def _version() -> tuple[int, int, int]:
    numbers = [int(part) for part in version("yichuang").split(".")[:3] if part.isdigit()]
    major, minor, patch = (*numbers, 0, 0, 0)[:3]
    return major, minor, patch
