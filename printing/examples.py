"""An example of the content of each kind of paper: a start for whoever writes one. All of it is made up, and marked so.

The area code 450000 of the id numbers is not assigned to any place.
"""

from datetime import date

from desktop.domain.papers import (
    AcceptanceNotice,
    CorrectionNotice,
    Head,
    InformOnceSheet,
    MaterialLine,
    MaterialsReceipt,
    NotRequiredNotice,
    Paper,
    Party,
    RefusalNotice,
)
from printing.examples_check import check_examples
from printing.examples_course import course_examples
from printing.examples_elsewhere import elsewhere_examples
from printing.examples_guidance import guidance_examples
from printing.examples_pledge import pledge_examples
from printing.examples_report import report_examples
from printing.examples_service import service_examples

_LAW = "《中华人民共和国行政许可法》第三十二条第一款第（{}）项"
_DAY = date(2026, 11, 23)
_REVIEW, _COURT = "示例县人民政府", "示例县人民法院"


def _head(mark: str) -> Head:
    return Head(
        number=f"示例{mark}字〔2026〕02-K7QX-0001号",
        authority="示例县林业局",
        hall="示例镇便民服务中心",
        window="02",
        clerk="示例员甲",
        issued_on=_DAY,
        case_number="450000000-02-20261123-0001-0",
        item_name="林木采伐许可证核发（示例）",
        service_phone="0770-0000001",
        complaint_phone="0770-0000002",
        is_sample=True,
    )


_APPLICANT = Party(name="王示例", id_kind="居民身份证", id_masked="450000********0018", phone_masked="139****0001")
_AGENT = Party(name="李示例", id_kind="居民身份证", id_masked="450000********0026", phone_masked="139****0002")
_TAKEN = (
    MaterialLine(name="林木采伐申请表", asked="原件1份", state="齐全"),
    MaterialLine(name="申请人身份证明", asked="原件核对、复印件1份", state="齐全"),
    MaterialLine(name="林权证明", asked="复印件1份", state="共享", note="数据共享核验"),
)
_TO_CORRECT = (
    MaterialLine(
        name="林木采伐申请表",
        asked="原件1份",
        state="有误",
        note="“采伐方式”一栏未填",
        points=("各栏填写完整", "本人签名"),
    ),
    MaterialLine(name="采伐地点示意图", asked="原件1份", state="缺"),
)


def examples() -> tuple[Paper, ...]:
    """One of each kind, in the order of papers.TITLES."""
    return (
        MaterialsReceipt(
            head=_head("收"),
            applicant=_APPLICANT,
            agent=_AGENT,
            situation="皆伐",
            materials=_TAKEN,
            received_on=_DAY,
            handed_to="示例县林业局",
            notice_due_on=date(2026, 11, 30),
            is_deemed_accepted=True,
            query_code="K7QX26",
            delivery="窗口自取",
        ),
        AcceptanceNotice(
            head=_head("受"),
            applicant=_APPLICANT,
            agent=_AGENT,
            received_on=_DAY,
            accepted_on=_DAY,
            law=_LAW.format("五"),
            materials=_TAKEN,
            owed=(MaterialLine(name="采伐地点示意图", asked="原件1份", note="2026年12月1日前"),),
            statutory_limit="20个工作日",
            committed_limit="5个工作日",
            due_on=date(2026, 11, 30),
            fee="不收费",
            delivery="窗口自取",
            query_code="K7QX26",
        ),
        CorrectionNotice(
            head=_head("补"),
            applicant=_APPLICANT,
            received_on=_DAY,
            law=_LAW.format("四"),
            to_correct=_TO_CORRECT,
            complete=_TAKEN[1:],
            consequence="补正材料全部交齐之日起受理",
            supply_by=date(2026, 12, 7),
        ),
        RefusalNotice(
            head=_head("不予受"),
            applicant=_APPLICANT,
            applied_on=_DAY,
            law=_LAW.format("二"),
            reason="申请采伐的林木在另一县境内",
            competent_authority="另一示例县林业局",
            competent_address="示例路1号",
            competent_phone="0770-0000003",
            review_authority=_REVIEW,
            court=_COURT,
        ),
        NotRequiredNotice(
            head=_head("不受"),
            applicant=_APPLICANT,
            applied_on=_DAY,
            law=_LAW.format("一"),
            reason="采伐自留地和房前屋后个人所有的零星林木，不需要申请采伐许可证",
            basis="《中华人民共和国森林法》第五十六条",
            review_authority=_REVIEW,
            court=_COURT,
        ),
        InformOnceSheet(
            head=_head("告"),
            situation=("在什么地方采伐：林地", "以什么方式采伐：皆伐"),
            conditions=("有林权证明", "不在禁伐范围内"),
            materials=(
                MaterialLine(name="林木采伐申请表", asked="原件1份", points=("各栏填写完整", "本人签名")),
                MaterialLine(name="申请人身份证明", asked="原件核对、复印件1份"),
            ),
            decided_by="示例县林业局",
            statutory_limit="20个工作日",
            committed_limit="5个工作日",
            fee="不收费",
            steps=("窗口收件", "现场核验", "决定", "领取"),
            where="示例镇便民服务中心02号窗口",
            hours="工作日 8:30–12:00，14:30–17:30",
            notes=("本人不能到场的，可以委托他人代办，并带上授权委托书。",),
        ),
        *pledge_examples(_head, _APPLICANT, _AGENT),
        *check_examples(_head, _APPLICANT),
        *elsewhere_examples(_head, _APPLICANT),
        *course_examples(_head, _APPLICANT, _AGENT),
        *report_examples(_head),
        *guidance_examples(_head, _APPLICANT),
        *service_examples(_head),
    )
