"""M8 by real keys: a bundle and a cart go through intake as any item does, and the case page holds them together."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.domain.bundle import cart_code
from desktop.domain.case import CaseState
from desktop.domain.catalogue import Catalogue
from desktop.domain.rating import RatingLevel
from desktop.services import ratings
from tests.bundle_builders import bundled_catalogue, with_forest
from tests.ui.case_fixtures import behind, hall, press, until, visit
from tests.ui.intake_fixtures import CONTROL, ENTER, AtCounter, at, clock, look
from ui.models.case_table import CaseColumn
from ui.pages.case_page import TABS, CasePage
from ui.pages.cases_page import CasesPage
from ui.pages.intake.step import Step

__all__ = ["at", "behind", "clock", "hall", "look", "visit"]

Key = Qt.Key


@pytest.fixture
def published() -> Catalogue:
    return bundled_catalogue()


def taken_in(at: AtCounter) -> AtCounter:
    """The bundle with everything: rents, sells food, grows cane, wants insurance."""
    at.choose("返乡").person()
    at.keys(Key.Key_1, Key.Key_2, Key.Key_1, Key.Key_2).settle()
    assert at.step() is Step.MATERIALS
    at.all_complete()
    return at.keys(ENTER).settle()


def test_m8_what_a_bundle_holds_and_spares_is_told_before_anybody_commits(at: AtCounter):
    at.keys("返乡").settle()

    facts = at.page.item_step.facts
    chosen = at.page.item_step.current()
    assert chosen is not None
    assert chosen.parts == 3
    assert "3" in facts.parts.mark.text()
    assert [line.split(". ")[1].split("（")[0] for line in facts.parts.listed.text().splitlines()] == [
        "开店登记",
        "种植备案",
        "参保登记",
    ]
    assert "4" in facts.parts.spared.text()  # materials: 3 + 3 + 2 one by one, 4 together


def test_m8_a_bundle_is_taken_in_with_one_form_and_every_field_asked_once(at: AtCounter):
    taken_in(at).conclude().close_paper()

    whole = at.case()
    assert whole.state is CaseState.BUNDLED
    assert [child.item_code for child in whole.children] == ["A1", "A2", "A3"]
    assert len(whole.papers) == 1


def test_m8_the_case_page_of_the_whole_lists_its_items_and_enter_opens_one(
    at: AtCounter, visit: Callable[..., Any], qtbot: Any
):
    taken_in(at).conclude().close_paper()
    whole = at.case()
    page = visit(CasePage, whole.case_id)
    until(qtbot, lambda: page.bundle.table.rowCount() == 4)
    opened: list[Any] = []
    page.navigate.connect(opened.append)

    assert page.tabs.currentIndex() == TABS.index("bundle")
    assert [row.line.row.item_code for row in page.bundle.table.rows()] == ["B1", "A1", "A2", "A3"]
    assert page.case_head.due.text() == "各事项分别计时"
    page.bundle.view.setFocus()
    press(qtbot, page, ENTER)
    assert (opened[0].page, opened[0].argument) == ("case", whole.children[0].case_id)

    page.opened(whole.children[2].case_id)
    until(qtbot, lambda: page.loaded is not None and page.bundle.view.currentIndex().row() == 3)
    assert page.tabs.isTabVisible(TABS.index("bundle"))
    assert whole.case_number in page.case_head.bundle.text()


def test_m8_several_items_chosen_at_once_are_applied_for_together(at: AtCounter):
    at.keys("开店").settle().keys(ENTER, modifier=CONTROL).settle()
    at.keys("种植").settle().keys(ENTER, modifier=CONTROL).settle()
    at.keys("参保登记").settle().keys(ENTER, modifier=CONTROL).settle()
    assert [chip.text().split("（")[0] for chip in at.page.item_step.cart_row.chips] == [
        "开店登记",
        "种植备案",
        "参保登记",
    ]

    at.keys(Key.Key_Backspace).settle()
    assert at.form.item_code == cart_code(["A1", "A2"])
    at.keys(ENTER).settle().person()
    assert at.drafted().item_code == cart_code(["A1", "A2"])
    at.keys(Key.Key_1, Key.Key_1, Key.Key_1).settle()  # owns the house: no lease
    assert [row.name for row in at.page.presenter.material_rows()] == ["申请表", "居民身份证", "照片"]
    at.all_complete().keys(ENTER).settle().conclude().close_paper()

    assert [child.is_accepted for child in at.case().children] == [True, True]


def test_m8_what_cannot_go_together_says_so_and_a_plain_choice_is_no_cart(at: AtCounter):
    at.keys("开店").settle().keys(ENTER, modifier=CONTROL).settle()
    at.keys("返乡").settle().keys(ENTER, modifier=CONTROL).settle()

    assert at.page.item_step.fault.isVisible()
    assert at.form.item_code == "A1"
    at.keys(Key.Key_Escape, Key.Key_Backspace).settle()
    assert at.form.item_code == ""
    at.choose("开店")
    assert at.page.presenter.cart == ()


class TestAnItemOfAnotherAuthority:
    """The land is forest: the farm goes to the forest bureau, the shop and the insurance go on."""

    @pytest.fixture
    def published(self) -> Catalogue:
        return with_forest()

    def test_m8_is_named_while_the_questions_go_on_and_the_others_are_taken_in(self, at: AtCounter):
        at.choose("返乡").person()
        at.keys(Key.Key_1, Key.Key_2, Key.Key_1, Key.Key_2).settle()

        step = at.page.situation_step
        assert step.effect.isVisible()
        assert "种植备案（示例）" in step.effect_title.text()
        assert all(told in step.effect_text.text() for told in ("果园占用林地", "示例县林业局", "0771-0000"))
        at.keys(Key.Key_1).settle()  # where they are insured; what is grown is asked no more
        assert at.step() is Step.MATERIALS
        at.all_complete().keys(ENTER).settle()
        conclusion = at.page.presenter.conclusion()
        assert conclusion is not None
        assert conclusion.lawful[0].paper == "不予受理通知书（种植备案（示例））、申请材料接收凭证"
        at.conclude().close_paper()
        whole = at.case()
        assert [child.item_code for child in whole.children] == ["A1", "A3"]
        assert [one.item_code for one in whole.sent_away] == ["A2"]

    def test_m8_is_listed_beside_the_others_on_the_case_page(self, at: AtCounter, visit: Any, qtbot: Any):
        at.choose("返乡").person()
        at.keys(Key.Key_1, Key.Key_2, Key.Key_1, Key.Key_2, Key.Key_1).settle()
        at.all_complete().keys(ENTER).settle().conclude().close_paper()

        page = visit(CasePage, at.case().case_id)
        until(qtbot, lambda: page.bundle.table.rowCount() == 4)

        rows = {row.line.row.item_code: row for row in page.bundle.table.rows()}
        assert (rows["A2"].line.state_word, rows["A2"].authority) == ("不予受理", "示例县林业局")


def test_m8_the_list_shows_one_line_and_alt_6_every_item_by_itself(at: AtCounter, visit: Any, qtbot: Any):
    taken_in(at).conclude().close_paper()
    page = visit(CasesPage)
    until(qtbot, lambda: page.model.rowCount() == 1)
    shown = page.model.index(0, CaseColumn.ITEM).data()
    assert shown.startswith("3")  # first, because a long name is cut
    assert "返乡创业一件事" in shown

    press(qtbot, page.entry, Key.Key_6, Qt.KeyboardModifier.AltModifier)
    until(qtbot, lambda: page.model.rowCount() == 3)
    assert {line.row.item_code for line in page.model.rows()} == {"A1", "A2", "A3"}

    press(qtbot, page.entry, Key.Key_0, Qt.KeyboardModifier.AltModifier)
    until(qtbot, lambda: page.model.rowCount() == 1)
    assert not page.filters.by_item.isChecked()
    page.entry.setText("种植备案")
    until(qtbot, lambda: [line.row.item_code for line in page.model.rows()] == ["A2"])


def test_m22_the_page_of_an_item_shows_how_the_whole_was_rated(at: AtCounter, visit: Any, qtbot: Any):
    taken_in(at).conclude().close_paper()
    whole, hall = at.case(), at.hall
    with hall.counter.store.read() as reader:
        turn = ratings.begin_turn(reader, hall.session, whole.children[1].case_id)
    with hall.counter.store.write(None) as uow:
        ratings.rate_on_screen(uow, turn, RatingLevel.SATISFIED, today=hall.clock.today())

    page = visit(CasePage, whole.children[1].case_id)
    until(qtbot, lambda: page.loaded is not None and page.loaded.family is not None)
    press(qtbot, page, Key.Key_8, Qt.KeyboardModifier.AltModifier)
    assert page.tabs.currentIndex() == TABS.index("ratings")

    said = [shown.text() for shown in page.ratings.tab.findChildren(QLabel) if not shown.isHidden()]
    assert any(text.startswith("返乡创业一件事（示例） · ") and "满意" in text for text in said)
    assert any("收件整体评价一次" in text for text in said)
    assert any("Nothing is to be done about ratings now" in text for text in said)
    assert not page.ratings.tab.actions_panel.go.isVisible()
