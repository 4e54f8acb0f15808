"""Sync (F6): how this window stands with the city, everything that waits and why, and the keys to help it along."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import ClerkRole
from desktop.ports import Changes
from desktop.ports_sync import LineState, SyncControl, SyncLimits, SyncStatus
from ui.context import Context
from ui.dialogs.stick_read import open_read
from ui.dialogs.stick_write import open_write
from ui.filled import filled
from ui.pages.page import Page
from ui.pages.sync_enrol import EnrolPanel
from ui.pages.sync_figures import SyncFigures
from ui.pages.sync_head import SyncHead
from ui.pages.sync_presenter import SyncView, WaitingLine, load, without_sync
from ui.pages.sync_side import SyncSide
from ui.pages.sync_waiting import WaitingCard
from ui.widgets.card import Card
from ui.widgets.current_stack import CurrentStack
from ui.widgets.label import label


class SyncPage(Page):
    """The list is in the middle while there is a city; before that the enrolment stands in its place."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view: SyncView | None = None
        self._is_loading = False
        self._is_stale = False
        self._is_enrolling_again = False
        self.sync_head = SyncHead(context.counter.clock, context.language)
        self.origin_card = Card()
        self.origin_line = label(wrap=True, ink="yellow")
        self.origin_card.body.addWidget(self.origin_line)
        self.origin_card.hide()
        self.figures = SyncFigures()
        self.waiting = WaitingCard()
        self.enrol = EnrolPanel(context.language)
        self.not_lead = Card(self.tr("Connect this window to the city"))
        self.not_lead.body.addWidget(
            label(
                self.tr("The lead of the hall connects this window, with the city's enrolment file and code."),
                wrap=True,
            )
        )
        self.not_lead.body.addStretch()
        self.practice = Card(self.tr("Practice"))
        self.practice.body.addWidget(
            label(
                self.tr("Practice has a ledger of its own. For real work leave it: Ctrl+F12, then L."),
                wrap=True,
            )
        )
        self.practice.body.addStretch()
        self.middle = CurrentStack()
        self.side = SyncSide()
        self._lay_out()
        self._bind()
        if context.feed is not None:
            context.feed.status_changed.connect(self.status_changed)

    def title(self) -> str:
        """同步."""
        return self.tr("Sync")

    def help_text(self) -> str:
        """F1."""
        return self.tr(
            "<p>What was taken in here goes to the city by itself whenever there is a way to it. It counts as being"
            " there only when the city's signed receipt has come back; until then it is kept here and stands in this"
            " list, with the reason, the tries and the next try.</p>"
            "<p><b>Alt+1</b> sends everything now · <b>Alt+2</b> pauses and goes on · <b>Esc</b> breaks a burst off:"
            " what was stored stays stored · <b>Enter</b> on a line tries it now · <b>Alt+5</b> opens its case.</p>"
            "<p>Without any network: <b>Alt+3</b> writes a sealed package to a stick for the courier, <b>Alt+4</b>"
            " reads the answers that come back. Twice does no harm.</p>"
            "<p>If it does not go on by itself, call the city's technician and read out the support code.</p>"
        )

    def opened(self, argument: str) -> None:
        """Reads everything again."""
        self.load()

    def changed(self, changes: Changes) -> None:
        """What is taken in waits here at once."""
        if self.isVisible() and (changes.cases or changes.city):
            self.load()

    def status_changed(self, _status: SyncStatus) -> None:
        """Sync tells that something moved."""
        if self.isVisible():
            self.load()

    def first_focus(self) -> None:
        """The list; before there is a city, the file."""
        if self.middle.currentWidget() is self.enrol:
            self.enrol.setFocus()
        elif self.waiting.has_rows:
            self.waiting.table.setFocus()
        elif self.sync_head.now_key.isVisible():
            self.sync_head.now_key.setFocus()
        else:
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc breaks a burst off."""
        control = self.context.counter.sync
        is_working = self.view is not None and self.view.head.is_working
        if event.key() == Qt.Key.Key_Escape and is_working and control is not None:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def load(self) -> None:
        """Reads status and list; asked again meanwhile, once more after that."""
        control = self.context.counter.sync
        if control is None:
            now = self.context.counter.clock.now()
            self._show(without_sync(now=now, language=self.context.language))
            return
        if self._is_loading:
            self._is_stale = True
            return
        self._is_loading, self._is_stale = True, False
        now, language = self.context.counter.clock.now(), self.context.language
        self.context.tasks.read(lambda: load(control, now=now, language=language), self._have, self._not_loaded)

    def _have(self, view: SyncView) -> None:
        self._is_loading = False
        self._show(view)
        if self._is_stale:
            self.load()

    def _not_loaded(self, error: Exception) -> None:
        self._is_loading = False
        self.failed(error)

    def _show(self, view: SyncView) -> None:
        was = self.middle.currentWidget()
        is_first = self.view is None
        self.view = view
        self.sync_head.show_head(view.head)
        self.origin_line.setText(f"● {view.head.new_origin}")
        self.origin_card.setVisible(bool(view.head.new_origin))
        self.figures.show_figures(view.figures)
        self.figures.setVisible(view.head.is_enrolled)
        self.waiting.show_lines(view.lines, is_online=view.status.state is LineState.ONLINE)
        self.side.show_view(view, may_change=self._is_lead)
        self.middle.setCurrentWidget(self._middle(view))
        if self.isVisible() and (is_first or was is not self.middle.currentWidget()):
            self.first_focus()

    def _middle(self, view: SyncView) -> QWidget:
        if self.context.counter.is_practice:
            return self.practice
        if view.head.is_enrolled and not self._is_enrolling_again:
            return self.waiting
        return self.enrol if self._is_lead else self.not_lead

    @property
    def _is_lead(self) -> bool:
        return self.context.session.clerk.role is ClerkRole.LEAD

    # What a person asks for

    def _bind(self) -> None:
        head = self.sync_head
        head.now_wanted.connect(self._now)
        head.pause_wanted.connect(self._pause)
        head.resume_wanted.connect(self._resume)
        head.cancel_wanted.connect(self._cancel)
        head.package_wanted.connect(self._write_stick)
        head.answers_wanted.connect(self._read_stick)
        self.waiting.now_wanted.connect(self._now)
        self.waiting.case_wanted.connect(self._open_case)
        self.side.limits_changed.connect(self._set_limits)
        self.side.file_wanted.connect(self._enrol_again)
        self.enrol.enrol_wanted.connect(self._enrol)
        self.enrol.left.connect(self._leave_enrolment)

    def _now(self) -> None:
        self._ask(lambda control: control.sync_now(), self.tr("Trying now."))

    def _pause(self) -> None:
        self._ask(lambda control: control.pause(), self.tr("Sending is paused; nothing is lost."))

    def _resume(self) -> None:
        self._ask(lambda control: control.resume(), self.tr("Sending goes on."))

    def _cancel(self) -> None:
        self._ask(lambda control: control.cancel(), self.tr("Broken off. What was sent stays sent."))

    def _write_stick(self) -> None:
        open_write(self.context, self)

    def _read_stick(self) -> None:
        open_read(self.context, self)

    def _set_limits(self, limits: SyncLimits) -> None:
        """Kept in the store, and so by the writing thread."""
        control = self.context.counter.sync
        if control is not None:
            said = self.tr("The limits hold from now on.")
            self.run(lambda: control.set_limits(limits), lambda _nothing: self.say(said))

    def _open_case(self, line: WaitingLine) -> None:
        self.goto("case", line.row.case_id)

    def _ask(self, asked: Callable[[SyncControl], None], said: str) -> None:
        """Asks sync for something that returns at once, and says so."""
        control = self.context.counter.sync
        if control is not None:
            asked(control)
            self.say(said)
            self.load()

    def _enrol_again(self) -> None:
        self._is_enrolling_again = True
        self.enrol.begin()
        if self.view is not None:
            self._show(self.view)

    def _leave_enrolment(self) -> None:
        self._is_enrolling_again = False
        if self.view is not None:
            self._show(self.view)

    def _enrol(self, asked: tuple[Path, str]) -> None:
        control = self.context.counter.sync
        if control is None:
            return
        file, code = asked
        self.enrol.set_busy(True)
        self.context.tasks.run(lambda: control.enrol(file, code), self._enrolled, self.enrol.show_problem)

    def _enrolled(self, city: str) -> None:
        self._is_enrolling_again = False
        self.enrol.begin()
        self.say(filled(self.tr("Enrolled with %1. The city has to approve this window."), city), tone="good")
        self.changes_made.emit(Changes(city=True))
        self.load()

    def _lay_out(self) -> None:
        for widget in (self.waiting, self.enrol, self.not_lead, self.practice):
            self.middle.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.origin_card)
        left.addWidget(self.sync_head)
        left.addWidget(self.figures)
        left.addWidget(self.middle, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        self.body.addLayout(row)
