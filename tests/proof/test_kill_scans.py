"""The program is killed while pages are scanned: what was acknowledged is whole, nothing is shown by halves."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from desktop.bootstrap import Counter
from tests.proof import counter_work, profiles
from tests.proof.scan_child import PAGES, case_id

KILLS = 10
ROOT = Path(__file__).parents[2]
WRITE_S = 0.25


def run_until_killed(profile: Path, run: int, chance: random.Random) -> tuple[set[int], set[int]]:
    """Files acknowledged, and files begun, before the kill."""
    done: set[int] = set()
    begun: set[int] = set()
    left = chance.randint(0, 2)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.proof.scan_child", str(profile), str(run)], cwd=ROOT, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if not line.endswith(b"\n"):
                break  # cut off
            message = json.loads(line)
            if message["what"] == "begin":
                begun.add(message["number"])
                left -= 1
                if left < 0:
                    time.sleep(chance.uniform(0, WRITE_S))  # not a wait for something: the moment of the kill
                    child.send_signal(signal.SIGKILL)
            elif message["what"] == "done":
                assert message["added"] == PAGES
                done.add(message["number"])
        assert child.wait() == -signal.SIGKILL
    return done, begun


def check_pages(counter: Counter, run: int, done: set[int], begun: set[int]) -> None:
    """Every file is there with all its pages, each of which can be read, or not at all."""
    with counter.store.read() as reader:
        pages = reader.draft_scans(case_id(run))
    by_file = {number: [p for p in pages if p.material_code == f"f{number}"] for number in begun}
    assert all(len(by_file[number]) == PAGES for number in done), "an acknowledged page is gone"
    assert all(len(found) in (0, PAGES) for found in by_file.values()), "a file is there by halves"
    for page in pages:
        assert len(counter.store.scan_files.read(page.sha256)) == page.scan.size_bytes
        assert counter.store.scan_files.read_original(page.scan.original)


def test_a_page_that_was_acknowledged_survives_every_kill(tmp_path):
    chance = random.Random(20261123)
    profile = tmp_path / "window"
    profiles.set_up(profile, counter_work.CATALOGUE).close()
    runs = {}

    for run in range(1, KILLS + 1):
        runs[run] = run_until_killed(profile, run, chance)

    with profiles.opened(profile) as counter:
        for run, (done, begun) in runs.items():
            check_pages(counter, run, done, begun)
        counter.store.sweep_scans()
        for run, (done, begun) in runs.items():
            check_pages(counter, run, done, begun)
        with counter.store.read() as reader:
            named = {page.sha256 for run in runs for page in reader.draft_scans(case_id(run))}
        assert counter.store.scan_files.names() == named
        assert counter.store.verify() is None
