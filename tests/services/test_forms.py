"""Pledges, forms, guides and rating sheets over a real encrypted store: what they say, whose they are, their order."""

from datetime import date

import msgspec
import pytest

from desktop.bootstrap import Counter
from desktop.catalogue_files.sample import load_sample
from desktop.domain import papers
from desktop.domain.catalogue import ItemStatus, Role
from desktop.domain.checklist import Check
from desktop.domain.checklist import MaterialState as S
from desktop.domain.errors import Conflict, MaterialsMissing, NotInCatalogue
from desktop.domain.outcome import Outcome
from desktop.domain.papers_pledge import (
    DeferralPledge,
    FilledSample,
    NoticeAndPledge,
    PowerOfAttorney,
    RatingSheet,
    ServiceGuide,
    TruthPledge,
)
from desktop.domain.regime import Regime
from desktop.services import forms, intake
from printing.render import render
from tests.builders import COMPLETE, MONDAY, OTHER_ID, PERSON_ID, PROOF, SESSION, catalogue, item
from tests.services.test_intake import FORM, case, form, paper, take

AGENT = {
    "has_agent": True,
    "agent_name": "李示例",
    "agent_id_number": OTHER_ID,
    "agent_phone": "13900000002",
    "agent_relation": "女儿",
    "agent_valid_to": "2027-05-01",
}
PLEDGED = {**COMPLETE, "m3": S.PLEDGED}
OWED = {**COMPLETE, "m4": S.DEFERRED}


def kinds(counter: Counter, numbers: tuple[str, ...]) -> list[type]:
    return [type(paper(counter, number)) for number in numbers]


# pledges of a conclusion


def test_m10_a_pledged_material_brings_the_notice_and_pledge_before_the_acceptance(counter):
    taken = take(counter, form(PLEDGED))

    assert kinds(counter, taken.papers) == [NoticeAndPledge, papers.AcceptanceNotice]
    pledge = paper(counter, taken.papers[0])
    assert [m.name for m in pledge.materials] == ["困难证明"]
    assert pledge.head.case_number == taken.case_number
    assert "第七十八条" in "".join(pledge.liability)


def test_m10_all_pledged_materials_stand_on_one_paper(open_counter):
    second = msgspec.structs.replace(
        PROOF, code="m7", name="居住证明", acceptance_points=("住满半年",), basis="示例办法"
    )
    counter = open_counter(catalogue(item(materials=(*item().materials, second))))

    taken = take(counter, form({**PLEDGED, "m7": S.PLEDGED}))

    assert kinds(counter, taken.papers) == [NoticeAndPledge, papers.AcceptanceNotice]
    pledge = paper(counter, taken.papers[0])
    assert [(m.name, m.proves, m.basis) for m in pledge.materials] == [
        ("困难证明", (), ""),
        ("居住证明", ("住满半年",), "示例办法"),
    ]


def test_m11_an_acceptance_with_deferral_brings_the_deferral_pledge_before_the_notice(counter):
    taken = take(counter, form(OWED, outcome="accept_deferred"))

    assert kinds(counter, taken.papers) == [DeferralPledge, papers.AcceptanceNotice]
    pledge, notice = (paper(counter, number) for number in taken.papers)
    assert [(o.name, o.asked, o.due_on) for o in pledge.owed] == [("照片", "复印件2份", date(2026, 11, 9))]
    assert pledge.decided_by == notice.due_on
    assert "退回已收材料" in pledge.consequence


def test_pledge_and_deferral_come_in_the_order_in_which_they_are_signed(counter):
    taken = take(counter, form({**OWED, "m3": S.PLEDGED}, outcome="accept_deferred"))

    assert kinds(counter, taken.papers) == [NoticeAndPledge, DeferralPledge, papers.AcceptanceNotice]
    assert case(counter).papers[-1].number == taken.papers[-1]


def test_a_refused_conclusion_leaves_no_pledge_behind(counter):
    with pytest.raises(MaterialsMissing):
        take(counter, form({**PLEDGED, "m1": S.MISSING}))
    taken = take(counter, form(PLEDGED))

    assert taken.papers[0].endswith("0001号")


