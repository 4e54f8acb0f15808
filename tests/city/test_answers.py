"""What the offices say reaches the hall: as lines of the city, sealed, named by the head last; once."""

import asyncio
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.city import answering
from desktop.city.answer_sheet import AnswerSheetFaulty, AnswerSheetTaken, answer_from
from desktop.city.collect import publish_all
from desktop.city.folder import City
from desktop.city.joining import revoke
from desktop.domain import events as ev
from desktop.domain.errors import InvalidInput
from desktop.store.line import Line
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.city_head import KeyList
from desktop.sync.segment import open_segment
from desktop.sync.signed import read_document
from tests.city.reading import answers, head_of, poll
from tests.city.window import Window
from tests.store.samples import case_number

HALL = "450000100"


@pytest.fixture
def address() -> str:
    return ""


RECEIVED = ev.CityReceived(office="示例县林业局", project_no="LY-2026-1")


@pytest.fixture
def case_id(city: City, window: Window) -> str:
    """A case that the city has."""
    (made,) = window.take_in(1)
    window.put()
    poll(city)
    return made


def give(city: City, *said: answering.Answer, number: str = case_number(1)) -> None:
    with city.database.write() as conn:
        answering.give(conn, city, [answering.about_case(conn, number, one) for one in said], clerk="city")
    asyncio.run(publish_all(city))


def read_at_the_hall(city: City, window: Window) -> list[Line]:
    """Every answer as the window opens it: with the hall's identity and the city's key."""
    read: list[Line] = []
    for name in asyncio.run(window.carrier.list(f"city-{HALL}/ans/")):
        _head, lines = open_segment(
            asyncio.run(window.carrier.get(name)).body,
            name=name,
            identities=[window.enrolment.hall_secret_key],
            key_of=lambda _origin: bytes.fromhex(window.enrolment.city_key),
        )
        read += lines
    return sorted(read, key=lambda line: line.seq)


def test_an_answer_opens_with_the_halls_keys_and_stands_behind_what_it_answers(
    city: City, window: Window, carrier: FolderCarrier, case_id: str
):
    window.clock.moment = window.clock.moment.replace(hour=9)
    give(city, RECEIVED)

    (line,) = read_at_the_hall(city, window)

    assert (ev.decode(line.body), line.case_id) == (RECEIVED, case_id)
    assert line.at > window.lines()[-1].at
    head = head_of(city, carrier)
    assert (head.answers, head.city_origin) == (1, line.origin)


def test_answers_are_one_chain_over_many_files(city: City, window: Window, case_id: str):
    for _ in range(3):
        give(city, RECEIVED)

    lines = read_at_the_hall(city, window)

    assert [line.seq for line in lines] == [1, 2, 3]
    assert [line.prev for line in lines[1:]] == [line.hash for line in lines[:-1]]


def test_many_answers_are_few_files(city: City, window: Window, case_id: str):
    give(city, *[RECEIVED] * 1200)

    names = asyncio.run(window.carrier.list(f"city-{HALL}/ans/"))

    assert [int(name[-16:-4]) for name in names] == [1, 1001]
    assert len(read_at_the_hall(city, window)) == 1200


def test_a_publication_cut_off_before_the_head_is_finished_by_the_next(
    city: City, window: Window, carrier: FolderCarrier, case_id: str
):
    class CutOff(FolderCarrier):
        async def replace(self, name: str, body: bytes) -> None:
            raise KeyboardInterrupt

    with city.database.write() as conn:
        answering.give(conn, city, [answering.about_case(conn, case_number(1), RECEIVED)], clerk="city")
    with pytest.raises(KeyboardInterrupt):
        asyncio.run(publish_all(city, carrier=CutOff(Path(window.enrolment.store.options["root"]))))
    assert head_of(city, carrier).answers == 0

    asyncio.run(publish_all(city))

    assert head_of(city, carrier).answers == 1
    assert len(read_at_the_hall(city, window)) == 1


def test_each_head_is_younger_than_the_one_before_though_the_clock_stands(
    city: City, window: Window, carrier: FolderCarrier, case_id: str
):
    before = head_of(city, carrier).at_ms
    give(city, RECEIVED)

    assert head_of(city, carrier).at_ms > before


