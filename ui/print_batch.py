"""Many sheets on their way, one after the other: the waiting papers of Today printed in one go.

Every step is a ledger line, as for a single paper. A printer that has a problem stops the batch, because the next sheet
would meet it too; a paper that cannot be made is passed over and says why. Cancelling lets the running sheet end.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.case import SheetState
from desktop.messages import sentence
from desktop.ports import Changes, UnitOfWork
from desktop.services import print_batch, print_jobs
from desktop.services.print_batch import WaitingSheet
from printing.devices import FILE, JobState, PrinterProblem
from ui.dialogs.print_flow import LOOK_EVERY_MS, NOT_OUT, Tools
from ui.dialogs.print_presenter import HALTED, IN_QUEUE, choose_device
from ui.dialogs.print_sheet import make_sheet, read_paper
from ui.problem_text import problem_text

if TYPE_CHECKING:
    from printing.spool import Prepared

T = TypeVar("T")


class BatchStage(Enum):
    """Where one sheet of the batch stands."""

    WAITING = "waiting"  # to be printed
    SENDING = "sending"
    SENT = "sent"  # handed over; nobody has said that it is out
    FAILED = "failed"
    OUT = "out"  # confirmed


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A sheet of the batch; `problem` is a sentence, empty if all is well; `job` its name in the system's queue."""

    sheet: WaitingSheet
    stage: BatchStage
    problem: str = ""
    job: str = ""

    @property
    def may_print(self) -> bool:
        """Still to be printed, or to be tried again."""
        return self.stage in (BatchStage.WAITING, BatchStage.FAILED)


