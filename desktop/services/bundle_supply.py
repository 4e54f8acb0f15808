"""容缺 in a bundle: a paper that comes in late serves every item that waits for it, as one that came in time does."""

from collections.abc import Sequence
from datetime import date

from desktop.domain import events as ev
from desktop.domain.bundle import item_of
from desktop.domain.bundle_parts import BundledMaterial
from desktop.domain.case import Case
from desktop.ports import CaseReader, UnitOfWork


def supply_the_others(
    uow: UnitOfWork, case: Case, supplied: Sequence[ev.SuppliedMaterial], *, today: date
) -> frozenset[str]:
    """Puts on record for the other items of the case's bundle what came in for it. Returns those cases, often none.

    A paper of which every item keeps its own (Bundle.summed) comes in for each by itself.
    """
    parent = uow.case(case.bundle.case_id) if case.bundle else None
    if parent is None:
        return frozenset()
    codes = {material.code: material for material in supplied}
    apart = _kept_apart(uow, parent)
    came = {row.standard: codes[row.code] for row in case.rows if row.code in codes and row.standard not in apart}
    touched = set()
    for child in parent.children:
        other = uow.case(child.case_id) if child.case_id != case.case_id else None
        events = _supplied(other, came, today=today) if other is not None and other.is_open else ()
        if events:
            uow.record(events, case_id=child.case_id)
            touched.add(child.case_id)
    return frozenset(touched)


def _kept_apart(reader: CaseReader, parent: Case) -> set[str]:
    """Standards that do not serve for all; a material without a standard is its item's alone."""
    item = item_of(reader.catalogue(parent.catalogue_version), parent.item.code)
    materials = item.materials if item is not None else ()
    return {"", *(m.standard for m in materials if isinstance(m, BundledMaterial) and m.is_summed)}


def _supplied(other: Case, came: dict[str, ev.SuppliedMaterial], *, today: date) -> tuple[ev.Event, ...]:
    owed = {material.code for material in other.owed}
    rows = [row for row in other.rows if row.code in owed and row.standard in came]
    if not rows:
        return ()
    supplied = tuple(
        ev.SuppliedMaterial(
            code=row.code, name=row.name, state=came[row.standard].state, pages=came[row.standard].pages
        )
        for row in rows
    )
    return (ev.DeferredSupplied(supplied_on=today, supplied=supplied),)
