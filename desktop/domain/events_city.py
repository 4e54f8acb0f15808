"""What the city writes: ledger lines of the city's own origin, which reach the hall as signed answers (M16)."""

from datetime import date

from desktop.domain.event_base import EventBase


class CityReceived(EventBase, frozen=True, kw_only=True, tag="CityReceived"):
    """An office has the case in hand: the receipt of a hand-over. `project_no` is its own number, empty if none."""

    office: str
    project_no: str = ""


class CityRefusedEntry(EventBase, frozen=True, kw_only=True, tag="CityRefusedEntry"):
    """A ledger line cannot be taken as it is. It is kept on both sides; somebody at the counter has to look.

    `entry_origin` and `entry_seq` name the line; `reason` is a key of desktop.messages or the city's own words, `field`
    the part of the entry that is meant, empty for the whole.
    """

    entry_origin: str
    entry_seq: int
    reason: str
    field: str = ""
    text: str = ""


class CityDecided(EventBase, frozen=True, kw_only=True, tag="CityDecided"):
    """The competent authority has decided (行政许可法 38): granted, or denied with its explanation."""

    office: str
    is_granted: bool
    decided_on: date
    document_name: str = ""
    document_number: str = ""
    explanation: str = ""


class CityAskedCorrection(EventBase, frozen=True, kw_only=True, tag="CityAskedCorrection"):
    """The competent authority asks for corrections; `materials` names what is meant, `supply_by` the last day."""

    office: str
    text: str
    materials: tuple[str, ...] = ()
    supply_by: date | None = None


class CityMessage(EventBase, frozen=True, kw_only=True, tag="CityMessage"):
    """A word of the city about a case, or to the whole hall. `about` is the number of a difficulty that it answers."""

    office: str
    text: str
    about: str = ""
