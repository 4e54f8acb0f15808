"""好差评 by worked examples: how often, when, what a bad one asks for, and that nothing is ever praise by default."""

from datetime import date

import msgspec
import pytest

from desktop.domain import events as ev
from desktop.domain import rating_rules
from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import Case, CaseState, evolve
from desktop.domain.catalogue import Handling
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.rating import RatingLevel
from desktop.domain.rating_rules import FollowUp, Given, Served
from tests.builders import AGENT, APPLICANT, CALENDAR, MONDAY
from tests.store.samples import item

ACCEPTANCE, COMPLETION = ev.RatingStage.ACCEPTANCE, ev.RatingStage.COMPLETION
SERVED = Served("lead", "02")


def case(handling: Handling = Handling.COMMITTED, state: CaseState = CaseState.ACCEPTED, **fields) -> Case:
    snapshot = msgspec.structs.replace(item(), handling=handling)
    return Case(
        case_id="c1",
        case_number="450000101-02-000000-20261102-0001-0",
        catalogue_version="2026.10.01",
        item=snapshot,
        applicant=APPLICANT,
        window="02",
        state=state,
        received_on=MONDAY,
        **fields,
    )


def rate(of: Case, stage: ev.RatingStage = ACCEPTANCE, level: RatingLevel = RatingLevel.SATISFIED, **given) -> Case:
    proof = {name: given.pop(name) for name in ("scan_sha256", "paper_number") if name in given}
    (event,) = rating_rules.rate(
        of,
        Given(stage=stage, level=level, **given),
        channel=ev.RatingChannel.PAPER if proof else ev.RatingChannel.SCREEN,
        served=SERVED,
        today=MONDAY,
        follow_up_by=rating_rules.follow_up_day(level, MONDAY, workdays=5, calendar=CALENDAR),
        **proof,
    )
    after = evolve(of, of.case_id, event)
    assert after is not None
    return after


def settle(of: Case, **fields) -> Case:
    how = FollowUp(
        **{"contact": "电话", "found": "清单没有给", "verdict": ev.Verdict.TRUE, "measures": "补印", **fields}
    )
    (event,) = rating_rules.follow_up(of, ACCEPTANCE, how, today=date(2026, 11, 4), again_by=date(2026, 11, 11))
    after = evolve(of, of.case_id, event)
    assert after is not None
    return after


def test_m22_an_immediate_item_is_rated_once_and_a_committed_one_twice():
    assert rating_rules.stages(Handling.IMMEDIATE) == (COMPLETION,)
    assert rating_rules.stages(Handling.COMMITTED) == (ACCEPTANCE, COMPLETION)


@pytest.mark.parametrize(
    ("handling", "state", "stages"),
    [
        (Handling.COMMITTED, CaseState.ACCEPTED, (ACCEPTANCE,)),
        (Handling.COMMITTED, CaseState.FORWARDED, (ACCEPTANCE,)),
        (Handling.COMMITTED, CaseState.DECIDED, (COMPLETION, ACCEPTANCE)),
        (Handling.COMMITTED, CaseState.REFUSED, (COMPLETION, ACCEPTANCE)),
        (Handling.IMMEDIATE, CaseState.ACCEPTED, ()),
        (Handling.IMMEDIATE, CaseState.DELIVERED, (COMPLETION,)),
    ],
)
def test_m22_a_stage_can_be_rated_once_it_is_reached(handling, state, stages):
    assert rating_rules.open_stages(case(handling, state)) == stages


def test_m22_a_stage_is_rated_once():
    rated = rate(case())

    with pytest.raises(NotAllowed) as refused:
        rate(rated, level=RatingLevel.DISSATISFIED)

    assert refused.value.fields == {"reason": "why.already_rated"}
    assert rating_rules.open_stages(rated) == ()


