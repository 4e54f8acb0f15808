"""What the desk sends to the printer once the office has a seal."""

from typing import Any

import pytest
from msgspec.structs import replace as with_fields

from desktop.services import seal
from printing.seal_reading import seals_in
from printing.verify import Verdict, check_file
from tests.builders import SESSION
from tests.printing.sample_content import HEAD, REFUSAL
from tests.printing.window import Window
from tests.seal_samples import HOLDER, NOON, PASSWORD, office_seal, picture, signing_file
from tests.ui.case_fixtures import Hall, clock, hall, published  # noqa: F401 - fixtures
from ui.dialogs.print_presenter import OnDesk
from ui.dialogs.print_sheet import make_sheet, read_paper

ISSUED: Any = None  # not asked for what is printed
WINDOW = Window()


def sheet(paper=REFUSAL, *, device: str = "", sheet_no: int = 1, office=None):
    on_desk = OnDesk(paper, WINDOW.code(paper), ISSUED, office, NOON)
    return make_sheet(on_desk, sheet_no, device=device, wanted_format="A4")


@pytest.mark.parametrize("sheet_no", [0, 2])
def test_with_a_seal_each_sheet_leaves_sealed_and_is_genuine(sheet_no):
    prepared = sheet(office=office_seal(), sheet_no=sheet_no)

    assert prepared.data == prepared.pdf
    finding = check_file(prepared.pdf, WINDOW.keys)
    assert finding.verdict is Verdict.GENUINE
    assert [found.holder for found in finding.seals] == [HOLDER]


def test_without_one_and_on_samples_the_paper_is_as_it_was():
    sample = with_fields(REFUSAL, head=with_fields(HEAD, is_sample=True))

    assert seals_in(sheet().pdf) == ()
    assert seals_in(sheet(sample, office=office_seal()).pdf) == ()


def test_the_desk_takes_the_seal_that_is_set_today(hall: Hall):  # noqa: F811
    taken = hall.take_in()
    with hall.counter.store.write(SESSION) as uow:
        seal.set_image(uow, SESSION, picture())
        seal.set_certificate(uow, SESSION, signing_file(), PASSWORD, at=NOON)
    hall.clock.moment = NOON

    assert read_paper(hall.counter, taken.papers[0]).seal == office_seal()
