"""One of each event about a case of another place, with its sentence: for the test of all sentences."""

from datetime import date
from typing import Any

from desktop.domain import events_elsewhere as ew

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
]
