"""Our own mistake: logged by its place, the work saved, the clerk told; nothing that was typed gets into the log."""

import logging

import pytest

from ui.crash import Crash

NAME = "王示例"


@pytest.fixture
def told():
    return []


def fail(_name):
    raise ValueError(f"cannot take {_name}")


def crash_with(crash):
    try:
        fail(NAME)
    except ValueError as error:
        crash.handle(type(error), error, error.__traceback__)


@pytest.mark.expects_log(logging.ERROR)
def test_what_is_typed_is_saved_and_then_the_clerk_is_told(told):
    crash_with(Crash(save=lambda: told.append("saved"), say=lambda text: told.append(text)))

    assert told[0] == "saved"
    assert "saved is safe" in told[1]


@pytest.mark.expects_log(logging.ERROR)
def test_the_log_has_the_place_and_nothing_that_was_typed(caplog, told):
    crash_with(Crash(save=lambda: None, say=told.append))

    assert "tests.ui.test_crash.fail" in caplog.text
    assert "ValueError" in caplog.text
    assert NAME not in caplog.text


@pytest.mark.expects_log(logging.ERROR)
def test_a_mistake_while_saving_does_not_go_round_in_circles(told):
    crash = Crash(save=lambda: crash_with(crash), say=told.append)

    crash_with(crash)

    assert len(told) == 1


def test_ctrl_c_ends_the_program(told):
    before = []
    crash = Crash(save=lambda: told.append("saved"), say=told.append)
    crash._before = lambda *args: before.append(args)

    crash.handle(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert len(before) == 1
    assert told == []
