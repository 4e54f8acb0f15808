"""Settings: the office's electronic seal, its picture and its certificate."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from desktop.domain.errors import InvalidInput
from desktop.problems import FileRefused
from ui.context import Context
from ui.filled import filled
from ui.pages.settings_section import SettingsSection
from ui.problem_text import problem_text
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

if TYPE_CHECKING:  # the libraries of signatures and pictures are loaded when the section is opened
    from desktop.ports import UnitOfWork
    from desktop.services.seal import SealState

PREVIEW = 132
MOST_BYTES = 4 * 1024 * 1024
"""Read of a chosen file; nothing that may be set is as large."""


class SealSection(SettingsSection):
    """Says first whether papers are sealed, and if not, why the room for the wet seal stays."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, for_lead=True)
        self.now = label("", "strong", wrap=True)
        self.now.setObjectName("sealState")
        self.preview = QLabel()
        self.preview.setObjectName("sealPicture")
        self.preview.setAccessibleName(self.tr("Picture of the seal"))
        self.preview.setFixedSize(PREVIEW, PREVIEW)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.image = self._button("chooseSealPicture", self.tr("Picture of the seal …"), self._choose_image)
        self.file = self._button("chooseCertificate", self.tr("Certificate …"), self._choose_certificate)
        self.remove = self._button("removeSeal", self.tr("Take the seal away"), self._remove)
        self.password = QLineEdit()
        self.password.setObjectName("certificatePassword")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_field = Field(self.tr("Password of the certificate"), self.password)
        self.use = KeyButton(self.tr("Use this certificate"), "Enter", primary=True)
        self.use.setObjectName("useCertificate")
        self._chosen = Path()
        self._lay_out()
        self.use.clicked.connect(self._use_certificate)
        self.password.returnPressed.connect(self._use_certificate)
        self.setFocusProxy(self.image)

    def opened(self) -> None:
        """Reads what is set."""
        self._ask_password(Path())
        counter = self.context.counter

        def job() -> "SealState":
            from desktop.services import seal

            with counter.store.read() as reader:
                return seal.state(reader, at=counter.clock.now())

        self.read(job, self._show)

    def ask_image(self) -> str:
        """The picture that the lead chooses; empty if none. Tests replace this."""
        return QFileDialog.getOpenFileName(self, self.tr("Picture of the seal"), "", "PNG (*.png)")[0]

    def ask_certificate(self) -> str:
        """The certificate that the lead chooses; empty if none. Tests replace this."""
        return QFileDialog.getOpenFileName(self, self.tr("Certificate"), "", "PKCS#12 (*.p12 *.pfx)")[0]

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self.preview)
        words = QVBoxLayout()
        words.addWidget(self.now)
        words.addWidget(label(self.tr("Sample and practice papers never bear the real seal."), "muted", wrap=True))
        words.addStretch()
        above.addLayout(words, 1)
        buttons = QHBoxLayout()
        for button in (self.image, self.file, self.remove):
            buttons.addWidget(button)
        buttons.addStretch()
        use = QHBoxLayout()
        use.addStretch()
        use.addWidget(self.use)
        card = Card(self.tr("Electronic seal of the office"))
        card.body.addLayout(above)
        card.body.addLayout(buttons)
        card.body.addWidget(self.password_field)
        card.body.addLayout(use)
        hint = self.tr(
            "The picture: the office's own seal as PNG with a transparent ground, each side at least 300 pixels, at"
            " most 2 MB. The certificate: a PKCS#12 file (.p12, .pfx) issued to the office. Both are kept in the"
            " encrypted data of this window."
        )
        card.body.addWidget(label(hint, "small", wrap=True))
        self.body.addWidget(card)
        self.body.addStretch()

    def _button(self, name: str, text: str, action: Callable[[], None]) -> KeyButton:
        button = KeyButton(text)
        button.setObjectName(name)
        button.setEnabled(self.may_change)
        button.clicked.connect(action)
        return button

    def _show(self, state: "SealState") -> None:
        self.now.setText(self._said(state))
        picture = QPixmap()
        if picture.loadFromData(state.image):
            ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.preview.setPixmap(picture.scaled(PREVIEW, PREVIEW, ratio, smooth))
        self.preview.setVisible(not picture.isNull())
        self.remove.setEnabled(self.may_change and bool(state.image or state.certificate))

    def _said(self, state: "SealState") -> str:
        if state.fault is not None:
            return problem_text(state.fault, language=self.context.language)
        if state.certificate is None and not state.image:
            return self.tr("No electronic seal is set: papers keep the room for the wet seal.")
        if state.certificate is None:
            return self.tr(
                "A picture alone is no electronic seal (Electronic Signature Law, article 13): papers keep the room for"
                " the wet seal until the office's certificate is set too."
            )
        if not state.image:
            return self.tr("The picture of the seal is not set: papers keep the room for the wet seal.")
        holder, issuer = state.certificate.holder, state.certificate.issuer
        text = self.tr("Papers are sealed as %1; certificate of %2, valid until %3.")
        return filled(text, holder, issuer, state.certificate.valid_to.isoformat())

    def _choose_image(self) -> None:
        path = self.ask_image()
        if path:
            self._change(Path(path), self._set_image, self.tr("The picture of the seal is set."))

    def _choose_certificate(self) -> None:
        path = self.ask_certificate()
        if path:
            self._ask_password(Path(path))

    def _ask_password(self, path: Path) -> None:
        """The entry for the password of this file; none for an empty path."""
        self._chosen = path
        self.password.clear()
        self.password_field.clear_error()
        self.password_field.set_hint(path.name)
        for widget in (self.password_field, self.use):
            widget.setVisible(bool(path.name))
        if path.name:
            self.password.setFocus()

    def _use_certificate(self) -> None:
        password, path = self.password.text(), self._chosen
        at = self.context.counter.clock.now()

        def keep(uow: "UnitOfWork", data: bytes) -> None:
            from desktop.services import seal

            seal.set_certificate(uow, self.context.session, data, password, at=at)

        if path.name:
            self._change(path, keep, self.tr("The certificate is set."))

    def _set_image(self, uow: "UnitOfWork", data: bytes) -> None:
        from desktop.services import seal

        seal.set_image(uow, self.context.session, data)

    def _change(self, path: Path, keep: "Callable[[UnitOfWork, bytes], None]", done: str) -> None:
        """Reads the file and keeps it, on the worker."""
        counter, session = self.context.counter, self.context.session

        def job() -> None:
            data = _read(path)
            with counter.store.write(session) as uow:
                keep(uow, data)

        self.run(job, lambda _: self._changed(done), self._refused)

    def _remove(self) -> None:
        counter, session = self.context.counter, self.context.session

        def job() -> None:
            from desktop.services import seal

            with counter.store.write(session) as uow:
                seal.remove(uow, session)

        self.run(job, lambda _: self._changed(self.tr("The seal is taken away; papers take the wet seal.")))

    def _changed(self, done: str) -> None:
        self.say(done)
        self.opened()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput) and error.field in ("password", "certificate") and self.use.isVisible():
            self.password_field.set_error(problem_text(error, language=self.context.language))
            self.password.setFocus()
        else:
            self.failed(error)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError as error:
        raise FileRefused(path=path.name, reason=error.strerror or "") from error
