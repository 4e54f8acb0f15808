"""Names that every file system and every object store keeps as they are."""

import pytest

from desktop.sync import layout
from desktop.sync.carriers.names import check_prefix, is_name, may_hold

ORIGIN = "450000-1-0a1b2c3d"
AT_MS = 1_795_000_000_000


@pytest.mark.parametrize(
    "name",
    [
        layout.segment(ORIGIN, 1, AT_MS),
        layout.answer("450000", 1, AT_MS),
        layout.chunk(ORIGIN, AT_MS, "a" * 64, 99_999_999),
        layout.pointer(ORIGIN, AT_MS),
        layout.join(ORIGIN),
        layout.package_list(ORIGIN, AT_MS),
        layout.head("450000"),
        layout.keys("450000", 1),
        layout.snapshot(1),
    ],
)
def test_every_name_of_the_layout_is_one(name):
    assert is_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/etc/passwd",
        "../up",
        "ev-A/../city-A/HEAD.json",
        "ev-A//x",
        "ev-A/.hidden",  # unfinished files of ours
        "ev-A/x.",  # FAT32 drops the dot
        "ev-A/c:x",  # neither FAT32 nor NTFS
        "ev-A/办件",
        "ev-A/x\n",
        "ev-A/a b",
        "ev-A/%2e%2e/x",
        "ev-A\\x",
        "ev-A/x/",
        f"ev-A/{'x' * 240}",
    ],
)
def test_what_a_file_system_or_a_url_would_change_is_none(name):
    assert not is_name(name)


def test_a_prefix_is_a_folder_or_the_whole_store():
    assert (check_prefix(""), check_prefix("ev-A/seg/")) == ("", "ev-A/seg/")
    with pytest.raises(ValueError, match="no prefix"):
        check_prefix("ev-A/seg")


@pytest.mark.parametrize(
    ("after", "holds"),
    [("", True), ("ev-A/a", True), ("ev-A/seg/x", True), ("ev-A/seg0", False), ("ev-A/seg-x", True), ("ev-B/", False)],
)
def test_a_folder_is_left_out_only_if_all_in_it_sorts_before(after, holds):
    assert may_hold("ev-A/seg/", after=after) is holds
