"""Pledges, credit and draws as screens and rules ask for them: part of the CaseReader."""

from datetime import date

import msgspec

from desktop.domain.case_pledge import PledgeState
from desktop.domain.events_pledge import PledgesDrawn
from desktop.ports_pledge import CreditRecord, PledgeRow
from desktop.store.sqlcipher import Database

_CREDIT = """
SELECT c.case_id, r.noted_on, r.until, r.basis FROM credit_records r JOIN cases c ON c.no = r.case_no
WHERE r.id_number = :id_number AND r.id_kind = :id_kind AND r.repaired_on IS NULL ORDER BY r.noted_on, r.case_no
"""

_PLEDGES = """
SELECT c.case_id, c.case_number, p.code, p.name, c.item_name, c.applicant_name, p.taken_on, p.verify_by, p.state
FROM pledges p JOIN cases c ON c.no = p.case_no
WHERE p.taken_on BETWEEN :begins_on AND :ends_on AND c.is_practice = 0 ORDER BY p.taken_on, p.case_no, p.code
"""

# Draws are few: the index on the kind finds them, and no table of their own can differ from the ledger.
_DRAWS = "SELECT body FROM ledger WHERE kind = 'PledgesDrawn' ORDER BY at DESC, origin DESC, seq DESC LIMIT :limit"


class PledgeReading:
    """The part of the Reader that looks at pledges."""

    _db: Database

    def credit_records(self, *, id_kind: str, id_number: str) -> list[CreditRecord]:
        """See PledgeReader."""
        rows = self._db.execute(_CREDIT, {"id_kind": id_kind, "id_number": id_number})
        return [
            CreditRecord(case_id, date.fromisoformat(noted), date.fromisoformat(until) if until else None, basis)
            for case_id, noted, until, basis in rows
        ]

    def pledges(self, begins_on: date, ends_on: date) -> list[PledgeRow]:
        """See PledgeReader."""
        rows = self._db.execute(_PLEDGES, {"begins_on": begins_on.isoformat(), "ends_on": ends_on.isoformat()})
        return [
            PledgeRow(
                case_id,
                number,
                code,
                name,
                item,
                who,
                date.fromisoformat(taken),
                date.fromisoformat(by),
                PledgeState(now),
            )
            for case_id, number, code, name, item, who, taken, by, now in rows
        ]

    def pledge_draws(self, *, limit: int = 100) -> list[PledgesDrawn]:
        """See PledgeReader."""
        rows = self._db.execute(_DRAWS, {"limit": limit})
        return [msgspec.json.decode(body, type=PledgesDrawn) for (body,) in rows]
