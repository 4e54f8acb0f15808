"""Content of the papers after intake: corrections handed in, time, decision, delivery, hand-over, end of a shift.

As in desktop.domain.papers: what is printed, without how; an empty text leaves its line out, or blank for a pen where
the paper is a form. Required content: handbook 1.1, 1.3, 1.6; the article stands with each paper.
"""

from datetime import date
from typing import Any

from desktop.domain.paper_parts import Content, Head, MaterialLine, Party


class SupplementReceipt(Content, frozen=True, kw_only=True, tag="supplement_receipt"):
    """补正材料收件凭证: which of the noticed corrections came in, and the limit that runs from the day of the last one.

    `head.case_number` is the original number. `supplied` and `outstanding` together are the lines of the notice, see
    `unlike_notice`.
    """

    head: Head
    applicant: Party
    agent: Party | None = None
    correction_number: str = ""  # 文号 of the 补正材料通知书
    noticed_on: date | None = None
    supplied_on: date
    supplied: tuple[MaterialLine, ...]
    outstanding: tuple[MaterialLine, ...] = ()
    supply_by: date | None = None  # for what is outstanding
    law: str = ""
    accepted_on: date | None = None  # the day all corrections were in, where the case is accepted here
    handed_to: str = ""  # the authority that decides on acceptance, where this window only collects
    committed_limit: str = ""
    due_on: date | None = None  # the new 承诺办结日期
    delivery: str = ""
    query_code: str = ""


class ReturnNotice(Content, frozen=True, kw_only=True, tag="return_notice"):
    """退件通知书: the file is closed without a decision and the materials go back (handbook 1.6).

    With `supply_by` the reason is a correction not made in time; `reason` then says what is still missing.
    """

    head: Head
    applicant: Party
    agent: Party | None = None
    received_on: date
    reason: str
    law: str = ""
    correction_number: str = ""
    noticed_on: date | None = None
    supply_by: date | None = None
    returned: tuple[MaterialLine, ...] = ()
    review_authority: str = ""
    court: str = ""


class ExtensionNotice(Content, frozen=True, kw_only=True, tag="extension_notice"):
    """延期办理通知书: at most 10 days more, 15 in joint handling, approved by the head, with reason (行政许可法 42)."""

    head: Head
    applicant: Party
    agent: Party | None = None
    accepted_on: date
    law: str
    reason: str
    approved_by: str  # office, and name if given: 本机关负责人, 本级人民政府负责人
    approved_on: date
    extended_by: str  # 10个工作日
    old_due_on: date
    new_due_on: date


class SpecialProcedureNotice(Content, frozen=True, kw_only=True, tag="special_procedure_notice"):
    """特别程序告知书: time for a hearing, test or expert review is not counted; told in writing (行政许可法 45)."""

    head: Head
    applicant: Party
    agent: Party | None = None
    accepted_on: date
    law: str
    procedure: str  # 听证, 招标, 拍卖, 检验, 检测, 检疫, 鉴定, 专家评审
    reason: str = ""
    begins_on: date
    time_needed: str  # 15个工作日
    ends_on: date | None = None  # expected
    done_by: str = ""
    old_due_on: date | None = None
    new_due_on: date | None = None  # expected, when the procedure ends on `ends_on`


class _Decision(Content, frozen=True, kw_only=True):
    """What granting and denying have in common; `matter` stands in the title and in the decision."""

    head: Head
    applicant: Party
    agent: Party | None = None
    matter: str = "行政许可"
    applied_on: date | None = None
    accepted_on: date
    facts: str
    basis: str  # the rule that sets the conditions
    reasons: str
    examiners: tuple[str, ...] = ()  # two or more where the substance was checked (行政许可法 34)
    law: str
    review_authority: str = ""
    court: str = ""


class GrantDecision(_Decision, frozen=True, kw_only=True, tag="grant_decision"):
    """准予…决定书 of an item that this authority decides (行政许可法 34, 38-40, 44)."""

    scope: str = ""  # what exactly is granted
    certificate: str = ""  # name and number of the certificate
    deliver_by: date | None = None  # 行政许可法 44: within ten days of the decision
    delivery: str = ""  # 取件方式
    valid_from: date | None = None
    valid_until: date | None = None
    renew_by: date | None = None  # 行政许可法 50
    conditions: tuple[str, ...] = ()
    is_public: bool = True  # 行政许可法 40; not for social aid and other matters of a person's life
    published_at: str = ""

    @property
    def title(self) -> str:
        """准予行政许可决定书."""
        return f"准予{self.matter}决定书"


class DenialDecision(_Decision, frozen=True, kw_only=True, tag="denial_decision"):
    """不予…决定书: with reasons and remedies (行政许可法 38)."""

    heard: str = ""  # what the applicant said in defence, and what came of it (行政许可法 36)

    @property
    def title(self) -> str:
        """不予行政许可决定书."""
        return f"不予{self.matter}决定书"


