"""A stick against its lists: what is missing, spoilt, unlisted, unfinished, signed by nobody known."""

import asyncio
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.sync import layout
from desktop.sync.faults import FileFault
from desktop.sync.package import FOLDER
from desktop.sync.package_list import PackageCheck, check_package, listed, read_list, write_list
from desktop.sync.signed import new_signing_key
from tests.sync.memory_carrier import MemoryCarrier
from tests.sync.package.window import AT_MS, HALL, Window, tree, write


@pytest.fixture(scope="module")
def author() -> Window:
    made = Window()
    made.add_pages(70_000, 300_000)
    return made


@pytest.fixture(scope="module")
def stick(author: Window, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a whole package."""
    folder = tmp_path_factory.mktemp("stick")
    write(author, folder)
    return tree(folder / FOLDER)


def checked(files: dict[str, bytes], *windows: Window) -> PackageCheck:
    keys = {window.origin: window.keys[1] for window in windows}
    return asyncio.run(check_package(MemoryCarrier(files), HALL, key_of=keys.get))


def kinds(files: dict[str, bytes], kind: str) -> list[str]:
    return sorted(name for name in files if f"/{kind}/" in name)


def test_a_whole_package_is_whole(author, stick):
    found = checked(stick, author)

    assert found.is_whole
    assert list(found.sound) == sorted(kinds(stick, "seg") + kinds(stick, "blob"))


@given(chance=st.randoms(use_true_random=False))
def test_a_flipped_bit_in_any_file_is_named(author, stick, chance: random.Random):
    name = chance.choice(sorted(name for name in stick if "/inbox/" not in name))
    raw = bytearray(stick[name])
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)

    found = checked(stick | {name: bytes(raw)}, author)

    assert not found.is_whole
    assert name in found.spoilt or [fault.fields["name"] for fault in found.faults] == [name]


@given(chance=st.randoms(use_true_random=False))
def test_a_file_cut_off_anywhere_is_named(author, stick, chance: random.Random):
    name = chance.choice(kinds(stick, "seg") + kinds(stick, "blob"))

    found = checked(stick | {name: stick[name][: chance.randrange(len(stick[name]))]}, author)

    assert found.spoilt == (name,)


def test_a_missing_file_is_named(author, stick):
    name = kinds(stick, "blob")[0]

    found = checked({other: body for other, body in stick.items() if other != name}, author)

    assert found.missing == (name,)


def test_a_package_without_its_list_is_unfinished_and_says_whose(author, stick):
    found = checked({name: body for name, body in stick.items() if "/list/" not in name}, author)

    assert found.unfinished == (author.origin,)
    assert not found.is_whole


def test_a_file_that_no_list_names_is_told(author, stick):
    more = layout.segment(author.origin, 99, AT_MS)

    found = checked(stick | {more: b"who wrote this"}, author)

    assert (found.unlisted, found.unfinished) == ((more,), ())


def test_the_list_of_a_window_that_nobody_approved_is_told_and_the_files_stay(author, stick):
    found = checked(stick)

    assert [fault.key for fault in found.faults] == ["unknown_signer"]
    assert set(found.unlisted) == {*kinds(stick, "seg"), *kinds(stick, "blob")}


def test_a_list_signed_by_another_is_told(author, stick):
    stranger = Window(keys=new_signing_key())

    found = checked(stick, stranger)

    assert [fault.key for fault in found.faults] == ["signature_wrong"]


def test_a_list_under_the_name_of_another_window_is_told(author, stick):
    (name,) = kinds(stick, "list")
    neighbour = f"{HALL}-03-ffffffff"
    moved = name.replace(author.origin, neighbour)

    found = asyncio.run(check_package(MemoryCarrier({moved: stick[name]}), HALL, key_of=lambda _: author.keys[1]))

    assert [fault.key for fault in found.faults] == ["misplaced"]


@pytest.mark.parametrize("foreign", ["ev-460000/seg/x", "city-450000/HEAD.json", f"ev-{HALL}/../../etc/passwd", ""])
def test_a_list_that_names_files_of_others_does_not_hold(author, foreign):
    name = layout.package_list(author.origin, AT_MS)
    raw = write_list(author.origin, [listed(foreign, b"")], at_ms=AT_MS, sign=author.sign)

    with pytest.raises(FileFault) as refused:
        read_list(raw, name=name, key_of=lambda _: author.keys[1])

    assert refused.value.key == "misplaced"


def test_of_two_lists_the_later_counts(author, stick):
    name = kinds(stick, "seg")[0]
    written_anew = stick[name] + b"again"
    later = layout.package_list(author.origin, AT_MS + 60_000)
    made = write_list(author.origin, [listed(name, written_anew)], at_ms=AT_MS + 60_000, sign=author.sign)

    found = checked(stick | {name: written_anew, later: made}, author)

    assert found.is_whole


def test_another_halls_files_are_no_business_of_this_one(author, stick):
    other = Window(origin="460000-01-12345678").files

    assert checked(stick | other, author).is_whole


@settings(max_examples=8)  # each writes some thirty files for good
@given(order=st.permutations(range(4)))
def test_packages_of_several_windows_written_in_any_order_are_all_whole(order, tmp_path_factory):
    folder = tmp_path_factory.mktemp("stick")
    windows = [Window(origin=f"{HALL}-{number:02d}-0000000{number}", entries=2) for number in range(3)]

    for number in order:  # the first window writes twice
        write(windows[number % 3], folder, at_ms=AT_MS + 1000 * number)

    assert checked(tree(folder / FOLDER), *windows).is_whole
