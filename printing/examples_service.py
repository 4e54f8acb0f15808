"""Examples of the papers about the service itself, in the order of papers_service.SERVICE_TITLES."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from desktop.domain.papers import Head
from desktop.domain.papers_service import DifficultySlip, ServicePaper


def service_examples(head: Callable[[str], Head]) -> tuple[ServicePaper, ...]:
    """One of each kind; `head` makes the head from the mark in the number."""
    return (
        DifficultySlip(
            head=_of_the_hall(head("难")),
            reported_on=date(2026, 11, 23),
            stuck="房产证上的名字写错一个字，房管所要派出所证明，派出所说不归他们开，跑了四趟没有办成。",
            item_name="户口迁移（示例）",
            since="八月起",
            name="王示例",
            phone_masked="139****0001",
            due_on=date(2026, 11, 30),
        ),
    )


def _of_the_hall(head: Head) -> Head:
    """The head of a paper that belongs to no case."""
    return replace(head, authority=head.hall, case_number="", item_name="", item_code="")
