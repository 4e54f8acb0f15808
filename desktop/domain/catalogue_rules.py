"""What must hold between the fields of a catalogue.

A catalogue comes from another office: `faults` names everything that is wrong at once, by path, and changes nothing.
The sentence of each reason is kept with the readers of catalogue files (desktop.catalogue_files.faults).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec

from desktop.domain.catalogue import INTAKE_FACTS as INTAKE_FACTS
from desktop.domain.catalogue import (
    Audience,
    Bundle,
    Catalogue,
    Handling,
    Question,
    Role,
    ServiceItem,
    When,
)
from desktop.domain.catalogue_guidance import guidance_wrongs
from desktop.domain.catalogue_places import place_wrongs
from desktop.domain.condition import tests_of
from desktop.domain.deadline import TimeLimit
from desktop.domain.errors import InvalidInput
from desktop.domain.identity import CreditCode, DivisionCode
from desktop.domain.policy import Policy
from desktop.domain.regime import rules_for

INTAKE_WORDS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "applicant": ("申请人", {"person": "个人", "organisation": "单位"}),
    "agent": ("代理", {"yes": "是", "no": "否"}),
    "channel": ("渠道", {"counter": "窗口", "village": "村级"}),
}
"""How the same facts and values are written in a condition that people read; no question may be called so."""

_RESERVED = {*INTAKE_FACTS, *(word for word, _ in INTAKE_WORDS.values())}

PARTS_AT_LEAST = 2  # of a bundle
OPTIONS_AT_LEAST, OPTIONS_AT_MOST = 2, 9  # one number key each
TEXT_AT_MOST = 30_000  # an Excel cell holds 32,767 characters
CODE_AT_MOST = 50  # width of the code columns in the exchange tables

_VERSION = re.compile(r"(\d{4})\.(\d{2})\.(\d{2})(\.\d{2})?")
_KEY_BREAKERS = re.compile(r"[=＝|｜;；\s]")  # the marks of a written condition
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    `where` is a path such as `items[3].materials[2].when`; `item_code` is empty outside items; `reason` is a key, and
    `fields` fill the blanks of its sentence.
    """

    where: str
    reason: str
    item_code: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)


def faults(catalogue: Catalogue) -> tuple[Fault, ...]:
    """Everything that is wrong, in the order of the catalogue; empty: it may be put in force."""
    found = [*_head(catalogue), *_texts(catalogue, "", "")]
    towns = {item.authority for item in catalogue.items if item.role is Role.OWN}
    found += _doubles((item.code for item in catalogue.items), "items[{}].code", "item_code_twice")
    for n, item in enumerate(catalogue.items):
        path = f"items[{n}]"
        rules = (
            _item(item, path, towns),
            _limits(item, path),
            _questions(item, path),
            _materials(item, path),
            _texts(item, path, item.code),
        )
        found += [
            Fault(where=fault.where, reason=fault.reason, item_code=item.code, fields=fault.fields)
            for rule in rules
            for fault in rule
        ]
    found += [fault for n, bundle in enumerate(catalogue.bundles) for fault in _bundle(bundle, n, catalogue)]
    wrongs = (*guidance_wrongs(catalogue), *place_wrongs(catalogue))
    found += [Fault(where, wrong.reason, fields=wrong.fields) for where, wrong in wrongs]
    found += _doubles((r.matter for r in catalogue.referrals), "referrals[{}].matter", "referral_twice")
    found += _doubles((str(d.day) for d in catalogue.regional_days), "regional_days[{}].day", "day_twice")
    return tuple(found)


def _head(catalogue: Catalogue) -> Iterator[Fault]:
    if not _is_version(catalogue.version):
        yield Fault("version", "version_form", fields={"version": catalogue.version})
    try:
        DivisionCode(catalogue.division)
    except InvalidInput:
        yield Fault("division", "division_code", fields={"code": catalogue.division})
    if catalogue.in_force_on < catalogue.issued_on:
        yield Fault("in_force_on", "in_force_before_issue")
    if not catalogue.publisher.strip():
        yield Fault("publisher", "empty")
    if not catalogue.items:
        yield Fault("items", "no_items")


def _is_version(version: str) -> bool:
    """A date with dots and an optional serial, so that versions sort by text."""
    match = _VERSION.fullmatch(version)
    if match is None:
        return False
    try:
        date(*map(int, match.groups()[:3]))
    except ValueError:
        return False
    return True


