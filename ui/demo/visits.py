"""The citizens of the morning: who comes, what for, what they have with them, and how it must end."""

from dataclasses import dataclass, field

from desktop.demo import people
from desktop.demo.people import Person
from desktop.domain.checklist import MaterialState
from desktop.domain.outcome import Outcome

_COMPLETE = MaterialState.COMPLETE
_SHARED = MaterialState.SHARED


@dataclass(frozen=True, slots=True)
class Visit:
    """One citizen at the window.

    `answers` are keys of options by question; `states` are those of the materials that are not simply there;
    `faults` number the common defect that a faulty material has.
    """

    title: str
    search: str
    outcome: Outcome
    paper: str
    person: Person | None = None
    organisation: str = ""
    credit_code: str = ""
    agent: Person | None = None
    answers: dict[str, str] = field(default_factory=dict)
    states: dict[str, MaterialState] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """Part of the names of its pictures."""
        return self.outcome.value


MORNING = (
    Visit(
        title="材料齐全，当场受理",
        search="宅基地审批",
        person=people.MO,
        answers={"建房类型": "新建", "地类": "建设用地", "已有宅基地": "没有"},
        states={"m02": _SHARED, "m03": _SHARED},
        outcome=Outcome.ACCEPT,
        paper="acceptance_notice",
    ),
    Visit(
        title="缺一份、错一份，一次性告知",
        search="生育登记",
        person=people.HUANG,
        answers={"登记时间": "已生育", "居住情况": "户籍", "婚姻状况": "已登记"},
        states={"m01": MaterialState.FAULTY, "m04": _SHARED, "m06": MaterialState.MISSING},
        outcome=Outcome.REQUEST_CORRECTION,
        paper="correction_notice",
    ),
    Visit(
        title="表格填错，当场更正后受理",
        search="砍树",
        person=people.WANG,
        answers={"林木位置": "自留山或承包林地", "申请主体": "农村居民", "采伐规模": "不超过", "共有": "不是"},
        states={"m01": MaterialState.FAULTY, "m02": _SHARED, "m07": MaterialState.NOT_APPLICABLE},
        outcome=Outcome.CORRECT_ON_SPOT,
        paper="acceptance_notice",
    ),
    Visit(
        title="不属于本机关，不予受理",
        search="采伐证",
        person=people.LI,
        answers={"林木位置": "本镇以外"},
        outcome=Outcome.REFUSE,
        paper="refusal_notice",
    ),
    Visit(
        title="依法不需要许可，不受理",
        search="砍树",
        person=people.WEI,
        answers={"林木位置": "竹林"},
        outcome=Outcome.NOT_REQUIRED,
        paper="not_required_notice",
    ),
    Visit(
        title="代收：只出接收凭证",
        search="养老保险参保",
        person=people.NONG,
        answers={"身份": "普通居民", "代缴对象": "低保特困"},
        states={"m02": _SHARED, "m03": _SHARED, "m05": MaterialState.PLEDGED},
        outcome=Outcome.RECEIVE,
        paper="materials_receipt",
    ),
    Visit(
        title="女儿代办高龄津贴",
        search="高龄津贴",
        person=people.QIN,
        agent=people.TAN,
        answers={"户籍": "本镇"},
        states={"m02": _SHARED, "m03": _SHARED},
        outcome=Outcome.RECEIVE,
        paper="materials_receipt",
    ),
    Visit(
        title="合作社申请，图纸容缺",
        search="设施农业",
        organisation="右江区示例种养专业合作社",
        credit_code="93450000MADEM0001A",
        person=people.OUYANG,
        answers={"设施类型": "种植", "土地来源": "自家承包"},
        states={"m02": _SHARED, "m07": MaterialState.DEFERRED},
        outcome=Outcome.ACCEPT_DEFERRED,
        paper="acceptance_notice",
    ),
)

ASKED_ITEM = "低保"
"""What the ninth citizen only asks about."""
