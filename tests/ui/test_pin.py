"""The clerk changes by PIN: Ctrl+L, an arrow, four digits, Enter. It opens the screen of an open counter alone."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop import bootstrap, bootstrap_pin
from desktop.domain.errors import InvalidInput
from desktop.domain.people import Session
from desktop.store.keys import LockedOut, WrongPassword
from tests.builders import LEAD
from tests.ui.case_fixtures import behind, clock, hall, published, until  # noqa: F401
from tests.ui.conftest import LEAD_PASSWORD, OTHER_PASSWORD, activate, settle
from ui.pages.settings_pin import PinSection

ENTER = Qt.Key.Key_Return
PIN = "4826"


@pytest.fixture
def with_pin(hall: Any, other_clerk: Any) -> Any:  # noqa: F811
    """The second clerk has a PIN, the lead has none."""
    session = Session(clerk=other_clerk, window="02")
    bootstrap_pin.set_pin(hall.counter, session, password=OTHER_PASSWORD, pin=PIN)
    return hall


def test_ctrl_l_an_arrow_and_four_digits_change_the_clerk(qtbot, with_pin, other_clerk, window):
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: window.guard.is_locked)
    form = window.guard.overlay.form
    until(qtbot, form.password.hasFocus)
    assert form.clerk.currentText() == LEAD.clerk_id

    qtbot.keyClick(form.password, Qt.Key.Key_Down)
    assert form.clerk.currentText() == other_clerk.clerk_id
    qtbot.keyClicks(form.password, PIN)
    qtbot.keyClick(form.password, ENTER)

    until(qtbot, lambda: not window.guard.is_locked)
    assert window.context.session.clerk == other_clerk
    settle(qtbot, with_pin)


def test_a_wrong_pin_is_counted_and_then_waited_for(with_pin, other_clerk, clock):  # noqa: F811
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(WrongPassword) as wrong:
            bootstrap_pin.check_pin(with_pin.counter, other_clerk.clerk_id, "1397")
        assert wrong.value.fields["tries_left"] == left

    with pytest.raises(LockedOut):
        bootstrap_pin.check_pin(with_pin.counter, other_clerk.clerk_id, PIN)
    clock.moment += timedelta(seconds=60)
    assert bootstrap_pin.check_pin(with_pin.counter, other_clerk.clerk_id, PIN).clerk == other_clerk


def test_a_clerk_without_a_pin_and_a_stranger_are_refused_alike(with_pin):
    for clerk_id in (LEAD.clerk_id, "nobody"):
        with pytest.raises(WrongPassword):
            bootstrap_pin.check_pin(with_pin.counter, clerk_id, PIN)


def test_a_pin_does_not_open_the_data_file(with_pin, other_clerk):
    with pytest.raises(WrongPassword):
        bootstrap.check_password(with_pin.counter, other_clerk.clerk_id, PIN)
    assert PIN not in (with_pin.counter.profile / "keys.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("pin", ["123", "1234567", "12a4", "", "1111", "2345", "8765", "１２４７"])
def test_a_pin_that_is_none_or_too_simple_is_refused(with_pin, pin):
    with pytest.raises(InvalidInput):
        bootstrap_pin.set_pin(with_pin.counter, with_pin.session, password=LEAD_PASSWORD, pin=pin)
    assert not bootstrap_pin.has_pin(with_pin.counter, with_pin.session)


def test_it_is_set_by_keyboard_with_the_password_and_removed(qtbot, hall, behind, dressed):  # noqa: F811
    section = PinSection(hall.context)
    section.setParent(behind)
    section.show()
    section.opened()
    settle(qtbot, hall)
    activate(qtbot, behind)
    section.setFocus()

    for editor, text in ((section.password, LEAD_PASSWORD), (section.pin, PIN), (section.again, PIN)):
        assert editor.hasFocus()
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, ENTER)
    until(qtbot, lambda: section.state.text() == "您已设定 PIN 码。")
    assert section.password.text() == section.pin.text() == ""
    section.remove.click()

    until(qtbot, lambda: section.state.text() == "您还没有设定 PIN 码。")
    settle(qtbot, hall)
    assert not bootstrap_pin.has_pin(hall.counter, hall.session)
