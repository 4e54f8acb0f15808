"""The sample catalogue 示例目录 that comes with the program, put together from its source files."""

from importlib import resources

import msgspec

from desktop.catalogue_files.json_file import parsed, typed
from desktop.domain.catalogue import Catalogue, ServiceItem

PACKAGE = "resources.catalogue"


def load_sample() -> Catalogue:
    """54 items of a township counter, marked as a sample, in the order of the file names.

    Raises:
        CatalogueInvalid: a source file does not have the form of the types; its faults name the file.
    """
    folder = resources.files(PACKAGE)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.startswith("item-"))
    items = tuple(typed(parsed((folder / name).read_bytes()), ServiceItem, path=name) for name in names)
    head = typed(parsed((folder / "catalogue.json").read_bytes()), Catalogue, path="catalogue.json")
    return msgspec.structs.replace(head, items=items)
