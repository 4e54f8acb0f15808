"""Sentences of cases that are decided at another place, or come from one: (Chinese, English)."""

ELSEWHERE_SENTENCES: dict[str, tuple[str, str]] = {
    "why.elsewhere": ("由{authority}办理，请用“转出到办理地”", "decided by {authority}: send it there"),
    "why.not_elsewhere": ("本件在本地办理", "this case is decided here"),
    "why.not_sent": ("还没有转出", "it has not been sent yet"),
    "why.joint_open": (
        "联办地的步骤还没有办完（{names}），办完后再作决定",
        "the other place has not done its share yet: {names}",
    ),
    "why.steps_settled": ("联办步骤都已登记", "every step is noted"),
    "why.step_settled": ("这一步已经登记", "this step is noted already"),
    "invalid.joint_by_missing": ("请填写联办地的办理单位或者人员。", "Say which office or person there did it."),
    "why.stage_passed": ("办理地已经进到这一步以后", "the other place is beyond this stage"),
    "invalid.place_missing": (
        "请填写办理地：6位行政区划代码和名称，或者只填名称，如“450103 南宁市青秀区”。",
        "Give the place: its 6-digit code and name, or the name alone.",
    ),
    "invalid.place_code": (
        "行政区划代码是6位、9位或者12位数字，请核对。",
        "A division code has 6, 9 or 12 digits: compare it.",
    ),
    "invalid.place_name": ("这个代码不在表内，请在后面写明地名。", "This code is in no table here: add the name."),
    "invalid.place_not_in_city": (
        "同城通办的办理地应当在本市，这个代码是别的市：请核对代码，或者换一个办理地选项。",
        "Within the city means a place of this city, and this code is of another: compare it, or choose another way.",
    ),
    "invalid.place_not_in_region": (
        "全区通办的办理地应当在本省（自治区），这个代码是外省的：请核对代码，或者换一个办理地选项。",
        "Within the region means a place of this province, and this code is of another: compare it, or choose again.",
    ),
    "invalid.place_not_abroad": (
        "跨省通办的办理地应当在外省，这个代码在本省（自治区）内：请核对代码，或者换一个办理地选项。",
        "Across provinces means another province, and this code is of this one: compare it, or choose another way.",
    ),
    "invalid.place_too_long": ("地名太长，请写到县（区）。", "Too long: down to the county is enough."),
    "invalid.place_office": ("请填写外地代收的窗口名称。", "Say which office took it in."),
    "invalid.place_examiner": (
        "请填写外地作形式审查和身份核验的人员。",
        "Say who looked at form and person over there.",
    ),
    "invalid.route_missing": ("请选择转出方式。", "Say how it goes there."),
    "invalid.route_unlawful": ("目录没有列出这种转出方式。", "The catalogue knows no such way."),
    "invalid.note_missing": (
        "不予批准、不予办理的，请写明办理地告知的理由。",
        "Where denied or not done: say why, as you were told.",
    ),
}
