"""Every ledger line as a sentence that a clerk reads; without Qt, so that the papers' words can be tested in one place.

An event carries what it needs to be read alone, so does its sentence: no look-up beyond the clerks' names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain import events as ev
from desktop.domain.papers import title
from desktop.messages import LANGUAGES, sentence, word
from ui.pages.case_entry_amend import AMEND_SENTENCES, AMEND_WRITERS
from ui.pages.case_entry_bundle import BUNDLE_SENTENCES, BUNDLE_WRITERS
from ui.pages.case_entry_city import CITY_SENTENCES, CITY_WRITERS
from ui.pages.case_entry_course import COURSE_SENTENCES, COURSE_WRITERS
from ui.pages.case_entry_elsewhere import ELSEWHERE_SENTENCES, ELSEWHERE_WRITERS
from ui.pages.case_entry_guidance import GUIDANCE_SENTENCES, GUIDANCE_WRITERS
from ui.pages.case_entry_hands import HAND_SENTENCES, HAND_WRITERS
from ui.pages.case_entry_pledge import PLEDGE_SENTENCES, PLEDGE_WRITERS
from ui.pages.case_entry_service import SERVICE_SENTENCES, SERVICE_WRITERS

# One row an event kind: (Chinese, English). Blanks are filled by the function of the kind below.
SENTENCES: dict[str, tuple[str, str]] = {
    "CaseReceived": (
        "收件：{applicant}申请“{item}”，办件编号{number}，{window}号窗口{agent}",
        "received: {applicant} applies for “{item}”, case {number}, window {window}{agent}",
    ),
    "CaseReceived.agent": ("，由{name}代办", ", through {name}"),
    "MaterialsChecked": ("核验材料{count}份：{states}", "{count} materials checked: {states}"),
    "CorrectedOnSpot": ("当场更正：{names}", "corrected on the spot: {names}"),
    "CaseAccepted": ("受理{due}{owed}", "accepted{due}{owed}"),
    "CaseAccepted.due": ("，{due}前办结", ", to be decided by {due}"),
    "CaseAccepted.owed": ("；容缺补交：{names}", "; owed: {names}"),
    "CorrectionRequested": (
        "第{no}次告知补正（{consequence}）：{names}{reason}",
        "notice no. {no} ({consequence}): {names}{reason}",
    ),
    "CorrectionRequested.reason": ("；再次告知的原因：{reason}", "; why once more: {reason}"),
    "CaseRefused": ("不予受理：{reason}，应向{authority}申请", "refused: {reason}; {authority} is competent"),
    "CaseNotRequired": ("不受理：{reason}{basis}", "not required: {reason}{basis}"),
    "CaseNotRequired.basis": ("（{basis}）", " ({basis})"),
    "PaperIssued": ("出具《{title}》{number}", "issued: {title} {number}"),
    "PrintQueued": ("文书{number}排队打印到{device}", "paper {number} queued for {device}"),
    "PrintQueued.again": (
        "文书{number}补打第{no}次，原因：{reason}，排队打印到{device}",
        "reprint {no} of paper {number} because: {reason}; queued for {device}",
    ),
    "PrintSent": ("文书{number}{sheet}已送打印机", "paper {number}{sheet} handed to the printer"),
    "PrintFailed": ("文书{number}{sheet}未打出：{problem}", "paper {number}{sheet} not printed: {problem}"),
    "PrintConfirmed": ("文书{number}{sheet}已确认出纸", "paper {number}{sheet} confirmed on paper"),
    "sheet": ("（补打第{no}次）", " (reprint {no})"),
    "device.folder": ("文件夹", "a folder"),
    "HallSetUp": ("设置本厅：{name}，{window}号窗口", "hall set: {name}, window {window}"),
    "ClerkSet": ("设置经办人：{name}（{role}）{active}", "clerk set: {name} ({role}){active}"),
    "ClerkSet.inactive": ("，已停用", ", not active"),
    "LoggedIn": ("{name}登录", "{name} logged in"),
    "Locked": ("锁屏", "screen locked"),
    "CatalogueAdopted": (
        "启用目录{version}，{count}项，自{day}起生效",
        "catalogue {version} adopted: {count} items, in force from {day}",
    ),
    "CalendarYearEntered": (
        "录入{year}年工作日历：放假{off}天，调休上班{work}天",
        "work calendar {year} entered: {off} days off, {work} worked instead",
    ),
    "RegionalDaySet": ("{day}设为{what}：{why}", "{day} set as {what}: {why}"),
    "RegionalDaySet.off": ("放假", "day off"),
    "RegionalDaySet.work": ("上班", "working day"),
    "SealSet.image": ("设置电子印章图样", "picture of the electronic seal set"),
    "SealSet": ("设置电子印章证书：{holder}，有效期至{day}", "certificate of the seal set: {holder}, valid to {day}"),
    "SealRemoved": ("移除电子印章", "electronic seal removed"),
    "InformedOnce": ("一次性告知“{item}”，未收件", "informed once about “{item}”, nothing taken in"),
    **BUNDLE_SENTENCES,
    **AMEND_SENTENCES,
    **CITY_SENTENCES,
    **COURSE_SENTENCES,
    **GUIDANCE_SENTENCES,
    **HAND_SENTENCES,
    **ELSEWHERE_SENTENCES,
    **PLEDGE_SENTENCES,
    **SERVICE_SENTENCES,
}


@dataclass(frozen=True, slots=True)
class Words:
    """In which language, and what the clerks are called (by clerk_id)."""

    language: str
    names: dict[str, str]

    def say(self, key: str, **fields: Any) -> str:
        """The sentence of a key of this module."""
        return SENTENCES[key][LANGUAGES.index(self.language)].format_map(fields)

    def listed(self, parts: list[str]) -> str:
        """Parts of a sentence one after the other."""
        return ("、" if self.language == "zh" else ", ").join(parts)

    def clerk(self, clerk_id: str) -> str:
        """The clerk's name; the login name where nobody of that name is known here."""
        return self.names.get(clerk_id, clerk_id)


