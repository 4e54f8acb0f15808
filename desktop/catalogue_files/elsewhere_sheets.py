"""The sheets of the ways to other places (同城通办, 跨省通办) and of the credit list."""

from desktop.catalogue_files.cells import CODE, DAY, LINES, Cell, choice, plain
from desktop.catalogue_files.faults import CellFault
from desktop.catalogue_files.plan import ITEM_CODE, Column, Sheet
from desktop.domain.catalogue_elsewhere import JointStep, Mode, Reach, Side
from desktop.domain.credit import CreditMarkKind

_LINE_NOTE = "每条一行（Alt+Enter 换行）。"
_MODES = choice(
    {Mode.ONLINE: "全程网办", Mode.COLLECTED: "异地代收代办", Mode.JOINT: "多地联办"}, placeholder=Mode.COLLECTED
)
_REACHES = choice(
    {Reach.CITY: "同城通办", Reach.REGION: "全区通办", Reach.NATION: "跨省通办"}, placeholder=Reach.NATION
)
_MARKS = choice(
    {CreditMarkKind.SERIOUS: "严重失信", CreditMarkKind.FALSE_PLEDGE: "虚假承诺"}, placeholder=CreditMarkKind.SERIOUS
)

_SIDES = {Side.HERE: "收件地", Side.THERE: "联办地"}


def _read_steps(value: object) -> tuple[JointStep, ...]:
    lines = [line.strip() for line in plain(value).split("\n") if line.strip()]
    return tuple(_step(line) for line in lines)


def _step(line: str) -> JointStep:
    side, _, name = line.replace(":", "：").partition("：")
    found = next((key for key, label in _SIDES.items() if label == side.strip()), None)
    if found is None or not name.strip():
        raise CellFault("joint_step_syntax", value=line)
    return JointStep(name=name.strip(), side=found)


def _write_steps(steps: tuple[JointStep, ...]) -> str:
    return "\n".join(f"{_SIDES[step.side]}：{step.name}" for step in steps)


JOINT_STEPS = Cell(_read_steps, _write_steps, ())

WAYS = Sheet(
    "异地通办",
    (
        ITEM_CODE,
        Column("通办方式", "mode", _MODES, is_required=True),
        Column("通办范围", "reach", _REACHES, is_required=True),
        Column("办理机关", "authority", is_required=True, width=36, note="不写地名，如：公安派出所。"),
        Column("转出方式", "routes", LINES, note="网络、邮寄，每种一行。"),
        Column("收件地职责", "duties_here", LINES, width=40, note=_LINE_NOTE),
        Column("办理地职责", "duties_there", LINES, width=40, note=_LINE_NOTE),
        Column(
            "联办步骤",
            "steps",
            JOINT_STEPS,
            width=44,
            note="多地联办：按先后每步一行，写成 收件地：受理 或 联办地：核发。",
        ),
        Column("网上办理地址", "url", width=36),
    ),
    field="elsewhere",
    note="可以为外地代收、或者与外地联办的事项，一种方式一行。",
)
CREDIT = Sheet(
    "失信名单",
    (
        Column("摘要", "digest", CODE, is_required=True, width=70, note="号码加盐的摘要，不填号码。"),
        Column("失信类别", "kind", _MARKS, is_required=True),
        Column("依据", "basis", is_required=True, width=44),
        Column("截止日期", "until", DAY, note="最后一天；到信用修复为止的留空。"),
    ),
    field="credit",
    note="不适用告知承诺和容缺受理的申请人；盐在“目录信息”。",
)
