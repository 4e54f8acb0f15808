"""What a page is given: the open counter, the workers, who is at the window, the settings, the printing desk.

A page takes what it needs from here and nothing from the window.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.settings_store import SettingsStore, UiSettings
from ui.tasks import Tasks

if TYPE_CHECKING:  # the first paint must not wait for store and papers
    from desktop.bootstrap import Counter
    from desktop.domain.people import Session
    from ui.print_desk import PrintDesk
    from ui.sync_feed import SyncFeed


@dataclass(slots=True)
class Context:
    """Lives from login to exit; a change of clerk replaces `session`, nothing else."""

    counter: "Counter"
    tasks: Tasks
    session: "Session"
    settings_store: SettingsStore
    printer: "PrintDesk"
    feed: "SyncFeed | None" = None  # news of sync; the window makes it
    switch: "Callable[[str], None]" = lambda _mode: None  # into practice or out of it, see ui.practice_switch

    @property
    def settings(self) -> UiSettings:
        """The settings of this moment; change them through `settings_store`."""
        return self.settings_store.current

    @property
    def language(self) -> str:
        """zh or en, as desktop.messages takes it."""
        return self.settings.language
