"""A slip of the pen and a conclusion that was one, put right by real keys on the page of the case and after intake."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from desktop.domain.case import CaseState
from desktop.domain.checklist import MaterialState
from desktop.domain.outcome import Outcome
from desktop.services import print_jobs
from tests.builders import COMPLETE
from tests.ui.case_fixtures import behind, clock, hall, press, published, until, visit
from ui.pages.case_page import CasePage

__all__ = ["behind", "clock", "hall", "published", "visit"]

Control = Qt.KeyboardModifier.ControlModifier
MISSING = {**COMPLETE, "m3": MaterialState.MISSING}


@pytest.fixture
def page_of(qtbot, visit):
    def opened(case_id):
        page = visit(CasePage, f"{case_id}#amend")
        until(qtbot, lambda: page.loaded is not None and page.tabs.currentWidget() is page.amend.tab)
        until(qtbot, lambda: page.amend.tab.hasFocus())
        return page

    return opened


def case(hall, case_id):
    with hall.counter.store.read() as reader:
        return reader.case(case_id)


def write(editor, text):
    """As an input method does: nobody has these characters on a key."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def choose(qtbot, page, key):
    press(qtbot, page, key)
    return page.focusWidget()


def test_m20_a_slip_of_the_pen_is_put_right_by_keys_and_its_paper_comes_anew(qtbot, hall, page_of):
    taken = hall.take_in()
    page = page_of(taken.case_id)

    field = choose(qtbot, page, Qt.Key.Key_1)
    assert isinstance(field, QComboBox)
    assert field.currentText() == "申请人姓名（名称）：王示例"
    press(qtbot, page, Qt.Key.Key_Return)
    write(page.focusWidget(), "王示范")
    press(qtbot, page, Qt.Key.Key_Return)
    assert isinstance(page.focusWidget(), QLineEdit)
    write(page.focusWidget(), "身份证上是范字")
    press(qtbot, page, Qt.Key.Key_Return)

    until(qtbot, lambda: case(hall, taken.case_id).applicant.name == "王示范")
    until(qtbot, lambda: page.loaded.view.case.applicant.name == "王示范")
    assert [p.is_in_force for p in case(hall, taken.case_id).papers] == [False, True]
    assert "王示例" in page.loaded.view.entries[-1].text
    assert any("“王示例”改为“王示范”" in entry.text for entry in page.loaded.view.entries)
    assert page.loaded.view.sheets[0].note.startswith("已被")


def test_m20_what_no_paper_says_is_put_right_and_the_clerk_is_told_that_nothing_is_printed(
    qtbot, hall, page_of, dressed
):
    taken = hall.take_in()
    page = page_of(taken.case_id)
    said = []
    page.notice.connect(lambda notice: said.append(notice.text))

    field = choose(qtbot, page, Qt.Key.Key_1)
    field.setCurrentIndex(next(n for n in range(field.count()) if "住址" in field.itemText(n)))
    press(qtbot, page, Qt.Key.Key_Return)
    write(page.focusWidget(), "示例村9组")
    press(qtbot, page, Qt.Key.Key_Return)
    write(page.focusWidget(), "门牌看错")
    press(qtbot, page, Qt.Key.Key_Return)

    until(qtbot, lambda: case(hall, taken.case_id).applicant.address == "示例村9组")
    until(qtbot, lambda: bool(said))
    assert said[-1].endswith("没有文书写着它，不用重印。")
    assert [p.is_in_force for p in case(hall, taken.case_id).papers] == [True]


def test_m20_what_is_not_sound_stands_beside_its_question(qtbot, hall, page_of):
    taken = hall.take_in()
    page = page_of(taken.case_id)

    choose(qtbot, page, Qt.Key.Key_1)
    for _ in range(3):
        press(qtbot, page, Qt.Key.Key_Return)

    until(qtbot, lambda: page.amend.tab._fields["reason"].error != "")
    assert case(hall, taken.case_id).applicant.name == "王示例"


def test_m20_one_key_takes_a_conclusion_back_and_it_is_concluded_again(qtbot, hall, visit):
    taken = hall.take_in(Outcome.REQUEST_CORRECTION, states=MISSING)
    page = visit(CasePage, taken.case_id)
    until(qtbot, lambda: page.loaded is not None and page.amend.undo_key.isVisible())

    press(qtbot, page, Qt.Key.Key_Z, Control)

    until(qtbot, lambda: case(hall, taken.case_id).state is CaseState.RECEIVED)
    until(qtbot, lambda: page.tabs.isTabVisible(3))
    assert not page.amend.undo_key.isVisible()
    assert page.loaded.view.sheets[0].note == "作废"


def test_m20_after_printing_the_key_is_gone_and_the_reason_stands_there(qtbot, hall, page_of):
    taken = hall.take_in()
    with hall.counter.store.write(hall.session) as uow:
        print_jobs.queue(uow, taken.papers[0], device="示例打印机")
        print_jobs.sent(uow, taken.papers[0], 0, pdf_sha256="0" * 64)

    page = page_of(taken.case_id)

    assert not page.amend.undo_key.isVisible()
    assert "已经打印" in page.amend.tab._lines[-1].why_not
