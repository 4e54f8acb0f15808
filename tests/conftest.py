"""What holds for every test: no screen, no real profile touched, and no noise.

A test fails if it logs at WARNING or above without asking (`expects_log`), warns, or leaves a thread behind.
"""

import logging
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

import hypothesis
import pytest

hypothesis.settings.register_profile("quick", max_examples=50, deadline=None, derandomize=True)
hypothesis.settings.register_profile("torture", max_examples=500, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# Where a program keeps something of its user's, by system.
USER_FOLDERS = (
    "HOME",
    "USERPROFILE",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
)
THREAD_GRACE_S = 2.0


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="bench: a million cases instead of a hundred thousand")


@pytest.fixture(autouse=True)
def no_real_profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own for each test, empty, gone afterwards; child processes inherit it."""
    base = tmp_path_factory.mktemp("user")
    base.chmod(0o700)  # Qt refuses a XDG_RUNTIME_DIR that others may read
    for variable in USER_FOLDERS:
        monkeypatch.setenv(variable, str(base))
    monkeypatch.setenv("YICHUANG_HOME", str(base / "yichuang"))
    yield base
    shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(autouse=True, scope="session")
def small_reserve() -> Iterator[None]:
    """Thousands of windows are set up here; the room that each keeps for a full disk is a megabyte, not 64."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.store.backup.RESERVE_BYTES", 1024 * 1024)
        yield


class Noise(logging.Handler):
    """Keeps the records that nobody asked for."""

    def __init__(self, bearable: int) -> None:
        super().__init__(level=logging.WARNING)
        self.bearable = bearable
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno > self.bearable:
            self.records.append(record)


@pytest.fixture(autouse=True)
def no_stray_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails the test on a record of WARNING or above; `expects_log(level)` allows records up to that level."""
    marker = request.node.get_closest_marker("expects_log")
    noise = Noise(bearable=(marker.args[0] if marker.args else logging.ERROR) if marker else logging.NOTSET)
    root = logging.getLogger()
    root.addHandler(noise)
    yield
    root.removeHandler(noise)
    lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in noise.records]
    if lines:
        pytest.fail("logged without being expected:\n" + "\n".join(lines), pytrace=False)


@pytest.fixture(autouse=True)
def no_leaked_thread() -> Iterator[None]:
    """Fails the test if a thread that it started is still alive; one that is about to end is waited for."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        # Threads that Qt or C made show up here as dummies once they have called Python; they cannot be joined.
        if not isinstance(thread, threading._DummyThread):
            thread.join(THREAD_GRACE_S)
    names = [thread.name for thread in left if thread.is_alive() and not isinstance(thread, threading._DummyThread)]
    if names:
        pytest.fail(f"threads left behind: {', '.join(names)}", pytrace=False)
