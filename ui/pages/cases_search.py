"""Search on every key stroke without a queue: one question at a time is asked, and only the newest one that waits."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.bootstrap import Counter
from desktop.domain.calendar import WorkCalendar
from desktop.ports import CaseReader
from desktop.services.calendar import work_calendar
from ui.pages.cases_presenter import PAGE, CaseLine, Question, lines
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows for a question, the newest first. `is_more`: they go below the ones that are shown."""

    question: Question
    lines: tuple[CaseLine, ...]
    may_have_more: bool
    is_more: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    question: Question
    before_no: int | None = None


class CaseSearch(QObject):
    """Lets the running query end, then asks what was typed last; what came in between is never asked.

    An answer that is not for the newest question is dropped.
    """

    answered = Signal(object)
    """An Answer."""

    failed = Signal(object)
    """The error of a query."""

    def __init__(self, counter: Counter, tasks: Tasks, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._tasks = tasks
        self._language = language
        self._wanted: _Wanted | None = None
        self._running: _Wanted | None = None
        self.asked = 0
        """Queries that reached the store."""

    @property
    def is_busy(self) -> bool:
        """A query is running."""
        return self._running is not None

    def ask(self, question: Question) -> None:
        """Asks anew, from the newest case on."""
        self._want(_Wanted(question))

    def ask_older(self, question: Question, before_no: int) -> None:
        """Asks for the cases older than `before_no`; dropped if something else is asked meanwhile."""
        if self._running is None:
            self._want(_Wanted(question, before_no))

    def _want(self, wanted: _Wanted) -> None:
        self._wanted = wanted
        if self._running is None:
            self._run()

    def _run(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        self._running = wanted
        self.asked += 1
        self._tasks.read(lambda: self._read(wanted), self._have, self._have_failed)

    def _read(self, wanted: _Wanted) -> Answer:
        with self._counter.store.read() as reader:
            return find(reader, wanted, counter=self._counter, language=self._language)

    def _have(self, answer: Answer) -> None:
        self._running = None
        if self._wanted is not None:
            self._run()
        else:
            self.answered.emit(answer)

    def _have_failed(self, error: Exception) -> None:
        self._running = None
        if self._wanted is not None:
            self._run()
        else:
            self.failed.emit(error)


def find(reader: CaseReader, wanted: _Wanted, *, counter: Counter, language: str) -> Answer:
    """One query with its lamps, on the reading thread."""
    question, today = wanted.question, counter.clock.today()
    rows = reader.search(question.text, question.filters, limit=PAGE, before_no=wanted.before_no)
    calendar: WorkCalendar = work_calendar(reader, today)
    return Answer(
        question=question,
        lines=lines(rows, today=today, calendar=calendar, language=language),
        may_have_more=len(rows) == PAGE,
        is_more=wanted.before_no is not None,
    )


def all_lines(counter: Counter, question: Question, *, language: str) -> list[CaseLine]:
    """Every case of the question, newest first: for the spreadsheet. Takes long on a large register."""
    found: list[CaseLine] = []
    wanted = _Wanted(question)
    with counter.store.read() as reader:
        while True:
            answer = find(reader, wanted, counter=counter, language=language)
            found.extend(answer.lines)
            if not answer.may_have_more:
                return found
            wanted = replace(wanted, before_no=found[-1].row.no)
