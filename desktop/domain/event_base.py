"""What every event is made of; the kinds are in events.py and in the modules that it gathers."""

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of an event."""


class EventBase(Value, frozen=True, kw_only=True, tag_field="kind"):
    """An event; its tag is the kind column of the ledger."""
