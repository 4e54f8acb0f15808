"""The sheets of policies and of intermediaries. The condition of a policy is written in JSON, as in the JSON file."""

from desktop.catalogue_files.cells import CODE, DAY, LINES, POLICY_CONDITION, YES_NO
from desktop.catalogue_files.plan import Column, Sheet

_LINE_NOTE = "每条一行（Alt+Enter 换行）。"
_CONDITION_NOTE = (
    '给谁的，用 JSON 写，如：{"is":"test","fact":"age","op":"at_least","number":80,"says":"年满80周岁"}；'
    "几条都要的用 all，一条即可的用 any，不是的用 not。"
)

POLICIES = Sheet(
    "政策",
    (
        Column("政策编号", "code", CODE, is_required=True, note="本目录内不重复。"),
        Column("政策名称", "name", is_required=True, width=36),
        Column("发布部门", "publisher", is_required=True, width=30),
        Column("政策类型", "kind", is_required=True, note="如：补贴、贷款贴息、税费减免。"),
        Column("政策内容", "summary", is_required=True, width=44),
        Column("能得到什么", "benefit", is_required=True, width=36),
        Column("适用条件", "condition", POLICY_CONDITION, is_required=True, width=50, note=_CONDITION_NOTE),
        Column("开始日期", "valid_from", DAY),
        Column("截止日期", "valid_to", DAY, note="最后一天可以申请的日期。"),
        Column("申请地点", "apply_at", width=36),
        Column("申请步骤", "apply_how", LINES, width=40, note=_LINE_NOTE),
        Column("需要的材料", "materials", LINES, width=36, note=_LINE_NOTE),
        Column("咨询电话", "phone", CODE),
        Column("政策网址", "url", width=36, note="印成二维码。"),
        Column("政策依据", "basis", LINES, width=40, note=_LINE_NOTE),
        Column("是否示例", "is_sample", YES_NO),
    ),
    field="policies",
    note="一个政策一行，行的顺序就是显示的顺序。",
)
INTERMEDIARIES = Sheet(
    "中介服务",
    (
        Column("中介服务名称", "service", is_required=True, note="如：测绘、环境影响评价、检测。"),
        Column("机构名称", "name", is_required=True, width=36),
        Column("统一社会信用代码", "code", CODE, is_required=True, width=24),
        Column("资质", "qualification", width=26),
        Column("地址", "address", width=36),
        Column("电话", "phone", CODE),
        Column("收费标准", "fee_note", width=30),
        Column("服务时限", "days_note", width=20),
        Column("入库日期", "valid_from", DAY),
        Column("有效期至", "valid_to", DAY),
    ),
    field="intermediaries",
    note="一家机构一种服务一行。由申请人自主选择或自愿抽取，不得指定。",
)
