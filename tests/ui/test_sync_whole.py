"""From the enrolment file to the city's word in To do: the window's own sync, a real city, a folder as the store."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.city import joining
from desktop.city.answering import Addressed, give
from desktop.city.collect import collect_once
from desktop.city.enrolling import enrol
from desktop.city.folder import City, CityConfig
from desktop.domain import events as ev
from desktop.ports_sync import LineState
from desktop.sync.store_config import StoreConfig
from tests.builders import HALL as WHERE
from tests.ui.case_fixtures import Hall, clock, hall, press, published, until  # noqa: F401 - fixtures
from tests.ui.conftest import settle
from ui.pages.page import Goto
from ui.pages.sync_page import SyncPage
from ui.pages.todo_page import TodoPage
from ui.window import MainWindow


@pytest.fixture
def city(tmp_path: Path, hall: Hall) -> Iterator[City]:  # noqa: F811
    store = StoreConfig(kind="folder", options={"root": str(tmp_path / "store")})
    config = CityConfig(name="示例市大数据局", store=store, database="")
    with City.create(tmp_path / "city", config, clock=hall.clock) as made:
        yield made


@pytest.fixture
def working(window: MainWindow, hall: Hall, city: City) -> Iterator[Callable[[], None]]:  # noqa: F811
    """Starts the window's own sync; ended with the test, before its store."""
    control = hall.counter.sync
    assert control is not None
    yield control.start
    control.close()


def collect(city: City) -> None:
    """The collector comes by once."""
    asyncio.run(collect_once(city))


def test_a_window_is_enrolled_sends_and_hears_what_the_city_said(
    qtbot: Any,
    hall: Hall,  # noqa: F811
    window: MainWindow,
    city: City,
    working: Callable[[], None],
    tmp_path: Path,
) -> None:
    control = hall.counter.sync
    assert control is not None
    taken = hall.take_in()
    file = enrol(city, WHERE.division, "02", hall_name=WHERE.name, folder=tmp_path)
    window.goto(Goto("sync"))
    settle(qtbot, hall)
    page = window.page
    assert isinstance(page, SyncPage)

    page.enrol.use_file(str(file.path))
    qtbot.keyClicks(page.enrol.code, file.code)
    press(qtbot, page, Qt.Key.Key_Return)
    working()
    until(qtbot, lambda: window.status._parts["line"].text().startswith("● 等待市里批准"))

    collect(city)
    joining.approve(city, hall.counter.store.origin)
    collect(city)
    control.sync_now()
    until(qtbot, lambda: control.status().bytes_left == 0 and control.status().state is LineState.ONLINE)

    collect(city)
    message = ev.CityMessage(office="示例县林业局", text="已派员勘查")
    with city.database.write() as conn:
        give(conn, city, [Addressed(message, WHERE.division, taken.case_id)], clerk="city")
    collect(city)
    control.sync_now()

    until(qtbot, lambda: window.rail.buttons["todo"].badge.text() == "1")
    until(qtbot, lambda: window.status._parts["waiting"].text() == "没有待发")
    with hall.counter.store.read() as reader:
        assert reader.city_receipt(taken.case_id).is_complete
    window.goto(Goto("todo"))
    settle(qtbot, hall)
    assert isinstance(window.page, TodoPage)
    assert [line.why for line in window.page.model.rows() if line.answer] == ["示例县林业局：已派员勘查"]
