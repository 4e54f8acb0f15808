"""From the catalogue to the workbook that is read back as the same catalogue, and the template to fill in."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desktop.catalogue_files.bundle_sheet import BUNDLES
from desktop.catalogue_files.elsewhere_sheets import CREDIT
from desktop.catalogue_files.guidance_sheets import INTERMEDIARIES, POLICIES
from desktop.catalogue_files.plan import Column, Sheet
from desktop.catalogue_files.questions import option_rows
from desktop.catalogue_files.sample import load_sample
from desktop.catalogue_files.sheets import BASIC, DAYS, EXTENDED, HEAD, OF_ITEM, OPTIONS, REFERRALS, SHEETS
from desktop.domain.catalogue import Catalogue, Role, ServiceItem

TITLE_ROW = 2  # row 1 tells how to fill the sheet in
CHOICES_DOWN_TO = 5_000
TEMPLATE_ITEM = "林木采伐"  # has every kind of entry: situations with both effects, deferral, special procedure, FAQ

_BOLD = Font(bold=True)
_HINT = Font(italic=True, color="00666666")
_NEEDED = PatternFill("solid", fgColor="00FCE4D6")
_OPTIONAL = PatternFill("solid", fgColor="00DDEBF7")
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def write_excel(catalogue: Catalogue) -> bytes:
    """The workbook: every sheet of the plan, titles with notes and drop-down lists, one row for each entry."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    rows = _rows(catalogue)
    for sheet in SHEETS:
        worksheet = workbook.create_sheet(sheet.title)
        _lay_out(worksheet, sheet)
        for number, values in enumerate(rows[sheet.title], start=TITLE_ROW + 1):
            _write_row(worksheet, number, sheet.columns, values)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def write_template(path: Path) -> None:
    """The workbook with one item of the sample catalogue filled in; it passes the check as it is. Raises OSError."""
    sample = load_sample()
    item = next(item for item in sample.items if item.name.startswith(TEMPLATE_ITEM))
    example = msgspec.structs.replace(
        sample,
        items=(item,),
        referrals=sample.referrals[:1],
        regional_days=sample.regional_days[-2:],
        bundles=(),
        credit=(),
        credit_salt="",
        policies=sample.policies[:2],
        intermediaries=tuple(one for one in sample.intermediaries if one.service in item.intermediary_services),
        note="模板自带的示例，填报时请换成本地内容，并把“是否示例”改为“否”。",
    )
    path.write_bytes(write_excel(example))


def _rows(catalogue: Catalogue) -> dict[str, list[dict[str, Any]]]:
    """The rows of each sheet by its title, values by field."""
    rows: dict[str, list[dict[str, Any]]] = {sheet.title: [] for sheet in SHEETS}
    rows[HEAD.title].append(_fields(catalogue))
    for item in catalogue.items:
        basic = _fields(item)
        basic["delegator"] = item.authority if item.role is Role.DELEGATED else ""
        rows[BASIC.title].append(basic)
        rows[EXTENDED.title].append({**_fields(item), "item_code": item.code})
        for sheet in OF_ITEM:
            rows[sheet.title] += [{**values, "item_code": item.code} for values in _entries(item, sheet)]
    rows[REFERRALS.title] += [_fields(referral) for referral in catalogue.referrals]
    rows[BUNDLES.title] += [_fields(bundle) for bundle in catalogue.bundles]
    rows[POLICIES.title] += [_fields(policy) for policy in catalogue.policies]
    rows[CREDIT.title] += [_fields(mark) for mark in catalogue.credit]
    rows[INTERMEDIARIES.title] += [_fields(one) for one in catalogue.intermediaries]
    rows[DAYS.title] += [_fields(day) for day in catalogue.regional_days]
    return rows


def _entries(item: ServiceItem, sheet: Sheet) -> Iterator[dict[str, Any]]:
    if sheet is OPTIONS:
        return option_rows(item.questions)
    return (_fields(entry) for entry in getattr(item, sheet.field))


def _fields(entry: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in entry.__struct_fields__}


def _lay_out(worksheet: Worksheet, sheet: Sheet) -> None:
    hint = worksheet.cell(1, 1, f"{sheet.note or '一条一行。'}带 * 的列必填；列的先后不限，标题不要改。")
    hint.font = _HINT
    for index, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(index)
        title = worksheet.cell(TITLE_ROW, index, column.title + ("*" if column.is_required else ""))
        title.font, title.fill = _BOLD, _NEEDED if column.is_required else _OPTIONAL
        title.alignment = Alignment(wrap_text=True, vertical="center")
        if column.note:
            title.comment = Comment(column.note, "一窗", width=320, height=110)
        worksheet.column_dimensions[letter].width = column.width
        if column.cell.is_code:  # what is typed below stays text too
            worksheet.column_dimensions[letter].number_format = "@"
        if column.cell.choices:
            _offer(worksheet, letter, column)
    worksheet.freeze_panes = f"C{TITLE_ROW + 1}"


def _offer(worksheet: Worksheet, letter: str, column: Column) -> None:
    validation = DataValidation(
        type="list", formula1=f'"{",".join(column.cell.choices)}"', allow_blank=not column.is_required
    )
    validation.showErrorMessage = True
    validation.errorTitle, validation.error = column.title, "请从下拉列表中选择。"
    validation.add(f"{letter}{TITLE_ROW + 1}:{letter}{CHOICES_DOWN_TO}")
    worksheet.add_data_validation(validation)


def _write_row(worksheet: Worksheet, number: int, columns: Sequence[Column], values: dict[str, Any]) -> None:
    for index, column in enumerate(columns, start=1):
        value: Any = values
        for part in column.field.split("."):
            value = value.get(part) if isinstance(value, dict) else getattr(value, part, None)
        if value is None or value in ("", (), {}):
            continue
        written = column.cell.write(value)
        cell = worksheet.cell(number, index, written)
        cell.alignment = _WRAPPED
        if isinstance(written, str):
            cell.data_type = "s"  # a text that begins with = is no formula
        if column.cell.is_code:
            cell.number_format = "@"
