"""The tab of scanned pages on the case page: how far each page has come, added later, removed with a reason, copied."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from desktop import capture
from desktop.capture import Target
from desktop.domain.events import ScanRemoved
from tests.ui.case_fixtures import Hall, behind, clock, hall, press, published, until, visit
from tests.ui.test_scans import picture
from ui.dialogs import print_file
from ui.pages.case_page import CasePage

__all__ = ["behind", "clock", "hall", "published", "visit"]

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def case_id(hall: Hall, tmp_path: Path) -> str:
    """A case with two pages of its first material."""
    target = Target("01234567-89ab-7def-8123-000000000001", "m1")
    for name, shade in (("a.png", 20), ("b.png", 150)):
        content = picture(tmp_path, name, shade).read_bytes()
        capture.capture(hall.counter.store, hall.session, target, content, name=name)
    return hall.take_in().case_id


def rest(qtbot, hall):
    until(qtbot, lambda: hall.context.tasks.pending == 0)


def open_tab(qtbot, hall, visit, case_id) -> CasePage:
    page: CasePage = visit(CasePage, f"{case_id}#scans")
    rest(qtbot, hall)
    return page


def test_every_page_says_how_far_it_has_come(qtbot, hall, visit, case_id):
    page = open_tab(qtbot, hall, visit, case_id)
    tab = page.scans.tab

    rows = {row.name: (len(row.pages), row.word) for row in tab.model.rows()}
    assert rows["申请表"] == (2, "待发")
    assert rows["照片"] == (0, "")
    assert tab.said.text().startswith("第1页，共2页")
    assert tab.said.text().endswith("待发")


def test_a_page_is_added_to_a_case_that_is_open(qtbot, hall, visit, case_id, tmp_path, monkeypatch):
    page = open_tab(qtbot, hall, visit, case_id)
    monkeypatch.setattr(page.scans, "ask_files", lambda: [str(picture(tmp_path, "later.png", 90))])
    press(qtbot, page, Key.Key_Down)

    press(qtbot, page, Key.Key_Insert)
    until(qtbot, lambda: page.scans.desk.files == 0)
    rest(qtbot, hall)

    with hall.counter.store.read() as reader:
        case = reader.case(case_id)
    assert case is not None
    assert [scan.material_code for scan in case.scans] == ["m1", "m1", "m2"]
    assert len(page.scans.tab.model.rows()[1].pages) == 1


def test_a_page_is_removed_with_a_reason_only(qtbot, hall, visit, case_id):
    page = open_tab(qtbot, hall, visit, case_id)
    press(qtbot, page, Key.Key_Right)
    press(qtbot, page, Key.Key_Delete)

    press(qtbot, page, Key.Key_Return)
    assert page.scans.tab.field.isVisible()
    page.scans.tab.entry.setText("放错材料")
    press(qtbot, page, Key.Key_Return)
    rest(qtbot, hall)

    with hall.counter.store.read() as reader:
        removed = [line.event for line in reader.lines_of(case_id) if isinstance(line.event, ScanRemoved)]
    assert [event.reason for event in removed] == ["放错材料"]
    until(qtbot, lambda: len(page.scans.tab.model.rows()[0].pages) == 1)


def test_a_page_whose_file_is_gone_says_so(qtbot, hall, visit, case_id):
    with hall.counter.store.read() as reader:
        sha256 = reader.filed_scans(case_id)[0].scan.sha256
    (hall.counter.profile / "scans" / sha256[:2] / sha256).unlink()
    page = open_tab(qtbot, hall, visit, case_id)

    press(qtbot, page, Key.Key_Space)
    viewer = page.scans.viewer
    assert viewer is not None
    until(qtbot, lambda: viewer.told.isVisible())

    assert "本机没有这一页的文件" in viewer.told.text()
    qtbot.keyClick(viewer, Key.Key_Escape)


def test_m14_a_copy_goes_out_under_the_mark_of_its_grade(qtbot, hall, visit, case_id, tmp_path, monkeypatch):
    page = open_tab(qtbot, hall, visit, case_id)
    target = tmp_path / "copy.pdf"
    monkeypatch.setattr(print_file, "ask", lambda dialog, answer: (dialog.deleteLater(), answer(str(target))))

    press(qtbot, page, Key.Key_Space)
    viewer = page.scans.viewer
    assert viewer is not None
    qtbot.keyClick(viewer, Key.Key_E)
    until(qtbot, target.exists)

    document = pypdfium2.PdfDocument(target)
    assert len(document) == 1
    assert document.get_metadata_value("Title") == "原件待核对，仅供办理林木采伐许可（示例）使用"
    document.close()
    qtbot.keyClick(viewer, Key.Key_Escape)
