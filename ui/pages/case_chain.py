"""Who had a case after each of its steps: department and post by the catalogue, and the limit of that step. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import Case, evolve
from desktop.domain.case_hands import Place, set_aside
from desktop.domain.catalogue import Step
from desktop.domain.deadline import Lamp, TimeLimit, lamp
from desktop.domain.errors import CalendarMissing
from desktop.domain.holder import Holder, Holding, holding
from desktop.messages import LANGUAGES, word
from desktop.ports import LedgerLine

_TEXTS: dict[str, tuple[str, str]] = {
    "applicant": ("申请人", "the applicant"),
    "limit": ("限{count}{unit}", "limit {count} {unit}"),
    "lamp": ("● {word} {day}前", "● {word}, by {day}"),
}
_TONES = {Lamp.GREEN: "green", Lamp.YELLOW: "yellow", Lamp.RED: "red"}


@dataclass(frozen=True, slots=True)
class HeldView:
    """Who had it from then on. `limit` is that of the published step; the lamp only for the step of now."""

    who: str = ""
    limit: str = ""
    lamp: str = ""
    tone: str = ""


NOBODY = HeldView()


def left_out(lines: Sequence[LedgerLine]) -> frozenset[Place]:
    """The lines that do not hold any more because somebody settled the two windows that wrote them."""
    return set_aside(((line.origin, line.seq), line.event) for line in lines)


def held_after(
    lines: Sequence[LedgerLine], process: Sequence[Step], *, language: str
) -> dict[tuple[str, int], HeldView]:
    """After each ledger line, by origin and number: who held the case then. Lines are of one case, oldest first."""
    case: Case | None = None
    found: dict[tuple[str, int], HeldView] = {}
    aside = left_out(lines)
    for line in lines:
        if (line.origin, line.seq) in aside:
            continue
        try:
            case = evolve(case, "", line.event)
        except ValueError:  # its beginning has not arrived yet
            continue
        if case is not None:
            found[(line.origin, line.seq)] = _held(holding(case, process), language)
    return found


def lamp_of_now(case: Case, process: Sequence[Step], *, today: date, calendar: WorkCalendar, language: str) -> HeldView:
    """Who has it now, with the lamp of the step's own limit where the catalogue gives one."""
    held = holding(case, process)
    shown = _held(held, language)
    due_on = held.due_on(calendar)
    if due_on is None:
        return shown
    try:
        now = lamp(today, due_on, calendar=calendar, yellow_days=case.item.yellow_days)
    except CalendarMissing:
        return shown
    text = _say("lamp", language, word=word(now, language), day=f"{due_on:%m-%d}")
    return HeldView(shown.who, shown.limit, text, _TONES[now])


def _held(held: Holding, language: str) -> HeldView:
    if held.holder in (Holder.ITEMS, Holder.NOBODY):
        return NOBODY
    if held.holder is Holder.APPLICANT:
        return HeldView(_say("applicant", language))
    who = " · ".join(part for part in (held.department, held.post) if part)
    return HeldView(who, _limit(held.step.limit if held.step else None, language))


def _limit(limit: TimeLimit | None, language: str) -> str:
    if limit is None:
        return ""
    return _say("limit", language, count=limit.count, unit=word(limit.unit, language))


def _say(key: str, language: str, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(language)].format_map(fields)
