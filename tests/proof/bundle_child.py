"""A counter that takes bundles in, until somebody kills it: `python -m tests.proof.bundle_child PROFILE RUN`.

It says the place of each, `begin` before the transaction and `done` after its commit, one line each.
"""

import sys
from pathlib import Path

from desktop.domain.checklist import Check, MaterialState
from desktop.services import intake
from desktop.services.intake_form import IntakeForm
from tests.builders import MONDAY, PERSON_ID, SESSION
from tests.proof import counter_work, profiles

PAPERS = ("1-m1", "id_card", "photo", "lease")


def say(what: str, place: int) -> None:
    sys.stdout.write(f"{what} {place}\n")
    sys.stdout.flush()


def form(run: int, place: int) -> IntakeForm:
    """Of every other bundle the town refuses one item, because its land is forest."""
    land = "forest" if place % 2 else "field"
    return IntakeForm(
        case_id=counter_work.case_id(run, place),
        item_code="B1",
        name="王示例",
        id_number=PERSON_ID,
        answers={"insure": "yes", "at": "here", "home": "rent", "kind": "food", "kind·2": "cane", "land": land},
        checks={code: Check(code=code, state=MaterialState.COMPLETE) for code in PAPERS},
        outcome="receive",
    )


def main(profile: Path, run: int) -> None:
    with profiles.opened(profile) as counter:
        for place in range(10_000):
            say("begin", place)
            with counter.store.write(SESSION) as uow:
                intake.take_in(uow, SESSION, form(run, place), today=MONDAY)
            say("done", place)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
