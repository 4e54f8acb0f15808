"""On a scaled screen, a small one or with large text: what is worked with stays in view, and nothing is half shown."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.people import Clerk, Session
from tests.ui.case_fixtures import Hall, clock, hall, published  # noqa: F401 - fixtures
from tests.ui.conftest import activate, settle
from tests.ui.intake_fixtures import look  # noqa: F401 - fixture
from ui import appearance
from ui.pages.page import Goto
from ui.widgets.follow_area import FollowArea
from ui.widgets.table_view import fitted
from ui.window import MainWindow


def shown(window: QWidget, widget: QWidget) -> QRect:
    """What of the widget can be seen, in the window's coordinates."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size())


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1093, 614), (911, 512)], ids=["100 %", "125 %", "150 %"])
def test_the_page_of_intake_never_scrolls_sideways_and_its_keys_stay_in_view(
    window: MainWindow,
    qtbot: Any,
    hall: Hall,  # noqa: F811
    width: int,
    height: int,
) -> None:
    window.goto(Goto("intake"))
    settle(qtbot, hall)
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.page_area.viewport().width() > 0)
    assert (window.width(), window.height()) == (width, height)
    assert window.page_area.horizontalScrollBar().maximum() == 0
    assert window.page_area.verticalScrollBar().maximum() == 0
    frame = window.page.frame  # type: ignore[union-attr]
    assert shown(window, frame.next_key).size() == frame.next_key.size()


@pytest.mark.parametrize(("width", "is_narrow"), [(1366, False), (1093, True)])
def test_a_small_window_gives_the_room_of_the_rail_to_the_page(window: MainWindow, width: int, is_narrow: bool) -> None:
    window.resize(width, 700)
    assert bool(window.rail.property("narrow")) is is_narrow
    assert (window.rail.width() < 120) is is_narrow


def test_large_text_makes_the_rail_narrow_at_once(window: MainWindow) -> None:
    window.context.settings_store.change(percent=125)
    assert window.rail.property("narrow") is True


def test_a_field_that_gets_the_keyboard_under_the_edge_is_brought_into_view(qtbot: Any) -> None:
    area, inner = FollowArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inner)
    fields = [QLineEdit() for _ in range(30)]
    for field in fields:
        column.addWidget(field)
    area.setWidget(inner)
    area.resize(300, 200)
    area.show()
    activate(qtbot, area)
    fields[0].setFocus()
    assert fields[-1].visibleRegion().isEmpty()
    fields[-1].setFocus()
    assert fields[-1].visibleRegion().boundingRect().size() == fields[-1].size()


def test_a_chip_keeps_its_width_while_the_other_columns_give_way() -> None:
    columns, widths = fitted([100, 0, 100], room=300, size=1.0, rigid=(2,))
    assert columns == {0, 1, 2}
    assert widths == [50, 0, 100]


@pytest.mark.parametrize("is_lead", [True, False], ids=["lead", "clerk"])
def test_no_section_of_the_settings_scrolls_at_100_percent(
    window: MainWindow,
    qtbot: Any,
    hall: Hall,  # noqa: F811
    other_clerk: Clerk,
    is_lead: bool,
) -> None:
    if not is_lead:
        window.begin_session(Session(clerk=other_clerk, window="02"))
    for section in ("hall", "clerks", "data"):
        window.goto(Goto("settings", section))
        settle(qtbot, hall)
        assert window.page_area.verticalScrollBar().maximum() == 0, section


def test_large_text_leaves_the_name_of_the_item_its_room_on_the_page_of_a_case(
    look: None,  # noqa: F811
    qapp: QApplication,
    window: MainWindow,
    qtbot: Any,
    hall: Hall,  # noqa: F811
) -> None:
    window.context.settings_store.change(percent=150)
    appearance.apply(qapp, window.context.settings)
    window.resize(1366, 768)
    window.goto(Goto("case", hall.take_in().case_id))
    settle(qtbot, hall)
    head, loaded = window.page.case_head, window.page.loaded  # type: ignore[union-attr]

    long = {"item_name": "林木采伐许可证核发（农村居民自留山、个人承包集体林地）", "fast": "绿色通道"}
    head.show_head(replace(loaded.view.head, **long, number="451002103-02-LUTFN9-20261102-0001-K"))

    name = head.item
    qtbot.waitUntil(lambda: name.width() >= name.fontMetrics().horizontalAdvance("林木采伐许可证核发（农村"))
    assert name.heightForWidth(name.width()) <= 3 * name.fontMetrics().lineSpacing()
    assert shown(window, head.copy_button).size() == head.copy_button.size()
    window.context.settings_store.change(percent=100)
    appearance.apply(qapp, window.context.settings)  # the style sheet is the application's: others are measured in it
