"""What a city has put into its store for a hall: signed heads and key lists, answers under their seal."""

from functools import cache

from desktop.sync import layout
from desktop.sync.city_head import CityHead, KeyList
from desktop.sync.segment import name_of, seal_segment
from desktop.sync.signed import new_signing_key, sign_document, signer
from tests.sync.package.window import AT_MS, CITY_RECIPIENT, HALL, HALL_RECIPIENT, lines

ORIGIN = f"{HALL}-city-0000beef"
PRIVATE, PUBLIC = new_signing_key()


def head(at_ms: int, *, hall: str = HALL, answers: int = 4, private: bytes = PRIVATE) -> bytes:
    """HEAD.json as of that moment."""
    said = CityHead(hall=hall, city_origin=ORIGIN, at_ms=at_ms, answers=answers, keys=1)
    return sign_document(said, signer(private))


@cache
def _files() -> dict[str, bytes]:
    answers = lines(ORIGIN, first=1, count=4)
    return {
        name_of(answers): seal_segment(answers, sign=signer(PRIVATE), recipients=(CITY_RECIPIENT, HALL_RECIPIENT)),
        layout.keys(HALL, 1): sign_document(KeyList(hall=HALL, number=1), signer(PRIVATE)),
        layout.snapshot(1): sign_document(KeyList(hall=HALL, number=2), signer(PRIVATE)),
        layout.head(HALL): head(AT_MS),
    }


def store() -> dict[str, bytes]:
    """Four answers in one segment, the list of keys, a catalogue, the head."""
    return dict(_files())
