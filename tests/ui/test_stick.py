"""Writing and reading a stick, by real keys; behind it a sync that does what the test says."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ports_sync import LineState, PackageResult, Report, Stick, SyncStatus
from desktop.sync.problems import StickFull, StickGone, StickReadOnly
from tests.ui.case_fixtures import until
from ui.dialogs.stick_dialog import StickDialog
from ui.dialogs.stick_read import ReadStick
from ui.dialogs.stick_write import WriteStick

GIGABYTE = 1_000_000_000
CITY = "示例市数据局"
WRITTEN = PackageResult(cases=14, entries=210, scans=32, size_bytes=3_200_000)


def a_stick(folder: Path, *, free: int = 12 * GIGABYTE, is_read_only: bool = False) -> Stick:
    return Stick(folder, folder.name, free, 16 * GIGABYTE, is_read_only=is_read_only)


class SyncOfTheTest:
    """What the dialogs ask of SyncControl. `gate` holds the work until the test lets it go on."""

    def __init__(self) -> None:
        self.state = SyncStatus(state=LineState.OFFLINE, city=CITY, waiting_cases=14, waiting_scans=32)
        self.outcome: PackageResult | Exception = WRITTEN
        self.folders: list[Path] = []
        self.gate = threading.Event()
        self.gate.set()

    def status(self) -> SyncStatus:
        return self.state

    def write_package(self, folder: Path, report: Report, *, is_cancelled: Callable[[], bool]) -> PackageResult:
        self.folders.append(folder)
        report(0, 100)
        while not self.gate.wait(0.01):
            report(40, 100)
        report(100, 100)
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    read_package = write_package


class Found:
    """The sticks that the machine of the test has."""

    def __init__(self, *sticks: Stick) -> None:
        self.sticks = list(sticks)

    def __call__(self) -> list[Stick]:
        return list(self.sticks)


@pytest.fixture
def sync() -> Iterator[SyncOfTheTest]:
    made = SyncOfTheTest()
    yield made
    made.gate.set()


@pytest.fixture
def found(tmp_path: Path) -> Found:
    return Found(a_stick(tmp_path / "KINGSTON"), a_stick(tmp_path / "LOCKED", is_read_only=True))


def _is_still(dialog: StickDialog) -> bool:
    return not dialog.is_running


@pytest.fixture
def show(qtbot: Any, dressed: object, sync: SyncOfTheTest, found: Found) -> Iterator[Callable[..., StickDialog]]:
    """Opens a dialog and waits until it has looked."""
    shown: list[StickDialog] = []

    def make(kind: Any = WriteStick) -> Any:
        dialog = kind(sync, language="zh", look=found)
        dialog.said = []
        dialog.notice.connect(dialog.said.append)
        qtbot.addWidget(dialog)
        dialog.open()
        shown.append(dialog)
        until(qtbot, lambda: dialog.model.rows() == found.sticks and dialog.status is sync.state)
        return dialog

    yield make
    sync.gate.set()
    for dialog in shown:
        until(qtbot, partial(_is_still, dialog))
        dialog.close()


def press(qtbot: Any, dialog: QWidget, key: Qt.Key) -> None:
    qtbot.keyClick(dialog.focusWidget() or dialog, key)


def test_enter_writes_to_the_stick_and_the_page_says_what_is_on_it_and_for_whom(qtbot, show, sync, tmp_path):
    dialog = show()

    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(dialog.said))

    (notice,) = dialog.said
    assert sync.folders == [tmp_path / "KINGSTON"]
    assert not dialog.isVisible()
    assert notice.tone == "good"
    for part in ("14", "32", "3.2 MB", CITY, "拔出"):
        assert part in notice.text


def test_what_had_no_room_is_said(qtbot, show, sync):
    sync.outcome = replace(WRITTEN, left_out=5)
    dialog = show()

    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(dialog.said))

    assert "5 张扫描" in dialog.said[0].text


def test_a_locked_stick_cannot_be_written_but_read(qtbot, show, sync, tmp_path):
    dialog = show()
    press(qtbot, dialog, Qt.Key.Key_Down)
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert not dialog.is_running
    assert sync.folders == []

    reading = show(ReadStick)
    press(qtbot, reading, Qt.Key.Key_Down)
    press(qtbot, reading, Qt.Key.Key_Return)
    until(qtbot, lambda: sync.folders == [tmp_path / "LOCKED"])


def test_enter_twice_does_not_stop_what_the_first_began(qtbot, show, sync):
    sync.gate.clear()
    dialog = show()

    press(qtbot, dialog, Qt.Key.Key_Return)
    press(qtbot, dialog, Qt.Key.Key_Return)
    press(qtbot, dialog, Qt.Key.Key_Return)

    assert dialog.is_running
    sync.gate.set()
    until(qtbot, lambda: bool(dialog.said))
    assert len(sync.folders) == 1


def test_esc_stops_says_so_and_a_second_esc_closes(qtbot, show, sync):
    sync.gate.clear()
    dialog = show()
    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: dialog.progress.bar.value() == 400)

    press(qtbot, dialog, Qt.Key.Key_Escape)
    until(qtbot, lambda: not dialog.is_running)

    assert dialog.isVisible()
    assert "已停止" in dialog.stopped.text()
    assert dialog.said == []
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (StickGone(), "拔出"),
        (StickReadOnly(), "写保护"),
        (StickFull(needed=12_400_000, free=3_000_000), "12 MB"),
    ],
)
def test_what_went_wrong_stands_in_the_dialog_and_it_can_be_tried_again(qtbot, show, sync, problem, words):
    sync.outcome = problem
    dialog = show()
    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: dialog.problem.isVisible())
    assert words in dialog.problem.text()

    sync.outcome = WRITTEN
    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(dialog.said))


def test_a_stick_that_is_plugged_in_later_appears_and_has_the_keyboard(qtbot, show, found, sync):
    found.sticks, later = [], found.sticks
    dialog = show()
    assert dialog.nothing.isVisible()
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert not dialog.is_running

    found.sticks = later
    press(qtbot, dialog, Qt.Key.Key_F5)
    until(qtbot, lambda: dialog.model.rows() == later)

    assert dialog.table.isVisible()
    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(dialog.said))


def test_the_choice_stays_when_another_stick_comes(qtbot, show, found, tmp_path):
    dialog = show()
    press(qtbot, dialog, Qt.Key.Key_Down)

    found.sticks.insert(0, a_stick(tmp_path / "ANOTHER"))
    press(qtbot, dialog, Qt.Key.Key_F5)
    until(qtbot, lambda: dialog.model.rowCount() == 3)

    assert dialog.model.row_at(dialog.table.currentIndex()).name == "LOCKED"


def test_where_no_stick_is_found_o_picks_a_folder(qtbot, show, found, sync, tmp_path):
    found.sticks = []
    dialog = show()
    dialog.ask_folder = lambda: str(tmp_path)

    press(qtbot, dialog, Qt.Key.Key_O)
    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(dialog.said))

    assert sync.folders == [tmp_path]


def test_answers_that_were_read_are_counted_and_nothing_new_is_said_as_such(qtbot, show, sync):
    sync.outcome = PackageResult(cases=3, entries=0, scans=0, size_bytes=9_000, answers=7)
    dialog = show(ReadStick)
    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(dialog.said))
    assert "7 条" in dialog.said[0].text

    sync.outcome = PackageResult(cases=0, entries=0, scans=0, size_bytes=0)
    dialog = show(ReadStick)
    press(qtbot, dialog, Qt.Key.Key_Return)
    until(qtbot, lambda: bool(dialog.said))
    assert "没有新" in dialog.said[0].text


def test_every_control_has_a_name_for_a_reader_of_screens(show):
    dialog = show()

    for widget in (dialog.table, dialog.close_button, dialog.folder_button, dialog.look_button, dialog.start_button):
        assert widget.accessibleName()
        assert widget.objectName()
