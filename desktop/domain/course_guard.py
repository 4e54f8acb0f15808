"""The guard before every action after intake, and words that may not be empty."""

from desktop.domain.case import Case
from desktop.domain.course_rules import Action, why_not
from desktop.domain.decide import Circumstances
from desktop.domain.errors import InvalidInput, NotAllowed


def require(case: Case, action: Action, now: Circumstances) -> None:
    """Raises NotAllowed with the reason that course_rules gives."""
    reason = why_not(case, action, now)
    if reason is not None:
        raise NotAllowed(reason=reason.key, **reason.fields)


def words(text: str, field_name: str) -> str:
    """The text without its margins. Raises InvalidInput `<field>_missing` if nothing is left."""
    clean = text.strip()
    if not clean:
        raise InvalidInput(f"{field_name}_missing", field=field_name)
    return clean
