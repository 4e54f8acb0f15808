"""The sheets of the workbook, column by column."""

from desktop.catalogue_files.bundle_sheet import BUNDLES
from desktop.catalogue_files.cells import CODE, CODE_12, CONDITION, DAY, INTEGER, LINES, VALIDITY, YES_NO
from desktop.catalogue_files.elsewhere_sheets import CREDIT, WAYS
from desktop.catalogue_files.guidance_sheets import INTERMEDIARIES, POLICIES
from desktop.catalogue_files.plan import (
    AUDIENCES,
    HANDLINGS,
    ITEM_CODE,
    KINDS,
    MATERIAL_KINDS,
    MEDIA,
    NECESSITY,
    OFF_OR_WORK,
    REGIMES,
    ROLES,
    SOURCES,
    STATUSES,
    Column,
    Sheet,
    limit,
)

LINE_NOTE = "每条一行（Alt+Enter 换行）。"
WHEN_NOTE = (
    "什么情形下才要，写成：人员类别=低保|特困；代理=是。空白表示都要。"
    "系统自带：申请人=个人|单位，代理=是|否，渠道=窗口|村级。"
)

HEAD = Sheet(
    "目录信息",
    (
        Column("目录版本", "version", CODE, is_required=True, note="日期加点，如 2026.11.01，按文字排序。"),
        Column("发布机关", "publisher", is_required=True, width=40),
        Column("行政区划代码", "division", CODE, is_required=True, note="6、9或12位数字。"),
        Column("发布日期", "issued_on", DAY, is_required=True),
        Column("施行日期", "in_force_on", DAY, is_required=True),
        Column("是否示例", "is_sample", YES_NO, note="填“是”的，打印的文书都标“示例”。"),
        Column("失信名单的盐", "credit_salt", CODE, width=36, note="十六进制，32位以上；没有失信名单的留空。"),
        Column("备注", "note", width=60),
    ),
    is_required=True,
    note="只填一行。",
)
BASIC = Sheet(
    "基本信息",
    (
        Column("实施编码", "code", CODE, is_required=True, width=34, note="本目录内不重复；请按文本录入。"),
        Column("事项名称", "name", is_required=True, width=36),
        Column("基本编码", "basic_code", CODE_12, note="12位；请按文本录入。"),
        Column("事项类型", "kind", KINDS, is_required=True),
        Column("乡镇职责", "role", ROLES, is_required=True, note="以谁的名义办理：决定打印哪种文书、写哪个机关。"),
        Column("受理规则", "regime", REGIMES, is_required=True, note="适用哪部法律的收件、补正规则。"),
        Column("实施主体", "authority", is_required=True, width=36, note="作出决定的机关。"),
        Column("实施主体编码", "authority_code", CODE, width=24, note="统一社会信用代码。"),
        Column("委托部门", "delegator", width=30, note="受委托的事项填委托机关；其他事项留空。"),
        Column("服务对象", "audience", AUDIENCES),
        Column("办件类型", "handling", HANDLINGS, is_required=True),
        Column("事项状态", "status", STATUSES),
        Column("计划生效日期", "valid_from", DAY),
        Column("计划取消日期", "valid_to", DAY, note="最后一天有效的日期。"),
        *limit("法定办结时限", "statutory_limit"),
        *limit("承诺办结时限", "committed_limit"),
        Column("办结时限说明", "limit_note", width=36, aliases=("承诺办结时限说明",)),
        Column("设定依据", "legal_basis", LINES, width=40, note=LINE_NOTE),
        Column("受理条件", "conditions", LINES, width=40, note=LINE_NOTE),
        Column("收费标准", "fee", note="空白表示不收费。"),
        Column("收费依据", "fee_basis"),
        Column("到办事现场次数", "visits", INTEGER, width=12),
        Column("咨询方式", "service_phone", CODE, aliases=("咨询电话",)),
        Column("监督投诉方式", "complaint_phone", CODE, aliases=("监督投诉电话",)),
        Column("办理地点", "address", width=36),
        Column("办理时间", "hours", width=30),
        Column("行政复议", "review_authority", width=30, aliases=("行政复议部门",)),
        Column("行政诉讼", "court", width=30, aliases=("行政诉讼部门",)),
        Column("备注", "note", width=40),
    ),
    is_required=True,
    note="一个事项一行，行的顺序就是显示的顺序。",
)
EXTENDED = Sheet(
    "扩展信息",
    (
        ITEM_CODE,
        Column("主题分类", "group", is_required=True, aliases=("面向自然人主题分类", "面向法人主题分类")),
        Column("别名", "aliases", LINES, note="群众的叫法，每个一行，用于搜索。", aliases=("俗称",)),
        Column("审批结果名称", "result_name", width=30),
        Column("结果送达方式", "result_delivery", LINES, note=LINE_NOTE),
        Column("网办地址", "online_url", width=36, note="空白表示不能网上办。"),
        Column("是否全程网办", "is_fully_online", YES_NO),
        Column("中介服务名称", "intermediary_services", LINES, note="可能要用到的中介服务，与“中介服务”一致。"),
        Column("黄灯天数", "yellow_days", INTEGER, note="还剩几个工作日时亮黄灯。"),
        Column("先行先试", "is_pilot", YES_NO),
        Column("绿色通道", "is_green", YES_NO),
        *limit("快办时限", "fast_limit"),
    ),
    is_required=True,
    note="一个事项一行。",
)
MATERIALS = Sheet(
    "申请材料",
    (
        ITEM_CODE,
        Column("材料编号", "code", CODE, is_required=True, width=10, note="本事项内不重复，如 m01。"),
        Column("材料名称", "name", is_required=True, width=36),
        Column("标准材料", "standard", note="同一种材料在各事项用同一个代码，如 id_card，可重复利用。"),
        Column("材料类型", "kind", MATERIAL_KINDS),
        Column("材料形式", "medium", MEDIA),
        Column("材料必要性", "is_required", NECESSITY),
        Column("是否可容缺", "is_deferrable", YES_NO),
        *limit("容缺补正时限", "deferral"),
        Column("是否可告知承诺", "is_pledgeable", YES_NO),
        *limit("承诺核查期限", "verification"),
        Column("是否可免提交", "is_shareable", YES_NO, note="可数据共享、电子证照或已在库的填“是”。"),
        Column("免交方式", "share_note", width=30, note="数源部门、证照目录。"),
        Column("材料有效期", "validity", VALIDITY, width=14, note="如 30日、6个月、2年：已在库的在此期间可重复利用。"),
        Column("来源渠道", "source", SOURCES),
        Column("来源渠道说明", "source_note", width=26),
        Column("纸质份数（原件）", "originals", INTEGER, aliases=("原件份数", "纸质份数")),
        Column("纸质份数（复印件）", "copies", INTEGER, aliases=("复印件份数",)),
        Column("是否核验原件", "is_original_compared", YES_NO),
        Column("复印件要求", "copy_requirement", width=30),
        Column("签章要求", "seal_requirement", width=26),
        Column("是否需本人到现场填写", "is_filled_on_site", YES_NO),
        Column("受理标准", "acceptance_points", LINES, width=44, note="窗口逐条核对。" + LINE_NOTE),
        Column("常见错误", "common_defects", LINES, width=40, note="核对时一键选择。" + LINE_NOTE),
        Column("填报须知", "fill_notes", LINES, width=40, note=LINE_NOTE),
        Column("要求提供材料的依据", "basis", width=30),
        Column("适用情形", "when", CONDITION, width=36, note=WHEN_NOTE),
    ),
    field="materials",
    is_required=True,
    note="一份材料一行；没有列出的材料一律不得要求提供。",
)
NO_EFFECT, NOT_REQUIRED, OTHER_AUTHORITY = "", "不需要办理", "属其他机关"
OPTIONS = Sheet(
    "情形",
    (
        ITEM_CODE,
        Column("问题编号", "key", CODE, is_required=True, note="短的名称，条件里用它，如：人员类别。"),
        Column("问题", "text", is_required=True, width=30),
        Column("提问条件", "when", CONDITION, width=30, note=WHEN_NOTE),
        Column("选项编号", "option", CODE, is_required=True, note="短的名称，条件里用它，如：低保。"),
        Column("选项", "option_text", is_required=True, width=36),
        Column("选项效果", "effect", note=f"空白、{NOT_REQUIRED}（依法不需要许可）或{OTHER_AUTHORITY}。"),
        Column("效果说明", "reason", width=44, note="有选项效果时必填，印在文书上。"),
        Column("依据", "basis", width=30, note=f"{NOT_REQUIRED}时必填。"),
        Column("应当向哪个机关申请", "authority", width=30, note=f"{OTHER_AUTHORITY}时必填。"),
        Column("机关地址", "address"),
        Column("机关电话", "phone", CODE),
    ),
    field="questions",
    note="一个选项一行，同一问题的各行连在一起；一个问题2到9个选项。",
)
STEPS = Sheet(
    "办理环节",
    (
        ITEM_CODE,
        Column("环节名称", "name", is_required=True),
        Column("办理部门", "department", is_required=True, width=36, aliases=("处室",)),
        Column("岗位", "post", width=26),
        *limit("环节时限", "limit"),
    ),
    field="steps",
)
SPECIAL = Sheet(
    "特别程序",
    (
        ITEM_CODE,
        Column("特别程序名称", "name", is_required=True, aliases=("特别程序种类",)),
        Column("特别程序时限", "days", INTEGER, is_required=True, note="工作日，不计入办结时限。"),
        Column("特别程序说明", "note", width=44),
    ),
    field="special_procedures",
)
FAQ = Sheet(
    "常见问题",
    (
        ITEM_CODE,
        Column("问题", "question", is_required=True, width=40),
        Column("解答", "answer", is_required=True, width=70),
    ),
    field="faq",
)
REFERRALS = Sheet(
    "转介",
    (
        Column("群众要办的事", "matter", is_required=True, width=40),
        Column("办理机关", "authority", is_required=True, width=40),
        Column("关键词", "keywords", LINES, note="每个一行，用于搜索。"),
        Column("地址", "address", width=36),
        Column("电话", "phone", CODE),
    ),
    field="referrals",
    note="不在本目录、但群众常来问的事，窗口据此指路。",
)
DAYS = Sheet(
    "地方节假日",
    (
        Column("日期", "day", DAY, is_required=True),
        Column("安排", "is_off", OFF_OR_WORK, is_required=True),
        Column("说明", "why", is_required=True, width=44),
    ),
    field="regional_days",
    note="与全国安排不同的日子，如壮族三月三。",
)

OF_ITEM = (MATERIALS, OPTIONS, STEPS, SPECIAL, FAQ, WAYS)
SHEETS = (HEAD, BASIC, EXTENDED, *OF_ITEM, REFERRALS, DAYS, BUNDLES, POLICIES, INTERMEDIARIES, CREDIT)
