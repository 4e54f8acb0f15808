"""A clerk at the real window in a process of its own, to be killed. Arguments: PROFILE, type or look."""

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.clock import ShiftedClock
from desktop.demo import hall
from ui import app
from ui.demo.clerk import DemoClerk
from ui.demo.keyboard import Keyboard
from ui.login.gate import Gate
from ui.pages.intake.intake_page import IntakePage
from ui.pages.intake.step import Step
from ui.settings_store import SettingsStore

NUMBER = "450000198503070028"
NAME = "王示例甲乙"


def main(profile: Path, task: str) -> None:
    """Logs in and works as told."""
    settings = SettingsStore(profile.parent / "screen.json")
    application = app.Application(
        app.make_application(settings), Gate(profile, ShiftedClock(hall.OPENING), is_demo=True), settings
    )
    application.start()
    keys = Keyboard(profile.parent)
    clerk = DemoClerk(application, keys)
    clerk.log_in(hall.CLERK.clerk_id, hall.PASSWORD)
    keys.press(Qt.Key.Key_F2)
    keys.wait(lambda: isinstance(clerk.window.page, IntakePage), "intake")
    page = clerk.window.page
    assert isinstance(page, IntakePage)
    keys.wait(lambda: bool(page.presenter.state.desk.catalogue), "items")
    if task == "type":
        type_half_a_form(page, keys)
    else:
        look(page, keys)
    application.close()


def type_half_a_form(page: IntakePage, keys: Keyboard) -> None:
    """Types up to the middle of the name and waits to be killed, half a second after the last key."""
    keys.write("生育登记")
    keys.enter()
    keys.wait(lambda: page.presenter.state.step is Step.APPLICANT, "the applicant")
    while focused().objectName() != "id_number":
        keys.enter()
    keys.write(NUMBER)
    keys.enter()
    keys.write(NAME[:-2] + NAME[-1])
    keys.press(Qt.Key.Key_Left)
    keys.write(NAME[-2])
    last_key = time.monotonic()
    keys.wait(lambda: time.monotonic() - last_key > 0.5, "half a second")
    print("typed", flush=True)
    keys.wait(lambda: False, "the end")


def look(page: IntakePage, keys: Keyboard) -> None:
    """Takes up the unfinished form and says where it stands."""
    keys.wait(lambda: bool(page.presenter.state.desk.drafts), "the draft")
    keys.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    keys.wait(lambda: page.presenter.state.step is Step.APPLICANT, "the applicant")
    keys.wait(lambda: focused().objectName() == "name", "the field")
    edit = focused()
    assert isinstance(edit, QLineEdit)
    form = page.presenter.form
    print("back", form.id_number, form.name, edit.objectName(), edit.cursorPosition(), flush=True)


def focused() -> QLineEdit:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, QLineEdit) else QLineEdit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
