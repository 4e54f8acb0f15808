"""Sentences of credit, pledges and their verification: (Chinese, English)."""

PLEDGE_SENTENCES: dict[str, tuple[str, str]] = {
    # credit
    "state_barred": (
        "申请人有失信记录，信用修复前不适用告知承诺和容缺受理，请提交这份材料。",
        "The applicant is on the credit record: neither pledge nor deferral; the material itself is needed.",
    ),
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
    # what the hall sets
    "invalid.verify_days": (
        "核查承诺的期限请填1到{most}天。",
        "Within how many days a pledge is verified: 1 to {most}.",
    ),
    "invalid.evidence_days": (
        "已在库材料可重复利用的期限请填1到{most}天。",
        "For how many days evidence on file is used again: 1 to {most}.",
    ),
    "invalid.pledge_words": ("最多{most}字，印在文书上。", "At most {most} characters; papers print them."),
    # the random draw
    "why.no_pledges": ("这段时间没有待核查的承诺", "no pledge of these days waits to be verified"),
    "why.two_officers": ("核查人员至少要有两名", "at least two officers are needed"),
    "why.lead_draws": ("由窗口负责人抽查", "only the lead draws"),
    "invalid.share": ("请填写1到100的比例。", "Give a share of 1 to 100 percent."),
    "invalid.draw_days": (
        "请填写起止日期，写成 2026-11-01，止日不早于起日。",
        "Give the first and the last day, as 2026-11-01, in this order.",
    ),
    # the draw repeated
    "draw.told": (
        "抽查 {number}（{day}）：{count}项承诺中按{share}%抽取{size}项，每项核查人员{each}名。",
        "Draw {number} ({day}): {size} of {count} pledges, share {share} %, {each} officers each.",
    ),
    "draw.by": ("种子 {seed}\n总体 SHA-256 {sha256}", "Seed {seed}\nPopulation SHA-256 {sha256}"),
    "draw.same": ("重抽一次，结果与记录相同。", "Repeated: the same result."),
    "draw.differs": ("重抽一次，结果与记录不同：", "Repeated, the result differs:"),
    "draw.population": (
        "总体没有排好序，或者有重复：记录{was}项，去重排序后{now}项",
        "the population is not sorted or names some twice: {was} recorded, {now} in order",
    ),
    "draw.population_sha256": (
        "总体的SHA-256：记录为 {was}，计算得 {now}",
        "SHA-256 of the population: {was} recorded, {now} computed",
    ),
    "draw.size": ("抽取项数：记录为{was}，按比例应为{now}", "how many: {was} recorded, {now} by the share"),
    "draw.drawn": ("第{place}项：记录为 {was}，重抽为 {now}", "place {place}: {was} recorded, {now} drawn again"),
    "draw.exported": ("抽查 {number} 的记录已写入 {path}", "The record of draw {number} is in {path}"),
    "invalid.draw_none": ("账本里还没有抽查记录。", "Nothing has been drawn yet."),
    "invalid.draw_unknown": ("账本里没有编号为 {number} 的抽查。", "There is no draw with the number {number}."),
    "invalid.draw_record_large": (
        "文件超过{most} MB，不是抽查记录。",
        "The file is larger than {most} MB: no record of a draw.",
    ),
    "invalid.draw_record_json": ("抽查记录不是完整的 JSON：{fault}", "The record is no whole JSON: {fault}"),
    "invalid.draw_record_fault": ("这不是抽查记录：{fault}", "This is no record of a draw: {fault}"),
    "invalid.draw_not_repeatable": (
        "抽查记录的 {what} 有误，无法重抽。",
        "Nothing can be drawn again: {what} in the record is wrong.",
    ),
}
