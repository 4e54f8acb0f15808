"""The sample hall and its embedded city: a window that is enrolled, sends, and has the city's signed receipt."""

import pytest

from desktop import bootstrap
from desktop.clock import ShiftedClock
from desktop.demo import hall
from desktop.demo.city import WELCOME, DemoCity
from desktop.ports_sync import AnswerKind, LineState


@pytest.fixture
def demo(tmp_path):
    profile = tmp_path / "hall"
    hall.make(profile)
    clock = ShiftedClock(hall.OPENING)
    counter, _ = bootstrap.open_profile(profile, hall.CLERK.clerk_id, hall.PASSWORD, clock=clock, is_demo=True)
    city = DemoCity(profile, clock=clock)
    yield counter, city
    counter.close()
    city.close()


def test_m16_everything_of_last_week_is_at_the_city_and_answered(demo):
    counter, city = demo
    counter.sync.start()

    for _ in range(200):
        counter.sync.sync_now()
        city.poll()
        status = counter.sync.status()
        if status.waiting_entries == 0 and status.unread:
            break

    assert status.state in (LineState.ONLINE, LineState.WORKING)
    assert (status.waiting_cases, status.refused, status.problem) == (0, 0, None)
    assert status.last_receipt is not None
    with counter.store.read() as reader:
        answers = reader.city_answers()
    assert {answer.kind for answer in answers} == {AnswerKind.RECEIVED, AnswerKind.MESSAGE}
    assert WELCOME in {answer.text for answer in answers}
    assert counter.store.verify() is None
