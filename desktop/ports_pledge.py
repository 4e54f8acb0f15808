"""What is asked of the store about pledges and credit: part of the CaseReader."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop.domain.case_pledge import PledgeState
from desktop.domain.events_pledge import PledgesDrawn


@dataclass(frozen=True, slots=True)
class CreditRecord:
    """A false pledge found here. `until` None: until it is repaired."""

    case_id: str
    noted_on: date
    until: date | None
    basis: str


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """A pledge with the case it belongs to."""

    case_id: str
    case_number: str
    code: str
    name: str
    item_name: str
    applicant_name: str
    taken_on: date
    verify_by: date
    state: PledgeState


class PledgeReader(Protocol):
    """Practice cases are left out of the pledges."""

    def credit_records(self, *, id_kind: str, id_number: str) -> list[CreditRecord]:
        """What stands against this number and is not repaired, oldest first."""

    def pledges(self, begins_on: date, ends_on: date) -> list[PledgeRow]:
        """Pledges given on these days, both included, oldest first, whatever has become of them."""

    def pledge_draws(self, *, limit: int = 100) -> list[PledgesDrawn]:
        """Draws of this hall, the newest first."""
