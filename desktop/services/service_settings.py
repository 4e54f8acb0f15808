"""What the hall has set about ratings and difficulties. None of it is in any law known here, so each has a default."""

from dataclasses import dataclass

from desktop.domain.difficulty import ANSWER_WORKDAYS
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.people import ClerkRole, Session
from desktop.domain.rating_rules import FOLLOW_UP_WORKDAYS
from desktop.ports import CaseReader, Changes, UnitOfWork

DAYS_AT_MOST = 60
TURN_SECONDS = 120
TURN_LEAST, TURN_MOST = 20, 900
LINK_AT_MOST = 120
_FOLLOW_UP, _ANSWER, _TURN, _LINK = (
    "rating.follow_up_days",
    "difficulty.answer_days",
    "rating.turn_seconds",
    "rating.link",
)


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """Days are working days. `link` is the page for ratings that the city has given; empty: no QR is printed."""

    follow_up_days: int = FOLLOW_UP_WORKDAYS
    answer_days: int = ANSWER_WORKDAYS
    turn_seconds: int = TURN_SECONDS
    link: str = ""


def service_settings(reader: CaseReader) -> ServiceSettings:
    """As they stand now."""
    usual = ServiceSettings()
    return ServiceSettings(
        follow_up_days=int(reader.setting(_FOLLOW_UP, str(usual.follow_up_days))),
        answer_days=int(reader.setting(_ANSWER, str(usual.answer_days))),
        turn_seconds=int(reader.setting(_TURN, str(usual.turn_seconds))),
        link=reader.setting(_LINK),
    )


def set_service_settings(uow: UnitOfWork, session: Session, wanted: ServiceSettings) -> Changes:
    """Keeps them.

    Raises:
        NotAllowed: `lead_only`. InvalidInput: days outside 1 to 60, seconds outside 20 to 900, a link that is none.
    """
    if session.clerk.role is not ClerkRole.LEAD:
        raise NotAllowed(reason="lead_only")
    for field, days in (("follow_up_days", wanted.follow_up_days), ("answer_days", wanted.answer_days)):
        if not 1 <= days <= DAYS_AT_MOST:
            raise InvalidInput("service_days", field=field, most=DAYS_AT_MOST)
    if not TURN_LEAST <= wanted.turn_seconds <= TURN_MOST:
        raise InvalidInput("turn_seconds", field="turn_seconds", least=TURN_LEAST, most=TURN_MOST)
    link = wanted.link.strip()
    if link and (not link.startswith(("https://", "http://")) or len(link) > LINK_AT_MOST or " " in link):
        raise InvalidInput("rating_link", field="link", most=LINK_AT_MOST)
    uow.set_setting(_FOLLOW_UP, str(wanted.follow_up_days))
    uow.set_setting(_ANSWER, str(wanted.answer_days))
    uow.set_setting(_TURN, str(wanted.turn_seconds))
    uow.set_setting(_LINK, link)
    return Changes(hall=True)
