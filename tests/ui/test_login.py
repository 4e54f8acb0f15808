"""The door: login by keyboard alone, wrong passwords, the recovery sheet, the first set-up. With the real store."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop import bootstrap
from desktop.clock import FixedClock
from desktop.domain.people import ClerkRole
from desktop.services import hall as hall_service
from desktop.store.key_slots import Cost
from tests.builders import HALL, LEAD
from tests.ui.case_fixtures import MORNING, until
from tests.ui.conftest import activate
from ui.login.gate import Gate
from ui.login.login_window import LoginWindow
from ui.login.setup_window import CATALOGUE, CLERK, RECOVERY, SetupWindow
from ui.settings_store import SettingsStore
from ui.tasks import Tasks

PASSWORD = "demo-2026"
ENTER = Qt.Key.Key_Return
TOWN = msgspec.structs.replace(HALL, division="451002102")  # the sample catalogue is one of Baise


@pytest.fixture
def clock():
    return FixedClock(MORNING)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "window"


@pytest.fixture
def code(profile: Path, clock: FixedClock) -> str:
    """A profile that is closed; its recovery code."""
    cost = Cost(time=1, memory_kib=64, lanes=1)
    counter, code = bootstrap.create_profile(
        profile, hall=HALL, lead=LEAD, password=PASSWORD, clock=clock, catalogue=None, cost=cost
    )
    counter.close()
    return code


@pytest.fixture
def tasks(qtbot):
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def opened():
    """What the door let in; closed after the test."""
    found: list[Any] = []
    yield found
    for one in found:
        one.counter.close()


@pytest.fixture
def login(qtbot, dressed, code, profile, clock, tasks, tmp_path, opened):
    window = LoginWindow(Gate(profile, clock), tasks, SettingsStore(tmp_path / "screen.json"))
    qtbot.addWidget(window)
    window.opened.connect(opened.append)
    window.show()
    activate(qtbot, window)
    until(qtbot, lambda: tasks.pending == 0)
    return window


def type_password(qtbot, login, tasks, password):
    qtbot.keyClicks(login.focusWidget(), password)
    qtbot.keyClick(login.focusWidget(), ENTER)
    until(qtbot, lambda: tasks.pending == 0)


def test_the_only_clerk_types_the_password_and_enter(qtbot, login, tasks, opened):
    type_password(qtbot, login, tasks, PASSWORD)

    assert opened[0].session.clerk == LEAD
    assert opened[0].session.window == "02"


def test_the_name_can_be_typed_too(qtbot, login, tasks, opened):
    login.form.clerk.setCurrentText("")
    login.form.start()
    type_password(qtbot, login, tasks, "LEAD")
    assert opened == []

    type_password(qtbot, login, tasks, PASSWORD)

    assert opened[0].session.clerk == LEAD


def test_a_wrong_password_says_how_many_tries_are_left_and_keeps_the_name(qtbot, login, tasks, opened):
    type_password(qtbot, login, tasks, "wrong-password")

    assert opened == []
    assert "4" in login.form.password_field.error
    assert login.form.clerk.currentText() == LEAD.clerk_id
    assert login.focusWidget() is login.form.password


def test_after_five_wrong_ones_the_waiting_time_counts_down_and_ends(qtbot, login, tasks, opened):
    for _ in range(6):
        type_password(qtbot, login, tasks, "wrong-password")
    assert "60" in login.form.password_field.error
    assert not login.form.button.isEnabled()

    login.form._seconds.timeout.emit()
    assert "59" in login.form.password_field.error
    for _ in range(59):
        login.form._seconds.timeout.emit()

    assert login.form.button.isEnabled()
    assert login.form.password_field.error == ""


def test_nothing_is_asked_of_the_store_with_an_empty_field(qtbot, login, tasks):
    qtbot.keyClick(login.form.password, ENTER)

    assert tasks.pending == 0
    assert login.form.password_field.error == "请填写密码。"


def test_the_clerk_of_last_time_is_offered(qtbot, dressed, code, profile, clock, tasks, tmp_path):
    settings = SettingsStore(tmp_path / "screen.json")
    settings.change(last_clerk="lead")
    window = LoginWindow(Gate(profile, clock), tasks, settings)
    qtbot.addWidget(window)

    window.show()
    until(qtbot, lambda: tasks.pending == 0)

    assert window.form.clerk.currentText() == "lead"


def test_a_clerk_of_another_hall_is_not_offered(qtbot, dressed, code, profile, clock, tasks, tmp_path):
    settings = SettingsStore(tmp_path / "screen.json")
    settings.change(last_clerk="zhang")
    window = LoginWindow(Gate(profile, clock), tasks, settings)
    qtbot.addWidget(window)

    window.show()
    until(qtbot, lambda: tasks.pending == 0)

    assert window.form.clerk.currentText() == LEAD.clerk_id


def test_the_recovery_sheet_opens_with_a_new_password(qtbot, login, tasks, code, opened):
    login.forgot.click()
    assert login.focusWidget() is login.recovery.code
    for text in (code.lower().replace("-", " "), "", "a new sentence", "a new sentence"):
        qtbot.keyClicks(login.focusWidget(), text)
        qtbot.keyClick(login.focusWidget(), ENTER)
    until(qtbot, lambda: tasks.pending == 0)

    assert opened[0].session.clerk == LEAD


def test_a_slip_in_the_recovery_code_is_said_beside_it_and_nothing_is_lost(qtbot, login, tasks, code, opened):
    login.forgot.click()
    form = login.recovery
    form.code.setText("2" + code[1:] if code[0] != "2" else "3" + code[1:])
    for edit in form.passwords.findChildren(QLineEdit):
        edit.setText("a new sentence")

    form.submit()
    until(qtbot, lambda: tasks.pending == 0)

    assert opened == []
    assert form.code_field.error
    assert form.code.text()[1:] == code[1:]


def test_passwords_that_differ_are_told(qtbot, login):
    login.forgot.click()
    form = login.recovery
    form.code.setText("x")
    first, second = form.passwords.findChildren(QLineEdit)
    first.setText("a new sentence")
    second.setText("another sentence")

    form.submit()

    assert "不同" in form.passwords.second.error


def test_the_advice_about_chinese_input_is_shown(qtbot, dressed, code, profile, clock, tasks, tmp_path):
    window = LoginWindow(Gate(profile, clock), tasks, SettingsStore(tmp_path / "s.json"), advice="请安装 fcitx5")
    qtbot.addWidget(window)

    assert window.below.text() == "请安装 fcitx5"


# First set-up


@pytest.fixture
def setup(qtbot, dressed, profile, clock, tasks, tmp_path, opened):
    window = SetupWindow(Gate(profile, clock), tasks, SettingsStore(tmp_path / "screen.json"))
    qtbot.addWidget(window)
    window.opened.connect(opened.append)
    window.show()
    activate(qtbot, window)
    return window


def fill(qtbot, window, *texts):
    """Puts each text into the field in use, as an input method does, and presses Enter."""
    for text in texts:
        window.focusWidget().insert(text)  # key events carry no Chinese
        qtbot.keyClick(window.focusWidget(), ENTER)


def fill_hall(qtbot, setup, **other):
    typed = {name: getattr(TOWN, name) for name in setup.hall.fields} | other
    fill(qtbot, setup, *typed.values())


def test_every_fault_of_the_hall_is_told_at_once_and_nothing_typed_is_lost(qtbot, setup):
    fill_hall(qtbot, setup, name="", division="4500", window="2")

    faults = {name for name, field in setup.hall.fields.items() if field.error}

    assert faults == {"name", "division", "window"}
    assert setup.hall.hall().division == "4500"
    assert setup.focusWidget() is setup.hall.fields["name"].editor


def test_the_window_is_set_up_by_keyboard_alone(qtbot, setup, tasks, profile, opened):
    fill_hall(qtbot, setup)
    assert setup.stack.currentIndex() == CLERK
    fill(qtbot, setup, "示例负责人", "lead01", PASSWORD, PASSWORD)
    assert setup.stack.currentIndex() == CATALOGUE
    qtbot.keyClick(setup.focusWidget(), ENTER)
    until(qtbot, lambda: tasks.pending == 0)
    assert setup.stack.currentIndex() == RECOVERY

    proof = setup.stack.currentWidget()
    groups = proof.shown.text().split("-")
    for number in proof._asked:
        fill(qtbot, setup, groups[number])
    until(qtbot, lambda: bool(opened))

    assert opened[0].session.clerk.role is ClerkRole.LEAD
    assert bootstrap.clerk_ids(profile) == ["lead01"]
    with opened[0].counter.store.read() as reader:
        assert reader.hall() == TOWN
        assert len(reader.catalogue_in_force(MORNING.date()).items) == 61
        assert not hall_service.recovery_sheet_is_missing(reader)


def test_the_recovery_code_has_to_be_proved_before_the_counter_opens(qtbot, setup, tasks, opened):
    fill_hall(qtbot, setup)
    fill(qtbot, setup, "示例负责人", "lead01", PASSWORD, PASSWORD)
    setup.catalogue.later.setChecked(True)
    setup._forward()
    until(qtbot, lambda: tasks.pending == 0)
    proof = setup.stack.currentWidget()

    fill(qtbot, setup, "AAAAA", "BBBBB")
    setup.close()

    assert opened == []
    assert setup.isVisible()
    assert any(field.error for field in proof.fields)
    assert proof.sheet().startswith(b"%PDF")
    with setup._made.counter.store.read() as reader:
        assert hall_service.recovery_sheet_is_missing(reader)  # so the next start knows it, if the power goes now
    opened.append(setup._made)  # closes the store after the test
    setup._made = None


@pytest.mark.parametrize("clerk_id", ["", "x", "with space", "王五", "a" * 21])
def test_a_login_name_that_cannot_be_is_told_beside_it(qtbot, setup, clerk_id):
    fill_hall(qtbot, setup)
    setup.clerk.name.setText("示例")
    setup.clerk.clerk_id.setText(clerk_id)

    setup._forward()

    assert setup.clerk.id_field.error
    assert setup.stack.currentIndex() == CLERK


def test_esc_goes_back_and_keeps_what_is_typed(qtbot, setup):
    fill_hall(qtbot, setup)
    setup.clerk.name.setText("示例")

    qtbot.keyClick(setup, Qt.Key.Key_Escape)

    assert setup.stack.currentIndex() == 0
    assert setup.hall.hall() == TOWN
    assert setup.clerk.name.text() == "示例"


def test_a_catalogue_file_that_is_not_sound_is_told_and_the_window_is_not_made(qtbot, setup, tasks, profile, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text("{}", "utf-8")
    fill_hall(qtbot, setup)
    fill(qtbot, setup, "示例负责人", "lead01", PASSWORD, PASSWORD)
    setup.catalogue.ask_file = lambda: str(bad)
    setup.catalogue.choose.click()

    setup._forward()
    until(qtbot, lambda: tasks.pending == 0)

    assert setup.catalogue.fault.text()
    assert setup.stack.currentIndex() == CATALOGUE
    assert not bootstrap.profile_exists(profile)
    assert setup.next.isEnabled()


@pytest.fixture
def backup(profile, code, clock, tmp_path) -> Path:
    """A backup of a profile whose data file is damaged afterwards."""
    counter, _ = bootstrap.open_profile(profile, LEAD.clerk_id, PASSWORD, clock=clock)
    made = bootstrap.back_up(counter, tmp_path / "stick")
    counter.close()
    whole = bytearray((profile / "yichuang.db").read_bytes())
    whole[4096:12288] = bytes(8192)
    (profile / "yichuang.db").write_bytes(whole)
    return made


def test_a_damaged_data_file_is_said_and_a_backup_restored_at_the_door(
    qtbot, backup, login, tasks, opened, monkeypatch
):
    monkeypatch.setattr("ui.dialogs.print_file.ask", lambda _dialog, answer: answer(str(backup)))

    type_password(qtbot, login, tasks, PASSWORD)
    assert "没有删除任何内容" in login.form.password_field.error
    qtbot.keyClick(login.focusWidget(), Qt.Key.Key_Space)
    until(qtbot, lambda: tasks.pending == 0)
    assert login.restore.isHidden()

    type_password(qtbot, login, tasks, PASSWORD)

    with opened[0].counter.store.read() as reader:
        assert reader.hall() == HALL
