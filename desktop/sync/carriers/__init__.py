"""Ways to a store: folder, USB stick, WebDAV, object stores. One contract for all, desktop.sync.carrier.Carrier."""

from pathlib import Path

from desktop.sync.carrier import Carrier
from desktop.sync.carriers.folder import FolderCarrier, StickCarrier
from desktop.sync.carriers.s3 import S3Carrier
from desktop.sync.carriers.sigv4 import Keys
from desktop.sync.carriers.webdav import WebDavCarrier
from desktop.sync.problems import StoreConfigFaulty
from desktop.sync.store_config import StoreConfig

_KEY_NAMES = {
    "oss": ("access_key_id", "access_key_secret"),
    "obs": ("access_key_id", "secret_access_key"),
    "cos": ("secret_id", "secret_key"),
}


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
        case "s3":
            return _s3(config)
        case "oss" | "obs" | "cos":
            return _object_store(config)
    raise StoreConfigFaulty(kind=config.kind, option="kind")


def _webdav(config: StoreConfig) -> WebDavCarrier:
    return WebDavCarrier(
        _url(config, "url"),
        user=_option(config, "user"),
        password=_option(config, "password"),
        ca_file=config.options.get("ca_file", ""),
    )


def _s3(config: StoreConfig) -> S3Carrier:
    """Swift, Ceph and MinIO have the bucket in the path; `in_host` is for AWS and those that follow it there."""
    return S3Carrier(
        _url(config, "endpoint"),
        bucket=_option(config, "bucket"),
        keys=Keys(
            _option(config, "access_key"), _option(config, "secret_key"), config.options.get("region", "us-east-1")
        ),
        in_host=config.options.get("in_host") == "yes",
        looks_first=config.options.get("look_first") == "yes",
        ca_file=config.options.get("ca_file", ""),
    )


def _object_store(config: StoreConfig) -> Carrier:
    """By configuration: never tried on a real OSS, OBS or COS."""
    options = {"bucket": _option(config, "bucket"), "endpoint": _url(config, "endpoint").rstrip("/")}
    names = _KEY_NAMES[config.kind]
    options |= {names[0]: _option(config, "access_key"), names[1]: _option(config, "secret_key")}
    from desktop.sync.carriers.object_store import ObjectStoreCarrier  # OpenDAL takes its time to load

    return ObjectStoreCarrier(config.kind, options=options)


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
