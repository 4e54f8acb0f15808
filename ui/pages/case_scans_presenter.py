"""The scanned pages of a case by material: how many, how far they have come, and under which grade a copy goes out."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain import events as ev
from desktop.domain.case import Case
from desktop.domain.checklist import Grade
from desktop.messages import LANGUAGES
from desktop.ports_scans import FiledScan, ScanWhere
from desktop.services.ratings import RATING_SHEET, SHEET_CODE

_TEXTS: dict[str, tuple[str, str]] = {
    "rating_sheet": ("评价表", "rating form"),
    "waiting": ("待发", "waiting"),
    "stored": ("已发出，等市里回执", "stored, not yet answered"),
    "at_city": ("市里已收", "at the city"),
    "elsewhere": ("其他窗口加入", "from another window"),
    "some": ("{word} {count}", "{word}: {count}"),
    "page": ("第{place}页，共{total}页 · {kb} KB · {word}", "page {place} of {total} · {kb} KB · {word}"),
    "not_here": ("第{place}页，共{total}页 · 本机没有 · {word}", "page {place} of {total} · not on this PC · {word}"),
}
_TONES = {
    ScanWhere.WAITING: "muted",
    ScanWhere.STORED: "accent",
    ScanWhere.AT_CITY: "green",
    ScanWhere.ELSEWHERE: "muted",
}
_ORDER = (ScanWhere.WAITING, ScanWhere.STORED, ScanWhere.ELSEWHERE, ScanWhere.AT_CITY)


@dataclass(frozen=True, slots=True)
class PageView:
    """A page and what is said of it."""

    scan: FiledScan
    text: str

    @property
    def sha256(self) -> str:
        """The page's hash."""
        return self.scan.scan.sha256


@dataclass(frozen=True, slots=True)
class MaterialPages:
    """A material of the case with its pages; `word` and `tone` say how far the last of them has come."""

    code: str
    name: str
    pages: tuple[PageView, ...]
    word: str
    tone: str
    grade: Grade


def materials(case: Case, filed: Sequence[FiledScan], language: str) -> tuple[MaterialPages, ...]:
    """Every material in the order of the catalogue; then those that have pages and are asked for no more."""
    rows = {row.code: row for row in case.rows}
    sheet = [SHEET_CODE] if any(paper.kind == RATING_SHEET for paper in case.papers) else []
    codes = [*rows, *dict.fromkeys(sheet + [f.scan.material_code for f in filed if f.scan.material_code not in rows])]
    return tuple(_material(code, rows.get(code), filed, language) for code in codes)


def grade_of(row: ev.MaterialRow | None) -> Grade:
    """What a copy of a page scanned here may say of itself (国办函〔2016〕108号).

    Grade A is what an authority hands over by itself, which no scan at a counter is.
    """
    if row is not None and (row.is_original_compared or row.grade is Grade.COMPARED):
        return Grade.COMPARED
    return Grade.VOUCHED if row is not None and row.grade is Grade.VOUCHED else Grade.UPLOADED


def _material(code: str, row: ev.MaterialRow | None, filed: Sequence[FiledScan], language: str) -> MaterialPages:
    own = [scan for scan in filed if scan.scan.material_code == code]
    word, tone = _how_far(own, language)
    pages = tuple(PageView(scan, _page_text(scan, n, len(own), language)) for n, scan in enumerate(own, start=1))
    return MaterialPages(code, _name(code, row, language), pages, word, tone, grade_of(row))


def _name(code: str, row: ev.MaterialRow | None, language: str) -> str:
    """The rating form is no material of the case, and stands among its pages all the same."""
    if row is not None:
        return row.name
    return _say("rating_sheet", language) if code == SHEET_CODE else code


def _how_far(pages: Sequence[FiledScan], language: str) -> tuple[str, str]:
    present = [where for where in _ORDER if any(page.where is where for page in pages)]
    if not present:
        return "", ""
    word = _say(present[0].value, language)
    if len(present) == 1:
        return word, _TONES[present[0]]
    count = sum(page.where is present[0] for page in pages)
    return _say("some", language, word=word, count=count), _TONES[present[0]]


def _page_text(page: FiledScan, place: int, total: int, language: str) -> str:
    fields = {"place": place, "total": total, "word": _say(page.where.value, language)}
    if not page.is_here:
        return _say("not_here", language, **fields)
    return _say("page", language, **fields, kb=max(1, round(page.scan.size_bytes / 1000)))


def _say(key: str, language: str, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(language)].format_map(fields)
