"""Where the store is and how it is entered, as an enrolment carries it."""

import msgspec


class StoreConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A store: its `kind` and the options that desktop.sync.carriers.open_carrier reads for that kind.

    Options hold passwords: they are sealed wherever they are kept, and never logged.
    """

    kind: str
    options: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"StoreConfig(kind={self.kind!r}, options={sorted(self.options)})"
