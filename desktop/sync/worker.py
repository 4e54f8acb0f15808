"""The pump's thread: an event loop of its own, begun once, ended by cancelling."""

import asyncio
import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from desktop.sync.pump import Pump

log = logging.getLogger(__name__)

_ENDS_WITHIN_S = 2.0
_AFTER_FAULT_S = 60.0


class Worker:
    """Runs a pump until `close`. A fault of ours is reported like any other and sync goes on after a minute."""

    def __init__(self, pump: Pump) -> None:
        self._pump = pump
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._task: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def is_running(self) -> bool:
        """Whether the thread was begun."""
        return self._thread is not None

    def start(self) -> None:
        """Begin; a second call does nothing."""
        if self._thread is None and not self._closing.is_set():
            self._thread = threading.Thread(target=self._work, name="sync", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Cancel what is under way and wait for the end, at most two seconds."""
        self._closing.set()
        thread, loop = self._thread, self._loop
        if thread is None:
            return
        if loop is not None and not loop.is_closed():
            _soon(loop, self._cancel)
        thread.join(_ENDS_WITHIN_S)
        if thread.is_alive():
            log.warning("sync did not end within %d seconds", _ENDS_WITHIN_S)

    def _work(self) -> None:
        while not self._closing.is_set():
            try:
                with asyncio.Runner() as runner:
                    self._loop = runner.get_loop()
                    self._pump.signals.bind(self._loop)
                    try:
                        runner.run(self._run())
                    finally:
                        self._pump.signals.bind(None)
            except asyncio.CancelledError:
                return
            except Exception:  # noqa: BLE001 - the edge of this thread: reported to the one excepthook, and sync lives on
                _report(*sys.exc_info())
                self._closing.wait(_AFTER_FAULT_S)

    async def _run(self) -> None:
        self._task = asyncio.current_task()
        if not self._closing.is_set():
            await self._pump.run()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()


def _soon(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    try:
        loop.call_soon_threadsafe(call)
    except RuntimeError:  # closed in this moment: nothing is left to cancel
        log.debug("the loop of sync had ended")


def _report(kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
    if kind is not None and value is not None:
        sys.excepthook(kind, value, trace)
