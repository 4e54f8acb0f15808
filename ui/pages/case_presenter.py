"""What the page of one case shows: head, chain of steps, materials, papers, ledger lines. Without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from desktop.clock import HALL_ZONE
from desktop.domain import events as ev
from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import Case, CaseState
from desktop.domain.case_hands import Place
from desktop.domain.catalogue import Step
from desktop.domain.checklist import MaterialState
from desktop.domain.errors import CalendarMissing
from desktop.domain.identity import masked
from desktop.messages import LANGUAGES, word
from desktop.ports import LedgerLine
from ui.pages.case_chain import NOBODY, HeldView, held_after, lamp_of_now, left_out
from ui.pages.case_entry_city import window_of
from ui.pages.case_entry_presenter import Words, entry
from ui.pages.case_holder import holder
from ui.pages.case_sheets import SheetView as SheetView
from ui.pages.case_sheets import sheets
from ui.pages.cases_presenter import LampView, due_view

_TEXTS: dict[str, tuple[str, str]] = {
    "step.CaseReceived": ("收件", "received"),
    "step.BundleReceived": ("一件事收件", "received as one"),
    "step.BundleOpened": ("分办", "opened item by item"),
    "step.MaterialsChecked": ("核验材料", "materials checked"),
    "step.CorrectedOnSpot": ("当场更正", "corrected on the spot"),
    "step.CorrectionRequested": ("一次性告知", "notice given"),
    "step.CaseAccepted": ("受理", "accepted"),
    "step.CaseRefused": ("不予受理", "refused"),
    "step.CaseNotRequired": ("不受理", "not required"),
    "step.CorrectionSupplied": ("补正收件", "corrections in"),
    "step.CaseDeemedAccepted": ("视为受理", "deemed accepted"),
    "step.CaseReturned": ("退件", "returned"),
    "step.CaseWithdrawn": ("申请人撤回", "withdrawn"),
    "step.ProcedureBegun": ("特别程序", "special procedure"),
    "step.ProcedureEnded": ("特别程序结束", "procedure over"),
    "step.LimitExtended": ("延期", "extended"),
    "step.DeferredSupplied": ("容缺补交", "owed materials in"),
    "step.CaseForwarded": ("转报", "forwarded"),
    "step.HandReceived": ("交接签收", "handed over"),
    "step.CityReceived": ("上级收到", "received above"),
    "step.CityAskedCorrection": ("上级要求补正", "correction asked above"),
    "step.CityDecided": ("上级决定", "decided above"),
    "step.CaseDecided": ("决定", "decided"),
    "step.SentElsewhere": ("转出到办理地", "sent there"),
    "step.ElsewhereState": ("办理地进度", "news from there"),
    "step.JointStepSettled": ("联办步骤", "joint step"),
    "step.PledgesTaken": ("告知承诺", "pledged"),
    "step.PledgeWithdrawn": ("撤回承诺", "pledge withdrawn"),
    "step.PledgeVerified": ("核查承诺", "pledge verified"),
    "step.FalsePledgeFound": ("承诺不实", "false pledge"),
    "step.CreditRepaired": ("信用修复", "credit repaired"),
    "step.ResultArrived": ("结果到窗口", "result here"),
    "aside": ("{text}（不作数）", "{text} (does not hold)"),
    "fast.green": ("绿色通道", "green channel"),
    "fast.pilot": ("先行先试", "pilot"),
    "step.CaseAmended": ("更正", "amended"),
    "step.ConclusionUndone": ("撤销结论", "taken back"),
    "step.GreenChannelGranted": ("绿色通道", "green channel"),
    "step.CaseDelivered": ("送达", "handed out"),
    "due.over": ("已结束，不再计时", "over"),
    "due.items": ("各事项分别计时", "each item its own"),
    "due.stopped": ("暂停计时，{procedure}预计{day}结束", "stopped: {procedure}, until about {day}"),
    "due.incomplete": ("补齐之日起重新计算", "from the day all is in"),
    "due.none": ("无期限", "no date"),
    "material.owed": ("{day}前补交", "due by {day}"),
    "material.corrected": ("当场更正", "corrected on the spot"),
    "material.compared": ("已核原件", "compared with the original"),
    "material.pages": ("{count}页", "{count} pages"),
}


@dataclass(frozen=True, slots=True)
class HeadView:
    """The head of the page."""

    number: str
    item_name: str
    role_word: str
    authority: str
    applicant: str
    id_masked: str
    agent: str
    state: CaseState
    state_word: str
    is_open: bool
    due: LampView
    holder: str
    received_on: date
    undated: str  # what stands in place of the due date where no day is counted
    fast: str = ""  # 绿色通道, 先行先试; empty: it goes in its turn


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of the chain. `days_held`: working days until the next step or today; None: over, or no calendar."""

    title: str
    detail: str
    person: str
    window: str
    on: date
    at: str
    days_held: int | None
    is_now: bool
    held: HeldView = NOBODY


@dataclass(frozen=True, slots=True)
class MaterialView:
    """A material of the case."""

    code: str
    name: str
    asked: str
    state: MaterialState
    state_word: str
    note: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """A ledger line in words."""

    at: str
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """All that the page shows."""

    case: Case
    head: HeadView
    steps: tuple[StepView, ...]
    materials: tuple[MaterialView, ...]
    sheets: tuple[SheetView, ...]
    entries: tuple[EntryView, ...]


def view(
    case: Case,
    lines: Sequence[LedgerLine],
    *,
    today: date,
    calendar: WorkCalendar,
    words: Words,
    process: Sequence[Step] = (),
) -> CaseView:
    """The whole page. `lines` are the case's ledger lines, oldest first; `process` the published steps of its item."""
    return CaseView(
        case,
        head(case, today=today, calendar=calendar, words=words),
        steps(case, lines, today=today, calendar=calendar, words=words, process=process),
        materials(case, words),
        sheets(case, lines, words),
        entries(lines, words),
    )


