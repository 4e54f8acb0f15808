"""A relay copies what is lacking, without a key: cut off, run again, run twice, in either direction."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sync import layout
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.package import FOLDER
from desktop.sync.package_list import check_package
from desktop.sync.problems import LineProblem
from desktop.sync.relay import Relayed, Route, relay, write_answers
from desktop.sync.relay_plan import halls_of, ordered
from desktop.sync.signed import new_signing_key
from tests.sync.faulty_carrier import FaultyCarrier, scripts
from tests.sync.memory_carrier import MemoryCarrier
from tests.sync.package import city
from tests.sync.package.window import AT_MS, HALL, Window, tree, write

LATER_MS = AT_MS + 3_600_000
MINUTE_MS = 60_000


def carried(source: MemoryCarrier, target: MemoryCarrier, **how: Any) -> Relayed:
    done = Relayed()
    asyncio.run(relay(Route(source, target, lambda: LATER_MS, **how), done))
    return done


def without_pointers(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: body for name, body in files.items() if "/inbox/" not in name}


@pytest.fixture(scope="module")
def hall_share(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a window without a line has put into the hall's shared folder; nobody writes lists there."""
    window = Window()
    window.add_pages(70_000, 300_000)
    folder = tmp_path_factory.mktemp("share")
    write(window, folder)
    return {name: body for name, body in tree(folder / FOLDER).items() if "/list/" not in name}


def test_what_the_target_lacks_goes_over_and_a_second_run_has_nothing_to_do(hall_share):
    target = MemoryCarrier()

    first = carried(MemoryCarrier(hall_share), target)
    before = dict(target.files)
    second = carried(MemoryCarrier(hall_share), target)

    assert without_pointers(target.files) == without_pointers(hall_share)
    assert (first.files, first.there, first.refused) == (5, 0, [])
    assert (second.files, second.there) == (0, 5)
    assert target.files == before


def test_the_collector_is_pointed_at_what_came_now_not_at_what_was_written_then(hall_share):
    target = MemoryCarrier()

    carried(MemoryCarrier(hall_share), target)

    origin = Window().origin
    assert [name for name in target.files if "/inbox/" in name] == [layout.pointer(origin, LATER_MS)]


def test_a_long_relay_points_again_each_minute(hall_share):
    target, clock = MemoryCarrier(), iter(range(LATER_MS, LATER_MS + 100 * MINUTE_MS, MINUTE_MS))

    asyncio.run(relay(Route(MemoryCarrier(hall_share), target, lambda: next(clock)), Relayed()))

    assert len([name for name in target.files if "/inbox/" in name]) == 3  # two batches, and the end


def test_names_of_others_and_half_files_stay_where_they_are(hall_share):
    foreign = {
        "ev-450000/seg/.part-0011": b"half",
        "holiday.jpg": b"beach",
        f"ev-{HALL}/seg/{HALL}-02-0a1b2c3d/202611/evil.exe": b"MZ",
        f"ev-{HALL}/seg/460000-02-0a1b2c3d/202611/000000000001.seg": b"another hall's origin",
    }
    target = MemoryCarrier()

    carried(MemoryCarrier(hall_share | foreign), target)

    assert target.files.keys() & foreign.keys() == set()


def test_a_file_of_another_content_is_never_written_over(hall_share):
    name = next(name for name in hall_share if "/seg/" in name)
    target = MemoryCarrier({name: b"the true one"})

    carried(MemoryCarrier(hall_share), target)

    assert target.files[name] == b"the true one"


@pytest.mark.parametrize("spoilt", [b"", bytes(4096), b"age-encryption.org/v1\n"])
def test_a_file_of_zeros_takes_no_name_in_the_store(hall_share, spoilt):
    name = next(name for name in hall_share if "/blob/" in name)
    target = MemoryCarrier()

    done = carried(MemoryCarrier(hall_share | {name: spoilt}), target)

    assert name not in target.files
    assert [problem.fields["name"] for problem in done.refused] == [name]
    assert done.files == 4


def test_what_the_list_of_a_stick_calls_spoilt_takes_no_name_in_the_store(window, tmp_path):
    write(window, tmp_path)
    files = tree(tmp_path / FOLDER)
    name = next(name for name in files if "/seg/" in name)
    files[name] = files[name][:-1] + bytes([files[name][-1] ^ 1])
    target = MemoryCarrier()

    done = carried(MemoryCarrier(files), target)

    assert name not in target.files
    assert [(problem.key, problem.fields["name"]) for problem in done.refused] == [("damaged", name)]


def test_what_no_list_names_goes_over_and_is_told(window, tmp_path):
    write(window, tmp_path)
    neighbour = Window(origin=f"{HALL}-03-ffffffff", entries=4)
    files = tree(tmp_path / FOLDER) | neighbour.files
    target = MemoryCarrier()

    done = carried(MemoryCarrier(files), target)

    assert done.unlisted == 2
    assert neighbour.files.keys() <= target.files.keys()


def test_a_stick_copied_to_a_stick_is_a_whole_package_again(window, tmp_path):
    write(window, tmp_path)
    copy = tmp_path / "copy"
    copy.mkdir()
    source = FolderCarrier(tmp_path / FOLDER)

    asyncio.run(relay(Route(source, FolderCarrier(copy), lambda: AT_MS), Relayed()))

    found = asyncio.run(check_package(FolderCarrier(copy), HALL, key_of={window.origin: window.keys[1]}.get))
    assert found.is_whole


