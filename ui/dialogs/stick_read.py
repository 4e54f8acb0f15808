"""Reads what a courier brought back from the city on a USB stick."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import drives
from desktop.ports_sync import PackageResult, Report, SyncControl, SyncStatus
from ui.context import Context
from ui.dialogs.stick_dialog import Look, StickDialog
from ui.filled import filled
from ui.pages.page import Page


def open_read(context: Context, parent: QWidget) -> "ReadStick | None":
    """Opens the dialog over a page, whose notice tells the end of it; None where the counter has no sync."""
    if context.counter.sync is None:
        return None
    dialog = ReadStick(context.counter.sync, language=context.language, parent=parent)
    if isinstance(parent, Page):
        dialog.notice.connect(parent.notice)
    dialog.open()
    return dialog


class ReadStick(StickDialog):
    """Answers are taken as those that come by net are; twice gives the same."""

    def __init__(
        self, control: SyncControl, *, language: str, look: Look = drives.sticks, parent: QWidget | None = None
    ) -> None:
        super().__init__(control, language=language, name="stickRead", look=look, parent=parent)
        self.setWindowTitle(self.tr("Read a stick"))
        self.advice.setText(
            self.tr(
                "Receipts, decisions, corrections, messages and the catalogue, as they would come by net. Only what"
                " the city has signed is taken; twice does no harm."
            )
        )
        self.show_status(self.status)

    def start_text(self) -> str:
        """读取."""
        return self.tr("Read")

    def show_status(self, status: SyncStatus) -> None:
        """Whose answers."""
        self.heading.setText(filled(self.tr("Answers of %1"), status.city or self.tr("the city")))

    def work(self, folder: Path, report: Report) -> PackageResult:
        """See SyncControl; `report` itself breaks it off."""
        return self.control.read_package(folder, report, is_cancelled=lambda: False)

    def busy_text(self) -> str:
        """Before the first answer."""
        return self.tr("Reading …")

    def stopped_text(self) -> str:
        """What was taken is taken."""
        return self.tr("Stopped. What was read is kept; reading again goes on.")

    def done_text(self, result: PackageResult) -> str:
        """How many answers, and where they are."""
        if not result.answers:
            return self.tr("Nothing new on this stick: what the city has said is here already. It may be pulled out.")
        text = self.tr("%1 answers of the city are taken in and stand in To do. The stick may be pulled out.")
        return filled(text, result.answers)
