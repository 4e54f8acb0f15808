"""Sentences of ratings and difficulties: (Chinese, English)."""

SERVICE_SENTENCES: dict[str, tuple[str, str]] = {
    # ratings
    "why.immediate_rated_once": ("即办件只在办结时评价一次", "an immediate item is rated once, when it is done"),
    "why.already_rated": ("这个环节已经评价过", "this stage has been rated"),
    "why.rated_with_whole": ("一件事整体评价一次，不再按事项评价", "rated once with the whole matter, not by item"),
    "why.rated_by_item": (
        "各事项的结果先后送达，按事项分别评价",
        "the results came apart: each item is rated",
    ),
    "why.not_finished": ("办结后才能评价", "it can be rated once it is finished"),
    "why.turn_over": ("评价只能由群众在转交的屏幕上作出", "only the citizen rates, at the screen turned to them"),
    "why.no_bad_rating": ("没有待回访的差评", "no bad rating waits for a follow-up"),
    "invalid.rating_option": ("勾选的原因不属于这个等级。", "This reason belongs to another level."),
    "invalid.rating_no_agent": ("这件没有代理人。", "This case has no agent."),
    "invalid.rating_proof_missing": (
        "转录纸质评价，要选评价表编号或者它的扫描页。",
        "A copied rating needs the number of its form or the scanned page.",
    ),
    "invalid.rating_paper": (
        "这个编号不是本件的评价表，或者已经转录过。",
        "This is no rating form of the case, or it was copied before.",
    ),
    "invalid.rating_scan": ("本件没有这张扫描页。", "The case has no such scanned page."),
    "invalid.measures_missing": (
        "属实的差评，写明整改措施才能办结。",
        "Say what was done about it before settling it.",
    ),
    "invalid.service_days": ("请填写1到{most}个工作日。", "Give 1 to {most} working days."),
    "invalid.turn_seconds": ("请填写{least}到{most}秒。", "Give {least} to {most} seconds."),
    "invalid.rating_link": (
        "请填写以 http 开头的网址，最多{most}个字符；没有就留空。",
        "A link begins with http and has at most {most} characters; leave it empty if there is none.",
    ),
    # difficulties
    "why.not_above": ("已经在那里，或者已有答复", "it is there already, or answered"),
    "why.difficulty_closed": ("这件办不成事已经办结", "this difficulty is closed"),
    "why.not_answered": ("还没有答复可以告知", "there is no answer to tell yet"),
}
