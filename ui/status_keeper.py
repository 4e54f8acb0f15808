"""Keeps the status bar and the numbers in the navigation up to date: looks on a worker, shows on the main thread."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ports_sync import LineState, SyncStatus
from ui.context import Context
from ui.filled import filled
from ui.rail import Rail
from ui.status_bar import StatusBar
from ui.status_presenter import (
    Part,
    Status,
    disk_part,
    line_part,
    look,
    practice_part,
    printer_part,
    receipt_part,
    waiting_part,
)
from ui.sync_feed import SyncFeed

EVERY_MS = 60_000
MOST_SHOWN = 99


class StatusKeeper(QObject):
    """`refresh` looks at everything again; by itself it does so every minute, and whenever sync tells of news."""

    failed = Signal(object)
    """An Exception: the store or the print system did not answer."""

    def __init__(self, context: Context, bar: StatusBar, rail: Rail, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._bar = bar
        self._rail = rail
        self.feed = SyncFeed(context.counter, context.tasks, self)
        self.feed.status_changed.connect(self._show_sync)
        context.feed = self.feed
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    def refresh(self) -> None:
        """Looks again at sync, store, printer and disk."""
        self.feed.look()
        context = self._context
        counter, printer, session = context.counter, context.settings.printer, context.session

        def read() -> tuple[Status, int, int]:
            # behind the first paint, on the reading thread
            from ui.pages.delivery_presenter import ready_count
            from ui.pages.todo_presenter import urgent_count

            count = urgent_count(counter.store, today=counter.clock.today(), session=session)
            return look(counter.store, profile=counter.profile, printer=printer), count, ready_count(counter.store)

        context.tasks.read(read, self._show, self.failed.emit)

    def _show(self, found: tuple[Status, int, int]) -> None:
        status, urgent, ready = found
        language = self._context.language
        self._bar.show_part("printer", printer_part(status, language=language))
        self._bar.show_part("disk", disk_part(status, language=language) or Part("", ""))
        self._badge("todo", urgent, self.tr("%1 to do now"))
        self._badge("delivery", ready, self.tr("%1 results to hand out"))

    def _badge(self, page: str, count: int, meaning: str) -> None:
        shown = str(count) if count <= MOST_SHOWN else f"{MOST_SHOWN}+"
        self._rail.set_badge(page, shown if count else "", filled(meaning, count) if count else "")

    def _show_sync(self, status: SyncStatus) -> None:
        now, language = self._context.counter.clock.now(), self._context.language
        if self._context.counter.is_practice:
            self._bar.show_part("line", practice_part(language))
            return
        line = line_part(status, now=now, language=language, is_demo=self._context.counter.is_demo)
        self._bar.show_part("line", line)
        self._bar.show_part("waiting", waiting_part(status, language=language))
        self._bar.show_part("receipt", receipt_part(status, now=now, language=language))
        is_stopped = status.state is LineState.STOPPED
        self._rail.set_badge("sync", "!" if is_stopped else "", self.tr("somebody has to act") if is_stopped else "")