def _item(item: ServiceItem, path: str, towns: set[str]) -> Iterator[Fault]:
    for name in ("code", "name", "group", "authority"):
        if not getattr(item, name).strip():
            yield Fault(f"{path}.{name}", "empty")
    if re.search(r"\s", item.code) or len(item.code) > CODE_AT_MOST:
        yield Fault(f"{path}.code", "item_code_form", fields={"most": CODE_AT_MOST})
    if item.authority_code:
        try:
            CreditCode(item.authority_code)
        except InvalidInput:
            yield Fault(f"{path}.authority_code", "credit_code", fields={"code": item.authority_code})
    if item.role in (Role.DELEGATED, Role.FIRST_REVIEW, Role.COLLECTS) and item.authority in towns:
        yield Fault(f"{path}.authority", "authority_is_town", fields={"authority": item.authority})
    if item.role is not Role.ADVISES and not item.materials:
        yield Fault(f"{path}.materials", "no_materials")
    if item.valid_from and item.valid_to and item.valid_to < item.valid_from:
        yield Fault(f"{path}.valid_to", "dates_order")
    if item.is_fully_online and not item.online_url:
        yield Fault(f"{path}.online_url", "online_without_url")
    numbers = {"visits": item.visits, "yellow_days": item.yellow_days}
    for n, procedure in enumerate(item.special_procedures):
        numbers[f"special_procedures[{n}].days"] = procedure.days
    yield from (Fault(f"{path}.{name}", "number_negative") for name, value in numbers.items() if value < 0)


def _limits(item: ServiceItem, path: str) -> Iterator[Fault]:
    committed, statutory = item.committed_limit, item.statutory_limit
    if _is_longer(committed, statutory):
        yield Fault(f"{path}.committed_limit", "committed_longer", fields=_counts(committed, statutory))
    if item.fast_limit and not (item.is_pilot or item.is_green):
        yield Fault(f"{path}.fast_limit", "fast_without_flag")
    if _is_longer(item.fast_limit, committed or statutory):
        yield Fault(f"{path}.fast_limit", "fast_longer", fields=_counts(item.fast_limit, committed or statutory))
    has_limit = committed or statutory or rules_for(item.regime).fallback_limit or item.limit_note
    if item.handling is Handling.COMMITTED and item.role is not Role.ADVISES and not has_limit:
        yield Fault(f"{path}.committed_limit", "limit_missing")


def _is_longer(limit: TimeLimit | None, other: TimeLimit | None) -> bool:
    """Working and calendar days are not compared: that needs a calendar."""
    return bool(limit and other and limit.unit is other.unit and limit.count > other.count)


def _counts(limit: TimeLimit | None, other: TimeLimit | None) -> dict[str, object]:
    return {"count": limit.count if limit else 0, "most": other.count if other else 0}


def _bundle(bundle: Bundle, n: int, catalogue: Catalogue) -> Iterator[Fault]:
    """A bundle joins items that one applicant may ask for at this window, under conditions that can be told."""
    path = f"bundles[{n}]"
    yield from (Fault(f"{path}.{name}", "empty") for name in ("code", "name", "group") if not getattr(bundle, name))
    if re.search(r"[\s+]", bundle.code) or len(bundle.code) > CODE_AT_MOST:
        yield Fault(f"{path}.code", "item_code_form", fields={"most": CODE_AT_MOST})
    others = {item.code for item in catalogue.items} | {other.code for other in catalogue.bundles[:n]}
    if bundle.code in others:
        yield Fault(f"{path}.code", "item_code_twice", fields={"value": bundle.code})
    if len(bundle.parts) < PARTS_AT_LEAST:
        yield Fault(f"{path}.parts", "bundle_too_small")
    yield from _doubles((part.item for part in bundle.parts), f"{path}.parts[{{}}].item", "bundle_item_twice")
    known = {item.code: item for item in catalogue.items if item.role is not Role.ADVISES}
    for place, part in enumerate(bundle.parts):
        if part.item not in known:
            yield Fault(f"{path}.parts[{place}].item", "bundle_item_unknown", fields={"code": part.item})
        yield from _condition(part.when, bundle, f"{path}.parts[{place}].when")
    items = [known[part.item] for part in bundle.parts if part.item in known]
    if len({item.audience for item in items} - {Audience.ANY}) > 1:
        yield Fault(f"{path}.parts", "bundle_audience")
    standards = {material.standard for item in items for material in item.materials}
    for place, standard in enumerate(bundle.summed):
        if standard not in standards:
            yield Fault(f"{path}.summed[{place}]", "bundle_standard", fields={"standard": standard})
    yield from _questions(bundle, path)


def _questions(item: ServiceItem | Bundle, path: str) -> Iterator[Fault]:
    yield from _doubles((q.key for q in item.questions), f"{path}.questions[{{}}].key", "question_twice")
    for n, question in enumerate(item.questions):
        at = f"{path}.questions[{n}]"
        yield from _key(question.key, f"{at}.key")
        if question.key in _RESERVED:
            yield Fault(f"{at}.key", "question_key_reserved", fields={"key": question.key})
        if not OPTIONS_AT_LEAST <= len(question.options) <= OPTIONS_AT_MOST:
            yield Fault(f"{at}.options", "options_count", fields={"count": len(question.options)})
        yield from _options(question, at)
        yield from _condition(question.when, item, f"{at}.when")
    looped = _looped(item.questions)
    if looped:
        first = next(n for n, question in enumerate(item.questions) if question.key in looped)
        yield Fault(f"{path}.questions[{first}].when", "questions_cyclic", fields={"keys": "、".join(sorted(looped))})


