"""The sentence of each fault of a catalogue file: (Chinese, English). Read by whoever keeps the catalogue."""

REASONS: dict[str, tuple[str, str]] = {
    # the file
    "file_missing": ("找不到文件，或者没有读取权限。", "There is no such file, or it may not be read."),
    "file_empty": ("文件是空的。", "The file is empty."),
    "file_too_large": (
        "文件有{size_mb} MB，超过{most_mb} MB，不像是目录文件。",
        "The file has {size_mb} MB, more than {most_mb} MB: this is no catalogue.",
    ),
    "file_unpacks_too_large": (
        "文件解压后超过{most_mb} MB，可能是恶意文件，没有打开。",
        "Unpacked, the file is larger than {most_mb} MB; it was not opened.",
    ),
    "file_is_xls": (
        "这是旧版 .xls（或 .et）文件，请在 Excel 或 WPS 中另存为 .xlsx 后再试。",
        "This is an old .xls (or .et) file: save it as .xlsx.",
    ),
    "file_encrypted": (
        "文件设了打开密码，请取消密码另存后再试。",
        "The file has a password: save it without.",
    ),
    "file_is_html": (
        "这是网页导出的表格（内容是 HTML），请用 Excel 或 WPS 打开后另存为 .xlsx。",
        "This is HTML under the name of a workbook: open it and save it as .xlsx.",
    ),
    "file_not_catalogue": (
        "不是 .xlsx 工作簿，也不是 JSON 文件（.csv 请用模板改成 .xlsx）。",
        "Neither an .xlsx workbook nor JSON (for .csv, use the template).",
    ),
    "file_damaged": ("工作簿已损坏，无法读取：{detail}", "The workbook is damaged: {detail}"),
    "file_has_doctype": ("文件里有不允许的内容（DOCTYPE），没有打开。", "The file holds a DOCTYPE; it was not opened."),
    # sheets, columns, cells
    "sheet_missing": ("缺少工作表“{sheet}”。", "The sheet {sheet} is missing."),
    "sheet_twice": ("工作表“{sheet}”有两张，请只留一张。", "There are two sheets {sheet}: leave one."),
    "sheet_unknown": ("工作表“{sheet}”不是目录的内容，没有读取。", "The sheet {sheet} is not known and was not read."),
    "sheet_too_long": ("超过{most}行，不像是目录。", "More than {most} rows: this is no catalogue."),
    "header_missing": ("前{rows}行里找不到标题行。", "No row of titles among the first {rows} rows."),
    "column_missing": ("缺少必需的列“{title}”。", "The required column {title} is missing."),
    "column_twice": ("列“{title}”出现两次。", "The column {title} is there twice."),
    "column_unknown": ("列“{title}”不认识，没有读取。", "The column {title} is not known and was not read."),
    "row_missing": ("没有一行内容。", "There is no row."),
    "row_extra": ("只能有一行内容。", "There may be one row only."),
    "empty": ("必填，不能空。", "Required."),
    "cell_formula": (
        "是公式，不是值；请复制后“选择性粘贴—数值”。",
        "A formula, not a value: paste it as a value.",
    ),
    "cell_error": ("单元格是错误值 {value}。", "The cell holds the error {value}."),
    "cell_is_date": ("这里应当是文字，实际是日期。", "A text is wanted here, not a date."),
    "code_rounded": (
        "编码被当成数字，后几位已丢失（如 1.2E+17）；请把该列设为文本后重新录入。",
        "The code was taken for a number and lost its last digits: make the column text and enter it again.",
    ),
    "code_zero_lost": (
        "编码被当成数字，开头的零已丢失，应当是{width}位；请把该列设为文本后重新录入。",
        "The code was taken for a number and lost its leading zeros; it has {width} digits.",
    ),
    "not_number": ("“{value}”不是整数。", "{value} is not a whole number."),
    "number_negative": ("不能是负数。", "It cannot be negative."),
    "not_date": ("“{value}”不是日期，请写成 2026-11-01。", "{value} is not a date: write 2026-11-01."),
    "not_yes_no": ("“{value}”应当是“是”或“否”。", "{value} should be 是 or 否."),
    "not_choice": ("“{value}”不在可选范围：{choices}。", "{value} is none of: {choices}."),
    "limit_half": ("时限和时限单位要同时填写。", "A limit needs both its number and its unit."),
    "item_unknown": (
        "实施编码“{code}”在“基本信息”里没有（本表共{count}行）。",
        "No item in 基本信息 has the code {code} ({count} rows here).",
    ),
    "extension_missing": ("这个事项在“扩展信息”里没有对应的行。", "The item has no row in 扩展信息."),
    "extension_twice": ("这个事项在“扩展信息”里有两行。", "The item has two rows in 扩展信息."),
    "delegator_without_delegation": (
        "填了“委托部门”，但“乡镇职责”不是“受委托”。",
        "委托部门 is given, but the role is not 受委托.",
    ),
    "question_differs": (
        "同一问题编号在第{other}行是另一种写法（问题或提问条件不同）。",
        "Row {other} words the same question differently.",
    ),
    "option_effect": (
        "“选项效果”和后面的栏目对不上：{detail}。",
        "The effect of the option and the columns after it do not fit: {detail}.",
    ),
    "when_syntax": (
        "条件“{part}”写法不对，应如：人员类别=低保|特困；代理=是",
        "The condition {part} should look like: 人员类别=低保|特困；代理=是",
    ),
    "when_twice": ("条件里“{question}”写了两次，请用“|”合并。", "{question} is there twice: join the answers with |."),
    # JSON
    "json_syntax": ("JSON 写法有误：{detail}", "This is not JSON: {detail}"),
    "json_encoding": ("不是 UTF-8 编码，请转成 UTF-8 保存。", "Not UTF-8: save it as UTF-8."),
    "json_field_unknown": ("没有名为“{name}”的字段。", "There is no field {name}."),
    "json_field_missing": ("缺少字段“{name}”。", "The field {name} is missing."),
    "json_value": ("内容不符合要求：{detail}", "The value does not fit: {detail}"),
    # rules of desktop.domain.catalogue_rules
    "version_form": ("目录版本“{version}”应写成日期加点，如 2026.11.01。", "Write {version} like 2026.11.01."),
    "division_code": ("行政区划代码“{code}”应为6、9或12位数字。", "{code}: a division code has 6, 9 or 12 digits."),
    "in_force_before_issue": ("施行日期早于发布日期。", "It is in force before it is issued."),
    "no_items": ("目录里没有事项。", "The catalogue has no items."),
    "item_code_twice": ("实施编码“{value}”重复。", "The item code {value} is there twice."),
    "item_code_form": (
        "实施编码不能有空格，最长{most}个字符。",
        "No blanks, at most {most} characters.",
    ),
    "credit_code": ("统一社会信用代码“{code}”校验不通过。", "{code} is no valid credit code."),
    "authority_is_town": (
        "受委托、初审转报、代收的事项，实施主体应是上级机关，不是“{authority}”（本级实施的机关）。",
        "{authority} decides items of its own: a delegated, reviewed or collected item belongs to another authority.",
    ),
    "no_materials": ("收件的事项至少要有一份申请材料。", "An item that is taken in needs at least one material."),
    "dates_order": ("取消日期早于生效日期。", "It ends before it begins."),
    "online_without_url": ("标为全程网办，但没有网办地址。", "Marked as fully online, but without an address."),
    "committed_longer": (
        "承诺时限{count}比法定时限{most}长。",
        "The promise ({count}) is longer than the law ({most}).",
    ),
    "limit_missing": (
        "承诺件要有承诺或法定办结时限；没有的，在“办结时限说明”写明。",
        "A committed item needs a limit, or a note why it has none.",
    ),
    "question_twice": ("问题编号“{value}”重复。", "The question {value} is there twice."),
    "question_key_reserved": (
        "问题编号“{key}”是系统自带的条件（申请人、代理、渠道），请换一个。",
        "{key} is a fact that intake supplies itself: choose another key.",
    ),
    "questions_cyclic": ("问题的提问条件互相等待：{keys}。", "These questions wait for each other: {keys}."),
    "options_count": ("一个问题要有2到9个选项，现在是{count}个。", "A question has 2 to 9 options, not {count}."),
    "option_twice": ("选项编号“{value}”重复。", "The option {value} is there twice."),
    "option_two_effects": (
        "选项“{key}”不能既“不需要办理”又“属其他机关”。",
        "Option {key} cannot have both effects.",
    ),
    "effect_unexplained": (
        "选项“{key}”的效果没有写全：要有理由，以及依据或机关名称。",
        "The effect of {key} needs its reason, and its basis or authority.",
    ),
    "key_form": ("编号“{key}”不能空，不能含空格和 = | ；", "The key {key} may not be empty or hold blanks, = | or ;"),
    "when_question": ("条件里的问题“{question}”不存在。", "There is no question {question}."),
    "when_option": ("问题“{question}”没有选项“{option}”。", "{question} has no option {option}."),
    "when_empty": ("条件“{question}”没有写选项。", "The condition on {question} names no option."),
    "material_twice": ("材料编号“{value}”重复。", "The material {value} is there twice."),
    "deferrable_in_immediate": ("即办件不能有可容缺的材料。", "An immediate item knows no deferral."),
    "deferral_of_undeferrable": ("没有标为可容缺，不能有容缺补正时限。", "Not deferrable, so it has no deferral."),
    "deferral_longer": (
        "容缺补正时限{count}超过办结时限{most}。",
        "The deferral of {count} is longer than the item's limit of {most}.",
    ),
    "bundle_too_small": ("一件事至少要包含两个事项。", "A bundle has at least two items."),
    "bundle_item_twice": ("一件事里事项“{value}”重复。", "The bundle names the item {value} twice."),
    "bundle_item_unknown": (
        "一件事里的事项“{code}”不在本目录，或者是仅咨询的事项。",
        "There is no item {code} in this catalogue that could be taken in.",
    ),
    "bundle_audience": (
        "一件事里有的事项只对个人，有的只对单位，不能由同一个申请人一次申请。",
        "Some of its items are for persons only, others for organisations only.",
    ),
    "bundle_standard": ("一件事的事项里没有标准材料“{standard}”。", "None of its items has the material {standard}."),
    "referral_twice": ("转介事项“{value}”重复。", "The referral {value} is there twice."),
    "day_twice": ("日期 {value} 重复。", "The day {value} is there twice."),
    "text_control": ("含有不可见的控制字符，请重新录入。", "It holds control characters: enter it again."),
    "text_untrimmed": ("前后有空格或空行。", "It has blanks before or after it."),
    "text_entry": ("列表里的每一条都要有内容，且只占一行。", "Each entry has something in it and is one line."),
    "text_too_long": ("超过{most}个字。", "More than {most} characters."),
}
