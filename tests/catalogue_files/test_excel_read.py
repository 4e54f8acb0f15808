"""The official workbook: what people, Excel and WPS do to it."""

import random
from datetime import date, datetime

import msgspec
import pytest
from openpyxl.utils import get_column_letter

from desktop.catalogue_files.excel_read import read_excel
from desktop.catalogue_files.excel_write import TITLE_ROW, write_excel
from desktop.domain.catalogue import Role
from tests.catalogue_files.conftest import FELLING, column, excel_faults, put, saved

FIRST = TITLE_ROW + 1


def felling_row(workbook):
    names = workbook["基本信息"][get_column_letter(column(workbook, "基本信息", "事项名称"))]
    return next(cell.row for cell in names if str(cell.value).startswith(FELLING))


def test_the_sample_catalogue_goes_to_excel_and_comes_back_the_same(sample):
    catalogue, unread = read_excel(write_excel(sample))

    assert catalogue == sample
    assert unread == ()


def test_every_field_comes_back(small):
    item = msgspec.structs.replace(
        small.items[1],
        valid_from=date(2026, 1, 1),
        valid_to=date(2027, 12, 31),
        fee="每证10元",
        fee_basis="示例依据",
        visits=0,
        yellow_days=0,
        note="=1+1 不是公式\n第二行",
        name="'林木采伐（𬭊）",
    )
    changed = msgspec.structs.replace(small, items=(small.items[0], item), is_sample=False)

    assert read_excel(write_excel(changed))[0] == changed


# sheet, title, value, reason; the place must be that very cell
ONE_CELL = [
    ("目录信息", "目录版本", "第一版", "version_form"),
    ("目录信息", "目录版本", None, "empty"),
    ("目录信息", "行政区划代码", "4510", "division_code"),
    ("目录信息", "发布日期", "去年", "not_date"),
    ("目录信息", "施行日期", datetime(2020, 1, 1), "in_force_before_issue"),  # noqa: DTZ001
    ("目录信息", "是否示例", "大概", "not_yes_no"),
    ("基本信息", "实施编码", 1.145e17, "code_rounded"),
    ("基本信息", "实施编码", "1.145E+17", "code_rounded"),
    ("基本信息", "实施编码", "A 1", "item_code_form"),
    ("基本信息", "事项名称", None, "empty"),
    ("基本信息", "事项名称", "   ", "empty"),
    ("基本信息", "事项名称", "=A1", "cell_formula"),
    ("基本信息", "事项名称", "#N/A", "cell_error"),
    ("基本信息", "基本编码", 209900100, "code_zero_lost"),
    ("基本信息", "事项类型", "行政处罚", "not_choice"),
    ("基本信息", "乡镇职责", "不清楚", "not_choice"),
    ("基本信息", "受理规则", None, "empty"),
    ("基本信息", "实施主体", None, "empty"),
    ("基本信息", "实施主体编码", "91310115MA1H8R7C6D", "credit_code"),
    ("基本信息", "委托部门", "示例局", "delegator_without_delegation"),
    ("基本信息", "承诺办结时限", "十天", "not_number"),
    ("基本信息", "承诺办结时限", -3, "number_negative"),
    ("基本信息", "承诺办结时限单位", "个月", "not_choice"),
    ("基本信息", "计划生效日期", "2026-02-30", "not_date"),
    ("基本信息", "到办事现场次数", -1, "number_negative"),
    ("基本信息", "办理地点", datetime(2026, 1, 1), "cell_is_date"),  # noqa: DTZ001
    ("基本信息", "备注", "铃\x85声", "text_control"),
    ("扩展信息", "实施编码", "没有这个", "item_unknown"),
    ("扩展信息", "主题分类", None, "empty"),
    ("申请材料", "实施编码", "没有这个", "item_unknown"),
    ("申请材料", "材料编号", "m02", "material_twice"),
    ("申请材料", "材料名称", None, "empty"),
    ("申请材料", "材料必要性", "看情况", "not_choice"),
    ("申请材料", "纸质份数（原件）", "若干", "not_number"),
    ("申请材料", "容缺补正时限", 3, "limit_half"),
    ("申请材料", "适用情形", "低保", "when_syntax"),
    ("申请材料", "适用情形", "没有的问题=是", "when_question"),
    ("申请材料", "适用情形", "代理=也许", "when_option"),
    ("情形", "问题编号", "代理", "question_key_reserved"),
    ("情形", "选项编号", "a|b", "key_form"),
    ("情形", "选项效果", "不好说", "option_effect"),
    ("情形", "选项效果", "不需要办理", "effect_unexplained"),
    ("办理环节", "办理部门", None, "empty"),
    ("特别程序", "特别程序时限", "几天", "not_number"),
    ("常见问题", "解答", None, "empty"),
    ("转介", "办理机关", None, "empty"),
    ("地方节假日", "安排", "补课", "not_choice"),
    ("地方节假日", "日期", "三月三", "not_date"),
]


