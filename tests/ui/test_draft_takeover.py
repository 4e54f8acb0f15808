"""A colleague's draft on Today is taken over by the lead with a reason, and opens with every letter."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.domain import events as ev
from desktop.domain.people import Session
from desktop.ports import Changes
from desktop.services import drafts
from desktop.services.intake_form import IntakeForm
from tests.ui.case_fixtures import MORNING, behind, clock, hall, press, published, until, visit  # noqa: F401
from tests.ui.conftest import settle
from ui.pages.page import Goto


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
