"""政策找人 at intake by real keys: what fits appears as the clerk types, is asked about, told, printed, on record."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.events import PolicyShown
from desktop.domain.papers_guidance import PolicyLeaflet
from tests.ui.case_fixtures import behind, hall, until
from tests.ui.intake_fixtures import AtCounter, at, clock, look, published, sample
from ui.pages.policy_dialog import PolicyDialog

__all__ = ["at", "behind", "clock", "hall", "look", "published", "sample"]

ALT = Qt.KeyboardModifier.AltModifier
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643


def number_born(day: date) -> str:
    """A made-up number of somebody born that day; area 450000 is nobody's."""
    body = f"450000{day:%Y%m%d}001"
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11]


OLD, YOUNG = number_born(date(1946, 11, 23)), number_born(date(1996, 5, 1))  # 80 today, 30


def card(at: AtCounter) -> str:
    shown = at.page.policies.card
    return shown.text().partition("\u3000")[0] if shown.isVisible() else ""


def activate(at: AtCounter, widget: QWidget) -> None:
    """Shortcuts are heard in an active window only; without a screen nobody makes the one behind active again."""
    widget.windowHandle().requestActivate()
    until(at.qtbot, widget.isActiveWindow)


def open_policies(at: AtCounter) -> PolicyDialog:
    activate(at, at.page.window())
    at.qtbot.keyClick(at.page.window().focusWidget() or at.page, Qt.Key.Key_P, ALT)
    dialog = at.page.policies.flow.dialog
    assert dialog is not None
    until(at.qtbot, dialog.isVisible)
    activate(at, dialog)
    return dialog


def listed(dialog: PolicyDialog) -> list[str]:
    return [dialog.panel.list.item(row).text() for row in range(dialog.panel.list.count())]


def press(at: AtCounter, dialog: PolicyDialog, *keys: Any) -> None:
    for key in keys:
        at.qtbot.keyClick(dialog.focusWidget() or dialog, key)


def told(at: AtCounter, case_id: str) -> list[PolicyShown]:
    with at.hall.counter.store.read() as reader:
        return [line.event for line in reader.lines_of(case_id) if isinstance(line.event, PolicyShown)]


def test_m21_the_allowance_appears_with_the_last_digit_of_an_80_year_old(at):
    at.choose("L1")
    assert card(at) == ""

    at.keys(OLD[:-1])
    assert "80" not in card(at)
    assert at.page.policies.card.toolTip() == ""
    at.keys(OLD[-1])

    assert card(at) == "1 policies fit"
    assert at.page.policies.card.toolTip() == "高龄津贴（示例）"

    at.page.presenter.type_text("id_number", number_born(date(1946, 11, 24)))  # 80 tomorrow
    at.page.policies.refresh()
    assert "may fit" in card(at)
    assert at.page.policies.card.toolTip() == ""


def test_m21_why_it_fits_what_it_brings_where_and_until_when(at):
    dialog = open_policies(at.choose("L1").keys(OLD))

    assert listed(dialog)[0] == "fits　高龄津贴（示例）"
    detail = dialog.panel.detail
    assert detail.shown("why") == "申请人是个人\n年满80周岁"
    assert "按年龄分档按月发放" in detail.shown("benefit")
    assert "便民服务中心" in detail.shown("where")
    assert detail.shown("until") == "as published"
    press(at, dialog, Qt.Key.Key_Escape)


