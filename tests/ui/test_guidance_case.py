"""On the case page and in the catalogue by real keys: policies of the applicant (M21), intermediaries (M12)."""

import msgspec
import pytest
from PySide6.QtCore import Qt

from desktop.catalogue_files.sample import load_sample
from desktop.domain.events import IntermediaryChosen, PolicyShown
from desktop.domain.intermediary import HowChosen, is_repeatable
from desktop.domain.papers_guidance import IntermediarySlip
from tests.builders import item
from tests.ui.case_fixtures import behind, clock, hall, press, until, visit
from ui.pages.case_page import CasePage
from ui.pages.catalogue_page import CataloguePage
from ui.pages.intermediary_dialog import IntermediaryDialog, ServiceView

__all__ = ["behind", "clock", "hall", "visit"]

Alt = Qt.KeyboardModifier.AltModifier
SAMPLE = load_sample()


@pytest.fixture
def published():
    needy = item(intermediary_services=("测绘", "水土保持方案"))
    return msgspec.structs.replace(SAMPLE, division="450000", items=(needy, *SAMPLE.items))


def active(qtbot, widget):
    widget.windowHandle().requestActivate()  # shortcuts are heard in an active window only
    until(qtbot, widget.isActiveWindow)


def case_page(qtbot, hall, visit, behind):
    taken = hall.take_in()
    page = visit(CasePage, taken.case_id)
    until(qtbot, lambda: page.loaded is not None)
    active(qtbot, behind)
    return page, taken.case_id


def opened(qtbot, page, flow, key):
    press(qtbot, page, key, Alt)
    until(qtbot, lambda: flow.dialog is not None)
    active(qtbot, flow.dialog)
    return flow.dialog


def events(hall, case_id, kind):
    with hall.counter.store.read() as reader:
        return [line.event for line in reader.lines_of(case_id) if isinstance(line.event, kind)]


def slip_on_the_desk(qtbot, hall):
    until(qtbot, lambda: hall.context.printer.dialog is not None)
    dialog = hall.context.printer.dialog
    until(qtbot, lambda: dialog.view.page_count > 0)
    with hall.counter.store.read() as reader:
        slip = reader.paper(dialog.flow.view.number)
    dialog.reject()
    until(qtbot, lambda: hall.context.printer.dialog is None)
    return slip


def test_m21_alt_p_tells_what_fits_the_applicant_of_a_case_and_it_is_on_record(qtbot, hall, visit, behind):
    page, case_id = case_page(qtbot, hall, visit, behind)

    dialog = opened(qtbot, page, page.guidance.policies, Qt.Key.Key_P)
    names = [dialog.panel.list.item(row).text() for row in range(dialog.panel.list.count())]
    assert any("创业担保贷款" in name for name in names)
    assert dialog.heading.text().startswith("王示例")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    until(qtbot, lambda: bool(events(hall, case_id, PolicyShown)))
    assert "创业担保贷款贴息（示例）" in [policy.name for policy in events(hall, case_id, PolicyShown)[0].policies]


def test_m12_a_lot_is_drawn_when_the_applicant_wants_it_and_the_slip_repeats_it(qtbot, hall, visit, behind):
    page, case_id = case_page(qtbot, hall, visit, behind)
    dialog = opened(qtbot, page, page.guidance.intermediaries, Qt.Key.Key_I)
    assert dialog.list.count() == 3
    assert "the applicant decides" in dialog.free.text()

    qtbot.keyClick(dialog.list, Qt.Key.Key_L)

    slip = slip_on_the_desk(qtbot, hall)
    (event,) = events(hall, case_id, IntermediaryChosen)
    assert event.how is HowChosen.LOT
    assert is_repeatable(event.seed, event.candidates, event.chosen)
    assert isinstance(slip, IntermediarySlip)
    assert (slip.seed, slip.chosen.code) == (event.seed, event.chosen.code)


def test_m12_enter_is_a_free_choice_and_n_takes_nobody_each_said_in_the_dialog(qtbot, hall, visit, behind):
    page, case_id = case_page(qtbot, hall, visit, behind)
    dialog = opened(qtbot, page, page.guidance.intermediaries, Qt.Key.Key_I)
    qtbot.keyClick(dialog.list, Qt.Key.Key_2)
    assert (dialog.view().service, dialog.list.count()) == ("水土保持方案", 0)
    assert "Nobody on the register" in dialog.detail.text()
    assert not dialog.lot_button.isEnabled()

    qtbot.keyClick(dialog.list, Qt.Key.Key_N)
    until(qtbot, lambda: bool(dialog.recorded.text()))
    qtbot.keyClick(dialog.list, Qt.Key.Key_1)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    slip = slip_on_the_desk(qtbot, hall)
    assert (slip.how, slip.chosen.name, slip.seed) == ("自主选择", "百色示例地理信息队", "")
    assert [(event.service, event.how) for event in events(hall, case_id, IntermediaryChosen)] == [
        ("水土保持方案", HowChosen.NONE),
        ("测绘", HowChosen.FREE),
    ]


def test_m12_who_only_asks_in_the_catalogue_may_choose_too_and_an_item_without_services_offers_nothing(
    qtbot, hall, visit, behind
):
    page = visit(CataloguePage)
    until(qtbot, lambda: page.shelf is not None)
    active(qtbot, behind)
    page.items.entry.setText("高龄津贴")
    assert not page.intermediary_button.isVisibleTo(page)

    page.items.entry.setText("临时用地")
    dialog = opened(qtbot, page, page.intermediaries, Qt.Key.Key_I)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    slip = slip_on_the_desk(qtbot, hall)
    assert slip.head.item_name == "临时用地审批"
    assert slip.head.case_number == ""


def test_without_a_register_enter_and_l_do_nothing(qtbot):
    dialog = IntermediaryDialog("示例事项", [ServiceView("测绘", ())])
    qtbot.addWidget(dialog)
    wishes: list[object] = []
    dialog.wished.connect(wishes.append)

    dialog.list.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_9):
        qtbot.keyClick(dialog.list, key)
    dialog.show_fault("示例")

    assert wishes == []
    assert dialog.fault.text() == "示例"