class PrintBatch(QObject):
    """All verbs return at once; `changed` tells that rows or state are others."""

    changed = Signal()
    changes_made = Signal(object)
    """desktop.ports.Changes of what was recorded."""

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.rows: list[BatchRow] = []
        self.device = ""
        self.problem = ""
        self.is_running = False
        self._is_cancelled = False
        self._to_do: list[int] = []
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY_MS)
        self._looking.timeout.connect(self.look)

    @property
    def counts(self) -> tuple[int, int]:
        """How many of the sheets are handed over or out, and how many there are."""
        done = sum(row.stage in (BatchStage.SENT, BatchStage.OUT) for row in self.rows)
        return done, len(self.rows)

    def load(self) -> None:
        """Reads the waiting sheets."""
        self._tools.tasks.read(self._read, self._have_rows, self._say)

    def start(self) -> None:
        """Prints every sheet that is still to be printed, oldest first."""
        if self.is_running or not any(row.may_print for row in self.rows):
            return
        self._to_do = [number for number, row in enumerate(self.rows) if row.may_print]
        self._is_cancelled, self.is_running, self.problem = False, True, ""
        wanted, system = self._tools.wanted_device(), self._tools.system
        self._tools.worker.run(lambda: choose_device(wanted, system.printers()), self._have_device, self._stop_with)
        self.changed.emit()

    def cancel(self) -> None:
        """No further sheet; the one on its way ends."""
        self._is_cancelled = True

    def confirm_all(self) -> None:
        """The clerk holds every sheet that was handed over."""
        out = [place for place, row in enumerate(self.rows) if row.stage is BatchStage.SENT]
        if self.is_running or not out:
            return
        sheets = [(self.rows[place].sheet.number, self.rows[place].sheet.sheet_no) for place in out]

        def done(changes: Changes) -> None:
            for place in out:
                self._set(place, BatchStage.OUT)
            self.changes_made.emit(changes)

        self._tools.tasks.run(lambda: self._write(lambda uow: print_batch.confirm(uow, sheets)), done, self._say)

    def not_out(self, place: int) -> None:
        """This sheet did not come out: it is to be printed again, with the same number."""
        if self.is_running or self.rows[place].stage is not BatchStage.SENT:
            return
        job, system = self.rows[place].job, self._tools.system
        if job:
            self._tools.worker.run(lambda: system.cancel(job), lambda _: None, self._say)
        words = sentence(NOT_OUT, {}, self._tools.language())
        self._fail(place, NOT_OUT, words, then=lambda: None)

    def look(self) -> None:
        """Asks the system for the sheets that it still has in its queue: a paused one says so."""
        system = self._tools.system
        jobs = {place: row.job for place, row in enumerate(self.rows) if row.job and row.stage is BatchStage.SENT}
        if jobs:
            self._tools.worker.run(
                lambda: {place: system.job_state(job) for place, job in jobs.items()},
                self._have_looked,
                lambda _: self._looking.stop(),
            )
        else:
            self._looking.stop()

    def stop_looking(self) -> None:
        """The list is closed."""
        self._looking.stop()

    def _have_looked(self, states: dict[int, JobState]) -> None:
        language = self._tools.language()
        for place, state in states.items():
            if self.rows[place].stage is BatchStage.SENT:
                problem = sentence(HALTED[state], {}, language) if state in HALTED else ""
                job = self.rows[place].job if state in IN_QUEUE else ""
                self.rows[place] = replace(self.rows[place], problem=problem, job=job)
        self.changed.emit()

    def _have_rows(self, sheets: list[WaitingSheet]) -> None:
        self.rows = [
            BatchRow(sheet, BatchStage.SENT if sheet.state is SheetState.SENT else BatchStage.WAITING)
            for sheet in sheets
        ]
        self.changed.emit()

    def _have_device(self, device: str) -> None:
        self.device = device
        if device:
            self._next()
        else:
            self._stop_with(PrinterProblem("printer_none", device=""))

    def _next(self) -> None:
        if self._is_cancelled or not self._to_do:
            self._stop()
            return
        place = self._to_do.pop(0)
        row = self.rows[place]
        self._set(place, BatchStage.SENDING)
        number, device, reason = row.sheet.number, self.device, row.sheet.reason
        self._tools.tasks.run(
            lambda: self._write(lambda uow: print_jobs.queue(uow, number, device=device, reason=reason)),
            lambda sheet_no: self._send(place, sheet_no),
            lambda error: self._pass_over(place, error),
        )

    def _send(self, place: int, sheet_no: int) -> None:
        number, device = self.rows[place].sheet.number, self.device
        self.rows[place] = replace(self.rows[place], sheet=replace(self.rows[place].sheet, sheet_no=sheet_no))
        counter, system, wanted_format = self._tools.counter, self._tools.system, self._tools.wanted_format()

        def job() -> "tuple[Prepared, str]":
            sheet = make_sheet(read_paper(counter, number), sheet_no, device=device, wanted_format=wanted_format)
            return sheet, system.send(sheet.data, device, title=number)

        self._tools.worker.run(job, lambda sent: self._sent(place, *sent), lambda error: self._not_sent(place, error))

    def _sent(self, place: int, sheet: "Prepared", job: str) -> None:
        number, sheet_no = self.rows[place].sheet.number, self.rows[place].sheet.sheet_no
        digest, is_file = hashlib.sha256(sheet.pdf).hexdigest(), self.device.startswith(FILE)

        def record() -> Changes:
            with self._tools.counter.store.write(self._tools.session()) as uow:
                changes = print_jobs.sent(uow, number, sheet_no, pdf_sha256=digest, job=job)
                return changes | print_jobs.confirmed(uow, number, sheet_no) if is_file else changes

        def done(changes: Changes) -> None:
            self._set(place, BatchStage.OUT if is_file else BatchStage.SENT)
            self.rows[place] = replace(self.rows[place], job="" if is_file else job)
            self.changes_made.emit(changes)
            self._looking.start()
            self._next()

        self._tools.tasks.run(record, done, self._stop_with)

    def _not_sent(self, place: int, error: Exception) -> None:
        words = problem_text(error, language=self._tools.language())
        if isinstance(error, PrinterProblem):
            words = sentence(error.key, error.fields, self._tools.language())
            self._fail(place, error.key, words, then=lambda: self._stop(words))
        else:
            self._fail(place, "printer_refused", words, then=self._next)

    def _fail(self, place: int, problem: str, words: str, *, then: Callable[[], None]) -> None:
        number, sheet_no = self.rows[place].sheet.number, self.rows[place].sheet.sheet_no

        def done(changes: Changes) -> None:
            self._set(place, BatchStage.FAILED, words)
            self.changes_made.emit(changes)
            then()

        self._tools.tasks.run(
            lambda: self._write(lambda uow: print_jobs.failed(uow, number, sheet_no, problem=problem)),
            done,
            self._stop_with,
        )

    def _pass_over(self, place: int, error: Exception) -> None:
        self._set(place, BatchStage.FAILED, problem_text(error, language=self._tools.language()))
        self._next()

    def _stop_with(self, error: Exception) -> None:
        if isinstance(error, PrinterProblem):
            self._stop(sentence(error.key, error.fields, self._tools.language()))
        else:
            self._stop(problem_text(error, language=self._tools.language()))

    def _stop(self, problem: str = "") -> None:
        self.is_running, self.problem = False, problem
        self.changed.emit()
        self.look()

    def _say(self, error: Exception) -> None:
        self.problem = problem_text(error, language=self._tools.language())
        self.changed.emit()

    def _set(self, place: int, stage: BatchStage, problem: str = "") -> None:
        self.rows[place] = replace(self.rows[place], stage=stage, problem=problem, job="")
        self.changed.emit()

    def _read(self) -> list[WaitingSheet]:
        with self._tools.counter.store.read() as reader:
            return print_batch.waiting_sheets(reader)

    def _write(self, action: Callable[[UnitOfWork], T]) -> T:
        with self._tools.counter.store.write(self._tools.session()) as uow:
            return action(uow)
