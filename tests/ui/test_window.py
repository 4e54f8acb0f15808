"""The window: pages by key, the status bar, help, and the lock that gives everything back as it was."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop.ports import Changes
from tests.ui.case_fixtures import Hall, clock, hall, published, until  # noqa: F401 - fixtures
from tests.ui.conftest import LEAD_PASSWORD, OTHER_PASSWORD, activate, settle
from ui.context import Context
from ui.page_register import PAGES, PageEntry
from ui.pages.page import Goto, Notice, Page
from ui.status_presenter import PrinterStatus, Status, disk_part, printer_status
from ui.widgets.label import label
from ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


class Probe(Page):
    """A page with one entry, which remembers what happens to it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.visits: list[str] = []
        self.heard: list[Changes] = []
        self.saves = 0
        self.entry = QLineEdit()
        self.entry.setObjectName("probe")
        self.other = QLineEdit()
        self.body.addWidget(self.entry)
        self.body.addWidget(self.other)
        self._head = label("steps")

    def title(self) -> str:
        return "Probe"

    def head(self):
        return self._head

    def opened(self, argument: str) -> None:
        self.visits.append(argument)

    def changed(self, changes: Changes) -> None:
        self.heard.append(changes)

    def first_focus(self) -> None:
        self.entry.setFocus()

    def has_unsaved(self) -> bool:
        return bool(self.entry.text())

    def save_now(self) -> None:
        self.saves += 1


class SecondProbe(Probe):
    """Another one."""


@pytest.fixture
def probes(qtbot: Any, dressed: Any, hall: Hall) -> MainWindow:  # noqa: F811
    """A window of two probes."""
    entries = (
        PageEntry("today", f"{__name__}:Probe", "F5"),
        PageEntry("intake", f"{__name__}:SecondProbe", "F2"),
        PageEntry("cases", f"{__name__}:SecondProbe", "F3"),
    )
    made = MainWindow(hall.context, pages=entries)
    qtbot.addWidget(made)
    made.show()
    made.goto(Goto("today"))
    settle(qtbot, hall)
    activate(qtbot, made)
    return made


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


def unlock(qtbot, window, hall, password, clerk_id=""):  # noqa: F811
    form = window.guard.overlay.form
    if clerk_id:
        form.clerk.setCurrentText(clerk_id)
    qtbot.keyClicks(form.password, password)
    qtbot.keyClick(form.password, Qt.Key.Key_Return)
    settle(qtbot, hall)


def test_each_key_opens_its_page_and_a_page_is_built_at_its_first_visit(qtbot, probes):
    assert list(probes._pages) == ["today"]

    press(qtbot, probes, Qt.Key.Key_F2)

    assert list(probes._pages) == ["today", "intake"]
    assert isinstance(probes.page, SecondProbe)
    assert probes.page.visits == [""]
    assert probes.rail.buttons["intake"].isChecked()
    press(qtbot, probes, Qt.Key.Key_F5)
    assert probes._now == "today"


def test_a_page_asks_for_another_with_an_argument(probes):
    probes.page.goto("intake", "draft-1")

    assert probes.page.visits == ["draft-1"]


def test_title_and_hall_and_the_row_of_the_page_stand_on_top(qtbot, probes, hall):  # noqa: F811
    assert probes.top.title.text() == "Probe"
    assert probes.top.hall.text() == "示例镇便民服务中心（示例）"
    assert probes.page.head().isVisible()


def test_f3_searches_and_enter_takes_the_text_to_the_cases(qtbot, probes):
    press(qtbot, probes, Qt.Key.Key_F3)
    qtbot.keyClicks(probes.focusWidget(), "wsl")
    press(qtbot, probes, Qt.Key.Key_Return)

    assert probes._now == "cases"
    assert probes.page.visits == ["wsl"]


def test_f3_on_the_cases_goes_to_the_search_of_that_page(qtbot, probes):
    probes.goto(Goto("cases"))
    probes.top.search.setFocus()

    press(qtbot, probes, Qt.Key.Key_F3)

    assert probes.focusWidget() is probes.page.entry
    assert probes.page.visits == [""]


def test_esc_in_the_search_gives_the_keyboard_back(qtbot, probes):
    press(qtbot, probes, Qt.Key.Key_K, CONTROL)
    assert probes.top.search.hasFocus()

    press(qtbot, probes, Qt.Key.Key_Escape)

    assert probes.page.entry.hasFocus()


def test_an_action_of_one_page_is_told_to_every_page(probes):
    first = probes.page
    probes.goto(Goto("intake"))

    probes.page.changes_made.emit(Changes(hall=True))

    assert [changes.hall for changes in first.heard] == [True]
    assert [changes.hall for changes in probes.page.heard] == [True]


