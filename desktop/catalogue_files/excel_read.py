"""From the workbook to the catalogue: sheets are joined by 实施编码, and every fault is led back to its cell."""

import io
import warnings
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.catalogue_files.bundle_sheet import BUNDLES
from desktop.catalogue_files.container import check_container
from desktop.catalogue_files.elsewhere_sheets import CREDIT, WAYS
from desktop.catalogue_files.faults import FileFault, refuse, refuse_file
from desktop.catalogue_files.guidance_sheets import INTERMEDIARIES, POLICIES
from desktop.catalogue_files.places import Places
from desktop.catalogue_files.plan import Sheet, normalised
from desktop.catalogue_files.questions import join_questions
from desktop.catalogue_files.rows import Findings, Row, Table, read_table
from desktop.catalogue_files.sheets import (
    BASIC,
    DAYS,
    EXTENDED,
    FAQ,
    HEAD,
    MATERIALS,
    OF_ITEM,
    OPTIONS,
    REFERRALS,
    SHEETS,
    SPECIAL,
    STEPS,
)
from desktop.domain import catalogue_rules
from desktop.domain.catalogue import (
    Answer,
    Bundle,
    Catalogue,
    MaterialRequirement,
    Referral,
    RegionalDay,
    Role,
    ServiceItem,
    SpecialProcedure,
    Step,
)
from desktop.domain.catalogue_elsewhere import ElsewhereWay
from desktop.domain.credit import CreditMark
from desktop.domain.intermediary import Intermediary
from desktop.domain.policy import Policy

KINDS: dict[str, Any] = {
    MATERIALS.title: MaterialRequirement,
    STEPS.title: Step,
    SPECIAL.title: SpecialProcedure,
    FAQ.title: Answer,
    WAYS.title: ElsewhereWay,
}
_UNREADABLE = (
    InvalidFileException,
    BadZipFile,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
)


def read_excel(data: bytes) -> tuple[Catalogue, tuple[FileFault, ...]]:
    """The catalogue of a workbook, sound by desktop.domain.catalogue_rules, and what was left unread.

    Raises:
        CatalogueInvalid: `faults` holds every FileFault in the order of the sheets and rows.
    """
    check_container(data)
    findings = Findings()
    tables = _tables(_open(data), findings)
    places = Places()
    catalogue = _catalogue(tables, places, findings)
    if catalogue is not None:
        findings.faults += _rule_faults(catalogue, places, findings)
    if findings.faults:
        order = {sheet.title: n for n, sheet in enumerate(SHEETS)}
        raise refuse(sorted(findings.faults, key=lambda fault: (order.get(fault.sheet, -1), fault.row)))
    assert catalogue is not None
    return catalogue, tuple(findings.warnings)


def _open(data: bytes) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles and extensions of WPS that it leaves out
            return load_workbook(io.BytesIO(data), keep_links=False)
    except _UNREADABLE as error:
        raise refuse_file("file_damaged", detail=type(error).__name__) from None


def _tables(workbook: Workbook, findings: Findings) -> dict[str, Table]:
    """The table of each sheet of the plan; one that is not there is empty."""
    found: dict[str, list[Worksheet]] = {sheet.title: [] for sheet in SHEETS}
    for worksheet in workbook.worksheets:
        title = normalised(worksheet.title)
        if title in found:
            found[title].append(worksheet)
        elif worksheet.max_row > 1 or worksheet.max_column > 1:
            name = worksheet.title
            findings.warnings.append(FileFault("sheet_unknown", {"sheet": name}, sheet=name))
    return {sheet.title: _table(found[sheet.title], sheet, findings) for sheet in SHEETS}


def _table(worksheets: Sequence[Worksheet], sheet: Sheet, findings: Findings) -> Table:
    if len(worksheets) == 1:
        return read_table(worksheets[0], sheet, findings)
    if worksheets or sheet.is_required:
        reason = "sheet_twice" if worksheets else "sheet_missing"
        findings.faults.append(FileFault(reason, {"sheet": sheet.title}, sheet=sheet.title))
    return Table(sheet, {}, ())


def _catalogue(tables: dict[str, Table], places: Places, findings: Findings) -> Catalogue | None:
    """The catalogue as far as it can be put together, with placeholders where a required cell is at fault."""
    head = tables[HEAD.title]
    if not head.rows:
        if head.columns:
            findings.faults.append(FileFault("row_missing", sheet=HEAD.title))
        return None
    findings.faults += [head.fault("row_extra", row.number) for row in head.rows[1:]]
    places.add("", head, head.rows[0].number)
    return Catalogue(
        **head.rows[0].values,
        items=_items(tables, places, findings),
        referrals=_entries(tables[REFERRALS.title], Referral, places),
        regional_days=_entries(tables[DAYS.title], RegionalDay, places),
        bundles=_entries(tables[BUNDLES.title], Bundle, places),
        policies=_entries(tables[POLICIES.title], Policy, places),
        credit=_entries(tables[CREDIT.title], CreditMark, places),
        intermediaries=_entries(tables[INTERMEDIARIES.title], Intermediary, places),
    )


