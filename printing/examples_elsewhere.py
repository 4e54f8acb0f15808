"""Examples of the papers of cases that another place decides, or does with this one."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from desktop.domain.papers import Head, MaterialLine, Party
from desktop.domain.papers_elsewhere import ElsewherePaper, ElsewhereReceipt, JointLine, JointSheet


def elsewhere_examples(head: Callable[[str], Head], applicant: Party) -> tuple[ElsewherePaper, ...]:
    """One of each kind; `head` makes the head from the mark in the number."""
    own = head("异收")
    return (
        ElsewhereReceipt(
            head=replace(own, authority=own.hall, item_name="户口迁移（示例）"),
            applicant=applicant,
            place="广东省（示例）东莞市",
            division="441900",
            authority="广东省（示例）东莞市公安派出所",
            mode="异地代收代办",
            reach="跨省通办",
            routes=("网络", "邮寄"),
            send_by=date(2026, 11, 3),
            received_on=date(2026, 11, 2),
            materials=(
                MaterialLine(name="户口迁移申请书", asked="原件1份", state="齐全"),
                MaterialLine(name="申请人居民身份证", asked="复印件1份（核验原件）", state="齐全"),
            ),
            duties_here=(
                "核对材料的名称、份数、页数",
                "核验申请人身份",
                "在一个工作日内转出",
                "收到结果后通知并送达申请人",
            ),
            duties_there=("决定是否受理，一次性告知需要补正的内容", "在法定期限内作出决定", "发出办理结果"),
            delivery="窗口自取",
        ),
        JointSheet(
            head=replace(head("联"), authority="示例县公安局", item_name="户口迁移（示例）"),
            applicant=applicant,
            place="广东省（示例）东莞市",
            division="441900",
            authority="广东省（示例）东莞市公安派出所",
            reach="跨省通办",
            routes=("网络",),
            accepted_on=date(2026, 11, 2),
            due_on=date(2026, 11, 23),
            steps=(
                JointLine(name="受理申请，核验身份和材料", place=own.hall, office="示例县公安局"),
                JointLine(
                    name="核对迁出地户口信息，出具迁移电子证明",
                    place="广东省（示例）东莞市",
                    office="广东省（示例）东莞市公安派出所",
                ),
                JointLine(name="办理落户，打印户口簿，送达申请人", place=own.hall, office="示例县公安局"),
            ),
            delivery="窗口自取",
        ),
    )
