"""Content of the papers about pledges after they were signed: withdrawn, found false, drawn by lot to be verified."""

from datetime import date
from typing import Any

from desktop.domain.paper_parts import Content, Head, Party


class PledgeFinding(Content, frozen=True, kw_only=True, tag="pledge_finding"):
    """告知承诺核查处理通知书: which pledge was untrue, what was found, what follows (国办发〔2020〕42号).

    `rectify_by` only where it is to be put right; remedies where a decision is ended or revoked.
    """

    head: Head
    applicant: Party
    agent: Party | None = None
    pledged_on: date
    materials: tuple[str, ...]
    facts: str
    consequence: str  # 终止办理, 责令限期整改 …
    rectify_by: date | None = None
    law: str = ""
    credit: str = ""  # what goes on the record
    review_authority: str = ""
    court: str = ""


class WithdrawnProof(Content, frozen=True, kw_only=True):
    """A proof that is to be brought after all: what it has to show, and in what form."""

    name: str
    asked: str = ""
    proves: tuple[str, ...] = ()


class PledgeWithdrawal(Content, frozen=True, kw_only=True, tag="pledge_withdrawal"):
    """撤回告知承诺确认书: taken back before the decision; from then on the usual way holds (国办发〔2020〕42号).

    `pledge_numbers` are the pledges as signed. `supply_by` only where the case is accepted already; before that the
    one-time notice names what is missing and its day.
    """

    head: Head
    applicant: Party
    agent: Party | None = None
    pledged_on: date
    withdrawn_on: date
    materials: tuple[WithdrawnProof, ...]
    pledge_numbers: tuple[str, ...] = ()
    reason: str = ""
    supply_by: date | None = None
    law: str = ""


class DrawnLine(Content, frozen=True, kw_only=True):
    """A pledge that the lot fell on."""

    case_number: str
    item_name: str
    material: str
    officers: tuple[str, ...]
    verify_by: date


class PledgeDrawSheet(Content, frozen=True, kw_only=True, tag="pledge_draw_sheet"):
    """告知承诺抽查名单（双随机）: the lot with all that is needed to repeat it, and room for what was found."""

    head: Head
    begins_on: date
    ends_on: date
    share_percent: int
    population: int
    population_sha256: str
    seed: str
    officers: tuple[str, ...]
    lines: tuple[DrawnLine, ...]


CheckPaper = PledgeFinding | PledgeDrawSheet | PledgeWithdrawal

CHECK_TITLES: dict[type[Any], str] = {
    PledgeFinding: "告知承诺核查处理通知书",
    PledgeDrawSheet: "告知承诺抽查名单（双随机）",
    PledgeWithdrawal: "撤回告知承诺确认书",
}
