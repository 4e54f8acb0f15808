"""Content of the papers that tell and offer: the leaflet of policies, and the record of an intermediary's choice.

Neither decides anything: both carry the name of the hall, and no seal is pressed on them.
"""

from datetime import date
from typing import Any

from desktop.domain.paper_parts import Content, Head, Party


class PolicyLine(Content, frozen=True, kw_only=True):
    """One policy on the leaflet. `standing`: whether it fits, in words; `reasons` are the tests that say so."""

    name: str
    publisher: str
    kind: str
    summary: str
    benefit: str
    standing: str = ""
    reasons: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()  # on what it still depends
    apply_at: str = ""
    apply_how: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    phone: str = ""
    until: date | None = None  # last day to apply
    url: str = ""  # printed as a code
    basis: tuple[str, ...] = ()


class PolicyLeaflet(Content, frozen=True, kw_only=True, tag="policy_leaflet"):
    """政策告知单 (政策找人): what fits, why, what it brings, where and how to apply, until when."""

    head: Head
    policies: tuple[PolicyLine, ...]
    told_to: str = ""  # may stay empty: nobody must give a name to ask


class CandidateLine(Content, frozen=True, kw_only=True):
    """One on the register: name, credit code, and how to reach it."""

    name: str
    code: str
    contact: str = ""
    fee_note: str = ""


class IntermediarySlip(Content, frozen=True, kw_only=True, tag="intermediary_slip"):
    """中介服务选择记录单: chosen freely or by lot, from whom, and how anyone repeats the lot (优化营商环境条例 43)."""

    head: Head
    service: str
    how: str
    candidates: tuple[CandidateLine, ...]
    chosen: CandidateLine
    applicant: Party | None = None
    seed: str = ""  # of the lot
    register_version: str = ""


GuidancePaper = PolicyLeaflet | IntermediarySlip

GUIDANCE_TITLES: dict[type[Any], str] = {PolicyLeaflet: "政策告知单", IntermediarySlip: "中介服务选择记录单"}
