"""What another catalogue version changes for somebody whose application is half typed.

An application is taken in under the version in force on that day (目录管理), so a draft of an older one comes under the
new version when it is opened again; what that changes is told, because the citizen has been told otherwise.
"""

from dataclasses import dataclass

from desktop.domain.catalogue import ServiceItem
from desktop.domain.checklist import requirements_of


@dataclass(frozen=True, slots=True)
class ItemChange:
    """From one version to another; names of materials in the order of their catalogue."""

    old_version: str
    new_version: str
    is_gone: bool = False  # not in the new version, or not valid today
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    has_new_limit: bool = False
    has_new_fee: bool = False

    @property
    def is_felt(self) -> bool:
        """Whether it makes a difference to this applicant."""
        return self.is_gone or bool(self.added or self.dropped) or self.has_new_limit or self.has_new_fee


def change_of(
    old: ServiceItem, new: ServiceItem | None, *, old_version: str, new_version: str, facts: dict[str, str]
) -> ItemChange:
    """What is asked for, promised and charged otherwise under the new version, in this situation."""
    if new is None:
        return ItemChange(old_version, new_version, is_gone=True)
    before = {r.code: r.name for r in requirements_of(old, facts)}
    after = {r.code: r.name for r in requirements_of(new, facts)}
    return ItemChange(
        old_version,
        new_version,
        added=tuple(name for code, name in after.items() if code not in before),
        dropped=tuple(name for code, name in before.items() if code not in after),
        has_new_limit=(old.promised_limit, old.statutory_limit) != (new.promised_limit, new.statutory_limit),
        has_new_fee=old.fee != new.fee,
    )
