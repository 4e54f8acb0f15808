"""Tables of cases and of one case: plain rows in; the tester of pytest-qt walks over every cell."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import CaseState, SheetState
from desktop.domain.checklist import MaterialState
from desktop.domain.deadline import Lamp
from desktop.ports import CaseRow
from tests.builders import CALENDAR
from ui.models.case_parts import EntryTable, MaterialTable, SheetTable
from ui.models.case_table import CaseColumn, CaseTable
from ui.pages.case_presenter import EntryView, MaterialView, SheetView
from ui.pages.cases_presenter import lines

TODAY = date(2026, 11, 23)


def case_row(no: int, **changes) -> CaseRow:
    fields = {
        "no": no,
        "case_id": f"id-{no}",
        "case_number": f"450000101-02-000000-20261123-{no:04}-0",
        "item_code": "L1",
        "item_name": "林木采伐许可（示例）",
        "applicant_name": "王示例",
        "id_masked": "4500…0028",
        "phone": "13900000000",
        "state": "accepted",
        "window": "02",
        "clerk": "lead",
        "received_on": TODAY,
        "due_on": date(2026, 12, 14),
        "yellow_days": 2,
    }
    return CaseRow(**{**fields, **changes})


def shown(*rows: CaseRow, calendar: WorkCalendar = CALENDAR):
    return lines(rows, today=TODAY, calendar=calendar, language="zh")


def test_the_list_of_cases_is_a_sound_model(qtmodeltester):
    table = CaseTable()
    table.set_lines(shown(case_row(3), case_row(2)), may_have_more=True)

    qtmodeltester.check(table)
    table.append_lines(shown(case_row(1)), may_have_more=False)

    qtmodeltester.check(table)
    assert [line.row.no for line in table.rows()] == [3, 2, 1]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (MaterialTable, MaterialView("m1", "申请表", "原件1份", MaterialState.FAULTY, "有误", "缺页")),
        (SheetTable, SheetView("1", "受理通知书", TODAY, "首次打印", SheetState.SENT, "已送打印机", "Counter", "张")),
        (EntryTable, EntryView("2026-11-23 09:00", "张", "收件")),
    ],
)
def test_the_tables_of_a_case_are_sound_models(qtmodeltester, table, row):
    model = table()

    model.set_rows([row])

    qtmodeltester.check(model)
    assert model.index(0, 0).data(model.ROW_ROLE) == row
    assert model.index(0, 0).data(Qt.ItemDataRole.UserRole) == row


def test_a_lamp_has_its_word_and_the_date_beside_it():
    table = CaseTable()

    table.set_lines(
        shown(
            case_row(4),
            case_row(3, due_on=date(2026, 11, 25)),
            case_row(2, due_on=date(2026, 11, 20)),
            case_row(1, state="refused", due_on=date(2026, 11, 20)),
        ),
        may_have_more=False,
    )

    cells = [table.index(row, CaseColumn.DUE) for row in range(4)]
    assert [(cell.data(), cell.data(table.TONE_ROLE)) for cell in cells] == [
        ("● 正常 2026-12-14", "green"),
        ("● 临期 2026-11-25", "yellow"),
        ("● 超期 2026-11-20", "red"),
        ("", None),
    ]


def test_a_state_is_a_chip_and_an_ended_case_is_grey():
    table = CaseTable()

    table.set_lines(shown(case_row(2), case_row(1, state="not_required", due_on=None)), may_have_more=False)

    cells = [table.index(row, CaseColumn.STATE) for row in range(2)]
    assert [(cell.data(), cell.data(table.TONE_ROLE)) for cell in cells] == [("已受理", "accent"), ("不受理", "muted")]


def test_a_year_without_calendar_shows_the_date_and_no_lamp():
    (line,) = shown(case_row(1, due_on=date(2031, 1, 6)))

    assert line.due.lamp is None
    assert line.due.due_on == date(2031, 1, 6)
    assert line.state is CaseState.ACCEPTED


def test_the_lamp_counts_working_days():
    (line,) = shown(case_row(1, due_on=date(2026, 11, 30)))  # Monday to Monday: five working days

    assert (line.due.lamp, line.due.workdays_left) == (Lamp.GREEN, 5)


def test_older_cases_are_asked_for_once(qtbot):
    table = CaseTable()
    table.set_lines(shown(case_row(1)), may_have_more=True)
    root = QModelIndex()

    with qtbot.waitSignal(table.more_wanted):
        table.fetchMore(root)

    assert not table.canFetchMore(root)
    table.append_lines(shown(case_row(0)), may_have_more=True)
    assert table.canFetchMore(root)
    assert not table.canFetchMore(table.index(0, 0))


def test_a_case_is_found_again_after_the_list_has_changed():
    table = CaseTable()
    table.set_lines(shown(case_row(2), case_row(1)), may_have_more=False)

    assert table.row_of("id-1") == 1
    assert table.row_of("id-9") == -1
