"""Papers that are handed over beside the conclusion: authority and truth pledge before it, rating sheet after it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.ports import Taken
from ui.context import Context
from ui.pages.intake.intake_jobs import IntakeJobs
from ui.pages.intake.intake_presenter import IntakePresenter


class FormsFlow(QObject):
    """One paper at a time: a key that is pressed twice gives one, because each takes a number."""

    changes_made = Signal(object)
    """desktop.ports.Changes."""

    failed = Signal(object)
    """The error; no number was used."""

    taken_back = Signal(object)
    """Taken: the conclusion was taken back; the case waits for another one on its own page."""

    def __init__(
        self, context: Context, presenter: IntakePresenter, jobs: IntakeJobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = presenter
        self._jobs = jobs
        self._is_busy = False

    def give_authority(self) -> None:
        """授权委托书 with what has been typed so far."""
        if self._may_give():
            self._run(self._jobs.power_of_attorney(self._presenter.form))

    def give_truth_pledge(self) -> None:
        """真实性承诺书 of the applicant."""
        if self._may_give():
            self._run(self._jobs.truth_pledge(self._presenter.form))

    def give_rating(self) -> None:
        """评价表 of the case that has just been concluded; for advice without a case there is none."""
        taken = self._presenter.state.taken
        if taken is not None and taken.case_id:
            self._run(self._jobs.rating_sheet(taken.case_id))

    def take_back(self) -> None:
        """撤销结论 of the case that has just been concluded."""
        taken = self._presenter.state.taken
        if taken is not None and taken.case_id and not self._is_busy:
            self._is_busy = True
            self._context.tasks.run(self._jobs.take_back(taken.case_id), self._taken_back, self._not_given)

    def _may_give(self) -> bool:
        state = self._presenter.state
        return self._presenter.item is not None and state.taken is None and not state.is_concluding

    def _run(self, job: Callable[[], Taken]) -> None:
        if not self._is_busy:
            self._is_busy = True
            self._context.tasks.run(job, self._given, self._not_given)

    def _given(self, taken: Taken) -> None:
        self._is_busy = False
        self.changes_made.emit(taken.changes)
        self._context.printer.open_papers(taken.papers)

    def _taken_back(self, taken: Taken) -> None:
        self._is_busy = False
        self.changes_made.emit(taken.changes)
        self.taken_back.emit(taken)

    def _not_given(self, error: Exception) -> None:
        self._is_busy = False
        self.failed.emit(error)
