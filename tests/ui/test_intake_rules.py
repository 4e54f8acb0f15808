"""What the reform asks of the counter, shown on the intake page by real keys. Tests are named after its rows."""

import socket
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain.case import CaseState
from desktop.domain.checklist import MaterialState
from desktop.domain.outcome import Outcome
from desktop.domain.papers import AcceptanceNotice, CorrectionNotice, MaterialsReceipt
from tests.builders import HALL
from tests.ui.case_fixtures import behind, hall
from tests.ui.intake_fixtures import ENTER, AtCounter, at, clock, look, published, sample
from ui.pages.intake.step import Step

__all__ = ["at", "behind", "clock", "hall", "look", "published", "sample"]

Key = Qt.Key


def paper_of(at: AtCounter) -> Any:
    """The paper that the conclusion made, as the store gives it to the printer."""
    with at.hall.counter.store.read() as reader:
        return reader.paper(at.case().papers[-1].number)


def test_m1_steps_days_fee_and_visits_are_shown_before_the_citizen_commits(at: AtCounter) -> None:
    at.keys("L1")

    facts = at.page.item_step.facts

    assert at.form.item_code == ""
    assert facts.figure("statutory").startswith("20")
    assert facts.figure("committed").startswith("5")
    assert facts.figure("materials").startswith("6")
    assert facts.figure("visits") == "1 times"
    assert facts.figure("fee")
    assert facts.isVisible()


def test_m2_what_is_not_in_the_catalogue_cannot_be_chosen(at: AtCounter) -> None:
    at.keys("jbcbcbcb", ENTER)

    assert at.step() is Step.ITEM
    assert at.page.item_step.referrals.isVisible()


def test_m2_a_referral_names_the_authority_and_cannot_be_taken_in(at: AtCounter) -> None:
    catalogue = at.page.presenter.state.desk.catalogue
    assert catalogue is not None
    referral = catalogue.referrals[0]

    at.keys(referral.matter, ENTER)

    assert referral.authority in at.page.item_step.referrals.text()
    assert at.step() is Step.ITEM or at.form.item_code in {item.code for item in catalogue.items}


def test_m2_a_suspended_item_says_why_it_cannot_be_chosen(at: AtCounter) -> None:
    at.keys("S1", ENTER)

    assert at.step() is Step.ITEM
    assert "暂停办理事项" in at.page.item_step.fault.text()


def test_m2_a_key_that_the_catalogue_does_not_allow_changes_nothing_and_says_why(at: AtCounter) -> None:
    at.at_materials().keys(Key.Key_4)

    strip = at.page.material_step.strip
    assert strip.told.isVisible()
    assert strip.told.text() == "目录没有把这份材料列为可容缺。"
    assert at.page.presenter.material_rows()[0].state is MaterialState.UNCHECKED
    assert at.page.material_step.keys[4].property("dim") == "true"


@pytest.mark.parametrize(
    ("code", "kind", "authority"),
    [
        ("L1", AcceptanceNotice, HALL.authority),
        ("D1", AcceptanceNotice, "示例县林业局"),
        ("C1", MaterialsReceipt, HALL.name),
    ],
)
def test_m3_the_paper_is_in_the_name_of_whoever_may_decide(
    at: AtCounter, code: str, kind: type[AcceptanceNotice | MaterialsReceipt], authority: str
) -> None:
    at.at_materials(code).all_complete().keys(ENTER).conclude().close_paper()

    paper = paper_of(at)

    assert isinstance(paper, kind)
    assert paper.head.authority == authority


def test_m3_where_the_window_only_collects_acceptance_is_not_offered(at: AtCounter) -> None:
    at.at_materials("C1").all_complete().keys(ENTER)

    assert at.page.conclusion_step.outcomes() == [Outcome.RECEIVE]


def test_m4_materials_that_need_not_be_brought_are_counted(at: AtCounter) -> None:
    at.at_materials().keys(Key.Key_1, Key.Key_6, Key.Key_5)

    assert "2" in at.page.summary.saved.text()
    assert at.page.material_step.progress.text().endswith("2")


