"""Settings: the catalogue versions that are kept here, and the import of a new one."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget

from desktop.domain.errors import CatalogueInvalid
from desktop.ports import CatalogueVersion, Changes
from desktop.services import catalogue as catalogue_service
from ui.context import Context
from ui.filled import filled
from ui.pages.settings_section import SettingsSection
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

if TYPE_CHECKING:  # the reader of workbooks is loaded when a file is chosen
    from desktop.catalogue_files.faults import FileFault

HASH_SHOWN = 12


class CatalogueSection(SettingsSection):
    """Nothing of a file is imported unless all of it is sound; every fault is listed with its place."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, for_lead=True)
        self.model: RowTable[CatalogueVersion] = RowTable(
            (
                Column(self.tr("Version"), lambda version: version.version),
                Column(self.tr("In force from"), lambda version: version.in_force_on.isoformat()),
                Column(self.tr("Items"), lambda version: str(version.items)),
                Column(self.tr("SHA-256"), lambda version: version.sha256[:HASH_SHOWN]),
            ),
            self,
        )
        self.table = TableView("catalogueVersions", self.tr("Catalogue versions"))
        self.table.set_model(self.model, widths=[200, 150, 90, 0])
        self.choose = KeyButton(self.tr("Import a file …"), primary=True)
        self.choose.setObjectName("importCatalogue")
        self.choose.setEnabled(self.may_change)
        self.sample = KeyButton(self.tr("Use the sample catalogue"))
        self.sample.setObjectName("useSample")
        self.sample.setEnabled(self.may_change)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Excel workbook of the official export, or JSON"), "muted"), 1)
        row.addWidget(self.sample)
        row.addWidget(self.choose)
        card = Card(self.tr("Catalogue versions, each is kept: cases hold on to theirs"))
        card.body.addWidget(self.table, 1)
        card.body.addLayout(row)
        self.faults = QListWidget()
        self.faults.setObjectName("boxed")
        self.faults.setAccessibleName(self.tr("Faults of the file"))
        self.faults.setWordWrap(True)
        self.faults_card = Card()
        self.faults_card.body.addWidget(self.faults)
        self.faults_card.hide()
        self.body.addWidget(card, 2)
        self.body.addWidget(self.faults_card, 3)
        self.choose.clicked.connect(self._choose)
        self.sample.clicked.connect(self._use_sample)
        self.setFocusProxy(self.table)

    def opened(self) -> None:
        """Reads the versions."""
        store = self.context.counter.store

        def job() -> list[CatalogueVersion]:
            with store.read() as reader:
                return reader.catalogue_versions()

        self.read(job, self._show)

    def changed(self, changes: Changes) -> None:
        """Reads again if a version came in."""
        if changes.catalogue:
            self.opened()

    def ask_file(self) -> str:
        """The file that the clerk chooses; empty if none. Tests replace this."""
        path, _filter = QFileDialog.getOpenFileName(
            self, self.tr("Catalogue file"), "", self.tr("Catalogues (*.xlsx *.json)")
        )
        return path

    def _show(self, versions: list[CatalogueVersion]) -> None:
        self.model.set_rows(versions)
        self.sample.setVisible(not versions)

    def _choose(self) -> None:
        path = self.ask_file()
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        """Reads and adopts the file, on the worker."""

        def job() -> Changes:
            from desktop.catalogue_files.reader import read_catalogue

            return self._adopt(read_catalogue(path).catalogue)

        self._start(filled(self.tr("Reading %1 …"), path.name))
        self.run(job, self._adopted, self._refused)

    def _use_sample(self) -> None:
        def job() -> Changes:
            from desktop.catalogue_files.sample import load_sample

            return self._adopt(load_sample())

        self._start(self.tr("Reading the sample catalogue …"))
        self.run(job, self._adopted, self._refused)

    def _adopt(self, catalogue: object) -> Changes:
        from desktop.domain.catalogue import Catalogue

        if not isinstance(catalogue, Catalogue):
            raise TypeError("no catalogue")
        body = msgspec.json.encode(catalogue, order="deterministic")
        with self.context.counter.store.write(self.context.session) as uow:
            return catalogue_service.adopt(uow, catalogue, body)

    def _start(self, text: str) -> None:
        self.faults_card.hide()
        self.choose.setEnabled(False)
        self.say(text, tone="plain")

    def _adopted(self, changes: Changes) -> None:
        self.choose.setEnabled(self.may_change)
        if changes.catalogue:
            self.say(self.tr("The catalogue is in."))
            self.changes_made.emit(changes)
        else:
            self.say(self.tr("This very catalogue was here already; nothing was changed."), tone="plain")

    def _refused(self, error: Exception) -> None:
        self.choose.setEnabled(self.may_change)
        self.failed(error)
        if isinstance(error, CatalogueInvalid):
            self._show_faults(tuple(error.fields.get("faults", ())))

    def _show_faults(self, faults: "tuple[FileFault, ...]") -> None:
        self.faults_card.set_title(filled(self.tr("%1 faults, nothing was imported"), len(faults)))
        self.faults.clear()
        for fault in faults:
            self.faults.addItem(f"{fault.place}：{fault.sentence(self.context.language)}")
        self.faults_card.show()
