"""Settings: the folder into which the scanner or document camera writes."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit

from desktop import scan_folder
from ui.context import Context
from ui.filled import filled
from ui.pages.settings_section import SettingsSection
from ui.problem_text import problem_text
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class ScannerSection(SettingsSection):
    """New files there become pages of the material under the bar; without a folder none are taken."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.folder = QLineEdit(context.settings.scan_folder)
        self.folder.setObjectName("scanFolder")
        self.field = Field(self.tr("Folder that the scanner or document camera writes to"), self.folder)
        self.choose = KeyButton(self.tr("Choose …"))
        self.choose.setObjectName("chooseScanFolder")
        self.use = KeyButton(self.tr("Watch this folder"), "Enter", primary=True)
        self.use.setObjectName("useScanFolder")
        self.none = KeyButton(self.tr("Watch none"))
        self.none.setObjectName("noScanFolder")
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.none)
        row.addStretch()
        row.addWidget(self.use)
        card = Card(self.tr("Scanner and document camera"))
        card.body.addWidget(
            label(
                self.tr(
                    "While the list of materials is in view, a new file in this folder goes to the material under the"
                    " bar, and is then moved to the folder taken beside it. Files that lie there already are left"
                    " alone. Let the scanner write JPEG or PDF with 200 dpi."
                ),
                "muted",
                wrap=True,
            )
        )
        card.body.addWidget(self.field)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch()
        self.choose.clicked.connect(self._choose)
        self.use.clicked.connect(self._use)
        self.none.clicked.connect(self._use_none)
        self.folder.returnPressed.connect(self._use)
        self.setFocusProxy(self.folder)

    def opened(self) -> None:
        """Shows what holds now."""
        self.folder.setText(self.context.settings.scan_folder)
        self.field.clear_error()

    def ask_folder(self) -> str:
        """The folder that the clerk chooses; empty if none. Tests replace this."""
        return QFileDialog.getExistingDirectory(self, self.tr("Folder of the scanner"), self.folder.text())

    def _choose(self) -> None:
        chosen = self.ask_folder()
        if chosen:
            self.folder.setText(chosen)
            self._use()

    def _use(self) -> None:
        chosen = self.folder.text().strip()
        if not chosen:
            self._keep("")
            return
        # The folder may be a share that does not answer.
        self.context.tasks.work(lambda: scan_folder.look(Path(chosen)), lambda _: self._keep(chosen), self._not_usable)

    def _use_none(self) -> None:
        self.folder.clear()
        self._keep("")

    def _not_usable(self, error: Exception) -> None:
        self.field.set_error(problem_text(error, language=self.context.language))
        self.folder.setFocus()

    def _keep(self, chosen: str) -> None:
        self.field.clear_error()
        try:
            self.context.settings_store.change(scan_folder=chosen)
        except OSError as error:
            self.say(filled(self.tr("It holds now, but could not be kept: %1"), error.strerror or ""), tone="bad")
            return
        if chosen:
            self.say(filled(self.tr("Watched from now on: %1"), chosen))
        else:
            self.say(self.tr("No folder is watched."))
