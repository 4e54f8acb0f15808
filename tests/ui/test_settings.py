"""The settings: what is changed holds at once, is kept, and says what is wrong beside its field."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop import bootstrap
from desktop.domain.people import Session
from desktop.services.calendar import work_calendar
from tests.builders import LEAD
from tests.ui.case_fixtures import Hall, clock, hall, published, until  # noqa: F401 - fixtures
from tests.ui.conftest import LEAD_PASSWORD, OTHER_PASSWORD, settle
from ui import appearance
from ui.pages.page import Goto
from ui.pages.settings_page import SECTIONS, SettingsPage
from ui.pages.today_presenter import Hint, load
from ui.settings_store import SettingsStore, UiSettings, settings_from

ENTER = Qt.Key.Key_Return


@pytest.fixture
def open_section(qtbot: Any, window: Any, hall: Hall) -> Any:  # noqa: F811
    """Shows a section of the settings, everything read."""

    def show(name: str) -> Any:
        window.goto(Goto("settings", name))
        settle(qtbot, hall)
        page = window.page
        assert isinstance(page, SettingsPage)
        return page.section(name)

    return show


def calendar_of(hall: Hall):  # noqa: F811
    with hall.counter.store.read() as reader:
        return work_calendar(reader, hall.clock.today())


# The file of this PC


def test_settings_come_back_from_their_file(qtbot, tmp_path):
    path = tmp_path / "a" / "screen.json"
    SettingsStore(path).change(theme="dark", percent=120, printer="打印机一", idle_minutes=3)

    again = SettingsStore(path).current

    assert (again.theme, again.percent, again.printer, again.idle_minutes) == ("dark", 120, "打印机一", 3)


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"theme": 3}', '{"percent": true, "theme": "purple"}', "\x00"])
def test_a_damaged_file_of_settings_does_not_keep_the_counter_closed(qtbot, tmp_path, text):
    path = tmp_path / "screen.json"
    path.write_text(text, "utf-8")

    assert SettingsStore(path).current == UiSettings()


def test_what_is_sound_in_a_file_is_kept_and_the_rest_takes_its_default():
    assert settings_from({"theme": "dark", "percent": 400, "unknown": 1}) == UiSettings(theme="dark")


@pytest.mark.parametrize("values", [{"percent": 89}, {"percent": 151}, {"theme": "blue"}, {"language": "fr"}])
def test_a_value_that_is_not_allowed_is_refused(qtbot, tmp_path, values):
    store = SettingsStore(tmp_path / "screen.json")

    with pytest.raises(ValueError, match="may not be"):
        store.change(**values)

    assert store.current == UiSettings()


# Screen


def test_the_size_of_the_text_holds_at_once_and_is_kept(qtbot, dressed, hall, open_section, tmp_path):  # noqa: F811
    hall.context.settings_store.changed.connect(lambda: appearance.apply(dressed, hall.context.settings))
    section = open_section("screen")
    before = section.percent_text.fontInfo().pixelSize()

    for _ in range(3):
        qtbot.keyClick(section.percent, Qt.Key.Key_Right)

    assert hall.context.settings.percent == 130
    assert section.percent_text.fontInfo().pixelSize() == round(before * 1.3)
    assert json.loads((tmp_path / "screen.json").read_text("utf-8"))["percent"] == 130


def test_dark_holds_at_once(qtbot, dressed, hall, open_section):  # noqa: F811
    hall.context.settings_store.changed.connect(lambda: appearance.apply(dressed, hall.context.settings))
    section = open_section("screen")

    section.dark.click()

    assert hall.context.settings.theme == "dark"
    assert QApplication.palette().window().color().name() == "#11151b"


def test_the_minutes_until_the_lock_hold_at_once(hall, open_section):  # noqa: F811
    open_section("screen").idle.setValue(5)

    assert hall.context.settings.idle_minutes == 5


# Hall


def test_the_hall_is_changed_and_its_name_stands_on_top(qtbot, window, hall, open_section):  # noqa: F811
    section = open_section("hall")
    name = section.form.fields["name"].editor
    name.setText("另一个便民服务中心（示例）")

    qtbot.keyClick(section.form.fields["court"].editor, ENTER)
    settle(qtbot, hall)

    assert window.top.hall.text() == "另一个便民服务中心（示例）"
    with hall.counter.store.read() as reader:
        assert reader.hall().name == "另一个便民服务中心（示例）"


def test_a_fault_of_the_hall_stands_beside_its_field_and_nothing_is_lost(qtbot, hall, open_section):  # noqa: F811
    section = open_section("hall")
    section.form.fields["window"].editor.setText("2")

    section.save.click()
    settle(qtbot, hall)

    assert section.form.fields["window"].error
    assert section.form.hall().window == "2"
    with hall.counter.store.read() as reader:
        assert reader.hall().window == "02"


# Clerks


def test_the_lead_adds_a_clerk_who_can_log_in(qtbot, hall, open_section):  # noqa: F811
    section = open_section("clerks")
    section.new_name.setText("示例新人")
    section.new_id.setText("new1")
    first, second = section.new_password.findChildren(QLineEdit)
    first.setText("first-password")
    second.setText("first-password")

    qtbot.keyClick(second, ENTER)
    settle(qtbot, hall)

    assert bootstrap.check_password(hall.counter, "new1", "first-password").clerk.name == "示例新人"
    assert [clerk.clerk_id for clerk in section.model.rows()] == ["lead", "new1"]
    assert section.new_id.text() == ""


def test_a_login_name_that_is_taken_is_told_beside_it_and_the_rest_stays(qtbot, hall, open_section):  # noqa: F811
    section = open_section("clerks")
    section.new_name.setText("示例新人")
    section.new_id.setText("lead")
    for edit in section.new_password.findChildren(QLineEdit):
        edit.setText("first-password")

    section.add.click()
    settle(qtbot, hall)

    assert section.id_field.error
    assert section.new_name.text() == "示例新人"


def test_a_retired_clerk_cannot_log_in(qtbot, hall, other_clerk, open_section):  # noqa: F811
    section = open_section("clerks")
    section.table.selectRow([clerk.clerk_id for clerk in section.model.rows()].index(other_clerk.clerk_id))

    section.retire.click()
    settle(qtbot, hall)

    assert other_clerk.clerk_id not in hall.counter.keys.users
    assert not next(c for c in section.model.rows() if c.clerk_id == other_clerk.clerk_id).is_active


def test_the_lead_does_not_retire_herself(qtbot, window, hall, open_section):  # noqa: F811
    section = open_section("clerks")
    section.table.selectRow(0)

    section.retire.click()
    settle(qtbot, hall)

    assert hall.counter.keys.users == ["lead"]
    assert "不能停用自己" in window.status.notice.text()


def test_everybody_changes_their_own_password(qtbot, hall, open_section):  # noqa: F811
    section = open_section("password")
    section.old.setText(LEAD_PASSWORD)
    for edit in section.new.findChildren(QLineEdit):
        edit.setText("a new sentence")

    section.change.click()
    settle(qtbot, hall)

    assert bootstrap.check_password(hall.counter, "lead", "a new sentence")
    assert section.old.text() == ""


def test_a_wrong_old_password_is_told_beside_it(qtbot, hall, open_section):  # noqa: F811
    section = open_section("password")
    section.old.setText("not the one")
    for edit in section.new.findChildren(QLineEdit):
        edit.setText("a new sentence")

    section.change.click()
    settle(qtbot, hall)

    assert "4" in section.old_field.error
    assert bootstrap.check_password(hall.counter, "lead", LEAD_PASSWORD)


def test_who_is_no_lead_can_look_and_not_change(qtbot, window, hall, other_clerk):  # noqa: F811
    window.begin_session(bootstrap.check_password(hall.counter, other_clerk.clerk_id, OTHER_PASSWORD))
    window.goto(Goto("settings", "hall"))
    settle(qtbot, hall)
    section = window.page.section

    assert isinstance(hall.context.session, Session)
    assert not section("hall").save.isEnabled()
    assert section("clerks").new_card.isHidden()
    assert not section("calendar").enter.isEnabled()
    assert not section("catalogue").choose.isEnabled()
    assert not section("data").recovery.isEnabled()
    assert section("password").change.isEnabled()


# Calendar


def test_a_year_is_entered_from_the_pasted_notice(qtbot, hall, open_section):  # noqa: F811
    section = open_section("calendar")
    assert section.year.value() == 2027
    section.notice_edit.setPlainText("2027-01-01~2027-01-03 休；2027-01-09 班")

    section.enter.click()
    settle(qtbot, hall)

    calendar = calendar_of(hall)
    assert calendar.is_day_off(date(2027, 1, 1))
    assert calendar.is_workday(date(2027, 1, 9))
    assert "2027" in section.years.text()
    assert section.notice_edit.toPlainText() == ""


@pytest.mark.parametrize("text", ["", "2027-02-30 休", "2027-01-01", "2027-01-01 休；2027-01-05 班"])
def test_a_notice_that_cannot_be_right_is_told_and_stays(qtbot, hall, open_section, text):  # noqa: F811
    section = open_section("calendar")
    section.notice_edit.setPlainText(text)

    section.enter.click()
    settle(qtbot, hall)

    assert section.notice_field.error
    assert section.notice_edit.toPlainText() == text
    assert 2027 not in calendar_of(hall).years


def test_a_day_of_the_region_is_set_and_wins(qtbot, hall, open_section):  # noqa: F811
    section = open_section("calendar")
    section.day.setDate(section.day.date().fromString("2026-11-24", "yyyy-MM-dd"))
    section.why.setText("示例放假")

    qtbot.keyClick(section.why, ENTER)
    settle(qtbot, hall)

    assert calendar_of(hall).is_day_off(date(2026, 11, 24))
    assert [(row.day, row.why) for row in section.model.rows()] == [(date(2026, 11, 24), "示例放假")]


def test_a_day_without_a_reason_is_not_set(qtbot, hall, open_section):  # noqa: F811
    section = open_section("calendar")

    section.set_day.click()
    settle(qtbot, hall)

    assert section.day_fault.text()
    assert section.model.rows() == []


# Catalogue, printer, data


def test_a_catalogue_that_is_not_sound_is_refused_with_every_fault(qtbot, hall, open_section, tmp_path):  # noqa: F811
    bad = tmp_path / "bad.json"
    bad.write_text("{}", "utf-8")
    section = open_section("catalogue")
    section.ask_file = lambda: str(bad)

    section.choose.click()
    settle(qtbot, hall)

    assert section.faults.count() > 1
    assert len(section.model.rows()) == 1
    assert section.choose.isEnabled()


def test_the_chosen_folder_takes_the_papers(qtbot, hall, open_section, tmp_path):  # noqa: F811
    section = open_section("printer")
    section.ask_folder = lambda: str(tmp_path)

    section.folder.click()
    settle(qtbot, hall)

    assert hall.context.settings.printer == f"file:{tmp_path}"
    assert str(tmp_path) in section.now.text()


def test_the_ledger_is_checked(qtbot, hall, open_section):  # noqa: F811
    hall.take_in()
    section = open_section("data")

    section.verify.click()
    settle(qtbot, hall)

    assert section.result.text() == "台账完整，逐行核验无误。"
    assert not section.progress.isVisible()


def test_the_tables_are_computed_again(qtbot, hall, open_section):  # noqa: F811
    taken = hall.take_in()
    section = open_section("data")

    section.rebuild.click()
    settle(qtbot, hall)

    with hall.counter.store.read() as reader:
        assert reader.case(taken.case_id) is not None
    assert section.rebuild.isEnabled()


def test_work_that_is_stopped_changes_nothing(qtbot, hall, open_section):  # noqa: F811
    taken = hall.take_in()
    section = open_section("data")

    section.rebuild.click()
    section.progress.cancel()
    settle(qtbot, hall)

    with hall.counter.store.read() as reader:
        assert reader.case(taken.case_id) is not None
    assert section.rebuild.isEnabled()


def test_a_backup_lands_in_the_chosen_folder(qtbot, hall, open_section, tmp_path):  # noqa: F811
    section = open_section("data")
    section.ask_folder = lambda: str(tmp_path / "stick")

    section.backup.click()
    settle(qtbot, hall)

    (made,) = Path(tmp_path / "stick").iterdir()
    assert (made / "yichuang.db").stat().st_size > 0
    assert str(made) in section.result.text()


def test_a_backup_that_cannot_be_written_is_told(qtbot, window, hall, open_section, tmp_path):  # noqa: F811
    (tmp_path / "file").write_text("in the way", "utf-8")
    section = open_section("data")
    section.ask_folder = lambda: str(tmp_path / "file")

    section.backup.click()
    settle(qtbot, hall)

    assert window.status.notice.property("ink") == "red"
    assert section.backup.isEnabled()


def test_a_new_recovery_sheet_has_to_be_proved(qtbot, hall, open_section):  # noqa: F811
    section = open_section("data")

    section.recovery.click()
    settle(qtbot, hall)
    sheet = section.findChild(object, "recoverySheet")
    sheet.reject()
    assert sheet.isVisible()
    assert Hint.NO_RECOVERY_SHEET in hints(hall)
    groups = sheet.proof.shown.text().split("-")
    for field, number in zip(sheet.proof.fields, sheet.proof._asked, strict=True):
        field.editor.setText(groups[number].lower())
    sheet.proof.check()
    settle(qtbot, hall)

    assert not sheet.isVisible()
    assert Hint.NO_RECOVERY_SHEET not in hints(hall)


def hints(hall):  # noqa: F811
    """What Today asks the lead for."""
    today = load(
        hall.counter.store, today=hall.clock.today(), window="02", clerk_id=LEAD.clerk_id, sees_all_drafts=True
    )
    return today.hints


# By keyboard


def test_the_sections_are_reached_by_keyboard_and_left_by_esc(qtbot, window, hall, open_section):  # noqa: F811
    open_section("hall")
    page = window.page
    page.first_focus()

    for _ in range(list(SECTIONS).index("screen")):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, ENTER)

    assert page.stack.currentWidget() is page.section("screen")
    assert window.focusWidget() is page.section("screen").percent
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.focusWidget() is page.list
    until(qtbot, lambda: hall.context.tasks.pending == 0)
