"""Results to hand out, and cases whose result is still on its way: in lines, found as one types. Without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.bundle import item_of
from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import Case, CaseState
from desktop.domain.catalogue import ServiceItem
from desktop.domain.deadline import Lamp
from desktop.domain.errors import CalendarMissing
from desktop.domain.holder import Holder, held_back, holding
from desktop.domain.identity import masked
from desktop.messages import LANGUAGES
from desktop.pinyin import initials
from desktop.ports import CaseReader, Store
from desktop.services.calendar import work_calendar
from ui.pages.cases_presenter import due_view

RESULT_STATES = (CaseState.FORWARDED, CaseState.DECIDED)
COMING = frozenset({Holder.ABOVE, Holder.RESULT})

_TEXTS: dict[str, tuple[str, str]] = {
    "held": ("● 待补 {names}", "● held: {names}"),
    "due": ("● {word} {day}前送达", "● {word}, by {day}"),
    "here": ("{day} 到窗口", "here since {day}"),
    "decided": ("{day} 已决定", "decided {day}"),
    "above": ("{unit}（{days}个工作日）", "{unit} ({days} working days)"),
    "above.plain": ("{unit}", "{unit}"),
    "why.held": (
        "容缺材料未补齐：{names}。补齐后才能送达。",
        "Deferred materials are still owed: {names}. The result is handed out when they are in.",
    ),
    "why.together": (
        "这位申请人另有{count}件结果在窗口，可以一并送达。",
        "{count} more results of this citizen are here.",
    ),
}
_TONES = {Lamp.GREEN: "green", Lamp.YELLOW: "yellow", Lamp.RED: "red"}


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """A result, ready to be painted. `held` names what holds it back; `others` more of the same citizen are here."""

    case: Case
    result: str
    state: str
    tone: str
    id_masked: str
    held: tuple[str, ...]
    since: date
    why: str
    item: ServiceItem | None
    initials: str  # of the name, for the search
    others: int = 0

    @property
    def citizen(self) -> tuple[str, str]:
        """Who the result is for."""
        return self.case.applicant.id_number, self.case.applicant.name

    def matches(self, text: str) -> bool:
        """Whether every typed word is part of the name, its initials, number, result, or an end of phone or id."""
        case = self.case
        name, digits = case.applicant.name, case.case_number.replace("-", "")
        places = (name, self.initials, case.case_number, digits, self.result, case.item.name)
        ends = (case.applicant.phone, case.applicant.id_number)
        return all(
            any(word in place.lower() for place in places)
            or (len(word) >= 3 and any(end.lower().endswith(word) for end in ends))
            or any(word == end.lower() for end in ends)
            for word in text.lower().split()
        )


def load(store: Store, *, today: date, language: str, is_coming: bool) -> tuple[DeliveryLine, ...]:
    """What can be handed out, or with `is_coming` what is not here yet. The most urgent first, held ones last."""
    with store.read() as reader:
        calendar = work_calendar(reader, today)
        wanted = COMING if is_coming else {Holder.TO_DELIVER}
        found = [
            _line(open_case.case, reader, today=today, calendar=calendar, language=language)
            for open_case in reader.open_wholes(states=RESULT_STATES)
            if holding(open_case.case).holder in wanted
        ]
    return _with_others(sorted(found, key=_place), language)


def ready_count(store: Store) -> int:
    """How many results can be handed out now."""
    with store.read() as reader:
        cases = [open_case.case for open_case in reader.open_wholes(states=RESULT_STATES)]
    return sum(holding(case).holder is Holder.TO_DELIVER and not held_back(case) for case in cases)


def _line(case: Case, reader: CaseReader, *, today: date, calendar: WorkCalendar, language: str) -> DeliveryLine:
    item = item_of(reader.catalogue(case.catalogue_version), case.item.code)
    held, holds = held_back(case), holding(case)
    since = holds.since or case.received_on
    if holds.holder in COMING:
        state, tone, held = _above(case, since, today=today, calendar=calendar, language=language), "", ()
    elif held:
        state, tone = _say("held", language, names="、".join(held)), "red"
    else:
        state, tone = _here(case, since, today=today, calendar=calendar, language=language)
    return DeliveryLine(
        case=case,
        result=result_name(case, item),
        state=state,
        tone=tone,
        id_masked=masked(case.applicant.id_number),
        held=held,
        since=since,
        why=_say("why.held", language, names="、".join(held)) if held else "",
        item=item,
        initials=initials(case.applicant.name),
    )


def result_name(case: Case, item: ServiceItem | None) -> str:
    """What is handed out, as far as it is known."""
    if case.result is not None:
        return case.result.name
    decided = case.decision.document_name if case.decision else ""
    return decided or (item.result_name if item else "") or case.item.name


def _here(case: Case, since: date, *, today: date, calendar: WorkCalendar, language: str) -> tuple[str, str]:
    due = due_view(case.due_on, today=today, calendar=calendar, yellow_days=case.item.yellow_days, language=language)
    if due.lamp is not None and due.due_on is not None:
        return _say("due", language, word=due.word, day=f"{due.due_on:%m-%d}"), _TONES[due.lamp]
    return _say("here" if case.result else "decided", language, day=f"{since:%m-%d}"), "muted"


def _above(case: Case, since: date, *, today: date, calendar: WorkCalendar, language: str) -> str:
    unit = holding(case).unit
    try:
        return _say("above", language, unit=unit, days=calendar.workdays_between(since, today))
    except CalendarMissing:
        return _say("above.plain", language, unit=unit)


def _place(line: DeliveryLine) -> tuple[bool, int, date, str]:
    urgency = {"red": 0, "yellow": 1}.get(line.tone, 2)
    return bool(line.held), urgency, line.since, line.case.case_number


def _with_others(lines: Iterable[DeliveryLine], language: str) -> tuple[DeliveryLine, ...]:
    known = tuple(lines)
    counts: dict[tuple[str, str], int] = {}
    for line in known:
        counts[line.citizen] = counts.get(line.citizen, 0) + (not line.held)
    return tuple(
        replace(line, others=others, why=_say("why.together", language, count=others))
        if (others := counts[line.citizen] - 1) > 0 and not line.held
        else line
        for line in known
    )


def _say(key: str, language: str, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(language)].format_map(fields)
