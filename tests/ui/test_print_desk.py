"""The printing desk by real keys: M28 receipt printing over a real store, with a real folder or a tray as printer."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case import SheetState
from printing.devices import JobState, Printer, PrinterProblem, PrinterState
from tests.printing.device_reading import read_escpos
from tests.ui.case_fixtures import behind, clock, hall, published, until
from ui.dialogs import print_file
from ui.dialogs.print_presenter import REASONS, Plan, Stage, choose_device

__all__ = ["behind", "clock", "hall", "published"]

COUNTER = Printer("Counter", PrinterState.READY, is_default=True)
NEEDLE = Printer("Needle", PrinterState.STOPPED, note="Paused")


@pytest.fixture
def desk(qtbot, hall, behind):
    """Opens a paper and waits until it is shown."""

    def open_paper(number: str) -> Any:
        hall.context.printer.open_paper(number)
        dialog = hall.context.printer.dialog
        until(qtbot, lambda: dialog.flow.view.stage is not Stage.LOADING)
        until(qtbot, lambda: dialog.view.page_count > 0 or dialog.flow.view.stage is Stage.UNREADABLE)
        return dialog

    return open_paper


def press(qtbot, dialog, key, modifier=Qt.KeyboardModifier.NoModifier):
    """A key as the keyboard gives it: to the widget that has the focus."""
    qtbot.keyClick(dialog.focusWidget() or dialog, key, modifier)


def sheets(hall, number):
    with hall.counter.store.read() as reader:
        return [(sheet.sheet_no, sheet.state, sheet.reason) for sheet in reader.issued_paper(number).sheets]


def print_one(qtbot, hall, desk, number, *, reason_key=None):
    dialog = desk(number)
    press(qtbot, dialog, Qt.Key.Key_F9)
    if reason_key is not None:
        press(qtbot, dialog, reason_key)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)
    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: hall.context.printer.dialog is None)


def test_m28_what_is_shown_is_what_the_printer_gets(qtbot, hall, desk):
    hall.tray.known = [COUNTER]
    number = hall.take_in().papers[0]
    dialog = desk(number)
    shown = dialog.view.pdf_sha256

    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)

    assert [hashlib.sha256(pdf).hexdigest() for pdf in hall.tray.sent] == [shown]
    assert sheets(hall, number) == [(0, SheetState.SENT, "")]


def test_m28_the_clerk_confirms_with_enter_that_the_sheet_is_out(qtbot, hall, desk):
    hall.tray.known = [COUNTER]
    number = hall.take_in().papers[0]

    print_one(qtbot, hall, desk, number)

    assert sheets(hall, number) == [(0, SheetState.CONFIRMED, "")]


def test_m28_a_reprint_asks_why_and_is_marked(qtbot, hall, desk):
    hall.tray.known = [COUNTER]
    number = hall.take_in().papers[0]
    print_one(qtbot, hall, desk, number)

    dialog = desk(number)
    press(qtbot, dialog, Qt.Key.Key_F9)
    assert hall.tray.sent[1:] == []  # it waits for the reason
    press(qtbot, dialog, Qt.Key.Key_3)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)

    assert sheets(hall, number)[1] == (1, SheetState.SENT, REASONS[2])
    assert dialog.flow.view.plan == Plan(1, "群众遗失")
    assert hashlib.sha256(hall.tray.sent[1]).hexdigest() == dialog.view.pdf_sha256
    assert hall.tray.sent[1] != hall.tray.sent[0]
    assert "补打 第1次" in text_of(hall.tray.sent[1])
    assert "补打" not in text_of(hall.tray.sent[0])


def text_of(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


def test_another_reason_is_typed_and_an_empty_one_is_not_taken(qtbot, hall, desk):
    hall.tray.known = [COUNTER]
    number = hall.take_in().papers[0]
    print_one(qtbot, hall, desk, number)

    dialog = desk(number)
    press(qtbot, dialog, Qt.Key.Key_F9)
    press(qtbot, dialog, Qt.Key.Key_4)
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert dialog.reason.field.error
    qtbot.keyClicks(dialog.reason.entry, "gaizhang buqing")
    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)

    assert sheets(hall, number)[1] == (1, SheetState.SENT, "gaizhang buqing")


def test_a_failed_print_keeps_the_page_and_offers_the_same_sheet_again(qtbot, hall, desk):
    hall.tray.known = [COUNTER]
    hall.tray.problem = PrinterProblem("printer_refused", device="Counter", reason="paper")
    number = hall.take_in().papers[0]
    dialog = desk(number)

    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.FAILED)
    assert dialog.isVisible()
    assert dialog.flow.view.problem
    hall.tray.problem = None
    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)

    assert sheets(hall, number) == [(0, SheetState.SENT, "")]


def test_a_sheet_that_did_not_come_out_is_no_reprint(qtbot, hall, desk):
    hall.tray.known = [COUNTER]
    number = hall.take_in().papers[0]
    dialog = desk(number)
    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)

    press(qtbot, dialog, Qt.Key.Key_N)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.FAILED)
    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)

    assert hall.tray.sent[0] == hall.tray.sent[1]
    assert [sheet_no for sheet_no, _, _ in sheets(hall, number)] == [0]


def test_a_sheet_that_still_waits_in_the_queue_is_told_from_one_that_the_printer_took(qtbot, hall, desk):
    hall.tray.known = [COUNTER]
    hall.tray.job = JobState.WAITING
    dialog = desk(hall.take_in().papers[0])
    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.is_waiting)
    waiting = dialog.state.text()

    hall.tray.job = JobState.GONE
    dialog.flow.look()

    until(qtbot, lambda: not dialog.flow.view.is_waiting)
    assert dialog.flow.view.stage is Stage.ASKING
    assert dialog.state.text() != waiting


@pytest.mark.parametrize(
    ("state", "word"), [(JobState.PAUSED, "恢复后接着打出"), (JobState.NO_PAPER, "请装纸")], ids=["paused", "no paper"]
)
def test_a_sheet_that_stays_in_the_queue_says_why_and_is_taken_out_before_it_is_printed_again(
    qtbot, hall, desk, state, word
):
    hall.tray.known = [COUNTER]
    hall.tray.job = state
    number = hall.take_in().papers[0]
    dialog = desk(number)
    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: word in dialog.problem.text())
    assert dialog.isVisible()

    press(qtbot, dialog, Qt.Key.Key_N)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.FAILED)
    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)

    assert hall.tray.cancelled == ["Counter-1"]
    assert [sheet_no for sheet_no, _, _ in sheets(hall, number)] == [0]


def test_out_of_paper_the_page_stays_and_the_same_number_is_offered_again(qtbot, hall, desk):
    hall.tray.known = [COUNTER]
    hall.tray.problem = PrinterProblem("printer_no_paper", device="Counter")
    number = hall.take_in().papers[0]
    dialog = desk(number)

    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.FAILED)

    assert "缺纸" in dialog.problem.text()
    assert dialog.view.page_count > 0
    assert dialog.flow.view.plan == Plan(0)


def test_a_reprint_that_fails_keeps_its_count_and_its_reason(qtbot, hall, desk):
    hall.tray.known = [COUNTER]
    number = hall.take_in().papers[0]
    print_one(qtbot, hall, desk, number)
    hall.tray.problem = PrinterProblem("printer_no_paper", device="Counter")
    dialog = desk(number)
    press(qtbot, dialog, Qt.Key.Key_F9)
    press(qtbot, dialog, Qt.Key.Key_1)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.FAILED)

    hall.tray.problem = None
    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)

    assert sheets(hall, number)[1:] == [(1, SheetState.SENT, REASONS[0])]


@pytest.mark.parametrize(("name", "is_picture"), [("王示例", False), ("王㼆𬭳", True)])
def test_m28_a_slip_printer_gets_letters_or_a_picture_and_the_clerk_sees_which(
    qtbot, hall, desk, tmp_path, name, is_picture
):
    hall.context.settings_store.change(printer=f"escpos:file:{tmp_path / 'lp0'}", paper_format="80mm-slip")
    number = hall.take_in(name=name).papers[0]
    dialog = desk(number)
    assert dialog.picture.isVisible() is is_picture
    assert ("𬭳" in dialog.picture.text()) is is_picture

    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)

    out = read_escpos(hall.tray.sent[0])
    assert (name in out.text) is not is_picture
    assert bool(out.pages) is is_picture
    with hall.counter.store.read() as reader:
        assert reader.issued_paper(number).sheets[0].device == f"escpos:file:{tmp_path / 'lp0'}"


def test_another_printer_of_another_size_shows_the_page_anew(qtbot, hall, desk):
    hall.context.settings_store.change(printer="escpos:file:/dev/null")
    hall.tray.known = [COUNTER]
    dialog = desk(hall.take_in().papers[0])
    slip = dialog.view.pdf_sha256

    press(qtbot, dialog, Qt.Key.Key_F8)
    press(qtbot, dialog, Qt.Key.Key_Down)
    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.READY and dialog.flow.view.device == "Counter")
    laser = dialog.view.pdf_sha256
    press(qtbot, dialog, Qt.Key.Key_F8)
    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.READY and dialog.view.pdf_sha256 == slip)

    assert laser != slip


def test_a_sheet_sent_before_the_program_ended_is_asked_about_again(qtbot, hall, desk):
    hall.tray.known = [COUNTER]
    number = hall.take_in().papers[0]
    dialog = desk(number)
    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)
    press(qtbot, dialog, Qt.Key.Key_Escape)
    until(qtbot, lambda: hall.context.printer.dialog is None)

    with hall.counter.store.read() as reader:
        assert [paper.number for paper in reader.papers_waiting()] == [number]
    again = desk(number)

    assert again.flow.view.stage is Stage.ASKING


def test_without_a_printer_the_folder_is_offered(qtbot, hall, desk, tmp_path, monkeypatch):
    monkeypatch.setattr(print_file, "ask", lambda dialog, answer: answer(str(tmp_path / "papers")))
    number = hall.take_in().papers[0]
    dialog = desk(number)
    shown = dialog.view.pdf_sha256

    press(qtbot, dialog, Qt.Key.Key_F9)
    press(qtbot, dialog, Qt.Key.Key_Return)
    press(qtbot, dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: hall.context.printer.dialog is None)

    written = list((tmp_path / "papers").iterdir())
    assert [hashlib.sha256(path.read_bytes()).hexdigest() for path in written] == [shown]
    assert sheets(hall, number) == [(0, SheetState.CONFIRMED, "")]
    assert hall.context.settings.printer == f"file:{tmp_path / 'papers'}"


def test_a_stopped_printer_is_not_chosen_and_says_why(qtbot, hall, desk):
    hall.tray.known = [NEEDLE, Printer("Other", PrinterState.READY)]
    dialog = desk(hall.take_in().papers[0])

    press(qtbot, dialog, Qt.Key.Key_F8)
    press(qtbot, dialog, Qt.Key.Key_Up)
    press(qtbot, dialog, Qt.Key.Key_Return)

    assert "Paused" in dialog.picker.list.below.text()
    assert dialog.flow.view.device == ""


def test_the_paper_is_saved_under_its_number(qtbot, hall, desk, tmp_path, monkeypatch):
    hall.tray.known = [COUNTER]
    asked = []
    target = tmp_path / "1.pdf"

    def ask(dialog, answer):
        asked.append(Path(dialog.selectedFiles()[0]).name)
        answer(str(target))

    monkeypatch.setattr(print_file, "ask", ask)
    number = hall.take_in().papers[0]
    dialog = desk(number)
    shown = dialog.view.pdf_sha256

    press(qtbot, dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: hall.context.printer.dialog is None)

    assert hashlib.sha256(target.read_bytes()).hexdigest() == shown
    assert asked == [f"{number}.pdf"]


def test_several_papers_wait_in_line(qtbot, hall, desk):
    numbers = [hall.take_in().papers[0] for _ in range(2)]
    dialog = desk(numbers[0])
    hall.context.printer.open_paper(numbers[1])
    hall.context.printer.open_paper(numbers[1])

    press(qtbot, dialog, Qt.Key.Key_Escape)
    until(qtbot, lambda: hall.context.printer.dialog is not dialog)
    second = hall.context.printer.dialog
    assert second.flow.view.number == numbers[1]
    until(qtbot, lambda: second.view.page_count > 0)
    press(qtbot, second, Qt.Key.Key_Escape)

    until(qtbot, lambda: hall.context.printer.dialog is None)


def test_a_paper_that_is_not_here_is_said_and_not_printed(qtbot, hall, desk):
    hall.tray.known = [COUNTER]

    dialog = desk("没有这个号")
    press(qtbot, dialog, Qt.Key.Key_F9)

    assert dialog.flow.view.stage is Stage.UNREADABLE
    assert dialog.flow.view.problem
    assert hall.tray.sent == []


def test_zoom_and_page_keys_move_the_page(qtbot, hall, desk):
    dialog = desk(hall.take_in().papers[0])

    def width() -> int:
        return int(dialog.view.widget().sizeHint().width())

    for _ in range(3):
        press(qtbot, dialog, Qt.Key.Key_Plus)
    until(qtbot, lambda: width() > 1.5 * dialog.view.width())
    press(qtbot, dialog, Qt.Key.Key_End)
    assert dialog.view.verticalScrollBar().value() == dialog.view.verticalScrollBar().maximum() > 0
    press(qtbot, dialog, Qt.Key.Key_0)

    until(qtbot, lambda: width() <= dialog.view.width())
    assert dialog.view.zoom == 1.0


@pytest.mark.parametrize(
    ("wanted", "known", "device"),
    [
        ("", [], ""),
        ("", [COUNTER, NEEDLE], "Counter"),
        ("", [Printer("A", PrinterState.READY), Printer("B", PrinterState.READY)], ""),
        ("", [Printer("A", PrinterState.READY)], "A"),
        ("Gone", [COUNTER], ""),
        ("file:/x", [], "file:/x"),
    ],
)
def test_a_printer_is_never_replaced_in_silence(wanted, known, device):
    assert choose_device(wanted, known) == device
