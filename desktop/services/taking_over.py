"""A clerk goes on with what a colleague has in hand: a case, or a draft. Each with its reason, on record."""

from dataclasses import replace

from desktop.domain.errors import Conflict, InvalidInput, NotAllowed
from desktop.domain.events import CaseReceived, CaseTakenOver, DraftTakenOver
from desktop.domain.people import ClerkRole, Session
from desktop.ports import CaseReader, Changes, UnitOfWork

REASON_AT_MOST = 120


def keeper_of(reader: CaseReader, case_id: str) -> str:
    """Login name of the clerk who has the case: who took it over last, else who took it in; empty: there is none."""
    case = reader.case(case_id)
    if case is None:
        return ""
    received = (line.clerk for line in reader.lines_of(case_id) if isinstance(line.event, CaseReceived))
    return case.keeper or next(received, "")


def take_over(uow: UnitOfWork, session: Session, case_id: str, *, reason: str) -> Changes:
    """接办: what is owed on the case is this clerk's from now on, and stands at this window.

    Raises:
        Conflict: there is no such case. NotAllowed: `why.ended`, `why.already_yours`.
        InvalidInput: `record_reason_missing`.
    """
    case = uow.case(case_id)
    if case is None:
        raise Conflict(case_id=case_id)
    if not case.is_open:
        raise NotAllowed(reason="why.ended")
    before = keeper_of(uow, case_id)
    if before == session.clerk.clerk_id:
        raise NotAllowed(reason="why.already_yours")
    event = CaseTakenOver(clerk=session.clerk.clerk_id, window=session.window, before=before, reason=_reason(reason))
    uow.record([event], case_id=case_id)
    return Changes(cases=frozenset({case_id}))


def take_over_draft(
    uow: UnitOfWork, session: Session, draft_id: str, *, reason: str, has_consent: bool = False
) -> Changes:
    """A colleague's draft is this clerk's from now on; nothing of it changes.

    Raises:
        Conflict: it is gone. NotAllowed: `why.already_yours`, or `why.draft_consent` for a clerk who is no lead and
            has not been agreed to. InvalidInput: `record_reason_missing`.
    """
    draft = next((one for one in uow.drafts() if one.draft_id == draft_id), None)
    if draft is None:
        raise Conflict(draft_id=draft_id)
    clerk_id = session.clerk.clerk_id
    if draft.clerk_id == clerk_id:
        raise NotAllowed(reason="why.already_yours")
    if not has_consent and session.clerk.role is not ClerkRole.LEAD:
        raise NotAllowed(reason="why.draft_consent")
    event = DraftTakenOver(
        draft_id=draft_id, clerk=clerk_id, before=draft.clerk_id, reason=_reason(reason), has_consent=has_consent
    )
    uow.record([event])
    uow.save_draft(replace(draft, clerk_id=clerk_id))
    return Changes(drafts=True)


def _reason(text: str) -> str:
    reason = " ".join(text.split())[:REASON_AT_MOST]
    if not reason:
        raise InvalidInput("record_reason_missing", field="reason")
    return reason
