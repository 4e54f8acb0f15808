"""告知承诺: barred for the discredited, withdrawn before the decision, verified afterwards (国办发〔2020〕42号)."""

from datetime import date

import pytest
from msgspec.structs import replace

from desktop.domain import decide, pledge_draw
from desktop.domain import events_pledge as ep
from desktop.domain.case import Case, CaseState, evolve
from desktop.domain.case_pledge import PledgeState
from desktop.domain.catalogue import Role, ServiceItem
from desktop.domain.checklist import MaterialState, allowed_states
from desktop.domain.course_materials import supply_deferred
from desktop.domain.course_pledge import Finding, consequences, repair_credit, take_pledges, verify, withdraw_pledges
from desktop.domain.course_rules import Action, why_not
from desktop.domain.credit import Bar, CreditMark, CreditMarkKind, digest_of, listed
from desktop.domain.deadline import LimitUnit, TimeLimit
from desktop.domain.decide import Circumstances
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.events import SuppliedMaterial
from desktop.domain.outcome import Outcome, offers
from tests import builders
from tests.builders import COMPLETE, FACTS, MONDAY, PERSON_ID, PROOF

PLEDGED = {**COMPLETE, "m3": MaterialState.PLEDGED}
SALT = "00" * 16
BAR = Bar(CreditMarkKind.SERIOUS, "严重失信主体名单（示例）")


def accepted(of: ServiceItem | None = None) -> Case:
    """A case that was accepted today with a pledge for m3."""
    now = builders.circumstances(of)
    case: Case | None = None
    for event in decide.receive(builders.application(PLEDGED, of), now):
        case = evolve(case, "c1", event)
    assert case is not None
    case = after(case, decide.conclude(case, Outcome.ACCEPT, now))
    return after(case, take_pledges([row for row in case.rows if row.state is MaterialState.PLEDGED], now))


def after(case: Case, events: tuple[object, ...]) -> Case:
    for event in events:
        case = evolve(case, "c1", event) or case  # type: ignore[arg-type]
    return case


def on(day: date) -> Circumstances:
    return builders.circumstances(today=day)


# --- who may not pledge ------------------------------------------------------------------------------------------


def test_m10_the_list_names_nobody_and_is_found_by_number() -> None:
    mark = CreditMark(
        digest=digest_of(SALT, "citizen_id", PERSON_ID), kind=CreditMarkKind.SERIOUS, basis="名单（示例）"
    )

    found = listed([mark], SALT, id_kind="citizen_id", id_number=PERSON_ID, today=MONDAY)

    assert PERSON_ID not in str(mark)
    assert found == Bar(CreditMarkKind.SERIOUS, "名单（示例）")
    assert listed([mark], SALT, id_kind="citizen_id", id_number=builders.OTHER_ID, today=MONDAY) is None
    assert listed([mark], SALT, id_kind="passport", id_number=PERSON_ID, today=MONDAY) is None


def test_m10_a_mark_bars_through_its_last_day() -> None:
    mark = CreditMark(
        digest=digest_of(SALT, "citizen_id", PERSON_ID), kind=CreditMarkKind.FALSE_PLEDGE, basis="x", until=MONDAY
    )

    def found(day: date) -> Bar | None:
        return listed([mark], SALT, id_kind="citizen_id", id_number=PERSON_ID, today=day)

    assert found(MONDAY) is not None
    assert found(date(2026, 11, 3)) is None


def test_m10_who_is_barred_may_neither_pledge_nor_defer() -> None:
    assert MaterialState.PLEDGED not in allowed_states(PROOF, is_barred=True)

    checked = builders.checklist(PLEDGED)
    barred = {offer.outcome: offer for offer in offers(builders.item(), FACTS, checked, bar=BAR)}

    assert barred[Outcome.ACCEPT].why_not[0].key == "why.barred"
    assert barred[Outcome.ACCEPT_DEFERRED].why_not[0].fields == {"basis": BAR.basis}


