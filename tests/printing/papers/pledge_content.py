"""Content of the papers of pledge, rating and guidance, made up: numbers of the unassigned area 450000."""

from datetime import date

from msgspec.structs import replace

from desktop.domain import liability
from desktop.domain.papers import MaterialLine, Paper
from desktop.domain.papers_pledge import (
    DeferralPledge,
    FilledSample,
    GuideAnswer,
    GuideMaterial,
    NoticeAndPledge,
    OwedLine,
    PledgedMaterial,
    PowerOfAttorney,
    RatingLevelLine,
    RatingOption,
    RatingSheet,
    SampleField,
    SampleMaterial,
    ServiceGuide,
    Signatory,
    TruthPledge,
)
from desktop.domain.rating import LEVEL_NAMES, OPTIONS
from desktop.domain.regime import Regime
from tests.printing.sample_content import AGENT, APPLICANT, HEAD

POWERS = ("提交", "补正", "领取", "签收")
ATTORNEY = PowerOfAttorney(
    head=replace(HEAD, case_number=""),
    principal=Signatory(
        name="王㼆𬭳", id_kind="居民身份证", id_number="450000195001010018", phone="13800000001", address="示例村1组"
    ),
    agent=Signatory(name="欧阳示例", id_kind="居民身份证", id_number="450000198001010026", phone="13900000002"),
    relation="女儿",
    matter=HEAD.item_name,
    powers=POWERS,
    granted=("提交", "补正", "领取"),
    valid_from=date(2026, 11, 23),
    valid_to=date(2027, 5, 22),
)
BLANK_ATTORNEY = replace(
    ATTORNEY, principal=Signatory(), agent=Signatory(), relation="", granted=(), valid_from=None, valid_to=None
)
TRUTH = TruthPledge(
    head=replace(HEAD, case_number=""),
    pledger=APPLICANT,
    agent=AGENT,
    addressed_to=HEAD.authority,
    law=liability.truth_law(Regime.LICENCE),
    liability=liability.of_false_materials(Regime.LICENCE),
)
PLEDGE = NoticeAndPledge(
    head=HEAD,
    applicant=APPLICANT,
    authority=HEAD.authority,
    legal_basis=("《社会救助暂行办法》第九条", "《广西壮族自治区示例办法》第三条"),
    materials=(
        PledgedMaterial(
            name="家庭经济困难证明", proves=("家庭人均收入低于当地标准", "无商品房、机动车"), basis="示例办法第三条"
        ),
        PledgedMaterial(name="居住证明", proves=("在本地连续居住满半年",)),
    ),
    liability=liability.of_false_pledge(Regime.SOCIAL_RELIEF),
    method="书面承诺：申请人在本承诺书上签名或者盖章；代理人签名的，应当有申请人的授权。",
    verification="行政机关可以通过数据共享、部门协查、现场检查等方式核查承诺内容，申请人应当配合。",
    publication="除依法应当公开的以外，本承诺书不向社会公开。",
)
DEFERRAL = DeferralPledge(
    head=HEAD,
    applicant=APPLICANT,
    accepted_on=date(2026, 11, 23),
    owed=(
        OwedLine(name="土地勘测位置图", asked="原件1份", due_on=date(2026, 12, 7)),
        OwedLine(name="近期免冠照片", asked="原件2份", due_on=date(2026, 11, 30)),
    ),
    consequence="未按期补齐的，终止容缺受理，退回已收材料；补齐后可以重新申请",
    decided_by=date(2026, 12, 14),
)
LEVELS = tuple(
    RatingLevelLine(
        level=LEVEL_NAMES[level],
        options=tuple(RatingOption(code=code, text=text) for code, text in options.items()),
    )
    for level, options in OPTIONS.items()
)
RATING = RatingSheet(head=HEAD, levels=LEVELS, return_to="本大厅")
_LINES = (
    MaterialLine(name="参保登记表", asked="原件1份", note="有则提供", points=("各栏填写完整", "本人签名并按手印")),
    MaterialLine(
        name="户口簿（首页、本人页）", asked="复印件1份（核验原件）", note="可由窗口共享核验", points=("在有效期内",)
    ),
)
GUIDE = ServiceGuide(
    head=replace(HEAD, case_number="", item_code="11450000DEM000014B5001099035000"),
    authority=HEAD.authority,
    kind="公共服务",
    capacity="代收",
    handling="承诺件",
    audience="自然人",
    legal_basis=("《中华人民共和国社会保险法》第二十条",),
    conditions=("年满16周岁", "户籍在本区"),
    quantity="无数量限制",
    steps=("收件（阳圩镇便民服务中心）", "审核（县人社局，5个工作日）", "送达"),
    special_procedures=("公示（约7个工作日，不计入办理期限）",),
    statutory_limit="20个工作日",
    committed_limit="15个工作日",
    materials=tuple(
        GuideMaterial(line=line, source="政府部门核发（公安机关）", basis="示例办法第五条") for line in _LINES
    ),
    fee="不收费",
    result="参保凭证",
    delivery="窗口自取、邮寄",
    where="阳圩镇便民服务中心02号窗口",
    hours="工作日 8:30–12:00，14:30–17:30",
    online="https://example.invalid/yibao",
    review_authority="示例区人民政府",
    court="示例区人民法院",
    answers=(GuideAnswer(question="要不要交费？", answer="不收费。"),),
    note="示例数据。",
    catalogue_version="2026.11.01",
)
SAMPLE = FilledSample(
    head=replace(HEAD, case_number=""),
    form_name="参保登记表",
    fields=(
        SampleField(label="申请人姓名", value="王示例", hint="与身份证一致"),
        SampleField(label="公民身份号码", value="450000198503070028", hint="18位，末位是X的大写"),
        SampleField(label="代理人", value="", hint="没有代理人的，划一道斜线"),
    ),
    materials=(SampleMaterial(name="参保登记表", notes=("用黑色签字笔填写",), defects=("漏填缴费档次", "没有签名")),),
)
PLEDGES: tuple[Paper, ...] = (ATTORNEY, TRUTH, PLEDGE, DEFERRAL, RATING, GUIDE, SAMPLE)
