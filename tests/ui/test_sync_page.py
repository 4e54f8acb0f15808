"""The page of sync by keyboard: enrol, send, pause, break off, limits; every state with its key."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain.people import Session
from desktop.ports_sync import LineState, SyncLimits, SyncStatus, Trouble, Waiting, WaitingKind
from desktop.problems import FileMissing
from tests.fakes.sync_control import FakeSync
from tests.ui.case_fixtures import MORNING, Hall, behind, clock, hall, press, published, until, visit  # noqa: F401
from tests.ui.conftest import activate, settle
from ui.pages.page import Goto, Notice
from ui.pages.sync_page import SyncPage

ALT = Qt.KeyboardModifier.AltModifier
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
OFFLINE = SyncStatus(
    state=LineState.OFFLINE,
    since=MORNING,
    city="示例市政务服务",
    waiting_cases=2,
    waiting_entries=20,
    bytes_left=90_000,
    problem=Trouble("line_down", {"reason": "unreachable"}),
    next_try_at=MORNING + timedelta(seconds=23),
    support_code="7K3-QF8-20",
)
REASON = Trouble("line_down", {"reason": "unreachable"})
ROWS = [
    Waiting(WaitingKind.ENTRIES, "1–20", "", 18_000, 0, MORNING, False, 3, MORNING + timedelta(seconds=23), REASON),
    Waiting(
        WaitingKind.SCAN, "450000101-02-000000-20261102-0001-0", "case-1", 71_000, 0, MORNING, False, 0, None, REASON
    ),
]


@pytest.fixture
def sync(hall: Hall) -> FakeSync:  # noqa: F811
    """A sync under the test's hand, in the place of the counter's own."""
    fake = FakeSync()
    hall.context.counter = replace(hall.counter, sync=fake)
    return fake


@pytest.fixture
def shown(qtbot: Any, hall: Hall, sync: FakeSync, visit: Any, dressed: Any) -> Any:  # noqa: F811
    """Shows the page with this status and these rows, everything read."""

    def show(status: SyncStatus, rows: list[Waiting] | None = None) -> SyncPage:
        sync.now, sync.rows = status, rows or []
        page = visit(SyncPage)
        settle(qtbot, hall)
        activate(qtbot, page.window())
        assert isinstance(page, SyncPage)
        return page

    return show


def told(page: SyncPage) -> list[Notice]:
    said: list[Notice] = []
    page.notice.connect(said.append)
    return said


def test_without_a_city_the_page_leads_to_the_enrolment(shown):
    page = shown(SyncStatus(waiting_cases=3))

    assert page.middle.currentWidget() is page.enrol
    assert page.enrol.choose.hasFocus()
    assert "3件在本机等着" in page.sync_head.sentence.text()
    assert not page.sync_head.now_key.isVisible()


def test_enrolment_by_keyboard_file_then_code_then_the_answer_in_words(qtbot, hall, sync, shown, tmp_path):  # noqa: F811
    page = shown(SyncStatus())
    said = told(page)

    page.enrol.use_file(str(tmp_path / "yichuang-02.enrol"))  # what the file dialog answers
    qtbot.keyClicks(page.enrol.code, "123456789012")
    assert page.enrol.code.text() == "1234 5678 9012"
    press(qtbot, page, ENTER)
    until(qtbot, lambda: "enrol yichuang-02.enrol" in sync.asked)
    settle(qtbot, hall)

    assert "示例市政务服务" in said[-1].text
    assert page.view.status.state is LineState.AWAITING_APPROVAL
    assert page.middle.currentWidget() is page.waiting


def test_a_wrong_code_stands_beside_the_code_and_the_file_stays(qtbot, hall, shown):  # noqa: F811
    page = shown(SyncStatus())
    page.enrol.use_file("/media/stick/a.enrol")
    qtbot.keyClicks(page.enrol.code, "111122223333")

    press(qtbot, page, ENTER)
    settle(qtbot, hall)

    assert page.enrol.code_field.error
    assert not page.enrol.file_field.error
    assert page.enrol.code.hasFocus()
    assert page.enrol.file.text() == "/media/stick/a.enrol"


@pytest.mark.parametrize(("file", "code", "field"), [("", "123456789012", "file_field"), ("/a", "1234", "code_field")])
def test_what_is_missing_is_asked_for_before_anything_is_opened(qtbot, sync, shown, file, code, field):
    page = shown(SyncStatus())
    page.enrol.file.setText(file)
    page.enrol.code.setFocus()
    qtbot.keyClicks(page.enrol.code, code)

    press(qtbot, page, ENTER)

    assert getattr(page.enrol, field).error
    assert sync.asked == []


def test_a_file_that_is_gone_stands_beside_the_file(qtbot, hall, sync, shown):  # noqa: F811
    sync.problem = FileMissing(path="/media/stick/a.enrol")
    page = shown(SyncStatus())
    page.enrol.use_file("/media/stick/a.enrol")
    qtbot.keyClicks(page.enrol.code, "123456789012")

    press(qtbot, page, ENTER)
    settle(qtbot, hall)

    assert "找不到文件" in page.enrol.file_field.error


def test_a_clerk_who_is_no_lead_is_told_who_connects_the_window(qtbot, hall, other_clerk, shown):  # noqa: F811
    hall.context.session = Session(clerk=other_clerk, window="02")

    page = shown(SyncStatus())

    assert page.middle.currentWidget() is page.not_lead


def test_everything_that_waits_stands_with_its_reason_and_enter_tries_it_now(qtbot, sync, shown):
    page = shown(OFFLINE, ROWS)
    assert page.waiting.table.hasFocus()
    assert page.waiting.model.rowCount() == 2
    assert "网络不通" in page.waiting.reason.text()

    press(qtbot, page, ENTER)

    assert sync.asked == ["now"]


def test_alt_5_opens_the_case_of_a_scan(qtbot, shown):
    page = shown(OFFLINE, ROWS)
    asked: list[Goto] = []
    page.navigate.connect(asked.append)
    assert not page.waiting.case_key.isEnabled()  # entries belong to many cases

    press(qtbot, page, Qt.Key.Key_Down)
    press(qtbot, page, Qt.Key.Key_5, ALT)

    until(qtbot, lambda: asked == [Goto("case", "case-1")])


def test_alt_1_sends_alt_2_pauses_and_goes_on(qtbot, hall, sync, shown):  # noqa: F811
    page = shown(OFFLINE, ROWS)

    press(qtbot, page, Qt.Key.Key_1, ALT)
    until(qtbot, lambda: sync.asked == ["now"])
    press(qtbot, page, Qt.Key.Key_2, ALT)
    until(qtbot, lambda: page.view.status.state is LineState.PAUSED)
    press(qtbot, page, Qt.Key.Key_2, ALT)

    until(qtbot, lambda: sync.asked == ["now", "pause", "resume"])
    settle(qtbot, hall)


def test_esc_breaks_off_what_is_under_way_and_nothing_else(qtbot, hall, sync, shown):  # noqa: F811
    page = shown(OFFLINE, ROWS)
    press(qtbot, page, ESC)
    assert sync.asked == []

    sync.now = replace(OFFLINE, state=LineState.WORKING)
    page.load()
    settle(qtbot, hall)
    press(qtbot, page, ESC)

    assert sync.asked == ["cancel"]


def test_the_countdown_moves_alone(qtbot, hall, shown):  # noqa: F811
    page = shown(OFFLINE, ROWS)
    painted: list[Any] = []
    page.waiting.model.modelReset.connect(lambda: painted.append(1))
    assert "23秒后" in page.sync_head.countdown.text()

    hall.clock.moment += timedelta(seconds=3)
    page.sync_head._tick.timeout.emit()

    assert "20秒后" in page.sync_head.countdown.text()
    assert painted == []


def test_the_support_code_stands_in_large_letters(shown):
    page = shown(OFFLINE)

    assert page.side.code.text() == "7K3-QF8-20"
    assert page.side.code.objectName() == "supportCode"


def test_limits_are_kept_when_the_number_is_finished(qtbot, hall, sync, shown):  # noqa: F811
    page = shown(OFFLINE)
    page.side.day_limit.setFocus()
    page.side.day_limit.selectAll()

    qtbot.keyClicks(page.side.day_limit, "50")
    assert sync.asked == []
    press(qtbot, page, ENTER)
    settle(qtbot, hall)

    assert sync.bounds == SyncLimits(day_limit_bytes=50_000_000, pause_on_metered=True)
    page.side.metered.setFocus()
    press(qtbot, page, Qt.Key.Key_Space)
    settle(qtbot, hall)
    assert sync.bounds.pause_on_metered is False


def test_a_status_that_moves_under_the_hands_keeps_the_bar_on_its_line(qtbot, hall, sync, shown):  # noqa: F811
    page = shown(OFFLINE, ROWS)
    page.waiting.table.selectRow(1)

    sync.rows = [replace(ROWS[0], tries=4), ROWS[1]]
    page.load()
    settle(qtbot, hall)

    assert page.waiting.table.currentIndex().row() == 1
    assert page.waiting.model.rows()[0].row.tries == 4


def test_when_nothing_waits_the_page_says_so(shown):
    page = shown(
        replace(OFFLINE, state=LineState.ONLINE, problem=None, waiting_cases=0, waiting_entries=0, bytes_left=0)
    )

    assert page.waiting.stack.currentIndex() == 1
    assert page.waiting.nothing_title.text() == "没有等待的"


def test_a_restored_pc_says_that_it_goes_on_as_a_new_origin(shown):
    page = shown(replace(OFFLINE, new_origin_after="450000101-02-1a2b3c4d"))

    assert page.origin_card.isVisible()
    assert "450000101-02-1a2b3c4d" in page.origin_line.text()


def test_another_enrolment_file_may_be_read_and_esc_comes_back(qtbot, shown):
    page = shown(replace(OFFLINE, state=LineState.STOPPED, problem=Trouble("credentials_refused")), ROWS)

    press(qtbot, page, Qt.Key.Key_6, ALT)
    until(qtbot, lambda: page.middle.currentWidget() is page.enrol)
    press(qtbot, page, ESC)

    assert page.middle.currentWidget() is page.waiting


def test_practice_has_no_city_and_says_so(qtbot, hall, visit, dressed):  # noqa: F811
    hall.context.counter = replace(hall.counter, is_practice=True, sync=None)

    page = visit(SyncPage)
    settle(qtbot, hall)

    assert "不会送到市里" in page.sync_head.sentence.text()
    assert page.middle.currentWidget() is page.practice


def test_the_file_of_the_dialog_becomes_the_file_of_the_form(qtbot, shown, tmp_path: Path):
    page = shown(SyncStatus())
    dialog = page.enrol.file_dialog()
    qtbot.addWidget(dialog)

    dialog.fileSelected.connect(page.enrol.use_file)
    dialog.fileSelected.emit(str(tmp_path / "x"))

    assert page.enrol.file.text() == str(tmp_path / "x")
    assert page.enrol.code.hasFocus()
