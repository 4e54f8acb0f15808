"""Content of each paper, made up: nobody has these names and numbers (area code 450000 is not assigned)."""

from datetime import date

from desktop.domain.paper_code import PaperCode
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

NUMBER = "阳圩受字〔2026〕02-K7QX-0001号"
CODE = PaperCode(NUMBER, bytes(range(8)), bytes(range(32)), bytes(range(64))).text
LAW = "《中华人民共和国行政许可法》第三十二条第一款第（{}）项"

HEAD = Head(
    number=NUMBER,
    authority="右江区人力资源和社会保障局",
    hall="阳圩镇便民服务中心",
    window="02",
    clerk="示例员甲",
    issued_on=date(2026, 11, 23),
    case_number="451002103-02-20261123-0001-7",
    item_name="城乡居民基本养老保险参保登记",
    service_phone="0776-0000001",
    complaint_phone="0776-0000002",
)
APPLICANT = Party(name="王㼆𬭳", id_kind="居民身份证", id_masked="450000********0018", phone_masked="138****0001")
AGENT = Party(name="欧阳示例", id_kind="居民身份证", id_masked="450000********0026", phone_masked="139****0002")
MATERIALS = (
    MaterialLine(name="城乡居民基本养老保险参保登记表", asked="原件1份", state="齐全"),
    MaterialLine(name="居民身份证", asked="原件核对、复印件1份", state="齐全"),
    MaterialLine(name="户口簿（首页、本人页）", asked="复印件1份", state="齐全"),
    MaterialLine(name="社会保障卡或本人银行账户", asked="复印件1份", state="共享", note="数据共享核验"),
)
TO_CORRECT = (
    MaterialLine(
        name="参保登记表",
        asked="原件1份",
        state="有误",
        note="第3栏“缴费档次”未填；申请人未签名。",
        points=("各栏填写完整", "本人签名并按手印"),
    ),
    MaterialLine(name="户口簿（首页、本人页）", asked="复印件1份", state="缺", note="缺首页。"),
)

RECEIPT = MaterialsReceipt(
    head=HEAD,
    applicant=APPLICANT,
    agent=AGENT,
    situation="新参保",
    materials=MATERIALS,
    received_on=date(2026, 11, 23),
    handed_to="右江区人力资源和社会保障局",
    notice_due_on=date(2026, 11, 30),
    is_deemed_accepted=True,
    query_code="K7QX26",
    delivery="窗口自取",
)
ACCEPTANCE = AcceptanceNotice(
    head=HEAD,
    applicant=APPLICANT,
    received_on=date(2026, 11, 23),
    accepted_on=date(2026, 11, 23),
    law=LAW.format("五"),
    materials=MATERIALS,
    statutory_limit="20个工作日",
    committed_limit="15个工作日",
    due_on=date(2026, 12, 14),
    fee="不收费",
    delivery="窗口自取",
    query_code="K7QX26",
)
CORRECTION = CorrectionNotice(
    head=HEAD,
    applicant=APPLICANT,
    received_on=date(2026, 11, 23),
    law=LAW.format("四"),
    to_correct=TO_CORRECT,
    complete=MATERIALS[1:2],
    consequence="补正材料全部交齐之日起受理；逾期未补正的，退回申请材料，可以重新申请",
    supply_by=date(2026, 12, 7),
)
REFUSAL = RefusalNotice(
    head=HEAD,
    applicant=APPLICANT,
    applied_on=date(2026, 11, 23),
    law=LAW.format("二"),
    reason="该事项由县级人民政府林业主管部门实施，本机关没有审批职权",
    competent_authority="右江区林业局",
    competent_address="示例路1号政务服务中心二楼",
    competent_phone="0776-0000003",
    review_authority="右江区人民政府",
    court="示例区人民法院",
)
NOT_REQUIRED = NotRequiredNotice(
    head=HEAD,
    applicant=Party(name="示例农机专业合作社", id_kind="统一社会信用代码", id_masked="93450000MA00000000"),
    applied_on=date(2026, 11, 23),
    law=LAW.format("一"),
    reason="采伐自留地和房前屋后个人所有的零星林木，不需要办理采伐许可证",
    basis="《中华人民共和国森林法》第五十六条",
)
INFORM_ONCE = InformOnceSheet(
    head=HEAD,
    situation=("是否首次参保：是", "是否已有社会保障卡：没有"),
    conditions=("年满16周岁（不含在校学生）", "户籍在本区", "未参加职工基本养老保险"),
    materials=(*TO_CORRECT, *MATERIALS),
    decided_by="右江区人力资源和社会保障局",
    statutory_limit="20个工作日",
    committed_limit="即时办结",
    fee="不收费",
    steps=("窗口收件", "当场审核", "当场办结"),
    where="阳圩镇便民服务中心02号窗口",
    hours="工作日 8:30–12:00，14:30–17:30",
    online="https://example.invalid/yibao",
    notes=("本人不能到场的，可以委托他人代办，并带上授权委托书和代办人身份证。",),
)
ALL: tuple[Paper, ...] = (RECEIPT, ACCEPTANCE, CORRECTION, REFUSAL, NOT_REQUIRED, INFORM_ONCE)
