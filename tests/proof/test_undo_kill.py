"""The power goes while a conclusion is taken back: afterwards it has been taken back whole, or not at all."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import bootstrap
from desktop.clock import FixedClock
from desktop.domain.case import CaseState
from desktop.services import intake
from tests.builders import HALL, LEAD, MONDAY, SESSION, catalogue, item
from tests.proof import profiles
from tests.services.test_intake import FORM, form

CHILD = """
import os, signal, sys
from pathlib import Path
from desktop import bootstrap
from desktop.clock import FixedClock
from desktop.services import amendments
from tests.builders import MONDAY
from tests.proof import profiles

clock = FixedClock(profiles.MORNING)
counter, session = bootstrap.open_profile(Path(sys.argv[1]), "lead", profiles.PASSWORD, clock=clock)
with counter.store.write(session) as uow:
    amendments.undo(uow, session, sys.argv[2], today=MONDAY)
    if sys.argv[3] == "before":
        os.kill(os.getpid(), signal.SIGKILL)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(
    ("moment", "state", "is_void"), [("before", CaseState.ACCEPTED, False), ("after", CaseState.RECEIVED, True)]
)
def test_m20_a_kill_between_undo_and_commit_leaves_either_state(tmp_path: Path, moment, state, is_void):
    clock = FixedClock(profiles.MORNING)
    counter, _code = bootstrap.create_profile(
        tmp_path / "window",
        hall=HALL,
        lead=LEAD,
        password=profiles.PASSWORD,
        clock=clock,
        catalogue=catalogue(item()),
        cost=profiles.CHEAP,
    )
    with counter.store.write(SESSION) as uow:
        intake.take_in(uow, SESSION, form(), today=MONDAY)
    counter.close()

    killed = subprocess.run([sys.executable, "-c", CHILD, str(tmp_path / "window"), FORM.case_id, moment], check=False)

    assert killed.returncode == -signal.SIGKILL
    again, _session = bootstrap.open_profile(tmp_path / "window", "lead", profiles.PASSWORD, clock=clock)
    with again.store.read() as reader:
        case = reader.case(FORM.case_id)
        assert case is not None
        assert reader.issued_paper(case.papers[0].number) == case.papers[0]
    before = profiles.projections(again)
    again.store.rebuild()
    assert (case.state, case.papers[0].is_void) == (state, is_void)
    assert profiles.projections(again) == before
    assert again.store.verify() is None
    again.close()
