"""The start: the first window stands before store and printing are loaded, and everything is closed in order."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop import bootstrap
from desktop.clock import FixedClock
from desktop.store.key_slots import Cost
from tests.builders import HALL, LEAD
from tests.ui.case_fixtures import MORNING, until
from ui.app import Application
from ui.login.gate import Gate
from ui.settings_store import SettingsStore

HEAVY = ("msgspec", "sqlcipher3", "sqlite_utils", "reportlab", "pypinyin", "openpyxl", "pypdfium2", "chinese_calendar")
PASSWORD = "demo-2026"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "window"


@pytest.fixture
def set_up(profile: Path) -> None:
    cost = Cost(time=1, memory_kib=64, lanes=1)
    clock = FixedClock(MORNING)
    counter, _ = bootstrap.create_profile(profile, hall=HALL, lead=LEAD, password=PASSWORD, clock=clock, cost=cost)
    counter.close()


@pytest.fixture
def application(qtbot: Any, dressed: Any, profile: Path, tmp_path: Path) -> Any:
    made = Application(dressed, Gate(profile, FixedClock(MORNING)), SettingsStore(tmp_path / "screen.json"))
    yield made
    for window in (made.window, made.login, made.setup):
        if window is not None:
            qtbot.addWidget(window)
    made.close()


def test_nothing_heavy_is_loaded_before_the_first_window():
    loaded = f"import sys, ui.app; print([m for m in {HEAVY!r} if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_a_new_pc_begins_with_the_set_up(application):
    application.start()

    assert application.setup.isVisible()
    assert application.login is None


def test_login_opens_the_counter_on_today(qtbot, set_up, application, profile):
    application.start()
    until(qtbot, lambda: application.tasks.pending == 0)
    application.login.form.password.setText(PASSWORD)

    application.login.form.submit()
    until(qtbot, lambda: application.window is not None and application.window.page is not None)
    until(qtbot, lambda: application.tasks.pending == 0)

    assert application.login is None
    assert application.window.top.title.text() == "今日"
    assert application.window.context.session.clerk == LEAD


def test_after_the_end_the_profile_can_be_opened_again(qtbot, set_up, application, profile):
    application.start()
    application.login.form.clerk.setCurrentText(LEAD.clerk_id)
    application.login.form.password.setText(PASSWORD)
    application.login.form.submit()
    until(qtbot, lambda: application.window is not None and application.window.page is not None)

    application.close()

    counter, _ = bootstrap.open_profile(profile, LEAD.clerk_id, PASSWORD, clock=FixedClock(MORNING))
    counter.close()


def test_a_set_up_that_broke_off_is_begun_again(qtbot, application, profile):
    profile.mkdir()
    (profile / "yichuang.db").touch()  # the folder looks like a window; the keys are not there

    application.start()
    until(qtbot, lambda: application.tasks.pending == 0)

    assert application.setup is not None or application.login.below.text()


def test_a_mistake_of_ours_is_said_where_the_clerk_looks(application):
    application.start()

    application.save_all()
    application.say_crash("程序出了错")

    assert application.setup.below.text() == "程序出了错"
