"""Open cases as wholes: part of the CaseReader."""

import msgspec

from desktop.domain.case import Case
from desktop.ports_open import OpenCase
from desktop.store.sqlcipher import Database

_OPEN = "SELECT body, clerk FROM cases WHERE is_open = 1 ORDER BY received_on, no LIMIT :limit"

_decoder = msgspec.json.Decoder(Case)


class OpenCaseReading:
    """The part of the Reader that looks into every open case."""

    _db: Database

    def open_wholes(self, *, limit: int = 5000) -> list[OpenCase]:
        """See OpenCaseReader."""
        rows = self._db.execute(_OPEN, {"limit": limit})
        return [OpenCase(_decoder.decode(body), str(clerk)) for body, clerk in rows]
