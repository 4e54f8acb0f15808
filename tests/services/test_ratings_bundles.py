"""M22 of bundles: once where it was taken in, once for results that come together, by item where they come apart."""

from collections.abc import Callable
from datetime import date

import pytest

from desktop.bootstrap import Counter
from desktop.domain import events as ev
from desktop.domain.case import Case
from desktop.domain.catalogue import Catalogue
from desktop.domain.course_way import Delivery, Ruling
from desktop.domain.errors import NotAllowed
from desktop.domain.rating import RatingLevel
from desktop.domain.rating_rules import Given
from desktop.domain.statistics import Measure, Period, Span
from desktop.ports import Taken
from desktop.services import course, forms, ratings, statistics
from tests.builders import MONDAY, SESSION
from tests.bundle_builders import bundled_catalogue
from tests.services.test_bundles import PARENT, case, children, form, take

ACCEPTANCE, COMPLETION = ev.RatingStage.ACCEPTANCE, ev.RatingStage.COMPLETION
TUESDAY, WEDNESDAY = date(2026, 11, 3), date(2026, 11, 4)


@pytest.fixture
def counter(open_counter: Callable[[Catalogue], Counter]) -> Counter:
    """A shop and a farm, applied for as one and accepted; without the insurance that the bureau decides."""
    counter = open_counter(bundled_catalogue())
    take(counter, form(answers={"insure": "no", "home": "rent", "kind": "food", "kind·2": "cane"}))
    return counter


def turn(counter: Counter, case_id: str = PARENT) -> ratings.CitizenTurn:
    with counter.store.read() as reader:
        return ratings.begin_turn(reader, SESSION, case_id)


def rate(counter: Counter, case_id: str = PARENT) -> None:
    with counter.store.write(None) as uow:
        ratings.rate_on_screen(uow, turn(counter, case_id), RatingLevel.SATISFIED, today=MONDAY)


def decide(counter: Counter, one: Case, day: date) -> Taken:
    with counter.store.write(SESSION) as uow:
        return course.decide_case(uow, SESSION, one.case_id, Ruling(is_granted=True, examiners=("甲", "乙")), today=day)


def hand_out(counter: Counter, one: Case, day: date) -> None:
    how = Delivery(method="窗口自取", recipient="王示例")
    with counter.store.write(SESSION) as uow:
        course.deliver(uow, SESSION, one.case_id, how, today=day)


def test_m22_at_intake_the_whole_is_rated_once_whichever_of_its_cases_is_open(counter):
    shop, farm = children(counter)

    assert [(turn(counter, one).case_id, turn(counter, one).stage) for one in (PARENT, shop.case_id, farm.case_id)] == [
        (PARENT, ACCEPTANCE)
    ] * 3
    rate(counter, shop.case_id)
    assert [(rated.stage, rated.served_by) for rated in case(counter).ratings] == [(ACCEPTANCE, "lead")]
    assert [turn(counter, one).stage for one in (PARENT, shop.case_id, farm.case_id)] == [None] * 3


def test_m22_the_whole_is_not_done_while_an_item_is_open(counter):
    decide(counter, children(counter)[0], TUESDAY)
    rate(counter)

    assert turn(counter).stage is None
    given = Given(stage=COMPLETION, level=RatingLevel.SATISFIED)
    with pytest.raises(NotAllowed) as refused, counter.store.write(SESSION) as uow:
        ratings.transcribe(uow, PARENT, given, paper_number="", scan_sha256="", today=TUESDAY)
    assert refused.value.fields["reason"] == "why.not_finished"


def test_m22_results_that_come_together_are_rated_once_for_the_whole(counter):
    rate(counter)
    for one in children(counter):
        decide(counter, one, TUESDAY)
    shop, farm = children(counter)

    assert (turn(counter, farm.case_id).case_id, turn(counter, farm.case_id).stage) == (PARENT, COMPLETION)
    for one in (shop, farm):
        hand_out(counter, one, WEDNESDAY)
    rate(counter, shop.case_id)

    assert [rated.stage for rated in case(counter).ratings] == [ACCEPTANCE, COMPLETION]
    assert [turn(counter, one).stage for one in (PARENT, shop.case_id, farm.case_id)] == [None] * 3


def test_m22_results_that_come_apart_are_rated_item_by_item(counter):
    rate(counter)
    shop, farm = children(counter)
    decide(counter, shop, TUESDAY)
    hand_out(counter, shop, TUESDAY)
    rate(counter, shop.case_id)
    decide(counter, farm, WEDNESDAY)
    hand_out(counter, farm, WEDNESDAY)

    assert (turn(counter, farm.case_id).case_id, turn(counter, farm.case_id).stage) == (farm.case_id, COMPLETION)
    assert turn(counter).stage is None  # nothing of the whole is left to rate
    rate(counter, farm.case_id)

    assert [[rated.stage for rated in one.ratings] for one in (case(counter), *children(counter))] == [
        [ACCEPTANCE],
        [COMPLETION],
        [COMPLETION],
    ]
    with counter.store.read() as reader:
        found = statistics.read(reader, Period.around(MONDAY, Span.MONTH), today=WEDNESDAY)
    assert found.total.figures[Measure.RATINGS].number == 3


def test_m22_the_intake_of_an_item_is_not_rated_beside_that_of_the_whole(counter):
    shop = children(counter)[0]
    with counter.store.write(SESSION) as uow:
        (number,) = forms.rating_sheet(uow, SESSION, shop.case_id, today=MONDAY).papers

    given = Given(stage=ACCEPTANCE, level=RatingLevel.SATISFIED)
    with pytest.raises(NotAllowed) as refused, counter.store.write(SESSION) as uow:
        ratings.transcribe(uow, shop.case_id, given, paper_number=number, today=MONDAY)

    assert refused.value.fields["reason"] == "why.rated_with_whole"
