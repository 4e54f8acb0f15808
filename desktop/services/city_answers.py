"""What somebody at the counter does about an answer of the city; the note stays on record."""

from desktop.domain.errors import Conflict, InvalidInput
from desktop.domain.events import CityAnswerSettled
from desktop.domain.free_text import clean_text
from desktop.ports import Changes, UnitOfWork
from desktop.ports_sync import CityAnswer

NOTE_AT_MOST = 200


def settle(uow: UnitOfWork, answer: CityAnswer, note: str) -> Changes:
    """Notes what was done about a refused entry, a request, a decision or a message. Asked twice it is noted once.

    Raises:
        InvalidInput: see `checked_note`.
        Conflict: there is no such answer here.
    """
    return _noted(
        uow, answer, CityAnswerSettled(answer_origin=answer.origin, answer_seq=answer.seq, note=checked_note(note))
    )


def hand_to_lead(uow: UnitOfWork, answer: CityAnswer, note: str) -> Changes:
    """Notes that the lead of the hall has to deal with it: it leaves the clerk's list and stays in the lead's.

    Raises:
        InvalidInput, Conflict: as `settle`.
    """
    handed = CityAnswerSettled(
        answer_origin=answer.origin, answer_seq=answer.seq, note=checked_note(note), is_for_lead=True
    )
    return _noted(uow, answer, handed)


def checked_note(note: str) -> str:
    """The note as it is kept.

    Raises:
        InvalidInput: `empty` or `name_too_long`: whoever looks later has to see what was done.
    """
    text = clean_text(note)
    if not text:
        raise InvalidInput("empty", field="note")
    if len(text) > NOTE_AT_MOST:
        raise InvalidInput("name_too_long", field="note", most=NOTE_AT_MOST)
    return text


def _noted(uow: UnitOfWork, answer: CityAnswer, event: CityAnswerSettled) -> Changes:
    stored = uow.city_answer(answer.origin, answer.seq)
    if stored is None:
        raise Conflict(what="answer")
    is_said_already = stored.is_settled or (event.is_for_lead and stored.is_for_lead)
    if not is_said_already:
        uow.record([event], case_id=stored.case_id or None)
    return Changes(cases=frozenset({stored.case_id} if stored.case_id else ()), city=True)
