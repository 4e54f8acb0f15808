"""A city, its store, and one window that has been approved: what is measured, made before the line is slow."""

import asyncio
import contextlib
import os
import pwd
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.city import answer_lines
from desktop.city.collect import collect_once
from desktop.city.enrolling import new_enrolment
from desktop.city.folder import City, CityConfig
from desktop.city.joining import approve, take_joins
from desktop.clock import SystemClock
from desktop.domain.checklist import Check
from desktop.domain.events import CityMessage
from desktop.domain.people import Session
from desktop.services import intake
from desktop.services.intake_form import IntakeForm
from desktop.store.line import Line
from desktop.store.outbox import Outbox
from desktop.sync import packing, segment_lines
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.joining import ENROLMENT
from desktop.sync.pump import Pump
from desktop.sync.store_config import StoreConfig
from desktop.sync.timing import LoopTiming
from tests.bench.many_cases import people
from tests.bench_sync.lines import ROOT
from tests.bench_sync.lines import Line as Way
from tests.builders import COMPLETE, HALL, LEAD, catalogue, item
from tests.proof.profiles import CHEAP, PASSWORD
from tests.servers import swift
from tests.servers.apache import apache

PORT = 9443
BUCKET = "yichuang"
ITEMS = (
    "林木采伐许可", "食品小作坊登记", "农村宅基地用地批准", "临时用地审批", "城乡居民养老保险参保登记", "动物诊疗许可",
    "排污许可", "取水许可", "户外广告设置许可", "公共场所卫生许可", "特困人员认定", "残疾人证办理",
)  # fmt: skip
_TRIES = 200


def published() -> list[str]:
    """Codes of the items that the window handles."""
    return [f"L{number}" for number in range(1, len(ITEMS) + 1)]


@dataclass
class Offices:
    """The city and the window's profile; `counter` is closed while the window is at work in a process of its own."""

    city: City
    root: Path
    profile: Path
    counter: Counter | None
    serial: int = 0
    _chance: random.Random = field(default_factory=lambda: random.Random(7))

    @property
    def opened(self) -> Counter:
        assert self.counter
        return self.counter

    def take_in(self, lines: int) -> list[Line]:
        """Real cases until so many lines are more in the ledger than before; those lines."""
        store = self.opened.store
        with store.read() as reader:
            tip = reader.ledger.tip(store.origin)
        first = (tip.seq if tip else 0) + 1
        last = first - 1
        while last - first + 1 < lines:
            self.serial += 1
            last = take_in_one(self.opened, self.serial)
        with store.read() as reader:
            return list(reader.ledger.of_origin(store.origin, from_seq=first))

    def answer(self, count: int) -> int:
        """The city says so much to the hall; bytes of it at their smallest."""
        texts = [CityMessage(office="示例县行政审批局", text=self._text(place)) for place in range(count)]
        with self.city.database.write() as conn:
            made = answer_lines.append(conn, HALL.division, [(text, None) for text in texts], at=self.city.now_ms())
        self.collect()
        return smallest(made)

    def collect(self) -> None:
        """One poll of the city, which works on the folder itself."""
        asyncio.run(collect_once(self.city))
        give_to_apache(self.root)

    def open(self) -> None:
        """The window comes back from another process."""
        self.counter, _session = bootstrap.open_profile(self.profile, LEAD.clerk_id, PASSWORD, clock=SystemClock())

    def close(self) -> None:
        """The window goes to another process."""
        self.opened.close()
        self.counter = None

    def _text(self, place: int) -> str:
        kind = self._chance.choice(ITEMS)
        number = self._chance.randint(10, 99)
        return f"办件{place:06}（{kind}）已由示例县行政审批局收件，承办人{number}，请于{place % 28 + 1}日前查收。"


def smallest(lines: list[Line]) -> int:
    """What no line can do without: their JSON in one frame of zstd 19."""
    return len(packing.pack(segment_lines.encode(lines)))


def take_in_one(counter: Counter, serial: int) -> int:
    """A whole case as a clerk concludes it, for somebody made up; the number of the last line."""
    person = next(iter(people(1, "000000", random.Random(serial))))
    chance = random.Random(serial)
    form = IntakeForm(
        case_id=f"0192f0c0-0000-7000-8000-{serial:012}",
        item_code=chance.choice(published()),
        name=person.name,
        id_number=person.id_number,
        phone=person.phone,
        address=f"示例镇示例村{chance.randint(1, 30)}组{chance.randint(1, 200)}号",
        answers={"place": "1"},
        checks={code: Check(code=code, state=state) for code, state in COMPLETE.items()},
        outcome="accept",
    )
    session = Session(clerk=LEAD, window=HALL.window)
    with counter.store.write(session) as uow:
        intake.take_in(uow, session, form, today=datetime.now(UTC).date())
    with counter.store.read() as reader:
        tip = reader.ledger.tip(counter.store.origin)
    assert tip
    return tip.seq


def give_to_apache(root: Path) -> None:
    """Apache runs as an ordinary user, and the city's end of the test does not."""
    if os.geteuid() == 0:
        user = pwd.getpwnam("www-data")
        for path in (root, *root.rglob("*")):
            os.chown(path, user.pw_uid, user.pw_gid)


@contextlib.contextmanager
def offices(folder: Path, way: Way) -> Iterator[Offices]:
    """All of it, Apache at the city's end of the line."""
    with apache(HALL.division, host=way.city_address, port=PORT, prefix=way.city) as server:
        _wait(way)
        host, port = way.reach(PORT)
        options = server.options(HALL.division) | {"url": f"https://{host}:{port}/"}
        with _offices(folder, server.folder, StoreConfig(kind="webdav", options=options)) as made:
            yield made


