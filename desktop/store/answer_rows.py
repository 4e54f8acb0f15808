"""What the city said, as rows; and whether somebody has dealt with it. Part of the fold of the ledger."""

from desktop.domain import events as ev
from desktop.store.line import Line
from desktop.store.sqlcipher import Database

CityEvent = ev.CityReceived | ev.CityRefusedEntry | ev.CityDecided | ev.CityAskedCorrection | ev.CityMessage

_ANSWER = """
INSERT INTO city_answers (origin, seq, kind, case_id, at, office, text, field, due_on, entry_origin, entry_seq,
    is_settled, is_for_lead)
VALUES (:origin, :seq, :kind, :case_id, :at, :office, :text, :field, :due_on, :entry_origin, :entry_seq, :is_settled,
    :is_for_lead)
"""

# Another window may have dealt with an answer that comes here after its note.
_SETTLED_ALREADY = """
SELECT coalesce(max(coalesce(CAST(body AS TEXT) ->> '$.is_for_lead', 0) = 0), 0),
    coalesce(max(CAST(body AS TEXT) ->> '$.is_for_lead'), 0)
FROM ledger WHERE kind = 'CityAnswerSettled'
    AND CAST(body AS TEXT) ->> '$.answer_origin' = :origin AND CAST(body AS TEXT) ->> '$.answer_seq' = :seq
"""

_SETTLE = "UPDATE city_answers SET is_settled = 1 WHERE origin = :origin AND seq = :seq"
_HAND_TO_LEAD = "UPDATE city_answers SET is_for_lead = 1 WHERE origin = :origin AND seq = :seq"


def write_answer(db: Database, line: Line, event: CityEvent) -> None:
    """Keep an answer. A receipt asks for nothing and is settled from the start."""
    key = {"origin": line.origin, "seq": line.seq}
    is_settled, is_for_lead = db.execute(_SETTLED_ALREADY, key).fetchone()
    state = {"is_settled": int(is_settled or isinstance(event, ev.CityReceived)), "is_for_lead": is_for_lead}
    values = {**key, "case_id": line.case_id, "kind": line.kind, "at": line.at, **state}
    db.execute(_ANSWER, {**values, **_content(event)})


def settle_answer(db: Database, event: ev.CityAnswerSettled) -> None:
    """Note that somebody dealt with an answer; one that is not here yet finds the note when it comes."""
    db.execute(
        _HAND_TO_LEAD if event.is_for_lead else _SETTLE, {"origin": event.answer_origin, "seq": event.answer_seq}
    )


def _content(event: CityEvent) -> dict[str, object]:
    empty: dict[str, object] = {"office": "", "text": "", "field": "", "due_on": None}
    empty |= {"entry_origin": "", "entry_seq": 0}
    match event:
        case ev.CityReceived():
            return empty | {"office": event.office, "text": event.project_no}
        case ev.CityRefusedEntry():
            place = {"entry_origin": event.entry_origin, "entry_seq": event.entry_seq, "field": event.field}
            return empty | place | {"text": event.text or event.reason}
        case ev.CityDecided():
            return empty | {"office": event.office, "text": event.explanation or event.document_name}
        case ev.CityAskedCorrection():
            supply_by = event.supply_by.isoformat() if event.supply_by else None
            return empty | {"office": event.office, "text": event.text, "due_on": supply_by}
        case ev.CityMessage():
            return empty | {"office": event.office, "text": event.text}
