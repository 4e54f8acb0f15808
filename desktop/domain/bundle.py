"""一件事一次办: several items as one (国办发〔2022〕32号): every question asked once, every material brought once.

A bundle is named by the catalogue; a cart is one that the clerk puts together, and its code says of what. Either is
made into a BundledItem here, so that intake, papers and pages work with it as with any item.
"""

from collections.abc import Iterable, Sequence

import msgspec

from desktop.domain.authority import may_accept
from desktop.domain.bundle_merge import distinct, merged, span
from desktop.domain.bundle_parts import BundledItem, BundledMaterial, BundledQuestion, Part, common_condition
from desktop.domain.catalogue import (
    Audience,
    Bundle,
    BundlePart,
    Catalogue,
    Handling,
    ItemKind,
    ItemStatus,
    MaterialRequirement,
    Question,
    Role,
    ServiceItem,
)
from desktop.domain.deadline import TimeLimit
from desktop.domain.regime import Regime, rules_for

MANY = "多部门"
CART, JOINT = "cart", "+"


def item_of(catalogue: Catalogue | None, code: str) -> ServiceItem | None:
    """The item, the bundle or the cart of this code; None: the catalogue has it not, or not all of it."""
    if catalogue is None:
        return None
    item = catalogue.item(code)
    if item is not None:
        return item
    bundle = next((bundle for bundle in catalogue.bundles if bundle.code == code), None) or _cart(catalogue, code)
    return as_item(bundle, catalogue) if bundle is not None else None


def all_items(catalogue: Catalogue) -> tuple[ServiceItem, ...]:
    """What may be chosen at the window: items, then bundles, each in the order of the catalogue."""
    bundles = (as_item(bundle, catalogue) for bundle in catalogue.bundles)
    return (*catalogue.items, *(item for item in bundles if item is not None))


def cart_code(codes: Sequence[str]) -> str:
    """The code of a cart; of one item alone its own."""
    return codes[0] if len(codes) == 1 else JOINT.join((CART, *codes))


def codes_in(code: str) -> tuple[str, ...]:
    """The items of a cart by its code; any other code stands for itself."""
    first, *rest = code.split(JOINT)
    return tuple(rest) if first == CART and rest else (code,)


def may_join(items: Sequence[ServiceItem], item: ServiceItem) -> bool:
    """Whether the item may go into a cart with these: taken in here, no bundle itself, and for the same applicant."""
    is_single = not isinstance(item, BundledItem) and item.role is not Role.ADVISES and JOINT not in item.code
    return is_single and item.code not in {i.code for i in items} and audience((*items, item)) is not None


def _cart(catalogue: Catalogue, code: str) -> Bundle | None:
    codes = codes_in(code)
    items = [item for item in map(catalogue.item, codes) if item is not None]
    if len(codes) < 2 or len(items) < len(codes):
        return None
    name = f"{items[0].name}等{len(items)}项（合并办理）"
    return Bundle(code=code, name=name, group="一件事", parts=tuple(BundlePart(item=item.code) for item in items))


def as_item(bundle: Bundle, catalogue: Catalogue) -> BundledItem | None:
    """The bundle as one item; None where the catalogue has not all of its items."""
    items = [item for item in (catalogue.item(part.item) for part in bundle.parts) if item is not None]
    if not items or len(items) < len(bundle.parts):
        return None
    keys = _question_keys(bundle.questions, items)
    parts = tuple(
        Part(item=item, when=part.when, keys=own) for item, part, own in zip(items, bundle.parts, keys, strict=True)
    )
    role = _role(items)
    is_valid = bundle.status is ItemStatus.IN_USE and all(item.status is ItemStatus.IN_USE for item in items)
    authorities = distinct(item.authority for item in items)
    regimes = {item.regime for item in items}
    first = items[0]
    return BundledItem(
        code=bundle.code,
        name=bundle.name,
        group=bundle.group,
        kind=first.kind if len({item.kind for item in items}) == 1 else ItemKind.PUBLIC_SERVICE,
        regime=first.regime if len(regimes) == 1 else Regime.SERVICE,
        role=role,
        authority=authorities[0] if len(authorities) == 1 else MANY,
        handling=Handling.IMMEDIATE if all(i.handling is Handling.IMMEDIATE for i in items) else Handling.COMMITTED,
        audience=audience(items) or Audience.ANY,
        aliases=bundle.aliases,
        status=ItemStatus.IN_USE if is_valid else ItemStatus.SUSPENDED,
        valid_from=max((i.valid_from for i in items if i.valid_from), default=None),
        valid_to=min((i.valid_to for i in items if i.valid_to), default=None),
        statutory_limit=_longest(i.statutory_limit or rules_for(i.regime).fallback_limit for i in items),
        committed_limit=_longest(i.promised_limit or i.statutory_limit for i in items),
        legal_basis=(*bundle.legal_basis, *distinct(text for i in items for text in i.legal_basis)),
        conditions=distinct(text for i in items for text in i.conditions),
        fee="；".join(f"{i.name}：{i.fee}" for i in items if i.fee),
        fee_basis="；".join(distinct(i.fee_basis for i in items)),
        visits=max(i.visits for i in items),
        special_procedures=tuple(dict.fromkeys(p for i in items for p in i.special_procedures)),
        questions=_questions(bundle, parts),
        materials=_materials(bundle, parts),
        result_name="、".join(distinct(i.result_name for i in items)),
        result_delivery=distinct(text for i in items for text in i.result_delivery),
        service_phone=_common(i.service_phone for i in items),
        complaint_phone=_common(i.complaint_phone for i in items),
        address=_common(i.address for i in items),
        hours=_common(i.hours for i in items),
        review_authority=_common(i.review_authority for i in items),
        court=_common(i.court for i in items),
        note=bundle.note,
        yellow_days=max(i.yellow_days for i in items),
        parts=parts,
    )


