"""A paper from the counter to whoever doubts it: taken in, issued, rendered, checked with the key sheet of its hall."""

from datetime import UTC, datetime
from pathlib import Path

from desktop import bootstrap
from desktop.clock import FixedClock
from desktop.domain.checklist import Check, MaterialState
from desktop.domain.papers import CopyMark
from desktop.services import intake
from desktop.services.intake_form import IntakeForm
from desktop.store.key_slots import Cost
from printing.render import render
from printing.verify import Verdict, check_file, check_text
from tests.builders import COMPLETE, HALL, LEAD, MONDAY, PERSON_ID, SESSION, catalogue, item


def test_a_paper_of_the_counter_is_genuine_by_the_key_sheet_of_its_hall(tmp_path: Path) -> None:
    counter, _ = bootstrap.create_profile(
        tmp_path / "window",
        hall=HALL,
        lead=LEAD,
        password="demo-2026",
        clock=FixedClock(datetime(2026, 11, 2, 1, 0, tzinfo=UTC)),
        catalogue=catalogue(item()),
        cost=Cost(time=1, memory_kib=64, lanes=1),
    )
    form = IntakeForm(
        case_id="0192f0c0-0000-7000-8000-000000000001",
        item_code="L1",
        name="王示例",
        id_number=PERSON_ID,
        phone="13900000000",
        answers={"place": "1"},
        outcome="accept",
        checks={code: Check(code=code, state=MaterialState(state)) for code, state in COMPLETE.items()},
    )
    with counter.store.write(SESSION) as uow:
        (number,) = intake.take_in(uow, SESSION, form, today=MONDAY).papers
    with counter.store.read() as reader:
        paper, code = reader.paper(number), reader.paper_code(number)
    keys = bootstrap.key_sheet(counter)
    counter.close()
    assert paper is not None

    by_pdf = check_file(render(paper, code=code, copy=CopyMark(reprint_no=1)), keys)
    by_code = check_text(code, keys)

    assert by_pdf.verdict is by_code.verdict is Verdict.GENUINE
    assert by_pdf.content == paper
    assert by_code.code is not None
    assert by_code.code.number == number
