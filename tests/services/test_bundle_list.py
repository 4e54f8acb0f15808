"""M8 in the list of cases: an application is one line, its items are found where only they match, none stands twice."""

from collections.abc import Callable

import pytest

from desktop.bootstrap import Counter
from desktop.domain.case import CaseState
from desktop.domain.catalogue import Catalogue
from desktop.domain.statistics import Measure, Period, Span
from desktop.ports import Bundles, Filters
from desktop.services import statistics
from tests.builders import MONDAY, PERSON_ID
from tests.bundle_builders import bundled_catalogue, with_forest
from tests.proof import profiles
from tests.services.test_bundles import case, children, form, take
from tests.services.test_bundles_away import ANSWERS, STATES

AS_ONE, BY_ITEM = Filters(bundles=Bundles.AS_ONE), Filters(bundles=Bundles.BY_ITEM)


@pytest.fixture
def counter(open_counter: Callable[[Catalogue], Counter]) -> Counter:
    """One bundle of three items, and one case that stands alone."""
    counter = open_counter(bundled_catalogue())
    take(counter, form())
    alone = form({"m1": STATES["photo"], "m2": STATES["photo"]}, case_id="alone", item_code="A3", answers={})
    take(counter, alone)
    return counter


def listed(counter: Counter, text: str = "", filters: Filters = AS_ONE, **page: int) -> list[tuple[str, int]]:
    with counter.store.read() as reader:
        return [(row.item_code, row.items) for row in reader.search(text, filters, **page)]


def test_m8_the_list_shows_a_bundle_as_one_line_with_the_number_of_its_items(counter):
    assert listed(counter) == [("A3", 0), ("B1", 3)]


def test_m8_a_search_that_finds_the_whole_shows_the_whole_alone(counter):
    assert listed(counter, "王示例") == [("A3", 0), ("B1", 3)]
    assert listed(counter, PERSON_ID) == [("A3", 0), ("B1", 3)]  # as a number that is looked up in the B-trees
    assert listed(counter, case(counter).case_number) == [("B1", 3)]


def test_m8_an_item_is_found_by_its_own_name_number_and_state(counter):
    farm = children(counter)[1]

    assert listed(counter, "种植备案") == [("A2", 0)]
    assert listed(counter, farm.case_number) == [("A2", 0)]
    accepted = Filters(states=frozenset({CaseState.ACCEPTED.value}), bundles=Bundles.AS_ONE)
    assert listed(counter, "", accepted) == [("A2", 0), ("A1", 0)]
    assert listed(counter, "王示例", accepted) == [("A2", 0), ("A1", 0)]
    assert listed(counter, PERSON_ID, accepted) == [("A2", 0), ("A1", 0)]


def test_m8_item_by_item_the_list_is_what_the_statistics_count(counter):
    assert listed(counter, "", BY_ITEM) == [("A3", 0), ("A3", 0), ("A2", 0), ("A1", 0)]
    assert listed(counter, "王示例", BY_ITEM) == listed(counter, PERSON_ID, BY_ITEM) == listed(counter, "", BY_ITEM)

    with counter.store.read() as reader:
        found = statistics.read(reader, Period.around(MONDAY, Span.DAY), today=MONDAY)
    assert found.total.figures[Measure.RECEIVED].number == len(listed(counter, "", BY_ITEM))


def test_m8_pages_of_the_list_neither_lose_nor_repeat_a_line(counter):
    with counter.store.read() as reader:
        first = reader.search("", AS_ONE, limit=1)
        second = reader.search("", AS_ONE, limit=1, before_no=first[0].no)
        assert [row.item_code for row in (*first, *second)] == ["A3", "B1"]
        assert reader.search("", AS_ONE, limit=1, before_no=second[0].no) == []
        assert reader.count("王示例", AS_ONE) == 2


def test_m8_a_refused_item_belongs_to_the_line_of_its_whole(open_counter):
    counter = open_counter(with_forest())
    take(counter, form(STATES, answers=ANSWERS))

    assert listed(counter) == [("B1", 3)]
    assert listed(counter, "种植备案") == [("A2", 0)]


def test_m8_which_case_is_an_item_is_told_again_by_the_ledger(counter):
    before = profiles.projections(counter)

    counter.store.rebuild()

    assert profiles.projections(counter) == before
    assert listed(counter) == [("A3", 0), ("B1", 3)]