def test_m22_of_two_ratings_of_two_windows_the_first_counts():
    first = rate(case())
    late = ev.Rated(
        stage=ACCEPTANCE,
        level=RatingLevel.VERY_SATISFIED,
        channel=ev.RatingChannel.QR,
        rater=ev.Rater.APPLICANT,
        rated_on=MONDAY,
    )

    assert evolve(first, "c1", late) == first


def test_m22_no_rating_is_none_and_never_praise():
    assert case(state=CaseState.DELIVERED).ratings == ()


@pytest.mark.parametrize(
    ("level", "by"),
    [
        (RatingLevel.VERY_SATISFIED, None),
        (RatingLevel.SATISFIED, None),
        (RatingLevel.MOSTLY_SATISFIED, None),
        (RatingLevel.DISSATISFIED, date(2026, 11, 9)),  # Monday the 2nd and five working days
        (RatingLevel.VERY_DISSATISFIED, date(2026, 11, 9)),
    ],
)
def test_m22_the_two_lowest_levels_are_bad_and_have_a_day(level, by):
    (rated,) = rate(case(), level=level).ratings

    assert rating_rules.is_bad(level) == (by is not None)
    assert rated.follow_up_by == by
    assert (rating_rules.open_bad_rating(rate(case(), level=level), ACCEPTANCE) is not None) == (by is not None)


def test_m22_a_calendar_that_does_not_reach_so_far_loses_no_rating():
    nothing = WorkCalendar(national=())

    assert rating_rules.follow_up_day(RatingLevel.DISSATISFIED, MONDAY, workdays=5, calendar=nothing) is None


def test_m22_a_copied_rating_needs_its_form():
    given = Given(stage=ACCEPTANCE, level=RatingLevel.SATISFIED)

    with pytest.raises(InvalidInput) as refused:
        rating_rules.rate(case(), given, channel=ev.RatingChannel.PAPER, served=SERVED, today=MONDAY, follow_up_by=None)

    assert refused.value.key == "invalid.rating_proof_missing"
    (rated,) = rate(case(), paper_number="示例评字〔2026〕02-K7QXM4-0001号").ratings
    assert rated.channel is ev.RatingChannel.PAPER


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"options": ("510",)}, "invalid.rating_option"),  # of 非常满意
        ({"rater": ev.Rater.AGENT}, "invalid.rating_no_agent"),
        ({"text": "长" * 201}, "invalid.name_too_long"),
    ],
)
def test_m22_what_cannot_be_of_this_rating_is_refused(fields, key):
    with pytest.raises(InvalidInput) as refused:
        rate(case(), **fields)

    assert refused.value.key == key


def test_m22_an_agent_rates_where_there_is_one():
    (rated,) = rate(case(agent=AGENT), rater=ev.Rater.AGENT, options=("413", "411")).ratings

    assert (rated.rater, rated.options) == (ev.Rater.AGENT, ("411", "413"))


def test_m22_a_bad_rating_stays_open_until_it_is_settled():
    bad = rate(case(), level=RatingLevel.DISSATISFIED)

    in_the_book = settle(bad, is_settled=False)
    settled = settle(in_the_book)

    assert rating_rules.open_bad_rating(in_the_book, ACCEPTANCE) is not None
    assert in_the_book.follow_ups[0].again_by == date(2026, 11, 11)
    assert rating_rules.open_bad_rating(settled, ACCEPTANCE) is None
    assert settled.ratings == bad.ratings  # the rating itself is never touched


def test_m22_a_true_complaint_needs_its_measure_and_a_mistake_needs_none():
    bad = rate(case(), level=RatingLevel.DISSATISFIED)

    with pytest.raises(InvalidInput) as refused:
        settle(bad, measures=" ")

    assert refused.value.key == "invalid.measures_missing"
    assert settle(bad, verdict=ev.Verdict.MISRATED, measures="").follow_ups[0].settled_on == date(2026, 11, 4)


def test_m22_only_a_bad_rating_is_followed_up():
    with pytest.raises(NotAllowed):
        settle(rate(case()))