def _options(question: Question, path: str) -> Iterator[Fault]:
    yield from _doubles((o.key for o in question.options), f"{path}.options[{{}}].key", "option_twice")
    for n, option in enumerate(question.options):
        at = f"{path}.options[{n}]"
        yield from _key(option.key, f"{at}.key")
        if option.not_required and option.other_authority:
            yield Fault(at, "option_two_effects", fields={"key": option.key})
        if option.not_required and not (option.not_required.reason and option.not_required.basis):
            yield Fault(f"{at}.not_required", "effect_unexplained", fields={"key": option.key})
        if option.other_authority and not (option.other_authority.reason and option.other_authority.authority):
            yield Fault(f"{at}.other_authority", "effect_unexplained", fields={"key": option.key})


def _key(key: str, path: str) -> Iterator[Fault]:
    if not key or _KEY_BREAKERS.search(key):
        yield Fault(path, "key_form", fields={"key": key})


def _condition(when: When, item: ServiceItem | Bundle, path: str) -> Iterator[Fault]:
    known: dict[str, tuple[str, ...]] = dict(INTAKE_FACTS)
    known |= {question.key: tuple(option.key for option in question.options) for question in item.questions}
    for name, answers in when.items():
        if name not in known:
            yield Fault(path, "when_question", fields={"question": name})
            continue
        if not answers:
            yield Fault(path, "when_empty", fields={"question": name})
        for answer in answers:
            if answer not in known[name]:
                yield Fault(path, "when_option", fields={"question": name, "option": answer})


def _looped(questions: Sequence[Question]) -> set[str]:
    """Keys of the questions that can never be asked because each waits for another of them, or stand behind such."""
    waiting = {q.key: {name for name in q.when if name not in INTAKE_FACTS} for q in questions}
    waiting = {key: names & waiting.keys() for key, names in waiting.items()}
    while ready := {key for key, names in waiting.items() if not names}:
        waiting = {key: names - ready for key, names in waiting.items() if key not in ready}
    return set(waiting)


def _materials(item: ServiceItem, path: str) -> Iterator[Fault]:
    yield from _doubles((m.code for m in item.materials), f"{path}.materials[{{}}].code", "material_twice")
    limit = item.committed_limit or item.statutory_limit
    for n, material in enumerate(item.materials):
        at = f"{path}.materials[{n}]"
        for name in ("code", "name"):
            if not getattr(material, name).strip():
                yield Fault(f"{at}.{name}", "empty")
        if material.is_deferrable and item.handling is Handling.IMMEDIATE:
            yield Fault(f"{at}.is_deferrable", "deferrable_in_immediate")
        if material.deferral and not material.is_deferrable:
            yield Fault(f"{at}.deferral", "deferral_of_undeferrable")
        if _is_longer(material.deferral, limit):
            yield Fault(f"{at}.deferral", "deferral_longer", fields=_counts(material.deferral, limit))
        if material.originals < 0 or material.copies < 0:
            yield Fault(f"{at}.{'originals' if material.originals < 0 else 'copies'}", "number_negative")
        yield from _condition(material.when, item, f"{at}.when")


def _doubles(values: Iterable[str], path: str, reason: str) -> Iterator[Fault]:
    """A fault for every value that stood before; empty ones are somebody else's business."""
    seen: Counter[str] = Counter()
    for n, value in enumerate(values):
        seen[value] += 1
        if value and seen[value] > 1:
            yield Fault(path.format(n), reason, fields={"value": value})


def _texts(value: object, path: str, code: str) -> Iterator[Fault]:
    """Every text below `value` can be printed, shown in one line where it is an entry of a list, and kept in Excel.

    Items are left out of the catalogue's own walk: they are walked one by one, with their code.
    """
    if isinstance(value, str):
        if _CONTROL.search(value):
            yield Fault(path, "text_control", code)
        elif value != value.strip():
            yield Fault(path, "text_untrimmed", code)
        elif len(value) > TEXT_AT_MOST:
            yield Fault(path, "text_too_long", code, {"most": TEXT_AT_MOST})
    elif isinstance(value, tuple):
        if sum(len(part) for part in value if isinstance(part, str)) > TEXT_AT_MOST:
            yield Fault(path, "text_too_long", code, {"most": TEXT_AT_MOST})
        for n, part in enumerate(value):
            if isinstance(part, str) and (not part or "\n" in part):
                yield Fault(f"{path}[{n}]", "text_entry", code)
            else:
                yield from _texts(part, f"{path}[{n}]", code)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if isinstance(value, Policy) and name == "condition":  # nested without end, perhaps
                inner = tests_of(value.condition)
            if not (isinstance(value, Catalogue) and name == "items"):
                yield from _texts(inner, f"{path}.{name}".lstrip("."), code)
