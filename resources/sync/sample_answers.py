"""What the city says about made-up cases, and the lines about scans: kinds that no sample case has."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from desktop.demo import people
from desktop.domain import events as ev
from desktop.store.line import GENESIS, Line
from desktop.sync import segment_lines

_MOMENT = datetime(2026, 11, 12, 8, 0, tzinfo=UTC)
_DAY = date(2026, 11, 12)
_OFFICES = ("右江区（示例）林业局", "右江区（示例）民政局", "右江区（示例）人力资源和社会保障局")
_ORIGIN = "451002103-02-00000000"


def answers() -> Iterator[list[Line]]:
    """For each made-up citizen the answers of an office, and the pages of the case; about a moment apart."""
    for count, _ in enumerate(people.ALL):
        yield _lines(count, "lan", _answers(count, _OFFICES[count % len(_OFFICES)]))
        yield _lines(count + len(people.ALL), "zhang", _pages(count))


def _answers(count: int, office: str) -> list[ev.Event]:
    return [
        ev.CityReceived(office=office, project_no=f"4510020{count:09d}"),
        ev.CityAskedCorrection(
            office=office, text="请补正下列材料后再报。", materials=("m02",), supply_by=_DAY + timedelta(days=count)
        ),
        ev.CityDecided(
            office=office,
            is_granted=True,
            decided_on=_DAY + timedelta(days=count),
            document_name="准予行政许可决定书",
            document_number=f"右林许准〔2026〕{count}号",
        ),
        ev.CityDecided(
            office=office, is_granted=False, decided_on=_DAY + timedelta(days=count), explanation="不符合法定条件。"
        ),
        ev.CityRefusedEntry(entry_origin=_ORIGIN, entry_seq=count, reason="", field="id_number", text="号码有误。"),
        ev.CityMessage(office=office, text="请通知申请人领取结果。"),
    ]


def _pages(count: int) -> list[ev.Event]:
    return [
        ev.ScanAdded(
            sha256=hashlib.sha256(bytes([count, place])).hexdigest(),
            material_code=f"m0{place}",
            place=1,
            media="image/webp",
            size_bytes=60_000 + 997 * count + place,
            name=f"扫描_{count:04d}.jpg",
            width_px=1240,
            height_px=1754,
            dpi=150,
        )
        for place in (1, 2, 3)
    ]


def _lines(count: int, clerk: str, events: list[ev.Event]) -> list[Line]:
    at = int((_MOMENT + timedelta(minutes=count)).timestamp() * 1000)
    marks = [hashlib.sha256(f"{count} {place}".encode()).hexdigest() for place in range(len(events) + 1)]
    case_id = _id(at, marks[-1])
    bare = [
        Line(0, _ORIGIN, 1 + place, _id(at, mark), ev.kind_of(e), case_id, at, clerk, ev.encode(e), b"", b"")
        for place, (e, mark) in enumerate(zip(events, marks, strict=False))
    ]
    return list(segment_lines.chained(bare, GENESIS))


def _id(at_ms: int, mark: str) -> str:
    time = f"{at_ms:012x}"
    return f"{time[:8]}-{time[8:]}-7{mark[:3]}-9{mark[3:6]}-{mark[6:18]}"
