"""Content of the papers after intake, made up: nobody has these names and numbers."""

from datetime import date

from msgspec.structs import replace

from desktop.domain.paper_parts import MaterialLine, Party
from desktop.domain.papers_course import (
    Count,
    CoursePaper,
    DeliveryReceipt,
    DenialDecision,
    ExtensionNotice,
    GrantDecision,
    Hand,
    HandedCase,
    HandoverSheet,
    OpenCase,
    ReturnNotice,
    ShiftSheet,
    SpecialProcedureNotice,
    SupplementReceipt,
    Tally,
)
from tests.printing.sample_content import AGENT, APPLICANT, HEAD, MATERIALS

ARTICLE = "《中华人民共和国行政许可法》第{}"
CORRECTION_NUMBER = "阳圩补字〔2026〕02-K7QX-0003号"
HALL_HEAD = replace(HEAD, authority=HEAD.hall, case_number="", item_name="")
SUPPLIED = (
    MaterialLine(name="参保登记表", asked="原件1份", state="已更正"),
    MaterialLine(name="户口簿（首页、本人页）", asked="复印件1份", state="已补交"),
)
"""Names as on the correction notice of tests.printing.sample_content."""

SUPPLEMENT = SupplementReceipt(
    head=HEAD,
    applicant=APPLICANT,
    correction_number=CORRECTION_NUMBER,
    noticed_on=date(2026, 11, 16),
    supplied_on=date(2026, 11, 23),
    supplied=SUPPLIED,
    law=ARTICLE.format("三十二条第一款第（五）项"),
    accepted_on=date(2026, 11, 23),
    committed_limit="15个工作日",
    due_on=date(2026, 12, 14),
    query_code="K7QX26",
)
RETURN = ReturnNotice(
    head=HEAD,
    applicant=APPLICANT,
    received_on=date(2026, 10, 12),
    reason="户口簿首页至今未交",
    correction_number=CORRECTION_NUMBER,
    noticed_on=date(2026, 10, 12),
    supply_by=date(2026, 11, 20),
    returned=MATERIALS,
    review_authority="示例区人民政府",
    court="示例区人民法院",
)
EXTENSION = ExtensionNotice(
    head=HEAD,
    applicant=APPLICANT,
    accepted_on=date(2026, 10, 26),
    law=ARTICLE.format("四十二条第一款"),
    reason="道路中断，不能按期现场核验",
    approved_by="本机关负责人示例长",
    approved_on=date(2026, 11, 20),
    extended_by="10个工作日",
    old_due_on=date(2026, 11, 23),
    new_due_on=date(2026, 12, 7),
)
SPECIAL = SpecialProcedureNotice(
    head=HEAD,
    applicant=APPLICANT,
    accepted_on=date(2026, 11, 16),
    law=ARTICLE.format("四十五条"),
    procedure="专家评审",
    begins_on=date(2026, 11, 24),
    time_needed="10个工作日",
    ends_on=date(2026, 12, 7),
    done_by="示例区技术推广站",
    old_due_on=date(2026, 11, 30),
    new_due_on=date(2026, 12, 11),
)
GRANT = GrantDecision(
    head=HEAD,
    applicant=APPLICANT,
    applied_on=date(2026, 11, 16),
    accepted_on=date(2026, 11, 17),
    facts="申请采伐的林木权属清楚",
    basis="《中华人民共和国森林法》第五十七条",
    reasons="符合法定条件、标准",
    examiners=("示例员乙", "示例员丙"),
    law=ARTICLE.format("三十八条第一款"),
    scope="采伐杉木30立方米",
    certificate="林木采伐许可证 示例采字〔2026〕0001号",
    valid_from=date(2026, 11, 24),
    valid_until=date(2027, 2, 28),
    renew_by=date(2027, 1, 29),
    deliver_by=date(2026, 12, 7),
    conditions=("按证载地点采伐", "次年完成更新造林"),
    review_authority="示例区人民政府",
    court="示例区人民法院",
)
DENIAL = DenialDecision(
    head=HEAD,
    applicant=APPLICANT,
    applied_on=date(2026, 11, 16),
    accepted_on=date(2026, 11, 17),
    facts="申请采伐地点在公益林范围内",
    basis="《中华人民共和国森林法》第五十五条",
    reasons="公益林不得进行皆伐",
    examiners=("示例员乙", "示例员丙"),
    law=ARTICLE.format("三十八条第二款"),
    review_authority="示例区人民政府",
    court="示例区人民法院",
)
DELIVERY = DeliveryReceipt(
    head=HEAD,
    recipient=APPLICANT,
    agent=AGENT,
    delivered=(MaterialLine(name="准予行政许可决定书", asked="1份", note="阳圩准字〔2026〕02-K7QX-0001号"),),
    delivered_on=date(2026, 11, 23),
    place="阳圩镇便民服务中心02号窗口",
    method="窗口自取",
    deliverers=("示例员甲",),
)
HANDOVER = HandoverSheet(
    head=HALL_HEAD,
    package_number="阳圩件包20261123-01",
    from_unit="阳圩镇便民服务中心",
    to_unit="右江区政务服务中心",
    route="机要邮路",
    tracking_number="XA00000000000",
    cases=(
        HandedCase(
            case_number=HEAD.case_number,
            item_name=HEAD.item_name,
            applicant=APPLICANT.name,
            opinion="材料齐全，建议准予",
            materials=MATERIALS,
            due_on=date(2026, 12, 14),
        ),
        HandedCase(case_number="451002103-02-20261123-0002-5", item_name="临时救助申请", applicant="欧阳示例"),
    ),
    hands=(
        Hand(giver_unit="阳圩镇便民服务中心", taker_unit="示例邮政局", giver="示例员甲", passed_on=date(2026, 11, 23)),
        Hand(giver_unit="示例邮政局", taker_unit="右江区政务服务中心"),
    ),
    law=ARTICLE.format("三十五条"),
)
RECEIVED = Tally(
    whole=Count(name="收件", number=12),
    parts=(
        Count(name="受理", number=8),
        Count(name="不予受理", number=1),
        Count(name="退件", number=0),
        Count(name="未结", number=3),
    ),
)
PRINTED = Tally(
    whole=Count(name="打印文书", number=15),
    parts=(Count(name="正常", number=14), Count(name="补打", number=1)),
    unit="份",
)
SHIFT = ShiftSheet(
    head=HALL_HEAD,
    worked_on=date(2026, 11, 23),
    begins="8:30",
    ends="12:00",
    giver="示例员甲",
    taker="示例员乙",
    tallies=(RECEIVED, PRINTED),
    open_cases=(
        OpenCase(
            case_number=HEAD.case_number,
            item_name=HEAD.item_name,
            applicant=APPLICANT.name,
            next_step="现场核验",
            due_on=date(2026, 12, 14),
        ),
    ),
    things=(MaterialLine(name="专用印章", asked="1枚"),),
)
COURSE: tuple[CoursePaper, ...] = (
    SUPPLEMENT,
    RETURN,
    EXTENSION,
    SPECIAL,
    GRANT,
    DENIAL,
    DELIVERY,
    HANDOVER,
    SHIFT,
)

