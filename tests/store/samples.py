"""Made-up cases for the store's tests: nobody of this name and number exists (area 450000 is assigned to nobody)."""

from datetime import UTC, date, datetime, timedelta

from desktop.domain import events as ev
from desktop.domain.catalogue import Handling, ItemKind, Role
from desktop.domain.checklist import MaterialState
from desktop.domain.identity import make_check_digit
from desktop.domain.papers import AcceptanceNotice, Head, Party
from desktop.domain.people import Agent, Applicant, Clerk, Hall, Session
from desktop.domain.regime import Regime
from desktop.store.key_slots import Cost

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
KEY = bytes(range(32))
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
CLERK = Session(clerk=Clerk(clerk_id="zhangsan", name="张三"), window="02")
HALL = Hall(name="示例镇便民服务中心", division="450000100", window="02", authority="示例镇人民政府", short_name="示例")


class SetClock:
    """A clock that stands where a test puts it."""

    def __init__(self, now: datetime = NOON) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return (self.moment + timedelta(hours=8)).date()


def citizen_number(serial: int) -> str:
    first17 = f"450000{1950 + serial % 60}{serial % 12 + 1:02}{serial % 28 + 1:02}{serial % 1000:03}"
    return first17 + make_check_digit(first17)


def case_number(serial: int) -> str:
    return f"450000100-02-20261123-{serial:05}"


def applicant(serial: int = 1, name: str = "王示例", **fields: str) -> Applicant:
    number = citizen_number(serial)
    return Applicant(kind="person", name=name, id_kind="citizen", id_number=number, phone="13900000021", **fields)


def item(code: str = "XZ0012", name: str = "城乡居民养老保险参保登记") -> ev.ItemSnapshot:
    return ev.ItemSnapshot(
        code=code,
        name=name,
        group="社会保障",
        kind=ItemKind.PUBLIC_SERVICE,
        regime=Regime.LICENCE,
        role=Role.OWN,
        authority="示例镇人民政府",
        handling=Handling.COMMITTED,
    )


def received(serial: int = 1, *, name: str = "王示例", agent: Agent | None = None, **fields: object) -> ev.CaseReceived:
    values: dict[str, object] = {
        "case_number": case_number(serial),
        "catalogue_version": "2026.11.01",
        "item": item(),
        "applicant": applicant(serial, name),
        "received_on": date(2026, 11, 23),
        "window": "02",
        "agent": agent,
        "notice_due_on": date(2026, 11, 30),
    }
    return ev.CaseReceived(**(values | fields))  # type: ignore[arg-type]


def checked(*states: MaterialState) -> ev.MaterialsChecked:
    return ev.MaterialsChecked(
        rows=tuple(
            ev.MaterialRow(code=f"M{n}", name=f"材料{n}", state=state) for n, state in enumerate(states, start=1)
        )
    )


def accepted(due_on: date = date(2026, 12, 14)) -> ev.CaseAccepted:
    return ev.CaseAccepted(accepted_on=date(2026, 11, 23), committed_due_on=due_on)


def paper(serial: int = 1) -> ev.PaperIssued:
    head = Head(
        number=f"示例受字〔2026〕02-{serial:04}号",
        authority="示例镇人民政府",
        hall="示例镇便民服务中心",
        window="02",
        clerk="张三",
        issued_on=date(2026, 11, 23),
    )
    content = AcceptanceNotice(
        head=head, applicant=Party(name="王示例"), received_on=date(2026, 11, 23), accepted_on=date(2026, 11, 23)
    )
    return ev.PaperIssued(number=head.number, paper=content, sha256="ab" * 32, code="QR", template=1)
