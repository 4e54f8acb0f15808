"""The clerk of the demonstration: works the real window by the keyboard, visit by visit."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.domain.checklist import MaterialState
from desktop.ports import Taken
from desktop.services.intake_form import ORGANISATION
from ui.app import Application
from ui.demo.keyboard import Keyboard, NotShown
from ui.demo.visits import Visit
from ui.dialogs.print_presenter import Stage
from ui.pages.case_page import CasePage
from ui.pages.cases_page import CasesPage
from ui.pages.cases_presenter import CaseLine
from ui.pages.catalogue_page import CataloguePage
from ui.pages.intake.intake_page import IntakePage
from ui.pages.intake.material_presenter import STATE_KEYS
from ui.pages.intake.step import Step
from ui.pages.page import Page
from ui.pages.sync_page import SyncPage
from ui.pages.todo_page import TodoPage
from ui.window import MainWindow

P = TypeVar("P", bound=Page)

_ROUNDS_AT_MOST = 60  # asking to be let in, being let in, sending, being answered; each takes a round or a few
_ALT = Qt.KeyboardModifier.AltModifier
_DIGITS = {state: digit for digit, state in STATE_KEYS.items()}


class DemoClerk:
    """Knows the keys and nothing else of the program but what the screen shows."""

    def __init__(self, application: Application, keyboard: Keyboard) -> None:
        self._application = application
        self.keyboard = keyboard

    @property
    def window(self) -> MainWindow:
        """The main window, once somebody has logged in."""
        if self._application.window is None:
            raise NotShown("the main window")
        return self._application.window

    def log_in(self, clerk_id: str, password: str) -> None:
        """At the door: name, password, Enter."""
        login = self._application.login
        if login is None:
            raise NotShown("the login window")
        keys = self.keyboard
        keys.wait(lambda: QApplication.focusWidget() is not None, "a field to type into")
        keys.picture(login, "login")
        self._type_credentials(clerk_id, password)
        keys.wait(lambda: self._application.window is not None, "the main window")
        keys.settle()  # the door is gone for good
        keys.wait(keys.has_focus, "the first page")

    def receive(self, visit: Visit, number: int) -> Taken:
        """The whole visit, from F2 to the paper in the hand."""
        keys = self.keyboard
        keys.press(Qt.Key.Key_F2)
        page = self._page(IntakePage)
        keys.wait(lambda: page.presenter.state.step is Step.ITEM and bool(page.presenter.state.desk.catalogue), "items")
        self._choose_item(page, visit, number)
        self._enter_applicant(page, visit, number)
        self._answer(page, visit, number)
        if page.presenter.state.step is Step.MATERIALS:
            self._check_materials(page, visit, number)
        return self._conclude(page, visit, number)

    def ask_only(self, search: str) -> str:
        """Somebody only asks: the one-time notice from the catalogue, no case. Returns the number of the sheet."""
        keys = self.keyboard
        keys.press(Qt.Key.Key_F7)
        page = self._page(CataloguePage)
        keys.wait(lambda: page.items.list.count() > 0, "the items of the catalogue")
        keys.write(search)
        keys.enter()
        keys.settle()
        for _ in range(3):  # the first answers will do for somebody who only asks
            keys.digit(1)
        keys.picture(self.window, "9-inform-1-guide")
        keys.press(Qt.Key.Key_F9)
        return self.print_paper("9-inform-2-paper")

    def find_and_look(self, text: str) -> None:
        """F3, a few characters, Enter: the case page."""
        keys = self.keyboard
        keys.press(Qt.Key.Key_F3)
        keys.write(text)
        keys.enter()
        page = self._page(CasesPage)
        keys.wait(lambda: text in _applicant(page.current()), f"a case of {text}")
        keys.picture(self.window, "10-search")
        keys.enter()
        case_page = self._page(CasePage)
        keys.wait(lambda: case_page.loaded is not None, "the case")
        keys.picture(self.window, "10-case")

    def send_to_the_city(self, poll: Callable[[], None]) -> None:
        """F6 and Alt+1 until the city's receipt is there; then what it answered, on To do.

        Args:
            poll: one round of the city at the other end.
        """
        keys = self.keyboard
        keys.press(Qt.Key.Key_F6)
        page = self._page(SyncPage)
        keys.wait(lambda: page.view is not None, "how the line stands")
        keys.picture(self.window, "12-sync-1-waiting")
        for _ in range(_ROUNDS_AT_MOST):
            keys.press(Qt.Key.Key_1, _ALT)
            keys.settle()
            poll()
            if page.view is not None and page.view.status.waiting_entries == 0:
                break
        else:
            raise NotShown("the city's receipt for everything")
        keys.picture(self.window, "12-sync-2-at-the-city")
        keys.press(Qt.Key.Key_F4)
        self._page(TodoPage)
        keys.picture(self.window, "13-to-do")

    def reprint(self) -> str:
        """F9 on the case page: a paper that is out already is printed again, with the first of the usual reasons."""
        keys, desk = self.keyboard, self.window.context.printer
        keys.press(Qt.Key.Key_F9)
        keys.wait(lambda: desk.dialog is not None and desk.dialog.view.page_count > 0, "the paper")
        keys.press(Qt.Key.Key_F9)
        keys.picture(self.window, "11-reprint-1-reason")
        keys.digit(1)
        return self._see_out("11-reprint-2-paper")

    def lock_and_return(self, password: str) -> None:
        """Ctrl+L, and back to the same field with the password."""
        keys = self.keyboard
        keys.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        keys.wait(lambda: self._overlay_has_focus(), "the lock")
        keys.picture(self.window, "locked")
        keys.write(password)
        keys.enter()
        keys.wait(lambda: not self._overlay_has_focus(), "the page behind the lock")

    def _overlay_has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return isinstance(focused, QLineEdit) and focused.echoMode() is QLineEdit.EchoMode.Password

    def _type_credentials(self, clerk_id: str, password: str) -> None:
        keys = self.keyboard
        while not self._overlay_has_focus():
            focused = QApplication.focusWidget()
            if isinstance(focused, QLineEdit) and focused.text() != clerk_id:
                focused.selectAll()
                keys.write(clerk_id)
            keys.enter()
        keys.write(password)
        keys.enter()

    def _choose_item(self, page: IntakePage, visit: Visit, number: int) -> None:
        keys = self.keyboard
        keys.write(visit.search)
        keys.picture(self.window, f"{number}-{visit.slug}-1-item")
        keys.enter()
        keys.wait(lambda: page.presenter.state.step is not Step.ITEM, f"the applicant step after {visit.search}")

    def _enter_applicant(self, page: IntakePage, visit: Visit, number: int) -> None:
        keys, typed = self.keyboard, _fields(visit)
        if visit.organisation:
            keys.press(Qt.Key.Key_2, _ALT)
            keys.wait(lambda: page.presenter.form.applicant_kind == ORGANISATION, "the fields of an organisation")
        if visit.agent is not None:
            keys.press(Qt.Key.Key_3, _ALT)
            keys.wait(lambda: page.presenter.form.has_agent, "the fields of the agent")
            page.applicant_step.entered()
        for _ in range(30):
            if page.presenter.state.step is not Step.APPLICANT:
                return
            focused = QApplication.focusWidget()
            name = focused.objectName() if focused is not None else ""
            if isinstance(focused, QLineEdit) and not focused.text() and typed.get(name):
                keys.write(typed[name])
                if name == "name":
                    keys.picture(self.window, f"{number}-{visit.slug}-2-applicant")
            keys.enter()
        raise NotShown(f"the situation of {visit.title}")

    def _answer(self, page: IntakePage, visit: Visit, number: int) -> None:
        keys = self.keyboard
        while page.presenter.state.step is Step.SITUATION:
            view = page.presenter.situation()
            if view is None or view.asked is None:
                keys.picture(self.window, f"{number}-{visit.slug}-3-situation")
                keys.enter()
                continue
            wanted = visit.answers[view.asked]
            keys.digit(next(choice.digit for choice in view.choices if choice.key == wanted))

    def _check_materials(self, page: IntakePage, visit: Visit, number: int) -> None:
        keys = self.keyboard
        rows = page.presenter.material_rows()
        for place, row in enumerate(rows):
            keys.wait(partial(self._is_on, page, row.code), f"the row of {row.name}")
            state = visit.states.get(row.code, MaterialState.COMPLETE)
            keys.digit(_DIGITS[state])
            if state is MaterialState.FAULTY:
                keys.picture(self.window, f"{number}-{visit.slug}-4-fault")
                keys.digit(1)
            if place == len(rows) - 1:
                keys.picture(self.window, f"{number}-{visit.slug}-4-materials")
        keys.enter()
        keys.wait(lambda: page.presenter.state.step is Step.CONCLUSION, f"the conclusion of {visit.title}")

    def _is_on(self, page: IntakePage, code: str) -> bool:
        return page.material_step.code == code

    def _conclude(self, page: IntakePage, visit: Visit, number: int) -> Taken:
        keys = self.keyboard
        keys.wait(lambda: page.presenter.state.step is Step.CONCLUSION, f"the conclusion of {visit.title}")
        keys.digit(page.conclusion_step.outcomes().index(visit.outcome) + 1)
        keys.picture(self.window, f"{number}-{visit.slug}-5-conclusion")
        keys.enter()
        keys.wait(lambda: page.presenter.state.taken is not None, f"{visit.title} taken in")
        taken = page.presenter.state.taken
        if taken is None:
            raise NotShown(f"{visit.title} taken in")
        for place, _ in enumerate(taken.papers, 1):  # pledges to sign first, the notice last
            self.print_paper(f"{number}-{visit.slug}-6-paper" + (f"-{place}" if len(taken.papers) > 1 else ""))
        keys.picture(self.window, f"{number}-{visit.slug}-7-done")
        return taken

    def print_paper(self, picture: str) -> str:
        """F9 prints what is on the desk, Enter confirms that it came out. Returns the number of the paper."""
        keys, desk = self.keyboard, self.window.context.printer
        keys.wait(lambda: desk.dialog is not None and desk.dialog.flow.view.stage is Stage.READY, "the paper")
        keys.wait(lambda: desk.dialog is not None and desk.dialog.view.page_count > 0, "the page of the paper")
        keys.picture(self.window, picture)
        keys.press(Qt.Key.Key_F9)
        return self._see_out("")

    def _see_out(self, picture: str) -> str:
        keys, desk = self.keyboard, self.window.context.printer
        dialog = desk.dialog
        if dialog is None:
            raise NotShown("the paper")
        keys.wait(lambda: dialog.flow.view.stage in (Stage.ASKING, Stage.DONE), "the printed sheet")
        if picture:
            keys.picture(self.window, picture)
        if dialog.flow.view.stage is Stage.ASKING:
            keys.enter()
        keys.wait(lambda: dialog.flow.view.stage is Stage.DONE or desk.dialog is not dialog, "the confirmation")
        if desk.dialog is dialog:
            keys.press(Qt.Key.Key_Escape)
        keys.wait(lambda: desk.dialog is not dialog, "the next paper, or the page behind")
        return dialog.flow.view.number

    def _page(self, kind: type[P]) -> P:
        self.keyboard.wait(lambda: isinstance(self.window.page, kind), kind.__name__)
        page = self.window.page
        if not isinstance(page, kind):
            raise NotShown(kind.__name__)
        return page


def _applicant(line: CaseLine | None) -> str:
    return line.row.applicant_name if line else ""


def _fields(visit: Visit) -> dict[str, str]:
    """What is typed into each field, by its object name."""
    person, agent = visit.person, visit.agent
    typed = {"phone": person.phone, "address": person.address} if person else {}
    if visit.organisation:
        typed |= {"id_number": visit.credit_code, "name": visit.organisation}
        typed |= {"legal_representative": person.name} if person else {}
    elif person:
        typed |= {"id_number": person.id_number, "name": person.name}
    if agent:
        typed |= {
            "agent_id_number": agent.id_number,
            "agent_name": agent.name,
            "agent_phone": agent.phone,
            "agent_relation": "女儿",
        }
    return typed
