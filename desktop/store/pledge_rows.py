"""Pledges of a folded case as rows, each with its task while somebody has to look; and the case's credit record."""

from desktop.domain.case import Case
from desktop.domain.case_pledge import Pledge, PledgeState
from desktop.domain.case_state import CaseState
from desktop.store.sqlcipher import Database

VERIFY, RECTIFY = "verify", "rectify"

_VERIFIED_AFTER = frozenset({CaseState.DELIVERED, CaseState.BUNDLED})

_PLEDGE = """
INSERT INTO pledges (case_no, code, name, taken_on, verify_by, state)
VALUES (:case_no, :code, :name, :taken_on, :verify_by, :state)
"""

_CREDIT = """
INSERT INTO credit_records (case_no, id_kind, id_number, noted_on, until, basis, repaired_on)
VALUES (:case_no, :id_kind, :id_number, :noted_on, :until, :basis, :repaired_on)
"""

_TASK = """
INSERT INTO tasks (case_no, kind, subject, due_on, clerk, window)
VALUES (:case_no, :kind, :subject, :due_on, :clerk, :window)
"""


def write_pledges(db: Database, no: int, case: Case, *, clerk: str) -> None:
    """Bring the rows up to date, and the tasks after those of the case have been cleared."""
    db.execute("DELETE FROM pledges WHERE case_no = :no", {"no": no})
    db.execute("DELETE FROM credit_records WHERE case_no = :no", {"no": no})
    for pledge in case.pledges:
        db.execute(_PLEDGE, _values(no, pledge))
        if pledge.is_open and (case.is_open or case.state in _VERIFIED_AFTER):
            db.execute(_TASK, _task(no, case, pledge, clerk))
    if case.credit is not None:
        db.execute(_CREDIT, _credit(no, case))


def _values(no: int, pledge: Pledge) -> dict[str, object]:
    return {
        "case_no": no,
        "code": pledge.code,
        "name": pledge.name,
        "taken_on": pledge.taken_on.isoformat(),
        "verify_by": pledge.verify_by.isoformat(),
        "state": pledge.state.value,
    }


def _task(no: int, case: Case, pledge: Pledge, clerk: str) -> dict[str, object]:
    return {
        "case_no": no,
        "kind": RECTIFY if pledge.state is PledgeState.RECTIFYING else VERIFY,
        "subject": pledge.code,
        "due_on": pledge.verify_by.isoformat(),
        "clerk": clerk,
        "window": case.window,
    }


def _credit(no: int, case: Case) -> dict[str, object]:
    noted, repaired = case.credit, case.credit_repaired
    assert noted is not None
    return {
        "case_no": no,
        "id_kind": noted.id_kind,
        "id_number": noted.id_number,
        "noted_on": noted.noted_on.isoformat(),
        "until": noted.until.isoformat() if noted.until else None,
        "basis": noted.basis,
        "repaired_on": repaired.repaired_on.isoformat() if repaired else None,
    }
