"""The intake page in front of a real encrypted counter with the sample catalogue, worked by real keys."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.catalogue_files.sample import load_sample
from desktop.clock import FixedClock
from desktop.domain.case import Case
from desktop.domain.catalogue import Catalogue, Handling, ItemStatus, MaterialRequirement, Role, ServiceItem
from desktop.ports import Draft
from desktop.services.intake_form import IntakeForm, decode
from tests.builders import MATERIALS, PERSON_ID, item
from tests.ui.case_fixtures import Hall, until
from ui import appearance, fonts
from ui.dialogs.print_dialog import PaperDialog
from ui.pages.intake.intake_page import IntakePage
from ui.pages.intake.step import Step

MORNING = datetime(2026, 11, 23, 1, 41, 7, tzinfo=UTC)  # Monday, 9:41:07 in the hall
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier

BIG = tuple(
    MaterialRequirement(code=f"b{n:02}", name=f"第{n}份材料（示例）", originals=1, common_defects=("缺页", "没有签名"))
    for n in range(1, 41)
)


def own_items() -> tuple[ServiceItem, ...]:
    """Items made for these tests beside the sample: one for each role, one suspended, one with forty materials."""
    defects = {"m1": ("漏填项目", "没有签名")}
    materials = tuple(
        msgspec.structs.replace(m, common_defects=defects.get(m.code, ()), acceptance_points=("字迹清楚", "签名齐全"))
        for m in MATERIALS
    )
    ways = ("窗口自取", "邮寄")
    return (
        item(aliases=("采伐示例",), materials=materials, result_delivery=ways, fee=""),
        item(code="D1", name="受委托许可事项", role=Role.DELEGATED, authority="示例县林业局", questions=()),
        item(
            code="C1",
            name="代收转交事项",
            role=Role.COLLECTS,
            authority="示例县人社局",
            handling=Handling.IMMEDIATE,
            questions=(),
        ),
        item(code="A9", name="只问不收事项", role=Role.ADVISES, authority="示例县公安局", questions=()),
        item(code="S1", name="暂停办理事项", status=ItemStatus.SUSPENDED),
        item(code="BIG", name="四十份材料事项", materials=BIG, questions=()),
    )


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture(scope="session")
def sample() -> Catalogue:
    loaded = load_sample()
    return msgspec.structs.replace(loaded, division="450000", items=(*loaded.items, *own_items()))


@pytest.fixture
def published(sample: Catalogue) -> Catalogue:
    return sample


@dataclass
class AtCounter:
    """A clerk at the page. `keys` go to whatever has the keyboard, as they do in life."""

    qtbot: Any
    hall: Hall
    page: IntakePage

    def keys(self, *typed: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> "AtCounter":
        for part in typed:
            target = self.page.window().focusWidget() or self.page
            if isinstance(part, str) and part.isascii():
                self.qtbot.keyClicks(target, part)
            elif isinstance(part, str):
                event = QInputMethodEvent("", [])  # what an input method sends when the word is chosen
                event.setCommitString(part)
                QApplication.sendEvent(target, event)
            else:
                self.qtbot.keyClick(target, part, modifier)
        return self

    def settle(self) -> "AtCounter":
        """Waits until the workers have nothing left to do."""
        until(self.qtbot, lambda: self.hall.context.tasks.pending == 0)
        return self

    def step(self) -> Step:
        """The step in view; a method, so that no checker takes it for settled after one look."""
        return self.page.presenter.state.step

    @property
    def form(self) -> IntakeForm:
        return self.page.presenter.form

    @property
    def focus(self) -> str:
        """Object name of what has the keyboard."""
        widget = self.page.window().focusWidget()
        return widget.objectName() if widget is not None else ""

    def edit(self, name: str) -> QLineEdit:
        found = self.page.findChild(QLineEdit, name)
        assert isinstance(found, QLineEdit)
        return found

    def choose(self, typed: str) -> "AtCounter":
        return self.keys(typed, ENTER).settle()

    def person(self, *, name: str = "王示例", number: str = PERSON_ID, phone: str = "13900000000") -> "AtCounter":
        """Step 2 to its end: number, name, phone, address, no agent."""
        return self.keys(number, ENTER, name, ENTER, phone, ENTER, "示例村1号", ENTER, ENTER).settle()

    def at_materials(self, typed: str = "L1") -> "AtCounter":
        """The first three steps with the first answer to each question."""
        self.choose(typed).person()
        while self.step() is Step.SITUATION:
            self.keys(Qt.Key.Key_1).settle()
        assert self.step() is Step.MATERIALS
        return self

    def all_complete(self) -> "AtCounter":
        for _ in self.page.presenter.material_rows():
            self.keys(Qt.Key.Key_1)
        return self.settle()

    def conclude(self, *digits: Any) -> "AtCounter":
        """Enter in step 5; waits for the store and closes the print dialog that opens."""
        self.keys(*digits, ENTER)
        until(self.qtbot, lambda: not self.page.presenter.state.is_concluding)
        return self.settle()

    def close_paper(self) -> "AtCounter":
        """Closes every paper that waits on the desk, unprinted; the first may still be on its way there."""
        printer = self.hall.context.printer
        until(self.qtbot, lambda: printer.dialog is not None and printer.dialog.view.page_count > 0)
        while printer.dialog is not None:
            self._close(printer.dialog)
        return self

    def _close(self, dialog: PaperDialog) -> None:
        dialog.reject()
        until(self.qtbot, lambda: self.hall.context.printer.dialog is not dialog)

    def case(self) -> Case:
        taken = self.page.presenter.state.taken
        assert taken is not None, self.page.conclusion_step.fault.text()
        with self.hall.counter.store.read() as reader:
            found = reader.case(taken.case_id)
        assert found is not None
        return found

    def drafts(self) -> list[Draft]:
        self.settle()
        with self.hall.counter.store.read() as reader:
            return reader.drafts()

    def drafted(self) -> IntakeForm:
        """The one draft there is."""
        (draft,) = self.drafts()
        return decode(draft.body)


@pytest.fixture
def at(qtbot: Any, hall: Hall, behind: QWidget, look: None) -> AtCounter:
    """The page opened as by F2, its catalogue loaded."""
    return AtCounter(qtbot, hall, open_intake(qtbot, hall, behind))


def open_intake(qtbot: Any, hall: Hall, behind: QWidget, argument: str = "") -> IntakePage:
    """A fresh page in the room that the window gives it at 1366 × 768."""
    page = IntakePage(hall.context)
    page.setParent(behind)
    page.setGeometry(148, 85, 1218, 651)
    page.changes_made.connect(page.changed)
    page.show()
    qtbot.waitExposed(behind)
    behind.windowHandle().requestActivate()  # shortcuts are heard in an active window only
    until(qtbot, behind.isActiveWindow)
    page.opened(argument)
    page.first_focus()
    until(qtbot, lambda: hall.context.tasks.pending == 0)
    return page


@pytest.fixture
def look(qapp: QApplication, hall: Hall) -> None:
    """The shipped font and the real style sheet, as in the program. They stay: to dress it anew takes half a second."""
    fonts.use_faces(qapp)
    appearance.apply(qapp, hall.context.settings)