LONG = "示范乡镇农村集体经济组织成员资格和承包经营权历史沿革情况说明"
_LONG_PARTY = Party(
    name="Abdurrahmanov" + "㼆𬭳" * 14,
    id_kind="外国人永久居留身份证",
    id_masked="4500********18",
    phone_masked="139****01",
)
_LONG_HEAD = replace(
    HEAD, authority=f"示例自治区示例市{LONG}", hall=LONG, clerk=_LONG_PARTY.name, item_name=LONG * 3, window="02"
)
_LONG_LINES = (MaterialLine(name=LONG * 2, asked="原件核对、复印件3份" * 2, state="已当场更正", note=LONG),) * 3
_LONG_CASE = HandedCase(
    case_number="451002103-02-K7QXM4-20261123-000100001-W",
    item_name=LONG * 2,
    applicant=_LONG_PARTY.name,
    opinion=LONG * 4,
    materials=_LONG_LINES,
    due_on=date(2026, 12, 14),
)
LONGEST: tuple[CoursePaper, ...] = (
    replace(
        SUPPLEMENT, head=_LONG_HEAD, applicant=_LONG_PARTY, agent=_LONG_PARTY, supplied=_LONG_LINES, handed_to=LONG * 2
    ),
    replace(RETURN, head=_LONG_HEAD, applicant=_LONG_PARTY, agent=_LONG_PARTY, returned=_LONG_LINES, reason=LONG * 9),
    replace(EXTENSION, head=_LONG_HEAD, applicant=_LONG_PARTY, approved_by=LONG, reason=LONG * 9),
    replace(SPECIAL, head=_LONG_HEAD, applicant=_LONG_PARTY, done_by=LONG, procedure=LONG, reason=LONG * 9),
    replace(GRANT, head=_LONG_HEAD, applicant=_LONG_PARTY, facts=LONG * 30, examiners=(LONG,) * 4, certificate=LONG),
    replace(DENIAL, head=_LONG_HEAD, applicant=_LONG_PARTY, reasons=LONG * 30, heard=LONG * 9),
    replace(
        DELIVERY,
        head=_LONG_HEAD,
        recipient=_LONG_PARTY,
        delivered=_LONG_LINES,
        place=LONG * 2,
        method=LONG,
        tracking_number="X" * 60,
        substitute=_LONG_PARTY.name,
        substitute_reason=LONG,
        remark=LONG * 5,
    ),
    replace(
        HANDOVER,
        head=_LONG_HEAD,
        from_unit=LONG,
        to_unit=LONG,
        route=LONG,
        tracking_number="X" * 60,
        cases=(_LONG_CASE,) * 3,
        hands=(Hand(giver_unit=LONG, taker_unit=LONG, giver=_LONG_PARTY.name, taker=_LONG_PARTY.name),) * 4,
    ),
    replace(
        SHIFT,
        head=_LONG_HEAD,
        giver=_LONG_PARTY.name,
        tallies=(replace(RECEIVED, whole=Count(name=LONG, number=99)),) * 4,
        open_cases=(OpenCase(case_number=_LONG_CASE.case_number, item_name=LONG, applicant=_LONG_PARTY.name),) * 3,
        things=_LONG_LINES,
        explanation=LONG * 3,
        remark=LONG * 5,
    ),
)
