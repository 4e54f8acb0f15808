"""Taking a case in, over a real encrypted store: events, numbers, papers, and what happens when asked twice."""

import socket
from datetime import date

import msgspec
import pytest

from desktop.bootstrap import Counter
from desktop.domain import papers
from desktop.domain.case import CaseState
from desktop.domain.catalogue import Handling, Role
from desktop.domain.checklist import Check
from desktop.domain.checklist import MaterialState as S
from desktop.domain.errors import InvalidInput, MaterialsMissing, NotAllowed, NotInCatalogue
from desktop.domain.numbers import CaseNumber
from desktop.domain.outcome import Outcome
from desktop.ports import Filters
from desktop.services import drafts, intake
from desktop.services.intake_form import IntakeForm
from tests.builders import COMPLETE, MONDAY, OTHER_ID, PERSON_ID, SESSION, catalogue, item

FORM = IntakeForm(
    case_id="0192f0c0-0000-7000-8000-000000000001",
    item_code="L1",
    name="王示例",
    id_number=PERSON_ID,
    phone="13900000000",
    answers={"place": "1"},
    outcome="accept",
)


def form(states=COMPLETE, **changes):
    checks = {c: Check(code=c, state=s, reason="缺页" if s is S.FAULTY else "") for c, s in states.items()}
    return msgspec.structs.replace(FORM, checks=checks, **changes)


def take(counter: Counter, typed: IntakeForm, today: date = MONDAY):
    with counter.store.write(SESSION) as uow:
        return intake.take_in(uow, SESSION, typed, today=today)


def paper(counter: Counter, number: str):
    with counter.store.read() as reader:
        return reader.paper(number)


def case(counter: Counter, case_id: str = FORM.case_id):
    with counter.store.read() as reader:
        return reader.case(case_id)


def test_a_complete_application_is_accepted_and_its_paper_issued(counter):
    taken = take(counter, form())

    accepted = case(counter)
    notice = paper(counter, taken.papers[0])
    assert accepted.state is CaseState.ACCEPTED
    assert isinstance(notice, papers.AcceptanceNotice)
    assert notice.head.case_number == taken.case_number
    assert notice.due_on == date(2026, 11, 9)
    assert notice.head.is_sample
    assert CaseNumber.parse(taken.case_number).text == taken.case_number


def test_pressing_twice_takes_in_once(counter):
    first = take(counter, form())
    second = take(counter, form())

    assert first == second
    with counter.store.read() as reader:
        assert len(reader.search("", Filters())) == 1


def test_a_refused_conclusion_leaves_nothing_behind_and_uses_up_no_number(counter):
    with pytest.raises(MaterialsMissing):
        take(counter, form({**COMPLETE, "m1": S.MISSING}))

    assert case(counter) is None
    taken = take(counter, form())
    assert CaseNumber.parse(taken.case_number).serial == 1


def test_two_cases_never_share_a_number_even_with_the_clock_set_back(counter):
    numbers = [
        take(counter, form(case_id=f"0192f0c0-0000-7000-8000-00000000000{n}"), today=day).case_number
        for n, day in enumerate((MONDAY, date(2026, 11, 1), MONDAY))
    ]

    assert len(set(numbers)) == 3
    assert [CaseNumber.parse(n).serial for n in numbers] == [1, 2, 3]


def test_m2_an_item_outside_the_catalogue_cannot_be_taken_in(counter):
    with pytest.raises(NotInCatalogue):
        take(counter, form(item_code="L99"))


def test_m2_a_case_keeps_the_catalogue_version_it_was_taken_in_under(counter):
    take(counter, form(outcome="receive"))
    assert case(counter).catalogue_version == "2026.10.01"


@pytest.mark.parametrize(
    ("role", "outcome", "kind", "name"),
    [
        (Role.OWN, "accept", papers.AcceptanceNotice, "示例镇人民政府（示例）"),
        (Role.DELEGATED, "accept", papers.AcceptanceNotice, "示例县林业局"),
        (Role.FIRST_REVIEW, "receive", papers.MaterialsReceipt, "示例镇便民服务中心（示例）"),
        (Role.COLLECTS, "receive", papers.MaterialsReceipt, "示例镇便民服务中心（示例）"),
    ],
)
def test_m3_the_paper_is_in_the_name_of_whoever_has_the_power(open_counter, role, outcome, kind, name):
    authority = "示例镇人民政府（示例）" if role is Role.OWN else "示例县林业局"
    counter = open_counter(catalogue(item(role=role, authority=authority)))

    taken = take(counter, form(outcome=outcome))

    issued = paper(counter, taken.papers[0])
    assert isinstance(issued, kind)
    assert issued.head.authority == name


def test_m3_a_collecting_window_cannot_print_an_acceptance(open_counter):
    counter = open_counter(catalogue(item(role=Role.COLLECTS, authority="示例县林业局")))

    with pytest.raises(NotAllowed):
        take(counter, form(outcome="accept"))


def test_m5_the_one_notice_names_everything_that_is_missing_or_wrong(counter):
    taken = take(counter, form({**COMPLETE, "m1": S.FAULTY, "m3": S.MISSING}, outcome="request_correction"))

    notice = paper(counter, taken.papers[0])
    assert isinstance(notice, papers.CorrectionNotice)
    assert [(m.name, m.state, m.note) for m in notice.to_correct] == [
        ("申请表", "有误", "缺页"),
        ("困难证明", "缺", ""),
    ]
    assert notice.law == "《中华人民共和国行政许可法》第三十二条第一款第（四）项"


