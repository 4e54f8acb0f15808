"""Small made-up items, applicants and halls for tests. Numbers have valid check digits in unassigned areas."""

from datetime import date
from typing import Any

from desktop.domain.calendar import WorkCalendar
from desktop.domain.catalogue import (
    Catalogue,
    Handling,
    ItemKind,
    MaterialRequirement,
    NotRequiredHere,
    Option,
    OtherAuthority,
    Question,
    Role,
    ServiceItem,
)
from desktop.domain.checklist import Check, Checklist, MaterialState, mark_all, requirements_of
from desktop.domain.deadline import LimitUnit, TimeLimit
from desktop.domain.decide import Application, Circumstances
from desktop.domain.people import Agent, Applicant, Clerk, ClerkRole, Hall, Session
from desktop.domain.regime import Regime
from desktop.national_days import national_years

MONDAY = date(2026, 11, 2)
PERSON_ID = "450000198503070028"
OTHER_ID = "450000197001010012"

CALENDAR = WorkCalendar(national=national_years())

HALL = Hall(
    name="示例镇便民服务中心（示例）",
    division="450000101",
    window="02",
    authority="示例镇人民政府（示例）",
    short_name="示例",
    service_phone="0776-0000001",
    complaint_phone="0776-0000002",
    review_authority="示例县人民政府",
    court="示例县人民法院",
)
LEAD = Clerk(clerk_id="lead", name="示例负责人", role=ClerkRole.LEAD)
SESSION = Session(clerk=LEAD, window="02")

FORM = MaterialRequirement(code="m1", name="申请表", originals=1)
ID_CARD = MaterialRequirement(code="m2", name="居民身份证", is_shareable=True, is_original_compared=True)
PROOF = MaterialRequirement(code="m3", name="困难证明", is_pledgeable=True, originals=1)
PHOTO = MaterialRequirement(
    code="m4", name="照片", is_deferrable=True, copies=2, deferral=TimeLimit(5, LimitUnit.WORKING_DAYS)
)
EXTRA = MaterialRequirement(code="m5", name="其他佐证", is_required=False, copies=1)
MANDATE = MaterialRequirement(code="m6", name="授权委托书", originals=1, when={"agent": ("yes",)})
MATERIALS = (FORM, ID_CARD, PROOF, PHOTO, EXTRA, MANDATE)

PLACE = Question(
    key="place",
    text="林木在哪里？",
    options=(
        Option(key="1", text="本镇集体林地"),
        Option(
            key="2",
            text="房前屋后零星林木",
            not_required=NotRequiredHere(reason="农村居民采伐房前屋后个人所有的零星林木", basis="《森林法》第五十六条"),
        ),
        Option(
            key="3",
            text="城镇绿化林木",
            other_authority=OtherAuthority(
                reason="城镇林木不归林业主管部门审批", authority="示例县住房和城乡建设局", address="示例路1号"
            ),
        ),
    ),
)


def item(**changes: Any) -> ServiceItem:
    """A licence that the town decides: 20 working days by law, 5 promised, six materials, one question."""
    fields: dict[str, Any] = {
        "code": "L1",
        "name": "林木采伐许可（示例）",
        "group": "农林",
        "kind": ItemKind.LICENCE,
        "regime": Regime.LICENCE,
        "role": Role.OWN,
        "authority": HALL.authority,
        "handling": Handling.COMMITTED,
        "statutory_limit": TimeLimit(20, LimitUnit.WORKING_DAYS),
        "committed_limit": TimeLimit(5, LimitUnit.WORKING_DAYS),
        "materials": MATERIALS,
        "questions": (PLACE,),
    }
    return ServiceItem(**{**fields, **changes})


def catalogue(*items: ServiceItem, version: str = "2026.10.01", **changes: Any) -> Catalogue:
    """A sample catalogue in force since October 2026."""
    fields: dict[str, Any] = {
        "version": version,
        "publisher": "示例县",
        "division": "450000",
        "issued_on": date(2026, 9, 1),
        "in_force_on": date(2026, 10, 1),
        "is_sample": True,
        "items": items or (item(),),
    }
    return Catalogue(**{**fields, **changes})


def circumstances(of: ServiceItem | None = None, today: date = MONDAY) -> Circumstances:
    """A working Monday."""
    return Circumstances(item=of or item(), catalogue_version="2026.10.01", today=today, calendar=CALENDAR)


FACTS = {"place": "1", "applicant": "person", "agent": "no", "channel": "counter"}

COMPLETE = dict.fromkeys(("m1", "m2", "m3", "m4", "m5"), MaterialState.COMPLETE)


def checklist(states: dict[str, MaterialState], of: ServiceItem | None = None, **facts: str) -> Checklist:
    """A checklist with these states; a faulty row says 缺页."""
    bare = Checklist(requirements=requirements_of(of or item(), {**FACTS, **facts}))
    reason = {MaterialState.FAULTY: "缺页"}
    return mark_all(bare, [Check(code=c, state=s, reason=reason.get(s, "")) for c, s in states.items()])


APPLICANT = Applicant(kind="person", name="王示例", id_kind="citizen_id", id_number=PERSON_ID, phone="13900000000")
AGENT = Agent(name="李示例", id_kind="citizen_id", id_number=OTHER_ID, powers=("提交",))


def application(states: dict[str, MaterialState], of: ServiceItem | None = None, **facts: str) -> Application:
    """An application with these states."""
    return Application(
        case_number="450000101-02-000000-20261102-0001-0",
        applicant=APPLICANT,
        agent=AGENT if facts.get("agent") == "yes" else None,
        facts={**FACTS, **facts},
        checklist=checklist(states, of, **facts),
        window="02",
    )
