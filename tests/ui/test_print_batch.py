"""All waiting papers in one go, by real keys over a real store: progress, cancel, a printer that fails half-way."""

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case import SheetState
from desktop.services import print_jobs
from printing.devices import JobState, Printer, PrinterProblem, PrinterState
from tests.ui.case_fixtures import behind, clock, hall, published, until
from ui.pages.page import Notice
from ui.print_batch import BatchStage

__all__ = ["behind", "clock", "hall", "published"]

COUNTER = Printer("Counter", PrinterState.READY, is_default=True)


@pytest.fixture
def numbers(hall):
    hall.tray.known = [COUNTER]
    return [hall.take_in().papers[0] for _ in range(4)]


@pytest.fixture
def batch(qtbot, hall, behind, numbers):
    """The list, opened and read."""
    hall.context.printer.open_waiting()
    dialog = hall.context.printer.batch_dialog
    until(qtbot, lambda: len(dialog.batch.rows) == len(numbers))
    return dialog


def press(qtbot, dialog, key):
    qtbot.keyClick(dialog.focusWidget() or dialog, key)


def states(hall, numbers):
    with hall.counter.store.read() as reader:
        return [[(s.sheet_no, s.state) for s in reader.issued_paper(number).sheets] for number in numbers]


def stages(dialog):
    return [row.stage for row in dialog.batch.rows]


def test_m28_all_waiting_papers_are_printed_in_order_and_confirmed_together(qtbot, hall, batch, numbers):
    press(qtbot, batch, Qt.Key.Key_F9)
    until(qtbot, lambda: stages(batch) == [BatchStage.SENT] * 4 and not batch.batch.is_running)
    assert len(hall.tray.sent) == 4
    assert batch.bar.value() == 4

    press(qtbot, batch, Qt.Key.Key_Return)
    until(qtbot, lambda: stages(batch) == [BatchStage.OUT] * 4)

    assert states(hall, numbers) == [[(0, SheetState.CONFIRMED)]] * 4


def test_a_printer_that_runs_out_stops_the_batch_and_the_rest_goes_on_with_the_same_numbers(
    qtbot, hall, batch, numbers
):
    send = hall.tray.send

    def until_empty(pdf, device, *, title):
        if len(hall.tray.sent) == 2 and hall.tray.problem is None:
            hall.tray.problem = PrinterProblem("printer_no_paper", device=device)
        return send(pdf, device, title=title)

    hall.tray.send = until_empty
    press(qtbot, batch, Qt.Key.Key_F9)
    until(qtbot, lambda: BatchStage.FAILED in stages(batch) and not batch.batch.is_running)
    assert stages(batch) == [BatchStage.SENT, BatchStage.SENT, BatchStage.FAILED, BatchStage.WAITING]
    assert "缺纸" in batch.problem.text()

    hall.tray.send, hall.tray.problem = send, None
    press(qtbot, batch, Qt.Key.Key_F9)
    until(qtbot, lambda: stages(batch) == [BatchStage.SENT] * 4)

    assert states(hall, numbers) == [[(0, SheetState.SENT)]] * 4
    assert len(hall.tray.sent) == 4


def test_cancelling_lets_the_running_sheet_end_and_leaves_the_others_waiting(qtbot, hall, batch, numbers):
    send = hall.tray.send

    def cancel_at_the_first(pdf, device, *, title):
        batch.batch.cancel()
        return send(pdf, device, title=title)

    hall.tray.send = cancel_at_the_first
    press(qtbot, batch, Qt.Key.Key_F9)
    until(qtbot, lambda: not batch.batch.is_running)

    assert stages(batch) == [BatchStage.SENT, *[BatchStage.WAITING] * 3]
    assert states(hall, numbers)[1:] == [[]] * 3


def test_escape_stops_while_it_runs_and_closes_when_it_is_still(qtbot, hall, batch, numbers):
    press(qtbot, batch, Qt.Key.Key_F9)
    press(qtbot, batch, Qt.Key.Key_Escape)
    assert batch.isVisible()
    until(qtbot, lambda: not batch.batch.is_running)

    press(qtbot, batch, Qt.Key.Key_Escape)

    until(qtbot, lambda: hall.context.printer.batch_dialog is None)


def test_a_sheet_that_did_not_come_out_waits_again(qtbot, hall, batch, numbers):
    press(qtbot, batch, Qt.Key.Key_F9)
    until(qtbot, lambda: stages(batch) == [BatchStage.SENT] * 4 and not batch.batch.is_running)
    batch.table.selectRow(1)

    press(qtbot, batch, Qt.Key.Key_N)
    until(qtbot, lambda: stages(batch)[1] is BatchStage.FAILED)
    press(qtbot, batch, Qt.Key.Key_F9)
    until(qtbot, lambda: stages(batch) == [BatchStage.SENT] * 4)

    assert states(hall, numbers)[1] == [(0, SheetState.SENT)]
    assert len(hall.tray.sent) == 5


def test_a_paused_queue_is_told_and_a_sheet_is_taken_out_of_it_before_it_is_printed_again(qtbot, hall, batch, numbers):
    hall.tray.job = JobState.PAUSED

    press(qtbot, batch, Qt.Key.Key_F9)
    until(qtbot, lambda: all(row.problem for row in batch.batch.rows))
    assert stages(batch) == [BatchStage.SENT] * 4
    assert "恢复后接着打出" in batch.problem.text()
    press(qtbot, batch, Qt.Key.Key_N)
    until(qtbot, lambda: stages(batch)[0] is BatchStage.FAILED)

    assert hall.tray.cancelled == ["Counter-1"]


def test_without_a_printer_nothing_is_queued(qtbot, hall, batch, numbers):
    hall.tray.known = []

    press(qtbot, batch, Qt.Key.Key_F9)
    until(qtbot, lambda: bool(batch.batch.problem))

    assert not batch.batch.is_running
    assert states(hall, numbers) == [[]] * 4


def test_papers_into_a_folder_are_out_at_once(qtbot, hall, batch, numbers, tmp_path):
    hall.context.settings_store.change(printer=f"file:{tmp_path / 'papers'}")

    press(qtbot, batch, Qt.Key.Key_F9)
    until(qtbot, lambda: stages(batch) == [BatchStage.OUT] * 4)

    assert len(list((tmp_path / "papers").iterdir())) == 4


def test_peers_16_sheets_that_never_left_are_told_at_the_start(qtbot, hall, numbers):
    with hall.counter.store.write(hall.session) as uow:
        print_jobs.queue(uow, numbers[0], device="Counter")
    notices: list[Notice] = []
    hall.context.printer.notice.connect(notices.append)

    hall.context.printer.warm()
    until(qtbot, lambda: bool(notices))

    assert "1" in notices[0].text
    assert "Ctrl+P" in notices[0].text
