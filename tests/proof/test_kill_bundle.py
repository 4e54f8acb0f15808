"""M8 under SIGKILL: a bundle is in the ledger whole, its number, its paper and every case of it, or not at all."""

import random
import subprocess
import sys
import time
from pathlib import Path

from desktop.domain.case import CaseState
from desktop.ports import Filters
from tests.bundle_builders import with_forest
from tests.proof import counter_work, profiles

ROOT = Path(__file__).parents[2]
KILLS = 3
WRITE_S = 0.03
"""A transaction of a bundle takes about that long."""


def killed_at_work(profile: Path, run: int, chance: random.Random) -> list[int]:
    """Places of the bundles that were acknowledged before the kill, which falls into a transaction or between two."""
    acknowledged, left = [], chance.randint(1, 4)
    command = [sys.executable, "-m", "tests.proof.bundle_child", str(profile), str(run)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            what, _, place = line.partition(" ")
            if what == "done":
                acknowledged.append(int(place))
            elif left == 0:
                time.sleep(chance.uniform(0, WRITE_S))  # not a wait for something: the moment of the kill
                child.kill()
                break
            left -= what == "begin"
        acknowledged += [int(line.split()[1]) for line in child.stdout if line.startswith("done") and line[-1] == "\n"]
    return acknowledged


def test_m8_a_bundle_is_whole_or_not_there_however_the_program_is_killed(tmp_path: Path):
    profile, chance = tmp_path / "window", random.Random(8)
    profiles.set_up(profile, with_forest()).close()

    kept = {counter_work.case_id(run, place) for run in range(KILLS) for place in killed_at_work(profile, run, chance)}

    with profiles.opened(profile) as counter, counter.store.read() as reader:
        cases = [reader.case(row.case_id) for row in reader.search("", Filters(), limit=1000)]
        parents = [case for case in cases if case is not None and case.parts]
        refused = {one.case_id for parent in parents for one in parent.sent_away}
        named = {child.case_id for parent in parents for child in parent.children} | refused
        assert kept <= {parent.case_id for parent in parents}
        assert len(parents) <= len(kept) + KILLS  # a commit whose word was cut off
        assert all(parent.state is CaseState.BUNDLED and len(parent.papers) == 1 for parent in parents)
        assert named == {case.case_id for case in cases if case is not None and case.bundle}
        assert len(named) == 3 * len(parents)
        ends = [case for case in cases if case is not None and case.case_id in refused]
        assert ends
        assert all(case.state is CaseState.REFUSED and len(case.papers) == 1 for case in ends)
    assert kept
