"""Sentences of credit, pledges and their verification: (Chinese, English)."""

PLEDGE_SENTENCES: dict[str, tuple[str, str]] = {
    # credit
    "why.barred": (
        "申请人有失信记录（{basis}），信用修复前不适用告知承诺和容缺受理",
        "on the credit record ({basis}): neither pledge nor deferral until it is repaired",
    ),
    "why.barred_until": (
        "申请人有失信记录（{basis}），{until}以前（含当日）不适用告知承诺和容缺受理",
        "on the credit record ({basis}): neither pledge nor deferral through {until}",
    ),
    "why.no_credit_note": ("本件没有待修复的失信记录", "no credit record from this case to repair"),
    # pledges
    "why.no_pledge": ("没有待核查的承诺", "no pledge waits to be verified"),
    "why.consequence": (
        "现在不能作这样的处理，请改选处理方式",
        "this consequence is not lawful now: choose another",
    ),
    "invalid.pledge_none": ("请勾选承诺的材料。", "Mark the pledged materials."),
    "invalid.facts_missing": ("请写明查明的事实。", "Say what was found."),
    "invalid.rectify_by": (
        "请填写整改期限，写成 2027-01-15，晚于今天。",
        "Give the day by which it is to be put right, after today, as 2027-01-15.",
    ),
    # the random draw
    "why.no_pledges": ("这段时间没有待核查的承诺", "no pledge of these days waits to be verified"),
    "why.two_officers": ("核查人员至少要有两名", "at least two officers are needed"),
    "why.lead_draws": ("由窗口负责人抽查", "only the lead draws"),
    "invalid.share": ("请填写1到100的比例。", "Give a share of 1 to 100 percent."),
    "invalid.draw_days": (
        "请填写起止日期，写成 2026-11-01，止日不早于起日。",
        "Give the first and the last day, as 2026-11-01, in this order.",
    ),
}
