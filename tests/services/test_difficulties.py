"""Difficulties over a real encrypted store: the slip, the way up, the city's answer, and the end of it."""

from datetime import date, timedelta

import pytest

from desktop.bootstrap import Counter
from desktop.domain import events as ev
from desktop.domain.difficulty import Difficulty, DifficultyState, Report
from desktop.domain.errors import InvalidInput
from desktop.domain.papers_service import DifficultySlip
from desktop.services import difficulties
from desktop.store.outbox import Outbox
from tests.builders import MONDAY, SESSION
from tests.fakes.outside import CITY, WINDOW_THREE, Outside
from tests.services.conftest import MORNING
from tests.services.test_intake import paper

TYPED = Report(stuck="户口迁不进来", name="王示例", phone="13900000000", item_name="户口迁移", since="八月起")


def report(counter: Counter, typed: Report = TYPED) -> str:
    with counter.store.write(SESSION) as uow:
        return difficulties.report(uow, SESSION, typed, today=MONDAY).case_number


def found(counter: Counter, number: str) -> Difficulty:
    with counter.store.read() as reader:
        one = reader.difficulty(number)
    assert one is not None
    return one


def test_m13_it_is_written_down_with_a_number_a_day_and_a_slip(counter: Counter):
    number = report(counter)

    slip = paper(counter, number)
    assert isinstance(slip, DifficultySlip)
    assert (slip.head.number, slip.stuck, slip.due_on) == (number, "户口迁不进来", date(2026, 11, 9))
    assert slip.phone_masked == "139…0000"
    assert (found(counter, number).phone, found(counter, number).due_on) == ("13900000000", date(2026, 11, 9))
    with counter.store.read() as reader:
        (row,) = reader.difficulties(only_open=True)
    assert row.clerk == "lead"


def test_m13_what_is_refused_uses_no_number(counter: Counter):
    with pytest.raises(InvalidInput):
        report(counter, Report(stuck=""))

    assert report(counter).endswith("0001号")


def test_m13_the_city_s_answer_finds_its_question(counter: Counter):
    number, other = report(counter), report(counter)
    with counter.store.write(SESSION) as uow:
        difficulties.escalate(uow, number, ev.Hand.CITY, tried="问过派出所", today=date(2026, 11, 3))

    Outside(CITY).arrive(
        counter, ev.CityMessage(office="市公安局", text="凭房产证可以迁", about=number), at=MORNING + timedelta(days=2)
    )

    assert found(counter, number).state is DifficultyState.ANSWERED
    assert found(counter, number).answers == (("市公安局", "凭房产证可以迁"),)
    assert found(counter, number).due_on == date(2026, 11, 10)
    assert found(counter, other).state is DifficultyState.OPEN


def test_m13_an_answer_that_comes_before_the_other_window_s_line_is_not_lost(counter: Counter):
    number = "示例难字〔2026〕03-333333-0001号"
    at = MORNING + timedelta(hours=1)
    Outside(CITY).arrive(counter, ev.CityMessage(office="市公安局", text="可以迁", about=number), at=at)
    told = ev.DifficultyReported(number=number, reported_on=MONDAY, stuck="迁不进来", item_name="", window="03")

    Outside(WINDOW_THREE).arrive(counter, told, at=MORNING)

    assert found(counter, number).state is DifficultyState.ANSWERED


def test_m13_it_is_open_until_the_person_was_told(counter: Counter):
    number = report(counter)
    with counter.store.write(SESSION) as uow:
        difficulties.answer(uow, number, by="镇派出所", text="凭房产证可以迁", today=date(2026, 11, 4))
    with counter.store.read() as reader:
        assert len(reader.difficulties(only_open=True)) == 1

    with counter.store.write(SESSION) as uow:
        difficulties.close(uow, number, told="电话", is_solved=True, today=date(2026, 11, 5))

    with counter.store.read() as reader:
        assert reader.difficulties(only_open=True) == []
        (row,) = reader.difficulties_reported(MONDAY, MONDAY)
    assert (row.difficulty.state, row.difficulty.closed_on) == (DifficultyState.CLOSED, date(2026, 11, 5))


def test_m13_the_tables_are_the_ledger_told_again(counter: Counter):
    number = report(counter)
    Outside(CITY).arrive(counter, ev.CityMessage(office="市公安局", text=f"关于{number}：可以迁"), at=MORNING)
    before = found(counter, number)

    counter.store.rebuild()

    assert found(counter, number) == before
    assert before.state is DifficultyState.ANSWERED


def test_m13_closing_it_settles_the_city_s_word_about_it_and_nothing_else(counter: Counter):
    number = report(counter)
    city = Outside(CITY)
    city.arrive(counter, ev.CityMessage(office="市公安局", text="凭房产证可以迁", about=number), at=MORNING)
    city.arrive(counter, ev.CityMessage(office="市大数据局", text="本周六系统停机"), at=MORNING)
    assert unread(counter) == (1, 2)  # the answer is counted with its difficulty

    with counter.store.write(SESSION) as uow:
        changes = difficulties.close(uow, number, told="电话告知", is_solved=True, today=date(2026, 11, 5))

    assert changes.city
    assert unread(counter) == (1, 1)
    with counter.store.read() as reader:
        assert [answer.office for answer in reader.city_answers(only_open=True)] == ["市大数据局"]


def test_m13_a_word_that_comes_after_the_end_is_unread_as_any_other(counter: Counter):
    number = report(counter)
    with counter.store.write(SESSION) as uow:
        difficulties.answer(uow, number, by="镇派出所", text="可以迁", today=MONDAY)
        difficulties.close(uow, number, told="当面", is_solved=True, today=MONDAY)

    Outside(CITY).arrive(counter, ev.CityMessage(office="市公安局", text="还需一份证明", about=number), at=MORNING)

    assert unread(counter) == (1, 1)


def unread(counter: Counter) -> tuple[int, int]:
    """As the page of sync counts it, and answers that nobody has settled."""
    with counter.store.read() as reader:
        is_open = len(reader.city_answers(only_open=True))
    outbox = Outbox(counter.store, adopt=lambda *_: None, page=lambda _name: None)
    return outbox.backlog().unread, is_open
