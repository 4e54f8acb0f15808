"""办不成事 by worked examples: from the word at the counter to the answer that the person was told."""

from datetime import date

import pytest

from desktop.domain import difficulty
from desktop.domain import events as ev
from desktop.domain.difficulty import Difficulty, DifficultyState, Report
from desktop.domain.errors import InvalidInput, NotAllowed
from tests.builders import MONDAY

NUMBER = "示例难字〔2026〕02-K7QXM4-0001号"
DUE = date(2026, 11, 9)
TYPED = Report(stuck="户口迁不进来，派出所和村里各说各的", item_name="户口迁移", since="八月起")


def reported(**fields: str) -> ev.DifficultyReported:
    typed = Report(**{"stuck": TYPED.stuck, "item_name": TYPED.item_name, "since": TYPED.since, **fields})
    return difficulty.report(typed, number=NUMBER, window="02", today=MONDAY, due_on=DUE)


def after(*events: difficulty.DifficultyEvent | ev.CityMessage) -> Difficulty:
    found = difficulty.fold((reported(), *events))
    assert found is not None
    return found


def up(found: Difficulty, to: ev.Hand, due_on: date | None = None) -> difficulty.DifficultyEvent:
    (event,) = difficulty.escalate(found, to, tried="问过派出所", today=MONDAY, due_on=due_on)
    return event


def test_m13_nobody_has_to_give_a_name():
    found = after()

    assert (found.name, found.phone, found.state, found.due_on) == ("", "", DifficultyState.OPEN, DUE)


def test_m13_what_is_stuck_has_to_be_said():
    with pytest.raises(InvalidInput) as refused:
        reported(stuck=" ")

    assert (refused.value.key, refused.value.field) == ("invalid.empty", "stuck")


def test_m13_a_telephone_that_is_given_has_to_be_one():
    with pytest.raises(InvalidInput):
        reported(phone="12")

    assert reported(phone="139 0000 0000").phone == "13900000000"


def test_m13_it_goes_up_from_the_window_to_the_lead_to_the_city_and_never_down():
    at_lead = after(up(after(), ev.Hand.LEAD))
    at_city = after(up(after(), ev.Hand.LEAD), up(at_lead, ev.Hand.CITY, date(2026, 11, 10)))

    assert difficulty.may_go_to(after()) == (ev.Hand.LEAD, ev.Hand.CITY)
    assert difficulty.may_go_to(at_lead) == (ev.Hand.CITY,)
    assert difficulty.may_go_to(at_city) == ()
    assert (at_city.with_whom, at_city.due_on, at_city.tried) == (
        ev.Hand.CITY,
        date(2026, 11, 10),
        ("问过派出所", "问过派出所"),
    )
    with pytest.raises(NotAllowed):
        up(at_city, ev.Hand.LEAD)


def test_m13_it_is_closed_only_when_there_is_an_answer_and_the_person_was_told():
    with pytest.raises(NotAllowed) as refused:
        difficulty.close(after(), told="电话", is_solved=True, note="", today=MONDAY)
    assert refused.value.fields == {"reason": "why.not_answered"}

    (answered,) = difficulty.answer(after(), by="镇派出所", text="凭房产证可以迁", today=MONDAY)
    with pytest.raises(InvalidInput):
        difficulty.close(after(answered), told=" ", is_solved=True, note="", today=MONDAY)
    (closed,) = difficulty.close(after(answered), told="电话", is_solved=True, note="", today=MONDAY)

    found = after(answered, closed)
    assert (found.state, found.answers) == (DifficultyState.CLOSED, (("镇派出所", "凭房产证可以迁"),))
    with pytest.raises(NotAllowed):
        difficulty.answer(found, by="镇派出所", text="再说", today=MONDAY)


@pytest.mark.parametrize(
    ("message", "is_about"),
    [
        (ev.CityMessage(office="市公安局", text="凭房产证可以迁", about=NUMBER), True),
        (ev.CityMessage(office="市公安局", text=f"关于{NUMBER}：凭房产证可以迁"), True),
        (ev.CityMessage(office="市公安局", text="新目录"), False),
        (ev.CityMessage(office="市公安局", text=f"不是{NUMBER}", about="别的"), False),
    ],
)
def test_m13_the_city_answers_by_naming_the_number(message, is_about):
    assert difficulty.names(message, NUMBER) == is_about


def test_m13_the_city_s_word_is_the_answer_and_opens_nothing_that_is_closed():
    word = ev.CityMessage(office="市公安局", text="凭房产证可以迁", about=NUMBER)
    (answered,) = difficulty.answer(after(), by="镇派出所", text="不能迁", today=MONDAY)
    (closed,) = difficulty.close(after(answered), told="电话", is_solved=False, note="", today=MONDAY)

    assert after(word).state is DifficultyState.ANSWERED
    assert after(answered, closed, word).state is DifficultyState.CLOSED
    assert after(answered, closed, word).answers[-1] == ("市公安局", "凭房产证可以迁")


def test_m13_an_answer_that_comes_before_its_question_waits_for_it():
    word = ev.CityMessage(office="市公安局", text="凭房产证可以迁", about=NUMBER)

    assert difficulty.fold([word]) is None
    found = difficulty.fold([word, reported()])
    assert found is not None
    assert found.state is DifficultyState.ANSWERED
