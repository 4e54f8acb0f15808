"""What a line must say before it: that this origin goes on from another, and what of others' lines it has seen.

The unit of work asks here before it appends, so that no service can forget it.
"""

from collections.abc import Sequence

import msgspec

from desktop.domain import events as ev
from desktop.domain.conflict import is_deciding
from desktop.domain.succession import succession_message
from desktop.store.installation import signing_key
from desktop.store.line import NewLine
from desktop.store.sqlcipher import Database

_PREDECESSOR = """
SELECT o.origin, (SELECT max(seq) FROM ledger WHERE origin = o.origin) AS known FROM own_origins o
WHERE o.origin <> :origin AND known > 0 ORDER BY o.rowid DESC LIMIT 1
"""

# The city's lines are answers: nobody needs to have seen them to be in the right.
_OTHERS = """
SELECT origin, max(seq) FROM ledger
WHERE case_id = :case_id AND origin <> :origin AND instr(origin, '-city-') = 0 GROUP BY origin
"""

_TAKEN_UP = "SELECT body FROM ledger WHERE case_id = :case_id AND origin = :origin AND kind = 'CaseTakenUp'"


def predecessor_of(db: Database, origin: str) -> tuple[str, int] | None:
    """The origin that this PC wrote as before, and its last line here; None if it has not written as another."""
    row = db.execute(_PREDECESSOR, {"origin": origin}).fetchone()
    return (str(row[0]), int(row[1])) if row else None


def signature_of_predecessor(db: Database, predecessor: str, *, origin: str, public_key: bytes) -> bytes:
    """The older origin's signature under the newer one; empty if its key is not here."""
    row = db.execute("SELECT 1 FROM signing_keys WHERE origin = :origin", {"origin": predecessor}).fetchone()
    return signing_key(db, predecessor).sign(succession_message(origin, public_key)) if row else b""


def introduction(db: Database, origin: str) -> list[NewLine]:
    """OriginSucceeded, if `origin` has written nothing yet and this PC has written as another."""
    if db.execute("SELECT 1 FROM ledger WHERE origin = :origin LIMIT 1", {"origin": origin}).fetchone():
        return []
    before = predecessor_of(db, origin)
    if before is None:
        return []
    public_key = signing_key(db, origin).public_key().public_bytes_raw()
    signature = signature_of_predecessor(db, before[0], origin=origin, public_key=public_key)
    event = ev.OriginSucceeded(
        predecessor=before[0], known_seq=before[1], public_key=public_key.hex(), signature=signature.hex()
    )
    return [NewLine(ev.kind_of(event), None, ev.encode(event))]


def taking_up(db: Database, origin: str, case_id: str | None, events: Sequence[ev.Event]) -> list[NewLine]:
    """CaseTakenUp, if one of the events decides about a case in which others wrote what is not on record as seen.

    Not while a conflict waits: that somebody went on working must not pass for somebody having read both sides.
    """
    if case_id is None or not any(is_deciding(event) for event in events):
        return []
    if db.execute("SELECT 1 FROM case_conflicts WHERE case_id = :case_id", {"case_id": case_id}).fetchone():
        return []
    others = {str(o): int(seq) for o, seq in db.execute(_OTHERS, {"case_id": case_id, "origin": origin})}
    if not others:
        return []
    seen: dict[str, int] = {}
    for (body,) in db.execute(_TAKEN_UP, {"case_id": case_id, "origin": origin}).fetchall():
        for other, seq in msgspec.json.decode(body, type=ev.CaseTakenUp).seen.items():
            seen[other] = max(seq, seen.get(other, 0))
    if all(seq <= seen.get(other, 0) for other, seq in others.items()):
        return []
    event = ev.CaseTakenUp(seen=others)
    return [NewLine(ev.kind_of(event), case_id, ev.encode(event))]