def test_only_the_halls_that_were_asked_for_go_over(hall_share):
    other = Window(origin="460000-01-12345678").files
    target = MemoryCarrier()

    carried(MemoryCarrier(hall_share | other), target, halls=("460000",))

    assert halls_of(target.files) == ["460000"]


def test_the_citys_later_head_replaces_the_earlier_one_after_everything_it_speaks_of():
    target = MemoryCarrier({layout.head(HALL): city.head(AT_MS - 1)})

    done = carried(MemoryCarrier(city.store()), target)

    assert target.files == city.store()
    assert done.heads == 1


@pytest.mark.parametrize("older_by", [0, 1, 86_400_000])
def test_an_older_head_never_replaces_a_later_one(older_by):
    now = city.head(AT_MS, answers=9)
    target = MemoryCarrier({layout.head(HALL): now})

    done = carried(MemoryCarrier({layout.head(HALL): city.head(AT_MS - older_by)}), target)

    assert target.files == {layout.head(HALL): now}
    assert done.heads == 0


def test_with_the_citys_key_a_forged_head_goes_nowhere():
    forger, _ = new_signing_key()
    forged = {layout.head(HALL): city.head(AT_MS + 10**9, private=forger)}
    target = MemoryCarrier({layout.head(HALL): city.head(AT_MS)})

    done = carried(MemoryCarrier(forged), target, city_key=city.PUBLIC)

    assert target.files == {layout.head(HALL): city.head(AT_MS)}
    assert [problem.key for problem in done.refused] == ["signature_wrong"]


def test_with_the_citys_key_a_forged_head_that_lies_there_is_replaced():
    forger, _ = new_signing_key()
    target = MemoryCarrier({layout.head(HALL): city.head(AT_MS + 10**9, private=forger)})

    carried(MemoryCarrier(city.store()), target, city_key=city.PUBLIC)

    assert target.files[layout.head(HALL)] == city.head(AT_MS)


def test_the_head_of_another_hall_is_not_taken_for_this_one():
    target = MemoryCarrier()

    done = carried(MemoryCarrier({layout.head(HALL): city.head(AT_MS, hall="460000")}), target)

    assert target.files == {}
    assert [problem.key for problem in done.refused] == ["misplaced"]


def test_answers_go_onto_a_stick_and_what_it_has_spoilt_is_written_anew():
    files, stick = city.store(), MemoryCarrier()
    route = Route(MemoryCarrier(files), stick, lambda: AT_MS, city_key=city.PUBLIC)
    asyncio.run(write_answers(route, HALL, Relayed()))
    answer = next(name for name in stick.files if "/ans/" in name)
    stick.files[answer] = b"\0" * len(stick.files[answer])

    again = Relayed()
    asyncio.run(write_answers(route, HALL, again))

    assert stick.files == {name: body for name, body in files.items() if "snap" not in name}  # none is in force
    assert again.files == 1


def test_a_hall_that_the_city_has_said_nothing_to_gets_nothing():
    stick = MemoryCarrier()

    asyncio.run(write_answers(Route(MemoryCarrier(), stick, lambda: AT_MS), HALL, Relayed()))

    assert stick.files == {}


@given(script=scripts(), other=scripts())
def test_whatever_the_two_lines_do_repeating_it_makes_both_stores_the_same(hall_share, script, other):
    files = dict(hall_share) | city.store()
    goal, target = without_pointers(files), MemoryCarrier()
    source, line = FaultyCarrier(MemoryCarrier(files), script), FaultyCarrier(target, other)

    for _ in range(120):
        done = Relayed()
        try:
            asyncio.run(relay(Route(source, line, lambda: LATER_MS), done))
        except LineProblem:
            continue
        if without_pointers(target.files) == goal:
            break

    assert without_pointers(target.files) == goal


@given(letters=st.permutations("hsac"))
def test_files_go_in_an_order_in_which_nothing_is_spoken_of_before_it_is_there(letters):
    names = {
        "h": layout.head(HALL),
        "s": layout.segment(Window().origin, 1, AT_MS),
        "a": layout.answer(HALL, 1, AT_MS),
        "c": layout.chunk(Window().origin, AT_MS, "0" * 64, 0),
    }

    assert ordered(names[letter] for letter in letters) == [names["s"], names["a"], names["c"]]


def test_a_relay_between_folders_works_on_real_files(hall_share, tmp_path: Path):
    for name, body in hall_share.items():
        (tmp_path / "share" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "share" / name).write_bytes(body)
    (tmp_path / "store").mkdir()

    done = Relayed()
    asyncio.run(
        relay(Route(FolderCarrier(tmp_path / "share"), FolderCarrier(tmp_path / "store"), lambda: LATER_MS), done)
    )

    assert without_pointers(tree(tmp_path / "store")) == without_pointers(tree(tmp_path / "share")) | lock(tmp_path)
    assert done.files == 5


def lock(folder: Path) -> dict[str, bytes]:
    """The lock file that a file system without hard links needs."""
    return {".lock": b""} if (folder / "store/.lock").exists() else {}
