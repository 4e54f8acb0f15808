"""M8 over a real encrypted store: one number and one paper, and a case of each item with its own clock."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import msgspec
import pytest

from desktop.bootstrap import Counter
from desktop.catalogue_files.sample import load_sample
from desktop.city.exchange import exchange
from desktop.city.exchange_rows import Source
from desktop.domain import papers
from desktop.domain.bundle import cart_code
from desktop.domain.case import Case, CaseState
from desktop.domain.catalogue import Catalogue, ServiceItem
from desktop.domain.checklist import Check
from desktop.domain.checklist import MaterialState as S
from desktop.domain.deadline import TimeLimit
from desktop.domain.errors import CalendarMissing, DomainError, InvalidInput, NotAllowed
from desktop.domain.events import CityAskedCorrection, CorrectedOnSpot, SuppliedMaterial
from desktop.domain.holder import Holder, holding
from desktop.domain.papers_course import SupplementReceipt
from desktop.domain.papers_pledge import DeferralPledge
from desktop.domain.statistics import Measure, Period, Span
from desktop.domain.undoing import Told, undo
from desktop.ports import Filters, Taken
from desktop.ports_scans import NewPage
from desktop.services import course, forms, intake, scans
from desktop.services.intake_form import IntakeForm
from printing.render import require_printable
from tests.builders import LEAD, MONDAY, PERSON_ID, SESSION, catalogue
from tests.bundle_builders import BUNDLE, WORKDAYS, an_item, bundled_catalogue, material
from tests.proof import profiles

PARENT = "0192f0c0-0000-7000-8000-0000000000b1"
ALL_IN = dict.fromkeys(("1-m1", "id_card", "photo", "lease"), S.COMPLETE)
FORM = IntakeForm(
    case_id=PARENT,
    item_code="B1",
    name="王示例",
    id_number=PERSON_ID,
    phone="13900000000",
    answers={"insure": "yes", "home": "rent", "kind": "food", "kind·2": "cane"},
    outcome="receive",
)


@pytest.fixture
def counter(open_counter: Callable[[Catalogue], Counter]) -> Counter:
    return open_counter(bundled_catalogue())


def form(states: dict[str, S] = ALL_IN, **changes: object) -> IntakeForm:
    checks = {c: Check(code=c, state=s, reason="缺页" if s is S.FAULTY else "") for c, s in states.items()}
    return msgspec.structs.replace(FORM, checks=checks, **changes)


def take(counter: Counter, typed: IntakeForm, today: date = MONDAY) -> Taken:
    with counter.store.write(SESSION) as uow:
        return intake.take_in(uow, SESSION, typed, today=today)


def case(counter: Counter, case_id: str = PARENT) -> Case:
    with counter.store.read() as reader:
        found = reader.case(case_id)
    assert found is not None
    return found


def children(counter: Counter) -> list[Case]:
    return [case(counter, child.case_id) for child in case(counter).children]


def paper(counter: Counter, number: str) -> papers.Paper | None:
    with counter.store.read() as reader:
        return reader.paper(number)


def test_m8_one_number_and_one_paper_and_a_case_of_each_item_with_its_own_clock(counter):
    taken = take(counter, form())

    shop, farm, insurance = children(counter)
    receipt = paper(counter, taken.papers[0])
    assert len(taken.papers) == 1
    assert isinstance(receipt, papers.MaterialsReceipt)
    assert receipt.head.case_number == taken.case_number == case(counter).case_number
    assert [(line.item_name, line.case_number, line.due_on) for line in receipt.children] == [
        ("开店登记（示例）", shop.case_number, date(2026, 11, 5)),  # three working days after Monday
        ("种植备案（示例）", farm.case_number, date(2026, 11, 16)),  # ten
        ("参保登记（示例）", insurance.case_number, None),  # the bureau counts its own
    ]
    assert (shop.state, farm.state, insurance.state) == (CaseState.ACCEPTED, CaseState.ACCEPTED, CaseState.RECEIVED)
    assert (shop.committed_due_on, farm.committed_due_on) == (date(2026, 11, 5), date(2026, 11, 16))
    assert len({taken.case_number, shop.case_number, farm.case_number, insurance.case_number}) == 4
    assert not any(child.papers for child in (shop, farm, insurance))


def test_m8_each_case_has_its_own_facts_and_materials(counter):
    take(counter, form())

    shop, farm, insurance = children(counter)
    assert (shop.facts["kind"], farm.facts["kind"]) == ("food", "cane")
    assert "kind" not in insurance.facts
    assert [(row.code, row.name, row.state) for row in farm.rows] == [
        ("m1", "居民身份证", S.COMPLETE),
        ("m2", "照片", S.COMPLETE),
        ("m3", "租赁合同", S.COMPLETE),
    ]
    assert [row.asked for row in insurance.rows] == ["复印件1份", "复印件2份"]


def test_m8_parent_and_child_name_each_other_and_what_was_spared_is_on_record(counter):
    taken = take(counter, form())

    parent = case(counter)
    for child in children(counter):
        assert child.bundle is not None
        assert (child.bundle.case_id, child.bundle.case_number) == (PARENT, taken.case_number)
    assert parent.parts == ("A1", "A2", "A3")
    assert parent.state is CaseState.BUNDLED
    with counter.store.read() as reader:
        (opened,) = [line.event for line in reader.lines_of(PARENT) if type(line.event).__name__ == "BundleOpened"]
    assert (opened.materials_saved, opened.visits_saved) == (4, 2)


def test_m8_lists_and_counts_have_each_item_once_and_the_bundle_not_at_all(counter):
    take(counter, form())

    with counter.store.read() as reader:
        open_cases = reader.open_cases()
        counts = reader.day_counts(MONDAY)
        states = reader.received_by_state(MONDAY, window="02")
        person = reader.person(PERSON_ID)
    assert sorted(row.item_code for row in open_cases) == ["A1", "A2", "A3"]
    assert (counts.received, counts.accepted) == (3, 2)
    assert states == {"accepted": 2, "received": 1}
    assert person is not None
    assert sorted(row.item_code for row in person.open_cases) == ["A1", "A2", "A3"]


def test_m8_only_items_that_the_answers_take_get_a_case_and_the_town_may_then_accept_all(counter):
    cart = cart_code(["A1", "A2"])
    answers = {"home": "own", "kind": "food", "kind·2": "rice"}
    taken = take(
        counter,
        form(
            dict.fromkeys(("1-m1", "id_card", "photo"), S.COMPLETE), item_code=cart, outcome="accept", answers=answers
        ),
    )

    notice = paper(counter, taken.papers[0])
    assert isinstance(notice, papers.AcceptanceNotice)
    assert notice.due_on == date(2026, 11, 16)  # the longest of the two
    assert [child.state for child in children(counter)] == [CaseState.ACCEPTED, CaseState.ACCEPTED]


def test_m8_an_incomplete_bundle_gets_one_notice_and_its_cases_when_all_is_in(counter):
    taken = take(counter, form({**ALL_IN, "lease": S.MISSING, "id_card": S.FAULTY}, outcome="request_correction"))

    notice = paper(counter, taken.papers[0])
    assert isinstance(notice, papers.CorrectionNotice)
    assert [line.name for line in notice.to_correct] == ["居民身份证", "租赁合同"]
    assert case(counter).state is CaseState.CORRECTING
    assert children(counter) == []

    tuesday = date(2026, 11, 3)
    first = supply(counter, ("id_card", "居民身份证"), today=MONDAY)
    assert children(counter) == []
    last = supply(counter, ("lease", "租赁合同"), today=tuesday)

    shop, farm, insurance = children(counter)
    assert (shop.accepted_on, shop.committed_due_on) == (tuesday, date(2026, 11, 6))
    assert [row.state for row in farm.rows] == [S.COMPLETE, S.COMPLETE, S.COMPLETE]
    assert insurance.received_on == tuesday
    assert [type(paper(counter, number)) for number in first.papers] == [SupplementReceipt]
    assert [type(paper(counter, number)) for number in last.papers] == [SupplementReceipt, papers.MaterialsReceipt]


def supply(counter: Counter, *materials: tuple[str, str], today: date) -> Taken:
    came = [SuppliedMaterial(code=code, name=name, state=S.COMPLETE) for code, name in materials]
    with counter.store.write(SESSION) as uow:
        return course.supply_correction(uow, SESSION, PARENT, came, today=today)


def test_m8_pressing_twice_takes_in_once(counter):
    first = take(counter, form())
    second = take(counter, form())

    assert first == second
    with counter.store.read() as reader:
        assert len(reader.search("", Filters())) == 4


def test_m8_what_is_refused_on_the_way_leaves_nothing_behind_and_uses_up_no_number(counter):
    late = date(2026, 12, 28)  # ten working days run into a year that has no calendar yet

    with pytest.raises(CalendarMissing):
        take(counter, form(), today=late)
    with pytest.raises(DomainError):
        take(counter, form({**ALL_IN, "id_card": S.PLEDGED}))

    with counter.store.read() as reader:
        assert reader.search("", Filters()) == []
    assert take(counter, form()).case_number.split("-")[4] == "0001"


def test_m8_a_bundle_of_which_nothing_is_wanted_is_not_taken_in(open_counter):
    parts = tuple(msgspec.structs.replace(part, when={"insure": ("yes",)}) for part in BUNDLE.parts)
    counter = open_counter(bundled_catalogue(msgspec.structs.replace(BUNDLE, parts=parts)))

    with pytest.raises(InvalidInput) as refused:
        take(counter, form({}, answers={"insure": "no"}))

    assert refused.value.reason == "bundle_nothing_taken"


def test_m8_the_tables_are_nothing_but_the_ledger_told_again(counter):
    take(counter, form())
    before = profiles.projections(counter)

    counter.store.rebuild()

    assert profiles.projections(counter) == before


def test_m8_statistics_count_the_items_and_the_papers_that_the_bundle_spared(counter):
    take(counter, form())

    with counter.store.read() as reader:
        acts = reader.acts(Period.around(MONDAY, Span.DAY))
    received = sorted(act.item_code for act in acts if act.measure is Measure.RECEIVED)
    saved = [(act.item_code, act.number) for act in acts if act.measure is Measure.SAVED]
    assert received == ["A1", "A2", "A3"]
    assert saved == [("B1", 4)]


def test_m8_the_exchange_tables_have_a_row_for_each_item_and_none_for_the_whole(counter):
    take(counter, form())
    with counter.store.read() as reader:
        parent = reader.case(PARENT)
        assert parent is not None
        ids = [PARENT, *(child.case_id for child in parent.children)]
        lines = [line for case_id in ids for line in reader.ledger.of_case(case_id)]

    made = exchange(iter(lines), Source(name="示例", batch="1", now=datetime(2026, 11, 2, 9, tzinfo=UTC)))

    numbers = {record["project_no"] for rows in made.rows.values() for record in rows}
    lacking = {lack.case_number for lack in made.lacking}
    assert numbers | lacking == {child.case_number for child in parent.children}


def test_m18_the_whole_lies_with_whoever_holds_its_items_and_an_item_that_was_taken_in_waits_to_go_up(counter):
    take(counter, form())

    _, farm, insurance = children(counter)
    assert holding(case(counter)).holder is Holder.ITEMS
    assert holding(farm).holder is Holder.AUTHORITY
    assert holding(insurance).holder is Holder.HANDED


def test_m8_pages_of_a_shared_paper_are_pages_of_every_case_that_it_serves(counter):
    page = NewPage(sha256="ab" * 32, media="image/jpeg", width_px=1, height_px=1, dpi=200, number=1, content=b"page")
    with counter.store.write(SESSION) as uow:
        scans.add(uow, PARENT, "id_card", [page])

    take(counter, form())

    shop, farm, insurance = children(counter)
    codes = [[scan.material_code for scan in child.scans] for child in (shop, farm, insurance)]
    assert codes == [["m2"], ["m1"], ["m1"]]


def test_m27_every_bundle_of_the_sample_has_its_guide_and_its_sheet_for_those_who_ask(open_counter):
    sample = load_sample()
    counter = open_counter(msgspec.structs.replace(sample, division="450000"))

    with counter.store.write(SESSION) as uow:
        for bundle in sample.bundles:
            guide = forms.service_guide(uow, SESSION, item_code=bundle.code, today=MONDAY)
            told = intake.inform_once(uow, SESSION, item_code=bundle.code, answers={}, today=MONDAY)
            for number in (*guide.papers, *told.papers):
                content = uow.paper(number)
                assert content is not None
                assert content.head.item_name == bundle.name
                require_printable(content)

    assert len(sample.bundles) == 5


def test_m8_a_word_of_the_city_about_the_whole_neither_reopens_it_nor_opens_its_cases_again(counter):
    take(counter, form())

    with counter.store.write(SESSION) as uow:
        uow.record([CityAskedCorrection(office="示例县局", text="请补照片", materials=("照片",))], case_id=PARENT)

    assert case(counter).state is CaseState.BUNDLED
    with pytest.raises(NotAllowed):
        supply(counter, ("above-1", "照片"), today=MONDAY)
    assert len(children(counter)) == 3


def late(code: str, days: int, **changes: object) -> ServiceItem:
    """An item of the town that waits for a photograph, at most so many working days, and promises ten."""
    photo = material("m1", "照片", "photo", copies=1, is_deferrable=True, deferral=TimeLimit(days, WORKDAYS))
    form_of = material("m2", f"申请表{code}", originals=1)
    return an_item(
        code, f"事项{code}（示例）", materials=(photo, form_of), committed_limit=TimeLimit(10, WORKDAYS), **changes
    )


def test_m11_what_is_owed_for_several_items_is_owed_once_by_the_first_day_and_for_each_by_its_own(open_counter):
    counter = open_counter(catalogue(late("P1", 3), late("P2", 5)))
    states = {"photo": S.DEFERRED, "1-m2": S.COMPLETE, "2-m2": S.COMPLETE}

    taken = take(counter, form(states, item_code=cart_code(["P1", "P2"]), answers={}, outcome="accept_deferred"))

    pledge, notice = (paper(counter, number) for number in taken.papers)
    assert isinstance(pledge, DeferralPledge)
    assert isinstance(notice, papers.AcceptanceNotice)
    assert [(line.name, line.note) for line in notice.owed] == [
        ("照片", "请于2026年11月5日前补交")
    ]  # three working days
    assert [child.owed[0].due_on for child in children(counter)] == [date(2026, 11, 5), date(2026, 11, 9)]


def test_m20_a_conclusion_that_has_opened_the_cases_of_a_bundle_is_not_taken_back(counter):
    take(counter, form({**ALL_IN, "id_card": S.FAULTY}, outcome="correct_on_spot"))

    corrected = Told("o", 1, LEAD.clerk_id, MONDAY, CorrectedOnSpot(rows=case(counter).rows[1:2]))
    with pytest.raises(NotAllowed) as refused:
        undo(case(counter), [corrected], clerk=LEAD.clerk_id, today=MONDAY)

    assert refused.value.fields["reason"] == "why.undo_bundle"
    assert children(counter)[0].rows[1].state is S.COMPLETE


def test_m11_a_late_paper_that_serves_several_items_comes_in_once_for_all_of_them(open_counter):
    counter = open_counter(catalogue(late("P1", 3), late("P2", 5)))
    states = {"photo": S.DEFERRED, "1-m2": S.COMPLETE, "2-m2": S.COMPLETE}
    take(counter, form(states, item_code=cart_code(["P1", "P2"]), answers={}, outcome="accept_deferred"))
    first, second = children(counter)

    photo = SuppliedMaterial(code="m1", name="照片", state=S.COMPLETE)
    with counter.store.write(SESSION) as uow:
        taken = course.supply_deferred(uow, SESSION, first.case_id, [photo], today=MONDAY)

    assert [child.owed for child in children(counter)] == [(), ()]
    assert taken.changes.cases == {first.case_id, second.case_id}
