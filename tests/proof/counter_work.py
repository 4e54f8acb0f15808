"""What the child at the counter does, as a plan that the parent knows too: forms and drafts by round and place."""

import msgspec

from desktop.domain.catalogue import Catalogue
from desktop.domain.checklist import Check, MaterialState
from desktop.domain.identity import make_check_digit
from desktop.services.intake_form import IntakeForm
from tests.builders import COMPLETE, catalogue, item

OUTCOMES = ("accept", "request_correction", "receive", "refuse", "accept_deferred")
DRAFTS_PER_CASE = 2

CATALOGUE: Catalogue = catalogue(item())


def person_id(serial: int) -> str:
    """An id number with a valid check digit in an area that does not exist."""
    first17 = f"450000{1950 + serial % 50}{serial % 12 + 1:02}{serial % 28 + 1:02}{serial % 1000:03}"
    return first17 + make_check_digit(first17)


def case_id(run: int, place: int) -> str:
    return f"0192f0c0-0000-7000-8000-{run:06}{place:06}"


def form(run: int, place: int) -> IntakeForm:
    """The whole form of a case, ready to be concluded."""
    outcome = OUTCOMES[(run + place) % len(OUTCOMES)]
    states = dict(COMPLETE)
    if outcome == "request_correction":
        states["m1"] = MaterialState.MISSING
    if outcome == "accept_deferred":
        states["m4"] = MaterialState.DEFERRED
    return IntakeForm(
        case_id=case_id(run, place),
        item_code="L1",
        name=f"王示例{'甲乙丙丁戊'[place % 5]}",
        id_number=person_id(run * 37 + place),
        phone="13900000000",
        answers={"place": "3" if outcome == "refuse" else "1"},
        checks={} if outcome == "refuse" else {c: Check(code=c, state=s) for c, s in states.items()},
        outcome=outcome,
    )


def draft(run: int, place: int, stage: int) -> tuple[IntakeForm, str]:
    """The form as far as it has been typed, wrong digits and all, and the field that the clerk is in."""
    whole = form(run, place)
    if stage == 0:
        return IntakeForm(case_id=whole.case_id, item_code="L1", name=f"王示{run}", id_number="45000019"), "id_number"
    return msgspec.structs.replace(whole, phone="1390000", outcome="", address=f"示例路{run}-{place}号"), "phone"
