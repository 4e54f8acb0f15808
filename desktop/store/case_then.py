"""Cases as they stood at the end of a past day, folded from the ledger as far as that.

So a report of a month says the same whenever it is printed. What was written later about those days, an amendment or a
line that another window sent late with its own time, counts as if it had been known.
"""

from collections.abc import Iterable, Iterator

from desktop.domain import events as ev
from desktop.domain.case import Case, evolve
from desktop.domain.case_hands import set_aside
from desktop.store.known_events import event_of
from desktop.store.ledger import LedgerReader
from desktop.store.sqlcipher import Database

_OF_SHEETS = frozenset(
    {"PaperIssued", "PrintQueued", "PrintSent", "PrintFailed", "PrintConfirmed", "ScanAdded", "ScanRemoved"}
)
"""Lines that say nothing of where a case stands, and are the longest of all."""


def case_then(db: Database, case_id: str, *, before_ms: int) -> Case | None:
    """The case by its lines before this moment; None: it had not been received."""
    lines = [line for line in LedgerReader(db).of_case(case_id) if line.at < before_ms and line.kind not in _OF_SHEETS]
    told = [((line.origin, line.seq), event) for line in lines if (event := event_of(line)) is not None]
    aside = set_aside(told)
    case: Case | None = None
    for place, event in told:
        if place not in aside and (case is not None or isinstance(event, ev.CaseReceived)):
            case = evolve(case, case_id, event)
    return case


def cases_then(db: Database, case_ids: Iterable[str], *, before_ms: int) -> Iterator[Case]:
    """Those of the cases that had been received, in the order given."""
    for case_id in case_ids:
        case = case_then(db, case_id, before_ms=before_ms)
        if case is not None:
            yield case
