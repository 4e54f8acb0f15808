"""What happens to several items that were applied for as one (一件事): the parent opens a case for each of them."""

from datetime import date

from desktop.domain.event_base import EventBase, Value


class BundleRef(Value, frozen=True, kw_only=True):
    """The bundle that a case belongs to: what it is, and the parent case."""

    code: str
    name: str
    case_id: str
    case_number: str


class SentAway(Value, frozen=True, kw_only=True):
    """An item of a bundle that an answer sends elsewhere while the others go on (行政许可法 32 (1), (2)).

    `authority` is where to apply; empty: nobody's leave is needed (不受理). `case_id` is the item's own case, which the
    town has refused; empty where it may not refuse for the authority and has told the applicant only.
    """

    item_code: str
    item_name: str
    reason: str
    authority: str = ""
    case_id: str = ""
    case_number: str = ""


class OpenedCase(Value, frozen=True, kw_only=True):
    """A case opened for one item. `is_accepted`: by the town; otherwise it is received for the authority."""

    case_id: str
    case_number: str
    item_code: str
    item_name: str
    authority: str
    is_accepted: bool
    due_on: date | None = None  # of an accepted case: promised, else legal


class BundleOpened(EventBase, frozen=True, kw_only=True, tag="BundleOpened"):
    """Everything is in: each item has its own case and clock from now on, and the parent only holds them together."""

    opened_on: date
    children: tuple[OpenedCase, ...]
    materials_saved: int = 0  # against applying item by item (M4)
    visits_saved: int = 0