def test_m5_one_notice_names_everything_that_is_wrong_and_why(at: AtCounter) -> None:
    at.at_materials()
    at.keys(Key.Key_3, Key.Key_2)  # faulty: the second common defect
    at.keys(Key.Key_2)  # missing
    at.keys(Key.Key_3, "盖章不清", ENTER)  # faulty, typed
    at.keys(Key.Key_1, Key.Key_1).keys(ENTER).conclude(*_digit(at, Outcome.REQUEST_CORRECTION)).close_paper()

    paper = paper_of(at)

    assert isinstance(paper, CorrectionNotice)
    assert [line.name for line in paper.to_correct] == ["申请表", "居民身份证", "困难证明"]
    notes = [line.note for line in paper.to_correct]
    assert "没有签名" in notes[0]
    assert "盖章不清" in notes[2]
    assert at.case().state is CaseState.CORRECTING


def _digit(at: AtCounter, outcome: Outcome) -> list[Any]:
    number = at.page.conclusion_step.outcomes().index(outcome) + 1
    return [Key(Key.Key_0 + number)]


def test_m5_unchecked_rows_forbid_the_notice(at: AtCounter) -> None:
    at.at_materials().keys(Key.Key_2, ENTER)

    assert Outcome.REQUEST_CORRECTION not in at.page.conclusion_step.outcomes()


@pytest.mark.parametrize(
    ("answer", "outcome", "state"),
    [(Key.Key_2, Outcome.NOT_REQUIRED, CaseState.NOT_REQUIRED), (Key.Key_3, Outcome.REFUSE, CaseState.REFUSED)],
)
def test_m6_an_answer_that_decides_leads_to_its_one_lawful_outcome(
    at: AtCounter, answer: Any, outcome: Outcome, state: CaseState
) -> None:
    at.choose("L1").person().keys(answer)
    assert at.page.situation_step.effect.isVisible()
    at.keys(ENTER)
    assert at.page.conclusion_step.outcomes() == [outcome]

    at.conclude().close_paper()

    assert at.case().state is state


def test_m6_only_lawful_outcomes_are_offered(at: AtCounter) -> None:
    at.at_materials().all_complete().keys(ENTER)

    assert at.page.conclusion_step.outcomes() == [Outcome.ACCEPT, Outcome.RECEIVE]


def test_m6_a_number_that_is_not_offered_does_nothing(at: AtCounter) -> None:
    at.at_materials().all_complete().keys(ENTER, Key.Key_9)

    assert at.step() is Step.CONCLUSION
    assert at.form.outcome == ""


def test_m7_the_due_day_counts_working_days_from_the_day_after(at: AtCounter) -> None:
    """行政许可法 82, 民法典 201: accepted on Monday 23 November, five working days end on Monday the 30th."""
    at.at_materials().all_complete().keys(ENTER)
    assert "2026-11-30" in at.page.conclusion_step.offers[0].day.text()

    at.conclude(Key.Key_1).close_paper()

    assert at.case().committed_due_on == date(2026, 11, 30)


def test_m7_a_year_without_a_calendar_is_told_and_nothing_typed_is_lost(at: AtCounter) -> None:
    at.hall.clock.moment = datetime(2031, 3, 3, 2, 0, tzinfo=UTC)
    at.page.opening.load()
    at.settle()
    at.at_materials().all_complete().keys(ENTER)
    went: list[Any] = []
    at.page.navigate.connect(went.append)

    assert "2031" in at.page.conclusion_step.calendar_text.text()
    at.conclude()
    assert at.page.presenter.state.taken is None
    assert at.page.conclusion_step.fault.isVisible()
    assert at.form.name == "王示例"

    at.page.conclusion_step.calendar_key.click()
    assert [(goto.page, goto.argument) for goto in went] == [("settings", "calendar")]


def test_m17_a_case_goes_from_the_door_to_the_paper_without_any_network(
    at: AtCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: Any, **_kwargs: Any) -> Any:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    at.at_materials().all_complete().keys(ENTER).conclude(Key.Key_1).close_paper()

    assert at.case().state is CaseState.ACCEPTED
    assert isinstance(paper_of(at), AcceptanceNotice)


def test_an_item_that_is_only_asked_about_prints_the_one_time_notice_without_a_name(at: AtCounter) -> None:
    at.choose("A9")
    assert at.page.conclusion_step.outcomes() == [Outcome.INFORM]

    at.conclude().close_paper()

    taken = at.page.presenter.state.taken
    assert taken is not None
    assert taken.case_number == ""
    assert len(taken.papers) == 1
