"""The sample catalogue 示例目录 that comes with the program, put together from its source files."""

from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from desktop.catalogue_files.json_file import parsed, typed
from desktop.domain.catalogue import Bundle, Catalogue, ServiceItem
from desktop.domain.intermediary import Intermediary
from desktop.domain.policy import Policy

T = TypeVar("T", bound=msgspec.Struct)

PACKAGE = "resources.catalogue"


def load_sample() -> Catalogue:
    """61 items of a township counter, bundles, policies and intermediaries, marked as a sample, by their file names.

    Raises:
        CatalogueInvalid: a source file does not have the form of the types; its faults name the file.
    """
    folder = resources.files(PACKAGE)
    head = typed(parsed((folder / "catalogue.json").read_bytes()), Catalogue, path="catalogue.json")
    return msgspec.structs.replace(
        head,
        items=_entries(folder, "item-", ServiceItem),
        bundles=_entries(folder, "bundle-", Bundle),
        policies=_entries(folder, "policy-", Policy),
        intermediaries=_entries(folder, "intermediary-", Intermediary),
    )


def _entries(folder: Traversable, begin: str, kind: type[T]) -> tuple[T, ...]:
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.startswith(begin))
    return tuple(typed(parsed((folder / name).read_bytes()), kind, path=name) for name in names)
