"""Rows of the table of cases as lists of cases show them."""

from dataclasses import fields
from datetime import date
from typing import Any

from desktop.domain.identity import masked
from desktop.ports import CaseRow

CASE_ROWS = """
SELECT no, case_id, case_number, item_code, item_name, applicant_name, id_number, phone, state, window, clerk,
received_on,
    due_on, yellow_days, role,
    CASE WHEN role = 'bundle' THEN json_array_length(CAST(body AS TEXT), '$.parts')
        + coalesce(json_array_length(CAST(body AS TEXT), '$.sent_away'), 0) ELSE 0 END FROM cases
"""

_FIELDS = tuple(field.name for field in fields(CaseRow))


def case_row(row: tuple[Any, ...]) -> CaseRow:
    """A row of CASE_ROWS, with the number of the document masked."""
    values = dict(zip(_FIELDS, row, strict=True))
    due_on = values["due_on"]
    return CaseRow(
        **values
        | {
            "id_masked": masked(values["id_masked"]),
            "received_on": date.fromisoformat(values["received_on"]),
            "due_on": date.fromisoformat(due_on) if due_on else None,
        }
    )