def _role(items: Sequence[ServiceItem]) -> Role:
    """受理 by the town only where it may accept every item: one paper cannot accept for an authority that has not.

    Items of its own and delegated ones together are accepted by the town as the unified window (行政许可法 26); each
    item's authority stands on the paper.
    """
    if not all(map(may_accept, items)):
        return Role.COLLECTS
    is_one_delegation = {i.role for i in items} == {Role.DELEGATED} and len({i.authority for i in items}) == 1
    return Role.DELEGATED if is_one_delegation else Role.OWN


def audience(items: Sequence[ServiceItem]) -> Audience | None:
    """Who may apply for all of the items; None: nobody may, because some are for persons and some for organisations."""
    wanted = {item.audience for item in items} - {Audience.ANY}
    return None if len(wanted) > 1 else next(iter(wanted), Audience.ANY)


def _longest(limits: Iterable[TimeLimit | None]) -> TimeLimit | None:
    return max((limit for limit in limits if limit is not None), key=span, default=None)


def _common(texts: Iterable[str]) -> str:
    """The text that all have; empty where they differ."""
    different = set(texts)
    return different.pop() if len(different) == 1 else ""


def _question_keys(own: Sequence[Question], items: Sequence[ServiceItem]) -> list[dict[str, str]]:
    """For each item, the bundle's key of each of its questions: shared where key, text and answers are the same."""
    taken = {question.key: question for question in own}
    keys = []
    for place, item in enumerate(items, start=1):
        named = {}
        for question in item.questions:
            known = taken.setdefault(question.key, question)
            is_same = (known.text, known.options) == (question.text, question.options)
            named[question.key] = question.key if is_same else f"{question.key}·{place}"
            taken.setdefault(named[question.key], question)
        keys.append(named)
    return keys


def _questions(bundle: Bundle, parts: Sequence[Part]) -> tuple[Question, ...]:
    """The bundle's own questions, then those of the items in order; one that clashes says of which item it is."""
    own = {question.key for question in bundle.questions}
    sources: dict[str, list[tuple[Part, Question]]] = {}
    for part in parts:
        for question in part.item.questions:
            sources.setdefault(part.keys[question.key], []).append((part, question))
    asked = tuple(_question(key, of) for key, of in sources.items() if key not in own)
    return (*bundle.questions, *asked)


def _question(key: str, sources: list[tuple[Part, Question]]) -> BundledQuestion:
    part, question = sources[0]
    return BundledQuestion(
        key=key,
        text=question.text if key == question.key else f"{part.item.name}：{question.text}",
        options=question.options,
        when=common_condition(of.lifted(q.when) for of, q in sources),
        sources=tuple(sources),
    )


def _materials(bundle: Bundle, parts: Sequence[Part]) -> tuple[MaterialRequirement, ...]:
    """In the order in which the items name them; the n-th of a standard in one item is the n-th of it in another."""
    sources: dict[str, list[tuple[Part, MaterialRequirement]]] = {}
    for place, part in enumerate(parts, start=1):
        seen: dict[str, int] = {}
        for material in part.item.materials:
            code = f"{place}-{material.code}"
            if material.standard:
                seen[material.standard] = nth = seen.get(material.standard, 0) + 1
                code = material.standard if nth == 1 else f"{material.standard}-{nth}"
            sources.setdefault(code, []).append((part, material))
    return tuple(_material(code, of, is_summed=of[0][1].standard in bundle.summed) for code, of in sources.items())


def _material(code: str, sources: list[tuple[Part, MaterialRequirement]], *, is_summed: bool) -> BundledMaterial:
    together = merged([material for _, material in sources], code=code, is_summed=is_summed)
    fields = {name: getattr(together, name) for name in MaterialRequirement.__struct_fields__}
    fields["when"] = common_condition(part.lifted(material.when) for part, material in sources)
    return BundledMaterial(**fields, sources=tuple(sources), is_summed=is_summed)


class Saving(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle spares against its items one by one (M4)."""

    materials: int
    visits: int


def saving(item: BundledItem, facts: dict[str, str] | None = None) -> Saving:
    """Materials and visits spared; under these facts, or at most."""
    if facts is None:
        apart = sum(len(part.item.materials) for part in item.parts)
        one_by_one = sum(part.item.visits for part in item.parts)
        return Saving(materials=apart - len(item.materials), visits=one_by_one - item.visits)
    taken = item.taken(facts)
    apart = sum(1 for part, own in taken for m in part.item.materials if m.under(own) is not None)
    together = sum(1 for material in item.materials if material.under(facts) is not None)
    visits = [part.item.visits for part, _ in taken]
    return Saving(materials=apart - together, visits=sum(visits) - max(visits, default=0))
