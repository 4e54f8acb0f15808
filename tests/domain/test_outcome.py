"""Which outcomes the law allows, by role, regime, situation and checklist (行政许可法 32 and the special regimes)."""

import pytest

from desktop.domain.catalogue import Handling, Role
from desktop.domain.checklist import MaterialState as S
from desktop.domain.outcome import Outcome, offers, open_questions
from desktop.domain.regime import Regime
from tests.builders import COMPLETE, FACTS, checklist, item

FAULTY = {**COMPLETE, "m1": S.FAULTY}
MISSING = {**COMPLETE, "m3": S.MISSING}


def lawful(states, *, notices_given=0, facts=None, **changes):
    of = item(**changes)
    facts = facts or FACTS
    found = offers(of, facts, checklist(states, of), notices_given=notices_given)
    return {offer.outcome for offer in found if offer.is_lawful}


def why_not(outcome, states, **changes):
    of = item(**changes)
    found = offers(of, FACTS, checklist(states, of))
    return [reason.key for offer in found if offer.outcome is outcome for reason in offer.why_not]


def test_article_32_5_a_complete_application_is_accepted():
    assert lawful(COMPLETE) == {Outcome.ACCEPT, Outcome.RECEIVE}


def test_article_32_4_what_is_missing_is_told_once():
    assert lawful(MISSING) == {Outcome.REQUEST_CORRECTION, Outcome.RECEIVE}


def test_article_32_3_errors_may_be_corrected_on_the_spot():
    assert lawful(FAULTY) == {Outcome.CORRECT_ON_SPOT, Outcome.REQUEST_CORRECTION, Outcome.RECEIVE}


def test_what_is_missing_cannot_be_corrected_on_the_spot():
    assert Outcome.CORRECT_ON_SPOT not in lawful({**FAULTY, "m3": S.MISSING})


def test_article_32_2_another_authority_is_competent():
    assert lawful(COMPLETE, facts={**FACTS, "place": "3"}) == {Outcome.REFUSE}


def test_article_32_1_no_licence_is_needed():
    assert lawful(COMPLETE, facts={**FACTS, "place": "2"}) == {Outcome.NOT_REQUIRED}


def test_article_72_4_one_notice_must_name_everything_so_unchecked_rows_forbid_it():
    assert lawful({"m1": S.MISSING}) == {Outcome.RECEIVE}
    assert why_not(Outcome.REQUEST_CORRECTION, {"m1": S.MISSING}) == ["why.unchecked"]


def test_article_72_4_a_second_notice_needs_a_reason():
    found = offers(item(), FACTS, checklist(MISSING), notices_given=1)

    assert [o.outcome for o in found if o.needs_repeat_reason] == [Outcome.REQUEST_CORRECTION]


def test_deferral_needs_a_deferrable_material_and_a_committed_item():
    owed = {**COMPLETE, "m4": S.DEFERRED}

    assert lawful(owed) == {Outcome.ACCEPT_DEFERRED, Outcome.RECEIVE}
    assert why_not(Outcome.ACCEPT_DEFERRED, owed, handling=Handling.IMMEDIATE) == ["why.immediate_item"]
    assert why_not(Outcome.ACCEPT_DEFERRED, MISSING) == ["why.not_deferrable", "why.missing"]


@pytest.mark.parametrize("role", [Role.COLLECTS, Role.FIRST_REVIEW])
def test_article_24_only_the_authority_or_its_delegate_accepts_or_refuses(role):
    assert lawful(COMPLETE, role=role) == {Outcome.RECEIVE}
    assert Outcome.REFUSE not in lawful(COMPLETE, role=role, facts={**FACTS, "place": "3"})


def test_a_collecting_window_takes_in_only_what_is_complete():
    assert lawful(MISSING, role=Role.COLLECTS) == {Outcome.REQUEST_CORRECTION}
    assert lawful(FAULTY, role=Role.COLLECTS) == {Outcome.REQUEST_CORRECTION, Outcome.CORRECT_ON_SPOT}


def test_a_collecting_window_may_tell_what_it_may_not_decide():
    assert lawful(COMPLETE, role=Role.COLLECTS, facts={**FACTS, "place": "2"}) == {Outcome.INFORM}


def test_where_the_window_only_advises_nothing_is_taken_in():
    assert lawful(COMPLETE, role=Role.ADVISES) == {Outcome.INFORM}


def test_real_estate_article_17_knows_no_waiting():
    assert lawful(MISSING, regime=Regime.REAL_ESTATE) == {Outcome.REQUEST_CORRECTION}
    assert why_not(Outcome.RECEIVE, COMPLETE, regime=Regime.REAL_ESTATE) == ["why.no_waiting"]


def test_market_entities_article_19_a_receipt_is_for_complete_files_that_are_not_registered_at_once():
    assert lawful(COMPLETE, regime=Regime.MARKET_ENTITY) == {Outcome.ACCEPT, Outcome.RECEIVE}
    assert lawful(MISSING, regime=Regime.MARKET_ENTITY) == {Outcome.REQUEST_CORRECTION}


def test_nothing_is_concluded_before_the_situation_is_known():
    unknown = {key: value for key, value in FACTS.items() if key != "place"}

    assert open_questions(item(), unknown) == ("place",)
    assert lawful(COMPLETE, facts=unknown) == set()


def test_every_unlawful_outcome_says_why():
    for states in (COMPLETE, MISSING, FAULTY):
        for offer in offers(item(), FACTS, checklist(states)):
            assert offer.is_lawful or offer.why_not
