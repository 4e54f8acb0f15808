"""In whose name the town acts for an item, and so whose name is on the paper (行政许可法 24, 26; handbook 1.2)."""

from desktop.domain.catalogue import Role, ServiceItem
from desktop.domain.people import Hall


def may_accept(item: ServiceItem) -> bool:
    """Whether 受理 may be printed here at all: only by the authority itself or its delegate (行政许可法 24)."""
    return item.role in (Role.OWN, Role.DELEGATED)


def authority_on_paper(item: ServiceItem, hall: Hall) -> str:
    """The name at the head and at the seal.

    The town for its own powers; the delegating authority for delegated ones, because the delegate acts in its name;
    the hall itself where it only takes in, hands on or tells: it decides nothing there.
    """
    if item.role is Role.OWN:
        return hall.authority
    if item.role is Role.DELEGATED:
        return item.authority
    return hall.name
