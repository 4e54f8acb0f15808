"""A paper on the desk: left the very page that is printed, right where it stands and the keys that go on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.papers import title as paper_title
from printing.devices import FILE, file_name
from printing.devices_address import is_direct
from ui.device_words import device_words
from ui.dialogs import print_file
from ui.dialogs.print_flow import PrintFlow
from ui.dialogs.print_picker import PickerPanel
from ui.dialogs.print_presenter import Stage, stopped
from ui.dialogs.print_reason import ReasonPanel
from ui.filled import filled
from ui.paper_view import PaperView
from ui.print_worker import PrintWorker
from ui.theme import SPACING
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

SIDE_WIDTH_PX = 320
_TONES = {
    Stage.FAILED: "red",
    Stage.UNREADABLE: "red",
    Stage.ASKING: "accent",
    Stage.DONE: "green",
    Stage.SENDING: "accent",
}


class PaperDialog(QDialog):
    """F9 prints, Enter: the sheet is out, N: it is not, Ctrl+S saves, F8 picks a printer, Esc goes back."""

    device_picked = Signal(object)
    """A printer was chosen by hand; carries its name."""

    def __init__(self, flow: PrintFlow, worker: PrintWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paperDialog")
        self.setWindowTitle(self.tr("Paper"))
        self.flow = flow
        self._after_reason: Callable[[], None] = self._print
        self._shown_pdf = b""
        self.view = PaperView(worker, self)
        self.panels = QStackedWidget()
        self.controls = self._make_controls()
        self.reason = ReasonPanel()
        self.picker = PickerPanel()
        for panel in (self.controls, self.reason, self.picker):
            self.panels.addWidget(panel)
        self._lay_out()
        self.reason.chosen.connect(self._have_reason)
        self.picker.chosen.connect(self._have_device)
        flow.changed.connect(self._refresh)
        self._refresh()

    def load(self) -> None:
        """Starts: reads the paper and shows it."""
        self.flow.load()

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the window behind it allows."""
        parent = self.parentWidget()
        if parent is not None:
            room = parent.window().size()
            self.resize(min(1120, room.width() - 48), min(900, room.height() - 40))
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not while a sheet is on its way: its outcome must be seen."""
        if self.flow.view.stage is Stage.SENDING:
            event.ignore()
        else:
            super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the desk; what is left goes to the page."""
        key, has_ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self._back()
        elif self.panels.currentWidget() is not self.controls:
            event.ignore()
        elif has_ctrl and key == Qt.Key.Key_S:
            self._save()
        elif not self._take_key(key):
            self.view.take_key(key)

    def _take_key(self, key: int) -> bool:
        is_asking = self.flow.view.stage is Stage.ASKING
        if key == Qt.Key.Key_F9:
            self._print()
        elif key == Qt.Key.Key_F8:
            self._pick()
        elif is_asking and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flow.confirm()
        elif is_asking and key == Qt.Key.Key_N:
            self.flow.not_out()
        else:
            return False
        return True

    def reject(self) -> None:
        """Closed by Esc or by the window's cross."""
        if self.flow.view.stage is not Stage.SENDING:
            super().reject()

    def done(self, result: int) -> None:
        """However it closes: what is still being drawn is not wanted any more."""
        self.view.stop()
        self.flow.stop()
        super().done(result)

    def _make_controls(self) -> QWidget:
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        self.question = label(style="h2", wrap=True)
        self.out_button = KeyButton(self.tr("It is out"), "Enter", primary=True)
        self.not_out_button = KeyButton(self.tr("It did not come out"), "N")
        self.print_button = KeyButton(self.tr("Print"), "F9", primary=True)
        self.save_button = KeyButton(self.tr("Save as PDF"), "Ctrl+S")
        self.picker_button = KeyButton(self.tr("Another printer"), "F8")
        self.close_button = KeyButton(self.tr("Close"), "Esc")
        self.out_button.clicked.connect(self.flow.confirm)
        self.not_out_button.clicked.connect(self.flow.not_out)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.picker_button.clicked.connect(self._pick)
        self.close_button.clicked.connect(self.reject)
        for widget in (
            self.question,
            self.out_button,
            self.not_out_button,
            self.print_button,
            self.picker_button,
            self.save_button,
        ):
            column.addWidget(widget)
        column.addStretch()
        column.addWidget(label(self.tr("PgUp PgDn page · + − zoom · 0 fit"), "small"))
        column.addWidget(self.close_button)
        return panel

    def _lay_out(self) -> None:
        self.heading = label(style="h2", wrap=True)
        self.number = label(style="muted", wrap=True)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sheet = label(wrap=True)
        self.device = label(style="muted", wrap=True)
        self.state = Chip("", "muted")
        self.picture = label(style="small", wrap=True)
        self.problem = label(style="fault", wrap=True)
        side = Card()
        side.setFixedWidth(SIDE_WIDTH_PX)
        rule = QFrame()
        rule.setObjectName("rule")
        for widget in (
            self.heading,
            self.number,
            self.sheet,
            self.device,
            self.picture,
            self.state,
            self.problem,
            rule,
        ):
            side.body.addWidget(widget)
        side.body.addWidget(self.panels, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 14, 14, 14)
        row.setSpacing(14)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the size is the screen's, see showEvent
        row.addWidget(self.view, 1)
        row.addWidget(side)

    def _refresh(self) -> None:
        view = self.flow.view
        if view.on_desk is not None:
            self.heading.setText(paper_title(view.on_desk.paper))
            self.sheet.setText(self._sheet_text(view.plan.sheet_no))
        self.number.setText(view.number)
        self.device.setText(self._device_text())
        self.state.set_state(self._stage_word(), _TONES.get(view.stage, "muted"))
        self.picture.setText(filled(self.tr("Sent as a picture: the printer has no letters for %1"), view.as_picture))
        self.picture.setVisible(bool(view.as_picture))
        self.problem.setText(view.problem)
        self.problem.setVisible(bool(view.problem))
        if view.pdf and view.pdf is not self._shown_pdf:
            self._shown_pdf = view.pdf
            self.view.set_pdf(view.pdf)
        self._show_controls()
        if view.stage is Stage.DONE:
            self.accept()

    def _show_controls(self) -> None:
        stage = self.flow.view.stage
        is_asking, may_print = stage is Stage.ASKING, stage in (Stage.READY, Stage.FAILED)
        self.question.setText(self.tr("Is the sheet out?") if is_asking else "")
        self.question.setVisible(is_asking)
        self.out_button.setVisible(is_asking)
        self.not_out_button.setVisible(is_asking)
        for button in (self.print_button, self.save_button, self.picker_button):
            button.setVisible(not is_asking and stage is not Stage.UNREADABLE)
            button.setEnabled(may_print)
        self.print_button.set_text(self.tr("Print once more") if stage is Stage.FAILED else self.tr("Print"))
        if self.panels.currentWidget() is self.controls and not self.view.hasFocus():
            self.view.setFocus()  # never on a button that Enter would press unseen

    def _sheet_text(self, sheet_no: int) -> str:
        return filled(self.tr("Reprint no. %1, marked on the sheet"), sheet_no) if sheet_no else self.tr("First print")

    def _stage_word(self) -> str:
        return {
            Stage.LOADING: self.tr("Being made…"),
            Stage.READY: self.tr("Not printed yet"),
            Stage.SENDING: self.tr("Queued, on its way…"),
            Stage.ASKING: self.tr("In the printer's queue")
            if self.flow.view.is_waiting
            else self.tr("Handed to the printer"),
            Stage.FAILED: self.tr("Not printed"),
            Stage.DONE: self.tr("On paper"),
            Stage.UNREADABLE: self.tr("Cannot be made"),
        }[self.flow.view.stage]

    def _device_text(self) -> str:
        view = self.flow.view
        if view.stage is Stage.LOADING:
            return ""
        if not view.device:
            return self.tr("No printer chosen")
        if view.device.startswith(FILE):
            return filled(self.tr("Folder: %1"), view.device.removeprefix(FILE))
        if is_direct(view.device):
            return device_words(view.device)
        halted = stopped(view.device, self.flow.known)
        if halted is not None:
            return filled(self.tr("Printer: %1, stopped"), view.device)
        return filled(self.tr("Printer: %1"), view.device)

    def _print(self) -> None:
        view = self.flow.view
        if view.stage not in (Stage.READY, Stage.FAILED):
            return
        if not view.device:
            self._pick()
        elif view.plan.needs_reason:
            self._ask_reason(self._print)
        else:
            self.flow.print_sheet()

    def _save(self) -> None:
        view = self.flow.view
        if view.stage not in (Stage.READY, Stage.FAILED):
            return
        if view.plan.needs_reason:
            self._ask_reason(self._save)
            return
        print_file.ask(
            print_file.file_to_save(
                self,
                title=self.tr("Save the paper"),
                name=f"{file_name(view.number)}.pdf",
                kind=self.tr("PDF document"),
                suffix="pdf",
            ),
            self.flow.save_as,
        )

    def _pick(self) -> None:
        if self.flow.view.stage in (Stage.READY, Stage.FAILED):
            self.panels.setCurrentWidget(self.picker)
            self.picker.ask(self.flow.known, own=self.flow.own_device)

    def _ask_reason(self, then: Callable[[], None]) -> None:
        self._after_reason = then
        self.panels.setCurrentWidget(self.reason)
        self.reason.ask(self.flow.view.plan.sheet_no)

    def _have_reason(self, reason: str) -> None:
        self._show_panel(self.controls)
        self.flow.set_reason(reason)
        self._after_reason()

    def _have_device(self, device: str) -> None:
        if device == FILE:
            print_file.ask(print_file.folder(self, title=self.tr("Folder for papers")), self._have_folder)
            return
        self._use(device)

    def _have_folder(self, path: str) -> None:
        self._use(f"{FILE}{path}")

    def _use(self, device: str) -> None:
        self._show_panel(self.controls)
        self.flow.set_device(device)
        self.device_picked.emit(device)

    def _back(self) -> None:
        if self.panels.currentWidget() is not self.controls:
            self._show_panel(self.controls)
        else:
            self.reject()

    def _show_panel(self, panel: QWidget) -> None:
        self.panels.setCurrentWidget(panel)
        self.view.setFocus()