@pytest.mark.parametrize(("sheet", "title", "value", "reason"), ONE_CELL)
def test_a_bad_cell_is_named_by_sheet_row_and_column(workbook, sheet, title, value, reason):
    put(workbook, sheet, title, value)

    places = [(f.sheet, f.row, f.column, f.title, f.reason) for f in excel_faults(workbook)]

    letter = get_column_letter(column(workbook, sheet, title))
    row = FIRST + 1 if reason == "material_twice" else FIRST  # the second of the two is told
    assert (sheet, row, letter, title, reason) in places


def test_every_fault_is_told_at_once_in_the_order_of_the_sheets(workbook):
    put(workbook, "申请材料", "材料名称", None)
    put(workbook, "目录信息", "目录版本", "第一版")
    put(workbook, "基本信息", "事项类型", "无")
    put(workbook, "申请材料", "适用情形", "没有的问题=是", row=FIRST + 3)

    assert [fault.reason for fault in excel_faults(workbook)] == [
        "version_form",
        "not_choice",
        "empty",
        "when_question",
    ]


def test_a_fault_reads_as_a_place_and_a_sentence(workbook):
    put(workbook, "申请材料", "材料名称", None)

    (fault,) = excel_faults(workbook)

    assert fault.place == "申请材料 第3行 C列（材料名称）"
    assert fault.sentence() == "必填，不能空。"


def test_the_order_of_the_columns_is_free(workbook, small):
    for worksheet in workbook.worksheets:
        rows = [[cell.value for cell in row] for row in worksheet.iter_rows(min_row=TITLE_ROW)]
        order = list(range(len(rows[0])))
        random.Random(7).shuffle(order)
        for number, row in enumerate(rows, start=TITLE_ROW):
            for index, source in enumerate(order, start=1):
                worksheet.cell(number, index).value = row[source]

    assert read_excel(saved(workbook))[0] == small


@pytest.mark.parametrize("written", [" 材料名称 ", "材料\n名称", "＊材料名称", "材料名称（必填）", "材料名称*"])
def test_titles_are_recognised_in_spite_of_blanks_and_marks(workbook, small, written):
    workbook["申请材料"].cell(TITLE_ROW, column(workbook, "申请材料", "材料名称")).value = written

    assert read_excel(saved(workbook))[0] == small


def test_rows_above_the_titles_and_empty_rows_do_not_matter(workbook, small):
    workbook["基本信息"].insert_rows(1, 3)
    workbook["基本信息"]["A1"] = "右江区（示例）政务服务事项实施清单"
    workbook["申请材料"].insert_rows(FIRST + 1, 2)
    workbook["申请材料"].cell(FIRST + 1, 2).value = "  "

    assert read_excel(saved(workbook))[0] == small


def test_cells_merged_downwards_hold_for_each_row(workbook, small):
    worksheet = workbook["申请材料"]
    last = FIRST + len(small.items[0].materials) - 1
    worksheet.merge_cells(f"A{FIRST}:A{last}")

    assert worksheet[f"A{last}"].value is None
    assert read_excel(saved(workbook))[0] == small


def test_unknown_columns_and_sheets_are_named_and_left_unread(workbook, small):
    worksheet = workbook["转介"]
    worksheet.cell(TITLE_ROW, 9).value = "心情"
    workbook.create_sheet("申请材料 (2)")["B2"] = "草稿"

    catalogue, unread = read_excel(saved(workbook))

    assert catalogue == small
    assert [(fault.reason, fault.place) for fault in unread] == [
        ("sheet_unknown", "申请材料 (2)"),
        ("column_unknown", "转介 第2行 I列（心情）"),
    ]