def test_m6_another_authority_refuses_in_writing_with_where_to_go_and_the_remedies(counter):
    taken = take(counter, form({}, answers={"place": "3"}, outcome="refuse"))

    notice = paper(counter, taken.papers[0])
    assert isinstance(notice, papers.RefusalNotice)
    assert notice.competent_authority == "示例县住房和城乡建设局"
    assert notice.competent_address == "示例路1号"
    assert notice.review_authority == "示例县人民政府"
    assert notice.court == "示例县人民法院"


def test_m6_no_licence_needed_is_told_with_its_basis(counter):
    taken = take(counter, form({}, answers={"place": "2"}, outcome="not_required"))

    notice = paper(counter, taken.papers[0])
    assert isinstance(notice, papers.NotRequiredNotice)
    assert notice.basis == "《森林法》第五十六条"


def test_m7_the_receipt_says_by_when_the_answer_is_due_and_that_silence_accepts(counter):
    taken = take(counter, form({}, outcome="receive"))

    receipt = paper(counter, taken.papers[0])
    assert isinstance(receipt, papers.MaterialsReceipt)
    assert receipt.notice_due_on == date(2026, 11, 9)
    assert receipt.is_deemed_accepted


def test_deferral_prints_what_is_owed_and_by_when(counter):
    taken = take(counter, form({**COMPLETE, "m4": S.DEFERRED}, outcome="accept_deferred"))

    notice = paper(counter, taken.papers[-1])
    assert [(m.name, m.note) for m in notice.owed] == [("照片", "请于2026年11月9日前补交")]
    assert "照片" not in [m.name for m in notice.materials]


def test_a_case_left_as_received_is_concluded_later(counter):
    take(counter, form({**COMPLETE, "m3": S.MISSING}, outcome="receive"))

    with counter.store.write(SESSION) as uow:
        checks = {"m3": Check(code="m3", state=S.COMPLETE)}
        taken = intake.conclude_received(uow, SESSION, FORM.case_id, checks, Outcome.ACCEPT, today=date(2026, 11, 3))

    assert case(counter).accepted_on == date(2026, 11, 3)
    assert len(taken.papers) == 2


def test_m27_who_only_asks_gets_the_sheet_and_no_case_is_opened(counter):
    with counter.store.write(SESSION) as uow:
        taken = intake.inform_once(uow, SESSION, item_code="L1", answers={"place": "1"}, today=MONDAY)

    sheet = paper(counter, taken.papers[0])
    assert isinstance(sheet, papers.InformOnceSheet)
    assert [m.name for m in sheet.materials] == ["申请表", "居民身份证", "困难证明", "照片", "其他佐证", "授权委托书"]
    assert sheet.materials[-1].note == "视情形（由他人代办）"
    assert sheet.committed_limit == "5个工作日"
    with counter.store.read() as reader:
        assert reader.search("", Filters()) == []


def test_m17_all_of_it_works_without_a_network(counter, monkeypatch):
    def no_network(*_args, **_kwargs):
        raise AssertionError("the counter asked for the network")

    monkeypatch.setattr(socket, "socket", no_network)

    assert take(counter, form()).papers


def test_immediate_items_take_no_deferral(open_counter):
    counter = open_counter(catalogue(item(handling=Handling.IMMEDIATE)))

    with pytest.raises(NotAllowed):
        take(counter, form({**COMPLETE, "m4": S.DEFERRED}, outcome="accept_deferred"))


def test_an_agent_must_be_somebody_else_with_a_power(counter):
    typed = form(has_agent=True, agent_name="李示例", agent_id_number=PERSON_ID)

    with pytest.raises(InvalidInput) as refusal:
        take(counter, typed)

    assert refusal.value.reason == "agent_is_applicant"


def test_an_agent_is_on_the_paper(counter):
    typed = form({**COMPLETE, "m6": S.COMPLETE}, has_agent=True, agent_name="李示例", agent_id_number=OTHER_ID)

    notice = paper(counter, take(counter, typed).papers[0])

    assert notice.agent.name == "李示例"


def test_concluding_drops_the_draft_and_a_late_save_does_not_bring_it_back(counter, clock):
    with counter.store.write(SESSION) as uow:
        drafts.save(uow, SESSION, form(), field="name", at=clock.now())
    take(counter, form())
    with counter.store.write(SESSION) as uow:
        drafts.save(uow, SESSION, form(), field="name", at=clock.now())

    with counter.store.read() as reader:
        assert reader.drafts() == []


def test_the_signature_on_the_paper_is_the_window_s_and_covers_the_content(counter):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from desktop.domain import paper_code

    taken = take(counter, form())
    with counter.store.read() as reader:
        code = paper_code.parse(reader.paper_code(taken.papers[0]))
        content = papers.encode(reader.paper(taken.papers[0]))
    with counter.store.write(None) as uow:
        key = uow.public_key

    assert code.number == taken.papers[0]
    assert code.content_sha256 == paper_code.content_hash(content)
    signed = paper_code.signed_part(code.number, code.key_id, code.content_sha256)
    Ed25519PublicKey.from_public_bytes(key).verify(code.signature, signed)
