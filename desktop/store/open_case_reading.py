"""Open cases as wholes: part of the CaseReader."""

import json
from collections.abc import Collection

import msgspec

from desktop.domain.case import Case, CaseState
from desktop.ports_open import OpenCase
from desktop.store.sqlcipher import Database

_OPEN = """
SELECT body, clerk FROM cases
WHERE is_open = 1 AND (:states = '[]' OR state IN (SELECT value FROM json_each(:states)))
ORDER BY received_on, no LIMIT :limit
"""

_decoder = msgspec.json.Decoder(Case)


class OpenCaseReading:
    """The part of the Reader that looks into every open case."""

    _db: Database

    def open_wholes(self, *, states: Collection[CaseState] = (), limit: int = 5000) -> list[OpenCase]:
        """See OpenCaseReader."""
        wanted = json.dumps([state.value for state in states])
        rows = self._db.execute(_OPEN, {"states": wanted, "limit": limit})
        cases = [(_decoder.decode(body), str(clerk)) for body, clerk in rows]
        return [OpenCase(case, case.keeper or clerk) for case, clerk in cases]
