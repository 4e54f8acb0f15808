"""Sentences of what is put right after it was recorded, and of practice: (Chinese, English)."""

AMEND_SENTENCES: dict[str, tuple[str, str]] = {
    "why.amend_item": (
        "事项不能更正：请撤回本件后按正确的事项重新收件",
        "the item cannot be amended: withdraw the case and take it in anew",
    ),
    "why.amend_number": ("编号不能更正：编号一经使用不再改变", "a number cannot be amended: once used it stays"),
    "why.amend_day": (
        "收件和受理的日期不能更正：期限从这一天起算",
        "the days of receipt and acceptance cannot be amended: the limits run from them",
    ),
    "why.amend_applicant": (
        "换了证件号码就是另一个申请人：请撤回本件后重新收件",
        "another number is another applicant: withdraw the case and take it in anew",
    ),
    "invalid.answer_missing": ("请从这个问题的选项里选一个。", "Choose one of the question's answers."),
    "why.amend_unknown": ("这一项不能更正", "this cannot be amended"),
    "why.amend_fact": (
        "这个回答会改变应交的材料或者结论，不能更正：请撤回后重新收件",
        "this answer changes what is asked for: withdraw the case and take it in anew",
    ),
    "why.undo_nothing": ("没有可以撤销的结论", "there is no conclusion to take back"),
    "why.undo_bundle": ("一件事已经分办到各事项，不能撤销", "the items have their own cases: it cannot be taken back"),
    "why.undo_other_clerk": ("只有作出结论的本人可以撤销", "only who concluded it may take it back"),
    "why.undo_other_day": (
        "结论只能在当天撤销；之后请用更正或者依法办理",
        "a conclusion can be taken back on its own day only; later amend it or go on by law",
    ),
    "why.undo_printed": (
        "文书已经打印，不能撤销；请用更正或者依法办理",
        "its paper was printed: amend it or go on by law",
    ),
    "why.paper_void": ("这份文书已经作废，不能打印", "the paper is void and cannot be printed"),
    "why.paper_replaced": ("这份文书已被{number}替换，请打印新的", "the paper was replaced by {number}: print that"),
    "why.green_lead_only": ("只有窗口负责人可以批准绿色通道", "only the lead may grant the green channel"),
    "invalid.record_reason_missing": ("请写明原因，会记入办理记录。", "Say why: it stays on record."),
    "invalid.amend_same": ("和原来的一样，没有要更正的", "It says the same as before."),
}