def test_m11_deferral_is_closed_to_the_discredited_even_where_nothing_is_deferred_yet() -> None:
    shown = offers(builders.item(), FACTS, builders.checklist(COMPLETE), bar=BAR)
    by_outcome = {offer.outcome: offer for offer in shown}

    assert by_outcome[Outcome.ACCEPT].is_lawful
    assert by_outcome[Outcome.ACCEPT_DEFERRED].why_not[0].key == "why.barred"


def test_m10_the_digest_is_that_of_other_tools() -> None:
    """openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt pass:citizen_id:450000198503070028
    -kdfopt hexsalt:(32 zeros) -kdfopt iter:20000 PBKDF2
    """
    digest = digest_of(SALT, "citizen_id", PERSON_ID)

    assert digest == "e61daf3add0f6493927be4787fd390b78e4e566cfe4cd0d212323123a62ec5c0"


# --- withdrawal --------------------------------------------------------------------------------------------------


def test_m10_a_pledge_withdrawn_before_the_decision_makes_the_material_owed() -> None:
    case = accepted()

    case = after(case, withdraw_pledges(case, ["m3"], on(date(2026, 11, 3)), reason="拿到证明了"))

    assert case.pledges[0].state is PledgeState.WITHDRAWN
    assert next(row.state for row in case.rows if row.code == "m3") is MaterialState.MISSING
    assert [(owed.code, owed.due_on) for owed in case.owed] == [("m3", date(2026, 11, 9))]  # the promise, five days
    assert case.state is CaseState.ACCEPTED


def test_m10_what_is_owed_after_a_withdrawal_is_supplied_as_any_owed_material() -> None:
    case = accepted()
    case = after(case, withdraw_pledges(case, ["m3"], on(MONDAY)))

    supplied = [SuppliedMaterial(code="m3", name="困难证明", state=MaterialState.COMPLETE)]
    case = after(case, supply_deferred(case, supplied, on(date(2026, 11, 4))))

    assert case.owed == ()
    assert why_not(case, Action.DECIDE, on(date(2026, 11, 4))) is None


def test_m10_after_the_decision_no_pledge_is_withdrawn() -> None:
    case = replace(accepted(), state=CaseState.DECIDED)

    with pytest.raises(NotAllowed):
        withdraw_pledges(case, ["m3"], on(MONDAY))


# --- verification ------------------------------------------------------------------------------------------------


def test_m10_each_pledge_has_a_day_to_be_verified() -> None:
    """60 calendar days after Monday 2 November 2026: Friday 1 January 2027, a day off without a calendar yet."""
    assert accepted().pledges[0].verify_by == date(2027, 1, 1)


def test_m10_the_catalogue_may_set_the_day() -> None:
    limit = TimeLimit(10, LimitUnit.WORKING_DAYS)
    materials = tuple(replace(m, verification=limit) if m.code == "m3" else m for m in builders.MATERIALS)

    case = accepted(builders.item(materials=materials))

    assert case.pledges[0].verify_by == date(2026, 11, 16)


def finding(**changes: object) -> Finding:
    fields: dict[str, object] = {
        "codes": ("m3",),
        "is_true": False,
        "how": ep.Verification.SHARING,
        "verified_by": ("示例甲",),
        "facts": "登记的住址不符",
        "consequence": ep.Consequence.TERMINATE,
    }
    return Finding(**{**fields, **changes})  # type: ignore[arg-type]


def test_m10_a_true_pledge_is_settled() -> None:
    case = accepted()

    events = verify(case, finding(is_true=True), on(MONDAY))

    assert len(events) == 1
    assert after(case, events).pledges[0].state is PledgeState.TRUE


def test_m10_a_false_pledge_ends_the_matter_and_goes_on_the_record() -> None:
    case = accepted()

    case = after(case, verify(case, finding(), on(MONDAY)))

    assert case.state is CaseState.RETURNED
    assert case.end_reason == "登记的住址不符"
    assert case.credit is not None
    assert case.credit.id_number == PERSON_ID
    assert case.credit.until is None  # until it is repaired


