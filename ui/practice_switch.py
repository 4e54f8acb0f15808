"""From the real counter into practice and back: the one is closed, with its key, before the other is opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.login.gate import Gate, Opened
from ui.tasks import Tasks

if TYPE_CHECKING:  # the first paint must not wait for them
    from desktop.domain.people import Clerk

PRACTISE, LEAVE, DELETE = "practise", "leave-practice", "delete-practice"
"""What a page may ask of Context.switch."""


class Switch:
    """Runs on the writing thread, behind everything that was typed before.

    Args:
        opened: practice is open.
        closed: nothing is open any more: the door is shown.
        failed: practice could not be opened; nothing is open any more.
    """

    def __init__(
        self,
        gate: Gate,
        tasks: Tasks,
        *,
        opened: Callable[[Opened], None],
        closed: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._gate = gate
        self._tasks = tasks
        self._opened = opened
        self._closed = closed
        self._failed = failed

    def go(self, mode: str, left: Opened, clerk: "Clerk") -> None:
        """Leaves `left` for what `mode` says; `clerk` practises."""
        gate = self._gate
        if mode == PRACTISE:

            def into() -> Opened:
                left.counter.close()
                return gate.practise(clerk.clerk_id, clerk.name)

            self._behind_all_reads(lambda: self._tasks.run(into, self._opened, self._failed))
            return

        def out() -> None:
            left.counter.close()
            if mode == DELETE:
                gate.delete_practice()

        self._behind_all_reads(lambda: self._tasks.run(out, lambda _nothing: self._closed(), self._failed))

    def _behind_all_reads(self, close: Callable[[], None]) -> None:
        """Reads have a thread of their own: one that still waits there would find the store closed."""
        self._tasks.read(lambda: None, lambda _nothing: close(), self._failed)