def test_a_pledge_signed_at_receipt_is_not_signed_again(counter):
    take(counter, form({**PLEDGED, "m1": S.MISSING}, outcome="receive"))
    with counter.store.write(SESSION) as uow:
        checks = {"m1": Check(code="m1", state=S.COMPLETE)}
        taken = intake.conclude_received(uow, SESSION, FORM.case_id, checks, Outcome.ACCEPT, today=MONDAY)

    assert kinds(counter, taken.papers) == [NoticeAndPledge, papers.MaterialsReceipt, papers.AcceptanceNotice]


def test_nothing_is_pledged_where_the_materials_are_handed_back(open_counter):
    counter = open_counter(catalogue(item(regime=Regime.MARKET_ENTITY)))

    taken = take(counter, form({**PLEDGED, "m1": S.MISSING}, outcome="request_correction"))

    assert kinds(counter, taken.papers) == [papers.CorrectionNotice]


def test_a_pledge_taken_for_another_authority_names_that_authority(open_counter):
    counter = open_counter(catalogue(item(role=Role.COLLECTS, authority="示例县民政局")))

    taken = take(counter, form(PLEDGED, outcome="receive"))

    pledge = paper(counter, taken.papers[0])
    assert pledge.authority == "示例县民政局"
    assert pledge.head.authority == "示例镇便民服务中心（示例）"


def test_the_city_may_word_publication_and_consequence_itself(counter):
    with counter.store.write(SESSION) as uow:
        uow.set_setting("pledge.publication", "在本区政府网站公开30日")
        uow.set_setting("deferral.consequence", "按本市规定中止办理")

    taken = take(counter, form({**OWED, "m3": S.PLEDGED}, outcome="accept_deferred"))

    assert paper(counter, taken.papers[0]).publication == "在本区政府网站公开30日"
    assert paper(counter, taken.papers[1]).consequence == "按本市规定中止办理"


# forms before intake


def authority(counter: Counter, typed):
    with counter.store.write(SESSION) as uow:
        taken = forms.power_of_attorney(uow, SESSION, typed, today=MONDAY)
    return paper(counter, taken.papers[0])


def test_an_authority_carries_what_was_typed_of_both(counter):
    made = authority(counter, form({}, **AGENT))

    assert isinstance(made, PowerOfAttorney)
    assert (made.principal.name, made.principal.id_number, made.principal.phone) == ("王示例", PERSON_ID, "13900000000")
    assert (made.agent.name, made.agent.id_number, made.agent.id_kind) == ("李示例", OTHER_ID, "居民身份证")
    assert (made.relation, made.matter, made.granted) == ("女儿", "林木采伐许可（示例）", ("提交", "补正", "领取"))
    assert (made.valid_from, made.valid_to) == (MONDAY, date(2027, 5, 1))


def test_a_wrong_number_is_left_to_the_pen(counter):
    made = authority(counter, form({}, **{**AGENT, "agent_id_number": OTHER_ID[:-1] + "9", "agent_valid_to": "soon"}))

    assert made.agent.id_number == ""
    assert made.agent.name == "李示例"
    assert made.valid_to is None
    assert made.valid_from is None


def test_a_blank_authority_is_for_who_will_send_somebody(counter):
    made = authority(counter, form({}))

    assert made.agent.name == ""
    assert made.granted == ()
    assert made.powers == ("提交", "补正", "领取", "签收")
    assert render(made).startswith(b"%PDF")


def test_an_organisation_s_authority_names_its_representative(counter):
    typed = form({}, applicant_kind="organisation", id_number="93450000MADEM0001A", legal_representative="王示例")

    made = authority(counter, msgspec.structs.replace(typed, name="示例种养专业合作社"))

    assert made.legal_representative == "王示例"
    assert made.principal.name == "示例种养专业合作社"


def test_a_truth_pledge_masks_the_number_and_names_the_law_of_the_item(counter):
    with counter.store.write(SESSION) as uow:
        taken = forms.truth_pledge(uow, SESSION, form({}, **AGENT), today=MONDAY)

    made = paper(counter, taken.papers[0])
    assert isinstance(made, TruthPledge)
    assert PERSON_ID not in papers.encode(made).decode()
    assert made.law == "《中华人民共和国行政许可法》第三十一条"
    assert made.agent is not None
    assert made.agent.name == "李示例"


