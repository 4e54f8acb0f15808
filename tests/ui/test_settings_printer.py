"""Settings of the printer by keys: kind, address, paper, test sheet; what goes wrong is said in words."""

import pytest
from PySide6.QtCore import Qt

from printing.devices import Printer, PrinterProblem, PrinterState
from tests.printing.device_reading import read_escp, read_escpos
from tests.ui.case_fixtures import behind, clock, hall, published, until
from ui.pages.settings_device import KINDS
from ui.pages.settings_printer import PrinterSection

__all__ = ["behind", "clock", "hall", "published"]


@pytest.fixture
def said():
    """What the section says in the status bar."""
    return []


@pytest.fixture
def section(qtbot, hall, behind, said, monkeypatch):
    """The section as the clerk opens it."""
    monkeypatch.setattr("ui.pages.settings_printer.printers", lambda: list(hall.tray.known))
    made = PrinterSection(hall.context)
    made.notice.connect(said.append)
    made.setParent(behind)
    made.show()
    made.opened()
    until(qtbot, lambda: made.list.count() > 0)
    return made


def choose(qtbot, section, kind, address):
    section.device.kind.setCurrentIndex(KINDS.index(kind))
    section.device.address.clear()
    qtbot.keyClicks(section.device.address, address)
    qtbot.keyClick(section.device.address, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("kind", "address", "device", "paper"),
    [
        ("escpos:tcp://", "192.168.1.50", "escpos:tcp://192.168.1.50:9100", "80mm-slip"),
        ("escpos:usb:", "04B8:0E15", "escpos:usb:04b8:0e15", "80mm-slip"),
        ("escpos:serial:", "/dev/ttyUSB0@19200", "escpos:serial:/dev/ttyUSB0@19200", "80mm-slip"),
        ("escp:file:", "/dev/usb/lp0", "escp:file:/dev/usb/lp0", "241x140"),
    ],
)
def test_a_device_is_chosen_by_kind_and_address_and_gets_its_paper(qtbot, hall, section, kind, address, device, paper):
    choose(qtbot, section, kind, address)

    assert (hall.context.settings.printer, hall.context.settings.paper_format) == (device, paper)
    assert section.paper.currentData() == paper
    until(qtbot, lambda: section.list.currentItem() is not None and section.list.currentItem().data(256) == device)


def test_an_address_that_cannot_be_read_is_said_beside_the_field(qtbot, hall, section):
    choose(qtbot, section, "escpos:usb:", "04b8")

    assert "04b8:0e15" in section.device.address_field.error
    assert hall.context.settings.printer == ""


def test_the_paper_is_kept_and_a_printer_that_cannot_have_it_goes_back_to_its_own(qtbot, hall, section):
    section.paper.setCurrentIndex(section.paper.findData("A5"))
    section.paper.activated.emit(section.paper.currentIndex())
    assert hall.context.settings.paper_format == "A5"

    choose(qtbot, section, "escpos:tcp://", "slip.hall")
    section.paper.setCurrentIndex(section.paper.findData("A4"))
    section.paper.activated.emit(section.paper.currentIndex())

    assert hall.context.settings.paper_format == "80mm-slip"


def test_back_on_a_laser_printer_the_paper_is_a4(qtbot, hall, section, tmp_path):
    choose(qtbot, section, "escpos:tcp://", "slip.hall")
    section.ask_folder = lambda: str(tmp_path)

    section.folder.click()

    assert (hall.context.settings.printer, hall.context.settings.paper_format) == (f"file:{tmp_path}", "A4")


@pytest.mark.parametrize(("kind", "read"), [("escpos:file:", read_escpos), ("escp:file:", read_escp)])
def test_a_test_sheet_is_a_sample_and_stands_in_no_ledger(qtbot, hall, section, tmp_path, kind, read):
    choose(qtbot, section, kind, str(tmp_path / "lp0"))

    section.test.click()
    until(qtbot, lambda: bool(hall.tray.sent) and section.test.isEnabled())

    out = read(hall.tray.sent[0])
    assert "示例" in out.text
    assert "受理通知书" in out.text
    with hall.counter.store.read() as reader:
        assert reader.papers_waiting() == []


def test_a_test_sheet_that_does_not_get_through_is_told_in_words(qtbot, hall, section, said):
    hall.tray.known = [Printer("Counter", PrinterState.READY, is_default=True)]
    hall.tray.problem = PrinterProblem("printer_no_paper", device="Counter")

    section.test.click()
    until(qtbot, section.test.isEnabled)

    assert "缺纸" in said[-1].text


def test_without_any_printer_the_test_sheet_says_so(qtbot, hall, section, said):
    section.test.click()
    until(qtbot, section.test.isEnabled)

    assert "没有可用的打印机" in said[-1].text
