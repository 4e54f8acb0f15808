"""What others want of the pump: flags that it looks at when it comes round. Setting one starts nothing by itself."""

import asyncio
import threading
from collections.abc import Callable


class Signals:
    """Flags, safe from any thread once `bind` was called in the pump's loop. Before that nobody waits for them."""

    def __init__(self) -> None:
        self.is_paused = False
        self.is_metered = False
        self.is_reachable = True
        self.under_way: asyncio.Future[None] | None = None
        self._is_forced = False
        self._is_line_back = False
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._changed = asyncio.Event()

    def bind(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """From now on changes wake this loop; None: it ends."""
        with self._lock:
            self._loop = loop

    async def wait(self) -> None:
        """Until something has changed since the last time."""
        await self._changed.wait()
        self._changed.clear()

    def change(self) -> None:
        """Something that the pump should look at has moved: a flag here, or lines in the ledger."""
        self._in_loop(self._changed.set)

    def force(self) -> None:
        """Try everything now."""
        self._is_forced = True
        self.change()

    @property
    def is_forced(self) -> bool:
        """A person has asked."""
        return self._is_forced

    def take_forced(self) -> bool:
        """Whether a person has asked; asked once, done once."""
        asked, self._is_forced = self._is_forced, False
        return asked

    def set_line(self, *, is_reachable: bool, is_metered: bool) -> None:
        """What the system says of the network."""
        self._is_line_back = self._is_line_back or (is_reachable and not self.is_reachable)
        self.is_reachable, self.is_metered = is_reachable, is_metered
        self.change()

    def take_line_back(self) -> bool:
        """Whether the network came back since the last time."""
        is_back, self._is_line_back = self._is_line_back, False
        return is_back

    def set_paused(self, *, is_paused: bool) -> None:
        """A person pauses or goes on."""
        self.is_paused = is_paused
        self.change()
        if is_paused:
            self.break_off()

    def break_off(self) -> None:
        """Cancel the cycle that is under way; what it has stored stays stored."""
        self._in_loop(self._cancel)

    def _cancel(self) -> None:
        if self.under_way is not None:
            self.under_way.cancel()

    def _in_loop(self, call: Callable[[], None]) -> None:
        with self._lock:
            if self._loop is not None:
                self._loop.call_soon_threadsafe(call)
