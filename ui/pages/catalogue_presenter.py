"""The catalogue as a clerk reads it aloud: the guide of an item, its materials in the chosen situation. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.bootstrap import Counter
from desktop.domain.catalogue import (
    Answer,
    Catalogue,
    Handling,
    MaterialRequirement,
    NotRequiredHere,
    OtherAuthority,
    Question,
    Referral,
    ServiceItem,
)
from desktop.domain.checklist import possible_materials, requirements_of
from desktop.domain.deadline import TimeLimit
from desktop.domain.decide import asked
from desktop.domain.outcome import effect_of
from desktop.domain.regime import rules_for
from desktop.messages import word
from desktop.pinyin import initials
from ui.pages.intake.item_presenter import ItemChoice, ItemIndex, invalidity

# What intake knows by itself; somebody who only asks is taken to come alone and in person.
KNOWN = {"applicant": "person", "agent": "no", "channel": "counter"}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The catalogue in force, ready for typing."""

    catalogue: Catalogue | None
    index: ItemIndex
    today: date


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: an item, a matter for another authority, or the heading of a group (neither)."""

    text: str
    choice: ItemChoice | None = None
    referral: Referral | None = None

    @property
    def is_heading(self) -> bool:
        """The name of a group."""
        return self.choice is None and self.referral is None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of the situation. `chosen` is the key of its answer, empty while it is open."""

    key: str
    text: str
    options: tuple[tuple[str, str], ...]
    chosen: str

    @property
    def answer(self) -> str:
        """The answer in words."""
        return next((text for key, text in self.options if key == self.chosen), "")


@dataclass(frozen=True, slots=True)
class MaterialGuide:
    """A material as it is explained to people. `ways` are how it may be spared or brought later."""

    name: str
    asked: str
    source: str
    is_required: bool
    is_deferrable: bool
    is_pledgeable: bool
    is_shareable: bool
    share_note: str
    notes: tuple[str, ...]
    points: tuple[str, ...]
    fill_notes: tuple[str, ...]
    defects: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class GuideView:
    """办事指南 of one item in one situation. `possible` are materials that open answers may still ask for."""

    code: str
    name: str
    group: str
    role: str
    authority: str
    handling: str
    is_immediate: bool
    audience: str
    statutory: str
    committed: str
    limit_note: str
    fee: str
    fee_basis: str
    visits: int
    result: str
    delivery: tuple[str, ...]
    conditions: tuple[str, ...]
    basis: tuple[str, ...]
    steps: tuple[str, ...]
    procedures: tuple[str, ...]
    where: str
    hours: str
    phone: str
    complaint: str
    online: str
    is_fully_online: bool
    remedies: tuple[str, ...]
    faq: tuple[Answer, ...]
    note: str
    questions: tuple[QuestionView, ...]
    materials: tuple[MaterialGuide, ...]
    possible: tuple[MaterialGuide, ...]
    effect: str
    is_valid: bool


def read_shelf(counter: Counter) -> Shelf:
    """The catalogue in force today with its index. On the reading thread: pinyin takes its time the first time."""
    today = counter.clock.today()
    with counter.store.read() as reader:
        catalogue = reader.catalogue_in_force(today)
    return Shelf(catalogue, ItemIndex(catalogue, today=today, most_used=(), initials=initials), today)


def listed(shelf: Shelf, typed: str) -> tuple[Line, ...]:
    """Nothing typed: every item under its group. Otherwise what fits, best first, then matters of other authorities."""
    if not typed.strip():
        return _by_group(shelf)
    found = shelf.index.find(typed)
    lines = [Line(f"{c.name}（{c.alias}）" if c.alias else c.name, choice=c) for c in found.choices]
    lines += [Line(f"{referral.matter} → {referral.authority}", referral=referral) for referral in found.referrals]
    return tuple(lines)