def _entries(table: Table, kind: Any, places: Places) -> tuple[Any, ...]:
    for n, row in enumerate(table.rows):
        places.add(f"{table.sheet.field}[{n}]", table, row.number)
    return tuple(kind(**row.values) for row in table.rows)


def _items(tables: dict[str, Table], places: Places, findings: Findings) -> tuple[ServiceItem, ...]:
    basic = tables[BASIC.title]
    number_of: dict[str, int] = {}
    for n, row in enumerate(basic.rows):
        places.add(f"items[{n}]", basic, row.number)
        number_of.setdefault(row.values["code"], n)
    extended = _extended(tables[EXTENDED.title], number_of, places, findings)
    lists = [_lists(tables[sheet.title], number_of, places, findings) for sheet in OF_ITEM]
    items = []
    for n, row in enumerate(basic.rows):
        values = _own_values(basic, row, findings)
        code = row.values["code"]
        if number_of[code] != n and code:  # the entries of other sheets went to the first: no more faults of this one
            findings.faults.append(basic.fault("item_code_twice", row.number, "code", value=code))
            findings.unread_rows.add((BASIC.title, row.number))
        elif n not in extended and tables[EXTENDED.title].columns and code:
            findings.faults.append(basic.fault("extension_missing", row.number, "code"))
        values |= extended.get(n, {"group": "?"})  # the missing row is the fault, not the empty group
        for sheet, entries in zip(OF_ITEM, lists, strict=True):
            values[sheet.field] = entries.get(n, ())
        items.append(ServiceItem(**values))
    return tuple(items)


def _own_values(basic: Table, row: Row, findings: Findings) -> dict[str, Any]:
    """In official exports the one who does the work is 实施主体; the law wants the one who delegates on the paper."""
    values = dict(row.values)
    delegator = values.pop("delegator", "")
    if delegator and values["role"] is Role.DELEGATED:
        values["authority"] = delegator
    elif delegator and "role" in basic.columns and "role" not in row.faulty:
        findings.faults.append(basic.fault("delegator_without_delegation", row.number, "delegator"))
    return values


def _extended(table: Table, number_of: dict[str, int], places: Places, findings: Findings) -> dict[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for n, rows in _by_item(table, number_of, findings).items():
        findings.faults += [table.fault("extension_twice", row.number, "item_code") for row in rows[1:]]
        places.add(f"items[{n}]", table, rows[0].number)
        found[n] = _without_code(rows[0])
    return found


def _lists(table: Table, number_of: dict[str, int], places: Places, findings: Findings) -> dict[int, tuple[Any, ...]]:
    found: dict[int, tuple[Any, ...]] = {}
    for n, rows in _by_item(table, number_of, findings).items():
        path = f"items[{n}].{table.sheet.field}"
        if table.sheet is OPTIONS:
            found[n] = join_questions(table, rows, path, places.add, findings)
            continue
        for k, row in enumerate(rows):
            places.add(f"{path}[{k}]", table, row.number)
        found[n] = tuple(KINDS[table.sheet.title](**_without_code(row)) for row in rows)
    return found


def _by_item(table: Table, number_of: dict[str, int], findings: Findings) -> dict[int, list[Row]]:
    """The rows of each item by its number. A code that no item has is told once, at its first row."""
    grouped: dict[int, list[Row]] = {}
    unknown: dict[str, list[Row]] = {}
    for row in table.rows:
        code = row.values["item_code"]
        if code in number_of:
            grouped.setdefault(number_of[code], []).append(row)
        elif code:
            unknown.setdefault(code, []).append(row)
    findings.faults += [
        table.fault("item_unknown", rows[0].number, "item_code", code=code, count=len(rows))
        for code, rows in unknown.items()
    ]
    return grouped


def _without_code(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.values.items() if name != "item_code"}


def _rule_faults(catalogue: Catalogue, places: Places, findings: Findings) -> list[FileFault]:
    """Faults between cells. Where placeholders stand, or a sheet or column is missing, they would mislead."""
    if any(not fault.row or fault.reason == "column_missing" for fault in findings.faults):
        return []
    found = []
    for fault in catalogue_rules.faults(catalogue):
        place = places.find(fault.where)
        if place is None:
            continue
        table, row, name = place
        if (table.sheet.title, row) not in findings.unread_rows:
            told = table.fault(fault.reason, row, name, **fault.fields)
            found.append(replace(told, path=fault.where, item_code=fault.item_code))
    return found