def test_m21_the_question_that_decides_is_asked_there_once_and_stays_with_the_draft(at):
    dialog = open_policies(at.choose("L1").keys(YOUNG))
    row = next(n for n, text in enumerate(listed(dialog)) if "创业担保贷款" in text)
    press(at, dialog, *[Qt.Key.Key_Down] * row)
    assert dialog.panel.detail.shown("undecided").startswith("以下有一项即可：退役军人；高校毕业生")
    assert dialog.panel.question.text.text() == "是退役军人吗？"

    press(at, dialog, Qt.Key.Key_1)

    assert "fits　创业担保贷款贴息（示例）" in listed(dialog)
    view = dialog.panel.current()
    assert view is not None
    assert (view.policy.code, view.question) == ("SLZC-2026-03", None)  # the bar stays on it
    press(at, dialog, Qt.Key.Key_Escape)
    at.settle()
    at.page.save_now()
    assert at.drafted().told == {"veteran": "yes"}
    assert card(at) == "1 policies fit"
    again = open_policies(at)
    assert "是退役军人吗？" not in [again.panel.question.text.text()]
    press(at, again, Qt.Key.Key_Backspace)  # and is taken back as easily
    assert at.form.told == {}
    press(at, again, Qt.Key.Key_Escape)


def test_m21_a_number_is_typed_from_the_list_and_enter_answers(at):
    dialog = open_policies(at.choose("设施农业用地备案").keys("92450000DEM2000057"))
    row = next(n for n, text in enumerate(listed(dialog)) if "金融惠企" in text)
    press(at, dialog, *[Qt.Key.Key_Down] * row, Qt.Key.Key_2, Qt.Key.Key_0)
    assert dialog.panel.question.number.hasFocus()
    assert dialog.panel.question.number.text() == "20"

    press(at, dialog, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert at.form.told == {"loan": 20}
    assert "fits　金融惠企财政贴息（原“桂惠贷”，示例）" in listed(dialog)
    assert dialog.panel.list.hasFocus()
    press(at, dialog, Qt.Key.Key_Escape)


def test_m21_the_leaflet_of_all_that_fit_is_printed_and_the_case_keeps_what_was_told(at):
    at.choose("L1").person(number=OLD)
    dialog = open_policies(at)
    press(at, dialog, Qt.Key.Key_A)
    until(at.qtbot, lambda: at.hall.context.printer.dialog is not None)
    shown = at.hall.context.printer.dialog
    until(at.qtbot, lambda: shown.view.page_count > 0)
    with at.hall.counter.store.read() as reader:
        leaflet = reader.paper(shown.flow.view.number)
    at.close_paper()
    assert isinstance(leaflet, PolicyLeaflet)
    assert [line.name for line in leaflet.policies] == ["高龄津贴（示例）"]
    assert leaflet.told_to == "王示例"

    while at.step().name == "SITUATION":
        at.keys(Qt.Key.Key_1).settle()
    at.all_complete().keys(Qt.Key.Key_Return).settle()
    at.conclude()
    at.close_paper()

    (kept,) = told(at, at.case().case_id)
    assert [(p.name, p.is_certain) for p in kept.policies][:1] == [("高龄津贴（示例）", True)]
    assert "年满80周岁" in kept.policies[0].because


def test_m21_told_after_the_conclusion_it_goes_to_the_case_at_once(at):
    at.at_materials().all_complete().keys(Qt.Key.Key_Return).settle()
    at.conclude()
    at.close_paper()

    dialog = open_policies(at)
    press(at, dialog, Qt.Key.Key_Escape)
    at.settle()

    (kept,) = told(at, at.case().case_id)
    assert not any(policy.is_certain for policy in kept.policies)


def test_a_page_without_catalogue_opens_nothing(at):
    at.page.presenter.state = at.page.presenter.state.__class__(
        desk=at.page.presenter.state.desk.__class__(
            today=at.page.presenter.state.desk.today, calendar=at.page.presenter.state.desk.calendar
        ),
        form=at.form,
    )

    at.qtbot.keyClick(at.page, Qt.Key.Key_P, ALT)

    assert at.page.policies.flow.dialog is None


def test_whatever_is_typed_as_a_number_nothing_raises_and_nothing_is_forbidden(at):
    at.choose("L1")
    for garbage in ("45", "4500001946112", "X" * 18, "４５０", "9" * 18, OLD[:-1] + "Y", "\x00"):
        at.page.presenter.type_text("id_number", garbage)
        at.page.policies.refresh()

        assert at.page.policies.card.toolTip() == ""  # a number that is not sound tells nothing
        assert at.page.frame.next_key.isEnabled()
