"""A store with very many made-up cases: real events, appended with their hashes and folded by the real projector.

Only the services are left out: a case is four lines (received, checked, concluded, paper issued) that a seed makes. A
few thousand cases go into one transaction, which is what makes it quick; nothing of what is then measured knows the
difference. Surnames and given names follow Zipf's law, so that some are met all the time; area 450000 is assigned to
nobody.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from desktop.catalogue_files.sample import load_sample
from desktop.clock import FixedClock
from desktop.domain import events as ev
from desktop.domain.catalogue import ServiceItem
from desktop.domain.checklist import MaterialState
from desktop.domain.identity import make_check_digit
from desktop.domain.numbers import CaseNumber, paper_number, tag_of
from desktop.domain.papers import AcceptanceNotice, Head, Party
from desktop.domain.people import Applicant, Session
from desktop.domain.regime import Incomplete
from desktop.store.store import Store
from tests.builders import HALL, LEAD

KEY = bytes(range(32))
SESSION = Session(clerk=LEAD, window=HALL.window)
PER_TRANSACTION = 4000
FIRST_DAY = date(2017, 1, 3)
DAYS = 3500
WINDOWS = ("01", "02", "03", "04")
# Common surnames and characters of given names, most frequent first; put together by chance they name nobody.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
    "汤"
)
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文志春梅海燕林飞鹏宇浩然子涵欣怡梓轩雨晨嘉"
    "琪俊凯思远晓东小宁立新永福金凤爱莲素珍淑贞凤仪德才长生水清木森火炎土圭"
)


@dataclass(frozen=True, slots=True)
class Made:
    """What is known of a case, to ask for it later."""

    no: int
    number: str
    name: str
    id_number: str
    phone: str
    item: ServiceItem
    received_on: date
    window: str
    is_open: bool


def fill(folder: Path, count: int, *, seed: int = 7) -> tuple[Store, list[Made]]:
    """A new store with `count` cases, and what each of them is, oldest first."""
    folder.mkdir()
    clock = FixedClock(datetime(2026, 11, 2, 1, tzinfo=UTC))
    store = Store.create(folder, KEY, hall=HALL.division, window=HALL.window, clock=clock)
    made = list(people(count, tag_of(store.origin), random.Random(seed)))
    for start in range(0, count, PER_TRANSACTION):
        with store.write(SESSION) as unit:
            for case in made[start : start + PER_TRANSACTION]:
                unit.record(events_of(case), case_id=f"case-{case.no:09}")
    return store, made


def people(count: int, tag: str, chance: random.Random) -> Iterator[Made]:
    """`count` cases, day by day."""
    items = load_sample().items
    surname_weights, given_weights, item_weights = _zipf(SURNAMES), _zipf(GIVEN), _zipf(items)
    for no in range(1, count + 1):
        surname = chance.choices(SURNAMES, cum_weights=surname_weights)[0]
        length = 1 if chance.random() < 0.22 else 2
        born = date(1940, 1, 1) + timedelta(days=chance.randrange(25_000))
        first17 = f"450000{born:%Y%m%d}{chance.randrange(1000):03}"
        day = FIRST_DAY + timedelta(days=no * DAYS // (count + 1))
        window = chance.choice(WINDOWS)
        yield Made(
            no=no,
            number=CaseNumber(HALL.division, window, tag, day, no).text,
            name=surname + "".join(chance.choices(GIVEN, cum_weights=given_weights, k=length)),
            id_number=first17 + make_check_digit(first17),
            phone=f"1{chance.choice('3578')}{chance.randrange(10**9):09}",
            item=chance.choices(items, cum_weights=item_weights)[0],
            received_on=day,
            window=window,
            is_open=no > count * 0.98 or chance.random() < 0.01,
        )


def events_of(case: Made) -> list[ev.Event]:
    """The four lines of a case."""
    item, day = case.item, case.received_on
    received = ev.CaseReceived(
        case_number=case.number,
        catalogue_version="2017.01.01",
        item=ev.ItemSnapshot(
            code=item.code,
            name=item.name,
            group=item.group,
            kind=item.kind,
            regime=item.regime,
            role=item.role,
            authority=item.authority,
            handling=item.handling,
        ),
        applicant=Applicant(
            kind="person", name=case.name, id_kind="citizen_id", id_number=case.id_number, phone=case.phone
        ),
        received_on=day,
        window=case.window,
        notice_due_on=day + timedelta(days=7),
    )
    rows = tuple(ev.MaterialRow(code=m.code, name=m.name, state=MaterialState.COMPLETE) for m in item.materials[:4])
    checked = ev.MaterialsChecked(rows=rows)
    return [received, checked, _conclusion(case, rows), _paper(case)]


def _conclusion(case: Made, rows: Sequence[ev.MaterialRow]) -> ev.Event:
    day = case.received_on
    if case.is_open:
        return ev.CaseAccepted(accepted_on=day, committed_due_on=day + timedelta(days=20))
    return ev.CorrectionRequested(requested_on=day, rows=tuple(rows[:1]), notice_no=1, consequence=Incomplete.RETURN)


def _paper(case: Made) -> ev.PaperIssued:
    number = paper_number(
        HALL.short_name, "受", year=case.received_on.year, window=case.window, tag="000000", serial=case.no
    )
    head = Head(
        number=number,
        authority=case.item.authority,
        hall=HALL.name,
        window=case.window,
        clerk=LEAD.name,
        issued_on=case.received_on,
        case_number=case.number,
        item_name=case.item.name,
        item_code=case.item.code,
    )
    content = AcceptanceNotice(
        head=head, applicant=Party(name=case.name), received_on=case.received_on, accepted_on=case.received_on
    )
    return ev.PaperIssued(number=number, paper=content, sha256="ab" * 32, code="示例", template=1)


def _zipf(choices: Sequence[object]) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, len(choices) + 1)))
