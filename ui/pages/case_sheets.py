"""Each printing of each paper of a case, in words. Without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain import events as ev
from desktop.domain.case import Case, IssuedPaper, Sheet, SheetState
from desktop.messages import LANGUAGES, word
from desktop.ports import LedgerLine
from ui.pages.case_entry_presenter import Words, device_word, problem_word

_TEXTS: dict[str, tuple[str, str]] = {
    "sheet.first": ("首次打印", "first print"),
    "sheet.void": ("作废", "void"),
    "sheet.replaced": ("已被{number}替换", "replaced by {number}"),
    "sheet.again": ("补打 第{no}次", "reprint {no}"),
}


@dataclass(frozen=True, slots=True)
class SheetView:
    """A printing of a paper; a paper that was never printed has one row without a sheet."""

    number: str
    title: str
    issued_on: date
    sheet: str
    state: SheetState | None
    state_word: str
    note: str
    who: str


def sheets(case: Case, lines: Sequence[LedgerLine], words: Words) -> tuple[SheetView, ...]:
    """Each printing of each paper, oldest first."""
    who = {(e.number, e.sheet_no): line.clerk for line in lines if isinstance(e := line.event, ev.PrintQueued)}
    issued_by = {e.number: line.clerk for line in lines if isinstance(e := line.event, ev.PaperIssued)}
    result = []
    for paper in case.papers:
        if not paper.sheets:
            result.append(_sheet(paper, None, issued_by.get(paper.number, ""), words))
        result += [_sheet(paper, sheet, who.get((paper.number, sheet.sheet_no), ""), words) for sheet in paper.sheets]
    return tuple(result)


def _sheet(paper: IssuedPaper, sheet: Sheet | None, clerk: str, words: Words) -> SheetView:
    return SheetView(
        number=paper.number,
        title=paper.title,
        issued_on=paper.issued_on,
        sheet=sheet_word(sheet, words) if sheet else "",
        state=sheet.state if sheet else None,
        state_word=word(sheet.state, words.language) if sheet else "",
        note=words.listed([part for part in (_force(paper, words), sheet_note(sheet, words) if sheet else "") if part]),
        who=words.clerk(clerk) if clerk else "",
    )


def _force(paper: IssuedPaper, words: Words) -> str:
    """Why a paper is out of force; empty for one that holds."""
    if paper.is_void:
        return _say("sheet.void", words)
    return _say("sheet.replaced", words, number=paper.replaced_by) if paper.replaced_by else ""


def sheet_word(sheet: Sheet, words: Words) -> str:
    """首次打印, or 补打 第N次."""
    return _say("sheet.again", words, no=sheet.sheet_no) if sheet.sheet_no else _say("sheet.first", words)


def sheet_note(sheet: Sheet, words: Words) -> str:
    """Device, reason of a reprint, and what went wrong."""
    problem = problem_word(sheet.problem, words.language) if sheet.problem else ""
    return words.listed([part for part in (device_word(sheet.device, words), sheet.reason, problem) if part])


def _say(key: str, words: Words, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(words.language)].format_map(fields)
