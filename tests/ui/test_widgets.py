"""The parts of the pages: what they say, what they refuse, how they give way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit

from desktop.domain.deadline import Lamp as LampColour
from ui.filled import filled
from ui.widgets.chip import Chip
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.lamp import Lamp
from ui.widgets.pick_list import Choice, PickList, matching
from ui.widgets.progress_row import Cancelled, Progress, seconds_left
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import SHRINK_LEAST, STRETCH_LEAST_PX, TableView, fitted
from ui.widgets.thumbnail_strip import ThumbnailStrip

CHOICES = (
    Choice("1", "社会保障卡申领", ("shbzksl", "sbk")),
    Choice("2", "生育登记", ("sydj",)),
    Choice("3", "异地就医备案", ("ydjyba",), is_enabled=False, why_not="今天无效"),
)


def test_a_lamp_is_never_without_a_word(qtbot):
    with pytest.raises(ValueError, match="word"):
        Lamp(LampColour.RED, "")


def test_a_chip_has_one_of_the_known_tones(qtbot):
    with pytest.raises(ValueError, match="tone"):
        Chip("x", "purple")


def test_text_is_never_markup(qtbot):
    assert label("张<b>三").textFormat() == Qt.TextFormat.PlainText


def test_a_fault_stands_beside_the_field_and_is_told_to_a_screen_reader(qtbot):
    field = Field("姓名", QLineEdit(), "按证件填写")

    field.set_error("此项必填。")

    assert field.below.text() == field.error == field.editor.accessibleDescription() == "此项必填。"
    assert field.editor.accessibleName() == "姓名"
    field.clear_error()
    assert (field.error, field.below.text()) == ("", "按证件填写")


def test_a_hint_does_not_hide_a_fault(qtbot):
    field = Field("姓名", QLineEdit())
    field.set_error("此项必填。")

    field.set_hint("按证件填写")

    assert field.error == "此项必填。"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_like_the_space_bar(qtbot, key):
    button = KeyButton("保存", "Enter")
    qtbot.addWidget(button)

    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)

    assert button.text() == "保存　Enter"
    assert button.accessibleName() == "保存"


@pytest.mark.parametrize(
    ("text", "keys"),
    [("", "123"), ("sbk", "1"), ("登记", "2"), ("sy 登", "2"), ("S", "12"), ("none", "")],
)
def test_a_list_is_filtered_by_every_word_typed(text, keys):
    found = matching(CHOICES, text)

    assert sorted(choice.key for choice in found) == list(keys)


@pytest.fixture
def pick(qtbot):
    made = PickList("items", "事项")
    qtbot.addWidget(made)
    made.set_choices(CHOICES)
    made.show()
    return made


def test_a_line_is_chosen_without_leaving_the_entry(qtbot, pick):
    chosen: list[Choice] = []
    pick.chosen.connect(chosen.append)

    qtbot.keyClick(pick.entry, Qt.Key.Key_Down)
    qtbot.keyClick(pick.entry, Qt.Key.Key_Return)

    assert chosen == [CHOICES[1]]


def test_a_line_that_cannot_be_chosen_says_why(qtbot, pick):
    chosen: list[Choice] = []
    pick.chosen.connect(chosen.append)
    qtbot.keyClicks(pick.entry, "ydjy")

    qtbot.keyClick(pick.entry, Qt.Key.Key_Return)

    assert chosen == []
    assert pick.below.text() == "今天无效"


def test_the_model_of_rows_keeps_what_qt_asks_of_a_model(qtmodeltester, qtbot):
    double: Column[int] = Column("乙", lambda row: str(row * 2), tone=lambda row: "red" if row else "")
    model: RowTable[int] = RowTable([Column("甲", str), double])
    model.set_rows([1, 2, 3])
    model.append_rows([0])
    model.replace_row(0, 5)

    qtmodeltester.check(model)

    assert [model.index(row, 1).data() for row in range(4)] == ["10", "4", "6", "0"]
    assert model.index(3, 1).data(model.TONE_ROLE) is None
    assert model.index(0, 1).data(model.TONE_ROLE) == "red"
    assert model.row_at(model.index(0, 0)) == 5


def test_enter_opens_the_row_under_the_bar(qtbot):
    model = RowTable([Column("甲", str)])
    model.set_rows([7, 8])
    table = TableView("t", "表")
    qtbot.addWidget(table)
    table.set_model(model, widths=[0])
    table.selectRow(1)

    with qtbot.waitSignal(table.row_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Return)

    assert chosen.args == [8]


def test_columns_have_their_width_where_there_is_room():
    assert fitted([0, 300, 100], room=900, size=1.0) == (frozenset({0, 1, 2}), [0, 300, 100])
    assert fitted([0, 300, 100], room=900, size=1.2)[1] == [0, 360, 120]


def test_droppable_columns_go_first_and_in_their_order():
    shown, widths = fitted([150, 0, 110, 90, 90], room=600, size=1.5, droppable=(4, 3))

    assert shown == {0, 1, 2}
    assert widths[0] < 150 * 1.5


@given(
    widths=st.lists(st.integers(40, 320), min_size=1, max_size=6),
    room=st.integers(100, 1400),
    size=st.floats(0.9, 1.5),
)
def test_the_column_that_takes_the_rest_keeps_its_room_as_long_as_the_others_can_give(widths, room, size):
    _, wide = fitted([0, *widths], room=room, size=size)

    least = [round(round(w * size) * SHRINK_LEAST) for w in widths]
    is_squeezed = all(abs(w - least_w) <= 1 for w, least_w in zip(wide[1:], least, strict=True))
    assert is_squeezed or room - sum(wide) >= round(STRETCH_LEAST_PX * size) - len(widths)


def test_blanks_are_filled_once():
    assert filled("%2 %1", "a", "%1") == "%1 a"


@pytest.mark.parametrize(("done", "expected"), [(0, None), (50, 10), (100, 0)])
def test_the_time_left_goes_by_the_pace_so_far(done, expected):
    assert seconds_left(10.0, done=done, total=100) == expected


def test_work_that_was_stopped_hears_of_it(qtbot):
    progress = Progress()
    progress.tell(1, 10)

    progress.cancel()

    with pytest.raises(Cancelled):
        progress.tell(2, 10)


def test_the_hint_of_a_narrow_strip_is_set_smaller_and_not_cut(qtbot):
    strip = ThumbnailStrip("pages", "Pages")
    qtbot.addWidget(strip)
    font = strip.font()
    font.setPixelSize(18)
    strip.setFont(font)
    hint = "没有扫描件：S 选文件，Ctrl+V 粘贴，或把文件拖到这一行"
    strip.set_hint(hint)
    strip.show()
    strip.resize(400, strip.height())
    wide = strip.hint_font().pixelSize()

    strip.resize(170, strip.height())
    narrow, room = strip.hint_font(), strip.hint_room()

    needed = QFontMetrics(narrow).boundingRect(room, Qt.TextFlag.TextWordWrap, hint)
    assert wide > narrow.pixelSize()
    assert needed.height() <= room.height()
