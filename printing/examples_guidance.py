"""An example of each paper that tells and offers, made up like those of printing.examples."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from desktop.domain.intermediary import Candidate, draw_one
from desktop.domain.paper_parts import Head, Party
from desktop.domain.papers_guidance import CandidateLine, GuidancePaper, IntermediarySlip, PolicyLeaflet, PolicyLine

_SEED = "5a" * 32
_LOAN = PolicyLine(
    name="金融惠企财政贴息（示例）",
    publisher="示例县财政局",
    kind="贷款贴息",
    summary="示例。向承贷银行申请贷款，由银行申请贴息。以市里公布为准。",
    benefit="贷款利率直接降低0.5至2个百分点（示例）",
    standing="适合",
    reasons=("在市场监管部门登记的个体工商户", "单笔贷款不低于10万元"),
    apply_at="承贷银行网点",
    apply_how=("向承贷银行提出贷款申请", "银行审查放款", "贴息直接抵减利息"),
    materials=("营业执照", "银行要求的贷款材料"),
    phone="0770-0000011",
    until=date(2026, 12, 31),
    url="https://zc.example/jrhq",
    basis=("金融惠企财政贴息政策（示例，以市里公布为准）",),
)
_ALLOWANCE = PolicyLine(
    name="残疾人两项补贴（示例）",
    publisher="示例县民政局",
    kind="补贴",
    summary="示例。困难残疾人生活补贴和重度残疾人护理补贴。以市里公布为准。",
    benefit="按月发放（示例）",
    standing="可能适合",
    undecided=("持有残疾人证", "以下有一项即可：最低生活保障家庭成员；低保边缘家庭中的重度残疾人"),
    apply_at="示例镇便民服务中心综合窗口",
    phone="0770-0000012",
)
_REGISTER = (
    CandidateLine(name="甲测绘队（示例）", code="91450000DEM200001X", contact="示例路1号 0770-0000021"),
    CandidateLine(name="乙测绘队（示例）", code="12450000DEM2000026", contact="示例路2号 0770-0000022"),
    CandidateLine(name="丙勘测设计室（示例）", code="91450000DEM2000034", contact="示例路3号 0770-0000023"),
)


def guidance_examples(head: Callable[[str], Head], applicant: Party) -> tuple[GuidancePaper, ...]:
    """One of each kind, in the order of papers_guidance.GUIDANCE_TITLES; `head` makes one for the mark of a number."""
    hall = head("政").hall
    drawn = draw_one(_SEED, [Candidate(code=line.code, name=line.name) for line in _REGISTER])
    return (
        PolicyLeaflet(
            head=replace(head("政"), authority=hall, item_name="", item_code="", case_number=""),
            told_to="王示例",
            policies=(_LOAN, _ALLOWANCE),
        ),
        IntermediarySlip(
            head=replace(head("中介"), authority=hall),
            applicant=applicant,
            service="测绘",
            how="随机抽取（申请人自愿）",
            candidates=_REGISTER,
            chosen=next(line for line in _REGISTER if drawn is not None and line.code == drawn.code),
            seed=_SEED,
            register_version="2026.11.01",
        ),
    )
