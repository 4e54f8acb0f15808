"""The locked screen: hides everything, keeps everything. The clerk goes on in the same field, or another logs in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.filled import filled
from ui.login.credentials_form import CredentialsForm
from ui.widgets.label import label

CARD_WIDTH_PX = 420


class LockOverlay(QWidget):
    """Emits `unlock_asked` with Credentials; the owner checks them and calls `form.refuse` or hides it."""

    unlock_asked = Signal(object)

    def __init__(self, *, language: str, percent: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = label(self.tr("Locked"), "h1")
        self.why = label("", "muted", wrap=True)
        self.practice = label("", "", wrap=True)
        self.practice.setObjectName("practice")
        self.practice.hide()
        self.form = CredentialsForm(self.tr("Go on"), language=language)
        self.form.take_pin()
        card = QFrame()
        card.setObjectName("loginCard")
        card.setFixedWidth(round(CARD_WIDTH_PX * percent / 100))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setSpacing(10)
        inside.addWidget(self.practice)
        inside.addWidget(self.title)
        inside.addWidget(self.why)
        inside.addWidget(self.form)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(card)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch()
        column.addLayout(row)
        column.addStretch()
        self.form.submitted.connect(self.unlock_asked)
        self.hide()

    def show_practice(self, password: str) -> None:
        """Says in words above all that this is practice; the field stays empty, so that no real password goes in."""
        self.practice.setText(
            filled(self.tr("Practice. Its password is %1 for everybody; never type your own one here."), password)
        )
        self.practice.show()

    def show_for(self, *, clerk_id: str, name: str, clerk_ids: list[str]) -> None:
        """Covers the window; the clerk's name is filled in and the password has the keyboard."""
        self.why.setText(filled(self.tr("%1 is at this window. Everything stays as it was left."), name))
        self.form.reset()
        self.form.clerk.setCurrentText("")
        self.form.set_clerks(clerk_ids, first=clerk_id)
        self.resize_to_parent()
        self.show()
        self.raise_()
        self.form.start()

    def resize_to_parent(self) -> None:
        """Covers all of the window."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing of a password stays behind."""
        self.form.reset()
        super().hideEvent(event)
