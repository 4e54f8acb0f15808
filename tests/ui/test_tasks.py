"""Work off the main thread: answers come back on it, in order, whole, and never after the end."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from ui.tasks import Tasks


class Desk:
    """Collects answers and the thread that they came on."""

    def __init__(self) -> None:
        self.answers: list[Any] = []
        self.threads: list[threading.Thread] = []

    def take(self, value: Any) -> None:
        self.answers.append(value)
        self.threads.append(threading.current_thread())


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def tasks(qtbot):
    made = Tasks()
    yield made
    made.close()


@pytest.mark.parametrize("way", ["run", "read", "work"])
def test_a_result_arrives_on_the_main_thread_and_the_job_runs_off_it(qtbot, tasks, desk, way):
    getattr(tasks, way)(threading.current_thread, desk.take, desk.take)
    qtbot.waitUntil(lambda: bool(desk.answers))

    assert desk.threads == [threading.main_thread()]
    assert desk.answers[0] is not threading.main_thread()


@pytest.mark.parametrize("way", ["run", "read"])
def test_an_error_reaches_failed_and_not_done(qtbot, tasks, desk, way):
    done, error = Desk(), ValueError("no")

    def job():
        raise error

    getattr(tasks, way)(job, done.take, desk.take)
    qtbot.waitUntil(lambda: bool(desk.answers))

    assert desk.answers == [error]
    assert desk.threads == [threading.main_thread()]
    assert done.answers == []


def test_what_a_job_gives_arrives_whole(qtbot, tasks, desk):
    values = [1767225600000, {1: 2}, None, ("王𬭳",), 2**70]

    for value in values:
        tasks.run(lambda value=value: value, desk.take, desk.take)
    qtbot.waitUntil(lambda: len(desk.answers) == len(values))

    assert desk.answers == values


def test_writes_run_one_after_the_other_in_the_order_asked_for(qtbot, tasks, desk):
    running: list[int] = []

    def job(number: int) -> int:
        assert not running
        running.append(number)
        return running.pop()

    for number in range(50):
        tasks.run(lambda number=number: job(number), desk.take, desk.take)
    qtbot.waitUntil(lambda: len(desk.answers) == 50)

    assert desk.answers == list(range(50))


def test_a_read_does_not_wait_for_a_long_write(qtbot, tasks, desk):
    may_end = threading.Event()
    written = Desk()

    tasks.run(lambda: may_end.wait(10), written.take, written.take)
    tasks.read(lambda: "read", desk.take, desk.take)
    qtbot.waitUntil(lambda: desk.answers == ["read"])

    assert written.answers == []
    may_end.set()
    qtbot.waitUntil(lambda: written.answers == [True])


def test_a_write_that_was_asked_for_is_done_before_the_end_and_answers_nobody(qtbot, tasks, desk):
    begun, done_jobs = threading.Event(), []

    tasks.run(begun.set, desk.take, desk.take)
    for number in range(5):
        tasks.run(lambda number=number: done_jobs.append(number), desk.take, desk.take)
    begun.wait(10)
    tasks.close()
    qtbot.wait(1)

    assert done_jobs == [0, 1, 2, 3, 4]
    assert desk.answers == []


def test_a_page_that_has_gone_is_not_asked_to_show_anything(qtbot, tasks, desk):
    may_end = threading.Event()

    class Gone(QObject):
        def show(self, value: object) -> None:
            desk.take(value)

    gone = Gone()
    tasks.read(lambda: may_end.wait(10), gone.show, gone.show)
    delete(gone)
    may_end.set()
    qtbot.waitUntil(lambda: tasks.pending == 0)

    assert desk.answers == []


def test_nothing_is_taken_after_the_end(qtbot, tasks, desk):
    tasks.close()
    tasks.close()

    tasks.run(lambda: 1, desk.take, desk.take)

    assert tasks.pending == 0


def test_pending_says_how_much_is_going_on(qtbot, tasks, desk):
    may_end = threading.Event()

    with qtbot.waitSignal(tasks.busy_changed):
        tasks.run(lambda: may_end.wait(10), desk.take, desk.take)
    assert tasks.pending == 1
    with qtbot.waitSignal(tasks.busy_changed):
        may_end.set()

    assert tasks.pending == 0
