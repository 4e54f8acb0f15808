"""Policies that the counter tells people of (政策找人): who they are for, what they bring, where to apply."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from desktop.domain.condition import ANSWER, Condition, Facts, FactTest, Truth, evaluate
from desktop.domain.identity import birth_date_in, sex_in


class Policy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A policy as the city publishes it with the catalogue."""

    code: str
    name: str
    publisher: str
    kind: str  # 贷款贴息, 补贴, 税费减免 …
    summary: str
    benefit: str
    condition: Condition
    valid_from: date | None = None
    valid_to: date | None = None
    apply_at: str = ""
    apply_how: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    phone: str = ""
    url: str = ""
    basis: tuple[str, ...] = ()
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A policy that fits, or may fit once the `unknown` facts are told. `because`: the tests that it passed."""

    policy: Policy
    is_certain: bool
    because: tuple[FactTest, ...]
    unknown: tuple[str, ...]


def matches(policies: Iterable[Policy], facts: Facts, *, today: date) -> tuple[Match, ...]:
    """Policies in force today that fit, then those that may fit; each in the order of publication. Never raises."""
    certain, open_ones = [], []
    for policy in policies:
        if not is_in_force(policy, today):
            continue
        verdict = evaluate(policy.condition, facts)
        if verdict.truth is Truth.YES:
            certain.append(Match(policy, True, verdict.because, ()))
        elif verdict.truth is Truth.UNKNOWN:
            open_ones.append(Match(policy, False, (), verdict.unknown))
    return (*certain, *open_ones)


def is_in_force(policy: Policy, day: date) -> bool:
    """Whether the policy can be applied for on the day."""
    early = policy.valid_from is not None and day < policy.valid_from
    late = policy.valid_to is not None and day > policy.valid_to
    return not (early or late)


def facts_of(
    *,
    kind: str,
    id_kind: str,
    id_number: str,
    item_code: str = "",
    item_name: str = "",
    group: str = "",
    answers: Mapping[str, str] | None = None,
    told: Mapping[str, str | int] | None = None,
    today: date,
) -> dict[str, str | int]:
    """What the counter knows of an applicant and the item, as facts. Half a number gives no fact, and nothing raises.

    Args:
        answers: of the item's questions. told: what the applicant was asked beside, such as `veteran`.
    """
    facts: dict[str, str | int] = {"applicant": kind, "item": item_code, "item_name": item_name, "group": group}
    if kind == "organisation":
        facts["entity"] = id_number[:2] if len(id_number) == 18 else ""
    elif id_kind == "citizen_id" and len(id_number) == 18 and id_number[:17].isascii() and id_number[:17].isdigit():
        facts["area"], facts["sex"] = id_number[:6], sex_in(id_number).value
        born = birth_date_in(id_number)
        if born is not None and born <= today:
            facts["age"] = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    facts |= {f"{ANSWER}{key}": value for key, value in (answers or {}).items()}
    return {name: value for name, value in (facts | dict(told or {})).items() if value != ""}
