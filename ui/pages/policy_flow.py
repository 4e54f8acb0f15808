"""Telling of policies from any page: opens the dialog, prints the leaflet, keeps on record what was told."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from desktop.domain.condition import Fact
from desktop.ports import Changes, Taken
from desktop.services import policies
from desktop.services.policies import LeafletRequest
from ui import printable
from ui.pages.page import Page
from ui.pages.policy_dialog import PolicyDialog, PolicySubject

POLICY_KEY = "Alt+P"


def ignore(_value: object) -> None:
    """Nobody keeps it."""


class PolicyFlow(QObject):
    """One dialog at a time. The leaflet closes it: a paper on the desk needs the whole keyboard."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: PolicyDialog | None = None

    def open(
        self,
        subject: PolicySubject,
        *,
        told: Callable[[Mapping[str, Fact]], None] = ignore,
        seen: Callable[[tuple[str, ...]], None] | None = None,
    ) -> None:
        """Shows what fits.

        Args:
            told: gets every answer as it is given.
            seen: gets what was shown when the dialog closes, in the order of publication; None: it goes on record.
        """
        if self.dialog is not None:
            return
        dialog = PolicyDialog(subject, self._page.window())
        self.dialog = dialog
        dialog.told_changed.connect(told)
        dialog.leaflet_wanted.connect(self.print_leaflet)
        dialog.finished.connect(
            lambda _result: self._closed(dialog, seen or (lambda codes: self._record(dialog, codes)))
        )
        dialog.open()

    def print_leaflet(self, request: LeafletRequest) -> None:
        """Issues the leaflet and shows it on the printing desk."""
        context = self._page.context
        counter, session, today = context.counter, context.session, context.counter.clock.today()
        if self.dialog is not None:
            self.dialog.accept()

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                return printable.require_printable_papers(uow, policies.leaflet(uow, session, request, today=today))

        self._page.run(job, self._issued)

    def _issued(self, taken: Taken) -> None:
        self._page.changes_made.emit(taken.changes)
        self._page.context.printer.open_papers(taken.papers)

    def _closed(self, dialog: PolicyDialog, seen: Callable[[tuple[str, ...]], None]) -> None:
        self.dialog = None
        codes = tuple(policy.code for policy in dialog.subject.desk.policies if policy.code in dialog.seen)
        if codes:
            seen(codes)
        dialog.deleteLater()

    def _record(self, dialog: PolicyDialog, codes: tuple[str, ...]) -> None:
        """What was told on the screen goes to the case, or stands alone."""
        context, subject = self._page.context, dialog.subject
        counter, session, today = context.counter, context.session, context.counter.clock.today()
        facts = subject.facts(dialog.told)

        def job() -> Changes:
            with counter.store.write(session) as uow:
                shown = policies.shown_by(subject.desk.policies, codes, facts, today=today)
                return policies.record_shown(
                    uow, shown, version=subject.version, case_id=subject.case_id, item_code=subject.item_code
                )

        self._page.run(job, self._page.changes_made.emit)
