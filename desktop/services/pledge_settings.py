"""What the hall has set about pledges, deferral and evidence on file. No law known here sets it: each has a default."""

from dataclasses import dataclass

from desktop.domain.course_pledge import VERIFY_DAYS
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.evidence import VALID_DAYS
from desktop.domain.free_text import clean_text
from desktop.domain.people import ClerkRole, Session
from desktop.ports import CaseReader, Changes, UnitOfWork
from desktop.services.pledge_contents import CONSEQUENCE, PUBLICATION
from desktop.services.pledges import CONSEQUENCE_SETTING, PUBLICATION_SETTING, VERIFY_DAYS_SETTING, verify_days
from desktop.services.reuse import VALID_DAYS_SETTING, valid_days

VERIFY_AT_MOST = 365
EVIDENCE_AT_MOST = 3650
WORDS_AT_MOST = 150


@dataclass(frozen=True, slots=True)
class PledgeSettings:
    """Calendar days, and what the pledges print about publication and about a missed date of a deferral."""

    verify_days: int = VERIFY_DAYS
    evidence_days: int = VALID_DAYS
    publication: str = PUBLICATION
    consequence: str = CONSEQUENCE


def pledge_settings(reader: CaseReader) -> PledgeSettings:
    """As they stand now."""
    return PledgeSettings(
        verify_days=verify_days(reader),
        evidence_days=valid_days(reader),
        publication=reader.setting(PUBLICATION_SETTING) or PUBLICATION,
        consequence=reader.setting(CONSEQUENCE_SETTING) or CONSEQUENCE,
    )


def set_pledge_settings(uow: UnitOfWork, session: Session, wanted: PledgeSettings) -> Changes:
    """Keeps them for pledges from now on; those already signed keep their day and their words.

    An empty text means the usual one.

    Raises:
        NotAllowed: `lead_only`. InvalidInput: `verify_days`, `evidence_days`, `pledge_words`, each with `most`.
    """
    if session.clerk.role is not ClerkRole.LEAD:
        raise NotAllowed(reason="lead_only")
    for field, days, most in (
        ("verify_days", wanted.verify_days, VERIFY_AT_MOST),
        ("evidence_days", wanted.evidence_days, EVIDENCE_AT_MOST),
    ):
        if not 1 <= days <= most:
            raise InvalidInput(field, field=field, most=most)
    texts = {"publication": clean_text(wanted.publication), "consequence": clean_text(wanted.consequence)}
    for field, text in texts.items():
        if len(text) > WORDS_AT_MOST:
            raise InvalidInput("pledge_words", field=field, most=WORDS_AT_MOST)
    uow.set_setting(VERIFY_DAYS_SETTING, str(wanted.verify_days))
    uow.set_setting(VALID_DAYS_SETTING, str(wanted.evidence_days))
    uow.set_setting(PUBLICATION_SETTING, "" if texts["publication"] == PUBLICATION else texts["publication"])
    uow.set_setting(CONSEQUENCE_SETTING, "" if texts["consequence"] == CONSEQUENCE else texts["consequence"])
    return Changes(hall=True)