def test_m10_only_lawful_consequences_by_state() -> None:
    item, case = builders.item(), accepted()
    above = builders.item(role=Role.COLLECTS, authority="示例县民政局")

    assert consequences(case, item) == (ep.Consequence.TERMINATE, ep.Consequence.RECTIFY)
    assert consequences(replace(case, state=CaseState.RECEIVED), item) == (ep.Consequence.TERMINATE,)
    assert consequences(case, above) == (ep.Consequence.REPORT,)
    with pytest.raises(NotAllowed):
        verify(case, finding(consequence=ep.Consequence.REVOKE), on(MONDAY))


def test_m10_what_is_to_be_put_right_is_verified_again() -> None:
    case = accepted()
    rectify = finding(consequence=ep.Consequence.RECTIFY, rectify_by=date(2026, 11, 20))

    case = after(case, verify(case, rectify, on(MONDAY)))
    assert case.state is CaseState.ACCEPTED
    assert case.pledges[0].state is PledgeState.RECTIFYING
    assert case.pledges[0].verify_by == date(2026, 11, 20)

    events = verify(case, finding(is_true=True, facts="已补办"), on(date(2026, 11, 20)))
    assert after(case, events).pledges[0].state is PledgeState.TRUE


def test_m10_the_record_is_noted_once_and_may_be_repaired() -> None:
    case = accepted()
    rectify = finding(consequence=ep.Consequence.RECTIFY, rectify_by=date(2026, 11, 20))
    case = after(case, verify(case, rectify, on(MONDAY)))

    again = verify(case, finding(), on(date(2026, 11, 23)))
    assert not any(isinstance(event, ep.CreditNoted) for event in again)

    case = after(after(case, again), repair_credit(case, on(date(2026, 12, 1)), reason="已改正"))
    assert case.credit_repaired is not None
    assert why_not(case, Action.REPAIR_CREDIT, on(date(2026, 12, 1))) is not None


def test_m10_on_site_it_takes_two() -> None:
    """行政许可法 34: two officers or more check the substance."""
    with pytest.raises(InvalidInput, match="examiners_two"):
        verify(accepted(), finding(how=ep.Verification.ON_SITE), on(MONDAY))


# --- the random draw ---------------------------------------------------------------------------------------------

SEED = "0" * 64


def test_m10_the_draw_of_the_worked_example() -> None:
    """The lot's own example draws C, then B, of A, B, C; half of three is two, rounded up."""
    size = pledge_draw.size_of(3, 50)
    drawn = pledge_draw.drawn(SEED, ("A", "B", "C"), ("o1", "o2", "o3"), size=size, officers_each=2)

    assert [one.key for one in drawn] == ["C", "B"]
    assert all(len(set(one.officers)) == 2 for one in drawn)


def drawn_event(**changes: object) -> ep.PledgesDrawn:
    population = ("A", "B", "C")
    fields: dict[str, object] = {
        "number": "示例抽〔2026〕1号",
        "drawn_on": MONDAY,
        "begins_on": MONDAY,
        "ends_on": MONDAY,
        "share_percent": 50,
        "seed": SEED,
        "population": population,
        "population_sha256": pledge_draw.population_hash(population),
        "officers": ("o1", "o2", "o3"),
        "officers_each": 2,
        "size": 2,
        "drawn": pledge_draw.drawn(SEED, population, ("o1", "o2", "o3"), size=2, officers_each=2),
    }
    return ep.PledgesDrawn(**{**fields, **changes})  # type: ignore[arg-type]


def test_m10_a_draw_can_be_repeated_from_its_line_alone() -> None:
    assert pledge_draw.differences(drawn_event()) == ()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"seed": "1" * 64}, "drawn"),
        ({"population": ("A", "B", "D")}, "population_sha256"),
        ({"size": 1}, "size"),
        ({"drawn": drawn_event().drawn[:1]}, "drawn"),
    ],
)
def test_m10_a_draw_that_was_bent_is_found(changes: dict[str, object], found: str) -> None:
    assert found in pledge_draw.differences(drawn_event(**changes))
