"""Papers and their sheets as rows: content, number, and how far each printing has come."""

import msgspec

from desktop.domain import events as ev
from desktop.domain.case import IssuedPaper, PrintEvent, SheetState, with_sheet
from desktop.domain.papers import encode, title
from desktop.store.line import Line
from desktop.store.sqlcipher import Database

_PAPER = """
INSERT INTO papers (number, case_id, kind, title, issued_on, sha256, code, template, at, clerk, is_waiting, issued,
content) VALUES (:number, :case_id, :kind, :title, :issued_on, :sha256, :code, :template, :at, :clerk, 1, :issued,
:content)
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


def move_sheet(db: Database, line: Line, event: PrintEvent) -> None:
    """Note what happened to a sheet. A sheet of a paper that is not here is left out."""
    row = db.execute("SELECT issued FROM papers WHERE number = :number", {"number": event.number}).fetchone()
    if row is None:
        return
    paper = with_sheet(msgspec.json.decode(row[0], type=IssuedPaper), event)
    is_waiting = any(sheet.state is not SheetState.CONFIRMED for sheet in paper.sheets)
    db.execute(
        "UPDATE papers SET issued = :issued, is_waiting = :is_waiting WHERE number = :number",
        {
            "issued": msgspec.json.encode(paper, order="deterministic"),
            "is_waiting": int(is_waiting),
            "number": event.number,
        },
    )
    _move_print(db, line, event, paper)


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
