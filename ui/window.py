"""The window at the counter: navigation, title and search, the page, the status bar; help and lock over it.

It knows pages by name only, builds each at its first visit, and carries notices and changes between them.
"""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.domain.people import Session
from desktop.ports import Changes
from ui.context import Context
from ui.filled import filled
from ui.help_panel import HelpPanel
from ui.lock_guard import LockGuard
from ui.page_register import PAGES, PageEntry
from ui.pages.page import BACK, Goto, Notice, Page
from ui.practice_strip import stand_in
from ui.problem_text import problem_text
from ui.rail import Rail
from ui.status_bar import StatusBar
from ui.status_keeper import StatusKeeper
from ui.theme import scaled
from ui.top_bar import TopBar
from ui.widgets.current_stack import CurrentStack
from ui.widgets.follow_area import FollowArea

if TYPE_CHECKING:  # made at the first turn: the first paint does not wait for it
    from ui.citizen.citizen_turn import CitizenTurnGuard

log = logging.getLogger(__name__)

WINDOW_SIZE = QSize(1366, 768)
WIDE_LEAST_PX = 1240  # at 100 %: below it the navigation stands in a narrow rail


class MainWindow(QMainWindow):
    """Opens on Today. `closed` is emitted when everything typed has been handed to the store."""

    closed = Signal()

    def __init__(self, context: Context, *, pages: tuple[PageEntry, ...] = PAGES) -> None:
        super().__init__()
        self.context = context
        self._entries = {entry.name: entry for entry in pages}
        self._pages: dict[str, Page] = {}
        self._now = ""
        self._opened_from = next(iter(self._entries))  # the page behind one that is not in the rail
        self._hall_name = ""
        self._before_help: QWidget | None = None  # what had the keyboard
        self.rail = Rail([entry for entry in pages if entry.is_in_rail])
        self.top = TopBar()
        self.stack = CurrentStack()
        self.status = StatusBar()
        self.page_area = FollowArea()
        self.help = HelpPanel(self.page_area)
        self.central = QFrame()
        self._lay_out()
        self.guard = LockGuard(self, context)
        self.turn: CitizenTurnGuard | None = None
        self.keeper = StatusKeeper(context, self.status, self.rail, self)
        self._bind()
        self._place()
        self.practice = stand_in(self, self.column) if context.counter.is_practice else None
        self.refresh_status()
        self._read_hall()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._now)

    def show_placed(self) -> None:
        """Shows it where it stood; the first time on a small screen, or a scaled one, all over it."""
        room = self.screen().availableSize()
        if not self.context.settings.window and WINDOW_SIZE.expandedTo(room) != room:
            self.showMaximized()
        else:
            self.show()

    def open_first_page(self) -> None:
        """Shows the first page of the navigation, after the frame has been painted."""
        QTimer.singleShot(0, self, lambda: self.goto(Goto(next(iter(self._entries)))))

    def goto(self, target: Goto) -> None:
        """Shows a page, built now if it never was; its keyboard focus goes where its work begins."""
        if target.page == BACK:
            target = Goto(self._opened_from)
        entry = self._entries[target.page]
        page = self._pages.get(entry.name) or self._build(entry)
        is_new = self._now != entry.name
        if is_new and not entry.is_in_rail:
            self._opened_from = self._now or self._opened_from
        self._now = entry.name
        self.stack.setCurrentWidget(page)
        self.rail.mark(entry.rail_name or entry.name)
        self.top.show_head(page.head())
        self._show_title()
        self.help.hide()
        self.top.search.clear()  # it has been answered; the page of cases has an entry of its own
        page.opened(target.argument)
        if is_new or not page.isAncestorOf(self.focusWidget() or self):
            page.first_focus()

    def say(self, notice: Notice) -> None:
        """Says a line in the status bar."""
        self.status.say(notice)

    def spread(self, changes: Changes) -> None:
        """Tells every page and the status bar what an action changed."""
        for page in self._pages.values():
            page.changed(changes)
        if self.practice is not None:
            self.practice.refresh()
        if changes.hall or changes.clerks:
            self._read_hall()
        self.refresh_status()

    def refresh_status(self) -> None:
        """Looks again at sync, store, printer and disk, on a worker."""
        self.keeper.refresh()

    def begin_session(self, session: Session) -> None:
        """Another clerk sits down: nothing of the first one's pages stays, all of it is saved."""
        self.context.session = session
        self.top.remove_heads()
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._now = ""
        self._read_hall()
        self.goto(Goto(next(iter(self._entries))))

    def save_all(self) -> None:
        """Hands everything typed to the store's writer, in order."""
        for page in self._pages.values():
            if page.has_unsaved():
                page.save_now()

    def page_failed(self, error: Exception) -> None:
        """Says in the status bar what went wrong."""
        self.say(Notice(problem_text(error, language=self.context.language), "bad"))

    def lock(self) -> None:
        """Locks the screen (Ctrl+L)."""
        self.guard.lock()

    def turn_to_citizen(self, case_id: object) -> None:
        """Turns the window to the citizen of a case (F8); it comes back by the password."""
        from ui.citizen.citizen_turn import CitizenTurnGuard

        if self.turn is None:
            self.turn = CitizenTurnGuard(self, self.context)
            self.turn.changes_made.connect(self.spread)
        self.turn.begin(case_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lock covers everything at any size."""
        super().resizeEvent(event)
        self._fit_rail()
        self.guard.overlay.resize_to_parent()
        if self.turn is not None:
            self.turn.resize_to_window()
        self.help.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nobody below wanted: Enter is a click on any button, Esc brings the keyboard back to the page."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape and self.page is not None and not self.page.isAncestorOf(focused or self):
            self._back_to_page()
        elif not self.guard.is_locked and (entry := self._entry_of(event)) is not None:
            self.goto(Goto(entry.name))
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Saves what is typed and where the window stood."""
        self.save_all()
        try:
            self.context.settings_store.change(window=bytes(self.saveGeometry().toHex().data()).decode("ascii"))
        except OSError as error:
            log.warning("window position not kept: %s", error.strerror)
        if self.turn is not None:
            self.turn.end()
        self.guard.stop()
        self.closed.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Yichuang"))
        self.central.setObjectName("central")
        right = self.column = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.page_area, 1)
        right.addWidget(self.status)
        # At 100 % every page fits; large text on a small screen scrolls instead of pushing the window off it.
        self.page_area.setObjectName("pages")
        self.page_area.setWidget(self.stack)
        row = QHBoxLayout(self.central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(self.central)
        counter = self.context.counter
        if counter.is_demo or counter.is_practice:
            self.central.setProperty("practice", "true")
            self.top.show_practice(self.tr("Practice") if counter.is_practice else self.tr("Demonstration"))

    def _bind(self) -> None:
        self.rail.chosen.connect(lambda name: self.goto(Goto(name)))
        self.rail.change_clerk.connect(self.lock)
        self.status.navigate.connect(self.goto)
        self.top.searched.connect(lambda text: self.goto(Goto("cases", text)))
        self.top.search.left.connect(self._back_to_page)
        self.help.closed.connect(self._close_help)
        self.context.settings_store.changed.connect(self._fit_rail)
        desk = self.context.printer
        desk.window = self
        desk.changes_made.connect(self.spread)
        desk.notice.connect(self.say)
        self.keeper.failed.connect(self.page_failed)
        self.keeper.feed.outside_changed.connect(lambda: self.spread(Changes(city=True)))
        # Shortcuts belong to what the lock hides, so that a locked window hears none of them.
        for entry in self._entries.values():
            if entry.key and not entry.yields_key and entry.name != "cases":
                self._shortcut(entry.key, lambda name=entry.name: self.goto(Goto(name)))
        self._shortcut("F1", self._toggle_help)
        self._shortcut("F3", self._search)
        self._shortcut("Ctrl+K", self._search)
        self._shortcut("Ctrl+L", self.lock)

    def _entry_of(self, event: QKeyEvent) -> PageEntry | None:
        """The page whose key this is, of those that a page in view may use itself: it did not, so here it comes."""
        pressed = QKeySequence(event.keyCombination())
        return next((e for e in self._entries.values() if e.yields_key and pressed == QKeySequence(e.key)), None)

    def _shortcut(self, key: str, action: object) -> None:
        QShortcut(QKeySequence(key), self.central).activated.connect(action)

    def _build(self, entry: PageEntry) -> Page:
        page = entry.build(self.context)
        self._pages[entry.name] = page
        self.stack.addWidget(page)
        page.navigate.connect(self.goto)
        page.notice.connect(self.say)
        page.changes_made.connect(self.spread)
        page.citizen_turn.connect(self.turn_to_citizen)
        page.title_changed.connect(self._show_title)
        return page

    def _show_title(self) -> None:
        if self.page is not None:
            self.top.title.setText(self.page.title())
            self.top.hall.setText(self.page.subtitle() or self._hall_name)

    def _read_hall(self) -> None:
        store = self.context.counter.store

        def read() -> str:
            with store.read() as reader:
                hall = reader.hall()
            return hall.name if hall else ""

        self.rail.set_clerk(window=self.context.session.window, name=self.context.session.clerk.name)
        self.context.tasks.read(read, self._show_hall, self.page_failed)

    def _show_hall(self, name: str) -> None:
        self._hall_name = name
        self.setWindowTitle(filled(self.tr("Yichuang · %1"), name) if name else self.tr("Yichuang"))
        self._show_title()

    def _search(self) -> None:
        if self._now == "cases":
            self._back_to_page()  # it has a search of its own, which finds with every key
        elif self.top.search.hasFocus():
            self.goto(Goto("cases", self.top.search.text().strip()))
        else:
            self.top.search.setFocus()
            self.top.search.selectAll()

    def _back_to_page(self) -> None:
        if self.page is not None:
            self.page.first_focus()

    def _toggle_help(self) -> None:
        if self.help.isVisible():
            self._close_help()
        elif self.page is not None:
            self._before_help = self.focusWidget()
            self.help.show_help(self.page.title(), self.page.help_text())

    def _close_help(self) -> None:
        """The keyboard goes back to the very place where F1 was pressed."""
        self.help.hide()
        before, self._before_help = self._before_help, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self._back_to_page()

    def _fit_rail(self) -> None:
        """On a small screen, a scaled one or with large text the room belongs to the page."""
        least = scaled(WIDE_LEAST_PX, percent=self.context.settings.percent)
        self.rail.set_narrow(self.width() < least)

    def _place(self) -> None:
        kept = self.context.settings.window
        if not kept or not self.restoreGeometry(QByteArray.fromHex(kept.encode("ascii"))):
            self.resize(WINDOW_SIZE.boundedTo(self.screen().availableSize()))
