"""What the citizen sees when the window is turned to them: their data, what may be rated, how large. Without Qt."""

from dataclasses import dataclass
from datetime import date

from desktop.domain import rating_rules
from desktop.domain.case import Case
from desktop.domain.checklist import MaterialState
from desktop.domain.events import Rater
from desktop.domain.identity import birth_date_in
from desktop.domain.identity_document import IdKind
from desktop.domain.rating import OPTIONS, RatingLevel
from desktop.domain.rating_family import Family
from desktop.messages import LANGUAGES, sentence, word
from desktop.ports import CaseReader
from desktop.services.ratings import CitizenTurn, family_of
from desktop.services.service_settings import service_settings

ELDER_YEARS = 60  # 老年人权益保障法 2
_NAMES_AT_MOST = 6

_TEXTS: dict[str, tuple[str, str]] = {
    "item": ("办理事项", "Matter"),
    "applicant": ("申请人", "Applicant"),
    "id_number": ("证件号码", "Number of the document"),
    "phone": ("联系电话", "Telephone"),
    "address": ("地址", "Address"),
    "agent": ("代理人", "Agent"),
    "materials": ("已交材料", "Materials taken"),
    "materials.count": ("{count}份：{names}", "{count}: {names}"),
    "materials.more": ("{names}等", "{names} …"),
    "owed": ("还要补交", "Still owed"),
    "due": ("办结期限", "Decided by"),
    "number": ("办件编号", "Case number"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The citizen's own data as rows of label and value; `why_not` says why nothing is rated now, empty if it can be.

    `stage_word` is what is rated; `seconds` is how long an untouched screen stays with the citizen.
    """

    turn: CitizenTurn
    rows: tuple[tuple[str, str], ...]
    stage_word: str
    why_not: str
    has_agent: bool
    is_large: bool
    seconds: int


@dataclass(frozen=True, slots=True)
class Said:
    """What the citizen chose."""

    level: RatingLevel
    options: tuple[str, ...]
    rater: Rater


LEVELS: tuple[RatingLevel, ...] = tuple(RatingLevel)
"""In the order of the keys 1 to 5: 非常满意 first, as on the paper form."""


def load(reader: CaseReader, turn: CitizenTurn, *, today: date, language: str) -> Shown | None:
    """What is shown for a turn; None: the case is gone."""
    case = reader.case(turn.case_id)
    if case is None:
        return None
    return Shown(
        turn=turn,
        rows=_rows(case, language),
        stage_word=word(turn.stage, language) if turn.stage else "",
        why_not="" if turn.stage else _why_not(case, language, family_of(reader, case)),
        has_agent=case.agent is not None,
        is_large=is_elder(case, today),
        seconds=service_settings(reader).turn_seconds,
    )


def options_of(level: RatingLevel) -> tuple[tuple[str, str], ...]:
    """Code and text of what may be ticked under a level."""
    return tuple(OPTIONS[level].items())


def _why_not(case: Case, language: str, family: Family | None) -> str:
    reasons = [rating_rules.why_not(case, stage, family) for stage in rating_rules.stages(case.item.handling)]
    key = "why.not_finished" if "why.not_finished" in reasons else "why.already_rated"
    return sentence(key, {}, language)


def is_elder(case: Case, today: date) -> bool:
    """Sixty or older by the number of the identity card."""
    if case.applicant.id_kind != IdKind.CITIZEN_ID.value:
        return False
    born = birth_date_in(case.applicant.id_number)
    if born is None:
        return False
    has_had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (not has_had_birthday) >= ELDER_YEARS


def _rows(case: Case, language: str) -> tuple[tuple[str, str], ...]:
    person, agent = case.applicant, case.agent
    taken = [row.name for row in case.rows if row.state in (MaterialState.COMPLETE, MaterialState.PLEDGED)]
    shown = taken[:_NAMES_AT_MOST]
    names = _listed(shown, language)
    if len(taken) > len(shown):
        names = _say("materials.more", language, names=names)
    values = {
        "item": case.item.name,
        "applicant": person.name,
        "id_number": person.id_number,
        "phone": person.phone,
        "address": person.address,
        "agent": agent.name if agent else "",
        "materials": _say("materials.count", language, count=len(taken), names=names) if taken else "",
        "owed": _listed([f"{owed.name} {owed.due_on.isoformat()}" for owed in case.owed], language),
        "due": case.committed_due_on.isoformat() if case.committed_due_on else "",
        "number": case.case_number,
    }
    return tuple((_say(key, language), value) for key, value in values.items() if value)


def _listed(names: list[str], language: str) -> str:
    return ("、" if language == LANGUAGES[0] else ", ").join(names)


def _say(key: str, language: str, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(language)].format_map(fields)
