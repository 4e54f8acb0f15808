"""What a ledger line says, where this program can read it. Other windows, and the city, may run a newer one."""

import contextlib
import logging

import msgspec

from desktop.domain import events as ev
from desktop.store.line import Line

log = logging.getLogger(__name__)

_KNOWN_KINDS = frozenset(str(kind.__struct_config__.tag) for kind in ev.Event.__args__)


def event_of(line: Line) -> ev.Event | None:
    """The event; None for a kind or a form that only a newer program knows: it stays in the ledger alone."""
    if line.kind in _KNOWN_KINDS:
        with contextlib.suppress(msgspec.ValidationError):
            return ev.decode(line.body)
    log.warning("unknown kind %s at %s %d", line.kind, line.origin, line.seq)
    return None
