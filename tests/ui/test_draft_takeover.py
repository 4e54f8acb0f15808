"""A colleague's draft on Today is taken over: they agree with PIN or password, or the lead gives a reason; it opens."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop import bootstrap_pin
from desktop.domain import events as ev
from desktop.domain.people import Session
from desktop.ports import Changes
from desktop.services import drafts
from desktop.services.intake_form import IntakeForm
from tests.ui.case_fixtures import MORNING, behind, clock, hall, press, published, until, visit  # noqa: F401
from tests.ui.conftest import LEAD_PASSWORD, OTHER_PASSWORD, activate, settle
from ui.pages.page import Goto

LEADS_DRAFT = IntakeForm(case_id="d1", item_code="L1", name="王示例")


@pytest.fixture
def at_wangs(qtbot, hall, other_clerk, window):  # noqa: F811
    """Today of a clerk who is no lead, at the PC where the lead left a draft; and where the page wants to go."""
    with hall.counter.store.write(hall.session) as uow:
        drafts.save(uow, hall.session, LEADS_DRAFT, field="phone", at=MORNING + timedelta(minutes=1))
    window.begin_session(Session(clerk=other_clerk, window="02"))
    window.goto(Goto("today"))
    settle(qtbot, hall)
    activate(qtbot, window)
    page: Any = window.page
    page.navigate.disconnect()
    page.asked = []
    page.navigate.connect(page.asked.append)
    return page


def shown(page):
    return [widget.text() for widget in page.findChildren(QPushButton) if widget.isVisible()]


def whose(hall):  # noqa: F811
    with hall.counter.store.read() as reader:
        (draft,) = reader.drafts()
        return draft.clerk_id


def consent(qtbot, page, secret, reason="huan ban"):
    press(qtbot, page, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    until(qtbot, page.over.form.isVisible)
    qtbot.keyClicks(page.window().focusWidget(), secret)
    press(qtbot, page, Qt.Key.Key_Return)
    qtbot.keyClicks(page.window().focusWidget(), reason)
    press(qtbot, page, Qt.Key.Key_Return)


def test_m16_a_clerk_sees_that_there_is_a_colleagues_draft_and_nothing_of_the_citizen(qtbot, hall, at_wangs):  # noqa: F811
    page = at_wangs

    press(qtbot, page, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    until(qtbot, page.over.form.isVisible)

    texts = [widget.text() for widget in page.findChildren(QLabel) if widget.isVisible()] + shown(page)
    assert not any("王示例" in text for text in texts)
    assert page.over.form.heading.text() == "接办同事的草稿"
    assert page.over.form._fields["secret"].editor.echoMode() is QLineEdit.EchoMode.Password
    press(qtbot, page, Qt.Key.Key_Escape)
    assert not page.over.form.isVisible()
    assert page.over.key.isVisible()
    assert whose(hall) == "lead"


@pytest.mark.parametrize("secret", [LEAD_PASSWORD, "2468"], ids=["password", "pin"])
def test_m16_the_colleague_agrees_at_the_keyboard_and_the_draft_opens(qtbot, hall, at_wangs, secret):  # noqa: F811
    bootstrap_pin.set_pin(hall.counter, hall.session, password=LEAD_PASSWORD, pin="2468")

    consent(qtbot, at_wangs, secret)

    until(qtbot, lambda: at_wangs.asked == [Goto("intake", "d1")])
    assert whose(hall) == "wang"
    with hall.counter.store.read() as reader:
        (taken,) = reader.ledger.of_kind("DraftTakenOver")
    assert ev.decode(taken.body) == ev.DraftTakenOver(
        draft_id="d1", clerk="wang", before="lead", reason="huan ban", has_consent=True
    )
    assert taken.clerk == "wang"  # the colleague agreed and did not sit down
    assert secret not in taken.body.decode()
    assert at_wangs.context.session.clerk.clerk_id == "wang"


@pytest.mark.parametrize("secret", ["", "1111", OTHER_PASSWORD], ids=["nothing", "wrong PIN", "one's own password"])
def test_m16_without_the_colleagues_own_word_nothing_is_taken_over(qtbot, hall, at_wangs, secret):  # noqa: F811
    consent(qtbot, at_wangs, secret)

    until(qtbot, lambda: at_wangs.over.form._fields["secret"].error != "")
    assert "密码" in at_wangs.over.form._fields["secret"].error
    assert at_wangs.over.form._fields["secret"].editor.text() == ""
    assert at_wangs.over.form._fields["reason"].editor.text() == "huan ban"
    assert whose(hall) == "lead"
    assert at_wangs.asked == []


def test_m16_of_several_drafts_one_is_chosen_by_the_arrows(qtbot, hall, at_wangs):  # noqa: F811
    second = IntakeForm(case_id="d2", name="李示例")
    with hall.counter.store.write(hall.session) as uow:
        drafts.save(uow, hall.session, second, field="name", at=MORNING)
    at_wangs.changed(Changes(drafts=True))
    settle(qtbot, hall)

    press(qtbot, at_wangs, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    until(qtbot, at_wangs.over.form.isVisible)
    press(qtbot, at_wangs, Qt.Key.Key_Down)
    press(qtbot, at_wangs, Qt.Key.Key_Return)
    qtbot.keyClicks(at_wangs.window().focusWidget(), LEAD_PASSWORD)
    press(qtbot, at_wangs, Qt.Key.Key_Return)
    qtbot.keyClicks(at_wangs.window().focusWidget(), "huan ban")
    press(qtbot, at_wangs, Qt.Key.Key_Return)

    until(qtbot, lambda: at_wangs.asked == [Goto("intake", "d2")])


def test_m16_the_lead_goes_on_with_a_colleagues_draft_for_a_reason(qtbot, hall, other_clerk, window):  # noqa: F811
    session = Session(clerk=other_clerk, window="02")
    with hall.counter.store.write(session) as uow:
        form = IntakeForm(case_id="d1", item_code="L1", name="王示例")
        drafts.save(uow, session, form, field="phone", at=MORNING + timedelta(minutes=1))
    page: Any = window.page
    page.changed(Changes(drafts=True))
    settle(qtbot, hall)
    page.navigate.disconnect()
    asked: list[Goto] = []
    page.navigate.connect(asked.append)
    (row,) = [b for b in page.drafts.findChildren(QPushButton) if not b.isHidden()]

    row.setFocus()
    press(qtbot, page, Qt.Key.Key_Return)
    until(qtbot, page.over.form.isVisible)
    assert asked == []
    press(qtbot, page, Qt.Key.Key_Return)  # no PIN of the colleague: the lead decides
    press(qtbot, page, Qt.Key.Key_Return)
    until(qtbot, lambda: page.over.form._fields["reason"].error != "")
    qtbot.keyClicks(page.window().focusWidget(), "bing jia")
    press(qtbot, page, Qt.Key.Key_Return)

    until(qtbot, lambda: asked == [Goto("intake", "d1")])
    with hall.counter.store.read() as reader:
        (draft,) = reader.drafts()
        taken = list(reader.ledger.of_kind("DraftTakenOver"))
    assert draft.clerk_id == "lead"
    assert ev.decode(taken[0].body) == ev.DraftTakenOver(
        draft_id="d1", clerk="lead", before=other_clerk.clerk_id, reason="bing jia"
    )
    settle(qtbot, hall)