class DeliveryReceipt(Content, frozen=True, kw_only=True, tag="delivery_receipt"):
    """送达回证: the recipient signs that the result was handed over; kept in the file (handbook 1.6).

    A form: place, method, time and names that are empty are left blank for a pen.
    """

    head: Head
    recipient: Party
    agent: Party | None = None
    delivered: tuple[MaterialLine, ...]  # 送达内容: name, `asked` number of copies, `note` its 文号
    delivered_on: date | None = None
    place: str = ""
    method: str = ""  # 窗口自取, 邮寄, 代收
    tracking_number: str = ""
    received_at: str = ""
    deliverers: tuple[str, ...] = ()
    substitute: str = ""  # 代收人
    substitute_reason: str = ""
    remark: str = ""


class HandedCase(Content, frozen=True, kw_only=True):
    """One case in a package, with the opinion of the first examination and all of its materials."""

    case_number: str
    item_name: str
    applicant: str
    opinion: str = ""  # 初步审查意见
    materials: tuple[MaterialLine, ...] = ()
    due_on: date | None = None


class Hand(Content, frozen=True, kw_only=True):
    """One passing from hand to hand; names and day are left blank for a pen while they are empty."""

    giver_unit: str
    taker_unit: str
    giver: str = ""
    taker: str = ""
    passed_on: date | None = None


class HandoverSheet(Content, frozen=True, kw_only=True, tag="handover_sheet"):
    """转办交接单: opinions and all materials go up as one package, asked for only once (行政许可法 35)."""

    head: Head
    package_number: str = ""
    from_unit: str
    to_unit: str
    route: str = ""  # 专网, 机要邮路, 专人送达
    tracking_number: str = ""  # of the post or the courier
    cases: tuple[HandedCase, ...]
    hands: tuple[Hand, ...] = ()  # none given: one, from `from_unit` to `to_unit`
    law: str = ""

    @property
    def material_count(self) -> int:
        """Lines of materials in the whole package."""
        return sum(len(case.materials) for case in self.cases)


class Count(Content, frozen=True, kw_only=True):
    """A number with its name: 受理 8."""

    name: str
    number: int


class Tally(Content, frozen=True, kw_only=True):
    """A total and the parts that must add up to it: 收件 = 受理 + 不予受理 + 退件 + 未结. No parts: nothing to add."""

    whole: Count
    parts: tuple[Count, ...] = ()
    unit: str = "件"

    @property
    def parts_total(self) -> int:
        """The parts added up."""
        return sum(part.number for part in self.parts)

    @property
    def difference(self) -> int:
        """Total less parts: 0 if it adds up or there are no parts."""
        return self.whole.number - self.parts_total if self.parts else 0


class OpenCase(Content, frozen=True, kw_only=True):
    """A case that the next clerk takes over."""

    case_number: str
    item_name: str
    applicant: str
    next_step: str = ""
    due_on: date | None = None


class ShiftSheet(Content, frozen=True, kw_only=True, tag="shift_sheet"):
    """交班单: figures of the shift that must add up, open cases and things handed over, both sign. No legal form."""

    head: Head
    worked_on: date
    begins: str = ""  # 8:30
    ends: str = ""
    giver: str = ""
    taker: str = ""
    tallies: tuple[Tally, ...]
    open_cases: tuple[OpenCase, ...] = ()
    things: tuple[MaterialLine, ...] = ()  # seals, keys, money, blank papers: name, `asked` how many, `note`
    explanation: str = ""  # of what does not add up; left blank for a pen while empty
    remark: str = ""


CoursePaper = (
    SupplementReceipt
    | ReturnNotice
    | ExtensionNotice
    | SpecialProcedureNotice
    | GrantDecision
    | DenialDecision
    | DeliveryReceipt
    | HandoverSheet
    | ShiftSheet
)

COURSE_TITLES: dict[type[Any], str] = {
    SupplementReceipt: "补正材料收件凭证",
    ReturnNotice: "退件通知书",
    ExtensionNotice: "延期办理通知书",
    SpecialProcedureNotice: "特别程序告知书",
    GrantDecision: "准予决定书",
    DenialDecision: "不予决定书",
    DeliveryReceipt: "送达回证",
    HandoverSheet: "转办交接单",
    ShiftSheet: "交班单",
}
"""Titles of the kinds; a decision prints its own, with the matter in it."""


def unlike_notice(receipt: SupplementReceipt, to_correct: tuple[MaterialLine, ...]) -> tuple[str, ...]:
    """Names that stand on the receipt or among the notice's corrections but not on both; empty if they agree.

    The receipt must agree with the notice (handbook 1.6), or a second demand would hide in it (行政许可法 72 (4)).
    """
    answered = [line.name for line in (*receipt.supplied, *receipt.outstanding)]
    noticed = [line.name for line in to_correct]
    return tuple(name for name in dict.fromkeys((*noticed, *answered)) if noticed.count(name) != answered.count(name))
