"""A rare name is shown on the screen as it is printed: with its own glyph, never the box of a missing one."""

import logging
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QFont, QImage, QTextLayout
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from resources.fonts import FOLDER
from resources.fonts.coverage import FontIndex, FontRecord, read_index
from ui import fonts
from ui.fonts import RareFonts, load_faces
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

NAMES = ["王𠮷", "李𬭳", "欧阳㼆"]  # extension B, extension E, extension A
BEYOND_THE_FONTS = "\U00030abc"


@pytest.fixture
def rare(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[RareFonts]:
    """The rare fonts of a process that has just started, under a style sheet as the counter has one."""
    made = RareFonts(read_index(FOLDER))
    monkeypatch.setattr(fonts, "rare_fonts", lambda: made)
    font, sheet = qapp.font(), qapp.styleSheet()
    qapp.setFont(load_faces())
    qapp.setStyleSheet("* { font-size: 24px } #strong { font-weight: 700 }")
    yield made
    qapp.setFont(font)
    qapp.setStyleSheet(sheet)


def missing_in(font: QFont, text: str) -> list[int]:
    """Glyphs of the box that stands for a missing character; what is asked of Qt is what it would draw."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes() if glyph == 0]


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def table_of(names: list[str]) -> TableView:
    model = RowTable((Column("姓名", lambda name: name),))
    model.set_rows(names)
    view = TableView("names", "names")
    model.setParent(view)
    view.set_model(model, widths=[0])
    return view


def test_a_table_row_shows_names_of_three_planes(qtbot, rare: RareFonts) -> None:
    view = table_of(NAMES)
    qtbot.addWidget(view)

    with qtbot.waitSignal(rare.loaded):
        before = picture(view)

    assert [missing_in(view.font(), name) for name in NAMES] == [[], [], []]
    assert picture(view) != before


def test_the_glyphs_on_the_screen_are_not_the_box(qtbot, rare: RareFonts) -> None:
    drawn = []
    for text in ("𠮷", "𬭳", "㼆", BEYOND_THE_FONTS):
        line = label(text)
        qtbot.addWidget(line)
        line.resize(40, 40)
        qtbot.waitUntil(lambda text=text: rare.ensure_shown(text))
        drawn.append(picture(line))

    box = drawn.pop()
    assert box not in drawn
    assert all(one != other for one, other in pairwise(drawn))


def test_a_file_that_comes_later_reaches_what_is_already_on_the_screen(qtbot, rare: RareFonts) -> None:
    """Qt 6.11 renews the engines of a font in use the first time that a family is registered, not the second time."""
    window = QWidget()
    lines = [label("王𠮷㼆"), label("王𠮷㼆", "strong"), QLineEdit("王𠮷㼆")]
    column = QVBoxLayout(window)
    for line in lines:
        column.addWidget(line)
    qtbot.addWidget(window)
    picture(window)

    for text in ("𠮷", "㼆", "𡃁"):
        qtbot.waitUntil(lambda text=text: rare.ensure_shown(text))
        picture(window)

    assert [missing_in(line.font(), "王𠮷㼆𡃁") for line in lines] == [[], [], []]
    assert [line.font().bold() for line in lines] == [False, True, False]
    assert {line.font().pixelSize() for line in lines} == {24}


def test_only_the_files_asked_for_are_unpacked(qtbot, rare: RareFonts) -> None:
    assert rare.ensure_shown("王示例 Wáng №1")
    assert rare.families == []

    qtbot.waitUntil(lambda: rare.ensure_shown("𠮷㼆"))

    assert sorted(rare.families) == ["Yichuang Rare h041", "Yichuang Rare s007"]


def test_many_cells_that_ask_at_once_cost_one_round(qtbot, rare: RareFonts) -> None:
    rounds = []
    rare.loaded.connect(lambda: rounds.append(len(rare.families)))

    for code in range(0x20000, 0x22000, 0x100):
        rare.ensure_shown(chr(code))
    qtbot.waitUntil(lambda: rare.ensure_shown("𠀀"))

    assert rounds == [4]


def test_a_character_that_no_file_has_is_not_waited_for(rare: RareFonts) -> None:
    assert rare.ensure_shown(f"王{BEYOND_THE_FONTS}\ue863")


def test_what_is_typed_is_followed(qtbot, qapp: QApplication, rare: RareFonts) -> None:
    rare.follow_typing(qapp)
    line = QLineEdit("㼆")
    qtbot.addWidget(line)
    rare._follow(None, line)  # focusChanged needs a window manager

    line.setText("𠮷")

    qtbot.waitUntil(lambda: len(rare.families) == 2)
    assert missing_in(line.font(), "𠮷㼆") == []


def test_a_field_that_is_filled_without_a_key_shows_the_name(qtbot, rare: RareFonts) -> None:
    entry = QLineEdit()
    field = Field("姓名", entry)
    qtbot.addWidget(field)

    entry.setText("㼆")

    qtbot.waitUntil(lambda: rare.families == ["Yichuang Rare s007"])


@pytest.mark.expects_log(logging.ERROR)
def test_a_damaged_file_is_logged_once_and_the_others_still_load(qtbot, rare: RareFonts, tmp_path, caplog) -> None:
    index = read_index(FOLDER)
    broken = tmp_path / "rare-h041.ttf.xz"
    broken.write_bytes(b"not xz")
    damaged = RareFonts(
        FontIndex(
            index.faces,
            tuple(
                FontRecord(record.name, broken, record.characters) if record.name == "rare-h041" else record
                for record in index.rare
            ),
        )
    )

    qtbot.waitUntil(lambda: damaged.ensure_shown("𠮷㼆"))

    assert damaged.families == ["Yichuang Rare s007"]
    assert damaged.ensure_shown("𠮷")
    assert [record.getMessage() for record in caplog.records] == ["font file not readable: rare-h041.ttf.xz"]
