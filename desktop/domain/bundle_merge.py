"""One material for several items: the strictest of what they ask, so that one set serves them all (handbook 3)."""

from collections.abc import Iterable, Sequence
from datetime import date

from desktop.domain.catalogue import MaterialRequirement, Medium
from desktop.domain.deadline import LimitUnit, TimeLimit

WORKDAYS_A_WEEK, DAYS_A_WEEK = 5, 7


def merged(wanted: Sequence[MaterialRequirement], *, code: str, is_summed: bool) -> MaterialRequirement:
    """The material that satisfies all of `wanted`, which are at least one, under a code of its own.

    Copies and originals: the most that one item keeps, because the paper goes from hand to hand; or all together, where
    every item keeps its own. May be left out, owed, pledged or shared only where every item allows it.
    """
    first, count = wanted[0], sum if is_summed else max
    deferrals = [m.deferral for m in wanted if m.deferral is not None]
    verifications = [m.verification for m in wanted if m.verification is not None]
    validities = [m.validity for m in wanted if m.validity is not None]
    is_deferrable = all(m.is_deferrable for m in wanted)
    return MaterialRequirement(
        code=code,
        name=first.name,
        standard=first.standard,
        kind=first.kind,
        medium=Medium.PAPER if any(m.medium is Medium.PAPER for m in wanted) else first.medium,
        source=first.source,
        source_note=first.source_note,
        is_required=any(m.is_required for m in wanted),
        is_deferrable=is_deferrable,
        deferral=min(deferrals, key=span) if deferrals and is_deferrable else None,
        verification=min(verifications, key=span) if verifications else None,
        is_pledgeable=all(m.is_pledgeable for m in wanted),
        is_shareable=all(m.is_shareable for m in wanted),
        share_note=first.share_note,
        validity=min(validities, key=lambda validity: validity.through(date.min)) if validities else None,
        originals=count(m.originals for m in wanted),
        copies=count(m.copies for m in wanted),
        is_original_compared=any(m.is_original_compared for m in wanted),
        copy_requirement=_joined(m.copy_requirement for m in wanted),
        seal_requirement=_joined(m.seal_requirement for m in wanted),
        is_filled_on_site=any(m.is_filled_on_site for m in wanted),
        acceptance_points=distinct(point for m in wanted for point in m.acceptance_points),
        common_defects=distinct(defect for m in wanted for defect in m.common_defects),
        fill_notes=distinct(note for m in wanted for note in m.fill_notes),
        basis=_joined(m.basis for m in wanted),
    )


def span(limit: TimeLimit) -> int:
    """How long a limit is, to compare limits of both units: five working days are a week."""
    a_day = DAYS_A_WEEK if limit.unit is LimitUnit.WORKING_DAYS else WORKDAYS_A_WEEK
    return limit.count * a_day


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """Each once, in order, empty ones left out."""
    return tuple(dict.fromkeys(text for text in texts if text))


def _joined(texts: Iterable[str]) -> str:
    return "；".join(distinct(texts))
