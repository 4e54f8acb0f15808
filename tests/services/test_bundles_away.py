"""M8: an answer that sends one item of a bundle elsewhere leaves the others their way, clocks and papers."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from desktop.bootstrap import Counter
from desktop.domain import papers
from desktop.domain.case import Case, CaseState
from desktop.domain.catalogue import Catalogue
from desktop.domain.checklist import MaterialState as S
from desktop.domain.course_way import Ruling
from desktop.domain.events import CityDecided, SuppliedMaterial
from desktop.domain.statistics import Measure, Period, Span
from desktop.ports import Filters, Taken
from desktop.services import course, intake, statistics
from desktop.services.shift import tallies_of
from printing.render import require_printable
from tests.builders import MONDAY, SESSION, catalogue
from tests.bundle_builders import BUNDLE, CITY_INSURANCE, FOREST_FARM, SHOP_ITEM, with_forest
from tests.proof import profiles
from tests.services.test_bundles import PARENT, case, children, form, paper

ANSWERS = {"insure": "yes", "home": "rent", "kind": "food", "land": "forest", "at": "here"}
STATES = dict.fromkeys(("1-m1", "id_card", "photo", "lease"), S.COMPLETE)


@pytest.fixture
def counter(open_counter: Callable[[Catalogue], Counter]) -> Counter:
    return open_counter(with_forest())


def take(counter: Counter, states: dict[str, S] = STATES, *, outcome: str = "receive", **answers: str) -> Taken:
    typed = form(states, answers={**ANSWERS, **answers}, outcome=outcome)
    with counter.store.write(SESSION) as uow:
        return intake.take_in(uow, SESSION, typed, today=MONDAY)


def away(counter: Counter) -> Case:
    (one,) = case(counter).sent_away
    return case(counter, one.case_id)


def test_m8_an_item_of_another_authority_is_refused_at_once_and_the_others_go_on_with_their_clocks(counter):
    taken = take(counter)

    shop, insurance = children(counter)
    assert (shop.state, shop.committed_due_on) == (CaseState.ACCEPTED, date(2026, 11, 5))  # three working days
    assert insurance.state is CaseState.RECEIVED
    refused = away(counter)
    assert (refused.item.code, refused.state) == ("A2", CaseState.REFUSED)
    assert (refused.competent_authority, refused.end_reason) == ("示例县林业局", "果园占用林地，由林业部门办理")
    notice, receipt = (paper(counter, number) for number in taken.papers)
    assert isinstance(notice, papers.RefusalNotice)
    assert notice.head.part_of == f"返乡创业一件事（示例）（{taken.case_number}）"
    assert isinstance(receipt, papers.MaterialsReceipt)
    assert [(line.item_name, line.sent_away, line.authority) for line in receipt.children] == [
        ("开店登记（示例）", "", "示例镇人民政府（示例）"),
        ("参保登记（示例）", "", "示例县医疗保障局"),
        ("种植备案（示例）", "不予受理", "示例县林业局"),
    ]
    require_printable(notice)
    require_printable(receipt)


def test_m8_what_needs_no_leave_is_said_so_and_only_of_that_item(counter):
    taken = take(counter, land="garden")

    assert away(counter).state is CaseState.NOT_REQUIRED
    notice = paper(counter, taken.papers[0])
    assert isinstance(notice, papers.NotRequiredNotice)
    assert notice.basis == "示例规定第三条"
    assert [child.item.code for child in children(counter)] == ["A1", "A3"]


def test_m8_the_town_does_not_refuse_for_an_authority_it_only_tells_where_to_go(counter):
    taken = take(counter, {**STATES, "photo": S.COMPLETE}, land="field", at="city", kind·2="rice")

    (told,) = case(counter).sent_away
    assert (told.item_code, told.case_id, told.authority) == ("A3", "", "示例市医保局")
    notice = paper(counter, taken.papers[0])
    assert isinstance(notice, papers.AcceptanceNotice)  # the town decides all that goes on
    assert [(line.sent_away, line.case_number) for line in notice.children][-1] == ("另行申请", "")
    assert [child.state for child in children(counter)] == [CaseState.ACCEPTED, CaseState.ACCEPTED]


def test_m8_an_incomplete_bundle_is_told_once_and_the_item_that_leaves_is_told_the_same_day(counter):
    taken = take(counter, {**STATES, "lease": S.MISSING}, outcome="request_correction")

    assert away(counter).state is CaseState.REFUSED
    refusal, notice = (paper(counter, number) for number in taken.papers)
    assert isinstance(refusal, papers.RefusalNotice)
    assert isinstance(notice, papers.CorrectionNotice)
    assert [line.item_name for line in notice.sent_away] == ["种植备案（示例）"]
    require_printable(notice)

    lease = [SuppliedMaterial(code="lease", name="租赁合同", state=S.COMPLETE)]
    with counter.store.write(SESSION) as uow:
        supplied = course.supply_correction(uow, SESSION, PARENT, lease, today=date(2026, 11, 3))

    assert [child.item.code for child in children(counter)] == ["A1", "A3"]
    receipt = paper(counter, supplied.papers[-1])
    assert isinstance(receipt, papers.MaterialsReceipt)
    assert [line.sent_away for line in receipt.children] == ["", "", "不予受理"]


def test_m8_a_whole_of_which_nothing_goes_on_is_refused_as_one_with_the_reason_of_each(open_counter):
    bundle = msgspec.structs.replace(BUNDLE, parts=BUNDLE.parts[1:2], questions=())
    counter = open_counter(catalogue(SHOP_ITEM, FOREST_FARM, CITY_INSURANCE, bundles=(bundle,)))

    typed = form({}, answers={"land": "forest"}, outcome="refuse")
    with counter.store.write(SESSION) as uow:
        taken = intake.take_in(uow, SESSION, typed, today=MONDAY)

    assert case(counter).state is CaseState.REFUSED
    assert case(counter).sent_away == ()
    assert [type(paper(counter, number)) for number in taken.papers] == [papers.RefusalNotice]


def test_m8_pressing_twice_gives_the_same_papers_and_one_refusal(counter):
    first = take(counter)

    assert take(counter) == first
    with counter.store.read() as reader:
        assert len(reader.search("", Filters(item_codes=frozenset({"A2"})))) == 1


def test_m8_every_item_is_counted_once_the_refused_one_too(counter):
    take(counter)

    with counter.store.read() as reader:
        found = statistics.read(reader, Period.around(MONDAY, Span.DAY), today=MONDAY)
    total = {measure: figure.number for measure, figure in found.total.figures.items()}
    assert (total[Measure.RECEIVED], total[Measure.ACCEPTED], total[Measure.REFUSED]) == (3, 1, 1)
    assert found.reconciled().difference == 0


def test_m8_the_tables_with_a_refused_item_are_the_ledger_told_again(counter):
    take(counter)
    before = profiles.projections(counter)

    counter.store.rebuild()

    assert profiles.projections(counter) == before


def test_m8_what_the_city_or_a_clerk_decides_about_one_item_leaves_the_others_as_they_are(counter):
    take(counter)
    shop, insurance = children(counter)

    with counter.store.write(SESSION) as uow:
        uow.record(
            [CityDecided(office="示例县医疗保障局", is_granted=False, decided_on=MONDAY, explanation="不在本县")],
            case_id=insurance.case_id,
        )
    unmoved, decided = children(counter)
    assert unmoved == shop
    assert decided.state is CaseState.DECIDED

    ruling = Ruling(is_granted=False, examiners=("甲", "乙"), facts="场所经勘查不符合要求", reasons="示例规定第五条")
    with counter.store.write(SESSION) as uow:
        denied = course.decide_case(uow, SESSION, shop.case_id, ruling, today=MONDAY)
    decision = paper(counter, denied.papers[-1])
    assert decision is not None
    assert decision.head.part_of.startswith("返乡创业一件事（示例）（")
    assert children(counter)[1] == decided
    assert case(counter).state is CaseState.BUNDLED


def test_m27_who_only_asks_is_told_which_item_goes_elsewhere_and_where(counter):
    with counter.store.write(SESSION) as uow:
        told = intake.inform_once(uow, SESSION, item_code="B1", answers=ANSWERS, today=MONDAY)

    sheet = paper(counter, told.papers[0])
    assert isinstance(sheet, papers.InformOnceSheet)
    assert sheet.notes == ("种植备案（示例）：果园占用林地，由林业部门办理，请向示例县林业局申请",)


def test_m8_the_sheet_of_the_day_reconciles_with_a_refused_item_and_a_bundle_to_be_corrected(counter):
    take(counter)
    typed = form(
        {**STATES, "lease": S.MISSING},
        answers=ANSWERS,
        outcome="request_correction",
        case_id="0192f0c0-0000-7000-8000-0000000000b2",
    )
    with counter.store.write(SESSION) as uow:
        intake.take_in(uow, SESSION, typed, today=MONDAY)

    with counter.store.read() as reader:
        tallies = tallies_of(reader, MONDAY, window="02")
    assert [(tally.whole.name, tally.difference) for tally in tallies] == [(tally.whole.name, 0) for tally in tallies]
