"""真实性承诺书: what is handed in is true, paper and file are one, checks are welcome (行政许可法 31; handbook 1.6)."""

from desktop.domain.papers import title
from desktop.domain.papers_pledge import TruthPledge
from printing.flow import Block, Gap, Para
from printing.papers.closing import Proof
from printing.papers.form_parts import foot, section, sign_boxes, without_authority
from printing.papers.parts import Field, body, field_table, heading
from printing.papers.wording import person
from printing.sheet import Scale


def blocks(paper: TruthPledge, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    signers = ["承诺人（签名、按指印或者盖章）："] + (["代理人（签名）："] if paper.agent else [])
    return [
        *heading(scale, without_authority(paper.head), title(paper)),
        Para(f"{paper.addressed_to}：", scale.body),
        *body(scale, _opening(paper), *_statements(paper)),
        *section(scale, "已被告知的法律责任", paper.liability),
        *field_table(scale, [Field("承诺人", person(paper.pledger)), *_agent(paper)]),
        *foot(scale, paper.head, proof, before=[*sign_boxes(scale, signers), Gap(scale.gap_mm)]),
    ]


def _opening(paper: TruthPledge) -> str:
    matter = f"办理“{paper.head.item_name}”事项" if paper.head.item_name else "办理有关事项"
    return f"承诺人{f'（{paper.pledger.name}）' if paper.pledger.name else ''}{matter}，现自愿作出如下承诺："


def _statements(paper: TruthPledge) -> tuple[str, ...]:
    answers = f"根据{paper.law}，" if paper.law else ""
    return (
        f"一、{answers}所提交的申请材料和反映的情况真实、合法、有效，对申请材料实质内容的真实性负责。",
        "二、所提交的纸质材料与电子材料内容一致，复印件与原件一致。",
        "三、自觉接受行政机关对所提交材料和承诺内容的核查和监督，如实提供有关情况。",
        "四、如有虚假、隐瞒，愿意承担相应的法律责任，并按照国家有关规定记入信用记录。",
    )


def _agent(paper: TruthPledge) -> list[Field]:
    return [Field("代理人", person(paper.agent))] if paper.agent else []
