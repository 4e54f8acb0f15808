"""A real encrypted counter behind cases, catalogue and printing desk, and cases taken in through the services."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.clock import FixedClock
from desktop.domain.catalogue import Catalogue
from desktop.domain.checklist import Check, MaterialState
from desktop.domain.outcome import Outcome
from desktop.domain.people import Session
from desktop.ports import Taken
from desktop.services import intake
from desktop.services.intake_form import IntakeForm
from desktop.store.key_slots import Cost
from printing import devices
from printing.devices import Printer
from tests.builders import COMPLETE, HALL, LEAD, PERSON_ID, catalogue, item
from ui.context import Context
from ui.pages.page import Page
from ui.print_desk import PrintDesk
from ui.settings_store import SettingsStore
from ui.tasks import Tasks

MORNING = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)  # Monday, 9 o'clock in the hall


@dataclass
class PaperTray:
    """A print system of our own: lists what the test says, keeps what it is sent, or refuses it."""

    known: list[Printer] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)
    problem: devices.PrinterProblem | None = None
    job: devices.JobState = devices.JobState.GONE
    cancelled: list[str] = field(default_factory=list)

    def job_state(self, _job: str) -> devices.JobState:
        return self.job

    def printers(self) -> list[Printer]:
        return list(self.known)

    def cancel(self, job: str) -> None:
        self.cancelled.append(job)

    def send(self, pdf: bytes, device: str, *, title: str) -> str:
        if devices.folder_of(device) is not None:
            return devices.send(pdf, device, title=title)
        if self.problem is not None:
            raise self.problem
        self.sent.append(pdf)
        return f"{device}-{len(self.sent)}"


@dataclass
class Hall:
    """The counter with everything that a page is given."""

    counter: Counter
    session: Session
    clock: FixedClock
    tray: PaperTray
    context: Context
    numbers: int = 0

    def take_in(self, outcome: Outcome = Outcome.ACCEPT, **typed: Any) -> Taken:
        """Takes a case in as the intake page does."""
        self.numbers += 1
        states = typed.pop("states", COMPLETE)
        reasons = {MaterialState.FAULTY: "缺页", MaterialState.MISSING: ""}
        checks = {c: Check(code=c, state=s, reason=reasons.get(s, "")) for c, s in states.items()}
        fields: dict[str, Any] = {
            "case_id": f"01234567-89ab-7def-8123-{self.numbers:012}",
            "item_code": "L1",
            "name": "王示例",
            "id_number": PERSON_ID,
            "phone": "13900000000",
            "answers": {"place": "1"},
            "checks": checks,
            "outcome": outcome.value,
        }
        form = IntakeForm(**{**fields, **typed})
        with self.counter.store.write(self.session) as uow:
            return intake.take_in(uow, self.session, form, today=self.clock.today())


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture
def published() -> Catalogue:
    """What the counter has adopted; a test may bring its own."""
    return catalogue(item())


@pytest.fixture
def hall(tmp_path: Path, clock: FixedClock, published: Catalogue, qapp: Any) -> Iterator[Hall]:
    counter, _ = bootstrap.create_profile(
        tmp_path / "window",
        hall=HALL,
        lead=LEAD,
        password="demo-2026",
        clock=clock,
        catalogue=published,
        cost=Cost(time=1, memory_kib=64, lanes=1),
    )
    session = Session(clerk=LEAD, window="02")
    tasks = Tasks()
    settings = SettingsStore(tmp_path / "screen.json")
    tray = PaperTray()
    desk = PrintDesk(counter=counter, tasks=tasks, session=lambda: session, settings_store=settings, system=tray)
    context = Context(counter=counter, tasks=tasks, session=session, settings_store=settings, printer=desk)
    yield Hall(counter, session, clock, tray, context)
    desk.close()
    tasks.close()
    counter.close()


@pytest.fixture
def behind(qtbot: Any, hall: Hall) -> QWidget:
    """A window behind the dialog, as large as the clerk's screen."""
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    hall.context.printer.window = window
    return window


def until(qtbot: Any, claim: Callable[[], bool]) -> None:
    """Waits until the claim holds; it is looked at after each event, not by the clock."""
    qtbot.waitUntil(claim, timeout=10_000)


@pytest.fixture
def visit(qtbot: Any, hall: Hall, behind: QWidget) -> Callable[..., Any]:
    """Shows a page as the window does: laid out, opened, changes spread, the focus where its work begins."""

    def open_page(made: type[Page], argument: str = "") -> Any:
        page = made(hall.context)
        page.setParent(behind)
        page.setGeometry(0, 0, 1218, 660)
        page.changes_made.connect(page.changed)
        hall.context.printer.changes_made.connect(page.changed)
        page.show()
        page.opened(argument)
        page.first_focus()
        behind.activateWindow()
        return page

    return open_page


def press(qtbot: Any, page: QWidget, key: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    """A key as the keyboard gives it: to the widget that has the focus."""
    qtbot.keyClick(page.window().focusWidget() or page, key, modifier)
