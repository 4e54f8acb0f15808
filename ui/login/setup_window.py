"""The first set-up of a window: hall, first clerk, catalogue, recovery code. Nothing typed is lost by a fault."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.domain.errors import CatalogueInvalid, InvalidInput
from desktop.services.hall import hall_errors
from ui.filled import filled
from ui.login.door import Door
from ui.login.gate import Gate, Opened
from ui.login.recovery_sheet import RecoveryProof
from ui.login.setup_steps import CatalogueStep, ClerkStep
from ui.problem_text import problem_text
from ui.settings_store import SettingsStore
from ui.tasks import Tasks
from ui.widgets.current_stack import CurrentStack
from ui.widgets.follow_area import FollowArea
from ui.widgets.hall_form import HallForm
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label, restyle

CARD_WIDTH_PX = 820
TALLEST_PX = 556  # of a step, so that the whole card fits a screen of 768
HALL, CLERK, CATALOGUE, RECOVERY = range(4)


class SetupWindow(Door):
    """Emits `opened` with ui.login.gate.Opened once the recovery code is proved to be written down."""

    opened = Signal(object)

    def __init__(
        self, gate: Gate, tasks: Tasks, settings: SettingsStore, *, advice: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(width_px=round(CARD_WIDTH_PX * settings.current.percent / 100), parent=parent)
        self._gate = gate
        self._tasks = tasks
        self._language = settings.current.language
        self._made: Opened | None = None
        self.hall = HallForm(language=self._language)
        self.clerk = ClerkStep()
        self.catalogue = CatalogueStep()
        self.steps = [label(text, "step") for text in self._step_texts()]
        self.stack = CurrentStack()
        for step in (self.hall, self.clerk, self.catalogue):
            self.stack.addWidget(step)
        self.back = KeyButton(self.tr("Back"), "Esc")
        self.back.setObjectName("back")
        self.next = KeyButton(self.tr("Next"), "Enter", primary=True)
        self.next.setObjectName("next")
        self._lay_out()
        self.below.setText(advice)
        self.back.clicked.connect(self._back)
        self.next.clicked.connect(self._forward)
        self.hall.finished.connect(self._forward)
        self.clerk.finished.connect(self._forward)
        self.catalogue.finished.connect(self._forward)
        self._show(HALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back. Enter belongs to the steps: what a field of the last step let through would count twice."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not while the recovery code is on the screen: it is shown only once."""
        if self._made is not None:
            event.ignore()
            self.below.setText(
                self.tr("The window is set up. Write the recovery code down first, it is shown only now.")
            )
        else:
            super().closeEvent(event)

    def _step_texts(self) -> tuple[str, ...]:
        return (
            self.tr("1 Hall and window"),
            self.tr("2 First clerk"),
            self.tr("3 Catalogue"),
            self.tr("4 Recovery code"),
        )

    def _lay_out(self) -> None:
        self.body.addWidget(label(self.tr("Set this window up"), "h1"))
        head = QHBoxLayout()
        head.setSpacing(4)
        for step in self.steps:
            head.addWidget(step)
        head.addStretch()
        self.body.addLayout(head)
        area = self.area = FollowArea()
        area.setObjectName("plainArea")
        area.setWidget(self.stack)
        self.stack.setObjectName("setupSteps")
        self.body.addWidget(area, 1)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch()
        row.addWidget(self.next)
        self.body.addWidget(self.buttons)

    def _show(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        for index, step in enumerate(self.steps):
            _mark(step, "stepDone" if index < number else "stepNow" if index == number else "step")
        self.back.setVisible(HALL < number < RECOVERY)
        self.buttons.setVisible(number < RECOVERY)
        self.next.set_text(self.tr("Set up") if number == CATALOGUE else self.tr("Next"))
        self.area.setMinimumHeight(min(self.stack.sizeHint().height(), TALLEST_PX))
        page = self.stack.currentWidget()
        if page is not None:
            page.setFocus()

    def _back(self) -> None:
        if HALL < self.stack.currentIndex() < RECOVERY:
            self._show(self.stack.currentIndex() - 1)

    def _forward(self) -> None:
        number = self.stack.currentIndex()
        if number == HALL:
            errors = hall_errors(self.hall.hall())
            self.hall.show_errors(errors)
            if not errors:
                self._show(CLERK)
        elif number == CLERK:
            if self.clerk.lead() is not None:
                self._show(CATALOGUE)
        elif number == CATALOGUE and self.catalogue.is_ready() and self.next.isEnabled():
            self._set_up()

    def _set_up(self) -> None:
        lead = self.clerk.lead()
        if lead is None:
            self._show(CLERK)
            return
        hall, password, source, gate = self.hall.hall(), self.clerk.password(), self.catalogue.source(), self._gate
        self.next.setEnabled(False)
        self.below.setText(self.tr("Making the encrypted store …"))
        self._tasks.run(lambda: gate.create(hall, lead, password, source.load()), self._made_profile, self._refused)

    def _made_profile(self, made: Opened) -> None:
        self._made = made
        self.below.setText("")
        proof = RecoveryProof(made.recovery_code, hall_name=self.hall.hall().name, language=self._language)
        proof.confirmed.connect(self._proved)
        self.stack.addWidget(proof)
        self._show(RECOVERY)

    def _proved(self) -> None:
        made, self._made = self._made, None
        if made is not None:
            gate = self._gate

            def let_in(_result: object) -> None:  # also where the note of it failed: Today asks for a new sheet then
                self.opened.emit(made)

            self._tasks.run(lambda: gate.prove_recovery_sheet(made), let_in, let_in)

    def _refused(self, error: Exception) -> None:
        self.next.setEnabled(True)
        self.below.setText("")
        text = problem_text(error, language=self._language)
        if isinstance(error, CatalogueInvalid):
            faults = tuple(error.fields.get("faults", ()))
            first = f"{faults[0].place}：{faults[0].sentence(self._language)}" if faults else ""
            self.catalogue.fault.setText(filled(self.tr("%1 %2 faults, the first: %3"), text, len(faults), first))
        elif isinstance(error, InvalidInput) and error.field in self.hall.fields and error.field != "name":
            self._show(HALL)
            self.hall.show_errors((error,))
        else:
            self.catalogue.fault.setText(text)


def _mark(step: QLabel, style: str) -> None:
    step.setObjectName(style)
    restyle(step)
