"""A folded case as rows: the list, its materials, what is owed, and the words by which it is found."""

from datetime import date

import msgspec

from desktop.domain.case import Case, CaseState
from desktop.domain.people import Agent, Applicant
from desktop.store.elsewhere_rows import write_elsewhere
from desktop.store.pledge_rows import write_pledges
from desktop.store.rating_rows import write_ratings
from desktop.store.sqlcipher import Database
from desktop.store.tokens import code_key, facet, initials, spaced, tails

PARENT = "bundle"
"""Role of the parent of a 一件事: its items are the cases that are counted."""

_CASE = """
INSERT INTO cases (no, case_id, case_number, number_key, item_code, item_name, applicant_name, applicant_kind, id_kind,
    id_number, phone, state, is_open, window, clerk, received_on, accepted_on, due_on, ended_on, yellow_days, role,
    year, catalogue_version, is_practice, last_at, last_origin, last_seq, body)
VALUES (:no, :case_id, :case_number, :number_key, :item_code, :item_name, :applicant_name, :applicant_kind, :id_kind,
    :id_number, :phone, :state, :is_open, :window, :clerk, :received_on, :accepted_on, :due_on, :ended_on, :yellow_days,
    :role, :year, :catalogue_version, :is_practice, :last_at, :last_origin, :last_seq, :body)
ON CONFLICT (no) DO UPDATE SET state = excluded.state, is_open = excluded.is_open, accepted_on = excluded.accepted_on,
    due_on = excluded.due_on, ended_on = excluded.ended_on, last_at = excluded.last_at,
    last_origin = excluded.last_origin, last_seq = excluded.last_seq, body = excluded.body, clerk = excluded.clerk,
    item_code = excluded.item_code, item_name = excluded.item_name, applicant_name = excluded.applicant_name,
    applicant_kind = excluded.applicant_kind, id_kind = excluded.id_kind, id_number = excluded.id_number,
    phone = excluded.phone, received_on = excluded.received_on, year = excluded.year, window = excluded.window
"""

_ITEM = "INSERT OR REPLACE INTO bundle_items (case_no, whole_id) VALUES (:no, :whole_id)"

_MATERIAL = """
INSERT INTO case_materials (case_no, place, code, name, state, reason, due_on)
VALUES (:case_no, :place, :code, :name, :state, :reason, :due_on)
"""

_TASK = """
INSERT INTO tasks (case_no, kind, subject, due_on, clerk, window)
VALUES (:case_no, :kind, :subject, :due_on, :clerk, :window)
"""

_SEARCH = """
INSERT OR REPLACE INTO case_search (rowid, case_no, item_name, name, initials, id_no, phone, tails, facets)
VALUES (:no, :case_no, :item_name, :name, :initials, :id_no, :phone, :tails, :facets)
"""


def write_case(db: Database, no: int, case: Case, *, clerk: str, last: tuple[int, str, int]) -> None:
    """Bring every row of the case up to date. `last` is (at, origin, seq) of the line that was folded last."""
    db.execute(_CASE, _case_values(no, case, clerk, last))
    if case.bundle is not None:
        db.execute(_ITEM, {"no": no, "whole_id": case.bundle.case_id})
    _write_materials(db, no, case)
    _write_tasks(db, no, case, clerk)
    write_ratings(db, no, case, clerk=clerk)
    write_pledges(db, no, case, clerk=clerk)
    write_elsewhere(db, no, case, clerk=clerk)
    db.execute(_SEARCH, _search_values(no, case))


def _case_values(no: int, case: Case, clerk: str, last: tuple[int, str, int]) -> dict[str, object]:
    applicant, item = case.applicant, case.item
    return {
        "no": no,
        "case_id": case.case_id,
        "case_number": case.case_number,
        "number_key": code_key(case.case_number),
        "item_code": item.code,
        "item_name": item.name,
        "applicant_name": applicant.name,
        "applicant_kind": applicant.kind,
        "id_kind": applicant.id_kind,
        "id_number": applicant.id_number,
        "phone": applicant.phone,
        "state": case.state.value,
        "is_open": int(case.is_open),
        "window": case.window,
        "clerk": clerk,
        "received_on": case.received_on.isoformat(),
        "accepted_on": _text(case.accepted_on),
        "due_on": _text(case.due_on),
        "ended_on": _text(case.ended_on),
        "yellow_days": item.yellow_days,
        "role": PARENT if case.parts else item.role.value,
        "year": case.received_on.year,
        "catalogue_version": case.catalogue_version,
        "is_practice": int(case.is_practice),
        "last_at": last[0],
        "last_origin": last[1],
        "last_seq": last[2],
        "body": msgspec.json.encode(case, order="deterministic"),
    }


def _write_materials(db: Database, no: int, case: Case) -> None:
    db.execute("DELETE FROM case_materials WHERE case_no = :no", {"no": no})
    owed = {material.code: material.due_on for material in case.owed}
    for place, row in enumerate(case.rows, start=1):
        db.execute(
            _MATERIAL,
            {
                "case_no": no,
                "place": place,
                "code": row.code,
                "name": row.name,
                "state": row.state.value,
                "reason": row.reason,
                "due_on": _text(owed.get(row.code)),
            },
        )


def _write_tasks(db: Database, no: int, case: Case, clerk: str) -> None:
    db.execute("DELETE FROM tasks WHERE case_no = :no", {"no": no})
    for kind, subject, due_on in _owed_by(case):
        values = {"kind": kind, "subject": subject, "due_on": due_on.isoformat()}
        owner = {"clerk": case.keeper or clerk, "window": case.keeper_window or case.window}
        db.execute(_TASK, {"case_no": no, **owner, **values})


_AWAITED = {
    CaseState.RECEIVED: "notice",
    CaseState.CORRECTING: "correction",
    CaseState.ACCEPTED: "decision",
    CaseState.FORWARDED: "decision",
    CaseState.DECIDED: "delivery",
}


def _owed_by(case: Case) -> list[tuple[str, str, date]]:
    """What somebody has to do: kind, what it is about, and by when."""
    tasks = [(_AWAITED[case.state], "", case.due_on)] if case.is_open and case.due_on else []
    if case.is_open and case.procedure is not None and case.procedure.ends_on is not None:
        tasks.append(("procedure", case.procedure.procedure, case.procedure.ends_on))
    if case.is_open:
        tasks += [("deferral", material.code, material.due_on) for material in case.owed]
    return tasks


def _search_values(no: int, case: Case) -> dict[str, object]:
    parties: list[Applicant | Agent] = [case.applicant, case.agent] if case.agent else [case.applicant]
    names = [party.name for party in parties if party.name]
    if case.applicant.legal_representative:
        names.append(case.applicant.legal_representative)
    numbers = [party.id_number for party in parties]
    phones = [party.phone for party in parties]
    facets = {"s": case.state.value, "w": case.window, "i": case.item.code, "y": case.received_on.year}
    return {
        "no": no,
        "case_no": code_key(case.case_number),
        "item_name": spaced(case.item.name),
        "name": spaced(*names),
        "initials": initials(*names),
        "id_no": " ".join(code_key(number) for number in numbers),
        "phone": " ".join(code_key(phone) for phone in phones),
        "tails": tails(numbers=numbers, phones=phones, case_number=case.case_number),
        "facets": " ".join(facet(kind, value) for kind, value in (facets | {"o": int(case.is_open)}).items()),
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