def _by_group(shelf: Shelf) -> tuple[Line, ...]:
    groups: dict[str, list[Line]] = {}
    for choice in shelf.index.find("").choices:
        groups.setdefault(choice.group, []).append(Line(choice.name, choice=choice))
    return tuple(line for group, lines in groups.items() for line in (Line(group), *lines))


def kept_answers(item: ServiceItem, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers that still count: an answer to a question that is not asked any more is left out."""
    facts, kept = dict(KNOWN), {}
    for question in item.questions:
        answer = answers.get(question.key, "")
        if question.is_asked(facts) and answer in {option.key for option in question.options}:
            kept[question.key] = facts[question.key] = answer
    return kept


def guide(item: ServiceItem, answers: Mapping[str, str], *, today: date, language: str) -> GuideView:
    """The guide with the materials that these answers ask for."""
    kept = kept_answers(item, answers)
    facts = {**KNOWN, **kept}
    needed = requirements_of(item, facts)
    possible = possible_materials(item, facts)
    return GuideView(
        code=item.code,
        name=item.name,
        group=item.group,
        role=word(item.role, language),
        authority=item.authority,
        handling=word(item.handling, language),
        is_immediate=item.handling is Handling.IMMEDIATE,
        audience=word(item.audience, language),
        statutory=_limit(item.statutory_limit or rules_for(item.regime).fallback_limit, language),
        committed=_limit(item.promised_limit, language),
        limit_note=item.limit_note,
        fee=item.fee,
        fee_basis=item.fee_basis,
        visits=item.visits,
        result=item.result_name,
        delivery=item.result_delivery,
        conditions=item.conditions,
        basis=item.legal_basis,
        steps=tuple(_step(step.name, step.department, _limit(step.limit, language)) for step in item.steps),
        procedures=tuple(_step(p.name, p.note, "") for p in item.special_procedures),
        where=item.address,
        hours=item.hours,
        phone=item.service_phone,
        complaint=item.complaint_phone,
        online=item.online_url,
        is_fully_online=item.is_fully_online,
        remedies=tuple(body for body in (item.review_authority, item.court) if body),
        faq=item.faq,
        note=item.note,
        questions=tuple(_question(q, kept.get(q.key, "")) for q in item.questions if q.is_asked(facts)),
        materials=tuple(_material(r, language) for r in needed),
        possible=tuple(_material(r, language) for r in possible),
        effect=_effect(effect_of(item, facts)),
        is_valid=invalidity(item, today) is None,
    )


def _question(question: Question, chosen: str) -> QuestionView:
    return QuestionView(
        question.key, question.text, tuple((option.key, option.text) for option in question.options), chosen
    )


def _material(r: MaterialRequirement, language: str) -> MaterialGuide:
    source = word(r.source, language)
    return MaterialGuide(
        name=r.name,
        asked=asked(r),
        source=f"{source}（{r.source_note}）" if r.source_note else source,
        is_required=r.is_required,
        is_deferrable=r.is_deferrable,
        is_pledgeable=r.is_pledgeable,
        is_shareable=r.is_shareable,
        share_note=r.share_note,
        notes=tuple(note for note in (r.copy_requirement, r.seal_requirement) if note),
        points=r.acceptance_points,
        fill_notes=r.fill_notes,
        defects=r.common_defects,
        basis=r.basis,
    )


def _limit(limit: TimeLimit | None, language: str) -> str:
    if limit is None:
        return ""
    unit = word(limit.unit, language)
    return f"{limit.count}{unit}" if language == "zh" else f"{limit.count} {unit}"


def _step(name: str, where: str, limit: str) -> str:
    inside = "，".join(part for part in (where, limit) if part)
    return f"{name}（{inside}）" if inside else name


def _effect(effect: NotRequiredHere | OtherAuthority | None) -> str:
    if isinstance(effect, NotRequiredHere):
        return f"{effect.reason}（{effect.basis}）" if effect.basis else effect.reason
    if isinstance(effect, OtherAuthority):
        where = "　".join(part for part in (effect.authority, effect.address, effect.phone) if part)
        return f"{effect.reason} → {where}"
    return ""