def entry(event: ev.Event, words: Words) -> str:
    """What happened, in one sentence."""
    return _WRITERS[type(event)](event, words)


def device_word(device: str, words: Words) -> str:
    """A printer by its name, a folder without its path."""
    return words.say("device.folder") if device.startswith("file:") else device


def problem_word(problem: str, language: str) -> str:
    """The sentence for a failed sheet; a problem of a newer program shows its key."""
    return sentence(problem, {}, language)


def _day(day: date) -> str:
    return day.isoformat()


def _received(event: ev.CaseReceived, words: Words) -> str:
    return words.say(
        "CaseReceived",
        applicant=event.applicant.name,
        item=event.item.name,
        number=event.case_number,
        window=event.window,
        agent=words.say("CaseReceived.agent", name=event.agent.name) if event.agent else "",
    )


def _checked(event: ev.MaterialsChecked, words: Words) -> str:
    counts: dict[str, int] = {}
    for row in event.rows:
        name = word(row.state, words.language)
        counts[name] = counts.get(name, 0) + 1
    states = words.listed([f"{name} {count}" for name, count in counts.items()])
    return words.say("MaterialsChecked", count=len(event.rows), states=states)


def _with_reason(row: ev.MaterialRow) -> str:
    return f"{row.name}（{row.reason}）" if row.reason else row.name


def _corrected(event: ev.CorrectedOnSpot, words: Words) -> str:
    return words.say("CorrectedOnSpot", names=words.listed([_with_reason(row) for row in event.rows]))


def _accepted(event: ev.CaseAccepted, words: Words) -> str:
    due = event.committed_due_on or event.statutory_due_on
    owed = words.listed([f"{owed.name} {_day(owed.due_on)}" for owed in event.owed])
    return words.say(
        "CaseAccepted",
        due=words.say("CaseAccepted.due", due=_day(due)) if due else "",
        owed=words.say("CaseAccepted.owed", names=owed) if owed else "",
    )


def _correction(event: ev.CorrectionRequested, words: Words) -> str:
    return words.say(
        "CorrectionRequested",
        no=event.notice_no,
        consequence=word(event.consequence, words.language),
        names=words.listed([_with_reason(row) for row in event.rows]),
        reason=words.say("CorrectionRequested.reason", reason=event.repeat_reason) if event.repeat_reason else "",
    )


def _refused(event: ev.CaseRefused, words: Words) -> str:
    return words.say("CaseRefused", reason=event.reason, authority=event.competent_authority)