def test_f1_shows_help_beside_the_page_and_gives_the_keyboard_back(qtbot, window):
    press(qtbot, window, Qt.Key.Key_F1)
    assert window.help.isVisible()
    assert "Ctrl+L" in window.help.text.toPlainText()

    press(qtbot, window, Qt.Key.Key_Escape)

    assert not window.help.isVisible()
    assert window.page.isAncestorOf(window.focusWidget())


def test_a_case_goes_back_to_the_page_it_was_opened_from(qtbot, window, hall):  # noqa: F811
    case_id = hall.take_in().case_id
    for name in ("today", "cases"):
        window.goto(Goto(name))
        window.goto(Goto("case", case_id))
        settle(qtbot, hall)

        press(qtbot, window, Qt.Key.Key_Escape)

        assert window.page is window._pages[name]


def test_enter_is_a_click_outside_the_page_and_esc_comes_back_to_it(qtbot, window, hall):  # noqa: F811
    part = window.status.findChildren(QPushButton)[0]
    part.setFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.page.isAncestorOf(window.focusWidget())

    part.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    settle(qtbot, hall)
    assert window.page is window._pages["sync"]


def test_help_gives_the_keyboard_back_to_the_field_where_it_was_asked_for(qtbot, probes):
    probes.page.other.setFocus()

    press(qtbot, probes, Qt.Key.Key_F1)
    press(qtbot, probes, Qt.Key.Key_Escape)

    assert probes.focusWidget() is probes.page.other


def test_ctrl_l_hides_everything_and_saves_what_is_typed(qtbot, probes, hall):  # noqa: F811
    qtbot.keyClicks(probes.page.entry, "half a name")

    press(qtbot, probes, Qt.Key.Key_L, CONTROL)

    assert probes.guard.is_locked
    assert not probes.page.entry.isVisible()
    assert probes.page.saves == 1
    assert probes.guard.overlay.geometry() == probes.rect()
    assert probes.focusWidget() is probes.guard.overlay.form.password


def test_a_locked_window_hears_no_key_of_the_pages(qtbot, probes):
    probes.lock()

    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F1):
        press(qtbot, probes, key)

    assert list(probes._pages) == ["today"]
    assert not probes.help.isVisible()


def test_the_right_password_gives_back_page_field_and_place_in_the_text(qtbot, probes, hall):  # noqa: F811
    probes.goto(Goto("intake"))
    entry = probes.page.other
    entry.setFocus()
    entry.setText("王示例")
    entry.setCursorPosition(1)

    probes.lock()
    unlock(qtbot, probes, hall, LEAD_PASSWORD)

    assert not probes.guard.is_locked
    assert probes.focusWidget() is entry
    assert (entry.text(), entry.cursorPosition(), entry.selectedText()) == ("王示例", 1, "")
    assert probes.page.visits == [""]


def test_a_wrong_password_opens_nothing_and_says_how_many_tries_are_left(qtbot, probes, hall):  # noqa: F811
    probes.lock()

    unlock(qtbot, probes, hall, "not-the-password")

    assert probes.guard.is_locked
    assert "4" in probes.guard.overlay.form.password_field.error
    assert probes.guard.overlay.form.password.text() == ""


def test_another_clerk_logs_in_over_the_lock_and_sees_nothing_of_the_first(qtbot, probes, hall, other_clerk):  # noqa: F811
    first = probes.page
    qtbot.keyClicks(first.entry, "of the first")

    probes.lock()
    unlock(qtbot, probes, hall, OTHER_PASSWORD, clerk_id=other_clerk.clerk_id)

    assert first.saves == 1
    assert probes.context.session.clerk == other_clerk
    assert probes.page is not first
    assert probes.page.entry.text() == ""
    assert other_clerk.name in probes.rail.who.text()


def test_a_window_left_alone_locks_itself(qtbot, probes, hall):  # noqa: F811
    hall.context.settings_store.change(idle_minutes=1)
    assert probes.guard.idle.timer.interval() == 60_000

    probes.guard.idle.timer.timeout.emit()

    assert probes.guard.is_locked


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_F3])
def test_every_key_starts_the_idle_time_again(qtbot, probes, key):
    probes.guard.idle.timer.stop()

    qtbot.keyClick(probes.windowHandle(), key)

    assert probes.guard.idle.timer.isActive()


