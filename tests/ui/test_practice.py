"""Into practice from the login and from the settings, and out of it: by real keys, over the real doors."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop import bootstrap, practice
from desktop.clock import FixedClock
from desktop.domain.exercise import Exercise
from desktop.store.key_slots import Cost
from tests.builders import HALL, LEAD, catalogue, item
from tests.ui.case_fixtures import MORNING, until
from tests.ui.conftest import activate
from ui import app
from ui.login.gate import Gate
from ui.pages.page import Goto
from ui.pages.practice_page import PracticePage
from ui.pages.practice_presenter import line, lines
from ui.pages.sync_page import SyncPage
from ui.settings_store import SettingsStore

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier
PASSWORD = "demo-2026"


@pytest.fixture
def program(qtbot, dressed: QApplication, tmp_path: Path):
    clock = FixedClock(MORNING)
    counter, _code = bootstrap.create_profile(
        tmp_path / "window",
        hall=HALL,
        lead=LEAD,
        password=PASSWORD,
        clock=clock,
        catalogue=catalogue(item()),
        cost=Cost(time=1, memory_kib=64, lanes=1),
    )
    counter.close()
    made = app.Application(dressed, Gate(tmp_path / "window", clock), SettingsStore(tmp_path / "screen.json"))
    made.start()
    yield made
    for window in (made.login, made.window):
        if window is not None:
            window.hide()
    made.close()


def in_practice(program):
    return program.window is not None and program.window.context.counter.is_practice


def settle(qtbot, program):
    until(qtbot, lambda: program.tasks.pending == 0)


def practise_from_login(qtbot, program):
    until(qtbot, lambda: program.login is not None and program.login.form.clerk.currentText() == LEAD.clerk_id)
    activate(qtbot, program.login)
    program.login.practise.setFocus()
    qtbot.keyClick(program.login.practise, ENTER)
    until(qtbot, lambda: in_practice(program))
    until(qtbot, lambda: program.window.page is not None)
    activate(qtbot, program.window)
    settle(qtbot, program)


def test_m25_practice_opens_from_the_login_without_a_password_and_is_plainly_marked(qtbot, program):
    practise_from_login(qtbot, program)

    window = program.window
    assert window.windowTitle().startswith("练习 · ")
    assert window.top.practice.isVisible()
    assert window.central.property("practice") == "true"
    until(qtbot, lambda: window.practice.text.text().startswith("练习 0/10"))
    assert program._settings.current.last_clerk != "practice"


def test_m25_a_clerk_practises_from_the_settings_while_the_real_counter_is_closed(qtbot, program):
    until(qtbot, lambda: program.login.form.clerk.currentText() == LEAD.clerk_id)
    activate(qtbot, program.login)
    qtbot.keyClicks(program.login.form.password, PASSWORD)
    qtbot.keyClick(program.login.form.password, ENTER)
    until(qtbot, lambda: program.window is not None and program.window.page is not None)
    real = program.window.context.counter
    program.window.goto(Goto("settings", "practice"))
    settle(qtbot, program)
    activate(qtbot, program.window)

    button = program.window.page.section("practice").button
    button.setFocus()
    qtbot.keyClick(button, ENTER)
    until(qtbot, lambda: in_practice(program))
    settle(qtbot, program)

    again, _session = bootstrap.open_profile(real.profile, LEAD.clerk_id, PASSWORD, clock=real.clock)
    again.close()
    assert program.window.context.counter.profile == real.profile.with_name("practice")


def test_m25_leaving_practice_leads_to_the_real_login(qtbot, program):
    practise_from_login(qtbot, program)
    qtbot.keyClick(program.window, Qt.Key.Key_F12, CONTROL)
    until(qtbot, lambda: isinstance(program.window.page, PracticePage))
    settle(qtbot, program)

    qtbot.keyClick(program.window.page, Qt.Key.Key_L)

    until(qtbot, lambda: program.login is not None and program.login.isVisible())
    assert program.window is None


def test_m25_starting_over_deletes_practice_only_after_asking(qtbot, program, tmp_path):
    practise_from_login(qtbot, program)
    qtbot.keyClick(program.window, Qt.Key.Key_F12, CONTROL)
    until(qtbot, lambda: isinstance(program.window.page, PracticePage))
    settle(qtbot, program)
    page = program.window.page

    page.ask = lambda _text: False
    qtbot.keyClick(page, Qt.Key.Key_D)
    assert (tmp_path / "practice").exists()
    page.ask = lambda _text: True
    qtbot.keyClick(page, Qt.Key.Key_D)

    until(qtbot, lambda: program.login is not None and program.login.isVisible())
    assert not (tmp_path / "practice").exists()
    assert bootstrap.profile_exists(tmp_path / "window")


def test_m25_the_status_bar_says_practice_and_nothing_of_a_city(qtbot, program):
    practise_from_login(qtbot, program)
    program.window.goto(Goto("intake"))
    settle(qtbot, program)

    shown = [part.text() for part in program.window.status.findChildren(QPushButton, "statusPart") if part.isVisible()]

    assert shown[0] == "● 练习 内容不离开本机"
    assert not any(word in text for text in shown for word in ("离线", "在线", "待发", "回执"))


def test_m25_the_page_of_sync_has_nothing_to_enrol_in_practice(qtbot, program):
    practise_from_login(qtbot, program)

    qtbot.keyClick(program.window, Qt.Key.Key_F6)
    until(qtbot, lambda: isinstance(program.window.page, SyncPage) and program.window.page.view is not None)

    page = program.window.page
    assert page.view.head.sentence == "练习内容不离开本机，不会送到市里。"
    assert page.middle.currentWidget() is page.practice
    assert not page.enrol.isVisible()


def test_m25_the_lock_of_practice_is_marked_and_its_field_is_empty(qtbot, program):
    practise_from_login(qtbot, program)
    qtbot.keyClick(program.window, Qt.Key.Key_L, CONTROL)
    until(qtbot, lambda: program.window.guard.is_locked)
    settle(qtbot, program)

    overlay = program.window.guard.overlay
    assert overlay.practice.isVisible()
    assert f"密码是 {practice.PASSWORD}，" in overlay.practice.text()
    assert overlay.form.password.text() == overlay.form.password.placeholderText() == ""

    qtbot.keyClicks(overlay.form.password, PASSWORD)  # the real one opens nothing here
    qtbot.keyClick(overlay.form.password, ENTER)
    until(qtbot, lambda: bool(overlay.form.password_field.error))
    qtbot.keyClicks(overlay.form.password, practice.PASSWORD)
    qtbot.keyClick(overlay.form.password, ENTER)
    until(qtbot, lambda: not program.window.guard.is_locked)
    settle(qtbot, program)


def test_m25_the_lock_of_the_real_counter_says_nothing_of_practice(qtbot, program):
    until(qtbot, lambda: program.login.form.clerk.currentText() == LEAD.clerk_id)
    activate(qtbot, program.login)
    qtbot.keyClicks(program.login.form.password, PASSWORD)
    qtbot.keyClick(program.login.form.password, ENTER)
    until(qtbot, lambda: program.window is not None and program.window.page is not None)
    settle(qtbot, program)

    program.window.guard.lock()
    settle(qtbot, program)

    assert not program.window.guard.overlay.practice.isVisible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_m25_the_card_says_what_to_do_next_and_by_which_keys(language):
    done = frozenset({Exercise.ACCEPT})

    assert [one.is_done for one in lines(done, language)] == [True] + [False] * 9
    assert [one.number for one in lines(done, language) if one.is_now] == [2]
    assert "1/10" in line(done, language)
    assert "F2" in line(done, language)
    assert "10/10" in line(frozenset(Exercise), language)


def test_m25_the_exercises_stand_in_line_whatever_mark_they_bear(qtbot, program):
    practise_from_login(qtbot, program)
    program.window.goto(Goto("practice"))
    page = program.window.page
    until(qtbot, lambda: program.tasks.pending == 0)  # what is read now shows after it
    page._show(frozenset({Exercise.ACCEPT}))
    qtbot.waitExposed(page)
    QApplication.processEvents()

    shown = [found for found in page.findChildren(QLabel) if found.isVisible()]
    texts = {found.text(): found for found in shown}
    titles = [texts[line.title] for line in lines(frozenset(), "zh")]
    how = texts[lines(frozenset(), "zh")[1].how]

    assert len({found.x() for found in (*titles, how)}) == 1
    assert titles[1].y() < how.y() < titles[2].y()
    assert texts["✓"].y() == titles[0].y()
    assert texts["▸"].y() == titles[1].y()
