"""What one clerk wrote here: for the exercises, which are ticked off by it."""

from desktop.ports_practice import OwnLine
from desktop.store.known_events import event_of
from desktop.store.ledger import LedgerReader
from desktop.store.sqlcipher import Database

_PORTION = 5000


class PracticeReading:
    """Part of Reader."""

    _db: Database

    def lines_of_clerk(self, clerk_id: str, *, after: int = 0) -> list[OwnLine]:
        """What the clerk wrote here, in the order of arrival, behind the line with that number."""
        reader, found = LedgerReader(self._db), []
        while lines := reader.portion(after=after, limit=_PORTION):
            after = lines[-1].arrival
            for line in lines:
                event = event_of(line) if line.clerk == clerk_id else None
                if event is not None:
                    found.append(OwnLine(line.arrival, line.case_id, event))
        return found