def test_official_columns_without_use_here_are_no_news(workbook, small):
    workbook["基本信息"].cell(TITLE_ROW, 40).value = "行使层级"

    assert read_excel(saved(workbook)) == (small, ())


def test_missing_sheets_and_columns_are_named(workbook):
    del workbook["申请材料"]
    workbook["基本信息"].delete_cols(column(workbook, "基本信息", "乡镇职责"))

    assert [(fault.reason, fault.sheet) for fault in excel_faults(workbook)] == [
        ("column_missing", "基本信息"),
        ("sheet_missing", "申请材料"),
    ]


def test_two_sheets_of_one_kind_are_refused(workbook):
    workbook.copy_worksheet(workbook["转介"]).title = "转介 "

    assert [fault.reason for fault in excel_faults(workbook)] == ["sheet_twice"]


def test_a_column_that_is_there_twice_is_refused(workbook):
    workbook["转介"].cell(TITLE_ROW, 9).value = "电话"

    assert [fault.reason for fault in excel_faults(workbook)] == ["column_twice"]


def test_a_sheet_without_titles_is_refused(workbook):
    workbook["转介"].delete_rows(TITLE_ROW)

    assert [fault.reason for fault in excel_faults(workbook)] == ["header_missing"]


def test_the_head_is_one_row(workbook):
    for cell in workbook["目录信息"][FIRST]:
        workbook["目录信息"].cell(FIRST + 1, cell.column).value = cell.value

    assert [(fault.reason, fault.row) for fault in excel_faults(workbook)] == [("row_extra", FIRST + 1)]


def test_an_item_needs_exactly_one_row_of_extended_information(workbook):
    put(workbook, "扩展信息", "实施编码", workbook["扩展信息"].cell(FIRST + 1, 1).value)

    assert [(fault.reason, fault.sheet, fault.row) for fault in excel_faults(workbook)] == [
        ("extension_missing", "基本信息", FIRST),
        ("extension_twice", "扩展信息", FIRST + 1),
    ]


def test_a_code_that_no_item_has_is_told_once_in_a_sheet(workbook, small):
    put(workbook, "基本信息", "实施编码", 1.145e17)

    found = [(fault.reason, fault.sheet, fault.fields.get("count")) for fault in excel_faults(workbook)]

    assert found[:3] == [
        ("code_rounded", "基本信息", None),
        ("item_unknown", "扩展信息", 1),
        ("item_unknown", "申请材料", len(small.items[0].materials)),
    ]


def test_an_item_that_is_there_twice_is_one_fault(workbook):
    for cell in workbook["基本信息"][FIRST]:
        workbook["基本信息"].cell(FIRST + 2, cell.column).value = cell.value

    assert [(fault.reason, fault.row) for fault in excel_faults(workbook)] == [("item_code_twice", FIRST + 2)]


def test_rows_of_one_question_agree(workbook):
    put(workbook, "情形", "问题", "换了一种问法", row=FIRST + 1)

    assert [(fault.reason, fault.row) for fault in excel_faults(workbook)] == [("question_differs", FIRST + 1)]


def test_the_one_who_delegates_is_the_authority(workbook):
    row = felling_row(workbook)
    put(workbook, "基本信息", "实施主体", "右江区阳圩镇（示例）人民政府", row=row)

    (item,) = [item for item in read_excel(saved(workbook))[0].items if item.role is Role.DELEGATED]

    assert item.authority == "右江区（示例）林业局"


def test_a_limit_of_zero_says_that_there_is_none(workbook):
    put(workbook, "基本信息", "法定办结时限", 0, row=felling_row(workbook))

    assert read_excel(saved(workbook))[0].items[1].statutory_limit is None


def test_a_fault_between_rows_is_told_where_it_shows(workbook):
    row = felling_row(workbook)
    put(workbook, "基本信息", "承诺办结时限", 30, row=row)

    (fault,) = excel_faults(workbook)

    assert (fault.sheet, fault.row, fault.title) == ("基本信息", row, "承诺办结时限")
    assert fault.sentence() == "承诺时限30比法定时限20长。"
