"""Data given once (M15): what is on file of a person, and the record of what was used again with their consent."""

from datetime import date

import msgspec

from desktop.domain.catalogue import ServiceItem
from desktop.domain.checklist import MaterialState
from desktop.domain.events import DataReused, ReusedEvidence
from desktop.domain.evidence import VALID_DAYS, Evidence, for_material, on_file
from desktop.ports import CaseReader, UnitOfWork
from desktop.services.intake_form import IntakeForm

CONSENT = "当面同意"
VALID_DAYS_SETTING = "evidence.valid_days"
CASES_AT_MOST = 60


def evidence_of(reader: CaseReader, id_number: str, *, besides: str = "") -> tuple[Evidence, ...]:
    """What is on file of the person with this number, whatever its age.

    `besides` is a case that does not count, the one being made.
    """
    if not id_number.strip():
        return ()
    rows = reader.search(id_number, limit=CASES_AT_MOST)
    cases = [case for row in rows if row.case_id != besides and (case := reader.case(row.case_id)) is not None]
    same = (case for case in cases if case.applicant.id_number == id_number)
    return on_file(same, valid_days=valid_days(reader))


def valid_days(reader: CaseReader) -> int:
    """Calendar days for which evidence is used again where the catalogue gives the material no validity."""
    text = reader.setting(VALID_DAYS_SETTING)
    return int(text) if text.isascii() and text.isdigit() and int(text) else VALID_DAYS


def with_reused(before: IntakeForm, after: IntakeForm) -> IntakeForm:
    """The form after the citizen agreed: which of its fields came from what is on file."""
    names = tuple(name for name in ("name", "phone", "address") if getattr(before, name) != getattr(after, name))
    return msgspec.structs.replace(after, reused=tuple(dict.fromkeys((*before.reused, *names))))


def record_with_form(uow: UnitOfWork, form: IntakeForm, item: ServiceItem, *, case_id: str, today: date) -> None:
    """Keeps with the case what was used again: fields of the form, and materials not asked for because of it."""
    case = uow.case(case_id)
    if case is None:
        return
    evidence = evidence_of(uow, case.applicant.id_number, besides=case_id)
    shared = [row for row in case.rows if row.state is MaterialState.SHARED]
    found = [(row, one) for row in shared if (one := for_material(item, row.code, evidence, today=today)) is not None]
    if not (form.reused or found):
        return
    materials = tuple(
        ReusedEvidence(
            code=row.code,
            name=row.name,
            from_case=one.case_number,
            from_code=one.code,
            grade=one.grade,
            given_on=one.given_on,
        )
        for row, one in found
    )
    uow.record([DataReused(fields=form.reused, materials=materials, consent=CONSENT)], case_id=case_id)
