"""The guide of an item as rich text for reading: everything from the catalogue is escaped. Headings come translated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from ui.pages.catalogue_presenter import GuideView, MaterialGuide


@dataclass(frozen=True, slots=True)
class Headings:
    """The words of the page; the catalogue's own words stay as published."""

    required: str
    optional: str
    deferrable: str
    pledgeable: str
    shareable: str
    points: str
    fill_notes: str
    defects: str
    basis: str
    possible: str
    no_materials: str
    conditions: str
    limits: str
    statutory: str
    committed: str
    no_limit: str
    fee: str
    no_fee: str
    visits: str
    steps: str
    procedures: str
    result: str
    where: str
    hours: str
    phone: str
    complaint: str
    online: str
    not_online: str
    remedies: str
    faq: str
    note: str


def materials_html(view: GuideView, words: Headings, *, muted: str) -> str:
    """What to bring, one after the other with what is checked; then what other answers may ask for.

    Args:
        muted: colour of what stands beside, #RRGGBB.
    """
    parts = []
    if view.effect:
        parts.append(f"<p><b>{escape(view.effect)}</b></p>")
    parts += [_material(number, m, words, muted) for number, m in enumerate(view.materials, start=1)]
    if not view.materials:
        parts.append(f"<p>{escape(words.no_materials)}</p>")
    if view.possible:
        parts.append(f"<h4>{escape(words.possible)}</h4>")
        parts.append(_list(m.name for m in view.possible))
    return "".join(parts)


def guide_html(view: GuideView, words: Headings) -> str:
    """The guide: conditions, limits, fee, visits, steps, place, remedies, questions often asked."""
    limits = [
        f"{words.statutory}：{view.statutory or words.no_limit}",
        f"{words.committed}：{view.committed or words.no_limit}",
        view.limit_note,
    ]
    fee = [view.fee or words.no_fee, view.fee_basis]
    result = [view.result, *view.delivery]
    online = [view.online] if view.online else [words.not_online]
    parts = [
        _section(words.conditions, view.conditions),
        _section(words.limits, limits),
        _section(words.fee, fee),
        _section(words.visits, [str(view.visits)]),
        _section(words.steps, view.steps),
        _section(words.procedures, view.procedures),
        _section(words.result, result),
        _section(words.where, [view.where]),
        _section(words.hours, [view.hours]),
        _section(words.phone, [view.phone]),
        _section(words.complaint, [view.complaint]),
        _section(words.online, online),
        _section(words.basis, view.basis),
        _section(words.remedies, view.remedies),
        _faq(view, words),
        _section(words.note, [view.note]),
    ]
    return "".join(parts)


def _material(number: int, m: MaterialGuide, words: Headings, muted: str) -> str:
    ways = [words.required if m.is_required else words.optional]
    ways += [words.deferrable] * m.is_deferrable + [words.pledgeable] * m.is_pledgeable
    if m.is_shareable:
        ways.append(f"{words.shareable}（{m.share_note}）" if m.share_note else words.shareable)
    line = " · ".join(escape(part) for part in (m.asked, m.source, *ways) if part)
    body = f"<p style='margin:10px 0 0 0'><b>{number}. {escape(m.name)}</b></p>"
    body += f"<p style='margin:2px 0;color:{muted}'>{line}</p>"
    body += _row("", m.notes, muted)
    for heading, rows in (
        (words.points, m.points),
        (words.fill_notes, m.fill_notes),
        (words.defects, m.defects),
        (words.basis, (m.basis,) if m.basis else ()),
    ):
        body += _row(heading, rows, muted)
    return body


def _row(heading: str, rows: Sequence[str], muted: str) -> str:
    """A heading in grey and what belongs to it in one paragraph, counted if there are several."""
    if not rows:
        return ""
    text = "　".join(f"{_counted(n)} {escape(row)}" for n, row in enumerate(rows)) if len(rows) > 1 else escape(rows[0])
    before = f"<span style='color:{muted}'>{escape(heading)}</span>　" if heading else ""
    return f"<p style='margin:2px 0'>{before}{text}</p>"


def _counted(number: int) -> str:
    return chr(ord("①") + number) if number < len("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳") else "·"


def _section(heading: str, rows: Iterable[str]) -> str:
    kept = [row for row in rows if row]
    if not kept:
        return ""
    if len(kept) == 1:
        return f"<p style='margin:6px 0'><b>{escape(heading)}</b>　{escape(kept[0])}</p>"
    return f"<p style='margin:6px 0 0 0'><b>{escape(heading)}</b></p>{_list(kept)}"


def _list(rows: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(row)}</li>" for row in rows)
    return f"<ul style='margin-top:2px;margin-bottom:6px'>{items}</ul>"


def _faq(view: GuideView, words: Headings) -> str:
    if not view.faq:
        return ""
    pairs = "".join(f"<p><b>{escape(a.question)}</b><br>{escape(a.answer)}</p>" for a in view.faq)
    return f"<h4>{escape(words.faq)}</h4>{pairs}"