def test_a_form_is_numbered_and_signed_and_belongs_to_no_case(counter):
    with counter.store.write(SESSION) as uow:
        taken = forms.truth_pledge(uow, SESSION, form({}), today=MONDAY)

    with counter.store.read() as reader:
        assert reader.case_of_paper(taken.papers[0]) is None
        assert reader.paper_code(taken.papers[0])
        assert reader.issued_paper(taken.papers[0]).title == "真实性承诺书"
    assert taken.changes.cases == frozenset()


@pytest.mark.parametrize("code", ["", "L99"])
def test_m2_no_form_is_given_for_what_is_not_in_the_catalogue(counter, code):
    with counter.store.write(SESSION) as uow, pytest.raises(NotInCatalogue):
        forms.power_of_attorney(uow, SESSION, form({}, item_code=code), today=MONDAY)


def test_m2_no_guide_is_given_for_a_suspended_item(open_counter):
    counter = open_counter(catalogue(item(status=ItemStatus.SUSPENDED)))

    with counter.store.write(SESSION) as uow, pytest.raises(NotInCatalogue):
        forms.service_guide(uow, SESSION, item_code="L1", today=MONDAY)


# rating


def test_m22_a_rating_sheet_is_the_case_s_and_nothing_is_ticked(counter):
    taken = take(counter, form())
    with counter.store.write(SESSION) as uow:
        rated = forms.rating_sheet(uow, SESSION, taken.case_id, today=MONDAY)

    sheet = paper(counter, rated.papers[0])
    assert isinstance(sheet, RatingSheet)
    assert sheet.head.case_number == taken.case_number
    assert [line.level for line in sheet.levels] == ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]
    assert [len(line.options) for line in sheet.levels] == [8] * 5
    assert case(counter).papers[-1].number == rated.papers[0]


def test_a_rating_sheet_of_no_case_is_a_conflict(counter):
    with counter.store.write(SESSION) as uow, pytest.raises(Conflict):
        forms.rating_sheet(uow, SESSION, "nobody", today=MONDAY)


# guide and sample


def test_m27_a_guide_lists_every_material_with_the_situation_that_asks_for_it(counter):
    with counter.store.write(SESSION) as uow:
        taken = forms.service_guide(uow, SESSION, item_code="L1", today=MONDAY)

    guide = paper(counter, taken.papers[0])
    assert isinstance(guide, ServiceGuide)
    notes = {m.line.name: m.line.note for m in guide.materials}
    assert list(notes) == ["申请表", "居民身份证", "困难证明", "照片", "其他佐证", "授权委托书"]
    assert "由他人代办" in notes["授权委托书"]
    assert guide.statutory_limit == "20个工作日"
    assert (guide.review_authority, guide.court) == ("示例县人民政府", "示例县人民法院")
    assert guide.catalogue_version == "2026.10.01"


def test_m27_a_sample_is_filled_with_nobody_s_data_in_the_situation_that_was_answered(counter):
    with counter.store.write(SESSION) as uow:
        taken = forms.filled_sample(uow, SESSION, item_code="L1", answers={}, today=MONDAY)

    sample = paper(counter, taken.papers[0])
    assert isinstance(sample, FilledSample)
    values = {field.label: field.value for field in sample.fields}
    assert values["申请人姓名"] == "王示例"
    assert values["公民身份号码"].startswith("450000")
    assert values["林木在哪里"] == "本镇集体林地"
    assert "授权委托书" in [m.name for m in sample.materials]


def test_m27_every_item_of_the_sample_catalogue_has_a_guide_and_a_sample_that_print(open_counter):
    published = msgspec.structs.replace(load_sample(), division="450000")
    counter = open_counter(published)

    for entry in published.items[::6]:
        with counter.store.write(SESSION) as uow:
            numbers = [
                forms.service_guide(uow, SESSION, item_code=entry.code, today=MONDAY).papers[0],
                forms.filled_sample(uow, SESSION, item_code=entry.code, answers={}, today=MONDAY).papers[0],
            ]
        for number in numbers:
            assert render(paper(counter, number)).startswith(b"%PDF")
