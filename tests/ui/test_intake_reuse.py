"""M15: at the checklist the clerk reads what is on file, and 6 keeps its grade."""

from datetime import date
from typing import Any

import msgspec
import pytest

from desktop.domain.checklist import Check, Grade, MaterialState
from desktop.domain.events import ScanAdded
from desktop.domain.evidence import Evidence
from desktop.services.intake_form import IntakeForm
from tests.builders import COMPLETE, MATERIALS, MONDAY, PERSON_ID, catalogue, item
from tests.ui.case_fixtures import clock, hall, published  # noqa: F401
from ui.context import Context
from ui.pages.intake import material_presenter as materials
from ui.pages.intake.intake_jobs import IntakeJobs

CARD = item(materials=tuple(msgspec.structs.replace(m, standard="id_card") if m.code == "m2" else m for m in MATERIALS))
FORM = IntakeForm(case_id="c", item_code="L1", id_number=PERSON_ID, answers={"place": "1"})
FOUND = Evidence("id_card", "m2", "居民身份证", "c0", "示例1号", Grade.COMPARED, MONDAY)


def test_the_strip_says_what_is_on_file_and_what_6_does() -> None:
    shown = materials.detail(CARD, FORM, "m2", on_file=(FOUND, date(2027, 11, 2)), today=MONDAY)

    assert shown is not None
    assert shown.hints[0] == "本厅已有（2026-11-02，示例1号，B级，有效至2027-11-02）：经申请人同意按6使用，不必再交"
    bare = materials.detail(CARD, FORM, "m2")
    assert bare is not None
    assert not any("本厅已有" in hint for hint in bare.hints)


def test_m15_the_strip_says_that_what_is_on_file_is_no_longer_valid() -> None:
    shown = materials.detail(CARD, FORM, "m2", on_file=(FOUND, date(2026, 12, 2)), today=date(2026, 12, 3))

    assert shown is not None
    assert shown.hints[0] == "本厅已有的（2026-11-02，示例1号，B级）已过有效期（至2026-12-02），请重新提交"


def test_what_is_shared_from_a_file_keeps_its_grade_and_counts_as_saved() -> None:
    marked = materials.marked(CARD, FORM, "m2", MaterialState.SHARED, shared=FOUND.grade)

    assert marked.checks["m2"].grade is Grade.COMPARED
    assert materials.counts(CARD, marked).saved == 1


@pytest.mark.parametrize("published", [catalogue(CARD)])
def test_the_number_brings_the_person_and_their_evidence(hall: Any) -> None:  # noqa: F811
    compared = Check(code="m2", state=MaterialState.COMPLETE, grade=Grade.COMPARED, is_original_compared=True)
    checks = {code: Check(code=code, state=state) for code, state in COMPLETE.items()} | {"m2": compared}
    taken = hall.take_in(checks=checks)
    page = ScanAdded(sha256="ab" * 32, material_code="m2", place=1, media="image/webp", size_bytes=70_000)
    with hall.counter.store.write(hall.session) as uow:
        uow.record([page], case_id=taken.case_id)
    context: Context = hall.context

    person = IntakeJobs(context).person(PERSON_ID)()

    assert person is not None
    assert [(one.standard, one.grade) for one in person.evidence] == [("id_card", Grade.COMPARED)]
    assert IntakeJobs(context).person("450000197001010012")() is None
