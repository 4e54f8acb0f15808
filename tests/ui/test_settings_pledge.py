"""Settings of pledges, deferral and reuse, by real keys: they hold from the next pledge on, and refuse with words."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.domain.checklist import MaterialState
from desktop.domain.outcome import Outcome
from desktop.domain.papers_pledge import DeferralPledge, NoticeAndPledge
from desktop.domain.people import Clerk, Session
from desktop.services.pledge_contents import CONSEQUENCE, PUBLICATION
from desktop.services.pledge_settings import PledgeSettings, pledge_settings, set_pledge_settings
from tests.builders import COMPLETE
from tests.ui.case_fixtures import clock, hall, published
from tests.ui.conftest import settle
from tests.ui.test_settings import open_section

__all__ = ["clock", "hall", "open_section", "published"]

ENTER = Qt.Key.Key_Return


def type_over(qtbot, section, key, text):
    editor = section.fields[key].editor
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    if text.isascii():
        qtbot.keyClicks(editor, text)
    else:
        editor.setText(text)  # an input method types this
    qtbot.keyClick(editor, ENTER)


def kept(hall):
    with hall.counter.store.read() as reader:
        return pledge_settings(reader)


def sheets(hall, taken):
    with hall.counter.store.read() as reader:
        return [reader.paper(number) for number in taken.papers]


def test_m10_the_days_of_the_hall_hold_from_the_next_pledge_on(qtbot, hall, open_section):
    section = open_section("pledge")
    assert section.fields["verify_days"].editor.text() == "60"

    for key, text in (("verify_days", "30"), ("evidence_days", "90"), ("publication", ""), ("consequence", "")):
        type_over(qtbot, section, key, text)  # Enter at the last field saves
    settle(qtbot, hall)

    assert kept(hall) == PledgeSettings(verify_days=30, evidence_days=90)
    taken = hall.take_in(states={**COMPLETE, "m3": MaterialState.PLEDGED})
    with hall.counter.store.read() as reader:
        assert reader.case(taken.case_id).pledges[0].verify_by == date(2026, 12, 2)


def test_m10_the_words_of_the_hall_are_printed_on_the_pledges(qtbot, hall, open_section):
    section = open_section("pledge")

    type_over(qtbot, section, "publication", "本承诺书在政务公开栏公示10日（示例）。")
    type_over(qtbot, section, "consequence", "逾期未补齐的，按本厅规定办理（示例）")
    settle(qtbot, hall)

    states = {**COMPLETE, "m3": MaterialState.PLEDGED, "m4": MaterialState.DEFERRED}
    papers = sheets(hall, hall.take_in(Outcome.ACCEPT_DEFERRED, states=states))
    (pledge,) = (paper for paper in papers if isinstance(paper, NoticeAndPledge))
    (deferral,) = (paper for paper in papers if isinstance(paper, DeferralPledge))
    assert pledge.publication == "本承诺书在政务公开栏公示10日（示例）。"
    assert deferral.consequence == "逾期未补齐的，按本厅规定办理（示例）"


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("verify_days", "0", "1到365天"),
        ("verify_days", "366", "1到365天"),
        ("verify_days", "x", "1到365天"),
        ("evidence_days", "3651", "1到3650天"),
        ("evidence_days", "", "1到3650天"),
        ("publication", "长" * 151, "最多150字"),
        ("publication", "公示\ue863日", "U+E863"),
        ("consequence", "长" * 151, "最多150字"),
    ],
)
def test_what_is_out_of_range_stands_beside_its_field_and_nothing_is_kept(qtbot, hall, open_section, key, text, said):
    section = open_section("pledge")

    type_over(qtbot, section, key, text)
    section.save.click()
    settle(qtbot, hall)

    assert said in section.fields[key].error
    assert section.fields[key].editor.text() == text  # nothing typed is lost
    assert kept(hall) == PledgeSettings()


def test_an_empty_text_means_the_usual_sentence(qtbot, hall, open_section):
    section = open_section("pledge")

    type_over(qtbot, section, "consequence", "")
    settle(qtbot, hall)

    assert section.fields["publication"].editor.text() == PUBLICATION
    assert section.fields["consequence"].editor.text() == CONSEQUENCE


def test_only_the_lead_changes_them(hall):
    clerk = Session(clerk=Clerk(clerk_id="second", name="示例二"), window="02")

    with pytest.raises(Exception, match="lead_only"), hall.counter.store.write(clerk) as uow:
        set_pledge_settings(uow, clerk, PledgeSettings(verify_days=30))

    assert kept(hall) == PledgeSettings()
