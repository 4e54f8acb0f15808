"""A counter morning, unseen: nine citizens at the real windows, every paper and a picture of every step in a folder."""

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.clock import ShiftedClock
from desktop.demo import hall
from desktop.demo.city import DemoCity
from desktop.ports import CaseReader, Taken
from ui import app
from ui.demo.clerk import DemoClerk
from ui.demo.keyboard import Keyboard, NotShown
from ui.demo.visits import ASKED_ITEM, MORNING, Visit
from ui.login.gate import Gate
from ui.settings_store import SettingsStore

WIDTH_PX, HEIGHT_PX = 1366, 768


@dataclass(frozen=True, slots=True)
class Served:
    """How one visit ended."""

    title: str
    item: str
    outcome: str
    case_number: str
    paper: str
    file: str


@dataclass(slots=True)
class Report:
    """What the morning left behind. `faults` is empty when all is as it has to be."""

    out: Path
    served: list[Served] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    ledger_lines: int = 0
    faults: list[str] = field(default_factory=list)


def play(out: Path, *, name: str) -> Report:
    """Plays the morning. The hall is made for it and thrown away; papers and pictures stay in `out`."""
    papers = out / "papers"
    shots = out / "screens"
    for folder in (papers, shots):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    report = Report(out)
    with tempfile.TemporaryDirectory(prefix="yichuang-demo-") as place:
        profile = Path(place) / "profile"
        hall.make(profile, name=name)
        settings = SettingsStore(Path(place) / "screen.json")
        settings.change(printer=f"file:{papers}", last_clerk=hall.CLERK.clerk_id)
        clock = ShiftedClock(hall.OPENING)
        application = app.Application(app.make_application(settings), Gate(profile, clock, is_demo=True), settings)
        keyboard = Keyboard(shots)
        city = DemoCity(profile, clock=clock)
        try:
            _work(application, keyboard, report, city)
        except NotShown as missing:
            report.faults.append(f"没有出现：{missing}")
        finally:
            report.pictures = keyboard.pictures
            application.close()
            city.close()
        _check_afterwards(profile, report)
    return report


def _work(application: app.Application, keyboard: Keyboard, report: Report, city: DemoCity) -> None:
    clerk = DemoClerk(application, keyboard)
    application.start()
    clerk.log_in(hall.CLERK.clerk_id, hall.PASSWORD)
    window = clerk.window
    window.resize(WIDTH_PX, HEIGHT_PX)
    keyboard.picture(window, "today")
    counter = window.context.counter
    for number, visit in enumerate(MORNING, 1):
        taken = clerk.receive(visit, number)
        report.served.append(_served(counter, visit, taken, report))
        if number == 2:
            clerk.lock_and_return(hall.PASSWORD)
    report.served.append(_asked(counter, clerk.ask_only(ASKED_ITEM), report))
    clerk.find_and_look("王")
    clerk.reprint()
    clerk.send_to_the_city(city.poll)
    keyboard.press(Qt.Key.Key_F5)
    keyboard.picture(window, "today-at-noon")


def _served(counter: Counter, visit: Visit, taken: Taken, report: Report) -> Served:
    with counter.store.read() as reader:
        case = reader.case(taken.case_id)
        served = [_on_paper(reader, number, report) for number in taken.papers][-1]
    if case is None:
        report.faults.append(f"{visit.title}：办件不在账上")
        return Served(visit.title, visit.search, visit.outcome.value, taken.case_number, taken.papers[-1], served)
    paper = case.papers[-1]
    if paper.kind != visit.paper:
        report.faults.append(f"{visit.title}：应出 {visit.paper}，出了 {paper.kind}")
    named = f"{paper.title} {paper.number}"
    return Served(visit.title, case.item.name, case.state.value, case.case_number, named, served)


def _asked(counter: Counter, number: str, report: Report) -> Served:
    with counter.store.read() as reader:
        sheet = reader.issued_paper(number)
        file = _on_paper(reader, number, report)
    if sheet is None or sheet.kind != "inform_once_sheet":
        report.faults.append(f"{number} 不是一次性告知单")
    return Served("只来问问", ASKED_ITEM, "informed", "", f"一次性告知单 {number}", file)


def _on_paper(reader: CaseReader, number: str, report: Report) -> str:
    """Keeps the content beside the PDF; a paper without its PDF is a fault."""
    from printing.devices import file_name

    content = reader.paper(number)
    pdf = report.out / "papers" / f"{file_name(number)}.pdf"
    pdf.with_suffix(".json").write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=2))
    if not pdf.exists() or not pdf.read_bytes().startswith(b"%PDF"):
        report.faults.append(f"没有打出 {number}")
    return pdf.name


def _check_afterwards(profile: Path, report: Report) -> None:
    """Opens the hall again as the next morning would: ledger whole, everybody served, key sheet for checking papers."""
    counter, _ = bootstrap.open_profile(
        profile, hall.CLERK.clerk_id, hall.PASSWORD, clock=ShiftedClock(hall.OPENING), is_demo=True
    )
    try:
        fault = counter.store.verify()
        if fault is not None:
            report.faults.append(f"账本第 {fault.seq} 行有误：{fault.what.value}")
        if len(report.served) != len(MORNING) + 1:
            report.faults.append(f"应接待 {len(MORNING) + 1} 人，只接待了 {len(report.served)} 人")
        with counter.store.read() as reader:
            report.ledger_lines = reader.ledger.count()
        sheet = bootstrap.key_sheet(counter)
        (report.out / "public-keys.json").write_bytes(msgspec.json.format(msgspec.json.encode(sheet), indent=2))
    finally:
        counter.close()
