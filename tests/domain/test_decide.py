"""What may be done with an application: the events, the dates, the refusals."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import events as ev
from desktop.domain.case import CaseState, evolve
from desktop.domain.catalogue import ItemStatus, Role
from desktop.domain.checklist import Check, mark_all
from desktop.domain.checklist import MaterialState as S
from desktop.domain.deadline import LimitUnit, TimeLimit
from desktop.domain.decide import asked, checklist_of, conclude, dates, owed, receive, recheck
from desktop.domain.errors import CalendarMissing, InvalidInput, MaterialsMissing, NotAllowed, NotInCatalogue
from desktop.domain.outcome import Outcome, offers
from desktop.domain.regime import Incomplete, Regime
from tests.builders import COMPLETE, FACTS, FORM, ID_CARD, MONDAY, PHOTO, application, checklist, circumstances, item

MISSING = {**COMPLETE, "m3": S.MISSING}


def case_of(states, of=None, now=None, **facts):
    now = now or circumstances(of)
    case = None
    for event in receive(application(states, of, **facts), now):
        case = evolve(case, "c1", event)
    return case


def after(case, outcome, now=None, **more):
    events = conclude(case, outcome, now or circumstances(), **more)
    for event in events:
        case = evolve(case, "c1", event)
    return case, events


def test_receiving_is_not_accepting():
    case = case_of(COMPLETE)

    assert case.state is CaseState.RECEIVED
    assert case.accepted_on is None
    assert [row.code for row in case.rows] == ["m1", "m2", "m3", "m4", "m5"]


def test_m7_the_notice_is_due_on_the_fifth_working_day_after_receipt():
    """行政许可法 32 (4) and 82: received Monday 2 November 2026, last day Monday 9 November."""
    assert case_of(COMPLETE).notice_due_on == date(2026, 11, 9)


def test_m7_the_promise_counts_five_working_days_from_the_day_after_acceptance():
    case, _ = after(case_of(COMPLETE), Outcome.ACCEPT)

    assert case.state is CaseState.ACCEPTED
    assert case.accepted_on == MONDAY
    assert case.committed_due_on == date(2026, 11, 9)
    assert case.statutory_due_on == date(2026, 11, 30)
    assert case.due_on == date(2026, 11, 9)


def test_article_42_twenty_working_days_hold_where_the_item_names_none():
    assert dates(circumstances(item(statutory_limit=None))).statutory_due_on == date(2026, 11, 30)


def test_a_service_item_without_limits_gets_no_invented_date():
    free = item(regime=Regime.SERVICE, statutory_limit=None, committed_limit=None)

    assert dates(circumstances(free)).due_on is None


def test_m2_an_item_out_of_force_cannot_be_taken_in():
    for changes in (
        {"status": ItemStatus.SUSPENDED},
        {"valid_to": date(2026, 11, 1)},
        {"valid_from": date(2026, 11, 3)},
    ):
        with pytest.raises(NotInCatalogue):
            case_of(COMPLETE, item(**changes))


def test_m2_an_item_is_valid_on_its_first_and_last_day():
    assert case_of(COMPLETE, item(valid_from=MONDAY, valid_to=MONDAY)) is not None


def test_a_checklist_of_another_situation_is_refused():
    with_mandate = application({**COMPLETE, "m6": S.COMPLETE}, agent="yes")
    mixed = type(with_mandate)(
        **{f: getattr(with_mandate, f) for f in with_mandate.__dataclass_fields__} | {"facts": FACTS}
    )

    with pytest.raises(InvalidInput):
        receive(mixed, circumstances())


def test_accepting_with_missing_materials_says_which():
    with pytest.raises(MaterialsMissing) as refusal:
        conclude(case_of(MISSING), Outcome.ACCEPT, circumstances())

    assert refusal.value.fields["missing"] == ["m3"]


def test_m5_the_notice_names_every_missing_and_faulty_material():
    case, events = after(case_of({**MISSING, "m1": S.FAULTY}), Outcome.REQUEST_CORRECTION)

    assert [row.code for row in events[0].rows] == ["m1", "m3"]
    assert case.state is CaseState.CORRECTING
    assert case.notices_given == 1


@pytest.mark.parametrize(
    ("regime", "state", "consequence"),
    [
        (Regime.LICENCE, CaseState.CORRECTING, Incomplete.CORRECT),
        (Regime.REAL_ESTATE, CaseState.REFUSED, Incomplete.REFUSE_ON_SPOT),
        (Regime.MARKET_ENTITY, CaseState.RETURNED, Incomplete.RETURN),
        (Regime.RESIDENCE_PERMIT, CaseState.CORRECTING, Incomplete.CORRECT),
    ],
)
def test_what_follows_the_notice_depends_on_the_regime(regime, state, consequence):
    of = item(regime=regime)
    case, events = after(case_of(MISSING, of), Outcome.REQUEST_CORRECTION, circumstances(of))

    assert case.state is state
    assert events[0].consequence is consequence


def test_a_window_that_only_collects_refuses_nothing_by_its_notice():
    of = item(regime=Regime.REAL_ESTATE, role=Role.COLLECTS)
    case, _ = after(case_of(MISSING, of), Outcome.REQUEST_CORRECTION, circumstances(of))

    assert case.state is CaseState.CORRECTING


def test_correcting_on_the_spot_keeps_what_had_been_wrong_and_accepts():
    case, events = after(case_of({**COMPLETE, "m1": S.FAULTY}), Outcome.CORRECT_ON_SPOT)

    assert [type(e) for e in events] == [ev.CorrectedOnSpot, ev.CaseAccepted]
    assert case.state is CaseState.ACCEPTED
    assert case.corrected[0].reason == "缺页"
    assert all(row.state is S.COMPLETE for row in case.rows)


def test_a_deferred_material_is_due_by_its_own_limit_and_never_after_the_promise():
    case = case_of({**COMPLETE, "m4": S.DEFERRED})
    short = item(committed_limit=TimeLimit(3, LimitUnit.WORKING_DAYS))

    assert owed(case, circumstances())[0].due_on == date(2026, 11, 9)
    assert owed(case, circumstances(short))[0].due_on == date(2026, 11, 5)


def test_refusing_names_the_competent_authority():
    case, _ = after(case_of(COMPLETE, place="3"), Outcome.REFUSE)

    assert case.state is CaseState.REFUSED
    assert case.competent_authority == "示例县住房和城乡建设局"


def test_no_licence_needed_ends_the_matter_with_its_reason():
    case, _ = after(case_of(COMPLETE, place="2"), Outcome.NOT_REQUIRED)

    assert case.state is CaseState.NOT_REQUIRED
    assert not case.is_open


def test_a_case_within_our_powers_cannot_be_refused():
    with pytest.raises(NotAllowed):
        conclude(case_of(COMPLETE), Outcome.REFUSE, circumstances())


def test_a_concluded_case_cannot_be_concluded_again():
    case, _ = after(case_of(COMPLETE), Outcome.ACCEPT)

    with pytest.raises(NotAllowed):
        conclude(case, Outcome.ACCEPT, circumstances())
    with pytest.raises(NotAllowed):
        recheck(case, checklist(COMPLETE))


def test_a_received_case_can_be_checked_again_and_then_accepted():
    case = case_of(MISSING)
    now_complete = mark_all(checklist_of(case, item()), [Check(code="m3", state=S.COMPLETE)])
    for event in recheck(case, now_complete):
        case = evolve(case, "c1", event)
    case, _ = after(case, Outcome.ACCEPT)

    assert case.state is CaseState.ACCEPTED


def test_a_year_without_calendar_is_not_guessed():
    december = circumstances(today=date(2026, 12, 28))

    with pytest.raises(CalendarMissing) as missing:
        dates(december)

    assert missing.value.fields == {"year": 2027}


@pytest.mark.parametrize(("requirement", "text"), [(FORM, "原件1份"), (ID_CARD, "核验原件"), (PHOTO, "复印件2份")])
def test_what_is_asked_for_is_said_in_the_words_of_the_form(requirement, text):
    assert asked(requirement) == text


_states = st.fixed_dictionaries(
    {}, optional={f"m{n}": st.sampled_from([S.COMPLETE, S.MISSING, S.FAULTY]) for n in range(1, 6)}
)


@given(
    states=_states,
    outcome=st.sampled_from([o for o in Outcome if o is not Outcome.INFORM]),
    regime=st.sampled_from(list(Regime)),
    role=st.sampled_from([Role.OWN, Role.DELEGATED, Role.FIRST_REVIEW, Role.COLLECTS]),
    place=st.sampled_from(["1", "2", "3"]),
)
def test_what_the_screen_offers_is_exactly_what_the_decider_allows(states, outcome, regime, role, place):
    of = item(regime=regime, role=role)
    case = case_of(states, of, place=place)
    offered = {o.outcome: o.is_lawful for o in offers(of, case.facts, checklist_of(case, of))}

    try:
        conclude(case, outcome, circumstances(of))
        allowed = True
    except (NotAllowed, MaterialsMissing):
        allowed = False

    assert allowed is offered[outcome]
