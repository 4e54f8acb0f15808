"""A paper's way from the store over the screen to the printer: what is shown is what is sent, and every step is kept.

Queue, send, sent or failed, confirmed: each is a ledger line of its own, so that after a power cut the desk goes on
where the sheet was. No widget here; the dialog shows `view` and calls the verbs.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.bootstrap import Counter
from desktop.domain.case import IssuedPaper
from desktop.domain.people import Session
from desktop.messages import sentence
from desktop.ports import Changes
from desktop.services import print_jobs
from printing import devices
from printing.devices import JobState, Printer, PrinterProblem
from printing.devices_address import is_direct
from ui.dialogs.print_presenter import (
    HALTED,
    IN_QUEUE,
    DeskView,
    OnDesk,
    Plan,
    Stage,
    choose_device,
    first_stage,
    last_problem,
    planned,
)
from ui.dialogs.print_sheet import are_made_alike, make_sheet, read_paper
from ui.print_worker import PrintWorker
from ui.problem_text import problem_text
from ui.tasks import Tasks

if TYPE_CHECKING:
    from printing.spool import Prepared

T = TypeVar("T")

NOT_OUT = "print_not_out"
"""Problem of a sheet that the clerk did not get."""

LOOK_EVERY_MS = 2000


class PrintSystem(Protocol):
    """printing.devices, or ui.raster_print where there is no `lp`."""

    def printers(self) -> list[Printer]: ...
    def send(self, pdf: bytes, device: str, *, title: str) -> str: ...
    def job_state(self, job: str) -> JobState: ...
    def cancel(self, job: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Tools:
    """What the desk works with. Session, language and what the settings want are asked each time: they change."""

    counter: Counter
    tasks: Tasks
    worker: PrintWorker
    system: PrintSystem
    session: Callable[[], Session]
    language: Callable[[], str]
    wanted_device: Callable[[], str]
    wanted_format: Callable[[], str]


class PrintFlow(QObject):
    """One paper on the desk. All verbs return at once; `changed` tells that `view` is another."""

    changed = Signal()
    changes_made = Signal(object)
    """desktop.ports.Changes of what was recorded."""

    def __init__(self, number: str, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.view = DeskView(Stage.LOADING, number)
        self.known: list[Printer] = []
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY_MS)
        self._looking.timeout.connect(self.look)

    @property
    def own_device(self) -> str:
        """The slip or needle printer of the settings; empty if the settings name another device."""
        wanted = self._tools.wanted_device()
        return wanted if is_direct(wanted) else ""

    def load(self) -> None:
        """Reads the paper, makes its PDF, looks at the printers."""
        number = self.view.number
        self._tools.tasks.read(lambda: read_paper(self._tools.counter, number), self._have_paper, self._cannot_read)

    def set_device(self, device: str) -> None:
        """Another printer or folder for this paper; made and shown anew if that device takes another size."""
        before = self.view.device
        self._set(replace(self.view, device=device, problem=""))
        if not are_made_alike(before, device) and self.view.on_desk is not None:
            self._set(self.view.at(Stage.LOADING))
            self._make(self.view.on_desk, lambda _: device)

    def set_reason(self, reason: str) -> None:
        """Why the shown sheet is a reprint."""
        self._set(replace(self.view, plan=replace(self.view.plan, reason=reason.strip()), problem=""))

    def print_sheet(self) -> None:
        """Prints the shown sheet. Does nothing unless the desk is ready or has failed; a reprint has its reason."""
        device, number = self.view.device, self.view.number
        self._begin(device, lambda sheet: self._tools.system.send(sheet.data, device, title=number))

    def save_as(self, path: str) -> None:
        """Saves the shown sheet as a file. It counts as a sheet like a printed one: it leaves the counter too."""
        target = Path(path)
        self._begin(f"{devices.FILE}{target.parent}", lambda sheet: devices.save(sheet.pdf, target))

    def confirm(self) -> None:
        """The clerk holds the sheet in the hand."""
        if self.view.stage is Stage.ASKING:
            sheet_no = self.view.plan.sheet_no
            self._record(lambda: self._confirmed(sheet_no), lambda changes: self._done(changes))

    def not_out(self) -> None:
        """The sheet did not come out: taken out of its queue, kept, and offered again with the same number."""
        if self.view.stage is Stage.ASKING:
            job, system = self.view.job, self._tools.system
            if self.view.is_waiting:
                self._tools.worker.run(lambda: system.cancel(job), lambda _: None, self._not_sent)
            self._fail(NOT_OUT, sentence(NOT_OUT, {}, self._tools.language()))

    def look(self) -> None:
        """Asks the system whether the sheet still waits in its queue; that it is out, only the clerk can say."""
        job, system = self.view.job, self._tools.system
        self._tools.worker.run(lambda: system.job_state(job), self._have_looked, lambda _: self._looking.stop())

    def stop(self) -> None:
        """The dialog is closed: nobody looks any more."""
        self._looking.stop()

    def _have_looked(self, state: JobState) -> None:
        is_waiting = state in IN_QUEUE
        if self.view.stage is not Stage.ASKING or not is_waiting:
            self._looking.stop()
        problem = sentence(HALTED[state], {}, self._tools.language()) if state in HALTED else ""
        if self.view.stage is Stage.ASKING and (is_waiting, problem) != (self.view.is_waiting, self.view.problem):
            self._set(replace(self.view, is_waiting=is_waiting, problem=problem))

    def _begin(self, device: str, send: "Callable[[Prepared], str]") -> None:
        view = self.view
        on_desk = view.on_desk
        if view.stage not in (Stage.READY, Stage.FAILED) or view.sheet is None or on_desk is None:
            return
        reason = view.plan.reason
        self._set(replace(view, stage=Stage.SENDING, device=device, problem="", is_waiting=False))
        self._record(
            lambda: self._queued(device, reason),
            lambda sheet_no: self._send(on_desk, Plan(sheet_no, reason), send),
        )

    def _send(self, on_desk: OnDesk, plan: Plan, send: "Callable[[Prepared], str]") -> None:
        """Sends what is shown; if the store counts another sheet than was shown, that one is made and shown first."""
        view = self.view
        is_as_shown = plan.sheet_no == view.plan.sheet_no
        self.view = replace(view, plan=plan)

        wanted_format = self._tools.wanted_format()

        def job() -> "tuple[Prepared, str]":
            sheet = view.sheet if is_as_shown else None
            if sheet is None:
                sheet = make_sheet(on_desk, plan.sheet_no, device=view.device, wanted_format=wanted_format)
            return sheet, send(sheet)

        self._tools.worker.run(job, self._sent, self._not_sent)

    def _sent(self, result: "tuple[Prepared, str]") -> None:
        sheet, job = result
        pdf = sheet.pdf
        self.view = replace(self.view, sheet=sheet, job=job)
        is_file = self.view.device.startswith(devices.FILE)
        self._record(
            lambda: self._record_sent(pdf, job, is_file=is_file), lambda c: self._after_sent(c, is_file=is_file)
        )

    def _after_sent(self, changes: Changes, *, is_file: bool) -> None:
        if is_file:
            self.view = replace(self.view, saved_as=self.view.job)
            self._done(changes)
            return
        self._set(self.view.at(Stage.ASKING))
        self.changes_made.emit(changes)
        if self.view.job:
            self._looking.start()
            self.look()

    def _not_sent(self, error: Exception) -> None:
        if isinstance(error, PrinterProblem):
            self._fail(error.key, sentence(error.key, error.fields, self._tools.language()))
        else:
            self._fail("printer_refused", problem_text(error, language=self._tools.language()))

    def _fail(self, problem: str, words: str) -> None:
        sheet_no = self.view.plan.sheet_no

        def failed(changes: Changes) -> None:
            self._set(self.view.at(Stage.FAILED, problem=words))
            self.changes_made.emit(changes)

        self._record(lambda: self._failed(sheet_no, problem), failed)

    def _done(self, changes: Changes) -> None:
        self._set(self.view.at(Stage.DONE))
        self.changes_made.emit(changes)

    def _have_paper(self, on_desk: OnDesk) -> None:
        self.view = replace(self.view, on_desk=on_desk, plan=planned(on_desk.issued))
        wanted = self._tools.wanted_device()
        self._make(on_desk, lambda known: choose_device(wanted, known))

    def _make(self, on_desk: OnDesk, choose: Callable[[list[Printer]], str]) -> None:
        """Makes the planned sheet for the device that is chosen among the printers of now, then shows it."""
        system, sheet_no, wanted_format = self._tools.system, self.view.plan.sheet_no, self._tools.wanted_format()

        def job() -> "tuple[Prepared, str, list[Printer]]":
            known = system.printers()
            device = choose(known)
            return make_sheet(on_desk, sheet_no, device=device, wanted_format=wanted_format), device, known

        self._tools.worker.run(job, lambda made: self._have_sheet(on_desk.issued, *made), self._cannot_read)

    def _have_sheet(self, issued: IssuedPaper, sheet: "Prepared", device: str, known: list[Printer]) -> None:
        self.known = known
        problem = last_problem(issued)
        words = sentence(problem, {}, self._tools.language()) if problem else ""
        self._set(replace(self.view, stage=first_stage(issued), sheet=sheet, device=device, problem=words))

    def _cannot_read(self, error: Exception) -> None:
        self._set(self.view.at(Stage.UNREADABLE, problem=problem_text(error, language=self._tools.language())))

    def _set(self, view: DeskView) -> None:
        self.view = view
        self.changed.emit()

    def _record(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        self._tools.tasks.run(job, done, self._cannot_record)

    def _cannot_record(self, error: Exception) -> None:
        """The store refused: the sheet stays where it was, and the sentence says why."""
        words = problem_text(error, language=self._tools.language())
        stage = Stage.READY if self.view.stage is Stage.SENDING else self.view.stage
        self._set(self.view.at(stage, problem=words))

    def _queued(self, device: str, reason: str) -> int:
        with self._tools.counter.store.write(self._tools.session()) as uow:
            return print_jobs.queue(uow, self.view.number, device=device, reason=reason)

    def _record_sent(self, pdf: bytes, job: str, *, is_file: bool) -> Changes:
        """A file that is written is there: nobody need look for it. A sheet of paper has to be seen."""
        number, sheet_no = self.view.number, self.view.plan.sheet_no
        digest = hashlib.sha256(pdf).hexdigest()
        with self._tools.counter.store.write(self._tools.session()) as uow:
            changes = print_jobs.sent(uow, number, sheet_no, pdf_sha256=digest, job=job)
            return changes | print_jobs.confirmed(uow, number, sheet_no) if is_file else changes

    def _failed(self, sheet_no: int, problem: str) -> Changes:
        with self._tools.counter.store.write(self._tools.session()) as uow:
            return print_jobs.failed(uow, self.view.number, sheet_no, problem=problem)

    def _confirmed(self, sheet_no: int) -> Changes:
        with self._tools.counter.store.write(self._tools.session()) as uow:
            return print_jobs.confirmed(uow, self.view.number, sheet_no)
