"""The catalogue by real keys: the sample items, their guides, and M27: the notice for people who only ask."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt

from desktop.catalogue_files.sample import load_sample
from desktop.domain.catalogue import Referral
from desktop.domain.papers import InformOnceSheet
from desktop.domain.papers_pledge import FilledSample, ServiceGuide
from printing.devices import Printer, PrinterState
from tests.builders import MANDATE, MONDAY, PHOTO, PROOF, catalogue, item
from tests.ui.case_fixtures import behind, clock, hall, press, until, visit
from ui.dialogs.print_presenter import Stage
from ui.pages.catalogue_page import CataloguePage
from ui.pages.catalogue_presenter import guide, kept_answers
from ui.pages.catalogue_text import guide_html, materials_html

__all__ = ["behind", "clock", "hall", "visit"]

Alt, Control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def published():
    return msgspec.structs.replace(load_sample(), division="450000")


@pytest.fixture
def page(qtbot, visit):
    made = visit(CataloguePage)
    until(qtbot, lambda: made.shelf is not None)
    return made


def paper_of(hall, number):
    with hall.counter.store.read() as reader:
        return reader.paper(number)


def shown_number(qtbot, hall):
    until(qtbot, lambda: hall.context.printer.dialog is not None)
    dialog = hall.context.printer.dialog
    until(qtbot, lambda: dialog.view.page_count > 0)
    return dialog.flow.view.number


def test_every_item_stands_under_its_group(page, published):
    lines = [page.items.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(page.items.list.count())]

    assert sum(line.choice is not None for line in lines) == 66
    groups = dict.fromkeys(item.group for item in published.items)
    assert [line.text for line in lines if line.choice is None] == [*groups, "一件事"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("临时救助", "临时救助审核确认"), ("lsjz", "临时救助审核确认"), ("迁户口", "户口迁移"), ("hkqy", "户口迁移")],
)
def test_an_item_is_found_by_name_alias_and_initials(qtbot, page, typed, first):
    page.items.entry.setText(typed)

    assert page.items.current().choice.name == first
    assert page.guide.name.text() == first


def test_a_matter_of_another_authority_says_where_to_go(page):
    page.items.entry.setText("驾照")

    assert page.items.current().referral.authority in page.message.text()
    assert page.stack.currentIndex() == 1


@pytest.mark.parametrize("garbage", ['"', "'; --", "(((", "\\", "[a-", "\x00", "<b>", "没有这个事项"])
def test_garbage_finds_nothing_and_says_so(page, garbage):
    page.items.entry.setText(garbage)

    assert page.stack.currentIndex() == 1
    assert page.message.text()


def test_arrows_pass_over_the_headings(qtbot, page):
    codes = []
    for _ in range(70):
        codes.append(page.items.current().choice.code)
        press(qtbot, page, Qt.Key.Key_Down)

    assert len(set(codes)) == 66
    assert page.items.entry.hasFocus()


def test_digits_choose_the_situation_and_the_materials_follow(qtbot, page):
    page.items.entry.setText("户口迁移")
    press(qtbot, page, Qt.Key.Key_Return)
    before = page.guide.view

    press(qtbot, page, Qt.Key.Key_1)  # 从外地迁入本镇
    press(qtbot, page, Qt.Key.Key_1)  # 夫妻投靠

    names = [material.name for material in page.guide.view.materials]
    assert "结婚证" in names
    assert "结婚证" not in [material.name for material in before.materials]
    assert "结婚证" in [material.name for material in before.possible]
    assert page.answers == {"方向": "迁入本镇", "迁移事由": "夫妻投靠"}
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.items.entry.hasFocus()


def test_an_answer_is_taken_back_and_what_hangs_on_it_goes_too(qtbot, page):
    page.items.entry.setText("户口迁移")
    press(qtbot, page, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_1)
    press(qtbot, page, Qt.Key.Key_1)
    press(qtbot, page, Qt.Key.Key_Up)
    press(qtbot, page, Qt.Key.Key_Up)

    press(qtbot, page, Qt.Key.Key_Backspace)

    assert page.answers == {}


def test_m27_the_blank_notice_is_printed_with_one_key_and_no_name(qtbot, hall, page):
    page.items.entry.setText("高龄津贴")

    press(qtbot, page, Qt.Key.Key_F9)

    paper = paper_of(hall, shown_number(qtbot, hall))
    assert isinstance(paper, InformOnceSheet)
    assert paper.head.item_name == "高龄津贴申领"
    assert paper.asked_by == ""
    assert paper.materials


def test_m27_the_notice_names_who_asks_and_the_situation_that_was_chosen(qtbot, hall, page):
    page.items.entry.setText("户口迁移")
    page.asked_by.setText("示例询问人")
    press(qtbot, page, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_3)

    press(qtbot, page, Qt.Key.Key_F9)

    paper = paper_of(hall, shown_number(qtbot, hall))
    assert paper.asked_by == "示例询问人"
    assert paper.situation == ("户口往哪里迁：从本镇迁往外地",)
    assert page.asked_by.text() == ""


def test_m27_the_notice_goes_to_the_printer_as_shown(qtbot, hall, page):
    hall.tray.known = [Printer("Counter", PrinterState.READY, is_default=True)]
    page.items.entry.setText("居住证")
    press(qtbot, page, Qt.Key.Key_F9)
    shown_number(qtbot, hall)
    dialog = hall.context.printer.dialog

    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    until(qtbot, lambda: dialog.flow.view.stage is Stage.ASKING)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    until(qtbot, lambda: hall.context.printer.dialog is None)
    assert len(hall.tray.sent) == 1


def test_m27_alt_g_prints_the_service_guide(qtbot, hall, page):
    page.items.entry.setText("设施农业")

    press(qtbot, page, Qt.Key.Key_G, Alt)

    paper = paper_of(hall, shown_number(qtbot, hall))
    assert isinstance(paper, ServiceGuide)
    assert paper.head.item_name == "设施农业用地备案"
    assert len(paper.materials) == 9


def test_m27_alt_s_prints_the_filled_in_sample_of_the_situation(qtbot, hall, page):
    page.items.entry.setText("设施农业")
    press(qtbot, page, Qt.Key.Key_Return)
    press(qtbot, page, Qt.Key.Key_2)  # 畜禽养殖设施

    press(qtbot, page, Qt.Key.Key_S, Alt)

    paper = paper_of(hall, shown_number(qtbot, hall))
    assert isinstance(paper, FilledSample)
    assert "畜禽养殖设施" in [field.value for field in paper.fields]
    assert "动物防疫条件选址说明" in [material.name for material in paper.materials]


def test_ctrl_enter_takes_the_item_to_the_intake(qtbot, page):
    asked: list[Any] = []
    page.navigate.connect(asked.append)
    page.items.entry.setText("生育登记")

    press(qtbot, page, Qt.Key.Key_Return, Control)

    assert [(target.page, target.argument) for target in asked] == [
        ("intake", f"item:{page.items.current().choice.code}")
    ]


def test_a_visit_with_a_code_shows_that_item(page, published):
    page.opened(published.items[20].code)

    assert page.guide.view.code == published.items[20].code


def test_the_tabs_open_by_key(qtbot, page):
    press(qtbot, page, Qt.Key.Key_2, Alt)
    assert page.guide.tabs.currentWidget() is page.guide.guide
    press(qtbot, page, Qt.Key.Key_1, Alt)

    assert page.guide.tabs.currentWidget() is page.guide.materials


def test_every_sample_item_has_a_guide_without_a_hole(page, published):
    words = page.guide.headings()

    for entry in published.items:
        view = guide(entry, {}, today=MONDAY, language="zh")
        assert entry.name in view.name
        assert guide_html(view, words)
        assert materials_html(view, words, muted="#5B6470")


def test_what_the_catalogue_says_is_never_markup(page):
    made = item(name="<b>林木</b>", conditions=("a < b & c",))
    view = guide(made, {}, today=MONDAY, language="zh")

    assert "a &lt; b &amp; c" in guide_html(view, page.guide.headings())


def test_the_ways_to_spare_a_paper_are_said():
    made = item(materials=(PHOTO, PROOF, MANDATE), questions=())
    view = guide(made, {}, today=MONDAY, language="zh")

    assert [(m.name, m.is_deferrable, m.is_pledgeable) for m in view.materials] == [
        ("照片", True, False),
        ("困难证明", False, True),
    ]


def test_the_answer_that_needs_no_licence_is_said():
    view = guide(item(), {"place": "2"}, today=MONDAY, language="zh")

    assert view.effect.startswith("农村居民采伐房前屋后")


def test_an_answer_of_another_catalogue_does_not_count():
    assert kept_answers(item(), {"place": "9", "gone": "1"}) == {}


class TestWithoutCatalogue:
    """The counter before the lead has imported anything."""

    @pytest.fixture
    def published(self):
        return None

    def test_an_empty_catalogue_says_what_to_do(self, qtbot, hall, page):
        assert page.stack.currentIndex() == 1
        assert page.message.text()
        press(qtbot, page, Qt.Key.Key_F9)
        assert hall.context.printer.dialog is None


class TestASmallCatalogue:
    """One suspended item and one referral."""

    @pytest.fixture
    def published(self):
        late = item(valid_to=MONDAY.replace(month=10))
        return catalogue(late, referrals=(Referral(matter="护照", authority="出入境"),))

    def test_an_item_that_is_not_valid_today_prints_nothing(self, qtbot, hall, page):
        assert not page.guide.view.is_valid
        press(qtbot, page, Qt.Key.Key_F9)
        press(qtbot, page, Qt.Key.Key_G, Alt)
        press(qtbot, page, Qt.Key.Key_S, Alt)
        press(qtbot, page, Qt.Key.Key_Return, Control)

        assert hall.context.printer.dialog is None
        assert not page.print_button.isEnabled()
