"""Saving the form in view as a draft: what is saved, by whom, and when it was."""

from PySide6.QtCore import QObject, Signal

from desktop.clock import HALL_ZONE
from ui.context import Context
from ui.pages.intake.draft_keeper import Done, DraftKeeper, Failed
from ui.pages.intake.intake_jobs import IntakeJobs
from ui.pages.intake.intake_presenter import IntakePresenter


class DraftFlow(QObject):
    """`touch` at each key, `flush` when a field is left; the keeper does the waiting, the worker the saving."""

    saved = Signal(object)
    """The time in the hall, 09:41:07, at which the form in view was saved."""

    failed = Signal(object)
    """The error; what is typed is still there, and is saved with the next key."""

    def __init__(
        self, context: Context, presenter: IntakePresenter, jobs: IntakeJobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = presenter
        self._jobs = jobs
        self._keeper = DraftKeeper(self._save, self)
        self._keeper.saved.connect(self._on_saved)
        self._keeper.failed.connect(self.failed)
        self.touch = self._keeper.touch
        self.flush = self._keeper.flush
        self.forget = self._keeper.forget

    @property
    def is_dirty(self) -> bool:
        """Typed and not handed to the store yet."""
        return self._keeper.is_dirty

    def _save(self, done: Done, failed: Failed) -> bool:
        if not self._presenter.is_worth_keeping or self._presenter.state.is_concluding:
            return False
        job = self._jobs.save_draft(self._presenter.form, field=self._presenter.field_name)
        self._context.tasks.run(job, done, failed)
        return True

    def _on_saved(self) -> None:
        if self._presenter.is_worth_keeping:
            self.saved.emit(self._context.counter.clock.now().astimezone(HALL_ZONE).strftime("%H:%M:%S"))