def _not_required(event: ev.CaseNotRequired, words: Words) -> str:
    basis = words.say("CaseNotRequired.basis", basis=event.basis) if event.basis else ""
    return words.say("CaseNotRequired", reason=event.reason, basis=basis)


def _issued(event: ev.PaperIssued, words: Words) -> str:
    return words.say("PaperIssued", title=title(event.paper), number=event.number)


def _queued(event: ev.PrintQueued, words: Words) -> str:
    device = device_word(event.device, words)
    if not event.sheet_no:
        return words.say("PrintQueued", number=event.number, device=device)
    return words.say("PrintQueued.again", number=event.number, no=event.sheet_no, reason=event.reason, device=device)


def _sheet(event: ev.PrintSent | ev.PrintFailed | ev.PrintConfirmed, words: Words) -> str:
    problem = problem_word(event.problem, words.language) if isinstance(event, ev.PrintFailed) else ""
    sheet = words.say("sheet", no=event.sheet_no) if event.sheet_no else ""
    return words.say(ev.kind_of(event), number=event.number, sheet=sheet, problem=problem)


def _hall(event: ev.HallSetUp, words: Words) -> str:
    return words.say("HallSetUp", name=event.hall.name, window=event.hall.window)


def _clerk(event: ev.ClerkSet, words: Words) -> str:
    return words.say(
        "ClerkSet",
        name=event.clerk.name,
        role=word(event.clerk.role, words.language),
        active="" if event.clerk.is_active else words.say("ClerkSet.inactive"),
    )


def _logged_in(event: ev.LoggedIn, words: Words) -> str:
    return words.say("LoggedIn", name=words.clerk(event.clerk_id))


def _locked(_event: ev.Locked, words: Words) -> str:
    return words.say("Locked")


def _catalogue(event: ev.CatalogueAdopted, words: Words) -> str:
    return words.say("CatalogueAdopted", version=event.version, count=event.items, day=_day(event.in_force_on))


def _calendar(event: ev.CalendarYearEntered, words: Words) -> str:
    return words.say("CalendarYearEntered", year=event.year, off=len(event.days_off), work=len(event.make_up_workdays))


def _regional(event: ev.RegionalDaySet, words: Words) -> str:
    what = words.say("RegionalDaySet.off" if event.is_off else "RegionalDaySet.work")
    return words.say("RegionalDaySet", day=_day(event.day), what=what, why=event.why)


def _seal(event: ev.SealSet, words: Words) -> str:
    if not event.holder:
        return words.say("SealSet.image")
    return words.say("SealSet", holder=event.holder, day=_day(event.valid_to) if event.valid_to else "")


def _seal_removed(_event: ev.SealRemoved, words: Words) -> str:
    return words.say("SealRemoved")


def _informed(event: ev.InformedOnce, words: Words) -> str:
    return words.say("InformedOnce", item=event.item_name)


_WRITERS: dict[type[Any], Callable[[Any, Words], str]] = {
    ev.CaseReceived: _received,
    ev.MaterialsChecked: _checked,
    ev.CorrectedOnSpot: _corrected,
    ev.CaseAccepted: _accepted,
    ev.CorrectionRequested: _correction,
    ev.CaseRefused: _refused,
    ev.CaseNotRequired: _not_required,
    ev.PaperIssued: _issued,
    ev.PrintQueued: _queued,
    ev.PrintSent: _sheet,
    ev.PrintFailed: _sheet,
    ev.PrintConfirmed: _sheet,
    ev.HallSetUp: _hall,
    ev.ClerkSet: _clerk,
    ev.LoggedIn: _logged_in,
    ev.Locked: _locked,
    ev.CatalogueAdopted: _catalogue,
    ev.CalendarYearEntered: _calendar,
    ev.RegionalDaySet: _regional,
    ev.SealSet: _seal,
    ev.SealRemoved: _seal_removed,
    ev.InformedOnce: _informed,
    **BUNDLE_WRITERS,
    **AMEND_WRITERS,
    **CITY_WRITERS,
    **COURSE_WRITERS,
    **GUIDANCE_WRITERS,
    **HAND_WRITERS,
    **ELSEWHERE_WRITERS,
    **PLEDGE_WRITERS,
    **SERVICE_WRITERS,
}
