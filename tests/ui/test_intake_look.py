"""How the intake page looks: it fits the clerk's screen in every step, and speaks Chinese throughout."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QLineEdit, QPushButton, QTableView, QWidget

from desktop.domain.outcome import Outcome
from resources.translations import build
from tests.builders import OTHER_ID, PERSON_ID
from tests.ui.case_fixtures import behind, hall, until
from tests.ui.intake_fixtures import ENTER, AtCounter, at, clock, look, published, sample
from ui import appearance
from ui.pages.intake.material_table import MaterialColumn
from ui.pages.intake.step import Step

__all__ = ["at", "behind", "clock", "hall", "look", "published", "sample"]

Key = Qt.Key
ROOM_WIDTH, ROOM_HEIGHT = 1218, 651  # what the window leaves to a page at 1366 × 768

# Keys are written as on the keyboard; codes and numbers are nobody's language.
_KEYS = re.compile(
    r"Enter|Esc|Ins|Del|Alt\+[\dIP]|Ctrl\+(?:Enter|[\dRTVZ])|F\d+|[A-D]级|\b[CDGRS]\b|[A-Z0-9]*\d[A-Z0-9\-]*"
)


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """The translations as they are in the source, compiled for this test."""
    compiled = tmp_path / "zh.qm"
    build.compile_all(compiled)
    translator = QTranslator()
    assert translator.load(str(compiled))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def walk(at: AtCounter) -> Iterator[str]:
    """Every step in its fullest state, with an agent, a known person and an open case."""
    at.hall.take_in(Outcome.RECEIVE, address="示例村9号")
    yield "item"
    at.choose("L1")
    yield "applicant, empty"
    at.keys(PERSON_ID, ENTER, "王示例", ENTER).settle()
    at.keys(ENTER, ENTER, Key.Key_Space, ENTER, ENTER, OTHER_ID, ENTER, "李示例", ENTER, ENTER, "儿子", ENTER)
    at.settle()
    yield "applicant, crowded"
    at.keys(ENTER, ENTER).settle()
    assert at.step() is Step.SITUATION
    yield "situation"
    at.keys(Key.Key_2).settle()
    yield "situation that decides"
    at.keys(Key.Key_Backspace, Key.Key_1).settle()
    yield "materials"
    at.keys(Key.Key_3)
    yield "materials with a reason"
    at.keys(Key.Key_1, Key.Key_6, Key.Key_5, Key.Key_4, Key.Key_2, Key.Key_1, ENTER).settle()
    assert at.step() is Step.CONCLUSION
    yield "conclusion"
    at.conclude().close_paper()
    yield "done"


def needed(at: AtCounter) -> tuple[int, int]:
    """The least size at which nothing of the page is cut off."""
    at.qtbot.wait(1)
    size = at.page.minimumSizeHint()
    return size.width(), size.height()


def test_every_step_fits_1366_by_768_without_a_scroll_bar(chinese: None, at: AtCounter) -> None:
    for state in walk(at):
        width, height = needed(at)
        assert width <= ROOM_WIDTH, state
        assert height <= ROOM_HEIGHT, state
        bars = [area for area in at.page.findChildren(QAbstractScrollArea) if area.isVisible()]
        others = [area for area in bars if not isinstance(area, QTableView)]
        assert not [area.objectName() for area in others if area.verticalScrollBar().isVisible()], state


def test_the_summary_is_in_view_in_every_step(at: AtCounter) -> None:
    for state in walk(at):
        is_first = at.step() is Step.ITEM
        panel: QWidget = at.page.item_step.facts if is_first else at.page.summary
        assert panel.isVisible(), state
        assert at.page.rect().contains(panel.mapTo(at.page, panel.rect().bottomRight())), state


def test_every_word_on_the_page_is_chinese(chinese: None, at: AtCounter) -> None:
    for state in walk(at):
        for text in texts(at):
            assert not re.search(r"[A-Za-z]{2,}", _KEYS.sub("", text)), (state, text)
    assert not re.search(r"[A-Za-z]{2,}", _KEYS.sub("", re.sub(r"<[^>]*>", "", at.page.help_text())))


def texts(at: AtCounter) -> list[str]:
    """Everything written on what is visible."""
    widgets: list[QWidget] = [*at.page.findChildren(QWidget), *at.page.bar.findChildren(QWidget)]
    shown = [widget for widget in widgets if widget.isVisible()]
    found = [widget.text() for widget in shown if isinstance(widget, QLabel | QPushButton)]
    found += [widget.placeholderText() for widget in shown if isinstance(widget, QLineEdit)]
    found += [widget.accessibleName() for widget in shown]
    for table in (widget for widget in shown if isinstance(widget, QTableView)):
        model = table.model()
        columns = range(model.columnCount())
        found += [str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns]
    return [text for text in found if text]


def test_every_editor_has_a_name_for_a_screen_reader(at: AtCounter) -> None:
    for state in walk(at):
        for editor in at.page.findChildren(QLineEdit):
            if editor.isVisible() and editor.objectName() != "qt_spinbox_lineedit":
                assert editor.accessibleName(), (state, editor.objectName())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_follows_the_theme_and_the_size_of_text(at: AtCounter, qapp: QApplication, theme: str) -> None:
    settings = at.hall.context.settings_store
    settings.change(theme=theme, percent=125)
    appearance.apply(qapp, settings.current)

    assert at.page.frame.right_area.width() == 375  # a quarter more than 300
    assert at.page._tokens().surface in qapp.styleSheet()


def test_a_larger_text_keeps_the_row_in_view(at: AtCounter, qapp: QApplication) -> None:
    settings = at.hall.context.settings_store
    settings.change(percent=150)
    appearance.apply(qapp, settings.current)
    at.at_materials("BIG")

    at.keys(*[Key.Key_1] * 25)

    table = at.page.material_step.table
    until(at.qtbot, lambda: table.viewport().rect().contains(table.visualRect(table.currentIndex())))


def test_forty_missing_materials_push_nothing_out_of_view(chinese: None, at: AtCounter) -> None:
    at.at_materials("BIG").keys(*[Key.Key_2] * 40)
    height_of_list = needed(at)[1]
    at.keys(ENTER).settle()

    assert height_of_list <= ROOM_HEIGHT
    assert needed(at)[1] <= ROOM_HEIGHT
    assert at.page.conclusion_step.outcomes()[0] is Outcome.REQUEST_CORRECTION


@pytest.mark.parametrize("percent", [90, 110, 125])
def test_larger_text_never_needs_a_horizontal_scroll_bar(
    chinese: None, at: AtCounter, qapp: QApplication, percent: int
) -> None:
    settings = at.hall.context.settings_store
    settings.change(percent=percent)
    appearance.apply(qapp, settings.current)

    for state in walk(at):
        number = at.page.applicant_step.edits["id_number"]
        assert needed(at)[0] <= ROOM_WIDTH - 37, state  # the rail grows with the text
        if number.isVisible():
            assert number.width() >= number.fontMetrics().horizontalAdvance("0" * 18), state


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_the_key_for_the_next_citizen_is_whole_at_every_size_of_text(
    chinese: None, at: AtCounter, qapp: QApplication, percent: int
) -> None:
    settings = at.hall.context.settings_store
    settings.change(percent=percent)
    appearance.apply(qapp, settings.current)
    at.page.resize(ROOM_WIDTH, ROOM_HEIGHT)

    assert list(walk(at))[-1] == "done"

    key = at.page.done_panel.next_key
    until(at.qtbot, lambda: key.width() > 0 and key.visibleRegion().boundingRect().size() == key.size())


@pytest.mark.parametrize("percent", [100, 125])
def test_the_heading_of_the_scans_is_whole(chinese: None, at: AtCounter, qapp: QApplication, percent: int) -> None:
    settings = at.hall.context.settings_store
    settings.change(percent=percent)
    appearance.apply(qapp, settings.current)
    at.page.resize(ROOM_WIDTH, ROOM_HEIGHT)
    at.at_materials("BIG")

    header = at.page.material_step.table.horizontalHeader()
    until(at.qtbot, lambda: header.sectionSize(MaterialColumn.SCANS) >= header.sectionSizeHint(MaterialColumn.SCANS))
