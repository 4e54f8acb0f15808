"""A hall without a line, a courier with a stick, a city: what is carried is there once, in any order, twice as well."""

import asyncio
import contextlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.city.collect import collect_stick
from desktop.city.joining import approve, take_joins
from desktop.commands.city_stick import stick_words
from desktop.ports_sync import PackageResult
from desktop.problems import EnvironmentProblem
from desktop.sync import layout
from desktop.sync.carriers.folder import StickCarrier
from desktop.sync.faults import FileFault
from desktop.sync.package import FOLDER, tree_of
from desktop.sync.relay import Relayed, Route, relay
from desktop.sync.stick_exchange import StickExchange
from tests.sync.memory_carrier import MemoryCarrier
from tests.sync.package.window import tree
from tests.sync.proof.halls import HALL, HallWindow, World, add_window, check_everything_is_at_the_city, world

PAGE = random.Random(1).randbytes(90_000)
OTHER_PAGE = random.Random(2).randbytes(300_000)


class Stick:
    """What a courier carries between windows and city."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / FOLDER).mkdir(parents=True)

    def write(self, window: HallWindow) -> PackageResult:
        return exchange(window).write(self.folder, lambda _done, _total: None, is_cancelled=lambda: False)

    def read(self, window: HallWindow) -> PackageResult:
        return exchange(window).read(self.folder, lambda _done, _total: None, is_cancelled=lambda: False)

    def at_the_city(self, there: World) -> None:
        asyncio.run(collect_stick(there.city, StickCarrier(tree_of(self.folder))))


def exchange(window: HallWindow) -> StickExchange:
    return StickExchange(window.outbox, clock=window.clock)


@pytest.fixture
def there(tmp_path: Path) -> Iterator[World]:
    """A city and two approved windows."""
    with world(tmp_path / "world", ("01", "02")) as made:
        yield made


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    return Stick(tmp_path / "stick")


def waits(window: HallWindow) -> tuple[int, int]:
    backlog = window.outbox.backlog()
    return backlog.entries, backlog.scans


def test_m17_a_hall_that_never_has_a_line_works_by_stick_alone(tmp_path, stick):
    with world(tmp_path / "world", ()) as there:
        window = add_window(there, tmp_path / "world", "01", asks=False)
        there.act(window, page=PAGE)

        stick.write(window)
        asyncio.run(take_joins(there.city, StickCarrier(tree_of(stick.folder)), HALL))
        approve(there.city, window.origin)
        stick.at_the_city(there)
        stick.read(window)

        assert waits(window) == (0, 0)
        check_pages(there, window)
        assert there.files == {}  # the net was never there


def check_pages(there: World, window: HallWindow) -> None:
    for digest, page in window.pages.items():
        (kept,) = (there.city.folder / "scans").rglob(digest)
        assert kept.read_bytes() == page


def test_two_windows_go_on_one_stick_and_each_reads_its_receipts_from_it(there, stick):
    first, second = there.windows
    there.act(first, page=PAGE)
    there.act(second)

    written = [stick.write(window) for window in (first, second)]
    stick.at_the_city(there)
    read = [stick.read(window) for window in (first, second)]

    assert [(result.scans, result.left_out) for result in written] == [(1, 0), (0, 0)]
    assert written[0].cases == written[1].cases == 1
    assert [waits(window) for window in (first, second)] == [(0, 0), (0, 0)]
    assert read[0].size_bytes > 0


def test_read_twice_at_both_ends_nothing_is_there_twice(there, stick):
    window = there.windows[0]
    there.act(window, page=OTHER_PAGE)
    stick.write(window)

    for _ in range(2):
        stick.at_the_city(there)
    for _ in range(2):
        again = stick.read(window)

    assert again.answers == 0
    assert waits(window) == (0, 0)
    there.come_to_rest()
    check_everything_is_at_the_city(there)


STEPS = ("act", "write", "city", "read", "net", "poll")


def any_order(seed: int, folder: Path) -> None:
    """Up to fourteen steps in an order drawn from the seed, then once round with the stick."""
    chance = random.Random(seed)
    drawn = [(chance.choice(STEPS), chance.randrange(2)) for _ in range(chance.randint(4, 14))]
    with world(folder / "world", ("01", "02")) as there:
        stick = Stick(folder / "stick")
        for step, number in [*drawn, ("write", 0), ("write", 1), ("city", 0), ("read", 0), ("read", 1)]:
            take(step, there, there.windows[number], stick)

        assert [waits(window) for window in there.windows] == [(0, 0), (0, 0)]
        there.come_to_rest()
        check_everything_is_at_the_city(there)


@pytest.mark.parametrize("seed", [3, 11])
def test_stick_and_net_in_any_order_bring_every_line_once(tmp_path, seed):
    any_order(seed, tmp_path)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(100, 150))
def test_stick_and_net_in_fifty_orders_bring_every_line_once(tmp_path, seed):
    any_order(seed, tmp_path)


def take(step: str, there: World, window: HallWindow, stick: Stick) -> None:
    """One step of somebody; a stick that has nothing of the city yet is told, and no harm."""
    if step == "act":
        there.act(window, page=random.Random(there.serial).randbytes(20_000))
    elif step == "write":
        stick.write(window)
    elif step == "city":
        stick.at_the_city(there)
    elif step == "net":
        window.sync()
    elif step == "poll":
        there.collect()
    else:
        with contextlib.suppress(EnvironmentProblem):
            stick.read(window)


def test_a_relay_brings_a_stick_to_the_citys_store_and_the_answers_back(there, stick):
    window = there.windows[0]
    there.act(window, page=PAGE)
    stick.write(window)
    store = MemoryCarrier(there.files)
    on_stick = StickCarrier(tree_of(stick.folder))

    asyncio.run(relay(Route(on_stick, store, there.city.now_ms), Relayed()))
    there.collect()
    asyncio.run(relay(Route(store, on_stick, there.city.now_ms), Relayed()))
    stick.read(window)

    assert waits(window) == (0, 0)
    check_pages(there, window)


def test_a_stick_of_another_hall_is_said(there, stick):
    (stick.folder / FOLDER / "city-460000").mkdir()
    (stick.folder / FOLDER / layout.head("460000")).write_bytes(b"YCD")

    with pytest.raises(EnvironmentProblem) as refused:
        stick.read(there.windows[0])

    assert refused.value.key == "stick_of_another_hall"
    assert "460000" in str(refused.value.fields)


def test_an_empty_stick_is_said(there, stick):
    with pytest.raises(EnvironmentProblem) as refused:
        stick.read(there.windows[0])

    assert refused.value.key == "stick_without_answers"


def test_a_spoilt_answer_is_named_and_the_receipts_are_taken(there, stick):
    window = there.windows[0]
    there.act(window)
    stick.write(window)
    stick.at_the_city(there)
    keys = next(name for name in tree(stick.folder) if "/keys/" in name)
    (stick.folder / keys).write_bytes(b"YCD" + bytes(200))

    with pytest.raises(FileFault) as told:
        stick.read(window)

    assert told.value.fields["name"] == keys.removeprefix(f"{FOLDER}/")
    assert waits(window) == (0, 0)


@pytest.mark.parametrize("spoilt", [b"", b"YCD" + bytes(200), bytes(20_000)], ids=["empty", "shorter", "longer"])
def test_an_answer_that_the_stick_has_spoilt_is_written_anew_on_its_next_journey(there, stick, spoilt):
    window = there.windows[0]
    there.act(window)
    stick.write(window)
    stick.at_the_city(there)
    (keys,) = [name for name in tree(stick.folder) if "/keys/" in name][-1:]
    sound = (stick.folder / keys).read_bytes()
    (stick.folder / keys).write_bytes(spoilt)

    report = asyncio.run(collect_stick(there.city, StickCarrier(tree_of(stick.folder))))

    assert (stick.folder / keys).read_bytes() == sound
    assert report.to_stick == 1
    stick.read(window)
    assert waits(window) == (0, 0)


def test_the_city_is_told_what_a_stick_lacks(there, stick):
    window = there.windows[0]
    there.act(window, page=PAGE)
    stick.write(window)
    tree = tree_of(stick.folder)
    (segment,) = tree.rglob("*.seg")
    (page,) = (tree / f"ev-{HALL}/blob").rglob("00000000")
    page.unlink()
    segment.write_bytes(segment.read_bytes()[:-1])

    said = asyncio.run(stick_words(there.city, StickCarrier(tree), language="zh"))

    assert said == [
        f"U盘上缺少：{page.relative_to(tree).as_posix()}",
        f"U盘上损坏：{segment.relative_to(tree).as_posix()}",
    ]


def test_the_city_is_told_of_a_stick_that_was_pulled_out_too_early(there, stick):
    window = there.windows[0]
    there.act(window)
    stick.write(window)
    for path in (tree_of(stick.folder) / f"ev-{HALL}/list").rglob("*.json"):
        path.unlink()

    (said,) = asyncio.run(stick_words(there.city, StickCarrier(tree_of(stick.folder)), language="zh"))

    assert said.startswith(f"{window.origin} 的代送包没有写完")
