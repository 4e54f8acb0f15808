"""Sentences of the ledger lines that came with sync: the city's words, other windows, scans. Without Qt.

Part of case_entry_presenter, which says what happened in one sentence for every kind of line.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.domain import events as ev
from desktop.messages import LANGUAGES, sentence

if TYPE_CHECKING:
    from ui.pages.case_entry_presenter import Words

CITY_SENTENCES: dict[str, tuple[str, str]] = {
    "ScanAdded": ("添加扫描件第{place}页（{size} KB）", "scan added: page {place} ({size} KB)"),
    "ScanRemoved": ("移出扫描件{reason}", "scan taken out{reason}"),
    "CaseTakenUp": ("本窗口接着办理，已看过{windows}的记录", "taken up here, with {windows} before the eyes"),
    "CaseTakenUp.window": ("{window}号窗口", "window {window}"),
    "CaseTakenUp.city": ("市里", "the city"),
    "CityAnswerSettled": ("市里的答复已处理：{note}", "the city's answer was dealt with: {note}"),
    "OriginSucceeded": (
        "本机以新编号继续，接在{window}号窗口原编号之后",
        "this PC goes on as a new origin of window {window}",
    ),
    "WindowEnrolled": ("本窗口登记到{city}", "this window was enrolled with {city}"),
    "CityReceived": ("{office}已收到{number}", "{office} has it in hand{number}"),
    "CityReceived.number": ("，编号{number}", ", no. {number}"),
    "CityRefusedEntry": ("市里没有收下{field}：{reason}", "the city did not take {field}: {reason}"),
    "CityRefusedEntry.whole": ("这条记录", "this entry"),
    "CityDecided": ("{office}准予{document}（{day}）", "{office} granted{document} ({day})"),
    "CityDecided.denied": ("{office}不予许可{document}（{day}）", "{office} denied{document} ({day})"),
    "CityDecided.document": ("，《{name}》{number}", ", {name} {number}"),
    "CityDecided.explanation": ("：{text}", ": {text}"),
    "CityAskedCorrection": ("{office}要求补正：{text}{materials}{due}", "{office} asks for: {text}{materials}{due}"),
    "CityAskedCorrection.materials": ("（{names}）", " ({names})"),
    "CityAskedCorrection.due": ("，{day}前", ", by {day}"),
    "CityMessage": ("{office}：{text}", "{office}: {text}"),
}

_FIELDS: dict[str, tuple[str, str]] = {
    "id_number": ("证件号码", "the id number"),
    "name": ("姓名或名称", "the name"),
    "phone": ("电话", "the phone"),
    "address": ("地址", "the address"),
    "case_number": ("办件编号", "the case number"),
    "item": ("事项", "the item"),
    "rows": ("材料", "the materials"),
    "catalogue_version": ("目录版本", "the catalogue version"),
    "due_on": ("期限", "the due date"),
}


def field_word(field: str, language: str) -> str:
    """What part of an entry is meant; a part that only a newer program knows shows its name, empty stays empty."""
    known = _FIELDS.get(field.rsplit(".", maxsplit=1)[-1])
    return known[LANGUAGES.index(language)] if known else field


def _scan(event: ev.ScanAdded, words: "Words") -> str:
    return words.say("ScanAdded", place=event.place, size=max(1, round(event.size_bytes / 1000)))


def _scan_removed(event: ev.ScanRemoved, words: "Words") -> str:
    return words.say(
        "ScanRemoved", reason=words.say("CityDecided.explanation", text=event.reason) if event.reason else ""
    )


def _taken_up(event: ev.CaseTakenUp, words: "Words") -> str:
    names = dict.fromkeys(_writer(origin, words) for origin in sorted(event.seen))
    return words.say("CaseTakenUp", windows=words.listed(list(names)))


def _writer(origin: str, words: "Words") -> str:
    window = window_of(origin)
    return words.say("CaseTakenUp.city") if window == "city" else words.say("CaseTakenUp.window", window=window)


def window_of(origin: str) -> str:
    """The window in the name of an origin, `<hall>-<window>-<tag>`; `city` for the city's own."""
    parts = origin.split("-")
    return parts[1] if len(parts) > 1 else origin


def _settled(event: ev.CityAnswerSettled, words: "Words") -> str:
    return words.say("CityAnswerSettled", note=event.note)


def _succeeded(event: ev.OriginSucceeded, words: "Words") -> str:
    return words.say("OriginSucceeded", window=window_of(event.predecessor))


def _enrolled(event: ev.WindowEnrolled, words: "Words") -> str:
    return words.say("WindowEnrolled", city=event.city)


def _received(event: ev.CityReceived, words: "Words") -> str:
    number = words.say("CityReceived.number", number=event.project_no) if event.project_no else ""
    return words.say("CityReceived", office=event.office, number=number)


def _refused(event: ev.CityRefusedEntry, words: "Words") -> str:
    field = field_word(event.field, words.language) or words.say("CityRefusedEntry.whole")
    return words.say("CityRefusedEntry", field=field, reason=refusal_reason(event, words.language))


def refusal_reason(event: ev.CityRefusedEntry, language: str) -> str:
    """Why the city did not take the line: the sentence of a key, or the city's own words."""
    reason = sentence(event.reason, {"field": field_word(event.field, language)}, language)
    return f"{reason} {event.text}".strip() if event.text != event.reason else reason


def _decided(event: ev.CityDecided, words: "Words") -> str:
    document = ""
    if event.document_name or event.document_number:
        document = words.say("CityDecided.document", name=event.document_name, number=event.document_number)
    said = words.say(
        "CityDecided" if event.is_granted else "CityDecided.denied",
        office=event.office,
        document=document,
        day=event.decided_on.isoformat(),
    )
    return said + (words.say("CityDecided.explanation", text=event.explanation) if event.explanation else "")


def _asked(event: ev.CityAskedCorrection, words: "Words") -> str:
    names = words.listed(list(event.materials))
    return words.say(
        "CityAskedCorrection",
        office=event.office,
        text=event.text,
        materials=words.say("CityAskedCorrection.materials", names=names) if names else "",
        due=words.say("CityAskedCorrection.due", day=event.supply_by.isoformat()) if event.supply_by else "",
    )


def _message(event: ev.CityMessage, words: "Words") -> str:
    return words.say("CityMessage", office=event.office, text=event.text)


CITY_WRITERS: dict[type[Any], Callable[[Any, "Words"], str]] = {
    ev.ScanAdded: _scan,
    ev.ScanRemoved: _scan_removed,
    ev.CaseTakenUp: _taken_up,
    ev.CityAnswerSettled: _settled,
    ev.OriginSucceeded: _succeeded,
    ev.WindowEnrolled: _enrolled,
    ev.CityReceived: _received,
    ev.CityRefusedEntry: _refused,
    ev.CityDecided: _decided,
    ev.CityAskedCorrection: _asked,
    ev.CityMessage: _message,
}
