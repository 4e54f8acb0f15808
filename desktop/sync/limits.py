"""What a person has set for this window's line; kept in the store."""

from desktop.ports_outbox import OutboxStore
from desktop.ports_sync import SyncLimits

_DAY_LIMIT = "sync.day_limit_bytes"
_METERED = "sync.pause_on_metered"
_YES, _NO = "1", "0"


def kept(store: OutboxStore) -> SyncLimits:
    """The limits as set last."""
    return SyncLimits(
        day_limit_bytes=int(store.setting(_DAY_LIMIT, "0")), pause_on_metered=store.setting(_METERED, _YES) == _YES
    )


def keep(store: OutboxStore, limits: SyncLimits) -> None:
    """Set them."""
    store.set_setting(_DAY_LIMIT, str(max(0, limits.day_limit_bytes)))
    store.set_setting(_METERED, _YES if limits.pause_on_metered else _NO)


def is_reached(store: OutboxStore, day: str) -> bool:
    """Whether what may be sent on this day has been sent."""
    most = kept(store).day_limit_bytes
    return most > 0 and store.sent_bytes(day) >= most
