"""A case for another place over a real store: receipt, sending, reminders, and one that comes in from there (M9)."""

from datetime import date

import pytest

from desktop.catalogue_files.sample import load_sample
from desktop.domain import elsewhere
from desktop.domain.case import CaseState
from desktop.domain.catalogue_elsewhere import ElsewhereWay, Mode, Reach
from desktop.domain.course_elsewhere import News
from desktop.domain.course_rules import Action
from desktop.domain.errors import InvalidInput
from desktop.domain.events_elsewhere import Stage
from desktop.domain.papers import AcceptanceNotice
from desktop.domain.papers_course import HandoverSheet
from desktop.domain.papers_elsewhere import ElsewhereReceipt
from desktop.services import course, course_elsewhere
from tests.builders import COMPLETE, MONDAY, SESSION, catalogue, item
from tests.services.test_intake import FORM, case, form, paper, take

CASE = FORM.case_id
WAY = ElsewhereWay(
    mode=Mode.COLLECTED,
    reach=Reach.NATION,
    authority="公安派出所",
    routes=("网络", "邮寄"),
    duties_here=("核验身份",),
    duties_there=("依法决定",),
)
PLACE = "441900 广东省（示例）东莞市"
AWAY = {"place": "1", elsewhere.WHERE: elsewhere.key_of(WAY)}


@pytest.fixture
def counter(open_counter):
    return open_counter(catalogue(item(elsewhere=(WAY,))))


def tasks(counter):
    with counter.store.read() as reader:
        return [(task.kind, task.subject, task.due_on) for task in reader.owed_tasks() if "elsewhere" in task.kind]


def send(counter, today=date(2026, 11, 3)):
    with counter.store.write(SESSION) as uow:
        return course_elsewhere.send_elsewhere(uow, SESSION, CASE, route="邮寄", tracking_number="EMS1", today=today)


def take_away(counter):
    return take(counter, form(COMPLETE, outcome="receive", answers=AWAY, place_name=PLACE))


def test_m9_the_receipt_names_the_place_that_decides_and_what_each_answers_for(counter):
    (number,) = take_away(counter).papers

    receipt = paper(counter, number)

    assert isinstance(receipt, ElsewhereReceipt)
    assert (receipt.division, receipt.authority) == ("441900", "广东省（示例）东莞市公安派出所")
    assert (receipt.mode, receipt.reach) == ("异地代收代办", "跨省通办")
    assert (receipt.duties_here, receipt.duties_there) == (("核验身份",), ("依法决定",))
    assert case(counter).state is CaseState.RECEIVED
    assert tasks(counter) == [("send_elsewhere", "广东省（示例）东莞市", date(2026, 11, 3))]


def test_m9_without_a_place_nothing_is_taken_in(counter):
    with pytest.raises(InvalidInput) as refused:
        take(counter, form(COMPLETE, outcome="receive", answers=AWAY))

    assert refused.value.field == "place_name"
    assert case(counter) is None


def test_m9_sent_by_post_it_has_its_sheet_and_is_asked_about_until_the_result_is_here(counter):
    take_away(counter)

    (number,) = send(counter).papers

    sheet = paper(counter, number)
    assert isinstance(sheet, HandoverSheet)
    assert (sheet.to_unit, sheet.tracking_number) == ("广东省（示例）东莞市公安派出所", "EMS1")
    assert tasks(counter) == [("ask_elsewhere", "广东省（示例）东莞市", date(2026, 11, 10))]
    with counter.store.write(SESSION) as uow:
        news = News(Stage.DECIDED)
        course_elsewhere.note_elsewhere(uow, SESSION, CASE, news, today=date(2026, 11, 9))
    assert case(counter).state is CaseState.DECIDED
    assert tasks(counter) == [("ask_elsewhere", "广东省（示例）东莞市", date(2026, 11, 16))]


def test_m9_what_comes_in_from_another_window_is_accepted_here_with_who_looked_at_it(counter):
    answers = {"place": "1", elsewhere.WHERE: elsewhere.FROM}
    typed = {"place_name": PLACE, "place_office": "示例镇窗口", "place_examiner": "示例甲"}

    (number,) = take(counter, form(COMPLETE, outcome="accept", answers=answers, **typed)).papers

    assert isinstance(paper(counter, number), AcceptanceNotice)
    assert case(counter).accepted_on == MONDAY
    assert case(counter).on_behalf.examined_by == "示例甲"


def test_m9_the_four_of_the_speech_can_be_handled_for_another_place():
    """工业产品生产许可证, 就医结算备案, 社保卡申领, 户口迁移."""
    modes = {item.name: {way.mode for way in item.elsewhere} for item in load_sample().items if item.elsewhere}

    assert modes == {
        "社会保障卡申领": {Mode.COLLECTED},
        "异地就医备案": {Mode.ONLINE, Mode.COLLECTED},
        "户口迁移": {Mode.COLLECTED, Mode.JOINT},
        "工业产品生产许可证核发（咨询）": {Mode.ONLINE, Mode.COLLECTED},
    }


def test_sending_there_is_offered_before_what_ends_the_case(counter):
    """The first digit does what comes next; an application is not handed back by habit."""
    take_away(counter)
    with counter.store.read() as reader:
        offered = course.offered(reader, reader.case(CASE), today=MONDAY)

    assert next(one.action for one in offered if one.why_not is None) is Action.SEND_ELSEWHERE
