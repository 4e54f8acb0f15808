"""The scanner's folder: a file is taken once, when it is whole, for the row that had the keyboard when it appeared."""

import pytest

from desktop import scan_folder
from desktop.problems import FileMissing
from desktop.scan_folder import Found, Watch

SMALL, GROWN = Found(10, 1), Found(20, 2)


def test_a_file_is_whole_when_two_looks_find_it_the_same():
    watch = Watch({})

    assert watch.step({"a.jpg": SMALL}, "m1") == []
    assert watch.step({"a.jpg": GROWN}, "m1") == []
    assert watch.is_waiting is True
    assert watch.step({"a.jpg": GROWN}, "m1") == [("a.jpg", "m1")]
    assert watch.step({}, "m1") == []
    assert watch.step({"a.jpg": GROWN}, "m1") == []


def test_a_file_goes_where_the_keyboard_was_when_it_appeared():
    watch = Watch({})
    watch.step({"a.jpg": SMALL}, "m1")

    assert watch.step({"a.jpg": SMALL}, "m2") == [("a.jpg", "m1")]


def test_what_lay_there_before_is_nobodys():
    watch = Watch({"yesterday.jpg": SMALL})

    assert [watch.step({"yesterday.jpg": SMALL}, "m1") for _ in range(3)] == [[], [], []]


def test_a_scanner_that_writes_the_same_name_again_gives_another_page():
    watch = Watch({"scan.jpg": SMALL})
    watch.step({"scan.jpg": GROWN}, "m1")

    assert watch.step({"scan.jpg": GROWN}, "m1") == [("scan.jpg", "m1")]


def test_an_empty_file_is_waited_for():
    watch = Watch({})
    empty = Found(0, 1)

    assert [watch.step({"a.jpg": empty}, "m1") for _ in range(4)] == [[], [], [], []]


def test_hidden_and_half_named_files_and_folders_are_left_out(tmp_path):
    for name in (".a.jpg", "~b.jpg", "c.jpg.part", "d.tmp", "Thumbs.db", "e.jpg"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "taken").mkdir()

    assert set(scan_folder.look(tmp_path)) == {"e.jpg"}


def test_a_folder_that_is_gone_is_said_to_be(tmp_path):
    with pytest.raises(FileMissing):
        scan_folder.look(tmp_path / "unplugged")


def test_a_taken_file_lies_beside_and_overwrites_none(tmp_path):
    for text in ("first", "second"):
        path = tmp_path / "scan.jpg"
        path.write_text(text)
        scan_folder.move_taken(path)

    assert sorted(path.name for path in (tmp_path / "taken").iterdir()) == ["scan-2.jpg", "scan.jpg"]
    assert (tmp_path / "taken/scan.jpg").read_text() == "first"