def head(case: Case, *, today: date, calendar: WorkCalendar, words: Words) -> HeadView:
    """Number, item, applicant, lamp, and who holds the case now."""
    due = due_view(
        case.due_on if case.is_open else None,
        today=today,
        calendar=calendar,
        yellow_days=case.item.yellow_days,
        language=words.language,
    )
    return HeadView(
        number=case.case_number,
        item_name=case.item.name,
        role_word=word(case.item.role, words.language),
        authority=case.item.authority,
        applicant=case.applicant.name,
        id_masked=masked(case.applicant.id_number),
        agent=case.agent.name if case.agent else "",
        state=case.state,
        state_word=word(case.state, words.language),
        is_open=case.is_open,
        due=due,
        holder=holder(case, words),
        received_on=case.received_on,
        undated=_undated(case, words),
        fast=_fast(case, words),
    )


def _undated(case: Case, words: Words) -> str:
    """Why no due date stands there: the clock is stopped, has not begun, or has run out of things to count."""
    if not case.is_open:
        return _say("due.items" if case.state is CaseState.BUNDLED else "due.over", words)
    if case.procedure is not None and case.procedure.ends_on is not None:
        ends = case.procedure.ends_on.isoformat()
        return _say("due.stopped", words, procedure=case.procedure.procedure, day=ends)
    if case.state is CaseState.CORRECTING:
        return _say("due.incomplete", words)
    return _say("due.none", words)


def _fast(case: Case, words: Words) -> str:
    """Why the case goes before others of the same day (M24)."""
    if case.green is not None or case.item.is_green:
        return _say("fast.green", words)
    return _say("fast.pilot", words) if case.item.is_pilot else ""


def steps(
    case: Case,
    lines: Sequence[LedgerLine],
    *,
    today: date,
    calendar: WorkCalendar,
    words: Words,
    process: Sequence[Step] = (),
) -> tuple[StepView, ...]:
    """The chain, oldest first. What was done on the same day in one go stands there step by step.

    A step that was set aside when two windows were settled stays in its place, but nobody held the case by it.
    """
    aside = left_out(lines)
    told = [line for line in lines if f"step.{ev.kind_of(line.event)}" in _TEXTS]
    days = [line.at.astimezone(HALL_ZONE).date() for line in told]
    standing = [place for place, line in enumerate(told) if (line.origin, line.seq) not in aside]
    left_on: dict[int, date | None] = {place: days[after] for place, after in pairwise(standing)}
    last = standing[-1] if standing else None
    if last is not None and case.is_open:
        left_on[last] = today
    held = held_after(lines, process, language=words.language)
    now = lamp_of_now(case, process, today=today, calendar=calendar, language=words.language)
    return tuple(
        StepView(
            title=_marked(_say(f"step.{ev.kind_of(line.event)}", words), line, aside, words),
            detail=entry(line.event, words),
            person=words.clerk(line.clerk),
            window=_written_at(line.origin),
            on=days[place],
            at=_clock(line.at),
            days_held=_workdays(days[place], left_on.get(place), calendar),
            is_now=place == last and case.is_open,
            held=now if place == last else held.get((line.origin, line.seq), NOBODY),
        )
        for place, line in enumerate(told)
    )


def materials(case: Case, words: Words) -> tuple[MaterialView, ...]:
    """Each material with what was found, in the order of the catalogue."""
    owed = {row.code: row.due_on for row in case.owed}
    corrected = {row.code: row.reason for row in case.corrected}
    return tuple(
        MaterialView(
            code=row.code,
            name=row.name,
            asked=row.asked,
            state=row.state,
            state_word=word(row.state, words.language),
            note=_material_note(row, owed.get(row.code), corrected.get(row.code), words),
        )
        for row in case.rows
    )


def _material_note(row: ev.MaterialRow, due_on: date | None, corrected: str | None, words: Words) -> str:
    parts = [row.reason] if row.reason else []
    if corrected is not None:
        parts.append(_say("material.corrected", words) + (f"：{corrected}" if corrected else ""))
    if due_on is not None:
        parts.append(_say("material.owed", words, day=due_on.isoformat()))
    if row.is_original_compared:
        parts.append(_say("material.compared", words))
    if row.pages:
        parts.append(_say("material.pages", words, count=row.pages))
    return words.listed(parts)


def entries(lines: Sequence[LedgerLine], words: Words) -> tuple[EntryView, ...]:
    """The ledger lines in words, the newest first: what happened last is what is asked about."""
    aside = left_out(lines)
    return tuple(
        EntryView(f"{line.at.astimezone(HALL_ZONE):%Y-%m-%d %H:%M}", words.clerk(line.clerk), text)
        for line in reversed(lines)
        for text in (_marked(entry(line.event, words), line, aside, words),)
    )


def _marked(text: str, line: LedgerLine, aside: frozenset[Place], words: Words) -> str:
    return _say("aside", words, text=text) if (line.origin, line.seq) in aside else text


def _say(key: str, words: Words, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(words.language)].format_map(fields)


def _written_at(origin: str) -> str:
    """The window that wrote a line; empty for the city."""
    window = window_of(origin)
    return "" if window == "city" else window


def _clock(at: datetime) -> str:
    return f"{at.astimezone(HALL_ZONE):%H:%M}"


def _workdays(start: date, end: date | None, calendar: WorkCalendar) -> int | None:
    if end is None:
        return None
    try:
        return calendar.workdays_between(start, end)
    except CalendarMissing:
        return None
