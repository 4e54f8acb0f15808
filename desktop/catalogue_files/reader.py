"""The one way in for catalogue files: says what the file is by its content, whatever it is called."""

from dataclasses import dataclass
from pathlib import Path

from desktop.catalogue_files.container import file_bytes, is_workbook
from desktop.catalogue_files.excel_read import read_excel
from desktop.catalogue_files.faults import FileFault
from desktop.catalogue_files.json_file import read_json
from desktop.domain.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """A sound catalogue, and what of the file was left unread: sheets and columns that are not known."""

    catalogue: Catalogue
    warnings: tuple[FileFault, ...] = ()


def read_catalogue(path: Path) -> CatalogueFile:
    """The catalogue in an .xlsx or JSON file.

    Raises:
        CatalogueInvalid: `faults` holds every FileFault of the file in its order; nothing is given back.
    """
    data = file_bytes(path)
    if is_workbook(data):
        return CatalogueFile(*read_excel(data))
    return CatalogueFile(read_json(data))
