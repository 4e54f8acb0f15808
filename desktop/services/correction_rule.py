"""How many days this hall gives for corrections (补正期限). The law sets none: only a published rule may."""

from dataclasses import dataclass

from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.people import ClerkRole, Session
from desktop.ports import CaseReader, Changes, UnitOfWork

CORRECTION_DAYS = "correction.days"
CORRECTION_PUBLISHED = "correction.published"
DAYS_AT_MOST = 180
WORDS_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class CorrectionRule:
    """Calendar days, 0 for none; `published` says where and when the rule was made known, as papers print it."""

    days: int = 0
    published: str = ""


def correction_rule(reader: CaseReader) -> CorrectionRule:
    """The rule of now."""
    text = reader.setting(CORRECTION_DAYS)
    days = int(text) if text.isascii() and text.isdigit() else 0
    return CorrectionRule(days, reader.setting(CORRECTION_PUBLISHED) if days else "")


def set_correction_rule(uow: UnitOfWork, session: Session, wanted: CorrectionRule) -> Changes:
    """Keeps the rule for notices from now on; those already given keep their day.

    Raises:
        NotAllowed: `lead_only`. InvalidInput: `correction_days` with `most`; `published_missing`, for a limit that
            nobody was told of binds nobody; `published_long` with `most`.
    """
    published = " ".join(wanted.published.split())
    if session.clerk.role is not ClerkRole.LEAD:
        raise NotAllowed(reason="lead_only")
    if not 0 <= wanted.days <= DAYS_AT_MOST:
        raise InvalidInput("correction_days", field="days", most=DAYS_AT_MOST)
    if wanted.days and not published:
        raise InvalidInput("published_missing", field="published")
    if len(published) > WORDS_AT_MOST:
        raise InvalidInput("published_long", field="published", most=WORDS_AT_MOST)
    uow.set_setting(CORRECTION_DAYS, str(wanted.days))
    uow.set_setting(CORRECTION_PUBLISHED, published if wanted.days else "")
    return Changes(hall=True)
