"""Content of the receipt for a case that another place decides (异地收件凭证, handbook 3)."""

from datetime import date
from typing import Any

from desktop.domain.paper_parts import Content, Head, MaterialLine, Party


class ElsewhereReceipt(Content, frozen=True, kw_only=True, tag="elsewhere_receipt"):
    """异地办理收件凭证: names the place that decides, the route, and what each of the two places answers for.

    It is no acceptance: only the place that decides can accept (国办发〔2020〕35号).
    """

    head: Head
    applicant: Party
    agent: Party | None = None
    place: str
    division: str = ""
    authority: str
    mode: str  # 全程网办, 异地代收代办, 多地联办
    reach: str  # 同城通办, 全区通办, 跨省通办
    routes: tuple[str, ...] = ()
    send_by: date | None = None
    received_on: date
    materials: tuple[MaterialLine, ...] = ()
    duties_here: tuple[str, ...] = ()
    duties_there: tuple[str, ...] = ()
    delivery: str = ""
    url: str = ""


class JointLine(Content, frozen=True, kw_only=True):
    """A step of 多地联办 and who does it."""

    name: str
    place: str
    office: str


class JointSheet(Content, frozen=True, kw_only=True, tag="joint_sheet"):
    """多地联办分工单: one place accepts, the other does its share, and who does which step (handbook 3).

    Goes to the applicant with the acceptance, and to the other place with the file.
    """

    head: Head
    applicant: Party
    agent: Party | None = None
    place: str
    division: str = ""
    authority: str  # of the other place
    reach: str
    routes: tuple[str, ...] = ()
    accepted_on: date
    due_on: date | None = None
    steps: tuple[JointLine, ...]
    delivery: str = ""


ElsewherePaper = ElsewhereReceipt | JointSheet

ELSEWHERE_TITLES: dict[type[Any], str] = {ElsewhereReceipt: "异地办理收件凭证", JointSheet: "多地联办分工单"}
