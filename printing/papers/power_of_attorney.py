"""授权委托书: who lets whom do what until when (民法典 165; 行政许可法 29)."""

from desktop.domain.papers import title
from desktop.domain.papers_pledge import PowerOfAttorney, Signatory
from printing.flow import Block, Gap, Para
from printing.papers.closing import Proof
from printing.papers.form_parts import foot, sign_boxes, ticks, without_authority
from printing.papers.parts import Field, body, heading
from printing.papers.pen_forms import form_table
from printing.papers.wording import day
from printing.sheet import Scale

_DATE = "＿＿＿＿年＿＿月＿＿日"
_EFFECT = "受托人在上述权限和期限内签署的有关文书，委托人均予以承认，并承担由此产生的法律后果。"
_NOTES = (
    "受托人办理时出示本人有效身份证件原件，在授权范围和期限内办理；超出范围或者期限的，须另行委托。",
    "受托人需要转委托他人的，应当取得委托人同意（《中华人民共和国民法典》第一百六十九条）。委托人可以随时取消委托。",
    "配偶、亲属代办代领，目录要求提供关系证明（结婚证、户口簿等）的，请一并带来；目录没有列明的，不另行要求。",
    "不会书写的，可以由窗口人员代填、念给本人听，由本人按指印。委托人是单位的，由法定代表人签名并加盖公章。",
)


def blocks(paper: PowerOfAttorney, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom; empty fields are left for a pen."""
    return [
        *heading(scale, without_authority(paper.head), title(paper)),
        *form_table(scale, _party("委托人", paper.principal, Field("法定代表人", paper.legal_representative))),
        *form_table(scale, _party("受托人", paper.agent, Field("与委托人关系", paper.relation or " "))),
        *body(scale, _what(paper)),
        *ticks(scale, paper.powers, frozenset(paper.granted)),
        Gap(scale.gap_mm),
        *body(scale, _term(paper), _EFFECT),
        *sign_boxes(scale, ("委托人（签名、按指印或者盖章）：", "受托人（签名或者按指印）：")),
        Gap(scale.gap_mm),
        *(Para(f"{number}．{note}", scale.small) for number, note in enumerate(_NOTES, start=1)),
        *foot(scale, paper.head, proof),
    ]


def _party(who: str, party: Signatory, more: Field) -> list[list[Field]]:
    """Name, telephone, document and what else is known; an address and a representative only where there is one."""
    others = [field for field in (more, Field("住址", party.address)) if field.value]
    return [
        [Field(who, party.name), Field("联系电话", party.phone)],
        [Field("证件类型", party.id_kind), Field("证件号码", party.id_number)],
        *([others] if others else []),
    ]


def _what(paper: PowerOfAttorney) -> str:
    to = paper.head.authority or paper.head.hall
    matter = f"“{paper.matter}”" if paper.matter else "下列事项：＿＿＿＿＿＿＿＿＿＿＿＿"
    return f"委托人现委托上列受托人，向{to}代为办理{matter}，权限如下（在方框内打√）："


def _term(paper: PowerOfAttorney) -> str:
    begins = day(paper.valid_from) if paper.valid_from else _DATE
    return f"委托期限：自{begins}起至{day(paper.valid_to) if paper.valid_to else _DATE}止。"
