"""Pages at the list of materials: added by key, drop, paste and the camera's folder; seen, removed, brought back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.case_fixtures import behind, hall, until
from tests.ui.intake_fixtures import AtCounter, at, clock, look, published, sample
from ui.pages.intake.material_table import MaterialColumn
from ui.widgets.thumbnail_viewer import PageViewer

__all__ = ["at", "behind", "clock", "hall", "look", "published", "sample"]

Key = Qt.Key


def picture(folder: Path, name: str, shade: int = 90) -> Path:
    image = Image.new("L", (60, 84), 255)
    image.paste(shade, (5, 5, 40, 20))
    path = folder / name
    image.save(path)
    return path


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def choose(at: AtCounter, monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """S, and the dialog gives these files."""
    monkeypatch.setattr(at.page.scans, "ask_files", lambda: [str(path) for path in paths])
    at.keys(Key.Key_S)
    wait(at)


def wait(at: AtCounter) -> None:
    """Until no page is being shrunk and none is being read."""
    until(at.qtbot, lambda: at.page.scans.desk.files == 0 and at.hall.context.tasks.pending == 0)


def chip(at: AtCounter, row: int) -> str:
    model = at.page.material_step.model
    return str(model.index(row, MaterialColumn.SCANS).data())


def told(at: AtCounter) -> str:
    return at.page.material_step.strip.told.text()


def shown(at: AtCounter) -> int:
    return at.page.material_step.strip.scans.pages.count()


def viewer(at: AtCounter) -> PageViewer:
    hand = at.page.material_step.hand
    assert hand is not None
    assert hand.viewer is not None
    return hand.viewer


def drop(target: QWidget, point: QPoint, data: QMimeData) -> None:
    """As the window system drops: enter, then let go."""
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(point, copy, data, left, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(point), copy, data, left, none))


def test_pages_from_files_are_counted_on_their_row_and_come_back_after_a_restart(at, tmp_path, monkeypatch):
    at.at_materials()
    choose(at, monkeypatch, picture(tmp_path, "a.png"), picture(tmp_path, "b.png", 30))

    assert (chip(at, 0), chip(at, 1), shown(at)) == ("2 p.", "", 2)
    at.keys(Key.Key_Down)
    assert shown(at) == 0

    at.page.scans.follow("another")
    at.page.scans.follow(at.form.case_id)
    wait(at)
    assert chip(at, 0) == "2 p."


def test_pages_go_with_the_case(at, tmp_path, monkeypatch):
    at.at_materials()
    choose(at, monkeypatch, picture(tmp_path, "a.png"))

    at.all_complete().keys(Key.Key_Return).conclude().close_paper()

    assert [(scan.material_code, scan.name) for scan in at.case().scans] == [("m1", "a.png")]


def test_a_picture_is_pasted_and_a_clipboard_without_one_says_so(at):
    at.at_materials()
    image = QImage(60, 84, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    QGuiApplication.clipboard().setImage(image)
    at.keys(Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    wait(at)
    assert chip(at, 0) == "1 p."

    QGuiApplication.clipboard().setText("no picture")
    at.keys(Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)

    assert "剪贴板里没有图片" in told(at)


def test_files_dropped_on_a_row_go_to_that_row(at, tmp_path):
    at.at_materials()
    table = at.page.material_step.table
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture(tmp_path, "a.png")))])

    drop(table.viewport(), table.visualRect(table.model().index(2, 1)).center(), data)
    wait(at)

    assert (chip(at, 0), chip(at, 2)) == ("", "1 p.")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: folder, "这是文件夹"),
        (lambda folder: written(folder / "a.jpg", b""), "文件是空的"),
        (lambda folder: written(folder / "a.mp4", b"\0\0\0\x18ftypmp42" + bytes(60)), "这是录像"),
        (lambda folder: written(folder / "a.txt", b"words" * 20), "不是图片"),
    ],
)
def test_what_is_no_page_is_refused_in_words_beside_the_row_and_nothing_is_lost(
    at, tmp_path, monkeypatch, make: Callable[[Path], Path], words
):
    at.at_materials()
    choose(at, monkeypatch, picture(tmp_path, "sound.png"), make(tmp_path))

    assert words in told(at)
    assert chip(at, 0) == "1 p."


def test_a_page_is_seen_turned_removed_and_brought_back_by_keys(at, tmp_path, monkeypatch):
    at.at_materials()
    choose(at, monkeypatch, picture(tmp_path, "a.png"), picture(tmp_path, "b.png", 30))

    at.keys(Key.Key_Right, Key.Key_Right, Key.Key_Space)
    wait(at)
    until(at.qtbot, lambda: not viewer(at).picture.pixmap().isNull())
    assert viewer(at).at == 1
    before = at.page.scans.pages("m1")[1]
    at.qtbot.keyClick(viewer(at), Key.Key_R)
    wait(at)
    turned = at.page.scans.pages("m1")[1]
    assert (turned.scan.width_px, turned.place) == (before.scan.height_px, 2)
    at.qtbot.keyClick(viewer(at), Key.Key_Escape)

    at.keys(Key.Key_Delete)
    wait(at)
    assert chip(at, 0) == "1 p."
    at.keys(Key.Key_Escape)
    assert at.focus == "materials"
    at.keys(Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    wait(at)
    assert at.page.scans.pages("m1")[1] == turned


def test_zoom_stays_within_its_limits_and_the_pages_have_an_end(at, tmp_path, monkeypatch):
    at.at_materials()
    choose(at, monkeypatch, picture(tmp_path, "a.png"))
    at.keys(Key.Key_V)
    wait(at)
    shown_page = viewer(at)

    for _ in range(20):
        at.qtbot.keyClick(shown_page, Key.Key_Plus)
    at.qtbot.keyClick(shown_page, Key.Key_Right)

    assert (shown_page.zoom, shown_page.at) == (4.0, 0)
    at.qtbot.keyClick(shown_page, Key.Key_0)
    assert shown_page.zoom == 0
    at.qtbot.keyClick(shown_page, Key.Key_Escape)


def test_a_new_file_of_the_camera_goes_to_the_row_at_the_keyboard_and_then_aside(at, tmp_path):
    camera = tmp_path / "camera"
    camera.mkdir()
    picture(camera, "yesterday.png", 60)
    at.hall.context.settings_store.change(scan_folder=str(camera))
    at.page.scans.watch._timer.setInterval(10)
    enter_materials(at)
    until(at.qtbot, lambda: at.page.scans.watch._watch is not None)
    at.keys(Key.Key_Down)

    picture(camera, "new.png")
    until(at.qtbot, lambda: (camera / "taken" / "new.png").exists())
    until(at.qtbot, lambda: chip(at, 1) == "1 p.")

    assert (camera / "yesterday.png").exists()
    assert chip(at, 0) == ""
    at.page.hide()
    assert not at.page.scans.watch._timer.isActive()


def enter_materials(at: AtCounter) -> None:
    """As at_materials, but the watch never lets the workers rest."""
    at.choose("L1").person()
    at.keys(Key.Key_1)
    until(at.qtbot, lambda: at.page.material_step.isVisible())


def test_forty_rows_keep_their_place_when_pages_come(at, tmp_path, monkeypatch):
    at.at_materials("BIG")
    table = at.page.material_step.table
    at.keys(*[Key.Key_Down] * 30)
    at.qtbot.wait(1)  # laid out
    before = table.verticalScrollBar().value(), table.height()

    choose(at, monkeypatch, *[picture(tmp_path, f"{shade}.png", shade) for shade in (10, 90, 150)])

    assert (table.verticalScrollBar().value(), table.height()) == before
    assert chip(at, 30) == "3 p."
