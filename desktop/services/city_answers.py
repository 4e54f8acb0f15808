"""What somebody at the counter does about an answer of the city: it is settled, with a note, and stays on record."""

from desktop.domain.errors import Conflict, InvalidInput
from desktop.domain.events import CityAnswerSettled
from desktop.domain.free_text import clean_text
from desktop.ports import Changes, UnitOfWork
from desktop.ports_sync import CityAnswer

NOTE_AT_MOST = 200


def settle(uow: UnitOfWork, answer: CityAnswer, note: str) -> Changes:
    """Notes what was done about a refused entry, a request, a decision or a message. Asked twice it is noted once.

    Raises:
        InvalidInput: `empty` or `too_long` for the note: whoever looks later has to see what was done.
        Conflict: there is no such answer here.
    """
    text = clean_text(note)
    if not text:
        raise InvalidInput("empty", field="note")
    if len(text) > NOTE_AT_MOST:
        raise InvalidInput("name_too_long", field="note", most=NOTE_AT_MOST)
    stored = uow.city_answer(answer.origin, answer.seq)
    if stored is None:
        raise Conflict(what="answer")
    if not stored.is_settled:
        settled = CityAnswerSettled(answer_origin=stored.origin, answer_seq=stored.seq, note=text)
        uow.record([settled], case_id=stored.case_id or None)
    return Changes(cases=frozenset({stored.case_id} if stored.case_id else ()), city=True)
