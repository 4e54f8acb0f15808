"""Papers and their sheets as rows: content, number, and how far each printing has come."""

import msgspec

from desktop.domain import events as ev
from desktop.domain.case import IssuedPaper, PrintEvent, SheetState, with_sheet
from desktop.domain.papers import encode, title
from desktop.store.known_events import event_of
from desktop.store.ledger import LedgerReader
from desktop.store.line import Line
from desktop.store.sqlcipher import Database

Withdrawing = ev.PaperReplaced | ev.ConclusionUndone

_PAPER = """
INSERT INTO papers (number, case_id, kind, title, issued_on, sha256, code, template, at, clerk, is_waiting, issued,
content) VALUES (:number, :case_id, :kind, :title, :issued_on, :sha256, :code, :template, :at, :clerk, 1, :issued,
:content)
"""

_PRINTED_ELSEWHERE = """
SELECT 1 FROM ledger WHERE case_id = :case_id AND origin <> :origin
    AND kind IN ('PrintQueued', 'PrintSent', 'PrintFailed', 'PrintConfirmed', 'PaperReplaced', 'ConclusionUndone')
LIMIT 1
"""

_QUEUED = """
INSERT INTO prints (number, sheet_no, state, device, reason, problem, pdf_sha256, queued_at, origin, clerk)
VALUES (:number, :sheet_no, :state, :device, :reason, '', '', :at, :origin, :clerk)
ON CONFLICT (number, sheet_no) DO UPDATE SET state = excluded.state, device = excluded.device, reason = excluded.reason,
    problem = ''
"""

_MOVED = """
UPDATE prints SET state = :state, problem = :problem,
    pdf_sha256 = CASE WHEN :pdf_sha256 = '' THEN pdf_sha256 ELSE :pdf_sha256 END
WHERE number = :number AND sheet_no = :sheet_no
"""


def issue_paper(db: Database, line: Line, event: ev.PaperIssued) -> None:
    """Keep the content of a new paper."""
    content = encode(event.paper)
    issued = IssuedPaper(
        number=event.number,
        kind=str(type(event.paper).__struct_config__.tag),
        title=title(event.paper),
        sha256=event.sha256,
        issued_on=event.paper.head.issued_on,
    )
    values = {
        "number": issued.number,
        "case_id": line.case_id,
        "kind": issued.kind,
        "title": issued.title,
        "issued_on": issued.issued_on.isoformat(),
        "sha256": issued.sha256,
        "code": event.code,
        "template": event.template,
        "at": line.at,
        "clerk": line.clerk,
        "issued": msgspec.json.encode(issued, order="deterministic"),
        "content": content,
    }
    db.execute(_PAPER, values)
    if _is_printed_elsewhere(db, line):
        _fold_sheets_anew(db, event.number, line.case_id or "")


def move_sheet(db: Database, line: Line, event: PrintEvent) -> None:
    """Note what happened to a sheet. A sheet of a paper that is not here waits in the ledger until that comes."""
    if _is_printed_elsewhere(db, line):
        _fold_sheets_anew(db, event.number, line.case_id or "")
    else:
        _move_sheet(db, line, event)


def withdraw_papers(db: Database, line: Line, event: Withdrawing) -> None:
    """Note that papers are out of force: nobody has to print them any more. One that is not here yet waits."""
    for number in withdrawn_by(event):
        if _is_printed_elsewhere(db, line):
            _fold_sheets_anew(db, number, line.case_id or "")
        else:
            _withdraw(db, number, event)


def withdrawn_by(event: Withdrawing) -> tuple[str, ...]:
    """The numbers of the papers that the event puts out of force."""
    return (event.number,) if isinstance(event, ev.PaperReplaced) else event.papers


def _withdraw(db: Database, number: str, event: Withdrawing) -> None:
    row = db.execute("SELECT issued FROM papers WHERE number = :number", {"number": number}).fetchone()
    if row is None:
        return
    paper = msgspec.json.decode(row[0], type=IssuedPaper)
    if isinstance(event, ev.PaperReplaced):
        paper = msgspec.structs.replace(paper, replaced_by=event.by)
    else:
        paper = msgspec.structs.replace(paper, is_void=True)
    _keep_issued(db, paper, is_waiting=False)


def _is_printed_elsewhere(db: Database, line: Line) -> bool:
    """Whether another window prints papers of the case: its lines may come late, or before the paper itself."""
    values = {"case_id": line.case_id, "origin": line.origin}
    return line.case_id is not None and db.execute(_PRINTED_ELSEWHERE, values).fetchone() is not None


def _fold_sheets_anew(db: Database, number: str, case_id: str) -> None:
    """The sheets as the lines of all windows have made them, in the order (at, origin, seq)."""
    db.execute("DELETE FROM prints WHERE number = :number", {"number": number})
    row = db.execute("SELECT issued FROM papers WHERE number = :number", {"number": number}).fetchone()
    if row is None:
        return
    issued = msgspec.structs.replace(
        msgspec.json.decode(row[0], type=IssuedPaper), sheets=(), replaced_by="", is_void=False
    )
    _keep_issued(db, issued, is_waiting=True)
    for line in LedgerReader(db).of_case(case_id):
        event = event_of(line)
        if isinstance(event, PrintEvent) and event.number == number:
            _move_sheet(db, line, event)
        elif isinstance(event, Withdrawing) and number in withdrawn_by(event):
            _withdraw(db, number, event)


def _move_sheet(db: Database, line: Line, event: PrintEvent) -> None:
    row = db.execute("SELECT issued FROM papers WHERE number = :number", {"number": event.number}).fetchone()
    if row is None:
        return
    paper = with_sheet(msgspec.json.decode(row[0], type=IssuedPaper), event)
    is_waiting = any(sheet.state is not SheetState.CONFIRMED for sheet in paper.sheets)
    _keep_issued(db, paper, is_waiting=is_waiting)
    _move_print(db, line, event, paper)


def _keep_issued(db: Database, paper: IssuedPaper, *, is_waiting: bool) -> None:
    db.execute(
        "UPDATE papers SET issued = :issued, is_waiting = :is_waiting WHERE number = :number",
        {
            "issued": msgspec.json.encode(paper, order="deterministic"),
            "is_waiting": int(is_waiting and paper.is_in_force),
            "number": paper.number,
        },
    )


def _move_print(db: Database, line: Line, event: PrintEvent, paper: IssuedPaper) -> None:
    sheet = next((sheet for sheet in paper.sheets if sheet.sheet_no == event.sheet_no), None)
    if sheet is None:
        return
    values = {"number": event.number, "sheet_no": event.sheet_no, "state": sheet.state.value}
    if isinstance(event, ev.PrintQueued):
        place = {"device": sheet.device, "reason": sheet.reason, "at": line.at, "origin": line.origin}
        db.execute(_QUEUED, {**values, **place, "clerk": line.clerk})
    else:
        pdf = event.pdf_sha256 if isinstance(event, ev.PrintSent) else ""
        db.execute(_MOVED, {**values, "problem": sheet.problem, "pdf_sha256": pdf})
