"""Kill -9 in the middle of work: nothing acknowledged is missing, no number twice, the chain whole, the draft back."""

import random
import subprocess
import sys
from pathlib import Path

from desktop.store.store import Store
from tests.store import samples
from tests.store.samples import KEY, SetClock

KILLS = 20
ROOT = Path(__file__).parents[2]


def run_until_killed(profile: Path, acks: int) -> list[tuple[str, int]]:
    """Let the child acknowledge so many cases, kill it while it is at the next, and give all that it told."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store.killed_writer", str(profile)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert child.stdout is not None
    with child.stdout:
        told = [child.stdout.readline() for _ in range(acks)]
        child.kill()
        told += child.stdout.readlines()
    child.wait()
    whole = [line.split() for line in told if line.endswith("\n")]
    return [(origin, int(serial)) for origin, serial in whole]


def test_killed_at_random_nothing_acknowledged_is_missing(profile: Path, store: Store, clock: SetClock):
    store.close()
    chance = random.Random(20261123)
    acknowledged: list[tuple[str, int]] = []
    for _ in range(KILLS):
        acknowledged += run_until_killed(profile, chance.randint(1, 12))

    with Store.open(profile, KEY, clock=clock) as again, again.read() as reader:
        assert {origin for origin, _serial in acknowledged} == {again.origin}
        assert len(set(acknowledged)) == len(acknowledged)
        kept = {row.case_number for row in reader.search("", limit=10_000)}
        assert {samples.case_number(serial) for _origin, serial in acknowledged} <= kept
        assert reader.ledger.count() == 3 * len(kept)
        assert len(reader.search("王示例", limit=10_000)) == len(kept)
        assert int(reader.drafts()[0].body) == len(kept)
        assert again.verify() is None
