"""Sync as a person has it at a real counter: enrolled with one file, in a thread of its own, by net and by stick."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop.bootstrap import Counter
from desktop.bootstrap_sync import LazySync
from desktop.city.collect import collect_once, collect_stick
from desktop.city.enrolling import EnrolmentFile, enrol
from desktop.city.folder import City, CityConfig
from desktop.city.joining import approve
from desktop.city.publishing import copy_to_stick
from desktop.cli import cli
from desktop.domain.errors import InvalidInput
from desktop.ports_sync import LineState, SyncControl, SyncLimits, WaitingKind
from desktop.problems import EnvironmentProblem
from desktop.sync.carriers.folder import FolderCarrier, StickCarrier
from desktop.sync.package import tree_of
from desktop.sync.store_config import StoreConfig
from tests.builders import HALL, catalogue, item
from tests.proof import profiles
from tests.store import samples
from tests.sync.proof.at_the_city import lines_of, without_arrival

PATIENCE_S = 30


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    made = profiles.set_up(tmp_path / "window", catalogue(item()))
    yield made
    made.close()


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    (tmp_path / "store").mkdir()
    config = CityConfig(
        name="示例市", store=StoreConfig(kind="folder", options={"root": str(tmp_path / "store")}), database=""
    )
    with City.create(tmp_path / "city", config, clock=profiles.clock()) as made:
        yield made


@pytest.fixture
def file(city: City, tmp_path: Path) -> EnrolmentFile:
    return enrol(city, HALL.division, HALL.window, hall_name=HALL.name, folder=tmp_path)


def sync_of(counter: Counter) -> SyncControl:
    assert counter.sync is not None
    return counter.sync


def wait_until(control: SyncControl, holds: Callable[[], bool], act: Callable[[], None]) -> None:
    """Does something and waits to be told that it has come true."""
    told = threading.Event()
    control.subscribe(told.set)
    act()
    while not holds():
        assert told.wait(PATIENCE_S), control.status()
        told.clear()


def take_in(counter: Counter) -> None:
    with counter.store.write(samples.CLERK) as unit:
        unit.record([samples.received(1)], case_id=unit.new_id())


def collect(city: City, tmp_path: Path) -> None:
    asyncio.run(collect_once(city, carrier=FolderCarrier(tmp_path / "store")))


def test_a_window_is_enrolled_with_one_file_and_approved_once_and_its_day_is_at_the_city(
    counter: Counter, city: City, file: EnrolmentFile, tmp_path: Path
):
    control = sync_of(counter)
    assert control.status().state is LineState.NOT_ENROLLED
    assert control.status().waiting_entries > 0

    assert control.enrol(file.path, file.code) == "示例市"
    wait_until(control, lambda: control.status().state is LineState.AWAITING_APPROVAL, control.start)
    collect(city, tmp_path)
    approve(city, counter.store.origin)
    collect(city, tmp_path)
    wait_until(control, lambda: control.status().state is LineState.ONLINE, control.sync_now)
    take_in(counter)
    wait_until(control, lambda: all(row.is_stored for row in control.waiting()), control.sync_now)
    assert {row.reason.key for row in control.waiting()} == {"sync_waits_for_city"}
    collect(city, tmp_path)
    wait_until(control, lambda: control.status().waiting_entries == 0, control.sync_now)

    status = control.status()
    assert (status.city, status.waiting_cases, status.problem) == ("示例市", 0, None)
    assert status.last_receipt is not None
    with counter.store.read() as reader:
        sent = without_arrival(list(reader.ledger.of_origin(counter.store.origin)))
    assert lines_of(city, counter.store.origin) == sent
    control.close()


def test_a_wrong_code_and_a_file_for_another_window_change_nothing(
    counter: Counter, city: City, file: EnrolmentFile, tmp_path: Path
):
    control = sync_of(counter)
    other = enrol(city, HALL.division, "07", hall_name=HALL.name, folder=tmp_path)

    with pytest.raises(InvalidInput, match="enrolment_code"):
        control.enrol(file.path, "1234-5678-9012")
    with pytest.raises(InvalidInput, match="enrolment_hall"):
        control.enrol(other.path, other.code)
    with pytest.raises(EnvironmentProblem, match="file_missing"):
        control.enrol(tmp_path / "none", file.code)

    assert control.status().state is LineState.NOT_ENROLLED
    control.close()


def test_a_stick_does_what_the_line_does(counter: Counter, city: City, file: EnrolmentFile, tmp_path: Path):
    control, stick = sync_of(counter), tmp_path / "stick"
    stick.mkdir()
    control.enrol(file.path, file.code)
    take_in(counter)

    def heard(_done: int, _total: int) -> None:
        return

    written = control.write_package(stick, heard, is_cancelled=lambda: False)
    asyncio.run(collect_stick(city, StickCarrier(tree_of(stick))))
    approve(city, counter.store.origin)
    asyncio.run(collect_stick(city, StickCarrier(tree_of(stick))))
    asyncio.run(copy_to_stick(city, StickCarrier(tree_of(stick)), HALL.division))
    control.read_package(stick, heard, is_cancelled=lambda: False)
    again = control.read_package(stick, heard, is_cancelled=lambda: False)

    assert (written.cases, written.entries) == (1, len(lines_of(city, counter.store.origin)))
    assert (again.answers, again.entries) == (0, 0)
    assert control.status().waiting_cases == 0
    control.close()


def test_a_stick_without_answers_says_so(counter: Counter, city: City, file: EnrolmentFile, tmp_path: Path):
    control = sync_of(counter)
    control.enrol(file.path, file.code)
    (tmp_path / "empty").mkdir()

    with pytest.raises(EnvironmentProblem, match="stick_without_answers"):
        control.read_package(tmp_path / "empty", lambda _done, _total: None, is_cancelled=lambda: False)
    control.close()


def test_every_waiting_thing_has_its_reason_and_the_code_tells_the_state(
    counter: Counter, city: City, file: EnrolmentFile
):
    control = sync_of(counter)
    control.enrol(file.path, file.code)
    take_in(counter)

    rows, status = control.waiting(), control.status()

    assert [row.kind for row in rows] == [WaitingKind.ENTRIES]
    assert all(row.reason.key for row in rows)
    result = CliRunner().invoke(cli, ["--language", "en", "support-code", status.support_code])
    assert result.exit_code == 0
    assert "state: offline" in result.output
    assert CliRunner().invoke(cli, ["support-code", "0000-0000-0001"]).exit_code == 1
    control.close()


def test_limits_are_kept(counter: Counter):
    control = sync_of(counter)

    control.set_limits(SyncLimits(day_limit_bytes=5_000_000, pause_on_metered=False))

    assert control.limits() == SyncLimits(day_limit_bytes=5_000_000, pause_on_metered=False)
    control.close()


def test_a_closed_counter_has_no_thread_and_may_be_closed_again(counter: Counter, file: EnrolmentFile):
    control = sync_of(counter)
    control.enrol(file.path, file.code)
    control.start()

    counter.close()
    control.close()

    assert "sync" not in {thread.name for thread in threading.enumerate()}


def test_practice_never_leaves_the_pc(counter: Counter):
    practice = Counter(counter.store, counter.clock, counter.profile, counter.keys, is_practice=True)

    assert practice.sync is None


def test_nothing_of_the_network_is_loaded_before_there_is_a_city(tmp_path: Path):
    script = """
import sys
from pathlib import Path
from tests.builders import catalogue, item
from tests.proof import profiles
counter = profiles.set_up(Path(sys.argv[1]), catalogue(item()))
counter.sync.start()
counter.sync.status()
counter.sync.line_changed(is_reachable=True, is_metered=False)
counter.close()
print([name for name in ("opendal", "httpx", "pyrage", "zstandard", "asyncio", "desktop.sync") if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "window")], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_the_control_of_a_counter_is_what_the_screen_was_promised(counter: Counter):
    promised = {name for name in dir(SyncControl) if not name.startswith("_")}

    assert promised - set(dir(LazySync)) == set()
