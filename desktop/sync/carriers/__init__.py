"""Ways to a store: folder, USB stick, WebDAV, object stores. One contract for all, desktop.sync.carrier.Carrier."""

from pathlib import Path

from desktop.sync.carrier import Carrier
from desktop.sync.carriers.folder import FolderCarrier, StickCarrier
from desktop.sync.problems import StoreConfigFaulty
from desktop.sync.store_config import StoreConfig


def open_carrier(config: StoreConfig) -> Carrier:
    """The carrier of a store; opens no connection and touches no file yet.

    Raises:
        StoreConfigFaulty: a kind that nobody knows, or an option that is missing (`option`).
    """
    if config.kind == "folder":
        return FolderCarrier(Path(_option(config, "root")))
    if config.kind == "stick":
        return StickCarrier(Path(_option(config, "root")))
    raise StoreConfigFaulty(kind=config.kind, option="kind")


def _option(config: StoreConfig, name: str) -> str:
    value = config.options.get(name, "")
    if not value:
        raise StoreConfigFaulty(kind=config.kind, option=name)
    return value
