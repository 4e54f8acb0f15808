"""Answers from a spreadsheet (.xlsx) or a CSV: one row an answer, headings in Chinese or English, any order.

    办件编号 case      the number as printed; empty with 消息 to a whole hall, which then stands in 大厅
    答复 what          接收 / 准予 / 不予 / 补正 / 消息 (received, granted, denied, correction, message)
    部门 office        who speaks; must be there
    内容 text          explanation, what to correct, or the message
    日期 date          of the decision, or the last day for corrections
    文书名称 document, 文号 number, 材料 materials (several with 、), 项目编号 project, 大厅 hall

A row with a fault is told with its number, and then nothing at all is answered.
"""

import csv
import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from sqlalchemy.engine import Connection

from desktop.catalogue_files.container import check_container, file_bytes, is_workbook
from desktop.city import answering, schema
from desktop.city.answer_lines import Answer
from desktop.city.answering import Addressed
from desktop.city.database import is_new
from desktop.city.folder import City
from desktop.domain import events as ev
from desktop.domain.errors import DomainError, InvalidInput

HEADINGS = {
    "办件编号": "case", "答复": "what", "部门": "office", "内容": "text", "日期": "date", "文书名称": "document",
    "文号": "number", "材料": "materials", "项目编号": "project", "大厅": "hall",
}  # fmt: skip
KINDS = {"接收": "received", "准予": "granted", "不予": "denied", "补正": "correction", "消息": "message"}
_NEEDED = ("case", "what", "office")
_SEPARATORS = str.maketrans({"，": "、", ",": "、", "；": "、", ";": "、"})

Row = dict[str, str]


class AnswerSheetFaulty(DomainError):
    """`count` rows cannot be answered from, `faults` says which and why, a line each. Nothing was answered."""


class AnswerSheetTaken(DomainError):
    """This very file was answered from before: `answers` of them."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A row with its number in the sheet, the heading being 1."""

    number: int
    cells: Row


def answer_from(city: City, path: Path, *, clerk: str) -> int:
    """Give every answer of the sheet; how many.

    Raises:
        AnswerSheetFaulty, AnswerSheetTaken, FileRefused; CatalogueInvalid: the file cannot be read at all.
    """
    data = file_bytes(path)
    rows = list(_rows(data, is_csv=path.suffix.lower() == ".csv"))
    digest = hashlib.sha256(data).hexdigest()
    with city.database.write() as conn:
        entry = {"sha256": digest, "answers": len(rows), "at": city.now_ms()}
        if not is_new(conn, schema.answer_sheets, entry):
            raise AnswerSheetTaken(answers=len(rows))
        return answering.give(conn, city, _addressed(conn, rows), clerk=clerk)


def _addressed(conn: Connection, rows: Sequence[_Numbered]) -> list[Addressed]:
    made, faults = [], []
    for row in rows:
        try:
            made.append(_one(conn, row.cells))
        except InvalidInput as error:
            faults.append((row.number, error))
    if faults:
        from desktop import messages  # the sentences are needed for a faulty sheet alone

        told = [f"第{number}行：{messages.text(error)}" for number, error in faults]
        raise AnswerSheetFaulty(count=len(faults), faults="\n".join(told))
    return made


def _one(conn: Connection, cells: Row) -> Addressed:
    answer = _answer(cells)
    if cells["case"]:
        return answering.about_case(conn, cells["case"], answer)
    if cells["hall"] and isinstance(answer, ev.CityMessage):
        return Addressed(answer, cells["hall"])
    raise InvalidInput("answer_field", field="case", heading="办件编号")


def _answer(cells: Row) -> Answer:
    what = KINDS.get(cells["what"], cells["what"])
    make = _MAKERS.get(what)
    if make is None:
        raise InvalidInput("answer_kind", field="what", what=cells["what"])
    _require(cells, "office")
    return make(cells)


def _received(cells: Row) -> Answer:
    return ev.CityReceived(office=cells["office"], project_no=cells["project"])


def _decided(cells: Row, *, is_granted: bool) -> Answer:
    if not is_granted:
        _require(cells, "text")  # 行政许可法 38: a refusal states its reasons
    return ev.CityDecided(
        office=cells["office"],
        is_granted=is_granted,
        decided_on=_date(_require(cells, "date")),
        document_name=cells["document"],
        document_number=cells["number"],
        explanation=cells["text"],
    )


def _correction(cells: Row) -> Answer:
    materials = tuple(part.strip() for part in cells["materials"].translate(_SEPARATORS).split("、") if part.strip())
    supply_by = _date(cells["date"]) if cells["date"] else None
    text = _require(cells, "text")
    return ev.CityAskedCorrection(office=cells["office"], text=text, materials=materials, supply_by=supply_by)


def _message(cells: Row) -> Answer:
    return ev.CityMessage(office=cells["office"], text=_require(cells, "text"))


_MAKERS: dict[str, Callable[[Row], Answer]] = {
    "received": _received,
    "granted": lambda cells: _decided(cells, is_granted=True),
    "denied": lambda cells: _decided(cells, is_granted=False),
    "correction": _correction,
    "message": _message,
}


def _require(cells: Row, field: str) -> str:
    if not cells[field]:
        heading = next(zh for zh, name in HEADINGS.items() if name == field)
        raise InvalidInput("answer_field", field=field, heading=heading)
    return cells[field]


def _date(text: str) -> date:
    plain = text.replace("年", "-").replace("月", "-").rstrip("日").replace("/", "-").replace(".", "-")
    try:
        return datetime.strptime(plain, "%Y-%m-%d").date()  # noqa: DTZ007 - a day, not a moment
    except ValueError:
        raise InvalidInput("answer_date", field="date", text=text) from None


def _rows(data: bytes, *, is_csv: bool) -> Iterator[_Numbered]:
    """Every row that is not empty, its cells by their English names."""
    table = _csv(data) if is_csv else _workbook(data)
    names: list[str] = []
    for number, row in enumerate(table, start=1):
        cells = [_text(cell) for cell in row]
        if not names:
            names = [HEADINGS.get(cell, cell.lower()) for cell in cells]
            _require_headings(names)
        elif any(cells):
            found = dict.fromkeys(HEADINGS.values(), "") | dict(zip(names, cells, strict=False))
            yield _Numbered(number, found)


def _require_headings(names: Sequence[str]) -> None:
    missing = [zh for zh, name in HEADINGS.items() if name in _NEEDED and name not in names]
    if missing:
        raise AnswerSheetFaulty(count=1, faults=f"第1行：没有表头“{'”“'.join(missing)}”")


def _workbook(data: bytes) -> Iterator[Sequence[Any]]:
    if not is_workbook(data):  # says by its name what the file is
        raise AnswerSheetFaulty(count=1, faults="请存为 .xlsx 或 .csv")
    check_container(data)
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        yield from book.worksheets[0].iter_rows(values_only=True)
    finally:
        book.close()


def _csv(data: bytes) -> Iterator[Sequence[str]]:
    """UTF-8, or what Excel writes in China."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
    return csv.reader(io.StringIO(text, newline=""))


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
