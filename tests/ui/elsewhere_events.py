"""One of each event about a case of another place, with its sentence: for the test of all sentences."""

from datetime import date
from typing import Any

from desktop.domain import events_elsewhere as ew
from desktop.domain.catalogue_elsewhere import Side

MONDAY = date(2026, 11, 2)

ELSEWHERE_EVENTS: list[tuple[Any, str]] = [
    (
        ew.SentElsewhere(sent_on=MONDAY, authority="东莞市公安派出所", route="邮寄", tracking_number="EMS1"),
        "转出到东莞市公安派出所（邮寄 EMS1）",
    ),
    (
        ew.ElsewhereState(noted_on=MONDAY, stage=ew.Stage.DECIDED, is_granted=False, note="不符合迁入条件"),
        "办理地已办结，不予批准：不符合迁入条件",
    ),
    (
        ew.JointStepSettled(
            settled_on=MONDAY, number=2, name="核发准予迁入证明", side=Side.THERE, by="示例派出所", note="证明已寄出"
        ),
        "联办第2步 核发准予迁入证明：联办地（示例派出所）已办完：证明已寄出",
    ),
    (
        ew.JointStepSettled(
            settled_on=MONDAY, number=1, name="注销户口", side=Side.HERE, is_done=False, note="户口已经迁出"
        ),
        "联办第1步 注销户口：收件地不予办理：户口已经迁出",
    ),
]
