"""A counter at work, until somebody kills it: `python -m tests.proof.kill_child PROFILE RUN`; run 0 sets it up.

It says on standard output, one JSON line each, what it is about to do and, after the commit, what it has done. A line
that begins with `done` is an acknowledgement: what it names must never be lost.
"""

import json
import sys
from pathlib import Path
from typing import Any

from desktop.bootstrap import Counter
from desktop.services import drafts, intake
from tests.builders import MONDAY, SESSION
from tests.proof import counter_work, profiles


def say(what: str, **fields: Any) -> None:
    sys.stdout.write(json.dumps({"what": what, **fields}) + "\n")
    sys.stdout.flush()


def save_draft(counter: Counter, run: int, place: int, stage: int) -> None:
    form, field = counter_work.draft(run, place, stage)
    say("begin", act="draft", place=place, stage=stage)
    with counter.store.write(SESSION) as uow:
        drafts.save(uow, SESSION, form, field=field, at=counter.clock.now())
    say("done", act="draft", place=place, stage=stage)


def take_in(counter: Counter, run: int, place: int) -> None:
    say("begin", act="case", place=place)
    with counter.store.write(SESSION) as uow:
        taken = intake.take_in(uow, SESSION, counter_work.form(run, place), today=MONDAY)
    say("done", act="case", place=place, number=taken.case_number, papers=taken.papers)


def main(profile: Path, run: int) -> None:
    say("ready")
    sys.stdin.readline()
    say("opening")
    if run == 0:
        profiles.set_up(profile, counter_work.CATALOGUE).close()
        say("open")
        return
    with profiles.opened(profile) as counter:
        say("open")
        for place in range(10_000):
            for stage in range(counter_work.DRAFTS_PER_CASE):
                save_draft(counter, run, place, stage)
            take_in(counter, run, place)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
