"""The section of the settings where the office's seal is set."""

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from desktop.domain.people import ClerkRole
from desktop.services import seal
from tests.seal_samples import HOLDER, PASSWORD, picture, signing_file
from tests.ui.case_fixtures import Hall, clock, hall, published  # noqa: F401 - fixtures
from tests.ui.conftest import settle
from ui.pages.page import Goto
from ui.pages.settings_seal import SealSection


@pytest.fixture
def section(qtbot: Any, window: Any, hall: Hall) -> Any:  # noqa: F811
    window.goto(Goto("settings", "seal"))
    settle(qtbot, hall)
    return window.page.section("seal")


@pytest.fixture
def files(tmp_path: Any) -> Any:
    (tmp_path / "seal.png").write_bytes(picture())
    (tmp_path / "seal.p12").write_bytes(signing_file())
    return tmp_path


def kept(hall: Hall) -> Any:  # noqa: F811
    with hall.counter.store.read() as reader:
        return seal.in_force(reader, at=hall.counter.clock.now())


def set_image(qtbot: Any, hall: Hall, section: Any, files: Any) -> None:  # noqa: F811
    section.ask_image = lambda: str(files / "seal.png")
    section.image.click()
    settle(qtbot, hall)
    settle(qtbot, hall)


def set_certificate(qtbot: Any, hall: Hall, section: Any, files: Any, password: str) -> None:  # noqa: F811
    section.ask_certificate = lambda: str(files / "seal.p12")
    section.file.click()
    section.password.setText(password)  # Chinese letters: no keys
    qtbot.keyClick(section.password, Qt.Key.Key_Return)
    settle(qtbot, hall)
    settle(qtbot, hall)


def test_without_a_seal_the_room_for_the_wet_one_stays(section):
    assert "实物印章" in section.now.text()
    assert section.preview.isHidden()
    assert section.password_field.isHidden()


def test_a_picture_alone_is_told_to_be_no_electronic_seal(qtbot, hall, section, files):  # noqa: F811
    set_image(qtbot, hall, section, files)

    assert "不算电子印章" in section.now.text()
    assert not section.preview.isHidden()
    assert kept(hall) is None


def test_with_both_papers_are_sealed_and_the_password_is_gone_from_the_screen(qtbot, hall, section, files):  # noqa: F811
    set_image(qtbot, hall, section, files)
    set_certificate(qtbot, hall, section, files, PASSWORD)

    assert HOLDER in section.now.text()
    assert kept(hall) is not None
    assert section.password.text() == ""


def test_a_wrong_password_is_told_beside_its_entry_and_nothing_is_kept(qtbot, hall, section, files):  # noqa: F811
    set_image(qtbot, hall, section, files)
    set_certificate(qtbot, hall, section, files, "wrong")

    assert section.password_field.error
    assert kept(hall) is None


def test_a_file_that_is_gone_is_told(qtbot, window, hall, section, files):  # noqa: F811
    (files / "seal.png").unlink()
    set_image(qtbot, hall, section, files)

    assert "seal.png" in window.status.notice.text()


def test_the_seal_can_be_taken_away(qtbot, hall, section, files):  # noqa: F811
    set_image(qtbot, hall, section, files)
    set_certificate(qtbot, hall, section, files, PASSWORD)
    section.remove.click()
    settle(qtbot, hall)
    settle(qtbot, hall)

    assert kept(hall) is None
    assert not section.remove.isEnabled()


def test_a_clerk_who_is_not_the_lead_can_only_look(qtbot, hall):  # noqa: F811
    lead = hall.context.session.clerk
    hall.context.session = replace(hall.context.session, clerk=replace(lead, role=ClerkRole.CLERK))
    looked_at = SealSection(hall.context)
    qtbot.addWidget(looked_at)

    assert not any(button.isEnabled() for button in (looked_at.image, looked_at.file, looked_at.remove))
