"""Single cells: what Excel, WPS and people make of codes, numbers and dates."""

from datetime import date, datetime

import pytest

from desktop.catalogue_files import plan
from desktop.catalogue_files.cells import CODE, CODE_12, DAY, INTEGER, LINES, TEXT, VALIDITY, YES_NO
from desktop.catalogue_files.elsewhere_sheets import JOINT_STEPS
from desktop.catalogue_files.faults import CellFault
from desktop.domain.catalogue import Handling, ItemKind, Medium
from desktop.domain.catalogue_elsewhere import JointStep, Side
from desktop.domain.deadline import LimitUnit
from desktop.domain.validity import Validity, ValidityUnit


@pytest.mark.parametrize(
    ("cell", "value", "read"),
    [
        (TEXT, "  右江区\r\n示例局_x000D_ ", "右江区\n示例局"),
        (TEXT, 12.0, "12"),
        (TEXT, True, "是"),
        (CODE, 451002, "451002"),
        (CODE, 451002.0, "451002"),
        (CODE_12, "000199031000", "000199031000"),
        (INTEGER, "２０", 20),
        (INTEGER, 20.0, 20),
        (DAY, datetime(2026, 11, 1), date(2026, 11, 1)),  # noqa: DTZ001 - Excel knows no zones
        (DAY, "2026年11月1日", date(2026, 11, 1)),
        (DAY, "2026/11/01", date(2026, 11, 1)),
        (DAY, 20261101, date(2026, 11, 1)),
        (YES_NO, "否", False),
        (YES_NO, True, True),
        (YES_NO, 1, True),
        (LINES, " 一 \n\n二\r\n", ("一", "二")),
        (VALIDITY, "６个月", Validity(count=6, unit=ValidityUnit.MONTHS)),
        (
            JOINT_STEPS,
            "收件地：受理\n 联办地:核发 ",
            (JointStep(name="受理", side=Side.HERE), JointStep(name="核发", side=Side.THERE)),
        ),
        (plan.KINDS, "行政许可", ItemKind.LICENCE),
        (plan.KINDS, "01", ItemKind.LICENCE),
        (plan.KINDS, 1, ItemKind.LICENCE),
        (plan.HANDLINGS, "2 承诺件", Handling.COMMITTED),
        (plan.MEDIA, "纸质/电子", Medium.EITHER),
        (plan.UNITS, 1, LimitUnit.CALENDAR_DAYS),
    ],
)
def test_what_is_certain_is_put_right(cell, value, read):
    assert cell.read(value) == read


@pytest.mark.parametrize(
    ("cell", "value", "reason"),
    [
        (TEXT, datetime(2026, 11, 1), "cell_is_date"),  # noqa: DTZ001
        (CODE, 1.1450000e17, "code_rounded"),
        (CODE, 441998060030000000, "code_rounded"),
        (CODE, "1.2E+17", "code_rounded"),
        (CODE_12, 199031000, "code_zero_lost"),
        (INTEGER, "二十", "not_number"),
        (INTEGER, 2.5, "not_number"),
        (INTEGER, True, "not_number"),
        (INTEGER, "9" * 400, "not_number"),
        (DAY, 46327, "not_date"),
        (DAY, "2026-02-30", "not_date"),
        (DAY, "明天", "not_date"),
        (YES_NO, "也许", "not_yes_no"),
        (plan.KINDS, "行政处罚", "not_choice"),
        (plan.UNITS, "个月", "not_choice"),
    ],
)
def test_what_has_lost_something_is_a_fault(cell, value, reason):
    with pytest.raises(CellFault) as caught:
        cell.read(value)

    assert caught.value.reason == reason


@pytest.mark.parametrize("text", ["受理", "外地：受理", "收件地：", "：受理"])
def test_what_is_no_joint_step_is_refused_with_its_line(text):
    with pytest.raises(CellFault) as refused:
        JOINT_STEPS.read(text)

    assert refused.value.reason == "joint_step_syntax"
