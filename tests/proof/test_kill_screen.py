"""The window itself is killed while somebody types: the form comes back to the same field and cursor."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from desktop.demo import hall
from tests.proof.screen_child import NAME, NUMBER

ROOT = Path(__file__).parents[2]


def start(profile: Path, task: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.proof.screen_child", str(profile), task]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def test_a_form_being_typed_comes_back_to_its_field_after_kill_9(tmp_path: Path):
    profile = tmp_path / "profile"
    hall.make(profile)

    with start(profile, "type") as typing:
        assert typing.stdout is not None
        assert typing.stdout.readline().strip() == "typed"
        os.kill(typing.pid, signal.SIGKILL)
    with start(profile, "look") as looking:
        assert looking.stdout is not None
        back = looking.stdout.readline().split()

    assert back == ["back", NUMBER, NAME, "name", str(len(NAME) - 1)]
