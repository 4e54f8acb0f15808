"""What intake has taken in can be printed: the paper of a case that is on record never fails at its text.

After the commit the number is used and the citizen waits; a fault of the text has to be told, or put right, before.
"""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from desktop.bootstrap import Counter
from desktop.domain.checklist import Check, MaterialState
from desktop.domain.errors import DomainError
from desktop.services import drafts, intake
from desktop.services.intake_form import IntakeForm
from printing.render import render
from tests.builders import MONDAY, SESSION
from tests.proof import counter_work, profiles
from ui.printable import require_printable_papers

FAULTY = counter_work.form(0, 1)
ACCEPTED = {"outcome": "accept", "checks": counter_work.form(0, 0).checks}


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    opened = profiles.set_up(tmp_path_factory.mktemp("printable") / "window", counter_work.CATALOGUE)
    yield opened
    opened.close()


def because(reason: str) -> dict[str, Any]:
    return {"checks": {**FAULTY.checks, "m1": Check(code="m1", state=MaterialState.FAULTY, reason=reason)}}


TEXTS: list[Any] = [
    pytest.param({"name": "王𬭳"}, id="rare name"),
    pytest.param({"name": "Nguyễn Văn"}, id="Vietnamese name"),
    pytest.param({"name": "⿰木王"}, id="name described by its parts"),
    pytest.param({"name": "王\ue863"}, id="name in private-use coding"),
    pytest.param({"name": "王\U00031350"}, id="name of an extension that no font has"),
    pytest.param({"name": "김철수"}, id="Korean name"),
    pytest.param(because("缺页" * 500), id="very long reason"),
    pytest.param(because("缺页\n第二行"), id="line break in a reason"),
    pytest.param(because("缺\t页"), id="tab in a reason"),
    pytest.param(because("缺页\x07"), id="control character in a reason"),
    pytest.param(because("缺页😀"), id="emoji in a reason"),
    pytest.param({**ACCEPTED, "delivery": "邮寄📮"}, id="emoji in the delivery"),
]


@pytest.mark.parametrize("fields", TEXTS)
def test_a_case_that_is_taken_in_has_a_paper_that_can_be_printed(
    counter: Counter, request: pytest.FixtureRequest, fields: dict[str, Any]
):
    case_id = f"case-{request.node.callspec.id}"
    typed: IntakeForm = msgspec.structs.replace(FAULTY, case_id=case_id, **fields)
    try:
        with counter.store.write(SESSION) as uow:
            taken = require_printable_papers(uow, intake.take_in(uow, SESSION, typed, today=MONDAY))
    except DomainError:  # told in time, and nothing was taken in
        with counter.store.read() as reader:
            assert reader.case(case_id) is None
        return

    with counter.store.read() as reader:
        for number in taken.papers:
            content = reader.paper(number)
            assert content is not None
            assert render(content, code=reader.paper_code(number)).startswith(b"%PDF")


def test_half_a_character_does_not_cost_the_draft(counter: Counter):
    typed: IntakeForm = msgspec.structs.replace(FAULTY, case_id="half", name="王\ud842")

    with counter.store.write(SESSION) as uow:
        drafts.save(uow, SESSION, typed, field="name", at=counter.clock.now())

    with counter.store.read() as reader:
        assert any(draft.draft_id == "half" for draft in reader.drafts())
