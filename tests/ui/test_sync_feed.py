"""News of sync on the screen: told on another thread, read once for many, and all hear when others have written."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt, QThread
from shiboken6 import delete

from desktop.domain import events as ev
from desktop.ports_sync import LineState, SyncStatus, Trouble
from tests.fakes.outside import CITY, Outside
from tests.fakes.sync_control import FakeSync
from tests.ui.case_fixtures import MORNING, Hall, clock, hall, published, until  # noqa: F401 - fixtures
from tests.ui.conftest import activate, settle
from ui.pages.page import Goto
from ui.sync_feed import SyncFeed
from ui.window import MainWindow

OFFLINE = SyncStatus(state=LineState.OFFLINE, since=MORNING, waiting_cases=14, bytes_left=3_200_000, seconds_left=401)


@pytest.fixture
def sync(hall: Hall) -> FakeSync:  # noqa: F811
    fake = FakeSync(now=OFFLINE)
    hall.context.counter = replace(hall.counter, sync=fake)
    return fake


@pytest.fixture
def feed(qtbot: Any, hall: Hall, sync: FakeSync) -> Iterator[SyncFeed]:  # noqa: F811
    """A feed of its own, taken down on this thread: the collector may run on a worker's, and Qt forbids it there."""
    made = SyncFeed(hall.context.counter, hall.context.tasks)
    yield made
    settle(qtbot, hall)
    delete(made)


@pytest.fixture
def counted(qtbot: Any, dressed: Any, hall: Hall, sync: FakeSync) -> MainWindow:  # noqa: F811
    """The window over a sync under the test's hand."""
    made = MainWindow(hall.context)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.goto(Goto("today"))
    settle(qtbot, hall)
    activate(qtbot, made)
    return made


def texts(window: MainWindow) -> list[str]:
    return [part.text() for part in window.status._parts.values()]


def test_what_sync_tells_on_its_thread_arrives_on_the_main_one(qtbot, sync, feed):
    threads: list[Any] = []
    feed.status_changed.connect(lambda _status: threads.append(QThread.currentThread()))

    teller = threading.Thread(target=sync.tell)
    teller.start()
    teller.join()

    until(qtbot, lambda: bool(threads))
    assert threads[0] is feed.thread()


def test_a_burst_of_news_is_read_once_and_the_last_word_is_shown(qtbot, sync, feed):
    seen: list[SyncStatus] = []
    feed.status_changed.connect(seen.append)

    for number in range(100):
        sync.set_status(replace(OFFLINE, waiting_cases=number))

    until(qtbot, lambda: bool(seen) and seen[-1].waiting_cases == 99)
    assert len(seen) <= 3


def test_the_bar_follows_sync(qtbot, hall, sync, counted):  # noqa: F811
    assert texts(counted)[:2] == ["● 离线 09:00起", "待发 14 件 3.2 MB 约7分钟"]

    sync.set_status(replace(OFFLINE, problem=Trouble("clock_wrong", {"minutes": 40})))

    until(qtbot, lambda: texts(counted)[0] == "● 离线 09:00起 请校准时间")


def test_somebody_has_to_act_stands_in_the_navigation_with_its_meaning(qtbot, sync, counted):
    sync.set_status(replace(OFFLINE, state=LineState.STOPPED))

    until(qtbot, lambda: counted.rail.buttons["sync"].badge.text() == "!")
    assert "需要有人处理" in counted.rail.buttons["sync"].accessibleName()


def test_an_answer_that_comes_in_is_counted_and_told_on_today(qtbot, hall, sync, counted):  # noqa: F811
    taken = hall.take_in()
    with hall.counter.store.read() as reader:
        line = reader.lines_of(taken.case_id)[0]
    refused = ev.CityRefusedEntry(entry_origin=line.origin, entry_seq=line.seq, reason="与人口库不一致")

    Outside(CITY).arrive(hall.counter, refused, case_id=taken.case_id, at=MORNING)
    sync.tell()

    until(qtbot, lambda: counted.rail.buttons["todo"].badge.text() == "1")
    until(qtbot, lambda: counted.page.findChild(object, "hint_todo") is not None)
    settle(qtbot, hall)


@pytest.mark.parametrize("percent", [100, 150])
def test_the_bar_fits_a_small_screen_at_every_size_of_text(qtbot, hall, sync, counted, percent):  # noqa: F811
    hall.context.settings_store.change(percent=percent)
    sync.set_status(replace(OFFLINE, problem=Trouble("store_full"), last_receipt=MORNING))
    until(qtbot, lambda: "市里存储已满" in counted.status._parts["line"].accessibleName())

    counted.resize(1366, 768)

    assert counted.width() == 1366
    assert counted.status._taken() <= counted.status.width()


def test_f4_and_f6_open_their_pages_where_the_page_in_view_has_no_such_key(qtbot, hall, sync, counted):  # noqa: F811
    qtbot.keyClick(counted.focusWidget() or counted, Qt.Key.Key_F6)
    settle(qtbot, hall)
    assert counted.page is counted._pages["sync"]

    qtbot.keyClick(counted.focusWidget() or counted, Qt.Key.Key_F4)
    settle(qtbot, hall)
    assert counted.page is counted._pages["todo"]


def test_a_locked_window_opens_neither(qtbot, counted):
    counted.lock()

    qtbot.keyClick(counted, Qt.Key.Key_F6)

    assert "sync" not in counted._pages
