"""The task of a case that another place decides: to send it, then to ask what has become of it."""

from datetime import date

from desktop.domain.case import Case
from desktop.domain.catalogue_elsewhere import Mode
from desktop.domain.events_elsewhere import Stage
from desktop.domain.joint_steps import is_joint, open_there
from desktop.store.sqlcipher import Database

LAST = Stage.RESULT_SENT
SEND, ASK = "send_elsewhere", "ask_elsewhere"

_TASK = """
INSERT INTO tasks (case_no, kind, subject, due_on, clerk, window)
VALUES (:case_no, :kind, :subject, :due_on, :clerk, :window)
"""


def write_elsewhere(db: Database, no: int, case: Case, *, clerk: str) -> None:
    """The task, after those of the case have been cleared; none once the result is here."""
    owed = _owed(case)
    if owed is not None:
        kind, due_on = owed
        values = {"kind": kind, "subject": _place(case), "due_on": due_on.isoformat()}
        db.execute(_TASK, {"case_no": no, "clerk": clerk, "window": case.window, **values})


def _owed(case: Case) -> tuple[str, date] | None:
    if case.elsewhere is None or not case.is_open or case.result is not None:
        return None
    if case.elsewhere.mode is Mode.JOINT and case.elsewhere_states[-1:] and case.elsewhere_states[-1].stage is LAST:
        return None  # nothing comes back: it is decided here
    if is_joint(case) and not open_there(case):
        return None  # the other place has done its share
    if case.sent is None:
        return (SEND, case.elsewhere.send_by) if case.elsewhere.send_by else None
    asked = [state.ask_by for state in case.elsewhere_states] or [case.sent.ask_by]
    asked += [event.ask_by for event in case.joint_settled if event.ask_by is not None]
    return (ASK, asked[-1]) if asked[-1] is not None else None


def _place(case: Case) -> str:
    return case.elsewhere.place.name if case.elsewhere else ""
