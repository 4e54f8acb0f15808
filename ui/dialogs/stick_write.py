"""Writes what the city has not acknowledged to a USB stick, for the courier."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import drives
from desktop.ports_sync import PackageResult, Report, Stick, SyncControl, SyncStatus
from ui.context import Context
from ui.dialogs.stick_dialog import Look, StickDialog
from ui.filled import filled
from ui.line_words import size_text
from ui.pages.page import Page


def open_write(context: Context, parent: QWidget) -> "WriteStick | None":
    """Opens the dialog over a page, whose notice tells the end of it; None where the counter has no sync."""
    if context.counter.sync is None:
        return None
    dialog = WriteStick(context.counter.sync, language=context.language, parent=parent)
    if isinstance(parent, Page):
        dialog.notice.connect(parent.notice)
    dialog.open()
    return dialog


class WriteStick(StickDialog):
    """Entries always, scans as many as fit."""

    def __init__(
        self, control: SyncControl, *, language: str, look: Look = drives.sticks, parent: QWidget | None = None
    ) -> None:
        super().__init__(control, language=language, name="stickWrite", look=look, parent=parent)
        self.setWindowTitle(self.tr("Take along on a stick"))
        self.advice.setText(
            self.tr(
                "Sealed: nobody on the way can read it. It is read back before it counts. What waits here goes on"
                " waiting until the city has answered, so twice does no harm."
            )
        )
        self.show_status(self.status)

    def start_text(self) -> str:
        """写入."""
        return self.tr("Write")

    def show_status(self, status: SyncStatus) -> None:
        """What waits, and for whom."""
        text = self.tr("%1 cases and %2 scans wait for %3")
        city = status.city or self.tr("the city")
        self.heading.setText(filled(text, status.waiting_cases, status.waiting_scans, city))

    def may_use(self, stick: Stick) -> bool:
        """A locked one takes nothing."""
        return not stick.is_read_only

    def work(self, folder: Path, report: Report) -> PackageResult:
        """See SyncControl; `report` itself breaks it off."""
        return self.control.write_package(folder, report, is_cancelled=lambda: False)

    def busy_text(self) -> str:
        """Sealing comes before the first byte."""
        return self.tr("Sealing …")

    def stopped_text(self) -> str:
        """The stick is as before."""
        return self.tr("Stopped. The stick is as it was before, and nothing here has changed.")

    def done_text(self, result: PackageResult) -> str:
        """What is on it, that it may go, and to whom."""
        if not result.size_bytes:
            return self.tr("Nothing waits for the city: nothing was written.")
        text = self.tr("On the stick: %1 cases, %2 scans, %3, read back. Pull it out; it goes to %4.")
        city = self.status.city or self.tr("the city")
        said = filled(text, result.cases, result.scans, size_text(result.size_bytes), city)
        if not result.left_out:
            return said
        return filled(self.tr("%1 %2 scans had no room and wait for the next."), said, result.left_out)