def test_a_revoked_key_is_in_the_next_list(city: City, window: Window, carrier: FolderCarrier, case_id: str):
    revoke(city, window.origin)
    asyncio.run(publish_all(city))

    number = head_of(city, carrier).keys
    body = asyncio.run(carrier.get(f"city-{HALL}/keys/{number:06d}.json")).body
    (key,) = read_document(body, KeyList, public_key=city.keys.public_key).keys
    assert (number, key.origin, key.revoked_at_ms) == (2, window.origin, city.now_ms())


def sheet(path: Path, *rows: Sequence[object]) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in (("办件编号", "答复", "部门", "内容", "日期", "文书名称", "文号", "材料", "大厅"), *rows):
        book.active.append(list(row))
    book.save(path)
    return path


def test_a_sheet_is_answered_from_row_by_row(city: City, window: Window, case_id: str, tmp_path: Path):
    path = sheet(
        tmp_path / "答复.xlsx",
        (case_number(1), "接收", "示例县林业局"),
        (case_number(1), "补正", "示例县林业局", "缺权属证明", date(2026, 12, 1), None, None, "权属证明、身份证"),
        (case_number(1), "准予", "示例县林业局", None, "2026年11月30日", "林木采伐许可证", "示林采〔2026〕1号"),
        (None, "消息", "示例市大数据局", "周五停机维护", None, None, None, None, HALL),
    )

    assert answer_from(city, path, clerk="city") == 4

    assert answers(city) == [
        ev.CityReceived(office="示例县林业局"),
        ev.CityAskedCorrection(
            office="示例县林业局", text="缺权属证明", materials=("权属证明", "身份证"), supply_by=date(2026, 12, 1)
        ),
        ev.CityDecided(
            office="示例县林业局",
            is_granted=True,
            decided_on=date(2026, 11, 30),
            document_name="林木采伐许可证",
            document_number="示林采〔2026〕1号",
        ),
        ev.CityMessage(office="示例市大数据局", text="周五停机维护"),
    ]


def test_a_sheet_with_faults_answers_nothing_and_names_every_row(city: City, case_id: str, tmp_path: Path):
    path = sheet(
        tmp_path / "答复.xlsx",
        (case_number(1), "接收", "示例县林业局"),
        ("450000100-02-20261123-99999", "接收", "示例县林业局"),
        (case_number(1), "不予", "示例县林业局", None, "2026-11-30"),
        (case_number(1), "同意了", "示例县林业局"),
        (case_number(1), "准予", "示例县林业局", None, "下周"),
    )

    with pytest.raises(AnswerSheetFaulty) as refused:
        answer_from(city, path, clerk="city")

    assert refused.value.fields["count"] == 4
    told = refused.value.fields["faults"].splitlines()
    assert [line.partition("：")[0] for line in told] == ["第3行", "第4行", "第5行", "第6行"]
    assert answers(city) == []


def test_the_same_sheet_is_not_answered_from_twice(city: City, case_id: str, tmp_path: Path):
    path = sheet(tmp_path / "答复.xlsx", (case_number(1), "接收", "示例县林业局"))
    answer_from(city, path, clerk="city")

    with pytest.raises(AnswerSheetTaken):
        answer_from(city, path, clerk="city")

    assert len(answers(city)) == 1


def test_a_csv_as_excel_writes_it_in_china_is_read(city: City, case_id: str, tmp_path: Path):
    path = tmp_path / "答复.csv"
    path.write_bytes(f"办件编号,答复,部门\r\n{case_number(1)},接收,示例县林业局\r\n".encode("gb18030"))

    answer_from(city, path, clerk="city")

    assert answers(city) == [ev.CityReceived(office="示例县林业局")]


def test_an_entry_that_never_arrived_cannot_be_refused(city: City, window: Window, case_id: str):
    refusal = ev.CityRefusedEntry(entry_origin=window.origin, entry_seq=99, reason="x")

    with city.database.read() as conn, pytest.raises(InvalidInput) as refused:
        answering.about_entry(conn, refusal)

    assert refused.value.key == "invalid.answer_entry"