def test_the_place_of_the_window_is_remembered(qtbot, probes, hall):  # noqa: F811
    probes.resize(780, 600)

    probes.close()

    assert hall.context.settings.window
    again = MainWindow(hall.context, pages=(PageEntry("today", f"{__name__}:Probe", "F5"),))
    qtbot.addWidget(again)
    assert again.size().toTuple() == (780, 600)


def test_a_window_is_not_larger_than_its_screen(probes):
    assert probes.size().boundedTo(probes.screen().availableSize()) == probes.size()


def test_closing_saves_what_is_typed(qtbot, probes):
    qtbot.keyClicks(probes.page.entry, "half")
    page = probes.page

    probes.close()

    assert page.saves == 1


@pytest.mark.parametrize("entry", [entry for entry in PAGES if entry.is_in_rail], ids=lambda entry: entry.name)
def test_every_page_fits_a_screen_of_1366_by_768(qtbot, window, hall, entry):  # noqa: F811
    window.resize(1366, 768)
    window.goto(Goto(entry.name))
    settle(qtbot, hall)

    bars = (window.page_area.horizontalScrollBar(), window.page_area.verticalScrollBar())

    assert window.size().toTuple() == (1366, 768)
    assert [bar.maximum() for bar in bars] == [0, 0]


def test_made_up_data_have_a_frame_and_a_word(qtbot, dressed, hall):  # noqa: F811
    hall.context.counter = type(hall.counter)(
        hall.counter.store, hall.counter.clock, hall.counter.profile, hall.counter.keys, is_practice=True
    )
    made = MainWindow(hall.context, pages=(PageEntry("today", f"{__name__}:Probe"),))
    qtbot.addWidget(made)

    assert made.central.property("practice") == "true"
    assert made.top.practice.text() == "练习模式"


# The status bar


def test_the_status_bar_says_how_it_stands_without_a_city(qtbot, window, hall):  # noqa: F811
    hall.take_in()
    window.refresh_status()
    waiting = window.status._parts["waiting"]
    until(qtbot, lambda: waiting.text().startswith("待发 1 件 "))  # looks close together are one look
    settle(qtbot, hall)

    texts = [part.text() for part in window.status._parts.values()]

    assert texts[0] == "● 离线 未连接市里"
    assert texts[1].startswith("待发 1 件 ")
    assert texts[2] == "市里 尚无回执"
    assert "1张待确认" in texts[3]
    assert texts[4].startswith("磁盘")


@pytest.mark.parametrize(
    ("part", "page"), [("waiting", "sync"), ("printer", "settings"), ("disk", "settings"), ("line", "sync")]
)
def test_each_part_of_the_status_bar_leads_to_its_page(qtbot, window, hall, part, page):  # noqa: F811
    asked = []
    window.status.navigate.connect(lambda target: asked.append(target.page))

    window.status._parts[part].click()
    settle(qtbot, hall)

    assert asked == [page]
    assert window._now == page


def test_a_full_disk_is_red_and_has_a_word(window):
    disk = disk_part(Status(free_bytes=500_000_000), language="zh")
    assert disk is not None

    window.status.show_part("disk", disk)

    assert window.status._parts["disk"].property("tone") == "red"
    assert "将满" in window.status._parts["disk"].text()


def test_a_notice_is_said_and_goes_away(window):
    window.resize(1366, 768)
    window.say(Notice("已收件", "good"))
    assert window.status.notice.text() == "✓ 已收件"

    window.status._fade.timeout.emit()

    assert window.status.notice.text() == ""
    assert window.status.hints.isVisible()


def test_a_long_notice_takes_the_bar_and_no_more(window):
    window.resize(1366, 768)

    window.say(Notice("无法打印：" + "请检查打印机的电源、纸张和连接线。" * 8, "bad"))

    assert window.status.notice.text().endswith("…")
    assert window.width() == 1366
    assert "连接线" in window.status.notice.toolTip()


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("", (PrinterStatus.NONE, "")),
        ("old", (PrinterStatus.NONE, "old")),
        ("file:/tmp/papers", (PrinterStatus.FOLDER, "papers")),
    ],
)
def test_without_printers_the_status_says_so(chosen, expected):
    assert printer_status(chosen, []) == expected


def test_the_chosen_printer_is_looked_for_and_the_default_taken_if_none_is():
    from printing.devices import Printer, PrinterState

    found = [Printer("first", PrinterState.READY, is_default=True), Printer("second", PrinterState.STOPPED)]

    assert printer_status("", found) == (PrinterStatus.READY, "first")
    assert printer_status("second", found) == (PrinterStatus.STOPPED, "second")
    assert printer_status("third", found) == (PrinterStatus.UNKNOWN, "third")