@contextlib.contextmanager
def offices_on_s3(folder: Path, way: Way) -> Iterator[Offices]:
    """The same with Swift, which gets what the city has said until then; the city hears nothing of what comes in."""
    host, port = way.reach(PORT)
    options = {
        "endpoint": f"https://{host}:{port}/",
        "bucket": BUCKET,
        "access_key": f"{swift.ACCOUNT}:city",
        "secret_key": swift.SECRET,
        "ca_file": str(folder / "test-ca.pem"),
    }
    files = folder / "store"
    files.mkdir()
    with _offices(folder, files, StoreConfig(kind="s3", options=options)) as made:
        child = [*way.city, sys.executable, "-m", "tests.bench_sync.swift_child"]
        child += [way.city_address, str(PORT), BUCKET, str(files), str(folder)]
        with subprocess.Popen(child, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as store:
            assert store.stdout
            assert store.stdout.readline() == "ready\n", "Swift does not start"
            yield made


@contextlib.contextmanager
def _offices(folder: Path, root: Path, store: StoreConfig) -> Iterator[Offices]:
    config = CityConfig(name="示例市", store=StoreConfig(kind="folder", options={"root": str(root)}))
    with City.create(folder / "city", config) as city:
        made = Offices(city, root, folder / "window", _founded(folder / "window"))
        _enrol(made, store)
        try:
            yield made
        finally:
            if made.counter is not None:
                made.close()


def _founded(profile: Path) -> Counter:
    items = [item(code=code, name=f"{name}（示例）") for code, name in zip(published(), ITEMS, strict=True)]
    counter, _code = bootstrap.create_profile(
        profile,
        hall=HALL,
        lead=LEAD,
        password=PASSWORD,
        clock=SystemClock(),
        catalogue=catalogue(*items),
        cost=CHEAP,
    )
    return counter


def _enrol(made: Offices, way_to_store: StoreConfig) -> None:
    """Enrolled, asked, approved and told so, past the line."""
    bare = new_enrolment(made.city, HALL.division, HALL.window, hall_name=HALL.name)
    enrolment = msgspec.structs.replace(bare, store=way_to_store)
    store = made.opened.store
    outbox = Outbox(store, adopt=lambda *_: None, page=lambda _: None)
    kept = {ENROLMENT: msgspec.json.encode(enrolment).decode()}
    outbox.enrolled(city="示例市", store_kind=way_to_store.kind, city_key=enrolment.city_key, settings=kept)
    carrier = FolderCarrier(made.root)
    pump = Pump(
        outbox, open_carrier=lambda _: carrier, clock=SystemClock(), timing=LoopTiming(), chance=random.Random(1)
    )
    cycle(pump)
    asyncio.run(take_joins(made.city, carrier, HALL.division))
    approve(made.city, store.origin)
    made.collect()
    cycle(pump)
    give_to_apache(made.root)


def cycle(pump: Pump) -> None:
    """One, whether anything is due or not."""
    pump.signals.force()
    asyncio.run(pump.cycle())


def _wait(way: Way) -> None:
    """Until Apache listens at its end."""
    look = f"import socket; socket.create_connection(('{way.city_address}', {PORT}), 1).close()"
    for _ in range(_TRIES):
        if subprocess.run([*way.city, sys.executable, "-c", look], capture_output=True, check=False).returncode == 0:
            return
    raise RuntimeError("Apache does not listen")


@dataclass(frozen=True, slots=True)
class Took:
    """What a command took: seconds, those until the store had the last entry or page, bytes up and down."""

    seconds: float
    stored_s: float
    up_bytes: int
    down_bytes: int

    @property
    def kilobytes(self) -> float:
        """Both ways, headers and retransmissions included."""
        return (self.up_bytes + self.down_bytes) / 1000


class HallProcess:
    """The window at work at its end of the line, in a process of its own."""

    def __init__(self, at: Offices, way: Way) -> None:
        if at.counter is not None:
            at.close()
        command = [*way.hall, sys.executable, "-m", "tests.bench_sync.hall_child", str(at.profile)]
        self._way = way
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._hear()

    def do(self, *words: object) -> Took:
        """A command of tests.bench_sync.hall_child. The line's counters and cuts are begun anew before it."""
        assert self._process.stdin
        self._way.restart()
        self._process.stdin.write(" ".join(str(word) for word in words) + "\n")
        self._process.stdin.flush()
        seconds, stored_s = (float(part) for part in self._hear().split())
        return Took(seconds, stored_s, *settled_bytes(self._way))

    def close(self) -> None:
        """Ends it."""
        with self._process:
            pass  # its input ends, and with it the work

    def _hear(self) -> str:
        assert self._process.stdout
        answer = self._process.stdout.readline()
        assert answer, "the window's process ended"
        return answer


@contextlib.contextmanager
def at_work(at: Offices, way: Way) -> Iterator[HallProcess]:
    """The window's process, ended with the block."""
    process = HallProcess(at, way)
    try:
        yield process
    finally:
        process.close()


def settled_bytes(way: Way, *, quiet_s: float = 0.3) -> tuple[int, int]:
    """Bytes up and down since the line was begun anew, once nothing more comes."""
    before = (-1, -1)
    while True:
        counters = way.counters()
        now = counters.up.size_bytes, counters.down.size_bytes
        if now == before:
            return now
        before = now
        time.sleep(quiet_s + 2 * way.link.delay_s)
