"""准予…决定书: what is granted, for how long, on which ground, open to the public (行政许可法 34, 38-40, 44, 50)."""

from desktop.domain.papers import title
from desktop.domain.papers_course import GrantDecision
from printing.flow import Block
from printing.papers.closing import Proof, ending
from printing.papers.decision import decided, examiners, findings
from printing.papers.parts import Field, body, field_table, heading, parties
from printing.papers.wording import day, full_stop, remedies
from printing.sheet import Scale


def blocks(paper: GrantDecision, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        *findings(scale, paper),
        *decided(scale, _decision(paper)),
        *field_table(scale, _fields(paper)),
        *body(
            scale,
            *_conditions(paper),
            _renewal(paper),
            _public(paper),
            remedies(paper.review_authority, paper.court, paper="决定书"),
        ),
        *ending(scale, paper.head, proof=proof),
    ]


def _decision(paper: GrantDecision) -> str:
    scope = f"：{full_stop(paper.scope)}" if paper.scope else "。"
    return f"根据{paper.law}的规定，本机关决定准予{paper.matter}{scope}"


def _fields(paper: GrantDecision) -> list[Field]:
    return [
        Field("证件", paper.certificate, is_strong=True),
        Field("有效期", _validity(paper), is_strong=True),
        examiners(paper.examiners),
        Field("领取方式", paper.delivery),
        Field("送达期限", f"{day(paper.deliver_by)}前" if paper.deliver_by else ""),
        *parties(paper.applicant, paper.agent),
    ]


def _validity(paper: GrantDecision) -> str:
    start = f"自{day(paper.valid_from)}起" if paper.valid_from else ""
    end = f"至{day(paper.valid_until)}止" if paper.valid_until else ""
    return start + end


def _conditions(paper: GrantDecision) -> list[str]:
    if len(paper.conditions) < 2:
        return [f"应当遵守：{full_stop(condition)}" for condition in paper.conditions]
    numbered = (f"{number}．{full_stop(condition)}" for number, condition in enumerate(paper.conditions, start=1))
    return ["应当遵守下列要求：", *numbered]


def _renewal(paper: GrantDecision) -> str:
    return f"需要延续有效期的，请在{day(paper.renew_by)}前（含当日）提出申请。" if paper.renew_by else ""


def _public(paper: GrantDecision) -> str:
    where = f"（{paper.published_at}）" if paper.published_at else ""
    return f"本决定予以公开，公众有权查阅{where}。" if paper.is_public else ""
