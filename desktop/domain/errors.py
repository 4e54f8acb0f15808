"""The errors that a clerk can act on. They carry a key and fields; the words are in desktop.messages."""

import re
from typing import Any


class DomainError(Exception):
    """The request cannot be done, and the clerk can do something about it.

    `key` names the sentence in desktop.messages, `fields` fill its blanks. Both are safe to log only if the
    raiser puts no name, number or content in them: fields hold codes, dates, counts and field names.
    """

    def __init__(self, **fields: Any) -> None:
        super().__init__(fields)
        self.fields = fields

    @property
    def key(self) -> str:
        """Snake-case class name: CalendarMissing → calendar_missing."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    def __str__(self) -> str:
        return f"{self.key} {self.fields}" if self.fields else self.key


class InvalidInput(DomainError):
    """A field holds something that cannot be right.

    Its key is `invalid.<reason>`, such as `invalid.id_check_digit`; `field` names the input for the screen.
    """

    def __init__(self, reason: str, *, field: str, **fields: Any) -> None:
        super().__init__(field=field, **fields)
        self.reason = reason
        self.field = field

    @property
    def key(self) -> str:
        """`invalid.` and the reason."""
        return f"invalid.{self.reason}"


class CalendarMissing(DomainError):
    """The work calendar has no data for `year`: we do not guess holidays, the clerk is asked for the calendar."""


class NotAllowed(DomainError):
    """The state or the law does not allow this outcome; `reason` is a key of desktop.messages."""


class MaterialsMissing(DomainError):
    """Required materials are missing or faulty; `missing` lists their codes in the order of the paper form."""


class NotInCatalogue(DomainError):
    """Nothing outside the catalogue may be taken in or asked for (目录之外无审批); `code` is what was asked."""


class Conflict(DomainError):
    """What is stored has moved on since it was read; reload and decide again."""


class CatalogueInvalid(DomainError):
    """The catalogue file is not sound; `faults` lists every one. Nothing of it was imported."""
