"""The guards of conftest.py, each shown to fail a test that makes the noise it is there for."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NOISY = """
import logging
import os
import threading
from pathlib import Path

import pytest

stop = threading.Event()


def test_warning_in_the_log():
    logging.getLogger("desktop").warning("odd")


@pytest.mark.expects_log
def test_expected_error_in_the_log():
    logging.getLogger("desktop").error("odd")


@pytest.mark.expects_log(logging.WARNING)
def test_worse_than_expected():
    logging.getLogger("desktop").error("odd")


def test_info_in_the_log():
    logging.getLogger("desktop").info("one action")


def test_thread_left_behind():
    threading.Thread(target=stop.wait, args=(20,), daemon=True).start()


def test_thread_that_ends():
    threading.Thread(target=lambda: None).start()


def test_home_is_its_own():
    assert Path.home() != Path(os.environ["REAL_HOME"])
    assert list(Path.home().iterdir()) == []


@pytest.mark.bench
def test_figures():
    raise AssertionError("measured without being asked")
"""
FAILING = {"test_warning_in_the_log", "test_worse_than_expected", "test_thread_left_behind"}
PASSING = {"test_expected_error_in_the_log", "test_info_in_the_log", "test_thread_that_ends", "test_home_is_its_own"}


def test_each_guard_fails_the_noisy_and_lets_the_quiet_pass(tmp_path):
    # A guard speaks after the test's body: to pytest that is a test that passed, and an error.
    impatient = (HERE / "conftest.py").read_text("utf-8").replace("THREAD_GRACE_S = 2.0", "THREAD_GRACE_S = 0.1")
    (tmp_path / "conftest.py").write_text(impatient, "utf-8")
    shutil.copy(HERE.parent / "pyproject.toml", tmp_path)
    (tmp_path / "test_noisy.py").write_text(NOISY, "utf-8")

    said = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "--no-header", "-p", "no:cacheprovider", "test_noisy.py"],
        cwd=tmp_path,
        env={**os.environ, "REAL_HOME": str(Path.home())},
        capture_output=True,
        text=True,
        check=False,
    ).stdout

    errors = set(re.findall(r"^ERROR test_noisy\.py::(\w+)", said, re.MULTILINE))
    passed = set(re.findall(r"^PASSED test_noisy\.py::(\w+)", said, re.MULTILINE))
    assert errors == FAILING
    assert passed - errors == PASSING
    assert "FAILED" not in said
    assert "1 deselected" in said
