"""Concluding: from Enter in step 5 to the store's answer. One conclusion at a time, whatever is pressed meanwhile."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.outcome import Outcome
from desktop.ports import Taken
from ui.context import Context
from ui.pages.intake.intake_jobs import IntakeJobs
from ui.pages.intake.intake_presenter import IntakePresenter


@dataclass(frozen=True, slots=True)
class Concluded:
    """What the store gave back, and the outcome that was asked for."""

    taken: Taken
    outcome: Outcome


class ConclusionFlow(QObject):
    """Asks the presenter whether it may be concluded, hands the form to the worker, tells how it ended."""

    started = Signal()
    """The worker has the form: no draft of it is to be saved any more."""

    concluded = Signal(object)
    """Concluded."""

    refused = Signal(object)
    """The error; nothing was taken in, and the form is as it was."""

    day_changed = Signal()
    """Midnight has passed since the dates were shown: they are to be looked at again."""

    def __init__(
        self, context: Context, presenter: IntakePresenter, jobs: IntakeJobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = presenter
        self._jobs = jobs

    def start(self) -> None:
        """Takes the case in with the chosen outcome; does nothing while that is under way or done."""
        if self._context.counter.clock.today() != self._presenter.state.desk.today:
            self.day_changed.emit()
            return
        fault = self._presenter.ready_to_conclude()
        if fault is not None:
            self.refused.emit(fault)
            return
        if not self._presenter.concluding():
            return
        self.started.emit()
        state = self._presenter.state
        job = self._jobs.take_in(state.form, today=state.desk.today)
        self._context.tasks.run(job, partial(self._done, Outcome(state.form.outcome)), self._failed)

    def _done(self, outcome: Outcome, taken: Taken) -> None:
        self._presenter.concluded(taken)
        self.concluded.emit(Concluded(taken, outcome))

    def _failed(self, error: Exception) -> None:
        self._presenter.conclusion_failed()
        self.refused.emit(error)
