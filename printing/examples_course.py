"""An example of each paper of the later course of a case, made up like those of printing.examples."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from desktop.domain.paper_parts import Head, MaterialLine, Party
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

_LAW = "《中华人民共和国行政许可法》第{}"
_REVIEW, _COURT = "示例县人民政府", "示例县人民法院"
_NUMBER = "示例{}字〔2026〕02-K7QX-0001号"
_RECEIVED, _SUPPLIED = date(2026, 11, 16), date(2026, 11, 23)
_CERTIFICATE = "林木采伐许可证 示例采字〔2026〕0001号"
_FACTS = "申请采伐林木位于示例镇示例村，面积0.4公顷，权属清楚，与申请材料一致"
_BASIS = "《中华人民共和国森林法》第五十六条、第五十七条"
_EXAMINERS = ("示例员乙", "示例员丙")

_FORM = MaterialLine(name="林木采伐申请表", asked="原件1份", state="已更正")
_MAP = MaterialLine(name="采伐地点示意图", asked="原件1份", state="已补交")
_IDENTITY = MaterialLine(name="申请人身份证明", asked="复印件1份")


def course_examples(head: Callable[[str], Head], applicant: Party, agent: Party) -> tuple[CoursePaper, ...]:
    """One of each kind, in the order of papers_course.COURSE_TITLES; `head` makes one for the mark of a number."""
    return (
        *_notices(head, applicant, agent),
        *_decisions(head, applicant),
        _delivery(head("送"), applicant, agent),
        _handover(head("转"), applicant),
        _shift(head("班"), applicant),
    )


def _notices(head: Callable[[str], Head], applicant: Party, agent: Party) -> tuple[CoursePaper, ...]:
    return (
        SupplementReceipt(
            head=head("补收"),
            applicant=applicant,
            agent=agent,
            correction_number=_NUMBER.format("补"),
            noticed_on=_RECEIVED,
            supplied_on=_SUPPLIED,
            supplied=(_FORM, _MAP),
            law=_LAW.format("三十二条第一款第（五）项"),
            accepted_on=_SUPPLIED,
            committed_limit="5个工作日",
            due_on=date(2026, 11, 30),
            delivery="窗口自取",
            query_code="K7QX26",
        ),
        ReturnNotice(
            head=head("退"),
            applicant=applicant,
            received_on=date(2026, 11, 2),
            reason="至今仍缺采伐地点示意图。",
            correction_number=_NUMBER.format("补"),
            noticed_on=date(2026, 11, 2),
            supply_by=date(2026, 11, 20),
            returned=(_FORM, _IDENTITY),
            review_authority=_REVIEW,
            court=_COURT,
        ),
        ExtensionNotice(
            head=head("延"),
            applicant=applicant,
            accepted_on=date(2026, 10, 26),
            law=_LAW.format("四十二条第一款"),
            reason="连日降雨，采伐地点道路中断，不能按期现场核验",
            approved_by="本机关负责人示例长",
            approved_on=date(2026, 11, 20),
            extended_by="10个工作日",
            old_due_on=_SUPPLIED,
            new_due_on=date(2026, 12, 7),
        ),
        SpecialProcedureNotice(
            head=head("特"),
            applicant=applicant,
            accepted_on=_RECEIVED,
            law=_LAW.format("四十五条"),
            procedure="专家评审",
            reason="采伐地点位于水源地附近，需要评审对水源的影响",
            begins_on=date(2026, 11, 24),
            time_needed="10个工作日",
            ends_on=date(2026, 12, 7),
            done_by="示例县林业技术推广站",
            old_due_on=date(2026, 11, 30),
            new_due_on=date(2026, 12, 11),
        ),
    )


def _decisions(head: Callable[[str], Head], applicant: Party) -> tuple[CoursePaper, ...]:
    return (
        GrantDecision(
            head=head("准"),
            applicant=applicant,
            applied_on=_RECEIVED,
            accepted_on=_RECEIVED,
            facts=_FACTS,
            basis=_BASIS,
            reasons="申请材料齐全，经现场核查，符合法定条件、标准",
            examiners=_EXAMINERS,
            law=_LAW.format("三十八条第一款"),
            scope="采伐杉木，面积0.4公顷，蓄积30立方米，方式为皆伐",
            certificate=_CERTIFICATE,
            deliver_by=date(2026, 12, 7),
            delivery="窗口自取",
            valid_from=date(2026, 11, 24),
            valid_until=date(2027, 2, 28),
            conditions=("按证载地点、数量、方式采伐", "采伐后次年完成更新造林"),
            published_at="示例县政务服务网",
            review_authority=_REVIEW,
            court=_COURT,
        ),
        DenialDecision(
            head=head("不准"),
            applicant=applicant,
            applied_on=_RECEIVED,
            accepted_on=_RECEIVED,
            facts="申请采伐地点在公益林范围内",
            basis=_BASIS,
            reasons="公益林不得进行皆伐，申请的采伐方式不符合法定条件",
            examiners=_EXAMINERS,
            law=_LAW.format("三十八条第二款"),
            heard="申请人表示可以改为择伐；改变采伐方式须另行申请",
            review_authority=_REVIEW,
            court=_COURT,
        ),
    )


def _delivery(head: Head, applicant: Party, agent: Party) -> DeliveryReceipt:
    return DeliveryReceipt(
        head=head,
        recipient=applicant,
        agent=agent,
        delivered=(
            MaterialLine(name="准予行政许可决定书", asked="1份", note=_NUMBER.format("准")),
            MaterialLine(name="林木采伐许可证", asked="正本1份", note="示例采字〔2026〕0001号"),
        ),
        delivered_on=_SUPPLIED,
        place="示例镇便民服务中心02号窗口",
        method="窗口自取",
        deliverers=("示例员甲",),
    )


def _handover(head: Head, applicant: Party) -> HandoverSheet:
    return HandoverSheet(
        head=_of_the_hall(head),
        package_number="示例件包20261123-01",
        from_unit="示例镇便民服务中心",
        to_unit="示例县政务服务中心",
        route="机要邮路",
        tracking_number="XA00000000000",
        cases=(
            HandedCase(
                case_number=head.case_number,
                item_name=head.item_name,
                applicant=applicant.name,
                opinion="材料齐全，现场情况与申请一致，建议准予",
                materials=(_FORM, _MAP, _IDENTITY),
                due_on=date(2026, 11, 30),
            ),
        ),
        hands=(
            Hand(giver_unit="示例镇便民服务中心", taker_unit="示例县邮政局", giver="示例员甲", passed_on=_SUPPLIED),
            Hand(giver_unit="示例县邮政局", taker_unit="示例县政务服务中心"),
        ),
        law=_LAW.format("三十五条"),
    )


def _shift(head: Head, applicant: Party) -> ShiftSheet:
    return ShiftSheet(
        head=_of_the_hall(head),
        worked_on=_SUPPLIED,
        begins="8:30",
        ends="12:00",
        giver="示例员甲",
        taker="示例员乙",
        tallies=(
            Tally(
                whole=Count(name="收件", number=12),
                parts=tuple(
                    Count(name=name, number=number)
                    for name, number in (("受理", 8), ("补正", 1), ("不予受理", 1), ("退件", 0), ("未结", 2))
                ),
            ),
            Tally(
                whole=Count(name="打印文书", number=15),
                parts=(Count(name="正常", number=13), Count(name="补打", number=1)),
                unit="份",
            ),
        ),
        open_cases=(
            OpenCase(
                case_number=head.case_number,
                item_name=head.item_name,
                applicant=applicant.name,
                next_step="现场核验",
                due_on=date(2026, 11, 30),
            ),
        ),
        things=(MaterialLine(name="专用印章", asked="1枚"), MaterialLine(name="档案柜钥匙", asked="2把")),
    )


def _of_the_hall(head: Head) -> Head:
    """The head of a paper that belongs to no single case."""
    return replace(head, authority=head.hall, case_number="", item_name="", item_code="")
