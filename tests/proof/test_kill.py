"""The program is killed while a clerk works, again and again: what was acknowledged is there, and all of it is sound.

A real process takes cases over a real encrypted store and is ended with SIGKILL: while it opens, in the middle of a
write, between two writes. The moments come from a seed.
"""

import contextlib
import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.domain.events import CaseReceived, PaperIssued, decode
from desktop.domain.numbers import CaseNumber
from desktop.ports import Draft, Taken
from desktop.services import intake, intake_form
from tests.builders import MONDAY, SESSION
from tests.proof import counter_work, profiles

KILLS = 25
SET_UPS = 8
ROOT = Path(__file__).parents[2]
OPENING_S, WRITE_S, ANYWHERE_S, SET_UP_S = 0.02, 0.012, 0.05, 0.08

Message = dict[str, Any]


class Child:
    """A counter in a process of its own. It has its libraries loaded and waits for `go`."""

    def __init__(self, profile: Path, run: int) -> None:
        self.run = run
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.proof.kill_child", str(profile), str(run)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def go(self) -> Iterator[Message]:
        """Lets it begin; gives what it says, as it says it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(b"go\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            if line.endswith(b"\n"):  # the last one may be cut off
                yield json.loads(line)

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)

    def end(self) -> int:
        """Kills it if it still lives, and waits until it is gone."""
        self._process.kill()
        with self._process:
            return self._process.wait()


def kill_somewhere(child: Child, chance: random.Random) -> list[Message]:
    """Lets the child work, kills it at a moment that chance picks; everything it said until then."""
    heard: list[Message] = []
    where = chance.choice(("opening", "begin", "begin", "done", "done"))
    left = chance.randint(0, 8)
    # At once in some: what is said too early, before the commit, is caught by nothing else.
    delay_s = chance.uniform(0, {"opening": OPENING_S, "begin": WRITE_S, "done": ANYWHERE_S}[where])
    delay_s *= chance.random() > 0.3
    saying = child.go()
    for message in saying:
        heard.append(message)
        if message["what"] == where:
            left -= 1
            if left < 0 or where == "opening":
                if delay_s:
                    time.sleep(delay_s)  # not a wait for something: the moment of the kill
                child.kill()
                break
    heard += saying
    assert child.end() == -signal.SIGKILL
    return heard


class Book:
    """What was acknowledged in all runs."""

    def __init__(self) -> None:
        self.cases: dict[str, tuple[int, int, Taken]] = {}
        self.cut_off = 0

    def keep(self, run: int, heard: list[Message]) -> tuple[Message | None, Message | None]:
        """Notes the acknowledged cases. Returns the last acknowledged act and what was begun after it, if anything."""
        last = begun = None
        for message in heard:
            if message["what"] == "begin":
                begun = message
            elif message["what"] == "done":
                last, begun = message, None
                if message["act"] == "case":
                    self.note(run, message["place"], message["number"], tuple(message["papers"]))
        self.cut_off += begun is not None
        return last, begun

    def note(self, run: int, place: int, number: str, papers: tuple[str, ...]) -> None:
        case_id = counter_work.case_id(run, place)
        self.cases[case_id] = (run, place, Taken(case_id=case_id, case_number=number, papers=papers))


def check_cases(counter: Counter, book: Book) -> None:
    with counter.store.read() as reader:
        for case_id, (_run, _place, taken) in book.cases.items():
            case = reader.case(case_id)
            assert case is not None, "an acknowledged case is gone"
            assert case.case_number == taken.case_number
            assert tuple(paper.number for paper in case.papers) == taken.papers
            assert all(reader.paper(number) is not None for number in taken.papers)


def check_numbers(counter: Counter) -> None:
    """No number twice, and none used up by a write that was cut off."""
    with counter.store.read() as reader:
        received = [decode(line.body) for line in reader.ledger.of_kind("CaseReceived")]
        issued = [decode(line.body) for line in reader.ledger.of_kind("PaperIssued")]
    cases = [event.case_number for event in received if isinstance(event, CaseReceived)]
    papers = [event.number for event in issued if isinstance(event, PaperIssued)]
    assert sorted(CaseNumber.parse(number).serial for number in cases) == list(range(1, len(cases) + 1))
    assert len(set(papers)) == len(papers)


def check_draft(counter: Counter, run: int, last: Message | None, begun: Message | None) -> None:
    """The draft acknowledged last is there as it was; if another write was under way, that one or this."""
    place = (begun or last or {"place": 0})["place"]
    wanted = [expected_draft(run, place, last), *([expected_draft(run, place, begun)] if begun else [])]
    found = [(d.draft_id, d.field, d.body) for d in drafts_of(counter)]
    assert found in [[draft] if draft else [] for draft in wanted]


def expected_draft(run: int, place: int, act: Message | None) -> tuple[str, str, bytes] | None:
    if act is None or act["act"] == "case" or act["place"] != place:
        return None
    form, field = counter_work.draft(run, place, act["stage"])
    return form.case_id, field, intake_form.encode(form)


def drafts_of(counter: Counter) -> list[Draft]:
    with counter.store.read() as reader:
        return reader.drafts()


def retry(counter: Counter, run: int, place: int) -> Taken:
    with counter.store.write(SESSION) as uow:
        return intake.take_in(uow, SESSION, counter_work.form(run, place), today=MONDAY)


def check_retries(counter: Counter, book: Book, run: int) -> None:
    """Asked again, each case of this run gives the same answer, and nothing is written."""
    before = profiles.lines(counter)
    for case_run, place, taken in book.cases.values():
        if case_run == run:
            again = retry(counter, run, place)
            assert (again.case_number, again.papers) == (taken.case_number, taken.papers)
    assert profiles.lines(counter) == before


def finish_what_was_cut_off(counter: Counter, book: Book, run: int, begun: Message | None) -> None:
    """The clerk comes back, finds the form and concludes it: one case, whether the write had got through or not."""
    waiting = drafts_of(counter)
    if begun is None and not waiting:
        return
    place = begun["place"] if begun else int(waiting[0].draft_id[-6:])
    first = retry(counter, run, place)
    assert retry(counter, run, place) == first
    assert drafts_of(counter) == []
    book.note(run, place, first.case_number, first.papers)


def check_rebuild(counter: Counter) -> None:
    live = profiles.projections(counter)
    counter.store.rebuild()
    assert profiles.projections(counter) == live


def work_and_kill(profile: Path, seed: int, kills: int) -> Book:
    """Kills the counter `kills` times and looks at the store after each."""
    profiles.set_up(profile, counter_work.CATALOGUE).close()
    chance, book = random.Random(seed), Book()
    with contextlib.ExitStack() as children:

        def child(run: int) -> Child:
            made = Child(profile, run)
            children.callback(made.end)
            return made

        waiting = child(1)
        for run in range(1, kills + 1):
            at_work, waiting = waiting, child(run + 1)
            last, begun = book.keep(run, kill_somewhere(at_work, chance))
            with profiles.opened(profile) as counter:
                check_draft(counter, run, last, begun)
                check_cases(counter, book)
                check_retries(counter, book, run)
                finish_what_was_cut_off(counter, book, run, begun)
                check_numbers(counter)
                assert counter.store.verify() is None
                if run % 10 == 0 or run == kills:
                    check_rebuild(counter)
    return book


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_acknowledged_is_lost_when_the_counter_is_killed(tmp_path: Path, seed: int):
    book = work_and_kill(tmp_path / "window", seed, KILLS)

    assert book.cases
    assert book.cut_off >= KILLS // 4, "too few kills fell into a write to prove anything"


def set_up_and_kill(profile: Path, delay_s: float) -> bool:
    """Kills a first set-up that long after its beginning; True if it had said that it was done."""
    child = Child(profile, run=0)
    heard = []
    for message in child.go():
        heard.append(message["what"])
        if message["what"] == "opening":
            time.sleep(delay_s)  # not a wait for something: the moment of the kill
            child.kill()
    child.end()
    return "open" in heard


def test_a_first_set_up_that_is_killed_is_whole_or_begun_again(tmp_path: Path):
    chance = random.Random(3)
    began_again = 0
    for attempt in range(SET_UPS):
        profile = tmp_path / f"window{attempt}"

        is_said_done = set_up_and_kill(profile, chance.uniform(0, SET_UP_S))

        if not bootstrap.profile_exists(profile):
            assert not is_said_done
            began_again += 1
            profiles.set_up(profile, counter_work.CATALOGUE).close()
        with profiles.opened(profile) as counter:
            assert retry(counter, 1, 0).case_number
            assert counter.store.verify() is None
    assert began_again, "no kill fell into a set-up"


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(11, 15))
def test_nothing_acknowledged_is_lost_in_two_hundred_kills(tmp_path: Path, seed: int):
    book = work_and_kill(tmp_path / "window", seed, 50)

    assert book.cases
    assert book.cut_off >= 12
