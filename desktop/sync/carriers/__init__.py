"""Ways to a store: folder, USB stick, WebDAV, object stores. One contract for all, desktop.sync.carrier.Carrier."""

from pathlib import Path

from desktop.sync.carrier import Carrier
from desktop.sync.carriers.folder import FolderCarrier, StickCarrier
from desktop.sync.carriers.webdav import WebDavCarrier
from desktop.sync.problems import StoreConfigFaulty
from desktop.sync.store_config import StoreConfig


def open_carrier(config: StoreConfig) -> Carrier:
    """The carrier of a store; opens no connection and touches no file yet.

    Raises:
        StoreConfigFaulty: a kind that nobody knows, or an option that is missing (`option`).
    """
    match config.kind:
        case "folder":
            return FolderCarrier(Path(_option(config, "root")))
        case "stick":
            return StickCarrier(Path(_option(config, "root")))
        case "webdav":
            return _webdav(config)
    raise StoreConfigFaulty(kind=config.kind, option="kind")


def _webdav(config: StoreConfig) -> WebDavCarrier:
    return WebDavCarrier(
        _url(config, "url"),
        user=_option(config, "user"),
        password=_option(config, "password"),
        ca_file=config.options.get("ca_file", ""),
    )


def _url(config: StoreConfig, name: str) -> str:
    url = _option(config, name)
    if not url.startswith(("https://", "http://")):
        raise StoreConfigFaulty(kind=config.kind, option=name)
    return f"{url.rstrip('/')}/"


def _option(config: StoreConfig, name: str) -> str:
    value = config.options.get(name, "")
    if not value:
        raise StoreConfigFaulty(kind=config.kind, option=name)
    return value
