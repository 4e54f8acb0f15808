"""Examples of the papers of pledge, rating and guidance, in the order of papers_pledge.PLEDGE_TITLES."""

from collections.abc import Callable
from datetime import date

from desktop.domain import liability
from desktop.domain.papers import Head, MaterialLine, Party
from desktop.domain.papers_pledge import (
    DeferralPledge,
    FilledSample,
    GuideAnswer,
    GuideMaterial,
    NoticeAndPledge,
    OwedLine,
    PledgedMaterial,
    PledgePaper,
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

_DAY = date(2026, 11, 23)
_LEVELS = tuple(
    RatingLevelLine(
        level=LEVEL_NAMES[level],
        options=tuple(RatingOption(code=code, text=text) for code, text in options.items()),
    )
    for level, options in OPTIONS.items()
)


def pledge_examples(head: Callable[[str], Head], applicant: Party, agent: Party) -> tuple[PledgePaper, ...]:
    """One of each kind; `head` makes the head from the mark in the number."""
    return (*_signed(head, applicant, agent), *_given(head))


def _signed(head: Callable[[str], Head], applicant: Party, agent: Party) -> tuple[PledgePaper, ...]:
    return (
        PowerOfAttorney(
            head=head("委"),
            principal=Signatory(
                name="王示例", id_kind="居民身份证", id_number="450000198503070028", phone="13900000001"
            ),
            agent=Signatory(name="李示例", id_kind="居民身份证", id_number="450000197001010012", phone="13900000002"),
            relation="女儿",
            matter="林木采伐许可证核发（示例）",
            powers=("提交", "补正", "领取", "签收"),
            granted=("提交", "补正"),
            valid_from=_DAY,
            valid_to=date(2027, 5, 22),
        ),
        TruthPledge(
            head=head("诺"),
            pledger=applicant,
            agent=agent,
            addressed_to="示例县林业局",
            law=liability.truth_law(Regime.LICENCE),
            liability=liability.of_false_materials(Regime.LICENCE),
        ),
        NoticeAndPledge(
            head=head("告诺"),
            applicant=applicant,
            authority="示例县林业局",
            materials=(
                PledgedMaterial(name="林权无争议证明", proves=("采伐地点的林权没有争议",), basis="示例办法第三条"),
            ),
            legal_basis=("《中华人民共和国森林法》第五十七条",),
            liability=liability.of_false_pledge(Regime.LICENCE),
            method="书面承诺，由申请人签名或者盖章。",
            verification="行政机关通过数据共享、部门协查、现场检查等方式核查，申请人应当配合。",
            publication="除依法应当公开的以外，不向社会公开。",
        ),
        DeferralPledge(
            head=head("容"),
            applicant=applicant,
            accepted_on=_DAY,
            owed=(OwedLine(name="采伐地点示意图", asked="原件1份", due_on=date(2026, 12, 1)),),
            consequence="未按期补齐的，终止容缺受理，退回已收材料",
            decided_by=date(2026, 12, 7),
        ),
    )


def _given(head: Callable[[str], Head]) -> tuple[PledgePaper, ...]:
    form = MaterialLine(name="林木采伐申请表", asked="原件1份", points=("各栏填写完整", "本人签名"))
    return (
        RatingSheet(head=head("评"), levels=_LEVELS, return_to="本大厅"),
        ServiceGuide(
            head=head("指"),
            authority="示例县林业局",
            kind="行政许可",
            capacity="受委托",
            handling="承诺件",
            audience="自然人",
            legal_basis=("《中华人民共和国森林法》第五十六条、第五十七条",),
            conditions=("有林权证明", "不在禁伐范围内"),
            quantity="目录未设数量限制。",
            steps=("窗口收件", "现场核验", "决定", "领取"),
            statutory_limit="20个工作日",
            committed_limit="5个工作日",
            materials=(GuideMaterial(line=form, source="窗口免费提供"),),
            fee="不收费",
            result="林木采伐许可证",
            delivery="窗口自取",
            where="示例镇便民服务中心02号窗口",
            hours="工作日 8:30–12:00，14:30–17:30",
            answers=(GuideAnswer(question="自留地的树要办证吗？", answer="零星林木不用。"),),
            note="示例数据。",
            catalogue_version="2026.11.01",
        ),
        FilledSample(
            head=head("范"),
            form_name="林木采伐申请表",
            fields=(
                SampleField(label="申请人", value="王示例", hint="与身份证一致"),
                SampleField(label="公民身份号码", value="450000198503070028", hint="18位"),
            ),
            materials=(SampleMaterial(name="林木采伐申请表", notes=("用黑色签字笔填写",), defects=("没有签名",)),),
        ),
    )
