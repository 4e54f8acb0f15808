"""A sync that does what the test says: obeys desktop.ports_sync.SyncControl, without a line and without a store."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.domain.errors import InvalidInput
from desktop.ports_sync import LineState, PackageResult, PauseReason, Report, SyncLimits, SyncStatus, Waiting


@dataclass
class FakeSync:
    """`set_status` is what the worker would find out; `asked` lists what a person asked for, in order."""

    now: SyncStatus = field(default_factory=SyncStatus)
    rows: list[Waiting] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    lines: list[tuple[bool, bool]] = field(default_factory=list)
    right_code: str = "123456789012"
    city: str = "示例市政务服务"
    problem: Exception | None = None
    bounds: SyncLimits = field(default_factory=SyncLimits)
    is_running: bool = False
    _callbacks: list[Callable[[], None]] = field(default_factory=list)

    def set_status(self, status: SyncStatus) -> None:
        """Another status, told to whoever listens."""
        self.now = status
        self.tell()

    def tell(self) -> None:
        """As sync's thread does when something may have moved."""
        for callback in list(self._callbacks):
            callback()

    def status(self) -> SyncStatus:
        return self.now

    def waiting(self, *, limit: int = 200) -> list[Waiting]:
        return self.rows[:limit]

    def subscribe(self, changed: Callable[[], None]) -> None:
        self._callbacks.append(changed)

    def start(self) -> None:
        self.is_running = True

    def close(self) -> None:
        self.is_running = False
        self._callbacks.clear()

    def sync_now(self) -> None:
        self.asked.append("now")

    def cancel(self) -> None:
        self.asked.append("cancel")

    def pause(self) -> None:
        self.asked.append("pause")
        self.set_status(replace(self.now, state=LineState.PAUSED, pause=PauseReason.BY_HAND))

    def resume(self) -> None:
        self.asked.append("resume")
        self.set_status(replace(self.now, state=LineState.ONLINE, pause=None))

    def line_changed(self, *, is_reachable: bool, is_metered: bool) -> None:
        self.lines.append((is_reachable, is_metered))

    def limits(self) -> SyncLimits:
        return self.bounds

    def set_limits(self, limits: SyncLimits) -> None:
        self.bounds = limits
        self.asked.append("limits")

    def enrol(self, file: Path, code: str) -> str:
        self.asked.append(f"enrol {file.name}")
        if self.problem is not None:
            raise self.problem
        if code != self.right_code:
            raise InvalidInput("enrolment_code", field="code")
        self.set_status(replace(self.now, state=LineState.AWAITING_APPROVAL, city=self.city))
        return self.city

    def write_package(self, folder: Path, report: Report, *, is_cancelled: Callable[[], bool]) -> PackageResult:
        self.asked.append("package")
        return PackageResult(cases=self.now.waiting_cases, entries=self.now.waiting_entries, scans=0, size_bytes=0)

    def read_package(self, folder: Path, report: Report, *, is_cancelled: Callable[[], bool]) -> PackageResult:
        self.asked.append("answers")
        return PackageResult(cases=0, entries=0, scans=0, size_bytes=0)
